"""A profile through the pipeline in a place on a day, step by step, with reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from explorer.content.model import Limit, Place
from explorer.policy.rules import (
    ACTIVATED,
    MATCH,
    NOT_ACTIVATED,
    UNKNOWN,
    Rulebook,
    Standing,
    checks_prints,
    readings,
)
from explorer.policy.steps import STAGES, Step, Voice, Walk
from explorer.policy.table import OPEN, Facts, ask_in_walk

NOT_RESEARCHED: Final = "not_researched"
NO_RULE: Final = "no_written_rule"
NOT_MODELLED: Final = "limit_not_modelled"
_STRICTEST: Final = ("no_hold", "may_hold", "hold")
_LOUDEST: Final = ("barred", "contested", "required", "allowed", "not_addressed")


def walk(book: Rulebook, facts: Facts, place: Place, day: date) -> Walk:
    """The chain for a person in a place on a day; the facts are taken as they stand."""
    if not book.is_in_range(day):
        return _not_researched(facts, place, day)
    activation = _activation(book, place, day)
    ident = _ident(book, facts, place, day, activation.outcome)
    request = _request(book, facts, place, day)
    jail = _jail(book, facts, place, day)
    final, ends_at = _final(ident.outcome, request.outcome, jail)
    return Walk(facts, place, day, activation, ident, request, jail, final, ends_at)


def _not_researched(facts: Facts, place: Place, day: date) -> Walk:
    activation, ident, request, jail = (_outside(stage) for stage in STAGES)
    final = NOT_RESEARCHED
    return Walk(facts, place, day, activation, ident, request, jail, final, ends_at="range")


def _outside(stage: str) -> Step:
    notice = NOT_RESEARCHED if stage == "jail" else ""
    return Step(stage, NOT_RESEARCHED, notice, notes=("out-of-range",))


def _voices(book: Rulebook, facts: Facts, standings: Iterable[Standing]) -> tuple[Voice, ...]:
    return tuple(
        Voice(standing, ask_in_walk(standing.policy, facts, book.policies))
        for standing in standings
    )


# ------------------------------------------------------------------ activation and databases


def _activation(book: Rulebook, place: Place, day: date) -> Step:
    outcome, counties = book.activation(place, day)
    notes = ("activation-unknown",) if outcome == UNKNOWN else ()
    return Step("activation", outcome, counties=counties, notes=notes)


def _ident(book: Rulebook, facts: Facts, place: Place, day: date, activation: str) -> Step:
    """The fingerprints where the county was connected; unless they match, the name."""
    voices = _voices(book, facts, book.in_force("identifies", place, day))
    prints = tuple(voice for voice in voices if checks_prints(voice.standing.policy))
    names = tuple(voice for voice in voices if voice not in prints)
    outcome, asked = _prints(prints, activation)
    if outcome == MATCH:
        return _step("ident", outcome, asked, asked)
    notes = ["activation-unknown"] * (outcome == OPEN and activation == UNKNOWN)
    by_name, hits = _names(names)
    if not by_name:
        return _step("ident", outcome, (*asked, *names), asked or names, *notes)
    if not all(voice.standing.certain for voice in hits):
        notes.append("uncertain-days")
    deciding = (*asked, *hits) if outcome == by_name == OPEN else hits
    return _step("ident", by_name, (*asked, *names), deciding, *notes, "if-name-run")


def _prints(prints: tuple[Voice, ...], activation: str) -> tuple[str, tuple[Voice, ...]]:
    if activation == NOT_ACTIVATED or not prints:
        return "not_checked", ()
    said = prints[0].answer.outcome
    if said == "exit_no_match":
        return "no_match", prints
    return (said if activation == ACTIVATED else OPEN), prints


def _names(names: Sequence[Voice]) -> tuple[str, tuple[Voice, ...]]:
    """What the check of the name adds, and by which table: a certain hit, an open one, nothing."""
    hits = tuple(voice for voice in names if voice.answer.outcome in ("ivf_hit", OPEN))
    sure = tuple(v for v in hits if v.standing.certain and v.answer.outcome != OPEN)
    if sure:
        return "ivf_hit", sure
    return (OPEN if hits else ""), hits


# ---------------------------------------------------------------------------------- request


def _request(book: Rulebook, facts: Facts, place: Place, day: date) -> Step:
    """What the latest request rule in force says; a newer ranking beside it can leave it open."""
    standings = book.in_force("requests", place, day)
    beside = _voices(book, facts, book.in_force("ranks", place, day))
    latest = [max(one, key=lambda s: s.since, default=None) for one in readings(standings)]
    voices = _voices(book, facts, {s.policy.id: s for s in latest if s is not None}.values())
    said = {voice.standing.policy.id: voice.answer.outcome for voice in voices}
    outcome = _same(said[s.policy.id] if s is not None else NO_RULE for s in latest)
    notes = [] if all(standing.certain for standing in standings) else ["uncertain-days"]
    if outcome == NO_RULE:
        notes.append("no-rule")
    if outcome == "request_hold" and any(_is_transition(voices, ranking) for ranking in beside):
        outcome, notes = OPEN, [*notes, "transition"]
    return _step("request", outcome, voices, voices, *notes, beside=beside)


def _is_transition(voices: Sequence[Voice], ranking: Voice) -> bool:
    """Whether a ranking that began after the request rule does not name the person."""
    newer = all(ranking.standing.since > voice.standing.since for voice in voices)
    return newer and ranking.answer.outcome in ("not_priority", OPEN)


# ------------------------------------------------------------------------------------- jail


def _jail(book: Rulebook, facts: Facts, place: Place, day: date) -> Step:
    """All tables in force: the strictest on holding wins, and the most telling on notice."""
    standings = book.in_force("holds", place, day)
    voices = _voices(book, facts, standings)
    limits = book.limits(place, day)
    by_id = {voice.standing.policy.id: voice for voice in voices}
    worlds = [[by_id[s.policy.id] for s in chosen] for chosen in readings(standings)]
    outcome = _same(_hold(world, bool(limits)) for world in worlds)
    notification = _same(_notice(world, bool(limits)) for world in worlds)
    deciding = tuple(voice for voice in voices if voice.answer.outcome == outcome)
    notes = [] if all(standing.certain for standing in standings) else ["uncertain-days"]
    notes += ["limit"] * bool(limits) + ["no-rule"] * (outcome == NO_RULE)
    settled = deciding if outcome in _STRICTEST else voices
    return _step("jail", outcome, voices, settled, *notes, notification=notification, limits=limits)


def _hold(voices: Sequence[Voice], limited: bool) -> str:
    said = {voice.answer.outcome for voice in voices}
    if "no_hold" in said:
        return "no_hold"
    if limited:
        return NOT_MODELLED
    if OPEN in said or not voices:
        return OPEN if voices else NO_RULE
    return next((word for word in _STRICTEST if word in said), OPEN)


def _notice(voices: Sequence[Voice], limited: bool) -> str:
    said = {voice.answer.notification for voice in voices}
    if "barred" in said:
        return "barred"
    if _hold(voices, limited) == NOT_MODELLED:
        return NOT_MODELLED
    if OPEN in said or not voices:
        return OPEN if voices else NO_RULE
    return next((word for word in _LOUDEST if word in said), OPEN)


# ------------------------------------------------------------------------------------ final


def _final(ident: str, request: str, jail: Step) -> tuple[str, str]:
    """The final word, and the stage that set it: the first that fits."""
    if ident in ("no_match", "not_checked"):
        return "not_identified", "ident"
    if ident == OPEN:
        return OPEN, "ident"
    if request == NO_RULE:
        return NOT_RESEARCHED, "request"
    if request == OPEN:
        return OPEN, "request"
    if request in ("no_request", "request_after_conviction"):
        return "no_request", "request"
    return _answered(request, jail.outcome, jail.notification), "jail"


def _answered(request: str, hold: str, notice: str) -> str:
    """What comes of a request once it reaches the jail."""
    if hold in (NO_RULE, NOT_MODELLED):
        return NOT_RESEARCHED
    if request == "request_notify":
        return {"barred": "not_held", OPEN: OPEN}.get(notice, "notify_only")
    if hold == OPEN:
        return OPEN
    if hold in ("hold", "may_hold"):
        return "held_possible"
    return {"required": "notify_only", OPEN: OPEN}.get(notice, "not_held")


def _same(words: Iterable[str]) -> str:
    found = set(words)
    return found.pop() if len(found) == 1 else OPEN


def _step(
    stage: str,
    outcome: str,
    voices: tuple[Voice, ...],
    deciding: tuple[Voice, ...],
    *notes: str,
    notification: str = "",
    beside: tuple[Voice, ...] = (),
    limits: tuple[Limit, ...] = (),
) -> Step:
    """A step, with what must be said of the rules that decided it."""
    marks = {voice.answer.unverified for voice in deciding}
    telling = [v.answer for v in voices if notification in (v.answer.notification, OPEN)]
    said = [
        *notes,
        *["warrant"] * any(voice.answer.on_warrant for voice in deciding),
        *["unverified"] * ("yes" in marks),
        *["unverified-notification"] * ("notification" in {a.unverified for a in telling}),
    ]
    return Step(stage, outcome, notification, voices, deciding, beside, limits, (), tuple(said))
