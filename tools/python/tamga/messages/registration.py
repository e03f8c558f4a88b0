"""Messages and groups: registration.

Made by tools/python/make from docs/PROTOCOL.md; not to be changed by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from tamga.messages.base import Answer, Group, Request
from tamga.messages.fingers import FingerRecord, TemplateWarning


@dataclass(frozen=True)
class NotTakenFinger(Group):
    """A field of `register`, `look-up` and `due-entry`."""

    NAME: ClassVar[str] = "not-taken-finger"

    #: the finger, by its code (0..23 code)
    position: int

    #: why: see Tokens (1..64 bytes)
    reason: str


@dataclass(frozen=True)
class AssessmentCandidate(Group):
    """A field of `registered` and `looked-up`: those found by the search, and those who hold a claimed number
    or document, who are compared one to one."""

    NAME: ClassVar[str] = "assessment-candidate"

    #: the person's identifier (1..64 bytes)
    person: str

    #: -log10 of the estimated false match rate of all the fingers together (thousandths)
    score: int

    #: whether the score reaches the threshold of `search`, or, of somebody who was claimed, that of one
    #: comparison
    hit: bool

    #: 0: fingers are paired as their positions say; 1: with those of the other hand; 2: with other fingers;
    #: others are reserved (code)
    swap: int


@dataclass(frozen=True)
class FactReference(Group):
    """The place of a fact in the history of the register, and its name in requests. Places ascend, first by
    `number`, then by `ordinal`, and none is given again."""

    NAME: ClassVar[str] = "fact-reference"

    #: the number of the change that brought it (number)
    number: int

    #: its place among the facts of this change, from 0 (number)
    ordinal: int


@dataclass(frozen=True)
class BanInForce(Group):
    """A field of `registered` and `looked-up`."""

    NAME: ClassVar[str] = "ban-in-force"

    #: who is banned (1..64 bytes)
    person: str

    #: the removal that brought the ban, its name in `lift-ban`
    removal: FactReference

    #: the removal: see Tokens (1..64 bytes)
    kind: str

    #: its legal ground: a decision, an article, a treaty (1..256 bytes)
    ground: str

    #: the agency that recorded it, which alone may lift the ban: see Tokens (1..64 bytes)
    owner: str

    #: the first day of the ban (10..10 bytes)
    from_: str

    #: the last day; absent: the ban has no end (10..10 bytes)
    until: str | None = None


@dataclass(frozen=True)
class SearchSummary(Group):
    """A field of `registered` and `looked-up`; the figures are as in `identified` and its `decision`, and Not
    compared says what `not-compared` means."""

    NAME: ClassVar[str] = "search-summary"

    #: templates compared against (templates)
    searched: int

    #: templates in the snapshot (templates)
    gallery: int

    #: registered persons who have too few of the fingers given: of them the search says nothing (persons)
    not_compared: int

    #: the gallery snapshot that was searched (number)
    snapshot: int

    #: the matcher that gave the scores (1..64 bytes)
    matcher: str

    #: the score from which on a candidate is a hit (thousandths)
    threshold: int

    #: from here to `threshold` a candidate is in doubt (thousandths)
    doubtful_threshold: int

    #: the rate of false hits the threshold was made for (1..999999999 parts per 10^9)
    target_fpir: int

    #: the rate it may really have: at least this (0..1000000000 parts per 10^9)
    lowest_fpir: int

    #: at most this (0..1000000000 parts per 10^9)
    highest_fpir: int


@dataclass(frozen=True)
class Register(Request["Registered"]):
    """Asks to register a person. One request searches, decides and registers, and between the search and the
    registration no other change comes: of two stations that send the same person at once, one registers and the
    other finds the person. Nobody is registered unless the verdict is `new-person`; the person's number is made
    by the server. What is wrong with a text (an identifier, a token, a date) is refused with `invalid-field`,
    and nothing was done. So is a finger that is both given and named in `not-taken`, and a request without any
    `finger` that does not name all ten there."""

    NAME: ClassVar[str] = "register"

    #: the station's own name for this request; absent: sent again, it is another request (8..64 bytes)
    key: str | None = None

    #: by what the person claims to be somebody: `iin:...`, `document:...` or `names:...`, see Registration
    #: (0..16 times, 1..640 bytes)
    claim: Sequence[str] = ()

    #: what the person is to the country, see Tokens (1..64 bytes)
    status: str | None = None

    #: on what ground fingers are taken, see Tokens (1..64 bytes)
    ground: str | None = None

    #: where, in words (1..256 bytes)
    place: str | None = None

    #: who is at it, as the station names the officer; the server does not check it (1..64 bytes)
    officer: str | None = None

    #: the fingers that were taken, in any order (0..40 times)
    finger: Sequence[FingerRecord] = ()

    #: the fingers that could not be taken, and why (0..14 times)
    not_taken: Sequence[NotTakenFinger] = ()

    #: the false positive identification rate to make the threshold for, not below that of the server; absent:
    #: as the server is set (1..999999999 parts per 10^9)
    target_fpir: int | None = None


@dataclass(frozen=True)
class Registered(Answer):
    """The answer to `register`. That nobody was registered is an answer like any other: `outcome` says whether,
    `verdict` and `next` why and what to do. With the outcome `registered` the person is durable and visible to
    every search sent from now on."""

    NAME: ClassVar[str] = "registered"

    #: what was done: see Tokens (1..64 bytes)
    outcome: str

    #: what the fingers say of the claimed identity: see Tokens (1..64 bytes)
    verdict: str

    #: 0: the fingers came as their positions say; 1: hands exchanged; 2: fingers exchanged; others are reserved
    #: (code)
    swap: int

    #: how many alerts this request raised (alerts)
    alerts: int

    #: 1: this is the answer given before under the same key, and nothing was done now
    replay: bool

    #: time the server took, from the whole request to the answer (µs)
    microseconds: int

    #: who is registered and has these fingers, or was registered now; absent: nobody (1..64 bytes)
    person: str | None = None

    #: by what `person` is known (0..64 times, 1..640 bytes)
    identifier: Sequence[str] = ()

    #: other registered persons to whom a claimed number or document belongs (0..16 times, 1..64 bytes)
    owner: Sequence[str] = ()

    #: why the verdict is inconclusive, or what else to keep in mind: see Tokens (0..8 times, 1..64 bytes)
    doubt: Sequence[str] = ()

    #: what the officer should do next, in this order: see Tokens (0..16 times, 1..64 bytes)
    next: Sequence[str] = ()

    #: the finger to take next, where one more would help (0..23 code)
    capture_next: int | None = None

    #: persons who were found alike, best first (0..100 times)
    candidate: Sequence[AssessmentCandidate] = ()

    #: entry bans in force today, of the persons who were found (0..64 times)
    ban: Sequence[BanInForce] = ()

    #: what was searched; absent: nothing was, and the answer says nothing of who is registered
    search: SearchSummary | None = None

    #: templates that are poor: a "nobody" of theirs says little (0..40 times)
    warning: Sequence[TemplateWarning] = ()

    #: the re-capture that was noted as due
    due: FactReference | None = None

    #: the number of the change in the store; absent: nothing was written (number)
    sequence: int | None = None


@dataclass(frozen=True)
class LookUp(Request["LookedUp"]):
    """Asks what `register` would find, and registers nobody; the fields are those of `register` under the same
    numbers, without `key`. A look-up writes nothing down: it raises no alert, is in no history, and its answer
    has `alerts` 0 and neither `due` nor `sequence`."""

    NAME: ClassVar[str] = "look-up"

    #: by what the person claims to be somebody: `iin:...`, `document:...` or `names:...`, see Registration
    #: (0..16 times, 1..640 bytes)
    claim: Sequence[str] = ()

    #: what the person is to the country, see Tokens (1..64 bytes)
    status: str | None = None

    #: on what ground fingers are taken, see Tokens (1..64 bytes)
    ground: str | None = None

    #: where, in words (1..256 bytes)
    place: str | None = None

    #: who is at it, as the station names the officer; the server does not check it (1..64 bytes)
    officer: str | None = None

    #: the fingers that were taken, in any order (0..40 times)
    finger: Sequence[FingerRecord] = ()

    #: the fingers that could not be taken, and why (0..14 times)
    not_taken: Sequence[NotTakenFinger] = ()

    #: the false positive identification rate to make the threshold for; absent: as the server is set
    #: (1..999999999 parts per 10^9)
    target_fpir: int | None = None


@dataclass(frozen=True)
class LookedUp(Answer):
    """The answer to `look-up`: as `registered`, with the outcome `assessed`."""

    NAME: ClassVar[str] = "looked-up"

    #: what was done: see Tokens (1..64 bytes)
    outcome: str

    #: what the fingers say of the claimed identity: see Tokens (1..64 bytes)
    verdict: str

    #: 0: the fingers came as their positions say; 1: hands exchanged; 2: fingers exchanged; others are reserved
    #: (code)
    swap: int

    #: how many alerts this request raised (alerts)
    alerts: int

    #: 1: this is the answer given before under the same key, and nothing was done now
    replay: bool

    #: time the server took, from the whole request to the answer (µs)
    microseconds: int

    #: who is registered and has these fingers, or was registered now; absent: nobody (1..64 bytes)
    person: str | None = None

    #: by what `person` is known (0..64 times, 1..640 bytes)
    identifier: Sequence[str] = ()

    #: other registered persons to whom a claimed number or document belongs (0..16 times, 1..64 bytes)
    owner: Sequence[str] = ()

    #: why the verdict is inconclusive, or what else to keep in mind: see Tokens (0..8 times, 1..64 bytes)
    doubt: Sequence[str] = ()

    #: what the officer should do next, in this order: see Tokens (0..16 times, 1..64 bytes)
    next: Sequence[str] = ()

    #: the finger to take next, where one more would help (0..23 code)
    capture_next: int | None = None

    #: persons who were found alike, best first (0..100 times)
    candidate: Sequence[AssessmentCandidate] = ()

    #: entry bans in force today, of the persons who were found (0..64 times)
    ban: Sequence[BanInForce] = ()

    #: what was searched; absent: nothing was, and the answer says nothing of who is registered
    search: SearchSummary | None = None

    #: templates that are poor: a "nobody" of theirs says little (0..40 times)
    warning: Sequence[TemplateWarning] = ()

    #: the re-capture that was noted as due
    due: FactReference | None = None

    #: the number of the change in the store; absent: nothing was written (number)
    sequence: int | None = None
