"""The words of a PDF file that Qt wrote: enough of the format to read them back."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

_OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
_PAGE = re.compile(rb"/Type /Page\n")
_RANGE = re.compile(r"<(\w+)> <(\w+)> (<\w+>|\[[^\]]*\])")
_SHOWN = re.compile(rb"/(F\d+) [\d.]+ Tf|<([0-9a-fA-F]+)>|\bTd\b|\bTm\b")


def pages(data: bytes) -> int:
    """How many pages a file has."""
    return len(_PAGE.findall(data))


def text(data: bytes) -> str:
    """All that is written in a file, line after line without anything between them."""
    objects = {int(number): body for number, body in _OBJECT.findall(data)}
    fonts = dict(_fonts(objects))
    shown = (_stream(body, objects) for body in objects.values())
    return "".join(
        piece for stream in shown if b" Tf" in stream for piece in _pieces(stream, fonts)
    )


def words(data: bytes) -> str:
    """The letters of a file alone, so that it matters not where a line ends."""
    return letters(text(data))


def letters(told: str) -> str:
    """A text without anything but letters and digits."""
    return re.sub(r"[^\w]", "", told)


def _pieces(stream: bytes, fonts: dict[str, dict[int, str]]) -> Iterator[str]:
    known: dict[int, str] = {}
    for match in _SHOWN.finditer(stream):
        if match[1]:
            known = fonts.get(match[1].decode(), {})
        elif match[2]:
            codes = match[2].decode()
            yield "".join(
                known.get(int(codes[at : at + 4], 16), "") for at in range(0, len(codes), 4)
            )


def _fonts(objects: dict[int, bytes]) -> Iterator[tuple[str, dict[int, str]]]:
    for body in objects.values():
        for name, number in re.findall(rb"/(F\d+) (\d+) 0 R", body):
            found = re.search(rb"/ToUnicode (\d+) 0 R", objects.get(int(number), b""))
            if found:
                yield (
                    name.decode(),
                    _letters(_stream(objects[int(found[1])], objects).decode("latin-1")),
                )


def _letters(cmap: str) -> dict[int, str]:
    known: dict[int, str] = {}
    for first, last, target in _RANGE.findall(cmap):
        low, high = int(first, 16), int(last, 16)
        if target.startswith("["):
            for code, one in zip(
                range(low, high + 1), re.findall(r"<(\w+)>", target), strict=False
            ):
                known[code] = _unicode(one)
        else:
            start = int(target[1:-1], 16)
            known |= {code: chr(start + code - low) for code in range(low, high + 1)}
    return known


def _unicode(code: str) -> str:
    return bytes.fromhex(code.zfill(4)).decode("utf-16-be", "replace")


def _stream(body: bytes, objects: dict[int, bytes]) -> bytes:
    head, mark, rest = body.partition(b"stream\n")
    if not mark:
        return b""
    data = rest.rpartition(b"\nendstream")[0]
    if b"/FlateDecode" not in head:
        return data
    return zlib.decompressobj().decompress(data)
