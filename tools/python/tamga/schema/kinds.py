"""The kinds of frames.

Made by tools/python/make from docs/PROTOCOL.md; not to be changed by hand.
"""

from __future__ import annotations

from tamga.schema.types import Kind


KINDS = (
    Kind(0x01, "hello", "client", "welcome", 16384),
    Kind(0x02, "ping", "client", "pong", 16384),
    Kind(0x03, "cancel", "client", "cancelled", 16384),
    Kind(0x10, "enrol", "client", "enrolled", 3145728),
    Kind(0x11, "identify", "client", "identified", 3145728),
    Kind(0x12, "verify", "client", "verified", 3145728),
    Kind(0x13, "read", "client", "person", 16384),
    Kind(0x14, "delete", "client", "deleted", 16384),
    Kind(0x15, "add-encounter", "client", "encounter-added", 3145728),
    Kind(0x16, "update", "client", "updated", 3145728),
    Kind(0x17, "merge", "client", "merged", 16384),
    Kind(0x18, "register", "client", "registered", 3145728),
    Kind(0x19, "look-up", "client", "looked-up", 3145728),
    Kind(0x1A, "link", "client", "linked", 16384),
    Kind(0x1B, "unlink", "client", "unlinked", 16384),
    Kind(0x1C, "refuse", "client", "refused", 16384),
    Kind(0x1D, "remove", "client", "removed", 16384),
    Kind(0x1E, "lift-ban", "client", "ban-lifted", 16384),
    Kind(0x1F, "alerts", "client", "alert-list", 16384),
    Kind(0x20, "stats", "client", "statistics", 16384),
    Kind(0x21, "due", "client", "due-list", 16384),
    Kind(0x22, "history", "client", "history-list", 16384),
    Kind(0x23, "close", "client", "closed", 16384),
    Kind(0x24, "certificate", "client", "certified", 16384),
    Kind(0x81, "welcome", "server", None, 16384),
    Kind(0x82, "pong", "server", None, 16384),
    Kind(0x83, "cancelled", "server", None, 16384),
    Kind(0x90, "enrolled", "server", None, 16384),
    Kind(0x91, "identified", "server", None, 3145728),
    Kind(0x92, "verified", "server", None, 16384),
    Kind(0x93, "person", "server", None, 3145728),
    Kind(0x94, "deleted", "server", None, 16384),
    Kind(0x95, "encounter-added", "server", None, 16384),
    Kind(0x96, "updated", "server", None, 16384),
    Kind(0x97, "merged", "server", None, 16384),
    Kind(0x98, "registered", "server", None, 3145728),
    Kind(0x99, "looked-up", "server", None, 3145728),
    Kind(0x9A, "linked", "server", None, 16384),
    Kind(0x9B, "unlinked", "server", None, 16384),
    Kind(0x9C, "refused", "server", None, 16384),
    Kind(0x9D, "removed", "server", None, 16384),
    Kind(0x9E, "ban-lifted", "server", None, 16384),
    Kind(0x9F, "alert-list", "server", None, 3145728),
    Kind(0xA0, "statistics", "server", None, 16384),
    Kind(0xA1, "due-list", "server", None, 3145728),
    Kind(0xA2, "history-list", "server", None, 3145728),
    Kind(0xA3, "closed", "server", None, 16384),
    Kind(0xA4, "certified", "server", None, 3145728),
    Kind(0xFF, "error", "server", None, 16384),
)
