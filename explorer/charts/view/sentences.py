"""The statements about a chart as sentences: caption, alternative text, and what is spoken."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from explorer.charts.specs import Drawing, Mark
from explorer.charts.summary import Statement, short
from explorer.charts.view import words
from explorer.charts.view.words import tr
from explorer.ui.words import QT_TRANSLATE_NOOP

COURSES: Final = {
    "rose": QT_TRANSLATE_NOOP("Charts", "rose from {0} to {1}"),
    "fell": QT_TRANSLATE_NOOP("Charts", "fell from {0} to {1}"),
    "same": QT_TRANSLATE_NOOP("Charts", "{0}, and {1}"),
    "from-to": QT_TRANSLATE_NOOP("Charts", "{0}; {1}"),
    "rose-fell": QT_TRANSLATE_NOOP("Charts", "rose from {0} to {1}, then fell to {2}"),
    "fell-rose": QT_TRANSLATE_NOOP("Charts", "fell from {0} to {1}, then rose to {2}"),
    "one": QT_TRANSLATE_NOOP("Charts", "{0}"),
}
TOTALS: Final = {
    "total-rose": QT_TRANSLATE_NOOP(
        "Charts", "All parts together rose from {0} in {1} to {2} in {3}"
    ),
    "total-fell": QT_TRANSLATE_NOOP(
        "Charts", "All parts together fell from {0} in {1} to {2} in {3}"
    ),
    "total-same": QT_TRANSLATE_NOOP("Charts", "All parts together: {0} in {1}, and {2} in {3}"),
}
APART: Final = {
    "units": QT_TRANSLATE_NOOP("Charts", "{0}. They count different things, so no line joins them"),
    "periods": QT_TRANSLATE_NOOP(
        "Charts", "{0}. They cover different stretches of time, so no line joins them"
    ),
}
MOST: Final = 4  # figures that are listed one by one


def summary(drawing: Drawing) -> str:
    """How the figures of a drawing go, in sentences."""
    several = len(drawing.tracks) > 1
    told: dict[str, list[str]] = {}  # by track, so that its name is said once
    for one in short(drawing):
        text = _said(drawing, one)
        name = one.track.label if one.track and several else ""
        if text:
            told.setdefault(name, []).append(text)
    return " ".join(_line(name, texts) for name, texts in told.items())


def _line(name: str, texts: list[str]) -> str:
    if not name:
        return " ".join(f"{words.capital(text)}." for text in texts)
    return tr("{0}: {1}.").format(name, "; ".join(texts))


def _said(drawing: Drawing, one: Statement) -> str:
    def at(mark: Mark) -> str:
        return words.at(mark, drawing)

    if one.says == "none":
        return tr("No figures of this chart could be read")
    if one.says in COURSES:
        return tr(COURSES[one.says]).format(*map(at, one.marks))
    if one.says in TOTALS:
        return _totals(drawing, one)
    if one.says == "apart":
        why = str(one.facts.get("reason", "periods"))
        return tr(APART[why]).format(_listed(one.marks, at))
    if one.says == "ranking":
        items = [_bar(drawing, mark) for mark in one.marks]
        return tr("{0}: {1}").format(words.period(one.marks[0]), "; ".join(items))
    if one.says == "largest":
        return _largest(drawing, one)
    return ""


def _listed(marks: tuple[Mark, ...], at: Callable[[Mark], str]) -> str:
    if len(marks) <= MOST:
        return "; ".join(map(at, marks))
    return tr("{0} figures, the first {1}, the last {2}").format(
        len(marks), at(marks[0]), at(marks[-1])
    )


def _bar(drawing: Drawing, mark: Mark) -> str:
    track = drawing.track_of(mark.key)
    return tr("{0} {1}").format(track.label if track else "", words.shown(mark, drawing))


def _totals(drawing: Drawing, one: Statement) -> str:
    numbers = []
    for name, mark in zip(("first", "last"), one.marks, strict=True):
        total = one.facts[name]
        rounded = any(not other.is_exact for other in drawing.marks if other.start == mark.start)
        text = words.number(float(total)) if isinstance(total, int | float) else str(total)
        numbers += [tr("about {0}").format(text) if rounded else text, words.period(mark)]
    return tr(TOTALS[one.says]).format(*numbers)


def _largest(drawing: Drawing, one: Statement) -> str:
    first, last = (drawing.track_of(mark.key) for mark in one.marks)
    if first is None or last is None:
        return ""
    if first is last:
        return tr("The largest part in both: {0}").format(first.label)
    return tr("The largest part: first {0}, at last {1}").format(first.label, last.label)
