"""What is drawn has the colors, sizes and shapes of the theme."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import (
    QColor,
    QFontInfo,
    QFontMetricsF,
    QIcon,
    QImage,
    QPainter,
    QPalette,
    QRawFont,
)
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from explorer.paths import resources
from explorer.reader.theme import LANES, NAMES, ROLES, SHAPES, SIZES, load_theme
from explorer.ui import paint
from explorer.ui.icons import icon_names
from explorer.ui.paint import Look
from explorer.ui.stylesheet import SHEETS


@pytest.fixture
def look(qapp: QApplication) -> Look:
    return Look(load_theme("light"))


def canvas() -> QImage:
    """An empty picture."""
    image = QImage(200, 60, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(0, 0, 0, 0))
    return image


def colors_in(image: QImage) -> set[str]:
    """Every color in a picture that covers what is under it."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def icon_image(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> QImage:
    """The drawing in an icon."""
    return icon.pixmap(QSize(20, 20), 2.0, mode).toImage()


def test_every_role_gives_a_color_a_brush_and_a_pen(look: Look) -> None:
    for role in ROLES:
        wanted = look.theme.color(role)
        assert look.color(role).name() == wanted
        assert look.brush(role).color().name() == wanted
        assert look.pen(role, 2).color().name() == wanted
    assert look.roles == set(ROLES)


def test_lines_are_thicker_where_the_theme_says_so(look: Look) -> None:
    strong = Look(load_theme("projector"))
    assert look.pen("grid", "bold").widthF() == 2.5
    assert strong.pen("grid", "bold").widthF() == 2.5 * strong.theme.line_scale > 2.5
    assert look.pen("grid", 1, (4, 2)).dashPattern() == [4, 2]


@pytest.mark.parametrize("size", SIZES)
def test_fonts_are_the_bundled_family_and_grow_with_the_text(look: Look, size: str) -> None:
    assert QFontInfo(look.font(size)).family() == "Inter"
    large = Look(look.theme, 2.0).font(size).pixelSize()
    assert large == pytest.approx(2 * look.font(size).pixelSize(), abs=1)


def test_each_weight_is_a_cut_of_its_own(look: Look) -> None:
    fonts = [look.font(weight=weight) for weight in (400, 500, 600, 700)]
    widths = [QFontMetricsF(font).horizontalAdvance("Secure Communities") for font in fonts]
    assert widths == sorted(set(widths))
    assert QFontInfo(look.font(bold=True)).weight() == 600
    assert QFontInfo(look.font(italic=True)).styleName() == "Italic"


def test_tabular_figures_have_one_width(look: Look) -> None:
    def width(text: str, tabular: bool) -> float:
        return QFontMetricsF(look.font(tabular=tabular)).horizontalAdvance(text)

    assert width("1111", True) == width("8888", True)
    assert width("1111", False) < width("8888", False)


def test_the_fonts_have_every_sign_that_the_screen_uses(look: Look) -> None:
    cut = QRawFont.fromFont(look.font())
    signs = "“”‘’–—…§¶·•×≥≤≠≈−½→←↑↓▲▶▼✓áéíóúüñÑ¿¡"
    assert [sign for sign in signs if not cut.supportsCharacter(ord(sign))] == []
    assert not cut.supportsCharacter(ord("漢"))


def test_the_text_scale_stays_between_one_and_three(look: Look) -> None:
    assert Look(look.theme, 0.2).scale == 1.0
    assert Look(look.theme, 9.0).scale == 3.0


def test_distances_come_in_steps_of_four_and_grow_half_as_fast(look: Look) -> None:
    assert [look.space(step) for step in (1, "m", 4)] == [4, 12, 16]
    assert Look(look.theme, 2.0).space(4) == 24


def test_fonts_are_registered_once(look: Look) -> None:
    assert "Inter" in paint.load_fonts()
    assert paint.load_fonts() is paint.load_fonts()


def test_icons_take_the_color_of_their_role_and_fade_when_disabled(look: Look) -> None:
    icon = look.icon("search", "accent")
    assert look.theme.color("accent") in colors_in(icon_image(icon))
    disabled = colors_in(icon_image(icon, QIcon.Mode.Disabled))
    assert look.theme.color("ghost") in disabled
    assert look.theme.color("accent") not in disabled
    assert look.icon("search", "accent") is icon


@pytest.mark.parametrize("name", icon_names())
def test_icons_are_drawn_alike(look: Look, name: str) -> None:
    text = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in text
    assert set(re.findall(r'stroke-width="([^"]+)"', text)) == {"1.75"}
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', text)) <= {"none", "currentColor"}
    image = icon_image(look.icon(name))
    edge = [image.pixelColor(x, y).alpha() for x in range(40) for y in (0, 39)]
    edge += [image.pixelColor(x, y).alpha() for y in range(40) for x in (0, 39)]
    assert colors_in(image)
    assert max(edge) == 0, "touches the edge of its square"


def test_every_lane_shape_is_drawn_around_its_center(look: Look) -> None:
    areas = []
    for lane in LANES:
        path = paint.shape_path(look.shape(lane), QPointF(50, 40), 12)
        assert path.contains(QPointF(50, 40))
        box = path.boundingRect()
        assert box.width() <= 16 >= box.height()
        assert box.center().x() == pytest.approx(50, abs=0.01)
        areas.append(
            sum(
                path.contains(QPointF(x / 4, y / 4))
                for x in range(160, 240)
                for y in range(120, 200)
            )
        )
    assert max(areas) < 1.6 * min(areas), dict(zip(SHAPES, areas, strict=True))


def test_a_panel_and_a_chip_show_their_roles(look: Look) -> None:
    image = canvas()
    painter = QPainter(image)
    paint.panel(painter, QRectF(0, 0, 200, 60), look)
    box = paint.chip(painter, QPointF(10, 10), "Courts", look, "lane-courts")
    painter.end()
    assert {look.theme.color("panel"), look.theme.color("lane-courts")} <= colors_in(image)
    assert QRectF(0, 0, 200, 60).contains(box)
    assert image.pixelColor(0, 0).alpha() == 0, "the corner is round"


def test_a_halo_sets_text_off_from_what_it_crosses(look: Look) -> None:
    image = canvas()
    image.fill(look.color("accent"))
    painter = QPainter(image)
    ink, ground = look.color("text"), look.color("panel")
    paint.halo(painter, QPointF(10, 40), "label", look.font("title"), ink, ground)
    painter.end()
    assert {ink.name(), ground.name()} <= colors_in(image)


def test_text_is_cut_only_where_it_does_not_fit(look: Look) -> None:
    font = look.font()
    assert paint.elide("Illinois", font, 500) == "Illinois"
    cut = paint.elide("Illinois ends its agreement", font, 80)
    assert cut.endswith("…")
    assert QFontMetricsF(font).horizontalAdvance(cut) <= 80


@pytest.mark.parametrize("name", NAMES)
def test_the_palette_and_the_sheets_are_complete_in_every_theme(
    qapp: QApplication, name: str
) -> None:
    look = Look(load_theme(name), 2.0)
    assert look.palette().color(QPalette.ColorRole.Window) == look.color("window")
    disabled = look.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == look.color("ghost")
    for part in SHEETS:
        assert "$" not in look.sheet(part)
        assert look.sheet(part) in look.stylesheet()


def test_a_look_is_applied_to_the_whole_application(qapp: QApplication) -> None:
    sheet, palette, font = qapp.styleSheet(), qapp.palette(), qapp.font()
    look = Look(load_theme("dark"), 1.5)
    look.apply(qapp)
    try:
        assert qapp.palette().color(QPalette.ColorRole.Window) == look.color("window")
        assert qapp.font().family() == "Inter"
        assert qapp.styleSheet() == look.stylesheet()
    finally:
        qapp.setStyleSheet(sheet)
        qapp.setPalette(palette)
        qapp.setFont(font)


def test_the_system_names_a_theme_that_is_there(qapp: QApplication) -> None:
    assert paint.system_theme() in NAMES
    assert isinstance(paint.reduced_motion(), bool)


def test_svg_is_not_loaded_before_the_first_icon() -> None:
    code = "import sys, explorer.ui.paint; sys.exit('PySide6.QtSvg' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_buttons_of_dialogs_bear_words_alone(qapp: QApplication, look: Look) -> None:
    buttons = QDialogButtonBox.StandardButton
    before = qapp.styleSheet()
    try:
        look.apply(qapp)
        row = QDialogButtonBox(buttons.Close | buttons.Cancel | buttons.Ok)
        assert all(button.icon().isNull() for button in row.buttons())
    finally:
        qapp.setStyleSheet(before)
