"""Reads docs/vectors, as docs/vectors/README.md describes them."""

from __future__ import annotations

import json
from typing import Any

from making.page import REPOSITORY
from tamga.schema import OPTIONS, TABLES, Table

FOLDER = REPOSITORY / "docs" / "vectors"


def read_vectors(file: str) -> list[dict[str, Any]]:
    with open(FOLDER / file, encoding="utf-8") as stream:
        return json.load(stream)["vectors"]  # type: ignore[no-any-return]


def all_vectors() -> list[dict[str, Any]]:
    return [one for path in sorted(FOLDER.glob("*.json")) for one in read_vectors(path.name)]


def unrolled(value: Any) -> str:
    """Digits or a text that may have runs."""
    if isinstance(value, str):
        return value
    return "".join(one if isinstance(one, str) else one["repeat"] * one["times"] for one in value)


def frame_of(vector: dict[str, Any]) -> bytes:
    return bytes.fromhex(unrolled(vector["frame"]))


def fields_of(table: Table, listed: list[Any]) -> list[tuple[str, Any]]:
    """Names and values as ``tamga.wire`` has them."""
    known = {field.name: field for field in (*OPTIONS.fields, *table.fields)}
    found: list[tuple[str, Any]] = []
    for entry in listed:
        (name, value), times = (entry["repeat"], entry["times"]) if isinstance(entry, dict) else (entry, 1)
        field = known[name]
        one: Any = value
        if field.is_group:
            one = fields_of(TABLES[field.type], value)
        elif field.type == "u64":
            one = int(value)
        elif field.type == "bytes":
            one = bytes.fromhex(unrolled(value))
        elif field.type in ("string", "token", "key"):
            one = unrolled(value)
        found += [(name, one)] * times
    return found
