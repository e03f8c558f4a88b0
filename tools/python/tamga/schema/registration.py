"""Fields of messages and groups: registration.

Made by tools/python/make from docs/PROTOCOL.md; not to be changed by hand.
"""

from __future__ import annotations

from tamga.schema.types import Table, field


REGISTER = Table("register", 0x18, (
    field(0x8001, "key", "key", "0..1", "8..64", "bytes"),
    field(0x8002, "claim", "string", "0..16", "1..640", "bytes"),
    field(0x8003, "status", "token", "0..1", "1..64", "bytes"),
    field(0x8004, "ground", "token", "0..1", "1..64", "bytes"),
    field(0x8005, "place", "string", "0..1", "1..256", "bytes"),
    field(0x8006, "officer", "string", "0..1", "1..64", "bytes"),
    field(0x8007, "finger", "finger-record", "0..40", "-", "fields"),
    field(0x8008, "not-taken", "not-taken-finger", "0..14", "-", "fields"),
    field(0x8009, "target-fpir", "u32", "0..1", "1..999999999", "parts per 10^9"),
))

REGISTERED = Table("registered", 0x98, (
    field(0x8001, "outcome", "token", "1", "1..64", "bytes"),
    field(0x8002, "verdict", "token", "1", "1..64", "bytes"),
    field(0x8003, "person", "string", "0..1", "1..64", "bytes"),
    field(0x8004, "identifier", "string", "0..64", "1..640", "bytes"),
    field(0x8005, "owner", "string", "0..16", "1..64", "bytes"),
    field(0x8006, "doubt", "token", "0..8", "1..64", "bytes"),
    field(0x8007, "swap", "u8", "1", "-", "code"),
    field(0x8008, "next", "token", "0..16", "1..64", "bytes"),
    field(0x8009, "capture-next", "u8", "0..1", "0..23", "code"),
    field(0x800A, "candidate", "assessment-candidate", "0..100", "-", "fields"),
    field(0x800B, "ban", "ban-in-force", "0..64", "-", "fields"),
    field(0x800C, "search", "search-summary", "0..1", "-", "fields"),
    field(0x000D, "warning", "template-warning", "0..40", "-", "fields"),
    field(0x800E, "due", "fact-reference", "0..1", "-", "fields"),
    field(0x800F, "alerts", "u16", "1", "-", "alerts"),
    field(0x8010, "sequence", "u64", "0..1", "-", "number"),
    field(0x8011, "replay", "bool", "1", "-", "truth"),
    field(0x8012, "microseconds", "u64", "1", "-", "µs"),
    field(0x0013, "refusal", "earlier-refusal", "0..16", "-", "fields"),
))

LOOK_UP = Table("look-up", 0x19, (
    field(0x8002, "claim", "string", "0..16", "1..640", "bytes"),
    field(0x8003, "status", "token", "0..1", "1..64", "bytes"),
    field(0x8004, "ground", "token", "0..1", "1..64", "bytes"),
    field(0x8005, "place", "string", "0..1", "1..256", "bytes"),
    field(0x8006, "officer", "string", "0..1", "1..64", "bytes"),
    field(0x8007, "finger", "finger-record", "0..40", "-", "fields"),
    field(0x8008, "not-taken", "not-taken-finger", "0..14", "-", "fields"),
    field(0x8009, "target-fpir", "u32", "0..1", "1..999999999", "parts per 10^9"),
))

LOOKED_UP = Table("looked-up", 0x99, (
    field(0x8001, "outcome", "token", "1", "1..64", "bytes"),
    field(0x8002, "verdict", "token", "1", "1..64", "bytes"),
    field(0x8003, "person", "string", "0..1", "1..64", "bytes"),
    field(0x8004, "identifier", "string", "0..64", "1..640", "bytes"),
    field(0x8005, "owner", "string", "0..16", "1..64", "bytes"),
    field(0x8006, "doubt", "token", "0..8", "1..64", "bytes"),
    field(0x8007, "swap", "u8", "1", "-", "code"),
    field(0x8008, "next", "token", "0..16", "1..64", "bytes"),
    field(0x8009, "capture-next", "u8", "0..1", "0..23", "code"),
    field(0x800A, "candidate", "assessment-candidate", "0..100", "-", "fields"),
    field(0x800B, "ban", "ban-in-force", "0..64", "-", "fields"),
    field(0x800C, "search", "search-summary", "0..1", "-", "fields"),
    field(0x000D, "warning", "template-warning", "0..40", "-", "fields"),
    field(0x800E, "due", "fact-reference", "0..1", "-", "fields"),
    field(0x800F, "alerts", "u16", "1", "-", "alerts"),
    field(0x8010, "sequence", "u64", "0..1", "-", "number"),
    field(0x8011, "replay", "bool", "1", "-", "truth"),
    field(0x8012, "microseconds", "u64", "1", "-", "µs"),
    field(0x0013, "refusal", "earlier-refusal", "0..16", "-", "fields"),
))
