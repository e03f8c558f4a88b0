"""Reads docs/PROTOCOL.md: its headings, its tables and its hexadecimal blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[3]
PAGE = REPOSITORY / "docs" / "PROTOCOL.md"
FIELD_COLUMNS = ["tag", "name", "type", "occurs", "limit", "unit", "since", "meaning"]


@dataclass(frozen=True)
class Table:
    """One table: the columns' names, and the rows as texts without the marks of code."""

    columns: list[str]
    rows: list[list[str]]


@dataclass(frozen=True)
class Block:
    """One hexadecimal block: the words after ```hex, and the bytes."""

    words: list[str]
    bytes: bytes


@dataclass(frozen=True)
class Section:
    """What stands under one heading: the prose before its first table, and its tables."""

    heading: str
    prose: str
    tables: list[Table]


class Page:
    """The page as data."""

    def __init__(self, text: str) -> None:
        self.sections = list(_sections(text))
        self.blocks = list(_blocks(text))

    @classmethod
    def read(cls, path: Path = PAGE) -> "Page":
        return cls(path.read_text(encoding="utf-8"))

    def section(self, heading: str) -> Section:
        """The one section of this heading."""
        found = [section for section in self.sections if section.heading == heading]
        if len(found) != 1:
            raise ValueError(f"the page has {len(found)} sections '{heading}'")
        return found[0]

    def field_sections(self) -> list[Section]:
        """The sections of messages (`NAME 0xKIND`), and of groups, in the order of the page."""
        return [one for one in self.sections if is_message(one) or (one.tables and is_fields(one.tables[0]))]


def is_message(section: Section) -> bool:
    """Whether the heading names a message and its kind."""
    return re.fullmatch(r"[a-z-]+ 0x[0-9A-F]{2}", section.heading) is not None


def is_fields(table: Table) -> bool:
    """Whether the table is one of fields."""
    return table.columns == FIELD_COLUMNS


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _plain(cell: str) -> str:
    """A cell that is one piece of code, without its marks."""
    return cell[1:-1] if re.fullmatch(r"`[^`]*`", cell) else cell


def _sections(text: str) -> Iterator[Section]:
    heading = ""
    prose: list[str] = []
    lines: list[str] = []
    tables: list[Table] = []
    fenced = False
    for line in [*text.splitlines(), "# the end"]:
        if line.startswith("```"):
            fenced = not fenced
        if fenced:
            continue
        if line.startswith("|"):
            lines.append(line)
            continue
        if lines:
            columns, _, *rows = lines
            tables.append(Table([_plain(c) for c in _cells(columns)], [[_plain(c) for c in _cells(r)] for r in rows]))
            lines = []
        if line.startswith("#"):
            yield Section(heading, "\n".join(prose).strip(), tables)
            heading, prose, tables = line.lstrip("#").strip().replace("`", ""), [], []
        elif not tables:
            prose.append(line)


def _blocks(text: str) -> Iterator[Block]:
    for words, body in re.findall(r"^```hex (.+?)\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        digits = "".join(line.split(";")[0] for line in body.splitlines())
        yield Block(words.split(), bytes.fromhex(digits))
