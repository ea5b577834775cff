"""The words about one step, one policy, one tale, as text with links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from explorer.casewalk.compare import Row
from explorer.casewalk.course import Stop
from explorer.casewalk.told import Dispute, Tale
from explorer.casewalk.view import facts, words
from explorer.content.library import Library
from explorer.content.model import Activation, Limit, Policy, Rule
from explorer.policy.change import Changes, Turn
from explorer.policy.rules import County
from explorer.policy.steps import Voice
from explorer.policy.table import Answer, Facts, once
from explorer.ui import statistics
from explorer.ui.paint import Look

MORE = "more:facts"  # the link that shows a long list in full
FEW = 3  # facts of a long list
SAID = ("no-rule", "limit", "out-of-range")  # notes that the sentence of a stop says already


class Writer:
    """Sets texts with the colors of a look and links to cards."""

    def __init__(self, library: Library, look: Look) -> None:
        self.library, self.look = library, look
        self.is_long = False  # whether long lists are given in full
        self.patient = False  # whether there is time to look for the nearest changes
        self.waits = False  # whether some were left out for want of time
        self._changes = Changes(library)
        self._found: dict[tuple[str, tuple[str, ...]], tuple[Turn, ...]] = {}

    # ------------------------------------------------------------------------------- a step

    def stop(self, one: Stop, person: Facts, arrest: str) -> str:
        """All about a stop: answer, reason, rule, authority, confidence, sources."""
        parts = [] if one.answers else [self._head(words.stop(one.id), words.came_out(one))]
        if one.id == "arrest":
            return "".join([*parts, self._text(arrest)])
        supposed = f"{words.supposing(one)} {words.saying(one)}".strip()
        if one.after or not one.answers:
            parts.append(self._text(supposed))
        if one.id == "activation" and one.step is not None:
            parts += [self._county(county) for county in one.step.counties]
        if one.depends_on:
            parts.append(self._text(words.depends(one.depends_on)))
        parts += [self._answer(answer, one) for answer in one.answers]
        parts += [self._quiet(words.note(note)) for note in once(one.notes) if note not in SAID]
        if one.step is not None:
            parts += [self._limit(limit) for limit in one.step.limits]
        if one.id in ("ident", "request", "jail"):
            parts += self.nearest(one.answers, person)
        if one.id != "notice" and one.others:
            parts.append(self._beside(one.others))
        return "".join(parts)

    def nearest(self, answers: Iterable[Answer], person: Facts) -> list[str]:
        """What would have changed the answers of tables, the nearest of each kind."""
        found = [self._turns(answer, person) for answer in answers]
        lines = once(line for turns in found for line in turns)
        if not lines:
            return []
        head = self._label(words.tr("The nearest change that would have changed the answer"))
        return [head, *(self._text(line) for line in lines)]

    def _turns(self, answer: Answer, person: Facts) -> list[str]:
        first: dict[bool, Turn] = {}
        for found in self._nearest(answer.policy, person):
            first.setdefault(found.of_person, found)
        return [words.turn(found) for found in first.values()]

    def _nearest(self, policy: Policy, person: Facts) -> tuple[Turn, ...]:
        """The nearest changes; a search takes as long as some pictures, so it is made once."""
        key = (policy.id, tuple(person.values()))
        if key not in self._found and not self.patient:
            self.waits = True
            return ()
        if key not in self._found:
            self._found[key] = self._changes.nearest(policy, person)
        return self._found[key]

    def _answer(self, answer: Answer, one: Stop) -> str:
        """One table: its name, its words, its rule, and what it rests on."""
        name = self._link(f"policy:{answer.policy.id}", answer.policy.name)
        said = words.said_by(answer, one)
        return f"<p><b>{name}</b>: {escape(said)}</p>{self._ground(answer)}"

    def _ground(self, answer: Answer) -> str:
        """The deciding rule, its authority, how sure it is, and its sources."""
        rules = answer.all_rules if len(answer.all_rules) < 5 else answer.rules
        named = ", ".join(self._rule(rule) for rule in rules)
        label = words.tr("What may decide") if answer.is_open else words.tr("Deciding rule")
        parts = [
            self._pair(label, f"{escape(words.reason(answer))} ({named})"),
            self._pair(words.tr("Authority"), escape("; ".join(once(r.authority for r in rules)))),
            self._pair(words.tr("Sources"), self._sources(answer.sources)),
            self._pair(words.tr("How sure"), escape(_sure(answer))),
            self._pair(words.tr("Facts that decided it"), self._facts(answer.facts)),
            self._pair(words.tr("No earlier rule fits because of"), self._ruled_out(answer)),
        ]
        if answer.unverified != "no":
            mark = "unverified" if answer.unverified == "yes" else "unverified-notification"
            parts.append(f"<p>{escape(words.note(mark))}</p>")
        return "".join(parts)

    def _ruled_out(self, answer: Answer) -> str:
        """Where the deciding rule asks for nothing: the facts by which no earlier one fits."""
        if answer.facts or answer.is_open:
            return ""
        found = answer.ruled_out
        rest = len(found) - FEW
        if self.is_long or rest < 2:
            return self._facts(found)
        more = words.more(rest)
        return f"{self._facts(dict(list(found.items())[:FEW]))}; {self._link(MORE, more)}"

    def _facts(self, found: Facts) -> str:
        """Facts and their values, each with its card."""
        links = (
            self._link(f"attribute:{name}", facts.fact(name, value))
            for name, value in found.items()
        )
        return "; ".join(links)

    def _rule(self, rule: Rule) -> str:
        label = rule.label if len(rule.label) > 3 else words.tr("Rule {0}").format(rule.order)
        return self._link(f"rule:{rule.id}", label)

    def _beside(self, voices: Sequence[Voice]) -> str:
        """Tables that stood there too and decided nothing here."""
        names = ", ".join(
            f"{self._link(f'policy:{v.standing.policy.id}', v.standing.policy.name)}"
            f" ({escape(words.outcome(v.answer.outcome))})"
            for v in voices
        )
        return self._pair(words.tr("Also in force, not deciding here"), names)

    def _county(self, county: County) -> str:
        links = self._sources(county.sources)
        if county.row is None:
            text = words.tr("No date of connection in the sources.")
            return self._text(text)
        name = county.row.jurisdiction
        if isinstance(county.row, Activation):
            text = words.tr("{0}: connected {1}.").format(name, words.when(county.row.activated_on))
        else:
            bound = words.when(county.row.active_no_later_than)
            text = words.tr("{0}: connected {1} at the latest; {2}.").format(
                name, bound, county.row.why
            )
        return f"{self._text(text)}{self._pair(words.tr('Sources'), links)}"

    def _limit(self, limit: Limit) -> str:
        day = f", {words.when(limit.counts_from)}" if limit.counts_from else ""
        text = f"{limit.jurisdiction}: {limit.instrument}{day}."
        return self._text(text) + self._pair(words.tr("Sources"), self._sources(limit.sources))

    # ------------------------------------------------------------------------------ a policy

    def row(self, row: Row, person: Facts) -> str:
        """All about one policy and this person."""
        name = self._link(f"policy:{row.policy}", row.name)
        parts = [f"<p><b>{name}</b>: {escape(words.outcome(row.outcome))}</p>"]
        if row.is_comparison:
            parts.append(self._quiet(words.tr("For comparison only: never what a place did.")))
        if row.notification != "n/a":
            told = words.tr("Telling ICE: {0}").format(words.outcome(row.notification))
            parts.append(self._text(told))
        parts.append(self._ground(row.answer))
        return "".join([*parts, *self.nearest([row.answer], person)])

    # -------------------------------------------------------------------------------- a tale

    def tale(self, tale: Tale) -> str:
        """The person as told: summary, steps of each walk, and what sources dispute."""
        profile = tale.profile
        is_case = profile.kind == "case"
        kind = words.tr("as the sources tell it") if is_case else words.tr("a made-up person")
        link = self._link(f"profile:{profile.id}", profile.title)
        parts = [f"<p><b>{link}</b>: {escape(kind)}</p>"]
        parts.append(self._text(f"{profile.summary} {profile.note}".strip()))
        if profile.sources:
            parts.append(self._pair(words.tr("Sources"), self._sources(profile.sources)))
        parts += [self._dispute(dispute) for dispute in tale.disputes]
        for walk in tale.walks:
            parts.append(self._label(walk.title))
            for step in walk.steps:
                when = f"<b>{escape(step.when)}</b>: " if step.when else ""
                links = [self._link(f"node:{step.node}", self.library.name(f"node:{step.node}"))]
                if step.policy:
                    name = self.library.name(f"policy:{step.policy}")
                    links.append(self._link(f"policy:{step.policy}", name))
                more = "; ".join([*links, self._sources(step.sources)])
                parts.append(f"<p>{when}{escape(step.text)}<br/>{self._small(more)}</p>")
        return "".join(parts)

    def _dispute(self, dispute: Dispute) -> str:
        """Who says what, and what became known later, in one paragraph."""
        sides = "; ".join(
            words.tr("{0}: {1}").format(
                self._sources(side.sources)
                if side.sources
                else escape(words.listed(side.speakers)),
                self._told(side.text),
            )
            for side in dispute.sides
        )
        later = self._told(dispute.known_later)
        return f"{self._label(dispute.topic)}<p>{sides}. {later}</p>"

    # ----------------------------------------------------------------------------- the pieces

    def _told(self, text: str) -> str:
        """A text of the content whose statistics open their dossier."""
        return statistics.linked(self.library, text, self.look.theme.color("text"))

    def person_doubts(self, rules: Iterable[tuple[str, str]]) -> str:
        """Facts that do not go together: the rule's text, and its card."""
        lines = [f"{self._link(f'profile_rule:{id}', text)}" for id, text in rules]
        if not lines:
            return ""
        head = self._label(words.tr("These facts do not go together"))
        return head + "".join(f"<p>{line}</p>" for line in lines)

    def changed(self, names: Iterable[str], person: Facts) -> str:
        """The facts that differ from the profile."""
        return words.listed(facts.fact(name, person[name]) for name in names)

    def _sources(self, ids: Iterable[str]) -> str:
        return ", ".join(self._source_links(ids))

    def _source_links(self, ids: Iterable[str]) -> Iterator[str]:
        for id in ids:
            yield self._link(f"source:{id}", self.library.name(f"source:{id}"))

    def _link(self, ref: str, text: str) -> str:
        color = self.look.theme.color("link")
        return f'<a href="{escape(ref)}" style="color:{color}">{escape(text)}</a>'

    def _head(self, text: str, said: str) -> str:
        return f"<p><b>{escape(text)}</b>: {escape(said)}</p>"

    def _label(self, text: str) -> str:
        return f"<p><b>{escape(text)}</b></p>"

    def _text(self, text: str) -> str:
        return f"<p>{escape(text)}</p>" if text else ""

    def _quiet(self, text: str) -> str:
        return f"<p>{self._small(escape(text))}</p>"

    def _small(self, html: str) -> str:
        return f'<span style="color:{self.look.theme.color("text-quiet")}">{html}</span>'

    def _pair(self, label: str, html: str) -> str:
        return f"<p>{self._small(escape(label))}: {html}</p>" if html else ""


def _sure(answer: Answer) -> str:
    return words.confidence(answer.confidence, answer.unverified)
