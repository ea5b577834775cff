"""The shapes of the bundled icons; those of the first picture are kept for the next start.

Drawing them, and loading what Qt draws them with, takes 5 ms of the time to that picture.
"""

from __future__ import annotations

import os
import zlib
from contextlib import suppress
from functools import cache
from pathlib import Path
from threading import Thread
from typing import Final

import msgspec
from PySide6.QtCore import QByteArray, Qt, qVersion
from PySide6.QtGui import QImage, QPainter, QPixmap

from explorer.paths import cache_dir, resources, write_whole

NAME: Final = "icons.bin"
MOST: Final = 200  # shapes that are kept; beyond, as after many text sizes, only those just used
FORM: Final = QImage.Format.Format_Alpha8  # nothing but how opaque each pixel is


class _Kept(msgspec.Struct, forbid_unknown_fields=True):
    mark: str
    shapes: dict[tuple[str, int], bytes]


def icon_names() -> tuple[str, ...]:
    """The names of all bundled icons."""
    return tuple(sorted(file.stem for file in _folder().glob("*.svg")))


@cache
def shape(name: str, pixels: int) -> QPixmap:
    """A bundled drawing in black on nothing."""
    alpha = _kept().get((name, pixels), b"")
    step = (pixels + 3) // 4 * 4  # bytes in a row of the picture
    if len(alpha) != step * pixels:
        alpha = _drawn(name, pixels)
    _used[name, pixels] = alpha
    return QPixmap.fromImage(QImage(alpha, pixels, pixels, step, FORM))


def keep() -> Thread | None:
    """Keep the shapes that were used so far, unless all of them are kept already."""
    if _used.keys() <= _kept().keys():
        return None
    shapes = _kept() | _used
    data = msgspec.msgpack.encode(_Kept(_mark(), shapes if len(shapes) <= MOST else _used))
    thread = Thread(target=_write, args=(cache_dir() / NAME, data), name="icons")
    thread.start()
    return thread


_used: Final[dict[tuple[str, int], bytes]] = {}


@cache
def _kept() -> dict[tuple[str, int], bytes]:
    """What an earlier start kept, if the icons are still those."""
    with suppress(OSError, msgspec.DecodeError):
        kept = msgspec.msgpack.decode((cache_dir() / NAME).read_bytes(), type=_Kept)
        if kept.mark == _mark():
            return kept.shapes
    return {}


def _mark() -> str:
    """Changes with every icon, and with what draws them."""
    with os.scandir(_folder()) as entries:
        files = sorted((entry.name, entry.stat().st_mtime_ns) for entry in entries)
    return f"{qVersion()} {zlib.crc32(repr(files).encode()):08x}"


def _write(file: Path, data: bytes) -> None:
    with suppress(OSError):  # the next start draws them again
        write_whole(file, data)


def _drawn(name: str, pixels: int) -> bytes:
    from PySide6.QtSvg import QSvgRenderer  # costs a millisecond or two: only when asked

    text = (_folder() / f"{name}.svg").read_text(encoding="utf-8")
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(text.replace("currentColor", "black").encode())).render(painter)
    painter.end()
    alpha = image.convertToFormat(FORM)  # has a name because its bits go when it goes
    return bytes(alpha.constBits())


def _folder() -> Path:
    return resources() / "icons"
