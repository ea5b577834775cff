"""Every number in the texts that people read, and what it is: a date, a citation, a statistic ..."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from explorer.content import model
from explorer.content.mentions import texts_within
from explorer.content.model import Part, Record

STATISTIC: Final = "statistic"
OWN: Final = "own dossier"

_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_SMALL: Final = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty"
    r"|forty|sixty|ninety)"
)
_NUMBER: Final = rf"(?:\d[\d,]*(?:\.\d+)?|{_SMALL})"
_YEAR: Final = r"(?:1[789]|20)\d\d"
_YEARS: Final = rf"{_YEAR}s?(?:\s?[–/-]\s?(?:{_YEAR}|\d\d)\b(?!,))?"
_MORE: Final = (  # 2008-09, 2008 to 2011, 2014 and 2015; but not “2013 and 82 percent”
    rf"(?:(?:,|,? and|,? or| to| through|\s?[–-])\s?(?:{_YEAR}|\d\d\b(?!,\d| percent|%)))*"
)
_SPAN: Final = r"(?:hour|day|week|month|year|minute|decade)"
_PART: Final = r"\d[\w():–-]*(?:\.\d[\w():–-]*)*"  # of a law: 1357(g)(3), 7282.5(a)
_PARTS: Final = rf"{_PART}(?:(?:,|,? and|,? or| to) {_PART})*"
_PARTS_OF_TEXTS: Final = (
    r"(?:accounts|alternatives|answers|arrows|bars|bodies|chambers|concerns|counts|courts|dates"
    r"|documents|facts|kinds|mistakes|rulings|sentences|steps"
    r"|editions|events|factors|figures|findings|forms|groups|injunctions|justices|laws|letters"
    r"|meanings|memos|methods|models|papers|parts|plaintiffs|positions|programs|questions|readings|reports|rules"
    r"|series|shares|sides|spellings|stories|studies|systems|texts|things|traps|verbs|ways|words)"
)

TOKEN: Final = re.compile(
    r"\$?\d+(?:,\d{3})*(?:\.\d+)?%?"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|nineteen|twenty|thirty|forty|fifty|sixty|ninety|hundreds?|thousands?|millions?|billions?"
    r"|dozens?|half|halves|quarters?|thirds|(?:a|one)[ -]third(?![ -]party)|one in (?:every )?(?:\d+|two|three|four|five|six|seven|eight"
    r"|nine|ten|twelve))\b",
    re.IGNORECASE,
)
"""A number, in digits or words; the plain word “one” is none."""

RULES: Final[Mapping[str, re.Pattern[str]]] = {
    "name": re.compile(
        r"\b287\s?\(\w\)|\bI-\d{3}[A-Z]*\b|\b9/11\b|\b[A-Z]-\d\b|\bBC\d+\b|\bTable \w+\b"
        r"|\b[Ll]evels? \d(?:(?:,|,? and|,? or| to|[–-])\s?\d\b)*"
        r"|\b(?:[Pp]riority|[Gg]roup|Category|Region|Pier|Option|Dimension) \d+\b"
        r"|\b[Ss]teps? \d+(?: to \d+)?\b"
    ),
    "citation": re.compile(
        rf"§+ ?{_PARTS}"
        r"|\b\d+ (?:U\.S\.C?\.?|USC|C\.F\.R\.|CFR|F\.(?:2d|3d|4th)|F\. Supp\.(?: \dd)?|S\. Ct\.|Fed\. Reg\."
        r"|Stat\.|Op\. O\.L\.C\.|N\.E\.\dd|Mass\.|I\. ?& ?N\. Dec\.|ILCS)"
        rf"(?: ?§*(?: Part)? ?{_PARTS})?"
        r"|\b(?:[Ss]ections?|[Ss]ec\.|[Aa]rticle|[Cc]hapters?|[Pp]art|[Rr]ule|[Tt]itle|INA|Code|Laws?"
        r"|SB|HB|AB|LB|H\.?R\.?|S\.|EO|Act|Bill|Public Law|P\.L\.|[Oo]rdinances?|[Rr]esolution"
        r"|Directive|[Mm]emo|[Gg]uidance|[Oo]rders?|Proposition|Bulletin|[Pp]olicy|[Rr]eport"
        r"|[Pp]ages?|pp?\.|[Ff]igure|[Ff]ootnote|[Nn]ote|[Vv]olume|[Aa]ppendix|No\.|Nos\.)"
        rf" ?§* ?(?:No\. )?{_PARTS}"
        r"|\b(?:OIG|GAO|CRS|RL|R|IF)-?\d[\w-]*|\b\d{5}\.\d\b|\bnumbers it \d+-\d+"
        r"|\b\d+\.\d+(?:\(\w\))+(?:-\(\d\))?|(?:\(\w\)){2,}"
    ),
    "date": re.compile(
        rf"\b{_MONTH} \d{{1,2}}\b(?:\s?(?:–|-|to|and|or|,) ?\d{{1,2}}\b)*(?:,? {_YEARS})?"
        rf"|\b{_MONTH}(?: (?:and|or|to|through|of) {_MONTH})?,? {_YEARS}"
        r"|\b\d{4}-\d{2}(?:-\d{2})?\b"
        rf"|\b(?:FY|[Ff]iscal(?: years?)?) ?(?:19|20)?\d\d{_MORE}"
        rf"|(?<![\d,.$])\b{_YEARS}{_MORE}(?![\d,]\d|%|\.\d)"
        r"|\b\d{1,2}(?::\d\d)? ?(?:a\.m\.|p\.m\.|o’clock)|\b\d{1,2}:\d\d\b"
    ),
    "age": re.compile(
        rf"\b{_NUMBER}[ -]years?[ -]olds?\b"
        r"|\bgrades? \d+(?:[-–]\d+)?\b"
        r"|\b(?:aged?|under|over|at|least) 1[0-9](?: or older|\b(?! percent))",
        re.IGNORECASE,
    ),
    "duration": re.compile(
        rf"\b{_NUMBER}(?:(?: to |–|-| or | and ){_NUMBER})?"
        rf"(?: more| further| extra| full| plain| whole| business| calendar| working)?"
        rf"[ -]{_SPAN}s?\b",
        re.IGNORECASE,
    ),
    "rule": re.compile(  # what a rule asks for: “three misdemeanor convictions”
        rf"\b{_NUMBER} or more (?:\w+ ){{0,3}}(?:convictions|misdemeanors|felonies)"
        r"|\bthree misdemeanor convictions\b",
        re.IGNORECASE,
    ),
    "vote": re.compile(  # of a chamber, a board or a court
        r"\b(?:vote|failed|divided|chambers)(?: of)? \d{1,3}[-–]\d{1,3}(?: and \d{1,3}[-–]\d{1,3})?\b"
        r"|\b\d{1,3}[-–]\d{1,3} vote\b|\bby \d{1,3} to \d{1,3}\b(?! percent)"
        r"|\b\d+ votes to \d+, short of the \d+ needed"
    ),
    "enumeration": re.compile(  # parts that a text itself names: “two memos”, “the two”
        rf"\b(?:[Tt]he|these|those|[Ww]hich|both|only) {_SMALL}\b(?! percent|-)"
        rf"|\b{_SMALL} (?:\w+ ){{0,2}}?{_PARTS_OF_TEXTS}\b",
        re.IGNORECASE,
    ),
}
"""What a number is if it is no statistic, by the words around it; the first that fits decides."""

CODES: Final = frozenset(
    {
        *((model.Rule, name) for name in ("when", "outcome", "notification")),
        *((model.ProfileRule, name) for name in ("if", "then")),
        *((model.Role, name) for name in ("role", "scope_level", "supersedes")),
        *((model.Place, name) for name in ("fips", "kind", "state")),
        *((model.Series, name) for name in ("name", "period")),
        *((model.Profile, name) for name in ("kind", "tier")),
        *((model.Agreement, name) for name in ("series", "fips", "status")),
        (model.Activation, "fips"),
        (model.Undated, "fips"),
        (model.Limit, "fips"),
        (model.Table, "path"),
        (model.Attribute, "values"),
        (model.TourStep, "look"),
    }
)
"""Fields that hold no text but a word or an expression that the program reads."""

WHOLE: Final[Mapping[tuple[type, str], str]] = {
    (model.Rule, "authority"): "citation",
    (model.Rule, "label"): "citation",
    (model.Policy, "name"): "citation",
    (model.Limit, "instrument"): "citation",
    (model.Agreement, "agency"): "name",
    (model.Form, "form"): "name",
    (model.Term, "term"): "name",
    (model.Tour, "minutes"): "duration",
}
"""Fields in which every number is of one kind."""

RECORDS: Final[Mapping[type, str]] = {
    model.Source: "citation",  # a title, an address, what was read of the document
    model.Word: "name",
    model.OfficialName: "name",
    model.Claim: OWN,
    model.Series: OWN,
    model.Figure: OWN,
    model.Funnel: OWN,
    model.Table: OWN,
}
"""Records in which every number is of one kind; some are themselves where a figure comes from."""


class Number(NamedTuple):
    """A number in a text, and what it is: the name of a rule, or “statistic”."""

    start: int
    end: int
    kind: str


def numbers(text: str) -> Iterator[Number]:
    """Every number of a text with its kind.

    >>> [text[n.start : n.end] + " " + n.kind for text in ("In 2013 59 percent",) for n in numbers(text)]
    ['2013 date', '59 statistic']
    """
    found = list(TOKEN.finditer(text))
    spans = [(kind, match.span()) for kind, rule in RULES.items() for match in rule.finditer(text)]
    for match in found:
        start, end = match.span()
        kinds = (kind for kind, (first, last) in spans if first <= start and end <= last)
        yield Number(start, end, next(kinds, STATISTIC))


def visible(record: Record | Part) -> Iterator[tuple[str, str, str]]:
    """Every text of a record that people read: field, text, and the kind of all its numbers.

    The kind is empty where each number must be looked at.
    """
    whole = RECORDS.get(type(record), "")
    for field, text, holder, name in texts_within(record):
        if (holder, name) not in CODES:
            yield field, text, whole or WHOLE.get((holder, name), "")
