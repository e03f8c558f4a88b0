"""Frames and fields: bytes to values and back, by the tables of ``tamga.schema``."""

from __future__ import annotations

from tamga.wire.fields import Fields, Value, decode, encode
from tamga.wire.frames import Frame, FrameReader, Header, Limits, Skipped, frame_bytes

__all__ = [
    "Fields", "Frame", "FrameReader", "Header", "Limits", "Skipped", "Value", "decode", "encode", "frame_bytes",
]
