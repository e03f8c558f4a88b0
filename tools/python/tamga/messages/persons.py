"""Messages and groups: persons.

Made by tools/python/make from docs/PROTOCOL.md; not to be changed by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from tamga.messages.base import Answer, Group, Request
from tamga.messages.fingers import FingerRecord, TemplateWarning


@dataclass(frozen=True)
class Enrol(Request["Enrolled"]):
    """Registers a person with all the fingers given, or, when any of them is refused, with none. They are the
    person's first encounter. A person identifier is made of the characters `A-Z a-z 0-9 - _ . :` and should not
    be derived from personal data."""

    NAME: ClassVar[str] = "enrol"

    #: the person's identifier (1..64 bytes)
    person: str

    #: the fingers, in any order (1..40 times)
    finger: Sequence[FingerRecord]


@dataclass(frozen=True)
class Enrolled(Answer):
    """The answer to `enrol`. The person is durable and visible to every search sent from now on."""

    NAME: ClassVar[str] = "enrolled"

    #: the person's identifier (1..64 bytes)
    person: str

    #: the number of this change in the store, and of the encounter (number)
    sequence: int

    #: the first gallery snapshot that has the person (number)
    snapshot: int

    #: templates added (templates)
    references: int

    #: time the server took, from the whole request to the answer (µs)
    microseconds: int

    #: templates that were taken although they are poor (0..40 times)
    warning: Sequence[TemplateWarning] = ()


@dataclass(frozen=True)
class Encounter(Group):
    """A field of `person`."""

    NAME: ClassVar[str] = "encounter"

    #: the change that made it, and its name in `update` (number)
    number: int

    #: when the server took it on, since 1970-01-01 00:00 UTC (ms)
    taken_at: int

    #: the last change of it; its `number` where there was none since (number)
    changed: int


@dataclass(frozen=True)
class EnrolledFinger(Group):
    """A field of `person`."""

    NAME: ClassVar[str] = "enrolled-finger"

    #: the finger, by its code (0..23 code)
    position: int

    #: the format of the record (number)
    format: int

    #: as the record says; 0 where it says nothing (0 to 100)
    quality: int

    #: how many it has (minutiae)
    minutiae: int

    #: the record, where it was asked for (1..65536 bytes)
    record: bytes | None = None

    #: the encounter it belongs to (number)
    encounter: int | None = None


@dataclass(frozen=True)
class Read(Request["Person"]):
    """Asks what is held of a person."""

    NAME: ClassVar[str] = "read"

    #: the person's identifier (1..64 bytes)
    person: str

    #: whether to send the records as well
    include_records: bool


@dataclass(frozen=True)
class Person(Answer):
    """The answer to `read`. Where the records together would not fit a frame, it is an `error` with
    `limit-exceeded`."""

    NAME: ClassVar[str] = "person"

    #: the person's identifier (1..64 bytes)
    person: str

    #: since 1970-01-01 00:00 UTC (ms)
    enrolled_at: int

    #: the person's last change: an enrolment, an addition, an update or a merge (number)
    sequence: int

    #: one for each view held (0..1024 times)
    finger: Sequence[EnrolledFinger] = ()

    #: one for each encounter, in the order in which they came to the person (0..256 times)
    encounter: Sequence[Encounter] = ()


@dataclass(frozen=True)
class DeletionReceipt(Group):
    """A field of `deleted`. It proves what was deleted to whoever has a copy of that, and has none of the
    content itself."""

    NAME: ClassVar[str] = "deletion-receipt"

    #: since 1970-01-01 00:00 UTC (ms)
    deleted_at: int

    #: random, for this deletion alone (32..32 bytes)
    salt: bytes

    #: the SHA-256 of what was held (32..32 bytes)
    content: bytes

    #: the digest of the receipt (32..32 bytes)
    digest: bytes

    #: what ties it to the receipts before it (32..32 bytes)
    chain: bytes


@dataclass(frozen=True)
class Delete(Request["Deleted"]):
    """Removes a person and all that is held of it, with all encounters. A person with an entry ban that is not
    over is refused with `invalid-field`, field `person`: its owner lifts the ban first."""

    NAME: ClassVar[str] = "delete"

    #: the person's identifier (1..64 bytes)
    person: str


@dataclass(frozen=True)
class Deleted(Answer):
    """The answer to `delete`."""

    NAME: ClassVar[str] = "deleted"

    #: the person's identifier (1..64 bytes)
    person: str

    #: the number of this change in the store (number)
    sequence: int

    #: templates removed (templates)
    references: int

    #: what proves it; a client that must account for it keeps it with the answer's other fields
    receipt: DeletionReceipt | None = None


@dataclass(frozen=True)
class AddEncounter(Request["EncounterAdded"]):
    """Adds an encounter, with all the fingers given, to a person who is enrolled; when any of them is refused,
    with none. Those held already stay."""

    NAME: ClassVar[str] = "add-encounter"

    #: the person's identifier (1..64 bytes)
    person: str

    #: the fingers, in any order (1..40 times)
    finger: Sequence[FingerRecord]


@dataclass(frozen=True)
class EncounterAdded(Answer):
    """The answer to `add-encounter`. The encounter is durable and visible to every search sent from now on."""

    NAME: ClassVar[str] = "encounter-added"

    #: the person's identifier (1..64 bytes)
    person: str

    #: the number of this change in the store, and of the encounter (number)
    sequence: int

    #: the first gallery snapshot that has the encounter (number)
    snapshot: int

    #: templates of the person now (templates)
    references: int

    #: time the server took, from the whole request to the answer (µs)
    microseconds: int

    #: templates that were taken although they are poor (0..40 times)
    warning: Sequence[TemplateWarning] = ()


@dataclass(frozen=True)
class Update(Request["Updated"]):
    """Replaces all records of one encounter by the fingers given; when any of them is refused, the encounter is
    as it was. The person's other encounters stay. An encounter the person does not have is refused with
    `encounter-unknown`."""

    NAME: ClassVar[str] = "update"

    #: the person's identifier (1..64 bytes)
    person: str

    #: the encounter's number (number)
    encounter: int

    #: the fingers, in any order (1..40 times)
    finger: Sequence[FingerRecord]


@dataclass(frozen=True)
class Updated(Answer):
    """The answer to `update`. The replacement is durable and visible to every search sent from now on."""

    NAME: ClassVar[str] = "updated"

    #: the person's identifier (1..64 bytes)
    person: str

    #: the number of this change in the store; the encounter keeps its own (number)
    sequence: int

    #: the first gallery snapshot that has the new records (number)
    snapshot: int

    #: templates of the person now (templates)
    references: int

    #: time the server took, from the whole request to the answer (µs)
    microseconds: int

    #: templates that were taken although they are poor (0..40 times)
    warning: Sequence[TemplateWarning] = ()


@dataclass(frozen=True)
class Merge(Request["Merged"]):
    """Two persons turn out to be one: moves all encounters of `other`, with their numbers, to `person`. Nothing
    of either is lost, and `other` is unknown from then on; its identifier may be used again. What both have
    together must be what one person may have; else nothing is changed, and the answer is `limit-exceeded`. An
    `other` that is `person` itself is refused with `malformed-message`."""

    NAME: ClassVar[str] = "merge"

    #: who stays, and has the encounters of both (1..64 bytes)
    person: str

    #: whose encounters go to `person`; not `person` itself (1..64 bytes)
    other: str


@dataclass(frozen=True)
class Merged(Answer):
    """The answer to `merge`. It is durable and visible to every search sent from now on."""

    NAME: ClassVar[str] = "merged"

    #: who stays (1..64 bytes)
    person: str

    #: the number of this change in the store; the encounters keep their own (number)
    sequence: int

    #: the first gallery snapshot that has the change (number)
    snapshot: int

    #: templates of the person now (templates)
    references: int

    #: time the server took, from the whole request to the answer (µs)
    microseconds: int
