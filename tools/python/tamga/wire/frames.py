"""Frames: a header of 16 bytes and a body, out of a stream that comes in any pieces."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from tamga.errors import Fault
from tamga.schema import KIND_BY_NUMBER, Kind

HEADER = struct.Struct(">IBBHQ")
VERSION = 1
#: The longest body, in bytes, until the `welcome` is sent.
LARGEST_BEFORE_WELCOME = 4096
#: The longest body, in bytes, that any session allows.
LARGEST_EVER = 3_145_728
ERROR_KIND = 0xFF


@dataclass(frozen=True)
class Header:
    """The 16 bytes before a body."""

    length: int
    version: int
    kind: int
    flags: int
    request_id: int

    @classmethod
    def read(cls, data: bytes) -> "Header":
        return cls(*HEADER.unpack(data[: HEADER.size]))

    def write(self) -> bytes:
        return HEADER.pack(self.length, self.version, self.kind, self.flags, self.request_id)


@dataclass(frozen=True)
class Frame:
    """A whole frame of a known kind."""

    kind: Kind
    request_id: int
    body: bytes


@dataclass(frozen=True)
class Skipped:
    """A frame of a kind that is not known, or that travels the wrong way: its body was not kept."""

    kind: int
    request_id: int


@dataclass(frozen=True)
class Limits:
    """The longest bodies: of a session that is open, with the welcome's `frame-bytes`, or of none yet."""

    #: None until the `welcome` is sent.
    frame_bytes: int | None = None

    def largest(self, kind: Kind | None) -> int:
        """Bytes of the longest body of this kind; None is a kind that is not known."""
        if self.frame_bytes is None:
            return LARGEST_BEFORE_WELCOME
        return min(self.frame_bytes, kind.largest) if kind else self.frame_bytes


def frame_bytes(kind: Kind, request_id: int, body: bytes, limits: Limits) -> bytes:
    """A whole frame; Fault where the body is longer than the session allows."""
    largest = limits.largest(kind)
    if len(body) > largest:
        raise Fault("frame-too-large", f"a body of {len(body)} bytes of {kind.name}", "length", f"{largest} bytes")
    return Header(len(body), VERSION, kind.number, 0, request_id).write() + body


class FrameReader:
    """Cuts a stream into frames. `sender` is who sends them: `client` or `server`.

    A fault ends it: what comes after can be read no more, and each further call raises the same fault.
    """

    def __init__(self, sender: str, limits: Limits = Limits()) -> None:
        self.limits = limits
        self._sender = sender
        self._pending = bytearray()
        self._header: Header | None = None
        self._skipping = 0
        self._fault: Fault | None = None

    def feed(self, data: bytes) -> None:
        """Takes bytes as they come."""
        self._pending += data

    def next(self) -> Frame | Skipped | None:
        """The next frame; None until more bytes are there."""
        if self._fault:
            raise self._fault
        try:
            return self._next()
        except Fault as fault:
            self._fault = fault
            raise

    def finish(self) -> None:
        """Says that the stream ended; Fault where it did so inside a frame."""
        self._drop()
        if self._header or self._pending or self._skipping:
            raise Fault("malformed-frame", "the stream ended inside a frame")

    def _next(self) -> Frame | Skipped | None:
        self._drop()
        if self._skipping:
            return None
        if self._header is None:
            if len(self._pending) < HEADER.size:
                return None
            header = Header.read(bytes(self._pending[: HEADER.size]))
            del self._pending[: HEADER.size]
            kind = self._judge(header)
            if kind is None:
                self._skipping = header.length
                self._drop()
                return Skipped(header.kind, header.request_id)
            self._header = header
        header = self._header
        if len(self._pending) < header.length:
            return None
        body = bytes(self._pending[: header.length])
        del self._pending[: header.length]
        self._header = None
        return Frame(KIND_BY_NUMBER[header.kind], header.request_id, body)

    def _drop(self) -> None:
        dropped = min(self._skipping, len(self._pending))
        del self._pending[:dropped]
        self._skipping -= dropped

    def _judge(self, header: Header) -> Kind | None:
        """The header's kind, None where it is to be skipped; in the order of the page."""
        if header.version != VERSION:
            raise Fault("unsupported-version", f"version {header.version}", "version", str(VERSION))
        if header.flags:
            raise Fault("malformed-frame", f"flags {header.flags:#06x} are set", "flags", "0")
        if header.request_id == 0 and not (self._sender == "server" and header.kind == ERROR_KIND):
            raise Fault("malformed-frame", "the request id is 0", "request id", "1 or more")
        kind = KIND_BY_NUMBER.get(header.kind)
        if kind and kind.sender != self._sender:
            kind = None
        largest = self.limits.largest(kind)
        if header.length > largest:
            raise Fault("frame-too-large", f"a body of {header.length} bytes", "length", f"{largest} bytes")
        return kind
