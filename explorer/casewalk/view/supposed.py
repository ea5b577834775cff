"""What steps after the end of a walk say: what would have been, had it come to that."""

from __future__ import annotations

from typing import Final

from explorer.ui.words import QT_TRANSLATE_NOOP

IF_KNOWN: Final = QT_TRANSLATE_NOOP("CaseWalk", "Had ICE learned of the person in another way:")
IF_ASKED: Final = QT_TRANSLATE_NOOP("CaseWalk", "Had a detainer come:")
OUTCOMES: Final = {  # a word or two for a chip; an outcome that is not here is said as it is
    "request_hold": QT_TRANSLATE_NOOP("CaseWalk", "Would ask for a hold"),
    "may_request": QT_TRANSLATE_NOOP("CaseWalk", "Could ask for a hold"),
    "request_after_conviction": QT_TRANSLATE_NOOP("CaseWalk", "Would wait for a conviction"),
    "request_notify": QT_TRANSLATE_NOOP("CaseWalk", "Would ask for notice"),
    "no_request": QT_TRANSLATE_NOOP("CaseWalk", "Would not ask"),
    "hold": QT_TRANSLATE_NOOP("CaseWalk", "Would hold"),
    "may_hold": QT_TRANSLATE_NOOP("CaseWalk", "Could hold"),
    "no_hold": QT_TRANSLATE_NOOP("CaseWalk", "Would not hold"),
    "barred": QT_TRANSLATE_NOOP("CaseWalk", "Would not be allowed"),
    "contested": QT_TRANSLATE_NOOP("CaseWalk", "Would be disputed"),
    "required": QT_TRANSLATE_NOOP("CaseWalk", "Would be required"),
    "allowed": QT_TRANSLATE_NOOP("CaseWalk", "Would be allowed"),
}
SAYINGS: Final = {  # what would have come out at a stop; each follows the words after “Had …:”
    "request=request_hold": QT_TRANSLATE_NOOP(
        "CaseWalk", "ICE guidance would have supported a detainer."
    ),
    "request=may_request": QT_TRANSLATE_NOOP(
        "CaseWalk", "ICE would not have been barred from asking; the person is no stated priority."
    ),
    "request=request_after_conviction": QT_TRANSLATE_NOOP(
        "CaseWalk", "ICE would have waited until there was a conviction."
    ),
    "request=request_notify": QT_TRANSLATE_NOOP(
        "CaseWalk", "ICE would have asked to be told of the release, not for a hold."
    ),
    "request=no_request": QT_TRANSLATE_NOOP(
        "CaseWalk", "ICE guidance would have called for no request."
    ),
    "request=open": QT_TRANSLATE_NOOP("CaseWalk", "what ICE would have asked for is not settled."),
    "request=no_written_rule": QT_TRANSLATE_NOOP(
        "CaseWalk", "there is no written rule in the sources for these days."
    ),
    "jail=hold": QT_TRANSLATE_NOOP(
        "CaseWalk", "the jail would have held past release, within the limit."
    ),
    "jail=may_hold": QT_TRANSLATE_NOOP(
        "CaseWalk", "the jail would have been allowed to hold, without having to."
    ),
    "jail=no_hold": QT_TRANSLATE_NOOP(
        "CaseWalk", "the jail would have released when the criminal case allowed."
    ),
    "jail=open": QT_TRANSLATE_NOOP("CaseWalk", "whether the jail would have held is not settled."),
    "jail=no_written_rule": QT_TRANSLATE_NOOP(
        "CaseWalk",
        "the sources give no written rule of this jail for this day: "
        "the request may or may not have been followed.",
    ),
    "jail=limit_not_modelled": QT_TRANSLATE_NOOP(
        "CaseWalk", "a limit existed; its rule is not modeled here."
    ),
    "notice=barred": QT_TRANSLATE_NOOP(
        "CaseWalk", "the jail would not have been allowed to tell ICE of the release."
    ),
    "notice=contested": QT_TRANSLATE_NOOP(
        "CaseWalk", "whether the jail could have told ICE was disputed."
    ),
    "notice=required": QT_TRANSLATE_NOOP("CaseWalk", "the jail would have had to tell ICE."),
    "notice=allowed": QT_TRANSLATE_NOOP(
        "CaseWalk", "the jail would have been allowed to tell ICE of the release."
    ),
    "notice=not_addressed": QT_TRANSLATE_NOOP("CaseWalk", "the rule does not speak of it."),
    "notice=open": QT_TRANSLATE_NOOP(
        "CaseWalk", "whether ICE could have been told is not settled."
    ),
    "notice=no_written_rule": QT_TRANSLATE_NOOP(
        "CaseWalk", "there is no written rule here for this day."
    ),
    "notice=limit_not_modelled": QT_TRANSLATE_NOOP(
        "CaseWalk", "a limit existed; its rule is not modeled here."
    ),
}
