"""Fields of messages and groups: assessments.

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

EARLIER_REFUSAL = Table("earlier-refusal", None, (
    field(0x8001, "claim", "string", "1", "1..640", "bytes"),
    field(0x8002, "fact", "fact-reference", "1", "-", "fields"),
    field(0x8003, "at", "u64", "1", "-", "ms"),
    field(0x8004, "agency", "token", "1", "1..64", "bytes"),
    field(0x8005, "station", "string", "1", "1..64", "bytes"),
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
