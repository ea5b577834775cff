"""What the desk opens for an item, and all that stands behind a figure."""

from __future__ import annotations

from explorer.content.library import Library
from explorer.evidence.chosen import chosen
from explorer.evidence.dossier import dossier
from explorer.reader.dossier import dossier as lens_of
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
    assert "claim:mpi-three-quarters" in {one.target for one in found.beside}
    assert answer.target not in {one.target for one in found.beside}


def test_a_rival_with_a_reason_is_not_told_again_without_one(bundled: Library) -> None:
    answer = chosen(bundled, at("claim:mpi-three-quarters")).answer
    assert answer is not None
    found = dossier(bundled, answer)
    told = {pair.other.target for pair in found.pairs}
    assert "claim:trac-never-majority" in told
    assert told.isdisjoint({one.target for one in found.beside})
