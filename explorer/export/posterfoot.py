"""What stands below the lanes of a poster: the legend, what is left out, versions, the link."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from explorer.export.postershapes import LEADING, Box, Drawing, Line, Mark, Text, Words
from explorer.export.postertitles import wrapped

Wide = Callable[[str, float, int], float]
SAMPLE: Final = "lane-federal-policy"  # the lane whose shape stands for all in the legend


class Foot(NamedTuple):
    """The foot but for the one sentence on what is left out, and its height."""

    drawing: Drawing
    height: float
    left: float
    at: float
    size: float
    wide: Wide

    def draw(self, shown: str) -> Drawing:
        """The foot with what is left out."""
        text = Text(self.left, self.at, self.wide(shown, self.size, 600), shown, self.size, 600)
        return self.drawing.and_(Drawing(texts=(text,)))


def foot_of(
    words: Words,
    keys: Sequence[str],
    about: Sequence[str],
    inner: tuple[float, float],
    size: float,
    wide: Wide,
) -> Foot:
    """The foot of a sheet whose words stand between *inner*."""
    left, right = inner
    small = size * 0.88
    line = small * LEADING
    drawing, top = _legend(words, inner, small, wide)
    texts: list[Text] = []
    for paragraph in (" · ".join(keys),):
        for text in wrapped_lines(paragraph, right - left, small, wide):
            texts.append(Text(left, top, wide(text, small, 400), text, small))
            top += line
    at = top
    top += line
    for paragraph in about:
        for text in wrapped_lines(paragraph, right - left, small, wide):
            texts.append(Text(left, top, wide(text, small, 400), text, small, 400, "text-quiet"))
            top += line
    drawing = drawing.and_(Drawing(texts=tuple(texts)))
    return Foot(drawing.down(line * 0.3), top + line * 0.8, left, at + line * 0.3, small, wide)


def wrapped_lines(text: str, width: float, size: float, wide: Wide) -> list[str]:
    """A text in lines of small print."""
    return wrapped(text, width, lambda one: wide(one, size, 400))


def _legend(
    words: Words, inner: tuple[float, float], size: float, wide: Wide
) -> tuple[Drawing, float]:
    """Signs with their meaning, one after the other in as many rows as they need."""
    left, right = inner
    line = size * LEADING
    drawing, x, y = Drawing(), left, 0.0
    for sign, text in (
        ("main", words.legend_mark),
        ("small", words.legend_small),
        ("span", words.legend_span),
        ("bar", words.legend_bar),
        ("", words.legend_numbers),
    ):
        room = {"": 0.0, "span": 3.4, "bar": 3.4}.get(sign, 1.6) * size
        needed = room + wide(text, size, 400)
        if x > left and x + needed > right:
            x, y = left, y + line
        lines = wrapped_lines(text, right - x - room, size, wide)
        drawing = drawing.and_(_sign(sign, x, y + line / 2, size))
        for number, part in enumerate(lines):
            at = Text(x + room, y + number * line, wide(part, size, 400), part, size)
            drawing = drawing.and_(Drawing(texts=(at,)))
        y += (len(lines) - 1) * line
        x += needed + 1.6 * size
    return drawing, y + line


def _sign(sign: str, x: float, y: float, size: float) -> Drawing:
    if sign == "main":
        return Drawing(marks=(Mark(x + 0.7 * size, y, size * 0.46, SAMPLE),))
    if sign == "small":
        return Drawing(marks=(Mark(x + 0.7 * size, y, size * 0.3, SAMPLE),))
    if sign == "span":
        line = Line(x, y, x + 2.8 * size, y, SAMPLE, size * 0.16)
        return Drawing(lines=(line,), marks=(Mark(x + 1.4 * size, y, size * 0.36, SAMPLE),))
    if sign == "bar":
        box = Box(x, y - 0.45 * size, 2.8 * size, 0.9 * size, "accent-soft", "accent", True, True)
        return Drawing(boxes=(box,))
    return Drawing()
