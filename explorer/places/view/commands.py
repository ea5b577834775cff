"""The commands of the page of places."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from explorer.places import chosen
from explorer.ui.commands import Command
from explorer.ui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from explorer.places.view.page import PlacesView

PLACES_MENU: Final = QT_TRANSLATE_NOOP("Command", "Pla&ces")


def _layer(name: str) -> Callable[[PlacesView], object]:
    return lambda page: page.lay(name, name not in chosen.layers(page.session.lens))


COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "table-twin",
        QT_TRANSLATE_NOOP("Command", "As a &table"),
        lambda page: page.toggle_table(),
        "view",
        ("T",),
        checked=lambda page: page.session.lens.option("places") == "table",
    ),
    Command(
        "play",
        QT_TRANSLATE_NOOP("Command", "&Play through time"),
        lambda page: page.toggle_play(),
        "view",
        ("P",),
        icon="play",
        checked=lambda page: page.player.is_playing(),
    ),
    Command(
        "places-find",
        QT_TRANSLATE_NOOP("Command", "&Find a place…"),
        lambda page: page.find_place(),
        "view",
        ("Shift+P",),
        icon="place",
        submenu=PLACES_MENU,
    ),
    Command(
        "places-limits",
        QT_TRANSLATE_NOOP("Command", "Documented &limits on detainers"),
        _layer("limits"),
        "view",
        ("Shift+L",),
        checked=lambda page: "limits" in chosen.layers(page.session.lens),
        submenu=PLACES_MENU,
    ),
    Command(
        "places-agreements",
        QT_TRANSLATE_NOOP("Command", "287(g) &agreements"),
        _layer("agreements"),
        "view",
        ("Shift+A",),
        checked=lambda page: "agreements" in chosen.layers(page.session.lens),
        submenu=PLACES_MENU,
    ),
    Command(
        "places-walk",
        QT_TRANSLATE_NOOP("Command", "&Use this place in the case walk"),
        lambda page: page.walk_here(),
        "view",
        ("W",),
        icon="walk",
        enabled=lambda page: chosen.place(page.library, page.session.lens) is not None,
        submenu=PLACES_MENU,
    ),
)
