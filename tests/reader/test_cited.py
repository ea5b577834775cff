"""What a lens shows, as citations."""

from __future__ import annotations

import pytest

from explorer.content.library import Library, UnknownRecord
from explorer.reader.cited import cited, offers, view_title
from explorer.reader.lens import Lens, LinkError

EVENT = "event:2011-moa-termination"


def kinds(library: Library, link: str, shown: str = "") -> list[str]:
    """The kinds of what can be cited of a link."""
    return [offer.kind for offer in offers(library, Lens.read(link), "Page", shown)]


def test_a_page_without_a_choice_can_be_cited_as_a_view(bundled: Library) -> None:
    assert kinds(bundled, "timeline") == ["view"]


def test_a_chosen_record_comes_before_the_view(bundled: Library) -> None:
    assert kinds(bundled, f"explore?item={EVENT}") == ["record", "view"]
    assert kinds(bundled, "explore?item=source:gao-12-708") == ["source", "view"]


def test_what_a_page_shows_by_itself_can_be_cited_once(bundled: Library) -> None:
    chart = f"chart:{next(iter(bundled.charts))}"
    assert kinds(bundled, "charts", chart) == ["record", "view"]
    assert kinds(bundled, f"charts?item={chart}", chart) == ["record", "view"]
    assert kinds(bundled, "charts", "chart:nothing") == ["view"]


def test_a_figure_comes_first_and_its_link_restores_the_whole_view(bundled: Library) -> None:
    figure = next(one for one in bundled.table("ice-removals") if one.fiscal_year and not one.date)
    link = f"charts?item=series:{figure.series}&x.point={figure.series}@{figure.fiscal_year}"
    found = offers(bundled, Lens.read(link), "Charts")
    assert [offer.kind for offer in found] == ["figure", "record", "view"]
    assert Lens.read(found[0].citation.works[0].link) == Lens.read(link)
    assert [work.id for work in found[0].citation.works[1:]] == [figure.source]


def test_a_figure_that_the_page_tells_of_comes_first_with_its_own_link(bundled: Library) -> None:
    chart, figure = "chart:ice-removals", "ice-removals/ice-total@2012"
    found = offers(bundled, Lens.read("charts"), "Charts", chart, figure)
    assert [offer.kind for offer in found] == ["figure", "record", "view"]
    link = found[0].citation.works[0].link
    assert link == f"charts?item={chart}&x.point={figure}"
    assert Lens.read(link).option("point") == figure
    assert "x.point" not in found[1].citation.works[0].link


def test_a_figure_that_is_not_there_is_not_offered(bundled: Library) -> None:
    assert kinds(bundled, "charts?x.point=ice-removals/interior@1066") == ["view"]


def test_a_view_is_called_by_its_page_and_what_is_open(bundled: Library) -> None:
    assert view_title(bundled, Lens(), "Explore") == "Explore"
    named = view_title(bundled, Lens(item=EVENT), "Explore")
    assert named == f"Explore: {bundled.name(EVENT)}"


def test_a_reference_and_a_link_name_the_same_record(bundled: Library) -> None:
    assert cited(bundled, EVENT).works[1:] == cited(bundled, f"explore?item={EVENT}").works[1:]


def test_what_names_nothing_is_refused_with_what_is_near(bundled: Library) -> None:
    with pytest.raises(UnknownRecord, match="did you mean"):
        cited(bundled, "event:2011-moa-terminatio")
    with pytest.raises(LinkError, match="did you mean"):
        cited(bundled, "timelin")


def test_a_page_has_its_own_name_in_a_citation(bundled: Library) -> None:
    assert cited(bundled, "casewalk").works[0].title == "Case walk"
    assert cited(bundled, "timeline").works[0].title == "Timeline"
