"""Puts library, session and window together; starts the program."""

from __future__ import annotations

from explorer.ui import loading  # first of all

# isort: split
import faulthandler
import gc
import importlib
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec
from PySide6.QtCore import (
    QByteArray,
    QCoreApplication,
    QElapsedTimer,
    QEvent,
    QLibraryInfo,
    QLocale,
    QMargins,
    QObject,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    QTranslator,
    Signal,
)
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from explorer import NAME, __version__, paths
from explorer.content.library import Library
from explorer.reader.lang import BASE, chosen, languages
from explorer.reader.lens import Lens, LinkError, refuse_unknown
from explorer.reader.settings import BadValue, Settings, read, write
from explorer.reader.theme import load_theme
from explorer.ui import icons
from explorer.ui.choices import Choices
from explorer.ui.messages import Unexpected
from explorer.ui.page import Page
from explorer.ui.paint import Look, system_theme
from explorer.ui.session import Session
from explorer.window import PAGES, Entry, MainWindow

if TYPE_CHECKING:
    from explorer.content.model import Tour
    from explorer.content.slips import Problem
    from explorer.export.posterbook import Wish as PosterWish
    from explorer.present.paper import Wish
    from explorer.present.view.presenter import Presenter

gc.freeze()  # the modules stay: never look through them again
gc.enable()

FIRST_SIZE: Final = QSize(1440, 900)
USUAL_FRAME: Final = QMargins(8, 40, 8, 8)  # of a window, until the real one is known
HELD: Final = 300  # milliseconds: text sizes that follow each other sooner become one step
USUAL_TEXT: Final = 13.0  # pixels of a system's text at which 100 % is our own size
# Imported when nothing else is to be done.
HEAVY: Final = ("numpy", "pandas", "pyqtgraph", "explorer.charts.view.page")
LOG_SIZE: Final = 256 * 1024
LOG: Final = "explorer"  # the name of our logger


def start(lens: Lens | None = None, language: str = "") -> int:
    """Open the window, at a lens or where the reader left it, and stay until it is closed."""
    catch_crashes(log_file().with_name("crash.log"))
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal ends the program
    program = launch(lens, language)
    program.unexpected.install()
    program.painted.connect(lambda: keep_log(log_file()))
    return make_application().exec()


def launch(lens: Lens | None = None, language: str = "", greet: bool = True) -> Program:
    """A program whose window is shown; its first picture comes with the event loop.

    The places to start from are shown only where *greet* allows it and no lens was asked for.
    """
    gc.disable()  # hardly anything made at the start is dropped again
    make_application()
    settings, bad = read(settings_file())
    program = Program(open_library(), settings, lens, language or settings.language)
    program.greets = greet and lens is None
    program.tell_bad_values(bad)
    program.tell_gaps(program.library.problems)
    program.painted.connect(program.tell_unkept)
    program.show()
    return program


def present(
    tour: Tour,
    step: int = 1,
    screen: int | None = None,
    windowed: bool = False,
    language: str = "",
) -> int:
    """Open the window and present a tour; *screen* is the audience's, counted from 1."""
    from explorer.present.screens import refuse_missing
    from explorer.present.view.show import screens

    make_application()
    refuse_missing(screens(), screen)
    catch_crashes(log_file().with_name("crash.log"))
    program = launch(None, language, greet=False)
    program.unexpected.install()
    program.painted.connect(lambda: keep_log(log_file()))
    number = None if screen is None else screen - 1

    def begin() -> None:
        program.presenter.start(tour, step, number, windowed)

    program.painted.connect(begin)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return make_application().exec()


def open_library() -> Library:
    """The bundled library, from its compiled file where that is up to date."""
    from explorer.content.compiled import open_library as opened

    return opened()


def settings_file() -> Path:
    """Where the reader's settings are."""
    return paths.config_dir() / "settings.ini"


def log_file() -> Path:
    """Where the log is."""
    return paths.log_dir() / "explorer.log"


def make_application() -> QApplication:
    """The one application object, with our style and names."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    # The style is named here because setStyle() returns it, and its class takes 5 ms to load.
    application = QApplication(["secure-communities-explorer", "-style", "Fusion"])
    application.setApplicationName(paths.APP)
    application.setApplicationVersion(__version__)
    application.setDesktopFileName(paths.APP)
    return application


def make_page(entry: Entry, library: Library, session: Session, look: Look) -> Page:
    """A page of the window, handed the panes that it arranges."""
    kind = _named(entry.factory)
    if not entry.panes:
        page: Page = kind(library, session, look)
        return page
    panes = {name: _named(factory)(library, session, look) for name, factory in entry.panes}
    arranged: Page = kind(library, session, look, panes)
    return arranged


def make_pane(library: Library, name: str, session: Session, look: Look) -> Page:
    """A page with a session and a look of its own, as a presentation shows it."""
    first, *others = PAGES
    entries = {name: Entry(factory, ()) for name, factory in first.panes}
    entries |= {name: entry for entry in others for name, _ in entry.names}
    return make_page(entries[name], library, session, look)


def hand_out(wish: Wish, file: Path, own: Tour | None = None, language: str = "") -> Path:
    """Keep a document on paper or for other programs, without a window; the file when it is there."""
    from explorer.present.view.printing import Printing
    from explorer.ui.picture import save

    make_application()
    translate(language or BASE)
    library = open_library()
    printing = Printing(library, partial(make_pane, library), wish, own)
    try:
        return save(printing.whole(), file)
    finally:
        printing.close()


def _named(factory: str) -> Any:
    module, _, name = factory.partition(":")
    return getattr(importlib.import_module(module), name)


def first_lens(library: Library, *links: str) -> Lens:
    """The first of some links that can be followed, else where the content begins."""
    for link in (*links, library.about.start):
        if link:
            with suppress(LinkError):
                lens = Lens.read(link)
                refuse_unknown(lens, library)
                return lens
    return Lens()


class Program(QObject):
    """Library, session, settings and window of one running program."""

    def __init__(
        self, library: Library, settings: Settings, lens: Lens | None = None, language: str = ""
    ) -> None:
        super().__init__()
        self.library = library
        self.is_kept = True  # until a folder of the reader’s refuses
        self.greets = lens is None  # a reader who asked for a view gets that view
        self.choices = Choices(settings, self)
        self.session = Session(lens or self._last_place(settings), self)
        self._translators = translate(language)
        self.look = self.dress(sheet=False)
        self.window = MainWindow(library, self.session, self.look, self.choices, self._page)
        self._scaled = QElapsedTimer()  # since the text size changed last
        self._scaling = QTimer(self, singleShot=True)
        self._scaling.timeout.connect(self._scale_now)
        self.unexpected = Unexpected(all_versions, log_file(), self.window)
        self.choices.changed.connect(self._settings_changed)
        self.window.closing.connect(self.keep)
        self.window.presenting.connect(lambda what: self.presenter.ask(what))
        self.window.handing_out.connect(self.hand_out)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.system_changed)
        self._first_paint = FirstPaint(self.window)
        self.painted = self._first_paint.painted
        self._preload = Preload(HEAVY, self)

    def show(self) -> None:
        """Put the window where it was, and do what can wait once it is painted."""
        place = self.choices.settings.layout.get("window", "")
        if not (place and self.window.restoreGeometry(QByteArray.fromBase64(place.encode()))):
            self.window.resize(FIRST_SIZE)
        self._stay_on_screen(USUAL_FRAME)
        self.painted.connect(self._when_idle)
        self.window.show()

    def _stay_on_screen(self, frame: QMargins) -> None:
        """Keep the window with its frame on a screen, also when the one that it was on is gone."""
        here = self.window.geometry()
        screen = QGuiApplication.screenAt(here.center()) or QGuiApplication.primaryScreen()
        inside = within(here, screen.availableGeometry(), frame)
        if inside != here and not self.window.isMaximized() and not self.window.isFullScreen():
            self.window.setGeometry(inside)

    def dress(self, sheet: bool = True) -> Look:
        """The look that the settings ask for, applied to the whole application.

        Without the style *sheet* the first picture comes much sooner; what it shows then paints
        itself, and the sheet follows in an idle moment.
        """
        settings, application = self.choices.settings, make_application()
        follow_system(settings.theme == "system")
        name = system_theme() if settings.theme == "system" else settings.theme
        look = Look(load_theme(name), settings.text_scale / 100 * system_scale())
        if sheet:
            look.apply(application)
            follow_system(settings.theme == "system")
        else:
            application.setPalette(look.palette())
            application.setFont(look.font())
        return look

    @cached_property
    def presenter(self) -> Presenter:
        """What runs a presentation, made when one is first asked for."""
        from explorer.present.view.presenter import Presenter

        presenter = Presenter(
            self.library,
            self.session,
            self.choices,
            lambda name, session, look: make_pane(self.library, name, session, look),
            lambda: self.window.page(self.session.lens.page),
            self.window,
        )
        self.window.closing.connect(presenter.end)
        return presenter

    def hand_out(self) -> None:
        """Ask what to hand out, beginning with the tour that was presented last."""
        from explorer.present.view.printdialog import HandOut

        last = f"tour:{self.choices.settings.last_tour}"
        make, say = partial(make_pane, self.library), self.window.messages.say
        self.window.open_sheet(HandOut(self.library, make, say, self.window, last))

    def tell_bad_values(self, bad: Sequence[BadValue]) -> None:
        """Say which stored settings could not be used, and what is used instead."""
        for name, value, used, allowed in bad:
            text = self.tr("The stored setting {0} = {1} cannot be used").format(name, value)
            if allowed:
                text += self.tr(" (allowed: {0}); {1} is used instead.").format(allowed, used)
            self.window.messages.warn(text)

    def tell_gaps(self, problems: Sequence[Problem]) -> None:
        """Say which rows and tables are left out, each with file, row, column and reason."""
        if not problems:
            return
        first = problems[0]
        place = ", ".join(part for part in (first.file, first.record, first.field) if part)
        text = self.tr("Some figures are left out. {0}: {1}").format(place, first.what_to_do)
        rest = len(problems) - 1
        more = QCoreApplication.translate(
            "Program", "The command “{0} check” lists %n more.", "", rest
        )
        self.window.messages.warn(f"{text} {more.format(paths.APP)}" if rest else text)

    def tell_unkept(self) -> None:
        """Say once that nothing of the reader's can be kept, and what helps."""
        folders = (paths.config_dir(), paths.data_dir())
        refused = next(((one, why) for one in folders if (why := paths.refusal(one))), None)
        self.is_kept = refused is None
        if refused is not None:
            text = self.tr(
                "Nothing will be kept: settings, notes and answers cannot be written to {0} ({1})."
                " Start the program with --data-dir and a folder of your own."
            )
            self.window.messages.warn(text.format(*refused))

    def keep(self) -> None:
        """Store the settings; a message says so if that is not possible and was not said before."""
        if not self.is_kept:
            return
        try:
            write(settings_file(), self.choices.settings)
        except OSError as error:
            reason = error.strerror or str(error)
            text = self.tr("Your settings could not be stored in {0}: {1}")
            self.window.messages.warn(text.format(settings_file(), reason))

    def _page(self, entry: Entry) -> Page:
        return make_page(entry, self.library, self.session, self.look)

    def _last_place(self, settings: Settings) -> Lens:
        """Where the reader was, if that still exists; else where the content begins."""
        return first_lens(self.library, settings.last_link)

    def _settings_changed(self, new: Settings, old: Settings) -> None:
        if new.theme != old.theme:
            self.restyle()
            self.keep()
        elif new.text_scale != old.text_scale:
            self._resize_text()

    def _resize_text(self) -> None:
        """The first step at once; more steps while it was taken, as from a held key, as one."""
        if self._scaled.isValid() and self._scaled.elapsed() < HELD:
            if not self._scaling.isActive():
                self._scaling.start(0)
            return
        self._scale_now()

    def _scale_now(self) -> None:
        self.restyle()
        self._scaled.start()
        self.keep()

    def system_changed(self) -> None:
        """Dress anew after the system's colors changed, where they are followed."""
        follows = self.choices.settings.theme == "system"
        if follows and system_theme() != self.look.theme.name:
            self.restyle()

    def restyle(self) -> None:
        """Dress the application and every open page anew."""
        self.look = self.dress()
        self.window.restyle(self.look)

    def _when_idle(self) -> None:
        gc.enable()
        gc.freeze()
        if self.window.windowHandle() is not None:
            self._stay_on_screen(self.window.windowHandle().frameMargins())
        QTimer.singleShot(0, self.window, lambda: self.look.apply(make_application()))
        if self.choices.settings.welcome and self.greets:
            QTimer.singleShot(1, self.window, self.window.offer_welcome)
        QTimer.singleShot(10, self.window, self._load_rest)

    def _load_rest(self) -> None:
        """What waits of Qt for Python, part by part; then what threads do beside the window."""
        if loading.load_next():
            QTimer.singleShot(0, self.window, self._load_rest)
            return
        QTimer.singleShot(40, self.window, self.window.search.prepare_beside)
        QTimer.singleShot(80, self.window, self.window.show_own_tours)
        QTimer.singleShot(100, self.window, icons.keep)
        QTimer.singleShot(200, self.window, self._preload.start)


class FirstPaint(QObject):
    """Tells once when a window's first picture is complete."""

    painted = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Wait for the paint event; all children are painted in the same go."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self.painted.emit)
        return False


class Preload(QObject):
    """Imports heavy modules beside the running window, so that the charts open at once.

    A thread does it: while one module is imported the window goes on taking keys, and a page
    that needs the module sooner simply waits for the import to end.
    """

    done = Signal()

    def __init__(self, modules: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._modules = modules
        self.thread_used: threading.Thread | None = None

    def start(self) -> None:
        """Begin; :attr:`done` follows."""
        self.thread_used = threading.Thread(target=self._work, name="preload", daemon=True)
        self.thread_used.start()

    def _work(self) -> None:
        interval = sys.getswitchinterval()
        sys.setswitchinterval(0.001)  # the window gets its turn sooner
        try:
            for name in self._modules:
                with suppress(ImportError):
                    importlib.import_module(name)
        finally:
            sys.setswitchinterval(interval)
        with suppress(RuntimeError):  # the program was closed meanwhile
            self.done.emit()


# --------------------------------------------------------------------------------- surroundings


def all_versions() -> str:
    """The versions of all parts and the system, one a line, for a report."""
    import platform

    from explorer.reader.versions import versions

    lines = [f"{name} {version}" for name, version in versions()]
    return "\n".join([*lines, f"{platform.platform()}, {QGuiApplication.platformName()}"])


def within(place: QRect, room: QRect, frame: QMargins) -> QRect:
    """A window's place, moved and made smaller only as far as its frame needs to be in *room*.

    >>> within(QRect(900, 500, 400, 300), QRect(0, 0, 1000, 700), QMargins(1, 30, 1, 1))
    PySide6.QtCore.QRect(599, 399, 400, 300)
    """
    inner = room.marginsRemoved(frame)
    size = place.size().boundedTo(inner.size())
    left = max(inner.left(), min(place.left(), inner.right() + 1 - size.width()))
    top = max(inner.top(), min(place.top(), inner.bottom() + 1 - size.height()))
    return QRect(QPoint(left, top), size)


def follow_system(follows: bool) -> None:
    """Let Qt tell us the system's colors again after we had set our own."""
    hints = QGuiApplication.styleHints()
    if follows and hasattr(hints, "unsetColorScheme"):  # Qt 6.8 and later
        hints.unsetColorScheme()


def system_scale() -> float:
    """How much larger than usual the system's own text is; never smaller."""
    screen = QGuiApplication.primaryScreen()
    points = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF()
    if points <= 0 or screen is None:
        return 1.0
    return max(1.0, round(points * screen.logicalDotsPerInch() / 72 / USUAL_TEXT, 2))


def translate(language: str) -> tuple[QTranslator, ...]:
    """Load the words of a language, or of the system's where none is asked for."""
    folder = paths.resources() / "lang"
    known = languages(folder)
    code = language or chosen(QLocale().uiLanguages(), known)
    if code == BASE or code not in known:
        return ()
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    loaded = []
    for file in (folder / code / "ui.qm", Path(qt) / f"qtbase_{code}.qm"):
        translator = QTranslator()
        if translator.load(str(file)):
            QApplication.installTranslator(translator)
            loaded.append(translator)
    return tuple(loaded)


def catch_crashes(file: Path) -> None:
    """Leave a trace of a crash of Qt or Python itself; in the terminal where no file can be."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        faulthandler.enable(file.open("a", encoding="utf-8"))
    except OSError:
        faulthandler.enable()


def keep_log(file: Path) -> None:
    """Write the log to a few small files; without a folder for them there is no log."""
    import logging  # takes a millisecond to load: not before the first picture
    from logging.handlers import RotatingFileHandler

    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(file, maxBytes=LOG_SIZE, backupCount=2, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        log = logging.getLogger(LOG)
        log.addHandler(handler)
        log.setLevel(logging.INFO)
        log.info("%s %s started", NAME, __version__)


# --------------------------------------------------------------------------------- pictures


class Pictures(msgspec.Struct, frozen=True):
    """Which pages to keep as pictures, where, how large and in which look."""

    folder: Path
    pages: Sequence[str]
    form: str = "png"
    size: tuple[int, int] = (1440, 900)
    theme: str = "light"
    scale: int = 100  # per cent of text size
    lens: Lens = msgspec.field(default_factory=Lens)
    language: str = ""
    bare: bool = False  # without the strip of caption, sources, version and link


def export(request: Pictures) -> Iterator[Path]:
    """Write the pictures one by one, without a window on any screen; each file when it is there."""
    from explorer.ui.picture import picture, save

    window = hidden_window(request)
    whole = QSize(*request.size)
    for page in request.pages:
        window.session.look(page=page)
        _settle(window, whole)
        shot = window.shot()
        paint, size = shot.paint, whole
        if not request.bare:
            framed = shot.framed(whole.width())
            rest = max(whole.height() - framed.strip_height, whole.height() // 2)
            _settle(window, QSize(whole.width(), rest))
            paint, size = framed.paint, framed.size(QSize(whole.width(), rest))
        data = picture(paint, request.form, size, shot.title, shot.told())
        yield save(data, request.folder / f"{page}.{request.form}")


def _settle(window: MainWindow, size: QSize) -> None:
    """Give the window a size, and time for layouts and what pages put off until they are seen."""
    window.resize(size)
    for _ in range(3):
        make_application().processEvents()


def poster(wish: PosterWish, file: Path, language: str = "") -> Path:
    """Write a timeline poster as a PDF; the file is whole or not there."""
    from explorer.export.posterbook import book
    from explorer.export.view.poster import measure, pdf
    from explorer.export.view.posterwords import poster_words, tiled_words
    from explorer.ui.picture import save

    make_application()
    kept = translate(language or BASE)
    library = open_library()
    words = poster_words(library)
    made = book(library, wish, words, tiled_words(), measure)
    assert made is not None, "nobody cancels it"
    data = pdf(made, words)
    del kept  # the words were needed until here
    return save(data, file)


def hidden_window(request: Pictures) -> MainWindow:
    """A window that is laid out and painted as if it were on screen at the request's size."""
    application = make_application()
    library = open_library()
    session = Session(request.lens)
    translate(request.language or BASE)
    look = Look(load_theme(request.theme), request.scale / 100)
    look.apply(application)
    window = MainWindow(
        library, session, look, Choices(), lambda entry: make_page(entry, library, session, look)
    )
    window.menuBar().hide()
    window.setMinimumSize(1, 1)
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.resize(*request.size)
    window.show()
    return window
