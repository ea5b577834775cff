"""What a reader is led through: the stops of a walk, in order, and which of them settles it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from explorer.policy.steps import Step, Voice, Walk
from explorer.policy.table import OPEN, Answer

STOPS: Final = ("arrest", "activation", "ident", "request", "jail", "notice")
_NOTICE_FIRST: Final = ("request_notify",)


@dataclass(frozen=True)
class Stop:
    """One stop of a walk.

    ``after`` is set where the walk had already ended: what is shown then is what the rules would
    have said, had it come to that.
    """

    id: str
    outcome: str
    step: Step | None = None  # None: the arrest, where no table is asked
    settles: bool = False
    after: bool = False

    @property
    def voices(self) -> tuple[Voice, ...]:
        """The tables that decided here; where none did, those that were asked."""
        if self.step is None:
            return ()
        if self.id == "notice":
            said = (voice for voice in self.step.voices if _tells(voice, self.outcome))
            return tuple(said) or self.step.voices
        return self.step.deciding or self.step.voices

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What those tables say."""
        return tuple(voice.answer for voice in self.voices)

    @property
    def others(self) -> tuple[Voice, ...]:
        """Tables that stood beside and did not decide."""
        if self.step is None:
            return ()
        shown = {voice.standing.policy.id for voice in self.voices}
        rest = (*self.step.voices, *self.step.beside)
        return tuple(voice for voice in rest if voice.standing.policy.id not in shown)

    @property
    def notes(self) -> tuple[str, ...]:
        """What must be said beside it."""
        notes = self.step.notes if self.step else ()
        hidden = "unverified-notification" if self.id == "jail" else "warrant"
        return tuple(note for note in notes if self.id not in ("jail", "notice") or note != hidden)

    @property
    def sources(self) -> tuple[str, ...]:
        """Where it is written."""
        return self.step.sources if self.step else ()

    @property
    def depends_on(self) -> tuple[str, ...]:
        """The unknown facts on which an open answer hangs."""
        return self.step.depends_on if self.step and self.outcome == OPEN else ()


def _tells(voice: Voice, notification: str) -> bool:
    return voice.answer.notification == notification


def course(walk: Walk) -> tuple[Stop, ...]:
    """The stops of a walk, from the arrest to the word to ICE."""
    last = settling(walk)
    at = STOPS.index(last) if last in STOPS else len(STOPS)
    steps = {step.stage: step for step in walk.steps}
    found = []
    for number, name in enumerate(STOPS):
        step = steps.get("jail" if name == "notice" else name)
        outcome = _outcome(name, step)
        after = number > at and not (name == "notice" and last == "jail")  # one and the same answer
        found.append(Stop(name, outcome, step, name == last, after))
    return tuple(found)


def settling(walk: Walk) -> str:
    """The stop that settles a walk; ``range`` where the day was not researched."""
    if walk.ends_at != "jail":
        return walk.ends_at
    by_notice = walk.request.outcome in _NOTICE_FIRST or walk.jail.outcome == "no_hold"
    return "notice" if by_notice else "jail"


def _outcome(name: str, step: Step | None) -> str:
    if step is None:
        return "arrested"
    return step.notification if name == "notice" else step.outcome


def parts_in_force(walk: Walk) -> Mapping[str, str]:
    """Which part each policy that stood in the place on the day has in a walk, by its id.

    ``decides`` at its step, ``ranks`` cases only, ``beside`` what decides, or ``unreached``
    because the walk had ended before.
    """
    found: dict[str, str] = {}
    last = settling(walk)
    for step in walk.steps:
        deciding = {voice.standing.policy.id for voice in step.deciding}
        late = step.stage in walk.after_end or last == "range"
        for voice in step.voices:
            name = voice.standing.policy.id
            part = "decides" if name in deciding else "beside"
            found[name] = "unreached" if late else part
        for voice in step.beside:
            found.setdefault(voice.standing.policy.id, "ranks")
    return found
