"""The commands of the charts page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from explorer.charts.guess import Task
from explorer.ui.commands import Command
from explorer.ui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from explorer.charts.view.page import ChartsView

CHARTS_MENU: Final = QT_TRANSLATE_NOOP("Command", "&Charts")


def _has_chart(page: ChartsView) -> bool:
    return page.has_figures()


COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        id="table-twin",
        words=QT_TRANSLATE_NOOP("Command", "As a &table"),
        run=lambda page: page.acts.toggle_table(),
        menu="view",
        keys=("T",),
        checked=lambda page: page.session.lens.option("view") == "table",
    ),
    Command(
        id="chart-copy",
        words=QT_TRANSLATE_NOOP("Command", "Copy the c&hart: picture and figures"),
        run=lambda page: page.acts.copy(),
        menu="edit",
        keys=("Ctrl+C",),
        enabled=_has_chart,
    ),
    Command(
        id="chart-save",
        words=QT_TRANSLATE_NOOP("Command", "&Save the chart…"),
        run=lambda page: page.acts.open_save(),
        menu="file",
        keys=("Ctrl+S",),
        enabled=_has_chart,
    ),
    Command(
        id="chart-compare",
        words=QT_TRANSLATE_NOOP("Command", "Co&mpare with another chart…"),
        run=lambda page: page.acts.open_compare(),
        menu="view",
        keys=("M",),
        enabled=_has_chart,
        checked=lambda page: len(page.panes()) > 1,
        submenu=CHARTS_MENU,
    ),
    Command(
        id="chart-change",
        words=QT_TRANSLATE_NOOP("Command", "C&hange: index, share, rate, log axis…"),
        run=lambda page: page.acts.open_change(),
        menu="view",
        keys=("H",),
        enabled=_has_chart,
        checked=lambda page: bool(page.drawing and page.drawing.changes),
        submenu=CHARTS_MENU,
    ),
    Command(
        id="chart-dated-list",
        words=QT_TRANSLATE_NOOP("Command", "The dated &list of places, or its chart"),
        run=lambda page: page.acts.open_dated(),
        menu="view",
        keys=("Y",),
        enabled=lambda page: bool(page.toolbar.dated_ref),
        submenu=CHARTS_MENU,
    ),
    Command(
        id="chart-draw-first",
        words=QT_TRANSLATE_NOOP("Command", "D&raw it first"),
        run=lambda page: page.acts.draw_on(),
        menu="view",
        keys=("R",),
        enabled=lambda page: isinstance(page.task, Task) and page.drawing is not None,
        checked=lambda page: bool(page.session.lens.option("guess")),
        submenu=CHARTS_MENU,
    ),
)
