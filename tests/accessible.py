"""The accessibility tree of a window, read in this process as a screen reader would."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface

CONTROLS = frozenset(
    {
        QAccessible.Role.PushButton,
        QAccessible.Role.ButtonMenu,
        QAccessible.Role.ButtonDropDown,
        QAccessible.Role.CheckBox,
        QAccessible.Role.RadioButton,
        QAccessible.Role.EditableText,
        QAccessible.Role.ComboBox,
        QAccessible.Role.SpinBox,
        QAccessible.Role.Slider,
        QAccessible.Role.List,
        QAccessible.Role.Table,
        QAccessible.Role.Tree,
        QAccessible.Role.Document,
    }
)


class Spoken(NamedTuple):
    """One thing that a screen reader can come to."""

    role: QAccessible.Role
    name: str
    description: str
    rect: QRect
    hidden: bool


def tree(top: QObject, most: int = 400) -> Iterator[Spoken]:
    """Everything below *top*, parents first; of long lists only the first *most* items."""
    found = QAccessible.queryAccessibleInterface(top)
    if found is not None:
        yield from _below(found, most)


def _below(place: QAccessibleInterface, most: int) -> Iterator[Spoken]:
    yield Spoken(
        place.role(),
        place.text(QAccessible.Text.Name),
        place.text(QAccessible.Text.Description),
        place.rect(),
        bool(place.state().invisible),
    )
    for number in range(min(place.childCount(), most)):
        child = place.child(number)
        if child is not None and child.isValid():
            yield from _below(child, most)


def nameless(top: QObject) -> list[Spoken]:
    """The controls in sight that a screen reader could not name."""
    return [
        one for one in tree(top) if one.role in CONTROLS and not one.hidden and not one.name.strip()
    ]
