"""The keys of a presentation in words, for the shortcut sheet and the speaker."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from explorer.ui.words import QT_TRANSLATE_NOOP

ROWS = (
    (
        QT_TRANSLATE_NOOP("Present", "Next: the step, its question, its answer"),
        QT_TRANSLATE_NOOP("Present", "Page down, → ↓, Space, Enter"),
    ),
    (QT_TRANSLATE_NOOP("Present", "Back"), QT_TRANSLATE_NOOP("Present", "Page up, ← ↑")),
    (
        QT_TRANSLATE_NOOP("Present", "First step, last step"),
        QT_TRANSLATE_NOOP("Present", "Home, End"),
    ),
    (
        QT_TRANSLATE_NOOP("Present", "Go to a step by its number"),
        QT_TRANSLATE_NOOP("Present", "Digits, Enter"),
    ),
    (
        QT_TRANSLATE_NOOP("Present", "Go to a step by a word (speaker’s window)"),
        QT_TRANSLATE_NOOP("Present", "/"),
    ),
    (QT_TRANSLATE_NOOP("Present", "All steps"), QT_TRANSLATE_NOOP("Present", "G")),
    (QT_TRANSLATE_NOOP("Present", "Black screen"), QT_TRANSLATE_NOOP("Present", "B or .")),
    (QT_TRANSLATE_NOOP("Present", "White screen"), QT_TRANSLATE_NOOP("Present", "W")),
    (
        QT_TRANSLATE_NOOP("Present", "Freeze the audience’s screen; then take it along"),
        QT_TRANSLATE_NOOP("Present", "F"),
    ),
    (
        QT_TRANSLATE_NOOP("Present", "Spotlight; it follows the mouse or Shift with the arrows"),
        QT_TRANSLATE_NOOP("Present", "L"),
    ),
    (
        QT_TRANSLATE_NOOP("Present", "Enlarge a part; drag another, or Shift with the arrows"),
        QT_TRANSLATE_NOOP("Present", "Z"),
    ),
    (
        QT_TRANSLATE_NOOP("Present", "All sources of the step; F5 comes back from their cards"),
        QT_TRANSLATE_NOOP("Present", "C"),
    ),
    (QT_TRANSLATE_NOOP("Present", "Swap the screens"), QT_TRANSLATE_NOOP("Present", "S")),
    (
        QT_TRANSLATE_NOOP("Present", "Larger and smaller notes"),
        QT_TRANSLATE_NOOP("Present", "+ and −"),
    ),
    (
        QT_TRANSLATE_NOOP("Present", "Scroll the notes"),
        QT_TRANSLATE_NOOP("Present", "Shift with Page up, Page down"),
    ),
    (
        QT_TRANSLATE_NOOP("Present", "Leave what is over the step; at the top twice: end"),
        QT_TRANSLATE_NOOP("Present", "Esc"),
    ),
)


def heading() -> str:
    """What stands over the keys."""
    return QCoreApplication.translate("Present", "While presenting")


def rows() -> list[tuple[str, str]]:
    """What each key does, and the key."""
    return [
        (QCoreApplication.translate("Present", words), QCoreApplication.translate("Present", keys))
        for words, keys in ROWS
    ]
