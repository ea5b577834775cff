"""Named colors, shapes and measures of a theme."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import msgspec

from explorer.paths import resources

NAMES: Final = ("light", "dark", "contrast", "projector")

LANES: Final = (
    "lane-federal-program",
    "lane-federal-policy",
    "lane-states-and-localities",
    "lane-courts",
    "lane-congress",
    "lane-public-debate",
)
SHAPES: Final[Mapping[str, str]] = MappingProxyType(
    dict(
        zip(
            LANES,
            ("square", "circle", "triangle-up", "diamond", "hexagon", "triangle-down"),
            strict=True,
        )
    )
)
ACTORS: Final = tuple(
    f"actor-{name}" for name in ("local", "state", "fbi", "dhs", "ice", "court", "outcome", "exit")
)
OUTCOMES: Final = tuple(
    f"outcome-{name}"
    for name in (
        "hold",
        "no-hold",
        "notify-only",
        "priority",
        "continue",
        "open",
        "see-other-policy",
    )
)
SERIES: Final = tuple(f"series-{number}" for number in range(1, 6))
MAP_STEPS: Final = tuple(f"map-step-{number}" for number in range(1, 6))
ROLES: Final = (
    *("window", "panel", "panel-border", "panel-sunk", "band", "grid", "hover"),
    *("control", "control-border", "tip", "on-tip"),
    *("text", "text-quiet", "ghost", "link", "conflict", "not-researched"),
    *("accent", "accent-soft", "on-accent", "focus", "selection", "on-selection"),
    *("moment", "on-moment", "changed", "changed-soft", "on-changed"),
    *("on-chip", "map-land", "map-border", "map-no-date"),
    *(*LANES, *ACTORS, *OUTCOMES, *SERIES, *MAP_STEPS),
)

# Which role is written or drawn on which ground; the tests measure each pair in every theme.
_GROUNDS: Final = ("window", "panel", "panel-sunk", "band", "hover", *ACTORS)
TEXT_ON: Final = (
    *((text, ground) for text in ("text", "text-quiet") for ground in _GROUNDS),
    *((text, "panel") for text in ("link", "accent", "conflict", "not-researched", "ghost")),
    *((text, "window") for text in ("link", "accent")),
    *((text, "control") for text in ("text", "text-quiet")),
    *((text, "changed-soft") for text in ("text", "on-changed")),
    *((text, "accent-soft") for text in ("text", "text-quiet", "accent", "link")),
    *(("on-chip", chip) for chip in (*LANES, *OUTCOMES)),
    *(("on-accent", "accent"), ("on-selection", "selection")),
    *(("on-moment", "moment"), ("on-tip", "tip")),
)
MARK_ON: Final = (
    *((mark, "panel") for mark in (*LANES, *OUTCOMES, *SERIES)),
    *((mark, "panel") for mark in ("accent", "focus", "moment", "changed", "conflict")),
    *((mark, "panel") for mark in ("not-researched", "control-border")),
    *((mark, "window") for mark in ("accent", "focus", "moment")),
    ("map-no-date", "map-land"),
    ("map-border", "map-land"),
)
LEAST_TEXT: Final = 4.5  # WCAG 2.2, 1.4.3
LEAST_MARK: Final = 3.0  # WCAG 2.2, 1.4.11

SIZES: Final[Mapping[str, float]] = MappingProxyType(
    {  # times the size of body text
        "caption": 12 / 14,
        "small": 13 / 14,
        "body": 1.0,
        "lead": 16 / 14,
        "heading": 18 / 14,
        "title": 23 / 14,
        "display": 31 / 14,
    }
)
BASE_SIZE: Final = 14.0  # pixels of body text at 100 %
SPACES: Final[Mapping[str, int]] = MappingProxyType(
    {"xs": 1, "s": 2, "m": 3, "l": 4, "xl": 6, "xxl": 8}  # times UNIT
)
UNIT: Final = 4  # pixels
RADIUS: Final = 10  # pixels; of a panel
LINES: Final[Mapping[str, float]] = MappingProxyType(
    {"hair": 1.0, "line": 1.5, "bold": 2.5}  # pixels
)

_HEX: Final = re.compile(r"#[0-9a-f]{6}")
_KEYS: Final = ("name", "dark", "text_scale", "line_scale", "colors", "roles")


class ThemeError(Exception):
    """A theme file that cannot be used; the text names the file, the key and the reason."""

    def __init__(self, file: Path, key: str, reason: str) -> None:
        super().__init__(f"{file.name}: {key}: {reason}" if key else f"{file.name}: {reason}")
        self.file = file
        self.key = key
        self.reason = reason


class Theme(msgspec.Struct, frozen=True):
    """The colors of the program by role, and how large its type and lines are."""

    name: str
    is_dark: bool
    colors: Mapping[str, str]  # role -> "#rrggbb"
    text_scale: float = 1.0
    line_scale: float = 1.0

    @property
    def label(self) -> str:
        """The id of the theme's name on screen."""
        return f"theme-{self.name}"

    def color(self, role: str) -> str:
        """The color of a role as ``#rrggbb``; a :class:`KeyError` names the nearest role."""
        try:
            return self.colors[role]
        except KeyError:
            raise KeyError(f"no role {role!r}{_nearest(role, self.colors)}") from None

    def shape(self, role: str) -> str:
        """The shape that goes with a lane's color, so that color never stands alone."""
        return SHAPES.get(role, "circle")


def theme_names() -> tuple[str, ...]:
    """Every theme that can be loaded, the bundled four first."""
    found = {file.stem for file in (resources() / "themes").glob("*.toml")}
    return (*(name for name in NAMES if name in found), *sorted(found.difference(NAMES)))


def load_theme(name: str) -> Theme:
    """The theme of that name; a :class:`ValueError` names the nearest one that is there."""
    known = theme_names()
    if name not in known:
        raise ValueError(f"no theme {name!r}{_nearest(name, known)}")
    return read_theme(resources() / "themes" / f"{name}.toml")


def read_theme(file: Path) -> Theme:
    """The theme in *file*; a :class:`ThemeError` says what is wrong with it and where."""
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ThemeError(file, "", str(error)) from error
    _refuse_unknown(file, "", data, _KEYS)
    colors = _colors(file, _get(file, data, "colors", dict))
    return Theme(
        name=_get(file, data, "name", str),
        is_dark=_get(file, data, "dark", bool),
        colors=_roles(file, _get(file, data, "roles", dict), colors),
        text_scale=_scale(file, data, "text_scale"),
        line_scale=_scale(file, data, "line_scale"),
    )


def contrast(one: str, other: str) -> float:
    """The contrast of two colors by WCAG 2.2, from 1 to 21.

    >>> round(contrast("#ffffff", "#000000"))
    21
    """
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: str) -> float:
    red, green, blue = (_linear(int(color[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _colors(file: Path, table: Mapping[str, Any]) -> dict[str, str]:
    for name, value in table.items():
        if not isinstance(value, str) or not _HEX.fullmatch(value):
            raise ThemeError(file, f"colors.{name}", f"{value!r} is not a color such as #1f5fa8")
    return dict(table)


def _roles(file: Path, table: Mapping[str, Any], colors: Mapping[str, str]) -> Mapping[str, str]:
    _refuse_unknown(file, "roles.", table, ROLES)
    for role in ROLES:
        if role not in table:
            raise ThemeError(file, f"roles.{role}", "missing; name one of the colors")
    for role, color in table.items():
        if color not in colors:
            near = _nearest(str(color), colors)
            raise ThemeError(file, f"roles.{role}", f"no color {color!r}{near}")
    return MappingProxyType({role: colors[table[role]] for role in ROLES})


def _refuse_unknown(file: Path, at: str, table: Mapping[str, Any], known: tuple[str, ...]) -> None:
    for key in table:
        if key not in known:
            raise ThemeError(file, f"{at}{key}", f"unknown{_nearest(key, known)}")


def _get(file: Path, data: Mapping[str, Any], key: str, kind: type) -> Any:
    if key not in data:
        raise ThemeError(file, key, "missing")
    if not isinstance(data[key], kind):
        raise ThemeError(file, key, f"{data[key]!r} is not a {kind.__name__}")
    return data[key]


def _scale(file: Path, data: Mapping[str, Any], key: str) -> float:
    value = data.get(key, 1.0)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 1 <= value <= 3:
        raise ThemeError(file, key, f"{value!r} is not a number from 1 to 3")
    return float(value)


def _nearest(name: str, known: Any) -> str:
    import difflib  # only a slip needs it

    near = difflib.get_close_matches(name, list(known), n=1)
    return f"; did you mean {near[0]!r}?" if near else f"; known: {', '.join(sorted(known))}"
