"""What one figure means: value, what it counts, source, definition, and who says otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtWidgets import QWidget

from explorer.charts import specs
from explorer.charts.guess import Task
from explorer.charts.specs import Drawing, Mark
from explorer.charts.tables import SOURCES, Listing
from explorer.charts.view import changes, records, words
from explorer.charts.view.facts import FactsText
from explorer.charts.view.words import tr
from explorer.content import cite
from explorer.content.dates import say
from explorer.content.library import Library
from explorer.content.model import Claim, Conflict, Event, Figure, Part, Rival, Series, Source
from explorer.reader.dossier import MARK, parted
from explorer.reader.lens import PAGES
from explorer.ui import statistics
from explorer.ui.paint import Look
from explorer.ui.words import QT_TRANSLATE_NOOP

BACK = "back:"
DOSSIER = "dossier:"  # before the reference of a claim: its page of evidence
WHY = {
    "definition": QT_TRANSLATE_NOOP("Charts", "another definition"),
    "denominator": QT_TRANSLATE_NOOP("Charts", "out of another whole"),
    "numerator": QT_TRANSLATE_NOOP("Charts", "counts other people"),
    "period": QT_TRANSLATE_NOOP("Charts", "another period"),
    "unit": QT_TRANSLATE_NOOP("Charts", "another unit"),
    "method": QT_TRANSLATE_NOOP("Charts", "another method"),
    "error": QT_TRANSLATE_NOOP("Charts", "an error in one of them"),
    "unknown": QT_TRANSLATE_NOOP("Charts", "reason not known"),
}


class FigurePanel(FactsText):
    """The chosen figure in words, or one of its sources; names in it can be opened.

    ``opened`` tells a reference, BACK, or DOSSIER with the reference of a claim.
    """

    def __init__(self, library: Library, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._library = library
        self.setAccessibleName(tr("This figure"))

    def show_figure(
        self, drawing: Drawing, mark: Mark | None, events: Sequence[Event], look: Look
    ) -> None:
        """Say all about a mark; about the series where none is chosen."""
        self.look = look
        track = drawing.track_of(mark.key) if mark else None
        series = track.series if track else drawing.tracks[0].series
        parts = self._value(drawing, mark, series) if mark else [self._head(series.title)]
        if mark:
            parts += self._otherwise(mark, series)
        parts += self._definition(series)
        reading = self._told(words.reading(drawing))
        if reading:
            parts += [
                self._head(tr("How to read this chart")),
                self._line(reading, "small", plain=False),
            ]
        if mark:
            parts += self._claims(mark)
        parts += self._conflicts(series, mark)
        parts += self._marked(events)
        parts += self._measures(series)
        self._set(parts)

    def show_task(self, drawing: Drawing, task: Task, look: Look) -> None:
        """Say what the line to be drawn counts, and nothing of how it goes."""
        self.look = look
        series = task.track.series
        parts = [
            self._head(tr("To be drawn")),
            self._line(task.track.label, "lead", bold=True),
            self._fact(tr("counts"), series.counts or series.title),
            self._fact(tr("unit"), series.unit),
            self._head(tr("Shown first")),
        ]
        parts += [self._fact(words.period(mark), words.shown(mark, drawing)) for mark in task.given]
        self._set(parts)

    def show_event(self, event: Event, look: Look) -> None:
        """Say which event a mark on the time axis stands for, with the way to its card and back."""
        self.look = look
        when = say(event.date) if event.end is None else tr("{0} to {1}")
        if event.end is not None:
            when = when.format(say(event.date), say(event.end))
        back, card = tr("‹ Back to the figure"), tr("Open the card ›")
        self._set(
            [
                self._head(tr("Event")),
                self._line(event.title, "lead", bold=True),
                self._line(when, "small", quiet=True),
                self._line(self._told(event.summary), "small", plain=False),
                f"<p>{self._link(f'event:{event.id}', card)}</p>",
                self._line(
                    tr("It is marked for its date alone: that says nothing about the figures."),
                    "small",
                    quiet=True,
                ),
                f"<p>{self._link(BACK, back)}</p>",
            ]
        )

    def show_row(self, listing: Listing, row: Part, look: Look) -> None:
        """Say all that a row of a table says, and open its sources."""
        self.look = look
        parts = [self._head(tr("This row"))]
        for column in listing.columns:
            text = records.cell(self._library, row, column)
            if text and column not in SOURCES:
                parts.append(self._fact(records.head(column), text))
        found = [self._library.sources.get(name) for name in listing.sources_of(row)]
        parts.append(self._head(tr("Sources")))
        if not found:
            parts.append(self._line(tr("No source is named for this row alone."), "small"))
        for source in found:
            if source is not None:
                parts.append(self._line(cite.footnote(source), "small"))
                link = self._link(f"source:{source.id}", tr("Open the source ›"))
                parts.append(f"<p>{link}</p>")
        for conflict in self._library.conflicts_about(listing.ref):
            parts += [self._head(tr("Sources disagree")), self._conflict(conflict)]
        self._set(parts)

    def show_source(self, source: Source, look: Look) -> None:
        """Say what a source is and what of it was read, with the way back to the figure."""
        self.look = look
        parts = [self._head(tr("Source")), self._line(cite.footnote(source), "body")]
        facts = [
            (tr("Kind"), source.kind_detail or source.kind),
            (tr("Published by"), source.publisher or source.container_title),
            (tr("Date"), say(source.issued) if source.issued else tr("no date")),
            (tr("Where in it"), source.section),
            (tr("What was read"), source.verified_in),
            (tr("Confidence"), tr(source.confidence or "")),
            (tr("Note"), source.note),
            (tr("Address"), source.url),
        ]
        parts += [self._fact(name, text) for name, text in facts if text]
        back = tr("‹ Back to the figure")
        parts.append(f"<p>{self._link(BACK, back)}</p>")
        self._set(parts)

    # ------------------------------------------------------------------------------ its parts

    def _value(self, drawing: Drawing, mark: Mark, series: Series) -> list[str]:
        figure = mark.figure
        lines = [
            self._head(tr("This figure")),
            self._line(words.shown(mark, drawing), "title", bold=True),
            *self._computed(drawing, mark),
            self._line(series.title, "small", quiet=True),
            self._fact(tr("counts"), series.counts or series.title),
            self._fact(tr("in"), words.long_period(mark)),
            self._fact(tr("unit"), figure.unit),
            self._fact(tr("given"), words.qualifier(figure)),
        ]
        if figure.note:
            lines.append(self._fact(tr("note"), figure.note))
        source = self._library.sources.get(figure.source)
        lines.append(self._head(tr("Source")))
        if source is not None:
            lines.append(self._line(cite.footnote(source), "small"))
            lines.append(f"<p>{self._link(f'source:{source.id}', tr('Open the source ›'))}</p>")
        lines.append(self._fact(tr("confidence"), words.confidence(figure)))
        dossier = self._link(f"{MARK}series:{mark.key}", tr("All about this figure ›"))
        lines.append(f"<p>{dossier}</p>")
        if source is not None and source.note and figure.confidence != "high":
            lines.append(self._fact(tr("about the source"), source.note))
        return lines

    def _definition(self, series: Series) -> list[str]:
        definition = self._line(self._told(series.definition), "small", plain=False)
        parts = [self._head(tr("Definition")), definition]
        if series.edition:
            parts.append(self._fact(tr("edition"), series.edition))
        if series.caution:
            caution = self._line(self._told(series.caution), "small", plain=False)
            parts += [self._head(tr("Take care")), caution]
        return parts

    def _computed(self, drawing: Drawing, mark: Mark) -> list[str]:
        """For a changed value: what it is, and the figures that it was computed from."""
        if mark.shown is None:
            return []
        unit = changes.unit(self._library, drawing)
        below = ", ".join(map(words.value, mark.over))
        text = tr("{0} and {1}").format(words.value(mark.figure), below)
        return [self._line(unit, "small"), self._fact(tr("computed from"), text)]

    def _otherwise(self, mark: Mark, series: Series) -> list[str]:
        """The same period in other editions, which one stands, and rival claims with the reason."""
        others = specs.said_differently(self._library, mark)
        rest, also = parted(others, mark.figure.value)
        found = [self._edition(figure) for figure in rest]
        if series.stands_for:
            name, _, why = series.stands_for.partition(" ")
            link = self._link(f"series:{name}", self._library.series[name].title)
            found.append(self._block(link, [self._quiet(why)]))
        claims = specs.claims_with(self._library, mark.figure)
        rivals = {rival.claim: rival for claim in claims for rival in claim.rivals}
        found += map(self._rival, rivals.values())
        if claims and "evidence" in PAGES:
            link = self._link(f"{DOSSIER}claim:{claims[0].id}", tr("Why these differ ›"))
            found.append(f"<p>{link}</p>")
        same = [self._edition(figure) for figure in also]
        return [
            *([self._head(tr("Said differently")), *found] if found else []),
            *([self._head(tr("Also published by")), *same] if same else []),
        ]

    def _edition(self, figure: Figure) -> str:
        record = self._library.series[figure.series]
        value = f"<b>{escape(words.value(figure))}</b> "
        link = self._link(f"series:{figure.series}", record.title)
        lines = [self._quiet(self._library.name(f"source:{figure.source}"))]
        if record.edition:
            lines.append(self._quiet(record.edition))
        return self._block(value + link, lines)

    def _rival(self, rival: Rival) -> str:
        """A claim that answers the same question otherwise: what it says, who says it, and why."""
        claim = self._library.claims[rival.claim]
        link = self._link(f"claim:{claim.id}", words.claimed(claim))
        reasons = ", ".join(tr(WHY[reason]) for reason in rival.reason)
        lines = [escape(claim.text), self._quiet(tr("{0}: {1}").format(reasons, rival.why))]
        return self._block(link, lines)

    def _claims(self, mark: Mark) -> list[str]:
        """Published claims that use the figure."""
        found = specs.claims_with(self._library, mark.figure)
        return [self._head(tr("Claims that use it")), *map(self._claim, found)] if found else []

    def _claim(self, claim: Claim) -> str:
        link = self._link(f"claim:{claim.id}", claim.text)
        return f"<p>{link} ({escape(claim.speaker)})</p>"

    def _marked(self, events: Sequence[Event]) -> list[str]:
        """The events that are marked on the time axis, in order of time."""
        if not events:
            return []
        ordered = sorted(events, key=lambda event: event.date)
        lines = [
            f"{escape(say(event.date))}: {self._link(f'event:{event.id}', event.title)}"
            for event in ordered
        ]
        return [self._head(tr("Marked on the time axis")), f"<p>{'<br/>'.join(lines)}</p>"]

    def _conflicts(self, series: Series, mark: Mark | None) -> list[str]:
        refs = [f"series:{series.id}", f"table:{series.table}"]
        if mark:
            refs.append(f"source:{mark.figure.source}")
        found = {c.id: c for ref in refs for c in self._library.conflicts_about(ref)}
        if not found:
            return []
        return [self._head(tr("Sources disagree")), *map(self._conflict, found.values())]

    def _conflict(self, conflict: Conflict) -> str:
        sides = "".join(
            f"<br/>• {self._told(side.claim)}{self._who(side.said_by, side.sources)}"
            for side in conflict.sides
        )
        link = self._link(f"conflict:{conflict.id}", conflict.topic)
        return f"<p>{link}{sides}<br/>{self._told(conflict.resolution)}</p>"

    def _told(self, text: str) -> str:
        """A text of the content whose statistics open their dossier."""
        return statistics.linked(self._library, text, self._color("text"))

    def _who(self, said_by: str, sources: tuple[str, ...]) -> str:
        names = [self._library.name(f"source:{name}") for name in sources]
        who = "; ".join([said_by, *names] if said_by else names)
        return f" ({escape(who)})" if who else ""

    def _measures(self, series: Series) -> list[str]:
        refs = self._library.measures_of(f"series:{series.id}")
        if not refs:
            return []
        links = "<br/>".join(self._link(ref, self._library.name(ref)) for ref in refs[:8])
        return [self._head(tr("Measures or stands beside")), f"<p>{links}</p>"]
