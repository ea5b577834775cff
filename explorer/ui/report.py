"""The dialog for the unexpected."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)


class UnexpectedDialog(QDialog):
    """What went wrong in the program itself: a report to copy, while the program goes on."""

    def __init__(self, report: str, log: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something unexpected happened"))
        self.setModal(False)
        told = QLabel(wordWrap=True)
        told.setText(
            self.tr("This is a mistake in the program. It goes on running, and nothing is lost.")
        )
        self._report = QPlainTextEdit(report, readOnly=True)
        self._report.setAccessibleName(self.tr("Report"))
        self._report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        where = QLabel(wordWrap=True)
        where.setVisible(log is not None)
        where.setText(self.tr("The report is also in {0}").format(log))
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        copy = buttons.addButton(self.tr("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self.copy)
        column = QVBoxLayout(self)
        for widget in (told, self._report, where, buttons):
            column.addWidget(widget)
        self.resize(640, 400)

    def report(self) -> str:
        """The text that the copy button copies."""
        return self._report.toPlainText()

    def add(self, report: str) -> None:
        """Add what happened next below the first report."""
        self._report.appendPlainText("\n" + report)

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report())
