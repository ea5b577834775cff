"""What the desk opens for an item, and all that stands behind a figure."""

from __future__ import annotations

from dataclasses import replace

from explorer.content.library import Library
from explorer.evidence.chosen import chosen
from explorer.evidence.compare import of_figure
from explorer.evidence.dossier import Dossier, dossier
from explorer.evidence.period import is_same_time
from explorer.reader.dossier import dossier as lens_of
from explorer.reader.dossier import parted
from explorer.reader.lens import Lens

SHARE = "secure-communities-stats/sc-share-of-ice-removals"


def at(item: str, **options: str) -> Lens:
    """The evidence page with an item."""
    return Lens(page="evidence", item=item, options=options)


def test_a_question_is_opened_as_it_is_named(bundled: Library) -> None:
    found = chosen(bundled, at("question:voluntary"))
    assert (found.question, found.answer) == ("voluntary", None)


def test_a_claim_opens_its_dossier_beside_its_question(bundled: Library) -> None:
    found = chosen(bundled, at("claim:mpi-three-quarters"))
    assert found.question == "share-of-removals"
    assert found.answer is not None
    assert found.answer.target == "claim:mpi-three-quarters"


def test_a_statistic_of_a_series_opens_that_figure(bundled: Library) -> None:
    found = chosen(bundled, lens_of(Lens(), f"series:{SHARE}@2011"))
    assert found.answer is not None
    assert (found.answer.value, found.answer.fiscal_year) == (20, 2011)
    assert found.question == "share-of-removals"


def test_a_series_without_a_chosen_figure_opens_its_last(bundled: Library) -> None:
    found = chosen(bundled, at(f"series:{SHARE}", point="other/series@2011"))
    assert found.answer is not None
    assert found.answer.value == bundled.figures(SHARE)[-1].value


def test_any_other_item_shows_a_question(bundled: Library) -> None:
    for item in ("", "event:2008-secure-communities", "quote:napolitano-2010", "no:such"):
        assert chosen(bundled, at(item)).question in bundled.questions
    assert chosen(bundled, at("quote:napolitano-2010")).question == "voluntary"


def test_the_dossier_of_every_claim_names_its_rivals_and_their_reasons(bundled: Library) -> None:
    for claim in bundled.claims.values():
        answer = chosen(bundled, at(f"claim:{claim.id}")).answer
        assert answer is not None
        found = dossier(bundled, answer)
        assert [pair.other.target for pair in found.pairs] == [
            f"claim:{rival.claim}" for rival in claim.rivals
        ]
        assert all(pair.why and pair.reasons for pair in found.pairs)


def test_a_dossier_tells_where_a_figure_is_used(bundled: Library) -> None:
    answer = chosen(bundled, at("claim:sc-gao-74")).answer
    assert answer is not None
    found = dossier(bundled, answer)
    assert "convictions-found" in found.questions
    measured = set(bundled.measures_of("claim:sc-gao-74"))
    assert measured <= set(found.used)
    assert not {ref for ref in found.used if ref.startswith(("claim:", "question:"))}


def test_every_row_of_a_series_has_a_dossier(bundled: Library) -> None:
    for series in ("ice-removals/interior", SHARE):
        for key in bundled.figure_keys(series):
            answer = chosen(bundled, at(f"series:{series}", point=key)).answer
            assert answer is not None
            assert answer.target == f"series:{key}"
            assert answer.definition


def test_a_figure_without_told_rivals_still_stands_beside_the_other_answers(
    bundled: Library,
) -> None:
    answer = chosen(bundled, at(f"series:{SHARE}", point=f"{SHARE}@2011")).answer
    assert answer is not None
    found = dossier(bundled, answer)
    assert not found.pairs
    assert "claim:trac-never-majority" in {one.target for one in found.beside}
    assert answer.target not in {one.target for one in found.beside}


def test_a_rival_with_a_reason_is_not_told_again_without_one(bundled: Library) -> None:
    answer = chosen(bundled, at("claim:mpi-three-quarters")).answer
    assert answer is not None
    found = dossier(bundled, answer)
    told = {pair.other.target for pair in found.pairs}
    assert "claim:trac-never-majority" in told
    assert told.isdisjoint({one.target for one in found.beside})


REMOVALS = "ice-removals/ice-total"


def of_year(library: Library, series: str, year: int) -> Dossier:
    """The dossier of a year of a series."""
    answer = chosen(library, at(f"series:{series}", point=f"{series}@{year}")).answer
    assert answer is not None
    return dossier(library, answer)


def test_other_years_of_a_series_are_no_other_answers(bundled: Library) -> None:
    (question,) = [
        one
        for one in bundled.questions.values()
        if any(row.key == f"{REMOVALS}@2012" for row in one.figures)
    ]
    assert len(question.figures) > 1
    found = of_year(bundled, REMOVALS, 2012)
    assert not [one for one in found.beside if one.target.startswith(f"series:{REMOVALS}@")]


def test_answers_beside_a_figure_are_about_its_time(bundled: Library) -> None:
    found = of_year(bundled, SHARE, 2011)
    assert found.beside
    assert all(is_same_time(found.answer, one) for one in found.beside)
    assert f"series:{SHARE}@2009" not in {one.target for one in found.beside}


def test_removals_by_all_of_the_department_stand_beside_those_by_ice_with_the_reason(
    bundled: Library,
) -> None:
    found = of_year(bundled, REMOVALS, 2012)
    (pair,) = found.counted
    assert pair.other.target == "series:dhs-removals-returns/removals-preferred@2012"
    assert pair.other.value == 415579
    assert "numerator" in pair.reasons
    assert "ICE and CBP together" in pair.other.counts
    (back,) = of_year(bundled, "dhs-removals-returns/removals-preferred", 2012).counted
    assert back.other.target == f"series:{REMOVALS}@2012"


def test_the_same_number_from_another_source_is_no_rival(bundled: Library) -> None:
    also = 0
    for name in (one for one in bundled.series if one.startswith("dhs-removals-returns/")):
        for key, figure in zip(bundled.figure_keys(name), bundled.figures(name), strict=True):
            found = dossier(bundled, of_figure(bundled, key, figure))
            rivals = (*found.editions, *(pair.other for pair in found.counted))
            assert figure.value not in {one.value for one in rivals}, key
            assert {one.value for one in found.also} <= {figure.value}, key
            also += len(found.also)
    assert also


def test_stretches_of_time_are_the_same_where_they_overlap(bundled: Library) -> None:
    one = of_year(bundled, REMOVALS, 2012).answer
    for period, is_same in (("2009-13", True), ("fiscal 2013", False), ("not stated", False)):
        other = replace(one, fiscal_year=None, when=None, period=period)
        assert is_same_time(one, other) is is_same, period


def test_equal_figures_are_parted_from_those_that_differ(bundled: Library) -> None:
    rows = bundled.figures(REMOVALS)
    differing, same = parted(rows, rows[0].value)
    assert rows[0] in same
    assert rows[1] in differing
    assert len(differing) + len(same) == len(rows)


def test_what_a_link_asks_for_and_is_not_there_is_told_with_the_nearest(bundled: Library) -> None:
    for item, point, near in (
        ("question:volontary", "", "question:voluntary"),
        ("question:zzz", "", ""),
        ("claim:trac-13", "", "claim:trac-12"),
        (f"series:{REMOVALS}", f"{REMOVALS}@1950", f"series:{bundled.figure_keys(REMOVALS)[0]}"),
        ("", f"{REMOVALS}x@2012", f"series:{REMOVALS}"),
    ):
        found = chosen(bundled, at(item, point=point)).missing
        assert found is not None, item
        assert found.name == (point or item)
        assert found.near == near


def test_what_is_there_is_not_told_as_missing(bundled: Library) -> None:
    for item, point in (
        ("", ""),
        ("question:voluntary", ""),
        (f"series:{REMOVALS}", f"{REMOVALS}@2012"),
        ("", f"{REMOVALS}@2012"),
        ("event:2008-secure-communities", "left/over@2011"),
    ):
        assert chosen(bundled, at(item, point=point)).missing is None, item


def test_a_figure_named_without_its_series_is_opened(bundled: Library) -> None:
    found = chosen(bundled, at("", point=f"{REMOVALS}@2012")).answer
    assert found is not None
    assert found.target == f"series:{REMOVALS}@2012"
