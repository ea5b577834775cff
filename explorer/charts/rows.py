"""A drawing for other programs: tidy CSV, rows to paste, and the facts of a caption."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from explorer import NAME
from explorer.charts.marks import Change, Drawing, Mark
from explorer.content import cite, tidy
from explorer.content.library import Library

CHANGED: Final = ("changed_value", "changed_unit", "formula")  # columns of a changed drawing


def csv_of(library: Library, drawing: Drawing, link: str = "") -> str:
    """The figures of a drawing as a file; computed values stand beside the figures they are of."""
    lines = [
        *tidy.about(library, drawing.title, link),
        *(line for line in (drawing.subtitle, drawing.note) if line),
        *(_made(library, drawing, change) for change in drawing.changes),
        *tidy.defined(library, _series(drawing)),
        *tidy.cited(library, _sources(drawing)),
    ]
    return tidy.as_csv(lines, _columns(drawing), _rows(library, drawing))


def tsv_of(library: Library, drawing: Drawing) -> str:
    """The same rows for the clipboard: a header, then one row for each figure."""
    return tidy.as_tsv(_columns(drawing), _rows(library, drawing))


def _columns(drawing: Drawing) -> tuple[str, ...]:
    return (*tidy.COLUMNS, *CHANGED) if _is_changed(drawing) else tidy.COLUMNS


def _is_changed(drawing: Drawing) -> bool:
    return any(mark.shown is not None for mark in drawing.marks)


def _rows(library: Library, drawing: Drawing) -> Iterator[tuple[str, ...]]:
    for track in drawing.tracks:
        for mark in track.marks:
            row = tidy.row(library, mark.figure, track.label)
            yield (*row, *_changed(library, drawing, mark)) if _is_changed(drawing) else row


def _changed(library: Library, drawing: Drawing, mark: Mark) -> tuple[str, str, str]:
    if mark.shown is None:
        return "", "", ""
    change = next(change for change in drawing.changes if change.id != "log")
    return tidy.number(mark.shown), unit_of(library, drawing, change), formula(mark, change)


def formula(mark: Mark, change: Change) -> str:
    """How a value was computed, in numbers: ``43090 / 368644 * 100``."""
    below = " + ".join(tidy.number(figure.value) for figure in mark.over)
    divided = f"({below})" if len(mark.over) > 1 else below
    times = "" if change.times == 1 else f" * {tidy.number(change.times)}"
    return f"{tidy.number(mark.figure.value)} / {divided}{times}"


def unit_of(library: Library, drawing: Drawing, change: Change) -> str:
    """The unit of changed values, in the words of a file."""
    if change.id == "index":
        return f"index, {change.base} = 100"
    if change.id == "share":
        return (
            f"percent of {library.series[change.by].title}" if change.by else "percent of the sum"
        )
    units = dict.fromkeys(track.series.unit for track in drawing.tracks)
    below = library.series[change.by]
    times = "" if change.times == 1 else f"{change.times:,.0f} "
    return f"{', '.join(units)} per {times}{below.unit} ({below.title})"


def _made(library: Library, drawing: Drawing, change: Change) -> str:
    if change.id == "log":
        return "Drawn on a log axis; the values are those of the sources."
    dropped = f" Left out: {len(change.left_out)} figures." if change.left_out else ""
    what = unit_of(library, drawing, change)
    return f"Computed by {NAME} from the figures: {what}.{dropped}"


# ----------------------------------------------------------------------------------- caption


@dataclass(frozen=True)
class Caption:
    """What stands under a picture of a chart, so that it can be read away from the program."""

    title: str
    subtitle: str
    unit: str
    definitions: tuple[tuple[str, str], ...]  # label and definition, each definition once
    note: str
    sources: tuple[str, ...]  # short: who and when
    version: str
    researched: str
    license: str
    link: str


def caption(library: Library, drawing: Drawing, link: str = "") -> Caption:
    """The facts of a caption; the screen puts them into words."""
    change = next((one for one in drawing.changes if one.id != "log"), None)
    return Caption(
        title=drawing.title,
        subtitle=drawing.subtitle,
        unit=unit_of(library, drawing, change) if change else drawing.unit,
        definitions=_definitions(drawing),
        note=drawing.note,
        sources=tuple(
            dict.fromkeys(cite.short(library.sources[name]) for name in _sources(drawing))
        ),
        version=library.version,
        researched=library.researched,
        license=tidy.LICENSE,
        link=link,
    )


def _definitions(drawing: Drawing) -> tuple[tuple[str, str], ...]:
    found: dict[str, list[str]] = {}
    for track in drawing.tracks:
        found.setdefault(track.series.definition, []).append(track.label)
    return tuple((", ".join(labels), text) for text, labels in found.items())


def _series(drawing: Drawing) -> tuple[str, ...]:
    """The series drawn, and those that they were divided by."""
    names = [track.series.id for track in drawing.tracks]
    names += [figure.series for mark in drawing.marks for figure in mark.over]
    return tuple(dict.fromkeys(names))


def _sources(drawing: Drawing) -> tuple[str, ...]:
    figures = [figure for mark in drawing.marks for figure in (mark.figure, *mark.over)]
    return tuple(dict.fromkeys(figure.source for figure in figures))
