"""The pages of a document in the form that was wished for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from explorer.present.paper import Paper, Wish, Words
from explorer.present.paperflow import Measure, Sheet, fitted, tight
from explorer.present.paperrows import Tallest, handout, slides, usual_height
from explorer.present.papertext import Block, Group, head, sections, sources, tasks

PAPERS: Final = {"a4": (595.0, 842.0), "letter": (612.0, 792.0)}  # points


def sheets(
    paper: Paper,
    wish: Wish,
    words: Words,
    measure: Measure,
    size: tuple[float, float] | None = None,
    tallest: Tallest = usual_height,
) -> tuple[Sheet, ...]:
    """The pages of a document in the form that was wished for."""
    if wish.form == "slides":
        return slides(paper, words, measure)
    page = size or PAPERS[wish.paper]
    if wish.form in ("worksheet", "key"):
        groups = [head(paper, words, wish.form), *tasks(paper, words, wish.form == "worksheet")]
        return tuple(tight([*groups, *sources(paper, words)], page, measure))
    if paper.ref.startswith("guide:"):
        return tuple(fitted([*_guide(paper, words)], page, measure))
    if not paper.stops:
        groups = [head(paper, words), *sections(paper, words)]
        if paper.tasks:
            title = Block("heading", words("questions"))
            asked = [*tasks(paper, words, name_lines=False)]
            groups += [msgspec.structs.replace(asked[0], blocks=(title, *asked[0].blocks))]
            groups += asked[1:]
        return tuple(tight([*groups, *sources(paper, words)], page, measure))
    return tuple(
        [
            *handout(paper, wish, words, page, measure, tallest),
            *tight([*sources(paper, words)], page, measure),
        ]
    )


def _guide(paper: Paper, words: Words) -> Iterator[Group]:
    """A guide from its title to what it is."""
    yield head(paper, words)
    yield from sections(paper, words)
    yield from sources(paper, words)
