"""A card as text with links."""

from __future__ import annotations

from datetime import date

from explorer.card.facts import card_of
from explorer.card.html import Setter, Style
from explorer.card.names import Names
from explorer.content.dates import say
from explorer.content.library import Library

COLORS = dict.fromkeys(("text", "text-quiet", "link", "conflict", "on-chip"), "#000000")
SIZES = dict.fromkeys(("chip", "small", "body", "heading", "title"), 14.0)


def page(library: Library, ref: str) -> str:
    names = Names({"River Office": "term:office"})
    setter = Setter(Style(COLORS, SIZES, 4), str, say, str, names, library.statistics)
    return setter.page(card_of(library, ref, date(2015, 1, 1)))


def test_names_sources_and_links_can_be_followed(library: Library) -> None:
    text = page(library, "event:2008-river-check")
    for target in ("edge:e02", "note:1", "source:gazette-2008", "term:office"):
        assert f'href="{target}"' in text


def test_a_date_is_said_as_it_is_known(library: Library) -> None:
    assert "May 2009" in page(library, "event:2009-town-rule")
    assert "about March 1, 2012 – June 2012" in page(library, "event:2012-papers-write")


def test_order_in_a_lane_comes_with_its_caution(bundled: Library) -> None:
    assert "lane-neighbors:caution" in page(bundled, f"event:{next(iter(bundled.events))}")


def test_confidence_that_is_not_high_is_said(library: Library) -> None:
    assert "confidence-medium" in page(library, "event:2009-town-rule")
    assert "confidence-high" not in page(library, "event:2008-river-check")


def test_texts_are_written_safely(library: Library) -> None:
    assert "<script" not in page(library, "source:gazette-2008")
