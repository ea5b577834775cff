"""Which fields of a record name other records, and which records they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

import msgspec

from explorer.content import model
from explorer.content.model import Part, Record


class Mention(NamedTuple):
    """One place in a record where another is named: ``links[0].to`` names ``event:…``."""

    field: str
    ref: str


NAMES: Final[Mapping[tuple[type, str], str]] = {
    (model.Link, "to"): "event",
    (model.Event, "places"): "place",
    (model.Event, "programs"): "program",
    (model.Phase, "event"): "event",
    (model.Rival, "claim"): "claim",
    (model.Question, "claims"): "claim",
    (model.Row, "series"): "series",
    (model.Question, "between"): "viewpoint",
    (model.Position, "quotes"): "quote",
    (model.Position, "viewpoints"): "viewpoint",
    (model.Meaning, "claims"): "claim",
    (model.Apart, "claim"): "claim",
    (model.Edge, "from_"): "node",
    (model.Edge, "to"): "node",
    (model.Era, "edges"): "edge",
    (model.Box, "members"): "node",
    (model.Group, "members"): "node",
    (model.Stage, "node"): "node",
    (model.Stage, "edges"): "edge",
    (model.Role, "scope"): "place",
    (model.Profile, "place_id"): "place",
    (model.Profile, "facts"): "attribute",
    (model.Walk, "profile"): "profile",
    (model.WalkStep, "era"): "era",
    (model.WalkStep, "node"): "node",
    (model.WalkStep, "edge"): "edge",
    (model.WalkStep, "policy"): "policy",
    (model.Place, "within"): "place",
    (model.Limit, "scope"): "place",
    (model.Limit, "modelled_by"): "policy",
    (model.Series, "table"): "table",
    (model.Plotted, "series"): "series",
    (model.Chart, "whole"): "series",
    (model.Chart, "per"): "series",
    (model.Chart, "table"): "table",
    (model.Table, "series"): "series",
    (model.Lesson, "tour"): "tour",
}
"""Fields that hold plain ids of one kind. ``sources`` and ``source`` do everywhere."""

REFERENCES: Final = frozenset(
    {
        (model.Change, "target"),
        (model.Measure, "by"),
        (model.Conflict, "about"),
        (model.Question, "figures_in"),
    }
)
"""Fields that hold full references, ``kind:id``."""

ANY: Final = "*"  # a step of a told walk that stands in every era


def mentions(record: Record | Part) -> Iterator[Mention]:
    """Every reference inside a record, its parts included."""
    return _inside(record, "")


def sources(record: Record | Part) -> tuple[str, ...]:
    """The ids of the sources that a record names, its parts included, each once."""
    found = (mention.ref for mention in mentions(record) if mention.ref.startswith("source:"))
    return tuple(dict.fromkeys(ref.removeprefix("source:") for ref in found))


def texts(record: Record | Part) -> Iterator[tuple[str, str]]:
    """Every text inside a record that people read, with its field; ids and references left out."""
    return ((field, text) for field, text, _, _ in texts_within(record))


def texts_within(record: Record | Part) -> Iterator[tuple[str, str, type, str]]:
    """As :func:`texts`, each with the type of the part that holds it and the key that it has."""
    return _texts(record, "")


def _inside(part: Any, at: str) -> Iterator[Mention]:
    for name, written, kind in _fields(type(part)):
        value = getattr(part, name)
        if kind is not None:
            yield from _named(value, f"{at}{written}", kind)
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                if isinstance(item, msgspec.Struct):
                    yield from _inside(item, f"{at}{written}[{number}].")
        elif isinstance(value, msgspec.Struct):
            yield from _inside(value, f"{at}{written}.")


def _named(value: Any, field: str, kind: str) -> Iterator[Mention]:
    prefix = f"{kind}:" if kind else ""
    for name in (value,) if isinstance(value, str) else value:
        if name and name != ANY:
            yield Mention(field, f"{prefix}{name}")


def _texts(part: Any, at: str) -> Iterator[tuple[str, str, type, str]]:
    for name, written, kind in _fields(type(part)):
        value = getattr(part, name)
        named = kind is not None and not isinstance(value, dict)
        if named or name in ("id", "formerly"):
            continue
        if isinstance(value, str):
            yield f"{at}{written}", value, type(part), written
        elif isinstance(value, msgspec.Struct):
            yield from _texts(value, f"{at}{written}.")
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                if isinstance(item, msgspec.Struct):
                    yield from _texts(item, f"{at}{written}[{number}].")
                elif isinstance(item, str):
                    yield f"{at}{written}[{number}]", item, type(part), written
        elif isinstance(value, dict):
            for key, item in value.items():
                if isinstance(item, msgspec.Struct):
                    yield from _texts(item, f"{at}{written}.{key}.")


def _fields(cls: Any) -> tuple[tuple[str, str, str | None], ...]:
    """Name, name in the file, and kind that it names ("" for a full reference, None for none)."""
    if cls not in _KNOWN:
        pairs = zip(cls.__struct_fields__, cls.__struct_encode_fields__, strict=True)
        _KNOWN[cls] = tuple((name, written, _kind(cls, name)) for name, written in pairs)
    return _KNOWN[cls]


_KNOWN: dict[type, tuple[tuple[str, str, str | None], ...]] = {}


def _kind(cls: type, name: str) -> str | None:
    if (cls, name) in REFERENCES:
        return ""
    if name in ("sources", "source"):
        return "source"
    return NAMES.get((cls, name))
