"""Messages and groups: fingers.

Made by tools/python/make from docs/PROTOCOL.md; not to be changed by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from tamga.messages.base import Answer, Group, Request


@dataclass(frozen=True)
class FingerRecord(Group):
    """A field of `enrol`, `add-encounter`, `update`, `identify`, `verify`, `register` and `look-up`. A
    `position` that is there must not contradict the record: unless one of the two is 0, they must be equal. A
    palm's record of a format whose table of positions ends with the fingers says 0, and the `position` given
    says which palm it is; 20 goes with every palm. Where both are given and agree, the one given counts, also
    where it is 0 or 20 and the record says more."""

    NAME: ClassVar[str] = "finger-record"

    #: the format of the record, by the table below (number)
    format: int

    #: the whole record (1..65536 bytes)
    record: bytes

    #: the finger, by its code; absent: as the record itself says (0..23 code)
    position: int | None = None


@dataclass(frozen=True)
class TemplateWarning(Group):
    """A field of `enrolled`, `encounter-added`, `updated`, `identified`, `verified`, `registered` and
    `looked-up`: a template has too few minutiae, or all in one spot, or lies as no finger can. Whether such a
    request is answered with warnings or refused with `bad-template` is the server's setting."""

    NAME: ClassVar[str] = "template-warning"

    #: the record of the request, from 0 (number)
    finger: int

    #: the view of the record, from 0 (number)
    view: int

    #: `too-few-minutiae`, `one-spot`, `beyond-a-finger`, `crowded`, `coincident`, or `more` for those that an
    #: answer has no room for; others may be added (1..32 bytes)
    flaw: str

    #: what was measured and what is allowed, for people (0..256 bytes)
    text: str


@dataclass(frozen=True)
class FingerScore(Group):
    """A field of `candidate` and `verified`."""

    NAME: ClassVar[str] = "finger-score"

    #: the probe's finger (0..23 code)
    position: int

    #: the person's finger it was most alike (0..23 code)
    reference_position: int

    #: -log10 of the estimated false match rate (thousandths)
    score: int


@dataclass(frozen=True)
class Candidate(Group):
    """A field of `identified`. Candidates of equal score are ordered by the bytes of their identifiers."""

    NAME: ClassVar[str] = "candidate"

    #: the person's identifier (1..64 bytes)
    person: str

    #: 1 for the best (1..1000 place)
    rank: int

    #: -log10 of the estimated false match rate of all the fingers together (thousandths)
    score: int

    #: the best score of each finger of the probe that was compared, in the probe's order (0..40 times)
    finger: Sequence[FingerScore] = ()

    #: whether the score reaches the threshold of `decision`
    hit: bool | None = None

    #: 0: fingers are paired as their positions say; 1: with those of the other hand; 2: with other fingers;
    #: others are reserved (code)
    swap: int | None = None


@dataclass(frozen=True)
class Decision(Group):
    """A field of `identified`. The threshold is made for the number of persons compared with and the looks the
    request allows: a search for somebody not enrolled reaches it with the probability `target-fpir`, if scores
    are what they say. How far they may be from that, going by the size of the sets the matcher was calibrated
    on, the differences between sensors, and the extrapolation to scores nobody has measured, gives
    `lowest-fpir` and `highest-fpir`: about 19 times in 20 the true rate is between them."""

    NAME: ClassVar[str] = "decision"

    #: the score from which on a candidate is a hit (thousandths)
    threshold: int

    #: the rate it was made for (1..999999999 parts per 10^9)
    target_fpir: int

    #: the rate it may really have: at least this (0..1000000000 parts per 10^9)
    lowest_fpir: int

    #: at most this (0..1000000000 parts per 10^9)
    highest_fpir: int

    #: persons with a finger that one of the probe's may be, going by the positions (persons)
    persons: int

    #: the look that gave the candidates: 0 fingers as their positions say, 1 hands exchanged, 2 fingers
    #: exchanged; others are reserved (code)
    look: int


@dataclass(frozen=True)
class Identify(Request["Identified"]):
    """Asks whose fingers these are (1:N). All the fingers given must be of one person; the more of them, the
    surer the answer."""

    NAME: ClassVar[str] = "identify"

    #: the fingers, in any order (1..40 times)
    finger: Sequence[FingerRecord]

    #: how many candidates to answer with at most; absent: as the server is set (1..1000 candidates)
    maximum_candidates: int | None = None

    #: the widest rotation to look at, either way; 128 looks at all of them; absent: as the server is set
    #: (0..128 1/256 turn)
    maximum_rotation: int | None = None

    #: the false positive identification rate to make the threshold for; absent: as the server is set
    #: (1..999999999 parts per 10^9)
    target_fpir: int | None = None

    #: 0: compare fingers of the same position only; 1: look for exchanged hands and fingers as well; absent: 1
    #: (0..1 code)
    positions: int | None = None


@dataclass(frozen=True)
class Identified(Answer):
    """The answer to `identify`: candidates, ranked, and which of them are hits: those whose score reaches the
    threshold that `decision` states. Candidates below it are listed so that a person can look, and are no hits.
    An empty list is a success, and says nothing about persons who were not compared against: see `searched` and
    `gallery`. Nor does it of the `fenced-persons`: their templates were compared too, but by a part of the
    server that does not find those it has to find; who is a candidate is one, and who is none may be registered
    all the same. In `registered` and `looked-up` these persons are among the `not-compared`."""

    NAME: ClassVar[str] = "identified"

    #: templates compared against (templates)
    searched: int

    #: templates in the snapshot (templates)
    gallery: int

    #: the gallery snapshot that was searched (number)
    snapshot: int

    #: the matcher that gave the scores (1..64 bytes)
    matcher: str

    #: time the server took, from the whole request to the answer (µs)
    microseconds: int

    #: the widest rotation looked at, either way (0..128 1/256 turn)
    rotation: int

    #: best first; none is an answer like any other (0..1000 times)
    candidate: Sequence[Candidate] = ()

    #: from which score on a candidate is a hit
    decision: Decision | None = None

    #: templates of the probe that are poor: a "nobody" of theirs says little (0..40 times)
    warning: Sequence[TemplateWarning] = ()

    #: persons in parts of the gallery that fail their own test, whose templates `searched` leaves out; absent
    #: where there are none (persons)
    fenced_persons: int | None = None


@dataclass(frozen=True)
class Verify(Request["Verified"]):
    """Asks how alike these fingers and those of one person are (1:1). Exchanged hands and fingers are looked
    for as in `identify`."""

    NAME: ClassVar[str] = "verify"

    #: the person's identifier (1..64 bytes)
    person: str

    #: the fingers, in any order (1..40 times)
    finger: Sequence[FingerRecord]

    #: the widest rotation to look at, either way; 128 looks at all of them; absent: as the server is set
    #: (0..128 1/256 turn)
    maximum_rotation: int | None = None

    #: 0: compare fingers of the same position only; 1: look for exchanged hands and fingers as well; absent: 1
    #: (0..1 code)
    positions: int | None = None


@dataclass(frozen=True)
class Verified(Answer):
    """The answer to `verify`: a score and no decision. The client compares it with the threshold of its own
    task."""

    NAME: ClassVar[str] = "verified"

    #: the person's identifier (1..64 bytes)
    person: str

    #: -log10 of the estimated false match rate of all the fingers together (thousandths)
    score: int

    #: templates of the person compared against (templates)
    compared: int

    #: the gallery snapshot that was searched (number)
    snapshot: int

    #: the matcher that gave the scores (1..64 bytes)
    matcher: str

    #: time the server took, from the whole request to the answer (µs)
    microseconds: int

    #: the best score of each finger of the probe that was compared, in the probe's order (0..40 times)
    finger: Sequence[FingerScore] = ()

    #: the widest rotation looked at, either way (0..128 1/256 turn)
    rotation: int | None = None

    #: 0: fingers are paired as their positions say; 1: with those of the other hand; 2: with other fingers;
    #: others are reserved (code)
    swap: int | None = None

    #: templates of the probe that are poor (0..40 times)
    warning: Sequence[TemplateWarning] = ()
