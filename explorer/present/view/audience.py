"""What the audience sees: one idea in large type, and the live pane that shows it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from explorer.content import cite
from explorer.content.dates import When, say
from explorer.content.library import Library
from explorer.content.model import Ask, Event
from explorer.present.slides import Slide
from explorer.present.talk import Spot, Talk
from explorer.present.view.stage import MakePane, Stage, stage_look
from explorer.reader.theme import Theme
from explorer.ui.paint import Look, chip

LANES: Final = "lane-"
HEADLINE: Final = 64.0  # pixels at 1,080 high
TEXT: Final = 36.0
SMALL: Final = 28.0
LETTERS: Final = "ABCDEFGH"


class Lane(QWidget):
    """The lane of the event in view, as a chip."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.look: Look | None = None
        self.text = ""
        self.role = "accent"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_lane(self, text: str, role: str, look: Look) -> None:
        """Show a word in the color of a role; nothing for an empty one."""
        self.text, self.role, self.look = text, role, look
        self.setVisible(bool(text))
        self.setAccessibleName(text)
        metrics = self.fontMetrics()
        self.setFont(look.font("caption", bold=True))
        metrics = self.fontMetrics()
        self.setFixedSize(metrics.horizontalAdvance(text) + 4 * look.space(2), metrics.height() + 6)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the chip."""
        if self.look is None or not self.text:
            return
        painter = QPainter(self)
        try:
            chip(painter, QPointF(0, 0), self.text, self.look, self.role)
        finally:
            painter.end()


class QuestionBox(QFrame):
    """A question to the room; the answer comes with the next key."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("stage-question")
        self.asked = QLabel(self)
        self.answer = QLabel(self)
        box = QVBoxLayout(self)
        for label in (self.asked, self.answer):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            box.addWidget(label)

    def show_ask(self, ask: Ask | None, part: int) -> None:
        """Nothing, the question with its choices, or the answer too."""
        self.setVisible(ask is not None and part > 0)
        if ask is None:
            return
        choices = [f"{letter}  {text}" for letter, text in zip(LETTERS, ask.choices, strict=False)]
        self.asked.setText("\n".join([ask.text, *choices]))
        answer = ask.answer
        if ask.choices and ask.answer in ask.choices:
            letter = LETTERS[ask.choices.index(ask.answer)]
            answer = f"{letter}  {ask.answer}"
        told = self.tr("Answer: {0}").format(answer)
        self.answer.setText(f"{told}\n{ask.why}" if ask.why else told)
        self.answer.setVisible(part > 1)


class AudienceWindow(QWidget):
    """The window on the projector: headline, text, live pane, source; or black, or white."""

    key_pressed = Signal(str)  # as Qt names the key
    wandered = Signal(object)  # a lens that was chosen in the pane
    closed = Signal()

    def __init__(self, library: Library, make_pane: MakePane, theme: Theme) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.library = library
        self.theme = theme
        self.talk: Talk | None = None
        self.look = stage_look(theme, 1280, 720)
        self.setWindowTitle(self.tr("Presentation: what the audience sees"))
        self.stage = Stage(make_pane, self.look, self)
        self.stage.wandered.connect(self.wandered)
        self._build()
        self._resized = QTimer(self, interval=80, singleShot=True)
        self._resized.timeout.connect(self._fit)
        self.resize(1280, 720)
        self._fit()

    def _build(self) -> None:
        self.lane = Lane(self)
        self.date, self.number = QLabel(self), QLabel(self)
        self.headline, self.text, self.source = QLabel(self), QLabel(self), QLabel(self)
        for label in (self.headline, self.text, self.source):
            label.setWordWrap(True)
        for label in (self.date, self.number, self.headline, self.text, self.source):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.question = QuestionBox(self)
        self.top = QHBoxLayout()
        self.top.addWidget(self.lane)
        self.top.addWidget(self.date)
        self.top.addStretch(1)
        self.top.addWidget(self.number)
        self.column = QVBoxLayout(self)
        self.column.addLayout(self.top)
        self.column.addWidget(self.headline)
        self.column.addWidget(self.text)
        self.column.addWidget(self.question)
        self.column.addWidget(self.stage, 1)
        self.column.addWidget(self.source)
        self.cover = QWidget(self)
        self.cover.setAutoFillBackground(True)
        self.cover.hide()

    # ----------------------------------------------------------------------------- what is shown

    def show_talk(self, talk: Talk) -> None:
        """Show where the audience is in a talk."""
        old, self.talk = self.talk, talk
        self._cover(talk.cover)
        if old is None or old.shown != talk.shown or old.slides is not talk.slides:
            self._show_slide(talk.slide_at(talk.shown), talk.shown)

    def show_again(self) -> None:
        """Back to the step of the talk, after somebody chose something in the pane."""
        if self.talk is not None:
            self._show_slide(self.talk.slide_at(self.talk.shown), self.talk.shown)

    def _show_slide(self, slide: Slide, spot: Spot) -> None:
        step = slide.step
        self.headline.setText(step.headline)
        self.text.setText(step.text)
        self.number.setText(f"{slide.number} / {slide.of}")
        self.date.setText(self._date(slide))
        lane, role = self._lane(slide)
        self.lane.show_lane(lane, role, self.look)
        self.question.show_ask(step.question, spot.part)
        self.source.setText(self._sources(slide))
        self.stage.show_lens(slide.lens)
        self.setAccessibleDescription(" ".join((step.headline, step.text, self.stage.describe())))

    def _event(self, slide: Slide) -> Event | None:
        kind, _, name = slide.lens.item.partition(":")
        return self.library.events.get(name) if kind == "event" else None

    def _date(self, slide: Slide) -> str:
        event = self._event(slide)
        if event is not None:
            return say(event.date)
        if slide.lens.page in ("pipeline", "casewalk"):
            return say(When(slide.lens.moment.isoformat()))
        return ""

    def _lane(self, slide: Slide) -> tuple[str, str]:
        event = self._event(slide)
        if event is None:
            return "", "accent"
        role = LANES + event.lane.lower().replace(" ", "-")
        return event.lane[:1].upper() + event.lane[1:], role

    def _sources(self, slide: Slide) -> str:
        found = [self.library.sources[name] for name in slide.step.sources]
        text = self.tr("Source: {0}") if len(found) == 1 else self.tr("Sources: {0}")
        return text.format("; ".join(cite.short(source) for source in found))

    def _cover(self, cover: str) -> None:
        self.cover.setVisible(bool(cover))
        if cover:
            palette = self.cover.palette()
            palette.setColor(self.cover.backgroundRole(), QColor(cover))
            self.cover.setPalette(palette)
            self.cover.raise_()
            self.cover.setGeometry(self.rect())

    # ------------------------------------------------------------------------------ its size

    def _fit(self) -> None:
        """Dress for the size of the window: all type grows and shrinks with its height."""
        self.look = look = stage_look(self.theme, self.width(), self.height())
        self.setPalette(look.palette())
        self.setStyleSheet(look.stylesheet())
        pixels = min(self.height(), self.width() / 1.1) / 1080
        for label, size, bold, role in (
            (self.headline, HEADLINE, True, "text"),
            (self.text, TEXT, False, "text"),
            (self.date, SMALL, False, "text-quiet"),
            (self.number, SMALL, False, "text-quiet"),
            (self.source, SMALL, False, "text-quiet"),
            (self.question.asked, TEXT, False, "text"),
            (self.question.answer, TEXT, True, "text"),
        ):
            font = look.font("body", bold=bold)
            font.setPixelSize(round(size * pixels))
            label.setFont(font)
            label.setStyleSheet(f"color: {look.color(role).name()}")
        edge = round(64 * pixels)
        self.column.setContentsMargins(edge, round(44 * pixels), edge, round(30 * pixels))
        self.column.setSpacing(round(18 * pixels))
        self.top.setSpacing(round(24 * pixels))
        self.stage.restyle(look)
        self.show_again()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Fit the type to the new size, once it has settled."""
        super().resizeEvent(event)
        self.cover.setGeometry(self.rect())
        self._resized.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's spelling
        """Every key belongs to the talk."""
        self.key_pressed.emit(key_name(event))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the ground."""
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), self.look.color("window"))
        painter.end()


def key_name(event: QKeyEvent) -> str:
    """What a key is called in a talk: Qt's name without its prefix, or the letter itself."""
    if event.text() == ".":
        return "."
    return Qt.Key(event.key()).name.removeprefix("Key_")
