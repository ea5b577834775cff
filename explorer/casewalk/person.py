"""The person of a walk: which facts are asked for in which group, and how they are written in a link."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from explorer.content.library import Library
from explorer.content.model import Attribute, Profile, ProfileRule
from explorer.content.when import attributes, parse
from explorer.policy.person import WrongWord, broken, can_be_empty, is_number, read, words
from explorer.policy.table import Facts

UNKNOWN: Final = "unknown"
FIRST: Final = (  # in sight from the start
    *("arrest_level", "charge_status", "prior_level"),
    *("prior_removal", "final_order", "ident_record"),
)
GROUPS: Final[Mapping[str, tuple[str, ...]]] = {  # opened one by one
    "arrest": ("age", "bond_posted", "magistrate_pc", "public_risk"),
    "record": (
        *("prior_years", "release_years"),
        *("misd_count", "felony_count", "serious_traffic_count"),
    ),
    "immigration": (
        *("removable", "pc_basis", "final_order_year"),
        *("recent_entry", "entry_after_2014"),
    ),
    "papers": ("judicial_warrant", "crim_warrant", "fed_felony_warrant"),
    "rare": (
        *("trust_charge", "trust_felony", "wobbler_5y", "agg_felony", "fed_agg_felony"),
        *("registrant", "illegal_entry_conv", "fraud", "gang", "terror_match"),
        "reimbursement_agreement",
    ),
}
_PAIR: Final = "."
_BETWEEN: Final = ","


def choices(attribute: Attribute) -> tuple[str, ...]:
    """The values that a fact can have, in order, ``unknown`` last; none for a number."""
    found = words(attribute)
    return (*found, UNKNOWN) if found else ()


def specials(attribute: Attribute) -> tuple[str, ...]:
    """What a number can be besides a number: not known, and nothing at all."""
    if not is_number(attribute):
        return ()
    return (UNKNOWN, "") if can_be_empty(attribute) else (UNKNOWN,)


@dataclass(frozen=True)
class Person:
    """The facts that are walked: those of a profile, or what the reader made of it."""

    profile: str  # whose facts they are, or were at first
    facts: Facts
    changed: tuple[str, ...] = ()  # facts that the reader set otherwise

    @property
    def is_built(self) -> bool:
        """Whether this person exists on the page only."""
        return bool(self.changed)

    def but(self, library: Library, name: str, value: str) -> Person:
        """The same person with one fact set."""
        return built(library, self.profile, {**self.facts, name: value})


def of_profile(library: Library, profile: str) -> Person:
    """A person as the content has it."""
    facts = library.profiles[profile].facts
    return Person(profile, {name: facts.get(name, "") for name in library.attributes})


def built(library: Library, profile: str, facts: Facts) -> Person:
    """What the reader made of a profile; the profile itself where nothing differs."""
    own = of_profile(library, profile).facts
    changed = tuple(name for name in own if facts.get(name, "") != own[name])
    return Person(profile, {name: facts.get(name, "") for name in own}, changed)


def is_before(profile: Profile, day: date) -> bool:
    """Whether a day lies before the arrest that the facts of a person tell of."""
    return profile.arrest_date is not None and day < profile.arrest_date.first


def doubts(library: Library, person: Person) -> tuple[ProfileRule, ...]:
    """The rules of consistent persons that these facts do not keep."""
    return broken(library.profile_rules.values(), person.facts)


def named_by(rule: ProfileRule) -> tuple[str, ...]:
    """The facts that a rule of consistent persons speaks of."""
    return tuple(dict.fromkeys((*attributes(parse(rule.if_)), *attributes(parse(rule.then)))))


def written(person: Person) -> str:
    """What differs from the profile, as an option of a link: ``age.17,gang.none``.

    >>> written(Person("P02", {"age": "17", "gang": ""}, ("age", "gang")))
    'age.17,gang.'
    """
    return _BETWEEN.join(f"{name}{_PAIR}{person.facts[name]}" for name in person.changed)


def read_back(library: Library, profile: str, text: str) -> Person:
    """The person that a link describes; a fact that cannot be read is passed over."""
    facts = dict(of_profile(library, profile).facts)
    for part in text.split(_BETWEEN):
        name, _, value = part.partition(_PAIR)
        if _fits(library, name, value):
            facts[name] = value
    return built(library, profile, facts)


def _fits(library: Library, name: str, value: str) -> bool:
    if name not in library.attributes:
        return False
    if value == "" and not can_be_empty(library.attributes[name]):
        return False
    try:
        read({name: value}, library.attributes)
    except WrongWord:
        return False
    return True


def all_asked() -> Iterable[str]:
    """Every fact that the page asks for, in the order of the page."""
    return (*FIRST, *(name for group in GROUPS.values() for name in group))
