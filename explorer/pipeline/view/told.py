"""What the diagram says of a followed way, a place, a comparison and counts, as sentences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from explorer.content.dates import say
from explorer.content.library import Library
from explorer.pipeline.layout import Line, Plan
from explorer.pipeline.lit import Lit
from explorer.pipeline.local import Bearing
from explorer.pipeline.moment import Moment
from explorer.pipeline.view import numbers, words
from explorer.pipeline.view.state import State


def belows(state: State, plan: Plan, library: Library) -> list[str]:
    """The words under the diagram in full, and then as they are where there is less room."""
    said = words.belows(state.moment, state.mark, library)
    if state.lit is not None:
        return [lit(state.lit, plan), lit(state.lit, plan, short=True)]
    if state.cuts is not None:
        periods = (numbers.period(one, state.cuts) for one in state.cuts.funnels)
        other = numbers.mismatch(state.cuts, state.moment.day)
        whole = " ".join(part for part in (*periods, other, numbers.caution()) if part)
        return [whole, numbers.caution()]
    if state.moment.place and not state.mark.changes:
        here = place(state.moment)
        return [f"{said[0]} {here}", here]
    return said


# ------------------------------------------------------------------------------ a lit way


def lit(one: Lit, plan: Plan, short: bool = False) -> str:
    """What is lit: the walked way, or what can be reached and where it ends."""
    if one.way == "walked":
        names = [plan.spots[name].short for name in plan.spots if name in one.spots]
        text = QCoreApplication.translate("Pipeline", "Lit: the way of this walk: {boxes}.")
        return text.format(boxes=", ".join(names))
    parts = [_reach(one, plan)]
    if short:
        return parts[0]
    if one.outs:
        text = (
            QCoreApplication.translate("Pipeline", "The path may end at: {boxes}.")
            if one.way == "forward"
            else QCoreApplication.translate("Pipeline", "The path may begin at: {boxes}.")
        )
        parts.append(text.format(boxes=_names(one.outs, plan)))
    parts.append(dead_ends(one, plan))
    return " ".join(part for part in parts if part)


def _reach(one: Lit, plan: Plan) -> str:
    many = len(one.spots) - 1
    text = (
        QCoreApplication.translate(
            "Pipeline", "Forward from {box}: steps reached on this date: %n.", None, many
        )
        if one.way == "forward"
        else QCoreApplication.translate(
            "Pipeline", "Back from {box}: steps that lead to it on this date: %n.", None, many
        )
    )
    return text.format(box=plan.spots[one.start].short)


def dead_ends(one: Lit, plan: Plan) -> str:
    """The boxes that no line in use leaves on this date."""
    if not one.stuck:
        return ""
    text = (
        QCoreApplication.translate("Pipeline", "Dead ends, where no line in use leads on: {boxes}.")
        if one.way == "forward"
        else QCoreApplication.translate("Pipeline", "Boxes that no line in use leads to: {boxes}.")
    )
    return text.format(boxes=_names(one.stuck, plan))


def _names(spots: Sequence[str], plan: Plan) -> str:
    return ", ".join(plan.spots[name].short for name in spots)


def aimed(line: Line, plan: Plan, moment: Moment, at: tuple[int, int], forward: bool) -> str:
    """The line that the keyboard would follow: its ends, how it stands, which of how many."""
    source, target = plan.spots[line.source].short, plan.spots[line.target].short
    text = (
        QCoreApplication.translate(
            "Pipeline", "From {source} to {target}: {status}. {number} of {many} ways on."
        )
        if forward
        else QCoreApplication.translate(
            "Pipeline", "To {target} from {source}: {status}. {number} of {many} ways here."
        )
    )
    return text.format(
        source=moment.called(source),
        target=moment.called(target),
        status=words.line_standing(line, moment),
        number=at[0] + 1,
        many=at[1],
    )


def nowhere(spot: str, plan: Plan, forward: bool) -> str:
    """That no line leaves a box, or leads to it."""
    text = (
        QCoreApplication.translate("Pipeline", "No way leads on from {box}.")
        if forward
        else QCoreApplication.translate("Pipeline", "No way leads to {box}.")
    )
    return text.format(box=plan.spots[spot].short)


# ------------------------------------------------------------------------------ in a place


def place(moment: Moment) -> str:
    """All that bears on the path in the chosen place."""
    if moment.research == "not researched":
        text = QCoreApplication.translate("Pipeline", "{place}: not researched for this date.")
        return text.format(place=moment.place)
    said = [bearing(one) for one in moment.bearings if one.kind != "table"]
    tables = [table(one) for one in moment.bearings if one.kind == "table"]
    if tables:
        text = QCoreApplication.translate("Pipeline", "Rules on holding: {rules}.")
        said.insert(0, text.format(rules="; ".join(tables)))
    if not any(one.limits for one in moment.bearings):
        said.append(
            QCoreApplication.translate(
                "Pipeline", "The sources name no local limit on holding for this place and date."
            )
        )
    text = QCoreApplication.translate("Pipeline", "In {place}: {what}")
    return text.format(place=moment.place, what=" ".join(said))


def table(one: Bearing) -> str:
    """A rule by its name, and since when it applies."""
    if not one.certain:
        text = QCoreApplication.translate("Pipeline", "{name} (not certain for this date)")
    elif one.since:
        text = QCoreApplication.translate("Pipeline", "{name} (since {date})")
    else:
        text = "{name}"
    return text.format(name=one.name.rstrip("."), date=say(one.since) if one.since else "")


def bearing(one: Bearing) -> str:
    """One thing that stands in a place, as a sentence."""
    since = say(one.since) if one.since else ""
    if one.kind == "connected" and since:
        text = QCoreApplication.translate("Pipeline", "Fingerprint check with DHS: since {date}.")
    elif one.kind == "connected":
        text = QCoreApplication.translate("Pipeline", "Fingerprint check with DHS: in use.")
    elif one.kind == "unconnected" and since:
        text = QCoreApplication.translate(
            "Pipeline", "Fingerprint check with DHS: not yet; from {date} on."
        )
    elif one.kind == "unconnected":
        text = QCoreApplication.translate("Pipeline", "Fingerprint check with DHS: not in use.")
    elif one.kind == "unknown":
        text = QCoreApplication.translate(
            "Pipeline", "Fingerprint check with DHS: not known for this date."
        )
    elif one.kind == "limit":
        text = QCoreApplication.translate(
            "Pipeline", "A limit on detainers exists ({name}); its rule is not modeled here."
        )
    else:
        text = QCoreApplication.translate("Pipeline", "Rule on holding: {name}.")
        return text.format(name=table(one))
    return text.format(date=since, name=one.name.rstrip("."))


def rule_here() -> str:
    """The words on a line on which a rule of the chosen place bears."""
    return QCoreApplication.translate("Pipeline", "rule here")


# ------------------------------------------------------------------------------ two sides


def side(moment: Moment) -> str:
    """The date, and the place if one is chosen."""
    if not moment.place:
        return words.day(moment.day)
    text = QCoreApplication.translate("Pipeline", "{date}, {place}")
    return text.format(date=words.day(moment.day), place=moment.place)


def differences(
    one: Moment, other: Moment, library: Library, plan: Plan | None = None
) -> list[tuple[str, str]]:
    """What differs between two sides, as references with sentences in the words of a plan."""
    if "not researched" in (one.research, other.research):
        return []
    found = []
    text = QCoreApplication.translate("Pipeline", "{arrow}: {here} on {day}, {there} on {other}")
    for name, here in one.edges.items():
        there = other.edges[name]
        if (here.status, here.there) != (there.status, there.there):
            said = text.format(
                arrow=words.arrow(library.edges[name], library, later(one, other), plan),
                here=words.standing(here),
                day=side(one),
                there=words.standing(there),
                other=side(other),
            )
            found.append((f"edge:{name}", said))
    return [*found, *_only(one, other), *_only(other, one)]


def later(one: Moment, other: Moment) -> Moment:
    """The later of two sides: its names are those that a reader knows."""
    return max(one, other, key=lambda moment: moment.day)


def _only(one: Moment, other: Moment) -> list[tuple[str, str]]:
    """What bears on the path on one side alone."""
    if not one.place:
        return []
    there = {bearing.key for bearing in other.bearings}
    text = QCoreApplication.translate("Pipeline", "Only for {side}: {what}")
    return [
        (found.ref, text.format(side=side(one), what=bearing(found)))
        for found in one.bearings
        if found.key not in there
    ]


def compared(one: Moment, other: Moment, many: int) -> str:
    """What is compared, and how much differs."""
    for moment in (one, other):
        if moment.research == "not researched":
            text = QCoreApplication.translate(
                "Pipeline", "{date} was not researched, so nothing is compared with it."
            )
            return text.format(date=words.day(moment.day))
    text = QCoreApplication.translate(
        "Pipeline", "{one} compared with {other}. Differences: %n.", None, many
    )
    return text.format(one=side(one), other=side(other))


def legend_differs() -> str:
    """What the small triangle means beside another side."""
    return QCoreApplication.translate("Pipeline", "differs between sides")


# ------------------------------------------------------------------------------ keys


def moved(day: date) -> str:
    """The date of the second side after a key."""
    text = QCoreApplication.translate("Pipeline", "Compared with {date}")
    return text.format(date=words.day(day))


def opened(label: str, is_open: bool) -> str:
    """That a group of steps was opened or folded."""
    text = (
        QCoreApplication.translate("Pipeline", "{group}: opened.")
        if is_open
        else QCoreApplication.translate("Pipeline", "{group}: folded.")
    )
    return text.format(group=label)


def out_of_sight() -> str:
    """How to see all steps at once where they have no room in text of the usual size."""
    return QCoreApplication.translate(
        "Pipeline", "Some steps are out of sight: Shift+D fits all of them in."
    )


def sign(label: str) -> str:
    """What the plus or minus of a group does."""
    text = QCoreApplication.translate("Pipeline", "{group}: open or fold (G)")
    return text.format(group=label)
