"""Running text of the desk: as tall as its words, with links, and the paper it lies on."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape
from typing import Final

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from explorer.content.library import Library
from explorer.ui.paint import Look, panel
from explorer.ui.statistics import dot, linked
from explorer.ui.widgets import ReadingText, viewport_of

_SCROLLS: Final = (
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_Home, Qt.Key.Key_End),
)


class Prose(ReadingText):
    """Text that is never scrolled inside: the page scrolls instead."""

    opened = Signal(str)  # the target of a link

    def __init__(self, look: Look, name: str, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._heights: dict[int, int] = {}
        self.edge = look.space(1)  # pixels around the words
        self.setAccessibleName(name)
        for set_policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.document().setDocumentMargin(self.edge)
        self.setAutoFillBackground(False)
        viewport_of(self).setAutoFillBackground(False)
        self.anchorClicked.connect(self._tell)

    def write(self, html: str) -> None:
        """Show other text."""
        font = self.look.font("body")
        self.document().setDefaultFont(font)
        self.document().setDocumentMargin(self.edge)
        color = self.look.color("text").name()
        self.setHtml(f'<div style="color:{color}; font-size:{font.pixelSize()}px">{html}</div>')
        dot(self.document())
        self._heights.clear()
        if self.isVisible():
            self.document().setTextWidth(viewport_of(self).width())
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's spelling
        """As tall as the words are at that width."""
        if width not in self._heights:
            document, shown = self.document(), self.document().textWidth()
            with QSignalBlocker(document.documentLayout()):  # else the view sets its own width back
                document.setTextWidth(width)
                self._heights[width] = math.ceil(document.size().height())
                if self.isVisible():  # else it gets its width before it is seen
                    document.setTextWidth(shown)
        return self._heights[width]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """A comfortable line."""
        width = self.look.reading_width() // 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """A few words; the height follows the width."""
        return QSize(self.look.reading_width() // 6, self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Break the lines for the new width."""
        super().resizeEvent(event)
        self.document().setTextWidth(viewport_of(self).width())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's spelling
        """Keys that scroll are the page's."""
        if event.key() in _SCROLLS and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: N802 - Qt's spelling
        """From link to link inside, kept in sight."""
        done = super().focusNextPrevChild(onward)
        area = self._area()
        inside = area.widget() if area is not None else None
        if done and self.hasFocus() and area is not None and inside is not None:
            at = self.mapTo(inside, self.cursorRect().center())
            area.ensureVisible(at.x(), at.y(), 0, self.fontMetrics().height() * 3)
        return done

    def _area(self) -> QScrollArea | None:
        part = self.parentWidget()
        while part is not None and not isinstance(part, QScrollArea):
            part = part.parentWidget()
        return part

    def _tell(self, url: QUrl) -> None:
        self.opened.emit(url.toString())


class Paper(QFrame):
    """A rounded sheet of paper that holds one part of the desk."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.column = QVBoxLayout(self)
        edge = look.space("l")
        self.column.setContentsMargins(edge, look.space("m"), edge, look.space("m"))
        self.column.setSpacing(look.space("s"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the paper."""
        painter = QPainter(self)
        try:
            panel(painter, QRectF(self.rect()), self.look)
        finally:  # a painter that outlives an error takes the program with it
            painter.end()


class Writer:
    """Words of the content as HTML in a look; with a library, their statistics as links."""

    def __init__(self, look: Look, library: Library | None = None) -> None:
        self.look, self.library = look, library

    def told(self, text: str, role: str = "text") -> str:
        """A text of the content as HTML."""
        return linked(self.library, text, self.color(role)) if self.library else escape(text)

    def color(self, role: str) -> str:
        """The color of a role, as HTML writes it."""
        return self.look.color(role).name()

    def line(
        self,
        text: str,
        size: str = "body",
        role: str = "text",
        bold: bool = False,
        above: int = 0,
        plain: bool = True,
    ) -> str:
        """A paragraph."""
        weight = 600 if bold else 400
        pixels = self.look.font(size).pixelSize()
        style = (
            f"font-size:{pixels}px; font-weight:{weight}; color:{self.color(role)};"
            f" margin:{self.look.space(above)}px 0 0 0"
        )
        return f'<p style="{style}">{self.told(text, role) if plain else text}</p>'

    def head(self, text: str, above: int = 0) -> str:
        """The heading of a part."""
        return self.line(text, "heading", bold=True, above=above)

    def small_head(self, text: str, above: int = 3) -> str:
        """A heading inside a part."""
        return self.line(text, "small", "text-quiet", bold=True, above=above)

    def fact(self, name: str, html: str, size: str = "body") -> str:
        """A name and what belongs to it, as HTML."""
        shown = f'<span style="color:{self.color("text-quiet")}">{escape(name)}</span> {html}'
        return self.line(shown, size, above=1, plain=False)

    def link(self, ref: str, text: str) -> str:
        """Words that open a record."""
        style = f"color:{self.color('link')}; text-decoration:none; font-weight:600"
        return f'<a href="{escape(ref)}" style="{style}">{escape(text)}</a>'

    def hanging(self, first: str, rest: str, width: int) -> str:
        """Something *width* pixels wide, and beside it what belongs to it, both HTML."""
        return (
            '<table width="100%" cellspacing="0" cellpadding="0"><tr>'
            f'<td width="{width}" valign="top">{first}</td><td valign="top">{rest}</td></tr></table>'
        )

    def columns(self, rows: Sequence[Sequence[str]], gap: str = "m") -> str:
        """Rows of cells of equal width, each cell HTML, parted by a space of the look."""
        count = max(len(row) for row in rows)
        below, right, top = self.look.space(gap), self.look.space("m"), self.look.space(1)
        told = "".join(
            "<tr>"
            + "".join(
                f'<td width="{100 // count}%" valign="top" style="padding:{top if gap == "m" else 0}px {right}px {below}px 0">'
                f"{cell}</td>"
                for cell in (*row, *[""] * (count - len(row)))
            )
            + "</tr>"
            for row in rows
        )
        return f'<table width="100%" cellspacing="0" cellpadding="0">{told}</table>'


def letters(look: Look, count: int) -> int:
    """Pixels that some average letters take."""
    return round(QFontMetricsF(look.font()).averageCharWidth() * count)
