"""What stands beside the map: its legend, the totals, the chosen place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from explorer.content.library import Library
from explorer.places import chosen
from explorer.places.spread import standing
from explorer.places.view import mapwords as words
from explorer.places.view.legend import Legend
from explorer.reader.lens import Lens
from explorer.ui import statistics
from explorer.ui.ground import Sheet
from explorer.ui.page import Page
from explorer.ui.paint import Look
from explorer.ui.session import Session
from explorer.ui.widgets import ReadingText

ANY: Final = 16777215
LEAST: Final = 8  # lines of a card that are in sight at least


class Counts(ReadingText):
    """The published total with its source, the list's own count, and why they differ."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.is_staged = False  # an audience has no use for links
        self.setAccessibleName(words.tr("How many were activated"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def show_day(self, library: Library, lens: Lens) -> None:
        """Tell of another day."""
        big = self.look.font("title").pixelSize()
        found = standing(library, lens.moment)
        html = words.counts_html(library, found, big, with_links=not self.is_staged)
        self.setHtml(html)
        statistics.dot(self.document())

    def restyle(self, look: Look) -> None:
        """Take another look."""
        self.look = look
        self.setFont(look.font("small"))
        self.document().setDefaultStyleSheet("p { margin-top: 0; margin-bottom: 4px; }")

    def _grow(self) -> None:
        """As high as its text."""
        high = round(self.document().size().height()) + 2 * self.frameWidth() + 2
        if high != self.height():
            self.setFixedHeight(max(20, high))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """The height that its text has."""
        return QSize(120, max(20, round(self.document().size().height()) + 2))


class Sides(QWidget):
    """The column beside the map."""

    def __init__(
        self,
        library: Library,
        session: Session,
        look: Look,
        panes: Mapping[str, Page],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.library, self.session, self.look = library, session, look
        self.card = panes.get("card")
        self._is_staged = False
        self.tells, self.knows = Sheet(look, self), Sheet(look, self)
        self.legend = Legend(library, look, self.tells)
        self.counts = Counts(look, self)
        self.walk = QPushButton(words.tr("Use this place in the case walk"), self)
        self.walk.setAutoDefault(False)
        self.here = QPushButton("", self)  # the card of the place that the case walk is in
        self.here.setAutoDefault(False)
        self._lay_out()
        self.counts.anchorClicked.connect(self._open)
        self.here.clicked.connect(self._about_here)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    def _lay_out(self) -> None:
        self.tells.column.addWidget(self.counts)
        self.tells.column.addWidget(self.legend)
        self.tells.column.addWidget(self.here)
        self.tells.column.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self.tells)
        self._area.viewport().setAutoFillBackground(False)
        if self.card is not None:
            self.knows.column.addWidget(self.card, 1)
        self.knows.column.addWidget(self.walk)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self._area, 1)
        self.column.addWidget(self.knows, 1)

    def _open(self, url: QUrl) -> None:
        target = url.toString()
        if not statistics.follow(self.session, target):
            self.session.look(item=target)

    def show_lens(self, lens: Lens) -> None:
        """Tell of the day and of the layers that lie on the map."""
        self.counts.show_day(self.library, lens)
        self.legend.show_lens(lens)
        found = chosen.place(self.library, lens)
        self.walk.setVisible(found is not None)
        self.knows.setVisible(bool(lens.item))
        self.here.setVisible(found is not None and not lens.item and not self._is_staged)
        if found is not None:
            self.here.setText(words.tr("About {0} ›").format(found.name.partition(",")[0]))
        self._share()

    def set_stage(self, is_on: bool) -> None:
        """Leave out the buttons for an audience."""
        self._is_staged = self.counts.is_staged = is_on
        self.legend.set_stage(is_on)
        self.here.hide()
        self.walk.setHidden(is_on)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Share the new height."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """The legend has the height that it needs, where the card keeps its lines."""
        needed = self.tells.sizeHint().height() + 2
        least = self.knows.minimumHeight() + self.column.spacing()
        has_card = not self.knows.isHidden()
        most = max(self.height() - least, self.height() // 3) if has_card else ANY
        self._area.setMaximumHeight(min(needed, most) if has_card else ANY)

    def _follow_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        """Bring what has the keyboard to sight."""
        if now is not None and self.tells.isAncestorOf(now):
            self._area.ensureWidgetVisible(now, 0, self.look.space(2))

    def _about_here(self) -> None:
        found = chosen.place(self.library, self.session.lens)
        if found is not None:
            self.session.look(item=f"place:{found.id}")

    def restyle(self, look: Look) -> None:
        """Take another look."""
        self.look = look
        edge = look.space(3)
        self.tells.restyle(look, edge)
        self.knows.restyle(look, look.space(1))
        self.counts.restyle(look)
        self.legend.restyle(look)
        for button in (self.walk, self.here):
            button.setFont(look.font("small", bold=True))
        self.column.setSpacing(look.space(3))
        self.knows.setMinimumHeight(round(look.font("body").pixelSize() * 1.5 * LEAST))
