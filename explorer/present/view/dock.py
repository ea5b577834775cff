"""Where the tour editor stands: at the right of the window, or in a window of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget

from explorer.content.library import Library
from explorer.present.view.editor import TourEditor
from explorer.present.view.filing import Say
from explorer.ui.page import Page
from explorer.ui.session import Session

if TYPE_CHECKING:
    from explorer.ui.paint import Look

LETTERS: Final = (40, 50)  # the least width of the panel, and the usual one


class EditorDock(QDockWidget):
    """Holds the editor beside the pages; where both do not fit, it floats in front of them."""

    def __init__(
        self,
        library: Library,
        session: Session,
        look: Look,
        page: Callable[[], Page],
        say: Say,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._host = window
        self.setObjectName("tour-editor-dock")
        self.setWindowTitle(self.tr("Tours"))
        self.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self.setAllowedAreas(Qt.DockWidgetArea.RightDockWidgetArea)
        self._no_title = QWidget(self)  # the editor has a heading of its own
        self.editor = TourEditor(library, session, look, page, say, self)
        self.editor.closed.connect(self.leave)
        self.editor.left.connect(self._to_page)
        self.setWidget(self.editor)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self)
        self.restyle(look)
        self.hide()

    def come(self) -> None:
        """Show the editor and give it the keyboard; from inside of it, go back to the page."""
        if self.isVisible() and self.has_keyboard():
            self._to_page()
            return
        if not self.isVisible():
            self._place()
            self.show()
            self.editor.filing.tell_broken()
        if self.isFloating():
            self.activateWindow()
        self.editor.come()

    def add_view(self) -> None:
        """Add what the page shows to the tour; the keyboard stays where it is."""
        if not self.isVisible():
            self.come()
            self._to_page()
        self.editor.add_view()

    def leave(self) -> None:
        """Put the editor away; the page has the keyboard."""
        self.hide()
        self._to_page()

    def has_keyboard(self) -> bool:
        """Whether the keyboard is in the editor."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def restyle(self, look: Look) -> None:
        """Take another theme or text size."""
        self.editor.restyle(look)
        letter = self.editor.fontMetrics().averageCharWidth()
        self._least, self._usual = (
            max(letter * count, self.editor.minimumSizeHint().width()) for count in LETTERS
        )
        self.editor.setMinimumWidth(self._least)
        if self.isVisible():
            self._place()

    def _place(self) -> None:
        """Beside the pages where there is room, else in front of them with a title of its own."""
        pages = self._host.centralWidget()
        least = pages.minimumSizeHint().width() if pages is not None else 0
        floats = least + self._least > self._host.width()
        self.setTitleBarWidget(None if floats else self._no_title)  # type: ignore[arg-type]
        if floats != self.isFloating():
            self.setFloating(floats)
        if floats:
            room = self.screen().availableGeometry().size() * 0.9
            self.resize(QSize(self._usual, self._host.height()).boundedTo(room))
        else:
            wide = min(self._usual, self._host.width() - least)
            self._host.resizeDocks([self], [wide], Qt.Orientation.Horizontal)

    def _to_page(self) -> None:
        self._host.activateWindow()
        self.editor.page().setFocus()
