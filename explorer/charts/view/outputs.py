"""Copies and files of a chart: picture and figures, each with what they need to stand alone."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from explorer import NAME
from explorer.charts import rows
from explorer.charts.view.prints import Print
from explorer.charts.view.words import tr
from explorer.ui.picture import ask_and_save, picture, raster
from explorer.ui.session import Session

FINE = 2  # pixels of a picture for each one on screen


class Outputs:
    """Copies and saves what the page shows now."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        self._session, self._parent = session, parent

    def copy(self, shown: Print, what: str = "both") -> None:
        """Put the picture, the figures with tabs between them, or both on the clipboard."""
        data = QMimeData()
        if what in ("both", "picture"):
            data.setImageData(self._image(shown))
        if what in ("both", "figures"):
            data.setText(self.figures(shown))
        QGuiApplication.clipboard().setMimeData(data)
        told = {
            "both": tr("Picture and figures copied: paste into a document or a spreadsheet."),
            "picture": tr("Picture copied."),
            "figures": tr("Figures copied: paste them into a spreadsheet."),
        }
        self._session.said.emit(told[what])

    def figures(self, shown: Print) -> str:
        """The figures of all charts in view, with tabs between them."""
        texts = [rows.tsv_of(shown.library, chart.drawing) for chart in shown.charts]
        return "\n".join(texts)

    def _image(self, shown: Print) -> QImage:
        return raster(shown.paint, shown.size(), shown.charts[0].title, self._about(shown), FINE)

    def _about(self, shown: Print) -> str:
        return f"{shown.texts[0]} ({shown.link})".strip()

    def data(self, shown: Print, form: str) -> bytes:
        """The bytes of a file: CSV, SVG, or PNG with twice the pixels."""
        if form == "csv":
            texts = [rows.csv_of(shown.library, c.drawing, shown.link) for c in shown.charts]
            return "\n".join(texts).encode("utf-8")
        title = f"{NAME}: {shown.charts[0].title}"
        return picture(shown.paint, form, shown.size(), title, self._about(shown), FINE)

    def save(self, shown: Print, form: str) -> None:
        """Ask where to keep a file, and keep it there."""
        name = shown.charts[0].drawing.ref.partition(":")[2].replace("/", "-")
        data = self.data(shown, form)
        ask_and_save(data, f"{name}.{form}", self._session.said.emit, self._parent)
