"""Messages and groups: registration.

Made by tools/python/make from docs/PROTOCOL.md; not to be changed by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from tamga.messages.base import Answer, Group, Request
from tamga.messages.assessments import (
    AssessmentCandidate, BanInForce, EarlierRefusal, FactReference, NotTakenFinger, SearchSummary,
)
from tamga.messages.fingers import FingerRecord, TemplateWarning


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

    #: fingers that were refused before under what was claimed, or by what `person` is known, the newest first
    #: (0..16 times)
    refusal: Sequence[EarlierRefusal] = ()


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

    #: fingers that were refused before under what was claimed, or by what `person` is known, the newest first
    #: (0..16 times)
    refusal: Sequence[EarlierRefusal] = ()
