"""Words that are declared in one place and shown, translated, in another."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802, ARG001 - lupdate looks for it
    """Mark *text* for translators and return it as it is; Qt's own lacks the type."""
    return text
