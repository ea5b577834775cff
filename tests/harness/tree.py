"""What a window tells a screen reader, read as a tree of names, roles and places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

ENOUGH = 400  # children of one part that are read; a table may have thousands
DEEP = 30
CONTROLS = frozenset(
    getattr(QAccessible.Role, name)
    for name in (
        *("Button", "ButtonMenu", "ButtonDropDown", "CheckBox", "RadioButton", "ComboBox"),
        *("EditableText", "Slider", "SpinBox", "PageTab", "List", "Table", "Tree"),
        *("ListItem", "TreeItem", "MenuItem", "Link"),
    )
)


@dataclass(frozen=True)
class Node:
    """One part of the tree as it was when it was read."""

    role: QAccessible.Role
    name: str
    about: str  # the description
    rect: QRect  # on screen
    shown: bool
    focusable: bool
    object: QObject | None
    inside: tuple[Node, ...]
    path: str

    def walk(self) -> Iterator[Node]:
        """This part and all that is in it, in the order of the tree."""
        yield self
        for node in self.inside:
            yield from node.walk()

    def __str__(self) -> str:
        place = (self.rect.x(), self.rect.y(), self.rect.width(), self.rect.height())
        return f"{self.role.name} “{self.name}” {place} in {self.path or 'the window'}"


def tree(widget: QWidget) -> Node:
    """The tree of a window or a part of it, as a screen reader could ask for it now."""
    face = QAccessible.queryAccessibleInterface(widget)
    assert face is not None, "nothing speaks for this widget"
    return _node(face, "", DEEP)


def _node(face: QAccessibleInterface, path: str, deep: int) -> Node:
    state, thing = face.state(), face.object()
    name = face.text(QAccessible.Text.Name)
    kind = type(thing).__name__ if thing is not None else face.role().name
    inner = f"{path} > {kind}" if path else kind
    children = range(min(face.childCount(), ENOUGH)) if deep else ()
    found = (face.child(number) for number in children)
    inside = tuple(
        _node(child, inner, deep - 1) for child in found if child is not None and child.isValid()
    )
    return Node(
        face.role(),
        name,
        face.text(QAccessible.Text.Description),
        face.rect(),
        not state.invisible,
        bool(state.focusable),
        thing,
        inside,
        path,
    )


def shown(node: Node) -> Iterator[Node]:
    """The parts that are in sight; nothing inside a hidden part is."""
    if node.shown:
        yield node
        for inner in node.inside:
            yield from shown(inner)


def nameless(window: Node) -> list[Node]:
    """Controls, and whatever else takes the focus, that have no name to be called by.

    A cell may be empty, and the inner sheet of a view goes by the name of the view.
    """
    return [
        node
        for node in shown(window)
        if (node.focusable or node.role in CONTROLS)
        and node.role != QAccessible.Role.Cell
        and not _is_inner_sheet(node.object)
        and not node.name.strip()
    ]


def _is_inner_sheet(thing: QObject | None) -> bool:
    view = thing.parent() if thing is not None else None
    return isinstance(view, QAbstractScrollArea) and view.viewport() is thing


def misplaced(view: Node) -> list[Node]:
    """Items of a view, said to be in sight, that have no name or no place inside the view."""
    items = [node for node in view.inside if node.role == QAccessible.Role.ListItem and node.shown]
    return [node for node in items if not node.name.strip() or not _is_inside(node, view)]


def _is_inside(item: Node, view: Node) -> bool:
    rect = item.rect
    return rect.width() > 0 and rect.height() > 0 and view.rect.intersects(rect)


def out_of_order(parts: list[Node]) -> list[tuple[Node, Node]]:
    """Neighbors in the tree of which the second stands before the first, as one reads."""
    return [
        (one, other)
        for at, one in enumerate(parts)
        for other in parts[at + 1 :]
        if comes_before(other.rect, one.rect)
    ]


def comes_before(one: QRect, other: QRect) -> bool:
    """Whether a reader comes to *one* first: it is wholly above, or beside at the left.

    >>> comes_before(QRect(0, 0, 50, 50), QRect(60, 20, 50, 50))
    True
    """
    if one.bottom() < other.top():
        return True
    return one.right() < other.left() and one.top() <= other.bottom()
