"""How the parts of the page stand: list, chart and figure side by side, or one under another."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from explorer.charts.view.parts import Sheet, scrolled
from explorer.ui.paint import Look

LIST: Final = 250  # pixels at 100 % text
FIGURE: Final = 300
ANY: Final = 16_777_215  # Qt's “no limit”


class Room:
    """Three sheets of a page: the list at the left, the chart, what a figure means at the right."""

    def __init__(self, page: QWidget, look: Look) -> None:
        self._page, self._look = page, look
        self.sheets = [Sheet(look, page) for _ in range(3)]
        self.left, self.middle, self.right = self.sheets
        inside = QWidget(page)
        self._inner = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.addWidget(self.middle, 1)
        self._inner.addWidget(self.right)
        self._row = QHBoxLayout(page)
        self._row.addWidget(self.left)
        self._row.addWidget(scrolled(inside, page), 1)

    def restyle(self, look: Look) -> None:
        """Take paper and distances of a look."""
        self._look = look
        space, edge = look.space("m"), look.space("l")
        self._row.setContentsMargins(space, space, space, space)
        self._row.setSpacing(space)
        self._inner.setSpacing(space)
        for sheet in self.sheets:
            sheet.look = look
            sheet.column.setContentsMargins(6, 6, 6, 6)
        self.middle.column.setContentsMargins(edge, edge, edge, edge)
        self.middle.column.setSpacing(look.space("s"))

    def settle(self) -> None:
        """Give every part its place now."""
        self._row.activate()

    def arrange(self, narrow: bool, list_open: bool, staged: bool) -> None:
        """Fold the list and put the figure below on a *narrow* page; *staged*, the chart alone."""
        scale, width = self._look.scale, self._page.width()
        self.right.setVisible(not staged)
        self.left.setFixedWidth(min(round(LIST * scale), round(width * 0.45)))
        self.left.setVisible((not narrow or list_open) and not staged)
        ways = QBoxLayout.Direction
        self._inner.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        if narrow:
            self.right.setMinimumWidth(0)
            self.right.setMaximumWidth(ANY)
            self.right.setFixedHeight(round(self._page.height() * 0.45))
        else:
            self.right.setMinimumHeight(0)
            self.right.setMaximumHeight(ANY)
            self.right.setFixedWidth(round(FIGURE * scale))
