"""What each side says, is quoted with and argues, in columns of the same room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from explorer.content import balance
from explorer.content.dates import say
from explorer.content.library import Library
from explorer.content.model import Position, Question, Quote, Viewpoint
from explorer.evidence.view import words
from explorer.evidence.view.prose import Writer
from explorer.evidence.view.words import tr
from explorer.ui.statistics import linked


class SidesWriter:
    """The sides of one question as HTML; one column after the other where it is narrow."""

    def __init__(self, library: Library, question: Question, writer: Writer) -> None:
        self.library, self.question, self.writer = library, question, writer

    def short(self) -> str:
        """What each side says, side by side, for an audience."""
        told = [
            self.writer.line(words.capital(side.view), "body", "text-quiet", bold=True, above=1)
            + self.writer.line(side.text, "lead")
            for side in (self.question.side_a, self.question.side_b)
        ]
        return self.writer.columns([told], gap="xs")

    def positions(self, wide: bool) -> str:
        """What each side says, then its quotations in equal numbers."""
        sides = (self.question.side_a, self.question.side_b)
        spoken = balance.spoken(self.library, self.question)
        told = [self._position(side) for side in sides]
        heard = [[self._spoken(one) for one in each] for each in spoken]
        head = self.writer.head(tr("What each side says"))
        html = head + self._beside(told, heard, wide)
        if not heard[0]:
            none = tr("No short quotation on this question is in the sources.")
            html += self.writer.line(none, "small", "text-quiet", above=2)
        return html

    def arguments(self, wide: bool) -> str:
        """The arguments of both sides in equal numbers, and the positions between; or nothing."""
        argued = balance.argued(self.library, self.question)
        between = [self.library.viewpoints[name] for name in self.question.between]
        if not argued[0] and not between:
            return ""
        html = self.writer.head(tr("Arguments, by those who make them"))
        if argued[0]:
            heads = [self.writer.small_head(tr(words.VIEWS[each[0].side])) for each in argued]
            html += self._beside(
                heads, [[self._argument(a) for a in each] for each in argued], wide
            )
        if between:
            html += self.writer.small_head(tr(words.VIEWS["between"]))
            html += "".join(self._argument(one) for one in between)
        return html

    def _beside(self, heads: Sequence[str], told: Sequence[Sequence[str]], wide: bool) -> str:
        """Two columns whose parts stand row by row, or one after the other."""
        if wide:
            return self.writer.columns([heads, *zip(*told, strict=True)])
        return "".join(head + "".join(parts) for head, parts in zip(heads, told, strict=True))

    def _position(self, side: Position) -> str:
        writer = self.writer
        return (
            writer.small_head(words.capital(side.view))
            + self._text(side.text)
            + self._sources(side.sources)
        )

    def _spoken(self, one: Quote | Viewpoint) -> str:
        if isinstance(one, Viewpoint):
            note = tr("No quotation of this side is in the sources. Its argument:")
            return self.writer.line(note, "small", "text-quiet", above=3) + self._argument(one)
        writer = self.writer
        context = "" if _is_date_of(one) else words.capital(one.context)
        said = f"{one.speaker}, {one.role} · {words.capital(say(one.date))}"
        return (
            writer.line(f"“{one.text}”", "lead", above=3)
            + writer.line(said, "small", "text-quiet")
            + (writer.line(context, "small", "text-quiet") if context else "")
            + (writer.line(one.note, "small", "text-quiet") if one.note else "")
            + self._sources((one.source,))
        )

    def _argument(self, one: Viewpoint) -> str:
        head = self.writer.line(one.title, "body", bold=True, above=2)
        return head + self._text(one.text) + self._sources(one.sources)

    def _text(self, text: str) -> str:
        shown = linked(self.library, text, self.writer.color("text"))
        return self.writer.line(shown, "body", plain=False)

    def _sources(self, names: Iterable[str]) -> str:
        return sources(self.library, names, self.writer)


def _is_date_of(quote: Quote) -> bool:
    """Whether the context of a quotation says nothing but its date again."""
    return set(quote.context.replace(",", "").split()) <= set(
        say(quote.date).replace(",", "").split()
    )


def sources(library: Library, names: Iterable[str], writer: Writer) -> str:
    """A line of links to sources."""
    links = source_links(library, names, writer)
    return writer.fact(tr("Sources:"), " · ".join(links), "small") if links else ""


def source_links(library: Library, names: Iterable[str], writer: Writer) -> list[str]:
    """A link to each source."""
    return [writer.link(f"source:{name}", library.name(f"source:{name}")) for name in names]
