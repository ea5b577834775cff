"""One screen and two: what every key does there, in a process that knows only these screens."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
LAPTOP = {"name": "eDP-1", "x": 0, "y": 0, "width": 1366, "height": 768}
PROJECTOR = {"name": "HDMI-1", "x": 1366, "y": 0, "width": 1920, "height": 1080}
FINE = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


def rehearse(folder: Path, screens: list[dict[str, object]]) -> dict[str, Any]:
    """What a rehearsal on some screens tells."""
    file = folder / "screens.json"
    file.write_text(json.dumps({"screens": [{**screen, **FINE} for screen in screens]}))
    surroundings = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={file}",
        "SECURE_COMMUNITIES_DATA": str(folder),
    }
    return told("keys", surroundings)


def told(what: str, surroundings: dict[str, str]) -> dict[str, Any]:
    """Run a rehearsal and read what it tells."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.present.rehearse", what],
        cwd=ROOT,
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.fixture
def x_server(tmp_path: Path) -> Iterator[dict[str, str]]:
    """A display with room for two monitors; skipped where its tools are missing."""
    if not (shutil.which("Xvfb") and shutil.which("xrandr")):
        pytest.skip("Xvfb or xrandr is not installed")
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "2560x800x24"]
    server = subprocess.Popen(
        [*command, "-nolisten", "tcp"], pass_fds=(writing,), stderr=subprocess.DEVNULL
    )
    os.close(writing)
    with os.fdopen(reading) as answer:
        display = f":{answer.readline().strip()}"
    yield {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "SECURE_COMMUNITIES_DATA": str(tmp_path),
    }
    server.terminate()
    server.wait()


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return rehearse(tmp_path_factory.mktemp("two"), [LAPTOP, PROJECTOR])


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return rehearse(tmp_path_factory.mktemp("one"), [LAPTOP])


@pytest.fixture(params=["one", "two"])
def found(request: pytest.FixtureRequest) -> dict[str, Any]:
    value: dict[str, Any] = request.getfixturevalue(request.param)
    return value


def test_the_audience_has_the_projector_and_the_speaker_the_laptop(two: dict[str, Any]) -> None:
    assert two["start"]["places"] == [[1366, 0, 1920, 1080], [0, 0, 1366, 768]]
    assert two["start"]["speaker"]


def test_alone_the_audience_fills_the_screen(one: dict[str, Any]) -> None:
    assert one["start"]["places"][0] == [0, 0, 1366, 768]
    assert not one["start"]["speaker"]


@pytest.mark.parametrize("key", ["PageDown", "Right", "Down", "Space", "Return", "Enter"])
def test_a_key_goes_on(found: dict[str, Any], key: str) -> None:
    assert found["keys"][key]["step"] == 4
    assert found["keys"][key]["headline"] == "4 / 15"


@pytest.mark.parametrize("key", ["PageUp", "Left", "Up"])
def test_a_key_goes_back(found: dict[str, Any], key: str) -> None:
    assert found["keys"][key]["step"] == 2
    assert found["keys"][key]["headline"] == "2 / 15"


def test_home_and_end_go_to_the_first_and_the_last(found: dict[str, Any]) -> None:
    assert [found["keys"][key]["step"] for key in ("Home", "End")] == [1, 15]


@pytest.mark.parametrize(("key", "cover"), [("B", "black"), (".", "black"), ("W", "white")])
def test_a_key_covers_the_audiences_screen(found: dict[str, Any], key: str, cover: str) -> None:
    assert found["keys"][key]["cover"] == cover
    assert cover in found["keys"][key]["status"].casefold()


def test_frozen_the_audience_stays_where_it_was(found: dict[str, Any]) -> None:
    assert found["keys"]["F"]["frozen"]
    assert found["keys"]["F PageDown"]["step"] == 4
    assert found["keys"]["F PageDown"]["headline"] == "3 / 15"
    assert "Frozen" in found["keys"]["F PageDown"]["status"]


def test_all_steps_stand_on_every_window_there_is(found: dict[str, Any]) -> None:
    audience, speaker = found["keys"]["G"]["overview"]
    assert audience
    assert speaker == found["keys"]["G"]["speaker"]
    assert found["keys"]["G Right Return"]["step"] == 4


def test_digits_and_enter_go_to_a_step(found: dict[str, Any]) -> None:
    assert found["keys"]["2"]["step"] == 3
    assert found["keys"]["2 Return"]["step"] == 2


def test_light_and_enlargement_lie_over_the_audiences_screen(found: dict[str, Any]) -> None:
    assert found["keys"]["L"]["lit"]
    assert found["keys"]["Z"]["close"]
    assert not found["keys"]["PageDown"]["lit"]


def test_one_escape_only_warns_and_a_second_one_ends(found: dict[str, Any]) -> None:
    once = found["keys"]["Escape"]
    assert not once["ended"]
    assert "Esc once more" in (once["status"] if once["speaker"] else once["hint"])
    assert found["keys"]["Escape Escape"]["ended"]


def test_s_swaps_the_screens(two: dict[str, Any]) -> None:
    assert two["keys"]["S"]["places"] == [[0, 0, 1366, 768], [1366, 0, 1920, 1080]]
    assert two["keys"]["."]["places"] == two["start"]["places"]


def test_s_with_one_screen_puts_both_windows_on_it(one: dict[str, Any]) -> None:
    assert one["keys"]["S"]["speaker"]
    audience, speaker = one["keys"]["S"]["places"]
    assert audience[2] < 1366
    assert speaker[0] >= audience[0] + audience[2] - 4  # the frame of a window


def test_a_screen_may_come_and_go_while_the_talk_goes_on(x_server: dict[str, str]) -> None:
    found = told("plugged", x_server)
    projector, alone = [1280, 0, 1280, 800], [0, 0, 2560, 800]
    assert found["alone"]["places"][0] == alone
    for name, step in (("plugged", 2), ("again", 4)):
        assert found[name]["places"][0] == projector
        assert found[name]["speaker"]
        assert found[name]["headline"] == f"{step} / 15"
    assert found["unplugged"]["places"][0] == alone
    assert not found["unplugged"]["speaker"]
    assert found["unplugged"]["headline"] == "3 / 15"


def test_the_whole_story_needs_only_a_clicker(x_server: dict[str, str]) -> None:
    found = told("whole", x_server)
    assert found["seen"] == [f"{number} / 15" for number in range(1, 16)]
