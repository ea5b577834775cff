"""The strip below a picture: caption, sources, versions and link, in the picture and in the file."""

from __future__ import annotations

import subprocess
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from explorer.content import cite
from explorer.content.library import Library
from explorer.export.strip import opening, source_lines, sources_of, strip_of
from explorer.export.view.dialog import ExportDialog
from explorer.export.view.strip import Framed, Shot, told
from explorer.reader.lens import Lens
from explorer.reader.theme import load_theme
from explorer.ui.metadata import xmp
from explorer.ui.paint import Look
from explorer.ui.picture import picture
from tests.charts.test_charts_view import open_page
from tests.export.test_view import SVG, export
from tests.test_window import build

EVENT = "event:2011-moa-termination"
LENS = Lens(page="timeline", item=EVENT, moment=date(2012, 1, 1))


def nothing(painter: QPainter, rect: QRectF) -> None:
    painter.fillRect(rect, QColor("white"))


def words_of(svg: bytes) -> str:
    return " ".join("".join(text.itertext()) for text in ET.fromstring(svg).iter(f"{SVG}text"))


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
@pytest.mark.parametrize("width", [640, 1280, 1920])
def test_the_strip_tells_caption_sources_version_day_and_link(
    bundled: Library, qapp: object, width: int, scale: float
) -> None:
    strip = strip_of(bundled, "Timeline", "What is seen.", EVENT, LENS)
    framed = Framed(nothing, width, bundled, strip, Look(load_theme("light"), scale))
    size = framed.size(QSize(width, 400))
    words = words_of(picture(framed.paint, "svg", size, "T", "A"))
    assert "Timeline. What is seen." in words
    assert "Sources:" in words
    assert bundled.version in words
    assert "November 2026" in words
    assert "not legal advice" in words
    assert LENS.link() in words.replace(" ", "") or LENS.link() in words
    assert size.height() == 400 + framed.strip_height


def test_no_line_of_the_strip_is_cut(bundled: Library, qapp: object) -> None:
    strip = strip_of(bundled, "Timeline", "What is seen. " * 30, EVENT, LENS)
    for width in (400, 900, 1600):
        framed = Framed(nothing, width, bundled, strip, Look(load_theme("dark")))
        for row in framed._rows:
            assert QFontMetricsF(row.font).horizontalAdvance(row.text) <= width, row.text


def test_the_file_names_every_source_in_full(bundled: Library, qapp: object) -> None:
    strip = strip_of(bundled, "Timeline", "What is seen.", EVENT, LENS)
    about = told(bundled, strip)
    assert strip.sources == bundled.events[EVENT.removeprefix("event:")].sources or set(
        bundled.events[EVENT.removeprefix("event:")].sources
    ) <= set(strip.sources)
    for name in strip.sources:
        assert cite.reference(bundled.sources[name]) in about
    assert about.endswith(LENS.link())
    image = QImage.fromData(picture(nothing, "png", QSize(40, 30), "T", about))
    assert image.text("Description") == about
    svg = ET.fromstring(picture(nothing, "svg", QSize(40, 30), "T", about))
    assert svg.findtext(f"{SVG}desc") == about
    pdf = picture(nothing, "pdf", QSize(40, 30), "T", about)
    assert xmp("T", about) in pdf


@pytest.mark.parametrize(
    ("lens", "expected"),
    [
        (Lens(page="pipeline", moment=date(2016, 1, 1)), "era:f2"),
        (Lens(page="timeline", start=date(2012, 6, 1), end=date(2012, 6, 30)), ""),
    ],
)
def test_a_view_without_an_item_names_the_sources_of_its_period(
    bundled: Library, lens: Lens, expected: str
) -> None:
    found = sources_of(bundled, "", lens)
    assert found
    if expected:
        assert set(bundled.sources_of(expected)) <= set(found)
    else:
        all_events = {s for event in bundled.events.values() for s in event.sources}
        assert set(found) < all_events


def test_the_map_rests_on_the_county_list_whatever_is_chosen(bundled: Library) -> None:
    found = sources_of(bundled, EVENT, Lens(page="places", item=EVENT))
    listed = {row.source for row in bundled.activations()}
    assert set(found[: len(listed)]) == listed
    assert set(bundled.sources_of(EVENT)) <= set(found)


def test_a_chosen_item_comes_before_the_rest_of_the_view(bundled: Library) -> None:
    found = sources_of(bundled, EVENT, LENS)
    own = bundled.sources_of(EVENT)
    assert found[: len(own)] == own
    assert len(found) > len(own)


def test_what_only_the_page_knows_comes_first(bundled: Library) -> None:
    strip = strip_of(bundled, "T", "A", EVENT, LENS, ("vox-2014", "mpi-2015"))
    assert strip.sources[:2] == ("vox-2014", "mpi-2015")
    assert len(set(strip.sources)) == len(strip.sources)


def test_what_has_no_sources_names_none(library: Library) -> None:
    assert sources_of(library, "", Lens(page="charts")) == ()


def test_a_caption_takes_a_paragraph_whole_or_not_at_all() -> None:
    rose, fell = "It rose to nine. It fell to two.", "It rose again to six."
    assert opening(f"{rose}\n{fell}", 100) == f"{rose} {fell}"
    assert opening(f"{rose}\n{fell} And so on.", 60) == rose
    assert opening("One is here. Two is here. " * 20, 60) == "One is here."
    assert opening("A single sentence that is longer", 5) == "A single sentence that is longer"
    assert opening("", 5) == ""
    assert opening("Boats\nHow many?\nAs counted by\nWeir: six", 40) == "Boats How many?"
    assert opening(f"{rose}\n{fell}\n\nNobody saw it.", 100) == f"{rose} {fell}"


def test_the_caption_of_a_chart_does_not_stop_before_the_line_does(
    bundled: Library, qtbot: QtBot
) -> None:
    for name in bundled.charts:
        page = open_page(bundled, qtbot, f"charts?item=chart:{name}")
        caption = strip_of(bundled, "Charts", page.describe(), "", Lens(page="charts")).caption
        if page.has_figures():
            assert f"{page.headline.text()}." in caption
            told = page.summary.text()
            assert told in caption or told[:30] not in caption
            assert "This figure" not in caption


def test_sources_that_do_not_fit_are_counted() -> None:
    lines = source_lines("S:", ["aaaa"] * 10, 20, 2, len, lambda n: f"{n} more")
    assert len(lines) == 2
    shown = " ".join(lines).count("aaaa")
    assert f"{10 - shown} more" in " ".join(lines)
    assert source_lines("S:", ["a", "b"], 20, 1, len, lambda n: f"{n} more") == ["S: a; b"]


def test_the_dialog_leaves_the_strip_out_only_when_asked(
    library: Library, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = build(library)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    heights = []
    for name, with_strip in (("with", True), ("bare", False)):
        file = tmp_path / f"{name}.png"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, f=file: (str(f), ""))
        window.open_export()
        dialog = window.findChildren(ExportDialog)[-1]
        assert dialog.with_strip.isChecked()
        dialog.with_strip.setChecked(with_strip)
        dialog.ask()
        heights.append(QImage(str(file)).height())
        assert window.session.lens.link() in QImage(str(file)).text("Description")
    assert heights[1] == window.centralWidget().height() < heights[0]


def test_a_built_person_is_in_no_file(library: Library, qtbot: QtBot) -> None:
    window = build(library)
    qtbot.addWidget(window)
    window.session.look(options={"person": "secret"})
    shot: Shot = window.shot()
    assert "secret" not in shot.told()
    assert "secret" not in shot.strip.link


@pytest.mark.parametrize("bare", [False, True])
def test_the_command_keeps_the_size_with_and_without_the_strip(tmp_path: Path, bare: bool) -> None:
    options = ["--bare"] if bare else []
    done: subprocess.CompletedProcess[str] = export(
        tmp_path, "evidence", "--size", "1100x800", *options
    )
    assert (done.returncode, done.stderr) == (0, "")
    image = QImage(str(tmp_path / "out" / "evidence.png"))
    assert image.size() == QSize(1100, 800)
    assert "evidence" in image.text("Description").splitlines()[-1]


def test_metadata_is_well_formed_whatever_is_written() -> None:
    packet = xmp('A <b> & "c"', "x ]]> y", ("S & T",), "a?b=1&c=2").decode()
    tree = ET.fromstring(packet[packet.index("<x:xmpmeta") : packet.index("<?xpacket end")])
    text = "".join(tree.itertext())
    assert 'A <b> & "c"' in text
    assert "a?b=1&c=2" in text


def test_a_walk_names_the_sources_of_its_rules(tmp_path: Path) -> None:
    done = export(tmp_path, "casewalk", "--link", "casewalk?profile=profile:C02")
    assert (done.returncode, done.stderr) == (0, "")
    about = QImage(str(tmp_path / "out" / "casewalk.png")).text("Description")
    assert "Months in Which Counties Were Activated" in about, "the step of the fingerprint check"
