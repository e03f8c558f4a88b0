"""The smallest valid fields of a message or group, and the way from a group up to a message."""

from __future__ import annotations

from dataclasses import dataclass

from making.pieces import Part, filled, group, scalar
from tamga.schema import KINDS, TABLES, Field, Table

_TEXTS = {"person": "P-17", "other": "P-18", "date": "2024-02-29", "from": "2024-02-29", "until": "2029-02-28"}


def sample(field: Field) -> Part:
    """The field with a small value that is allowed."""
    lowest = field.limit.lowest if field.limit else 0
    if field.is_group:
        return group(field, smallest(TABLES[field.type]))
    if field.type == "bool":
        return scalar(field, True)
    if field.type == "bytes":
        return filled(field, b"\x46", max(lowest, 1))
    if field.type in ("string", "token", "key"):
        text = _TEXTS.get(field.name, "abcdefgh"[: max(lowest, 3)])
        return scalar(field, text)
    # A hello has to speak at least the lowest version that it says it speaks.
    return scalar(field, 255 if field.name == "maximum-version" else max(lowest, 1))


def smallest(table: Table) -> list[Part]:
    """The required fields alone."""
    return [sample(field) for field in table.fields if field.is_required]


def fullest(table: Table) -> list[Part]:
    """Every field once."""
    return [sample(field) for field in table.fields]


def with_field(table: Table, name: str, parts: list[Part]) -> list[Part]:
    """The smallest message or group, with these in the place of the field `name`."""
    found: list[Part] = []
    for field in table.fields:
        if field.name == name:
            found += parts
        elif field.is_required:
            found.append(sample(field))
    return found


@dataclass(frozen=True)
class Host:
    """The message in which a table's vectors travel, and the fields on the way down."""

    message: Table
    way: tuple[tuple[Table, Field], ...] = ()

    def lift(self, parts: list[Part]) -> list[Part]:
        """Fields of the table as fields of the message."""
        for table, field in reversed(self.way):
            parts = with_field(table, field.name, [group(field, parts)])
        return parts

    def place(self, name: str | None) -> str | None:
        """The place of a field of the table, as `error` names it."""
        parts = [f"{field.name}[0]" if field.is_repeated else field.name for _, field in self.way]
        return ".".join([*parts, *([name] if name else [])]) or None


def host(table: Table) -> Host:
    """The first message, by kind, that has the group nearest to its top."""
    if table.kind is not None:
        return Host(table)
    ways = [Host(TABLES[kind.name]) for kind in KINDS]
    while ways:
        deeper = []
        for one in ways:
            here = TABLES[one.way[-1][1].type] if one.way else one.message
            for field in here.fields:
                if field.type == table.name:
                    return Host(one.message, (*one.way, (here, field)))
                if field.is_group:
                    deeper.append(Host(one.message, (*one.way, (here, field))))
        ways = deeper
    raise ValueError(f"no message has the group {table.name}")
