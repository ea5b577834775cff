"""The card: everything that is known about the item in view."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.card.card import Card
from explorer.card.facts import card_of
from explorer.card.html import Setter, Style, chip_length
from explorer.card.names import Names
from explorer.card.view.actions import Actions
from explorer.card.view.fit import Fit, fit
from explorer.card.view.spark import picture
from explorer.card.view.text import CardText
from explorer.card.view.words import word
from explorer.content import cite
from explorer.content.dates import say
from explorer.content.library import Library
from explorer.reader.dossier import dossier
from explorer.reader.lens import Lens
from explorer.ui import statistics
from explorer.ui.page import Page
from explorer.ui.paint import Look
from explorer.ui.session import Session
from explorer.ui.shelf import shelf

COLORS = ("text", "text-quiet", "link", "conflict", "on-chip")
SIZES = ("small", "body", "heading", "title")
WEIGHED = ("claim", "question", "series", "quote", "viewpoint")  # what the evidence page shows


class CardView(Page):
    """What is known about ``lens.item``, with its sources; every name in it can be opened."""

    name = "card"

    def __init__(
        self, library: Library, session: Session, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(library, session, look, parent)
        self.card: Card | None = None
        self._was_fit = Fit()
        self.text = CardText(look, self)
        self.text.setAccessibleName(self.tr("Card"))
        self.text.anchorClicked.connect(self._follow_link)
        self.actions_row = Actions(look, self)
        self.actions_row.kept.connect(self._keep)
        self.actions_row.noted.connect(self._note)
        self.actions_row.cited.connect(lambda: self.session.wanted.emit("cite"))
        self.actions_row.linked.connect(self._copy_link)
        self.actions_row.weighed.connect(self._weigh)
        self.actions_row.presented.connect(self._present)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.text, 1)
        box.addWidget(self.actions_row)
        self.begin_at(self.text)

    def title(self) -> str:
        """The pane's name on screen."""
        return self.tr("Card")

    def show_lens(self, new: Lens, old: Lens | None) -> None:
        """Another item makes another card; another moment moves the rule in the small picture."""
        if old is None or new.item != old.item:
            self._show(new, keep=False)
        elif new.moment != old.moment and self._is_of_moment():
            self._show(new, keep=True)

    def describe(self) -> str:
        """The card as plain text."""
        self.draw()
        return self.text.toPlainText()

    def restyle(self, look: Look) -> None:
        """Take another look and set the card again."""
        self.text.look = look
        self.actions_row.restyle(look)
        super().restyle(look)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Set the small picture anew for another width, and labels above values where it is narrow."""
        super().resizeEvent(event)
        wider = event.size().width() != event.oldSize().width()
        if self.card and wider and (self._spark() or self._fit() != self._was_fit):
            self._show(self.session.lens, keep=True)

    # ------------------------------------------------------------------------------ the text

    @cached_property
    def _names(self) -> Names:
        return Names.of(self.library)

    def _show(self, lens: Lens, keep: bool) -> None:
        if not keep:
            self.actions_row.flush()
        place = self.text.verticalScrollBar().value() if keep else 0
        self.card = self._card(lens.item, lens.moment)
        document = QTextDocument(self.text)
        document.setDocumentMargin(self.look.space(4))
        document.setDefaultFont(self.look.font("body"))
        self._add_spark(document)
        document.setHtml(self._setter().page(self.card) if self.card else self._nothing(lens.item))
        statistics.dot(document)
        self.text.setDocument(document)
        tag = word(self.card.tag or self.card.kind) if self.card else ""
        self.text.chip_role = self._chip_role()
        self.text.chip_length = chip_length(tag) if tag else 0
        self.text.verticalScrollBar().setValue(place)
        self.actions_row.setVisible(self.card is not None)
        self.actions_row.weigh.setVisible(self.card is not None and self.card.kind in WEIGHED)
        self.actions_row.present.setVisible(self.card is not None and self.card.kind == "tour")
        if self.card and not keep:
            self.actions_row.show_state(shelf().has_bookmark(lens.item), shelf().note(lens.item))

    def _card(self, item: str, moment: date) -> Card | None:
        return card_of(self.library, item, moment) if item and self.library.has(item) else None

    def _setter(self) -> Setter:
        look = self.look
        colors = {role: look.color(role).name() for role in COLORS}
        sizes = {size: float(look.font(size).pixelSize()) for size in SIZES}
        self._was_fit = self._fit()
        sizes["chip"] = sizes["small"] * self._was_fit.chip
        sizes["title"] *= self._was_fit.title
        style = Style(colors, sizes, look.space(1), self._was_fit.stacked)
        return Setter(style, word, say, self._listed, self._names, self.library.statistics)

    def _fit(self) -> Fit:
        """What the width asks of the card in view."""
        tag = word(self.card.tag or self.card.kind) if self.card else ""
        title = self.card.title if self.card else ""
        return fit(self.look, self.text.viewport().width(), tag, title)

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

    def _listed(self, source: str) -> str:
        """A source in the list of a card; its own card has the address."""
        record = self.library.sources[source]
        return cite.reference(record, address=False)

    def _is_of_moment(self) -> bool:
        """Whether the card reads or looks otherwise on another day."""
        card = self.card
        return bool(card and (card.known_since or card.of_moment or self._spark()))

    def _spark(self) -> bool:
        return bool(self.card and any(section.spark for section in self.card.sections))

    def _add_spark(self, document: QTextDocument) -> None:
        sparks = (
            [section.spark for section in self.card.sections if section.spark] if self.card else []
        )
        if sparks:
            width = max(120, self.text.viewport().width() - 2 * self.look.space(5))
            moment = self.session.lens.moment
            image = picture(sparks[0], width, moment, self.look, self.devicePixelRatioF())
            document.addResource(QTextDocument.ResourceType.ImageResource, QUrl("spark"), image)

    # ----------------------------------------------------------------------------- the actions

    def _follow_link(self, url: QUrl) -> None:
        """A name opens its card, a statistic its dossier, a footnote its source."""
        target = url.toString()
        if target.startswith("note:") and self.card:
            target = f"source:{self.card.sources[int(target[5:]) - 1]}"
        if target.startswith(("http:", "https:")):
            self.session.said.emit(self.tr("Opening in your browser: {0}").format(target))
            QDesktopServices.openUrl(url)
        elif not statistics.follow(self.session, target):
            self.session.look(item=target)

    def _keep(self, kept: bool) -> None:
        lens = self.session.lens
        done = shelf().set_bookmark(lens.item, lens.link(), kept)
        good = self.tr("Bookmarked.") if kept else self.tr("Bookmark taken out.")
        self._say_stored(done, good)

    def _note(self, text: str) -> None:
        if self.card:
            self._say_stored(shelf().set_note(self.card.ref, text), "")

    def _say_stored(self, done: bool, good: str) -> None:
        if not done:
            words = self.tr(
                "This could not be stored ({0}). It is kept until you leave the program."
            )
            self.session.warned.emit(words.format(shelf().trouble))
        elif good:
            self.session.said.emit(good)

    def _present(self) -> None:
        self.session.wanted.emit(f"present-{self.session.lens.item}")

    def _weigh(self) -> None:
        self.session.go(dossier(self.session.lens.with_option("desk", ""), self.session.lens.item))

    def _copy_link(self) -> None:
        link = self.session.lens.link()
        QGuiApplication.clipboard().setText(link)
        self.session.said.emit(self.tr("Link copied: {0}").format(link))
