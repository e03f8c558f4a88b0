"""Messages and groups: lists.

Made by tools/python/make from docs/PROTOCOL.md; not to be changed by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from tamga.messages.base import Answer, Group, Request
from tamga.messages.assessments import FactReference, NotTakenFinger


@dataclass(frozen=True)
class Alerts(Request["AlertList"]):
    """Asks for the alerts that went to the station's agency, the oldest first. An alert is raised when the
    fingers of somebody with a ban in force come. How lists are read is in Lists."""

    NAME: ClassVar[str] = "alerts"

    #: how many to answer with at most (1..1000 entries)
    limit: int

    #: the last one had before; absent: from the beginning
    after: FactReference | None = None


@dataclass(frozen=True)
class AlertEntry(Group):
    """A field of `alert-list`."""

    NAME: ClassVar[str] = "alert-entry"

    #: its place in the history, its name in `close` and `after`
    fact: FactReference

    #: who is banned (1..64 bytes)
    person: str

    #: when, since 1970-01-01 00:00 UTC (ms)
    at: int

    #: the agency where the fingers came, see Tokens (1..64 bytes)
    agency: str

    #: the station, as its certificate names it (1..64 bytes)
    station: str

    #: the removal whose ban is in force
    removal: FactReference

    #: -log10 of the estimated false match rate (thousandths)
    score: int

    #: whether the owner has closed it
    seen: bool

    #: the person the fingers came under; absent: nobody was registered for it (1..64 bytes)
    came_as: str | None = None

    #: what was claimed (0..16 times, 1..640 bytes)
    claim: Sequence[str] = ()


@dataclass(frozen=True)
class AlertList(Answer):
    """The answer to `alerts`."""

    NAME: ClassVar[str] = "alert-list"

    #: whether there are others after the last one
    more: bool

    #: in ascending order of their facts (0..1000 times)
    alert: Sequence[AlertEntry] = ()


@dataclass(frozen=True)
class Due(Request["DueList"]):
    """Asks for the re-captures that are due, the oldest first: of fingers that could not be taken for a time,
    `bandaged` or `damaged`. How lists are read is in Lists."""

    NAME: ClassVar[str] = "due"

    #: how many to answer with at most (1..1000 entries)
    limit: int

    #: the last one had before; absent: from the beginning
    after: FactReference | None = None


@dataclass(frozen=True)
class DueEntry(Group):
    """A field of `due-list`."""

    NAME: ClassVar[str] = "due-entry"

    #: its place in the history, its name in `close` and `after`
    fact: FactReference

    #: when it was noted, since 1970-01-01 00:00 UTC (ms)
    since: int

    #: whose fingers; absent: somebody who is not registered yet (1..64 bytes)
    person: str | None = None

    #: what was claimed (0..16 times, 1..640 bytes)
    claim: Sequence[str] = ()

    #: the fingers to take (0..14 times)
    not_taken: Sequence[NotTakenFinger] = ()

    #: where it was noted, in words (1..256 bytes)
    place: str | None = None


@dataclass(frozen=True)
class DueList(Answer):
    """The answer to `due`."""

    NAME: ClassVar[str] = "due-list"

    #: whether there are others after the last one
    more: bool

    #: in ascending order of their facts (0..1000 times)
    item: Sequence[DueEntry] = ()


@dataclass(frozen=True)
class History(Request["HistoryList"]):
    """Asks what happened to a person, the oldest first. How lists are read is in Lists."""

    NAME: ClassVar[str] = "history"

    #: the person's identifier (1..64 bytes)
    person: str

    #: how many to answer with at most (1..1000 entries)
    limit: int

    #: the last one had before; absent: from the beginning
    after: FactReference | None = None


@dataclass(frozen=True)
class HistoryEntry(Group):
    """A field of `history-list`."""

    NAME: ClassVar[str] = "history-entry"

    #: its place in the history, its name in `after`
    fact: FactReference

    #: when it was written down, since 1970-01-01 00:00 UTC (ms)
    at: int

    #: by whom, see Tokens (1..64 bytes)
    agency: str

    #: the station, as its certificate names it (1..64 bytes)
    station: str

    #: what happened: see Tokens (1..64 bytes)
    kind: str

    #: what is known of it: JSON (RFC 8259) in one line (0..65536 bytes)
    content: str

    #: who is at it, as the station names the officer; the server does not check it (1..64 bytes)
    officer: str | None = None


@dataclass(frozen=True)
class HistoryList(Answer):
    """The answer to `history`."""

    NAME: ClassVar[str] = "history-list"

    #: whether there are others after the last one
    more: bool

    #: in ascending order of their facts (0..1000 times)
    entry: Sequence[HistoryEntry] = ()
