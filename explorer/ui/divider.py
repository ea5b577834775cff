"""What is remembered of a page's arrangement: how parts are divided, and whose turn it is."""

from __future__ import annotations

from contextlib import suppress
from typing import Final, Protocol

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QTabBar, QWidget

LEAST: Final = 0.1  # share of a part
MOST: Final = 0.9


class Remembered(Protocol):
    """A part of a page whose state the window keeps under its object name."""

    changed: SignalInstance

    def objectName(self) -> str: ...  # noqa: N802 - Qt's spelling
    def kept(self) -> str: ...
    def restore(self, text: str) -> None: ...


class Divider(QSplitter):
    """Two parts with a handle between them.

    What is kept is the first part's share of the room, or with *last* the width of the last
    part in pixels at 100 % text, so that it stays good for another window and text size.
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        orientation: Qt.Orientation,
        parent: QWidget | None = None,
        share: float = 0.5,
        last: int = 0,
    ) -> None:
        super().__init__(orientation, parent)
        self.setObjectName(name)
        self.setChildrenCollapsible(False)
        self.scale = 1.0  # of text
        self._share, self._last = share, last
        self._is_divided = False
        self._divided_for: tuple[frozenset[str], float] = (frozenset(), 0.0)
        self.splitterMoved.connect(self._take)

    def kept(self) -> str:
        """How the parts are divided, for :meth:`restore`."""
        return str(self._last) if self._last else f"{self._share:.4f}"

    def restore(self, text: str) -> None:
        """Divide as it was kept; what cannot be read changes nothing."""
        with suppress(ValueError):
            if self._last:
                self._last = max(1, int(text))
            else:
                self._share = min(MOST, max(LEAST, float(text)))
            self.divide()

    def divide(self) -> None:
        """Give each part its room, where both are there; also before the first picture."""
        room = self._room()
        is_possible = self.count() == 2 and room > 0 and not self.isHidden()
        self._is_divided = is_possible and self.isVisible()
        if is_possible:
            first = (
                room - round(self._last * self.scale) if self._last else round(room * self._share)
            )
            self.setStretchFactor(0, 1 if self._last else 0)
            self.setSizes([first, room - first])

    def divide_anew(self, parts: frozenset[str]) -> None:
        """Divide again where other parts are in sight, or text has another size, than before."""
        if (parts, self.scale) != self._divided_for:
            self._divided_for = (parts, self.scale)
            self.divide()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Divide as soon as there is room; later Qt keeps the proportions."""
        super().resizeEvent(event)
        if not self._is_divided:
            self.divide()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's spelling
        """Divide on first sight."""
        super().showEvent(event)
        if not self._is_divided:
            self.divide()

    def _room(self) -> int:
        whole = self.width() if self.orientation() == Qt.Orientation.Horizontal else self.height()
        return whole - self.handleWidth()

    def _take(self) -> None:
        """Keep what the reader's hand made of it."""
        if self.count() == 2 and all(self.sizes()):
            first, last = self.sizes()
            self._last = round(last / self.scale) if self._last else 0
            self._share = first / max(1, first + last)
            self.changed.emit()


class Switch(QTabBar):
    """Tabs that say which of some panes is shown where there is no room for all of them."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self._names: tuple[str, ...] = ()
        self._wanted = ""
        self.currentChanged.connect(self._take)

    def offer(self, panes: dict[str, str]) -> None:
        """Have a tab for each pane: its name and its words; the one wanted last is current."""
        if tuple(panes) != self._names:
            self.blockSignals(True)  # filling is not choosing
            while self.count():
                self.removeTab(0)
            self._names = tuple(panes)
            for words in panes.values():
                self.addTab(words)
            if self._wanted in self._names:
                self.setCurrentIndex(self._names.index(self._wanted))
            self.blockSignals(False)
        self.setVisible(bool(panes))

    def current(self) -> str:
        """The pane whose turn it is; empty where all are shown."""
        return self._names[self.currentIndex()] if self._names else ""

    def names(self) -> tuple[str, ...]:
        """The panes that take turns."""
        return self._names

    def choose(self, name: str) -> None:
        """Turn to a pane."""
        if name in self._names:
            self.setCurrentIndex(self._names.index(name))

    def kept(self) -> str:
        """The pane that was chosen last, for :meth:`restore`."""
        return self._wanted

    def restore(self, text: str) -> None:
        """Turn to the pane that was kept, now or when it is offered."""
        self._wanted = text
        self.choose(text)

    def _take(self) -> None:
        if self._names:
            self._wanted = self.current()
            self.changed.emit()
