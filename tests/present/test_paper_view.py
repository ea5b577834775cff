"""What is handed out, made for real: pages, words in the files, the dialog, and what goes wrong."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QRectF, QSize
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from explorer.app import make_application, make_pane
from explorer.cli import WELL, WRONG_USE, main
from explorer.content.library import Library
from explorer.present import deck
from explorer.present.paper import FORMS, Form, Wish, paper
from explorer.present.paperfigures import tables
from explorer.present.paperflow import Sheet
from explorer.present.view import printchoices, printtext
from explorer.present.view.printchoices import usual_paper
from explorer.present.view.printdialog import HandOut
from explorer.present.view.printing import Printing
from explorer.present.view.printpictures import Pictures, short
from explorer.present.view.printtables import draw_tables
from explorer.present.view.printwords import WORDS, words
from explorer.reader.theme import load_theme
from explorer.ui.paint import Look
from tests import pdftext
from tests.accessible import nameless
from tests.harness.overlaps import faults
from tests.present.test_paperpages import assert_well_set

Said = pytest.CaptureFixture[str]


def printing(library: Library, what: str, form: Form, **wanted: object) -> Printing:
    return Printing(library, partial(make_pane, library), Wish(what, form, **wanted))  # type: ignore[arg-type]


def file_of(library: Library, what: str, form: Form, **wanted: object) -> bytes:
    made = printing(library, what, form, **wanted)
    data = made.whole()
    made.close()
    return data


# ------------------------------------------------------------------------------------- files


@pytest.mark.parametrize("form", ["handout", "slides"])
def test_a_pdf_holds_every_headline_text_and_source(
    qtbot: QtBot, library: Library, form: Form
) -> None:
    told = pdftext.words(file_of(library, "down-the-river", form))
    document = paper(library, "down-the-river", words, form)
    for stop in document.stops:
        assert pdftext.letters(stop.headline) in told
        assert pdftext.letters(stop.text) in told
        assert pdftext.letters(words("source").format(document.named(stop.sources))) in told
        assert pdftext.letters(stop.link) in told
    for reference in document.references:
        assert pdftext.letters(reference) in told
    assert pdftext.letters(f"content {library.version}, researched to") in told


def test_a_worksheet_as_a_file_holds_no_answer_anywhere(qtbot: QtBot, bundled: Library) -> None:
    for name, tour in bundled.tours.items():
        bare = file_of(bundled, name, "worksheet")
        key = pdftext.words(file_of(bundled, name, "key"))
        for step in tour.steps:
            ask = step.question
            if ask is None:
                continue
            asked = pdftext.letters(ask.text)
            assert asked in pdftext.words(bare)
            assert asked in key
            known = [ask.why] if ask.choices else [ask.answer, ask.why]
            for secret in filter(None, known):
                assert pdftext.letters(secret) in key
                assert pdftext.letters(secret) not in pdftext.words(bare)
                assert secret.encode("utf-16-be") not in bare
                assert secret.encode() not in bare


def test_notes_are_on_a_handout_only_when_asked_for(qtbot: QtBot, library: Library) -> None:
    for notes in (True, False):
        told = pdftext.words(file_of(library, "down-the-river", "handout", notes=notes))
        assert (pdftext.letters("Ask who saw it.") in told) is notes


@pytest.mark.parametrize(("per_page", "pages"), [(1, 3), (2, 2), (4, 2)])
def test_a_handout_has_the_pages_that_its_steps_need(
    qtbot: QtBot, library: Library, per_page: int, pages: int
) -> None:
    data = file_of(library, "down-the-river", "handout", per_page=per_page)
    assert data.startswith(b"%PDF-")
    assert pdftext.pages(data) == pages


@pytest.mark.parametrize(("size", "box"), [("letter", b"612"), ("a4", b"595")])
def test_paper_is_as_wide_as_was_chosen(
    qtbot: QtBot, library: Library, size: str, box: bytes
) -> None:
    data = file_of(library, "lesson:one-hour", "handout", paper=size)
    assert b"/MediaBox [0 0 " + box in data.replace(b".000000", b"")


def test_pictures_on_paper_are_lines_and_letters(qtbot: QtBot, library: Library) -> None:
    data = file_of(library, "down-the-river", "handout")
    assert b"/Subtype /Image" not in data


def test_every_page_of_every_tour_is_well_set(qtbot: QtBot, bundled: Library) -> None:
    for name in bundled.tours:
        for per_page in (1, 2, 4):
            for notes in (False, True):
                made = printing(bundled, name, "handout", per_page=per_page, notes=notes)
                assert_well_set(made.sheets())
        assert_well_set(printing(bundled, name, "slides").sheets())


def test_the_guide_fits_on_one_page_of_either_paper(qtbot: QtBot, bundled: Library) -> None:
    for size in ("letter", "a4"):
        what = "guide:teaching-a-contested-subject"
        assert len(printing(bundled, what, "handout", paper=size).sheets()) == 1


def test_a_table_never_runs_out_of_its_place(qtbot: QtBot, bundled: Library) -> None:
    made = printing(bundled, "whole-story", "handout")
    found = tables(bundled, made.paper.stops[13].lens, words)
    for height in (80, 200):
        image = QImage(QSize(500, 400), QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        draw_tables(painter, QRectF(0, 0, 500, height), found, made.look)
        painter.end()
        below = {image.pixel(x, y) for x in range(0, 500, 3) for y in range(height + 2, 400)}
        assert below == {0xFFFFFFFF}


def test_the_web_page_shows_what_the_panes_show(qtbot: QtBot, library: Library) -> None:
    told = file_of(library, "down-the-river", "html").decode()
    assert told.count('alt="Timeline for the step “The first check”.') == 1
    assert told.count("<img ") == 2
    assert told.count("<table>") == 2
    rows = told.partition("<tbody>")[2].partition("</tbody>")[0]
    assert '<th scope="row">Oct 27, 2008</th><td>The river check begins</td>' in rows


def test_the_presentation_is_written(qtbot: QtBot, library: Library) -> None:
    assert file_of(library, "down-the-river", "pptx").startswith(b"PK")


def test_work_can_be_stopped_and_leaves_nothing(qtbot: QtBot, library: Library) -> None:
    made = printing(library, "down-the-river", "handout")
    work = made.pieces()
    assert next(work)[0] == 1
    work.close()  # type: ignore[attr-defined]
    made.close()
    assert made.data == b""


def test_printing_keeps_slides_whole_on_other_paper(
    qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFullPage(True)
    made = printing(library, "down-the-river", "slides")
    pages: tuple[Sheet, ...] = made.sheets()
    assert [done for done, _ in made.print_on(printer, pages, resize=False)][-1] == len(pages)
    told = (tmp_path / "printed.pdf").read_bytes()
    assert pdftext.pages(told) == len(pages)
    assert "Thefirstcheck" in pdftext.words(told)


def test_every_word_on_paper_is_known() -> None:
    assert all(WORDS.values())
    assert {*FORMS} <= {*WORDS}


def test_long_words_such_as_addresses_are_broken(qtbot: QtBot) -> None:
    layout = printtext.lines("x" * 400, 10, False, 100)
    assert layout.lineCount() > 5


def test_what_stands_in_for_a_picture_ends_with_a_sentence() -> None:
    assert short("One thing. " * 60).endswith("thing.")
    assert len(short("One thing. " * 60)) <= 280


# -------------------------------------------------------------------------------- command line


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            ["whole-sory", "--as", "html"],
            "there is no tour 'whole-sory'; did you mean 'whole-story'?",
        ),
        (["whole-story", "--as", "htm"], "--as: there is no 'htm'; did you mean 'html'?"),
        (["lesson:who", "--as", "html"], "did you mean 'lesson:who-decides'?"),
        (["lesson:who-decides", "--as", "slides"], "a lesson has no form 'slides'"),
        (["whole-story", "--as", "handout", "--paper", "a5"], "--paper: there is no 'a5'"),
        (["whole-story", "--as", "handout", "--per-page", "3"], "--per-page: there is no '3'"),
    ],
)
def test_wrong_use_is_one_line_and_nothing_is_written(
    arguments: list[str], says: str, capsys: Said, tmp_path: Path
) -> None:
    file = tmp_path / "new" / "file.pdf"
    assert main(["handout", *arguments, "--out", str(file)]) == WRONG_USE
    out, error = capsys.readouterr()
    assert says in error
    assert (out, error.count("\n")) == ("", 1)
    assert not file.parent.exists()


def test_a_file_is_kept_and_named(qapp: object, capsys: Said, tmp_path: Path) -> None:
    file = tmp_path / "guide.html"
    what = "guide:teaching-a-contested-subject"
    assert main(["handout", what, "--as", "html", "--out", str(file)]) == WELL
    assert capsys.readouterr().out == f"{file}\n"
    assert file.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def full(file: int) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_is_told_and_leaves_no_half_file(
    qapp: object, capsys: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "key.pdf").write_bytes(b"before")
    monkeypatch.setattr(os, "fsync", full)
    arguments = ["handout", "whole-story", "--as", "key", "--out", str(folder / "key.pdf")]
    assert main(arguments) == WRONG_USE
    error = capsys.readouterr().err
    assert "cannot be written (No space left on device)" in error
    assert error.count("\n") == 1
    assert [file.name for file in folder.iterdir()] == ["key.pdf"]
    assert (folder / "key.pdf").read_bytes() == b"before"


def test_a_folder_in_the_place_of_the_file_is_told(
    qapp: object, capsys: Said, tmp_path: Path
) -> None:
    assert main(["handout", "opt-out", "--as", "key", "--out", str(tmp_path)]) == WRONG_USE
    assert "is a folder; name a file in it" in capsys.readouterr().err


# -------------------------------------------------------------------------------------- dialog


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def sheet(qtbot: QtBot, library: Library, told: list[str]) -> HandOut:
    found = HandOut(library, partial(make_pane, library), told.append)
    qtbot.addWidget(found, before_close_func=lambda one: one.end())
    found.show()
    return found


def choose(box: object, data: object) -> None:
    box.setCurrentIndex(box.findData(data))  # type: ignore[attr-defined]


def test_it_begins_with_a_tour_as_a_handout_and_shows_its_pages(
    qtbot: QtBot, sheet: HandOut
) -> None:
    assert sheet.wish() == Wish("tour:down-the-river", "handout", usual_paper(QLocale.system()), 2)
    qtbot.waitUntil(lambda: len(sheet.preview.pages) == 2 and sheet._work is None)
    assert sheet.preview.pages[0].accessibleName() == "1 of 2"
    assert "The first check" in sheet.preview.pages[0].accessibleDescription()


def test_forms_follow_what_is_chosen(qtbot: QtBot, sheet: HandOut) -> None:
    choose(sheet.choices.what, "guide:in-class")
    assert [sheet.choices.form.itemData(row) for row in range(sheet.choices.form.count())] == [
        "handout",
        "html",
    ]
    assert not sheet.choices.per_page.isEnabled()
    assert not sheet.choices.notes.isEnabled()
    choose(sheet.choices.form, "html")
    assert not sheet.print_button.isEnabled()
    choose(sheet.choices.what, "tour:down-the-river")
    assert sheet.wish().form == "html"
    assert sheet.choices.notes.isEnabled()


def test_enter_saves_and_does_not_close(sheet: HandOut) -> None:
    assert sheet.save_button.isDefault()
    others = [one for one in sheet.findChildren(QPushButton) if one is not sheet.save_button]
    assert len(others) >= 3
    assert not any(one.isDefault() or one.autoDefault() for one in others)


def test_a_choice_shows_other_pages(qtbot: QtBot, sheet: HandOut) -> None:
    qtbot.waitUntil(lambda: len(sheet.preview.pages) == 2 and sheet._work is None)
    choose(sheet.choices.per_page, 1)
    qtbot.waitUntil(lambda: len(sheet.preview.pages) == 3 and sheet._work is None)


def test_saving_writes_the_file_and_says_where(
    qtbot: QtBot, sheet: HandOut, told: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "tour.pdf"
    sheet.save(file)
    assert sheet.cancel_button.isVisible()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [f"Saved as {file}"]
    assert pdftext.pages(file.read_bytes()) == 2
    assert not sheet.cancel_button.isVisible()


def test_stopping_writes_nothing(
    qtbot: QtBot, sheet: HandOut, told: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "tour.pdf"
    sheet.save(file)
    sheet.cancel_button.click()
    assert told == ["Stopped. Nothing was written."]
    assert not file.exists()
    assert sheet.save_button.isEnabled()


def test_a_failed_write_is_told(
    qtbot: QtBot,
    sheet: HandOut,
    told: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "fsync", full)
    sheet.save(tmp_path / "tour.pdf")
    qtbot.waitUntil(lambda: bool(told))
    assert "could not be written: No space left on device" in told[0]
    assert not (tmp_path / "tour.pdf").exists()
    assert sheet.isVisible()


def test_a_file_of_which_a_part_cannot_be_made_is_not_written(
    qtbot: QtBot,
    sheet: HandOut,
    told: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("no picture")

    choose(sheet.choices.form, "html")
    monkeypatch.setattr(Pictures, "shot", broken)
    with qtbot.captureExceptions() as caught:
        sheet.save(tmp_path / "tour.html")
        qtbot.waitUntil(lambda: bool(caught) and not sheet._ticks.isActive())
    assert [str(error) for _, error, _ in caught] == ["no picture"]
    assert not (tmp_path / "tour.html").exists()
    assert told == ["Stopped. Nothing was written."]


def test_powerpoint_stays_in_the_list_with_what_to_install(
    qtbot: QtBot, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deck, "is_installed", lambda: False)
    found = HandOut(library, partial(make_pane, library), lambda _: None)
    qtbot.addWidget(found, before_close_func=lambda one: one.end())
    row = found.choices.form.findData("pptx")
    item = found.choices.form.model().item(row)  # type: ignore[attr-defined]
    assert not item.isEnabled()
    assert "not installed" in item.text()
    assert "[pptx]" in item.toolTip()


def test_printing_takes_the_paper_of_the_printer_and_says_so(
    qtbot: QtBot, sheet: HandOut, told: list[str], tmp_path: Path
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    sheet.print_on(printer)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].startswith("Sent to the printer")
    data = (tmp_path / "printed.pdf").read_bytes()
    assert b"/MediaBox [0 0 595" in data
    assert pdftext.letters("The first check") in pdftext.words(data)


def test_without_a_printer_it_says_what_to_do(
    qtbot: QtBot, sheet: HandOut, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    none: Callable[[], list[str]] = list
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(none))
    sheet.ask_printer()
    assert told == ["No printer is set up. Save it as PDF and print that elsewhere."]


@pytest.mark.parametrize(
    ("name", "size"), [("en_US", "letter"), ("es_MX", "letter"), ("de_DE", "a4"), ("en_GB", "a4")]
)
def test_paper_follows_the_country(name: str, size: str) -> None:
    assert usual_paper(QLocale(name)) == size


def test_every_form_has_a_name_in_the_dialog() -> None:
    assert {*printchoices.FORM_WORDS} == {*FORMS}


def test_every_part_of_the_dialog_has_a_name(sheet: HandOut) -> None:
    assert nameless(sheet) == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_dialog_can_be_read_at_every_text_size(
    qtbot: QtBot, library: Library, scale: float
) -> None:
    Look(load_theme("light"), scale).apply(make_application())
    found = HandOut(library, partial(make_pane, library), lambda _: None)
    qtbot.addWidget(found, before_close_func=lambda one: one.end())
    found.resize(1200, 700)
    found.show()
    try:
        assert [str(fault) for fault in faults(found)] == []
    finally:
        Look(load_theme("light")).apply(make_application())
