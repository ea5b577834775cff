"""What the list of places says: dates, limits and agreements of a county in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from explorer.content.dates import DateNames, When, say
from explorer.content.model import Agreement, Limit
from explorer.content.typeset import typographic
from explorer.places.layers import SNAPSHOT
from explorer.places.listing import Row
from explorer.ui.words import QT_TRANSLATE_NOOP

HEADS: Final[Mapping[str, str]] = {
    "place": QT_TRANSLATE_NOOP("Places", "County"),
    "state": QT_TRANSLATE_NOOP("Places", "State"),
    "activated": QT_TRANSLATE_NOOP("Places", "Activated"),
    "then": QT_TRANSLATE_NOOP("Places", "On {0}"),
    "limits": QT_TRANSLATE_NOOP("Places", "Documented limits (examples)"),
    "agreements": QT_TRANSLATE_NOOP("Places", "287(g) agreements"),
}
TIPS: Final[Mapping[str, str]] = {
    "activated": QT_TRANSLATE_NOOP(
        "Places",
        "When fingerprints taken at the county’s jail began to be checked against immigration "
        "records. It does not mean that the county asked for it.",
    ),
    "limits": QT_TRANSLATE_NOOP(
        "Places", "Examples found in documents. A county without one was not researched."
    ),
    "agreements": QT_TRANSLATE_NOOP(
        "Places",
        "Agreements of agencies in this county, from lists of 2002 to August 2017 and of July 18, "
        "2025. The lists do not say when an agreement ended.",
    ),
}
STANDINGS: Final[Mapping[str, str]] = {
    "connected": QT_TRANSLATE_NOOP("Places", "Activated"),
    "this month": QT_TRANSLATE_NOOP("Places", "This month, day not known"),
    "not yet": QT_TRANSLATE_NOOP("Places", "Not yet"),
    "no date": QT_TRANSLATE_NOOP("Places", "No date in the source"),
}


def tr(text: str) -> str:
    """A text of the page in the reader's language."""
    return QCoreApplication.translate("Places", text)


@lru_cache(maxsize=8)
def _names(language: str, form: QLocale.FormatType) -> DateNames:
    locale = QLocale(language)
    return DateNames(
        [locale.standaloneMonthName(month, form).rstrip(".") for month in range(1, 13)],
        day=tr("{month} {day}, {year}"),
        month=tr("{month} {year}"),
        about=tr("about {date}"),
        since=tr("since {date}"),
        by=tr("by {date}"),
    )


@lru_cache(maxsize=4096)
def spoken(when: When) -> str:
    """A date in full words, no finer than it is known."""
    return say(when, _names(QLocale().name(), QLocale.FormatType.LongFormat))


@lru_cache(maxsize=4096)
def brief(when: When) -> str:
    """A date in short words."""
    return say(when, _names(QLocale().name(), QLocale.FormatType.ShortFormat))


def day(moment: date) -> str:
    """One exact day in short words."""
    return brief(When(moment.isoformat()))


def number(value: float) -> str:
    """A whole number as the reader's language writes it."""
    locale = QLocale() if QLocale().language() != QLocale.Language.C else QLocale("en_US")
    return locale.toString(int(value))


def head(column: str, moment: date) -> str:
    """The head of a column."""
    return tr(HEADS[column]).format(day(moment))


def activated(row: Row) -> str:
    """When a county was connected; for one without a date that, and its upper bound."""
    if row.activated is not None:
        return brief(row.activated)
    assert row.no_later_than is not None
    return tr("No date in the source; no later than {0}").format(brief(row.no_later_than))


def limits(row: Row) -> str:
    """The limits of a county on one line."""
    return "; ".join(limit(one, row) for one in row.limits) or tr("not researched")


def limit(one: Limit, row: Row) -> str:
    """Whose it is where not the county's own, since when, and by what."""
    whose = "" if one.jurisdiction == row.name else f"{one.jurisdiction}: "
    return typographic(f"{whose}{one.instrument}, {limit_since(one)}")


def limit_since(one: Limit) -> str:
    """From when a limit counts, and by which of its dates."""
    if one.in_force_from is not None:
        text = tr("in force {0}") if one.in_force_from.open_start else tr("in force from {0}")
        return text.format(brief(one.in_force_from))
    if one.adopted_on is not None:
        return tr("adopted {0}").format(brief(one.adopted_on))
    return tr("no date read")


def agreements(row: Row) -> str:
    """The agreements of a county on one line."""
    return "; ".join(map(agreement, row.agreements)) or tr("none in the lists")


def agreement(one: Agreement) -> str:
    """Who signed, which model, when, and until when a source shows it alive."""
    model = f" ({one.model})" if one.model else ""
    parts = [f"{one.agency}{model}"]
    if one.signed_on is not None:
        parts.append(tr("signed {0}").format(brief(one.signed_on)))
    if one.series == SNAPSHOT:
        parts.append(tr("on the list of July 18, 2025"))
    elif one.last_evidence_on is not None:
        parts.append(tr("last seen {0}").format(brief(one.last_evidence_on)))
    return typographic(", ".join(parts))


def sentence(row: Row) -> str:
    """All that a row says, to be heard in one go."""
    told = [f"{row.name}, {row.in_state}.", _activation(row)]
    if row.limits:
        told.append(tr("Documented limits on detainers: {0}.").format(limits(row)))
    else:
        told.append(tr("Limits on detainers: not researched."))
    told.append(tr("287(g) agreements: {0}.").format(agreements(row)))
    return " ".join(told)


def _activation(row: Row) -> str:
    if row.activated is not None:
        return tr("Activated {0}.").format(spoken(row.activated))
    assert row.no_later_than is not None
    latest = spoken(row.no_later_than)
    return tr("No date of activation in the source; no later than {0}.").format(latest)


def tip(row: Row, column: str) -> str:
    """What a cell means, where its words do not say it."""
    return f"{activated(row)}\n{tr(TIPS['activated'])}" if column == "activated" else ""
