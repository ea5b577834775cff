"""The whole walk as a table, one row a step: the twin of the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from explorer.casewalk.compare import group_of
from explorer.casewalk.course import Stop
from explorer.casewalk.view import words
from explorer.casewalk.view.cells import CHIP, Cells, Chips
from explorer.casewalk.view.detail import SAID
from explorer.content.library import Library
from explorer.policy.table import once
from explorer.ui.paint import Look
from explorer.ui.twin import TableTwin
from explorer.ui.words import QT_TRANSLATE_NOOP

WALK: Final = (
    QT_TRANSLATE_NOOP("CaseWalk", "Step"),
    QT_TRANSLATE_NOOP("CaseWalk", "Outcome"),
    QT_TRANSLATE_NOOP("CaseWalk", "In words"),
    QT_TRANSLATE_NOOP("CaseWalk", "Deciding policy"),
    QT_TRANSLATE_NOOP("CaseWalk", "Reason"),
    QT_TRANSLATE_NOOP("CaseWalk", "Authority"),
    QT_TRANSLATE_NOOP("CaseWalk", "How sure"),
    QT_TRANSLATE_NOOP("CaseWalk", "Sources"),
)
LETTERS: Final = (24, 0, 40, 28, 50, 34, 24, 90)  # that each column has at most


class _WalkCells(Cells):
    heads = WALK

    def show_walk(self, library: Library, stops: Sequence[Stop], arrest: str) -> None:
        """Hold the stops of a walk."""
        self.beginResetModel()
        self.cells = [_walk_texts(library, one, arrest) for one in stops]
        self.words = [one.outcome for one in stops]
        self.groups = [group_of(library, word) for word in self.words]
        self.supposed = frozenset(row for row, one in enumerate(stops) if one.after)
        self.endResetModel()


def _walk_texts(library: Library, one: Stop, arrest: str) -> list[str]:
    rules = once(rule.authority for answer in one.answers for rule in answer.all_rules)
    names = [library.name(f"source:{name}") for name in one.sources]
    said = f"{words.supposing(one)} {words.saying(one)}".strip()
    ends = words.tr("The walk ends here.") if one.settles else ""
    return [
        words.stop(one.id),
        words.came_out(one),
        f"{arrest if one.id == 'arrest' else said} {ends}".strip(),
        words.listed(answer.policy.name for answer in one.answers),
        " ".join(
            [
                *map(words.reason, one.answers),
                *(words.note(n) for n in once(one.notes) if n not in SAID),
            ]
        ),
        "; ".join(rules),
        _sure(one),
        words.listed(names),
    ]


def _sure(one: Stop) -> str:
    if one.step is None or not one.answers:
        return ""
    return words.confidence(one.step.confidence, "yes" if "unverified" in one.notes else "no")


class WalkTable(TableTwin):
    """The walk, step by step; a row chooses its step."""

    chosen = Signal(str)

    def __init__(self, library: Library, parent: QWidget) -> None:
        self.model_ = _WalkCells(parent)
        super().__init__(self.model_, parent)
        self._library = library
        self._quiet = False
        self._stops: tuple[Stop, ...] = ()
        self._chips = Chips(self)
        self.setItemDelegateForColumn(CHIP, self._chips)
        self.setAlternatingRowColors(True)
        self.horizontalHeader().setStretchLastSection(False)  # long lists of sources need theirs
        self.setWordWrap(True)
        self.setAccessibleName(words.tr("The walk as a table"))
        self.as_given()
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.sorted.layoutChanged.connect(self.resizeRowsToContents)

    def show_walk(self, stops: tuple[Stop, ...], current: str, arrest: str, look: Look) -> None:
        """Show the stops of a walk, one of them chosen."""
        self._quiet, self._stops = True, stops
        self.model_.show_walk(self._library, stops, arrest)
        self._chips.look = look
        self.restyle(look)
        self._fit()
        row = next((n for n, one in enumerate(stops) if one.id == current), 0)
        self.show_row(row)
        self._quiet = False

    def _fit(self) -> None:
        """Columns as wide as their cells, up to some letters, and rows as high as theirs."""
        letter = self.fontMetrics().averageCharWidth()
        self.resizeColumnsToContents()
        for column, most in enumerate(LETTERS):
            if column != CHIP:
                self.setColumnWidth(column, min(self.columnWidth(column) + 12, letter * most))
        self.resizeRowsToContents()

    def _tell(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid() and not self._quiet:
            self.chosen.emit(self._stops[self.row_of(current)].id)
