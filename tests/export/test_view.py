"""Pictures of pages: right format, right size, words inside, whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from explorer.content.library import Library
from explorer.export.view.dialog import ExportDialog
from explorer.ui.picture import ask_and_save, picture, save, save_and_tell
from explorer.window import NAMES
from tests.test_window import build

SVG = "{http://www.w3.org/2000/svg}"
SIZE = QSize(300, 200)


def paint(painter: QPainter, rect: QRectF) -> None:
    painter.fillRect(rect, QColor("white"))
    painter.setPen(QColor("black"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "Figure")


def test_a_png_has_the_size_the_picture_and_the_description(qapp: object) -> None:
    image = QImage.fromData(picture(paint, "png", SIZE, "A title", "What is seen"))
    assert image.size() == SIZE
    assert image.pixelColor(0, 0) == QColor("white")
    assert image.text("Title") == "A title"
    assert image.text("Description") == "What is seen"
    colors = {image.pixelColor(x, y).value() for x in range(300) for y in range(80, 120)}
    assert min(colors) < 100, "the word was drawn"


def test_an_svg_holds_its_words_as_words_and_a_title(qapp: object) -> None:
    tree = ET.fromstring(picture(paint, "svg", SIZE, "A title", "What is seen"))
    assert tree.get("viewBox") == "0 0 300 200"
    assert [text.text for text in tree.iter(f"{SVG}text")] == ["Figure"]
    assert tree.findtext(f"{SVG}title") == "A title"
    assert tree.findtext(f"{SVG}desc") == "What is seen"
    assert list(tree.iter(f"{SVG}image")) == []


def test_a_pdf_has_one_page_of_the_size(qapp: object) -> None:
    data = picture(paint, "pdf", SIZE, "A title")
    assert data.startswith(b"%PDF-")
    assert b"/MediaBox [0 0 225 150]" in data.replace(b".000000", b"")
    assert data.count(b"/Type /Page\n") == 1


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_a_page_that_cannot_be_drawn_is_told_and_the_program_goes_on(
    qapp: object, form: str
) -> None:
    painters: list[QPainter] = []

    def broken(painter: QPainter, _: QRectF) -> None:
        painters.append(painter)
        raise ValueError("not drawn")

    with pytest.raises(ValueError, match="not drawn"):
        picture(broken, form, SIZE, "Title")
    assert not any(painter.isActive() for painter in painters)


def test_a_file_is_written_whole_into_a_folder_that_is_made(tmp_path: Path) -> None:
    file = save(b"abc", tmp_path / "deep" / "a.png")
    assert file.read_bytes() == b"abc"
    assert [found.name for found in file.parent.iterdir()] == ["a.png"]


def test_a_write_that_fails_keeps_the_old_file_and_leaves_no_scrap(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = save(b"old", tmp_path / "out" / "a.png")

    def refuse(self: Path, target: Path) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="disk full"):
        save(b"new", file)
    assert [found.name for found in file.parent.iterdir()] == ["a.png"]
    assert file.read_bytes() == b"old"


@pytest.mark.parametrize(("number", "form"), [(0, "png"), (1, "svg"), (2, "pdf")])
def test_the_dialog_keeps_what_the_window_shows(
    library: Library,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    form: str,
) -> None:
    window = build(library)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    chosen = str(tmp_path / "page")  # as typed, without the ending
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chosen, ""))
    window.open_export()
    (dialog,) = window.findChildren(ExportDialog)
    dialog.formats.setCurrentIndex(number)
    dialog.ask()
    assert (tmp_path / f"page.{form}").stat().st_size > 1000
    assert window.messages.text() == f"Saved as {tmp_path / 'page'}.{form}"


def test_a_dialog_that_is_given_up_writes_nothing(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    parent, said = QWidget(), list[str]()
    qtbot.addWidget(parent)
    ask_and_save(b"abc", "a.csv", said.append, parent)
    assert said == []


def test_figures_are_kept_as_csv_where_a_series_is_chosen(
    library: Library, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = build(library)
    qtbot.addWidget(window)
    asked: list[str] = []

    def answer(parent: QWidget, title: str, start: str, kinds: str) -> tuple[str, str]:
        asked.append(Path(start).name)
        return str(tmp_path / "boats.csv"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    window.open_figures()
    assert "Choose a chart or table" in window.messages.text()
    assert asked == []
    window.session.look(item="series:boats/checked", options={"person": "secret"})
    window.open_figures()
    assert asked == ["boats-checked.csv"]
    assert "boats/checked" in (tmp_path / "boats.csv").read_text()
    assert "secret" not in (tmp_path / "boats.csv").read_text()


def test_a_place_that_cannot_be_written_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    told = save_and_tell(b"abc", tmp_path / "file" / "a.png")
    assert "could not be written" in told
    assert "Choose another folder" in told


def export(tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the export as a person does, where no platform is set."""
    surroundings = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    command = [
        sys.executable,
        "-m",
        "explorer",
        "export",
        *arguments,
        "--out",
        str(tmp_path / "out"),
    ]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=surroundings)


def test_all_pages_are_kept_as_pictures_without_a_screen(tmp_path: Path) -> None:
    done = export(tmp_path, "all", "--size", "1024x768", "--theme", "dark", "--scale", "150")
    assert (done.returncode, done.stderr) == (0, "")
    files = [Path(line) for line in done.stdout.splitlines()]
    assert [file.name for file in files] == [f"{page}.png" for page in NAMES]
    for file in files:
        image = QImage(str(file))
        assert image.size() == QSize(1024, 768)
        shades = {image.pixel(x, y) for x in range(0, 1024, 8) for y in range(0, 768, 8)}
        assert len(shades) > 8, f"{file.name} is nearly empty"


@pytest.mark.parametrize("form", ["svg", "pdf"])
def test_a_page_is_kept_as_vectors(tmp_path: Path, form: str) -> None:
    done = export(tmp_path, "explore", "--format", form)
    assert (done.returncode, done.stderr) == (0, "")
    data = (tmp_path / "out" / f"explore.{form}").read_bytes()
    assert len(data) > 10_000
    if form == "svg":
        words = " ".join(
            "".join(text.itertext()) for text in ET.fromstring(data).iter(f"{SVG}text")
        )
        assert "Secure Communities Explorer" in words
