"""What the diagram says, as sentences."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication

from explorer.content.dates import SHORT, When, say
from explorer.content.library import Library
from explorer.content.model import Change, Edge, Era, Node, Status
from explorer.pipeline.dated import until
from explorer.pipeline.layout import Band, Line, Plan, Spot
from explorer.pipeline.moment import Mark, Moment, Standing


def status(value: Status) -> str:
    """How an arrow stands, in a few words."""
    return {
        "on": QCoreApplication.translate("Pipeline", "in use"),
        "conditional": QCoreApplication.translate("Pipeline", "depends on a rule or agreement"),
        "partial": QCoreApplication.translate("Pipeline", "in some places or cases only"),
        "off": QCoreApplication.translate("Pipeline", "not in use"),
    }[value]


def standing(one: Standing) -> str:
    """How an arrow stands, in a few words; of some places only, also how it stands there."""
    return stands(one.status, one.there)


def stands(value: Status, there: Status | None) -> str:
    """How an arrow stands or stood, in a few words."""
    if there == "conditional":
        return QCoreApplication.translate(
            "Pipeline", "in some places only, and there it depends on a rule or agreement"
        )
    if there is not None:
        return QCoreApplication.translate("Pipeline", "in use in some places only")
    return status(value)


def legend(value: Status) -> str:
    """How an arrow stands, as short as the key to the lines has it."""
    return {
        "on": QCoreApplication.translate("Pipeline", "in use"),
        "conditional": QCoreApplication.translate("Pipeline", "depends on a rule"),
        "partial": QCoreApplication.translate("Pipeline", "in some places only"),
        "off": QCoreApplication.translate("Pipeline", "not in use"),
    }[value]


def lane(name: str) -> str:
    """Who acts in a lane."""
    return {
        "local": QCoreApplication.translate("Pipeline", "Local police and jail"),
        "state": QCoreApplication.translate("Pipeline", "State"),
        "fbi": QCoreApplication.translate("Pipeline", "FBI"),
        "dhs": QCoreApplication.translate("Pipeline", "DHS"),
        "ice": QCoreApplication.translate("Pipeline", "ICE"),
        "court": QCoreApplication.translate("Pipeline", "Immigration court"),
        "outcome": QCoreApplication.translate("Pipeline", "Outcome"),
        "exit": QCoreApplication.translate("Pipeline", "Way out"),
    }[name]


def who(name: str, moment: Moment) -> str:
    """Who acts in a lane on a day, as a sentence."""
    if name == "ice" and moment.names:
        return f"{earlier_band(moment)}."
    return f"{lane(name)}."


def earlier_band(moment: Moment) -> str:
    """The name of the band of federal agencies before today’s were founded."""
    return ", ".join(dict.fromkeys(one.was for one in moment.names))


def line_standing(line: Line, moment: Moment) -> str:
    """How a line stands, in a few words: as the arrow of it that is most in use."""
    value = moment.line_status(line)
    best = next(one for one in line.members if moment.edges[one].status == value)
    return standing(moment.edges[best])


def band(plan: Plan, one: Band) -> str:
    """The name of a band of lanes."""
    if one.lanes == ("fbi",) and plan.kind == "overview":
        return QCoreApplication.translate("Pipeline", "State and FBI")
    if one.lanes == ("ice",):
        return QCoreApplication.translate("Pipeline", "DHS and ICE")
    if one.lanes == ("court", "outcome"):
        return QCoreApplication.translate("Pipeline", "Court and outcome")
    if one.lanes == ("outcome",):
        return QCoreApplication.translate("Pipeline", "Outcome and ways out")
    return ", ".join(lane(name) for name in one.lanes)


def day(value: date) -> str:
    """A day, written out."""
    return say(When(value.isoformat()))


def short_day(value: date) -> str:
    """A day in few letters, for where the whole word has no room."""
    return say(When(value.isoformat()), SHORT)


def title(moment: Moment) -> str:
    """The title of the diagram: the date comes first and is never left out."""
    if moment.place:
        text = QCoreApplication.translate("Pipeline", "{date}, {place}")
        return text.format(date=day(moment.day), place=moment.place)
    text = QCoreApplication.translate("Pipeline", "{date}: from fingerprint to removal")
    return text.format(date=day(moment.day))


def years(one: Era) -> str:
    """The first and last year of an era."""
    if one.end is None:
        return str(one.start.first.year)
    first, last = one.start.first.year, one.end.last.year
    return str(first) if first == last else f"{first}–{last}"


def era(moment: Moment) -> str:
    """The period that is shown, and what must be said of its research."""
    if moment.research == "not researched":
        return _notice(moment.era)
    if moment.research == "outlook":
        text = QCoreApplication.translate("Pipeline", "{era} (to {end}; outlook, less researched)")
    else:
        text = QCoreApplication.translate("Pipeline", "{era} ({dates})")
    end = say(moment.era.end) if moment.era.end else ""
    return text.format(era=_plain(moment.era), dates=years(moment.era), end=end)


def period(moment: Moment) -> str:
    """The name of the period, for where its years have no room; an outlook is still called so."""
    if moment.research != "outlook":
        return _plain(moment.era)
    return QCoreApplication.translate("Pipeline", "{era} (outlook)").format(era=_plain(moment.era))


def notices(library: Library) -> list[str]:
    """All that can stand beside a date that was not researched; room is kept for the longest."""
    return [_notice(library.nearest_era(day)) for day in (date.min, date.max)]


def _notice(one: Era) -> str:
    text = QCoreApplication.translate(
        "Pipeline", "Not researched for this date. In gray: the nearest period, {dates}"
    )
    return text.format(dates=years(one))


def _plain(one: Era) -> str:
    return one.label.removesuffix(" (outlook)")


def changed(moment: Moment) -> str:
    """What differs from the period before, as far as it had begun by the moment."""
    what = until(moment.era.what_changed, moment.latest)
    if moment.before is None or not what:
        return what
    text = QCoreApplication.translate("Pipeline", "Changed since “{era}”: {what}")
    return text.format(era=moment.before.label, what=what)


def differences(moment: Moment, library: Library) -> list[str]:
    """The arrows that stood otherwise in the era before, one sentence each."""
    text = QCoreApplication.translate("Pipeline", "{arrow}: {now} (before: {then})")
    found = []
    for name in moment.changed():
        one = moment.edges[name]
        found.append(
            text.format(
                arrow=arrow(library.edges[name], library, moment),
                now=standing(one),
                then=stands(one.before or "off", one.there_before),
            )
        )
    return found


def limits(moment: Moment) -> str:
    """That local limits run on top of the era, where they do; their first ones may be earlier."""
    if not moment.limits:
        return ""
    one = moment.limits[0]
    text = QCoreApplication.translate(
        "Pipeline", "In some places also: {label} (shown here from {date} on)."
    )
    return text.format(date=say(one.start), label=one.label.removesuffix(" (overlay)"))


def changes(made: Iterable[Change], library: Library) -> str:
    """What an event changed, and at which steps and arrows."""
    where: dict[str, list[str]] = {}
    for one in made:
        where.setdefault(one.what, []).append(library.name(one.target))
    return " · ".join(f"{', '.join(names)}: {what}" for what, names in where.items())


def arrow(edge: Edge, library: Library, moment: Moment, plan: Plan | None = None) -> str:
    """An arrow by its label and its ends, as the boxes of a plan call them where there is one."""
    text = QCoreApplication.translate("Pipeline", "{label} – {source} → {target}")
    ends = [library.nodes[name] for name in (edge.from_, edge.to)]
    source, target = _boxes(plan, ends) or [node.label for node in ends]
    return moment.called(text.format(label=edge.label, source=source, target=target))


def _boxes(plan: Plan | None, ends: list[Node]) -> list[str]:
    """The names of two boxes; a form keeps its own, and two steps of one box have none."""
    if plan is None or plan.kind == "full":  # there each step has its label on its box
        return []
    found = [_box(plan, node) for node in ends]
    if None in found or found[0] is found[1]:
        return []
    pairs = zip(ends, found, strict=True)
    return [n.label if n.kind == "document" or b is None else b.short for n, b in pairs]


def _box(plan: Plan, node: Node) -> Spot | None:
    return next((spot for spot in plan.spots.values() if node.id in spot.members), None)


def condition(line: Line, moment: Moment, library: Library) -> str:
    """On what a conditional line depends, as the content says it for this era."""
    for name in line.members:
        one = moment.edges[name]
        if one.status == "conditional":
            text = one.note or library.edges[name].condition
            if until(text, moment.latest):
                return moment.called(until(text, moment.latest))
    return ""


def spot_tip(spot: Spot, moment: Moment, library: Library) -> str:
    """All that a box stands for, when the pointer rests on it."""
    parts = [spot.label]
    for name in spot.members:
        node = library.nodes[name]
        here = f"{node.label}. " if len(spot.members) > 1 else ""
        if len(spot.members) == 1:
            parts += [node.description, *([node.actor] if node.actor else [])]
        else:
            parts.append(f"{here}{'' if name in moment.nodes else _absent()}".strip())
    if not moment.spot_exists(spot):
        parts.append(_absent())
    return moment.called("\n".join(part for part in parts if part))


def _absent() -> str:
    return QCoreApplication.translate("Pipeline", "Not part of the path on this date.")


def line_tip(line: Line, moment: Moment, library: Library) -> str:
    """All that a line stands for: each arrow, how it stands and why."""
    return "\n".join(edge_sentence(library.edges[name], moment, library) for name in line.members)


def edge_sentence(edge: Edge, moment: Moment, library: Library) -> str:
    """One arrow: its ends, how it stands, on what, and what local limits add."""
    one = moment.edges[edge.id]
    parts = [f"{arrow(edge, library, moment)}: {standing(one)}."]
    note = one.note or (f"{edge.condition}." if edge.condition else "")
    parts.append(moment.called(until(note, moment.latest)))
    if local := until(one.local, moment.latest):
        text = QCoreApplication.translate("Pipeline", "Local limits: {what}")
        parts.append(text.format(what=local))
    return " ".join(part for part in parts if part)


def spot_sentence(spot: Spot, plan: Plan, moment: Moment) -> str:
    """A box for a screen reader: name, who acts, and where the path goes on from it."""
    parts = [moment.called(f"{spot.short}. {spot.note}".strip() + "."), who(spot.lane, moment)]
    if spot.group:
        many = len(spot.members)
        text = QCoreApplication.translate(
            "Pipeline", "A folded group, steps inside: %n. Enter opens it.", None, many
        )
        parts.append(text)
    if not moment.spot_exists(spot):
        parts.append(_absent())
        return " ".join(parts)
    onward = [
        f"{moment.called(plan.spots[line.target].short)} ({line_standing(line, moment)})"
        for line in plan.leaving(spot.id)
        if moment.line_status(line) != "off"
    ]
    if onward:
        text = QCoreApplication.translate("Pipeline", "Leads to: {boxes}.")
        parts.append(text.format(boxes=", ".join(onward)))
    elif not plan.leaving(spot.id):
        parts.append(QCoreApplication.translate("Pipeline", "The path ends here."))
    if moment.research != "not researched" and moment.spot_changed(spot, plan):
        parts.append(QCoreApplication.translate("Pipeline", "Changed from the period before."))
    return " ".join(parts)


def describe(moment: Moment, library: Library) -> str:
    """The whole diagram in sentences."""
    parts = [f"{title(moment)}.", f"{era(moment)}."]
    parts.append(until(moment.era.summary, moment.latest))
    parts.append(below(moment, Mark(), library))
    if moment.research != "not researched":
        parts += [f"{one}." for one in differences(moment, library)]
    return " ".join(part for part in parts if part)


def below(moment: Moment, mark: Mark, library: Library) -> str:
    """The line under the diagram: what the chosen event changed, or what the period changed."""
    return belows(moment, mark, library)[0]


def belows(moment: Moment, mark: Mark, library: Library) -> list[str]:
    """The line under the diagram in full, and then as it is where there is less room."""
    if mark.changes:
        text = QCoreApplication.translate("Pipeline", "What this changed: {what}")
        said = dict.fromkeys(change.what for change in mark.changes)
        return [text.format(what=changes(mark.changes, library)), " ".join(said)]
    if moment.research == "not researched":
        text = QCoreApplication.translate("Pipeline", "In gray: {era} ({dates}).")
        return [text.format(era=_plain(moment.era), dates=years(moment.era))]
    whole, what = changed(moment), until(moment.era.what_changed, moment.latest)
    more = (limits(moment), *(one.note for one in moment.names))
    both = (" ".join(part for part in (one, *more) if part) for one in (whole, what))
    named = " ".join(one.note for one in moment.names)  # who acts must be known first
    return [*both, named or what]


def if_word() -> str:
    """The word on a line that depends on something."""
    return QCoreApplication.translate("Pipeline", "if")


def places_word() -> str:
    """The words on a line that holds in some places only."""
    return QCoreApplication.translate("Pipeline", "some places")


def holds_in_places(line: Line, moment: Moment) -> bool:
    """Whether a line is partial because some places do not take part yet."""
    if moment.research == "not researched" or moment.line_status(line) != "partial":
        return False
    return any(moment.edges[edge].there for edge in line.members)


def local_word() -> str:
    """The words on a line where some places limit what others do."""
    return QCoreApplication.translate("Pipeline", "local limits")


def legend_changed() -> str:
    """What the small triangle means."""
    return QCoreApplication.translate("Pipeline", "changed from before")
