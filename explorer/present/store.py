"""The reader's own tours: one file each in the reader's data folder, and tours from other files."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import msgspec

from explorer import paths
from explorer.content.library import Library, kebab
from explorer.content.marks import Statistic, taken_out
from explorer.content.model import Tour
from explorer.content.slips import Problem, convert
from explorer.present import edit
from explorer.present.edit import Draft
from explorer.present.slides import problems_of
from explorer.present.toml import comments_in
from explorer.reader.lens import nearest

ENDING: Final = ".toml"
_LINE: Final = re.compile(r"line (\d+)")


class TourError(ValueError):
    """A tour that is not there or cannot be shown; the message is one plain line."""


class Broken(msgspec.Struct, frozen=True):
    """An own tour that could not be read: it was set aside, and why."""

    id: str
    aside: Path
    reason: str  # with the line or field
    is_mended: bool  # the version before stands in its place


class Opened(msgspec.Struct, frozen=True):
    """A tour as its file has it: plain texts, and the statistics that are marked in them."""

    tour: Tour
    statistics: dict[str, tuple[Statistic, ...]]
    text: str  # as it stands in the file

    def draft(self) -> Draft:
        """The tour to be written on, with its comments."""
        return edit.draft(self.tour, self.statistics, comments_in(self.text))


def folder() -> Path:
    """Where the reader's own tours are; it is made when the first one is kept."""
    return paths.data_dir() / "tours"


def open_tour(text: str, library: Library) -> Tour:
    """The tour that *text* names: a bundled one, the reader's own, or a file; ready to be shown.

    A :class:`TourError` says in one line what there is instead, or what has to be mended.
    """
    name = text.removeprefix("tour:")
    if name in library.tours:
        return library.tours[name]
    own = folder() / f"{name}{ENDING}"
    file = own if is_plain(name) and own.is_file() else Path(text).expanduser()
    if not file.is_file():
        raise TourError(_missing(text, library))
    tour = read_tour(file).tour
    for slip in slips(tour, library):
        where = f"{slip.field}: " if slip.field else ""
        raise TourError(f"{file}: {where}{slip.what_to_do.replace('?.', '?')}")
    return tour


def read_tour(file: Path) -> Opened:
    """The tour that a file holds; a :class:`TourError` names the line or field, and the reason."""
    try:
        text = file.read_text(encoding="utf-8-sig")
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        where = f"line {line[1]}: " if line else ""
        raise TourError(f"{file}: {where}this is not TOML ({error})") from error
    except UnicodeDecodeError as error:
        raise TourError(f"{file}: this is not text in UTF-8") from error
    except RecursionError as error:
        raise TourError(f"{file}: this is not a tour: its lists lie too deep") from error
    except OSError as error:
        raise TourError(f"{file}: cannot be read ({error.strerror or error})") from error
    raw.pop("id", None)  # the name of the file is the id
    statistics: dict[str, tuple[Statistic, ...]] = {}
    plain = taken_out({**raw, "id": file.stem}, statistics)
    tour, found = convert(plain, Tour, str(file), file.stem)
    if tour is None or found:
        slip = found[0]
        where = f"{slip.field}: " if slip.field else ""
        raise TourError(f"{file}: {where}{slip.what_to_do}")
    return Opened(tour, statistics, text)


def own_tours() -> tuple[Tour, ...]:
    """The reader's own tours by title; those that cannot be read are left out."""
    found = (opened.tour for opened in _readable())
    return tuple(sorted(found, key=lambda tour: (tour.title.casefold(), tour.id)))


def all_tours(library: Library) -> tuple[Tour, ...]:
    """Every tour that can be shown: the bundled ones in their order, then the reader's own."""
    own = (tour for tour in own_tours() if next(slips(tour, library), None) is None)
    return (*sorted(library.tours.values(), key=lambda tour: tour.order), *own)


def file_of(id: str) -> Path:
    """Where an own tour is."""
    return folder() / f"{id}{ENDING}"


def free_id(title: str, library: Library) -> str:
    """An id for an own tour, made of its title, that no other tour has.

    A file that is set aside or kept from before does not count.
    """
    bare = kebab(title)[:60].strip("-") or "tour"
    numbers = ("", *(f"-{number}" for number in range(2, 10_000)))
    ids = (f"{bare}{number}" for number in numbers)
    return next(id for id in ids if id not in library.tours and not file_of(id).exists())


def keep(draft: Draft, keeps_old: bool = False) -> None:
    """Store an own tour whole; with *keeps_old* the version before stays beside it as ``.bak``.

    An :class:`OSError` says why it could not be stored; then the file is as it was.
    """
    paths.write_whole(file_of(draft.tour.id), draft.toml().encode("utf-8"), keeps_old)


def remove(id: str) -> Path:
    """Take an own tour away; where its file lies now, from where :func:`restore` brings it back."""
    gone = folder() / "removed" / f"{id}-{_stamp()}{ENDING}"
    gone.parent.mkdir(parents=True, exist_ok=True)
    file_of(id).rename(gone)
    return gone


def restore(gone: Path, id: str) -> None:
    """Bring back an own tour that was taken away."""
    gone.rename(file_of(id))


def set_broken_aside() -> tuple[Broken, ...]:
    """The own tours that cannot be read, each set aside; nothing of them is lost.

    Where the version before can be read, it takes the place.
    """
    found = []
    for file in sorted(folder().glob(f"*{ENDING}")):
        try:
            read_tour(file)
        except TourError as error:
            reason = str(error).removeprefix(f"{file}: ")
            with suppress(OSError):
                found.append(_set_aside(file, reason))
    return tuple(found)


def is_own(tour: Tour, library: Library) -> bool:
    """Whether a tour is the reader's, and not one that comes with the program."""
    return tour.id not in library.tours


def slips(tour: Tour, library: Library) -> Iterator[Problem]:
    """What keeps a tour from being shown, by the field of the step, each with what to do."""
    yield from problems_of(tour, library)
    for number, step in enumerate(tour.steps):
        asked = step.question.sources if step.question else ()
        fields = (("sources", step.sources), ("question.sources", asked))
        for field, names in fields:
            for name in names:
                if name not in library.sources:
                    near = nearest(name, library.sources, tell_known=False)
                    advice = f"There is no source {name!r}{near or '.'}"
                    at = f"steps[{number}].{field}"
                    yield Problem(f"{tour.id}{ENDING}", tour.id, at, "loose-source", advice)


def is_plain(name: str) -> bool:
    """Whether a name can be the id of a tour: no part of it leads out of the folder.

    >>> is_plain("my-tour"), is_plain("../my-tour")
    (True, False)
    """
    return re.fullmatch(r"[\w-]+", name) is not None


def _set_aside(file: Path, reason: str) -> Broken:
    aside = file.with_name(f"{file.name}.broken-{_stamp()}")
    file.rename(aside)
    before = file.with_name(f"{file.name}.bak")
    is_mended = False
    with suppress(TourError, OSError):
        read_tour(before)
        paths.write_whole(file, before.read_bytes())
        is_mended = True
    return Broken(file.stem, aside, reason, is_mended)


def _stamp() -> str:
    return datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")


def _readable() -> Iterator[Opened]:
    for file in sorted(folder().glob(f"*{ENDING}")):
        try:
            yield read_tour(file)
        except TourError:
            continue


def _missing(text: str, library: Library) -> str:
    """What there is instead of a tour that is not there."""
    if text.endswith(ENDING) or "/" in text or "\\" in text:
        return f"there is no file {text!r}"
    known = [*library.tours, *(file.stem for file in sorted(folder().glob(f"*{ENDING}")))]
    return f"there is no tour {text!r}{nearest(text, known)}"
