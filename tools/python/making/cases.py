"""What is tried of each field and of each table: valid at the border, and wrong in one way each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from making.pieces import Part, again, filled, flat, group, raw, scalar
from making.samples import fullest, sample, smallest, with_field
from tamga.schema import TABLES, Field, Table
from tamga.schema.types import CRITICAL, WIDTHS

MALFORMED, EXCEEDED, UNKNOWN = "malformed-message", "limit-exceeded", "unknown-critical-field"
NOT_UTF8 = {"lone continuation": b"\x80", "overlong": b"\xc0\xaf", "surrogate": b"\xed\xa0\x80",
            "beyond U+10FFFF": b"\xf4\x90\x80\x80", "cut": b"\xe2\x82", "no such byte": b"\xff"}
CONTROLS = {"U+0000": "\0", "U+000A": "\n", "U+001F": "\x1f", "U+007F": "\x7f"}


@dataclass(frozen=True)
class Case:
    """Fields of one table, and what becomes of them."""

    name: str
    parts: list[Part]
    #: None where they are accepted.
    refused: str | None = None
    #: The field that an error names; None where the page does not say.
    field: str | None = None
    #: Whether the encoder gives the same bytes again.
    is_same: bool = True
    #: `message` where the bytes alone decide, `request` where the server looks at what is asked.
    stage: str = "message"


def cases(table: Table, is_request: bool) -> Iterator[Case]:
    """All cases of a message or group."""
    yield from whole(table)
    for index, field in enumerate(table.fields):
        yield from _counts(table, field)
        for name, part, code in _values(field, index, is_request):
            parts = with_field(table, field.name, [part])
            place = f"{field.name}[0]" if field.is_repeated else field.name
            yield Case(f"{field.name} {name}", parts, code, place if code else None)
        if field.is_position and is_request:
            for code_ in (11, 19, 22):
                parts = with_field(table, field.name, [scalar(field, code_)])
                yield Case(f"{field.name} {code_} is none", parts, EXCEEDED, None, stage="request")
        if field.is_group:
            yield from _cuts_inside(table, field)


def whole(table: Table) -> Iterator[Case]:
    """Cases of the table and not of one of its fields."""
    parts, every = smallest(table), fullest(table)
    yield Case("smallest", parts)
    if len(every) > len(parts):
        yield Case("every field", every)
    if len(every) > 1 and table.kind is not None:
        yield Case("every field, backwards", every[::-1], is_same=False)
    critical, optional = raw(0x8E01, ((b"\xaa", 1),)), raw(0x0E01, ((b"\xaa\xbb", 1),))
    yield Case("unknown critical field", [*parts, critical], UNKNOWN, "0x8E01")
    yield Case("unknown field", [*parts, optional], is_same=False)
    if table.kind is not None:
        yield Case("unknown field first, empty", [raw(0x0E02, ()), *parts], is_same=False)
    yield Case("head cut", [*parts, Part(((b"\x0e\x01\x00\x00\x00", 1),))], MALFORMED)
    yield Case("unknown field passes the end", [*parts, raw(0x0E01, ((b"\xaa", 1),), length=2)], MALFORMED, "0x0E01")


def _counts(table: Table, field: Field) -> Iterator[Case]:
    one, highest = sample(field), field.occurs.highest
    if field.is_required:
        yield Case(f"{field.name} missing", with_field(table, field.name, []), MALFORMED, field.name)
    if not field.is_repeated:
        yield Case(f"{field.name} twice", with_field(table, field.name, [one, one]), MALFORMED, field.name)
    else:
        yield Case(f"{field.name} {highest} times", with_field(table, field.name, [again(one, highest)]))
        many = with_field(table, field.name, [again(one, highest + 1)])
        yield Case(f"{field.name} {highest + 1} times", many, EXCEEDED, field.name)
    other = raw(field.tag ^ CRITICAL, ((flat(one.runs)[6:], 1),))
    if not field.is_critical:
        parts = with_field(table, field.name, [other])
        yield Case(f"{field.name} with the critical bit", parts, UNKNOWN, f"0x{field.tag | CRITICAL:04X}")
    elif field.is_required:
        parts = with_field(table, field.name, [other])
        yield Case(f"{field.name} without the critical bit", parts, MALFORMED, field.name)
    value = flat(one.runs)[6:]
    if value:
        cut = raw(field.tag, ((value[:-1], 1),), length=len(value))
        rest = [part for part in smallest(table) if flat(part.runs)[:2] != flat(one.runs)[:2]]
        place = f"{field.name}[0]" if field.is_repeated else field.name
        yield Case(f"{field.name} passes the end", [*rest, cut], MALFORMED, place)


def _values(field: Field, index: int, is_request: bool) -> Iterator[tuple[str, Part, str | None]]:
    if field.type in WIDTHS:
        yield from _integers(field, is_request)
    elif field.type == "bool":
        yield "no", scalar(field, False), None
        yield "2", raw(field.tag, ((b"\x02", 1),)), MALFORMED
        yield "empty", raw(field.tag, ()), MALFORMED
        yield "too wide", raw(field.tag, ((b"\x00\x01", 1),)), MALFORMED
    elif not field.is_group:
        unit = b"\x46" if field.type == "bytes" else "a"
        assert field.limit
        lowest, highest = field.limit.lowest, field.limit.highest
        if lowest > 0:
            yield f"of {lowest - 1} bytes", filled(field, unit, lowest - 1), EXCEEDED
        yield f"of {lowest} bytes", filled(field, unit, lowest), None
        if highest != lowest:
            yield f"of {highest} bytes", filled(field, unit, highest), None
        yield f"of {highest + 1} bytes", filled(field, unit, highest + 1), EXCEEDED
        if field.type != "bytes":
            yield from _texts(field, index, is_request)


def _integers(field: Field, is_request: bool) -> Iterator[tuple[str, Part, str | None]]:
    width = WIDTHS[field.type]
    signed = field.type == "i32"
    least, most = (-(1 << 31), (1 << 31) - 1) if signed else (0, (1 << 8 * width) - 1)
    lowest, highest = (field.limit.lowest, field.limit.highest) if field.limit else (least, most)
    yield "too narrow", raw(field.tag, ((bytes(width - 1), 1),)), MALFORMED
    yield "too wide", raw(field.tag, ((bytes(width + 1), 1),)), MALFORMED
    # Of an answer without a limit the highest is enough: the others are in every vector of its message.
    at = {lowest, highest, -1 if signed else lowest} if is_request or field.limit or signed else {highest}
    for value in sorted(at):
        yield str(value), scalar(field, value), None
    for value in (lowest - 1, highest + 1):
        if least <= value <= most:
            yield str(value), scalar(field, value), EXCEEDED


def _texts(field: Field, index: int, is_request: bool) -> Iterator[tuple[str, Part, str | None]]:
    assert field.limit
    room = max(field.limit.lowest, min(10, field.limit.highest))
    names = list(NOT_UTF8)
    bad = NOT_UTF8[names[index % len(names)]]
    yield f"not UTF-8: {names[index % len(names)]}", _raw_text(field, b"a" * (room - len(bad)) + bad), MALFORMED
    names = list(CONTROLS)
    control = CONTROLS[names[index % len(names)]]
    yield f"with {names[index % len(names)]}", _raw_text(field, b"a" * (room - 1) + control.encode()), MALFORMED
    most = 3 if is_request else 1
    if field.type == "token":
        for name, text in list({"a capital": "A", "an underscore": "_", "a letter beyond ASCII": "ә"}.items())[:most]:
            yield f"with {name}", _raw_text(field, b"a" * (room - 2) + text.encode()), MALFORMED
    elif field.type == "key":
        for name, text in list({"a slash": "/", "a space": " ", "a letter beyond ASCII": "ә"}.items())[:most]:
            yield f"with {name}", _raw_text(field, b"a" * (room - 2) + text.encode()), MALFORMED
    elif is_request and field.name not in ("person", "other") and field.limit.highest >= 32:
        yield "of all widths", scalar(field, "aғ€𝄞~"), None
        times = field.limit.highest // 2 + 1
        yield f"of {times} characters, {2 * times} bytes", filled(field, "ғ", times), EXCEEDED


def _raw_text(field: Field, data: bytes) -> Part:
    return raw(field.tag, ((data, 1),))


def _cuts_inside(table: Table, field: Field) -> Iterator[Case]:
    """A group that ends too early, with more fields behind it that its own must not reach into."""
    inner = TABLES[field.type]
    place = f"{field.name}[0]" if field.is_repeated else field.name
    behind = raw(0x0E01, ((b"\xaa" * 16, 1),))
    cut = raw(field.tag, ((b"\x80\x01\x00", 1),))
    if table.kind is not None:
        yield Case(f"{field.name} ends in a head", [*with_field(table, field.name, [cut]), behind], MALFORMED, place)
    first = inner.fields[0]
    inside = raw(first.tag, ((b"\x01", 1),), length=9)
    rest = [part for part in smallest(inner) if flat(part.runs)[:2] != first.tag.to_bytes(2, "big")]
    part = group(field, [*rest, inside])
    name = f"{place}.{first.name}[0]" if first.is_repeated else f"{place}.{first.name}"
    parts = [*with_field(table, field.name, [part]), behind]
    yield Case(f"{field.name} ends in a value", parts, MALFORMED, name)
    if any(one.is_required for one in inner.fields):
        missing = next(one.name for one in inner.fields if one.is_required)
        empty = with_field(table, field.name, [raw(field.tag, ())])
        yield Case(f"{field.name} empty", empty, MALFORMED, f"{place}.{missing}")
