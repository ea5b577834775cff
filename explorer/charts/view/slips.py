"""What is said about one mark where it stands, on a slip and aloud."""

from __future__ import annotations

from html import escape
from typing import Final

from explorer.charts.specs import Drawing, Mark
from explorer.charts.view import words
from explorer.charts.view.words import tr
from explorer.content import cite
from explorer.content.library import Library
from explorer.ui.paint import Look

LONGEST: Final = 150  # letters of a definition on a slip; the panel beside has all of it


def lines(library: Library, drawing: Drawing, mark: Mark) -> tuple[str, ...]:
    """Value; period and how it is given; what it counts; its definition; source; confidence."""
    figure, track = mark.figure, drawing.track_of(mark.key)
    series = library.series[figure.series]
    given = words.qualifier(figure)
    if mark.shown is not None:
        given = tr("computed from {0}").format(words.value(figure))
    name = track.label if track and len(drawing.tracks) > 1 else ""
    counts = series.counts or series.title
    told = (
        words.shown(mark, drawing),
        " · ".join(part for part in (name, words.period(mark), given) if part),
        tr("{0} ({1})").format(counts, figure.unit) if figure.unit not in counts else counts,
        shortened(series.definition),
        source_line(library, figure.source),
        tr("confidence {0}").format(tr(figure.confidence)),
    )
    return tuple(line for line in told if line)


def html(library: Library, drawing: Drawing, mark: Mark, look: Look, brief: bool) -> str:
    """The slip: the value large, the rest small; *brief*, no more than its period and source."""
    first, *others = lines(library, drawing, mark)
    if brief:
        others = [line for line in (others[0], source_line(library, mark.figure.source)) if line]
    ink, body, small = look.color("on-tip").name(), look.font("lead"), look.font("caption")
    rows = "<br/>".join(escape(line) for line in others)
    return (
        f'<div style="color:{ink}; font-family:{body.family()}">'
        f'<span style="font-size:{body.pixelSize()}px; font-weight:600">{escape(first)}</span>'
        f'<br/><span style="font-size:{small.pixelSize()}px">{rows}</span></div>'
    )


def sentence(library: Library, drawing: Drawing, mark: Mark) -> str:
    """The same for the ear: one figure in a sentence or two."""
    first, second, *others = lines(library, drawing, mark)
    rest = ". ".join(part.rstrip(".") for part in others)
    return tr("{0}, {1}. {2}.").format(first, second.replace(" · ", ", "), rest)


def source_line(library: Library, name: str) -> str:
    """A source with the place in it, short."""
    source = library.sources.get(name)
    if source is None:
        return ""
    short = cite.short(source)
    return tr("{0}, {1}").format(short, source.section) if source.section else short


def shortened(text: str, longest: int = LONGEST) -> str:
    """The first sentence or clause of a text, cut where it is still too long."""
    first = text.split(". ")[0].split("; ")[0].strip().rstrip(".")
    return first if len(first) <= longest else first[:longest].rsplit(" ", 1)[0] + "…"
