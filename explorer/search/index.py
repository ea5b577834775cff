"""Words -> records, with ranking and snippets."""

from __future__ import annotations

import difflib
import math
import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, Final

from explorer.content.dates import When
from explorer.content.library import Library
from explorer.content.model import Name, Place, Rule

Field = tuple[str, ...]

FIELDS: Final[Mapping[str, tuple[Field, Field, Field]]] = {
    # kind: what it is called, other names of it, what is said about it
    "event": (("title",), ("actors",), ("summary",)),
    "program": (
        ("name",),
        ("short_name", "kind"),
        ("summary", "how_it_works", "what_changed", "legal_basis"),
    ),
    "term": (("term",), (), ("definition", "contested_by")),
    "node": (("label",), ("short_label", "actor", "system"), ("description",)),
    "edge": (("label",), (), ("condition",)),
    "era": (("label",), ("short_dates",), ("summary", "what_changed", "note")),
    "form": (("form",), (), ("asks_for", "basis", "note")),
    "policy": (("name",), ("jurisdiction",), ("rules",)),
    "profile": (("title",), ("place",), ("summary", "note")),
    "claim": (
        ("text",),
        ("topic", "speaker"),
        ("numerator", "denominator", "population", "differs"),
    ),
    "conflict": (("topic",), (), ("resolution",)),
    "question": (("question",), (), ("unknown",)),
    "viewpoint": (("title",), ("side",), ("text",)),
    "quote": (("speaker",), ("role",), ("text", "context")),
    "chart": (("title",), ("subtitle",), ("note",)),
    "tour": (("title",), ("audience",), ("summary",)),
    "lesson": (("title",), ("audience",), ("aim",)),
    "guide": (("title",), ("audience",), ()),
    "series": (("title",), ("unit", "edition"), ("definition", "counts", "caution")),
    "administration": (("name",), ("office",), ("note",)),
    "source": (("title",), ("author", "publisher", "container_title"), ("section", "note")),
    "place": (("name",), ("state",), ("note",)),
}
"""The kinds that can be found, best first where two fit equally, and the fields of each."""

WEIGHTS: Final = (5.0, 2.5, 1.0)  # name, other names, text
STANDING: Final[Mapping[str, float]] = {
    "event": 1.3,
    "program": 1.6,
    "term": 1.3,
    "chart": 1.4,
    "series": 0.8,  # a bare column of figures; its chart says what it shows
    "edge": 0.7,
    "source": 0.75,
    "place": 0.8,
    "administration": 0.9,
}
UNTOLD: Final = 0.75  # of the standing of a place of which nothing is told
PLACE_NAME: Final = 2.0
DATES: Final = (
    ("date", "end"),
    ("start", "end"),
    ("issued", "issued"),
    ("effective_from", "effective_to"),
    ("valid_from", "valid_to"),
    ("arrest_date", "arrest_date"),
)
LENGTH: Final = 150  # characters of a snippet
_WORD: Final = re.compile(r"\w+")
_YEARS: Final = re.compile(r"(\d{4})?\.\.(\d{4})?")
_PIECE: Final = re.compile(r"[\"“”]([^\"“”]*)[\"“”]?|(\S+)")


@dataclass(frozen=True)
class Hit:
    """One record that fits, with the piece of text that shows why."""

    ref: str
    title: str
    kind: str
    snippet: str
    score: float
    marks: tuple[tuple[int, int], ...] = ()  # where in the snippet the words stand


@dataclass
class _Entry:
    """One record as the index keeps it."""

    ref: str
    kind: str
    title: str
    texts: tuple[str, ...]  # the name first, then other names, then what is said
    lane: str = ""
    years: tuple[int, int] | None = None
    more: str = ""  # words by which it is found too, such as the letters of a state
    is_told_of: bool = True  # not: a county of the activation files and nothing else
    length: float = 0

    def standing(self) -> float:
        """How much a fitting word weighs here, beside other records."""
        return STANDING.get(self.kind, 1.0) * (1.0 if self.is_told_of else UNTOLD)

    def said(self) -> tuple[str, ...]:
        """What is said about it, its names left out."""
        names, others, _ = FIELDS[self.kind]
        return tuple(text for text in self.texts[len(names) + len(others) :] if text)


@dataclass
class Query:
    """What was typed, taken apart."""

    words: list[str] = field(default_factory=list)
    phrases: list[list[str]] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    lanes: set[str] = field(default_factory=set)
    years: tuple[int, int] | None = None

    @classmethod
    def read(cls, text: str) -> Query:
        """The query that *text* writes.

        >>> Query.read('kind:event 2010..2012 "fair notice" sheriff')
        Query(words=['sheriff'], phrases=[['fair', 'notice']], kinds={'event'}, lanes=set(), \
years=(2010, 2012))
        """
        query = cls()
        for match in _PIECE.finditer(text):
            if match[2] is None:
                words = list(tokens(match[1]))
                query.phrases += [words] if words else []
            else:
                query._take(match[2])
        return query

    def _take(self, piece: str) -> None:
        name, colon, value = piece.partition(":")
        years = _YEARS.fullmatch(piece)
        if colon and value and name.casefold() == "kind":
            self.kinds.add(value.casefold().rstrip("s") if value not in FIELDS else value)
        elif colon and value and name.casefold() == "lane":
            self.lanes.add(" ".join(tokens(value.replace("_", " "))))
        elif years and (years[1] or years[2]):
            self.years = (int(years[1] or 0), int(years[2] or 9999))
        else:
            self.words += tokens(piece)

    def allows(self, entry: _Entry) -> bool:
        """Whether the filters let a record through."""
        if self.kinds and not {entry.kind, entry.kind.rstrip("s")} & self.kinds:
            return False
        if self.lanes and not any(entry.lane.startswith(lane) for lane in self.lanes):
            return False
        if self.years is None:
            return True
        return entry.years is not None and (
            entry.years[0] <= self.years[1] and self.years[0] <= entry.years[1]
        )


class Index:
    """Every record that has a name, found by its words."""

    def __init__(self, entries: Iterable[_Entry]) -> None:
        self._entries = list(entries)
        postings: defaultdict[str, dict[int, float]] = defaultdict(dict)
        for number, entry in enumerate(self._entries):
            for word, weight in _weighed(entry):
                found = postings[word]
                found[number] = found.get(number, 0.0) + weight
                entry.length += weight
        self._postings = dict(postings)
        self._vocabulary = sorted(postings)
        total = sum(entry.length for entry in self._entries)
        self._usual_length = total / len(self._entries) if self._entries else 1.0

    @classmethod
    def build(cls, library: Library) -> Index:
        """The index of a library."""
        return cls(_entries(library))

    def find(self, query: str, limit: int = 20) -> list[Hit]:
        """The records that fit *query*, best first.

        All words must fit; only where nothing has them all, records with some of them do. The
        last word fits every word that begins with it. A phrase in quotation marks must stand as
        it is. ``kind:event``, ``lane:courts`` and ``2010..2012`` narrow what is found.
        """
        asked = Query.read(query)
        groups = self._groups(asked, open_end=not query.endswith(" "))
        allowed = [number for number, entry in enumerate(self._entries) if asked.allows(entry)]
        if not groups:
            return [
                self._hit(number, 0.0, groups) for number in self._listed(asked, allowed, limit)
            ]
        scores = self._scores(groups, set(allowed), every=True)
        scores = scores or self._scores(groups, set(allowed), every=False)
        scores = {
            number: score * self._called(number, asked)
            for number, score in scores.items()
            if self._has(number, asked)
        }
        ranked = sorted(scores, key=lambda number: (-round(scores[number], 6), number))
        return [self._hit(number, scores[number], groups) for number in ranked[:limit]]

    def suggest(self, query: str) -> str:
        """The query with its unknown words replaced by the nearest known ones; "" if none is near."""
        changed = query
        for word in [word for words in _sought(Query.read(query)) for word in words]:
            if not self._fitting(word, prefix=True):
                near = self._near(word)
                if not near:
                    return ""
                changed = re.sub(rf"(?i)\b{re.escape(word)}\b", near, changed)
        return changed if changed != query else ""

    # ---------------------------------------------------------------------------- finding

    def _groups(self, asked: Query, open_end: bool) -> list[set[str]]:
        """For each word of the query, the words of the index that fit it."""
        wanted = [word for phrase in asked.phrases for word in phrase]
        groups = [self._fitting(word, prefix=False) for word in wanted + asked.words]
        if asked.words and open_end:
            groups[-1] |= self._fitting(asked.words[-1], prefix=True)
        return groups

    def _fitting(self, word: str, prefix: bool) -> set[str]:
        """The words of the index with the same stem, or that begin with *word*."""
        stem = _stem(word)
        found = {
            known
            for known in self._beginning(stem[: max(2, len(stem) - 2)])
            if _stem(known) == stem
        }
        return found | set(self._beginning(word)) if prefix else found

    def _beginning(self, start: str) -> list[str]:
        low = bisect_left(self._vocabulary, start)
        high = bisect_left(self._vocabulary, start + "\uffff")
        return self._vocabulary[low:high]

    def _scores(self, groups: list[set[str]], allowed: set[int], every: bool) -> dict[int, float]:
        """BM25 over weighted counts; a group counts as one word."""
        scores: defaultdict[int, float] = defaultdict(float)
        met: defaultdict[int, int] = defaultdict(int)
        for words in groups:
            counts: defaultdict[int, float] = defaultdict(float)
            for word in words:
                for number, weight in self._postings[word].items():
                    counts[number] += weight
            rare = math.log(1 + (len(self._entries) - len(counts) + 0.5) / (len(counts) + 0.5))
            for number in counts.keys() & allowed:
                scores[number] += rare * self._saturated(number, counts[number])
                met[number] += 1
        need = len(groups) if every else max(met.values(), default=0)
        return {
            number: score * self._entries[number].standing()
            for number, score in scores.items()
            if met[number] >= need
        }

    def _called(self, number: int, asked: Query) -> float:
        """How much closer a record is that bears just the words of the query as its name.

        A place is called by its name without its state too, where the content tells of it.
        """
        entry, words = self._entries[number], asked.words
        name = list(tokens(entry.title))
        if not words or name[: len(words)] != words or entry.kind == "source":
            return 1.0
        if entry.kind == "place" and entry.is_told_of:
            whole = name == words or list(tokens(entry.title.partition(",")[0])) == words
            return PLACE_NAME if whole else 1.15
        return 1.5 if name == words else 1.15

    def _saturated(self, number: int, count: float) -> float:
        length = self._entries[number].length / self._usual_length
        return count * 2.2 / (count + 1.2 * (0.4 + 0.6 * length))

    def _has(self, number: int, asked: Query) -> bool:
        """Whether every phrase stands in one text of the record as it was typed."""
        return all(
            any(_holds(list(tokens(text)), phrase) for text in self._entries[number].texts)
            for phrase in asked.phrases
        )

    def _listed(self, asked: Query, allowed: Sequence[int], limit: int) -> Sequence[int]:
        """What filters alone let through, by date; nothing where nothing was typed."""
        if not (asked.kinds or asked.lanes or asked.years):
            return ()
        by_date = sorted(allowed, key=lambda n: (self._entries[n].years or (9999, 9999), n))
        return by_date[:limit]

    def _hit(self, number: int, score: float, groups: list[set[str]]) -> Hit:
        entry = self._entries[number]
        words = set().union(*groups)
        said = entry.said() or entry.texts[1:]
        text = next((t for t in said if words & set(tokens(t))), max(said, key=len, default=""))
        snippet, marks = _snippet(text, words)
        return Hit(entry.ref, entry.title, entry.kind, snippet, round(score, 6), marks)

    def _near(self, word: str) -> str:
        pool = [known for known in self._long_words if abs(len(known) - len(word)) < 3]
        close = difflib.get_close_matches(word, pool, n=1, cutoff=0.7)
        return close[0] if close else ""

    @cached_property
    def _long_words(self) -> list[str]:
        return [word for word in self._vocabulary if len(word) > 3 and not word.isdigit()]


# ------------------------------------------------------------------------------------ words


def tokens(text: str) -> Iterator[str]:
    """The words of a text, small and without accents.

    >>> list(tokens("Peña's 287(g) rule"))
    ['pena', 's', '287', 'g', 'rule']
    """
    if not text.isascii():
        split = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in split if not unicodedata.combining(letter))
    return iter(_WORD.findall(text.casefold()))


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    return str(_stemmer()(word))


@lru_cache(maxsize=1)
def _stemmer() -> Callable[[str], str]:
    import snowballstemmer

    stemmer: Any = snowballstemmer.stemmer("english")
    stem: Callable[[str], str] = stemmer.stemWord
    return stem


def _holds(words: Sequence[str], phrase: Sequence[str]) -> bool:
    size = len(phrase)
    return any(words[at : at + size] == phrase for at in range(len(words) - size + 1))


def _sought(asked: Query) -> list[list[str]]:
    return [*asked.phrases, asked.words]


def _snippet(text: str, words: set[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The piece of a text around the first word that fits, and where the words stand in it."""
    places = [m.span() for m in _WORD.finditer(text) if next(tokens(m[0]), "") in words]
    start, end = 0, len(text)
    if len(text) > LENGTH:
        first = places[0][0] if places else 0
        start = 0 if first < LENGTH * 2 // 3 else text.rfind(" ", 0, first - LENGTH // 3) + 1
        end = len(text) if start + LENGTH >= len(text) else text.rfind(" ", start, start + LENGTH)
        end = end if end > start else start + LENGTH
    before, after = "… " if start else "", " …" if end < len(text) else ""
    shift = len(before) - start
    marks = [
        (left + shift, right + shift) for left, right in places if start <= left and right <= end
    ]
    return f"{before}{text[start:end]}{after}", tuple(marks)


# ---------------------------------------------------------------------------------- records


def _entries(library: Library) -> Iterator[_Entry]:
    told = _told_of(library)
    for kind, (names, others, said) in FIELDS.items():
        records = library.records(kind).values()
        if kind == "place":
            records = {**library.counties, **library.places}.values()
        for record in records:
            texts = [_text(record, name) for name in (*names, *others, *said)]
            texts[0] = texts[0] or library.name(f"{kind}:{record.id}")
            entry = _Entry(f"{kind}:{record.id}", kind, texts[0], tuple(texts))
            entry.lane = " ".join(tokens(str(getattr(record, "lane", ""))))
            entry.years = _years(record)
            if isinstance(record, Place):
                entry.is_told_of = record.id in told
                _name_state(entry, record, library)
            yield entry


def _name_state(entry: _Entry, place: Place, library: Library) -> None:
    """Tell the state of a place by its name; by its letters the place is still found."""
    state = library.places.get(f"state:{place.state}")
    name = state.name if state else place.state
    name = "" if name == entry.title else name
    entry.more = place.state
    entry.texts = (entry.title, name, *entry.texts[2:])


def _told_of(library: Library) -> set[str]:
    """The places that have a record, an event, a limit, a scope or an agreement."""
    told = {*library.places, *(id for event in library.events.values() for id in event.places)}
    for limit in library.limits():
        told |= {f"county:{limit.fips}", *limit.scope}
    return told | {f"county:{agreement.fips}" for agreement in library.agreements()}


def _text(record: Any, name: str) -> str:
    value = getattr(record, name)
    if isinstance(value, str):
        return value
    return ", ".join(_part(item) for item in value)


def _part(item: str | Name | Rule) -> str:
    if isinstance(item, Rule):
        return item.text.rstrip(".")
    return item if isinstance(item, str) else item.literal or f"{item.given} {item.family}".strip()


def _years(record: Any) -> tuple[int, int] | None:
    for first, last in DATES:
        start: When | None = getattr(record, first, None)
        end: When | None = getattr(record, last, None)
        if isinstance(start, When):
            open_end = first in ("start", "effective_from", "valid_from") and end is None
            return start.first.year, 9999 if open_end else (end or start).last.year
    return None


def _weighed(entry: _Entry) -> Iterator[tuple[str, float]]:
    """Every word of a record with the weight of where it stands."""
    names, others, _ = FIELDS[entry.kind]
    for place, text in enumerate(entry.texts):
        where = 0 if place < len(names) else 1 if place < len(names) + len(others) else 2
        for word in tokens(text):
            yield word, WEIGHTS[where]
    for word in tokens(f"{entry.ref.partition(':')[2].replace('_', ' ')} {entry.more}"):
        yield word, WEIGHTS[2]
