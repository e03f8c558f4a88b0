"""Fields of messages and groups: facts.

Made by tools/python/make from docs/PROTOCOL.md; not to be changed by hand.
"""

from __future__ import annotations

from tamga.schema.types import Table, field


LINK = Table("link", 0x1A, (
    field(0x8001, "person", "string", "1", "1..64", "bytes"),
    field(0x8002, "identifier", "string", "1", "1..640", "bytes"),
    field(0x8003, "reason", "string", "0..1", "1..256", "bytes"),
    field(0x8004, "officer", "string", "0..1", "1..64", "bytes"),
))

LINKED = Table("linked", 0x9A, (
    field(0x8001, "fact", "fact-reference", "1", "-", "fields"),
    field(0x8002, "microseconds", "u64", "1", "-", "µs"),
))

UNLINK = Table("unlink", 0x1B, (
    field(0x8001, "person", "string", "1", "1..64", "bytes"),
    field(0x8002, "identifier", "string", "1", "1..640", "bytes"),
    field(0x8003, "reason", "string", "1", "1..256", "bytes"),
    field(0x8004, "officer", "string", "0..1", "1..64", "bytes"),
))

UNLINKED = Table("unlinked", 0x9B, (
    field(0x8001, "fact", "fact-reference", "1", "-", "fields"),
    field(0x8002, "microseconds", "u64", "1", "-", "µs"),
))

REFUSE = Table("refuse", 0x1C, (
    field(0x8001, "person", "string", "0..1", "1..64", "bytes"),
    field(0x8002, "claim", "string", "0..16", "1..640", "bytes"),
    field(0x8003, "ground", "token", "0..1", "1..64", "bytes"),
    field(0x8004, "place", "string", "0..1", "1..256", "bytes"),
    field(0x8005, "remark", "string", "0..1", "1..256", "bytes"),
    field(0x8006, "officer", "string", "0..1", "1..64", "bytes"),
))

REFUSED = Table("refused", 0x9C, (
    field(0x8001, "fact", "fact-reference", "1", "-", "fields"),
    field(0x8002, "microseconds", "u64", "1", "-", "µs"),
))

BAN_TERM = Table("ban-term", None, (
    field(0x8001, "from", "string", "1", "10..10", "bytes"),
    field(0x8002, "until", "string", "0..1", "10..10", "bytes"),
))

REMOVE = Table("remove", 0x1D, (
    field(0x8001, "person", "string", "1", "1..64", "bytes"),
    field(0x8002, "removal", "token", "1", "1..64", "bytes"),
    field(0x8003, "ground", "string", "1", "1..256", "bytes"),
    field(0x8004, "date", "string", "1", "10..10", "bytes"),
    field(0x8005, "ban", "ban-term", "0..1", "-", "fields"),
    field(0x8006, "officer", "string", "0..1", "1..64", "bytes"),
))

REMOVED = Table("removed", 0x9D, (
    field(0x8001, "fact", "fact-reference", "1", "-", "fields"),
    field(0x8002, "microseconds", "u64", "1", "-", "µs"),
))

LIFT_BAN = Table("lift-ban", 0x1E, (
    field(0x8001, "person", "string", "1", "1..64", "bytes"),
    field(0x8002, "removal", "fact-reference", "1", "-", "fields"),
    field(0x8003, "reason", "string", "1", "1..256", "bytes"),
    field(0x8004, "officer", "string", "0..1", "1..64", "bytes"),
))

BAN_LIFTED = Table("ban-lifted", 0x9E, (
    field(0x8001, "fact", "fact-reference", "1", "-", "fields"),
    field(0x8002, "microseconds", "u64", "1", "-", "µs"),
))

CLOSE = Table("close", 0x23, (
    field(0x8001, "what", "token", "1", "1..64", "bytes"),
    field(0x8002, "fact", "fact-reference", "1", "-", "fields"),
    field(0x8003, "officer", "string", "0..1", "1..64", "bytes"),
))

CLOSED = Table("closed", 0xA3, (
    field(0x8001, "fact", "fact-reference", "1", "-", "fields"),
    field(0x8002, "microseconds", "u64", "1", "-", "µs"),
))

CERTIFICATE = Table("certificate", 0x24, (
    field(0x8001, "person", "string", "1", "1..64", "bytes"),
    field(0x8002, "officer", "string", "0..1", "1..64", "bytes"),
))

CERTIFIED = Table("certified", 0xA4, (
    field(0x8001, "serial", "string", "1", "1..64", "bytes"),
    field(0x8002, "file", "bytes", "1", "1..1048576", "bytes"),
    field(0x8003, "microseconds", "u64", "1", "-", "µs"),
))
