"""The message bar, and what catches the unexpected."""

from __future__ import annotations

import sys
import threading
from collections import deque
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from explorer.reader.lens import NoRecordError

if TYPE_CHECKING:
    from explorer.ui.paint import Look
    from explorer.ui.report import UnexpectedDialog

KEPT: Final = 50  # messages that can be read again
LEAST_TIME: Final = 6000  # milliseconds that a note is shown
TIME_A_LETTER: Final = 60


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say *text* now, whatever has the focus."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # 2 ms of the start

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def wrong_link(reason: Exception) -> str:
    """What to tell about a link that cannot be read or followed."""
    told = QCoreApplication.translate("Messages", "This link cannot be opened: {0}").format(reason)
    told = told if told.endswith("?") else f"{told}."
    if not isinstance(reason, NoRecordError):
        return told
    way_on = QCoreApplication.translate(
        "Messages", "You can also look for it by its name: press Ctrl+K."
    )
    return f"{told} {way_on}"


class Message(NamedTuple):
    """What was said, and when."""

    at: datetime
    text: str


class MessageBar(QFrame):
    """One message at a time over the bottom of its parent: a sentence and a next step.

    Nothing moves when it comes or goes. Where it would hide what has the keyboard, it lies below
    *under* instead.

    A note goes by itself after some seconds, unless the pointer or the keyboard is on it, and
    with the reader's next move. A refusal waits for the next move that works. Trouble stays until
    it is closed. Escape closes each, wherever the keyboard is. All are kept in :attr:`told`.
    """

    closed = Signal()

    def __init__(self, parent: QWidget, under: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host, self._under = parent, under
        parent.installEventFilter(self)
        self.setAutoFillBackground(True)
        self.setObjectName("message-bar")
        self.setAccessibleName(self.tr("Message"))
        self.told: deque[Message] = deque(maxlen=KEPT)  # newest last
        self.stays = False  # no time takes it away
        self._outlasts_moves = False
        self._act: Callable[[], object] | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._time_out)
        self._text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._action, self._close = QPushButton(), QToolButton()
        self._action.clicked.connect(self._run)
        self._close.clicked.connect(self.dismiss)
        self._close.setText("×")
        self._close.setAutoRaise(True)
        self._close.setAccessibleName(self.tr("Close the message"))
        self._close.setToolTip(self.tr("Close the message (Esc)"))
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)  # while it is in sight
        self._escape.activated.connect(self.dismiss)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._action)
        self._row.addWidget(self._close)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def say(self, text: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Show a note for a while; *action* names a button that acts."""
        self._show(text, action, act, stays=False)

    def refuse(self, text: str) -> None:
        """Show why what was asked for is not done, until something else is done or Escape."""
        self._show(text, "", None, stays=True)

    def warn(self, text: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Show what went wrong, until it is closed or another message comes."""
        self._show(text, action, act, stays=True)
        self._outlasts_moves = True

    def _show(self, text: str, action: str, act: Callable[[], object] | None, stays: bool) -> None:
        self.told.append(Message(datetime.now().astimezone(), text))
        self._act, self.stays, self._outlasts_moves = act, stays, False
        self.setProperty("role", "trouble" if stays else "note")
        self.style().polish(self)
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._timer.stop()
        if not stays:
            self._timer.start(LEAST_TIME + TIME_A_LETTER * len(text))
        self.place()
        self.show()
        self.raise_()
        announce(self, text)

    def place(self) -> None:
        """Lie over the bottom of the parent, or over its top where the keyboard is below."""
        width = self._host.width()
        height = self._row.totalHeightForWidth(width)
        top = self._under.geometry().bottom() + 1 if self._under is not None else 0
        below = QRect(0, self._host.height() - height, width, height)
        above = QRect(0, top, width, height)
        hides = self._hides(below) and not self._hides(above)
        self.setGeometry(above if hides else below)

    def _hides(self, place: QRect) -> bool:
        """Whether the control with the keyboard has a part under *place*."""
        focus = QApplication.focusWidget()
        if focus is None or self.isAncestorOf(focus) or not self._host.isAncestorOf(focus):
            return False
        return QRect(focus.mapTo(self._host, QPoint()), focus.size()).intersects(place)

    def _focus_moved(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and not self.isHidden():
            self.place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's spelling
        """Go along with the size of the parent."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self.place()
        return False

    def pass_on(self) -> None:
        """The reader goes on: a note has been read, a refusal is over, trouble stays."""
        if not self._outlasts_moves:
            self.dismiss()

    def _time_out(self) -> None:
        focus = QApplication.focusWidget()
        if self.underMouse() or (focus is not None and self.isAncestorOf(focus)):
            self._timer.start(LEAST_TIME)
        else:
            self.dismiss()

    def text(self) -> str:
        """The message that stands in the bar; empty when there is none."""
        return "" if self.isHidden() else self._text.text()

    def dismiss(self) -> None:
        """Take the message away."""
        self._timer.stop()
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def restyle(self, look: Look) -> None:
        """Take the spaces of another look; the style sheet has the colors."""
        gap = look.space(2)
        self._row.setContentsMargins(2 * gap, gap, gap, gap)
        if not self.isHidden():
            self.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's spelling
        """Escape closes the message."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _run(self) -> None:
        act = self._act
        self.dismiss()
        if act is not None:
            act()


class Unexpected(QObject):
    """Catches what nobody expected: logs it, shows each mistake once, and goes on."""

    _caught = Signal(str)

    def __init__(
        self, about: Callable[[], str], log: Path | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._about, self._log, self._window = about, log, parent
        self._shown: set[str] = set()
        self.dialog: UnexpectedDialog | None = None
        self._caught.connect(self._show)  # queued when it comes from another thread

    def install(self) -> None:
        """Catch from now on, in every thread."""
        sys.excepthook = self.catch
        threading.excepthook = lambda args: self.catch(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )

    def catch(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Take one exception; Ctrl+C in the terminal still ends the program."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        import logging  # only where something is wrong
        import traceback

        text = "".join(traceback.format_exception(kind, error, trace))
        logging.getLogger("explorer").error("unexpected\n%s", text)
        if text not in self._shown:
            self._shown.add(text)
            self._caught.emit(f"{self._about()}\n\n{text}")

    def _show(self, report: str) -> None:
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.add(report)
            return
        from explorer.ui.report import UnexpectedDialog  # only where something is wrong

        self.dialog = UnexpectedDialog(report, self._log, self._window)
        self.dialog.show()
