"""Fields of messages and groups: persons.

Made by tools/python/make from docs/PROTOCOL.md; not to be changed by hand.
"""

from __future__ import annotations

from tamga.schema.types import Table, field


ENROL = Table("enrol", 0x10, (
    field(0x8001, "person", "string", "1", "1..64", "bytes"),
    field(0x8002, "finger", "finger-record", "1..40", "-", "fields"),
))

ENROLLED = Table("enrolled", 0x90, (
    field(0x8001, "person", "string", "1", "1..64", "bytes"),
    field(0x8002, "sequence", "u64", "1", "-", "number"),
    field(0x8003, "snapshot", "u64", "1", "-", "number"),
    field(0x8004, "references", "u32", "1", "-", "templates"),
    field(0x8005, "microseconds", "u64", "1", "-", "µs"),
    field(0x0006, "warning", "template-warning", "0..40", "-", "fields"),
))

ENCOUNTER = Table("encounter", None, (
    field(0x8001, "number", "u64", "1", "-", "number"),
    field(0x8002, "taken-at", "u64", "1", "-", "ms"),
    field(0x8003, "changed", "u64", "1", "-", "number"),
))

ENROLLED_FINGER = Table("enrolled-finger", None, (
    field(0x8001, "position", "u8", "1", "0..23", "code"),
    field(0x8002, "format", "u16", "1", "-", "number"),
    field(0x8003, "quality", "u8", "1", "-", "0 to 100"),
    field(0x8004, "minutiae", "u16", "1", "-", "minutiae"),
    field(0x0005, "record", "bytes", "0..1", "1..65536", "bytes"),
    field(0x0006, "encounter", "u64", "0..1", "-", "number"),
))

READ = Table("read", 0x13, (
    field(0x8001, "person", "string", "1", "1..64", "bytes"),
    field(0x8002, "include-records", "bool", "1", "-", "truth"),
))

PERSON = Table("person", 0x93, (
    field(0x8001, "person", "string", "1", "1..64", "bytes"),
    field(0x8002, "enrolled-at", "u64", "1", "-", "ms"),
    field(0x8003, "sequence", "u64", "1", "-", "number"),
    field(0x8004, "finger", "enrolled-finger", "0..1024", "-", "fields"),
    field(0x0005, "encounter", "encounter", "0..256", "-", "fields"),
))

DELETION_RECEIPT = Table("deletion-receipt", None, (
    field(0x8001, "deleted-at", "u64", "1", "-", "ms"),
    field(0x8002, "salt", "bytes", "1", "32..32", "bytes"),
    field(0x8003, "content", "bytes", "1", "32..32", "bytes"),
    field(0x8004, "digest", "bytes", "1", "32..32", "bytes"),
    field(0x8005, "chain", "bytes", "1", "32..32", "bytes"),
))

DELETE = Table("delete", 0x14, (
    field(0x8001, "person", "string", "1", "1..64", "bytes"),
))

DELETED = Table("deleted", 0x94, (
    field(0x8001, "person", "string", "1", "1..64", "bytes"),
    field(0x8002, "sequence", "u64", "1", "-", "number"),
    field(0x8003, "references", "u32", "1", "-", "templates"),
    field(0x0004, "receipt", "deletion-receipt", "0..1", "-", "fields"),
))

ADD_ENCOUNTER = Table("add-encounter", 0x15, (
    field(0x8001, "person", "string", "1", "1..64", "bytes"),
    field(0x8002, "finger", "finger-record", "1..40", "-", "fields"),
))

ENCOUNTER_ADDED = Table("encounter-added", 0x95, (
    field(0x8001, "person", "string", "1", "1..64", "bytes"),
    field(0x8002, "sequence", "u64", "1", "-", "number"),
    field(0x8003, "snapshot", "u64", "1", "-", "number"),
    field(0x8004, "references", "u32", "1", "-", "templates"),
    field(0x8005, "microseconds", "u64", "1", "-", "µs"),
    field(0x0006, "warning", "template-warning", "0..40", "-", "fields"),
))

UPDATE = Table("update", 0x16, (
    field(0x8001, "person", "string", "1", "1..64", "bytes"),
    field(0x8002, "encounter", "u64", "1", "-", "number"),
    field(0x8003, "finger", "finger-record", "1..40", "-", "fields"),
))

UPDATED = Table("updated", 0x96, (
    field(0x8001, "person", "string", "1", "1..64", "bytes"),
    field(0x8002, "sequence", "u64", "1", "-", "number"),
    field(0x8003, "snapshot", "u64", "1", "-", "number"),
    field(0x8004, "references", "u32", "1", "-", "templates"),
    field(0x8005, "microseconds", "u64", "1", "-", "µs"),
    field(0x0006, "warning", "template-warning", "0..40", "-", "fields"),
))

MERGE = Table("merge", 0x17, (
    field(0x8001, "person", "string", "1", "1..64", "bytes"),
    field(0x8002, "other", "string", "1", "1..64", "bytes"),
))

MERGED = Table("merged", 0x97, (
    field(0x8001, "person", "string", "1", "1..64", "bytes"),
    field(0x8002, "sequence", "u64", "1", "-", "number"),
    field(0x8003, "snapshot", "u64", "1", "-", "number"),
    field(0x8004, "references", "u32", "1", "-", "templates"),
    field(0x8005, "microseconds", "u64", "1", "-", "µs"),
))
