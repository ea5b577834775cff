"""Style sheets for the few widgets that style and palette cannot draw in our look."""

from __future__ import annotations

from string import Template
from typing import Final

from explorer.reader.theme import RADIUS, UNIT, Theme

# Kept small on purpose: what the palette can do is left to the palette.
SHEETS: Final = {
    "tip": """
QToolTip { background: $tip; color: $on_tip; border: 1px solid $tip; padding: ${u1}px ${u2}px; }
""",
    "panel": """
*[role="panel"] { background: $panel; border: ${line}px solid $panel_border;
    border-radius: ${radius}px; }
""",
    "button": """
QPushButton { background: $control; color: $text; border: ${line}px solid $control_border;
    border-radius: ${soft}px; padding: ${u1}px ${u3}px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked { background: $accent_soft; color: $accent;
    border-color: $accent; }
QPushButton:default, QPushButton[role="primary"] { background: $accent; color: $on_accent;
    border-color: $accent; font-weight: 600; }
QPushButton:focus { border: ${ring}px solid $focus; padding: ${u1_ring}px ${u3_ring}px; }
QPushButton[role="primary"]:focus { border-color: $text; }
QPushButton:disabled { background: $panel_sunk; color: $ghost; border-color: $panel_border; }
""",
    "marks": """
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton, QToolButton { qproperty-iconSize: ${icon}px ${icon}px; }
QCheckBox::indicator, QRadioButton::indicator { width: ${tick}px; height: ${tick}px; }
QCheckBox::indicator:unchecked { width: ${box}px; height: ${box}px; background: $control;
    border: ${line}px solid $control_border; border-radius: 3px; }
QRadioButton::indicator:unchecked { width: ${box}px; height: ${box}px; background: $control;
    border: ${line}px solid $control_border; border-radius: ${half}px; }
QRadioButton::indicator:checked { width: ${ball}px; height: ${ball}px; background: $control;
    border: ${thick}px solid $accent; border-radius: ${half}px; }
""",
    "chip": """
*[role="chip"] { background: $changed_soft; color: $on_changed; border: 0;
    border-radius: ${soft}px; padding: 2px ${u2}px; font-weight: 600; }
QPushButton[role="chip"]:checked { background: $accent; color: $on_accent; }
""",
    "search": """
QLineEdit[role="search"] { background: $control; color: $text; border-radius: ${soft}px;
    border: ${line}px solid $control_border; padding: ${u1}px ${u2}px;
    placeholder-text-color: $text_quiet; }
QLineEdit[role="search"]:focus { border: ${ring}px solid $focus;
    padding: ${u1_ring}px ${u2_ring}px; }
""",
    "field": """
QPlainTextEdit[role="field"], QListWidget[role="field"] { background: $control; color: $text;
    border-radius: ${soft}px; border: ${line}px solid $control_border; padding: ${ring}px; }
QPlainTextEdit[role="field"]:focus, QListWidget[role="field"]:focus {
    border: ${ring}px solid $focus; padding: ${line}px; }
""",
    "tabs": """
QToolButton[role="tab"] { background: transparent; color: $text_quiet; border-radius: ${soft}px;
    border: ${ring}px solid transparent; padding: ${u1}px ${u3}px; font-weight: 500; }
QToolButton[role="tab"]:hover { background: $hover; color: $text; }
QToolButton[role="tab"]:checked { background: $accent_soft; color: $accent; font-weight: 600; }
QToolButton[role="tab"]:focus { border-color: $focus; }
""",
    "switch": """
QTabBar[role="switch"]::tab { background: transparent; color: $text_quiet; font-weight: 500;
    border: ${ring}px solid transparent; border-radius: ${soft}px; padding: ${u1}px ${u3}px; }
QTabBar[role="switch"]::tab:hover { background: $hover; color: $text; }
QTabBar[role="switch"]::tab:selected { background: $accent_soft; color: $accent; }
QTabBar[role="switch"]:focus::tab:selected { border-color: $focus; }
""",
    "drawer": """
QToolButton[role="drawer"] { background: $accent_soft; border: ${line}px solid $panel_border;
    border-top-left-radius: ${soft}px; border-bottom-left-radius: ${soft}px; }
QToolButton[role="drawer"]:hover { background: $hover; }
QToolButton[role="drawer"]:focus { border: ${ring}px solid $focus; }
""",
    "scroll": """
QScrollBar:vertical { background: transparent; width: ${bar}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${bar}px; margin: 0; }
QScrollBar::handle { background: $control_border; border-radius: ${bar_round}px; margin: 2px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $control_border; }
QScrollBar::handle:vertical { min-height: ${bar_least}px; }
QScrollBar::handle:horizontal { min-width: ${bar_least}px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; image: none; }
QSplitter::handle:hover { background: $hover; }
""",
    "message-bar": """
#message-bar { background: $accent_soft; border: 0; border-top: ${line}px solid $panel_border; }
#message-bar[role="trouble"] { background: $changed_soft; border-top-color: $changed; }
#message-bar QLabel { background: transparent; color: $text; }
""",
}


def sheet(name: str, theme: Theme, scale: float) -> str:
    """The rules of one kind of widget, or of ``"all"`` kinds, in a theme at a size of text."""
    text = "".join(SHEETS.values()) if name == "all" else SHEETS[name]
    return Template(text).substitute(_values(theme, scale))


def _values(theme: Theme, scale: float) -> dict[str, str | int]:
    grown = UNIT * (1 + (scale - 1) / 2)
    line, ring = round(theme.line_scale), 2
    lengths = {f"u{units}": round(units * grown) for units in (1, 2, 3)}
    inner = {f"{name}_ring": size + line - ring for name, size in lengths.items()}
    colors = {role.replace("-", "_"): color for role, color in theme.colors.items()}
    edges = {"line": line, "ring": ring, "radius": RADIUS, "soft": round(6 * (1 + (scale - 1) / 2))}
    marks = {
        "icon": round(18 * scale),
        "tick": (tick := round(14 * scale)),
        "thick": (thick := tick * 2 // 7),
    }
    marks |= {"bar": (bar := round(12 * grown / UNIT)), "bar_round": bar // 2 - 2}
    marks |= {
        "bar_least": 3 * bar,
        "half": tick // 2,
        "ball": tick - 2 * thick,
        "box": tick - 2 * line,
    }
    return {**colors, **lengths, **inner, **edges, **marks}
