"""The tokens there are; a newer server may know more.

Made by tools/python/make from docs/PROTOCOL.md; not to be changed by hand.
"""

from __future__ import annotations

#: Vocabulary to its tokens, in the order of the page.
TOKENS: dict[str, tuple[str, ...]] = {
    "outcome": (
        "assessed",
        "registered",
        "not-registered",
        "deferred",
    ),
    "verdict": (
        "new-person",
        "same-person-same-identity",
        "same-person-other-identity",
        "other-person-under-identity",
        "known-person",
        "inconclusive",
    ),
    "doubt": (
        "coverage",
        "few-fingers",
        "score",
        "several-persons",
    ),
    "next": (
        "register",
        "do-not-register",
        "link-identifier",
        "report-second-identity",
        "report-foreign-identity",
        "recapture-in-order",
        "capture-finger",
        "recapture-quality",
        "adjudicate",
        "entry-ban",
        "note-recapture",
    ),
    "reason": (
        "missing",
        "bandaged",
        "amputated",
        "damaged",
    ),
    "status": (
        "citizen",
        "foreigner",
        "stateless",
    ),
    "ground": (
        "seafarer-document",
        "residence",
        "identity-document",
        "asylum",
        "removal",
        "visa",
        "voluntary",
    ),
    "agency": (
        "interior",
        "foreign-affairs",
        "national-security",
        "transport",
    ),
    "removal": (
        "expulsion",
        "readmission",
    ),
    "fact": (
        "registered",
        "presented",
        "linked",
        "unlinked",
        "refused",
        "removed",
        "ban-lifted",
        "recapture-due",
        "recaptured",
        "alert",
        "alert-seen",
        "certificate",
    ),
    "what": (
        "alert",
        "due",
    ),
}

#: Number of a record format to what the record is.
FORMATS: dict[int, str] = {
    1: "ISO/IEC 19794-2:2005, the finger minutiae record, from its magic `FMR` to its last view",
    2: "ISO/IEC 19794-2:2011",
    3: "ANSI INCITS 378-2004",
    4: "ANSI INCITS 378-2009",
    5: "ANSI INCITS 378-2009 with Amendment 1",
    6: "ISO/IEC 19794-2:2005, card format, normal size",
    7: "ISO/IEC 19794-2:2005, card format, compact size",
    8: "ANSI/NIST-ITL, traditional encoding, a transaction with Type-9 records that have the M1 block",
}
