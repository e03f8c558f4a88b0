"""Messages and groups: facts.

Made by tools/python/make from docs/PROTOCOL.md; not to be changed by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from tamga.messages.base import Answer, Group, Request
from tamga.messages.assessments import FactReference


@dataclass(frozen=True)
class Link(Request["Linked"]):
    """Links an identifier to a person: a new passport, an IIN obtained later. One that another person has is
    refused with `identifier-held`, unless it is a name: names many may have."""

    NAME: ClassVar[str] = "link"

    #: the person's identifier (1..64 bytes)
    person: str

    #: `iin:...`, `document:...` or `names:...`, see Registration (1..640 bytes)
    identifier: str

    #: why, in the officer's words (1..256 bytes)
    reason: str | None = None

    #: who is at it, as the station names the officer; the server does not check it (1..64 bytes)
    officer: str | None = None


@dataclass(frozen=True)
class Linked(Answer):
    """The answer to `link`. The link is durable, and holds in every request sent from now on."""

    NAME: ClassVar[str] = "linked"

    #: where it stands in the history
    fact: FactReference

    #: time the server took, from the whole request to the answer (µs)
    microseconds: int


@dataclass(frozen=True)
class Unlink(Request["Unlinked"]):
    """Takes an identifier from a person. One that the person does not have is refused with
    `identifier-unknown`."""

    NAME: ClassVar[str] = "unlink"

    #: the person's identifier (1..64 bytes)
    person: str

    #: `iin:...`, `document:...` or `names:...`, see Registration (1..640 bytes)
    identifier: str

    #: why, in the officer's words (1..256 bytes)
    reason: str

    #: who is at it, as the station names the officer; the server does not check it (1..64 bytes)
    officer: str | None = None


@dataclass(frozen=True)
class Unlinked(Answer):
    """The answer to `unlink`: as `linked`."""

    NAME: ClassVar[str] = "unlinked"

    #: where it stands in the history
    fact: FactReference

    #: time the server took, from the whole request to the answer (µs)
    microseconds: int


@dataclass(frozen=True)
class Refuse(Request["Refused"]):
    """Notes that somebody would not give fingers."""

    NAME: ClassVar[str] = "refuse"

    #: who it is, where the officer knows; absent: nobody who is registered (1..64 bytes)
    person: str | None = None

    #: by what the person claims to be somebody, as in Registration (0..16 times, 1..640 bytes)
    claim: Sequence[str] = ()

    #: on what ground fingers were to be taken, see Tokens (1..64 bytes)
    ground: str | None = None

    #: where, in words (1..256 bytes)
    place: str | None = None

    #: anything else, in words (1..256 bytes)
    remark: str | None = None

    #: who is at it, as the station names the officer; the server does not check it (1..64 bytes)
    officer: str | None = None


@dataclass(frozen=True)
class Refused(Answer):
    """The answer to `refuse`: the refusal is noted, durably."""

    NAME: ClassVar[str] = "refused"

    #: where it stands in the history
    fact: FactReference

    #: time the server took, from the whole request to the answer (µs)
    microseconds: int


@dataclass(frozen=True)
class BanTerm(Group):
    """A field of `remove`."""

    NAME: ClassVar[str] = "ban-term"

    #: the first day of the ban (10..10 bytes)
    from_: str

    #: the last day, not before `from`; absent: the ban has no end (10..10 bytes)
    until: str | None = None


@dataclass(frozen=True)
class Remove(Request["Removed"]):
    """Notes that a person was expelled, or handed over under a treaty of readmission, with the term in which
    the person may not enter. The station's agency owns the ban: it alone may lift it, and alerts go to it."""

    NAME: ClassVar[str] = "remove"

    #: the person's identifier (1..64 bytes)
    person: str

    #: `expulsion` or `readmission`, see Tokens (1..64 bytes)
    removal: str

    #: its legal ground: a decision, an article, a treaty (1..256 bytes)
    ground: str

    #: the day of it (10..10 bytes)
    date: str

    #: the term in which the person may not enter; absent: no ban
    ban: BanTerm | None = None

    #: who is at it, as the station names the officer; the server does not check it (1..64 bytes)
    officer: str | None = None


@dataclass(frozen=True)
class Removed(Answer):
    """The answer to `remove`. The removal is durable, and its ban holds in every request sent from now on."""

    NAME: ClassVar[str] = "removed"

    #: where it stands in the history
    fact: FactReference

    #: time the server took, from the whole request to the answer (µs)
    microseconds: int


@dataclass(frozen=True)
class LiftBan(Request["BanLifted"]):
    """Ends an entry ban before its term. A removal that the person does not have, or that has no ban, is
    refused with `fact-unknown`; another agency's with `not-owner`."""

    NAME: ClassVar[str] = "lift-ban"

    #: the person's identifier (1..64 bytes)
    person: str

    #: the removal that brought the ban
    removal: FactReference

    #: why, in the officer's words (1..256 bytes)
    reason: str

    #: who is at it, as the station names the officer; the server does not check it (1..64 bytes)
    officer: str | None = None


@dataclass(frozen=True)
class BanLifted(Answer):
    """The answer to `lift-ban`. The ban holds no more, durably."""

    NAME: ClassVar[str] = "ban-lifted"

    #: where it stands in the history
    fact: FactReference

    #: time the server took, from the whole request to the answer (µs)
    microseconds: int


@dataclass(frozen=True)
class Close(Request["Closed"]):
    """Closes something open: an alert that its owner has seen, a re-capture that was done or is not wanted any
    more. What is not there, or not of this kind, is refused with `fact-unknown`; another agency's alert with
    `not-owner`."""

    NAME: ClassVar[str] = "close"

    #: `alert` or `due`, see Tokens (1..64 bytes)
    what: str

    #: the alert, or the re-capture that was noted as due
    fact: FactReference

    #: who is at it, as the station names the officer; the server does not check it (1..64 bytes)
    officer: str | None = None


@dataclass(frozen=True)
class Closed(Answer):
    """The answer to `close`. It is open no more, durably."""

    NAME: ClassVar[str] = "closed"

    #: where it stands in the history
    fact: FactReference

    #: time the server took, from the whole request to the answer (µs)
    microseconds: int


@dataclass(frozen=True)
class Certificate(Request["Certified"]):
    """Asks for a certificate that the person is registered. Each request issues another one, with a serial
    number of its own; what is kept is that it was issued, not the file."""

    NAME: ClassVar[str] = "certificate"

    #: the person's identifier (1..64 bytes)
    person: str

    #: who is at it, as the station names the officer; the server does not check it (1..64 bytes)
    officer: str | None = None


@dataclass(frozen=True)
class Certified(Answer):
    """The answer to `certificate`: the file, whose issue is noted, durably."""

    NAME: ClassVar[str] = "certified"

    #: the certificate's serial number (1..64 bytes)
    serial: str

    #: the whole file, to be printed or handed over (1..1048576 bytes)
    file: bytes

    #: time the server took, from the whole request to the answer (µs)
    microseconds: int
