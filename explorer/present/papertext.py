"""What stands on paper, block by block: headings, questions with room to write, sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal

import msgspec

from explorer.present.paper import Paper, Section, Stop, Task, Words

Style = Literal[
    "title", "lead", "heading", "body", "small", "quiet", "note", "rule",
    "slide-title", "slide-text", "slide-small", "slide-source",
]  # fmt: skip
LONGEST: Final = 900  # letters of a block: a longer text may go on on the next page


class Block(msgspec.Struct, frozen=True):
    """One paragraph, or one thing that is drawn."""

    style: Style
    text: str = ""
    label: str = ""  # hangs to the left of the text
    box: Literal["", "open", "ticked"] = ""  # to be ticked, left of the text
    lines: int = 0  # to write on, below the text
    stop: int = 0  # the number of the step whose picture stands here; text is what it shows
    is_bold: bool = False


class Group(msgspec.Struct, frozen=True):
    """Blocks that stay together on a page."""

    blocks: tuple[Block, ...]
    with_next: bool = False  # and with the first of the next group


def head(paper: Paper, words: Words, form: str = "") -> Group:
    """What stands over the first page; *form* names a worksheet as one."""
    told = [*([words(form)] if form else []), *whom(paper, words)]
    blocks = [Block("title", paper.title)]
    if told:
        blocks.append(Block("quiet", " · ".join(told)))
    if paper.summary and not (form and paper.ref.startswith("lesson:")):  # an aim is the teacher’s
        blocks.append(Block("lead", paper.summary))
    return Group(tuple(blocks), with_next=True)


def whom(paper: Paper, words: Words) -> list[str]:
    """For whom a document is and how long it takes, where somebody said so."""
    told = [words("for").format(paper.audience)] if paper.audience else []
    return told + ([words("minutes").format(paper.minutes)] if paper.minutes else [])


def stop_blocks(
    stop: Stop, paper: Paper, words: Words, notes: bool
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """A step as it stands on a handout: what is above its picture, and what is below."""
    when = [str(stop.number), stop.date] if stop.date else [str(stop.number)]
    above = [Block("quiet", " · ".join(when)), Block("heading", stop.headline)]
    above += _texts("body", stop.text)
    below: list[Block] = []
    if notes and stop.notes:
        below += _texts("note", stop.notes, words("notes"))
    if notes and stop.task is not None:
        below += _asked(stop.task, words)
    return tuple(above), (*below, *_foot(stop, paper, words))


def slide_blocks(
    stop: Stop, paper: Paper, words: Words
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """A step as a slide: what is above its picture, and what is below."""
    when = (
        [f"{stop.number} / {stop.of}", stop.date] if stop.date else [f"{stop.number} / {stop.of}"]
    )
    above = (
        Block("slide-small", " · ".join(when)),
        Block("slide-title", stop.headline),
        Block("slide-text", stop.text),
    )
    return above, tuple(_foot(stop, paper, words, "slide-small"))


def _foot(stop: Stop, paper: Paper, words: Words, style: Style = "quiet") -> Iterator[Block]:
    if stop.sources:
        yield Block(style, words("source").format(paper.named(stop.sources)))
    yield Block("quiet", words("link").format(stop.link))


def _asked(task: Task, words: Words) -> Iterator[Block]:
    """A question in the speaker's notes, with its answer."""
    choices = " ".join(f"{one.letter} {one.text}." for one in task.choices)
    yield Block("note", " ".join(filter(None, (task.text, choices))), words("question"))
    yield Block("note", " ".join(filter(None, (_answer(task), task.why))), words("answer"))


def _answer(task: Task) -> str:
    """The answer, with its letter where it was to be chosen."""
    letters = [one.letter for one in task.choices if one.is_right]
    text = task.answer if task.answer.endswith((".", "?", "!", "”")) else f"{task.answer}."
    return " ".join((*letters, text))


# ----------------------------------------------------------------------------------- questions


def tasks(paper: Paper, words: Words, name_lines: bool = True) -> Iterator[Group]:
    """Every question with its choices or room to write; with a key the answer instead of the room."""
    if name_lines:
        yield Group((Block("rule", words("name")),))
    headlines = {stop.number: stop.headline for stop in paper.stops}
    for task in paper.tasks:
        place = _place(task, headlines.get(task.step, ""), words)
        blocks = [Block("quiet", place, " ")] if place else []
        blocks += _texts("body", task.about, " ")
        blocks.append(Block("body", task.text, f"{task.number}.", is_bold=True))
        blocks += [
            Block("body", f"{one.letter}  {one.text}", " ", "ticked" if one.is_right else "open")
            for one in task.choices
        ]
        if task.answer:
            blocks += _texts("body", _answer(task), words("answer"))
            blocks += _texts("body", task.why, words("why")) if task.why else []
        else:
            lines = 2 if task.choices else task.room
            blocks.append(
                Block("quiet", words("because") if task.choices else "", " ", lines=lines)
            )
        if task.sources:
            blocks.append(Block("quiet", words("source").format(paper.named(task.sources)), " "))
        yield Group(tuple(blocks))


def _place(task: Task, headline: str, words: Words) -> str:
    """Which step asks, and what day it is about."""
    if not task.step:
        return ""
    told = [words("step").format(task.step), task.date, headline]
    return " · ".join(filter(None, told))


# ------------------------------------------------------------------------------------ the rest


def sections(paper: Paper, words: Words) -> Iterator[Group]:
    """Headings with their texts and lists."""
    for section in paper.sections:
        first, *rest = _section(section)
        yield Group((Block("heading", _titled(section, words)), first), bool(rest))
        for number, block in enumerate(rest, 1):
            yield Group((block,), number < min(2, len(rest)))


def _titled(section: Section, words: Words) -> str:
    if section.minutes is None:
        return section.title
    start, end = section.minutes
    return words("part").format(section.title, start, end)


def _section(section: Section) -> Sequence[Block]:
    return [
        *_texts("body", section.text),
        *(Block("body", item, "•") for item in section.items),
    ] or [Block("body", "")]


def sources(paper: Paper, words: Words, style: Style = "small") -> Iterator[Group]:
    """The list of sources in full, then what the document is and how its first view comes back."""
    if paper.references:
        heading = Block("heading", words("sources"))
        refs = [
            Block(style, text, f"[{number}]") for number, text in enumerate(paper.references, 1)
        ]
        yield Group((heading, refs[0]))
        yield from (Group((one,)) for one in refs[1:])
    yield Group(tuple(Block(style, text) for text in colophon(paper, words)))


def colophon(paper: Paper, words: Words) -> tuple[str, ...]:
    """What the document is: program, versions, license, and the link to its first view."""
    return (
        words("made").format(
            paper.edition.version, paper.edition.researched, paper.edition.license
        ),
        words("link").format(paper.link),
        words("history"),
    )


def footer(paper: Paper, words: Words) -> str:
    """What stands under every page."""
    return words("footer").format(paper.edition.version, paper.edition.researched)


def _texts(style: Style, text: str, label: str = "") -> Iterator[Block]:
    """A text as one block, or as several where it is long; the label stands at the first."""
    for number, piece in enumerate(pieces(text)):
        yield Block(style, piece, (label if not number else " ") if label else "")


def pieces(text: str, longest: int = LONGEST) -> list[str]:
    """A text cut between its paragraphs, and long ones between words.

    >>> pieces("One. Two. Three.", 10)
    ['One. Two.', 'Three.']
    """
    found: list[str] = []
    for paragraph in filter(None, map(str.strip, text.split("\n"))):
        rest = paragraph
        while len(rest) > longest:
            cut = max(rest.rfind(". ", 0, longest) + 1, 0) or rest.rfind(" ", 0, longest)
            cut = cut if cut > 0 else longest
            found.append(rest[:cut].strip())
            rest = rest[cut:].strip()
        found.append(rest)
    return found
