"""The list of questions, which folds away where two columns need the room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QListWidget, QWidget

from explorer.ui.widgets import viewport_of


class QuestionList(QListWidget):
    """The questions, each as tall as its words at the width of the list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Break the lines for the new width."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give each question the height of its words."""
        metrics, wrap = QFontMetrics(self.font()), int(Qt.TextFlag.TextWordWrap)
        width = viewport_of(self).width() - 2 * self.spacing()
        edge = metrics.height() // 2
        for number in range(self.count()):
            item = self.item(number)
            words_box = metrics.boundingRect(0, 0, width - edge, 100_000, wrap, item.text())
            item.setSizeHint(QSize(width, words_box.height() + edge))
