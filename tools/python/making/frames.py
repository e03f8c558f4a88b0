"""Vectors of headers and of streams, where the bodies do not matter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from making.pieces import shown
from tamga.schema import KINDS, TABLES
from making.samples import smallest
from making.pieces import flat
from tamga.wire import Header

LARGEST = 3_145_728
STATS = 0x20
DELETE_BODY = b"".join(flat(part.runs) for part in smallest(TABLES["delete"]))


def frame_vectors() -> Iterator[dict[str, Any]]:
    """Headers that are refused, in the order in which they are judged, and streams that end too early."""
    yield from _headers()
    yield from _lengths()
    yield from _ways()
    yield from _ends()


def _refused(name: str, data: bytes, code: str, field: str | None = None, **more: Any) -> dict[str, Any]:
    place = {"field": field} if field else {}
    sender = more.pop("sender", "client")
    closes = {} if code == "unknown-kind" else {"closes": True}
    return {"name": name, "from": sender, "frame": shown(((data, 1),)), "refused": code} | place | closes | more


def _headers() -> Iterator[dict[str, Any]]:
    for version in (0, 2, 255):
        yield _refused(f"version {version}", Header(0, version, STATS, 0, 7).write(), "unsupported-version", "version")
    for bit in range(16):
        header = Header(0, 1, STATS, 1 << bit, 7)
        yield _refused(f"flag {1 << bit:#06x}", header.write(), "malformed-frame", "flags")
    yield _refused("request id 0", Header(0, 1, STATS, 0, 0).write(), "malformed-frame", "request id")
    for name, header, code, field in (
        ("version before flags", Header(0, 2, STATS, 1, 0), "unsupported-version", "version"),
        ("version before length", Header(LARGEST + 1, 2, STATS, 0, 7), "unsupported-version", "version"),
        ("flags before request id", Header(0, 1, STATS, 1, 0), "malformed-frame", "flags"),
        ("request id before length", Header(LARGEST + 1, 1, STATS, 0, 0), "malformed-frame", "request id"),
        ("version of an unknown kind", Header(0, 2, 0x7E, 0, 7), "unsupported-version", "version"),
        ("flags of an unknown kind", Header(0, 1, 0x7E, 1, 7), "malformed-frame", "flags"),
    ):
        yield _refused(name, header.write(), code, field)


def _lengths() -> Iterator[dict[str, Any]]:
    for kind in KINDS:
        header = Header(kind.largest + 1, 1, kind.number, 0, 7).write()
        yield _refused(f"{kind.name}: body too long", header, "frame-too-large", "length", sender=kind.sender)
    for number in (0x00, 0x7E):
        header = Header(LARGEST + 1, 1, number, 0, 7).write()
        yield _refused(f"unknown kind {number:#04x}: body too long", header, "frame-too-large", "length")
    header = Header(4097, 1, 0x01, 0, 1).write()
    yield _refused("hello: body too long before the welcome", header, "frame-too-large", "length", state="opening")
    header = Header(4097, 1, 0x81, 0, 1).write()
    name = "welcome: body too long before the welcome"
    yield _refused(name, header, "frame-too-large", "length", state="opening", sender="server")


def _ways() -> Iterator[dict[str, Any]]:
    numbers = {kind.number for kind in KINDS}
    for number in sorted({0x00, 0x04, 0x0F, 0x25, 0x7E, 0x7F, 0x80, 0x8F, 0xA5, 0xFE} - numbers):
        for sender in ("client", "server"):
            data = Header(2, 1, number, 0, 7).write() + b"\xaa\xbb"
            yield _refused(f"unknown kind {number:#04x} of a {sender}", data, "unknown-kind", sender=sender)
    for kind in KINDS:
        other = "client" if kind.sender == "server" else "server"
        data = Header(0, 1, kind.number, 0, 7).write()
        yield _refused(f"{kind.name}: the wrong way", data, "unknown-kind", sender=other)


def _ends() -> Iterator[dict[str, Any]]:
    whole = Header(len(DELETE_BODY), 1, 0x14, 0, 7).write() + DELETE_BODY
    for length in range(1, len(whole)):
        yield _refused(f"the stream ends after {length} bytes of a delete", whole[:length], "malformed-frame")
