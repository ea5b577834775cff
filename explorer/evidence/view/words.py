"""Figures, periods, reasons and rows of the comparison in words on screen."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from explorer.content.dates import say
from explorer.evidence.compare import NO_EFFECT, UNTOLD, Answer, Scale
from explorer.ui.words import QT_TRANSLATE_NOOP

QUALIFIED: Final = {
    "about": QT_TRANSLATE_NOOP("Evidence", "about {0}"),
    "nearly": QT_TRANSLATE_NOOP("Evidence", "nearly {0}"),
    "more_than": QT_TRANSLATE_NOOP("Evidence", "more than {0}"),
    "less_than": QT_TRANSLATE_NOOP("Evidence", "under {0}"),
    "at_least": QT_TRANSLATE_NOOP("Evidence", "at least {0}"),
    "at_most": QT_TRANSLATE_NOOP("Evidence", "at most {0}"),
}
REASONS: Final = {
    "definition": QT_TRANSLATE_NOOP("Evidence", "another definition"),
    "denominator": QT_TRANSLATE_NOOP("Evidence", "out of another whole"),
    "numerator": QT_TRANSLATE_NOOP("Evidence", "another group counted"),
    "period": QT_TRANSLATE_NOOP("Evidence", "another period"),
    "unit": QT_TRANSLATE_NOOP("Evidence", "another unit"),
    "method": QT_TRANSLATE_NOOP("Evidence", "another method"),
    "error": QT_TRANSLATE_NOOP("Evidence", "an error in one of them"),
    "unknown": QT_TRANSLATE_NOOP("Evidence", "reason not known"),
}
ROWS: Final = {
    "counts": QT_TRANSLATE_NOOP("Evidence", "Counts"),
    "out-of": QT_TRANSLATE_NOOP("Evidence", "Out of"),
    "period": QT_TRANSLATE_NOOP("Evidence", "Period"),
    "where": QT_TRANSLATE_NOOP("Evidence", "Among"),
    "definition": QT_TRANSLATE_NOOP("Evidence", "Definition"),
    "border": QT_TRANSLATE_NOOP("Evidence", "Border cases"),
    "worked-out": QT_TRANSLATE_NOOP("Evidence", "Method, edition"),
    "care": QT_TRANSLATE_NOOP("Evidence", "Take care"),
}
PLAIN: Final = {
    "yes": QT_TRANSLATE_NOOP("Evidence", "included"),
    "no": QT_TRANSLATE_NOOP("Evidence", "not included"),
}
CONFIDENCE: Final = {
    "high": QT_TRANSLATE_NOOP("Evidence", "confidence: high"),
    "medium": QT_TRANSLATE_NOOP("Evidence", "confidence: medium"),
    "low": QT_TRANSLATE_NOOP("Evidence", "confidence: low"),
}
VIEWS: Final = {
    "for cooperation": QT_TRANSLATE_NOOP("Evidence", "For cooperation"),
    "for limits": QT_TRANSLATE_NOOP("Evidence", "For limits"),
    "between": QT_TRANSLATE_NOOP("Evidence", "Positions between"),
}

SHORT: Final = 16  # letters of a unit that stands in a line

_NUMBER: Final = re.compile(r"\d[\d,]*(?:\.\d+)?")


def tr(text: str) -> str:
    """The words in the reader's language."""
    return QCoreApplication.translate("Evidence", text)


def number(value: float) -> str:
    """A number with all its digits: 1,234,567 or 20.6."""
    locale = QLocale()
    if locale.language() == QLocale.Language.C:
        locale = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
    digits = len(repr(float(value)).partition(".")[2].rstrip("0"))
    return locale.toString(float(value), "f", digits)


def figure(answer: Answer) -> str:
    """The figure as published, with what its source says of it: “about 20%”, “67 to 75%”."""
    if answer.unit == NO_EFFECT:
        return tr("No effect measured")
    if answer.figure:
        return _written(answer)
    if answer.value is None:
        return tr("No figure")
    bare = number(answer.value)
    is_percent = answer.is_share or answer.is_change
    amount = tr("{0}%").format(bare) if is_percent else bare
    return tr(QUALIFIED.get(answer.qualifier, "{0}")).format(amount)


def unit(answer: Answer) -> str:
    """What a count is a count of; nothing for a share."""
    if answer.is_change:
        return tr("change")
    return "" if answer.is_share or answer.unit == NO_EFFECT else answer.unit


def short(answer: Answer) -> str:
    """Figure, a unit of few letters and who says it, for a line: “12%, TRAC”."""
    of = unit(answer) if len(unit(answer)) <= SHORT else ""
    return tr("{0}, {1}").format(" ".join(filter(None, (figure(answer), of))), speaker(answer))


def speaker(answer: Answer) -> str:
    """Who says it, without what is added in brackets or after a comma."""
    return re.split(r" \(|, from|; ", answer.speaker)[0]


def period(answer: Answer) -> str:
    """What the figure covers, with a large letter first."""
    return capital(when(answer))


def when(answer: Answer) -> str:
    """What the figure covers, as it stands in a sentence."""
    if answer.period:
        return answer.period
    if answer.fiscal_year:
        return tr("fiscal {0}").format(answer.fiscal_year)
    return say(answer.when) if answer.when else ""


def cell(answer: Answer, row: str) -> str:
    """What stands in a row of the comparison; plain words where nothing was published."""
    if row == "period":
        return period(answer)
    text = answer.cell(row)
    if row == "border":
        text = tr(PLAIN.get(text.lower(), text))
    if row == "worked-out" and answer.qualifier == "computed":
        text = " ".join(part for part in (tr("Computed: not published as such."), text) if part)
    if row == "out-of" and not (answer.is_share or answer.is_change or text):
        return tr("A count, not a share")
    return capital(text) if text not in ("", UNTOLD) else tr("Not stated")


def row(name: str, word: str) -> str:
    """The name of a row; the definition is that of the key word, where there is one."""
    if name == "definition" and word:
        return tr("“{0}” means").format(capital(word))
    return tr(ROWS[name])


def reasons(names: tuple[str, ...]) -> str:
    """Why two figures differ, in a few words."""
    return capital(", ".join(tr(REASONS[name]) for name in names))


def out_of(answer: Answer) -> str:
    """What the answer is out of, or that this is not named; nothing for a count."""
    whole = cell(answer, "out-of") if answer.out_of or answer.out_of_value else ""
    if answer.is_change:
        return tr("Compared with {0}").format(answer.cell("out-of"))
    if answer.is_share and (not whole or whole == tr("Not stated")):
        return tr("Its whole is not named")
    return tr("Out of {0}").format(answer.cell("out-of")) if whole else ""


def whole(scale: Scale) -> str:
    """What the answers that share a scale are out of."""
    first = scale.answers[0]
    if not first.is_share:
        return tr("The same count at other times, on one scale")
    of = first.cell("out-of")
    return tr("Out of the same whole, on one scale: {0}, {1}").format(of, when(first))


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def _written(answer: Answer) -> str:
    if not answer.is_share:
        return answer.figure
    if " and " in answer.figure:
        return _NUMBER.sub(lambda found: tr("{0}%").format(found[0]), answer.figure)
    return tr("{0}%").format(answer.figure)


def counted(answers: int) -> str:
    """How many published answers there are."""
    if answers == 1:
        return tr("1 published answer")
    return tr("{0} published answers").format(answers) if answers else tr("No figures")
