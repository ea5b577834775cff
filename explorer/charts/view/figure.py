"""What one figure means: value, what it counts, source, definition, and who says otherwise."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QWidget

from explorer.charts import specs
from explorer.charts.specs import Drawing, Mark
from explorer.charts.tables import SOURCES, Listing
from explorer.charts.view import records, words
from explorer.charts.view.words import tr
from explorer.content import cite
from explorer.content.dates import say
from explorer.content.library import Library
from explorer.content.model import Claim, Conflict, Figure, Part, Series, Source
from explorer.ui.paint import Look
from explorer.ui.widgets import ReadingText

BACK = "back:"


class FigurePanel(ReadingText):
    """The chosen figure in words, or one of its sources; names in it can be opened."""

    opened = Signal(str)  # a reference, or BACK

    def __init__(self, library: Library, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._library = library
        self.setAccessibleName(tr("This figure"))
        self.anchorClicked.connect(self._tell)

    def show_figure(self, drawing: Drawing, mark: Mark | None, look: Look) -> None:
        """Say all about a mark; about the series where none is chosen."""
        self.look = look
        track = drawing.track_of(mark.key) if mark else None
        series = track.series if track else drawing.tracks[0].series
        parts = self._value(mark, series) if mark else [self._head(series.title)]
        parts += self._definition(series)
        if mark:
            parts += self._otherwise(mark, series)
            parts += self._claims(mark)
        parts += self._conflicts(series, mark)
        parts += self._measures(series)
        self._set(parts)

    def show_row(self, listing: Listing, row: Part, look: Look) -> None:
        """Say all that a row of a table says, and open its sources."""
        self._look = look
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

    def _value(self, mark: Mark, series: Series) -> list[str]:
        figure = mark.figure
        counts = escape(series.counts or series.title)
        lines = [
            self._head(tr("This figure")),
            self._line(words.value(figure), "title", bold=True),
            self._line(series.title, "small", quiet=True),
            self._fact(tr("counts"), counts, plain=False),
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
        if source is not None and source.note and figure.confidence != "high":
            lines.append(self._fact(tr("about the source"), source.note))
        return lines

    def _definition(self, series: Series) -> list[str]:
        parts = [self._head(tr("Definition")), self._line(series.definition, "small")]
        if series.edition:
            parts.append(self._fact(tr("edition"), series.edition))
        if series.caution:
            parts += [self._head(tr("Take care")), self._line(series.caution, "small")]
        return parts

    def _otherwise(self, mark: Mark, series: Series) -> list[str]:
        """The same period in other editions, and which one stands."""
        found = [self._rival(figure) for figure in specs.said_differently(self._library, mark)]
        if series.stands_for:
            name, _, why = series.stands_for.partition(" ")
            title = self._library.series[name].title
            found.append(f"<p>{self._link(f'series:{name}', title)}: {escape(why)}</p>")
        return [self._head(tr("Said differently")), *found] if found else []

    def _rival(self, figure: Figure) -> str:
        record = self._library.series[figure.series]
        source = self._library.name(f"source:{figure.source}")
        link = self._link(f"series:{figure.series}", record.title)
        return (
            f"<p><b>{escape(words.value(figure))}</b> {link}<br/>"
            f'<span style="color:{self._color("text-quiet")}">{escape(source)}</span></p>'
        )

    def _claims(self, mark: Mark) -> list[str]:
        """Published claims that use the figure, and those that answer the same question otherwise."""
        found = specs.claims_with(self._library, mark.figure)
        if not found:
            return []
        return [self._head(tr("Claims that use it")), *map(self._claim, found)]

    def _claim(self, claim: Claim) -> str:
        text = f"<p>{self._link(f'claim:{claim.id}', claim.text)} ({escape(claim.speaker)})"
        rivals = [self._library.claims[rival.claim] for rival in claim.rivals]
        if rivals:
            links = "; ".join(
                self._link(f"claim:{rival.id}", words.claimed(rival)) for rival in rivals
            )
            otherwise = tr("Said otherwise:")
            text += f"<br/>{escape(otherwise)} {links}"
        return f"{text}</p>"

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
            f"<br/>• {escape(side.claim)}{self._who(side.said_by, side.sources)}"
            for side in conflict.sides
        )
        link = self._link(f"conflict:{conflict.id}", conflict.topic)
        return f"<p>{link}{sides}<br/>{escape(conflict.resolution)}</p>"

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

    # ------------------------------------------------------------------------------- as HTML

    def _color(self, role: str) -> str:
        return self.look.color(role).name()

    def _style(self, size: str, role: str, bold: bool = False) -> str:
        font = self.look.font(size)
        weight = "600" if bold else "400"
        return f"font-size:{font.pixelSize()}px; font-weight:{weight}; color:{self._color(role)}"

    def _head(self, text: str) -> str:
        style = self._style("small", "text-quiet", bold=True)
        return f'<p style="{style}; margin:{self.look.space("l")}px 0 0 0">{escape(text)}</p>'

    def _line(self, text: str, size: str, bold: bool = False, quiet: bool = False) -> str:
        style = self._style(size, "text-quiet" if quiet else "text", bold)
        return f'<p style="{style}; margin:2px 0 2px 0">{escape(text)}</p>'

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

    def _tell(self, url: QUrl) -> None:
        self.opened.emit(url.toString())
