"""The room of the diagram: its fonts, its parts, and where every box and line stands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from explorer.pipeline.groups import fold_layout
from explorer.pipeline.layout import Layout, Plan, broken, lay_out
from explorer.pipeline.view import words
from explorer.ui.paint import Look

ENLARGED: Final = {"overview": (1.6, 1.5, 1.4, 1.3, 1.2, 1.1, 1.0), "full": (1.3, 1.15, 1.0)}
CALM: Final = 1.3  # larger text only where it costs no second text
FITTED: Final = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4)  # of the text, to see all steps at once
SMALLER: Final = {  # of the text, where the diagram would be larger than the pane otherwise
    "overview": (),
    "full": (0.95, 0.9),
    "compared": (0.95, 0.9, 0.85, 0.8, 0.75, 0.7),
}
FROM_AFAR: Final = 18  # pixels: no smaller text in the overview on a projector
_LONG_TITLE: Final = "September 30, 2011: from fingerprint to removal  "
_LONG_DATE: Final = "September 30, 2011  "
_LONG_ERA: Final = "n" * 42  # about the longest name of an era with its years


@cache
def _widths(font: str) -> dict[str, float]:  # noqa: ARG001 - one for each font
    """What was measured of a font so far; the next layout asks for most of it again."""
    return {}


class Frame:
    """Fonts, parts of the pane and places of boxes for one plan, pane and look, whatever the date."""

    def __init__(
        self,
        plan: Plan,
        look: Look,
        width: float,
        height: float,
        reserved: float = 0.0,
        notices: Sequence[str] = (),
        fitted: bool = False,
        quiet: bool = False,
        compared: bool = False,
    ) -> None:
        self.plan = plan
        self.notices = notices  # what must have room beside or under the date, whatever the date
        self.fitted = fitted  # all of it in the pane, with smaller text if need be
        self.quiet = quiet  # no words below
        self.compared = compared  # one of two: rather in smaller text than not whole
        self.look = look
        self.width, self.height = width, height
        self.reserved = reserved  # for buttons at the right of the title
        self.fonts: dict[str, QFont] = {}
        self._metrics: dict[str, QFontMetricsF] = {}
        self.words_lines = self.head_lines = 0
        self.title_rect = self.head_rect = self.body = self.words_rect = QRectF()
        self.margin = float(look.space("m"))
        self.layout = self._lay_out()

    # ------------------------------------------------------------------------- division

    def _set_fonts(self, factor: float) -> None:
        label = "caption" if self.plan.kind == "full" else "body"
        self.fonts = {
            name: self._font(size, bold, min(factor, most))
            for name, size, bold, most in (
                ("title", "lead", True, self._title_factor()),
                ("era", "body", False, self._title_factor()),
                ("small", "small", False, max(1.0, factor)),
                ("legend", "caption", False, factor),
                ("label", label, True, factor),
                ("note", "caption", False, factor),
                ("lane", "caption", True, factor),
            )
        }
        self._metrics = {name: QFontMetricsF(font) for name, font in self.fonts.items()}
        self._heights = {name: metrics.height() for name, metrics in self._metrics.items()}
        self._widths = {name: _widths(font.key()) for name, font in self.fonts.items()}

    def _title_factor(self) -> float:
        """By how much the title may be enlarged and still stand in one line with what follows."""
        title = QFontMetricsF(self._font("lead", True, 1.0))
        era = QFontMetricsF(self._font("body", False, 1.0))
        pairs = [(_LONG_TITLE, _LONG_ERA), *((_LONG_DATE, notice) for notice in self.notices)]
        widths = (title.horizontalAdvance(one) + era.horizontalAdvance(two) for one, two in pairs)
        room = self.width - 2 * self.margin - self.reserved
        return max(1.0, 0.99 * room / max(widths))

    def _font(self, size: str, bold: bool, factor: float) -> QFont:
        font = QFont(self.look.font(size, bold=bold))
        far = self.look.theme.name == "projector" and self.plan.kind == "overview"
        far = far and not self.compared
        least = FROM_AFAR * min(1.0, self.look.text_scale) if far else 1.0
        font.setPixelSize(max(round(font.pixelSize() * factor), round(least)))
        return font

    def measure(self, text: str, size: str) -> tuple[float, float]:
        """Width and height of a line of text."""
        widths = self._widths[size]
        width = widths.get(text)
        if width is None:
            width = widths[text] = self._metrics[size].horizontalAdvance(text)
        return width, self._heights[size]

    def _divide(self) -> None:
        """Share the pane between title, diagram and the words below; the date plays no part."""
        small = self.measure("x", "small")[1]
        title = self.measure("x", "title")[1]
        lines = sum(self.height >= many * small for many in (9, 17, 30))
        self.words_lines = 0 if self.quiet else lines
        inner = self.width - 2 * self.margin
        self.title_rect = QRectF(
            self.margin, 0.8 * self.margin, max(40.0, inner - self.reserved), title
        )
        self.head_lines = self._head_lines(inner)
        under = self.head_lines * self.measure("x", "small")[1]
        self.head_rect = QRectF(self.margin, self.title_rect.bottom(), inner, under)
        top = self.head_rect.bottom() + 0.6 * self.margin
        words_height = self.words_lines * small + (self.margin if self.words_lines else 0.0)
        bottom = self.height - words_height
        self.body = QRectF(0, top, self.width, max(20.0, bottom - top))
        self.words_rect = QRectF(
            self.margin, bottom + 0.4 * self.margin, inner, self.words_lines * small
        )

    def _head_lines(self, width: float) -> int:
        """How many lines under the date any of the notices needs; none if all fit beside it."""
        beside = self.title_rect.width() - self.measure(_LONG_DATE, "title")[0]
        if all(self.measure(text, "era")[0] <= beside for text in self.notices):
            return 0
        wrapped = (broken(text, width, 9, self.measure, "small")[0] for text in self.notices)
        return max(len(lines) for lines in wrapped)

    def _lay_out(self) -> Layout:
        """Place everything with the largest text that leaves as little out as can be."""
        names = [words.band(self.plan, band) for band in self.plan.bands]
        best: tuple[tuple[bool, int], float] | None = None
        for factor in FITTED if self.fitted else ENLARGED[self.plan.kind]:
            layout = self._try(factor, names)
            lack = self._lack(layout)
            if lack == (False, 0):
                return layout
            settled = best is not None and best[1] <= CALM and not self.fitted and not lack[0]
            if best is None or lack < best[0] or (lack == best[0] and not settled):
                best = lack, factor
        assert best is not None
        if best[0][0] and not self.fitted:
            smaller = SMALLER["compared" if self.compared else self.plan.kind]
            for factor in smaller:
                layout = self._try(factor, names)
                if not self._lack(layout)[0]:
                    return layout
        return self._try(best[1], names)

    def _try(self, factor: float, names: Sequence[str]) -> Layout:
        self._set_fonts(factor)
        self._divide()
        width, height = self.body.width(), self.body.height()
        self.whole = lay_out(self.plan.base or self.plan, width, height, self.measure, names)
        return fold_layout(self.plan, self.whole, self.measure) if self.plan.base else self.whole

    def _lack(self, layout: Layout) -> tuple[bool, int]:
        """Whether a layout is larger than the pane, and how many boxes lack their second text."""
        larger = layout.width > self.body.width() + 1 or layout.height > self.body.height() + 1
        counts = self.plan.kind == "overview"
        return larger, sum(box.cut for box in layout.boxes.values()) if counts else 0

    def box_rect(self, name: str) -> QRectF:
        """Where a box stands, measured from the corner of the layout."""
        return QRectF(*self.layout.boxes[name].rect)
