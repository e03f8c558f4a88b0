"""The codes of errors.

Made by tools/python/make from docs/PROTOCOL.md; not to be changed by hand.
"""

from __future__ import annotations

from tamga.schema.types import Code


CODES = (
    Code(1, "malformed-frame", True, False, (
        "mend the client; connect again")),
    Code(2, "unsupported-version", True, False, (
        "use a client of a version the server speaks; `limit` names them")),
    Code(3, "unknown-kind", False, False, (
        "do without it: the server is older than the client")),
    Code(4, "frame-too-large", True, False, (
        "send fewer or smaller fingers; connect again")),
    Code(5, "malformed-message", False, False, (
        "mend the client")),
    Code(6, "unknown-critical-field", False, False, (
        "do without the field: the server is older than the client")),
    Code(7, "hello-required", True, False, (
        "send `hello` first and wait; connect again")),
    Code(8, "unexpected-hello", True, False, (
        "mend the client; connect again")),
    Code(9, "duplicate-request-id", True, False, (
        "mend the client; connect again")),
    Code(16, "too-many-requests", False, True, (
        "wait for answers, or `retry-after`, then send it again")),
    Code(17, "limit-exceeded", False, False, (
        "send less")),
    Code(18, "bad-person", False, False, (
        "mend the identifier")),
    Code(19, "bad-template", False, False, (
        "take the finger again, or mend the record")),
    Code(20, "position-mismatch", False, False, (
        "mend the one that is wrong")),
    Code(21, "person-exists", False, False, (
        "use another identifier, or `add-encounter` if it is the same person")),
    Code(22, "person-unknown", False, False, (
        "mend the identifier")),
    Code(23, "encounter-unknown", False, False, (
        "`read` the person: it names the encounters there are")),
    Code(24, "denied", False, False, (
        "ask a station that has the right, or the authority for another certificate: [Who may do "
        "what](#who-may-do-what)")),
    Code(25, "invalid-field", False, False, (
        "mend the field")),
    Code(26, "key-reused", False, False, (
        "use a new key for a new request; the first request's answer is had by sending that one")),
    Code(27, "identifier-held", False, False, (
        "compare the two persons: one may be registered twice, or a document be another's")),
    Code(28, "identifier-unknown", False, False, (
        "`history` of the person: it names those that were linked")),
    Code(29, "fact-unknown", False, False, (
        "ask for the list again")),
    Code(30, "not-owner", False, False, (
        "ask that agency")),
    Code(32, "not-ready", False, True, (
        "wait a second or more, then send it again")),
    Code(33, "shutting-down", False, True, (
        "connect again later, or to another server")),
    Code(34, "storage-failed", False, True, (
        "for a change: `read` the person first, to learn whether it was made, as [after a lost "
        "connection](#when-a-connection-is-lost)")),
    Code(35, "gallery-full", False, False, (
        "tell the operator; send it again when the ceiling was raised or persons were deleted")),
    Code(36, "overloaded", False, True, (
        "wait `retry-after`, then send it again; or allow more time")),
    Code(37, "deadline-exceeded", False, True, (
        "send it again if its answer is still wanted")),
    Code(38, "request-cancelled", False, False, (
        "nothing")),
    Code(39, "too-many-connections", True, True, (
        "use the connections there are")),
    Code(255, "internal", False, False, (
        "report it; do not send the same request again at once")),
)
