"""What readers do on the charts page, and where it takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.charts import change, specs, together
from explorer.charts.view import changes, slips, words
from explorer.charts.view.figure import BACK, DOSSIER
from explorer.charts.view.parts import Choice, ChoiceList
from explorer.charts.view.toolbar import Toolbar
from explorer.charts.view.words import tr
from explorer.reader.lens import Lens
from explorer.reader.theme import load_theme
from explorer.ui import statistics
from explorer.ui.messages import announce
from explorer.ui.paint import Look

if TYPE_CHECKING:
    from explorer.charts.view.outputs import Outputs
    from explorer.charts.view.page import ChartsView

PAPER = "light"  # the theme of pictures that leave the program
ON_THIS_PAGE = ("chart", "series", "table")
OWN = ("point", "chart", "change", "second", "guess")  # options that end with the chart
STEPS = {"": "draw", "draw": "shown", "shown": ""}  # of drawing first


class Acts:
    """Asks the session to look elsewhere, for the page that it belongs to."""

    def __init__(self, page: ChartsView) -> None:
        self._page = page

    @property
    def _lens(self) -> Lens:
        return self._page.session.lens

    def connect_toolbar(self, toolbar: Toolbar) -> None:
        """Let the buttons act."""
        toolbar.table.clicked.connect(lambda: self.toggle_table())
        toolbar.copy.clicked.connect(lambda: self.open_copy())
        toolbar.save.clicked.connect(lambda: self.open_save())
        toolbar.compare.clicked.connect(lambda: self.open_compare())
        toolbar.change.clicked.connect(lambda: self.open_change())
        toolbar.draw.clicked.connect(lambda: self.draw_on())
        toolbar.dated.clicked.connect(lambda: self.open_dated())

    # ------------------------------------------------------------------------- charts, figures

    def open_ref(self, ref: str) -> None:
        """Look at a chart or series; its own figure is chosen anew."""
        self._page.session.go(self._with_ref(ref))
        self._page.close_list()

    def pass_ref(self, ref: str) -> None:
        """Look at a chart on the way through the list, which stays open."""
        lens = self._with_ref(ref)
        self._page.session.nudge(item=lens.item, options=lens.options)

    def _with_ref(self, ref: str) -> Lens:
        kept = {k: v for k, v in self._lens.options.items() if k not in OWN}
        return self._lens.but(item=ref, options=kept)

    def choose(self, key: str) -> None:
        """Choose a figure or row; a source or event that was open gives way to it."""
        lens = self._lens.with_option("point", key).with_option("chart", "")
        self._page.session.go(lens.but(item=self._page.ref))
        self._tell(key)

    def walk_to(self, key: str) -> None:
        """The same with keys: a walk over many figures is one step to go back."""
        lens = self._lens.with_option("point", key).with_option("chart", "")
        self._page.session.nudge(item=self._page.ref, options=lens.options)
        self._tell(key)

    def _tell(self, key: str) -> None:
        found = self._page.found(key)
        if found is not None:
            drawing, mark = found
            announce(self._page.plot, slips.sentence(self._page.library, drawing, mark))

    def choose_event(self, ref: str) -> None:
        """Choose an event; the chart stays."""
        lens = self._lens.with_option("chart", self._page.ref)
        self._page.session.go(lens.but(item=ref))
        announce(self._page.plot, self._page.library.name(ref))

    def follow(self, ref: str) -> None:
        """Follow a link of the panel beside the chart."""
        kind = ref.partition(":")[0]
        lens, session = self._lens, self._page.session
        if ref == BACK:
            session.go(lens.with_option("chart", "").but(item=self._page.ref))
        elif ref.startswith(DOSSIER):
            session.look(item=ref.removeprefix(DOSSIER), page="evidence", options={})
        elif statistics.follow(session, ref):
            return
        elif kind == "source" or (kind == "event" and lens.item != ref):
            session.go(lens.with_option("chart", self._page.ref).but(item=ref))
        elif kind in ON_THIS_PAGE:
            self.open_ref(ref)
        else:
            session.look(item=ref, page="explore", options={})

    # --------------------------------------------------------------------------------- toolbar

    def toggle_table(self) -> None:
        """Change between plot and table."""
        value = "" if self._lens.option("view") == "table" else "table"
        self._page.session.go(self._lens.with_option("view", value))

    def copy(self, what: str = "both") -> None:
        """Copy the picture, in the colors for paper, the figures or both."""
        shown = self._page.print_of(self._paper())
        if shown is not None:
            self._outputs().copy(shown, what)

    def save(self, form: str, as_seen: bool = False) -> None:
        """Save the chart as a file, in the colors for paper or *as_seen* on screen."""
        shown = self._page.print_of(None if as_seen else self._paper())
        if shown is not None:
            self._outputs().save(shown, form)

    def _paper(self) -> Look:
        """The look of what leaves the program: dark ink on white paper."""
        look = self._page.look
        if look.theme.name == PAPER:
            return look
        return Look(load_theme(PAPER), look.text_scale)

    def _outputs(self) -> Outputs:
        from explorer.charts.view.outputs import Outputs  # only where something is handed on

        return Outputs(self._page.session, self._page)

    def open_copy(self) -> None:
        """Ask what to copy."""
        entries = (
            (tr("Picture and figures"), lambda: self.copy("both")),
            (tr("Picture only"), lambda: self.copy("picture")),
            (tr("Figures only"), lambda: self.copy("figures")),
        )
        self._page.toolbar.open_menu(self._page.toolbar.copy, entries)

    def open_save(self) -> None:
        """Ask what to save."""
        entries = [
            (tr("Figures as CSV…"), lambda: self.save("csv")),
            (tr("Picture as SVG…"), lambda: self.save("svg")),
            (tr("Picture as PNG…"), lambda: self.save("png")),
        ]
        if self._page.look.theme.name != PAPER:
            entries += [
                (tr("SVG in the colors on screen…"), lambda: self.save("svg", as_seen=True)),
                (tr("PNG in the colors on screen…"), lambda: self.save("png", as_seen=True)),
            ]
        self._page.toolbar.open_menu(self._page.toolbar.save, entries)

    def open_compare(self) -> ChoiceList | None:
        """Ask for a second chart."""
        page = self._page
        if page.drawing is None:
            return None
        page.toolbar.compare.setChecked(len(page.panes()) > 1)
        choices = [Choice("", tr("No second chart"))]
        for pair in together.partners(page.library, page.drawing):
            chart = page.library.charts[pair.ref.partition(":")[2]]
            choices.append(Choice(pair.ref, chart.short_title or chart.title, _why(pair)))
        opened = ChoiceList(tr("Compare with"), page.look, page)
        opened.show_choices(choices, self._lens.option("second"), self.compare)
        opened.open_at(page.toolbar.compare)
        return opened

    def compare(self, ref: str) -> None:
        """Show another chart below, or none."""
        self._page.session.go(self._lens.with_option("second", ref))

    def open_change(self) -> ChoiceList | None:
        """Ask how to show the figures."""
        page = self._page
        if page.drawing is None:
            return None
        page.toolbar.change.setChecked(bool(page.drawing.changes))
        plain = specs.drawing(page.library, page.ref)
        choices = [Choice("", tr("As published"))]
        for offer in change.possible(page.library, plain):
            refused = changes.reason(offer.refusal) if offer.refusal else ""
            among = [(c, changes.choice(page.library, plain, offer, c)) for c in offer.choices]
            choices.append(Choice(offer.change, tr(changes.NAMES[offer.change]), refused, among))
        opened = ChoiceList(tr("Show the figures"), page.look, page)
        opened.show_choices(choices, self._lens.option("change"), self.change)
        opened.open_at(page.toolbar.change)
        return opened

    def change(self, how: str) -> None:
        """Show the figures changed, or as published; what the reader draws first ends."""
        lens = self._lens.with_option("change", how)
        self._page.session.go(lens.with_option("guess", "") if how else lens)

    def open_dated(self) -> None:
        """Go from a chart of places to their dated list, or from the list to the chart."""
        if self._page.toolbar.dated_ref:
            self.open_ref(self._page.toolbar.dated_ref)

    def draw_on(self) -> None:
        """Begin to draw, then show the figures, then put the drawn line away."""
        page, step = self._page, self._lens.option("guess")
        lens = self._lens.with_option("guess", STEPS.get(step, ""))
        if not step:
            page.drawn.pop(page.ref, None)
            lens = lens.with_option("change", "").with_option("view", "").with_option("point", "")
            lens = lens.with_option("chart", "").but(item=page.ref)
        page.session.go(lens)
        if page.told.text():
            announce(page.plot, page.told.text())
        if page.is_drawing():
            page.plot.setFocus()

    def tell_drawn(self) -> None:
        """Say aloud what was drawn."""
        announce(self._page.plot, self._page.plot.drawn_words())


def _why(pair: together.Pair) -> str:
    if pair.reason == "not-in-time":
        return words.tr("Its bars stand for groups: it has no time axis.")
    if pair.reason == "no-shared-years":
        return words.tr("The two charts have no year in common.")
    return ""
