"""The card: everything that is known about the item in view."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QTextDocument,
)
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from explorer.card.card import Card, Spark
from explorer.card.facts import card_of
from explorer.card.html import Setter, Style, chip_length
from explorer.card.names import Names
from explorer.content import cite
from explorer.content.dates import When, say
from explorer.content.library import Library
from explorer.reader.lens import Lens
from explorer.ui.page import Page
from explorer.ui.paint import Look
from explorer.ui.session import Session

COLORS = ("text", "text-quiet", "link", "conflict", "on-chip")
SIZES = ("small", "body", "heading", "title")
SPARK_HEIGHT = 56


class CardText(QTextBrowser):
    """The text of a card: selectable, followed by key and mouse, spoken as text."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.chip_role = "accent"
        self.chip_length = 0
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the round ground of the chip, then the text over it."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.brush(self.chip_role))
        box = self._chip()
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.end()
        super().paintEvent(event)

    def _chip(self) -> QRectF:
        """Where the chip's words stand on screen: the first letters of the text."""
        block = self.document().firstBlock()
        layout = block.layout()
        if not self.chip_length or not layout.lineCount():
            return QRectF()
        line = layout.lineAt(0)
        right = _x(line.cursorToX(min(self.chip_length, line.textLength())))
        shift = QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        box = QRectF(
            _x(line.cursorToX(0)), line.y() - 1, right - _x(line.cursorToX(0)), line.height() + 2
        )
        return box.translated(layout.position() + shift)


def _x(found: object) -> float:
    """The x of ``cursorToX``, which gives a pair in some versions."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]


class CardView(Page):
    """What is known about ``lens.item``, with its sources; every name in it can be opened."""

    name = "card"
    opened = Signal(str)

    def __init__(
        self, library: Library, session: Session, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(library, session, look, parent)
        self.card: Card | None = None
        self.text = CardText(look, self)
        self.text.setAccessibleName(self.tr("Card"))
        self.text.anchorClicked.connect(self._follow_link)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.text)
        self.setFocusProxy(self.text)

    def title(self) -> str:
        """The pane's name on screen."""
        return self.tr("Card")

    def show_lens(self, new: Lens, old: Lens | None) -> None:
        """Another item makes another card; another moment may change what was known since."""
        if old is None or new.item != old.item:
            self._show(new, keep=False)
        elif new.moment != old.moment and self.card and self.card.known_since:
            self._show(new, keep=True)

    def describe(self) -> str:
        """The card as plain text."""
        self.draw()
        return self.text.toPlainText()

    def restyle(self, look: Look) -> None:
        """Take another look and set the card again."""
        self.text.look = look
        super().restyle(look)

    # ------------------------------------------------------------------------------ the text

    @cached_property
    def _names(self) -> Names:
        return Names.of(self.library)

    def _show(self, lens: Lens, keep: bool) -> None:
        place = self.text.verticalScrollBar().value() if keep else 0
        self.card = self._card(lens.item, lens.moment)
        document = QTextDocument(self.text)
        document.setDocumentMargin(self.look.space(4))
        document.setDefaultFont(self.look.font("body"))
        self._add_spark(document)
        document.setHtml(self._setter().page(self.card) if self.card else self._nothing(lens.item))
        self.text.setDocument(document)
        self.text.chip_role = self._chip_role()
        self.text.chip_length = (
            chip_length(self._word(self.card.tag or self.card.kind)) if self.card else 0
        )
        self.text.verticalScrollBar().setValue(place)

    def _card(self, item: str, moment: date) -> Card | None:
        return card_of(self.library, item, moment) if item and self.library.has(item) else None

    def _setter(self) -> Setter:
        look = self.look
        colors = {role: look.color(role).name() for role in COLORS}
        sizes = {size: float(look.font(size).pixelSize()) for size in SIZES}
        style = Style(colors, sizes, look.space(1))
        return Setter(style, self._word, self._say, self._reference, self._names)

    def _nothing(self, item: str) -> str:
        words = (
            self.tr("Choose an event, a step or a place to read about it here.")
            if not item
            else self.tr("Nothing in this program has the name %1.").replace("%1", item)
        )
        return f'<p style="color:{self.look.color("text-quiet").name()}">{words}</p>'

    def _chip_role(self) -> str:
        tag = self.card.tag if self.card else ""
        lane = "lane-" + tag.lower().replace(" ", "-")
        return lane if lane in self.look.roles else "accent"

    def _say(self, when: When) -> str:
        return say(when)

    def _reference(self, source: str) -> str:
        return cite.reference(self.library.sources[source])

    def _follow_link(self, url: QUrl) -> None:
        """A name opens its card, a footnote its source, an address the browser."""
        target = url.toString()
        if target.startswith("note:") and self.card:
            target = f"source:{self.card.sources[int(target[5:]) - 1]}"
        if target.startswith(("http:", "https:")):
            QDesktopServices.openUrl(url)
            return
        self.session.look(item=target)
        self.opened.emit(target)

    # ----------------------------------------------------------------------------- the spark

    def _add_spark(self, document: QTextDocument) -> None:
        sparks = (
            [section.spark for section in self.card.sections if section.spark] if self.card else []
        )
        if sparks:
            image = self._spark(sparks[0])
            document.addResource(QTextDocument.ResourceType.ImageResource, QUrl("spark"), image)

    def _spark(self, spark: Spark) -> QImage:
        """The series as a small line on a plain ground, with the moment as a thin rule."""
        width = max(120, self.text.viewport().width() - 2 * self.look.space(5))
        size = QSize(width, round(SPARK_HEIGHT * self.look.scale))
        ratio = self.devicePixelRatioF()
        image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_spark(painter, spark, QRectF(0, 0, size.width(), size.height()))
        painter.end()
        return image

    def _draw_spark(self, painter: QPainter, spark: Spark, box: QRectF) -> None:
        days = [day for day, _ in spark.points]
        top = max(value for _, value in spark.points) or 1.0
        inner = box.adjusted(4, 6, -4, -2)
        span = max(1, days[-1] - days[0])

        def x_of(day: int) -> float:
            return inner.left() + inner.width() * (day - days[0]) / span

        dots = [
            QPointF(x_of(day), inner.bottom() - inner.height() * value / top)
            for day, value in spark.points
        ]
        line = QPainterPath(dots[0])
        for dot in dots[1:]:
            line.lineTo(dot)
        painter.setPen(self.look.pen("grid"))
        painter.drawLine(inner.bottomLeft(), inner.bottomRight())
        painter.setPen(self.look.pen("accent", 2))
        painter.drawPath(line)
        moment = self.session.lens.moment.toordinal()
        if days[0] <= moment <= days[-1]:
            painter.setPen(self.look.pen("moment"))
            painter.drawLine(QPointF(x_of(moment), box.top()), QPointF(x_of(moment), box.bottom()))

    # ----------------------------------------------------------------------------- the words

    def _word(self, key: str) -> str:
        """The words for an id; words that come from the content stay as they are."""
        if key.startswith("by:"):
            return self._passive.get(key[3:], key[3:])
        if "|" in key:
            return ", ".join(self._word(part) for part in key.split("|"))
        return self._words.get(key, key.replace("_", " "))

    @cached_property
    def _passive(self) -> dict[str, str]:
        return {
            "amends": self.tr("amended by"),
            "replaces": self.tr("replaced by"),
            "rules_on": self.tr("ruled on in"),
            "responds_to": self.tr("answered by"),
            "implements": self.tr("carried out by"),
            "ends": self.tr("ended by"),
            "reported_in": self.tr("reports on"),
        }

    @cached_property
    def _words(self) -> dict[str, str]:
        return {
            "federal program": self.tr("Federal program"),
            "federal policy": self.tr("Federal policy"),
            "states and localities": self.tr("States and localities"),
            "courts": self.tr("Courts"),
            "Congress": self.tr("Congress"),
            "program": self.tr("Program"),
            "agreement type": self.tr("Kind of agreement"),
            "doctrine": self.tr("Doctrine"),
            "data link": self.tr("Data link"),
            "dispute": self.tr("Dispute"),
            "state law": self.tr("State law"),
            "local limits": self.tr("Local limits"),
            "priorities": self.tr("Priorities"),
            "event": self.tr("Event"),
            "term": self.tr("Term"),
            "claim": self.tr("Published figure"),
            "conflict": self.tr("Sources disagree"),
            "question": self.tr("Question"),
            "series": self.tr("Series"),
            "place": self.tr("Place"),
            "county": self.tr("County"),
            "state": self.tr("State"),
            "era": self.tr("Period of the pipeline"),
            "box": self.tr("Part of the pipeline"),
            "flow": self.tr("Arrow"),
            "data": self.tr("Arrow: data"),
            "decision": self.tr("Decision"),
            "exit": self.tr("Way out"),
            "process": self.tr("Step"),
            "start": self.tr("Start"),
            "public debate": self.tr("Public debate"),
            "amends": self.tr("amends"),
            "replaces": self.tr("replaces"),
            "rules_on": self.tr("rules on"),
            "responds_to": self.tr("responds to"),
            "implements": self.tr("carries out"),
            "ends": self.tr("ends"),
            "reported_in": self.tr("reported in"),
            "changed-in-pipeline": self.tr("Changed in the pipeline"),
            "changed-by": self.tr("Events that changed this"),
            "links": self.tr("Linked events, as sources state it"),
            "measured-by": self.tr("Measured by"),
            "measures-events": self.tr("Measures"),
            "lane-neighbors": self.tr("Before and after in this lane"),
            "lane-neighbors:caution": self.tr("An order in time, not a cause."),
            "people-and-places": self.tr("People, places, programs"),
            "sources-differ": self.tr("Where sources differ"),
            "sources": self.tr("Sources"),
            "known-since": self.tr("Known only from sources published later, the first in"),
            "confidence-medium": self.tr("medium confidence"),
            "confidence-low": self.tr("low confidence"),
            "before": self.tr("before"),
            "after": self.tr("after"),
            "measures": self.tr("measures it:"),
            "background": self.tr("background:"),
            "rival claim": self.tr("a rival claim:"),
            "loose": self.tr("loosely:"),
            "actors": self.tr("People and bodies"),
            "places": self.tr("Places"),
            "programs": self.tr("Programs"),
            "how-it-works": self.tr("How it works"),
            "legal-basis": self.tr("Legal basis"),
            "what-changed": self.tr("What changed"),
            "phases": self.tr("Phases"),
            "events": self.tr("Events"),
            "details": self.tr("Details"),
            "administration": self.tr("Administration"),
            "rests-on-this": self.tr("What rests on this source"),
            "rivals": self.tr("Rival figures, and why they differ"),
            "differs": self.tr("Why it differs"),
            "versions": self.tr("What the sources say"),
            "touches": self.tr("Concerns"),
            "answers": self.tr("Answers given"),
            "claims": self.tr("Published figures"),
            "questions": self.tr("Questions it answers"),
            "not-known": self.tr("What is not known"),
            "contested-by": self.tr("Who contests the term, and why"),
            "arrows": self.tr("Arrows"),
            "leads-to": self.tr("leads to"),
            "comes-from": self.tr("comes from"),
            "eras": self.tr("In each period"),
            "members": self.tr("Steps inside"),
            "in-force": self.tr("Where and when in force"),
            "rules": self.tr("Rules, in the order in which they are tried"),
            "figures": self.tr("Figures"),
            "activation": self.tr("Secure Communities"),
            "activated": self.tr("fingerprints checked since"),
            "no-later-than": self.tr("no date in the source; active no later than"),
            "limits": self.tr("Documented limits on detainers (examples, not a census)"),
            "agreements": self.tr("287(g) agreements"),
            "within": self.tr("Part of"),
            "definition": self.tr("Definition"),
            "who-says": self.tr("Who says it"),
            "counted": self.tr("What was counted"),
            "counted-value": self.tr("Number counted"),
            "out-of": self.tr("Out of"),
            "out-of-value": self.tr("Number it is out of"),
            "population": self.tr("Among"),
            "border-cases": self.tr("Border cases"),
            "scale": self.tr("Grouping used"),
            "check": self.tr("Arithmetic"),
            "figure": self.tr("Figure"),
            "qualifier": self.tr("Given as"),
            "period": self.tr("Period"),
            "unit": self.tr("Unit"),
            "counts": self.tr("Counts"),
            "edition": self.tr("Edition"),
            "caution": self.tr("Caution"),
            "stands-for": self.tr("Beside other series"),
            "speaker": self.tr("Speaker"),
            "role": self.tr("Role"),
            "context": self.tr("When and where"),
            "note": self.tr("Note"),
            "author": self.tr("Author"),
            "publisher": self.tr("Publisher"),
            "address": self.tr("Address"),
            "part": self.tr("Part"),
            "kind-detail": self.tr("Kind"),
            "what-was-read": self.tr("What was read"),
            "read-at": self.tr("Read at"),
            "since": self.tr("Since"),
            "until": self.tr("Until"),
            "who-acts": self.tr("Who acts"),
            "system": self.tr("System"),
            "unverified": self.tr("Not read in a source"),
            "jurisdiction": self.tr("Jurisdiction"),
            "decider": self.tr("Who decides"),
            "dates": self.tr("Dates"),
            "condition": self.tr("Condition"),
            "from": self.tr("from"),
            "to": self.tr("to"),
            "conditional": self.tr("depends on a rule or agreement:"),
            "partial": self.tr("in part:"),
            "on": self.tr("in use:"),
            "off": self.tr("not in use:"),
        }
