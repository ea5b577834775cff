"""The commands of the timeline, for menus and keys."""

from __future__ import annotations

from typing import Final

from explorer.timeline.arrangement import folded
from explorer.timeline.filter import Filter
from explorer.ui.commands import Command
from explorer.ui.words import QT_TRANSLATE_NOOP

TIMELINE_MENU: Final = QT_TRANSLATE_NOOP("Command", "T&imeline")

COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "table-twin",
        QT_TRANSLATE_NOOP("Command", "As a &table"),
        lambda page: page.toggle_table(),
        "view",
        ("T",),
        icon="table",
        checked=lambda page: page.session.lens.option("timeline") == "table",
    ),
    Command(
        "timeline-fit",
        QT_TRANSLATE_NOOP("Command", "All &years"),
        lambda page: page.canvas.fit(),
        "view",
        ("F",),
        icon="fit",
        submenu=TIMELINE_MENU,
    ),
    Command(
        "timeline-closer",
        QT_TRANSLATE_NOOP("Command", "&Closer"),
        lambda page: page.canvas.zoom(1),
        "view",
        ("+", "="),
        icon="zoom-in",
        submenu=TIMELINE_MENU,
    ),
    Command(
        "timeline-farther",
        QT_TRANSLATE_NOOP("Command", "Farther &away"),
        lambda page: page.canvas.zoom(-1),
        "view",
        ("-",),
        icon="zoom-out",
        submenu=TIMELINE_MENU,
    ),
    Command(
        "timeline-fit-item",
        QT_TRANSLATE_NOOP("Command", "Years of the &chosen item"),
        lambda page: page.fit_item(),
        "view",
        ("Shift+F",),
        enabled=lambda page: bool(page.item_span()),
        submenu=TIMELINE_MENU,
    ),
    Command(
        "timeline-fit-era",
        QT_TRANSLATE_NOOP("Command", "Years of the &era"),
        lambda page: page.fit_era(),
        "view",
        ("E",),
        enabled=lambda page: bool(page.library.era_on(page.session.lens.moment)),
        submenu=TIMELINE_MENU,
    ),
    Command(
        "timeline-programs",
        QT_TRANSLATE_NOOP("Command", "All p&rograms"),
        lambda page: page.toggle_bars(),
        "view",
        ("B",),
        checked=lambda page: page.session.lens.option("bars") == "all",
        submenu=TIMELINE_MENU,
    ),
    Command(
        "timeline-fold",
        QT_TRANSLATE_NOOP("Command", "Fold the &lane"),
        lambda page: page.lanes.fold(page.lanes.current()),
        "view",
        ("L",),
        checked=lambda page: page.lanes.current() in folded(page.session.lens),
        submenu=TIMELINE_MENU,
    ),
    Command(
        "timeline-lane-up",
        QT_TRANSLATE_NOOP("Command", "Move the lane &up"),
        lambda page: page.lanes.move(page.lanes.current(), -1),
        "view",
        ("Alt+Up",),
        submenu=TIMELINE_MENU,
    ),
    Command(
        "timeline-lane-down",
        QT_TRANSLATE_NOOP("Command", "Move the lane &down"),
        lambda page: page.lanes.move(page.lanes.current(), 1),
        "view",
        ("Alt+Down",),
        submenu=TIMELINE_MENU,
    ),
    Command(
        "play",  # the map has it as well, from month to month
        QT_TRANSLATE_NOOP("Command", "&Play through time"),
        lambda page: page.toggle_play(),
        "view",
        ("P",),
        icon="play",
        checked=lambda page: page.is_playing(),
    ),
    Command(
        "timeline-filter",
        QT_TRANSLATE_NOOP("Command", "&Filter events…"),
        lambda page: page.open_filter(),
        "view",
        ("/",),
        icon="filter",
        submenu=TIMELINE_MENU,
    ),
    Command(
        "timeline-clear",
        QT_TRANSLATE_NOOP("Command", "Show a&ll events"),
        lambda page: page.clear_filter(),
        "view",
        ("X",),
        enabled=lambda page: Filter.of(page.session.lens).is_on,
        submenu=TIMELINE_MENU,
    ),
)
