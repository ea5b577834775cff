"""Facts set as text with links: heads, lines, names and blocks."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QWidget

from explorer.ui import statistics
from explorer.ui.paint import Look
from explorer.ui.widgets import ReadingText


class FactsText(ReadingText):
    """Text to read whose names can be opened."""

    opened = Signal(str)  # a reference

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.anchorClicked.connect(self._tell)

    def _color(self, role: str) -> str:
        return self.look.color(role).name()

    def _style(self, size: str, role: str, bold: bool = False) -> str:
        font = self.look.font(size)
        weight = "600" if bold else "400"
        return f"font-size:{font.pixelSize()}px; font-weight:{weight}; color:{self._color(role)}"

    def _head(self, text: str) -> str:
        style = self._style("small", "text-quiet", bold=True)
        return f'<p style="{style}; margin:{self.look.space("l")}px 0 0 0">{escape(text)}</p>'

    def _line(
        self, text: str, size: str, bold: bool = False, quiet: bool = False, plain: bool = True
    ) -> str:
        style = self._style(size, "text-quiet" if quiet else "text", bold)
        shown = escape(text) if plain else text
        return f'<p style="{style}; margin:2px 0 2px 0">{shown}</p>'

    def _fact(self, name: str, text: str, plain: bool = True) -> str:
        shown = escape(text) if plain else text
        style = self._style("small", "text")
        return f'<p style="{style}; margin:2px 0 2px 0"><b>{escape(name)}</b> {shown}</p>'

    def _link(self, ref: str, text: str) -> str:
        style = f"color:{self._color('link')}; text-decoration:none; font-weight:600"
        return f'<a href="{escape(ref)}" style="{style}">{escape(text)}</a>'

    def _set(self, parts: list[str]) -> None:
        family = self.look.font("small").family()
        size = self.look.font("small").pixelSize()
        style = f"font-family:{family}; font-size:{size}px; color:{self._color('text')}"
        self.document().setDocumentMargin(self.look.space("m"))
        self.setHtml(f'<div style="{style}">{"".join(parts)}</div>')
        statistics.dot(self.document())

    def _block(self, head: str, lines: list[str]) -> str:
        """A head and lines beside a bar, set off from the text around; both are HTML."""
        bar, gap = self._color("control-border"), self.look.space("s")
        rows = "".join(f'<p style="margin:0 0 2px 0">{line}</p>' for line in [head, *lines])
        return (
            f'<table cellspacing="0" cellpadding="0" style="margin-top:{gap}px"><tr>'
            f'<td width="4" bgcolor="{bar}"></td>'
            f'<td style="padding-left:{gap}px">{rows}</td></tr></table>'
        )

    def _quiet(self, text: str) -> str:
        return f'<span style="{self._style("small", "text-quiet")}">{escape(text)}</span>'

    def _tell(self, url: QUrl) -> None:
        self.opened.emit(url.toString())
