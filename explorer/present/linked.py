"""Own tours that go along with a file elsewhere: opened from it, or saved to it."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path
from typing import Final, Literal

import msgspec

from explorer import paths
from explorer.content.library import Library
from explorer.present import edit, store
from explorer.present.edit import Draft

NAME: Final = "files.json"
Standing = Literal["same", "mine", "theirs", "both", "gone"]
"""Who changed since both were the same: nobody, the reader here, the file, both; or no file."""


class File(msgspec.Struct, frozen=True):
    """A file elsewhere, and what both held when they were the same."""

    path: str
    theirs: str  # digest of the file
    mine: str  # digest of the own tour as it is written


def file_of(id: str) -> File | None:
    """The file that an own tour goes along with."""
    return _files().get(id)


def standing(draft: Draft) -> Standing:
    """How an own tour and its file stand to each other."""
    file = file_of(draft.tour.id)
    if file is None:
        return "gone"
    try:
        theirs = _digest(Path(file.path).read_bytes()) != file.theirs
    except OSError:
        return "gone"
    mine = _digest(draft.toml().encode("utf-8")) != file.mine
    return "both" if mine and theirs else "theirs" if theirs else "mine" if mine else "same"


def open_file(path: Path, library: Library) -> Draft:
    """An own tour that holds what a file holds; the one opened from it before, if there is one.

    What the reader wrote in that one meanwhile stays: :func:`standing` tells.
    A :class:`store.TourError` or :class:`OSError` says why there is none.
    """
    path = path.expanduser().resolve()
    for id, file in _files().items():
        if file.path == str(path) and store.file_of(id).is_file():
            return store.read_tour(store.file_of(id)).draft()
    opened = store.read_tour(path)
    draft = edit.renamed(opened.draft(), store.free_id(path.stem, library))
    store.keep(draft)
    _link(draft, path)
    return draft


def take(draft: Draft) -> Draft:
    """The own tour with what its file holds now; both are the same after it."""
    file = file_of(draft.tour.id)
    if file is None:
        return draft
    opened = store.read_tour(Path(file.path))
    new = edit.look_at(edit.renamed(opened.draft(), draft.tour.id), draft.at)
    _link(new, Path(file.path))
    return new


def save(draft: Draft, path: Path) -> None:
    """Write the tour to a file and go along with it; what stood there stays beside as ``.bak``.

    An :class:`OSError` says why it could not be written; then the file is as it was.
    """
    path = path.expanduser().resolve()
    paths.write_whole(path, draft.toml().encode("utf-8"), keep_old=True)
    path.chmod(0o644)  # made to be handed on
    _link(draft, path)


def let_go(id: str) -> None:
    """The tour goes along with no file any more."""
    _write({name: file for name, file in _files().items() if name != id})


def _link(draft: Draft, path: Path) -> None:
    theirs, mine = _digest(path.read_bytes()), _digest(draft.toml().encode("utf-8"))
    _write({**_files(), draft.tour.id: File(str(path), theirs, mine)})


def _files() -> dict[str, File]:
    """Every own tour's file; none where the list cannot be read: it can be opened again."""
    with suppress(OSError, msgspec.MsgspecError):
        return msgspec.json.decode((store.folder() / NAME).read_bytes(), type=dict[str, File])
    return {}


def _write(files: dict[str, File]) -> None:
    data = msgspec.json.format(msgspec.json.encode(files))
    paths.write_whole(store.folder() / NAME, data)


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()
