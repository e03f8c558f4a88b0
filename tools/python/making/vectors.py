"""Writes docs/vectors: frames as data, for tests in any language."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from making.cases import EXCEEDED, MALFORMED, UNKNOWN, Case, cases, whole
from making.frames import frame_vectors
from making.page import Page
from making.pieces import Part, raw, meanings, scalar, shown, size
from making.samples import host, smallest
from tamga.schema import KIND_BY_NAME, KIND_BY_NUMBER, OPTIONS, TABLES, TAKES_NO_OPTIONS, Field, Kind, Table
from tamga.wire import Fields, Header, decode

ABOUT = "Made by tools/python/make from docs/PROTOCOL.md; README.md beside it describes the form."


def vectors(page: Page) -> dict[str, str]:
    """File name to text, of docs/vectors."""
    files: dict[str, list[dict[str, Any]]] = {
        "page.json": list(_of_page(page)), "frames.json": list(frame_vectors()), "requests.json": [],
        "answers.json": [],
    }
    seen: set[tuple[Field, ...]] = set()
    for table in TABLES.values():
        if table.name == OPTIONS.name:
            continue
        message = KIND_BY_NAME[host(table).message.name]
        is_request = message.sender == "client"
        file = files["requests.json" if is_request else "answers.json"]
        # Answers that have the same fields, such as `linked` and `unlinked`, are tried one by one in the first only.
        is_new = is_request or table.fields not in seen
        file += [_vector(table, one) for one in (cases(table, is_request) if is_new else whole(table))]
        seen.add(table.fields)
    for kind in KIND_BY_NAME.values():
        file = files["requests.json" if kind.sender == "client" else "answers.json"]
        file += [_vector(TABLES[kind.name], one) for one in _options(TABLES[kind.name], kind)]
    files["requests.json"] += [_vector(TABLES[table], one) for table, one in _asked()]
    return {name: _text(found) for name, found in files.items()}


def _vector(table: Table, case: Case) -> dict[str, Any]:
    way = host(table)
    kind = KIND_BY_NAME[way.message.name]
    parts = way.lift(case.parts)
    runs = tuple(run for part in parts for run in part.runs)
    header = Header(size(runs), 1, kind.number, 0, 7).write()
    found = {"name": f"{table.name}: {case.name}", "from": kind.sender, "frame": shown(((header, 1), *runs))}
    if case.refused is None:
        found |= {"kind": kind.name, "id": "7", "fields": meanings(parts)}
        return found if case.is_same else found | {"same": False}
    found["refused"] = case.refused
    if case.field or (way.way and case.refused):
        place = way.place(case.field)
        if case.stage == "message" and place:
            found["field"] = place
    if kind.name == "hello":
        found["closes"] = True
    if case.stage != "message":
        found["stage"] = case.stage
    return found


def _options(table: Table, kind: Kind) -> Iterator[Case]:
    """Fields that any request may carry."""
    parts = smallest(table)
    deadline, class_ = OPTIONS.named("deadline"), OPTIONS.named("class")
    both = [scalar(deadline, 500), scalar(class_, 2)]
    if kind.sender != "client" or kind.name in TAKES_NO_OPTIONS:
        yield Case("carries no options", [*parts, both[1]], UNKNOWN, "0x8F02")
        return
    yield Case("with options", [*parts, *both])
    if kind.name != "delete":
        return
    yield Case("options first", [*both, *parts], is_same=False)
    for field in (deadline, class_):
        assert field.limit
        yield Case(f"{field.name} twice", [*parts, scalar(field, 1), scalar(field, 1)], MALFORMED, field.name)
        yield Case(f"{field.name} too narrow", [*parts, raw(field.tag, ())], MALFORMED, field.name)
        yield Case(f"{field.name} too wide", [*parts, raw(field.tag, ((bytes(5), 1),))], MALFORMED, field.name)
        for value in (field.limit.lowest, field.limit.highest):
            yield Case(f"{field.name} {value}", [*parts, scalar(field, value)])
        for value in {max(0, field.limit.lowest - 1), field.limit.highest + 1} - {field.limit.lowest}:
            yield Case(f"{field.name} {value}", [*parts, scalar(field, value)], EXCEEDED, field.name)


def _asked() -> Iterator[tuple[str, Case]]:
    """What two fields say together, and what a server alone can judge."""
    def of(name: str, **values: Any) -> list[Part]:
        return [scalar(TABLES[name].named(field), value) for field, value in values.items()]

    hello = {"client": "station/1.0"}
    pair = {"minimum-version": 2, "maximum-version": 1}
    yield "hello", Case("versions the wrong way round", of("hello", **pair, **hello), MALFORMED, "maximum-version")
    same = of("merge", person="P-17", other="P-17")
    yield "merge", Case("of a person with itself", same, MALFORMED, "other")
    for name in ("read", "delete", "link", "history", "certificate"):
        table = TABLES[name]
        for text in ("P 17", "P/17", "Ә-17"):
            parts = [scalar(table.fields[0], text), *smallest(table)[1:]]
            yield name, Case(f"person '{text}'", parts, "bad-person", None, stage="request")
    remove = {"person": "P-17", "removal": "expulsion", "ground": "decision 17"}
    for date in ("2023-02-29", "2024-13-01", "2024-00-10", "2024/02/29", "29-02-2024"):
        yield "remove", Case(f"date {date}", of("remove", **remove, date=date), "invalid-field", None, stage="request")
    remove = {"person": "P-17", "removal": "banishment", "ground": "decision 17", "date": "2024-02-29"}
    yield "remove", Case("a removal that is none", of("remove", **remove), "invalid-field", None, stage="request")


def _of_page(page: Page) -> Iterator[dict[str, Any]]:
    seen: dict[str, int] = {}
    for block in page.blocks:
        name = " ".join(block.words)
        seen[name] = seen.get(name, 0) + 1
        name = name if seen[name] == 1 else f"{name} {seen[name]}"
        header = Header.read(block.bytes)
        kind = KIND_BY_NUMBER.get(header.kind)
        found: dict[str, Any] = {
            "name": name, "from": kind.sender if kind else "client", "frame": block.bytes.hex()}
        if block.words[0] == "refused":
            code = block.words[1]
            closes = {"closes": True} if code in ("malformed-frame", "unsupported-version", "frame-too-large") else {}
            yield found | {"refused": code} | closes
            continue
        assert kind
        takes_options = kind.sender == "client" and kind.name not in TAKES_NO_OPTIONS
        fields = decode(TABLES[kind.name], block.bytes[16:], takes_options)
        found |= {"kind": kind.name, "id": str(header.request_id), "fields": _meaning(TABLES[kind.name], fields)}
        yield found | ({"same": False} if block.words[0] == "accepted" else {})


def _meaning(table: Table, fields: Fields) -> list[Any]:
    """Decoded fields as the files have them."""
    known = {field.name: field for field in (*OPTIONS.fields, *table.fields)}
    found = []
    for name, value in fields:
        field = known[name]
        if field.is_group:
            value = _meaning(TABLES[field.type], value)
        elif field.type == "u64":
            value = str(value)
        found.append([name, value.hex() if isinstance(value, bytes) else value])
    return found


def _text(found: list[dict[str, Any]]) -> str:
    names = [one["name"] for one in found]
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise ValueError(f"names that come twice: {sorted(twice)}")
    lines = ",\n".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in found)
    return f'{{"about":"{ABOUT}","vectors":[\n{lines}\n]}}\n'
