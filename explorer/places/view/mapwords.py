"""What the page of places says on screen."""

from __future__ import annotations

from datetime import date, timedelta
from html import escape
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from explorer.content.dates import When, say
from explorer.content.library import Library
from explorer.content.model import Figure
from explorer.places import chosen
from explorer.places.layers import SNAPSHOT_DAY
from explorer.places.months import first_names, last_agreements, span
from explorer.places.spread import NOT_YET, STEPS, UNDATED, Count, Standing, standing
from explorer.reader.lens import Lens
from explorer.ui.words import QT_TRANSLATE_NOOP

DIFFERENCE: Final = "conflict:county-list-against-published-counts"
QUALIFIED: Final = {
    "exact": QT_TRANSLATE_NOOP("Places", "{0}"),
    "computed": QT_TRANSLATE_NOOP("Places", "{0}"),
    "about": QT_TRANSLATE_NOOP("Places", "about {0}"),
    "nearly": QT_TRANSLATE_NOOP("Places", "nearly {0}"),
    "more_than": QT_TRANSLATE_NOOP("Places", "more than {0}"),
    "at_least": QT_TRANSLATE_NOOP("Places", "at least {0}"),
    "at_most": QT_TRANSLATE_NOOP("Places", "at most {0}"),
}
SIGNS: Final = {  # of each layer: the sign and what it stands for
    "limits": (
        ("limit", QT_TRANSLATE_NOOP("Places", "in a county, or in a city within it")),
        ("state", QT_TRANSLATE_NOOP("Places", "in a whole state")),
        ("limit-by-adoption", QT_TRANSLATE_NOOP("Places", "drawn from its adoption")),
    ),
    "agreements": (
        ("agreement", QT_TRANSLATE_NOOP("Places", "shown in effect by a source")),
        ("agreement-unknown", QT_TRANSLATE_NOOP("Places", "unknown since the last evidence")),
    ),
}
LAYER: Final = {
    "limits": QT_TRANSLATE_NOOP("Places", "Documented limits on detainers"),
    "agreements": QT_TRANSLATE_NOOP("Places", "287(g) agreements"),
}


def tr(text: str, n: int = -1) -> str:
    """The words in the reader's language."""
    return str(QCoreApplication.translate("Places", text, "", n))


def number(value: float) -> str:
    """A whole number as the reader writes it: 1,508."""
    locale = QLocale()
    if locale.language() == QLocale.Language.C:
        locale = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
    return str(locale.toString(round(value)))


def month(day: date) -> str:
    """The month of a day: August 2011."""
    return say(When(f"{day:%Y-%m}"))


def day(of: date) -> str:
    """A day: August 5, 2011."""
    return say(When(of.isoformat()))


# --------------------------------------------------------------------------------- headlines


def headline(library: Library, at: date) -> str:
    """What the page shows on a day, in one line."""
    first, last = span(library)
    if at < first:
        return tr("Before the first county was connected: {0}").format(month(at))
    if at > last:
        return tr("Where fingerprints were checked by {0}").format(month(last))
    return tr("Where fingerprints were checked, {0}").format(month(at))


def subline(library: Library, at: date) -> str:
    """What to keep in mind on a day."""
    first, last = span(library)
    if at < first:
        text = tr("The county list begins in {0} with {1}.")
        return text.format(month(first), "; ".join(first_names(library)))
    if at > last:
        text = tr(
            "The county list ends in {0}, when its last counties were activated. "
            "It does not say what came after."
        )
        return text.format(month(last))
    return tr("Counties activated under Secure Communities; the list knows the month, not the day.")


def step(library: Library, number_: int) -> str:
    """A step of the map, as its legend has it: from when to when."""
    if number_ == NOT_YET:
        return tr("not yet")
    if number_ == UNDATED:
        return tr("no date in the source")
    first = STEPS[number_]
    last = STEPS[number_ + 1] - timedelta(days=1) if number_ + 1 < len(STEPS) else span(library)[1]
    return tr("{0} to {1}").format(short_month(first), short_month(last))


def map_title(library: Library) -> str:
    """What the figures behind the map are called in a file."""
    first, last = span(library)
    text = tr("Counties activated under Secure Communities, {0} to {1}")
    return text.format(month(first), month(last))


def short_month(of: date) -> str:
    """A month in the fewest letters: Oct 2008."""
    locale = QLocale()
    if locale.language() == QLocale.Language.C:
        locale = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
    name = locale.standaloneMonthName(of.month, QLocale.FormatType.ShortFormat)
    return tr("{0} {1}").format(name, of.year)


# ----------------------------------------------------------------------------- legend, layers


def meaning() -> str:
    """What a colored county means, and what it does not."""
    return tr(
        "Activated: fingerprints taken at the county’s jail are checked against immigration "
        "records. It does not mean that the county asked for it."
    )


def no_date() -> str:
    """What the hatched counties mean."""
    return tr(
        "No date in the source: such a county was active by the date on its card at the latest. "
        "It is not a county that was never activated."
    )


def signs(layer: str) -> list[tuple[str, str]]:
    """The signs of a layer, each with its words."""
    return [(kind, tr(text)) for kind, text in SIGNS[layer]]


def layer_meaning(library: Library, name: str, at: date) -> str:
    """What the signs of a layer mean on a day, and what they do not."""
    if name == "limits":
        return tr(
            "Documented examples; unmarked = not researched. Drawn from the day in force; where "
            "that was not read, from adoption, with a broken line."
        )
    known = last_agreements(library)
    if at == SNAPSHOT_DAY:
        text = tr(
            "Filled: agreements on ICE’s list of {0} that name a county; most city agencies on it "
            "have no county and no sign here. Open: older agreements, unknown since their last "
            "evidence."
        )
        return text.format(day(SNAPSHOT_DAY))
    if at > known:
        text = tr(
            "After {0} only the list of {1} was read: it is shown on that day alone. Earlier "
            "agreements are open signs: unknown; no end was read."
        )
        return text.format(month(known), day(SNAPSHOT_DAY))
    return tr(
        "Signed agreements whose county is known: filled while a source shows them in effect, then "
        "open: unknown. An open sign does not say that the agreement had ended."
    )


# ----------------------------------------------------------------------------------- figures


def published(figure: Figure) -> str:
    """A published total in words: about 1,400 jurisdictions."""
    amount = tr(QUALIFIED[figure.qualifier]).format(number(figure.value))
    return tr("{0} jurisdictions").format(amount)


def listed(library: Library, count: Count, at: date) -> str:
    """What the county list counts by the end of the month."""
    if at > span(library)[1]:
        text = tr("{0} counties with a date, in all; {1} more have no date in it.")
        return text.format(number(count.counted), number(count.undated))
    text = tr("{0} counties by the end of {1}; {2} more have no date in it.")
    return text.format(number(count.counted), month(at), number(count.undated))


def counts_html(library: Library, found: Standing, big: int, with_links: bool = True) -> str:
    """The published total with its source, then the list's own count and why they differ."""
    figure = found.count.published
    head, own = tr("County list:"), escape(listed(library, found.count, found.day))
    words = tr("Why they differ ›")
    why = f' <a href="{DIFFERENCE}">{escape(words)}</a>' if with_links else ""
    told = f"<p>{escape(head)} {own}{why}</p>"
    return f"{_published_html(figure, big, with_links)}{told}"


def _published_html(figure: Figure | None, big: int, with_links: bool) -> str:
    if figure is None or figure.date is None:
        return f"<p>{escape(tr('No total had been published by this day.'))}</p>"
    head = escape(tr("Last published total"))
    number_ = escape(tr(QUALIFIED[figure.qualifier]).format(number(figure.value)))
    unit, when = tr("jurisdictions, {0}"), say(figure.date)
    words = tr("Source ›")
    link = f' <a href="source:{escape(figure.source)}">{escape(words)}</a>'
    source = link if with_links else ""
    return (
        f'<p style="margin-bottom:0"><b>{head}</b></p>'
        f'<p style="margin-bottom:0"><span style="font-size:{big}px; font-weight:600">'
        f"{number_}</span></p><p>{escape(unit.format(when))}.{source}</p>"
    )


def counts_sentence(library: Library, found: Standing) -> str:
    """The same in sentences."""
    figure = found.count.published
    if figure is None or figure.date is None:
        told = tr("No total had been published by this day.")
    else:
        text = tr("Last published total: {0}, {1}.")
        told = text.format(published(figure), say(figure.date))
    head = tr("County list:")
    return f"{told} {head} {listed(library, found.count, found.day)}"


def map_sentence(library: Library, lens: Lens) -> str:
    """How the counties of the map stand on the day of a lens."""
    found = standing(library, lens.moment)
    told = [
        f"{step(library, one)}: {number(found.counties(one))}"
        for one in (*range(len(STEPS)), NOT_YET, UNDATED)
        if found.counties(one)
    ]
    top = f"{headline(library, lens.moment)}. {subline(library, lens.moment)}"
    parts = [top, counts_sentence(library, found)]
    parts.append(tr("Counties by step: {0}.").format("; ".join(told)))
    parts.append(meaning())
    for name in chosen.layers(lens):
        parts.append(f"{tr(LAYER[name])}: {layer_meaning(library, name, lens.moment)}")
    return " ".join(parts)


def no_map(reason: str) -> str:
    """Why there is no map, and what can be read instead."""
    return tr("The map cannot be drawn: {0} The table has all places all the same.").format(reason)


def pace(seconds: float) -> str:
    """How long a month stays while the map plays."""
    locale = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
    return tr("{0} seconds a month").format(locale.toString(seconds, "g", 3))
