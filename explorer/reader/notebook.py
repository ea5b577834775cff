"""Bookmarks and notes of the reader, tied to records, in one file of the reader's own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import msgspec

from explorer.paths import write_whole

SCHEMA: Final = 1


class Bookmark(msgspec.Struct, frozen=True):
    """A record that the reader wants to find again, and the view in which it was kept."""

    ref: str
    link: str
    made: str  # ISO time, UTC


class Note(msgspec.Struct, frozen=True):
    """What the reader wrote about a record."""

    ref: str
    text: str
    changed: str  # ISO time, UTC


class _Stored(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    schema: int = SCHEMA
    bookmarks: tuple[Bookmark, ...] = ()
    notes: tuple[Note, ...] = ()


class Notebook(msgspec.Struct, frozen=True):
    """All bookmarks and notes, by the reference of what they are about.

    >>> Notebook().with_note("event:a", "ask the class").note("event:a")
    'ask the class'
    """

    bookmarks: Mapping[str, Bookmark] = msgspec.field(default_factory=dict)
    notes: Mapping[str, Note] = msgspec.field(default_factory=dict)

    def has_bookmark(self, ref: str) -> bool:
        """Whether the reader kept this record."""
        return ref in self.bookmarks

    def note(self, ref: str) -> str:
        """What the reader wrote about a record; empty if nothing."""
        return self.notes[ref].text if ref in self.notes else ""

    def with_bookmark(self, ref: str, link: str) -> Notebook:
        """The notebook with one more bookmark."""
        return msgspec.structs.replace(
            self, bookmarks={**self.bookmarks, ref: Bookmark(ref, link, _now())}
        )

    def without_bookmark(self, ref: str) -> Notebook:
        """The notebook with that bookmark taken out."""
        kept = {name: mark for name, mark in self.bookmarks.items() if name != ref}
        return msgspec.structs.replace(self, bookmarks=kept)

    def with_note(self, ref: str, text: str) -> Notebook:
        """The notebook with this note; a blank text takes the note out."""
        kept = {name: note for name, note in self.notes.items() if name != ref}
        if text.strip():
            kept[ref] = Note(ref, text, _now())
        return msgspec.structs.replace(self, notes=kept)


class NotebookError(Exception):
    """The file could not be read; it was set aside under ``aside`` and nothing in it was changed."""

    def __init__(self, aside: Path, reason: str) -> None:
        super().__init__(f"{aside.name}: {reason}")
        self.aside = aside
        self.reason = reason


def read(file: Path) -> Notebook:
    """The notebook in *file*, empty where there is none.

    A file that cannot be understood is set aside, never overwritten: :class:`NotebookError`.
    """
    if not file.exists():
        return Notebook()
    try:
        stored = msgspec.json.decode(file.read_bytes(), type=_Stored)
        if stored.schema > SCHEMA:
            raise ValueError(f"it was written by a later version (schema {stored.schema})")
    except (msgspec.MsgspecError, ValueError, OSError) as error:
        raise NotebookError(_set_aside(file), str(error)) from error
    return Notebook(
        {mark.ref: mark for mark in stored.bookmarks}, {note.ref: note for note in stored.notes}
    )


def write(file: Path, notebook: Notebook) -> None:
    """Store the notebook whole, keeping the version before as ``.bak``; else an :class:`OSError`."""
    stored = _Stored(
        bookmarks=tuple(notebook.bookmarks.values()), notes=tuple(notebook.notes.values())
    )
    write_whole(file, msgspec.json.format(msgspec.json.encode(stored)), keep_old=True)


def _set_aside(file: Path) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    aside = file.with_name(f"{file.stem}-set-aside-{stamp}{file.suffix}")
    file.rename(aside)
    return aside


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
