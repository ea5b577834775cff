"""What the reader can do on the page of the pipeline."""

from __future__ import annotations

from typing import Final

from explorer.content.dates import add_months
from explorer.pipeline.groups import open_groups
from explorer.pipeline.view import told
from explorer.pipeline.view.diagram import Diagram
from explorer.pipeline.view.scene import FULL, Scene, is_comparing, years
from explorer.ui.messages import announce
from explorer.ui.page import Page

ROOM: Final = 24  # lines of text: so high is a pane that shows counts below the diagram


def roomy(page: str) -> str:
    """The page on which two diagrams, or counts below one, have room: the pipeline's own."""
    return "pipeline" if page == "explore" else page


class Acts(Page):
    """The acts behind keys, menus and buttons: each asks the session to look elsewhere."""

    scene: Scene
    diagram: Diagram

    def toggle_detail(self) -> None:
        """Change between the overview and all steps."""
        detail = "" if self.session.lens.option("detail") in FULL else "full"
        self.session.go(self.session.lens.with_option("detail", detail))

    def toggle_fit(self) -> None:
        """Change between all steps in sight at once and all steps in text of the usual size."""
        detail = "full" if self.session.lens.option("detail") == "fit" else "fit"
        self.session.go(self.session.lens.with_option("detail", detail))

    def toggle_table(self) -> None:
        """Change between the diagram and its table."""
        twin = "" if self.session.lens.option("pipeline") == "table" else "table"
        self.session.go(self.session.lens.with_option("pipeline", twin))

    def _choose(self, item: str) -> None:
        self.session.look(item=item)

    def toggle_compare(self) -> None:
        """Begin to compare with the period before, or stop."""
        lens = self.session.lens
        if is_comparing(lens):
            self.session.look(moment2=None, place2="")
            return
        before = self.scene.moment(lens.moment, "").before
        then = before.end.last if before and before.end else add_months(lens.moment, 12)
        self.session.look(moment2=then, page=roomy(lens.page))

    def move_second(self, months: int) -> None:
        """Move the second date by some months."""
        lens = self.session.lens
        day = add_months(lens.moment2 or lens.moment, months)
        first, last = years(self.library)
        day = max(first, min(last, day))
        self.session.nudge(moment2=day)
        announce(self.diagram, told.moved(day))

    def _set_second_place(self, place: str) -> None:
        lens = self.session.lens
        self.session.look(place2=place, moment2=lens.moment2 or (None if place else lens.moment))

    def toggle_counts(self) -> None:
        """Show published counts, or hide them."""
        counted = self.session.lens.option("counts")
        first = next(iter(self.library.funnels), "")
        if counted:
            self._pick_counts("")
        else:
            lens = self.session.lens.with_option("counts", first)
            self.session.go(lens.but(page=roomy(lens.page)))

    def _pick_counts(self, names: str) -> None:
        self.session.go(self.session.lens.with_option("counts", names))

    def trace_current(self, way: str) -> None:
        """Follow the path from the box with the keyboard; the same again ends it."""
        name = self.diagram.current_name() or next(iter(self.scene.plan(self.session.lens).spots))
        value = f"{way}:{name}"
        self.trace("" if self.session.lens.option("trace") == value else way, name)

    def trace(self, way: str, start: str) -> None:
        """Light all that can be reached from a box; no way to end it."""
        lens = self.session.lens.with_option("trace", f"{way}:{start}" if way else "")
        if not way:
            lens = lens.with_option("path", "")
        self.session.go(lens)
        lit = self.scene.state(lens).lit
        if lit is not None:
            announce(self.diagram, told.lit(lit, self.scene.plan(lens)))

    def turn_group(self, group: str) -> None:
        """Open a folded group, or fold an open one."""
        lens = self.session.lens
        turned = set(filter(None, lens.option("groups").split(","))) ^ {group}
        self.session.go(lens.with_option("groups", ",".join(sorted(turned))))
        is_open = group in open_groups(self.library, turned)
        announce(self.diagram, told.opened(self.library.groups[group].label, is_open))

    def turn_current_group(self) -> None:
        """Open or fold the group of the box with the keyboard."""
        found = self.diagram.group_at(self.diagram.current_name())
        if found is not None:
            self.turn_group(found.group)

    def turn_all_groups(self) -> None:
        """Open all groups; fold all where all are open."""
        lens, groups = self.session.lens, self.library.groups
        turned = lens.option("groups").split(",")
        all_open = open_groups(self.library, turned) == frozenset(groups)
        kept = [name for name, one in groups.items() if one.open_at_first == all_open]
        self.session.go(lens.with_option("groups", ",".join(sorted(kept))))

    def clear_place(self) -> None:
        """Show the path without a place."""
        self.session.look(place="")
