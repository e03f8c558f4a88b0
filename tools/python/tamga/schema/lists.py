"""Fields of messages and groups: lists.

Made by tools/python/make from docs/PROTOCOL.md; not to be changed by hand.
"""

from __future__ import annotations

from tamga.schema.types import Table, field


ALERTS = Table("alerts", 0x1F, (
    field(0x8001, "after", "fact-reference", "0..1", "-", "fields"),
    field(0x8002, "limit", "u16", "1", "1..1000", "entries"),
))

ALERT_ENTRY = Table("alert-entry", None, (
    field(0x8001, "fact", "fact-reference", "1", "-", "fields"),
    field(0x8002, "person", "string", "1", "1..64", "bytes"),
    field(0x8003, "at", "u64", "1", "-", "ms"),
    field(0x8004, "agency", "token", "1", "1..64", "bytes"),
    field(0x8005, "station", "string", "1", "1..64", "bytes"),
    field(0x8006, "removal", "fact-reference", "1", "-", "fields"),
    field(0x8007, "came-as", "string", "0..1", "1..64", "bytes"),
    field(0x8008, "score", "i32", "1", "-", "thousandths"),
    field(0x8009, "claim", "string", "0..16", "1..640", "bytes"),
    field(0x800A, "seen", "bool", "1", "-", "truth"),
))

ALERT_LIST = Table("alert-list", 0x9F, (
    field(0x8001, "alert", "alert-entry", "0..1000", "-", "fields"),
    field(0x8002, "more", "bool", "1", "-", "truth"),
))

DUE = Table("due", 0x21, (
    field(0x8001, "after", "fact-reference", "0..1", "-", "fields"),
    field(0x8002, "limit", "u16", "1", "1..1000", "entries"),
))

DUE_ENTRY = Table("due-entry", None, (
    field(0x8001, "fact", "fact-reference", "1", "-", "fields"),
    field(0x8002, "person", "string", "0..1", "1..64", "bytes"),
    field(0x8003, "since", "u64", "1", "-", "ms"),
    field(0x8004, "claim", "string", "0..16", "1..640", "bytes"),
    field(0x8005, "not-taken", "not-taken-finger", "0..14", "-", "fields"),
    field(0x8006, "place", "string", "0..1", "1..256", "bytes"),
))

DUE_LIST = Table("due-list", 0xA1, (
    field(0x8001, "item", "due-entry", "0..1000", "-", "fields"),
    field(0x8002, "more", "bool", "1", "-", "truth"),
))

HISTORY = Table("history", 0x22, (
    field(0x8001, "person", "string", "1", "1..64", "bytes"),
    field(0x8002, "after", "fact-reference", "0..1", "-", "fields"),
    field(0x8003, "limit", "u16", "1", "1..1000", "entries"),
))

HISTORY_ENTRY = Table("history-entry", None, (
    field(0x8001, "fact", "fact-reference", "1", "-", "fields"),
    field(0x8002, "at", "u64", "1", "-", "ms"),
    field(0x8003, "agency", "token", "1", "1..64", "bytes"),
    field(0x8004, "station", "string", "1", "1..64", "bytes"),
    field(0x8005, "officer", "string", "0..1", "1..64", "bytes"),
    field(0x8006, "kind", "token", "1", "1..64", "bytes"),
    field(0x8007, "content", "string", "1", "0..65536", "bytes"),
))

HISTORY_LIST = Table("history-list", 0xA2, (
    field(0x8001, "entry", "history-entry", "0..1000", "-", "fields"),
    field(0x8002, "more", "bool", "1", "-", "truth"),
))
