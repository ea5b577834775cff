"""A tour as a PowerPoint file: one step a slide, with notes, sources and alternative text."""

from __future__ import annotations

import importlib.util
import io
from collections.abc import Mapping, Sequence
from typing import Any, Final

from explorer.paths import APP
from explorer.present.paper import Paper, Stop, Task, Words, WrongPaper
from explorer.present.paperfigures import Shot
from explorer.present.papertext import colophon, whom

INSTALL: Final = f'python -m pip install "{APP}[pptx]"'
INCH: Final = 914400
WIDTH, HEIGHT = 12192000, 6858000  # 13.333 by 7.5 inches: 16:9
EDGE: Final = 0.55 * INCH
A_PAGE: Final = 13  # sources on a slide
TITLES: Final = ((36, 30), (46, 25), (58, 21))  # letters that fit on a line, at points
SMALLEST: Final = 18
INK, QUIET = "171D2B", "4F5767"


def is_installed() -> bool:
    """Whether the part that writes PowerPoint files is there."""
    return importlib.util.find_spec("pptx") is not None


def refuse_without() -> None:
    """A :class:`WrongPaper` that says what to install, where the part is missing."""
    if not is_installed():
        raise WrongPaper(
            f"PowerPoint files need the package python-pptx; install it with: {INSTALL}"
        )


def deck(paper: Paper, words: Words, shots: Mapping[int, Shot]) -> bytes:
    """The whole file."""
    refuse_without()
    from pptx import Presentation
    from pptx.util import Emu

    show = Presentation()
    show.slide_width, show.slide_height = Emu(WIDTH), Emu(HEIGHT)
    _properties(show, paper)
    _first(show, paper, words)
    for stop in paper.stops:
        _step(show, stop, paper, words, shots.get(stop.number))
        if stop.task is not None:
            _question(show, stop.task, paper, words)
    _sources(show, paper, words)
    file = io.BytesIO()
    show.save(file)
    return file.getvalue()


def _properties(show: Any, paper: Paper) -> None:
    core = show.core_properties
    core.title, core.subject, core.language = paper.title, paper.summary, "en-US"
    core.author, core.last_modified_by = APP, APP
    core.keywords = f"content {paper.edition.version}"
    core.comments = ""


def _first(show: Any, paper: Paper, words: Words) -> None:
    slide = show.slides.add_slide(show.slide_layouts[0])
    _place(slide.shapes.title, 1.2, 1.6)
    _write(slide.shapes.title, [paper.title], 40, bold=True)
    told = (paper.summary, " · ".join(whom(paper, words)))
    body = slide.placeholders[1]
    _place(body, 3.1, 3.4)
    _write(body, [*filter(None, told), *colophon(paper, words)], 16)


def _step(show: Any, stop: Stop, paper: Paper, words: Words, shot: Shot | None) -> None:
    slide = show.slides.add_slide(show.slide_layouts[5])  # title alone
    _place(slide.shapes.title, 0.3, 0.85)
    _write(slide.shapes.title, [stop.headline], title_size(stop.headline), bold=True)
    when = (
        [f"{stop.number} / {stop.of}", stop.date] if stop.date else [f"{stop.number} / {stop.of}"]
    )
    text = slide.shapes.add_textbox(0, 0, 1, 1)
    _place(text, 1.15, 0.95)
    _write(text, [stop.text], 17)
    if shot is not None:
        _picture(slide, shot)
    foot = slide.shapes.add_textbox(0, 0, 1, 1)
    _place(foot, 6.85, 0.5)
    told = [words("source").format(paper.named(stop.sources))] if stop.sources else []
    _write(foot, [" · ".join([*when, *told])], 11, QUIET)
    slide.notes_slide.notes_text_frame.text = "\n\n".join(_notes(stop, paper, words))


def title_size(text: str) -> int:
    """Points at which a title stays on one line, also in a wide font that stands in for ours.

    >>> title_size("What followed"), title_size("October 2010: “not an opt-in, opt-out program”")
    (30, 25)
    """
    return next((points for most, points in TITLES if len(text) <= most), SMALLEST)


def _picture(slide: Any, shot: Shot) -> None:
    """The picture between text and sources, in its own proportions."""
    room_wide, room_high = WIDTH - 2 * EDGE, 4.7 * INCH
    scale = min(room_wide / shot.size[0], room_high / shot.size[1])
    wide, high = round(shot.size[0] * scale), round(shot.size[1] * scale)
    left = round((WIDTH - wide) / 2)
    picture = slide.shapes.add_picture(io.BytesIO(shot.png), left, round(2.1 * INCH), wide, high)
    marks = picture._element.nvPicPr.cNvPr
    marks.set("descr", shot.alt)
    marks.set("name", "Picture")


def _notes(stop: Stop, paper: Paper, words: Words) -> list[str]:
    """What the speaker reads: notes, the question with its answer, the sources in full, the link."""
    told = [stop.notes] if stop.notes else []
    told += [_asked(stop.task, words)] if stop.task is not None else []
    cited = [_cited(stop.sources, paper, words)] if stop.sources else []
    return [*told, *cited, words("link").format(stop.link)]


def _asked(task: Task, words: Words) -> str:
    return "\n".join(
        filter(
            None, (f"{words('question')} {task.text}", f"{words('answer')} {task.answer}", task.why)
        )
    )


def _cited(numbers: Sequence[int], paper: Paper, words: Words) -> str:
    full = [f"[{number}] {paper.references[number - 1]}" for number in numbers]
    return "\n".join([words("sources"), *full])


def _question(show: Any, task: Task, paper: Paper, words: Words) -> None:
    """A slide that asks; the answer is in its notes."""
    slide = show.slides.add_slide(show.slide_layouts[1])
    _place(slide.shapes.title, 0.6, 2.0)
    _write(slide.shapes.title, [task.text], 30, bold=True)
    body = slide.placeholders[1]
    if task.choices:
        _place(body, 2.9, 3.6)
        _write(body, [f"{one.letter}  {one.text}" for one in task.choices], 24)
    else:
        body._element.getparent().remove(body._element)
    told = [_asked(task, words)]
    told += [_cited(task.sources, paper, words)] if task.sources else []
    slide.notes_slide.notes_text_frame.text = "\n\n".join(told)


def _sources(show: Any, paper: Paper, words: Words) -> None:
    refs = [f"[{number}] {text}" for number, text in enumerate(paper.references, 1)]
    for start in range(0, len(refs), A_PAGE):
        slide = show.slides.add_slide(show.slide_layouts[1])
        _place(slide.shapes.title, 0.3, 0.7)
        _write(slide.shapes.title, [words("sources")], 26, bold=True)
        _place(slide.placeholders[1], 1.05, 6.1)
        _write(slide.placeholders[1], refs[start : start + A_PAGE], 11)


def _place(shape: Any, top: float, height: float) -> None:
    """Put a shape across the slide, at inches from its top."""
    shape.left, shape.top = round(EDGE), round(top * INCH)
    shape.width, shape.height = round(WIDTH - 2 * EDGE), round(height * INCH)


def _write(
    shape: Any, texts: Sequence[str], points: int, color: str = INK, bold: bool = False
) -> None:
    """Paragraphs of one size, from the left top, without bullets."""
    from pptx.dml.color import RGBColor
    from pptx.enum.lang import MSO_LANGUAGE_ID
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.oxml.ns import qn
    from pptx.util import Pt

    frame = shape.text_frame
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = 0
    for number, text in enumerate(texts):
        paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.LEFT
        run = paragraph.add_run()
        run.text = text
        run.font.size, run.font.bold = Pt(points), bold
        run.font.language_id = MSO_LANGUAGE_ID.ENGLISH_US
        run.font.color.rgb = RGBColor(*bytes.fromhex(color))  # type: ignore[no-untyped-call]
        paragraph.space_after = Pt(points * 0.35)
        shape_of = paragraph._p.get_or_add_pPr()
        shape_of.set("marL", "0")
        shape_of.set("indent", "0")
        if shape_of.find(qn("a:buNone")) is None:
            shape_of.append(shape_of.makeelement(qn("a:buNone"), {}))
