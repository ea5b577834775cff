"""The tools for texts find what is wrong, and nothing else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.harness.overlaps import faults
from tests.harness.texts import texts


@pytest.fixture
def sheet(qtbot: QtBot) -> QWidget:
    """An empty sheet on which a test puts what it looks at."""
    made = QWidget()
    made.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    made.resize(400, 300)
    font = made.font()
    font.setPixelSize(13)
    made.setFont(font)
    qtbot.addWidget(made)
    return made


def label(parent: QWidget, words: str, *place: int) -> QLabel:
    made = QLabel(words, parent)
    made.setGeometry(*place)
    return made


def box(parent: QWidget) -> QFrame:
    """A box with a ground of its own that covers most of the sheet."""
    made = QFrame(parent)
    made.setAutoFillBackground(True)
    made.setGeometry(80, 0, 320, 300)
    return made


def rules(widget: QWidget) -> list[str]:
    widget.show()
    found = faults(widget)
    print(*found, sep="\n")  # shown where the test fails
    return [fault.rule for fault in found]


class Painted(QWidget):
    """A widget that paints its own words."""

    def __init__(self, parent: QWidget, again: int = 0) -> None:
        super().__init__(parent)
        self.again = again
        self.setGeometry(10, 10, 200, 100)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        painter = QPainter(self)
        painter.drawText(10, 30, "Halo")
        painter.drawText(10 + self.again, 30, "Halo")
        painter.end()


def test_words_apart_are_no_fault(sheet: QWidget) -> None:
    label(sheet, "above", 10, 10, 100, 20)
    label(sheet, "below", 10, 40, 100, 20)
    QPushButton("Press", sheet).setGeometry(10, 80, 120, 40)
    assert rules(sheet) == []


def test_the_words_of_native_widgets_are_heard(sheet: QWidget) -> None:
    label(sheet, "label", 10, 10, 100, 20)
    QPushButton("button", sheet).setGeometry(10, 40, 120, 40)
    field = QLineEdit("field", sheet)
    field.setGeometry(10, 90, 120, 40)
    browser = QTextBrowser(sheet)
    browser.setPlainText("text")
    browser.setGeometry(200, 10, 150, 200)
    Painted(sheet).setGeometry(10, 150, 100, 60)
    sheet.show()
    assert [text.words for text in texts(sheet)] == ["label", "button", "field", "text", "Halo"]


def test_a_box_is_where_the_letters_stand(sheet: QWidget) -> None:
    made = label(sheet, "wide", 40, 60, 100, 20)
    sheet.show()
    (text,) = texts(sheet)
    assert text.box.left() == 40
    assert text.box.width() == pytest.approx(made.fontMetrics().horizontalAdvance("wide"), abs=1)
    assert 60 <= text.box.top() < text.box.bottom() <= 80


def test_two_labels_in_one_place_overlap(sheet: QWidget) -> None:
    label(sheet, "underneath", 10, 10, 200, 20)
    label(sheet, "on top of it", 40, 12, 200, 20)
    assert rules(sheet) == ["overlap"]


def test_words_painted_twice_in_one_place_are_one_text(sheet: QWidget) -> None:
    Painted(sheet)
    assert rules(sheet) == []


def test_words_painted_twice_beside_each_other_overlap(sheet: QWidget) -> None:
    Painted(sheet, again=9)
    assert rules(sheet) == ["overlap"]


def test_words_that_end_at_the_edge_of_their_label_are_cut(sheet: QWidget) -> None:
    label(sheet, "far too many words for so little room", 10, 10, 60, 20)
    assert rules(sheet) == ["cut"]


def test_a_lower_half_that_is_missing_is_cut(sheet: QWidget) -> None:
    label(sheet, "flat", 10, 10, 100, 6)
    assert rules(sheet) == ["cut"]


def test_words_that_scroll_are_not_cut(sheet: QWidget) -> None:
    area, inner = QScrollArea(sheet), QWidget()
    area.setGeometry(0, 0, 200, 95)
    inner.resize(180, 400)
    for row in range(20):
        label(inner, f"row {row}", 10, row * 20, 150, 18)
    area.setWidget(inner)
    assert rules(sheet) == []


def test_words_beside_a_view_that_scrolls_only_up_and_down_are_cut(sheet: QWidget) -> None:
    area, inner = QScrollArea(sheet), QWidget()
    area.setGeometry(0, 0, 200, 95)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    inner.setMinimumHeight(400)
    label(inner, "some words that go on beyond the edge of the view", 10, 10, 500, 20)
    area.setWidget(inner)
    assert rules(sheet) == ["cut"]


def test_an_ellipsis_without_tooltip_is_a_fault(sheet: QWidget) -> None:
    short = label(sheet, "Shorten…", 10, 10, 100, 20)
    short.setAccessibleName("")
    short.setText("")
    Shortened(sheet)
    assert rules(sheet) == ["no tooltip"]


class Shortened(QWidget):
    """A widget that paints the beginning of longer words."""

    def __init__(self, parent: QWidget, tip: str = "") -> None:
        super().__init__(parent)
        self.setToolTip(tip)
        self.setGeometry(10, 40, 200, 40)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        painter = QPainter(self)
        painter.drawText(10, 20, "Secure Comm…")
        painter.end()


@pytest.mark.parametrize(
    ("tip", "found"), [("Secure Communities", []), ("Other words", ["no tooltip"])]
)
def test_a_tooltip_must_hold_the_words_that_were_shortened(
    sheet: QWidget, tip: str, found: list[str]
) -> None:
    Shortened(sheet, tip)
    assert rules(sheet) == found


def test_what_the_drawer_hides_is_no_fault(sheet: QWidget) -> None:
    label(sheet, "a sentence under the drawer", 10, 10, 300, 20)
    drawer = box(sheet)
    drawer.setObjectName("panel-card")
    label(drawer, "on the drawer", 0, 12, 200, 20)
    assert rules(sheet) == []


def test_what_any_other_widget_covers_in_part_is_a_fault(sheet: QWidget) -> None:
    label(sheet, "a sentence under a box", 10, 10, 300, 20)
    box(sheet)
    assert rules(sheet) == ["painted over"]


class Framed(QWidget):
    """A widget that paints words, and then a frame around them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setGeometry(10, 10, 200, 60)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        painter = QPainter(self)
        painter.drawText(20, 35, "words in a frame")
        outer, inner = QPainterPath(), QPainterPath()
        outer.addRect(self.rect())
        inner.addRoundedRect(self.rect().adjusted(4, 4, -4, -4), 6, 6)
        painter.fillPath(outer - inner, QColor("white"))
        painter.end()


def test_a_frame_hides_nothing(sheet: QWidget) -> None:
    Framed(sheet)
    assert rules(sheet) == []
    assert [text.words for text in texts(sheet)] == ["words in a frame"]


def test_words_under_a_button_are_a_fault(sheet: QWidget) -> None:
    label(sheet, "words", 10, 10, 100, 20)
    button = QPushButton(sheet, flat=True)
    button.setGeometry(20, 5, 60, 30)
    assert rules(sheet) == ["meets a control"]


def test_a_button_that_is_scrolled_away_meets_nothing(sheet: QWidget) -> None:
    area, inner = QScrollArea(sheet), QWidget()
    area.setGeometry(0, 0, 200, 95)
    inner.resize(180, 400)
    QPushButton(inner).setGeometry(10, 90, 150, 60)
    area.setWidget(inner)
    label(sheet, "words", 20, 105, 100, 20)
    assert rules(sheet) == []


def test_words_in_one_column_stay_apart_at_any_width(sheet: QWidget) -> None:
    column = QVBoxLayout(sheet)
    for _ in range(4):
        column.addWidget(
            QLabel("A sentence that is set in as many lines as it needs", wordWrap=True)
        )
    for width in (120, 200, 400):
        sheet.resize(width, column.heightForWidth(width))
        assert rules(sheet) == []
