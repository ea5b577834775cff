"""Which module writes the card of which kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, Final

from explorer.card.card import Section
from explorer.card.lines import Desk

WRITERS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("event", "program", "administration"), "history"),
    **dict.fromkeys(("claim", "conflict", "question", "quote", "viewpoint"), "evidence"),
    **dict.fromkeys(("term", "word", "official_name", "source"), "evidence"),
    **dict.fromkeys(("series", "table", "chart", "funnel"), "figures"),
    **dict.fromkeys(("node", "edge", "era", "box", "group", "form"), "diagram"),
    **dict.fromkeys(("policy", "rule", "attribute", "outcome"), "rules"),
    **dict.fromkeys(("profile", "profile_rule", "walk"), "rules"),
    **dict.fromkeys(("place", "agreement", "limit"), "places"),
    **dict.fromkeys(("tour", "lesson", "guide"), "teaching"),
}
"""The module for each kind of record, loaded when a card of that kind is first opened."""


def sections_of(desk: Desk, kind: str, record: Any) -> list[Section]:
    """The filled sections of a record's own."""
    module = import_module(f"explorer.card.{WRITERS[kind]}")
    write: Callable[[Desk, Any], list[Section]] = getattr(module, kind)
    return [section for section in write(desk, record) if section.lines or section.spark]
