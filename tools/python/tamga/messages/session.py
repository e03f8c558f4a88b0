"""Messages and groups: session.

Made by tools/python/make from docs/PROTOCOL.md; not to be changed by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from tamga.messages.base import Answer, Group, Request


@dataclass(frozen=True)
class Hello(Request["Welcome"]):
    """The first frame of a client. A `maximum-version` below `minimum-version` is refused with
    `malformed-message`."""

    NAME: ClassVar[str] = "hello"

    #: the lowest version the client speaks (1..255 version)
    minimum_version: int

    #: the highest one; not below `minimum-version` (1..255 version)
    maximum_version: int

    #: the client program and its version, for the server's log (1..128 bytes)
    client: str


@dataclass(frozen=True)
class Welcome(Answer):
    """The answer to `hello`. A capability `record-format-N` says that records of `format` N are taken: see
    `finger-record`. `agency`, `role` and `station` are read from the station's certificate: see Who may do
    what."""

    NAME: ClassVar[str] = "welcome"

    #: the version of every frame from here on (1..255 version)
    version: int

    #: the server program and its version (1..128 bytes)
    server: str

    #: the matcher's version: scores of different matchers must not be compared (1..64 bytes)
    matcher: str

    #: what the server takes on this connection
    limits: SessionLimits

    #: the name of an optional feature; a client ignores names it does not know (0..32 times, 1..64 bytes)
    capability: Sequence[str] = ()

    #: the agency the server takes the station to belong to; absent where the certificate does not say (1..32
    #: bytes)
    agency: str | None = None

    #: what the station is there to do; a client ignores names it does not know (0..16 times, 1..32 bytes)
    role: Sequence[str] = ()

    #: the station's name (1..64 bytes)
    station: str | None = None


@dataclass(frozen=True)
class SessionLimits(Group):
    """A field of `welcome`. A request outside of these is refused with `limit-exceeded` (or, for the first two,
    `frame-too-large` and `too-many-requests`), even where the limits of the tables below would allow it."""

    NAME: ClassVar[str] = "session-limits"

    #: the longest body of a frame, either way (16384..3145728 bytes)
    frame_bytes: int

    #: requests sent and not answered yet (1..65535 requests)
    requests_in_flight: int

    #: `finger` fields of one request (1..40 fingers)
    fingers_per_request: int

    #: the longest `record` (1..65536 bytes)
    record_bytes: int

    #: the largest `maximum-candidates` (1..1000 candidates)
    candidates: int

    #: connections that one certificate may hold at once; one more is refused at its `hello` with
    #: `too-many-connections` (1..65535 connections)
    connections_per_certificate: int | None = None

    #: answers not taken yet above which the server closes the connection (bytes)
    unread_bytes: int | None = None

    #: how long the server waits for the client
    times: SessionTimes | None = None

    #: how long a request of each class may have to wait; what would take longer is refused with `overloaded`
    longest_waits: RequestWaits | None = None


@dataclass(frozen=True)
class SessionTimes(Group):
    """A field of `session-limits`: at the end of each time the server closes the connection."""

    NAME: ClassVar[str] = "session-times"

    #: from the handshake to a valid `hello` (0..86400000 ms)
    hello: int

    #: from the first byte of a frame, or the end of the one before, to its end (0..86400000 ms)
    frame: int

    #: without a request in flight: send `ping` before (0..86400000 ms)
    idle: int

    #: for answers to be taken while no more fit the connection (0..86400000 ms)
    write: int


@dataclass(frozen=True)
class RequestWaits(Group):
    """A field of `session-limits` and of `pong`."""

    NAME: ClassVar[str] = "request-waits"

    #: of class `border` (0..86400000 ms)
    border: int

    #: of class `enrolment` (0..86400000 ms)
    enrolment: int

    #: of class `bulk` (0..86400000 ms)
    bulk: int


@dataclass(frozen=True)
class RequestOptions(Group):
    """Not a message: fields that any request but `hello`, `ping` and `cancel` may carry among its own. No
    message gives a tag of 0x8F00 to 0x8FFF, or 0x0F00 to 0x0FFF, to a field of its own. See Classes, deadlines,
    taking back."""

    NAME: ClassVar[str] = "request-options"

    #: after which the answer is of no use, from the arrival of the whole request; absent: it is of use whenever
    #: it comes (1..86400000 ms)
    deadline: int | None = None

    #: 0 border, 1 enrolment, 2 bulk; absent: by what is asked and who the station is (0..2 code)
    class_: int | None = None


@dataclass(frozen=True)
class Ping(Request["Pong"]):
    """Asks whether the server is there; also keeps an idle connection open."""

    NAME: ClassVar[str] = "ping"

    #: any bytes (0..64 bytes)
    payload: bytes


@dataclass(frozen=True)
class Pong(Answer):
    """The answer to `ping`."""

    NAME: ClassVar[str] = "pong"

    #: those of the ping (0..64 bytes)
    payload: bytes

    #: how long a search that came now would take with all that is before it, going by lately; 0 where nothing
    #: is known
    waits: RequestWaits | None = None


@dataclass(frozen=True)
class Cancel(Request["Cancelled"]):
    """Takes a request back. Like `ping` it needs no right."""

    NAME: ClassVar[str] = "cancel"

    #: the id of the request (number)
    request: int


@dataclass(frozen=True)
class Cancelled(Answer):
    """The answer to `cancel`."""

    NAME: ClassVar[str] = "cancelled"

    #: whether the request was in flight; then its own answer follows, if it has not come already
    found: bool


@dataclass(frozen=True)
class Stats(Request["Statistics"]):
    """Asks for the server's figures."""

    NAME: ClassVar[str] = "stats"


@dataclass(frozen=True)
class Statistics(Answer):
    """The answer to `stats`."""

    NAME: ClassVar[str] = "statistics"

    #: the server program and its version (1..128 bytes)
    server: str

    #: the matcher's version (1..64 bytes)
    matcher: str

    #: enrolled now (persons)
    persons: int

    #: in the gallery now (templates)
    references: int

    #: the newest gallery snapshot (number)
    snapshot: int

    #: parts the gallery is searched in (shards)
    shards: int

    #: since the server's start (ms)
    uptime: int

    #: open now (connections)
    connections: int

    #: one for each kind of request that was asked since the start (0..64 times)
    request: Sequence[RequestCount] = ()


@dataclass(frozen=True)
class RequestCount(Group):
    """A field of `statistics`."""

    NAME: ClassVar[str] = "request-count"

    #: the kind's name as in Kinds (1..32 bytes)
    kind: str

    #: answered with what was asked for (requests)
    answered: int

    #: answered with `error` (requests)
    refused: int


@dataclass(frozen=True)
class Error(Answer):
    """The answer to any request that was refused, and the only frame a server may send unasked (then with
    request id 0)."""

    NAME: ClassVar[str] = "error"

    #: see Error codes (number)
    code: int

    #: what is wrong, for a person to read; not to be parsed (0..1024 bytes)
    message: str

    #: whether the same request may succeed later, unchanged
    retryable: bool

    #: the field that is wrong, with its place: `finger[2].record` is the third finger's record; an unknown
    #: field by its tag: `0x8042`; of a header `version`, `flags`, `request id`, `length` or `kind` (1..128
    #: bytes)
    field: str | None = None

    #: what was allowed (1..128 bytes)
    limit: str | None = None

    #: after which the same request would be taken, as things are now (0..86400000 ms)
    retry_after: int | None = None
