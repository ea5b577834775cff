"""Statistics in rich text: links with a dotted line that open their dossier."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument, QTextFragment

from explorer.content.library import Library
from explorer.reader.dossier import MARK, dossier
from explorer.ui.session import Session


def tip() -> str:
    """What the pointer is told over a statistic."""
    return QCoreApplication.translate("Statistics", "Statistic: see where it comes from")


def linked(library: Library, text: str, color: str) -> str:
    """A text of the content as HTML, each statistic in it a link in the *color* of the text."""
    from html import escape  # which loads the names of 2,231 characters: not before the window

    parts, at = [], 0
    for start, end, target in library.statistics(text):
        parts.append(escape(text[at:start]))
        parts.append(
            f'<a href="{MARK}{escape(target)}" title="{escape(tip())}" '
            f'style="color:{color}">{escape(text[start:end])}</a>'
        )
        at = end
    return "".join([*parts, escape(text[at:])])


def dot(document: QTextDocument) -> None:
    """Draw the line under each statistic of a document dotted, apart from other links."""
    cursor = QTextCursor(document)
    dotted = QTextCharFormat()
    dotted.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    for start, end in list(_statistics(document)):
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(dotted)


def follow(session: Session, link: str) -> bool:
    """Open the dossier that a link of a statistic names; whether it was such a link."""
    if not link.startswith(MARK):
        return False
    session.go(dossier(session.lens, link.removeprefix(MARK)))
    return True


def _statistics(document: QTextDocument) -> Iterator[tuple[int, int]]:
    """From where to where each statistic of a document stands."""
    block = document.begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            fragment: QTextFragment = pieces.fragment()
            if fragment.charFormat().anchorHref().startswith(MARK):
                yield fragment.position(), fragment.position() + fragment.length()
            pieces += 1
        block = block.next()
