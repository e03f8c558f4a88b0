"""Fields of messages and groups: fingers.

Made by tools/python/make from docs/PROTOCOL.md; not to be changed by hand.
"""

from __future__ import annotations

from tamga.schema.types import Table, field


FINGER_RECORD = Table("finger-record", None, (
    field(0x8001, "position", "u8", "0..1", "0..23", "code"),
    field(0x8002, "format", "u16", "1", "-", "number"),
    field(0x8003, "record", "bytes", "1", "1..65536", "bytes"),
))

TEMPLATE_WARNING = Table("template-warning", None, (
    field(0x8001, "finger", "u16", "1", "-", "number"),
    field(0x8002, "view", "u16", "1", "-", "number"),
    field(0x8003, "flaw", "string", "1", "1..32", "bytes"),
    field(0x8004, "text", "string", "1", "0..256", "bytes"),
))

FINGER_SCORE = Table("finger-score", None, (
    field(0x8001, "position", "u8", "1", "0..23", "code"),
    field(0x8002, "reference-position", "u8", "1", "0..23", "code"),
    field(0x8003, "score", "i32", "1", "-", "thousandths"),
))

CANDIDATE = Table("candidate", None, (
    field(0x8001, "person", "string", "1", "1..64", "bytes"),
    field(0x8002, "rank", "u16", "1", "1..1000", "place"),
    field(0x8003, "score", "i32", "1", "-", "thousandths"),
    field(0x8004, "finger", "finger-score", "0..40", "-", "fields"),
    field(0x0005, "hit", "bool", "0..1", "-", "truth"),
    field(0x0006, "swap", "u8", "0..1", "-", "code"),
))

DECISION = Table("decision", None, (
    field(0x8001, "threshold", "i32", "1", "-", "thousandths"),
    field(0x8002, "target-fpir", "u32", "1", "1..999999999", "parts per 10^9"),
    field(0x8003, "lowest-fpir", "u32", "1", "0..1000000000", "parts per 10^9"),
    field(0x8004, "highest-fpir", "u32", "1", "0..1000000000", "parts per 10^9"),
    field(0x8005, "persons", "u64", "1", "-", "persons"),
    field(0x8006, "look", "u8", "1", "-", "code"),
))

IDENTIFY = Table("identify", 0x11, (
    field(0x8001, "finger", "finger-record", "1..40", "-", "fields"),
    field(0x8002, "maximum-candidates", "u16", "0..1", "1..1000", "candidates"),
    field(0x8003, "maximum-rotation", "u8", "0..1", "0..128", "1/256 turn"),
    field(0x8004, "target-fpir", "u32", "0..1", "1..999999999", "parts per 10^9"),
    field(0x8005, "positions", "u8", "0..1", "0..1", "code"),
))

IDENTIFIED = Table("identified", 0x91, (
    field(0x8001, "candidate", "candidate", "0..1000", "-", "fields"),
    field(0x8002, "searched", "u64", "1", "-", "templates"),
    field(0x8003, "gallery", "u64", "1", "-", "templates"),
    field(0x8004, "snapshot", "u64", "1", "-", "number"),
    field(0x8005, "matcher", "string", "1", "1..64", "bytes"),
    field(0x8006, "microseconds", "u64", "1", "-", "µs"),
    field(0x8007, "rotation", "u8", "1", "0..128", "1/256 turn"),
    field(0x0008, "decision", "decision", "0..1", "-", "fields"),
    field(0x0009, "warning", "template-warning", "0..40", "-", "fields"),
    field(0x000A, "fenced-persons", "u64", "0..1", "-", "persons"),
))

VERIFY = Table("verify", 0x12, (
    field(0x8001, "person", "string", "1", "1..64", "bytes"),
    field(0x8002, "finger", "finger-record", "1..40", "-", "fields"),
    field(0x8003, "maximum-rotation", "u8", "0..1", "0..128", "1/256 turn"),
    field(0x8004, "positions", "u8", "0..1", "0..1", "code"),
))

VERIFIED = Table("verified", 0x92, (
    field(0x8001, "person", "string", "1", "1..64", "bytes"),
    field(0x8002, "score", "i32", "1", "-", "thousandths"),
    field(0x8003, "finger", "finger-score", "0..40", "-", "fields"),
    field(0x8004, "compared", "u64", "1", "-", "templates"),
    field(0x8005, "snapshot", "u64", "1", "-", "number"),
    field(0x8006, "matcher", "string", "1", "1..64", "bytes"),
    field(0x8007, "microseconds", "u64", "1", "-", "µs"),
    field(0x0008, "rotation", "u8", "0..1", "0..128", "1/256 turn"),
    field(0x0009, "swap", "u8", "0..1", "-", "code"),
    field(0x000A, "warning", "template-warning", "0..40", "-", "fields"),
))
