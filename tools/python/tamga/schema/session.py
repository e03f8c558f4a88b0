"""Fields of messages and groups: session.

Made by tools/python/make from docs/PROTOCOL.md; not to be changed by hand.
"""

from __future__ import annotations

from tamga.schema.types import Table, field


HELLO = Table("hello", 0x01, (
    field(0x8001, "minimum-version", "u8", "1", "1..255", "version"),
    field(0x8002, "maximum-version", "u8", "1", "1..255", "version"),
    field(0x8003, "client", "string", "1", "1..128", "bytes"),
))

WELCOME = Table("welcome", 0x81, (
    field(0x8001, "version", "u8", "1", "1..255", "version"),
    field(0x8002, "server", "string", "1", "1..128", "bytes"),
    field(0x8003, "matcher", "string", "1", "1..64", "bytes"),
    field(0x8004, "limits", "session-limits", "1", "-", "fields"),
    field(0x0005, "capability", "string", "0..32", "1..64", "bytes"),
    field(0x0006, "agency", "string", "0..1", "1..32", "bytes"),
    field(0x0007, "role", "string", "0..16", "1..32", "bytes"),
    field(0x0008, "station", "string", "0..1", "1..64", "bytes"),
))

SESSION_LIMITS = Table("session-limits", None, (
    field(0x8001, "frame-bytes", "u32", "1", "16384..3145728", "bytes"),
    field(0x8002, "requests-in-flight", "u16", "1", "1..65535", "requests"),
    field(0x8003, "fingers-per-request", "u16", "1", "1..40", "fingers"),
    field(0x8004, "record-bytes", "u32", "1", "1..65536", "bytes"),
    field(0x8005, "candidates", "u16", "1", "1..1000", "candidates"),
    field(0x0006, "connections-per-certificate", "u16", "0..1", "1..65535", "connections"),
    field(0x0007, "unread-bytes", "u32", "0..1", "-", "bytes"),
    field(0x0008, "times", "session-times", "0..1", "-", "fields"),
    field(0x0009, "longest-waits", "request-waits", "0..1", "-", "fields"),
))

SESSION_TIMES = Table("session-times", None, (
    field(0x8001, "hello", "u32", "1", "0..86400000", "ms"),
    field(0x8002, "frame", "u32", "1", "0..86400000", "ms"),
    field(0x8003, "idle", "u32", "1", "0..86400000", "ms"),
    field(0x8004, "write", "u32", "1", "0..86400000", "ms"),
))

REQUEST_WAITS = Table("request-waits", None, (
    field(0x8001, "border", "u32", "1", "0..86400000", "ms"),
    field(0x8002, "enrolment", "u32", "1", "0..86400000", "ms"),
    field(0x8003, "bulk", "u32", "1", "0..86400000", "ms"),
))

REQUEST_OPTIONS = Table("request-options", None, (
    field(0x8F01, "deadline", "u32", "0..1", "1..86400000", "ms"),
    field(0x8F02, "class", "u8", "0..1", "0..2", "code"),
))

PING = Table("ping", 0x02, (
    field(0x8001, "payload", "bytes", "1", "0..64", "bytes"),
))

PONG = Table("pong", 0x82, (
    field(0x8001, "payload", "bytes", "1", "0..64", "bytes"),
    field(0x0002, "waits", "request-waits", "0..1", "-", "fields"),
))

CANCEL = Table("cancel", 0x03, (
    field(0x8001, "request", "u64", "1", "-", "number"),
))

CANCELLED = Table("cancelled", 0x83, (
    field(0x8001, "found", "bool", "1", "-", "truth"),
))

STATS = Table("stats", 0x20, ())

STATISTICS = Table("statistics", 0xA0, (
    field(0x8001, "server", "string", "1", "1..128", "bytes"),
    field(0x8002, "matcher", "string", "1", "1..64", "bytes"),
    field(0x8003, "persons", "u64", "1", "-", "persons"),
    field(0x8004, "references", "u64", "1", "-", "templates"),
    field(0x8005, "snapshot", "u64", "1", "-", "number"),
    field(0x8006, "shards", "u16", "1", "-", "shards"),
    field(0x8007, "uptime", "u64", "1", "-", "ms"),
    field(0x8008, "connections", "u32", "1", "-", "connections"),
    field(0x0009, "request", "request-count", "0..64", "-", "fields"),
))

REQUEST_COUNT = Table("request-count", None, (
    field(0x8001, "kind", "string", "1", "1..32", "bytes"),
    field(0x8002, "answered", "u64", "1", "-", "requests"),
    field(0x8003, "refused", "u64", "1", "-", "requests"),
))

ERROR = Table("error", 0xFF, (
    field(0x8001, "code", "u16", "1", "-", "number"),
    field(0x8002, "message", "string", "1", "0..1024", "bytes"),
    field(0x0003, "field", "string", "0..1", "1..128", "bytes"),
    field(0x0004, "limit", "string", "0..1", "1..128", "bytes"),
    field(0x8005, "retryable", "bool", "1", "-", "truth"),
    field(0x0006, "retry-after", "u32", "0..1", "0..86400000", "ms"),
))
