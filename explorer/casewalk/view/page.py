"""The case walk: a person, what happens step by step, and the same person under other rules."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import ClassVar, Final

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from explorer.casewalk import compare, places
from explorer.casewalk.course import Stop, course, parts_in_force
from explorer.casewalk.path import stations, walked
from explorer.casewalk.person import Person, doubts, is_before, written
from explorer.casewalk.told import tale
from explorer.casewalk.view import facts, words
from explorer.casewalk.view.arrangement import PARTS, Arrangement, Parts, all_turns
from explorer.casewalk.view.band import Band
from explorer.casewalk.view.detail import MORE, Writer
from explorer.casewalk.view.person import PersonPanel
from explorer.casewalk.view.sheet import Sheet, bring_to_sight, lines_high, scrolled
from explorer.casewalk.view.side import SidePanel
from explorer.casewalk.view.tablepanel import TablePanel
from explorer.casewalk.view.walkpanel import WalkPanel
from explorer.casewalk.whom import Whom
from explorer.content.library import Library
from explorer.content.model import Place
from explorer.policy.history import Stretch, by_final, over_time
from explorer.policy.steps import Walk
from explorer.policy.walk import walk
from explorer.reader.lens import Lens
from explorer.ui import statistics
from explorer.ui.commands import Command
from explorer.ui.messages import announce
from explorer.ui.page import Page
from explorer.ui.paint import Look
from explorer.ui.session import Session
from explorer.ui.words import QT_TRANSLATE_NOOP

LATER: Final = 150  # milliseconds after a picture until what takes long is looked for
DETAILED: Final = ("full", "fit")  # values of ``detail`` with which the diagram has every step


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
        Command(
            id="walk-place",
            words=QT_TRANSLATE_NOOP("Command", "Show this place on the &map"),
            run=lambda page: page.show_place(),
            menu="view",
            keys=("Shift+W",),
            icon="map",
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
        self.whom = Whom(library)
        self._seen: Person | None = None  # whose facts are shown
        self._walk: Walk | None = None
        self._asked: tuple[object, ...] = ()
        self._days: tuple[tuple[object, ...], tuple[Stretch, ...]] = ((), ())
        self._held_for: date | None = None  # the day that the hold clock shows
        self._beside = "others"
        self._turned = False  # whether the reader has turned to a part
        self._writer = Writer(library, look)
        self._later = QTimer(self, interval=LATER, singleShot=True)
        self._later.timeout.connect(self.complete)
        self._build()
        self._connect()
        self._set_look()

    def set_stage(self, is_on: bool) -> None:
        """Show an audience who it is in a line, the steps and the diagram, and no form."""
        self.arrangement.is_staged = is_on
        self.what.set_stage(is_on)
        for pane in self.panes.values():
            pane.set_stage(is_on)
        self._arrange()

    def title(self) -> str:
        """The page's name on screen."""
        return self.tr("Case walk")

    # ------------------------------------------------------------------------------ its parts

    def _build(self) -> None:
        library, look = self.library, self.look
        turns = all_turns(self)
        self.band = Band(look, self)
        sheet = Sheet(look, self)
        self.person = PersonPanel(library, look, sheet)
        self._scrolled_person = scrolled(self.person, sheet)
        sheet.column.addWidget(self._scrolled_person)
        self.what = WalkPanel(library, look, self)
        self.side = SidePanel(library, look, self.panes, self)
        self.table = TablePanel(library, look, self)
        diagram = self.panes.get("pipeline")
        parts = Parts(turns, self.band, sheet, self.what, self.side, self.table, diagram)
        self.arrangement = Arrangement(self, parts)

    def _connect(self) -> None:
        self._connect_person()
        for steps in (self.what.steps, self.table.twin):
            steps.chosen.connect(self._choose_stop)
        self.side.others.chosen.connect(lambda name: self.session.nudge(policy=f"policy:{name}"))
        self._connect_strip()
        for text in (self.what.detail, *self.side.texts()):
            text.anchorClicked.connect(self._follow_link)
        for turned in (self.arrangement.turns.chosen, self.side.turned):
            turned.connect(self._turn)
        for button in (self.what.table_button, self.table.back):
            button.clicked.connect(self.toggle_table)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    def _connect_person(self) -> None:
        person = self.person
        person.profile_chosen.connect(self.load_case)
        person.fact_set.connect(self._set_fact)
        person.place_chosen.connect(lambda place: self.session.look(place=f"place:{place}"))
        person.day_chosen.connect(lambda day: self.session.nudge(moment=day))
        person.case_loaded.connect(self.load_case)
        person.as_written.connect(self._as_written)
        person.link_asked.connect(self.copy_link_with_person)
        self.what.own.clicked.connect(self._load_own)

    def _connect_strip(self) -> None:
        strip = self.band.strip
        strip.chosen.connect(lambda day: self.session.nudge(moment=day))
        strip.passed.connect(lambda day: self.session.pass_by(moment=day))
        strip.ended.connect(self.session.settle)

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
        self.arrangement.restyle(self.look)
        self._scrolled_person.setMinimumHeight(lines_high(self.look, 10))
        self.person.restyle(self.look)

    # -------------------------------------------------------------------------------- the walk

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
        person = self.whom.person(self.session.lens)
        told = [facts.value(n, person.facts[n]) for n in ("arrest_level", "charge_status")]
        pattern = self.tr("Charge: {0}. Case: {1}. At the booking, fingerprints are taken.")
        return pattern.format(*told)

    # -------------------------------------------------------------------------------- the lens

    def show_lens(self, new: Lens, old: Lens | None) -> None:
        """Walk again where person, place or day differ; show the chosen step and policy."""
        if old is None or new.option("person") != old.option("person"):
            self.whom.read(new)
        person = self.whom.person(new)
        place = self.whom.place(new)
        asked = (person, place.id, new.moment)
        if asked != self._asked:
            is_first, self._asked = not self._asked, asked
            self._show_walk(person, place, new.moment)
            if not is_first and not self.session.is_passing():
                announce(self, self._headline())
        self._light()
        self._show_texts(new)
        self._choose_part(new, old)
        self._arrange()

    def _choose_part(self, new: Lens, old: Lens | None) -> None:
        """Turn to the part that a lens asks for."""
        if old is not None and new.item and new.item != old.item:
            self._beside = "card"
        elif new.option("beside") in PARTS and (
            old is None or new.option("beside") != old.option("beside")
        ):
            self._beside, self._turned = new.option("beside"), True

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

    def _show_walk(self, person: Person, place: Place, day: date) -> None:
        found = self._walk = walk(self.whom.book, person.facts, place, day)
        if person is not self._seen:
            self._show_person(person)
        self.person.show_where(place, day, self._years())
        self.what.show_end(found, self._doubts(person), self._same_facts())
        self.what.offer_own(self._own_words(found))
        self.side.others.show_in_force(parts_in_force(found))
        self._show_band(person, place, day)

    def _doubts(self, person: Person) -> list[str]:
        return [rule.text for rule in doubts(self.library, person)]

    def _same_facts(self) -> str:
        """What is said on a day before the person's own, such as of a release still to come."""
        lens = self.session.lens
        is_early = is_before(self.whom.profile(lens), lens.moment)
        return words.tr(words.SAME_FACTS) if is_early else ""

    def _own_words(self, found: Walk) -> str:
        """Where there is no answer: the offer of the place and the date that the person has."""
        profile = self.whom.profile(self.session.lens)
        begins = profile.arrest_date
        if begins is None or found.final != "not_researched":
            return ""
        if begins.first <= found.day <= begins.last and profile.place_id == found.place.id:
            return ""
        where = words.tr("{0}, {1}").format(words.when(begins), profile.place)
        return self.tr("This person’s own date and place: {0}").format(where)

    def _show_band(self, person: Person, place: Place, day: date) -> None:
        """Outcomes over time, worked out anew where person or place differ."""
        asked = (person, place.id)
        if self._days[0] != asked:
            self._days = (asked, by_final(over_time(self.whom.book, person.facts, place)))
        name = places.name_of(self.library, place)
        self.band.show_course(self._days[1], day, name, self.look)

    def _show_person(self, person: Person) -> None:
        """What hangs on the person alone."""
        self._seen = person
        self.person.show_person(person)
        policy = self._policy(self.session.lens)
        self.side.others.show_rows(compare.rows(self.library, person.facts), policy, self.look)
        self.side.tale.show_html(self._writer.tale(tale(self.library, person.profile)))

    def _light(self) -> None:
        """Light the way of the walk in the diagram."""
        light = getattr(self.panes.get("pipeline"), "light", None)
        if light is not None and self._walk is not None:
            is_short = self.session.lens.option("detail") not in DETAILED
            light(walked(self._walk, is_short))
        if self._walk is not None:
            self.arrangement.way.show_way(stations(self.library, self._walk))

    def _show_stop(self, lens: Lens) -> None:
        stops, arrest = self.stops, self._arrest()
        current = lens.option("step") or self._first_stop()
        self.what.steps.show_walk(stops, current, arrest, self.look)
        if lens.option("walk") == "table":
            self.table.twin.show_walk(stops, current, arrest, self.look)
            self.table.heading.setText(self._headline())
        one = self.what.steps.current()
        if one is not None:
            person = self.whom.person(lens)
            self.what.show_stop(one, self._writer.stop(one, person.facts, arrest))

    def _first_stop(self) -> str:
        """The stop that settles the walk."""
        return next((one.id for one in self.stops if one.settles), "arrest")

    def _policy(self, lens: Lens) -> str:
        name = lens.policy.removeprefix("policy:")
        return name if name in self.library.policies else ""

    def _show_policy(self, lens: Lens) -> None:
        self.side.others.show_policy(self._policy(lens))
        row = self.side.others.chosen_row()
        self.side.about_policy.setVisible(row is not None)
        if row is not None:
            person = self.whom.person(lens)
            self.side.about_policy.show_html(self._writer.row(row, person.facts))

    def _years(self) -> tuple[date, date]:
        events = list(self.library.events.values())
        days = [event.date.first.year for event in events] + [self.session.lens.moment.year]
        return date(min(days), 1, 1), date(max(days), 12, 31)

    # ------------------------------------------------------------------------- what readers do

    def _set_fact(self, name: str, value: str) -> None:
        """Change a fact: the walk answers, and nothing of it enters lens or trail."""
        self.whom.change(self.session.lens, name, value)
        self._go(self.session.lens.with_option("person", ""))

    def _as_written(self) -> None:
        self.whom.be(self.whom.person(self.session.lens).profile)
        self._go(self.session.lens.with_option("person", ""))

    def _go(self, lens: Lens) -> None:
        """Look through a lens, and draw also where only the page's own person changed."""
        if lens == self.session.lens:
            self.show_lens(lens, lens)
        else:
            self.session.go(lens)

    def show_place(self) -> None:
        """Turn to the map, on the same day, with the place of the walk marked."""
        place = self.whom.place(self.session.lens)
        self.session.look(page="places", place=f"place:{place.id}", item="")

    def load_case(self, profile: str) -> None:
        """Walk a person in the person's own place and on that date, and show what is told."""
        self.whom.be(profile)
        record = self.library.profiles[profile]
        moment = record.arrest_date.last if record.arrest_date else self.session.lens.moment
        lens = self.session.lens.with_option("person", "").with_option("step", "")
        lens = lens.with_option("beside", "told" if record.kind == "case" else self._beside)
        self._go(
            lens.but(profile=f"profile:{profile}", place=f"place:{record.place_id}", moment=moment)
        )

    def _load_own(self) -> None:
        self.load_case(self.whom.person(self.session.lens).profile)

    def copy_link_with_person(self) -> None:
        """Put a link to this walk, the built person included, on the clipboard."""
        person = self.whom.person(self.session.lens)
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
        elif not statistics.follow(self.session, ref):
            self._beside = "card"
            lens = self.session.lens.with_option("beside", "card")
            self.session.go(lens.but(item=ref))

    # ------------------------------------------------------------------------------ arrangement

    def _arrange(self) -> None:
        """Put the parts where the size of the page wants them."""
        as_table = self.session.lens.option("walk") == "table"
        wide, offered = self.arrangement.is_wide(), self._offered()
        turn = self._beside if self._beside in offered else "others"
        if not wide and not self._turned and turn == "others":
            turn = "walk"
        turn = self.arrangement.arrange(turn, offered, as_table)
        if self.arrangement.is_staged and self._walk is not None:
            self.what.heading.setText(self._who())
        self.begin_at(self._first_part(turn, wide, as_table))
        self._fill(turn)

    def _offered(self) -> tuple[str, ...]:
        """The parts that have something to show."""
        known = {"walk", "person", *self.side.parts}
        if "pipeline" in self.panes:
            known.add("diagram")
        if tale(self.library, self.whom.person(self.session.lens).profile).is_empty:
            known.discard("told")
        return tuple(name for name in PARTS if name in known)

    def _first_part(self, turn: str, wide: bool, as_table: bool) -> QWidget:
        """Where the keyboard begins."""
        if as_table:
            return self.table.twin
        if wide or turn == "walk":
            return self.what.steps
        found: dict[str, QWidget] = {
            "person": self.person.profile,
            "others": self.side.others,
            "time": self.band.strip,
            "hold": self.side.hold.when,
            "told": self.side.tale,
        }
        return found.get(turn) or self.panes["pipeline" if turn == "diagram" else turn]

    def _fill(self, turn: str) -> None:
        """Work out what only the shown part needs."""
        lens = self.session.lens
        if turn == "time":
            name = places.name_of(self.library, self.whom.place(lens))
            stretches = self._days[1]
            self.side.show_time(stretches, compare.number_on(stretches, lens.moment), name)
        elif turn == "hold" and (self.side.hold.found is None or self._held_for != lens.moment):
            self._held_for = lens.moment
            self.side.hold.show_day(lens.moment)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Arrange for the new size."""
        super().resizeEvent(event)
        if self._walk is not None:
            self._arrange()

    # -------------------------------------------------------------------------------- in words

    def describe(self) -> str:
        """The walk in sentences: who, where, when, how it ends, each step, what may not be read."""
        self.draw()
        wrong = self._doubts(self.whom.person(self.session.lens))
        steps = " ".join(map(words.row_sentence, self.stops))
        same = filter(None, [self._same_facts()])
        return "\n".join([self._headline(), steps, *wrong, *same, words.tr(words.CAUTION)])

    def rests_on(self) -> tuple[str, ...]:
        """The sources of the rules that were asked, step by step."""
        self.draw()
        return tuple(dict.fromkeys(name for stop in self.stops for name in stop.sources))

    def _headline(self) -> str:
        """Who, where and when, and how it ends."""
        return f"{self._who()} {words.headline(self.walk())}"

    def _who(self) -> str:
        """Who, where and when."""
        found = self.walk()
        person = self.whom.person(self.session.lens)
        title = self.library.profiles[person.profile].title
        who = self.tr("{0}, changed by the reader") if person.is_built else "{0}"
        where = places.name_of(self.library, found.place)
        return self.tr("{0}. {1}, {2}.").format(who.format(title), where, words.day(found.day))
