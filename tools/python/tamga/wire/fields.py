"""Rows of fields: the body of a frame, or the value of a group."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Any

from tamga.errors import Fault
from tamga.schema import OPTIONS, TABLES
from tamga.schema.types import CRITICAL, Field, Table
from tamga.wire.values import read_value, write_value

_HEAD = struct.Struct(">HI")

#: A value: an integer, a truth, a text, bytes, or, of a group, its fields.
Value = Any
#: Names and values in the order of the wire; a name that may be repeated stands once for each time.
Fields = list[tuple[str, Value]]


def decode(table: Table, body: bytes, with_options: bool = False) -> Fields:
    """The fields of a body, in their order; Fault with the code and the place that the page gives it.

    - Parameter with_options: whether the fields of `request-options` are known beside those of the table.
    """
    found: Fields = []
    counts: dict[str, int] = {}
    for tag, value in _split(table, body, with_options):
        field = _known(table, tag, with_options)
        if field is None:
            if tag & CRITICAL:
                raise Fault("unknown-critical-field", "it is not known", f"0x{tag:04X}")
            continue
        count = counts.get(field.name, 0)
        counts[field.name] = count + 1
        _check_count(field, count + 1)
        found.append((field.name, _read(field, value, _place(field, count))))
    for field in table.fields:
        if field.is_required and field.name not in counts:
            raise Fault("malformed-message", "it is missing", field.name, f"{field.times()} times")
    _check_together(table, found)
    return found


def encode(table: Table, fields: Fields, with_options: bool = False) -> bytes:
    """The bytes of fields, in the order of the table; those of the same name keep theirs.

    Raises Fault where a field is unknown, missing, too often there, or of a value that is not allowed.
    """
    known = [*table.fields, *(OPTIONS.fields if with_options else ())]
    groups: dict[str, list[Value]] = {}
    for name, value in fields:
        groups.setdefault(name, []).append(value)
    for name in groups.keys() - {field.name for field in known}:
        raise Fault("malformed-message", f"{table.name} has no such field", name)
    parts: list[bytes] = []
    for field in known:
        values = groups.get(field.name, [])
        if field.is_required and not values:
            raise Fault("malformed-message", "it is missing", field.name, f"{field.times()} times")
        _check_count(field, len(values))
        for index, value in enumerate(values):
            data = _write(field, value, _place(field, index))
            parts += [_HEAD.pack(field.tag, len(data)), data]
    _check_together(table, fields)
    return b"".join(parts)


def _check_together(table: Table, fields: Fields) -> None:
    """What two fields of a message say about each other."""
    if table.name not in ("hello", "merge"):
        return
    values = dict(fields)
    if table.name == "hello" and values["maximum-version"] < values["minimum-version"]:
        raise Fault("malformed-message", "it is below minimum-version", "maximum-version")
    if table.name == "merge" and values["other"] == values["person"]:
        raise Fault("malformed-message", "it is person itself", "other", "another person")


def _split(table: Table, body: bytes, with_options: bool) -> Iterator[tuple[int, bytes]]:
    start = 0
    times: dict[int, int] = {}
    while start < len(body):
        if start + _HEAD.size > len(body):
            raise Fault("malformed-message", "the body ends inside the head of a field")
        tag, length = _HEAD.unpack_from(body, start)
        start += _HEAD.size
        if start + length > len(body):
            field = _known(table, tag, with_options)
            name = _place(field, times.get(tag, 0)) if field else f"0x{tag:04X}"
            raise Fault("malformed-message", "it passes the end", name, f"{len(body) - start} bytes")
        times[tag] = times.get(tag, 0) + 1
        yield tag, body[start : start + length]
        start += length


def _known(table: Table, tag: int, with_options: bool) -> Field | None:
    return table.with_tag(tag) or (OPTIONS.with_tag(tag) if with_options else None)


def _place(field: Field, index: int) -> str:
    return f"{field.name}[{index}]" if field.is_repeated else field.name


def _check_count(field: Field, count: int) -> None:
    if count <= field.occurs.highest:
        return
    code = "limit-exceeded" if field.is_repeated else "malformed-message"
    raise Fault(code, "it occurs too often", field.name, f"{field.times()} times")


def _read(field: Field, data: bytes, place: str) -> Value:
    if not field.is_group:
        return read_value(field, data, place)
    try:
        return decode(TABLES[field.type], data)
    except Fault as fault:
        raise fault.inside(place) from None


def _write(field: Field, value: Value, place: str) -> bytes:
    if not field.is_group:
        return write_value(field, value, place)
    try:
        return encode(TABLES[field.type], value)
    except Fault as fault:
        raise fault.inside(place) from None
