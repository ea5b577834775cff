"""Numbers, periods and qualifiers in words on screen."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from explorer.charts.specs import Course, Drawing, Mark, Track, course
from explorer.charts.tables import Listing
from explorer.content.dates import SHORT, When, say
from explorer.content.model import Claim, Figure
from explorer.ui.words import QT_TRANSLATE_NOOP

QUALIFIED: Final = {
    "exact": QT_TRANSLATE_NOOP("Charts", "{0}"),
    "computed": QT_TRANSLATE_NOOP("Charts", "{0}"),
    "about": QT_TRANSLATE_NOOP("Charts", "about {0}"),
    "nearly": QT_TRANSLATE_NOOP("Charts", "nearly {0}"),
    "more_than": QT_TRANSLATE_NOOP("Charts", "more than {0}"),
    "at_least": QT_TRANSLATE_NOOP("Charts", "at least {0}"),
    "at_most": QT_TRANSLATE_NOOP("Charts", "at most {0}"),
}
QUALIFIERS: Final = {
    "exact": QT_TRANSLATE_NOOP("Charts", "as published"),
    "computed": QT_TRANSLATE_NOOP("Charts", "computed: not published as such"),
    "about": QT_TRANSLATE_NOOP("Charts", "about: rounded or read from a chart"),
    "nearly": QT_TRANSLATE_NOOP("Charts", "nearly: a little less"),
    "more_than": QT_TRANSLATE_NOOP("Charts", "more than: a lower bound"),
    "at_least": QT_TRANSLATE_NOOP("Charts", "at least: a lower bound"),
    "at_most": QT_TRANSLATE_NOOP("Charts", "at most: an upper bound"),
}
CONFIDENCE: Final = {
    "high": QT_TRANSLATE_NOOP("Charts", "high: a primary source or the author’s own report"),
    "medium": QT_TRANSLATE_NOOP("Charts", "medium: passed on by the press or by another party"),
    "low": QT_TRANSLATE_NOOP("Charts", "low: a third-hand or undated source, or an inference"),
}


def tr(text: object) -> str:
    """The words in the reader's language."""
    return QCoreApplication.translate("Charts", str(text))


def number(value: float) -> str:
    """A number as the reader writes it, with all its digits: 1,234,567 or 20.6."""
    locale = QLocale()
    if locale.language() == QLocale.Language.C:
        locale = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
    digits = len(repr(float(value)).partition(".")[2].rstrip("0"))
    return str(locale.toString(float(value), "f", digits)).replace("-", "\N{MINUS SIGN}")


def amount(value: float, unit: str) -> str:
    """A number, with a percent sign where the unit is a share."""
    return tr("{0}%").format(number(value)) if unit.startswith("percent") else number(value)


def value(figure: Figure) -> str:
    """The value with what its source says of it: “more than 392,000”."""
    return tr(QUALIFIED[figure.qualifier]).format(amount(figure.value, figure.unit))


def claimed(claim: Claim) -> str:
    """What a claim says and who says it, short: “59%, ICE”."""
    said = claim.figure or (number(claim.value) if claim.value is not None else "")
    if claim.unit == "percent":
        said = tr("{0}%").format(said)
    return tr("{0}, {1}").format(said, claim.speaker)


def qualifier(figure: Figure) -> str:
    """How exact the value is, in words."""
    return tr(QUALIFIERS[figure.qualifier])


def given(figure: Figure) -> str:
    """How exact the value is, in a word or two: “about”, “as published”."""
    return qualifier(figure).partition(":")[0]


def confidence(figure: Figure) -> str:
    """How sure the research is of the value, in words."""
    return tr(CONFIDENCE[figure.confidence])


def period(mark: Mark) -> str:
    """What a figure covers, short: “fiscal 2012”, “August 5, 2011”."""
    figure = mark.figure
    if mark.span == "fiscal year":
        return tr("fiscal {0}").format(figure.fiscal_year)
    return say(figure.date) if figure.date is not None else say(When(figure.period))


def long_period(mark: Mark) -> str:
    """What a figure covers, with the months of a fiscal year or the stretch of a running total."""
    if mark.span == "fiscal year":
        months = (say(When(day.isoformat()[:7])) for day in (mark.start, mark.end))
        return tr("{0} ({1} to {2})").format(period(mark), *months)
    if mark.figure.date is not None and mark.figure.period:
        return tr("{0}, covering {1}").format(period(mark), say(When(mark.figure.period)))
    return period(mark)


def day(moment: date) -> str:
    """A day in short words, for the flag of the moment."""
    return say(When(moment.isoformat()), SHORT)


def unit_line(drawing: Drawing) -> str:
    """What the chart shows and in which unit."""
    if not drawing.subtitle:
        return tr("Unit: {0}.").format(drawing.unit)
    return tr("{0}. Unit: {1}.").format(_capital(drawing.subtitle), drawing.unit)


def table_line(listing: Listing) -> str:
    """What a table holds, and how many rows of it are shown: all."""
    count = tr("{0} rows, all shown.").format(number(len(listing.rows)))
    return f"{listing.description} {count}".strip()


def summary(drawing: Drawing) -> str:
    """What happens in the chart, said by rule from its figures."""
    if drawing.kind == "categories":
        return _ranking(drawing)
    several = len(drawing.tracks) > 1
    return " ".join(_sentence(track, several) for track in drawing.tracks)


def _ranking(drawing: Drawing) -> str:
    ranked = sorted(drawing.marks, key=lambda mark: -mark.figure.value)
    items = []
    for mark in ranked:
        track = drawing.track_of(mark.key)
        if track is not None:
            items.append(tr("{0} {1}").format(track.label, value(mark.figure)))
    return tr("{0}: {1}.").format(_capital(period(ranked[0])), "; ".join(items))


def _sentence(track: Track, several: bool) -> str:
    found = course(track)
    text = _course(found) if found else _count(track)
    return tr("{0}: {1}").format(track.label, text) if several else _capital(text)


def _course(found: Course) -> str:
    first, last = _at(found.first), _at(found.last)
    if found.turn is None:
        if found.first.figure.value == found.last.figure.value:
            return tr("{0} and {1}.").format(first, last)
        return _step(found.first, found.last).format(first, last) + "."
    up = found.turn.figure.value > found.first.figure.value
    words = tr("from {0} up to {1}, then {2}.") if up else tr("from {0} down to {1}, then {2}.")
    return words.format(first, _at(found.turn), last)


def _step(first: Mark, last: Mark) -> str:
    rose = last.figure.value > first.figure.value
    return tr("rose from {0} to {1}") if rose else tr("fell from {0} to {1}")


def _at(mark: Mark) -> str:
    when = mark.figure.date
    exact = mark.span != "fiscal year" and when is not None and when.precision == "day"
    words = tr("{0} on {1}") if exact else tr("{0} in {1}")
    return words.format(value(mark.figure), period(mark))


def _count(track: Track) -> str:
    if len(track.marks) == 1:
        return _at(track.marks[0]) + "."
    first, last = track.marks[0], track.marks[-1]
    return tr("{0} figures, the first for {1}, the last for {2}.").format(
        len(track.marks), period(first), period(last)
    )


def breaks(drawing: Drawing) -> str:
    """Why lines are interrupted, where a change of method does it."""
    reasons = dict.fromkeys(item.why for track in drawing.tracks for item in track.breaks)
    return " ".join(tr("Line broken: {0}").format(why) for why in reasons)


def key_line(drawing: Drawing) -> str:
    """How to read marks and axis, as far as this chart needs it."""
    parts = []
    if any(not mark.is_exact for mark in drawing.marks):
        parts.append(tr("Filled: as published. Hollow: rounded, a bound, or computed."))
    if drawing.has_fiscal_years and drawing.kind != "categories":
        parts.append(
            tr("A fiscal year runs from October to September; a mark stands at its middle.")
        )
    if drawing.kind == "line" and any(len(track.runs) > 1 for track in drawing.tracks):
        parts.append(tr("No line where a year is missing."))
    return " ".join(parts)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
