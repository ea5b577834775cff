"""Titles in the capitals that a style asks for: headline style, or like a sentence."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final, NamedTuple

SMALL: Final = frozenset(
    (
        *("a", "an", "the", "and", "but", "or", "nor", "for", "yet", "so", "as", "at", "by", "in"),
        *("of", "off", "on", "per", "to", "up", "via", "from", "with", "into", "over", "vs", "v."),
    )
)
PREPOSITIONS: Final = frozenset(
    (
        *("about", "above", "across", "after", "against", "along", "among", "around", "before"),
        *("behind", "below", "beneath", "beside", "between", "beyond", "despite", "down", "during"),
        *(
            "except",
            "inside",
            "like",
            "near",
            "onto",
            "outside",
            "past",
            "since",
            "than",
            "through",
        ),
        *("throughout", "toward", "towards", "under", "until", "upon", "within", "without"),
    )
)
ORDINARY: Final = frozenset(
    """abandon actions aims applauds apprehending arbitrary assessment autonomy basics blasted
    captured challenges chance civilian clarifies collaboration complying comprehensive concerning
    continuing controversial cooperate core crack declares dedicates defenders denies deporting
    detaining discusses disintegrates dismal dramatically drop drops encourages enhancing exceed
    expenditures falling feds fight flux focused following forecast frayed gentler giving guide
    homeland identifying implementation improved improvement improvements incarcerations inherent
    innocents insecure invasion issuance issuing keeps kinder leaked lefty live lobbying machine
    machinery management manual memoranda midnight mission nerve nets occur officially opening
    operating oppose option overdrive overview partnership partnerships passing patterns penalty
    perceptions plague planning praises preempted prevented primer procedure procedures progress
    proposes protecting quintessential reduce refuses regarding rejects releasing reluctant renews
    reshape residing resigns responsibility revision revisited road save scandal sharp signal
    stabilizes stages stalls stats success sweeping targeting training transcript transition trend
    trends trials tries trumpet undermine understanding usage withdraws young your institutional
    organizing responding rights violator straight house's""".split()  # noqa: SIM905
)
"""Words of titles that no other text of ours happens to hold."""

RANKS: Final = frozenset(
    (
        *("Sheriff", "Governor", "Gov", "Mayor", "President", "Secretary", "Chairman", "Senator"),
        *("Judge", "Director", "Attorney", "General", "House", "Senate", "Supreme", "Congress"),
        *("State", "Form", "Policy", "Part", "Table", "Appendix", "Ordinance", "Title", "Section"),
        *("March", "May", "August", "Court", "Council", "Board", "Committee", "Black", "White"),
    )
)
"""Words that keep a capital, since a name or number stands beside them or makes them one."""

ACTS: Final = r"(?:[A-Z][\w’.-]* )+(?:Act|Program|Commission|Department|Police Department|Office|University)\b"
LOWERED: Final = frozenset(s.capitalize() for s in SMALL - {"v.", "up", "off", "over", "so", "yet"})
WORD: Final = r"\w(?:[\w’'.&/-]*\w)?(?:\(\w\))*\.?|\s+|[^\w\s]"


class Usage(NamedTuple):
    """How our own texts write: the words that they write small, and the names of several words."""

    common: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


NOTHING: Final = Usage()


def usage(text: str) -> Usage:
    """What a text in plain sentences tells of small words and of names.

    >>> usage("Then the county told Homeland Security so.").names
    frozenset({'Homeland Security'})
    """
    common = re.findall(r"(?<![\w’'./-])[a-z]{2,}(?![\w/-])", text)
    names = re.findall(
        r"(?<=[a-z,] )[A-Z][\w’-]+(?: (?:of the |of |and |for |on )?[A-Z][\w’-]+)+", text
    )
    return Usage(frozenset(common) | ORDINARY, frozenset(names))


def headline(title: str, small: Collection[str] = SMALL) -> str:
    """A title with a capital on every word but the small ones, as in ``Fear of the Police``.

    >>> headline("Report: more removals than in the years before")
    'Report: More Removals Than in the Years Before'
    """
    tokens = re.findall(WORD, title)
    last = next((n for n in reversed(range(len(tokens))) if tokens[n][0].isalnum()), -1)
    out, first = [], True
    for at, token in enumerate(tokens):
        inside = not first and at != last
        if inside and token in LOWERED and not _is_letter(tokens, at):
            token = token.lower()
        elif _is_plain(token) and not (inside and token in small):
            token = token[0].upper() + token[1:]
        out.append(token)
        first = _starts_anew(token, first)
    return "".join(out)


def like_a_sentence(title: str, known: Usage) -> str:
    """A title with capitals only where a sentence has them.

    A capital is taken only from words that our own texts write small, and from none inside a
    name: in doubt a capital stays.

    >>> like_a_sentence("Few ICE Detainers: A First Look at Homeland Security",
    ...     Usage(frozenset({"detainers", "first", "look"}), frozenset({"Homeland Security"})))
    'Few ICE detainers: A first look at Homeland Security'
    """
    tokens = re.findall(WORD, title)
    if not _is_headline(tokens) or " v. " in title:
        return _subtitle(title)
    kept = _named(title, known.names)
    out, first, place = [], True, 0
    for at, token in enumerate(tokens):
        is_word = token[0].isupper() and (token[1:].islower() or _is_article(tokens, at))
        if is_word and not first and place not in kept and token not in RANKS:
            small = token.lower()
            token = small if small.rstrip(".") in known.common | SMALL else token
        out.append(token)
        first = _starts_anew(token, first)
        place += len(token)
    return _subtitle("".join(out))


def _named(title: str, names: frozenset[str]) -> set[int]:
    """The places in a title that lie inside a name."""
    spans = [
        found.span()
        for name in names
        if name in title
        for found in re.finditer(re.escape(name), title)
    ]
    spans += [found.span() for found in re.finditer(ACTS, title) if _is_short(found[0])]
    return {place for start, end in spans for place in range(start, end)}


def _is_short(name: str) -> bool:
    """Whether a run of capitals is no longer than the names of acts are."""
    return len(name.split()) < 5


def _subtitle(title: str) -> str:
    """A title whose subtitle begins with a capital."""
    return re.sub(r"(: )([a-z])(?=[a-z]* )", lambda found: found[1] + found[2].upper(), title)


def _is_letter(tokens: list[str], at: int) -> bool:
    """Whether ``A`` is a letter of its own, as in ``Appendix A``."""
    return tokens[at] == "A" and at > 1 and tokens[at - 2] in RANKS


def _is_article(tokens: list[str], at: int) -> bool:
    return tokens[at] == "A" and not _is_letter(tokens, at)


def _is_plain(token: str) -> bool:
    """Whether a word is all small letters and no name such as ``us-atlas`` or ``mass.gov``."""
    return re.fullmatch(r"[a-z]+(?:['’][a-z]+)?", token) is not None


def _starts_anew(token: str, first: bool) -> bool:
    """Whether the next word begins a title or subtitle."""
    if token.isspace() or token in "“‘":
        return first
    return token in (":", "?", "!", "—", "–", "(")


def _is_headline(tokens: list[str]) -> bool:
    """Whether most of the longer words have a capital, so that capitals tell nothing."""
    words = [token for token in tokens if token.isalpha() and len(token) > 3][1:]
    return bool(words) and sum(word[0].isupper() for word in words) > 0.6 * len(words)
