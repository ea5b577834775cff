"""What can be done with the diagram, as commands with keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from explorer.pipeline.view.scene import FULL, is_comparing
from explorer.ui.commands import Command
from explorer.ui.words import QT_TRANSLATE_NOOP


def _second(months: int) -> Callable[[Any], None]:
    def run(page: Any) -> None:
        page.move_second(months)

    return run


PIPELINE_MENU: Final = QT_TRANSLATE_NOOP("Command", "&Pipeline")
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        id="pipeline-detail",
        words=QT_TRANSLATE_NOOP("Command", "All steps of the &pipeline"),
        run=lambda page: page.toggle_detail(),
        menu="view",
        keys=("D",),
        checked=lambda page: page.session.lens.option("detail") in FULL,
    ),
    Command(
        id="pipeline-fit",
        words=QT_TRANSLATE_NOOP("Command", "All steps &in sight at once"),
        run=lambda page: page.toggle_fit(),
        menu="view",
        keys=("Shift+D",),
        checked=lambda page: page.session.lens.option("detail") == "fit",
    ),
    Command(
        id="table-twin",
        words=QT_TRANSLATE_NOOP("Command", "As a &table"),
        run=lambda page: page.toggle_table(),
        menu="view",
        keys=("T",),
        checked=lambda page: page.session.lens.option("pipeline") == "table",
    ),
    Command(
        id="pipeline-compare",
        words=QT_TRANSLATE_NOOP("Command", "&Compare with another date or place"),
        run=lambda page: page.toggle_compare(),
        menu="view",
        keys=("C",),
        checked=lambda page: is_comparing(page.session.lens),
        enabled=lambda page: page.session.lens.page != "casewalk",
        submenu=PIPELINE_MENU,
    ),
    *(
        Command(
            id=f"second-date-{name}",
            words=words,
            run=_second(months),
            menu="view",
            keys=keys,
            also=also,
            enabled=lambda page: is_comparing(page.session.lens),
            submenu=PIPELINE_MENU,
        )
        for name, words, months, keys, also in (
            (
                "month-back",
                QT_TRANSLATE_NOOP("Command", "Second date one month earlier"),
                -1,
                ("Ctrl+[",),
                (),
            ),
            (
                "month-forward",
                QT_TRANSLATE_NOOP("Command", "Second date one month later"),
                1,
                ("Ctrl+]",),
                (),
            ),
            (
                "year-back",
                QT_TRANSLATE_NOOP("Command", "Second date one year earlier"),
                -12,
                ("Ctrl+Shift+[",),
                ("Ctrl+{", "Ctrl+Shift+{"),
            ),
            (
                "year-forward",
                QT_TRANSLATE_NOOP("Command", "Second date one year later"),
                12,
                ("Ctrl+Shift+]",),
                ("Ctrl+}", "Ctrl+Shift+}"),
            ),
        )
    ),
    Command(
        id="pipeline-counts",
        words=QT_TRANSLATE_NOOP("Command", "Published cou&nts"),
        run=lambda page: page.toggle_counts(),
        menu="view",
        keys=("N",),
        checked=lambda page: bool(page.session.lens.option("counts")),
        submenu=PIPELINE_MENU,
    ),
    Command(
        id="pipeline-group",
        words=QT_TRANSLATE_NOOP("Command", "Open or fold the &group of the step"),
        run=lambda page: page.turn_current_group(),
        menu="view",
        keys=("G",),
        enabled=lambda page: page.session.lens.option("detail") in FULL,
        submenu=PIPELINE_MENU,
    ),
    Command(
        id="pipeline-groups",
        words=QT_TRANSLATE_NOOP("Command", "Open or fold &all groups"),
        run=lambda page: page.turn_all_groups(),
        menu="view",
        keys=("Shift+G",),
        enabled=lambda page: page.session.lens.option("detail") in FULL,
        submenu=PIPELINE_MENU,
    ),
    Command(
        id="pipeline-forward",
        words=QT_TRANSLATE_NOOP("Command", "Follow the path &forward from the step"),
        run=lambda page: page.trace_current("forward"),
        menu="view",
        keys=("O",),
        submenu=PIPELINE_MENU,
    ),
    Command(
        id="pipeline-back",
        words=QT_TRANSLATE_NOOP("Command", "Follow the path &back from the step"),
        run=lambda page: page.trace_current("back"),
        menu="view",
        keys=("Shift+O",),
        submenu=PIPELINE_MENU,
    ),
    Command(
        id="pipeline-no-place",
        words=QT_TRANSLATE_NOOP("Command", "Show the path without a &place"),
        run=lambda page: page.clear_place(),
        menu="view",
        keys=("Shift+C",),
        enabled=lambda page: bool(page.session.lens.place) and page.session.lens.page != "casewalk",
        submenu=PIPELINE_MENU,
    ),
)
