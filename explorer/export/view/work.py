"""Progress that can be canceled, shown for what takes more than half a second."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtWidgets import QApplication, QProgressDialog, QWidget

SOON: Final = 500  # milliseconds before anything is shown


class Progress:
    """Asked between the parts of a work whether to go on; shows a dialog when it takes long."""

    def __init__(self, title: str, parent: QWidget) -> None:
        self._title, self._parent = title, parent
        self._dialog: QProgressDialog | None = None
        self._clock = QElapsedTimer()
        self._clock.start()
        self.is_canceled = False

    def __call__(self, done: int = 0, count: int = 0) -> bool:
        """Whether to go on; *count* 0: nobody knows how much there is to do."""
        if self._dialog is None and self._clock.elapsed() >= SOON:
            self._dialog = self._shown()
        if self._dialog is not None:
            self._dialog.setRange(0, count)
            self._dialog.setValue(done)
            QApplication.processEvents()
        return not self.is_canceled

    def close(self) -> None:
        """Put the dialog away."""
        if self._dialog is not None:
            self._dialog.reset()
            self._dialog.deleteLater()
            self._dialog = None

    def _shown(self) -> QProgressDialog:
        cancel = QApplication.translate("Export", "Cancel")
        dialog = QProgressDialog(self._title, cancel, 0, 0, self._parent)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setMinimumDuration(0)
        dialog.setAutoReset(False)
        dialog.setAutoClose(False)
        dialog.canceled.connect(self._cancel)
        dialog.show()
        return dialog

    def _cancel(self) -> None:
        self.is_canceled = True
