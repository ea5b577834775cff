"""All steps of a talk as a grid of pictures and headlines, on both windows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from explorer.present.slides import Slide
from explorer.present.talk import columns
from explorer.present.view.dress import ink
from explorer.ui.paint import Look

EDGE: Final = 0.022  # of the height: around the grid and, halved, between its cells


class Picture(QWidget):
    """What a step shows, as large as fits, from its upper left corner."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.look: Look | None = None
        self._whole, self._fitted = QPixmap(), QPixmap()
        self.hide()

    def show_picture(self, picture: QPixmap) -> None:
        """Show a picture; the widget is in sight from then on."""
        self._whole, self._fitted = picture, QPixmap()
        self.setVisible(not picture.isNull())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the picture, fitted once for each size."""
        if self._whole.isNull() or self.width() < 2 or self.height() < 2:
            return
        ratio = self.devicePixelRatioF()
        size = self._whole.size().scaled(self.size() * ratio, Qt.AspectRatioMode.KeepAspectRatio)
        if self._fitted.size() != size:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._fitted = self._whole.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            self._fitted.setDevicePixelRatio(ratio)
        painter = QPainter(self)
        try:
            shown = self._fitted.deviceIndependentSize()
            place = QRectF(0, self.height() - shown.height(), shown.width(), shown.height())
            painter.drawPixmap(place.topLeft(), self._fitted)
            if self.look is not None:
                painter.setPen(self.look.pen("panel-border", 1.0))
                painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
        finally:
            painter.end()


class Cell(QFrame):
    """One step: its picture, once there is one, its number and its headline."""

    picked = Signal(int)

    def __init__(self, slide: Slide, parent: QWidget) -> None:
        super().__init__(parent)
        self.slide = slide
        self.is_ringed = False
        self.look: Look | None = None
        self._font = QFont()
        self.picture, self.headline = Picture(self), QLabel(self)
        self.headline.setText(f"{slide.number}  {slide.step.headline}")
        self.headline.setTextFormat(Qt.TextFormat.PlainText)
        self.headline.setWordWrap(True)
        self.headline.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._set_aside(is_pictured=False)
        self.setAccessibleName(f"{slide.number} {slide.step.headline}")
        self.column = QVBoxLayout(self)
        self.column.addWidget(self.picture, 1)
        self.column.addWidget(self.headline, 1)

    def _set_aside(self, is_pictured: bool) -> None:
        """The headline has the whole place, or its own height under a picture."""
        high = QSizePolicy.Policy.Minimum if is_pictured else QSizePolicy.Policy.Ignored
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, high)
        policy.setHeightForWidth(is_pictured)
        self.headline.setSizePolicy(policy)

    def show_picture(self, picture: QPixmap) -> None:
        """Show what the step shows over its headline."""
        self.picture.show_picture(picture)
        self._set_aside(is_pictured=not picture.isNull())
        self.column.setStretch(1, int(picture.isNull()))

    def restyle(self, look: Look, font: QFont, gap: int) -> None:
        """Take another look and size of letters."""
        self.look = self.picture.look = look
        self._font = font
        self.column.setContentsMargins(gap, gap, gap, gap)
        self.column.setSpacing(gap // 2)
        self.ring(self.is_ringed)

    def ring(self, is_ringed: bool) -> None:
        """Mark the step, or take the mark away."""
        self.is_ringed = is_ringed
        if self.look is None:
            return
        font = QFont(self._font)
        font.setWeight(QFont.Weight.DemiBold if is_ringed else QFont.Weight.Normal)
        ink(self.headline, self.look, "on-accent" if is_ringed else "text", font)
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
        self._size = "caption"  # of the letters
        self.setObjectName("overview")
        self.setAccessibleName(self.tr("All steps"))
        self.cells: list[Cell] = []
        self._slides: Sequence[Slide] = ()
        self._pictures: dict[int, QPixmap] = {}  # by the number of their steps
        self.grid = QGridLayout(self)
        self.look: Look | None = None
        self._letters = 0.0
        parent.installEventFilter(self)
        self.hide()

    def show_choice(
        self, slides: Sequence[Slide], choice: int | None, look: Look, size: str = "caption"
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

    def show_picture(self, number: int, picture: QPixmap) -> None:
        """Show what a step shows, its number counted from 1, now or when the grid is opened."""
        self._pictures[number] = picture
        if self.cells:
            self.cells[number - 1].show_picture(picture)

    def forget(self) -> None:
        """Be as before any talk."""
        self._pictures.clear()
        self._slides = ()

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
        for number, picture in self._pictures.items():
            self.cells[number - 1].show_picture(picture)
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
