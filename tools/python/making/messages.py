"""Writes tamga/messages: a dataclass for each message and group of the page."""

from __future__ import annotations

import keyword
import re
import textwrap
from collections.abc import Iterable

from making.page import Page, Section, is_message
from making.tables import HEAD, fields_of, name_of, ordered

SCALARS = {"bool": "bool", "bytes": "bytes", "string": "str", "token": "str", "key": "str"}


def class_name(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("-"))


def messages(page: Page) -> dict[str, str]:
    """File name to text, of tamga/messages."""
    answers = {row[1]: row[3] for row in page.section("Kinds").tables[0].rows}
    placed = ordered(page)
    homes = {name_of(one): file for file, sections in placed.items() for one in sections}
    files = {f"{file}.py": _file(file, sections, homes, answers) for file, sections in placed.items()}
    files["__init__.py"] = _index(homes)
    return files


def _file(file: str, sections: list[Section], homes: dict[str, str], answers: dict[str, str]) -> str:
    foreign: dict[str, set[str]] = {}
    for section in sections:
        for row in fields_of(section):
            home = homes.get(row[2])
            if home and home != file:
                foreign.setdefault(home, set()).add(class_name(row[2]))
    lines = [HEAD.format(f"Messages and groups: {file}.")]
    lines += ["from collections.abc import Sequence", "from dataclasses import dataclass"]
    lines.append("from typing import ClassVar\n")
    lines.append("from tamga.messages.base import Answer, Group, Request")
    for home, names in sorted(foreign.items()):
        lines += _import(home, names)
    lines += [_class(section, answers) for section in sections]
    return "\n".join(lines) + "\n"


def _class(section: Section, answers: dict[str, str]) -> str:
    name = name_of(section)
    answer = answers.get(name, "-") if is_message(section) else None
    base = "Group" if answer is None else "Answer" if answer == "-" else f'Request["{class_name(answer)}"]'
    about = _flat(section.prose.split("\n\n")[0]) or f"`{name}`."
    lines = ["", "", "@dataclass(frozen=True)", f"class {class_name(name)}({base}):"]
    about = about.replace('"', "'")
    lines += _lines(f'"""{about}"""', "    ")
    lines += ["", f'    NAME: ClassVar[str] = "{name}"']
    rows = fields_of(section)
    for row in [*filter(_is_required, rows), *(row for row in rows if not _is_required(row))]:
        lines += ["", *_attribute(row)]
    return "\n".join(lines)


def _is_required(row: list[str]) -> bool:
    return not row[3].startswith("0")


def _attribute(row: list[str]) -> list[str]:
    _, name, type_, occurs, limit, unit, _, meaning = row
    word = name.replace("-", "_") + ("_" if keyword.iskeyword(name) else "")
    python = SCALARS.get(type_) or ("int" if re.fullmatch(r"[ui]\d+", type_) else class_name(type_))
    many = int(occurs.split("..")[-1]) > 1
    rest = f"Sequence[{python}]" if many else python if _is_required(row) else f"{python} | None"
    default = "" if _is_required(row) else " = ()" if many else " = None"
    notes = [f"{occurs} times"] if many else []
    notes += [f"{limit} {unit}" if limit != "-" else unit] if unit not in ("fields", "truth") else []
    note = f" ({', '.join(notes)})" if notes else ""
    return [*_lines(_flat(meaning) + note, "    #: "), f"    {word}: {rest}{default}"]


def _lines(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, 112, break_on_hyphens=False, initial_indent=indent, subsequent_indent=indent)


def _flat(text: str) -> str:
    """Prose without links."""
    return re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text).replace("\n", " ").strip()


def _import(home: str, names: set[str]) -> list[str]:
    line = f"from tamga.messages.{home} import {', '.join(sorted(names))}"
    return [line] if len(line) <= 110 else _long_import(home, names)


def _long_import(home: str, names: Iterable[str]) -> list[str]:
    listed = ", ".join(sorted(names)) + ","
    wrapped = textwrap.wrap(listed, 110, initial_indent="    ", subsequent_indent="    ")
    return [f"from tamga.messages.{home} import (", *wrapped, ")"]


def _index(homes: dict[str, str]) -> str:
    lines = [HEAD.format("The messages and groups of the protocol, as types.")]
    lines.append("from tamga.messages.base import TYPES, Answer, Group, Message, Request")
    names = ["Answer", "Group", "Message", "Request", "TYPES"]
    for file in sorted(set(homes.values())):
        here = sorted(class_name(name) for name, home in homes.items() if home == file)
        names += here
        lines += _long_import(file, here)
    lines.append("\n__all__ = [")
    quoted = ", ".join(f'"{name}"' for name in sorted(names)) + ","
    lines += textwrap.wrap(quoted, 110, initial_indent="    ", subsequent_indent="    ")
    return "\n".join([*lines, "]", ""])
