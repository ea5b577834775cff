"""Numbers, periods and qualifiers in words on screen."""

from __future__ import annotations

import re
from datetime import date
from html import escape
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from explorer.charts.specs import Drawing, Mark
from explorer.charts.tables import Listing
from explorer.content.dates import SHORT, When, say
from explorer.content.model import Claim, Event, Figure
from explorer.ui.paint import Look
from explorer.ui.words import QT_TRANSLATE_NOOP

JOINTS: Final = ("and", "by", "of", "the")  # words that join others
LONG: Final = 3  # words of a unit that is named wherever they all stand
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


def shown(mark: Mark, drawing: Drawing) -> str:
    """What is drawn for a mark: the figure with its qualifier, or what was computed from it."""
    if mark.shown is None:
        return value(mark.figure)
    text = tr("{0}%").format(number(mark.shown)) if drawing.is_share else number(mark.shown)
    given = mark.figure.qualifier
    return tr(QUALIFIED[given]).format(text)


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


def happened(event: Event) -> str:
    """An event with its days: “October 27, 2008: …”."""
    when = say(event.date)
    if event.end is not None:
        when = tr("{0} to {1}").format(when, say(event.end))
    return tr("{0}: {1}").format(when, event.title)


def unit_line(drawing: Drawing) -> str:
    """What the chart shows and in which unit, unless the first says the second."""
    if _names(drawing.subtitle, drawing.unit):
        return tr("{0}.").format(capital(drawing.subtitle))
    if not drawing.subtitle:
        return tr("Unit: {0}.").format(drawing.unit)
    return tr("{0}. Unit: {1}.").format(capital(drawing.subtitle), drawing.unit)


def _names(subtitle: str, unit: str) -> bool:
    """Whether a subtitle begins with a unit, or holds all of a long one.

    >>> _names("Boats carried by Weir, by year", "boats"), _names("Ports with boats", "boats")
    (True, False)
    >>> _names("Boats and rafts seen by Weir, by year", "boats and rafts by Weir")
    True
    """
    said, wanted = (
        [word for word in re.findall(r"[\w%]+", text.casefold()) if word not in JOINTS]
        for text in (subtitle, unit)
    )
    begins = bool(wanted) and set(said[: len(wanted)]) == set(wanted)
    return begins or (len(wanted) >= LONG and set(wanted) <= set(said))


def table_line(listing: Listing) -> str:
    """What a table holds, and how many rows of it are shown: all."""
    count = tr("{0} rows, all shown.").format(number(len(listing.rows)))
    return f"{listing.description} {count}".strip()


def at(mark: Mark, drawing: Drawing) -> str:
    """A value with when it was: “409,849 in fiscal 2012”, “78 on August 5, 2011”."""
    when = mark.figure.date
    exact = mark.span != "fiscal year" and when is not None and when.precision == "day"
    words = tr("{0} on {1}") if exact else tr("{0} in {1}")
    return words.format(shown(mark, drawing), period(mark))


def breaks(drawing: Drawing) -> str:
    """Why lines are interrupted, where a change of method does it."""
    reasons = dict.fromkeys(item.why for track in drawing.tracks for item in track.breaks)
    return " ".join(tr("Line broken: {0}").format(why) for why in reasons)


def reading(drawing: Drawing) -> str:
    """How to read the chart: why lines are broken, and what its signs mean."""
    return " ".join(line for line in (breaks(drawing), key_line(drawing)) if line)


def key_line(drawing: Drawing) -> str:
    """How to read marks and axis, as far as this chart needs it."""
    parts = _signs(drawing)
    if drawing.has_fiscal_years and drawing.kind != "categories":
        parts.append(
            tr("A fiscal year runs from October to September; a mark stands at its middle.")
        )
    if drawing.kind == "line" and any(len(track.runs) > 1 for track in drawing.tracks):
        parts.append(tr("No line where a year is missing."))
    return " ".join(parts)


def _signs(drawing: Drawing) -> list[str]:
    """What filled and hollow marks, dots and arrows stand for, as far as they occur."""
    marks = drawing.marks
    if all(mark.is_exact for mark in marks):
        return []
    if drawing.kind in ("stacked", "categories"):
        return [tr("Pale bars: rounded, a bound, or computed.")]
    signs = [tr("Filled: as published.")] if any(mark.is_exact for mark in marks) else []
    if any(mark.figure.qualifier in ("about", "nearly") for mark in marks):
        signs.append(tr("Hollow: about or nearly."))
    if any(mark.is_computed for mark in marks):
        signs.append(tr("Hollow with a dot: computed."))
    if any(mark.figure.qualifier in ("more_than", "at_least") for mark in marks):
        signs.append(tr("Hollow with an arrow up: more than, or at least."))
    if any(mark.figure.qualifier == "at_most" for mark in marks):
        signs.append(tr("Hollow with an arrow down: at most."))
    return signs


def quiet(text: str, look: Look) -> str:
    """A text as HTML in the quiet color."""
    return f'<span style="color:{look.color("text-quiet").name()}">{escape(text)}</span>'


def on_tip(text: str, look: Look) -> str:
    """A text as HTML on a dark slip."""
    font = look.font("small")
    style = f"color:{look.color('on-tip').name()}; font-size:{font.pixelSize()}px"
    return f'<span style="{style}; font-family:{font.family()}">{escape(text)}</span>'


def capital(text: str) -> str:
    """A text that begins a sentence."""
    return text[:1].upper() + text[1:]
