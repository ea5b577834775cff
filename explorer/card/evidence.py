"""Cards of who says what: claims, conflicts, questions, quotations, terms, sources."""

from __future__ import annotations

from urllib.parse import urlsplit

from explorer.card.card import Line, Section
from explorer.card.lines import Desk, amount, capital, fields, opened, refs, texts
from explorer.content import model
from explorer.reader.dossier import MARK


def claim(desk: Desk, claim: model.Claim) -> list[Section]:
    """What was counted, out of what, by whom; the figures that differ, and why."""
    values = {
        "figure": Line(
            _figure(claim), f"{MARK}claim:{claim.id}", notes=desk.notes.number(claim.sources)
        ),
        "qualifier": "" if claim.qualifier == "exact" else Line(ids=(f"is-{claim.qualifier}",)),
        "who-says": claim.speaker,
        "period": claim.period,
        "counted": claim.numerator,
        "counted-value": claim.numerator_value,
        "out-of": claim.denominator,
        "out-of-value": claim.denominator_value,
        "population": claim.population,
        "border-cases": _yes_or_no("border", claim.border_cases),
        "scale": claim.scale,
        "check": claim.check,
    }
    rivals = tuple(
        Line(
            desk.library.claims[rival.claim].text,
            f"claim:{rival.claim}",
            "|".join(f"reason-{reason}" for reason in rival.reason),
            rival.why,
        )
        for rival in claim.rivals
    )
    questions = desk.library.questions.values()
    asked = [question.id for question in questions if claim.id in question.claims]
    return [
        fields(values if _figure(claim) else {**values, "figure": ""}),
        *texts(claim, "differs"),
        Section("rivals", rivals, "named"),
        Section("questions", refs(desk, "question", asked)),
    ]


def _figure(claim: model.Claim) -> str:
    """The figure as published; empty where the finding is that there was no effect."""
    if claim.unit == "effect":
        return ""
    if claim.figure:
        return f"{claim.figure} {claim.unit}"
    return "" if claim.value is None else amount(claim.value, claim.unit)


def _yes_or_no(name: str, value: str) -> object:
    """Words of their own for a plain yes or no; else what the content says."""
    plain = value.lower().strip(".")
    return Line(ids=(f"{name}-{plain}",)) if plain in ("yes", "no") else value


def conflict(desk: Desk, conflict: model.Conflict) -> list[Section]:
    """What each source says, and which records it touches."""
    sides = tuple(
        Line(capital(side.claim), note=side.said_by, notes=desk.notes.number(side.sources))
        for side in conflict.sides
    )
    return [Section("versions", sides), Section("touches", opened(desk, conflict.about))]


def question(desk: Desk, question: model.Question) -> list[Section]:
    """Both answers, the figures that belong to them, and what is not known."""
    sides = tuple(
        Line(side.text, lead=side.view, notes=desk.notes.number(side.sources))
        for side in (question.side_a, question.side_b)
    )
    return [
        Section("answers", sides, "named"),
        Section("claims", refs(desk, "claim", question.claims)),
        Section("not-known", (Line(question.unknown),), "text"),
    ]


def quote(_desk: Desk, quote: model.Quote) -> list[Section]:
    """Who spoke, in which role, when and where."""
    return [fields({"role": quote.role}), *texts(quote, "context", "note")]


def viewpoint(desk: Desk, viewpoint: model.Viewpoint) -> list[Section]:
    """The other arguments on the same side, in order."""
    same = [
        one.id
        for one in desk.library.viewpoints.values()
        if one.side == viewpoint.side and one.id != viewpoint.id
    ]
    return [Section("same-side", refs(desk, "viewpoint", same))]


def term(_desk: Desk, term: model.Term) -> list[Section]:
    """Who contests the word, and since when it is used."""
    return [*texts(term, "contested_by"), fields({"since": term.since, "until": term.until})]


def word(_desk: Desk, word: model.Word) -> list[Section]:
    """How a loaded word is heard, and what stands in its place."""
    return [
        fields(
            {
                "leans": word.leans,
                "reason": word.reason,
                "house-term": word.house_term,
                "exempt-in": word.exempt_in,
            }
        )
    ]


def official_name(_desk: Desk, name: model.OfficialName) -> list[Section]:
    """Why a name that holds a loaded word is written as it is."""
    return [Section("about-name", (Line(ids=("official-name-is",)),), "text"), *texts(name, "why")]


def source(desk: Desk, source: model.Source) -> list[Section]:
    """Where the document is, what of it was read, and everything that rests on it."""
    copy = urlsplit(source.read_at).hostname or source.read_at
    values = {
        "part": source.section,
        "kind-detail": source.kind_detail,
        "what-was-read": source.verified_in,
        "read-copy": Line(copy.removeprefix("www.")) if copy else "",
    }
    resting = tuple(
        line
        for ref in desk.library.supports(source.id)
        for line in opened(desk, [ref], f"rests-{ref.partition(':')[0]}")
    )
    address = (Line(source.url, source.url),) if source.url else ()
    return [
        Section("address", address),
        fields(values),
        *texts(source, "note"),
        Section("rests-on-this", resting, "fields"),
    ]
