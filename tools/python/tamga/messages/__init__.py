"""The messages and groups of the protocol, as types.

Made by tools/python/make from docs/PROTOCOL.md; not to be changed by hand.
"""

from __future__ import annotations

from tamga.messages.base import TYPES, Answer, Group, Message, Request
from tamga.messages.assessments import (
    AssessmentCandidate, BanInForce, EarlierRefusal, FactReference, NotTakenFinger, SearchSummary,
)
from tamga.messages.facts import (
    BanLifted, BanTerm, Certificate, Certified, Close, Closed, LiftBan, Link, Linked, Refuse, Refused, Remove,
    Removed, Unlink, Unlinked,
)
from tamga.messages.fingers import (
    Candidate, Decision, FingerRecord, FingerScore, Identified, Identify, TemplateWarning, Verified, Verify,
)
from tamga.messages.lists import (
    AlertEntry, AlertList, Alerts, Due, DueEntry, DueList, History, HistoryEntry, HistoryList,
)
from tamga.messages.persons import (
    AddEncounter, Delete, Deleted, DeletionReceipt, Encounter, EncounterAdded, Enrol, Enrolled,
    EnrolledFinger, Merge, Merged, Person, Read, Update, Updated,
)
from tamga.messages.registration import (
    LookUp, LookedUp, Register, Registered,
)
from tamga.messages.session import (
    Cancel, Cancelled, Error, Hello, Ping, Pong, RequestCount, RequestOptions, RequestWaits, SessionLimits,
    SessionTimes, Statistics, Stats, Welcome,
)

__all__ = [
    "AddEncounter", "AlertEntry", "AlertList", "Alerts", "Answer", "AssessmentCandidate", "BanInForce",
    "BanLifted", "BanTerm", "Cancel", "Cancelled", "Candidate", "Certificate", "Certified", "Close", "Closed",
    "Decision", "Delete", "Deleted", "DeletionReceipt", "Due", "DueEntry", "DueList", "EarlierRefusal",
    "Encounter", "EncounterAdded", "Enrol", "Enrolled", "EnrolledFinger", "Error", "FactReference",
    "FingerRecord", "FingerScore", "Group", "Hello", "History", "HistoryEntry", "HistoryList", "Identified",
    "Identify", "LiftBan", "Link", "Linked", "LookUp", "LookedUp", "Merge", "Merged", "Message",
    "NotTakenFinger", "Person", "Ping", "Pong", "Read", "Refuse", "Refused", "Register", "Registered",
    "Remove", "Removed", "Request", "RequestCount", "RequestOptions", "RequestWaits", "SearchSummary",
    "SessionLimits", "SessionTimes", "Statistics", "Stats", "TYPES", "TemplateWarning", "Unlink", "Unlinked",
    "Update", "Updated", "Verified", "Verify", "Welcome",
]
