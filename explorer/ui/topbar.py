"""The bar above every page: name, tabs, back and forward, search."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QPainter, QPaintEvent, QPalette, QResizeEvent
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


class BarButton(QToolButton):
    """A button of the bar: flat, its ground shown when chosen or under the mouse.

    It paints itself because a style sheet would cost a third of the time that the program takes
    to start.
    """

    def __init__(self, is_primary: bool = False) -> None:
        super().__init__()
        self._look: Look | None = None
        self._is_primary = is_primary
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def restyle(self, look: Look) -> None:
        """Take the font and measures of another look."""
        self._look = look
        font = look.font("body")
        font.setWeight(QFont.Weight.Medium)
        self.setFont(font)
        side = round(20 * look.scale)
        self.setIconSize(QSize(side, side))
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """Room for the words or the icon."""
        return self.size_with(self.text())

    def size_with(self, text: str) -> QSize:
        """Room for the icon, or else for other words than it has now."""
        across, down = self._pads()
        if not self.icon().isNull():
            return self.iconSize() + QSize(2 * down, 2 * down)
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(text) + 2 * across, metrics.height() + 2 * down)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """A word is never cut."""
        return self.sizeHint()

    def _pads(self) -> tuple[int, int]:
        return (self._look.space(4), self._look.space(2)) if self._look is not None else (16, 8)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """The ground, the words or the icon, and a ring where the keyboard is."""
        look = self._look
        if look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, look)
        if not self.icon().isNull():
            mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
            self.icon().paint(painter, self._icon_place(), mode=mode)
        else:
            painter.setPen(look.color(self._ink()))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _paint_ground(self, painter: QPainter, look: Look) -> None:
        ground = "accent-soft" if self.isChecked() else "hover" if self._is_pointed_at() else ""
        ground = "accent" if self._is_primary else ground
        ring = "text" if self._is_primary else "focus"
        painter.setPen(look.pen(ring, 2.0) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(look.brush(ground) if ground else Qt.BrushStyle.NoBrush)
        if ground or self.hasFocus():
            inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(inside, look.space(2), look.space(2))

    def _is_pointed_at(self) -> bool:
        return self.isEnabled() and self.underMouse()

    def _ink(self) -> str:
        if not self.isEnabled():
            return "ghost"
        if self._is_primary:
            return "on-accent"
        return "accent" if self.isChecked() else "text" if self.underMouse() else "text-quiet"

    def _icon_place(self) -> QRect:
        place = QRect(QPoint(), self.iconSize())
        place.moveCenter(self.rect().center())
        return place


class TopBar(QFrame):
    """Name, tabs, back, forward and search in one row that gives way as the window narrows."""

    chosen = Signal(str)  # the name of a page

    def __init__(
        self,
        title: str,
        subtitle: str,
        pages: Sequence[tuple[str, str]],
        travel: Sequence[BarButton],
        search: QWidget,
        present: BarButton,
    ) -> None:
        super().__init__()
        self.setObjectName("top-bar")
        self.search, self.present = search, present
        self._present_words = (present.text(), present.text()[:1])  # whole; its sign alone
        self._look: Look | None = None
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
        """Mark the tab of the page that is shown; the keyboard follows from another tab."""
        tab = self.tabs[name]
        tab.setChecked(True)
        if self.window().focusWidget() in set(self.tabs.values()) - {tab}:
            tab.setFocus(Qt.FocusReason.OtherFocusReason)
        self.page_menu.setText(self.tabs[name].text() + " ▾")

    def restyle(self, look: Look) -> None:
        """Take the colors, fonts and spaces of another look."""
        self._look = look
        quiet = self.subtitle.palette()
        quiet.setColor(QPalette.ColorRole.WindowText, look.color("text-quiet"))
        self.subtitle.setPalette(quiet)
        for button in (*self.tabs.values(), self.page_menu, *self._travel, self.present):
            button.restyle(look)
        self.title.setFont(look.font("lead", bold=True))
        self.subtitle.setFont(look.font("caption"))
        gap = look.space(2)
        self._row.setContentsMargins(2 * gap, gap, 2 * gap, gap)
        self._row.setSpacing(gap)
        self._widths = (round(260 * look.scale), round(110 * look.scale))
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
        widths.append(self.present.size_with(self._present_words[stage >= 3]).width())
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

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """A plain ground with a fine line below."""
        if self._look is not None:
            painter = QPainter(self)
            painter.fillRect(self.rect(), self._look.color("panel"))
            painter.setPen(self._look.pen("panel-border"))
            painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Fit into the new width."""
        super().resizeEvent(event)
        self.fit()

    def _apply(self, stage: int) -> None:
        if (stage, self._widths) == self._applied:
            return
        self._applied = (stage, self._widths)
        self.stage = stage
        self.present.setText(self._present_words[stage >= 3])
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

    def _tab(self, name: str, words: str) -> BarButton:
        tab = BarButton()
        tab.setText(words)
        tab.setCheckable(True)
        tab.setAccessibleName(words)
        tab.clicked.connect(lambda: self.chosen.emit(name))
        return tab

    def _page_menu(self, pages: Sequence[tuple[str, str]]) -> BarButton:
        button = BarButton()
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
        self._row.addWidget(self.present)
