"""Fields of messages and groups: registration.

Made by tools/python/make from docs/PROTOCOL.md; not to be changed by hand.
"""

from __future__ import annotations

from tamga.schema.types import Table, field


NOT_TAKEN_FINGER = Table("not-taken-finger", None, (
    field(0x8001, "position", "u8", "1", "0..23", "code"),
    field(0x8002, "reason", "token", "1", "1..64", "bytes"),
))

ASSESSMENT_CANDIDATE = Table("assessment-candidate", None, (
    field(0x8001, "person", "string", "1", "1..64", "bytes"),
    field(0x8002, "score", "i32", "1", "-", "thousandths"),
    field(0x8003, "hit", "bool", "1", "-", "truth"),
    field(0x8004, "swap", "u8", "1", "-", "code"),
))

FACT_REFERENCE = Table("fact-reference", None, (
    field(0x8001, "number", "u64", "1", "-", "number"),
    field(0x8002, "ordinal", "u16", "1", "-", "number"),
))

BAN_IN_FORCE = Table("ban-in-force", None, (
    field(0x8001, "person", "string", "1", "1..64", "bytes"),
    field(0x8002, "removal", "fact-reference", "1", "-", "fields"),
    field(0x8003, "kind", "token", "1", "1..64", "bytes"),
    field(0x8004, "ground", "string", "1", "1..256", "bytes"),
    field(0x8005, "owner", "token", "1", "1..64", "bytes"),
    field(0x8006, "from", "string", "1", "10..10", "bytes"),
    field(0x8007, "until", "string", "0..1", "10..10", "bytes"),
))

SEARCH_SUMMARY = Table("search-summary", None, (
    field(0x8001, "searched", "u64", "1", "-", "templates"),
    field(0x8002, "gallery", "u64", "1", "-", "templates"),
    field(0x8003, "not-compared", "u64", "1", "-", "persons"),
    field(0x8004, "snapshot", "u64", "1", "-", "number"),
    field(0x8005, "matcher", "string", "1", "1..64", "bytes"),
    field(0x8006, "threshold", "i32", "1", "-", "thousandths"),
    field(0x8007, "doubtful-threshold", "i32", "1", "-", "thousandths"),
    field(0x8008, "target-fpir", "u32", "1", "1..999999999", "parts per 10^9"),
    field(0x8009, "lowest-fpir", "u32", "1", "0..1000000000", "parts per 10^9"),
    field(0x800A, "highest-fpir", "u32", "1", "0..1000000000", "parts per 10^9"),
))

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
))
