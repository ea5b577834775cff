"""The main window: the list of pages, menus, search box, message bar."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

import msgspec
from PySide6.QtCore import (
    QByteArray,
    QCoreApplication,
    QEvent,
    QObject,
    QPoint,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QCloseEvent,
    QGuiApplication,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer import NAME, SUBTITLE
from explorer.content.dates import add_months
from explorer.content.library import Library
from explorer.reader.lens import Lens, LinkError, refuse_unknown
from explorer.search.view.box import SearchBox
from explorer.ui.choices import THEME_WORDS, Choices
from explorer.ui.commands import Command, in_menus, menu_text
from explorer.ui.divider import Divider, Remembered, Switch
from explorer.ui.messages import MessageBar, announce, wrong_link
from explorer.ui.page import Page
from explorer.ui.session import Session
from explorer.ui.topbar import BarButton, TopBar
from explorer.ui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from explorer.content.model import Tour
    from explorer.export.view.strip import Shot
    from explorer.present.view.dock import EditorDock
    from explorer.reader.cited import Offer
    from explorer.ui.paint import Look
    from explorer.ui.welcome import Welcome


class Entry(msgspec.Struct, frozen=True):
    """A page of the program: where it is made, and its names in links with their words."""

    factory: str  # "explorer.charts.view.page:ChartsView", imported when first opened
    names: tuple[tuple[str, str], ...]
    panes: tuple[tuple[str, str], ...] = ()  # panes that the page is handed: name and factory


PAGES: Final = (
    Entry(
        "explorer.explore.view:ExploreView",
        (
            ("explore", QT_TRANSLATE_NOOP("Window", "Explore")),
            ("timeline", QT_TRANSLATE_NOOP("Window", "Timeline")),
            ("pipeline", QT_TRANSLATE_NOOP("Window", "Pipeline")),
        ),
        (
            ("pipeline", "explorer.pipeline.view.page:PipelineView"),
            ("timeline", "explorer.timeline.view.page:TimelineView"),
            ("card", "explorer.card.view.page:CardView"),
        ),
    ),
    Entry(
        "explorer.casewalk.view.page:CaseWalkView",
        (("casewalk", QT_TRANSLATE_NOOP("Window", "Case walk")),),
        (
            ("pipeline", "explorer.pipeline.view.page:PipelineView"),
            ("card", "explorer.card.view.page:CardView"),
        ),
    ),
    Entry(
        "explorer.charts.view.page:ChartsView", (("charts", QT_TRANSLATE_NOOP("Window", "Charts")),)
    ),
    Entry(
        "explorer.places.view.page:PlacesView",
        (("places", QT_TRANSLATE_NOOP("Window", "Places")),),
        (("card", "explorer.card.view.page:CardView"),),
    ),
    Entry(
        "explorer.evidence.view.page:EvidenceView",
        (("evidence", QT_TRANSLATE_NOOP("Window", "Evidence")),),
    ),
)
NAMES: Final = tuple(name for entry in PAGES for name, _ in entry.names)
WORDS: Final = {name: words for entry in PAGES for name, words in entry.names}
SIDE_BUTTONS: Final = {
    Qt.MouseButton.BackButton: "back",
    Qt.MouseButton.ForwardButton: "forward",
}
THEMES_MENU: Final = QT_TRANSLATE_NOOP("Command", "&Theme")
TEXT_MENU: Final = QT_TRANSLATE_NOOP("Command", "Text &size")


def _open_page(name: str) -> Callable[[MainWindow], None]:
    return lambda window: window.session.look(page=name)


def _page_command(number: int, name: str) -> Command:
    return Command(
        f"page-{name}",
        WORDS[name],
        _open_page(name),
        "go",
        (f"Ctrl+{number}",),
        checked=lambda window: bool(window.session.lens.page == name),
        section=1,
    )


def _theme_command(name: str) -> Command:
    return Command(
        f"theme-{name}",
        THEME_WORDS[name],
        lambda window: window.choices.choose(theme=name),
        "view",
        checked=lambda window: bool(window.choices.settings.theme == name),
        submenu=THEMES_MENU,
        section=1,
    )


COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "export",
        QT_TRANSLATE_NOOP("Command", "&Export picture…"),
        lambda window: window.open_export(),
        "file",
        ("Ctrl+E",),
    ),
    Command(
        "export-figures",
        QT_TRANSLATE_NOOP("Command", "Export &figures as CSV…"),
        lambda window: window.open_figures(),
        "file",
        ("Ctrl+Shift+E",),
    ),
    Command(
        "hand-out",
        QT_TRANSLATE_NOOP("Command", "&Hand out a tour…"),
        lambda window: window.handing_out.emit(),
        "file",
        ("Ctrl+Shift+H",),
        section=1,
    ),
    Command(
        "poster",
        QT_TRANSLATE_NOOP("Command", "Timeline &poster…"),
        lambda window: window.open_poster(),
        "file",
        section=1,
    ),
    Command(
        "print",
        QT_TRANSLATE_NOOP("Command", "P&rint…"),
        lambda window: window.open_print(),
        "file",
        ("Ctrl+P",),
        section=1,
    ),
    Command(
        "quit",
        QT_TRANSLATE_NOOP("Command", "&Quit"),
        lambda window: window.close(),
        "file",
        ("Ctrl+Q",),
        section=9,
    ),
    Command(
        "copy-link",
        QT_TRANSLATE_NOOP("Command", "&Copy link"),
        lambda window: window.copy_link(),
        "edit",
        ("Ctrl+Shift+C",),
    ),
    Command(
        "cite",
        QT_TRANSLATE_NOOP("Command", "C&ite…"),
        lambda window: window.open_cite(),
        "edit",
        ("Ctrl+Shift+R",),
        icon="cite",
    ),
    Command(
        "preferences",
        QT_TRANSLATE_NOOP("Command", "&Preferences…"),
        lambda window: window.open_preferences(),
        "edit",
        ("Ctrl+,",),
        icon="settings",
        section=2,
    ),
    Command(
        "search",
        QT_TRANSLATE_NOOP("Command", "&Search"),
        lambda window: window.search.open(),
        "edit",
        ("Ctrl+K", "Ctrl+F"),
        icon="search",
    ),
    Command(
        "commands",
        QT_TRANSLATE_NOOP("Command", "Fin&d a command"),
        lambda window: window.search.open(">"),
        "edit",
        ("Ctrl+Shift+P",),
    ),
    Command(
        "larger-text",
        QT_TRANSLATE_NOOP("Command", "&Larger"),
        lambda window: window.choices.scale_by(1),
        "view",
        ("Ctrl++", "Ctrl+="),
        enabled=lambda window: bool(window.choices.settings.text_scale < 300),
        submenu=TEXT_MENU,
    ),
    Command(
        "smaller-text",
        QT_TRANSLATE_NOOP("Command", "&Smaller"),
        lambda window: window.choices.scale_by(-1),
        "view",
        ("Ctrl+-",),
        enabled=lambda window: bool(window.choices.settings.text_scale > 100),
        submenu=TEXT_MENU,
    ),
    Command(
        "normal-text",
        QT_TRANSLATE_NOOP("Command", "&Normal"),
        lambda window: window.choices.choose(text_scale=100),
        "view",
        ("Ctrl+0",),
        submenu=TEXT_MENU,
    ),
    *(_theme_command(name) for name in THEME_WORDS),
    Command(
        "full-screen",
        QT_TRANSLATE_NOOP("Command", "&Full screen"),
        lambda window: window.toggle_full_screen(),
        "view",
        ("F11",),
        checked=lambda window: bool(window.isFullScreen()),
        section=2,
    ),
    Command(
        "back",
        QT_TRANSLATE_NOOP("Command", "&Back"),
        lambda window: window.session.back(),
        "go",
        ("Alt+Left",),
        icon="back",
        enabled=lambda window: bool(window.session.can_go_back()),
    ),
    Command(
        "forward",
        QT_TRANSLATE_NOOP("Command", "&Forward"),
        lambda window: window.session.forward(),
        "go",
        ("Alt+Right",),
        icon="forward",
        enabled=lambda window: bool(window.session.can_go_forward()),
    ),
    *(_page_command(number, name) for number, name in enumerate(NAMES, 1)),
    Command(
        "month-back",
        QT_TRANSLATE_NOOP("Command", "One month earlier"),
        lambda window: window.move_moment(-1),
        "go",
        ("[",),
        section=2,
    ),
    Command(
        "month-forward",
        QT_TRANSLATE_NOOP("Command", "One month later"),
        lambda window: window.move_moment(1),
        "go",
        ("]",),
        section=2,
    ),
    Command(
        "year-back",
        QT_TRANSLATE_NOOP("Command", "One year earlier"),
        lambda window: window.move_moment(-12),
        "go",
        ("Shift+[",),
        also=("{", "Shift+{"),
        section=2,
    ),
    Command(
        "year-forward",
        QT_TRANSLATE_NOOP("Command", "One year later"),
        lambda window: window.move_moment(12),
        "go",
        ("Shift+]",),
        also=("}", "Shift+}"),
        section=2,
    ),
    Command(
        "notebook",
        QT_TRANSLATE_NOOP("Command", "&Bookmarks and notes"),
        lambda window: window.open_notebook(),
        "go",
        ("Ctrl+B",),
        icon="bookmark",
        section=1,
    ),
    Command(
        "present",
        QT_TRANSLATE_NOOP("Command", "&Start the presentation"),
        lambda window: window.presenting.emit(""),
        "present",
        ("F5",),
    ),
    Command(
        "present-here",
        QT_TRANSLATE_NOOP("Command", "Present from &here"),
        lambda window: window.presenting.emit("here"),
        "present",
        ("Shift+F5",),
    ),
    Command(
        "present-choose",
        QT_TRANSLATE_NOOP("Command", "&Choose a tour…"),
        lambda window: window.presenting.emit("choose"),
        "present",
    ),
    Command(
        "edit-tours",
        QT_TRANSLATE_NOOP("Command", "&Edit tours…"),
        lambda window: window.editor().come(),
        "present",
        ("Ctrl+Shift+T",),
        section=3,
    ),
    Command(
        "add-view",
        QT_TRANSLATE_NOOP("Command", "&Add this view to your tour"),
        lambda window: window.editor().add_view(),
        "present",
        ("Ctrl+Shift+A",),
        section=3,
    ),
    Command(
        "help",
        QT_TRANSLATE_NOOP("Command", "&How to use this program"),
        lambda window: window.open_help(),
        "help",
        ("F1",),
    ),
    Command(
        "welcome",
        QT_TRANSLATE_NOOP("Command", "&Where to start"),
        lambda window: window.show_welcome(),
        "help",
    ),
    Command(
        "shortcuts",
        QT_TRANSLATE_NOOP("Command", "&Keyboard shortcuts"),
        lambda window: window.open_shortcuts(),
        "help",
        ("?",),
    ),
    Command(
        "messages",
        QT_TRANSLATE_NOOP("Command", "Last &messages"),
        lambda window: window.open_messages(),
        "help",
    ),
    Command(
        "about",
        QT_TRANSLATE_NOOP("Command", "&About and how to cite"),
        lambda window: window.open_about(),
        "help",
        section=1,
    ),
)


OWN_TOUR: Final = QT_TRANSLATE_NOOP("Command", "{0} (yours)")


def _tour_command(tour: Tour, is_own: bool = False) -> Command:
    ref, title = f"tour:{tour.id}", tour.title.replace("&", "&&")
    own = QCoreApplication.translate("Command", OWN_TOUR)
    return Command(
        f"present-{ref}",
        own.format(title) if is_own else title,
        lambda window: window.presenting.emit(ref),
        "present",
        section=2 if is_own else 1,
    )


class MainWindow(QMainWindow):
    """The pages of :data:`PAGES`, one at a time, below a bar with tabs and search.

    *make* builds a page when it is first opened; the window knows none of them by name.
    """

    COMMANDS: ClassVar[tuple[Command, ...]] = COMMANDS

    painted = Signal()  # the first picture is complete
    presenting = Signal(str)  # "tour:…", "here", "choose" a tour, or "" for the last one
    handing_out = Signal()
    closing = Signal()

    def __init__(
        self,
        library: Library,
        session: Session,
        look: Look,
        choices: Choices,
        make: Callable[[Entry], Page],
    ) -> None:
        super().__init__()
        self.library, self.session, self.look, self.choices = library, session, look, choices
        self._make = make
        self._pages: dict[Entry, Page] = {}
        self._actions: dict[str, QAction] = {}
        self._owners: dict[str, list[tuple[QWidget, Command]]] = {}
        self._own_tours: tuple[str, ...] = ()  # ids of the commands that present one
        self._menus: dict[str, QMenu] = {}
        self._sheets: list[QDialog] = []
        self._welcome: Welcome | None = None
        self._editor: EditorDock | None = None
        self.setWindowTitle(f"{NAME} \N{EM DASH} {self._subtitle()}")
        self.search = SearchBox(library, session, look, self.commands, self.run)
        self._stack = QStackedWidget()
        tours = sorted(library.tours.values(), key=lambda tour: tour.order)
        self._add_commands(self, (*self.COMMANDS, *map(_tour_command, tours)))
        self._lay_out()
        self.restyle(look)
        self.search.left.connect(self._focus_page)
        self.search.arrived.connect(self._focus_page)
        self.search.refused.connect(self.messages.refuse)
        self.search.chose.connect(self.messages.pass_on)
        session.moved.connect(self._follow)
        self.presenting.connect(lambda _: self.close_welcome())
        session.said.connect(lambda text: self.messages.say(text))
        session.warned.connect(lambda text: self.messages.warn(text))
        session.wanted.connect(lambda id: self.action(id).trigger())
        session.trail_changed.connect(self.refresh_actions)
        choices.changed.connect(self.refresh_actions)
        self._show_page(session.lens.page)

    def _subtitle(self) -> str:
        return QCoreApplication.translate("Window", SUBTITLE)

    # ---------------------------------------------------------------- pages

    def page(self, name: str) -> Page:
        """The page that serves a name in links, made if it was not opened before."""
        entry = next(entry for entry in PAGES if name in dict(entry.names))
        if entry not in self._pages:
            page = self._make(entry)
            self._pages[entry] = page
            self._stack.addWidget(page)
            self._adopt(page)
        return self._pages[entry]

    def pages(self) -> tuple[Page, ...]:
        """The pages that were opened so far."""
        return tuple(self._pages.values())

    def _adopt(self, page: Page) -> None:
        """Take a new page's commands and remember how its parts are divided."""
        for part in (page, *page.findChildren(Page)):
            self._add_commands(part, part.COMMANDS)
        self._build_menus()
        kept: list[Remembered] = [*page.findChildren(Divider), *page.findChildren(Switch)]
        for remembered in kept:
            self._remember(remembered)

    def _remember(self, part: Remembered) -> None:
        name = part.objectName()
        stored = self.choices.settings.layout.get(name, "")
        if stored:
            part.restore(stored)
        part.changed.connect(lambda: self.choices.keep_layout(name, part.kept()))

    def _show_page(self, name: str) -> None:
        page, focus = self.page(name), QApplication.focusWidget()
        turns = page is not self._stack.currentWidget()
        follows = turns and focus is not None and self._stack.isAncestorOf(focus)
        self._stack.setCurrentWidget(page)
        if follows:  # into the picture; Qt would take the first field that it finds
            page.setFocus()
        self.bar.show_page(name)
        self.refresh_actions()

    def _follow(self, new: Lens, old: Lens) -> None:
        self.messages.pass_on()
        self.close_welcome()
        if new.page != old.page:
            self._show_page(new.page)
            announce(self, self.page(new.page).title())

    # ---------------------------------------------------------------- commands

    def commands(self) -> list[Command]:
        """Every command that can be used now, in the order of the menus."""
        menus = in_menus(found[0][1] for found in self._owners.values())
        return [c for found in menus.values() for c in found if self._can(c.id)]

    def all_commands(self) -> list[Command]:
        """Every command of the window and of the pages that were opened."""
        return [command for owners in self._owners.values() for _, command in owners]

    def run(self, command: Command) -> None:
        """Do a command, on the page or pane that is in use."""
        if command.id != "welcome":
            self.close_welcome()
        owner, its_own = self._owner(command.id)
        its_own.run(owner)
        self.refresh_actions()

    def action(self, id: str) -> QAction:
        """The action behind a command's id, as menus and buttons hold it."""
        return self._actions[id]

    def refresh_actions(self, *_: object) -> None:
        """Bring what can be done and what is chosen up to date."""
        for id, action in self._actions.items():
            owner, command = self._owner(id)
            action.setEnabled(self._can(id))
            if command.checked is not None:
                action.setChecked(command.checked(owner))

    def _can(self, id: str) -> bool:
        owner, command = self._owner(id)
        return (owner is self or owner.isVisibleTo(self)) and command.enabled(owner)

    def _owner(self, id: str) -> tuple[QWidget, Command]:
        """Whom a command acts on: the part with the focus, else the first that is in sight."""
        owners = self._owners[id]
        focus = QApplication.focusWidget()
        for owner, command in owners:
            if focus is not None and (owner is focus or owner.isAncestorOf(focus)):
                return owner, command
        seen = [found for found in owners if found[0].isVisibleTo(self)]
        return (seen or owners)[0]

    def _add_commands(self, owner: QWidget, commands: Sequence[Command]) -> None:
        for command in commands:
            self._owners.setdefault(command.id, []).append((owner, command))
            if command.id not in self._actions:
                self._actions[command.id] = self._action(command)

    def _action(self, command: Command) -> QAction:
        action = QAction(command.text(), self)
        action.setObjectName(command.id)
        action.setShortcuts(command.shortcuts())
        action.setCheckable(command.checked is not None)
        action.setMenuRole(_ROLES.get(command.id, QAction.MenuRole.NoRole))
        action.triggered.connect(lambda: self.run(command))
        self.addAction(action)
        return action

    def _build_menus(self) -> None:
        bar = self.menuBar()
        bar.clear()
        groups = in_menus(owners[0][1] for owners in self._owners.values())
        for name, commands in groups.items():
            menu = bar.addMenu(menu_text(name))
            menu.aboutToShow.connect(self.refresh_actions)
            self._fill(menu, commands)

    def _fill(self, menu: QMenu, commands: Sequence[Command]) -> None:
        subs: dict[str, QMenu] = {}
        section = commands[0].section if commands else 0
        for command in commands:
            if command.section != section:
                menu.addSeparator()
                section = command.section
            into = menu
            if command.submenu:
                words = QCoreApplication.translate("Command", command.submenu)
                into = subs.get(words) or subs.setdefault(words, menu.addMenu(words))
            into.addAction(self._actions[command.id])
        for sub in subs.values():
            self._make_exclusive(sub)

    def _make_exclusive(self, menu: QMenu) -> None:
        """One choice of a menu that holds nothing but choices rules out the others."""
        if all(action.isCheckable() for action in menu.actions()):
            group = QActionGroup(menu)
            for action in menu.actions():
                group.addAction(action)

    # ---------------------------------------------------------------- what commands do

    def copy_link(self) -> None:
        """Put the link to what is seen on the clipboard, and say so."""
        link = self.session.lens.link()
        QGuiApplication.clipboard().setText(link)
        self.messages.say(self.tr("Link copied: {0}").format(link))

    def move_moment(self, months: int) -> None:
        """Move the moment by some months, within the years that the events span."""
        first, last = self._years()
        day = add_months(self.session.lens.moment, months)
        self.session.nudge(moment=max(first, min(last, day)))

    def _years(self) -> tuple[date, date]:
        events = list(self.library.events.values())
        if not events:
            return date.min.replace(year=2), date.max.replace(year=9998)
        last = max(event.date.last.year for event in events)
        return date(events[0].date.first.year, 1, 1), date(last, 12, 31)

    def toggle_full_screen(self) -> None:
        """Fill the screen, or go back to a window."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def open_export(self) -> None:
        """Ask how and where to keep a picture of this page."""
        from explorer.export.view.dialog import ExportDialog

        ExportDialog(self.shot(), self._whole.size(), self.messages.say, self).open()

    def shot(self, page_only: bool = False) -> Shot:
        """What the window or its page shows, ready to be kept with its caption and sources."""
        from explorer.export.strip import strip_of
        from explorer.export.view.strip import Shot

        page, lens = self.page(self.session.lens.page), self._handed_on()
        strip = strip_of(
            self.library, page.title(), page.describe(), page.shown(), lens, page.rests_on()
        )
        return Shot(page.paint if page_only else self.paint, self.library, strip, self.look)

    def open_print(self) -> None:
        """Show this page as it will be printed."""
        from explorer.export.view.printing import print_shot

        size = self.page(self.session.lens.page).size()
        shoot = partial(self.shot, page_only=True)
        print_shot(shoot, size, self.choices, self.messages.say, self)

    def open_poster(self) -> None:
        """Make a poster of the timeline; from its own page with the years that it shows."""
        from explorer.export.view.posterdialog import PosterDialog

        lens = self.session.lens
        span = (lens.start.year, lens.end.year) if lens.start and lens.end else None
        PosterDialog(self.library, span, self.messages.say, self).show()

    def open_figures(self) -> None:
        """Ask where to keep the figures behind what is shown, as CSV with their sources."""
        from explorer.export.tables import csv_of
        from explorer.ui.picture import ask_and_save

        shown = self.page(self.session.lens.page).shown()
        text = csv_of(self.library, shown, self._handed_on().link())
        if not text:
            self.messages.say(
                self.tr("No figures stand behind this item. Choose a chart or table and try again.")
            )
            return
        name = shown.partition(":")[2].replace("/", "-")
        ask_and_save(text.encode("utf-8"), f"{name}.csv", self.messages.say, self)

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw what the window shows, without its menus, into *rect*."""
        bar, page = self.bar, self.page(self.session.lens.page)
        scale = rect.width() / max(self._whole.width(), 1)
        painter.save()
        painter.translate(rect.topLeft())
        painter.scale(scale, scale)
        painter.fillRect(self._whole.rect(), self.look.color("window"))
        bar.render(painter, QPoint())
        page.paint(painter, QRectF(page.geometry().translated(self._stack.pos())))
        painter.restore()

    def open_help(self) -> None:
        """Show how the program is used."""
        from explorer.ui.help import help_sheet

        self._open(help_sheet(self))

    def open_shortcuts(self) -> None:
        """Show every command that has keys, also those of pages that were not opened yet."""
        from explorer.present.view import keys
        from explorer.ui.sheets import shortcut_sheet

        commands = {id: owners[0][1] for id, owners in self._owners.items()}
        for entry in PAGES:
            module, _, name = entry.factory.partition(":")
            for command in getattr(importlib.import_module(module), name).COMMANDS:
                commands.setdefault(command.id, command)
        self._open(shortcut_sheet(in_menus(commands.values()), self, keys.sections()))

    def open_about(self) -> None:
        """Show versions, licenses and how to cite."""
        from explorer.ui.sheets import about_sheet

        self._open(about_sheet(self.library, self))

    def editor(self) -> EditorDock:
        """The tour editor beside the pages, made when it is first asked for."""
        if self._editor is None:
            from explorer.present.view.dock import EditorDock

            self._editor = EditorDock(
                self.library,
                self.session,
                self.look,
                lambda: self.page(self.session.lens.page),
                self.messages.say,
                self,
            )
            self._editor.editor.presenting.connect(self.presenting)
            self._editor.editor.tours_changed.connect(self.show_own_tours)
        return self._editor

    def show_own_tours(self) -> None:
        """Have the reader's own tours in the menu, as they are now."""
        from explorer.present.store import all_tours, is_own

        own = [tour for tour in all_tours(self.library) if is_own(tour, self.library)]
        commands = [_tour_command(tour, is_own=True) for tour in own]
        for id in self._own_tours:
            self._owners.pop(id)
            self.removeAction(self._actions.pop(id))
        self._own_tours = tuple(command.id for command in commands)
        self._add_commands(self, commands)
        self._build_menus()

    def open_cite(self) -> None:
        """Cite what is on screen: a figure or record with its sources, or the view itself."""
        from explorer.ui.citesheet import CiteSheet

        sheet = CiteSheet(self._citable, self.choices, self.messages.say, self)
        self.session.moved.connect(sheet.follow)
        self._open(sheet)

    def _citable(self) -> tuple[Offer, ...]:
        from explorer.reader.cited import offers

        page = self.page(self.session.lens.page)
        lens, figure = self._handed_on(), page.told_figure()
        return offers(self.library, lens, page.title(), page.shown(), figure)

    def _handed_on(self) -> Lens:
        """What is looked at, as files and citations tell it: a built person leaves in none."""
        return self.session.lens.with_option("person", "")

    def open_preferences(self) -> None:
        """Show the settings, and where the reader's files are."""
        from explorer.ui.preferences import Preferences

        self._open(Preferences(self.choices, self))

    def open_messages(self) -> None:
        """Show what was said lately."""
        from explorer.ui.sheets import messages_sheet

        self._open(messages_sheet(self.messages.told, self))

    def open_notebook(self) -> None:
        """Show what the reader kept and wrote; a line opens its view."""
        from explorer.ui.sheets import notebook_sheet
        from explorer.ui.shelf import shelf

        self._open(notebook_sheet(self.library, shelf(), self.open_link, self))

    def open_link(self, link: str) -> None:
        """Go to a link, or say what is wrong with it."""
        try:
            lens = Lens.read(link)
            refuse_unknown(lens, self.library)
        except LinkError as error:
            self.messages.refuse(wrong_link(error))
        else:
            self.messages.pass_on()
            self.session.go(lens)

    def show_welcome(self) -> None:
        """Lay the three starting points over the page, until one is chosen or they are put away."""
        from explorer.ui.welcome import Welcome

        if self._welcome is None:
            self._welcome = Welcome(self.look, self._whole)
            self._welcome.chosen.connect(self._start_at)
            self._welcome.closed.connect(self._end_welcome)
            self._welcome.show()
        self._welcome.raise_()
        self._welcome.doors[0].setFocus()

    def _start_at(self, link: str) -> None:
        self.open_link(link)
        self._focus_page()

    def offer_welcome(self) -> None:
        """Lay out the starting points, unless a dialog has come up in the meantime."""
        windows = QApplication.topLevelWidgets()
        if not any(isinstance(found, QDialog) and found.isVisible() for found in windows):
            self.show_welcome()

    def close_welcome(self) -> None:
        """Put the starting points away: something else was asked for."""
        if self._welcome is not None:
            self._welcome.put_away()

    def _end_welcome(self) -> None:
        self._welcome = None
        self.choices.choose(welcome=False)
        self._focus_page()

    def _focus_page(self) -> None:
        self.page(self.session.lens.page).setFocus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's spelling
        """Watch the mouse buttons of the whole window, whichever part is under the pointer."""
        super().showEvent(event)
        self.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's spelling
        """The side buttons of a mouse go back and forward."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            way = SIDE_BUTTONS.get(event.button())
            if way:
                self.action(way).trigger()
                return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Keep what lies over the page in its middle."""
        super().resizeEvent(event)
        if self._welcome is not None:
            self._welcome.place()

    def open_sheet(self, sheet: QDialog) -> None:
        """Show a sheet beside the window, instead of the one that is open."""
        self._open(sheet)

    def _open(self, sheet: QDialog) -> None:
        self.close_welcome()
        for old in self._sheets:
            old.close()
        self._sheets = [sheet]
        sheet.show()

    # ---------------------------------------------------------------- look and life

    def restyle(self, look: Look) -> None:
        """Take another theme or text size, in every page that was opened."""
        self.look = look
        self.bar.restyle(look)
        self.search.restyle(look)
        self.messages.restyle(look)
        if self._welcome is not None:
            self._welcome.restyle(look)
        if self._editor is not None:
            self._editor.restyle(look)
        for id, command in ((id, owners[0][1]) for id, owners in self._owners.items()):
            if command.icon:
                self._actions[id].setIcon(look.icon(command.icon))
        for page in self._pages.values():
            page.restyle(look)

    def _lay_out(self) -> None:
        pages = [(name, QCoreApplication.translate("Window", WORDS[name])) for name in NAMES]
        travel = [self._travel_button(id) for id in ("back", "forward")]
        self.bar = TopBar(
            NAME, self._subtitle(), pages, travel, self.search, self._present_button()
        )
        self.bar.chosen.connect(lambda name: self.session.look(page=name))
        self._whole = QWidget()
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)
        self.messages = MessageBar(self._whole, self.bar)  # over the page, last for the Tab key
        self.setCentralWidget(self._whole)

    def _present_button(self) -> BarButton:
        button = BarButton(is_primary=True)
        button.setText("▶ " + self.tr("Present  F5"))
        button.setToolTip(self.tr("Show a tour to an audience (F5)"))
        button.setAccessibleName(self.tr("Present"))
        button.clicked.connect(self._actions["present"].trigger)
        return button

    def _travel_button(self, id: str) -> BarButton:
        button = BarButton()
        button.setDefaultAction(self._actions[id])
        command = self._owners[id][0][1]
        button.setToolTip(f"{command.plain()} ({command.spoken_keys()})")
        button.setAccessibleName(command.plain())
        return button

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's spelling
        """Remember the window's place and what was looked at."""
        self.choices.keep_layout("window", _text(self.saveGeometry()))
        last = self.session.lens.with_option("person", "")  # a built person is kept nowhere
        self.choices.choose(last_link=last.link())
        self.closing.emit()
        super().closeEvent(event)


_ROLES: Final = {
    "quit": QAction.MenuRole.QuitRole,
    "about": QAction.MenuRole.AboutRole,
    "preferences": QAction.MenuRole.PreferencesRole,
}


def _text(state: QByteArray) -> str:
    return bytes(state.toBase64().data()).decode("ascii")
