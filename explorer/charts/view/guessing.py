"""Draw it first, in words: what is asked for, and how the drawn line and the figures differ."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from explorer.charts.guess import Comparison, NoTask, Task
from explorer.charts.specs import Drawing, Mark
from explorer.charts.view import words
from explorer.charts.view.words import tr
from explorer.ui.words import QT_TRANSLATE_NOOP

REASONS: Final = {
    "not-in-time": QT_TRANSLATE_NOOP("Charts", "These bars stand for groups: there is no line."),
    "single-days": QT_TRANSLATE_NOOP(
        "Charts", "These are counts on single days: no line joins them."
    ),
    "few": QT_TRANSLATE_NOOP("Charts", "Too few comparable figures to draw a line."),
    "changed": QT_TRANSLATE_NOOP("Charts", "Show the figures as published first."),
}
WAYS: Final = {
    ("up", "up"): QT_TRANSLATE_NOOP("Charts", "Your line and the figures both end higher."),
    ("down", "down"): QT_TRANSLATE_NOOP("Charts", "Your line and the figures both end lower."),
    ("level", "level"): QT_TRANSLATE_NOOP("Charts", "Your line and the figures both end level."),
    ("up", "down"): QT_TRANSLATE_NOOP("Charts", "Your line ends higher, the figures end lower."),
    ("down", "up"): QT_TRANSLATE_NOOP("Charts", "Your line ends lower, the figures end higher."),
    ("level", "up"): QT_TRANSLATE_NOOP("Charts", "Your line ends level, the figures end higher."),
    ("level", "down"): QT_TRANSLATE_NOOP("Charts", "Your line ends level, the figures end lower."),
    ("up", "level"): QT_TRANSLATE_NOOP("Charts", "Your line ends higher, the figures end level."),
    ("down", "level"): QT_TRANSLATE_NOOP("Charts", "Your line ends lower, the figures end level."),
}


def begun(drawing: Drawing, task: Task) -> Drawing:
    """The chart with nothing but the figures that are shown first."""
    given = set(task.given)
    runs = tuple(tuple(mark for mark in run if mark in given) for run in task.track.runs)
    track = replace(task.track, marks=task.given, runs=tuple(run for run in runs if run), breaks=())
    return replace(drawing, tracks=(track,), note="", unit=task.track.series.unit)


def only(drawing: Drawing, task: Task) -> Drawing:
    """The chart with nothing but the line that is drawn, which gives the axes."""
    return replace(drawing, tracks=(task.track,))


def refused(why: NoTask) -> str:
    """Why nothing can be drawn here first."""
    return tr(REASONS[why.reason])


def asked(task: Task) -> str:
    """What to draw, and how."""
    last, first, end = task.given[-1], task.asked[0], task.asked[-1]
    what = tr("{0}: the figures up to {1} are shown. How does the line go on, from {2} to {3}?")
    how = tr(
        "Draw it with the mouse, or with the keys: Left and Right choose a year, Up and Down draw. "
        "Enter shows the figures."
    )
    told = what.format(task.track.label, *map(words.period, (last, first, end)))
    return f"{told} {how}"


def compared(found: Comparison, drawing: Drawing) -> str:
    """How the drawn line and the figures differ; nothing is judged."""
    if not found.differences:
        return tr("You drew nothing; the figures are shown.")
    parts = []
    if found.drawn_way is not None and found.real_way is not None:
        parts.append(tr(WAYS[found.drawn_way, found.real_way]))
    largest = found.largest
    if largest is not None and largest.by:
        text = tr("They are furthest apart in {0}: you drew {1}, the figure is {2}.")
        drawn = _amount(largest.drawn, drawing)
        parts.append(text.format(words.period(largest.mark), drawn, _figure(largest.mark, drawing)))
    if found.undrawn:
        names = ", ".join(words.period(mark) for mark in found.undrawn)
        parts.append(tr("Not drawn: {0}.").format(names))
    return " ".join(parts)


def _amount(value: float, drawing: Drawing) -> str:
    return words.amount(value, "percent" if drawing.is_share else "")


def _figure(mark: Mark, drawing: Drawing) -> str:
    return words.shown(mark, drawing)
