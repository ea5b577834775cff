"""A card as one HTML text, with words, colors and links given by the caller."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape

import msgspec

from explorer.card.card import Card, Line, Section
from explorer.card.names import Names
from explorer.content.dates import When

PAD = "&nbsp;&nbsp;"
# Sections whose lines begin with a name, set off by a colon.
NAMED = {"changed-in-pipeline", "changed-by", "activation", "limits", "agreements", "in-force"}
NAMED |= {"rules", "rivals", "answers"}


def chip_length(words: str) -> int:
    """How many letters the chip at the start of a card has, with the room around its words."""
    return len(words) + 4


class Style(msgspec.Struct, frozen=True):
    """Colors by role and sizes in pixels; everything that the text needs to look right."""

    colors: Mapping[str, str]  # text, text-quiet, link, conflict ...
    sizes: Mapping[str, float]  # small, body, heading, title
    space: int


class Setter(msgspec.Struct, frozen=True):
    """Sets a card as HTML.

    ``words`` turns the ids of :mod:`explorer.card.facts` into words on screen, ``say`` a date
    into words, ``references`` source ids into one-line references.
    """

    style: Style
    words: Callable[[str], str]
    say: Callable[[When], str]
    references: Callable[[str], str]
    names: Names

    def page(self, card: Card) -> str:
        """The whole card."""
        parts = [self._head(card), self._summary(card), *map(self._section, card.sections)]
        if card.known_since:
            parts.append(self._quiet(f"{self.words('known-since')} {self.say(card.known_since)}"))
        return "".join([*parts, self._sources(card.sources)])

    def _head(self, card: Card) -> str:
        when = ""
        if card.date:
            when = self.say(card.date) + (f" – {self.say(card.end)}" if card.end else "")
        chip = escape(self.words(card.tag or card.kind)).replace(" ", "&nbsp;")
        medium = (
            f" · {escape(self.words('confidence-' + card.confidence))}"
            if card.confidence in ("medium", "low")
            else ""
        )
        return (
            f'<p style="{self._font("small")} margin-bottom:{self.style.space}px">'
            f'<span style="{self._ink("on-chip")} font-weight:600">{PAD}{chip}{PAD}</span>'
            f'&nbsp;&nbsp; <span style="{self._ink("text-quiet")}">{escape(when)}{medium}</span></p>'
            f'<p style="{self._font("title")} font-weight:700; margin:0 0 {2 * self.style.space}px 0">'
            f"{escape(card.title)}</p>"
        )

    def _summary(self, card: Card) -> str:
        if card.summary is None:
            return ""
        text = self._linked(card.summary.text, card.ref) + self._marks(card.summary.notes)
        return f'<p style="{self._font("body")} margin:0">{text}</p>'

    def _section(self, section: Section) -> str:
        head = (
            f'<p style="{self._font("small")}{self._ink("text-quiet")} font-weight:600;'
            f'margin:{4 * self.style.space}px 0 {self.style.space}px 0">{escape(self.words(section.id))}</p>'
        )
        caution = (
            self._quiet(self.words(section.id + ":caution"))
            if section.id == "lane-neighbors"
            else ""
        )
        spark = (
            f'<p style="margin:0"><a href="{escape(section.spark.series)}"><img src="spark"/></a></p>'
            if section.spark
            else ""
        )
        mark = ":" if section.id in NAMED else ""
        body = (
            self._table(section.lines)
            if section.shape == "fields"
            else "".join(self._line(line, mark) for line in section.lines)
        )
        return head + caution + spark + body

    def _line(self, line: Line, mark: str = "") -> str:
        lead = self._lead(line.lead, mark) if line.lead else ""
        text = self._link(line.text, line.ref) if line.ref else self._linked(line.text)
        quiet = self._ink("text-quiet")
        date = f' <span style="{quiet}">{escape(self.say(line.date))}</span>' if line.date else ""
        note = self._quiet(line.note, tight=True) if line.note else ""
        below = self.style.space // 2 if line.note else self.style.space
        return (
            f'<p style="{self._font("body")} margin:0 0 {below}px 0">'
            f"{lead}{text}{date}{self._marks(line.notes)}</p>{note}"
        )

    def _lead(self, lead: str, mark: str) -> str:
        words = self.words(lead)
        shown = words[:1].upper() + words[1:] + mark if mark else words
        return f'<span style="{self._ink("text-quiet")}">{escape(shown)}</span> '

    def _table(self, lines: Sequence[Line]) -> str:
        """Fields as label and value; lines that share a label stand in one row."""
        rows: dict[str, list[str]] = {}
        for line in lines:
            text = self._link(line.text, line.ref) if line.ref else self._linked(line.text)
            rows.setdefault(line.lead, []).append(text + self._marks(line.notes))
        cells = "".join(
            f'<tr><td style="{self._font("small")}{self._ink("text-quiet")} padding:0 {2 * self.style.space}px {self.style.space}px 0">'
            f'{escape(self.words(lead))}</td><td style="{self._font("body")} padding-bottom:{self.style.space}px">{"<br>".join(values)}</td></tr>'
            for lead, values in rows.items()
        )
        return f'<table cellspacing="0" cellpadding="0">{cells}</table>'

    def _sources(self, sources: Sequence[str]) -> str:
        if not sources:
            return ""
        lines = "".join(
            f'<p style="{self._font("small")} margin:0 0 {self.style.space}px 0">'
            f'<span style="{self._ink("text-quiet")}">{number}</span>&nbsp; {self._link(self.references(source), f"source:{source}")}</p>'
            for number, source in enumerate(sources, 1)
        )
        return self._section(Section("sources")) + lines

    def _marks(self, notes: Sequence[int]) -> str:
        if not notes:
            return ""
        marks = " ".join(
            f'<a href="note:{note}" style="{self._ink("link")} text-decoration:none">{note}</a>'
            for note in notes
        )
        return (
            f'<sup style="font-size:{self.style.sizes["small"] * 1.25:.0f}px">&nbsp;{marks}</sup>'
        )

    def _linked(self, text: str, own: str = "") -> str:
        """Running text with the names in it as links."""
        return "".join(
            self._link(run.text, run.ref, quiet=True) if run.ref else escape(run.text)
            for run in self.names.runs(text, own)
        )

    def _link(self, text: str, ref: str, quiet: bool = False) -> str:
        line = "underline" if quiet else "none"
        ink = self._ink("text" if quiet else "link")
        return f'<a href="{escape(ref)}" style="{ink} text-decoration:{line}">{escape(text)}</a>'

    def _quiet(self, text: str, tight: bool = False) -> str:
        below = self.style.space * (2 if tight else 1)
        return f'<p style="{self._font("small")}{self._ink("text-quiet")} margin:0 0 {below}px 0">{self._linked(text)}</p>'

    def _font(self, size: str) -> str:
        return f"font-size:{self.style.sizes[size]:.0f}px;"

    def _ink(self, role: str) -> str:
        return f"color:{self.style.colors[role]};"
