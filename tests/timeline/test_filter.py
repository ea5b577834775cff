"""Which events pass a filter."""

from __future__ import annotations

import pytest

from explorer.content.library import Library
from explorer.reader.lens import Lens
from explorer.timeline.filter import Filter, filtered
from explorer.timeline.items import contents


def passing(library: Library, lens: Lens) -> set[str]:
    made = filtered(contents(library), Filter.of(lens), library)
    return {mark.ref.partition(":")[2] for mark in made.marks}


def test_without_a_filter_everything_passes(library: Library) -> None:
    assert passing(library, Lens()) == set(library.events)
    assert not Filter.of(Lens()).is_on


@pytest.mark.parametrize(
    ("lens", "left"),
    [
        (Lens(options={"lanes": "courts,Congress"}), {"2010-court-ruling", "2011-act-debated"}),
        (Lens(options={"significance": "3"}), {"2008-river-check", "2010-court-ruling"}),
        (Lens(options={"program": "river-check"}), {"2008-river-check", "2010-court-ruling", "2014-check-ends"}),
        (Lens(options={"actor": "River Office"}), {"2008-river-check"}),
        (Lens(options={"where": "state:NL"}), {"2008-river-check", "2009-town-rule"}),
        (Lens(words="BOATS day"), {"2009-town-rule"}),
        (Lens(words="nothing of the kind"), set()),
    ],
)  # fmt: skip
def test_each_part_of_a_filter_lets_its_events_pass(
    library: Library, lens: Lens, left: set[str]
) -> None:
    assert passing(library, lens) == left
    assert Filter.of(lens).is_on


def test_the_place_of_the_rules_leaves_the_timeline_whole(library: Library) -> None:
    assert passing(library, Lens(place="agency:weir")) == set(library.events)
    assert not Filter.of(Lens(place="agency:weir")).is_on


def test_parts_are_combined(library: Library) -> None:
    lens = Lens(words="check", options={"significance": "3", "lanes": "federal program"})
    assert passing(library, lens) == {"2008-river-check"}


def test_a_part_that_cannot_be_read_lets_everything_pass(library: Library) -> None:
    assert passing(library, Lens(options={"significance": "very"})) == set(library.events)


def test_the_years_stay_the_same_under_a_filter(library: Library) -> None:
    made = contents(library)
    fewer = filtered(made, Filter(words="court"), library)
    assert (fewer.start, fewer.end) == (made.start, made.end)


@pytest.mark.parametrize(
    "wanted",
    [
        Filter(),
        Filter("court", ("courts", "Congress"), 3, "sc", "place:state:IL", "ICE"),
        Filter(significance=2),
    ],
)
def test_a_filter_and_the_lens_that_has_it_say_the_same(wanted: Filter) -> None:
    lens = wanted.on(Lens(words="other", options={"program": "other"}))
    assert Filter.of(lens) == wanted
    assert Filter().on(lens) == Lens()
