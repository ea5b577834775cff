"""What the audience sees: one idea in large type, and the live pane that shows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from explorer.content import cite
from explorer.content.dates import When, say
from explorer.content.library import Library
from explorer.content.model import Event
from explorer.present.slides import seen, waits
from explorer.present.talk import Talk
from explorer.present.view.dress import dress, ink
from explorer.present.view.overview import Overview
from explorer.present.view.question import QuestionBox
from explorer.present.view.stage import HIGH, NARROWEST, MakePane, Stage, stage_look
from explorer.present.view.veil import Closeup, Spotlight
from explorer.reader.lens import Lens
from explorer.reader.theme import Theme
from explorer.ui.paint import Look, chip

LANES: Final = "lane-"
HEADLINE: Final = 64.0  # pixels at 1,080 high
TEXT: Final = 36.0
SMALL: Final = 28.0
PANE: Final = 0.45  # of the height that the pane has at least
TWO: Final = 0.79  # of the height that is wanted for two diagrams
EDGE: Final = 64  # pixels at the left and the right, at 1,080 high
ROOMY: Final = (40, 28, 16)  # above, below, and between two parts
TIGHT: Final = (14, 10, 6)  # where two diagrams need the height
SHRINKS: Final = (1.0, 0.88, 0.76)  # of the type, until the pane has its height
BESIDE: Final = (42, 58)  # shares of the width: a question beside the pane, the pane
OF_A_DAY: Final = ("pipeline", "casewalk", "places")  # pages that show how things stand on a day
SETTLED: Final = 80  # milliseconds until a size is taken for the last


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
        metrics = QFontMetrics(look.font("caption", bold=True))
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


class AudienceWindow(QWidget):
    """The window on the projector: headline, text, live pane, source; or black, or white."""

    key_pressed = Signal(str)  # as Qt names the key
    wandered = Signal(object)  # a lens that was chosen in the pane
    picked = Signal(int)  # a step of the overview, from 1
    closed = Signal()

    def __init__(self, library: Library, make_pane: MakePane, theme: Theme) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.library = library
        self.theme = theme
        self.talk: Talk | None = None
        self.look = stage_look(theme, 1280, 720)
        self.setWindowTitle(self.tr("Presentation: what the audience sees"))
        self.setObjectName("audience")
        self.stage = Stage(make_pane, self.look, self)
        self.stage.wandered.connect(self.wandered)
        self._names: tuple[str, ...] = ()  # of the sources in view
        self._build()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._keep_keys)
        self._resized = QTimer(self, interval=SETTLED, singleShot=True)
        self._resized.timeout.connect(self._fit)
        self.resize(1280, 720)
        self._fit()

    def _build(self) -> None:
        self.lane = Lane(self)
        self.date, self.number = QLabel(self), QLabel(self)
        self.headline, self.text, self.source = QLabel(self), QLabel(self), QLabel(self)
        self.hint = QLabel(self)
        for label in (self.headline, self.text):
            label.setWordWrap(True)
        self.source.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for label in self._labels():
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.question = QuestionBox(self)
        self.top = QHBoxLayout()
        self.top.addWidget(self.lane)
        self.top.addWidget(self.date)
        self.top.addStretch(1)
        self.top.addWidget(self.hint)
        self.top.addWidget(self.number)
        self.body = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self.body.addWidget(self.question)
        self.body.addWidget(self.stage, 1)
        self.column = QVBoxLayout(self)
        self.column.addLayout(self.top)
        self.column.addWidget(self.headline)
        self.column.addWidget(self.text)
        self.column.addLayout(self.body, 1)
        self.column.addWidget(self.source)
        self.closeup = Closeup(self)
        self.spotlight = Spotlight(self)
        self.overview = Overview(self)
        self.overview.picked.connect(self.picked)
        self.cover = QWidget(self)
        self.cover.setObjectName("cover")
        self.cover.hide()

    def _labels(self) -> tuple[QLabel, ...]:
        return (self.date, self.number, self.headline, self.text, self.source, self.hint)

    # ----------------------------------------------------------------------------- what is shown

    def show_talk(self, talk: Talk) -> None:
        """Show where the audience is in a talk."""
        old, self.talk = self.talk, talk
        same = old is not None and (
            (old.shown, old.aside, old.slides) == (talk.shown, talk.aside, talk.slides)
        )
        if not same:
            self._show_place()
        choice = None if talk.frozen is not None else talk.choice
        self.overview.show_choice(talk.slides, choice, self.look)
        self.spotlight.setVisible(talk.is_lit)
        if talk.is_lit:
            self.spotlight.raise_()
        self._cover(talk.cover)

    def prepare(self, talk: Talk) -> None:
        """Get what the next key shows ready behind what is shown, in the size that it will have."""
        if self.talk is None or talk.aside is not None or talk.shown == self.talk.shown:
            return
        self.setUpdatesEnabled(False)
        self.stage.hold()
        try:
            lens = self._write(talk)
            self.column.activate()
            size = self.stage.size()
        finally:
            self._write(self.talk)
            self.column.activate()
            self.stage.release()
            self.setUpdatesEnabled(True)
        self.stage.prepare(lens, size)

    def show_part(self, part: QRectF | None) -> None:
        """Enlarge a part, in shares of the window; None shows it whole."""
        if part is None:
            self.closeup.hide()
            return
        lit = self.spotlight.isVisible()
        self.spotlight.hide()
        self.closeup.show_part(part)
        self.spotlight.setVisible(lit)
        self.spotlight.raise_()

    def part_of_choice(self) -> QPointF:
        """The middle of the chosen item, or else of the pane, in shares of the window."""
        place = self.stage.chosen_place() or self.stage.rect()
        center = self.stage.mapTo(self, place.center())
        return QPointF(center.x() / self.width(), center.y() / self.height())

    def tell(self, text: str) -> None:
        """Say something small at the top, for a speaker without a screen of their own."""
        self.hint.setText(text)
        self.hint.setVisible(bool(text))

    def show_again(self) -> None:
        """Back to what the talk shows, after the size changed or somebody went elsewhere."""
        if self.talk is not None:
            self._show_place()

    def _show_place(self) -> None:
        assert self.talk is not None
        self.stage.hold()
        lens = self._write(self.talk)
        self.column.activate()
        self.stage.show_lens(lens)
        spot = self.talk.shown
        is_open = waits(self.talk.slide_at(spot), spot.part)
        self.stage.hush(is_open and self.talk.aside is None)
        if self.headline.isHidden() and self.question.isHidden():
            self.headline.setText(self.stage.pane.title())
            self.headline.show()
        asks = not self.question.isHidden()
        told = self.question.told() if asks else f"{self.headline.text()} {self.text.text()}"
        self.setAccessibleName(self.headline.text() or self.windowTitle())
        self.setAccessibleDescription(f"{told} {self.stage.describe()}")

    def _write(self, talk: Talk) -> Lens:
        """Write what stands around the pane; the lens that the pane is to show."""
        return self._aside(talk.aside) if talk.aside is not None else self._slide(talk)

    def _slide(self, talk: Talk) -> Lens:
        spot = talk.shown
        slide = talk.slide_at(spot)
        step = slide.step
        asks = step.question is not None and spot.part > 0
        self.number.setText(f"{slide.number} / {slide.of}")
        self.question.show_ask(step.question, spot.part)
        sources = [*step.sources]
        if asks and step.question is not None:
            sources = [*step.question.sources, *sources]
        self._set("" if asks else step.headline, "" if asks else step.text, slide.lens, sources)
        return seen(slide, spot.part)

    def _aside(self, lens: Lens) -> Lens:
        """What was chosen in the pane or looked up: its name, and its sources."""
        known = bool(lens.item) and self.library.has(lens.item)
        self.number.setText("")
        self.question.show_ask(None, 0)
        name = self.library.name(lens.item) if known else ""
        self._set(name, "", lens, cite.sources_behind(self.library, lens.item) if known else ())
        return lens

    def _set(self, headline: str, text: str, lens: Lens, sources: Sequence[str]) -> None:
        self.headline.setText(headline)
        self.text.setText(text)
        self.headline.setVisible(bool(headline))
        self.text.setVisible(bool(text))
        self.date.setText(self._date(lens))
        self.lane.show_lane(*self._lane(lens), self.look)
        self._names = tuple(
            dict.fromkeys(
                cite.short(self.library.sources[name])
                for name in sources
                if name in self.library.sources
            )
        )
        self._arrange(TWO if lens.moment2 or lens.place2 else PANE)

    def _event(self, lens: Lens) -> Event | None:
        kind, _, name = lens.item.partition(":")
        return self.library.events.get(name) if kind == "event" else None

    def _date(self, lens: Lens) -> str:
        event = self._event(lens)
        if event is not None and lens.page not in OF_A_DAY:
            return say(event.date)
        if lens.page in OF_A_DAY and lens.moment2 is None:
            return say(When(lens.moment.isoformat()))
        return ""

    def _lane(self, lens: Lens) -> tuple[str, str]:
        event = self._event(lens)
        if event is None:
            return "", "accent"
        role = LANES + event.lane.lower().replace(" ", "-")
        return event.lane[:1].upper() + event.lane[1:], role

    def _cover(self, cover: str) -> None:
        self.cover.setVisible(bool(cover))
        if cover:
            self.cover.setAutoFillBackground(True)
            palette = self.cover.palette()
            palette.setColor(self.cover.backgroundRole(), QColor(cover))
            self.cover.setPalette(palette)
            self.cover.setGeometry(self.rect())
            self.cover.raise_()

    # ------------------------------------------------------------------------------ its size

    def _pixels(self) -> float:
        return min(self.height(), self.width() / NARROWEST) / HIGH

    def _fit(self) -> None:
        """Dress for the size of the window: all type grows and shrinks with its height."""
        self.look = look = stage_look(self.theme, self.width(), self.height())
        # No style sheet here: parts that a page makes late would lose their fonts under it.
        self.setPalette(look.palette())
        pixels = self._pixels()
        self._space(ROOMY)
        self.body.setSpacing(round(20 * pixels))
        self.top.setSpacing(round(24 * pixels))
        self.stage.restyle(look)
        self.show_again()
        dress(self, look)
        if self.talk is not None:
            self.overview.show_choice(self.talk.slides, self.talk.choice, look)

    def _space(self, sizes: tuple[int, int, int]) -> None:
        """Room above and below everything, and between two parts, at 1,080 high."""
        edge, above, below, between = (round(size * self._pixels()) for size in (EDGE, *sizes))
        self.column.setContentsMargins(edge, above, edge, below)
        self.column.setSpacing(between)

    def _arrange(self, wanted: float) -> None:
        """Set the type as large as leaves the pane its height; else the question beside it."""
        ways = QBoxLayout.Direction
        self._space(ROOMY if wanted <= PANE else TIGHT)
        margins = self.column.contentsMargins()
        width = self.width() - margins.left() - margins.right()
        edges = margins.top() + margins.bottom()
        for shrink in SHRINKS:
            self._set_type(shrink, False)
            if self._left(width, edges) >= wanted * self.height():
                break
        if self._left(width, edges) >= PANE * self.height():
            self.body.setDirection(ways.TopToBottom)
            self.body.setStretch(0, 0)
        else:
            asks = not self.question.isHidden()
            self.body.setDirection(ways.LeftToRight if asks else ways.TopToBottom)
            self.body.setStretch(0, BESIDE[0] if asks else 0)
            if asks:
                self._fit_beside(width)
        self.body.setStretch(1, BESIDE[1])
        self._tell_sources(width)

    def _fit_beside(self, width: int) -> None:
        """The largest type with which a question has room beside the pane."""
        margins = self.column.contentsMargins()
        for shrink in SHRINKS:
            self._set_type(shrink, True)
            beside = round((width - self.body.spacing()) * BESIDE[0] / sum(BESIDE))
            room = self._left(width, margins.top() + margins.bottom(), asks=False)
            if self.question.high(beside) <= room:
                break

    def _left(self, width: int, edges: int, asks: bool = True) -> int:
        """The height that is left to the pane when everything else has what it needs."""
        gap, used = self.column.spacing(), edges
        used += max(self.number.sizeHint().height(), self.lane.height()) + gap
        for label in (self.headline, self.text):
            if not label.isHidden():
                used += label.heightForWidth(width) + gap
        if asks and not self.question.isHidden():
            used += self.question.high(width) + self.body.spacing()
        return self.height() - used - self.source.sizeHint().height() - gap

    def _set_type(self, shrink: float, in_column: bool) -> None:
        pixels = self._pixels()
        for label, size, bold, role in (
            (self.headline, HEADLINE * shrink, True, "text"),
            (self.text, max(SMALL, TEXT * shrink), False, "text"),
            (self.date, SMALL, False, "text-quiet"),
            (self.number, SMALL, False, "text-quiet"),
            (self.hint, SMALL, True, "text"),
            (self.source, SMALL, False, "text-quiet"),
        ):
            font = self.look.font("body", bold=bold)
            font.setPixelSize(round(size * pixels))
            ink(label, self.look, role, font)
        if not self.question.isHidden():
            self.question.restyle(self.look, pixels, shrink, in_column)

    def _tell_sources(self, width: int) -> None:
        """The sources on one line: as many as have room, and how many more there are."""
        metrics = QFontMetrics(self.source.font())
        for many in range(len(self._names), 0, -1):
            text = self._sources(many)
            if metrics.horizontalAdvance(text) <= width:
                break
        else:
            text = self._sources(1) if self._names else ""
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        self.source.setText(text)
        self.source.setToolTip("; ".join(self._names))

    def _sources(self, many: int) -> str:
        shown = "; ".join(self._names[:many])
        rest = len(self._names) - many
        text = self.tr("Source: {0}") if len(self._names) == 1 else self.tr("Sources: {0}")
        told = text.format(shown)
        return self.tr("{0} and {1} more").format(told, rest) if rest else told

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Fit the type to the new size, once it has settled."""
        super().resizeEvent(event)
        for part in (self.cover, self.spotlight, self.closeup):
            part.setGeometry(self.rect())
        self._resized.start()

    def settle(self) -> None:
        """Fit the type to the size at once."""
        self._resized.stop()
        if self.look.scale != stage_look(self.theme, self.width(), self.height()).scale:
            self._fit()

    def _keep_keys(self, _: QWidget | None, now: QWidget | None) -> None:
        """A clicker's Page Down goes on, also where a part of the pane would scroll with it."""
        if now is not None and now is not self and self.stage.isAncestorOf(now):
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's spelling
        """Every key belongs to the talk."""
        self.key_pressed.emit(key_name(event))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's spelling
        """Closed by the window's own button: the talk is over."""
        super().closeEvent(event)
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the ground."""
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), self.look.color("window"))
        painter.end()


def key_name(event: QKeyEvent) -> str:
    """What a key is called in a talk: Qt's name without its prefix, or the letter itself.

    Arrows with Shift are called by both, since they move the spotlight.
    """
    if event.text() == ".":
        return "."
    name = Qt.Key(event.key()).name.removeprefix("Key_")
    is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return f"Shift+{name}" if is_shifted and name in ("Left", "Right", "Up", "Down") else name
