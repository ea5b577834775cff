"""What is handed out: a tour, a lesson or a guide as one frozen document, with or without answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from string import ascii_lowercase
from typing import Final, Literal

import msgspec

from explorer.content import cite
from explorer.content.dates import When, say
from explorer.content.library import Library
from explorer.content.model import Ask, Guide, Lesson, Tour, TourStep
from explorer.present.slides import Slide, slides
from explorer.reader.lens import Lens, nearest

Form = Literal["slides", "handout", "worksheet", "key", "pptx", "html"]
FORMS: Final[tuple[Form, ...]] = ("slides", "handout", "worksheet", "key", "pptx", "html")
OF_KIND: Final[Mapping[str, tuple[Form, ...]]] = {
    "tour": FORMS,
    "lesson": ("handout", "worksheet", "key", "html"),
    "guide": ("handout", "html"),
}
SUFFIXES: Final[Mapping[Form, str]] = {
    **dict.fromkeys(("slides", "handout", "worksheet", "key"), ".pdf"),
    "pptx": ".pptx",
    "html": ".html",
}
SHEETS: Final = ("worksheet", "key")
WITH_KEY: Final = ("handout", "key", "pptx", "html")  # where an answer may stand, if asked for
PER_PAGE: Final = (1, 2, 4)
LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
TELLING: Final = 0.3  # of the words of an answer: a sentence with as many gives it away
DATED: Final = ("pipeline", "casewalk")  # pages that are about one day

_SENTENCE: Final = re.compile(r"(?<=\w{3}[.!?]|\w{2}[.!?][”)])\s+(?=[A-Z0-9“])")
_WORD: Final = re.compile(r"[^\W\d_]{4,}")

Words = Callable[[str], str]  # the words that a text of ours has on paper, by id


class WrongPaper(Exception):  # noqa: N818 - it is what was asked for
    """Nothing of that name can be handed out, or not in that form; one plain line."""


class Wish(msgspec.Struct, frozen=True):
    """What somebody wants in hand."""

    what: str  # a tour's id, or lesson:ID, guide:ID
    form: Form
    paper: str = "letter"
    per_page: int = 2
    notes: bool = False  # with what is for the speaker alone


class Choice(msgspec.Struct, frozen=True):
    """One of the answers to choose from; which is right is told in the key alone."""

    letter: str
    text: str
    is_right: bool = False


class Task(msgspec.Struct, frozen=True):
    """A question on paper; without a key neither answer nor reason are in it."""

    number: int
    text: str
    choices: tuple[Choice, ...]
    sources: tuple[int, ...]
    step: int = 0  # the step of the tour that asks it; 0 for none
    date: str = ""
    about: str = ""  # what its step tells first, where that does not tell the answer
    room: int = 3  # lines to write on, where there is nothing to choose
    answer: str = ""
    why: str = ""


class Stop(msgspec.Struct, frozen=True):
    """A step of a tour on paper."""

    number: int
    of: int
    lens: Lens
    headline: str
    text: str
    notes: str
    date: str
    sources: tuple[int, ...]
    task: Task | None = None

    @property
    def link(self) -> str:
        """The link that restores the view."""
        return self.lens.link()


class Section(msgspec.Struct, frozen=True):
    """A heading with its text or its list; in a lesson with the minutes that it takes."""

    title: str
    text: str = ""
    items: tuple[str, ...] = ()
    minutes: tuple[int, int] | None = None  # from the start of the lesson: first, last


class Edition(msgspec.Struct, frozen=True):
    """Which content a document was made from."""

    version: str
    researched: str
    license: str


class Paper(msgspec.Struct, frozen=True):
    """Everything that a form of the document may show. Sources are numbered from 1."""

    ref: str
    title: str
    audience: str
    minutes: int
    summary: str
    link: str  # restores the first view
    edition: Edition
    stops: tuple[Stop, ...] = ()
    sections: tuple[Section, ...] = ()
    tasks: tuple[Task, ...] = ()
    references: tuple[str, ...] = ()
    names: tuple[str, ...] = ()  # the same sources, short

    @property
    def has_key(self) -> bool:
        """Whether it holds any answer."""
        return any(task.answer for task in self.tasks)

    def named(self, sources: Iterable[int]) -> str:
        """Sources in short, each with its number in the list: ``Khimm, 2015 [3]``."""
        return "; ".join(f"{self.names[number - 1]} [{number}]" for number in sources)


class _Numbers:
    """Gives each source the number of its first use."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.ids: dict[str, int] = {}

    def of(self, names: Iterable[str]) -> tuple[int, ...]:
        """The numbers of some sources."""
        return tuple(self.ids.setdefault(name, len(self.ids) + 1) for name in names)

    def references(self) -> tuple[str, ...]:
        """Every source met so far in full, in the order of the numbers."""
        return tuple(cite.plain(self._library.sources[name]) for name in self.ids)

    def short(self) -> tuple[str, ...]:
        """The same in short."""
        return distinct([cite.short(self._library.sources[name]) for name in self.ids])


def distinct(names: Sequence[str]) -> tuple[str, ...]:
    """Names of sources, with a letter for each of those that would look the same.

    >>> distinct(["Weir, 2013", "TRAC", "Weir, 2013", "TRAC"])
    ('Weir, 2013a', 'TRAC, n.d.-a', 'Weir, 2013b', 'TRAC, n.d.-b')
    """
    met: Counter[str] = Counter()
    told = []
    for name in names:
        if names.count(name) > 1:
            met[name] += 1
            joint = "" if name[-1:].isdigit() else ", n.d.-"
            told.append(f"{name}{joint}{_letter(met[name])}")
        else:
            told.append(name)
    return tuple(told)


def _letter(number: int) -> str:
    """The letter of a number from 1; past the alphabet the number itself."""
    return ascii_lowercase[number - 1] if number <= len(ascii_lowercase) else f"-{number}"


# ------------------------------------------------------------------------------------ finding


def ref_of(library: Library, what: str, form: Form = "handout") -> str:
    """The full reference of what can be handed out in that form; else :class:`WrongPaper`."""
    ref = what if ":" in what else f"tour:{what}"
    kind = ref.partition(":")[0]
    known = {
        *(f"tour:{name}" for name in library.tours),
        *(f"lesson:{name}" for name in library.lessons),
        *(f"guide:{name}" for name in library.guides),
    }
    if ref not in known:
        shown = sorted(known) if ":" in what else sorted(library.tours)
        told = f"there is no {kind} {ref.partition(':')[2]!r}" if kind in OF_KIND else f"{what!r}"
        head = told if kind in OF_KIND else f"there is nothing called {told} to hand out"
        raise WrongPaper(f"{head}{nearest(what, shown)}")
    if form not in OF_KIND[kind]:
        raise WrongPaper(f"a {kind} has no form {form!r}; known are: {', '.join(OF_KIND[kind])}")
    return ref


# ------------------------------------------------------------------------------------- making


def paper(library: Library, what: str, words: Words, form: Form) -> Paper:
    """A tour, lesson or guide as the document of a form."""
    found = library.find(ref_of(library, what, form))
    if isinstance(found, Tour):
        return tour_paper(library, found, form)
    if isinstance(found, Lesson):
        return _lesson(library, found, words, form)
    assert isinstance(found, Guide)
    return _guide(library, found)


def tour_paper(library: Library, tour: Tour, form: Form) -> Paper:
    """A tour as the document of a form; a reader's own too, which is in no library.

    A worksheet is made of the questions alone: steps tell what they ask for.
    """
    numbers, with_key = _Numbers(library), form in WITH_KEY
    stops: list[Stop] = []
    tasks: list[Task] = []
    for slide in slides(tour):
        stop = _stop(library, slide, numbers, form)
        if slide.step.question is not None:
            task = _task(slide.step.question, len(tasks) + 1, numbers, with_key, stop)
            if form in SHEETS:
                task = msgspec.structs.replace(task, about=told_before(slide.step))
            stop = msgspec.structs.replace(stop, task=task)
            tasks.append(task)
        stops += [stop] if form != "worksheet" else []
    return Paper(
        ref=f"tour:{tour.id}",
        title=tour.title,
        audience=tour.audience,
        minutes=tour.minutes,
        summary=tour.summary,
        link=Lens.read(tour.steps[0].look).link() if tour.steps else library.about.start,
        stops=tuple(stops),
        tasks=tuple(tasks),
        references=numbers.references(),
        names=numbers.short(),
        edition=_edition(library),
    )


def _stop(library: Library, slide: Slide, numbers: _Numbers, form: Form) -> Stop:
    """A step; on a worksheet and its key only the sources of questions are cited."""
    step = slide.step
    return Stop(
        number=slide.number,
        of=slide.of,
        lens=slide.lens,
        headline=step.headline,
        text=step.text,
        notes=step.notes,
        date=date_of(library, slide),
        sources=() if form in SHEETS else numbers.of(step.sources),
    )


def _lesson(library: Library, lesson: Lesson, words: Words, form: Form) -> Paper:
    numbers = _Numbers(library)
    tasks = tuple(
        _task(ask, number, numbers, form in WITH_KEY)
        for number, ask in enumerate(lesson.questions, 1)
    )
    tour = library.tours[lesson.tour]
    first = Section(words("materials"), items=lesson.materials)
    last = Section(words("dimensions"), items=lesson.dimensions)
    parts: list[Section] = []
    start = 0
    for part in lesson.parts:
        end = start + part.minutes
        parts.append(Section(part.title, part.text, minutes=(start, end)))
        start = end
    return Paper(
        ref=f"lesson:{lesson.id}",
        title=lesson.title,
        audience=lesson.audience,
        minutes=lesson.minutes,
        summary=lesson.aim,
        link=tour.steps[0].look if tour.steps else library.about.start,
        sections=() if form in SHEETS else (first, *parts, last),
        tasks=tasks,
        references=numbers.references(),
        names=numbers.short(),
        edition=_edition(library),
    )


def _guide(library: Library, guide: Guide) -> Paper:
    return Paper(
        ref=f"guide:{guide.id}",
        title=guide.title,
        audience=guide.audience,
        minutes=0,
        summary="",
        link=library.about.start,
        sections=tuple(Section(one.title, one.text) for one in guide.sections),
        edition=_edition(library),
    )


def _task(
    ask: Ask, number: int, numbers: _Numbers, with_key: bool, stop: Stop | None = None
) -> Task:
    """A question as a task; whatever would give the answer away stays out without a key."""
    letters = zip(LETTERS, ask.choices, strict=False)
    return Task(
        number=number,
        text=ask.text,
        choices=tuple(
            Choice(letter, text, with_key and text == ask.answer) for letter, text in letters
        ),
        sources=numbers.of(ask.sources),
        step=stop.number if stop else 0,
        date=stop.date if stop else "",
        room=min(8, max(3, len(ask.answer) // 60 + 2)),
        answer=ask.answer if with_key else "",
        why=ask.why if with_key else "",
    )


def date_of(library: Library, slide: Slide) -> str:
    """The date that a step is about, in words; empty where its view is about no one day."""
    if slide.lens.page in DATED:
        return say(When(slide.lens.moment.isoformat()))
    kind, _, name = slide.lens.item.partition(":")
    return say(library.events[name].date) if kind == "event" and name in library.events else ""


def told_before(step: TourStep) -> str:
    """The first sentence of a step, to stand over its question; none that gives the answer away."""
    sentence = first_sentence(step.text)
    ask = step.question
    if ask is None:
        return sentence
    others = [choice for choice in ask.choices if choice != ask.answer]
    answer = _stems(ask.answer) - _stems(" ".join((ask.text, *others)))
    told = answer & _stems(sentence)
    return "" if len(told) > len(answer) * TELLING else sentence


def first_sentence(text: str) -> str:
    """A text up to the first mark that ends a sentence, quotations whole.

    >>> first_sentence("“Boats are not ships,” she says. They sank.")
    '“Boats are not ships,” she says.'
    """
    return _SENTENCE.split(" ".join(text.split()))[0]


def _stems(text: str) -> frozenset[str]:
    """The beginnings of the longer words of a text: check and checked are the same."""
    return frozenset(word[:5] for word in _WORD.findall(text.casefold()))


def _edition(library: Library) -> Edition:
    return Edition(library.version, say(When(library.researched)), library.about.license)
