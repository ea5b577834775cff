"""The library as one file that opens at once, rebuilt when the content changes."""

from __future__ import annotations

from explorer.content.library import Library


def open_library() -> Library:
    """The bundled library, from the compiled file where that is up to date."""
    raise NotImplementedError
