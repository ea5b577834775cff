"""The map of counties as one of the forms of the page."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from explorer.content.library import Library
from explorer.places import chosen, spread
from explorer.places.layers import agreements_on, limits_on
from explorer.places.listing import csv_of, rows
from explorer.places.regions import MapError
from explorer.places.view import mapwords as words
from explorer.places.view.canvas import Canvas
from explorer.places.view.files import Panel, SaveButton
from explorer.places.view.legendpaint import paint_legend
from explorer.places.view.paths import outlines
from explorer.places.view.places import Places
from explorer.reader.lens import Lens
from explorer.ui.messages import announce
from explorer.ui.paint import Look
from explorer.ui.session import Session

STEP: Final = 1.5  # of zooming by a button


class MapForm(Panel):
    """Every county in the color of the step since when it was connected."""

    name = "places"

    def __init__(
        self, library: Library, session: Session, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(library, session, look, parent)
        self.canvas: Canvas | None = None
        self.trouble = QLabel(self)
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.buttons: tuple[QToolButton, ...] = ()
        self.keep = SaveButton(self, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.trouble)
        self._open(column)

    def _open(self, column: QVBoxLayout) -> None:
        """Have the map, or say why it is not there."""
        try:
            map = outlines()
        except MapError as error:
            self.trouble.setText(words.no_map(str(error)))
            self.trouble.show()
            return
        self.places = Places(self.library, self)
        self.canvas = Canvas(map, self.places, self.look, self)
        self.canvas.setAccessibleName(self.tr("Map of counties"))
        self.canvas.chosen.connect(lambda fips: self.session.look(item=chosen.ref(fips)))
        column.addWidget(self.canvas, 1)
        self.buttons = self._zoom_buttons(self.canvas)
        self.begin_at(self.canvas)
        self._dress()

    def _zoom_buttons(self, canvas: Canvas) -> tuple[QToolButton, ...]:
        acts = (
            ("zoom-in", self.tr("Closer (+)"), partial(canvas.zoom_by, STEP)),
            ("zoom-out", self.tr("Farther (−)"), partial(canvas.zoom_by, 1 / STEP)),
            ("fit", self.tr("The whole map (0)"), canvas.fit),
        )
        made = []
        for name, told, act in acts:
            button = QToolButton(self)
            button.setObjectName(name)
            button.setToolTip(told)
            button.setAccessibleName(told)
            button.clicked.connect(lambda _=False, run=act: run())
            made.append(button)
        return tuple(made)

    def title(self) -> str:
        """What the map is called."""
        return self.tr("Map")

    # -------------------------------------------------------------------------------- the lens

    def show_lens(self, new: Lens, old: Lens | None) -> None:
        """Color what differs between two days, and mark the chosen place."""
        canvas = self.canvas
        if canvas is None:
            return
        layers = chosen.layers(new)
        if old is None or new.moment != old.moment or layers != chosen.layers(old):
            found = spread.standing(self.library, new.moment)
            limits = limits_on(self.library, new.moment) if "limits" in layers else ()
            signed = agreements_on(self.library, new.moment) if "agreements" in layers else ()
            self.places.show_day(new.moment)
            canvas.show_day(found.steps, limits, signed)
        fips = chosen.fips(self.library, new)
        if old is None or fips != chosen.fips(self.library, old):
            canvas.show_ring(fips)
            self._bring(fips, is_first=old is None)

    def _bring(self, fips: str, is_first: bool) -> None:
        """Have the chosen county in sight, where the reader looks closer than at the whole."""
        if self.canvas is None or not fips:
            return
        if self.canvas.zoom > 1:
            self.canvas.look_at(fips, self.canvas.zoom)
        if not is_first and not self.session.is_passing():
            announce(self, self.places.sentence(self.places.row_of(fips)))

    def describe(self) -> str:
        """How the counties of the map stand on the day, in sentences."""
        self.draw()
        return words.map_sentence(self.library, self.session.lens)

    def csv(self) -> str:
        """Every county with its date, limits and agreements."""
        link = self.session.lens.link()
        return csv_of(self.library, rows(self.library), words.map_title(self.library), link)

    def file_name(self) -> str:
        """Named after the month that is shown."""
        return f"secure-communities-map-{self.session.lens.moment:%Y-%m}"

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the map for a file: its heading, the counties and what their colors mean."""
        self.draw()
        if self.canvas is None:
            super().paint(painter, rect)
            return
        inside = paint_legend(painter, rect, self.library, self.session.lens, self.look)
        painter.fillRect(inside, self.look.color("panel"))
        self.canvas.paint_map(painter, inside)

    # -------------------------------------------------------------------------- look and room

    def set_stage(self, is_on: bool) -> None:
        """Leave out the buttons for an audience."""
        for button in (*self.buttons, self.keep):
            button.setVisible(not is_on)

    def restyle(self, look: Look) -> None:
        """Take another look."""
        self.look = look
        self._dress()
        super().restyle(look)

    def _dress(self) -> None:
        if self.canvas is not None:
            self.canvas.restyle(self.look)
        self.trouble.setFont(self.look.font("body"))
        side = round(18 * self.look.scale)
        for button in self.buttons:
            button.setIcon(self.look.icon(button.objectName(), "text", 18))
            button.setIconSize(QSize(side, side))
            button.setFixedSize(button.sizeHint().expandedTo(QSize(24, 24)))
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Keep the buttons in their corner."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """The buttons stand one under the other at the top left, over the sea."""
        y = self.look.space(1)
        for button in self.buttons:
            button.move(self.look.space(1), y)
            button.raise_()
            y += button.height() + 2
        self.keep.setFont(self.look.font("small", bold=True))
        self.keep.adjustSize()
        self.keep.move(self.width() - self.keep.width() - 2, self.height() - self.keep.height() - 2)
        self.keep.raise_()
