"""A card as one HTML text, with words, colors and links given by the caller."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import msgspec

from explorer.card.card import Card, Line, Section
from explorer.card.names import Names, Run
from explorer.content.dates import When
from explorer.content.marks import Statistic
from explorer.reader.dossier import MARK

PAD = "&nbsp;&nbsp;"
LABEL, FIRST = "30%", "62%"  # the first column of fields, and of a table
# As html.escape, which would load the names of 2,231 characters before the first picture (1 ms).
_ESCAPES: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"}
)


def escape(text: str) -> str:
    """A text that HTML shows as it is.

    >>> escape("<b> & 'c'")
    '&lt;b&gt; &amp; &#x27;c&#x27;'
    """
    return text.translate(_ESCAPES)


def chip_length(words: str) -> int:
    """How many letters the chip at the start of a card has, with the room around its words."""
    return len(words) + 4


class Style(msgspec.Struct, frozen=True):
    """Colors by role and sizes in pixels; everything that the text needs to look right."""

    colors: Mapping[str, str]  # text, text-quiet, link, conflict ...
    sizes: Mapping[str, float]  # chip, small, body, heading, title
    space: int
    stacked: bool = False  # labels above their values, for a narrow card or large text


class Setter(msgspec.Struct, frozen=True):
    """Sets a card as HTML.

    ``words`` turns the ids of :mod:`explorer.card.facts` into words on screen, ``say`` a date
    into words, ``references`` source ids into one-line references; ``statistics`` finds those of
    a text.
    """

    style: Style
    words: Callable[[str], str]
    say: Callable[[When], str]
    references: Callable[[str], str]
    names: Names
    statistics: Callable[[str], Sequence[Statistic]]

    def page(self, card: Card) -> str:
        """The whole card."""
        parts = [self._head(card), self._summary(card), *map(self._section, card.sections)]
        if card.known_since:
            parts.append(self._quiet(f"{self.words('known-since')} {self.say(card.known_since)}"))
        return "".join([*parts, self._sources(card.sources)])

    # ------------------------------------------------------------------------------- the head

    def _head(self, card: Card) -> str:
        chip = escape(self.words(card.tag or card.kind)).replace(" ", "&nbsp;")
        return (
            f'<p style="{self._font("small")} margin-bottom:{self.style.space}px">'
            f'<span style="{self._font("chip")}{self._ink("on-chip")} font-weight:600">{PAD}{chip}{PAD}</span>'
            f'&nbsp;&nbsp; <span style="{self._ink("text-quiet")}">{escape(self._when(card))}</span></p>'
            f'<p style="{self._font("title")} font-weight:700; margin:0 0 {2 * self.style.space}px 0">'
            f"{self._titled(card.title)}</p>"
        )

    def _when(self, card: Card) -> str:
        """The date as it is known, and the confidence where it is not high."""
        parts = []
        if card.date:
            end = f" – {self.say(card.end)}" if card.end and card.end != card.date else ""
            parts.append(self.say(card.date) + end)
        elif card.end:
            parts.append(self.say(When(f"/{card.end.text.rpartition('/')[2]}")))
        if card.confidence in ("medium", "low"):
            parts.append(self.words(f"confidence-{card.confidence}"))
        return " · ".join(parts)

    def _summary(self, card: Card) -> str:
        if card.summary is None:
            return ""
        text = self._linked(card.summary.text, card.ref) + self._marks(card.summary.notes)
        return f'<p style="{self._font("body")} margin:0">{text}</p>'

    # ------------------------------------------------------------------------------ a section

    def _section(self, section: Section) -> str:
        spark = (
            f'<p style="margin:0"><a href="{escape(section.spark.series)}"><img src="spark"/></a></p>'
            if section.spark
            else ""
        )
        caution = self._quiet(self.words(section.caution)) if section.caution else ""
        return self._heading(section.id) + caution + spark + self._lines(section)

    def _heading(self, id: str) -> str:
        return (
            f'<p style="{self._font("small")}{self._ink("text-quiet")} font-weight:600;'
            f'margin:{4 * self.style.space}px 0 {self.style.space}px 0">{escape(self.words(id))}</p>'
        )

    def _lines(self, section: Section) -> str:
        if section.shape == "fields" and not self.style.stacked:
            return self._fields(section.lines)
        if section.shape == "table" and not self.style.stacked:
            return self._table(section)
        if section.shape == "steps":
            return "".join(self._step(number, line) for number, line in enumerate(section.lines, 1))
        mark = ":" if section.shape in ("named", "fields") else ""
        return "".join(self._line(line, mark) for line in section.lines)

    def _line(self, line: Line, mark: str = "") -> str:
        """One line of a list; cells of a table that has no room follow on lines of their own."""
        lead = self._lead(line.lead, mark) if line.lead else ""
        below = self.style.space // 2 if line.note else self.style.space
        note = self._quiet(line.note, tight=True) if line.note else ""
        cells = "".join(self._line(cell) for cell in line.cells)
        gap = self._paragraph("", self.style.space) if cells else ""
        return f"{self._paragraph(lead + self._body(line), below)}{note}{cells}{gap}"

    def _paragraph(self, text: str, below: int) -> str:
        return f'<p style="{self._font("body")} margin:0 0 {below}px 0">{text}</p>'

    def _body(self, line: Line) -> str:
        """Words, date and footnotes of a line."""
        text = self._text(line)
        quiet = self._ink("text-quiet") if text else ""
        date = f'<span style="{quiet}">{escape(self.say(line.date))}</span>' if line.date else ""
        return " ".join(filter(None, (text, date))) + self._marks(line.notes)

    def _text(self, line: Line) -> str:
        if line.ids:
            said = ", ".join(self.words(id) for id in line.ids).replace("{0}", line.text)
            said = said[:1].upper() + said[1:] + ("." if len(line.ids) > 1 else "")
            return self._link(said, line.ref) if line.ref else self._linked(said)
        return self._link(line.text, line.ref) if line.ref else self._linked(line.text)

    def _lead(self, lead: str, mark: str) -> str:
        words = self.words(lead)
        shown = words[:1].upper() + words[1:] + mark if mark else words
        return f'<span style="{self._ink("text-quiet")}">{escape(shown)}</span> '

    def _step(self, number: int, line: Line) -> str:
        """A numbered step: when or on what condition, what happens, what it opens."""
        lead = f"{number}. {line.lead.rstrip('.')}." if line.lead else f"{number}."
        opens = " · ".join(self._link(cell.text, cell.ref) for cell in line.cells)
        head = f'<b style="{self._ink("text")}">{escape(lead)}</b> '
        below = (
            f'<p style="{self._font("small")} margin:0 0 {3 * self.style.space}px 0">{opens}</p>'
        )
        return self._paragraph(head + self._body(line), self.style.space // 2) + below

    # ------------------------------------------------------------------------------ in columns

    def _fields(self, lines: Sequence[Line]) -> str:
        """Fields as label and value; lines that share a label stand in one row."""
        rows: dict[str, list[str]] = {}
        for line in lines:
            note = self._quiet(line.note, tight=True) if line.note else ""
            value = self._paragraph(self._body(line), self.style.space // 2) + note
            rows.setdefault(line.lead, []).append(value)
        cells = "".join(
            f"<tr>{self._cell(self._label(self.words(lead)), LABEL)}{self._cell(''.join(values))}</tr>"
            for lead, values in rows.items()
        )
        return f'<table cellspacing="0" cellpadding="0" width="100%" style="margin-top:{self.style.space}px">{cells}</table>'

    def _table(self, section: Section) -> str:
        """Lines as rows, their cells as further columns, under headings."""
        widths = (FIRST, *[""] * len(section.columns))
        heads = "".join(
            self._cell(self._label(self.words(column)), width)
            for column, width in zip(section.columns, widths, strict=False)
        )
        rows = "".join(
            "<tr>" + "".join(self._cell(self._line(one)) for one in _columns(line)) + "</tr>"
            for line in section.lines
        )
        return f'<table cellspacing="0" cellpadding="0" width="100%" style="margin-top:{self.style.space}px"><tr>{heads}</tr>{rows}</table>'

    def _cell(self, inside: str, width: str = "") -> str:
        wide = f' width="{width}"' if width else ""
        return f'<td{wide} style="padding:0 {2 * self.style.space}px {self.style.space}px 0">{inside}</td>'

    def _label(self, words: str) -> str:
        shown = words[:1].upper() + words[1:]
        return f'<p style="{self._font("small")}{self._ink("text-quiet")} margin:0">{escape(shown)}</p>'

    # -------------------------------------------------------------------------------- the rest

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
        """Running text with the names and statistics in it as links."""
        return self._cut(self.names.runs(text, own, self.statistics(text)))

    def _titled(self, title: str) -> str:
        """A title with the statistics in it as links."""
        return self._cut(Names({}).runs(title, statistics=self.statistics(title)))

    def _cut(self, runs: Sequence[Run]) -> str:
        return "".join(
            self._link(run.text, run.ref, quiet=True) if run.ref else escape(run.text)
            for run in runs
        )

    def _link(self, text: str, ref: str, quiet: bool = False) -> str:
        line = "underline" if quiet else "none"
        ink = self._ink("text" if quiet else "link")
        tip = f' title="{escape(self.words("statistic"))}"' if ref.startswith(MARK) else ""
        return (
            f'<a href="{escape(ref)}"{tip} style="{ink} text-decoration:{line}">{escape(text)}</a>'
        )

    def _quiet(self, text: str, tight: bool = False) -> str:
        below = self.style.space * (2 if tight else 1)
        return f'<p style="{self._font("small")}{self._ink("text-quiet")} margin:0 0 {below}px 0">{self._linked(text)}</p>'

    def _font(self, size: str) -> str:
        return f"font-size:{self.style.sizes[size]:.0f}px;"

    def _ink(self, role: str) -> str:
        return f"color:{self.style.colors[role]};"


def _columns(line: Line) -> tuple[Line, ...]:
    """A row of a table as its cells; the notes of the row stand in the first."""
    return (msgspec.structs.replace(line, cells=()), *line.cells)
