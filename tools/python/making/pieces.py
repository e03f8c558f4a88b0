"""Bytes of vectors: written raw, so that they may be wrong, and with runs, so that long ones stay short."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Any

from tamga.schema.types import WIDTHS, Field

#: Bytes, and how often they come.
Run = tuple[bytes, int]
#: From how many bytes on a run is written as one.
LONG = 80


@dataclass(frozen=True)
class Part:
    """One field as bytes, and what it means: None where the reader skips it."""

    runs: tuple[Run, ...]
    meaning: Any = None


def size(runs: tuple[Run, ...]) -> int:
    return sum(len(piece) * times for piece, times in runs)


def flat(runs: tuple[Run, ...]) -> bytes:
    return b"".join(piece * times for piece, times in runs)


def raw(tag: int, value: tuple[Run, ...], meaning: Any = None, length: int | None = None) -> Part:
    """A field of any tag, value and stated length."""
    head = struct.pack(">HI", tag, size(value) if length is None else length)
    return Part(((head, 1), *value), meaning)


def scalar(field: Field, value: Any) -> Part:
    """A field with a value of its type, whatever its limit."""
    if field.type in WIDTHS:
        data = value.to_bytes(WIDTHS[field.type], "big", signed=field.type == "i32")
        return raw(field.tag, ((data, 1),), [field.name, str(value) if field.type == "u64" else value])
    if field.type == "bool":
        return raw(field.tag, ((bytes([value]), 1),), [field.name, value])
    return raw(field.tag, ((value if isinstance(value, bytes) else value.encode(), 1),), [field.name, as_json(value)])


def filled(field: Field, unit: str | bytes, times: int) -> Part:
    """A text or bytes that is one character or byte again and again."""
    data = unit if isinstance(unit, bytes) else unit.encode()
    if len(data) * times < LONG:
        return scalar(field, unit * times)
    shown = unit.hex() if isinstance(unit, bytes) else unit
    return raw(field.tag, ((data, times),), [field.name, [{"repeat": shown, "times": times}]])


def group(field: Field, parts: list[Part]) -> Part:
    """A field that is a group of these fields."""
    runs = tuple(run for part in parts for run in part.runs)
    return raw(field.tag, runs, [field.name, meanings(parts)])


def again(part: Part, times: int) -> Part:
    """A field that comes several times."""
    return Part(((flat(part.runs), times),), {"repeat": part.meaning, "times": times})


def meanings(parts: list[Part]) -> list[Any]:
    return [part.meaning for part in parts if part.meaning is not None]


def as_json(value: Any) -> Any:
    return value.hex() if isinstance(value, bytes) else value


def shown(runs: tuple[Run, ...]) -> Any:
    """As the files have it: hexadecimal digits, or a list of those and of runs."""
    found: list[Any] = []
    literal = b""
    for piece, times in runs:
        if len(piece) * times < LONG or times == 1:
            literal += piece * times
            continue
        found += [literal.hex()] if literal else []
        found.append({"repeat": piece.hex(), "times": times})
        literal = b""
    found += [literal.hex()] if literal or not found else []
    return found[0] if len(found) == 1 and isinstance(found[0], str) else found
