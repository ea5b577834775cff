"""What the diagram says of published counts, as sentences."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from explorer.content.dates import say
from explorer.content.library import Library
from explorer.content.model import Funnel
from explorer.pipeline.counts import Bar, Cuts
from explorer.pipeline.view import words


def caution() -> str:
    """What the widths of counts do not say."""
    return QCoreApplication.translate(
        "Pipeline",
        "Each number counts events of one period. It does not follow one group of people through. "
        "Thin lines have no published figure.",
    )


def period(funnel: Funnel, cuts: Cuts) -> str:
    """What a cut counts, and from when to when."""
    if funnel.start is None or funnel.start == funnel.end:
        text = QCoreApplication.translate("Pipeline", "{scope}: {end}.")
    else:
        text = QCoreApplication.translate("Pipeline", "{scope}: {start} to {end}.")
    start = say(funnel.start) if funnel.start else ""
    return text.format(scope=scope(funnel, cuts), start=start, end=say(funnel.end))


def legend_counts(too_small: bool) -> list[str]:
    """What widths mean: of a number, of a rest, of none, and of one too small for the scale."""
    return [
        QCoreApplication.translate("Pipeline", "width by number"),
        QCoreApplication.translate("Pipeline", "not accounted for"),
        no_figure(),
        *([QCoreApplication.translate("Pipeline", "too small for scale")] if too_small else ()),
    ]


def number(bar: Bar) -> str:
    """The number of a bar with its unit, and that it is about where it is."""
    shown = f"{bar.value:,.0f}" if bar.value == int(bar.value) else f"{bar.value:,.1f}"
    text = {
        "count": "{0}",
        "approx count": QCoreApplication.translate("Pipeline", "about {0}"),
        "lower bound": QCoreApplication.translate("Pipeline", "more than {0}"),
    }.get(bar.unit, f"{{0}} {bar.unit}")
    return text.format(shown)


def label(bar: Bar, letter: str = "") -> str:
    """The number of a bar beside its width; of a rest, that it is not accounted for."""
    if bar.kind == "rest":
        text = QCoreApplication.translate("Pipeline", "not accounted for: {number}")
    elif bar.start is None:
        text = "{number}"
    else:
        text = QCoreApplication.translate("Pipeline", "{number} ({year})")
    year = say(bar.end or bar.start) if bar.start else ""
    said = text.format(number=number(bar), year=year)
    return f"{letter}: {said}" if letter else said


def scope(funnel: Funnel, cuts: Cuts) -> str:
    """What a cut counts, with its letter where two are shown."""
    letter = cuts.letters.get(funnel.id, "")
    return f"{letter}: {funnel.scope}" if letter else funnel.scope


def no_figure() -> str:
    """That nobody has published how many pass along an arrow."""
    return QCoreApplication.translate("Pipeline", "no published figure")


def figures(edge: str, cuts: Cuts, library: Library) -> str:
    """The counts of what passes along an arrow, or that there is no published figure."""
    found = []
    together = QCoreApplication.translate("Pipeline", "{number}, together with “{others}”")
    for bar in cuts.of_edge(edge):
        text = label(bar)
        if len(bar.edges) > 1:
            others = ", ".join(library.edges[one].label for one in bar.edges if one != edge)
            text = together.format(number=text, others=others)
        of = next(one.scope for one in cuts.funnels if one.id == bar.cut)
        found.append(f"{text} ({of})")
    return "; ".join(found) or no_figure()


def count_tip(bar: Bar, cuts: Cuts) -> str:
    """All that is known of a number: whose it is, what it counts, how it is known."""
    funnel = next(one for one in cuts.funnels if one.id == bar.cut)
    return "\n".join(
        (period(funnel, cuts), f"{counted(bar)}: {number(bar)}.", known(bar), caution())
    )


def known(bar: Bar) -> str:
    """How a number is known, as a sentence or two."""
    return f"{bar.how[:1].upper()}{bar.how[1:]}. {bar.note}".strip()


def mismatch(cuts: Cuts, day: date) -> str:
    """That numbers are of another time than the diagram, where they are."""
    late = [
        one for one in cuts.funnels if one.end.last < day or (one.start and day < one.start.first)
    ]
    if not late:
        return ""
    text = QCoreApplication.translate(
        "Pipeline", "The numbers are of another time than the date shown, {date}."
    )
    return text.format(date=words.day(day))


def counted(bar: Bar) -> str:
    """What a bar counts; what is only a difference of two counts is called so."""
    if bar.kind != "rest":
        return bar.text
    text = QCoreApplication.translate("Pipeline", "Not accounted for, by subtraction: {what}")
    return text.format(what=bar.text)
