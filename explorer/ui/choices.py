"""The reader's settings while the program runs; the one signal that the look follows."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from explorer.reader.settings import SCALES, Settings
from explorer.ui.words import QT_TRANSLATE_NOOP

THEME_WORDS: Final = {
    "system": QT_TRANSLATE_NOOP("Command", "Same as the system"),
    "light": QT_TRANSLATE_NOOP("Command", "Light"),
    "dark": QT_TRANSLATE_NOOP("Command", "Dark"),
    "contrast": QT_TRANSLATE_NOOP("Command", "High contrast"),
    "projector": QT_TRANSLATE_NOOP("Command", "Projector"),
}
STYLE_WORDS: Final = {
    "chicago": QT_TRANSLATE_NOOP("Settings", "Chicago notes (18th edition)"),
    "apa": QT_TRANSLATE_NOOP("Settings", "APA (7th edition)"),
    "mla": QT_TRANSLATE_NOOP("Settings", "MLA (9th edition)"),
}
STEP = 10  # per cent of text size for one key press


class Choices(QObject):
    """Holds the settings in use and tells when the reader chooses others."""

    changed = Signal(object, object)  # new settings, old settings

    def __init__(self, settings: Settings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings or Settings()

    def choose(self, **changes: Any) -> None:
        """Change some settings; nothing is told when nothing differs."""
        old, self.settings = self.settings, self.settings.but(**changes)
        if self.settings != old:
            self.changed.emit(self.settings, old)

    def keep_layout(self, name: str, value: str) -> None:
        """Remember the size of a window or pane; nothing on screen follows from it."""
        self.settings = self.settings.with_layout(name, value)

    def scale_by(self, steps: int) -> None:
        """Larger or smaller text, to the next step and within the range."""
        low, high = SCALES
        wanted = (self.settings.text_scale // STEP + steps) * STEP
        self.choose(text_scale=max(low, min(high, wanted)))
