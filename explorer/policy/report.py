"""Answers, walks and holds as objects and lines for the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any, Final

from explorer.content.dates import say
from explorer.content.model import Activation, Limit, Role
from explorer.policy import plain
from explorer.policy.change import Turn
from explorer.policy.clock import Day, Hold
from explorer.policy.rules import County
from explorer.policy.steps import Step, Voice, Walk
from explorer.policy.table import Answer, once

CAUTION: Final = (
    "Written rules are not practice. This is history for learning, not legal advice and not "
    "current law."
)
FINAL: Final[Mapping[str, str]] = {  # by the ending of a walk
    "not_researched=range": "This day is outside the researched range.",
    "not_researched=request": "The sources give no written rule of ICE for this day.",
    "not_researched=no_written_rule": (
        "The sources give no written rule of this jail for this day: the request "
        "may or may not have been followed."
    ),
    "not_researched=limit_not_modelled": (
        "A limit on holds existed here; its rule is not modeled, so no answer is given."
    ),
    "not_identified": (
        "The automatic check does not lead to ICE. ICE could still learn of the "
        "person in other ways, such as a jail interview."
    ),
    "open": "It hangs on something that is not known.",
    "no_request": "Under the rules that bind it ICE does not ask for a hold at this point.",
    "held_possible": "ICE may ask for a hold; no written rule found forbids it.",
    "notify_only=required": "No hold; the rule in force requires telling ICE of the release.",
    "notify_only=allowed": "No hold; the jail may tell ICE of the release.",
    "notify_only=contested": "No hold; whether the jail may tell ICE of the release was disputed.",
    "notify_only=not_addressed": (
        "No hold; ICE asks to be told of the release, and no rule in force speaks of that."
    ),
    "not_held=barred": "No hold, and the rule in force bars telling ICE of the release.",
    "not_held=allowed": "No hold; the jail may tell ICE of the release, and no rule requires it.",
    "not_held=contested": "No hold; whether the jail may tell ICE of the release was disputed.",
    "not_held=not_addressed": "No hold, and no rule in force speaks of telling ICE of the release.",
}
NOTES: Final[Mapping[str, str]] = {
    "uncertain-days": "On this day it is not known which of these rules applied.",
    "transition": "The newer priorities beside this rule do not clearly name the person.",
    "limit": "A limit existed; its rule is not modeled here.",
    "warrant": "The hold rests on a judge's warrant, not on the detainer.",
    "unverified": "A rule that no text confirms does not decide by itself.",
    "unverified-notification": "What is said of telling ICE was not confirmed by a text read.",
    "no-rule": "No written rule in the sources for this day.",
    "if-name-run": "Only if an officer runs the name.",
    "activation-unknown": "Whether the county was connected on this day is not known.",
    "out-of-range": "This day is outside the researched range.",
}
TITLES: Final = {
    "activation": "Connected?",
    "ident": "Databases",
    "request": "ICE",
    "jail": "Jail",
}
NO_MEANINGS: Final[plain.Meanings] = {}  # facts are told by their ids alone


# ---------------------------------------------------------------------------- one table


def answer_object(answer: Answer, turns: Sequence[Turn] = ()) -> dict[str, Any]:
    """An answer with its reason, sources, and what would have changed it."""
    said = {
        "policy": answer.policy.id,
        "name": answer.policy.name,
        "outcome": answer.outcome,
        "ice_notification": answer.notification,
        "rule": answer.rule_id,
        "reason": reason(answer),
        "authority": "; ".join(once(rule.authority for rule in answer.rules)),
        "sources": list(answer.sources),
        "confidence": answer.confidence,
        "unverified": answer.unverified,
        "depends_on": list(answer.depends_on),
        "branches": list(answer.branches),
        "facts": dict(answer.facts),
        "ruled_out": dict(answer.ruled_out),
        "comparison": answer.is_comparison,
        "nearest_change": [_turn_object(turn) for turn in turns],
    }
    if answer.leads_to:
        said["leads_to"] = [answer_object(other) for other in answer.leads_to]
    return said


def answer_lines(
    answer: Answer, turns: Sequence[Turn] = (), meanings: plain.Meanings = NO_MEANINGS
) -> Iterator[str]:
    """An answer in plain lines, with the first of the changes that would have changed it."""
    mark = " (comparison only)" if answer.is_comparison else ""
    told = "" if answer.notification == "n/a" else _telling(answer.notification)
    yield f"{plain.named(answer.policy)}{mark}: {plain.worded(answer.outcome)}{told}"
    yield f"    {plain.reason(answer, meanings)} [{answer.rule_id}]"
    if answer.unverified != "no":
        what = "rule" if answer.unverified == "yes" else "part about telling ICE"
        yield f"    The {what} was not confirmed by a text read."
    for other in answer.leads_to:
        yield from (f"    {line}" for line in answer_lines(other, (), meanings))
    for turn in turns[:1]:
        yield f"    {plain.changed(turn, meanings)}"
    yield f"    {_named(answer.sources)}"


def _telling(word: str) -> str:
    return f"; telling ICE: {plain.worded(word)}"


def reason(answer: Answer) -> str:
    """The words of the rule; where the answer is open, what it depends on and every branch."""
    if not answer.is_open:
        return " ".join(rule.text for rule in answer.rules)
    branches = " ".join(f"[{rule.outcome}] {rule.text}" for rule in answer.rules)
    hangs = f"Depends on {', '.join(answer.depends_on)}. " if answer.depends_on else ""
    doubted = ", ".join(rule.id for rule in answer.doubted)
    unread = f"No text confirms {doubted}, so it does not decide by itself. " if doubted else ""
    return f"{hangs}{unread}{branches}"


def _turn_object(turn: Turn) -> dict[str, Any]:
    return {
        "changes": {change.attribute: change.value for change in turn.changes},
        "about": sorted(turn.about),
        "outcome": turn.answer.outcome,
        "ice_notification": turn.answer.notification,
        "rule": turn.answer.rule_id,
    }


# --------------------------------------------------------------------------------- walk


def walk_object(found: Walk) -> dict[str, Any]:
    """The chain, and for each part of it the reason and the sources."""
    reasons, sources = _reasons(found), _sources(found)
    return {
        "place": found.place.id,
        "date": found.day.isoformat(),
        **found.chain(),
        "ends_at": found.ends_at,
        "depends_on": {step.stage: list(step.depends_on) for step in found.steps},
        "reasons": reasons,
        "sources": {name: list(named) for name, named in sources.items()},
        "answers": {
            step.stage: [answer_object(voice.answer) for voice in (*step.voices, *step.beside)]
            for step in found.steps
        },
        "caution": CAUTION,
    }


def walk_lines(found: Walk, meanings: plain.Meanings = NO_MEANINGS) -> Iterator[str]:
    """A walk in plain lines, stage by stage."""
    final = f"{plain.worded(found.final)}. {FINAL[found.ending]}"
    yield f"{found.place.name} on {found.day.isoformat()}: {final}"
    sources = _sources(found)
    keys = ("activation", "ident", "ice_outcome", "jail_outcome")
    for step, key in zip(found.steps, keys, strict=True):
        told = _telling(step.notification) if step.notification else ""
        later = " (had it come to that)" if step.stage in found.after_end else ""
        title = f"{TITLES[step.stage]}:".replace("?:", "?")
        yield f"{title} {plain.worded(step.outcome)}{told}{later}"
        lines = (*_said(step, lambda answer: _plainly(answer, meanings)), _named(sources[key]))
        yield from (f"    {line}" for line in lines if line)
    yield CAUTION


def _plainly(answer: Answer, meanings: plain.Meanings) -> str:
    said = plain.worded(answer.outcome)
    return f"{plain.named(answer.policy)} says {said}: {plain.reason(answer, meanings)}"


def _named(sources: Sequence[str]) -> str:
    return f"sources: {', '.join(sources)}" if sources else ""


def _reasons(found: Walk) -> dict[str, str]:
    activation, ident, request, jail = found.steps
    stage = {"range": "The range", **TITLES}.get(found.ends_at, "").rstrip("?")
    return {
        "activation": _joined(_said(activation)),
        "ident": _joined(_said(ident)),
        "ice_policy": _joined(map(_standing, request.voices)),
        "ice_outcome": _joined(_said(request)),
        "jail_policies": _joined(map(_standing, jail.voices)),
        "jail_outcome": _joined(_said(jail)),
        "ice_notification": _joined(
            f"{voice.standing.policy.id}: {voice.answer.notification}." for voice in jail.voices
        ),
        "final": f"{FINAL[found.ending]} Settled by: {stage}.",
    }


def _sources(found: Walk) -> dict[str, tuple[str, ...]]:
    activation, ident, request, jail = found.steps
    ends = {step.stage: step.sources for step in found.steps}
    return {
        "activation": activation.sources,
        "ident": ident.sources,
        "ice_policy": _of_roles(request.voices),
        "ice_outcome": request.sources,
        "jail_policies": _of_roles(jail.voices),
        "jail_outcome": jail.sources,
        "ice_notification": jail.sources,
        "final": ends.get(found.ends_at, ()),
    }


def _of_roles(voices: Iterable[Voice]) -> tuple[str, ...]:
    return once(name for voice in voices for name in voice.standing.role.sources)


def _said(step: Step, tell: Callable[[Answer], str] | None = None) -> list[str]:
    """What is known of the counties, what the tables and limits say, and what goes with it."""
    tell = tell or _by_codes
    tables = [tell(voice.answer) for voice in (*step.voices, *step.beside)]
    notes = [NOTES[note] for note in step.notes]
    return [*map(_county, step.counties), *tables, *notes, *map(_limit, step.limits)]


def _by_codes(answer: Answer) -> str:
    return f"{answer.policy.id} says {answer.outcome}: {reason(answer)}"


def _standing(voice: Voice) -> str:
    policy, role = voice.standing.policy, voice.standing.role
    return _joined([f"{policy.name}, in force {_time(role)}.", role.note])


def _time(role: Role) -> str:
    start = f"from {say(role.in_force_from)}" if role.in_force_from else "from an unknown day"
    return f"{start} to {say(role.in_force_to)}" if role.in_force_to else start


def _county(county: County) -> str:
    if county.row is None:
        return f"County {county.fips}: no activation date in the sources."
    if isinstance(county.row, Activation):
        when = county.row.activated_on
        in_on = "on" if when.precision == "day" else "in"
        return f"{county.row.jurisdiction}: connected {in_on} {say(when)}."
    bound = say(county.row.active_no_later_than)
    return f"{county.row.jurisdiction}: connected by {bound} at the latest. {county.row.why}"


def _limit(limit: Limit) -> str:
    day = f" ({say(limit.counts_from)})" if limit.counts_from else ""
    return f"{limit.jurisdiction}: {limit.instrument}{day}."


def _joined(parts: Iterable[str]) -> str:
    return " ".join(part for part in parts if part)


# --------------------------------------------------------------------------------- hold


def hold_object(counted: Hold) -> dict[str, Any]:
    """When a hold ends, and how each day was counted."""
    return {
        "eligible_for_release_at": counted.starts.isoformat(timespec="minutes"),
        "rule": counted.rule,
        "ends_at": counted.ends.isoformat(timespec="minutes"),
        "why": "; ".join(map(_day, counted.days)),
        "days": [
            {
                "date": day.day.isoformat(),
                "hours": round(day.counted / timedelta(hours=1), 4),
                "why": day.why,
                "holiday": day.holiday,
            }
            for day in counted.days
        ],
    }


def hold_lines(counted: Hold) -> Iterator[str]:
    """When a hold ends, and a line for each day."""
    yield f"ends at {counted.ends.isoformat(timespec='minutes')}"
    yield from (f"    {_day(day)}" for day in counted.days)


def _day(day: Day) -> str:
    name = f"{day.day:%A}, {day.day.isoformat()}"
    if day.why == "counted":
        minutes = day.counted // timedelta(minutes=1)
        spare = f" {minutes % 60} min" if minutes % 60 else ""
        return f"{name}: {minutes // 60} h{spare}"
    return f"{name}: not counted ({day.holiday or 'weekend'})"
