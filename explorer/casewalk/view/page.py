"""The case walk: a person, what happens step by step, and the same person under other rules."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import ClassVar, Final

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.casewalk import compare, places
from explorer.casewalk.course import Stop, course, parts_in_force
from explorer.casewalk.path import walked
from explorer.casewalk.person import Person, doubts, of_profile, read_back, written
from explorer.casewalk.start import START, first_profile
from explorer.casewalk.told import tale
from explorer.casewalk.view import facts, words
from explorer.casewalk.view.chip import Chip
from explorer.casewalk.view.detail import MORE, Writer
from explorer.casewalk.view.hold import HoldPanel
from explorer.casewalk.view.person import PersonPanel
from explorer.casewalk.view.sheet import (
    Button,
    Reading,
    Sheet,
    Turns,
    bring_to_sight,
    ink,
    lines_high,
    scrolled,
    text_label,
)
from explorer.casewalk.view.steps import StepList
from explorer.casewalk.view.strip import Strip
from explorer.casewalk.view.table import Others, WalkTable
from explorer.content.library import Library
from explorer.content.model import Place
from explorer.policy.history import Stretch, by_final, over_time
from explorer.policy.rules import Rulebook
from explorer.policy.steps import Walk
from explorer.policy.walk import walk
from explorer.reader.lens import Lens
from explorer.ui.commands import Command
from explorer.ui.messages import announce
from explorer.ui.page import Page
from explorer.ui.paint import Look
from explorer.ui.session import Session
from explorer.ui.words import QT_TRANSLATE_NOOP

BESIDE: Final = ("others", "time", "hold", "told", "card")  # parts that take turns at the right
PARTS: Final = ("walk", "person", *BESIDE, "diagram")  # all parts, where one is shown at a time
WIDE: Final = (1080, 500)  # pixels at 100 % text: from there on three columns
TALL: Final = 700  # and from there on the diagram below them
DIAGRAM: Final = 12  # lines of text as high as the diagram below them must be
LATER: Final = 150  # milliseconds after a picture until what takes long is looked for
DETAILED: Final = ("full", "fit")  # values of ``detail`` with which the diagram has every step
COLUMNS: Final = (23, 35, 42)  # shares of the width


class CaseWalkView(Page):
    """A person walked through the rules of a place and a day.

    The lens says who (``profile``), where, when, and which policy is chosen beside. A person that
    the reader builds lives in this page only: neither lens nor trail ever hold it, unless a link
    with ``x.person`` was asked for.
    """

    name = "casewalk"
    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command(
            id="table-twin",
            words=QT_TRANSLATE_NOOP("Command", "As a &table"),
            run=lambda page: page.toggle_table(),
            menu="view",
            keys=("T",),
            checked=lambda page: page.session.lens.option("walk") == "table",
        ),
    )

    def __init__(
        self,
        library: Library,
        session: Session,
        look: Look,
        panes: Mapping[str, Page] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(library, session, look, parent)
        self.panes = dict(panes or {})
        self._person: Person | None = None
        self._opening = ""  # the profile that is walked where the lens names nobody
        self._seen: Person | None = None  # whose facts are shown
        self._walk: Walk | None = None
        self._asked: tuple[object, ...] = ()
        self._course: tuple[tuple[object, ...], tuple[Stretch, ...]] = ((), ())
        self._beside = "others"
        self._turned = False  # whether the reader has turned to a part
        self._writer = Writer(library, look)
        self._later = QTimer(self, interval=LATER, singleShot=True)
        self._later.timeout.connect(self.complete)
        self._build()
        self._connect()
        self._set_look()

    @cached_property
    def _book(self) -> Rulebook:
        return Rulebook(self.library)

    def title(self) -> str:
        """The page's name on screen."""
        return self.tr("Case walk")

    # ------------------------------------------------------------------------------ its parts

    def _build(self) -> None:
        self.caution = text_label(self)
        self.caution.setText(f"{words.tr(words.CAUTION)} {words.tr(words.PRIVACY)}")
        parts = {name: words.part(name) for name in PARTS}
        self.turns = Turns(self.tr("Shown part"), parts, self)
        self.sheets = {name: Sheet(self.look, self) for name in ("person", "walk", "beside")}
        self._build_person(self.sheets["person"])
        self._build_walk(self.sheets["walk"])
        self._build_beside(self.sheets["beside"])
        self.below = Sheet(self.look, self)
        if "pipeline" in self.panes:
            self.below.column.addWidget(self.panes["pipeline"])
        self._whole = QWidget(self)
        self._columns = QHBoxLayout(self._whole)
        self._columns.setContentsMargins(0, 0, 0, 0)
        for share, sheet in zip(COLUMNS, self.sheets.values(), strict=True):
            self._columns.addWidget(sheet, share)
        self._page = QVBoxLayout(self)
        self._page.addWidget(self.turns)
        inside = QWidget(self)
        self._body = QVBoxLayout(inside)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.addWidget(self._whole, 66)
        self._body.addWidget(self.below, 34)
        self._body.addWidget(self._build_table(), 100)
        self._area = scrolled(inside, self)
        self._page.addWidget(self._area, 1)
        self._page.addWidget(self.caution)

    def _build_table(self) -> Sheet:
        self.table = Sheet(self.look, self)
        self.table_heading = text_label(self.table)
        self.page_button = QToolButton(self.table)
        self.page_button.setText(self.tr("Back to the steps"))
        self.page_button.setToolTip(self.tr("Show the walk as steps (T)"))
        self.page_button.setProperty("role", "tab")
        self.twin = WalkTable(self.library, self.table)
        head = QHBoxLayout()
        head.addWidget(self.table_heading, 1)
        head.addWidget(self.page_button)
        self.table.column.addLayout(head)
        self.table.column.addWidget(self.twin, 1)
        return self.table

    def _build_person(self, sheet: Sheet) -> None:
        self.person = PersonPanel(self.library, self.look, sheet)
        self._scrolled_person = scrolled(self.person, sheet)
        sheet.column.addWidget(self._scrolled_person)

    def _build_walk(self, sheet: Sheet) -> None:
        head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.heading = text_label(sheet)
        self.heading.setText(words.part("walk"))
        self.table_button = QToolButton(sheet)
        self.table_button.setText(self.tr("Table"))
        self.table_button.setToolTip(self.tr("Show the walk as a table (T)"))
        self.table_button.setProperty("role", "tab")
        self.answer = Chip(self.look, sheet)
        head.addWidget(self.heading, 1)
        head.addWidget(self.answer)
        head.addWidget(self.table_button)
        self.sentence = text_label(sheet)
        self.own = Button("", sheet)  # where there is no answer: place and date that the person has
        self.own.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.steps = StepList(self.library, self.look, sheet)
        self.detail = Reading(self.tr("About this step"), self.look, sheet)
        sheet.column.addLayout(head)
        sheet.column.addWidget(self.sentence)
        sheet.column.addWidget(self.own)
        sheet.column.addWidget(self.steps)
        sheet.column.addWidget(self.detail, 1)

    def _build_beside(self, sheet: Sheet) -> None:
        parts = {name: words.part(name) for name in (*BESIDE, "diagram")}
        self.beside = Turns(self.tr("Beside the walk"), parts, sheet)
        self.stack = QStackedWidget(sheet)
        self.others = Others(self.library, self.look, sheet)
        self.about_policy = Reading(self.tr("About this policy"), self.look, sheet)
        self.strip = Strip(self.look, sheet)
        self.days = Reading(self.tr("Outcomes over time, in words"), self.look, sheet)
        self.hold = HoldPanel(self.look, sheet)
        self.tale = Reading(self.tr("As told"), self.look, sheet)
        self.time_intro, self.others_intro = text_label(sheet), text_label(sheet)
        self.others_intro.setText(
            self.tr(
                "The same person under every other policy, as if it applied. "
                "“In force” marks what stood in this place on this day. "
                "Choose a row to read its rule and sources; S sorts by the column you are in."
            )
        )
        self._texts = {self.detail: 2, self.about_policy: 6, self.days: 6, self.tale: 8}
        self._parts = {
            "others": self._column(self.others_intro, (self.others, 3), (self.about_policy, 2)),
            "time": self._column(self.time_intro, (self.strip, 0), (self.days, 1)),
            "hold": scrolled(self.hold, sheet),
            "told": self.tale,
        }
        if "card" in self.panes:
            self._parts["card"] = self.panes["card"]
        for part in self._parts.values():
            self.stack.addWidget(part)
        sheet.column.addWidget(self.beside)
        sheet.column.addWidget(self.stack, 1)

    def _column(self, intro: QWidget, *parts: tuple[QWidget, int]) -> QWidget:
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(intro)
        for part, share in parts:
            column.addWidget(part, share)
        return whole

    def _connect(self) -> None:
        person = self.person
        person.profile_chosen.connect(self._choose_profile)
        person.fact_set.connect(self._set_fact)
        person.place_chosen.connect(lambda place: self.session.look(place=f"place:{place}"))
        person.day_chosen.connect(lambda day: self.session.nudge(moment=day))
        person.case_loaded.connect(self.load_case)
        self.own.clicked.connect(self._load_own)
        person.as_written.connect(self._as_written)
        person.link_asked.connect(self.copy_link_with_person)
        for steps in (self.steps, self.twin):
            steps.chosen.connect(self._choose_stop)
        self.others.chosen.connect(lambda policy: self.session.nudge(policy=f"policy:{policy}"))
        self.strip.chosen.connect(lambda day: self.session.nudge(moment=day))
        for text in self._texts:
            text.anchorClicked.connect(self._follow_link)
        self.turns.chosen.connect(self._turn)
        self.beside.chosen.connect(self._turn)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)
        for button in (self.table_button, self.page_button):
            button.clicked.connect(self.toggle_table)

    def _follow_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            bring_to_sight(now, self)

    # -------------------------------------------------------------------------------- the look

    def restyle(self, look: Look) -> None:
        """Take another look, panes and all."""
        self.look = look
        self._writer = Writer(self.library, look)
        self._set_look()
        self._asked, self._seen = (), None
        for pane in self.panes.values():
            pane.restyle(look)
        super().restyle(look)

    def _set_look(self) -> None:
        look = self.look
        gap = look.space("m")
        self._page.setContentsMargins(gap, gap, gap, look.space("s"))
        self._page.setSpacing(look.space("s"))
        self._body.setSpacing(look.space("s"))
        self._columns.setSpacing(gap)
        for sheet in self.sheets.values():
            sheet.restyle(look, look.space("m"))
        self.below.restyle(look, look.space("xs"))
        self.below.setMinimumHeight(lines_high(look, DIAGRAM))
        self.table.restyle(look, look.space("m"))
        ink(self.table_heading, look, "text", look.font("body", bold=True))
        self.page_button.setFont(look.font("small"))
        ink(self.caution, look, "text-quiet", look.font("small"))
        ink(self.heading, look, "text", look.font("lead", bold=True))
        ink(self.sentence, look, "text", look.font("body"))
        for label in (self.time_intro, self.others_intro):
            ink(label, look, "text-quiet", look.font("small"))
        for text, lines in self._texts.items():
            text.restyle(look, lines)
        self.steps.setMinimumHeight(lines_high(look, 6))
        self._scrolled_person.setMinimumHeight(lines_high(look, 10))
        for button in (self.table_button, self.own):
            button.setFont(look.font("small"))
        self.person.restyle(look)
        self.hold.restyle(look)
        self.turns.restyle(look)
        self.beside.restyle(look)

    # -------------------------------------------------------------------------- who, where, when

    def person_of(self, lens: Lens) -> Person:
        """Who is walked: whom the reader built, else the profile of the lens."""
        name = lens.profile.removeprefix("profile:") or self._first_profile(lens)
        known = name if name in self.library.profiles else next(iter(self.library.profiles))
        if self._person is None or self._person.profile != known:
            self._person = of_profile(self.library, known)
        return self._person

    def _first_profile(self, lens: Lens) -> str:
        """Who is walked where the lens names nobody: the same person until it names somebody."""
        if not self._opening:
            self._opening = START if lens.place else first_profile(self._book, lens.moment)
        return self._opening

    def place_of(self, lens: Lens) -> Place:
        """Where: the place of the lens, else that of the person."""
        profile = self.library.profiles[self.person_of(lens).profile]
        found = places.by_id(self.library, lens.place) if lens.place else None
        home = places.by_id(self.library, profile.place_id)
        return found or home or next(iter(self.library.places.values()))

    @property
    def stops(self) -> tuple[Stop, ...]:
        """The stops of the walk that is shown."""
        return course(self._walk) if self._walk else ()

    def walk(self) -> Walk:
        """The walk of the person in the place on the day."""
        if self._walk is None:
            self.draw()
        assert self._walk is not None
        return self._walk

    def _arrest(self) -> str:
        """What is said of the arrest."""
        person = self.person_of(self.session.lens)
        told = [facts.value(n, person.facts[n]) for n in ("arrest_level", "charge_status")]
        prints = self.tr("At the booking, fingerprints are taken.")
        return f"{'; '.join(told)}. {prints}"

    # -------------------------------------------------------------------------------- the lens

    def show_lens(self, new: Lens, old: Lens | None) -> None:
        """Walk again where person, place or day differ; show the chosen step and policy."""
        if old is None or new.option("person") != old.option("person"):
            self._take_person(new)
        person = self.person_of(new)
        place = self.place_of(new)
        asked = (person, place.id, new.moment)
        if asked != self._asked:
            is_first, self._asked = not self._asked, asked
            self._show_walk(person, place, new.moment)
            if not is_first and not self.session.is_passing():
                announce(self, self._headline())
        self._light()
        self._show_texts(new)
        if old is not None and new.item and new.item != old.item:
            self._beside = "card"
        elif new.option("beside") in PARTS and (
            old is None or new.option("beside") != old.option("beside")
        ):
            self._beside, self._turned = new.option("beside"), True
        self._arrange()

    def _show_texts(self, lens: Lens) -> None:
        self._writer.waits = False
        self._show_stop(lens)
        self._show_policy(lens)
        if self._writer.waits:
            self._later.start()

    def complete(self) -> None:
        """Add what takes long: the nearest changes that would have changed an answer."""
        self._later.stop()
        self._writer.patient = True
        self._show_texts(self.session.lens)
        self._writer.patient = False

    def _take_person(self, lens: Lens) -> None:
        """The person that a link holds."""
        text = lens.option("person")
        if text:
            known = self.person_of(lens.with_option("person", "")).profile
            self._person = read_back(self.library, known, text)

    def _show_walk(self, person: Person, place: Place, day: date) -> None:
        self._walk = walk(self._book, person.facts, place, day)
        if person is not self._seen:
            self._show_person(person)
        self.person.show_where(place, day, self._years())
        group = compare.FINALS[self._walk.final]
        word = self._walk.final
        self.answer.show_outcome(words.final(word), group, self.look, word)
        wrong = [rule.text for rule in doubts(self.library, person)]
        doubted = [self.tr("These facts do not go together: {0}").format(text) for text in wrong]
        self.sentence.setText("\n".join([words.ending(self._walk), *doubted]))
        self._offer_own(person)
        self.others.model_.show_in_force(parts_in_force(self._walk))

    def _offer_own(self, person: Person) -> None:
        """Where there is no answer: offer the place and the date that the person has."""
        profile, found = self.library.profiles[person.profile], self.walk()
        begins = profile.arrest_date
        is_there = begins is not None and begins.first <= found.day <= begins.last
        other = begins is not None and not (is_there and profile.place_id == found.place.id)
        self.own.setVisible(other and found.final == "not_researched")
        if begins is not None:
            where = words.tr("{0}, {1}").format(words.when(begins), profile.place)
            text = self.tr("This person’s own date and place: {0}").format(where)
            self.own.setText(text)
            self.own.setToolTip(text)

    def _show_person(self, person: Person) -> None:
        """What hangs on the person alone."""
        self._seen = person
        self.person.show_person(person)
        policy = self._policy(self.session.lens)
        self.others.show_rows(compare.rows(self.library, person.facts), policy, self.look)
        self.tale.show_html(self._writer.tale(tale(self.library, person.profile)))

    def _light(self) -> None:
        """Light the way of the walk in the diagram."""
        light = getattr(self.panes.get("pipeline"), "light", None)
        if light is not None and self._walk is not None:
            is_short = self.session.lens.option("detail") not in DETAILED
            light(walked(self._walk, is_short))

    def _show_stop(self, lens: Lens) -> None:
        stops, arrest = self.stops, self._arrest()
        current = lens.option("step") or self._first_stop()
        self.steps.show_walk(stops, current, arrest, self.look)
        if lens.option("walk") == "table":
            self.twin.show_walk(stops, current, arrest, self.look)
            self.table_heading.setText(self._headline())
        one = self.steps.current()
        if one is not None:
            person = self.person_of(lens)
            about = self.tr("About the step “{0}”").format(words.stop(one.id))
            self.detail.setAccessibleName(about)
            self.detail.show_html(self._writer.stop(one, person.facts, arrest))

    def _first_stop(self) -> str:
        """The stop that settles the walk."""
        return next((one.id for one in self.stops if one.settles), "arrest")

    def _policy(self, lens: Lens) -> str:
        name = lens.policy.removeprefix("policy:")
        return name if name in self.library.policies else ""

    def _show_policy(self, lens: Lens) -> None:
        self.others.show_policy(self._policy(lens))
        row = self.others.chosen_row()
        person = self.person_of(lens)
        self.about_policy.setVisible(row is not None)
        if row is not None:
            self.about_policy.show_html(self._writer.row(row, person.facts))

    def _show_time(self) -> None:
        """Outcomes over time, worked out only where they are looked at."""
        lens = self.session.lens
        place = self.place_of(lens)
        asked = (self.person_of(lens), place.id)
        if self._course[0] != asked:
            found = by_final(over_time(self._book, self.person_of(lens).facts, place))
            self._course = (asked, found)
        stretches = self._course[1]
        self.strip.show_course(stretches, lens.moment, self.look)
        self.time_intro.setText(
            self.tr(
                "{0}: how the walk ends, by date. Arrow keys go from one outcome to the next."
            ).format(places.name_of(self.library, place))
        )
        number = compare.number_on(stretches, lens.moment)
        lines = [self._stretch_line(n, one, n == number) for n, one in enumerate(stretches)]
        self.days.show_html("".join(lines))

    def _stretch_line(self, number: int, one: Stretch, is_now: bool) -> str:
        text = words.stretch(one)
        color = self.look.theme.color("link")
        bold = f"<b>{text}</b>" if is_now else text
        return f'<p><a href="day:{one.first.isoformat()}" style="color:{color}">{bold}</a></p>'

    def _years(self) -> tuple[date, date]:
        events = list(self.library.events.values())
        days = [event.date.first.year for event in events] + [self.session.lens.moment.year]
        return date(min(days), 1, 1), date(max(days), 12, 31)

    # ------------------------------------------------------------------------- what readers do

    def _choose_profile(self, profile: str) -> None:
        self._person = of_profile(self.library, profile)
        lens = self.session.lens.with_option("person", "")
        self._go(lens.but(profile=f"profile:{profile}"))

    def _set_fact(self, name: str, value: str) -> None:
        """Change a fact: the walk answers, and nothing of it enters lens or trail."""
        self._person = self.person_of(self.session.lens).but(self.library, name, value)
        self._go(self.session.lens.with_option("person", ""))

    def _as_written(self) -> None:
        self._person = of_profile(self.library, self.person_of(self.session.lens).profile)
        self._go(self.session.lens.with_option("person", ""))

    def _go(self, lens: Lens) -> None:
        """Look through a lens, and draw also where only the page's own person changed."""
        if lens == self.session.lens:
            self._show_anew()
        else:
            self.session.go(lens)

    def _show_anew(self) -> None:
        lens = self.session.lens
        self.show_lens(lens, lens)

    def load_case(self, profile: str) -> None:
        """Walk a person in its own place, on its own date, and show what is told."""
        self._person = of_profile(self.library, profile)
        record = self.library.profiles[profile]
        moment = record.arrest_date.last if record.arrest_date else self.session.lens.moment
        lens = self.session.lens.with_option("person", "").with_option("step", "")
        lens = lens.with_option("beside", "told" if record.kind == "case" else self._beside)
        self._go(
            lens.but(profile=f"profile:{profile}", place=f"place:{record.place_id}", moment=moment)
        )

    def _load_own(self) -> None:
        self.load_case(self.person_of(self.session.lens).profile)

    def copy_link_with_person(self) -> None:
        """Put a link to this walk, the built person included, on the clipboard."""
        person = self.person_of(self.session.lens)
        lens = self.session.lens.with_option("person", written(person))
        lens = lens.but(profile=f"profile:{person.profile}")
        QGuiApplication.clipboard().setText(lens.link())
        self.session.said.emit(self.tr("Link copied, with the facts of this person."))

    def _choose_stop(self, stop: str) -> None:
        lens = self.session.lens.with_option("step", stop)
        self.session.nudge(options=lens.options)

    def _turn(self, part: str) -> None:
        self._beside, self._turned = part, True
        self.session.nudge(options=self.session.lens.with_option("beside", part).options)
        self._arrange()

    def toggle_table(self) -> None:
        """Change between the page and the walk as a table."""
        value = "" if self.session.lens.option("walk") == "table" else "table"
        self.session.go(self.session.lens.with_option("walk", value))

    def _follow_link(self, url: QUrl) -> None:
        ref = url.toString()
        kind, _, name = ref.partition(":")
        if ref == MORE:
            self._writer.is_long = True
            self._show_texts(self.session.lens)
        elif kind == "day":
            self.session.nudge(moment=date.fromisoformat(name))
        elif ref == self.session.lens.item:
            self._turn("card")
        else:
            self._beside = "card"
            lens = self.session.lens.with_option("beside", "card")
            self.session.go(lens.but(item=ref))

    # ------------------------------------------------------------------------------ arrangement

    def is_wide(self) -> bool:
        """Whether three columns have room."""
        scale = self.look.scale
        return self.width() >= WIDE[0] * scale and self.height() >= WIDE[1] * scale

    def is_tall(self) -> bool:
        """Whether the diagram has room below them."""
        return "pipeline" in self.panes and self.height() >= TALL * self.look.scale

    def _arrange(self) -> None:
        """Put the parts where the size of the page wants them."""
        as_table = self.session.lens.option("walk") == "table"
        wide, tall = self.is_wide(), self.is_tall()
        known = [name for name in PARTS if name in self._offered()]
        beside = [name for name in known if name in BESIDE or (name == "diagram" and not tall)]
        self._place_diagram(wide and tall)
        self.beside.offer(beside if wide else ())
        self.turns.offer(() if wide or as_table else known)
        turn = self._beside if self._beside in known else "others"
        if not wide and not self._turned and turn == "others":
            turn = "walk"
        if wide and turn not in beside:
            turn = "others"
        self._show_parts(turn, wide, wide and tall, as_table)

    def _offered(self) -> tuple[str, ...]:
        diagram = ("diagram",) if "pipeline" in self.panes else ()
        told = not tale(self.library, self.person_of(self.session.lens).profile).is_empty
        parts = (name for name in self._parts if name != "told" or told)
        return ("walk", "person", *parts, *diagram)

    def _place_diagram(self, below: bool) -> None:
        """The diagram under the columns, or one of the parts that take turns."""
        pane = self.panes.get("pipeline")
        if pane is None:
            return
        if below and self.below.column.indexOf(pane) < 0:
            self.below.column.addWidget(pane)
            pane.show()
        elif not below and self.stack.indexOf(pane) < 0:
            self.stack.addWidget(pane)

    def _show_parts(self, turn: str, wide: bool, below: bool, as_table: bool) -> None:
        part = self.panes.get("pipeline") if turn == "diagram" else self._parts.get(turn)
        if part is not None:
            self.stack.setCurrentWidget(part)
        seen = {
            "person": wide or turn == "person",
            "walk": wide or turn == "walk",
            "beside": wide or part is not None,
        }
        focus = QApplication.focusWidget()
        for name, sheet in self.sheets.items():
            hides = not seen[name] or as_table
            if focus is not None and hides and sheet.isAncestorOf(focus):
                self.setFocus()
            sheet.setVisible(not hides)
        self.below.setVisible(below and not as_table)
        self.table.setVisible(as_table)
        self._whole.setVisible(not as_table)
        self.turns.show_turn(turn)
        self.beside.show_turn(turn)
        self.begin_at(self._first_part(turn, wide, as_table))
        self._fill(turn)
        self._fit_steps()

    def _fit_steps(self) -> None:
        """Let the steps be scrolled where the page has no room for all of them."""
        sheet, layout = self.sheets["walk"], self.sheets["walk"].column
        if sheet.isHidden():
            return
        self.steps.lack(0)
        layout.invalidate()
        diagram = self.below.minimumHeight() + self._body.spacing()
        room = self._area.height() - (0 if self.below.isHidden() else diagram)
        self.steps.lack(max(0, layout.totalHeightForWidth(sheet.width()) - room))

    def _first_part(self, turn: str, wide: bool, as_table: bool) -> QWidget:
        """Where the keyboard begins."""
        if as_table:
            return self.twin
        if wide or turn == "walk":
            return self.steps
        found: dict[str, QWidget] = {
            "person": self.person.profile,
            "others": self.others,
            "time": self.strip,
            "hold": self.hold.when,
            "told": self.tale,
        }
        return found.get(turn) or self.panes["pipeline" if turn == "diagram" else turn]

    def _fill(self, turn: str) -> None:
        """Work out what only the shown part needs."""
        if turn == "time":
            self._show_time()
        elif turn == "hold" and (
            self.hold.found is None or self._held_for != self.session.lens.moment
        ):
            self._held_for = self.session.lens.moment
            self.hold.show_day(self._held_for)

    _held_for: date | None = None

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Arrange for the new size."""
        super().resizeEvent(event)
        if self._walk is not None:
            self._arrange()

    # -------------------------------------------------------------------------------- in words

    def describe(self) -> str:
        """The walk in sentences: who, where, when, how it ends, each step, what may not be read."""
        self.draw()
        wrong = [rule.text for rule in doubts(self.library, self.person_of(self.session.lens))]
        parts = [self._headline(), *map(words.row_sentence, self.stops), *wrong]
        return " ".join([*parts, words.tr(words.CAUTION)])

    def _headline(self) -> str:
        """Who, where and when, and how it ends."""
        found = self.walk()
        person = self.person_of(self.session.lens)
        title = self.library.profiles[person.profile].title
        who = self.tr("{0}, changed by the reader") if person.is_built else "{0}"
        where = places.name_of(self.library, found.place)
        head = self.tr("{0}. {1}, {2}.").format(who.format(title), where, words.day(found.day))
        return f"{head} {words.headline(found)}"
