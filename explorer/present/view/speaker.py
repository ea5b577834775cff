"""What the speaker sees: the present and the next step, notes, time, and all steps."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt, QTime, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from explorer.content import cite
from explorer.content.library import Library
from explorer.present.talk import Talk, jump_to
from explorer.present.view.audience import key_name
from explorer.ui.paint import Look

NOTES: Final = (14, 56)  # pixels of the notes, smallest and largest
SECOND: Final = 1000


class Mirror(QWidget):
    """A small picture of the audience's screen, as large as fits."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 135)

    def show_picture(self, picture: QPixmap) -> None:
        """Show another picture."""
        self._picture = picture
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the picture, centered."""
        if self._picture.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, 0.0
        painter.drawPixmap(
            QRectF(left, top, size.width(), size.height()),
            self._picture,
            QRectF(self._picture.rect()),
        )
        painter.end()


class StepList(QListWidget):
    """All steps; a click goes to one. Keys belong to the talk."""

    key_pressed = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's spelling
        """Hand keys to the talk."""
        self.key_pressed.emit(key_name(event))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """Wide enough for short headlines."""
        return QSize(self.fontMetrics().averageCharWidth() * 30, 200)


class SpeakerWindow(QWidget):
    """The window on the speaker's own screen."""

    key_pressed = Signal(str)
    step_chosen = Signal(int)  # a step's number, from 1
    swap_asked = Signal()
    closed = Signal()

    def __init__(self, library: Library, look: Look) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.library = library
        self.look = look
        self.talk: Talk | None = None
        self.notes_size = 26
        self._began = QElapsedTimer()
        self.setWindowTitle(self.tr("Presentation: speaker"))
        self._build()
        self._ticks = QTimer(self, interval=SECOND)
        self._ticks.timeout.connect(self.tell_time)
        self.restyle(look)
        self.resize(1366, 768)

    # ------------------------------------------------------------------------------ its parts

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.addLayout(self._steps_column(), 2)
        row.addLayout(self._middle_column(), 6)
        row.addLayout(self._time_column(), 3)

    def _steps_column(self) -> QVBoxLayout:
        self.title = self._label()
        self.steps = StepList(self)
        self.steps.setAccessibleName(self.tr("Steps of the talk"))
        self.steps.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.steps.setWordWrap(True)
        self.steps.key_pressed.connect(self.key_pressed)
        self.steps.itemClicked.connect(lambda item: self.step_chosen.emit(self.steps.row(item) + 1))
        self.jump = QLineEdit(self)
        self.jump.setPlaceholderText(self.tr("Go to: number or word (/)"))
        self.jump.setAccessibleName(self.tr("Go to a step by number or word"))
        self.jump.returnPressed.connect(self._jump)
        column = QVBoxLayout()
        column.addWidget(self.title)
        column.addWidget(self.steps, 1)
        column.addWidget(self.jump)
        return column

    def _middle_column(self) -> QVBoxLayout:
        self.seen = self._label()
        self.mirror = Mirror(self)
        self.mirror.setAccessibleName(self.tr("Picture of the audience’s screen"))
        self.where = self._label()
        self.notes = self._label()
        self.notes.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.reading = QScrollArea(self)
        self.reading.setFrameShape(QFrame.Shape.NoFrame)
        self.reading.setWidgetResizable(True)
        self.reading.setWidget(self.notes)
        self.reading.setAccessibleName(self.tr("Notes"))
        self.sources = self._label()
        column = QVBoxLayout()
        column.addWidget(self.seen)
        column.addWidget(self.mirror, 5)
        column.addWidget(self.where)
        column.addWidget(self.reading, 4)
        column.addWidget(self.sources)
        return column

    def _time_column(self) -> QVBoxLayout:
        self.elapsed, self.clock = self._label(), self._label()
        self.clock.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.elapsed_name, self.clock_name = self._label(), self._label()
        self.elapsed_name.setText(self.tr("Elapsed"))
        self.clock_name.setText(self.tr("Clock"))
        self.clock_name.setAlignment(Qt.AlignmentFlag.AlignRight)
        names, times = QHBoxLayout(), QHBoxLayout()
        for layout, left, right in (
            (names, self.elapsed_name, self.clock_name),
            (times, self.elapsed, self.clock),
        ):
            layout.addWidget(left)
            layout.addWidget(right)
        self.status = self._label()
        self.next_name, self.next_step = self._label(), self._label()
        self.next_name.setText(self.tr("Next"))
        self.keys = self._label()
        self.keys.setText(
            self.tr(
                "B black, W white, F freeze, G all steps, S swap screens, "
                "Home and End, a number and Enter, + and − for the notes, Esc to leave"
            )
        )
        self.back_button = self._button(self.tr("Back"), "PageUp")
        self.next_button = self._button(self.tr("Next step"), "PageDown")
        buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        buttons.addWidget(self.back_button, 1)
        buttons.addWidget(self.next_button, 2)
        column = QVBoxLayout()
        column.addLayout(names)
        column.addLayout(times)
        column.addWidget(self.status)
        column.addWidget(self.next_name)
        column.addWidget(self.next_step)
        column.addStretch(1)
        column.addWidget(self.keys)
        column.addLayout(buttons)
        return column

    def _label(self) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _button(self, words: str, key: str) -> QPushButton:
        button = QPushButton(words, self)
        button.clicked.connect(lambda: self.key_pressed.emit(key))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    # ----------------------------------------------------------------------------- what is shown

    def begin(self) -> None:
        """Start the clock of the talk."""
        self._began.start()
        self._ticks.start()
        self.tell_time()

    def show_talk(self, talk: Talk) -> None:
        """Show where the speaker is, and what the audience is shown."""
        if self.talk is None or self.talk.slides is not talk.slides:
            self._fill(talk)
        self.talk = talk
        step = talk.slide.step
        self.steps.setCurrentRow(talk.here.step)
        self.where.setText(f"{talk.slide.number}  {step.headline}")
        self.notes.setText(self._notes(talk))
        found = [self.library.sources[name] for name in step.sources]
        self.sources.setText(
            self.tr("Source shown: {0}").format("; ".join(cite.short(one) for one in found))
        )
        self.next_step.setText(self._next(talk))
        self.status.setText(self._status(talk))
        self.status.setVisible(bool(self.status.text()))

    def _fill(self, talk: Talk) -> None:
        self.title.setText(self.tr("{0} · {1} steps").format(talk.title, len(talk.slides)))
        self.steps.clear()
        self.steps.addItems([f"{one.number}  {one.step.headline}" for one in talk.slides])

    def _notes(self, talk: Talk) -> str:
        ask = talk.slide.step.question
        if ask is None:
            return talk.slide.step.notes
        shown = (
            self.tr("The next key asks:"),
            self.tr("Asked now; the next key shows the answer:"),
            self.tr("Asked, and answered on screen:"),
        )[talk.here.part]
        asked = "\n".join((shown, ask.text, self.tr("Answer: {0}").format(ask.answer)))
        notes = (asked, talk.slide.step.notes) if talk.here.part else (talk.slide.step.notes, asked)
        return "\n\n".join(notes)

    def _next(self, talk: Talk) -> str:
        after = talk.following
        return after.step.headline if after else self.tr("This is the last step.")

    def _status(self, talk: Talk) -> str:
        told = []
        if talk.cover == "black":
            told.append(self.tr("The audience’s screen is black (B)."))
        if talk.cover == "white":
            told.append(self.tr("The audience’s screen is white (W)."))
        if talk.frozen is not None:
            number = talk.slide_at(talk.frozen).number
            told.append(
                self.tr("Frozen: the audience sees step {0} (F takes it along).").format(number)
            )
        if talk.typed:
            told.append(self.tr("Go to step {0}: press Enter.").format(talk.typed))
        return "\n".join(told)

    def tell_time(self) -> None:
        """The time since the start, and the time of day."""
        seconds = self._began.elapsed() // SECOND if self._began.isValid() else 0
        self.elapsed.setText(f"{seconds // 60:02}:{seconds % 60:02}")
        self.clock.setText(self.locale().toString(QTime.currentTime(), "HH:mm"))

    def _jump(self) -> None:
        number = jump_to(self.talk, self.jump.text()) if self.talk else None
        if number is None:
            self.jump.selectAll()
            self.status.setText(self.tr("No step holds “{0}”.").format(self.jump.text()))
            self.status.show()
            return
        self.jump.clear()
        self.steps.setFocus()
        self.step_chosen.emit(number)

    # --------------------------------------------------------------------------------- looks

    def restyle(self, look: Look) -> None:
        """Take another look."""
        self.look = look
        self.setPalette(look.palette())
        self.setStyleSheet(look.stylesheet())
        quiet = f"color: {look.color('text-quiet').name()}"
        for label in (self.title, self.seen, self.elapsed_name, self.clock_name, self.next_name):
            label.setFont(look.font("small"))
            label.setStyleSheet(quiet)
        for label in (self.sources, self.keys):
            label.setFont(look.font("small"))
            label.setStyleSheet(quiet)
        for label in (self.elapsed, self.clock):
            label.setFont(look.font("display", bold=True, tabular=True))
        self.next_step.setFont(look.font("title", bold=True))
        self.where.setFont(look.font("heading", bold=True))
        self.status.setFont(look.font("body", bold=True))
        self.steps.setFont(look.font("body"))
        self.seen.setText(self.tr("The audience sees"))
        self._size_notes()

    def resize_notes(self, by: int) -> None:
        """Make the notes larger or smaller, by a few pixels."""
        low, high = NOTES
        self.notes_size = min(high, max(low, self.notes_size + by))
        self._size_notes()

    def _size_notes(self) -> None:
        font = QFont(self.look.font("body"))
        font.setPixelSize(self.notes_size)
        self.notes.setFont(font)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's spelling
        """Every key that no control took belongs to the talk."""
        if event.text() in ("+", "=", "-"):
            self.resize_notes(-3 if event.text() == "-" else 3)
        elif event.text() == "/":
            self.jump.setFocus()
        else:
            self.key_pressed.emit(key_name(event))
