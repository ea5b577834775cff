"""Every setting once: default, range, label, help."""

from __future__ import annotations

import configparser
import io
from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Final, NamedTuple

from explorer.paths import write_whole

THEMES: Final = ("system", "light", "dark", "contrast", "projector")
CITATION_STYLES: Final = ("chicago", "apa", "mla")
SCALES: Final = (100, 300)  # per cent
NOTES: Final = (14, 56)  # pixels of the speaker’s notes
SECTION: Final = "explorer"
LAYOUT: Final = "layout"  # sizes of windows and panes, by name


class BadValue(NamedTuple):
    """A stored value that could not be used, and what is used instead."""

    name: str
    value: str
    used: Any
    allowed: str  # "light, dark" or "100 to 300"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802, ARG001 - lupdate looks for it
    """Mark *text* for translators and return it as it is."""
    return text


def _one_of(choices: tuple[str, ...], label: str, help: str) -> Any:
    return field(default=choices[0], metadata={"choices": choices, "label": label, "help": help})


def _number(default: int, low: int, high: int, label: str, help: str) -> Any:
    return field(default=default, metadata={"low": low, "high": high, "label": label, "help": help})


def _flag(default: bool, label: str, help: str) -> Any:
    return field(default=default, metadata={"label": label, "help": help})


def _text(label: str, help: str, languages: bool = False, form: bool = True) -> Any:
    about = {"label": label, "help": help, "languages": languages, "form": form}
    return field(default="", metadata=about)


@dataclass(frozen=True)
class Settings:
    """What the reader chose; one field is one setting, stored under its own name.

    >>> Settings().theme, Settings().text_scale
    ('system', 100)
    """

    theme: str = _one_of(
        THEMES,
        QT_TRANSLATE_NOOP("Settings", "Theme"),
        QT_TRANSLATE_NOOP("Settings", "Colors: those of the system, or one of our own."),
    )
    text_scale: int = _number(
        100,
        *SCALES,
        QT_TRANSLATE_NOOP("Settings", "Text size"),
        QT_TRANSLATE_NOOP("Settings", "Percent of the system’s text size."),
    )
    language: str = _text(
        QT_TRANSLATE_NOOP("Settings", "Language"),
        QT_TRANSLATE_NOOP("Settings", "Takes effect at the next start."),
        languages=True,
    )
    welcome: bool = _flag(
        True,
        QT_TRANSLATE_NOOP("Settings", "Welcome"),
        QT_TRANSLATE_NOOP("Settings", "Show the three starting points when the program starts."),
    )
    citation_style: str = _one_of(
        CITATION_STYLES,
        QT_TRANSLATE_NOOP("Settings", "Citations"),
        QT_TRANSLATE_NOOP("Settings", "The style that citations are set in."),
    )
    last_link: str = _text(
        QT_TRANSLATE_NOOP("Settings", "Last place"),
        QT_TRANSLATE_NOOP("Settings", "The link that was open when the program was last left."),
        form=False,
    )
    last_tour: str = _text(
        QT_TRANSLATE_NOOP("Settings", "Last tour"),
        QT_TRANSLATE_NOOP("Settings", "The tour that was presented last; F5 starts it again."),
        form=False,
    )
    audience_screen: str = _text(
        QT_TRANSLATE_NOOP("Settings", "Audience’s screen"),
        QT_TRANSLATE_NOOP("Settings", "The screen that the audience had last, by its name."),
        form=False,
    )
    notes_size: int = _number(
        22,
        *NOTES,
        QT_TRANSLATE_NOOP("Settings", "Speaker notes"),
        QT_TRANSLATE_NOOP("Settings", "Pixels of the speaker’s notes; + and − while presenting."),
    )
    layout: Mapping[str, str] = field(default_factory=dict)  # window and panes, as they were left

    def but(self, **changes: Any) -> Settings:
        """These settings with some changed."""
        return replace(self, **changes)

    def with_layout(self, name: str, value: str) -> Settings:
        """These settings with the saved size of one window or pane."""
        return self.but(layout={**self.layout, name: value})


CHOICES: Final = tuple(f for f in fields(Settings) if f.name != "layout")


FORM: Final = tuple(f for f in CHOICES if f.metadata.get("form", True))  # those a form asks for


def reference() -> str:
    """All settings as a table in Markdown, as the README has it."""
    rows = [
        f"| `{f.name}` | {f.metadata['label']} | {_allowed(f)} | `{_written(f.default)}` "
        f"| {f.metadata['help']} |"
        for f in CHOICES
    ]
    head = "| Name | Setting | Values | At first | Meaning |\n|---|---|---|---|---|"
    return "\n".join([head, *rows]).replace("``", "(empty)")


def _allowed(setting: Field[Any]) -> str:
    about = setting.metadata
    if "choices" in about:
        return ", ".join(about["choices"])
    if "low" in about:
        return f"{about['low']} to {about['high']}"
    return "yes, no" if isinstance(setting.default, bool) else "text"


def read(file: Path) -> tuple[Settings, tuple[BadValue, ...]]:
    """The settings in *file*; whatever is missing or cannot be used has its default.

    Nothing is raised for a file that is not there or not readable: the defaults are used, and
    each value that was refused is returned so that the reader can be told.
    """
    parser = _parser()
    try:
        parser.read(file, encoding="utf-8")
    except (configparser.Error, OSError, UnicodeDecodeError) as error:
        return Settings(), (BadValue("settings.ini", " ".join(str(error).split()), "", ""),)
    stored = dict(parser[SECTION]) if parser.has_section(SECTION) else {}
    values, bad = {}, []
    for setting in CHOICES:
        if setting.name in stored:
            try:
                values[setting.name] = value_of(setting, stored[setting.name])
            except ValueError as error:
                text = stored[setting.name]
                bad.append(BadValue(setting.name, text, setting.default, str(error)))
    layout = dict(parser[LAYOUT]) if parser.has_section(LAYOUT) else {}
    return Settings(**values, layout=layout), tuple(bad)


def value_of(setting: Field[Any], text: str) -> Any:
    """The value that *text* means; a :class:`ValueError` says what is allowed."""
    about = setting.metadata
    if "choices" in about:
        if text not in about["choices"]:
            raise ValueError(", ".join(about["choices"]))
        return text
    if "low" in about:
        if not text.isdecimal() or not about["low"] <= int(text) <= about["high"]:
            raise ValueError(f"{about['low']} to {about['high']}")
        return int(text)
    if isinstance(setting.default, bool):
        if text not in ("yes", "no"):
            raise ValueError("yes, no")
        return text == "yes"
    return text


def write(file: Path, settings: Settings) -> None:
    """Store the settings, the whole file or none of it; an :class:`OSError` if it cannot be."""
    parser = _parser()
    parser[SECTION] = {f.name: _written(getattr(settings, f.name)) for f in CHOICES}
    parser[LAYOUT] = dict(settings.layout)
    text = io.StringIO()
    parser.write(text)
    write_whole(file, text.getvalue().encode())


def _parser() -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # names keep their case
    return parser


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
