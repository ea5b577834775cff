"""Every theme can be read, told apart and seen by everyone."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from explorer.paths import resources
from explorer.reader import theme as themes
from explorer.reader.theme import Theme, ThemeError, contrast, load_theme, read_theme

FOLDER = resources() / "themes"
ALL = pytest.mark.parametrize(
    "theme", [load_theme(name) for name in themes.NAMES], ids=themes.NAMES
)

# How people with missing cones see linear light: Machado, Oliveira and Fernandes 2009, severity 1.
Matrix = tuple[tuple[float, float, float], ...]
EYES: dict[str, Matrix] = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
XYZ: Matrix = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
WHITE = (0.95047, 1.0, 1.08883)
# Smallest CIE76 distance of any two colors of a set, for any of these eyes. Two patches side by
# side differ at 2 to 3; small marks that lie apart need several times as much.
LEAST = {"lanes": 15, "series": 20, "outcomes": 12, "map": 12}
SETS = {
    "lanes": themes.LANES,
    "series": themes.SERIES,
    "outcomes": themes.OUTCOMES,
    "map": ("map-land", *themes.MAP_STEPS),
}


def _times(matrix: Matrix, values: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(sum(m * v for m, v in zip(row, values, strict=True)) for row in matrix)


def lab(color: str, eye: str) -> tuple[float, float, float]:
    """The color as that eye sees it, in CIELAB."""
    light = tuple(themes._linear(int(color[i : i + 2], 16) / 255) for i in (1, 3, 5))
    seen = tuple(min(1.0, max(0.0, value)) for value in _times(EYES[eye], light))
    x, y, z = (
        t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116
        for t in (v / w for v, w in zip(_times(XYZ, seen), WHITE, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: str, other: str, eye: str) -> float:
    """How far apart two colors are for that eye (CIE76)."""
    pairs = zip(lab(one, eye), lab(other, eye), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


def changed(tmp_path: Path, old: str, new: str) -> Path:
    """The light theme with one thing changed."""
    text = (FOLDER / "light.toml").read_text(encoding="utf-8")
    assert old in text
    file = tmp_path / "light.toml"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return file


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast("#123456", "#123456") == 1


def test_color_vision_is_simulated() -> None:
    red, green = "#c04040", "#508030"
    assert distance(red, green, "deutan") < distance(red, green, "all cones") / 3
    assert lab("#ffffff", "all cones")[0] == pytest.approx(100, abs=0.1)


@ALL
def test_text_can_be_read_on_its_ground(theme: Theme) -> None:
    for text, ground in themes.TEXT_ON:
        reached = contrast(theme.color(text), theme.color(ground))
        assert reached >= themes.LEAST_TEXT, f"{text} on {ground}: {reached:.2f}"


@ALL
def test_marks_stand_out_from_their_ground(theme: Theme) -> None:
    for mark, ground in themes.MARK_ON:
        reached = contrast(theme.color(mark), theme.color(ground))
        assert reached >= themes.LEAST_MARK, f"{mark} on {ground}: {reached:.2f}"


@pytest.mark.parametrize("name", ["contrast", "projector"])
def test_the_two_strong_themes_are_strong(name: str) -> None:
    theme = load_theme(name)
    for text in ("text", "text-quiet", "link"):
        assert contrast(theme.color(text), theme.color("panel")) >= 7
    assert contrast(theme.color("text"), theme.color("panel")) >= 15


@ALL
@pytest.mark.parametrize("name", SETS)
def test_colors_of_a_set_are_told_apart_by_every_eye(theme: Theme, name: str) -> None:
    for eye, (one, other) in itertools.product(EYES, itertools.combinations(SETS[name], 2)):
        apart = distance(theme.color(one), theme.color(other), eye)
        assert apart >= LEAST[name], f"{one} and {other}, {eye}: {apart:.1f}"


@ALL
def test_map_steps_run_from_near_the_land_to_far_from_it(theme: Theme) -> None:
    land = theme.color("map-land")
    reached = [contrast(theme.color(step), land) for step in themes.MAP_STEPS]
    assert reached == sorted(reached)


def test_each_lane_has_a_shape_of_its_own() -> None:
    shapes = [load_theme("light").shape(lane) for lane in themes.LANES]
    assert len(set(shapes)) == len(themes.LANES) == 6


def test_the_bundled_four_are_there_in_order() -> None:
    assert themes.theme_names()[:4] == ("light", "dark", "contrast", "projector")
    assert [load_theme(name).is_dark for name in themes.NAMES] == [False, True, False, True]
    assert load_theme("projector").text_scale > load_theme("light").text_scale
    assert load_theme("dark").label == "theme-dark"


def test_an_unknown_theme_names_the_nearest() -> None:
    with pytest.raises(ValueError, match="no theme 'drak'; did you mean 'dark'"):
        load_theme("drak")


def test_an_unknown_role_names_the_nearest() -> None:
    with pytest.raises(KeyError, match="did you mean 'lane-courts'"):
        load_theme("light").color("lane-court")


@pytest.mark.parametrize(
    ("old", "new", "key", "reason"),
    [
        ('ink = "#171d2b"', 'ink = "black"', "colors.ink", "'black' is not a color"),
        ('text = "ink"', 'text = "inc"', "roles.text", "no color 'inc'; did you mean 'ink'"),
        ('text = "ink"', "", "roles.text", "missing"),
        ('text = "ink"', 'text = "ink"\ntxet = "ink"', "roles.txet", "did you mean 'text'"),
        ("text_scale = 1.0", "text_scale = 9", "text_scale", "not a number from 1 to 3"),
        ("dark = false", 'dark = "no"', "dark", "'no' is not a bool"),
        ("dark = false", "", "dark", "missing"),
        ("dark = false", "dark = false\nhue = 3", "hue", "unknown"),
        ("dark = false", "dark = ", "", "line"),
    ],
)
def test_a_bad_file_is_told_with_file_and_key(
    tmp_path: Path, old: str, new: str, key: str, reason: str
) -> None:
    with pytest.raises(ThemeError) as caught:
        read_theme(changed(tmp_path, old, new))
    assert caught.value.key == key
    assert str(caught.value).startswith("light.toml: ")
    assert reason in str(caught.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match=r"none\.toml"):
        read_theme(tmp_path / "none.toml")
