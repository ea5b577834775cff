"""Posters and prints as files: pages, preview, cancel, and writes that fail."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QApplication, QFileDialog, QProgressDialog, QWidget
from pytestqt.qtbot import QtBot

from explorer.content.library import Library
from explorer.export.papers import PAPERS
from explorer.export.posterbook import Book, Wish, book
from explorer.export.view import posterdialog, work
from explorer.export.view.poster import draw_page, measure, pdf
from explorer.export.view.posterdialog import PosterDialog
from explorer.export.view.posterwords import poster_words, tiled_words
from explorer.export.view.printing import Device, book_printer, paint_book, send
from explorer.export.view.work import Progress
from explorer.reader.theme import load_theme
from explorer.ui.paint import Look
from tests.harness.keys import round_trip
from tests.harness.overlaps import faults
from tests.harness.tree import nameless, tree
from tests.test_window import build

BOX = re.compile(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]")
SAID: list[str] = []  # what a dialog told its window
COMMAND = [sys.executable, "-m", "explorer"]


def made(library: Library, wish: Wish) -> Book:
    found = book(library, wish, poster_words(library), tiled_words(), measure)
    assert found is not None
    return found


def run(*arguments: str, most: int | None = None) -> subprocess.CompletedProcess[str]:
    """The program as a command; *most* bytes can be written to a file, as on a full disk."""

    def limit() -> None:
        if most is not None:
            import resource

            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    surroundings = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    return subprocess.run(
        [*COMMAND, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=surroundings,
        preexec_fn=limit if most is not None else None,
    )


# ----------------------------------------------------------------------------------- poster


@pytest.mark.parametrize(("paper", "pages"), [("a4", ""), ("tabloid", ""), ("a3", "letter")])
def test_a_poster_is_a_pdf_with_all_its_pages_in_true_size(
    bundled: Library, qapp: object, paper: str, pages: str
) -> None:
    found = made(bundled, Wish(paper, pages))
    data = pdf(found, poster_words(bundled))
    assert data.startswith(b"%PDF-")
    assert data.count(b"/Type /Page\n") == len(found.pages)
    wanted = PAPERS[pages or paper]
    boxes = {match.groups() for match in BOX.finditer(data)}
    assert len(boxes) == 1
    sides = sorted(float(side) / 72 * 25.4 for side in boxes.pop())
    assert sides == pytest.approx(sorted((wanted.width, wanted.height)), abs=0.3)
    assert len(found.references) == len(found.poster.sources)
    assert all(escape(text).encode() in data for text in found.references)
    assert found.link.encode().replace(b"&", b"&amp;") in data, "the link is in the description"


def test_the_words_of_the_screen_fit_as_measured(bundled: Library, qapp: object) -> None:
    from tests.export.test_poster import overlapping

    for wish in (Wish("a4"), Wish("letter"), Wish("a3", "a4"), Wish("a1")):
        found = made(bundled, wish)
        assert list(overlapping(found.poster.drawing.texts)) == []
        words = " ".join(text.text for text in found.poster.drawing.texts)
        assert "not legal advice" in words
        assert bundled.version in words


def test_a_drawing_that_is_canceled_gives_no_file(bundled: Library, qapp: object) -> None:
    found = made(bundled, Wish("a3", "a4"))
    asked: list[tuple[int, int]] = []

    def go_on(done: int, count: int) -> bool:
        asked.append((done, count))
        return done < 2

    assert pdf(found, poster_words(bundled), go_on) == b""
    assert asked == [(n, len(found.pages)) for n in range(3)]


def test_the_command_writes_a_poster_of_some_years(tmp_path: Path) -> None:
    file = tmp_path / "poster.pdf"
    done = run("poster", "--out", str(file), "--paper", "letter", "--from", "2010", "--to", "2012")
    assert (done.returncode, done.stderr, done.stdout) == (0, "", f"{file}\n")
    assert b"start=2010-01-01&amp;end=2012-12-31" in file.read_bytes()


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--paper", "a9"], "did you mean 'a4'?"),
        (["--tiled", "a4"], "choose a larger paper"),
        (["--from", "2012", "--to", "2010"], "before it begins"),
        (["--lanes", "court"], "there is no lane 'court'"),
    ],
)
def test_a_poster_that_cannot_be_made_is_refused_in_one_line(
    tmp_path: Path, options: list[str], reason: str
) -> None:
    done = run("poster", "--out", str(tmp_path / "p.pdf"), *options)
    assert done.returncode == 2
    assert reason in done.stderr
    assert done.stderr.count("\n") == 1
    assert list(tmp_path.glob("*.pdf")) == []


# -------------------------------------------------------------------------- failed writes


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit for files")
@pytest.mark.parametrize(
    "arguments",
    [
        ["poster", "--paper", "a3", "--out", "{0}/out.pdf"],
        ["export", "timeline", "--format", "pdf", "--out", "{0}"],
    ],
)
def test_a_full_disk_is_told_in_one_line_and_leaves_no_half_file(
    tmp_path: Path, home: Path, arguments: list[str]
) -> None:
    assert run("search", "detainer").returncode == 0  # the compiled content is there already
    out = tmp_path / "out"
    out.mkdir()
    done = run(*(part.format(out) for part in arguments), most=20_000)
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
    assert "File too large" in done.stderr
    assert done.stderr.count("\n") == 1
    assert list(out.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit for files")
def test_a_full_disk_keeps_the_file_that_was_there(tmp_path: Path) -> None:
    assert run("search", "detainer").returncode == 0
    file = tmp_path / "poster.pdf"
    file.write_bytes(b"old")
    assert run("poster", "--out", str(file), most=20_000).returncode == 2
    assert file.read_bytes() == b"old"


def test_a_folder_that_cannot_be_written_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = run("poster", "--out", str(tmp_path / "file" / "poster.pdf"))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


# ----------------------------------------------------------------------------------- dialog


@pytest.fixture
def dialog(bundled: Library, qtbot: QtBot) -> Iterator[PosterDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    SAID.clear()
    found = PosterDialog(bundled, None, SAID.append, parent)
    assert found.book is None, "it opens at once"
    found.refresh()
    yield found
    found.close()


def test_the_dialog_shows_what_the_poster_holds(dialog: PosterDialog) -> None:
    assert dialog.book is not None
    assert "of 100 events" in dialog.told.text()
    before = len(dialog.book.poster.shown)
    dialog.papers.setCurrentIndex(dialog.papers.findData("a1"))
    dialog.refresh()
    assert dialog.book is not None
    assert len(dialog.book.poster.shown) > before
    assert dialog.wish().paper == "a1"


@pytest.mark.parametrize("change", ["years", "rows", "pages"])
def test_the_dialog_says_why_there_is_no_poster(dialog: PosterDialog, change: str) -> None:
    if change == "years":
        dialog.start.setValue(2015)
        dialog.end.setValue(2010)
    elif change == "rows":
        for row in range(dialog.lanes.count()):
            dialog.lanes.item(row).setCheckState(Qt.CheckState.Unchecked)
    else:
        dialog.pages.setCurrentIndex(1)
    dialog.refresh()
    reasons = {"years": "first year", "rows": "at least one row", "pages": "larger paper"}
    assert reasons[change] in dialog.told.text()
    assert dialog.book is None
    assert not dialog.save_button.isEnabled()
    assert not dialog.print_button.isEnabled()


def test_the_dialog_saves_with_the_changes_just_made(
    dialog: PosterDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = str(tmp_path / "mine")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chosen, ""))
    dialog.start.setValue(2011)
    dialog.ask()
    assert b"start=2011-01-01" in (tmp_path / "mine.pdf").read_bytes()
    assert SAID[-1].startswith("Saved as")


def test_a_failed_write_of_the_dialog_is_one_message(dialog: PosterDialog, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    dialog.keep(tmp_path / "file" / "poster.pdf")
    assert len(SAID) == 1
    assert "could not be written" in SAID[0]


def test_canceling_the_drawing_writes_nothing(
    dialog: PosterDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(posterdialog, "Progress", Refusing)
    dialog.keep(tmp_path / "poster.pdf")
    assert not (tmp_path / "poster.pdf").exists()
    assert SAID == ["Canceled; nothing was written."]


class Refusing(Progress):
    """As if the reader had pressed Cancel at once."""

    def __call__(self, done: int = 0, count: int = 0) -> bool:
        return False


def test_canceling_the_layout_says_what_to_do(
    dialog: PosterDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(posterdialog, "Progress", Refusing)
    dialog.refresh()
    assert dialog.book is None
    assert "try again" in dialog.told.text()


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_the_dialog_has_names_and_no_cut_words_at_any_text_size(
    dialog: PosterDialog, qtbot: QtBot, scale: float
) -> None:
    dialog.setFont(Look(load_theme("light"), scale).font())
    dialog.resize(dialog.sizeHint().expandedTo(dialog.size()))
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert nameless(tree(dialog)) == []
    assert faults(dialog) == []


def test_every_control_of_the_dialog_is_reached_by_tab(dialog: PosterDialog, qtbot: QtBot) -> None:
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    dialog.papers.setFocus()
    stops = {stop.widget for stop in round_trip(dialog, dialog.papers)}
    wanted = {dialog.pages, dialog.lanes, dialog.save_button, dialog.print_button}
    assert wanted <= stops


def test_the_window_opens_the_dialog_with_the_years_in_view(bundled: Library, qtbot: QtBot) -> None:
    from datetime import date

    window = build(bundled)
    qtbot.addWidget(window)
    window.session.look(start=date(2009, 1, 1), end=date(2014, 12, 31))
    window.action("poster").trigger()
    (found,) = window.findChildren(PosterDialog)
    assert (found.start.value(), found.end.value()) == (2009, 2014)


# --------------------------------------------------------------------------------- progress


def test_progress_shows_only_when_it_takes_long_and_can_be_canceled(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    quick = Progress("Drawing", parent)
    assert quick(1, 2)
    assert parent.findChildren(QProgressDialog) == []
    monkeypatch.setattr(work, "SOON", 0)
    slow = Progress("Drawing", parent)
    assert slow(1, 4)
    (shown,) = parent.findChildren(QProgressDialog)
    assert (shown.value(), shown.maximum(), shown.labelText()) == (1, 4, "Drawing")
    shown.canceled.emit()
    assert not slow(2, 4)
    slow.close()


# ---------------------------------------------------------------------------------- printing


def to_file(printer: QPrinter, file: Path) -> QPrinter:
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return printer


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_page_is_previewed_and_printed_whole_to_a_file(
    library: Library, qtbot: QtBot, tmp_path: Path, theme: str
) -> None:
    window = build(library)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.choices.choose(theme=theme)
    window.action("print").trigger()
    dialogs = [
        one for one in QApplication.topLevelWidgets() if isinstance(one, QPrintPreviewDialog)
    ]
    preview = next(one for one in dialogs if one.parent() is window)
    printer = to_file(preview.printer(), tmp_path / "page.pdf")
    preview.paintRequested.emit(printer)
    data = (tmp_path / "page.pdf").read_bytes()
    assert data.count(b"/Type /Page\n") == 1
    assert len(data) > 2_000
    assert window.messages.text().startswith("Saved as")
    assert window.choices.settings.theme == theme
    preview.close()


def test_printing_to_a_file_that_fails_leaves_none(qapp: object, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    printer = to_file(QPrinter(), tmp_path / "file" / "page.pdf")
    told = send(printer, lambda painter, _: painter.drawLine(0, 0, 9, 9))
    assert "could not be written" in told
    assert printer.outputFileName() == ""


def test_printing_that_is_canceled_writes_nothing(qapp: object, tmp_path: Path) -> None:
    printer = to_file(QPrinter(), tmp_path / "page.pdf")
    assert send(printer, lambda *_: False) == "Canceled; nothing was written."
    assert not (tmp_path / "page.pdf").exists()


@pytest.mark.parametrize("wish", [Wish("a4"), Wish("a3", "letter"), Wish("a1", "a4")])
def test_a_poster_prints_every_page_in_its_size(
    bundled: Library, qapp: object, tmp_path: Path, wish: Wish
) -> None:
    found = made(bundled, wish)
    printer = to_file(book_printer(found, poster_words(bundled)), tmp_path / "poster.pdf")
    size = printer.pageLayout().fullRect(printer.pageLayout().units().Millimeter).size()
    assert (size.width(), size.height()) == pytest.approx(
        (found.paper.width, found.paper.height), abs=0.5
    )

    def draw(painter: QPainter, to: Device) -> bool:
        return paint_book(painter, to, found)

    assert send(printer, draw).startswith("Saved as")
    data = (tmp_path / "poster.pdf").read_bytes()
    assert data.count(b"/Type /Page\n") == len(found.pages)


def test_every_page_is_drawn_on_a_screen_too(bundled: Library, qapp: object) -> None:
    from explorer.ui.picture import raster

    found = made(bundled, Wish("a3", "a4"))
    for page in found.pages:
        image = raster(lambda painter, _, page=page: draw_page(painter, page), QSize(300, 215), "T")
        shades = {image.pixel(x, y) for x in range(0, 300, 2) for y in range(0, 215, 2)}
        assert len(shades) > 5
