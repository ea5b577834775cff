"""The facts of a person in plain words: what is asked, and what can be answered."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from explorer.ui.words import QT_TRANSLATE_NOOP

QUESTIONS: Final = {
    "age": QT_TRANSLATE_NOOP("CaseWalk", "Age at the arrest"),
    "ident_record": QT_TRANSLATE_NOOP("CaseWalk", "Fingerprints known to DHS"),
    "removable": QT_TRANSLATE_NOOP("CaseWalk", "Can be removed under immigration law"),
    "pc_basis": QT_TRANSLATE_NOOP("CaseWalk", "What supports probable cause of removability"),
    "arrest_level": QT_TRANSLATE_NOOP("CaseWalk", "Charged with"),
    "charge_status": QT_TRANSLATE_NOOP("CaseWalk", "State of the present case"),
    "magistrate_pc": QT_TRANSLATE_NOOP("CaseWalk", "Magistrate found probable cause (felony)"),
    "bond_posted": QT_TRANSLATE_NOOP("CaseWalk", "Bail posted"),
    "prior_level": QT_TRANSLATE_NOOP("CaseWalk", "Worst earlier conviction"),
    "prior_years": QT_TRANSLATE_NOOP("CaseWalk", "Years since that conviction"),
    "release_years": QT_TRANSLATE_NOOP("CaseWalk", "Years since release from that sentence"),
    "misd_count": QT_TRANSLATE_NOOP("CaseWalk", "Earlier misdemeanor convictions"),
    "felony_count": QT_TRANSLATE_NOOP("CaseWalk", "Earlier felony convictions"),
    "serious_traffic_count": QT_TRANSLATE_NOOP("CaseWalk", "Earlier serious traffic convictions"),
    "wobbler_5y": QT_TRANSLATE_NOOP(
        "CaseWalk", "Listed misdemeanor that could be a felony, in five years (California)"
    ),
    "trust_felony": QT_TRANSLATE_NOOP("CaseWalk", "Felony conviction on the California list"),
    "trust_charge": QT_TRANSLATE_NOOP("CaseWalk", "Felony charge on the California list"),
    "agg_felony": QT_TRANSLATE_NOOP("CaseWalk", "Conviction that is an aggravated felony"),
    "fed_agg_felony": QT_TRANSLATE_NOOP("CaseWalk", "Aggravated felony in a federal court"),
    "registrant": QT_TRANSLATE_NOOP("CaseWalk", "On California’s sex or arson registry"),
    "prior_removal": QT_TRANSLATE_NOOP("CaseWalk", "Earlier removal or return, and re-entry"),
    "illegal_entry_conv": QT_TRANSLATE_NOOP(
        "CaseWalk", "Convicted of entry without permission (8 USC 1325)"
    ),
    "final_order": QT_TRANSLATE_NOOP("CaseWalk", "Open removal order"),
    "final_order_year": QT_TRANSLATE_NOOP("CaseWalk", "Year of the removal order"),
    "recent_entry": QT_TRANSLATE_NOOP(
        "CaseWalk", "Recent entry without permission, as the 2010 memo means it"
    ),
    "entry_after_2014": QT_TRANSLATE_NOOP("CaseWalk", "Cannot show presence since January 1, 2014"),
    "fraud": QT_TRANSLATE_NOOP("CaseWalk", "Found to have committed immigration fraud"),
    "gang": QT_TRANSLATE_NOOP("CaseWalk", "Gang record"),
    "terror_match": QT_TRANSLATE_NOOP("CaseWalk", "Possible watch-list match"),
    "crim_warrant": QT_TRANSLATE_NOOP("CaseWalk", "Open local criminal warrant"),
    "judicial_warrant": QT_TRANSLATE_NOOP(
        "CaseWalk", "Judge’s warrant or finding behind the request"
    ),
    "fed_felony_warrant": QT_TRANSLATE_NOOP("CaseWalk", "Open federal felony warrant"),
    "reimbursement_agreement": QT_TRANSLATE_NOOP(
        "CaseWalk", "Written federal promise to repay the jail"
    ),
    "public_risk": QT_TRANSLATE_NOOP("CaseWalk", "Officer finds an unacceptable risk"),
}
GROUPS: Final = {
    "arrest": QT_TRANSLATE_NOOP("CaseWalk", "More about the arrest"),
    "record": QT_TRANSLATE_NOOP("CaseWalk", "More about earlier convictions"),
    "immigration": QT_TRANSLATE_NOOP("CaseWalk", "More about immigration records"),
    "papers": QT_TRANSLATE_NOOP("CaseWalk", "Warrants"),
    "rare": QT_TRANSLATE_NOOP("CaseWalk", "Facts that few rules ask for"),
}
VALUES: Final = {
    "yes": QT_TRANSLATE_NOOP("CaseWalk", "Yes"),
    "no": QT_TRANSLATE_NOOP("CaseWalk", "No"),
    "none": QT_TRANSLATE_NOOP("CaseWalk", "None"),
    "unknown": QT_TRANSLATE_NOOP("CaseWalk", "Not known"),
    "": QT_TRANSLATE_NOOP("CaseWalk", "Does not apply"),
    "arrest_level=none": QT_TRANSLATE_NOOP("CaseWalk", "No local charge"),
    "traffic": QT_TRANSLATE_NOOP("CaseWalk", "Minor traffic offense"),
    "immigration": QT_TRANSLATE_NOOP("CaseWalk", "Immigration offense only"),
    "misdemeanour": QT_TRANSLATE_NOOP("CaseWalk", "Misdemeanor"),
    "misdemeanour_listed": QT_TRANSLATE_NOOP("CaseWalk", "Misdemeanor on the federal list"),
    "felony_nonviolent": QT_TRANSLATE_NOOP("CaseWalk", "Felony, not violent"),
    "felony_violent": QT_TRANSLATE_NOOP("CaseWalk", "Serious or violent felony"),
    "not_charged": QT_TRANSLATE_NOOP("CaseWalk", "Not charged"),
    "charged": QT_TRANSLATE_NOOP("CaseWalk", "Charged, case open"),
    "convicted": QT_TRANSLATE_NOOP("CaseWalk", "Convicted"),
    "dismissed": QT_TRANSLATE_NOOP("CaseWalk", "Dismissed"),
    "final_order": QT_TRANSLATE_NOOP("CaseWalk", "A removal order"),
    "pending_proceedings": QT_TRANSLATE_NOOP("CaseWalk", "A pending immigration case"),
    "biometric_record": QT_TRANSLATE_NOOP("CaseWalk", "A match of fingerprints"),
    "statement": QT_TRANSLATE_NOOP("CaseWalk", "A statement by the person"),
    "return": QT_TRANSLATE_NOOP("CaseWalk", "Returned at the border"),
    "removal": QT_TRANSLATE_NOOP("CaseWalk", "Removed"),
    "outstanding": QT_TRANSLATE_NOOP("CaseWalk", "Yes, open"),
    "database": QT_TRANSLATE_NOOP("CaseWalk", "On a gang list"),
    "conviction": QT_TRANSLATE_NOOP("CaseWalk", "A gang conviction"),
}


def question(name: str) -> str:
    """What is asked about a fact."""
    return QCoreApplication.translate("CaseWalk", QUESTIONS.get(name, name))


def group(name: str) -> str:
    """The heading over a group of facts."""
    return QCoreApplication.translate("CaseWalk", GROUPS[name])


def value(name: str, word: str) -> str:
    """The answer in words; a number stands as it is."""
    known = VALUES.get(f"{name}={word}", VALUES.get(word, word))
    return QCoreApplication.translate("CaseWalk", known)


def fact(name: str, word: str) -> str:
    """A fact and its value in one phrase, as in “Bail posted: No”."""
    return QCoreApplication.translate("CaseWalk", "{0}: {1}").format(
        question(name), value(name, word)
    )
