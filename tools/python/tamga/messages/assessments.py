"""Messages and groups: assessments.

Made by tools/python/make from docs/PROTOCOL.md; not to be changed by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from tamga.messages.base import Answer, Group, Request


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
class EarlierRefusal(Group):
    """A field of `registered` and `looked-up`."""

    NAME: ClassVar[str] = "earlier-refusal"

    #: what was claimed when fingers were refused (1..640 bytes)
    claim: str

    #: its place in the history
    fact: FactReference

    #: when it was recorded, since 1970-01-01 00:00 UTC (ms)
    at: int

    #: who recorded it: see Tokens (1..64 bytes)
    agency: str

    #: the station, as its certificate names it (1..64 bytes)
    station: str


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
