"""The keys of a presentation, and of writing one, in words for the shortcut sheet."""

from __future__ import annotations

from collections.abc import Sequence

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

WRITING = (
    (
        QT_TRANSLATE_NOOP("Present", "Move a step (in the list of steps)"),
        QT_TRANSLATE_NOOP("Present", "Alt+Up, Alt+Down"),
    ),
    (
        QT_TRANSLATE_NOOP("Present", "Take a step or a source out"),
        QT_TRANSLATE_NOOP("Present", "Delete"),
    ),
    (
        QT_TRANSLATE_NOOP("Present", "The step before or after"),
        QT_TRANSLATE_NOOP("Present", "Ctrl+Page up, Ctrl+Page down"),
    ),
    (QT_TRANSLATE_NOOP("Present", "Undo, redo"), QT_TRANSLATE_NOOP("Present", "Ctrl+Z, Ctrl+Y")),
    (
        QT_TRANSLATE_NOOP("Present", "Save to the file, to another file"),
        QT_TRANSLATE_NOOP("Present", "Ctrl+S, Ctrl+Shift+S"),
    ),
    (
        QT_TRANSLATE_NOOP("Present", "Open a file, begin a tour"),
        QT_TRANSLATE_NOOP("Present", "Ctrl+O, Ctrl+N"),
    ),
    (QT_TRANSLATE_NOOP("Present", "Back to the page"), QT_TRANSLATE_NOOP("Present", "Esc")),
)


def sections() -> list[tuple[str, list[tuple[str, str]]]]:
    """A heading and its rows, while presenting and while writing: what a key does, and the key."""
    return [
        (QCoreApplication.translate("Present", "While presenting"), _said(ROWS)),
        (QCoreApplication.translate("Present", "In the tour editor"), _said(WRITING)),
    ]


def _said(rows: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    return [
        (QCoreApplication.translate("Present", words), QCoreApplication.translate("Present", keys))
        for words, keys in rows
    ]
