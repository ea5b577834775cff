"""What the case walk says: stops, outcomes, notes, dates and sentences."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from explorer.casewalk.course import Stop
from explorer.casewalk.view import facts, supposed
from explorer.content.dates import DateNames, When, say
from explorer.policy.change import Turn
from explorer.policy.history import Stretch
from explorer.policy.steps import Walk
from explorer.policy.table import Answer
from explorer.ui.words import QT_TRANSLATE_NOOP

CAUTION: Final = QT_TRANSLATE_NOOP(
    "CaseWalk",
    "Written rules are not practice. Historical, for learning; not legal advice, not current law.",
)
PRIVACY: Final = QT_TRANSLATE_NOOP(
    "CaseWalk", "Please do not enter real people. What you enter is kept nowhere."
)
SAME_FACTS: Final = QT_TRANSLATE_NOOP("CaseWalk", "The person’s facts stay the same on any date.")
STOPS: Final = {
    "arrest": QT_TRANSLATE_NOOP("CaseWalk", "Arrest and booking"),
    "activation": QT_TRANSLATE_NOOP("CaseWalk", "Is the jail connected?"),
    "ident": QT_TRANSLATE_NOOP("CaseWalk", "Database check"),
    "request": QT_TRANSLATE_NOOP("CaseWalk", "ICE decides"),
    "jail": QT_TRANSLATE_NOOP("CaseWalk", "The jail decides"),
    "notice": QT_TRANSLATE_NOOP("CaseWalk", "Telling ICE"),
}
FINALS: Final = {  # a word or two for how a walk ends
    "not_researched": QT_TRANSLATE_NOOP("CaseWalk", "Not researched"),
    "not_identified": QT_TRANSLATE_NOOP("CaseWalk", "Not identified"),
    "open": QT_TRANSLATE_NOOP("CaseWalk", "Not settled"),
    "no_request": QT_TRANSLATE_NOOP("CaseWalk", "No request"),
    "held_possible": QT_TRANSLATE_NOOP("CaseWalk", "Hold possible"),
    "notify_only": QT_TRANSLATE_NOOP("CaseWalk", "Notice only"),
    "not_held": QT_TRANSLATE_NOOP("CaseWalk", "Not held"),
}
ENDINGS: Final = {  # and a sentence, by the ending of the walk
    "not_researched=range": QT_TRANSLATE_NOOP(
        "CaseWalk",
        "This day is outside the years that were researched.",
    ),
    "not_researched=request": QT_TRANSLATE_NOOP(
        "CaseWalk",
        "The sources give no written rule of ICE for this day.",
    ),
    "not_researched=no_written_rule": QT_TRANSLATE_NOOP(
        "CaseWalk",
        "The sources give no written rule of this jail for this day: the request "
        "may or may not have been followed.",
    ),
    "not_researched=limit_not_modelled": QT_TRANSLATE_NOOP(
        "CaseWalk",
        "A limit on holds existed here; its rule is not modeled, so no answer is given.",
    ),
    "not_identified": QT_TRANSLATE_NOOP(
        "CaseWalk",
        "The automatic check does not lead to ICE. ICE could still learn of the "
        "person in other ways, such as a jail interview.",
    ),
    "open": QT_TRANSLATE_NOOP(
        "CaseWalk",
        "The answer hangs on something that is not known.",
    ),
    "no_request": QT_TRANSLATE_NOOP(
        "CaseWalk",
        "Under the rules that bind it, ICE does not ask for a hold at this point.",
    ),
    "held_possible": QT_TRANSLATE_NOOP(
        "CaseWalk",
        "ICE may ask for a hold; no written rule found forbids it.",
    ),
    "notify_only=required": QT_TRANSLATE_NOOP(
        "CaseWalk",
        "No hold; the rule in force requires telling ICE of the release.",
    ),
    "notify_only=allowed": QT_TRANSLATE_NOOP(
        "CaseWalk",
        "No hold; the jail may tell ICE of the release.",
    ),
    "notify_only=contested": QT_TRANSLATE_NOOP(
        "CaseWalk",
        "No hold; whether the jail may tell ICE of the release was disputed.",
    ),
    "notify_only=not_addressed": QT_TRANSLATE_NOOP(
        "CaseWalk",
        "No hold; ICE asks to be told of the release, and no rule in force speaks of that.",
    ),
    "not_held=barred": QT_TRANSLATE_NOOP(
        "CaseWalk",
        "No hold, and the rule in force bars telling ICE of the release.",
    ),
    "not_held=allowed": QT_TRANSLATE_NOOP(
        "CaseWalk",
        "No hold; the jail may tell ICE of the release, and no rule requires it.",
    ),
    "not_held=contested": QT_TRANSLATE_NOOP(
        "CaseWalk",
        "No hold; whether the jail may tell ICE of the release was disputed.",
    ),
    "not_held=not_addressed": QT_TRANSLATE_NOOP(
        "CaseWalk",
        "No hold, and no rule in force speaks of telling ICE of the release.",
    ),
}
NO_CHECK: Final = QT_TRANSLATE_NOOP(
    "CaseWalk",
    "Not identified by the automatic check "
    "(ICE could still learn of the person in a jail interview, "
    "or from a 287(g) officer where there was one)",
)
OUTCOMES: Final = {  # a word or two for a chip
    "arrested": QT_TRANSLATE_NOOP("CaseWalk", "Booked"),
    "activated": QT_TRANSLATE_NOOP("CaseWalk", "Connected"),
    "not_activated": QT_TRANSLATE_NOOP("CaseWalk", "Not connected"),
    "unknown": QT_TRANSLATE_NOOP("CaseWalk", "Not known"),
    "match": QT_TRANSLATE_NOOP("CaseWalk", "Match"),
    "no_match": QT_TRANSLATE_NOOP("CaseWalk", "No match"),
    "exit_no_match": QT_TRANSLATE_NOOP("CaseWalk", "No match"),
    "not_checked": QT_TRANSLATE_NOOP("CaseWalk", "Prints not checked"),
    "ivf_hit": QT_TRANSLATE_NOOP("CaseWalk", "Record found"),
    "no_hit": QT_TRANSLATE_NOOP("CaseWalk", "No record"),
    "request_hold": QT_TRANSLATE_NOOP("CaseWalk", "Asks for a hold"),
    "may_request": QT_TRANSLATE_NOOP("CaseWalk", "May ask for a hold"),
    "request_after_conviction": QT_TRANSLATE_NOOP("CaseWalk", "Waits for a conviction"),
    "request_notify": QT_TRANSLATE_NOOP("CaseWalk", "Asks for notice"),
    "no_request": QT_TRANSLATE_NOOP("CaseWalk", "No request"),
    "hold": QT_TRANSLATE_NOOP("CaseWalk", "Hold"),
    "may_hold": QT_TRANSLATE_NOOP("CaseWalk", "May hold"),
    "no_hold": QT_TRANSLATE_NOOP("CaseWalk", "No hold"),
    "priority_1": QT_TRANSLATE_NOOP("CaseWalk", "First priority"),
    "priority_2": QT_TRANSLATE_NOOP("CaseWalk", "Second priority"),
    "priority_3": QT_TRANSLATE_NOOP("CaseWalk", "Third priority"),
    "not_priority": QT_TRANSLATE_NOOP("CaseWalk", "Not a priority"),
    "open": QT_TRANSLATE_NOOP("CaseWalk", "Not settled"),
    "no_written_rule": QT_TRANSLATE_NOOP("CaseWalk", "No written rule"),
    "limit_not_modelled": QT_TRANSLATE_NOOP("CaseWalk", "Limit not modeled"),
    "not_researched": QT_TRANSLATE_NOOP("CaseWalk", "Not researched"),
    "barred": QT_TRANSLATE_NOOP("CaseWalk", "Not allowed"),
    "contested": QT_TRANSLATE_NOOP("CaseWalk", "Disputed"),
    "required": QT_TRANSLATE_NOOP("CaseWalk", "Required"),
    "allowed": QT_TRANSLATE_NOOP("CaseWalk", "Allowed"),
    "not_addressed": QT_TRANSLATE_NOOP("CaseWalk", "Not addressed"),
    "n/a": QT_TRANSLATE_NOOP("CaseWalk", "Does not apply"),
    "defer": QT_TRANSLATE_NOOP("CaseWalk", "Another rule decides"),
}
SAYINGS: Final = {  # what came out at a stop, in a sentence
    "activation=activated": QT_TRANSLATE_NOOP(
        "CaseWalk", "Prints from this jail reach DHS by themselves."
    ),
    "activation=not_activated": QT_TRANSLATE_NOOP(
        "CaseWalk", "Prints from this jail do not reach DHS by themselves."
    ),
    "activation=unknown": QT_TRANSLATE_NOOP(
        "CaseWalk", "The sources do not say whether the jail was connected that day."
    ),
    "ident=match": QT_TRANSLATE_NOOP("CaseWalk", "DHS knows the prints, and ICE is asked."),
    "ident=no_match": QT_TRANSLATE_NOOP("CaseWalk", "DHS does not know the prints."),
    "ident=not_checked": QT_TRANSLATE_NOOP(
        "CaseWalk", "The prints are not checked against DHS records. No check leads to ICE."
    ),
    "ident=not_checked=no_hit": QT_TRANSLATE_NOOP(
        "CaseWalk",
        "The prints are not checked against DHS records, and a check of the name "
        "finds no record. No check leads to ICE.",
    ),
    "ident=ivf_hit": QT_TRANSLATE_NOOP(
        "CaseWalk", "The name is on file, if an officer runs it; the record must be confirmed."
    ),
    "ident=open": QT_TRANSLATE_NOOP("CaseWalk", "Whether a check leads to ICE is not settled."),
    "request=request_hold": QT_TRANSLATE_NOOP("CaseWalk", "ICE guidance supports a detainer."),
    "request=may_request": QT_TRANSLATE_NOOP(
        "CaseWalk", "ICE is not barred from asking; the person is no stated priority."
    ),
    "request=request_after_conviction": QT_TRANSLATE_NOOP(
        "CaseWalk", "ICE waits until there is a conviction."
    ),
    "request=request_notify": QT_TRANSLATE_NOOP(
        "CaseWalk", "ICE asks to be told of the release, not for a hold."
    ),
    "request=no_request": QT_TRANSLATE_NOOP("CaseWalk", "ICE guidance calls for no request."),
    "request=open": QT_TRANSLATE_NOOP("CaseWalk", "What ICE would ask for is not settled."),
    "request=no_written_rule": QT_TRANSLATE_NOOP(
        "CaseWalk", "No written rule in the sources for these days."
    ),
    "jail=hold": QT_TRANSLATE_NOOP("CaseWalk", "The jail holds past release, within the limit."),
    "jail=may_hold": QT_TRANSLATE_NOOP("CaseWalk", "The jail is allowed to hold but need not."),
    "jail=no_hold": QT_TRANSLATE_NOOP(
        "CaseWalk", "The jail releases when the criminal case allows."
    ),
    "jail=open": QT_TRANSLATE_NOOP("CaseWalk", "Whether the jail holds is not settled."),
    "jail=no_written_rule": QT_TRANSLATE_NOOP(
        "CaseWalk",
        "The sources give no written rule of this jail for this day: "
        "the request may or may not have been followed.",
    ),
    "jail=limit_not_modelled": QT_TRANSLATE_NOOP(
        "CaseWalk", "A limit existed; its rule is not modeled here."
    ),
    "notice=barred": QT_TRANSLATE_NOOP("CaseWalk", "The jail may not tell ICE of the release."),
    "notice=contested": QT_TRANSLATE_NOOP(
        "CaseWalk", "Whether the jail may tell ICE was disputed."
    ),
    "notice=required": QT_TRANSLATE_NOOP("CaseWalk", "The jail must tell ICE."),
    "notice=allowed": QT_TRANSLATE_NOOP("CaseWalk", "The jail may tell ICE of the release."),
    "notice=not_addressed": QT_TRANSLATE_NOOP("CaseWalk", "The rule does not speak of it."),
    "notice=open": QT_TRANSLATE_NOOP("CaseWalk", "Whether ICE may be told is not settled."),
    "notice=no_written_rule": QT_TRANSLATE_NOOP("CaseWalk", "No written rule here for this day."),
    "notice=limit_not_modelled": QT_TRANSLATE_NOOP(
        "CaseWalk", "A limit existed; its rule is not modeled here."
    ),
    "not_researched": QT_TRANSLATE_NOOP(
        "CaseWalk", "This day is outside the years that were researched."
    ),
}
NOTES: Final = {
    "uncertain-days": QT_TRANSLATE_NOOP(
        "CaseWalk", "On this day it is not known which of these rules applied."
    ),
    "transition": QT_TRANSLATE_NOOP(
        "CaseWalk", "The newer priorities beside this rule do not clearly name the person."
    ),
    "limit": QT_TRANSLATE_NOOP("CaseWalk", "A limit existed; its rule is not modeled here."),
    "warrant": QT_TRANSLATE_NOOP(
        "CaseWalk", "The hold rests on a judge’s warrant, not on the detainer."
    ),
    "unverified": QT_TRANSLATE_NOOP(
        "CaseWalk", "Unverified: no text that was read confirms this rule."
    ),
    "unverified-notification": QT_TRANSLATE_NOOP(
        "CaseWalk", "Unverified: no text that was read confirms what is said of telling ICE."
    ),
    "no-rule": QT_TRANSLATE_NOOP("CaseWalk", "No written rule in the sources for this day."),
    "if-name-run": QT_TRANSLATE_NOOP("CaseWalk", "Only if an officer runs the name."),
    "activation-unknown": QT_TRANSLATE_NOOP(
        "CaseWalk", "Whether the county was connected on this day is not known."
    ),
    "out-of-range": QT_TRANSLATE_NOOP(
        "CaseWalk", "This day is outside the years that were researched."
    ),
}
CONFIDENCE: Final = {
    "high": QT_TRANSLATE_NOOP(
        "CaseWalk", "high confidence: read in the rule itself or in a clear report of it"
    ),
    "medium": QT_TRANSLATE_NOOP(
        "CaseWalk", "medium confidence: a report was read, or only part of the text"
    ),
    "low": QT_TRANSLATE_NOOP("CaseWalk", "low confidence: hardly any text was read"),
}
UNREAD: Final = {  # the same of a rule that no text that was read confirms
    "high": QT_TRANSLATE_NOOP("CaseWalk", "high confidence"),
    "medium": QT_TRANSLATE_NOOP("CaseWalk", "medium confidence"),
    "low": QT_TRANSLATE_NOOP("CaseWalk", "low confidence"),
}
IN_FORCE: Final = {  # the part of a policy that stood in the place on the day
    "decides": QT_TRANSLATE_NOOP("CaseWalk", "In force here: decides"),
    "ranks": QT_TRANSLATE_NOOP("CaseWalk", "In force here: only ranks cases"),
    "beside": QT_TRANSLATE_NOOP("CaseWalk", "In force here: does not decide"),
    "unreached": QT_TRANSLATE_NOOP("CaseWalk", "In force here: not reached"),
}
PARTS: Final = {
    "person": QT_TRANSLATE_NOOP("CaseWalk", "Person"),
    "walk": QT_TRANSLATE_NOOP("CaseWalk", "What happens"),
    "others": QT_TRANSLATE_NOOP("CaseWalk", "Other rules"),
    "time": QT_TRANSLATE_NOOP("CaseWalk", "Over time"),
    "hold": QT_TRANSLATE_NOOP("CaseWalk", "Hold clock"),
    "told": QT_TRANSLATE_NOOP("CaseWalk", "As told"),
    "card": QT_TRANSLATE_NOOP("CaseWalk", "Card"),
    "diagram": QT_TRANSLATE_NOOP("CaseWalk", "Diagram"),
}


def tr(text: str) -> str:
    """*text* in the language of the reader."""
    return QCoreApplication.translate("CaseWalk", text)


def stop(name: str) -> str:
    """The heading of a stop."""
    return tr(STOPS[name])


def outcome(word: str) -> str:
    """A word or two for an outcome."""
    return tr(OUTCOMES.get(word.partition(":")[0], word))


def final(word: str) -> str:
    """A word or two for how a walk ends."""
    return tr(FINALS[word])


def ending(walk: Walk) -> str:
    """How a walk ends, in a sentence that agrees with each of its steps."""
    return tr(ENDINGS[walk.ending])


def came_out(one: Stop) -> str:
    """A word or two for the outcome of a stop; after the end, for what it would have been."""
    known = supposed.OUTCOMES if one.after else {}
    return tr(known[one.outcome]) if one.outcome in known else outcome(one.outcome)


def said_by(answer: Answer, one: Stop) -> str:
    """A word or two for what one table says at a stop."""
    word = answer.notification if one.id == "notice" else answer.outcome
    known = supposed.OUTCOMES if one.after else {}
    return tr(known[word]) if word in known else outcome(word)


def saying(one: Stop) -> str:
    """What came out at a stop, in a sentence; after the end, what would have come out."""
    key = one.outcome if one.outcome == "not_researched" else f"{one.id}={one.outcome}"
    by_name = "no_hit" in (answer.outcome for answer in one.answers)
    if by_name and f"{key}=no_hit" in SAYINGS:
        key = f"{key}=no_hit"
    return tr((supposed.SAYINGS if one.after else SAYINGS).get(key, ""))


def supposing(one: Stop) -> str:
    """Under which supposition a stop is shown though the walk had ended; else nothing."""
    if not one.after:
        return ""
    return tr(supposed.IF_KNOWN if one.id == "request" else supposed.IF_ASKED)


def note(name: str) -> str:
    """What must be said beside an answer."""
    return tr(NOTES[name])


def confidence(word: str, unverified: str = "no") -> str:
    """How sure a rule is; of one that no text confirms, never that something was read."""
    return tr((UNREAD if unverified == "yes" else CONFIDENCE)[word])


def in_force(part: str, name: str) -> str:
    """The name of a policy that stood in the place on the day, with the part that it has."""
    return f"{name}\n{tr(IN_FORCE[part])}"


def part(name: str) -> str:
    """The name of a part of the page."""
    return tr(PARTS[name])


# -------------------------------------------------------------------------------- sentences


def listed(names: Iterable[str]) -> str:
    """Words in a row, with commas."""
    return ", ".join(names)


def more(count: int) -> str:
    """How many are left out of a list."""
    return QCoreApplication.translate("CaseWalk", "and %n more", "", count)


def depends(names: Iterable[str]) -> str:
    """On which unknown facts an answer hangs."""
    asked = [f"“{facts.question(name)}”" for name in names]
    if not asked:
        return ""
    return tr("It depends on what is not known: {0}.").format(listed(asked))


def reason(answer: Answer) -> str:
    """The words of the rule that decided, or of every rule that may decide."""
    if not answer.is_open:
        return " ".join(rule.text for rule in answer.speaking)
    ways = tr("{0}: {1}")
    branches = [ways.format(outcome(rule.outcome), rule.text) for rule in answer.speaking]
    return " ".join([depends(answer.depends_on), *branches]).strip()


def turn(found: Turn) -> str:
    """A nearest change and what it leads to, in a sentence."""
    changes = [facts.fact(change.attribute, change.value) for change in found.changes]
    both = tr("{0}, and {1}").format(*changes) if len(changes) == 2 else changes[0]
    pattern = (
        tr("With “{0}” the answer would have been: {1}.")
        if found.of_person
        else tr("With another paper or place (“{0}”) the answer would have been: {1}.")
    )
    return pattern.format(both, outcome(found.answer.outcome))


def headline(walk: Walk) -> str:
    """How the walk ends, as a sentence with its word."""
    return tr("{0}. {1}").format(final(walk.final), ending(walk))


def row_sentence(one: Stop) -> str:
    """A stop as a screen reader says it."""
    told = f"{supposing(one)} {saying(one)}".strip()
    parts = [stop(one.id), came_out(one), told]
    if one.settles:
        parts.append(tr("Settled here."))
    ended = (part if part.endswith((".", "?", "!", ":")) else f"{part}." for part in parts if part)
    return " ".join(ended)


def stretch(one: Stretch) -> str:
    """Some days with one outcome, as a screen reader says it."""
    return _from_to(one, tr(NO_CHECK) if one.final == "not_identified" else final(one.final))


def span(one: Stretch) -> str:
    """Some days with one outcome, as short as can be."""
    return _from_to(one, final(one.final))


def _from_to(one: Stretch, said: str) -> str:
    return tr("{0} to {1}: {2}").format(day(one.first), day(one.last), said)


# ------------------------------------------------------------------------------------ dates


def _names() -> DateNames:
    locale = QLocale()
    form = QLocale.FormatType.LongFormat
    return DateNames(
        [locale.standaloneMonthName(month, form) for month in range(1, 13)],
        seasons=(tr("spring"), tr("summer"), tr("fall"), tr("winter")),
        day=tr("{month} {day}, {year}"),
        month=tr("{month} {year}"),
        season=tr("{season} {year}"),
        decade=tr("the {year}s"),
        about=tr("about {date}"),
        between=tr("{first} to {last}"),
        since=tr("since {date}"),
        until=tr("until {date}"),
    )


def when(date_: When) -> str:
    """A date no finer than it is known."""
    return say(date_, _names())


def day(date_: date) -> str:
    """One exact day."""
    return when(When(date_.isoformat()))
