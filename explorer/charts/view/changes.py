"""Changed charts in words: what was done to the figures, and why something cannot be done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from explorer.charts.change import Offer, Refusal
from explorer.charts.specs import Change, Drawing, Mark
from explorer.charts.view import words
from explorer.charts.view.words import tr
from explorer.content.library import Library
from explorer.ui.words import QT_TRANSLATE_NOOP

NAMES: Final = {
    "index": QT_TRANSLATE_NOOP("Charts", "Index: one year is 100"),
    "share": QT_TRANSLATE_NOOP("Charts", "Share of the total"),
    "rate": QT_TRANSLATE_NOOP("Charts", "Rate"),
    "log": QT_TRANSLATE_NOOP("Charts", "Log axis: equal steps are equal ratios"),
}
REASONS: Final = {
    "not-in-time": QT_TRANSLATE_NOOP("Charts", "these bars stand for groups, not for years."),
    "single-days": QT_TRANSLATE_NOOP(
        "Charts", "these are counts on single days, not for whole years or months."
    ),
    "is-share": QT_TRANSLATE_NOOP("Charts", "these figures are percentages already."),
    "no-base": QT_TRANSLATE_NOOP("Charts", "there is no year in which every line has a figure."),
    "missing-base": QT_TRANSLATE_NOOP("Charts", "“{track}” has no single figure for {base}."),
    "zero-base": QT_TRANSLATE_NOOP("Charts", "“{track}” is zero in {base}."),
    "bound-base": QT_TRANSLATE_NOOP("Charts", "for “{track}”, only a bound is known in {base}."),
    "no-total": QT_TRANSLATE_NOOP("Charts", "no total is published that these are parts of."),
    "units": QT_TRANSLATE_NOOP("Charts", "the lines count different things: {units}."),
    "editions": QT_TRANSLATE_NOOP(
        "Charts", "the figures come from different editions: {editions}."
    ),
    "more-than-total": QT_TRANSLATE_NOOP(
        "Charts", "in {period} the parts add up to {parts}, more than the total of {total}."
    ),
    "no-shared-period": QT_TRANSLATE_NOOP("Charts", "no period has both a part and a total."),
    "no-denominator": QT_TRANSLATE_NOOP(
        "Charts", "the content has nothing that these could be divided by."
    ),
    "denominator-changes": QT_TRANSLATE_NOOP(
        "Charts", "what they would be divided by changes its way of counting."
    ),
    "few": QT_TRANSLATE_NOOP("Charts", "fewer than two figures would be left."),
    "from-zero": QT_TRANSLATE_NOOP("Charts", "bars begin at zero, which a log axis does not have."),
    "not-positive": QT_TRANSLATE_NOOP("Charts", "{value} in {period} has no place on a log axis."),
    "changed": QT_TRANSLATE_NOOP("Charts", "the figures are changed already."),
    "unknown": QT_TRANSLATE_NOOP("Charts", "there is no change called “{text}”."),
}
SHORT: Final = {
    "index": QT_TRANSLATE_NOOP("Charts", "Index"),
    "share": QT_TRANSLATE_NOOP("Charts", "Share"),
    "rate": QT_TRANSLATE_NOOP("Charts", "Rate"),
    "log": QT_TRANSLATE_NOOP("Charts", "Log axis"),
}


def reason(refusal: Refusal) -> str:
    """Why a change is refused, as a sentence: “Share: not possible, because …”."""
    facts = {name: _fact(fact) for name, fact in refusal.facts.items()}
    why = tr(REASONS[refusal.reason]).format(**facts)
    return tr("{0}: not possible, because {1}").format(tr(SHORT[refusal.change]), why)


def _fact(fact: str | float | tuple[str, ...]) -> str:
    if isinstance(fact, tuple):
        return ", ".join(fact)
    return fact if isinstance(fact, str) else words.number(fact)


def choice(library: Library, drawing: Drawing, offer: Offer, name: str) -> str:
    """What can be chosen for a change: a year that is 100, or a series to divide by."""
    if offer.change == "index":
        return base(drawing, name)
    return tr("per {0}").format(library.series[name].title)


def base(drawing: Drawing, name: str) -> str:
    """The name of the year or month that is 100."""
    found = next((mark for mark in drawing.marks if mark.name == name), None)
    return words.period(found) if found else name


def unit(library: Library, drawing: Drawing) -> str:
    """What the values of a changed drawing are, in place of its unit."""
    return ". ".join(_unit(library, drawing, made) for made in drawing.changes)


def _unit(library: Library, drawing: Drawing, made: Change) -> str:
    if made.id == "index":
        return tr("Index, {0} = 100").format(base(drawing, made.base))
    if made.id == "share":
        if not made.by:
            return tr("Percent of the sum of the parts shown")
        return tr("Percent of: {0}").format(library.series[made.by].title)
    if made.id == "rate":
        below = library.series[made.by].title
        if made.times == 1:
            return tr("Divided by: {0}").format(below)
        return tr("Per {0} of: {1}").format(words.number(made.times), below)
    return tr("Axis in powers of ten")


def headline(library: Library, drawing: Drawing) -> str:
    """What a chart with computed values shows, by rule; "" where its own title still holds."""
    if not drawing.changes or drawing.changes[0].id == "log":
        return ""
    chart = library.charts.get(drawing.ref.partition(":")[2])
    name = chart.short_title if chart and chart.short_title else drawing.title
    made = (_made(library, drawing, change) for change in drawing.changes)
    return tr("{0}, {1}").format(name, ", ".join(made))


def _made(library: Library, drawing: Drawing, made: Change) -> str:
    if made.id == "index":
        return tr("index: {0} = 100").format(base(drawing, made.base))
    if made.id == "log":
        return tr("on a log axis")
    if not made.by:
        return tr("share: percent of the sum of the parts shown")
    below = library.series[made.by].title
    if made.id == "share":
        return tr("share: percent of “{0}”").format(below)
    if made.times == 1:
        return tr("rate: divided by “{0}”").format(below)
    return tr("rate: per {0} of “{1}”").format(words.number(made.times), below)


def published(library: Library, drawing: Drawing) -> str:
    """The title that a chart has over its published figures; "" for a series, named already."""
    if drawing.ref.partition(":")[2] not in library.charts:
        return ""
    return tr("Title over the published figures: “{0}.”").format(drawing.title)


def remarks(drawing: Drawing) -> str:
    """That the values are computed, and which figures have none."""
    parts = []
    if any(made.id != "log" for made in drawing.changes):
        parts.append(tr("Computed from the published figures, which each point names."))
    gone = [mark for made in drawing.changes for mark in made.left_out]
    if gone:
        parts.append(tr("Not comparable and left out: {0}.").format(_listed(gone)))
    return " ".join(parts)


def _listed(marks: Sequence[Mark]) -> str:
    names = list(dict.fromkeys(map(words.period, marks)))
    more = [tr("and others")] if len(names) > 6 else []
    return ", ".join(names[:6] + more)
