"""The buttons at the right of the title, for the pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.pipeline.view.page import PipelineView
    from explorer.ui.paint import Look

SHARE: Final = 0.3  # of the width, at most, for the buttons


class Corner(QWidget):
    """Buttons that do what the keys do; the fewer, the narrower the pane."""

    def __init__(self, page: PipelineView) -> None:
        super().__init__(page)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self.place = self._button(
            self.tr("Any place"),
            page.clear_place,
            self.tr("Show the path without a place (Shift+C)"),
        )
        self.place.setCheckable(False)
        self.compare = self._button(
            self.tr("Compare"),
            page.toggle_compare,
            self.tr("Compare with another date or place (C)"),
        )
        self.counts = self._button(
            self.tr("Counts"), page.toggle_counts, self.tr("Published counts at the steps (N)")
        )
        self.fit = self._button(
            self.tr("Fit"),
            page.toggle_fit,
            self.tr("Make all steps small enough to see at once (Shift+D)"),
        )
        self.detail = self._button(
            self.tr("All steps"), page.toggle_detail, self.tr("Show every step and arrow (D)")
        )
        self.table = self._button(
            self.tr("Table"), page.toggle_table, self.tr("Show the arrows as a table (T)")
        )
        for button in (self.place, self.fit):
            button.hide()

    def _button(self, text: str, run: Callable[[], None], tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        button.setCheckable(True)
        button.setProperty("role", "tab")
        button.clicked.connect(run)
        self._row.addWidget(button)
        return button

    def all(self) -> tuple[QToolButton, ...]:
        """The buttons from left to right."""
        return (self.place, self.compare, self.counts, self.fit, self.detail, self.table)

    def fit_into(self, width: int, look: Look, can_compare: bool) -> int:
        """Show the buttons that have room in a pane; how wide they are, 0 for none."""
        font = look.font("small")
        for button in self.all():
            button.setFont(font)
        for many in (2, 1, 0):
            self.compare.setVisible(many > 0 and can_compare)
            self.counts.setVisible(many > 1 and can_compare)
            self.adjustSize()
            if self.width() < SHARE * width:
                return self.width()
        return 0
