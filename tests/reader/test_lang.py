"""Languages are found by listing their folder."""

from __future__ import annotations

from pathlib import Path

from explorer.reader.lang import chosen, languages


def test_english_is_always_there_and_comes_first(tmp_path: Path) -> None:
    assert languages(tmp_path / "nowhere") == ("en",)
    for code in ("es", "de"):
        (tmp_path / code).mkdir()
        (tmp_path / code / "ui.ts").touch()
    (tmp_path / "notes").mkdir()
    assert languages(tmp_path) == ("en", "de", "es")


def test_the_first_wanted_language_that_is_there_is_chosen() -> None:
    assert chosen(["fr", "es-MX", "en"], ["en", "es"]) == "es"
    assert chosen(["es_US"], ["en", "es", "es_US"]) == "es_US"


def test_no_wanted_language_means_english() -> None:
    assert chosen(["fr"], ["en", "es"]) == "en"
    assert chosen([], ["en"]) == "en"
