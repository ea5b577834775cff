"""Cards of rules: tables, their rows, answers, facts, persons, and told walks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from explorer.card.card import Line, Section
from explorer.card.lines import Desk, capital, fields, refs, span, texts
from explorer.content import model, when
from explorer.content.dates import When

PRECISIONS: Final = ("day", "month", "season", "year", "decade")
DECISIVE: Final = (
    *("age", "ident_record", "removable", "pc_basis"),
    *("arrest_level", "charge_status", "bond_posted"),
    *("prior_years", "release_years", "entry_after_2014"),
)
"""Facts that are told whatever their value."""

FOLLOWS: Final = frozenset(
    {
        *("misd_count", "felony_count", "serious_traffic_count", "wobbler_5y", "trust_felony"),
        *("agg_felony", "fed_agg_felony", "illegal_entry_conv"),
    }
)
"""Facts that say nothing more where there is no earlier conviction at all."""

ABSENT: Final = ("no", "none", "0")


def policy(desk: Desk, policy: model.Policy) -> list[Section]:
    """Where and when it is in force, who decides, and its rules in order."""
    roles = tuple(_role(desk, policy, role) for role in policy.roles)
    grounds: dict[str, list[str]] = {}
    for rule in policy.rules:
        grounds.setdefault(rule.authority, []).extend(rule.sources)
    basis = tuple(
        Line(capital(authority), notes=desk.notes.number(sources))
        for authority, sources in grounds.items()
    )
    rules = tuple(
        Line(
            rule.text,
            f"rule:{rule.id}",
            _answer(rule),
            capital(rule.label) if len(rule.label) > 3 else "",
            desk.notes.number(rule.sources) if len(grounds) > 1 else (),
        )
        for rule in policy.rules
    )
    decider = Line(ids=(f"decides-{policy.decider.lower()}",))
    return [
        fields({"jurisdiction": policy.jurisdiction, "decider": decider}),
        Section("in-force", roles, "named"),
        Section("legal-basis", basis),
        Section("rules", rules, "named"),
    ]


def _answer(rule: model.Rule) -> str:
    """The id of the words for what a rule answers."""
    return f"answer-{rule.outcome.partition(':')[0]}"


def _role(desk: Desk, policy: model.Policy, role: model.Role) -> Line:
    start = _coarser(role.in_force_from, policy.effective_from)
    end = _coarser(role.in_force_to, policy.effective_to)
    return Line(
        "; ".join(desk.library.name(f"place:{place}") for place in role.scope),
        lead=f"role-{role.role}",
        note=role.note,
        notes=desk.notes.number(role.sources),
        date=span(start, end),
        ids=() if role.scope else ("no-place",),
    )


def _coarser(exact: When | None, known: When | None) -> When | None:
    """The date that claims less: a role may count from a day where only the month is known."""
    if exact is None or known is None or not known.first <= exact.first <= known.last:
        return exact
    return max(exact, known, key=lambda when: PRECISIONS.index(when.precision))


def rule(desk: Desk, rule: model.Rule) -> list[Section]:
    """What the rule answers, in which table it stands, and on what it rests."""
    table = next(one for one in desk.library.policies.values() if rule in one.rules)
    told = rule.notification
    values = {
        "answer": Line(ids=(_answer(rule),)),
        "may-tell": "" if told == "n/a" else Line(told, ids=_told(told)),
        "label": rule.label,
        "table-of": Line(table.name, f"policy:{table.id}"),
        "place-in-table": f"{table.rules.index(rule) + 1} of {len(table.rules)}",
        "authority": Line(rule.authority, notes=desk.notes.number(rule.sources)),
        "valid": Line(date=span(rule.effective_from, rule.effective_to))
        if rule.effective_from or rule.effective_to
        else "",
        "unverified": "" if rule.unverified == "no" else Line(ids=(f"unread-{rule.unverified}",)),
    }
    return [fields(values)]


def _told(notification: str) -> tuple[str, ...]:
    return (f"told-{notification.replace('_', '-')}",)


def attribute(desk: Desk, attribute: model.Attribute) -> list[Section]:
    """The values that the fact can have, and the tables that ask for it."""
    values = () if attribute.values.startswith("integer") else attribute.values.split("|")
    lines = [_fact(attribute.id, value) for value in values]
    if not values:
        lines = [Line(ids=("any-number",))]
    asking = [
        policy.id
        for policy in desk.library.policies.values()
        if any(attribute.id in when.attributes(when.parse(row.when)) for row in policy.rules)
    ]
    return [
        Section("values", tuple(lines)),
        Section("asked-by", refs(desk, "policy", asking)),
    ]


def _fact(name: str, value: str) -> Line:
    """A fact as a line: words for each value that is a word, a number put into words."""
    if value == "unknown":
        return Line(ids=(f"unknown-{name}",))
    if value == "0":
        return Line(ids=(f"no-{name}",))
    if value.isdigit():
        return Line(value, ids=(f"fact-{name}",))
    return Line(ids=(f"fact-{name}={value}",))


def outcome(desk: Desk, outcome: model.Outcome) -> list[Section]:
    """The tables that can give this answer."""
    tables = [
        policy.id
        for policy in desk.library.policies.values()
        if any(row.outcome.partition(":")[0] == outcome.id for row in policy.rules)
    ]
    return [Section("given-by", refs(desk, "policy", tables))]


def profile(desk: Desk, profile: model.Profile) -> list[Section]:
    """Where and when, what decides, what is absent, and what is not known."""
    place = Line(profile.place, f"place:{profile.place_id}")
    arrest = {"jail": place, "arrest": profile.arrest_date or ""}
    told = list(_told_facts(desk, profile))
    by_kind = [
        Section(f"facts-{about}", tuple(_fact(*fact) for kind, *fact in told if kind == about))
        for about in ("case", "person", "request", "place")
    ]
    unknown = tuple(
        f"unknown-{name}" for name, value in profile.facts.items() if value == "unknown"
    )
    walks = [walk.id for walk in desk.library.walks.values() if walk.profile == profile.id]
    return [
        fields(arrest),
        *by_kind,
        Section("absent", _together(_absent(profile)), "text"),
        Section("unknown", _together(unknown), "text"),
        *texts(profile, "note"),
        Section("walks", refs(desk, "walk", walks)),
    ]


def _together(ids: Iterable[str]) -> tuple[Line, ...]:
    """One sentence from many ids; nothing where there are none."""
    return (Line(ids=found),) if (found := tuple(ids)) else ()


def _told_facts(desk: Desk, profile: model.Profile) -> Iterator[tuple[str, str, str]]:
    """What is unusual about a person, and what always decides: what it is about, name, value."""
    for name, value in profile.facts.items():
        if value == "unknown" or (value in ABSENT and name not in DECISIVE):
            continue
        yield desk.library.attributes[name].about, name, value


def _absent(profile: model.Profile) -> Iterator[str]:
    clean = profile.facts.get("prior_level") == "none"
    for name, value in profile.facts.items():
        if value in ABSENT and name not in DECISIVE and not (clean and name in FOLLOWS):
            yield f"no-{name}"


def profile_rule(_desk: Desk, _rule: model.ProfileRule) -> list[Section]:
    """What such a rule is for."""
    return [Section("about-rule", (Line(ids=("person-rule-is",)),), "text")]


def walk(desk: Desk, walk: model.Walk) -> list[Section]:
    """The steps in order, each with its date or condition and its sources."""
    steps = tuple(line for step in walk.steps for line in _step(desk, step))
    person = refs(desk, "profile", [walk.profile] if walk.profile else [])
    return [Section("person", person), Section("steps", steps, "steps")]


def _step(desk: Desk, step: model.WalkStep) -> Iterator[Line]:
    """One step, with what it opens as further cells: the step of the pipeline, the table."""
    named = [f"node:{step.node}", f"policy:{step.policy}" if step.policy else ""]
    cells = tuple(Line(desk.library.name(ref), ref) for ref in named if ref)
    marks = desk.notes.number(step.sources)
    yield Line(step.text, lead=capital(step.when), notes=marks, cells=cells)
