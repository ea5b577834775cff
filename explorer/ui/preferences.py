"""The form of all settings, made from their declarations, and where the reader's files are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import Field
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QLocale, QSignalBlocker, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFont, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from explorer import paths
from explorer.reader.lang import languages
from explorer.reader.settings import FORM, Settings
from explorer.ui.choices import STEP, STYLE_WORDS, THEME_WORDS, Choices
from explorer.ui.sheets import close_button

WIDTH: Final = 32  # of the form, in heights of a line
HEIGHT: Final = 38


class Preferences(QDialog):
    """Every setting with its help; a change shows at once, and the form never blocks the window."""

    def __init__(self, choices: Choices, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("preferences")
        self.setWindowTitle(self.tr("Preferences"))
        self.setModal(False)
        self._choices = choices
        self.controls: dict[str, QWidget] = {}
        self._show: dict[str, Callable[[Any], object]] = {}
        self._form = QVBoxLayout()
        for setting in FORM:
            self._add(setting)
        self._add_folders()
        self._lay_out(parent)
        choices.changed.connect(self._follow)
        self._follow(choices.settings)

    def _lay_out(self, parent: QWidget) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.addLayout(self._form)
        column.addStretch(1)
        edge = self.fontMetrics().height() // 2
        column.setContentsMargins(edge, edge, edge, edge)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(inside)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.addWidget(scroll)
        whole.addWidget(close_button(self))
        line = self.fontMetrics().height()
        room = parent.size() * 0.9
        self.resize(min(WIDTH * line, room.width()), min(HEIGHT * line, room.height()))

    # ---------------------------------------------------------------------------- settings

    def _add(self, setting: Field[Any]) -> None:
        label = QCoreApplication.translate("Settings", setting.metadata["label"])
        help = QCoreApplication.translate("Settings", setting.metadata["help"])
        control, show = self._control(setting, label)
        control.setAccessibleName(label)
        control.setAccessibleDescription(help)
        self.controls[setting.name], self._show[setting.name] = control, show
        name = QLabel(label)
        name.setBuddy(control)
        gap = self.fontMetrics().height()
        if not isinstance(control, QCheckBox):  # which has its name beside it
            self._form.addWidget(_bold(name))
        self._form.addWidget(control, 0, Qt.AlignmentFlag.AlignLeft)
        self._form.addWidget(_quiet(help))
        self._form.addSpacing(gap)

    def _control(self, setting: Field[Any], label: str) -> tuple[QWidget, Callable[[Any], object]]:
        """What a kind of setting is chosen with, and how to show a value in it."""
        about, name = setting.metadata, setting.name
        if "choices" in about:
            return self._one_of(name, {one: _word(one) for one in about["choices"]})
        if "low" in about:
            return self._number(name, about["low"], about["high"])
        if about.get("languages"):
            return self._one_of(name, _languages())
        box = QCheckBox(label)
        box.toggled.connect(lambda on: self._choices.choose(**{name: on}))
        return box, box.setChecked

    def _one_of(
        self, name: str, words: dict[str, str]
    ) -> tuple[QComboBox, Callable[[Any], object]]:
        box = QComboBox()
        for value, shown in words.items():
            box.addItem(shown, value)
        box.currentIndexChanged.connect(lambda at: self._choices.choose(**{name: box.itemData(at)}))
        return box, lambda value: box.setCurrentIndex(max(0, box.findData(value)))

    def _number(self, name: str, low: int, high: int) -> tuple[QSpinBox, Callable[[Any], object]]:
        box = QSpinBox(minimum=low, maximum=high, singleStep=STEP, suffix=" %")
        box.setKeyboardTracking(False)  # 1, 15, 150: only the last is meant
        box.valueChanged.connect(lambda value: self._choices.choose(**{name: value}))
        return box, box.setValue

    def _follow(self, new: Settings, old: Settings | None = None) -> None:
        """Show what is chosen, also where it was chosen elsewhere."""
        for name, show in self._show.items():
            with QSignalBlocker(self.controls[name]):
                show(getattr(new, name))

    # ----------------------------------------------------------------------------- folders

    def _add_folders(self) -> None:
        """Where the settings, the notes and the log are, each with a button that opens the place."""
        self._form.addWidget(_bold(QLabel(self.tr("Your files"))))
        for words, folder in (
            (self.tr("Settings"), paths.config_dir()),
            (self.tr("Bookmarks and notes"), paths.data_dir()),
            (self.tr("Log"), paths.log_dir()),
        ):
            self._form.addLayout(self._folder(words, folder))

    def _folder(self, words: str, folder: Path) -> QGridLayout:
        where = _quiet(str(folder).replace("/", "/\N{ZERO WIDTH SPACE}"))  # where a line may break
        where.setAccessibleName(str(folder))
        button = QPushButton(self.tr("Open folder"))
        button.setAccessibleName(self.tr("Open folder: {0}").format(words))
        button.setAutoDefault(False)
        button.clicked.connect(lambda: open_folder(folder))
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        grid.addWidget(QLabel(words), 0, 0)
        grid.addWidget(where, 1, 0)
        grid.addWidget(button, 0, 1, 2, 1)
        return grid


def _bold(label: QLabel) -> QLabel:
    font = QFont()
    font.setBold(True)  # and nothing else: the size goes on following the program's
    label.setFont(font)
    return label


def open_folder(folder: Path) -> None:
    """Show a folder in the system's file manager; it is made if it was not there."""
    folder.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _quiet(text: str) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _word(name: str) -> str:
    """The word for one choice of a setting."""
    if name in STYLE_WORDS:
        return QCoreApplication.translate("Settings", STYLE_WORDS[name])
    return _theme(name)


def _theme(name: str) -> str:
    return QCoreApplication.translate("Command", THEME_WORDS[name])


def _languages() -> dict[str, str]:
    """The languages that are there, each in its own words; none chosen: the system's."""
    known = languages(paths.resources() / "lang")
    system = QCoreApplication.translate("Command", THEME_WORDS["system"])
    return {"": system, **{code: QLocale(code).nativeLanguageName() for code in known}}
