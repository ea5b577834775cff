"""Three places to start from, shown over the first page until the reader knows them."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from explorer.ui.paint import Look, panel
from explorer.ui.words import QT_TRANSLATE_NOOP

WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
DOOR_WIDTH = 232  # logical pixels at 100 % text


class Start(NamedTuple):
    """A place to start from: where it leads and what it promises."""

    icon: str
    title: str
    text: str
    link: str


STARTS = (
    Start(
        "explore",
        QT_TRANSLATE_NOOP("Welcome", "The story in ten minutes"),
        QT_TRANSLATE_NOOP("Welcome", "The events that a short talk needs, in order, on one line."),
        "timeline?x.significance=3",
    ),
    Start(
        "walk",
        QT_TRANSLATE_NOOP("Welcome", "From fingerprint to removal"),
        QT_TRANSLATE_NOOP(
            "Welcome", "Each step after an arrest, who decides it, and how the law changed it."
        ),
        "pipeline?item=event:2011-moa-termination&moment=2011-08-05",
    ),
    Start(
        "figure",
        QT_TRANSLATE_NOOP("Welcome", "Why do the figures differ?"),
        QT_TRANSLATE_NOOP(
            "Welcome", "One question, several published numbers: see what each of them counts."
        ),
        "evidence?item=question:serious-convictions",
    ),
)


class Door(QAbstractButton):
    """A large button with a drawing, a title and a sentence."""

    def __init__(self, start: Start, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.start = start
        self.look = look
        self.title = QCoreApplication.translate("Welcome", start.title)
        self.sentence = QCoreApplication.translate("Welcome", start.text)
        self.setAccessibleName(self.title)
        self.setAccessibleDescription(self.sentence)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Narrow doors are taller."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """The height that the sentence needs in a width."""
        return self._parts(width)[-1].bottom() + self.look.space(4)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as a short line of text."""
        width = round(DOOR_WIDTH * self.look.scale)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for the longest word."""
        return QSize(round(DOOR_WIDTH * 0.7 * self.look.scale), 0)

    def _parts(self, width: int) -> tuple[QRect, QRect, QRect]:
        """Where drawing, title and sentence stand in a width."""
        edge, gap = self.look.space(4), self.look.space(2)
        side = round(24 * self.look.scale)
        icon = QRect(edge, edge, side, side)
        room = QRect(edge, icon.bottom() + gap, width - 2 * edge, 10_000)
        title = self._metrics(bold=True).boundingRect(room, WRAPPED, self.title)
        room.moveTop(title.bottom() + gap // 2)
        return icon, title, self._metrics().boundingRect(room, WRAPPED, self.sentence)

    def _metrics(self, bold: bool = False) -> QFontMetrics:
        return QFontMetrics(self.look.font("lead", bold=True) if bold else self.look.font("body"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the sheet, the drawing and the words."""
        look = self.look
        icon, title, sentence = self._parts(self.width())
        painter = QPainter(self)
        lit = self.underMouse() or self.isDown()
        panel(painter, QRectF(self.rect()), look, "accent-soft" if lit else "panel-sunk")
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(look.pen("focus", "bold"))
            ring = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
            painter.drawRoundedRect(ring, look.radius, look.radius)
        look.icon(self.start.icon, "accent", 24).paint(painter, icon)
        painter.setPen(look.color("text"))
        painter.setFont(look.font("lead", bold=True))
        painter.drawText(title, WRAPPED, self.title)
        painter.setPen(look.color("text-quiet"))
        painter.setFont(look.font("body"))
        painter.drawText(sentence, WRAPPED, self.sentence)
        painter.end()


class Welcome(QFrame):
    """A sheet over the window with three doors; Esc or its button puts it away."""

    chosen = Signal(str)  # the link of a door
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.host = parent
        self.setObjectName("welcome")
        self.setAccessibleName(self.tr("Where to start"))
        self.head = QLabel(self.tr("Where would you like to start?"), self)
        self.doors = [Door(start, look, self) for start in STARTS]
        self.close_button = QPushButton(self.tr("Look around on my own"), self)
        self.close_button.clicked.connect(self.put_away)
        for door in self.doors:
            door.clicked.connect(lambda _=False, link=door.start.link: self._choose(link))
        self._build()
        self.restyle(look)

    def restyle(self, look: Look) -> None:
        """Take another look."""
        self.look = look
        self.head.setFont(look.font("heading", bold=True))
        for door in self.doors:
            door.look = look
            door.updateGeometry()
        edge = look.space(5)
        self._box.setContentsMargins(edge, edge, edge, edge)
        self._box.setSpacing(look.space(4))
        self._row.setSpacing(look.space(3))
        self.place()

    def place(self) -> None:
        """Lie in the middle of the window, side by side where there is room, else stacked."""
        room = self.host.rect().adjusted(12, 12, -12, -12)
        door, edge = round(DOOR_WIDTH * self.look.scale), self.look.space(5)
        beside = 3 * door + 2 * self.look.space(3) + 2 * edge <= room.width()
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
        width = min(room.width(), (3 if beside else 2) * door + 2 * self.look.space(3) + 2 * edge)
        inner = width - 2 * edge
        each = (inner - 2 * self.look.space(3)) // 3 if beside else inner
        heights = [one.heightForWidth(each) for one in self.doors]
        tall = max(heights) if beside else sum(heights) + 2 * self.look.space(3)
        rest = self.head.sizeHint().height() + self.close_button.sizeHint().height()
        height = min(room.height(), tall + rest + 2 * edge + 2 * self.look.space(4) + 4)
        spot = QRect(0, 0, width, height)
        spot.moveCenter(room.center())
        self.setGeometry(spot)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the sheet with a strong edge, since it lies over others."""
        painter = QPainter(self)
        panel(painter, QRectF(self.rect()), self.look)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.look.pen("accent", "line"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        edge = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(edge, self.look.radius, self.look.radius)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc puts the sheet away; left and right go from door to door."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self.focusNextChild()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        inside = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        for door in self.doors:
            self._row.addWidget(door, 1)
        scroll = QScrollArea(self)
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for ground in (inside, scroll.viewport()):  # the sheet shows through
            ground.setAutoFillBackground(False)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        self._box = QVBoxLayout(self)
        self._box.addWidget(self.head)
        self._box.addWidget(scroll, 1)
        self._box.addLayout(foot)

    def _choose(self, link: str) -> None:
        self.put_away()
        self.chosen.emit(link)

    def put_away(self) -> None:
        """Close, once and for all."""
        self.closed.emit()
        self.deleteLater()
        self.hide()
