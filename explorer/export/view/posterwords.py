"""What a poster says in the reader's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from explorer import NAME, __version__
from explorer.content.dates import When, say
from explorer.content.library import Library
from explorer.export.posterbook import Tiled
from explorer.export.postershapes import Words


def _tr(text: str) -> str:
    return QCoreApplication.translate("Poster", text)


def lane(name: str) -> str:
    """The name of a lane on a poster."""
    return {
        "federal program": QCoreApplication.translate("Poster", "Federal programs"),
        "federal policy": QCoreApplication.translate("Poster", "Federal policy"),
        "states and localities": QCoreApplication.translate("Poster", "States and localities"),
        "courts": QCoreApplication.translate("Poster", "Courts"),
        "Congress": QCoreApplication.translate("Poster", "Congress"),
        "public debate": QCoreApplication.translate("Poster", "Public debate"),
    }.get(name, name)


def _when(date: When, end: When | None) -> str:
    if end is None:
        return say(date)
    return QCoreApplication.translate("Poster", "{0} to {1}").format(say(date), say(end))


def _title(start: int, end: int) -> str:
    text = QCoreApplication.translate(
        "Poster", "Federal and local immigration enforcement, {0}–{1}"
    )
    if start == end:
        text = QCoreApplication.translate(
            "Poster", "Federal and local immigration enforcement, {0}"
        )
    return text.format(start, end)


def _lasting(first: int, last: int | None) -> str:
    if last is None:
        return QCoreApplication.translate("Poster", "from {0}").format(first)
    return str(first) if first == last else f"{first}–{last}"


def _month(year: int, month: int) -> str:
    name = QLocale(QLocale.Language.English).standaloneMonthName(
        month, QLocale.FormatType.ShortFormat
    )
    return f"{name.rstrip('.')} {year}"


def _shown(shown: int, total: int) -> str:
    left_out = total - shown
    if not left_out:
        return QCoreApplication.translate("Poster", "All %n events of these years.", "", total)
    text = QCoreApplication.translate(
        "Poster", "%n events of these years are left out for want of room;", "", left_out
    )
    if left_out == 1:
        text = QCoreApplication.translate(
            "Poster", "1 event of these years is left out for want of room;"
        )
    also = QCoreApplication.translate(
        "Poster", "{0} of {1} are shown. A larger sheet holds more; the program shows all."
    )
    return f"{text} {also.format(shown, total)}"


def poster_words(library: Library) -> Words:
    """The words around the content of a library."""
    about = library.about
    return Words(
        title=_title,
        subtitle=_tr(NAME),
        terms=QCoreApplication.translate("Poster", "President"),
        eras=QCoreApplication.translate("Poster", "Periods"),
        programs=QCoreApplication.translate("Poster", "Programs and laws"),
        lane=lane,
        when=_when,
        month=_month,
        lasting=_lasting,
        shown=_shown,
        nothing=QCoreApplication.translate("Poster", "No event of these years is in this row."),
        legend_mark=QCoreApplication.translate("Poster", "main event"),
        legend_small=QCoreApplication.translate("Poster", "other event"),
        legend_span=QCoreApplication.translate(
            "Poster", "known only to the month or year, or a run of steps"
        ),
        legend_bar=QCoreApplication.translate(
            "Poster",
            "pointed end: begins before or goes on after these years, or no end date was read",
        ),
        legend_numbers=QCoreApplication.translate("Poster", "Small numbers name the sources."),
        sources=QCoreApplication.translate("Poster", "Sources."),
        behind_bars=lambda named: QCoreApplication.translate(
            "Poster", "Behind the bars and bands: {0}."
        ).format(named),
        more=QCoreApplication.translate(
            "Poster", "The list of sources is on the sheets that follow."
        ),
        about=tuple(_about(library, about.license)),
        see=lambda link: QCoreApplication.translate(
            "Poster", "The same years in the program: {0}"
        ).format(link),
        continued=lambda number, count: QCoreApplication.translate(
            "Poster", "Sources of the poster, sheet {0} of {1}"
        ).format(number, count),
    )


def _about(library: Library, license: str) -> tuple[str, ...]:
    text = QCoreApplication.translate(
        "Poster",
        "History for learning, not legal advice. {0} {1}, content {2}, researched to {3}. {4}",
    )
    researched = say(When(library.researched))
    return (text.format(NAME, __version__, library.version, researched, license).strip(),)


def tiled_words() -> Tiled:
    """The words of the pages that a poster is cut over."""
    return Tiled(
        lambda tile, page, count, sheet: QCoreApplication.translate(
            "Poster",
            "{0} · page {1} of {2} · poster on {3} · print at 100 %, not fitted to the page",
        ).format(tile, page, count, sheet),
        QCoreApplication.translate("Poster", "How to put the poster together"),
        (
            QCoreApplication.translate(
                "Poster", "1. Print all pages at 100 % (actual size), on one side."
            ),
            QCoreApplication.translate(
                "Poster",
                "2. Cut off the white edges along the long marks at the corners of each page.",
            ),
            QCoreApplication.translate(
                "Poster",
                "3. Lay the pages as in the plan. Neighbors share a strip, from the short marks to"
                " the edge: lay one page over that strip of the other and glue it there.",
            ),
        ),
    )
