"""What stands beside the walk: other rules, dates, the hold clock, what is told, a card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from explorer.casewalk.view import words
from explorer.casewalk.view.band import Band
from explorer.casewalk.view.hold import HoldPanel
from explorer.casewalk.view.others import Others
from explorer.casewalk.view.sheet import Reading, Sheet, Turns, ink, scrolled, text_label
from explorer.content.library import Library
from explorer.policy.history import Stretch
from explorer.ui.page import Page
from explorer.ui.paint import Look

BESIDE: Final = ("others", "time", "hold", "told", "card")  # parts that take turns


class SidePanel(Sheet):
    """Parts that take turns beside the walk; the diagram is one of them where it has no room."""

    turned = Signal(str)

    def __init__(
        self, library: Library, look: Look, panes: Mapping[str, Page], parent: QWidget
    ) -> None:
        super().__init__(look, parent)
        parts = {name: words.part(name) for name in (*BESIDE, "diagram")}
        self.turns = Turns(words.tr("Beside the walk"), parts, self)
        self.turns.chosen.connect(self.turned)
        self.stack = QStackedWidget(self)
        self.others = Others(library, look, self)
        self.about_policy = Reading(words.tr("About this policy"), look, self)
        self.days = Reading(words.tr("Outcomes over time, in words"), look, self)
        self.hold = HoldPanel(look, self)
        self.tale = Reading(words.tr("As told"), look, self)
        self.others_intro, self.time_intro = text_label(self), text_label(self)
        self.others_intro.setText(
            words.tr(
                "The same person as if each policy applied. Only rules for jails say whether "
                "ICE may be told. Choose a row to read more."
            )
        )
        self._texts = {self.about_policy: 4, self.days: 6, self.tale: 8}
        self._fill_stack(panes)
        self.column.addWidget(self.turns)
        self.column.addWidget(self.stack, 1)

    def _fill_stack(self, panes: Mapping[str, Page]) -> None:
        self._time = self._column(self.time_intro, (self.days, 1))
        self.parts: dict[str, QWidget] = {
            "others": self._column(self.others_intro, (self.others, 3), (self.about_policy, 2)),
            "time": self._time,
            "hold": scrolled(self.hold, self),
            "told": self.tale,
        }
        if "card" in panes:
            self.parts["card"] = panes["card"]
        for part in self.parts.values():
            self.stack.addWidget(part)

    def _column(self, intro: QWidget, *parts: tuple[QWidget, int]) -> QWidget:
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(intro)
        for part, share in parts:
            column.addWidget(part, share)
        return whole

    def texts(self) -> tuple[Reading, ...]:
        """The texts with links."""
        return tuple(self._texts)

    def restyle(self, look: Look, edge: int) -> None:
        """Take another look."""
        super().restyle(look, edge)
        for label in (self.time_intro, self.others_intro):
            ink(label, look, "text-quiet", look.font("small"))
        for text, lines in self._texts.items():
            text.restyle(look, lines)
        self.hold.restyle(look)
        self.turns.restyle(look)

    def take(self, band: Band) -> bool:
        """Hold the band of days among the parts, over the days in words; whether it is new there."""
        column = self._time.layout()
        if not isinstance(column, QVBoxLayout) or band.parentWidget() is self._time:
            return False
        column.insertWidget(1, band)
        return True

    def show_part(self, part: QWidget | None) -> None:
        """Show one of the parts."""
        if part is not None:
            if self.stack.indexOf(part) < 0:
                self.stack.addWidget(part)
            self.stack.setCurrentWidget(part)

    def show_time(self, stretches: Sequence[Stretch], number: int, place: str) -> None:
        """Show how the walk ends over time, in words; the days of one stretch in bold letters."""
        text = words.tr("{0}: how the walk ends, by date. Choose a line to go to its first day.")
        self.time_intro.setText(text.format(place))
        lines = [self._line(one, row == number) for row, one in enumerate(stretches)]
        self.days.show_html("".join(lines))

    def _line(self, one: Stretch, is_now: bool) -> str:
        text = words.stretch(one)
        color = self.look.theme.color("link")
        bold = f"<b>{text}</b>" if is_now else text
        return f'<p><a href="day:{one.first.isoformat()}" style="color:{color}">{bold}</a></p>'
