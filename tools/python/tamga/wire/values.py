"""The types of fields: bytes to a value and back, and the limits of a value."""

from __future__ import annotations

import re

from tamga.errors import Fault
from tamga.schema.types import WIDTHS, Field

_CONTROL = re.compile("[\x00-\x1f\x7f]")
_TOKEN = re.compile("[a-z0-9-]*")
_KEY = re.compile("[A-Za-z0-9._-]*")
#: The codes of fingers and palms.
POSITIONS = frozenset([*range(11), 20, 21, 23])

Scalar = int | bool | str | bytes


def read_value(field: Field, data: bytes, place: str) -> Scalar:
    """The value of a field that is no group; Fault where type or limit do not allow it."""
    if field.type in WIDTHS:
        width = WIDTHS[field.type]
        if len(data) != width:
            raise _malformed(place, f"{len(data)} bytes", f"{width} bytes")
        value: Scalar = int.from_bytes(data, "big", signed=field.type == "i32")
    elif field.type == "bool":
        if data not in (b"\x00", b"\x01"):
            raise _malformed(place, "no truth value", "one byte, 0 or 1")
        return data == b"\x01"
    elif field.type == "bytes":
        value = data
    else:
        # The length first: nobody reads on in a text that is too long anyway.
        _check_length(field, len(data), place)
        value = _text(data, place)
    check_value(field, value, place)
    return value


def write_value(field: Field, value: object, place: str) -> bytes:
    """The bytes of a value; Fault where type or limit do not allow it."""
    check_value(field, value, place)
    if isinstance(value, bool):
        return b"\x01" if value else b"\x00"
    if isinstance(value, int):
        return value.to_bytes(WIDTHS[field.type], "big", signed=field.type == "i32")
    if isinstance(value, str):
        return value.encode("utf-8")
    assert isinstance(value, (bytes, bytearray, memoryview))
    return bytes(value)


def check_value(field: Field, value: object, place: str) -> None:
    """Fault where the value is not of the field's type or is outside its limit."""
    if field.type in WIDTHS:
        _check_integer(field, value, place)
    elif field.type == "bool":
        if not isinstance(value, bool):
            raise _malformed(place, "no truth value", "bool")
    elif field.type == "bytes":
        if not isinstance(value, (bytes, bytearray, memoryview)):
            raise _malformed(place, "no bytes", "bytes")
        _check_length(field, len(value), place)
    else:
        if not isinstance(value, str):
            raise _malformed(place, "no text", "str")
        _check_text(field, value, place)


def _check_integer(field: Field, value: object, place: str) -> None:
    if not isinstance(value, int) or isinstance(value, bool):
        raise _malformed(place, "no integer", "int")
    bits = 8 * WIDTHS[field.type]
    lowest, highest = (-(1 << bits - 1), (1 << bits - 1) - 1) if field.type == "i32" else (0, (1 << bits) - 1)
    if not lowest <= value <= highest:
        raise Fault("limit-exceeded", f"{value}", place, f"{lowest}..{highest}")
    if field.limit and value not in field.limit:
        raise Fault("limit-exceeded", f"{value}", place, str(field.limit))
    if field.is_position and value not in POSITIONS:
        raise Fault("limit-exceeded", f"{value} is no position", place, "0..10, 20, 21, 23")


def _check_text(field: Field, value: str, place: str) -> None:
    try:
        length = len(value.encode("utf-8"))
    except UnicodeEncodeError:
        raise _malformed(place, "it cannot be written as UTF-8", "UTF-8") from None
    _check_length(field, length, place)
    if _CONTROL.search(value):
        raise _malformed(place, "it has a control character", "none of U+0000 to U+001F and U+007F")
    if field.type == "token" and not _TOKEN.fullmatch(value):
        raise _malformed(place, "it has another character than a token", "a-z 0-9 -")
    if field.type == "key" and not _KEY.fullmatch(value):
        raise _malformed(place, "it has another character than a key", "A-Z a-z 0-9 - _ .")


def _check_length(field: Field, length: int, place: str) -> None:
    if field.limit and length not in field.limit:
        raise Fault("limit-exceeded", f"{length} bytes", place, f"{field.limit} bytes")


def _text(data: bytes, place: str) -> str:
    try:
        return data.decode("utf-8", "strict")
    except UnicodeDecodeError:
        raise _malformed(place, "it is not UTF-8", "UTF-8") from None


def _malformed(place: str, what: str, allowed: str) -> Fault:
    return Fault("malformed-message", what, place, allowed)
