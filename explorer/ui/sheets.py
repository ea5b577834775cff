"""The sheets of the program: its keys and versions, bookmarks and notes, last messages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from html import escape

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTime
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from explorer import NAME, SUBTITLE
from explorer.content.cite import of_view
from explorer.content.library import Library
from explorer.reader.versions import versions
from explorer.ui.commands import Command, menu_text
from explorer.ui.messages import Message
from explorer.ui.shelf import Shelf

translate = QCoreApplication.translate


class Sheet(QDialog):
    """A text beside the window that never blocks it; Escape closes it."""

    def __init__(self, name: str, title: str, html: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setModal(False)
        self.text = QTextBrowser()
        self.text.setAccessibleName(title)
        self.text.setOpenLinks(False)
        self.text.setHtml(html)
        self.text.document().setDocumentMargin(self.fontMetrics().height() * 0.75)
        self.buttons = close_button(self)
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        column.addWidget(self.buttons)
        self._fit(parent)
        self.text.setFocus()

    def add_copy(self, words: str, text: str) -> None:
        """A button that copies *text*."""
        button = self.buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
        button.setAutoDefault(False)  # which would make its letters wider than its place
        button.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))

    def _fit(self, parent: QWidget) -> None:
        line = self.fontMetrics().height()
        room = parent.size() * 0.9
        self.resize(min(line * 34, room.width()), min(line * 34, room.height()))


def close_button(sheet: QDialog) -> QDialogButtonBox:
    """The row of buttons under a sheet: for a start, one that closes it, in words alone."""
    row = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    row.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
    row.rejected.connect(sheet.close)
    return row


def _heading(text: str, level: int = 3) -> str:
    return f"<h{level}>{escape(text)}</h{level}>"


def _paragraph(*lines: str) -> str:
    return f"<p>{'<br>'.join(map(escape, lines))}</p>"


def shortcut_sheet(
    groups: Mapping[str, Sequence[Command]],
    parent: QWidget,
    others: Sequence[tuple[str, Sequence[tuple[str, str]]]] = (),
) -> Sheet:
    """Every command that has keys, menu by menu; then *others*: a heading, words and keys."""
    parts = []
    for menu, commands in groups.items():
        rows = "".join(_key_row(command) for command in commands if command.keys)
        if rows:
            name = escape(menu_text(menu).replace("&", ""))
            parts.append(f"<h3>{name}</h3><table cellpadding='3'>{rows}</table>")
    for heading, pairs in others:
        rows = "".join(_row(words, keys) for words, keys in pairs)
        parts.append(f"<h3>{escape(heading)}</h3><table cellpadding='3'>{rows}</table>")
    return Sheet("shortcut-sheet", translate("Sheet", "Keyboard shortcuts"), "".join(parts), parent)


def _key_row(command: Command) -> str:
    return _row(command.plain(), command.spoken_keys())


def _row(words: str, keys: str) -> str:
    return f"<tr><td width='65%'>{escape(words)}</td><td><b>{escape(keys)}</b></td></tr>"


def notebook_sheet(
    library: Library, shelf: Shelf, go: Callable[[str], None], parent: QWidget
) -> Sheet:
    """Bookmarks, then notes; following one opens the view in which it was kept."""
    kept = "".join(
        f'<p><a href="{escape(mark.link)}">{escape(_name(library, mark.ref))}</a></p>'
        for mark in shelf.bookmarks()
    )
    written = "".join(
        f'<p><a href="explore?item={escape(note.ref)}">{escape(_name(library, note.ref))}</a><br>'
        f"{escape(note.text).replace(chr(10), '<br>')}</p>"
        for note in shelf.notebook.notes.values()
    )
    nothing = _paragraph(
        translate("Sheet", "None yet. The buttons under each card keep it or open a note.")
    )
    html = (
        _heading(translate("Sheet", "Bookmarks"))
        + (kept or nothing)
        + _heading(translate("Sheet", "Notes"))
        + (written or nothing)
    )
    sheet = Sheet("notebook-sheet", translate("Sheet", "Bookmarks and notes"), html, parent)
    sheet.text.anchorClicked.connect(lambda url: go(url.toString()))
    return sheet


def _name(library: Library, ref: str) -> str:
    """The name of a record; its reference where the content no longer has it."""
    return library.name(ref) if library.has(ref) else ref


def messages_sheet(told: Sequence[Message], parent: QWidget) -> Sheet:
    """What the program said lately, the newest first."""
    rows = "".join(
        f"<p><b>{escape(_clock(one.at))}</b> {escape(one.text)}</p>" for one in reversed(told)
    )
    nothing = _paragraph(translate("Sheet", "No messages since the program was started."))
    return Sheet("messages-sheet", translate("Sheet", "Last messages"), rows or nothing, parent)


def _clock(at: datetime) -> str:
    return QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)


def about_sheet(library: Library, parent: QWidget) -> Sheet:
    """What this is, its versions, how to cite it, and the licenses of its parts."""
    found = [f"{name} {version}" for name, version in versions()]
    cite = of_view(library, "", "").text("chicago").strip()
    licenses = (
        translate("Sheet", "Program: MIT license. Our texts: Creative Commons Attribution 4.0."),
        translate("Sheet", "Typeface Inter: SIL Open Font License 1.1."),
        translate(
            "Sheet", "Map shapes: us-atlas, ISC license, from public-domain US Census shapes."
        ),
        translate("Sheet", "Qt for Python: LGPL 3.0; its source is at code.qt.io and pypi.org."),
    )
    html = (
        _heading(NAME)
        + _paragraph(SUBTITLE)
        + _heading(translate("Sheet", "How to cite"), 4)
        + _paragraph(cite)
        + _heading(translate("Sheet", "Versions"), 4)
        + _paragraph(*found)
        + _heading(translate("Sheet", "Licenses"), 4)
        + _paragraph(*licenses)
    )
    sheet = Sheet("about-sheet", translate("Sheet", "About and how to cite"), html, parent)
    sheet.add_copy(translate("Sheet", "Copy citation"), cite)
    sheet.add_copy(translate("Sheet", "Copy versions"), "\n".join(found))
    sheet.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
    return sheet
