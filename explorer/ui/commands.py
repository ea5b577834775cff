"""Every command once: id, words, keys, icon; menus, shortcut sheet and palette come from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

import msgspec
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from explorer.ui.words import QT_TRANSLATE_NOOP

MENUS: Final = ("file", "edit", "view", "go", "present", "help")
MENU_WORDS: Final = {
    "file": QT_TRANSLATE_NOOP("Command", "&File"),
    "edit": QT_TRANSLATE_NOOP("Command", "&Edit"),
    "view": QT_TRANSLATE_NOOP("Command", "&View"),
    "go": QT_TRANSLATE_NOOP("Command", "&Go"),
    "present": QT_TRANSLATE_NOOP("Command", "&Present"),
    "help": QT_TRANSLATE_NOOP("Command", "&Help"),
}


def _always(_: Any) -> bool:
    return True


class Command(msgspec.Struct, frozen=True):
    """Something that the reader can do, declared by the window or page that does it.

    ``words`` is the English text, marked with ``QT_TRANSLATE_NOOP("Command", "...")``; ``run``
    and ``enabled`` get the window or page that declares the command. Two panes may declare a
    command of one id: it then acts on the pane in use.
    """

    id: str
    words: str
    run: Callable[[Any], object]
    menu: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    enabled: Callable[[Any], bool] = _always
    checked: Callable[[Any], bool] | None = None  # None: not a choice that is on or off
    submenu: str = ""  # English text of a submenu, marked the same way
    also: tuple[str, ...] = ()  # what some keyboards send for the same keys; not shown
    section: int = 0  # a line stands between two sections of a menu

    def text(self) -> str:
        """The words in the reader's language."""
        return QCoreApplication.translate("Command", self.words)

    def plain(self) -> str:
        """The words outside of a menu: its submenu before them, no underlined letter, no dots."""
        if not self.submenu:
            return without_mark(self.text())
        both = QCoreApplication.translate("Command", "{0}: {1}")
        menu = QCoreApplication.translate("Command", self.submenu)
        return both.format(without_mark(menu), without_mark(self.text()))

    def shortcuts(self) -> list[QKeySequence]:
        """The keys as Qt compares them."""
        return [QKeySequence(key) for key in (*self.keys, *self.also)]

    def spoken_keys(self) -> str:
        """The keys as a person reads them: ``Ctrl+K or Ctrl+F``."""
        native = QKeySequence.SequenceFormat.NativeText
        either = QCoreApplication.translate("Command", "{0} or {1}")
        words = ""
        for key in self.keys:
            shown = QKeySequence(key).toString(native)
            words = either.format(words, shown) if words else shown
        return words


def without_mark(text: str) -> str:
    """A menu's text without the mark of its underlined letter and without its dots.

    >>> without_mark("&Save as…"), without_mark("Before && after")
    ('Save as', 'Before & after')
    """
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def menu_text(menu: str) -> str:
    """A menu's name in the reader's language."""
    return QCoreApplication.translate("Command", MENU_WORDS[menu])


def in_menus(commands: Iterable[Command]) -> dict[str, list[Command]]:
    """The commands of each menu, sections kept together, in the order in which they were given."""
    sorted_in: dict[str, list[Command]] = {menu: [] for menu in MENUS}
    for command in commands:
        sorted_in[command.menu].append(command)
    return {
        menu: sorted(found, key=lambda command: command.section)
        for menu, found in sorted_in.items()
    }


def doubles(commands: Sequence[Command]) -> list[tuple[str, str, str]]:
    """Keys that two different commands claim: the key, and both ids."""
    owner: dict[str, str] = {}
    found = []
    for command in commands:
        for key in command.shortcuts():
            name = key.toString()
            first = owner.setdefault(name, command.id)
            if first != command.id:
                found.append((name, first, command.id))
    return found


def match(words: str, commands: Iterable[Command]) -> list[Command]:
    """The commands whose words hold every given word, those that begin with them first."""
    wanted = words.casefold().split()
    found = [c for c in commands if all(word in c.plain().casefold() for word in wanted)]
    first = wanted[0] if wanted else ""
    return sorted(found, key=lambda command: not command.plain().casefold().startswith(first))
