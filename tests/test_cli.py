"""The command line: exit codes, and one plain line for every wrong word."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from explorer import NAME, __version__
from explorer.cli import PROBLEMS, WELL, WRONG_USE, main
from explorer.content.load import LoadError
from explorer.reader import versions
from explorer.reader.lens import Lens
from tests.small import edit

Said = pytest.CaptureFixture[str]
WALK = ("walk", "--profile", "P02", "--place")


def refused(arguments: list[str], said: Said) -> str:
    """What is said about wrong use: one line, and nothing on the standard output."""
    assert main(arguments) == WRONG_USE
    out, error = said.readouterr()
    assert out == ""
    assert error.count("\n") == 1
    assert "Traceback" not in error
    return error


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["exprt", "explore"], "there is no 'exprt'; did you mean 'export'?"),
        (["export", "chart", "--out", "x"], "there is no 'chart'; did you mean 'charts'?"),
        (["export", "explore"], "--out"),
        (["export", "all", "--out", "x", "--theme", "drak"], "did you mean 'dark'?"),
        (["export", "all", "--out", "x", "--format", "pgn"], "did you mean 'png'?"),
        (["export", "all", "--out", "x", "--size", "big"], "'big' is not a size such as 1440x900"),
        (["export", "all", "--out", "x", "--size", "9x9"], "each side is 320 to 8192 pixels"),
        (["export", "all", "--out", "x", "--scale", "50"], "'50' is not a percentage from 100"),
        (["export", "all", "--out", "x", "--link", "exploer"], "did you mean 'explore'?"),
        (["export", "all", "--out", "x", "--them", "dark"], "did you mean '--theme'?"),
        (["export", "all", "--out", "x", "--fooo"], "is not understood; known are: --bare, --data"),
        (["hold", "2014-04-11T15:00", "--form", "x"], "is not understood; known are: --data-dir"),
        (["--fooo"], "'--fooo' is not understood; known are: --data-dir, --help, --lang"),
        (["poster", "--out", "x", "--form=2008"], "did you mean '--from'?"),
        (["open", "timelin"], "there is no page 'timelin'; did you mean 'timeline'?"),
        (["open", "explore?moment=soon"], "moment=soon is not a date"),
        (["open", "explore?item=term:detaner"], "did you mean 'term:detainer'?"),
        (["open", "explore?policy=TRUST_CA_2041"], "did you mean 'policy:TRUST_CA_2014'?"),
        (["--lang", "xx"], "there is no language 'xx'; known are: en"),
        (["open", "explore?item=evnt:2011-moa"], "did you mean 'event:2011-moa-termination'?"),
        (["open", "explore?item=2011-moa-termination"], "mean 'event:2011-moa-termination'?"),
        (["open", "explore?item=evnt:zzz"], "there is no 'evnt:zzz'\n"),
        (["open", "explore?x.detial=full"], "no option 'x.detial'; did you mean 'detail'?"),
        (["search"], "words"),
        (["search", "detainer", "--limit", "-3"], "--limit: '-3' is not a number from 1 up"),
        (["cite", "event:2011-moa"], "did you mean 'event:2011-moa-termination'?"),
        (["cite", "evnt:2011-moa-termination"], "mean 'event:2011-moa-termination'?"),
        (["cite", "series:ice-removals/interior@1066"], "no figure '1066' in 'series:ice-removals"),
        (["cite", "timelin"], "did you mean 'timeline'?"),
        (["cite", "explore?item=term:detaner"], "did you mean 'term:detainer'?"),
        (["cite", "timeline", "--style", "bibtx"], "did you mean 'bibtex'?"),
        (["check", "/nowhere"], "there is no folder '/nowhere'\n"),
        (["walk", "--policy", "all"], "--profile"),
        (["walk", "--profile", "P02"], "either --policy, or both --place and --date"),
        (["walk", "--profile", "P02", "--place", "agency:lapd"], "either --policy, or both"),
        (["walk", "--profile", "P02", "--policy", "all", "--date", "2014-01-01"], "either"),
        (["walk", "--profile", "p02", "--policy", "all"], "did you mean 'P02'?"),
        (["walk", "--profile", "P02.json", "--policy", "all"], "P02.json: cannot be read"),
        (["walk", "--profile", "P02", "--policy", "TRUST_CA_2041"], "mean 'TRUST_CA_2014'?"),
        ([*WALK, "agency:lpd", "--date", "2014-04-11"], "did you mean 'agency:lapd'?"),
        ([*WALK, "county:0607", "--date", "2014-04-11"], "did you mean 'county:06"),
        ([*WALK, "agency:lapd", "--date", "2014-02-30"], "'2014-02-30' is not a day"),
        ([*WALK, "agency:lapd", "--date", "2014-04"], "not one exact day such as"),
        (["hold", "2014-04-11"], "is not a date and time such as 2014-04-11T15:00"),
        (["hold", "2014-04-31T15:00"], "is not a date and time such as 2014-04-11T15:00"),
        (["hold", "1914-04-11T15:00"], "in the years 1986 to 2100"),
        (["hold", "2014-04-11T15:00", "--rule", "falt"], "did you mean 'flat'?"),
    ],
)
def test_wrong_use_is_one_line_with_the_nearest_right_word(
    arguments: list[str], says: str, capsys: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert says in refused(arguments, capsys)
    assert list(tmp_path.iterdir()) == [tmp_path / "home"], "nothing was written"


def test_a_folder_that_is_not_there_is_wrong_use_with_the_nearest_beside_it(
    capsys: Said, tmp_path: Path
) -> None:
    (tmp_path / "content").mkdir()
    said = refused(["check", str(tmp_path / "contend")], capsys)
    assert "did you mean 'content'?" in said


@pytest.mark.parametrize("arguments", [["check"], ["open", "explore"], []])
def test_a_file_in_the_place_of_the_readers_folder_is_wrong_use(
    arguments: list[str], capsys: Said, tmp_path: Path
) -> None:
    taken = tmp_path / "taken"
    taken.write_text("mine")
    for folder in (taken, taken / "below"):
        said = refused([*arguments, "--data-dir", str(folder)], capsys)
        assert f"{taken} is a file, not a folder" in said


@pytest.mark.parametrize("arguments", [[], ["open", "timeline"]])
def test_without_a_display_one_line_says_what_works_instead(
    arguments: list[str], capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    said = refused(arguments, capsys)
    assert "no display" in said
    assert "export all --out DIR" in said
    assert "dev.py run" in said


def test_a_file_in_the_place_of_the_folder_for_pictures_is_wrong_use(
    capsys: Said, tmp_path: Path
) -> None:
    taken = tmp_path / "taken"
    taken.write_text("mine")
    assert "cannot be a folder" in refused(["export", "all", "--out", str(taken)], capsys)
    assert taken.read_text() == "mine"


def test_the_bundled_content_checks_clean(capsys: Said) -> None:
    assert main(["check"]) == WELL, capsys.readouterr().out


def test_a_folder_with_problems_ends_with_one(small: Path, capsys: Said) -> None:
    event = small / "events" / "2010-court-ruling.toml"
    event.write_text(event.read_text().replace("river-check", "no-such-program"))
    assert main(["check", str(small), "--json"]) == PROBLEMS
    assert "no-such-program" in json.dumps(json.loads(capsys.readouterr().out))


def test_search_writes_a_reference_and_a_title_on_each_line(capsys: Said) -> None:
    assert main(["search", "secure", "communities", "--limit", "3"]) == WELL
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    for line in lines:
        reference, title = line.split("\t")
        assert ":" in reference
        assert "ommunities" in title


def test_search_as_json_says_why_each_record_fits(capsys: Said) -> None:
    assert main(["search", "detainer", "--json", "--limit", "2"]) == WELL
    found = json.loads(capsys.readouterr().out)
    assert [set(hit) for hit in found] == [{"ref", "kind", "title", "snippet"}] * 2


def test_a_search_that_finds_nothing_names_the_nearest_words(capsys: Said) -> None:
    assert main(["search", "detaimer"]) == PROBLEMS
    assert "did you mean 'detainer'?" in capsys.readouterr().err


def test_a_search_without_a_find_ends_with_one(capsys: Said) -> None:
    assert main(["search", "zzzyx"]) == PROBLEMS
    assert main(["search", "zzzyx", "--json"]) == PROBLEMS
    assert json.loads(capsys.readouterr().out) == []


def test_every_policy_answers_about_a_profile(capsys: Said) -> None:
    assert main(["walk", "--profile", "P06", "--policy", "all", "--json"]) == WELL
    found = {one["policy"]: one for one in json.loads(capsys.readouterr().out)}
    assert len(found) == 25
    assert found["KING_2013"]["outcome"] == "hold"
    wanted = {"policy", "outcome", "ice_notification", "rule", "reason", "sources", "depends_on"}
    assert all(wanted <= set(one) for one in found.values())


def test_a_policy_answers_about_a_person_in_a_file_and_names_what_it_depends_on(
    capsys: Said, tmp_path: Path
) -> None:
    file = tmp_path / "person.json"
    file.write_text('{"removable": "yes", "felony_count": 0}')
    arguments = ["walk", "--profile", str(file), "--policy", "NCIC_IVF_2002"]
    assert main([*arguments, "--json"]) == WELL
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["outcome"], found["depends_on"]) == ("open", ["final_order"])
    assert main(arguments) == WELL
    assert "It depends on open removal order [final_order]." in capsys.readouterr().out


def test_facts_that_do_not_go_together_are_answered_and_said(capsys: Said, tmp_path: Path) -> None:
    file = tmp_path / "person.json"
    file.write_text('{"removable": "no", "pc_basis": "statement"}')
    assert main(["walk", "--profile", str(file), "--policy", "DETAINER_2017", "--json"]) == WELL
    out, error = capsys.readouterr()
    assert json.loads(out)[0]["outcome"] == "no_request"
    assert "these facts do not go together (PR27)" in error


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('{"agee": 30}', "there is no attribute 'agee'; did you mean 'age'?"),
        ('{"gang": "databse"}', "'databse' is not a value of gang; did you mean 'database'?"),
        ('{"age": "young"}', "takes a whole number"),
        ("age: 30", "is not JSON"),
    ],
)
def test_a_wrong_fact_in_a_file_is_wrong_use(
    text: str, says: str, capsys: Said, tmp_path: Path
) -> None:
    file = tmp_path / "person.json"
    file.write_text(text)
    assert says in refused(["walk", "--profile", str(file), "--policy", "all"], capsys)


def test_a_walk_prints_the_chain_with_reasons_and_sources(capsys: Said) -> None:
    arguments = ["walk", "--profile", "P07", "--place", "county:06075", "--date", "2014-06-02"]
    assert main([*arguments, "--json"]) == WELL
    found = json.loads(capsys.readouterr().out)
    assert found["jail_policies"] == "SF_12I_2013|SF_SHERIFF_2014|TRUST_CA_2014"
    assert (found["activation"], found["ident"], found["final"]) == (
        *("activated", "match", "not_held"),
    )
    assert found["reasons"]["jail_outcome"]
    assert found["sources"]["ice_outcome"]
    assert main(arguments) == WELL
    assert " on 2014-06-02: not held [not_held]." in capsys.readouterr().out.partition("\n")[0]


def test_a_hold_ends_on_the_next_days_that_count(capsys: Said) -> None:
    assert main(["hold", "2014-04-11T15:00"]) == WELL
    assert capsys.readouterr().out.startswith("ends at 2014-04-15T15:00\n")
    assert main(["hold", "2014-04-11T15:00", "--rule", "flat", "--json"]) == WELL
    found = json.loads(capsys.readouterr().out)
    assert (found["ends_at"], found["rule"]) == ("2014-04-13T15:00", "flat")
    assert found["why"] == (
        "Friday, 2014-04-11: 9 h; Saturday, 2014-04-12: 24 h; Sunday, 2014-04-13: 15 h"
    )


def test_a_record_is_cited_in_a_style_with_its_sources(capsys: Said) -> None:
    assert main(["cite", "source:gao-12-708", "--style", "apa"]) == WELL
    out = capsys.readouterr().out
    assert out.startswith("U.S. Government Accountability Office. (2012). Secure Communities: ")
    assert out.endswith("(Report No. GAO-12-708). http://gao.gov/products/GAO-12-708\n")


def test_a_view_is_cited_with_its_link_and_versions(capsys: Said) -> None:
    assert main(["cite", "timeline?moment=2012-01-01"]) == WELL
    out = capsys.readouterr().out
    assert out.startswith(f"“Timeline.” In {NAME}, version {__version__}, content ")
    assert out.endswith("Link in the program: timeline?moment=2012-01-01\n")


def test_a_citation_for_a_reference_manager_is_one_document(capsys: Said) -> None:
    assert main(["cite", "event:2011-moa-termination", "--style", "csl-json"]) == WELL
    works = json.loads(capsys.readouterr().out)
    assert works[0]["type"] == "software"
    assert len(works) > 1


def test_help_and_version_are_no_wrong_use(capsys: Said) -> None:
    for option in ("--help", "--version"):
        with pytest.raises(SystemExit) as ended:
            main([option])
        assert ended.value.code in (None, 0)
    assert "Exit codes: 0 well, 1 problems found, 2 wrong use" in capsys.readouterr().out


def test_the_version_names_every_part_without_loading_the_heavy_ones() -> None:
    code = (
        "import sys\n"
        "from explorer.cli import main\n"
        "try: main(['--version'])\n"
        "except SystemExit: pass\n"
        "print([n for n in ('PySide6', 'pandas', 'numpy', 'pyqtgraph') if n in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    *lines, loaded = done.stdout.splitlines()
    assert loaded == "[]"
    assert lines[0] == f"{NAME} {__version__}"
    assert lines[1].startswith("content 20")
    assert [line.rpartition(" ")[0] for line in lines[2:]] == [
        "Python",
        "Qt for Python",
        "pyqtgraph",
        "pandas",
    ]


def test_the_data_folder_can_be_chosen_before_or_after_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    from explorer import paths

    for number, arguments in enumerate(
        (["--data-dir", "{}", "search", "x"], ["search", "x", "--data-dir", "{}"])
    ):
        folder = tmp_path / f"portable-{number}"
        main([argument.format(folder) for argument in arguments])
        assert paths.config_dir() == folder / "config"


def test_output_that_nobody_reads_to_its_end_is_no_trouble() -> None:
    command = f"{sys.executable} -m explorer search the --limit 300 | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_open_starts_the_window_at_the_link(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[tuple[Lens | None, str]] = []

    def start(lens: Lens | None, language: str) -> int:
        started.append((lens, language))
        return 0

    monkeypatch.setattr("explorer.app.start", start)
    assert main(["open", "timeline?item=term:detainer", "--lang", "en"]) == WELL
    assert main([]) == WELL
    assert started == [(Lens(page="timeline", item="term:detainer"), "en"), (None, "")]


def test_a_folder_without_permission_is_wrong_use(
    capsys: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    assert "no permission" in refused(["export", "all", "--out", str(tmp_path)], capsys)


def test_a_picture_that_cannot_be_written_is_one_line(
    capsys: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(request: object) -> Iterator[Path]:
        yield tmp_path / "explore.png"
        raise OSError(28, "No space left on device")

    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr("explorer.app.export", full)
    assert main(["export", "all", "--out", str(tmp_path)]) == WRONG_USE
    out, error = capsys.readouterr()
    assert out == f"{tmp_path / 'explore.png'}\n", "what was written is told"
    assert "No space left on device" in error
    assert error.count("\n") == 1


def test_content_that_cannot_be_read_points_to_check(
    capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise LoadError([])

    monkeypatch.setattr("explorer.content.compiled.open_library", broken)
    assert "check" in refused(["search", "detainer"], capsys)


def test_what_is_not_installed_is_said_and_unknown_content_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(versions, "LIBRARIES", (("Something", "no-such-distribution"),))
    assert versions.versions()[-1] == ("Something", "not installed")
    assert versions.content_version(tmp_path) == "unknown"


def test_the_reader_of_our_output_may_leave(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*arguments: object, **options: object) -> None:
        raise BrokenPipeError

    kept = sys.stdout
    monkeypatch.setattr("builtins.print", gone)
    try:
        assert main(["search", "detainer"]) == WELL
    finally:
        sys.stdout.close()
        sys.stdout = kept


def test_check_reports_a_step_of_a_tour_that_cannot_be_shown(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(small, "tours/down-the-river.toml", '"pipeline?', '"pipelin?')
    assert main(["check", str(small)]) == 1
    assert "tours/down-the-river.toml" in capsys.readouterr().out
