"""The file of a tour: what is written is read back the same, comments included."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer import paths
from explorer.content.model import Ask, Tour, TourStep
from explorer.content.slips import convert
from explorer.present import edit, store
from explorer.present.toml import comments_in, quoted, written

BUNDLED = sorted((paths.resources() / "content" / "tours").glob("*.toml"))
TEXT = st.text(st.characters(codec="utf-8"), max_size=30)
TEXTS = st.tuples() | st.tuples(TEXT) | st.tuples(TEXT, TEXT)
ASK = st.builds(Ask, text=TEXT, choices=TEXTS, answer=TEXT, why=TEXT, sources=TEXTS)
STEP = st.builds(
    TourStep,
    look=TEXT,
    headline=TEXT,
    text=TEXT,
    notes=TEXT,
    question=st.none() | ASK,
    sources=TEXTS,
)
TOUR = st.builds(
    Tour,
    id=st.just("mine"),
    title=TEXT,
    audience=TEXT,
    minutes=st.integers(-(2**62), 2**62),
    summary=TEXT,
    order=st.integers(-9, 9),
    steps=st.lists(STEP, max_size=3).map(tuple),
)


def read(text: str) -> Any:
    tour, found = convert({**tomllib.loads(text), "id": "mine"}, Tour, "mine.toml", "mine")
    assert not found
    return tour


@given(TOUR)
def test_every_tour_is_read_back_as_it_was_written(tour: Tour) -> None:
    assert read(written(tour)) == tour


@pytest.mark.parametrize("file", BUNDLED, ids=lambda file: file.stem)
def test_the_bundled_tours_are_written_as_they_are_read(file: Path, tmp_path: Path) -> None:
    opened = store.read_tour(file)
    copy = tmp_path / file.name
    copy.write_text(written(opened.tour, opened.statistics), encoding="utf-8")
    assert tomllib.loads(copy.read_text(encoding="utf-8")) == tomllib.loads(
        file.read_text(encoding="utf-8")
    )
    again = store.read_tour(copy)
    assert (again.tour, again.statistics) == (opened.tour, opened.statistics)


def test_typography_stands_in_the_file_as_it_is_read() -> None:
    assert quoted("“Yes” – it’s 5 × 3 …") == '"“Yes” – it’s 5 × 3 …"'
    assert quoted("One.\nTwo.") == '"""\nOne.\nTwo."""'


COMMENTED = """\
# For the third period.
title = "Mine"  # a working title
audience = ""
minutes = 5
summary = "Not # a comment"

# Opens with a picture.
[[steps]]
look = "charts"
headline = 'One # still none'
# Ask twice.
text = \"\"\"
# a line of the text
\"\"\"
notes = ""
sources = []

# The question was Ana’s idea.
[steps.question]
text = "?"
answer = "!"  # or “?”
sources = []

[[steps]]
# Leave out when time is short.
look = "timeline"
headline = "Two"
text = ""
notes = ""
sources = []
# The end.
"""


def draft_of(text: str) -> edit.Draft:
    return edit.draft(read(text), None, comments_in(text))


def test_comments_stand_where_they_stood_or_above() -> None:
    text = draft_of(COMMENTED).toml()
    assert read(text) == read(COMMENTED)
    assert comments_in(text) == comments_in(COMMENTED)
    assert '# a working title\ntitle = "Mine"' in text
    assert "# Opens with a picture.\n[[steps]]" in text
    assert "# The question was Ana’s idea.\n[steps.question]" in text
    assert text.count("# a line of the text") == 1


def test_comments_go_along_with_their_step() -> None:
    text = edit.move(draft_of(COMMENTED), 0, 1).toml()
    assert '# Leave out when time is short.\nlook = "timeline"' in text
    assert text.index("time is short") < text.index("Opens with a picture")


def test_the_comments_of_a_deleted_step_stand_at_the_end() -> None:
    text = edit.delete(draft_of(COMMENTED)).toml()
    assert len(comments_in(text)) == len(comments_in(COMMENTED))
    assert text.index("Ana’s idea") > text.index("time is short")


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=9)))
def test_no_comment_is_lost(texts: list[str]) -> None:
    head = "".join(f"#{text}\n" for text in texts)
    kept = draft_of(head + COMMENTED).toml()
    found = sorted(one.text for one in comments_in(kept))
    assert found == sorted(one.text for one in comments_in(head + COMMENTED))
    assert len(found) == len(texts) + 8
