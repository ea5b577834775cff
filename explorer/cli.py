"""The command line: open, present, hand out, check, search, export, walk, hold, cite."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

from explorer import NAME, SUBTITLE, paths
from explorer.export import papers
from explorer.reader.lens import PAGES, Lens, LinkError, nearest, refuse_unknown
from explorer.reader.settings import SCALES
from explorer.reader.settings import THEMES as CHOICES

if TYPE_CHECKING:
    from explorer.content.library import Library
    from explorer.policy.question import Reply

WELL, PROBLEMS, WRONG_USE = 0, 1, 2
FORMATS: Final = ("png", "svg", "pdf")
THEMES: Final = tuple(name for name in CHOICES if name != "system")
PAPERS: Final = ("letter", "a4")
PER_PAGE: Final = ("1", "2", "4")
CITATIONS: Final = ("chicago", "apa", "mla", "bibtex", "csl-json", "ris")
NEAR: Final = 0.7  # how much an option must be like a word to be what was meant, up to 1
SIZES: Final = (320, 8192)  # pixels of a picture's sides
EXAMPLES: Final = {
    "check": "check --json",
    "open": 'open "pipeline?moment=2011-08-05"',
    "present": "present whole-story --step 4",
    "handout": "handout whole-story --as worksheet --out worksheet.pdf",
    "search": "search trust act --limit 5",
    "export": "export all --out pictures --theme projector",
    "poster": "poster --paper a1 --tiled a4 --out poster.pdf",
    "walk": "walk --profile P06 --place county:06075 --date 2014-06-02",
    "hold": "hold 2014-04-11T15:00",
    "cite": "cite claim:sc-gao-74 --style apa",
}


class WrongUse(Exception):  # noqa: N818 - it is what the reader did
    """Something on the command line is wrong; the message is one plain line."""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, with the nearest right word where there is one."""

    def error(self, message: str) -> NoReturn:
        raise WrongUse(message.removeprefix("argument "))

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            name = action.metavar or "/".join(action.option_strings) or action.dest
            close = nearest(str(value), [str(choice) for choice in action.choices])
            raise argparse.ArgumentError(None, f"{name}: there is no {value!r}{close}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says; 0 well, 1 problems found, 2 wrong use."""
    try:
        chosen = _read(list(sys.argv[1:] if arguments is None else arguments))
        return int(chosen.run(chosen))
    except (WrongUse, LinkError, paths.MissingResources) as error:
        print(f"{paths.APP}: {error}", file=sys.stderr)
        return WRONG_USE
    except BrokenPipeError:  # the reader of our output has gone, as in `... | head -1`
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123 - stays open to the very end
        return WELL


def _read(arguments: list[str]) -> argparse.Namespace:
    parser = _parser()
    chosen, rest = parser.parse_known_args(arguments)
    if rest:
        raise WrongUse(f"{rest[0]!r} is not understood{_meant(rest[0], chosen.part)}")
    if chosen.data_dir is not None:
        paths.use_data_dir(_folder(chosen.data_dir))
    return chosen


def _folder(folder: Path) -> Path:
    """A folder that is there or can be made; a :class:`WrongUse` where a file is in its way."""
    first = next((part for part in (folder, *folder.parents) if part.exists()), folder)
    if first.exists() and not first.is_dir():
        raise WrongUse(f"--data-dir: {first} is a file, not a folder")
    return folder


def _parts(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    return next(
        dict(action.choices)
        for action in parser._actions
        if isinstance(action, argparse._SubParsersAction)
    )


def _meant(wrong: str, part: argparse.ArgumentParser) -> str:
    """The near option of the command in use, else the options that it has."""
    import difflib  # only where something is wrong

    if not wrong.startswith("-"):
        return ""
    name = wrong.partition("=")[0].strip("-")
    known = [option[2:] for option in part._option_string_actions if option.startswith("--")]
    close = difflib.get_close_matches(name, known, n=1, cutoff=NEAR)
    listed = ", ".join(f"--{option}" for option in sorted(known))
    return f"; did you mean '--{close[0]}'?" if close else f"; known are: {listed}"


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog=paths.APP,
        description=f"{NAME}: {SUBTITLE}. Without a command the window opens.",
        epilog="Exit codes: 0 well, 1 problems found, 2 wrong use.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show all versions and end")
    parser.set_defaults(run=_start, link=None, part=parser)
    _add_shared(parser, None, "")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for name, help, add in (
        ("check", "report every problem of the content", _add_check),
        ("open", "open the window at a link", _add_open),
        ("present", "present a tour to an audience", _add_present),
        ("handout", "keep a tour, a lesson or the guide as PDF, PowerPoint or HTML", _add_handout),
        ("search", "find records by words", _add_search),
        ("export", "keep pages as pictures, without a window", _add_export),
        ("poster", "keep the timeline as a poster for the wall, as a PDF", _add_poster),
        ("walk", "ask the rules of a place and day, or each policy, about a person", _add_walk),
        ("hold", "count when a hold of 48 hours ends", _add_hold),
        ("cite", "cite a record, a figure or a view, with its sources", _add_cite),
    ):
        part = commands.add_parser(
            name,
            help=help,
            description=f"{help[:1].upper()}{help[1:]}.",
            epilog=f"Example:\n  {paths.APP} {EXAMPLES[name]}",
            formatter_class=argparse.RawDescriptionHelpFormatter,  # an example stays on its line
            allow_abbrev=False,
        )
        _add_shared(part, argparse.SUPPRESS, argparse.SUPPRESS)
        add(part)
        part.set_defaults(part=part)
    return parser


def _add_shared(parser: argparse.ArgumentParser, folder: str | None, language: str) -> None:
    """Options that may stand before or after the command; there they keep what was said before."""
    parser.add_argument(
        "--data-dir",
        type=Path,
        metavar="FOLDER",
        default=folder,
        help="keep settings, notes and the log in this folder",
    )
    parser.add_argument(
        "--lang", metavar="CODE", default=language, help="language of the screen, such as en"
    )


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *rest: Any) -> None:
        from explorer.reader.versions import versions

        for name, version in versions():
            print(f"{name} {version}")
        parser.exit()


# --------------------------------------------------------------------------------- commands


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", type=Path, help="a folder of content; else our own")
    parser.add_argument("--json", action="store_true", help="one JSON document for other programs")
    parser.set_defaults(run=_check)


def _add_open(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("link", help='such as "explore?item=term:detainer&moment=2011-08-05"')
    parser.set_defaults(run=_start)


def _add_present(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "tour", metavar="TOUR", help="a tour such as whole-story, or the file of one"
    )
    parser.add_argument(
        "--screen", type=_count, metavar="N", help="the audience's screen, counted from 1"
    )
    parser.add_argument(
        "--windowed", action="store_true", help="two plain windows, to share one in a call"
    )
    parser.add_argument(
        "--step", type=_count, default=1, metavar="K", help="begin at this step (1)"
    )
    parser.set_defaults(run=_present)


def _add_handout(parser: argparse.ArgumentParser) -> None:
    from explorer.present.paper import FORMS

    parser.add_argument(
        "what",
        metavar="TOUR",
        help="a tour such as whole-story, the file of one, or lesson:ID or guide:ID",
    )
    parser.add_argument(
        "--as", dest="form", choices=FORMS, required=True, help="the form of the file"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="where to write")
    parser.add_argument("--paper", choices=PAPERS, default="letter", help="letter (default) or a4")
    parser.add_argument(
        "--per-page", choices=PER_PAGE, default="2", help="steps on a page of a handout (2)"
    )
    parser.add_argument(
        "--notes", action="store_true", help="with what is for the speaker: handout and html"
    )
    parser.set_defaults(run=_handout)


def _add_search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", help="what to look for")
    parser.add_argument("--json", action="store_true", help="one JSON document for other programs")
    parser.add_argument(
        "--limit", type=_count, default=20, metavar="N", help="at most so many (20)"
    )
    parser.set_defaults(run=_search)


def _add_export(parser: argparse.ArgumentParser) -> None:
    pages = (*PAGES, "all")
    parser.add_argument("page", choices=pages, metavar="PAGE", help=", ".join(pages))
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where to write")
    parser.add_argument(
        "--format", choices=FORMATS, default="png", help="png (default), svg or pdf"
    )
    parser.add_argument("--size", type=_size, default=(1440, 900), metavar="WxH", help="1440x900")
    parser.add_argument("--theme", choices=THEMES, default="light", help=", ".join(THEMES))
    parser.add_argument(
        "--scale", type=_scale, default=100, metavar="PERCENT", help="text, 100..300"
    )
    parser.add_argument("--link", default="", metavar="LENS", help="what the pictures look at")
    parser.add_argument(
        "--bare", action="store_true", help="without the strip of caption, sources, version, link"
    )
    parser.set_defaults(run=_export)


def _add_poster(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="the PDF to write")
    parser.add_argument(
        "--paper",
        choices=tuple(papers.PAPERS),
        default="a4",
        metavar="PAPER",
        help=", ".join(papers.PAPERS),
    )
    parser.add_argument(
        "--tiled",
        choices=papers.SHEETS,
        default="",
        metavar="PAGE",
        help="cut over pages: a4, letter",
    )
    parser.add_argument("--from", type=int, dest="start", metavar="YEAR", help="the first year")
    parser.add_argument("--to", type=int, dest="end", metavar="YEAR", help="the last year")
    parser.add_argument(
        "--lanes", default="", metavar="LANE,LANE", help="such as courts,Congress; else all"
    )
    parser.set_defaults(run=_poster)


def _add_walk(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--profile", required=True, metavar="ID|FILE.json", help="a profile, or attribute: value"
    )
    parser.add_argument("--policy", metavar="ID|all", help="one policy, or all of them")
    parser.add_argument("--place", metavar="PLACE", help="such as county:06075 or agency:lapd")
    parser.add_argument("--date", metavar="DATE", help="such as 2014-04-11")
    parser.add_argument("--json", action="store_true", help="one JSON document for other programs")
    parser.set_defaults(run=_walk)


def _add_hold(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("starts", metavar="DATETIME", help="such as 2014-04-11T15:00, local time")
    parser.add_argument(
        "--rule",
        choices=("excluding", "flat"),
        default="excluding",
        help="excluding (default): weekends and federal holidays are not counted; flat: all hours",
    )
    parser.add_argument("--json", action="store_true", help="one JSON document for other programs")
    parser.set_defaults(run=_hold)


def _add_cite(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "what",
        metavar="REF|LINK",
        help="such as claim:sc-gao-74, series:ice-removals/interior@2013 or a link",
    )
    parser.add_argument(
        "--style",
        choices=CITATIONS,
        default=CITATIONS[0],
        help="chicago (default: 18th edition, notes and bibliography), apa (7th), mla (9th),"
        " or for reference managers bibtex, csl-json, ris",
    )
    parser.set_defaults(run=_cite)


def _size(text: str) -> tuple[int, int]:
    width, cross, height = text.partition("x")
    low, high = SIZES
    if not (cross and width.isdecimal() and height.isdecimal()):
        raise argparse.ArgumentTypeError(f"{text!r} is not a size such as 1440x900")
    if not all(low <= int(side) <= high for side in (width, height)):
        raise argparse.ArgumentTypeError(f"{text}: each side is {low} to {high} pixels")
    return int(width), int(height)


def _scale(text: str) -> int:
    low, high = SCALES
    if not text.isdecimal() or not low <= int(text) <= high:
        raise argparse.ArgumentTypeError(f"{text!r} is not a percentage from {low} to {high}")
    return int(text)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 up")
    return int(text)


def _check(chosen: argparse.Namespace) -> int:
    from explorer.content import check
    from explorer.present.slides import problems

    if chosen.folder is not None and not chosen.folder.is_dir():
        raise WrongUse(f"there is no folder {str(chosen.folder)!r}{_sibling(chosen.folder)}")
    return check.run(chosen.folder, chosen.json, problems)


def _sibling(folder: Path) -> str:
    """The nearest name beside a folder that is not there."""
    try:
        names = [found.name for found in folder.absolute().parent.iterdir() if found.is_dir()]
    except OSError:
        return ""
    return nearest(folder.name, names, tell_known=False)


def _start(chosen: argparse.Namespace) -> int:
    _know_language(chosen.lang)
    lens = None
    if chosen.link is not None:
        lens = Lens.read(chosen.link)
        refuse_unknown(lens, _library())
    _need_display()
    from explorer import app

    return app.start(lens, chosen.lang)


def _need_display() -> None:
    if not has_display(sys.platform, os.environ):
        raise WrongUse(
            f"there is no display to open a window on; `{paths.APP} export all --out DIR` keeps"
            " every page as a picture without one, as does `python3 packaging/dev.py run`"
        )


def _present(chosen: argparse.Namespace) -> int:
    from explorer.present.screens import NoScreen
    from explorer.present.store import TourError, open_tour

    _know_language(chosen.lang)
    try:
        tour = open_tour(chosen.tour, _library())
    except TourError as error:
        raise WrongUse(str(error)) from error
    steps = len(tour.steps)
    if chosen.step > steps:
        told = f"--step: there is no step {chosen.step} in {chosen.tour!r}; it has {steps} steps"
        raise WrongUse(told)
    _need_display()
    from explorer import app

    try:
        return app.present(tour, chosen.step, chosen.screen, chosen.windowed, chosen.lang)
    except NoScreen as error:
        raise WrongUse(str(error)) from error


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether a window can be opened; on Linux Qt would end the program where it cannot.

    >>> has_display("linux", {"DISPLAY": ":0"}), has_display("linux", {"DISPLAY": ""})
    (True, False)
    """
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not platform.startswith("linux") or any(environment.get(name) for name in names)


def _handout(chosen: argparse.Namespace) -> int:
    from explorer.present import deck
    from explorer.present.paper import Wish, WrongPaper, ref_of
    from explorer.present.store import TourError, open_tour

    _know_language(chosen.lang)
    wish = Wish(chosen.what, chosen.form, chosen.paper, int(chosen.per_page), chosen.notes)
    library, own = _library(), None
    try:
        if chosen.what.partition(":")[0] in ("lesson", "guide"):
            ref_of(library, chosen.what, chosen.form)
        else:
            own = open_tour(chosen.what, library)
        if chosen.form == "pptx":
            deck.refuse_without()
    except (WrongPaper, TourError) as error:
        raise WrongUse(str(error)) from error
    _refuse_folder(chosen.out)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from explorer import app

    try:
        print(app.hand_out(wish, chosen.out, own, chosen.lang))
    except OSError as error:
        raise WrongUse(f"{chosen.out}: cannot be written ({error.strerror or error})") from error
    return WELL


def _refuse_folder(file: Path) -> None:
    """A :class:`WrongUse` where a file cannot be put; better now than after the work."""
    if file.is_dir():
        raise WrongUse(f"{file}: is a folder; name a file in it")
    folder = file.absolute().parent
    _writable(folder)


def _search(chosen: argparse.Namespace) -> int:
    from explorer.search.index import Index

    words = " ".join(chosen.words)
    index = Index.build(_library())
    hits = index.find(words, chosen.limit)
    if chosen.json:
        found = [
            {name: getattr(hit, name) for name in ("ref", "kind", "title", "snippet")}
            for hit in hits
        ]
        print(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        for hit in hits:
            print(f"{hit.ref}\t{hit.title}")
        if not hits:
            near = index.suggest(words)
            hint = f"; did you mean {near!r}?" if near else ""
            print(f"nothing found for {words!r}{hint}", file=sys.stderr)
    return WELL if hits else PROBLEMS


def _export(chosen: argparse.Namespace) -> int:
    _know_language(chosen.lang)
    lens = Lens.read(chosen.link or _library().about.start)
    refuse_unknown(lens, _library())
    pages = PAGES if chosen.page == "all" else (chosen.page,)
    folder = _writable(chosen.out)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from explorer import app

    request = app.Pictures(
        folder,
        pages,
        chosen.format,
        chosen.size,
        chosen.theme,
        chosen.scale,
        lens,
        chosen.lang,
        chosen.bare,
    )
    try:
        for file in app.export(request):
            print(file)
    except OSError as error:
        raise WrongUse(f"{folder}: cannot be written ({error.strerror or error})") from error
    return WELL


def _poster(chosen: argparse.Namespace) -> int:
    from explorer.export.posterbook import Wish
    from explorer.export.posteritems import WrongSpan, items
    from explorer.export.tiles import OnePage, tiled

    _know_language(chosen.lang)
    lanes = tuple(name.strip() for name in chosen.lanes.split(",") if name.strip())
    wish = Wish(chosen.paper, chosen.tiled, chosen.start, chosen.end, lanes)
    try:
        if wish.pages:
            tiled(papers.PAPERS[wish.paper], papers.PAPERS[wish.pages])
        items(_library(), wish.start, wish.end, wish.lanes)
    except (WrongSpan, OnePage) as error:
        raise WrongUse(str(error)) from error
    _refuse_folder(chosen.out)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from explorer import app

    try:
        print(app.poster(wish, chosen.out, chosen.lang))
    except OSError as error:
        raise WrongUse(f"{chosen.out}: cannot be written ({error.strerror or error})") from error
    return WELL


def _walk(chosen: argparse.Namespace) -> int:
    from explorer.policy import question
    from explorer.policy.person import WrongWord

    somewhere = (chosen.place, chosen.date)
    if (None in somewhere) if chosen.policy is None else (somewhere != (None, None)):
        raise WrongUse("walk: give either --policy, or both --place and --date")
    library = _library()
    try:
        facts = question.person(library, chosen.profile)
        if chosen.policy is None:
            reply = question.there_and_then(library, facts, chosen.place, chosen.date)
        else:
            reply = question.under(library, facts, chosen.policy)
    except WrongWord as error:
        raise WrongUse(f"{error}{nearest(error.word, error.known)}") from error
    for doubt in question.doubts(library, facts):
        print(f"{paths.APP}: {doubt}", file=sys.stderr)
    return _reply(reply, chosen.json)


def _hold(chosen: argparse.Namespace) -> int:
    from explorer.policy import question
    from explorer.policy.person import WrongWord

    try:
        return _reply(question.end_of_hold(chosen.starts, chosen.rule), chosen.json)
    except WrongWord as error:
        raise WrongUse(str(error)) from error


def _cite(chosen: argparse.Namespace) -> int:
    from explorer.content.library import UnknownRecord
    from explorer.reader.cited import cited

    library = _library()
    if "?" in chosen.what or ":" not in chosen.what:
        refuse_unknown(Lens.read(chosen.what), library)
    try:
        print(cited(library, chosen.what).text(chosen.style), end="")
    except UnknownRecord as error:
        told = str(error)
        raise WrongUse(told[:1].lower() + told[1:]) from error
    return WELL


def _reply(reply: Reply, as_json: bool) -> int:
    lines = [json.dumps(reply.data, ensure_ascii=False, indent=2)] if as_json else reply.lines
    print(*lines, sep="\n")
    return WELL


def _writable(folder: Path) -> Path:
    """The folder, made if it was not there; a :class:`WrongUse` if nothing can be put into it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WrongUse(f"{folder}: cannot be a folder to write to ({error.strerror})") from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise WrongUse(f"{folder}: cannot be written (no permission)")
    return folder


def _library() -> Library:
    from explorer.content.compiled import open_library
    from explorer.content.load import LoadError

    try:
        library = open_library()
    except LoadError as error:
        raise WrongUse(f"the content cannot be read; see `{paths.APP} check`") from error
    for problem in library.problems:
        print(problem, file=sys.stderr)
    return library


def _know_language(code: str) -> None:
    from explorer.reader.lang import languages

    known = languages(paths.resources() / "lang")
    if code and code not in known:
        raise WrongUse(f"there is no language {code!r}{nearest(code, known)}")
