"""One source in full: reference, address, what was read, what rests on it, who disagrees."""

from __future__ import annotations

from html import escape
from urllib.parse import urlsplit

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QWidget

from explorer.content import chicago, cite, typeset
from explorer.content.library import Library
from explorer.content.model import Conflict
from explorer.content.works import work_of
from explorer.evidence.sources import Row, others_in
from explorer.evidence.view import sourcewords as words
from explorer.evidence.view.sourcewords import tr
from explorer.ui.paint import Look
from explorer.ui.widgets import ReadingText

MOST = 40  # records of a group that are listed at once
CITE, CARD, ALL = "cite:", "card:", "all:"


class SourceText(ReadingText):
    """A source in words; names in it can be opened, an address only after it was shown."""

    opened = Signal(str)  # a reference, or CITE, or an address

    def __init__(self, library: Library, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._library = library
        self._row: Row | None = None
        self._whole: set[str] = set()  # groups that are listed in full
        self.setAccessibleName(tr("This source"))
        self.anchorClicked.connect(self._follow)

    def show_row(self, row: Row | None, look: Look) -> None:
        """Say all about a source; how to begin where none is chosen."""
        if row is not self._row:
            self._whole.clear()
        self.look, self._row = look, row
        self.setFont(look.font("body"))
        self._set(self._parts(row) if row else [self._quiet(tr("Choose a source from the list."))])

    # ------------------------------------------------------------------------------ its parts

    def _parts(self, row: Row) -> list[str]:
        source = row.source
        work = work_of(source)
        cites, opens = tr("Cite this source…"), tr("Open its card")
        parts = [
            self._head(typeset.typographic(source.title), "heading"),
            f"<p>{self._link(CITE, cites)} &nbsp; {self._link(CARD, opens)}</p>",
            self._head(tr("Reference")),
            f"<p>{typeset.html(chicago.entry(work))}</p>",
        ]
        parts += self._address(row)
        parts += [self._head(tr("About it"))]
        facts = [
            (tr("Kind"), ": ".join(filter(None, (self._kind(row), source.kind_detail)))),
            (tr("Where in it"), source.section),
            (tr("What was read"), work.note or words.value("read", row.read)),
            (tr("Confidence"), tr(source.confidence) if source.confidence else ""),
            (tr("Note"), source.note),
        ]
        parts += [self._fact(name, text) for name, text in facts if text]
        return [*parts, *self._disagreements(row), *self._resting(row)]

    def _kind(self, row: Row) -> str:
        return words.value("kind", row.source.kind)

    def _address(self, row: Row) -> list[str]:
        """The address as text, and under it what opens it; a third party's copy is only named."""
        source = row.source
        if not source.url:
            return []
        if source.copy:
            host = (urlsplit(source.url).hostname or "").removeprefix("www.")
            told = tr("It was read in a copy at {0}, which is not linked.").format(host)
            return [self._head(tr("Address")), self._quiet(told)]
        shown = escape(source.url).replace("/", "/\N{ZERO WIDTH SPACE}")
        opens = self._link(source.url, tr("Open this address in the browser"))
        return [self._head(tr("Address")), f"<p>{shown}<br>{opens}</p>"]

    def _disagreements(self, row: Row) -> list[str]:
        if not row.conflicts:
            return []
        parts = [self._head(tr("Where sources disagree"))]
        return parts + [self._conflict(conflict, row) for conflict in row.conflicts]

    def _conflict(self, conflict: Conflict, row: Row) -> str:
        """What it is about, what this source says, and who says otherwise."""
        mine = [side.claim for side in conflict.sides if row.source.id in side.sources]
        others = ", ".join(
            self._link(f"source:{name}", cite.short(self._library.sources[name]))
            for name in others_in(conflict, row.source.id)
            if name in self._library.sources
        )
        said = " ".join(map(escape, mine))
        text = f"<p>{self._link(f'conflict:{conflict.id}', conflict.topic)}"
        here, there = escape(tr("This source:")), escape(tr("Otherwise:"))
        text += f"<br>{here} {said}" if said else ""
        return text + (f"<br>{there} {others}</p>" if others else "</p>")

    def _resting(self, row: Row) -> list[str]:
        count = tr("Records of this program that rest on it: {0}").format(row.rests)
        parts = [self._head(count if row.rests else tr("Nothing in this program rests on it"))]
        for group, refs in row.supports.items():
            shown = refs if group in self._whole else refs[:MOST]
            links = "".join(f"<p>{self._link(ref, self._name(ref))}</p>" for ref in shown)
            name = words.value("supports", group)
            parts.append(
                f"<p><b>{escape(name[:1].upper() + name[1:])} ({len(refs)})</b></p>{links}"
            )
            if len(shown) < len(refs):
                rest = tr("Show all")
                parts.append(f"<p>{self._link(ALL + group, rest)}</p>")
        return parts

    def _name(self, ref: str) -> str:
        return self._library.name(ref) if self._library.has(ref) else ref

    # -------------------------------------------------------------------------------- its look

    def _set(self, parts: list[str]) -> None:
        self.document().setDocumentMargin(self.look.space(3))
        self.setHtml("".join(parts))
        self.verticalScrollBar().setValue(0)

    def _head(self, text: str, size: str = "body") -> str:
        pixels = self.look.font(size).pixelSize()
        return f'<p style="font-size:{pixels}px;font-weight:600">{escape(text)}</p>'

    def _fact(self, name: str, text: str) -> str:
        quiet = self.look.color("text-quiet").name()
        return f'<p><span style="color:{quiet}">{escape(name)}</span><br>{escape(text)}</p>'

    def _quiet(self, text: str) -> str:
        return f'<p style="color:{self.look.color("text-quiet").name()}">{escape(text)}</p>'

    def _link(self, target: str, text: str) -> str:
        color = self.look.color("link").name()
        href = escape(target, quote=True)
        return f'<a href="{href}" style="color:{color}">{escape(text)}</a>'

    def _follow(self, url: QUrl) -> None:
        target = url.toString()
        if target.startswith(ALL) and self._row:
            self._whole.add(target.removeprefix(ALL))
            place = self.verticalScrollBar().value()
            self._set(self._parts(self._row))
            self.verticalScrollBar().setValue(place)
        else:
            self.opened.emit(target)
