"""The palette of a window of its own, given to every part of it."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QWidget

from explorer.ui.paint import Look

WORN: Final = "palette-of"  # a property: the theme that a widget was dressed for


def ink(label: QWidget, look: Look, role: str, font: QFont) -> None:
    """Give a label color and letters by hand: under a style sheet of its own it would lose them."""
    palette = label.palette()
    palette.setColor(QPalette.ColorRole.WindowText, look.color(role))
    label.setPalette(palette)
    label.setFont(font)


def dress(window: QWidget, look: Look) -> None:
    """Give a widget and all that is in it the palette of a look; colors set by hand stay.

    A child does not take the palette of its parent while the application has a style sheet.
    """
    palette = look.palette()
    for part in (window, *window.findChildren(QWidget)):
        if part.property(WORN) != look.theme.name:
            part.setProperty(WORN, look.theme.name)
            part.setPalette(part.palette().resolve(palette) if _has_own(part) else palette)


def _has_own(part: QWidget) -> bool:
    return bool(part.palette().resolveMask())
