"""All steps of a talk as a grid, on both windows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from explorer.present.slides import Slide
from explorer.present.talk import columns
from explorer.present.view.dress import ink
from explorer.ui.paint import Look

EDGE: Final = 0.022  # of the height: around the grid and, halved, between its cells


class Cell(QFrame):
    """One step: its number and its headline."""

    picked = Signal(int)

    def __init__(self, slide: Slide, parent: QWidget) -> None:
        super().__init__(parent)
        self.slide = slide
        self.is_ringed = False
        self.look: Look | None = None
        self._fonts = (QFont(), QFont())
        self.number, self.headline = QLabel(str(slide.number), self), QLabel(self)
        self.headline.setText(slide.step.headline)
        self.headline.setTextFormat(Qt.TextFormat.PlainText)
        self.headline.setWordWrap(True)
        self.headline.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.headline.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setAccessibleName(f"{slide.number} {slide.step.headline}")
        self.column = QVBoxLayout(self)
        self.column.addWidget(self.number)
        self.column.addWidget(self.headline, 1)

    def restyle(self, look: Look, font: QFont, gap: int) -> None:
        """Take another look and size of letters."""
        self.look = look
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        self._fonts = (bold, font)
        self.column.setContentsMargins(gap, gap, gap, gap)
        self.column.setSpacing(gap // 2)
        self.ring(self.is_ringed)

    def ring(self, is_ringed: bool) -> None:
        """Mark the step, or take the mark away."""
        self.is_ringed = is_ringed
        if self.look is None:
            return
        role = "on-accent" if is_ringed else "text"
        for label, font in zip((self.number, self.headline), self._fonts, strict=True):
            ink(label, self.look, role, font)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the ground, filled where the ring is."""
        if self.look is None:
            return
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self.look.pen("text" if self.is_ringed else "panel-border", 2.0))
            painter.setBrush(self.look.brush("accent" if self.is_ringed else "panel"))
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(box, self.look.radius, self.look.radius)
        finally:
            painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's spelling
        """A click goes to the step."""
        if self.rect().contains(event.position().toPoint()):
            self.picked.emit(self.slide.number)


class Overview(QWidget):
    """The grid; it fills what it lies over. Keys are the talk's."""

    picked = Signal(int)  # a step's number, from 1

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._under = parent
        self._size = "body"  # of the letters
        self.setObjectName("overview")
        self.setAccessibleName(self.tr("All steps"))
        self.cells: list[Cell] = []
        self._slides: Sequence[Slide] = ()
        self.grid = QGridLayout(self)
        self.look: Look | None = None
        self._letters = 0.0
        parent.installEventFilter(self)
        self.hide()

    def show_choice(
        self, slides: Sequence[Slide], choice: int | None, look: Look, size: str = "body"
    ) -> None:
        """Show all steps with a ring around one, counted from 0; None puts the grid away."""
        self._size = size
        if choice is None:
            self.hide()
            return
        if self._slides is not slides:
            self._fill(slides)
        self.restyle(look)
        self.fill_parent()
        for number, cell in enumerate(self.cells):
            if cell.is_ringed != (number == choice):
                cell.ring(number == choice)
        self.show()
        self.raise_()

    def _fill(self, slides: Sequence[Slide]) -> None:
        for cell in self.cells:
            self.grid.removeWidget(cell)
            cell.deleteLater()
        self._slides = slides
        self.cells = [Cell(slide, self) for slide in slides]
        across = columns(len(slides))
        for number, cell in enumerate(self.cells):
            cell.picked.connect(self.picked)
            self.grid.addWidget(cell, number // across, number % across)
        for column in range(across):
            self.grid.setColumnStretch(column, 1)
        for row in range(-(-len(slides) // across)):
            self.grid.setRowStretch(row, 1)
        self.look = None

    def restyle(self, look: Look) -> None:
        """Take another look."""
        height = self._under.height()
        if look is self.look and height == self._letters:
            return
        self.look, self._letters = look, height
        edge = round(height * EDGE)
        self.grid.setContentsMargins(edge, edge, edge, edge)
        self.grid.setSpacing(edge // 2)
        font = look.font(self._size)
        for cell in self.cells:
            cell.restyle(look, font, edge // 2)

    def fill_parent(self) -> None:
        """Lie over all of what holds it."""
        self.setGeometry(self._under.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the size of what holds it."""
        if event.type() == QEvent.Type.Resize:
            self.fill_parent()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the ground."""
        if self.look is not None:
            painter = QPainter(self)
            painter.fillRect(self.rect(), self.look.color("window"))
            painter.end()
