"""The map of counties as one of the forms of the page."""

from __future__ import annotations

from explorer.reader.lens import Lens
from explorer.ui.page import Page


class MapForm(Page):
    """Every county in the color of the step since when it was connected."""

    name = "places"

    def show_lens(self, new: Lens, old: Lens | None) -> None:
        """Color what differs between two days."""
