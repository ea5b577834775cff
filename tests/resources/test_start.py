"""Where the content begins."""

from __future__ import annotations

from explorer.content.library import Library
from explorer.reader.lens import Lens, refuse_unknown


def test_the_first_view_exists_and_shows_an_event(bundled: Library) -> None:
    lens = Lens.read(bundled.about.start)
    refuse_unknown(lens, bundled)
    assert lens.item.startswith("event:")
    assert bundled.events[lens.item.removeprefix("event:")].date.covers(lens.moment)
