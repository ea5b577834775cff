"""What is wrong with the texts of a window: overlaps, cuts, and ellipses that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QScrollBar,
    QToolTip,
    QWidget,
)

from tests.harness.texts import Text, in_window, lies_over, path_to, texts, where

ROOM = 1  # pixels that boxes may share, and that a clip may take, for roundings
ELLIPSIS = "…"
PANNED = ("Canvas",)  # the timeline: its years are dragged along without a scroll bar
CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QScrollBar)


@dataclass(frozen=True)
class Fault:
    """One thing that a reader could not read, and where it is in the window."""

    rule: str
    told: str
    box: QRectF

    def __str__(self) -> str:
        return f"{self.rule}: {self.told}"


def faults(window: QWidget) -> list[Fault]:
    """Everything that is wrong with the texts that *window* shows now."""
    found = texts(window)
    return [
        *_overlaps(found),
        *_cuts(found),
        *_covered(found, window),
        *_ellipses(found, window),
    ]


# ------------------------------------------------------------------------------ overlaps


def _overlaps(found: Sequence[Text]) -> Iterator[Fault]:
    """Two texts that share more than a pixel in both directions."""
    shown = sorted((text for text in found if not text.seen.isEmpty()), key=lambda t: t.box.top())
    for at, upper in enumerate(shown):
        for lower in shown[at + 1 :]:
            if lower.box.top() > upper.box.bottom():
                break
            shared = _shared(upper, lower)
            if shared is not None:
                yield Fault("overlap", f"{upper}\n      and {lower}", shared)


def _shared(one: Text, other: Text) -> QRectF | None:
    box = one.box.intersected(other.box)
    if box.width() <= ROOM or box.height() <= ROOM:
        return None
    seen = one.seen.intersected(other.seen).boundingRect()
    return box if seen.width() > ROOM and seen.height() > ROOM else None


# ---------------------------------------------------------------------------------- cuts


def _cuts(found: Sequence[Text]) -> Iterator[Fault]:
    """Texts of which a part is clipped away where nothing can be scrolled."""
    parts = _parts(found)
    for text in found:
        whole, near = text.ink.toRect(), parts.get(id(text.widget), [])
        left = text.clipped.boundingRect()
        if left.isEmpty():
            if not _areas(text.widget):
                yield Fault("out of sight", str(text), text.box)
            continue
        lost = {
            "left": left.left() - whole.left(),
            "right": whole.right() - left.right(),
            "top": left.top() - whole.top(),
            "bottom": whole.bottom() - left.bottom(),
        }
        sides = [side for side, by in lost.items() if by > ROOM and not _scrolls(text, side, near)]
        if sides:
            lengths = ", ".join(f"{side} by {lost[side]} px" for side in sides)
            yield Fault("cut", f"{text}\n      cut at the {lengths}", text.box)


def _areas(widget: QWidget) -> list[QAbstractScrollArea]:
    """The scroll areas in which a widget lies, the innermost first."""
    found = []
    part: QWidget | None = widget
    while part is not None:
        parent = part.parentWidget()
        if isinstance(parent, QAbstractScrollArea) and parent.viewport() is part:
            found.append(parent)
        part = parent
    return found


def _scrolls(text: Text, side: str, parts: Sequence[QRect]) -> bool:
    """Whether what is missing at a side can be brought into sight by scrolling or typing."""
    flat = side in ("left", "right")
    if flat and isinstance(text.widget, QLineEdit):
        return bool(text.widget.text())
    edges = [_edges(area) for area in _areas(text.widget) if _moves(area, flat)]
    inner = parts if edges else ()
    return any(_touches(text.clip, edge, side) for edge in (*edges, *inner))


def _edges(area: QAbstractScrollArea) -> QRect:
    port = area.viewport()
    return QRect(port.mapTo(port.window(), QPoint()), port.size())


def _moves(area: QAbstractScrollArea, flat: bool) -> bool:
    parent = area.parentWidget()
    if isinstance(area, QHeaderView) and isinstance(parent, QAbstractScrollArea):
        area = parent  # the head of a table goes with it
    bar = area.horizontalScrollBar() if flat else area.verticalScrollBar()
    return bar.maximum() > bar.minimum() or (flat and type(area).__name__ in PANNED)


def _parts(found: Sequence[Text]) -> dict[int, list[QRect]]:
    """The large clips in each painted widget: parts of it that move under fixed edges."""
    parts: dict[int, list[QRect]] = {}
    for text in found:
        port = text.widget.size()
        if text.clip.width() >= port.width() / 2 and text.clip.height() >= port.height() / 4:
            known = parts.setdefault(id(text.widget), [])
            if text.clip not in known:
                known.append(text.clip)
    return parts


def _touches(clip: QRect, edges: QRect, side: str) -> bool:
    gap = {
        "left": clip.left() - edges.left(),
        "right": edges.right() - clip.right(),
        "top": clip.top() - edges.top(),
        "bottom": edges.bottom() - clip.bottom(),
    }[side]
    return abs(gap) <= 2


# ------------------------------------------------------------------------------- covered


def _covered(found: Sequence[Text], window: QWidget) -> Iterator[Fault]:
    """Texts of which a part is painted over, or lies under a control."""
    controls = [
        (part, QRectF(in_window(part)))
        for kind in CONTROLS
        for part in window.findChildren(kind)
        if part.isVisible()
    ]
    for text in found:
        shown = QRectF(text.seen.boundingRect())
        for cover in text.covers:
            shared = QRectF(text.seen.intersected(cover).boundingRect())
            if shared.width() > 2 * ROOM and shared.height() > 2 * ROOM:
                told = f"{text}\n      by an area over {where(shared)}"
                yield Fault("painted over", told, shared)
        for part, box in controls:
            shared = box.intersected(shown)
            if shared.width() <= ROOM or shared.height() <= ROOM:
                continue
            floats = lies_over(text.widget, part) or lies_over(part, text.widget)
            if not floats and not _related(part, text.widget):
                told = f"{text}\n      and {path_to(part)} at {where(box)}"
                yield Fault("meets a control", told, shared)


def _related(one: QWidget, other: QWidget) -> bool:
    return one is other or one.isAncestorOf(other) or other.isAncestorOf(one)


# ------------------------------------------------------------------------------ ellipses


def _ellipses(found: Sequence[Text], window: QWidget) -> Iterator[Fault]:
    """Shortened texts whose whole words nothing at their place gives."""
    for text in found:
        if ELLIPSIS in text.words and not text.seen.isEmpty() and not _is_told(text, window):
            yield Fault("no tooltip", str(text), text.box)


def _is_told(text: Text, window: QWidget) -> bool:
    """Whether a tooltip or a full name at the place of a text has the words that were cut."""
    at = text.seen.boundingRect().center()
    parts = [_plain(part) for part in text.words.split(ELLIPSIS) if part.strip()]
    for words in _said_at(text.widget, text.widget.mapFrom(window, at)):
        plain = _plain(words)
        whole = _plain(text.words) in plain  # the ellipsis is part of the words themselves
        if whole or (all(part in plain for part in parts) and len(plain) > len("".join(parts))):
            return True
    return False


def _said_at(widget: QWidget, at: QPoint) -> Iterator[str]:
    yield tip_at(widget, at)
    part: QWidget | None = widget
    while part is not None and not part.isWindow():
        for name in ("text", "toPlainText", "title"):
            said = getattr(part, name, None)
            if callable(said) and not _areas(widget)[1:]:
                words = said() if name != "title" else ""
                yield str(words)
        yield part.accessibleName()
        if isinstance(part, QAbstractScrollArea):
            break
        part = part.parentWidget()
    face = QAccessible.queryAccessibleInterface(widget)
    if face is not None and face.isValid():
        point = widget.mapToGlobal(at)
        child = face.childAt(point.x(), point.y())
        if child is not None and child.isValid():
            yield child.text(QAccessible.Text.Name)


def tip_at(widget: QWidget, at: QPoint) -> str:
    """The tooltip that comes when the mouse rests at a place of a widget."""
    QToolTip.showText(QPoint(), "")
    for label in QApplication.topLevelWidgets():
        if isinstance(label, QWidget) and label.inherits("QTipLabel"):
            label.hide()
    event = QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at))
    QApplication.sendEvent(widget, event)
    words = QToolTip.text()
    QToolTip.showText(QPoint(), "")
    return words


def _plain(words: str) -> str:
    return " ".join(words.replace("\u00ad", "").replace("\u00a0", " ").split())
