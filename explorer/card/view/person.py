"""The facts about a person in words: told, absent, or not known."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

FACTS: Final = {
    "fact-age": QT_TRANSLATE_NOOP("Card", "{0} years old at the arrest"),
    "unknown-age": QT_TRANSLATE_NOOP("Card", "the age"),
    "fact-ident_record=yes": QT_TRANSLATE_NOOP("Card", "fingerprints known to DHS"),
    "fact-ident_record=no": QT_TRANSLATE_NOOP("Card", "fingerprints not known to DHS"),
    "no-ident_record": QT_TRANSLATE_NOOP("Card", "fingerprints not known to DHS"),
    "unknown-ident_record": QT_TRANSLATE_NOOP("Card", "whether DHS had the fingerprints"),
    "fact-removable=yes": QT_TRANSLATE_NOOP("Card", "can be removed under immigration law"),
    "fact-removable=no": QT_TRANSLATE_NOOP("Card", "cannot be removed under immigration law"),
    "no-removable": QT_TRANSLATE_NOOP("Card", "cannot be removed under immigration law"),
    "unknown-removable": QT_TRANSLATE_NOOP("Card", "whether immigration law allows removal"),
    "fact-pc_basis=none": QT_TRANSLATE_NOOP(
        "Card", "nothing that supports probable cause of removability"
    ),
    "fact-pc_basis=final_order": QT_TRANSLATE_NOOP(
        "Card", "probable cause of removability: an open removal order"
    ),
    "fact-pc_basis=pending_proceedings": QT_TRANSLATE_NOOP(
        "Card", "probable cause of removability: a pending removal case"
    ),
    "fact-pc_basis=biometric_record": QT_TRANSLATE_NOOP(
        "Card", "probable cause of removability: a fingerprint match"
    ),
    "fact-pc_basis=statement": QT_TRANSLATE_NOOP(
        "Card", "probable cause of removability: a statement of the person"
    ),
    "no-pc_basis": QT_TRANSLATE_NOOP(
        "Card", "nothing that supports probable cause of removability"
    ),
    "unknown-pc_basis": QT_TRANSLATE_NOOP("Card", "what supported probable cause of removability"),
    "fact-arrest_level=none": QT_TRANSLATE_NOOP("Card", "no present charge"),
    "no-arrest_level": QT_TRANSLATE_NOOP("Card", "no present charge"),
    "unknown-arrest_level": QT_TRANSLATE_NOOP("Card", "the present charge"),
    "fact-arrest_level=traffic": QT_TRANSLATE_NOOP("Card", "present charge: minor traffic offense"),
    "fact-arrest_level=immigration": QT_TRANSLATE_NOOP(
        "Card", "present charge: immigration offense"
    ),
    "fact-arrest_level=misdemeanour": QT_TRANSLATE_NOOP("Card", "present charge: misdemeanor"),
    "fact-arrest_level=misdemeanour_listed": QT_TRANSLATE_NOOP(
        "Card", "present charge: listed misdemeanor"
    ),
    "fact-arrest_level=felony_nonviolent": QT_TRANSLATE_NOOP(
        "Card", "present charge: felony that is not violent"
    ),
    "fact-arrest_level=felony_violent": QT_TRANSLATE_NOOP(
        "Card", "present charge: serious or violent felony"
    ),
    "fact-charge_status=not_charged": QT_TRANSLATE_NOOP("Card", "not charged"),
    "fact-charge_status=charged": QT_TRANSLATE_NOOP("Card", "charged, case open"),
    "fact-charge_status=convicted": QT_TRANSLATE_NOOP("Card", "convicted in the present case"),
    "fact-charge_status=dismissed": QT_TRANSLATE_NOOP("Card", "present case dismissed"),
    "unknown-charge_status": QT_TRANSLATE_NOOP("Card", "the state of the present case"),
    "fact-magistrate_pc=yes": QT_TRANSLATE_NOOP(
        "Card", "a magistrate found probable cause on a felony charge"
    ),
    "fact-magistrate_pc=no": QT_TRANSLATE_NOOP(
        "Card", "no magistrate’s finding of probable cause on a felony charge"
    ),
    "no-magistrate_pc": QT_TRANSLATE_NOOP(
        "Card", "no magistrate’s finding of probable cause on a felony charge"
    ),
    "unknown-magistrate_pc": QT_TRANSLATE_NOOP("Card", "whether a magistrate found probable cause"),
    "fact-bond_posted=yes": QT_TRANSLATE_NOOP("Card", "bail posted"),
    "fact-bond_posted=no": QT_TRANSLATE_NOOP("Card", "bail not posted"),
    "no-bond_posted": QT_TRANSLATE_NOOP("Card", "bail not posted"),
    "unknown-bond_posted": QT_TRANSLATE_NOOP("Card", "whether bail was posted"),
    "fact-prior_level=none": QT_TRANSLATE_NOOP("Card", "no earlier conviction"),
    "no-prior_level": QT_TRANSLATE_NOOP("Card", "no earlier conviction"),
    "unknown-prior_level": QT_TRANSLATE_NOOP("Card", "earlier convictions"),
    "fact-prior_level=traffic": QT_TRANSLATE_NOOP(
        "Card", "worst earlier conviction: minor traffic offense"
    ),
    "fact-prior_level=immigration": QT_TRANSLATE_NOOP(
        "Card", "worst earlier conviction: immigration offense"
    ),
    "fact-prior_level=misdemeanour": QT_TRANSLATE_NOOP(
        "Card", "worst earlier conviction: misdemeanor"
    ),
    "fact-prior_level=misdemeanour_listed": QT_TRANSLATE_NOOP(
        "Card", "worst earlier conviction: listed misdemeanor"
    ),
    "fact-prior_level=felony_nonviolent": QT_TRANSLATE_NOOP(
        "Card", "worst earlier conviction: felony that is not violent"
    ),
    "fact-prior_level=felony_violent": QT_TRANSLATE_NOOP(
        "Card", "worst earlier conviction: serious or violent felony"
    ),
    "fact-prior_years": QT_TRANSLATE_NOOP("Card", "years since that conviction: {0}"),
    "unknown-prior_years": QT_TRANSLATE_NOOP("Card", "the years since that conviction"),
    "fact-release_years": QT_TRANSLATE_NOOP("Card", "years since release from that sentence: {0}"),
    "unknown-release_years": QT_TRANSLATE_NOOP("Card", "the years since release"),
    "fact-misd_count": QT_TRANSLATE_NOOP("Card", "earlier misdemeanor convictions: {0}"),
    "no-misd_count": QT_TRANSLATE_NOOP("Card", "no earlier misdemeanor conviction"),
    "unknown-misd_count": QT_TRANSLATE_NOOP(
        "Card", "the number of earlier misdemeanor convictions"
    ),
    "fact-felony_count": QT_TRANSLATE_NOOP("Card", "earlier felony convictions: {0}"),
    "no-felony_count": QT_TRANSLATE_NOOP("Card", "no earlier felony conviction"),
    "unknown-felony_count": QT_TRANSLATE_NOOP("Card", "the number of earlier felony convictions"),
    "fact-serious_traffic_count": QT_TRANSLATE_NOOP(
        "Card", "earlier serious traffic convictions: {0}"
    ),
    "no-serious_traffic_count": QT_TRANSLATE_NOOP("Card", "no earlier serious traffic conviction"),
    "unknown-serious_traffic_count": QT_TRANSLATE_NOOP(
        "Card", "the number of earlier serious traffic convictions"
    ),
    "no-prior_years": QT_TRANSLATE_NOOP("Card", "less than a year since that conviction"),
    "no-release_years": QT_TRANSLATE_NOOP(
        "Card", "not yet a year since release from that sentence"
    ),
    "fact-wobbler_5y=yes": QT_TRANSLATE_NOOP(
        "Card", "a misdemeanor on California’s TRUST Act list within five years"
    ),
    "fact-wobbler_5y=no": QT_TRANSLATE_NOOP(
        "Card", "no misdemeanor on California’s TRUST Act list within five years"
    ),
    "no-wobbler_5y": QT_TRANSLATE_NOOP(
        "Card", "no misdemeanor on California’s TRUST Act list within five years"
    ),
    "unknown-wobbler_5y": QT_TRANSLATE_NOOP(
        "Card", "whether there was a misdemeanor on California’s TRUST Act list"
    ),
    "fact-trust_felony=yes": QT_TRANSLATE_NOOP(
        "Card", "a felony conviction on California’s TRUST Act list"
    ),
    "fact-trust_felony=no": QT_TRANSLATE_NOOP(
        "Card", "no felony conviction on California’s TRUST Act list"
    ),
    "no-trust_felony": QT_TRANSLATE_NOOP(
        "Card", "no felony conviction on California’s TRUST Act list"
    ),
    "unknown-trust_felony": QT_TRANSLATE_NOOP(
        "Card", "whether there was a felony conviction on California’s TRUST Act list"
    ),
    "fact-trust_charge=yes": QT_TRANSLATE_NOOP(
        "Card", "a present felony charge on California’s TRUST Act list"
    ),
    "fact-trust_charge=no": QT_TRANSLATE_NOOP(
        "Card", "no present felony charge on California’s TRUST Act list"
    ),
    "no-trust_charge": QT_TRANSLATE_NOOP(
        "Card", "no present felony charge on California’s TRUST Act list"
    ),
    "unknown-trust_charge": QT_TRANSLATE_NOOP(
        "Card", "whether the charge is on California’s TRUST Act list"
    ),
    "fact-agg_felony=yes": QT_TRANSLATE_NOOP(
        "Card", "an aggravated-felony conviction under immigration law"
    ),
    "fact-agg_felony=no": QT_TRANSLATE_NOOP(
        "Card", "no aggravated-felony conviction under immigration law"
    ),
    "no-agg_felony": QT_TRANSLATE_NOOP(
        "Card", "no aggravated-felony conviction under immigration law"
    ),
    "unknown-agg_felony": QT_TRANSLATE_NOOP(
        "Card", "whether a conviction was an aggravated felony"
    ),
    "fact-fed_agg_felony=yes": QT_TRANSLATE_NOOP(
        "Card", "an aggravated-felony conviction in a federal court"
    ),
    "fact-fed_agg_felony=no": QT_TRANSLATE_NOOP(
        "Card", "no aggravated-felony conviction in a federal court"
    ),
    "no-fed_agg_felony": QT_TRANSLATE_NOOP(
        "Card", "no aggravated-felony conviction in a federal court"
    ),
    "unknown-fed_agg_felony": QT_TRANSLATE_NOOP(
        "Card", "whether there was an aggravated-felony conviction in a federal court"
    ),
    "fact-registrant=yes": QT_TRANSLATE_NOOP("Card", "on California’s sex or arson registry"),
    "fact-registrant=no": QT_TRANSLATE_NOOP("Card", "not on California’s sex or arson registry"),
    "no-registrant": QT_TRANSLATE_NOOP("Card", "not on California’s sex or arson registry"),
    "unknown-registrant": QT_TRANSLATE_NOOP(
        "Card", "whether the person was on California’s sex or arson registry"
    ),
    "fact-prior_removal=none": QT_TRANSLATE_NOOP("Card", "no earlier removal or return"),
    "fact-prior_removal=return": QT_TRANSLATE_NOOP(
        "Card", "returned earlier, then came back without permission"
    ),
    "fact-prior_removal=removal": QT_TRANSLATE_NOOP(
        "Card", "removed earlier, then came back without permission"
    ),
    "no-prior_removal": QT_TRANSLATE_NOOP("Card", "no earlier removal or return"),
    "unknown-prior_removal": QT_TRANSLATE_NOOP(
        "Card", "whether there was an earlier removal or return"
    ),
    "fact-illegal_entry_conv=yes": QT_TRANSLATE_NOOP(
        "Card", "convicted of entry without permission"
    ),
    "fact-illegal_entry_conv=no": QT_TRANSLATE_NOOP(
        "Card", "no conviction for entry without permission"
    ),
    "no-illegal_entry_conv": QT_TRANSLATE_NOOP(
        "Card", "no conviction for entry without permission"
    ),
    "unknown-illegal_entry_conv": QT_TRANSLATE_NOOP(
        "Card", "whether there was a conviction for entry without permission"
    ),
    "fact-final_order=none": QT_TRANSLATE_NOOP("Card", "no open removal order"),
    "no-final_order": QT_TRANSLATE_NOOP("Card", "no open removal order"),
    "fact-final_order=outstanding": QT_TRANSLATE_NOOP("Card", "an open removal order"),
    "unknown-final_order": QT_TRANSLATE_NOOP("Card", "whether there was an open removal order"),
    "fact-final_order_year": QT_TRANSLATE_NOOP("Card", "year of the removal order: {0}"),
    "unknown-final_order_year": QT_TRANSLATE_NOOP("Card", "the year of the removal order"),
    "fact-recent_entry=yes": QT_TRANSLATE_NOOP(
        "Card", "entered recently without permission, as the 2010 memo means it"
    ),
    "fact-recent_entry=no": QT_TRANSLATE_NOOP("Card", "no recent entry as the 2010 memo means it"),
    "no-recent_entry": QT_TRANSLATE_NOOP("Card", "no recent entry as the 2010 memo means it"),
    "unknown-recent_entry": QT_TRANSLATE_NOOP("Card", "whether the entry was recent"),
    "fact-entry_after_2014=yes": QT_TRANSLATE_NOOP(
        "Card", "cannot show presence since January 1, 2014"
    ),
    "fact-entry_after_2014=no": QT_TRANSLATE_NOOP(
        "Card", "can show presence since January 1, 2014"
    ),
    "no-entry_after_2014": QT_TRANSLATE_NOOP("Card", "can show presence since January 1, 2014"),
    "unknown-entry_after_2014": QT_TRANSLATE_NOOP(
        "Card", "whether the person was in the country before 2014"
    ),
    "fact-fraud=yes": QT_TRANSLATE_NOOP("Card", "found to have committed immigration fraud"),
    "fact-fraud=no": QT_TRANSLATE_NOOP("Card", "no finding of immigration fraud"),
    "no-fraud": QT_TRANSLATE_NOOP("Card", "no finding of immigration fraud"),
    "unknown-fraud": QT_TRANSLATE_NOOP("Card", "whether there was immigration fraud"),
    "fact-gang=none": QT_TRANSLATE_NOOP("Card", "no gang record"),
    "fact-gang=database": QT_TRANSLATE_NOOP("Card", "in a gang database"),
    "fact-gang=conviction": QT_TRANSLATE_NOOP("Card", "a conviction with a gang element"),
    "no-gang": QT_TRANSLATE_NOOP("Card", "no gang record"),
    "unknown-gang": QT_TRANSLATE_NOOP("Card", "whether there was a gang record"),
    "fact-terror_match=yes": QT_TRANSLATE_NOOP(
        "Card", "a possible match on a terrorist watch list"
    ),
    "fact-terror_match=no": QT_TRANSLATE_NOOP("Card", "no watch-list match"),
    "no-terror_match": QT_TRANSLATE_NOOP("Card", "no watch-list match"),
    "unknown-terror_match": QT_TRANSLATE_NOOP("Card", "whether there was a watch-list match"),
    "fact-crim_warrant=yes": QT_TRANSLATE_NOOP("Card", "an open local criminal warrant"),
    "fact-crim_warrant=no": QT_TRANSLATE_NOOP("Card", "no open local warrant"),
    "no-crim_warrant": QT_TRANSLATE_NOOP("Card", "no open local warrant"),
    "unknown-crim_warrant": QT_TRANSLATE_NOOP("Card", "whether there was an open local warrant"),
    "fact-judicial_warrant=yes": QT_TRANSLATE_NOOP(
        "Card", "a judge’s warrant or finding backs the request"
    ),
    "fact-judicial_warrant=no": QT_TRANSLATE_NOOP("Card", "no judge’s warrant behind the request"),
    "no-judicial_warrant": QT_TRANSLATE_NOOP("Card", "no judge’s warrant behind the request"),
    "unknown-judicial_warrant": QT_TRANSLATE_NOOP(
        "Card", "whether a judge’s warrant backed the request"
    ),
    "fact-fed_felony_warrant=yes": QT_TRANSLATE_NOOP("Card", "an open federal felony warrant"),
    "fact-fed_felony_warrant=no": QT_TRANSLATE_NOOP("Card", "no federal felony warrant"),
    "no-fed_felony_warrant": QT_TRANSLATE_NOOP("Card", "no federal felony warrant"),
    "unknown-fed_felony_warrant": QT_TRANSLATE_NOOP(
        "Card", "whether there was a federal felony warrant"
    ),
    "fact-reimbursement_agreement=yes": QT_TRANSLATE_NOOP(
        "Card", "a written federal promise to repay the jail"
    ),
    "fact-reimbursement_agreement=no": QT_TRANSLATE_NOOP(
        "Card", "no written federal promise to repay the jail"
    ),
    "no-reimbursement_agreement": QT_TRANSLATE_NOOP(
        "Card", "no written federal promise to repay the jail"
    ),
    "unknown-reimbursement_agreement": QT_TRANSLATE_NOOP(
        "Card", "whether there was a promise to repay the jail"
    ),
    "fact-public_risk=yes": QT_TRANSLATE_NOOP("Card", "an officer finds an unacceptable risk"),
    "fact-public_risk=no": QT_TRANSLATE_NOOP(
        "Card", "no officer’s finding of an unacceptable risk"
    ),
    "no-public_risk": QT_TRANSLATE_NOOP("Card", "no officer’s finding of an unacceptable risk"),
    "unknown-public_risk": QT_TRANSLATE_NOOP(
        "Card", "whether an officer found an unacceptable risk"
    ),
}


def fact_word(key: str) -> str:
    """The untranslated words for ``fact-age``, ``fact-removable=yes``, ``no-gang``; else nothing."""
    return str(FACTS.get(key, ""))
