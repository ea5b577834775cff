"""What a walk is made of: its steps, which tables spoke in each, and the chain of outcomes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from explorer.content.model import Confidence, Limit, Place
from explorer.policy.rules import County, Standing
from explorer.policy.table import OPEN, WEAKEST, Answer, Facts, once

STAGES: Final = ("activation", "ident", "request", "jail")


class Voice(NamedTuple):
    """A table that stood there and then, and what it says."""

    standing: Standing
    answer: Answer


@dataclass(frozen=True)
class Step:
    """One stage of a walk: what came out, which tables were asked, which decided.

    ``notes`` are words for what must be said beside it: ``uncertain-days``, ``transition``,
    ``limit``, ``warrant``, ``unverified``, ``unverified-notification``, ``no-rule``,
    ``if-name-run``, ``activation-unknown``, ``out-of-range``.
    """

    stage: str
    outcome: str
    notification: str = ""
    voices: tuple[Voice, ...] = ()
    deciding: tuple[Voice, ...] = ()
    beside: tuple[Voice, ...] = ()  # shown, and deciding nothing by itself
    limits: tuple[Limit, ...] = ()
    counties: tuple[County, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def policies(self) -> tuple[str, ...]:
        """The ids of the tables that were in force."""
        return tuple(voice.standing.policy.id for voice in self.voices)

    @property
    def sources(self) -> tuple[str, ...]:
        """Why the tables stood there, what their rules say, and the other records of the step."""
        names = [name for county in self.counties for name in county.sources]
        for voice in (*self.voices, *self.beside):
            names += [*voice.standing.role.sources, *voice.answer.sources]
        return once([*names, *(name for limit in self.limits for name in limit.sources)])

    @property
    def depends_on(self) -> tuple[str, ...]:
        """The unknown facts that an open step hangs on."""
        voices = (*self.voices, *(self.beside if "transition" in self.notes else ()))
        return once(
            name
            for answer in (voice.answer for voice in voices)
            if self.outcome == answer.outcome == OPEN
            or self.notification == answer.notification == OPEN
            for name in answer.depends_on
        )

    @property
    def confidence(self) -> Confidence:
        """The lowest confidence among the rules that decided; high where none was needed."""
        found = [voice.answer.confidence for voice in self.deciding]
        return min(found, key=WEAKEST.index, default="high")


@dataclass(frozen=True)
class Walk:
    """The whole chain for one person, place and day; every stage is answered."""

    facts: Facts
    place: Place
    day: date
    activation: Step
    ident: Step
    request: Step
    jail: Step
    final: str
    ends_at: str  # the stage that set the final word; what follows it is "had it come to that"

    @property
    def steps(self) -> tuple[Step, ...]:
        """The four stages in order."""
        return (self.activation, self.ident, self.request, self.jail)

    @property
    def after_end(self) -> tuple[str, ...]:
        """The stages that are shown although the walk had ended."""
        return STAGES[STAGES.index(self.ends_at) + 1 :] if self.ends_at in STAGES else ()

    @property
    def ending(self) -> str:
        """The final word, and after ``=`` what else its sentence must say.

        That is whether ICE may be told where nobody is held, and for want of what there is no
        answer where the sources give none.
        """
        if self.final in ("not_held", "notify_only"):
            return f"{self.final}={self.jail.notification}"
        if self.final == "not_researched":
            why = self.jail.outcome if self.ends_at == "jail" else self.ends_at
            return f"{self.final}={why}"
        return self.final

    @property
    def ice_policy(self) -> str:
        """The table that decided on the request, with ``>`` before one that it defers to."""
        deciding = [voice.answer.policies for voice in self.request.deciding]
        return "|".join(">".join(policy.id for policy in chain) for chain in deciding)

    def chain(self) -> dict[str, str]:
        """The outcome of each stage under the names that the tables of the content use."""
        return {
            "activation": self.activation.outcome,
            "ident": self.ident.outcome,
            "ice_policy": self.ice_policy,
            "ice_outcome": self.request.outcome,
            "jail_policies": "|".join(self.jail.policies),
            "jail_outcome": self.jail.outcome,
            "ice_notification": self.jail.notification,
            "final": self.final,
        }
