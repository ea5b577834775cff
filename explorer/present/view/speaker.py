"""What the speaker sees: the present and the next step, notes, time, and all steps."""

from __future__ import annotations

from html import escape
from typing import Final

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt, QTime, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
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
from explorer.content.dates import When, say
from explorer.content.library import Library
from explorer.present.slides import Slide
from explorer.present.talk import Talk, jump_to
from explorer.present.view.audience import OF_A_DAY, key_name
from explorer.present.view.dress import dress
from explorer.present.view.overview import Overview
from explorer.present.view.veil import Drawn
from explorer.reader.settings import NOTES
from explorer.reader.theme import Theme
from explorer.ui.paint import Look
from explorer.ui.widgets import viewport_of

SECOND: Final = 1000
USUAL: Final = (1180, 740)  # the size at which text has its usual size
SHARES: Final = (20, 52, 25)  # of the width: steps, the audience's screen and notes, time
NARROW: Final = (900, 58, 42)  # with less width at 100 % the steps stand under the next one
LOW: Final = 560  # pixels of height at 100 %: with less the keys are left to the sheet of keys
LONG: Final = 60  # letters of what comes next: more are set smaller
BUTTON: Final = 44  # pixels of height at 100 %, to be hit without looking


class Mirror(Drawn):
    """A small picture of the audience's screen, as large as fits."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self.look: Look | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 135)

    def show_picture(self, picture: QPixmap) -> None:
        """Show another picture."""
        self._picture = picture
        self.update()

    def picture_place(self) -> QRectF:
        """Where the picture is: centered, in its own shape."""
        size = self._picture.deviceIndependentSize().toSize()
        size = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        return QRectF(left, top, size.width(), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the picture with a line around it."""
        if self._picture.isNull():
            return
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            place = self.picture_place()
            painter.drawPixmap(place, self._picture, QRectF(self._picture.rect()))
            if self.look is not None:
                painter.setPen(self.look.pen("control-border", 2.0))
                painter.drawRect(place.adjusted(1, 1, -1, -1))
        finally:
            painter.end()


class StepList(QListWidget):
    """All steps; a click goes to one. Keys belong to the talk."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's spelling
        """Leave keys to the window."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Break the lines for the new width."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give each step the height of its words; Qt forgets the edges of a style sheet."""
        metrics, wrap = self.fontMetrics(), int(Qt.TextFlag.TextWordWrap)
        edge = metrics.height() // 2
        width = viewport_of(self).width() - 2 * self.spacing()
        for number in range(self.count()):
            item = self.item(number)
            box = metrics.boundingRect(0, 0, width - 2 * edge, 10_000, wrap, item.text())
            item.setSizeHint(QSize(width, box.height() + edge))
        if self.currentItem() is not None:
            self.scrollToItem(self.currentItem())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """Wide enough for short headlines."""
        return QSize(self.fontMetrics().averageCharWidth() * 30, 200)


class SpeakerWindow(QWidget):
    """The window on the speaker's own screen."""

    key_pressed = Signal(str)
    step_chosen = Signal(int)  # a step's number, from 1
    source_chosen = Signal(str)  # its id
    closed = Signal()

    def __init__(self, library: Library, theme: Theme) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.library = library
        self.theme = theme
        self.look = Look(theme)
        self.talk: Talk | None = None
        self._grown = 1.0  # how much larger than usual text is
        self.notes_size = 22  # in a window of the usual size
        self.text_scale = 1.0  # as the reader chose it
        self._began = QElapsedTimer()
        self.setWindowTitle(self.tr("Presentation: speaker"))
        self.setObjectName("speaker")
        self._build()
        self._ticks = QTimer(self, interval=SECOND)
        self._ticks.timeout.connect(self.tell_time)
        self._resized = QTimer(self, interval=80, singleShot=True)
        self._resized.timeout.connect(self._fit)
        self.resize(1366, 768)
        self._fit()

    # ------------------------------------------------------------------------------ its parts

    def _build(self) -> None:
        self._row = QHBoxLayout(self)
        self.way = QWidget(self)  # all steps, and the field that jumps to one
        self._columns = (self._steps_column(), self._middle_column(), self._time_column())
        self._row.addWidget(self.way, SHARES[0])
        for share, column in zip(SHARES[1:], self._columns[1:], strict=True):
            self._row.addLayout(column, share)
        self.overview = Overview(self)
        self.overview.picked.connect(self.step_chosen)

    def _steps_column(self) -> QVBoxLayout:
        self.title = self._label()
        self.steps = StepList(self)
        self.steps.setAccessibleName(self.tr("Steps of the talk"))
        self.steps.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.steps.setWordWrap(True)
        self.steps.setFrameShape(QFrame.Shape.NoFrame)
        self.steps.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.steps.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.steps.itemClicked.connect(lambda item: self.step_chosen.emit(self.steps.row(item) + 1))
        self.jump = QLineEdit(self)
        self.jump.setProperty("role", "search")
        self.jump.setPlaceholderText(self.tr("/  number or word"))
        self.jump.setAccessibleName(self.tr("Go to a step by number or word"))
        self.jump.returnPressed.connect(self._jump)
        column = QVBoxLayout(self.way)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.title)
        column.addWidget(self.steps, 1)
        column.addWidget(self.jump)
        return column

    def _middle_column(self) -> QVBoxLayout:
        self.seen, self.status = self._label(), self._label()
        self.status.setObjectName("status")
        self.mirror = Mirror(self)
        self.mirror.setAccessibleName(self.tr("Picture of the audience’s screen"))
        self.mirror.setToolTip(self.tr("Drag over a part to enlarge it"))
        self.where = self._label()
        self.notes = self._label()
        self.notes.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.notes.setAccessibleName(self.tr("Notes"))
        self.reading = QScrollArea(self)
        self.reading.setFrameShape(QFrame.Shape.NoFrame)
        self.reading.setWidgetResizable(True)
        self.reading.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.reading.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.reading.setWidget(self.notes)
        self.sources = self._label()
        self.sources.setTextFormat(Qt.TextFormat.RichText)
        self.sources.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self.sources.linkActivated.connect(self.source_chosen)
        column = QVBoxLayout()
        column.addWidget(self.seen)
        column.addWidget(self.status)
        column.addWidget(self.mirror, 5)
        column.addWidget(self.where)
        column.addWidget(self.reading, 4)
        column.addWidget(self.sources)
        return column

    def _time_column(self) -> QVBoxLayout:
        self.elapsed, self.clock = self._label(), self._label()
        self.elapsed_name, self.clock_name = self._label(), self._label()
        self.elapsed_name.setText(self.tr("Elapsed"))
        self.clock_name.setText(self.tr("Clock"))
        names, times = QHBoxLayout(), QHBoxLayout()
        for layout, left, right in (
            (names, self.elapsed_name, self.clock_name),
            (times, self.elapsed, self.clock),
        ):
            right.setAlignment(Qt.AlignmentFlag.AlignRight)
            for label in (left, right):
                label.setWordWrap(False)
                layout.addWidget(label)
        self.next_name = self._label()
        self.next_name.setText(self.tr("Next"))
        self.keys = self._label()
        self.keys.setText(
            _kept_together(
                self.tr(
                    "B black · W white · F freeze · G all steps · C sources · L light · "
                    "Z enlarge · S swap screens · + − notes · Esc leave"
                )
            )
        )
        self.back_button = self._button("◀", self.tr("Back"), "PageUp")
        self.next_button = self._button(self.tr("Next  ▶"), self.tr("Next"), "PageDown")
        self.next_button.setProperty("role", "primary")
        buttons = QHBoxLayout()
        buttons.addWidget(self.back_button, 1)
        buttons.addWidget(self.next_button, 2)
        column = QVBoxLayout()
        column.addLayout(names)
        column.addLayout(times)
        column.addWidget(self.next_name)
        column.addWidget(self._next_card())
        column.addStretch(1)
        self._before_keys = column.count()
        column.addWidget(self.keys)
        column.addLayout(buttons)
        return column

    def _next_card(self) -> QFrame:
        self.card = QFrame(self)
        self.card.setProperty("role", "panel")
        self.next_date, self.next_step, self.after = (self._label() for _ in range(3))
        self._card_column = QVBoxLayout(self.card)
        self._card_column.addWidget(self.next_date)
        self._card_column.addWidget(self.next_step)
        self._card_column.addWidget(self.after)
        return self.card

    def _label(self) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _button(self, words: str, name: str, key: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setAccessibleName(name)
        button.setAutoDefault(False)
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
        moved = self.talk is None or self.talk.here != talk.here
        self.talk = talk
        step = talk.slide.step
        self.steps.setCurrentRow(talk.here.step)
        self.where.setText(f"{talk.slide.number}  {step.headline}")
        if moved:
            self.notes.setText(self._notes(talk))
            self.reading.verticalScrollBar().setValue(0)
        self.seen.setText(self._seen(talk))
        self.sources.setText(self._sources(talk))
        for label, text in zip(
            (self.next_date, self.next_step, self.after), self._next(talk), strict=True
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self.after.setHidden(self._is_low() or not self.after.text())
        self.next_step.setFont(self.look.font(self._next_size(), bold=True))
        self.show_status(self._status(talk))
        self.overview.show_choice(talk.slides, talk.choice, self.look, "body")

    def show_status(self, text: str) -> None:
        """Say what the audience sees where it is not the present step."""
        self.status.setText(text)
        self.status.setVisible(bool(text))
        frozen = self.talk is not None and self.talk.frozen is not None
        self.where.setVisible(bool(frozen or (self.talk and (self.talk.cover or self.talk.aside))))

    def _fill(self, talk: Talk) -> None:
        many = self.tr("{0} · {1} steps") if len(talk.slides) > 1 else "{0}"
        self.title.setText(many.format(talk.title, len(talk.slides)))
        self.steps.clear()
        self.steps.addItems([f"{one.number}  {one.step.headline}" for one in talk.slides])
        self.steps.fit()

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

    def _seen(self, talk: Talk) -> str:
        """What the audience has before it, in a few words over its picture."""
        if talk.cover:
            black = self.tr("The audience sees a black screen")
            return black if talk.cover == "black" else self.tr("The audience sees a white screen")
        if talk.aside is not None:
            return self.tr("The audience sees what was chosen")
        slide = talk.slide_at(talk.shown)
        return self.tr("The audience sees step {0} of {1}").format(slide.number, slide.of)

    def sources_shown(self) -> list[str]:
        """The ids of the sources of the step, and of its question."""
        if self.talk is None:
            return []
        step = self.talk.slide.step
        names = [*step.sources, *(step.question.sources if step.question else ())]
        return [one for one in dict.fromkeys(names) if one in self.library.sources]

    def _sources(self, talk: Talk) -> str:
        color = self.look.color("link").name()
        told = "; ".join(
            f'<a href="{escape(one)}" style="color:{color}">'
            f"{escape(cite.short(self.library.sources[one]))}</a>"
            for one in self.sources_shown()
        )
        return self.tr("Source shown: {0}").format(told) if told else ""

    def _next(self, talk: Talk) -> tuple[str, str, str]:
        """What the next key shows: number and date, the words, and the step after a question."""
        after = talk.following
        ask = talk.slide.step.question
        if ask is None or talk.here.part > 1:
            if after is None:
                return "", self.tr("This is the last step."), ""
            return self._date(after), after.step.headline, ""
        then = ""
        if after is not None:
            then = self.tr("Then: {0}").format(f"{self._date(after)}\n{after.step.headline}")
        if talk.here.part:
            return self.tr("The answer"), ask.answer, then
        return self.tr("The question"), ask.text, then

    def _date(self, slide: Slide) -> str:
        kind, _, name = slide.lens.item.partition(":")
        event = self.library.events.get(name) if kind == "event" else None
        number = self.tr("Step {0}").format(slide.number)
        if event is not None:
            return f"{number} · {say(event.date)}"
        is_of_a_day = slide.lens.page in OF_A_DAY and slide.lens.moment2 is None
        day = say(When(slide.lens.moment.isoformat())) if is_of_a_day else ""
        return f"{number} · {day}" if day else number

    def _status(self, talk: Talk) -> str:
        told = []
        if talk.is_leaving:
            told.append(self.tr("Esc once more ends the presentation."))
        if talk.cover == "black":
            told.append(self.tr("Black: the audience’s screen is black. B shows it again."))
        if talk.cover == "white":
            told.append(self.tr("White: the audience’s screen is white. W shows it again."))
        if talk.frozen is not None:
            told.append(self._frozen(talk))
        if talk.aside is not None:
            name = self.library.name(talk.aside.item) if talk.aside.item else talk.aside.page
            told.append(self.tr("Beside the tour: {0}. The next key goes back.").format(name))
        if talk.typed:
            told.append(self.tr("Go to step {0}: press Enter.").format(talk.typed))
        if talk.is_close:
            told.append(self.tr("Enlarged: Z or Esc shows the whole screen."))
        if talk.is_lit:
            told.append(self.tr("Spotlight: it follows the mouse. L ends it."))
        return "\n".join(told)

    def _frozen(self, talk: Talk) -> str:
        assert talk.frozen is not None
        number = talk.slide_at(talk.frozen).number
        told = self.tr("Frozen: the audience sees step {0}.").format(number)
        if talk.found is not None:
            name = self.library.name(talk.found.item) if talk.found.item else talk.found.page
            return f"{told} " + self.tr("F shows them what you looked up: {0}").format(name)
        if talk.frozen == talk.here:
            return f"{told} " + self.tr("F lets them follow again.")
        if talk.frozen.step == talk.here.step:
            return f"{told} " + self.tr("F takes them to where you are.")
        return f"{told} " + self.tr("F takes them to step {0}.").format(talk.slide.number)

    def tell_time(self) -> None:
        """The time since the start, and the time of day."""
        seconds = self._began.elapsed() // SECOND if self._began.isValid() else 0
        hours, minutes = seconds // 3600, seconds // 60 % 60
        since = f"{minutes:02}:{seconds % 60:02}"
        self.elapsed.setText(f"{hours}:{since}" if hours else since)
        self.clock.setText(self.locale().toString(QTime.currentTime(), "HH:mm"))

    def _jump(self) -> None:
        number = jump_to(self.talk, self.jump.text()) if self.talk else None
        if number is None:
            self.jump.selectAll()
            self.show_status(self.tr("No step holds “{0}”.").format(self.jump.text()))
            return
        self.jump.clear()
        self.steps.setFocus()
        self.step_chosen.emit(number)

    # --------------------------------------------------------------------------------- looks

    def _fit(self) -> None:
        """Text as large as the window has room for."""
        scale = min(self.width() / USUAL[0], self.height() / USUAL[1])
        self._grown = max(1.0, scale) * self.text_scale
        self.restyle(Look(self.theme, self._grown))

    def restyle(self, look: Look) -> None:
        """Take another look."""
        self.look = self.mirror.look = look
        self.setPalette(look.palette())
        self.setStyleSheet(look.stylesheet() + _own_sheet(look))
        quiet = (self.title, self.seen, self.elapsed_name, self.clock_name, self.next_name)
        for label in (*quiet, self.sources, self.keys, self.next_date, self.after):
            label.setFont(look.font("small"))
            label.setStyleSheet(f"color: {look.color('text-quiet').name()}")
        narrow = self._is_narrow()
        time = "title" if narrow else "display"
        for label, size in (
            (self.elapsed, time),
            (self.clock, time),
            (self.next_step, self._next_size()),
            (self.where, "body"),
            (self.status, "lead"),
        ):
            label.setFont(look.font(size, bold=True, tabular=size == time))
        for widget in (self.steps, self.jump, self.back_button, self.next_button):
            widget.setFont(look.font("body"))
        self._space(look)
        self._arrange(narrow)
        dress(self, look)
        viewport_of(self.steps).setAutoFillBackground(False)
        self.notes.setStyleSheet(f"color: {look.color('text').name()}")
        self._size_notes()
        self.steps.fit()

    def _space(self, look: Look) -> None:
        edge, gap = look.space("l"), look.space("s")
        self._row.setContentsMargins(edge, edge, edge, edge)
        self._row.setSpacing(edge)
        for column in self._columns:
            column.setSpacing(gap)
        self._card_column.setContentsMargins(edge, gap, edge, edge)
        self.steps.setSpacing(gap // 4)
        for button in (self.back_button, self.next_button):
            button.setMinimumHeight(round(BUTTON * look.scale))

    def _next_size(self) -> str:
        is_long = len(self.next_step.text()) > LONG
        return "lead" if is_long or self._is_narrow() else "title"

    def _is_low(self) -> bool:
        return self.height() < LOW * self.look.scale

    def _is_narrow(self) -> bool:
        return self.width() < NARROW[0] * self.look.scale

    def _arrange(self, narrow: bool) -> None:
        """Three columns; with large text two, the steps under the next one."""
        time = self._columns[2]
        is_below = time.indexOf(self.way) >= 0
        if narrow != is_below:
            (time if is_below else self._row).removeWidget(self.way)
            if narrow:
                time.insertWidget(self._before_keys, self.way, 1)
            else:
                self._row.insertWidget(0, self.way)
        first = 0 if narrow else 1
        if not narrow:
            self._row.setStretch(0, SHARES[0])
        for number, share in enumerate(NARROW[1:] if narrow else SHARES[1:], start=first):
            self._row.setStretch(number, share)
        time.setStretch(self._before_keys - 1, int(not narrow))
        self.keys.setHidden(self._is_low())
        self.after.setHidden(self._is_low() or not self.after.text())
        self.title.setHidden(narrow)

    def set_notes_size(self, pixels: int) -> None:
        """Set the notes in a size, within reason."""
        low, high = NOTES
        self.notes_size = min(high, max(low, pixels))
        self._size_notes()

    def resize_notes(self, by: int) -> None:
        """Make the notes larger or smaller, by a few pixels."""
        self.set_notes_size(self.notes_size + by)

    def _size_notes(self) -> None:
        font = QFont(self.look.font("body"))
        grown = self.notes_size * self._grown / self.text_scale
        font.setPixelSize(round(max(grown, font.pixelSize())))
        self.notes.setFont(font)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Fit the text to the size, once it has settled."""
        super().resizeEvent(event)
        self._resized.start()

    def settle(self) -> None:
        """Fit the text to the size at once."""
        self._resized.stop()
        self._fit()

    # ---------------------------------------------------------------------------------- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's spelling
        """Every key that no control took belongs to the talk."""
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.text() in ("+", "=", "-"):
            self.resize_notes(-3 if event.text() == "-" else 3)
        elif event.text() == "/":
            self.jump.setFocus()
        elif self.jump.hasFocus() and event.key() == Qt.Key.Key_Escape:
            self.jump.clear()
            self.steps.setFocus()
        elif self.jump.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            pass  # it went to the step
        elif is_shifted and event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            bar = self.reading.verticalScrollBar()
            step = bar.pageStep() * 3 // 4
            bar.setValue(bar.value() + (step if event.key() == Qt.Key.Key_PageDown else -step))
        else:
            self.key_pressed.emit(key_name(event))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's spelling
        """Closed by the window's own button: the talk is over."""
        super().closeEvent(event)
        self.closed.emit()


def _kept_together(text: str) -> str:
    """Keys with their words, so that no line ends between the two."""
    return " · ".join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in text.split(" · "))


def _own_sheet(look: Look) -> str:
    """Rules for the parts that only this window has."""
    colors = {
        name: look.color(name).name()
        for name in ("changed-soft", "on-changed", "accent", "on-accent", "text-quiet", "hover")
    }
    gap = look.space("s")
    return (
        f"#status {{ background: {colors['changed-soft']}; color: {colors['on-changed']};"
        f" border-radius: {gap}px; padding: {gap}px; }}"
        f" StepList {{ outline: 0; background: transparent; color: {colors['text-quiet']}; }}"
        f" StepList::item {{ padding: {gap // 2}px; border-radius: {gap}px; }}"
        f" StepList::item:hover {{ background: {colors['hover']}; }}"
        f" StepList::item:selected {{ background: {colors['accent']};"
        f" color: {colors['on-accent']}; }}"
        f" QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; }}"
    )
