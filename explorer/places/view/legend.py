"""What the map's colors and signs mean and do not mean; layers are laid on it here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from explorer.content.library import Library
from explorer.places import chosen
from explorer.places.spread import NOT_YET, STEPS, UNDATED
from explorer.places.view import mapwords as words
from explorer.places.view.ink import fill_brush, paint_sign
from explorer.reader.lens import Lens
from explorer.ui.paint import Look

ROWS: Final = (*range(len(STEPS)), NOT_YET, UNDATED)


class Legend(QWidget):
    """Each step with its color, and the layers with their signs."""

    turned = Signal(str, bool)  # a layer, on or off

    def __init__(self, library: Library, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.library, self.look = library, look
        self._is_staged = False
        self.heading = QLabel(words.tr("Activated"), self)
        self.swatches = {step: QLabel(self) for step in ROWS}
        self.names = {step: QLabel(words.step(library, step), self) for step in ROWS}
        self.meaning = self._text(words.meaning())
        self.undated = self._text(words.no_date())
        self.layers = {name: QCheckBox(words.tr(words.LAYER[name]), self) for name in chosen.LAYERS}
        self.meanings = {name: self._text("") for name in chosen.LAYERS}
        self.signs = {
            name: [(kind, QLabel(self), self._text(text)) for kind, text in words.signs(name)]
            for name in chosen.LAYERS
        }
        self._lay_out()
        for name, box in self.layers.items():
            box.clicked.connect(self._turner(name))
        self.restyle(look)

    def _text(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setWordWrap(True)
        return label

    def _turner(self, name: str) -> Callable[[bool], None]:
        return lambda is_on: self.turned.emit(name, is_on)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.heading)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        for row, step in enumerate(ROWS):
            self._grid.addWidget(self.swatches[step], row, 0)
            self._grid.addWidget(self.names[step], row, 1)
        column.addLayout(self._grid)
        column.addWidget(self.meaning)
        column.addWidget(self.undated)
        for name, box in self.layers.items():
            column.addWidget(box)
            grid = QGridLayout()
            grid.setColumnStretch(1, 1)
            for row, (_, sign, text) in enumerate(self.signs[name]):
                grid.addWidget(sign, row, 0)
                grid.addWidget(text, row, 1)
            column.addLayout(grid)
            column.addWidget(self.meanings[name])
        self.column = column

    def show_lens(self, lens: Lens) -> None:
        """Say what lies on the map of a lens."""
        on = chosen.layers(lens)
        for name, box in self.layers.items():
            box.setChecked(name in on)
            self.meanings[name].setText(words.layer_meaning(self.library, name, lens.moment))
            self.meanings[name].setVisible(name in on and not self._is_staged)
            if self._is_staged:
                box.setVisible(name in on)
            for _, *pair in self.signs[name]:
                for label in pair:
                    label.setVisible(name in on)

    def set_stage(self, is_on: bool) -> None:
        """For an audience, boxes are no controls: only layers that are on are named.

        What a color means beyond its name is left to the speaker.
        """
        self._is_staged = is_on
        for text in (self.meaning, self.undated):
            text.setHidden(is_on)
        for box in self.layers.values():
            box.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, is_on)
            box.setFocusPolicy(Qt.FocusPolicy.NoFocus if is_on else Qt.FocusPolicy.StrongFocus)
            box.setVisible(not is_on or box.isChecked())

    def restyle(self, look: Look) -> None:
        """Take another look."""
        self.look = look
        self.heading.setFont(look.font("small", bold=True))
        for step in ROWS:
            self.names[step].setFont(look.font("small"))
            self.swatches[step].setPixmap(self._swatch(step))
        for text in (self.meaning, self.undated, *self.meanings.values()):
            text.setFont(look.font("caption"))
        for name, box in self.layers.items():
            box.setFont(look.font("small"))
            for kind, sign, text in self.signs[name]:
                sign.setPixmap(self._sign(kind))
                text.setFont(look.font("caption"))
        self.column.setSpacing(look.space("s"))
        self._grid.setVerticalSpacing(look.space(1))
        self._grid.setHorizontalSpacing(look.space(2))

    # ------------------------------------------------------------------------------- pictures

    def _swatch(self, step: int) -> QPixmap:
        """The color of a step, with a border that keeps it apart from the paper."""
        size = QSize(round(26 * self.look.scale), round(15 * self.look.scale))
        pixmap, painter = self._canvas(size)
        box = QRectF(0.5, 0.5, size.width() - 1, size.height() - 1)
        painter.setPen(self.look.pen("map-border", 1.0))
        painter.setBrush(self.look.brush("panel"))
        painter.drawRect(box)
        painter.setBrush(fill_brush(step, self.look))
        painter.drawRect(box)
        painter.end()
        return pixmap

    def _sign(self, kind: str) -> QPixmap:
        """A sign as the map has it."""
        size = QSize(round(26 * self.look.scale), round(15 * self.look.scale))
        pixmap, painter = self._canvas(size)
        paint_sign(painter, kind, QPointF(size.width() / 2, size.height() / 2), self.look)
        painter.end()
        return pixmap

    def _canvas(self, size: QSize) -> tuple[QPixmap, QPainter]:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return pixmap, painter
