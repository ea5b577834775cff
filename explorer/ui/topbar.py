"""The bar above every page: name, tabs, back and forward, search."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from explorer.ui.paint import Look

AFTER_NAME: Final = 12  # pixels between the name and the tabs
# What gives way, in this order, until the bar fits its width.
STAGES: Final = (
    *("all", "without subtitle", "without title", "short search", "pages in a menu"),
    "without back and forward",
)


class TopBar(QFrame):
    """Name, tabs, back, forward and search in one row that gives way as the window narrows."""

    chosen = Signal(str)  # the name of a page

    def __init__(
        self,
        title: str,
        subtitle: str,
        pages: Sequence[tuple[str, str]],
        travel: Sequence[QToolButton],
        search: QWidget,
    ) -> None:
        super().__init__()
        self.setObjectName("top-bar")
        self.search = search
        self.title, self.subtitle = QLabel(title), QLabel(subtitle)
        self.title.setObjectName("app-title")
        self.subtitle.setObjectName("app-subtitle")
        self._names = QWidget()
        names = QVBoxLayout(self._names)
        names.setContentsMargins(0, 0, AFTER_NAME, 0)
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.subtitle)
        self.tabs = {name: self._tab(name, words) for name, words in pages}
        self.page_menu = self._page_menu(pages)
        self._travel = travel
        self.stage = 0
        self._applied: tuple[int, tuple[int, int]] | None = None
        self._lay_out()

    def show_page(self, name: str) -> None:
        """Mark the tab of the page that is shown."""
        self.tabs[name].setChecked(True)
        self.page_menu.setText(self.tabs[name].text() + " ▾")

    def restyle(self, look: Look) -> None:
        """Take the colors, fonts and spaces of another look."""
        ground, line, quiet = (
            look.color(role).name() for role in ("panel", "panel-border", "text-quiet")
        )
        self.setStyleSheet(
            f"#top-bar {{ background: {ground}; border: 0; border-bottom: 1px solid {line}; }}"
            f"#app-subtitle {{ color: {quiet}; }}"
        )
        self.title.setFont(look.font("lead", bold=True))
        self.subtitle.setFont(look.font("caption"))
        gap = look.space(2)
        self._row.setContentsMargins(2 * gap, gap, 2 * gap, gap)
        self._row.setSpacing(gap)
        self._widths = (round(280 * look.scale), round(110 * look.scale))
        self.fit()

    def fit(self) -> None:
        """Let parts give way, least important first, until the row fits."""
        fitting = (stage for stage in range(len(STAGES)) if self._needed(stage) <= self.width())
        self._apply(next(fitting, len(STAGES) - 1))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """Room for what never gives way."""
        return QSize(self._needed(len(STAGES) - 1), super().minimumSizeHint().height())

    def _needed(self, stage: int) -> int:
        """The width of the row at a stage, reckoned without showing or hiding anything."""
        wide, short = self._widths
        widths = [wide if stage < 3 else short]
        if stage < 2:
            name = self.title.sizeHint().width()
            below = self.subtitle.sizeHint().width() if stage < 1 else 0
            widths.append(max(name, below) + AFTER_NAME)
        tabs: Sequence[QWidget] = list(self.tabs.values()) if stage < 4 else [self.page_menu]
        travel = self._travel if stage < 5 else ()
        widths += [part.sizeHint().width() for part in (*tabs, *travel)]
        margins = self._row.contentsMargins()
        gaps = self._row.spacing() * len(widths)
        return sum(widths) + gaps + margins.left() + margins.right()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Fit into the new width."""
        super().resizeEvent(event)
        self.fit()

    def _apply(self, stage: int) -> None:
        if (stage, self._widths) == self._applied:
            return
        self._applied = (stage, self._widths)
        self.stage = stage
        self.subtitle.setVisible(stage < 1)
        self._names.setVisible(stage < 2)
        wide, short = self._widths
        self.search.setMinimumWidth(wide if stage < 3 else short)
        self.search.setMaximumWidth(wide if stage < 3 else short * 2)
        for tab in self.tabs.values():
            tab.setVisible(stage < 4)
        self.page_menu.setVisible(stage >= 4)
        for button in self._travel:
            button.setVisible(stage < 5)

    def _tab(self, name: str, words: str) -> QToolButton:
        tab = QToolButton(autoRaise=True)
        tab.setText(words)
        tab.setCheckable(True)
        tab.setProperty("role", "tab")
        tab.setAccessibleName(words)
        tab.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        tab.clicked.connect(lambda: self.chosen.emit(name))
        return tab

    def _page_menu(self, pages: Sequence[tuple[str, str]]) -> QToolButton:
        button = QToolButton(autoRaise=True)
        button.setProperty("role", "tab")
        button.setAccessibleName(self.tr("Pages"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for name, words in pages:
            menu.addAction(words).triggered.connect(self._chooser(name))
        button.setMenu(menu)
        button.hide()
        return button

    def _chooser(self, name: str) -> Callable[[], None]:
        return lambda: self.chosen.emit(name)

    def _lay_out(self) -> None:
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._row = QHBoxLayout(self)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._widths = (280, 130)
        self._row.addWidget(self._names)
        for tab in self.tabs.values():
            self._group.addButton(tab)
            self._row.addWidget(tab)
        self._row.addWidget(self.page_menu)
        self._row.addStretch(1)
        for button in self._travel:
            self._row.addWidget(button)
        self._row.addWidget(self.search)
