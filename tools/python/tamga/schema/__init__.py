"""The tables of docs/PROTOCOL.md as data; a test holds them to the page."""

from __future__ import annotations

from tamga.schema import assessments, facts, fingers, lists, persons, registration, session
from tamga.schema.codes import CODES
from tamga.schema.kinds import KINDS
from tamga.schema.roles import CLASSES, RIGHTS, ROLES
from tamga.schema.types import Code, Field, Kind, Range, Right, Table, WaitingClass
from tamga.schema.vocabularies import FORMATS, TOKENS

__all__ = [
    "CLASSES", "CODES", "CODE_BY_NAME", "CODE_BY_NUMBER", "FORMATS", "KINDS", "KIND_BY_NAME", "KIND_BY_NUMBER",
    "OPTIONS", "RIGHTS", "ROLES", "TABLES", "TOKENS", "TAKES_NO_OPTIONS", "Code", "Field", "Kind", "Range", "Right",
    "Table", "WaitingClass",
]

#: Name of a message or group to its table.
TABLES: dict[str, Table] = {
    table.name: table
    for module in (session, fingers, persons, assessments, registration, facts, lists)
    for table in vars(module).values()
    if isinstance(table, Table)
}
#: The fields that any request may carry but those of ``TAKES_NO_OPTIONS``.
OPTIONS = session.REQUEST_OPTIONS
TAKES_NO_OPTIONS = ("hello", "ping", "cancel")
KIND_BY_NAME: dict[str, Kind] = {kind.name: kind for kind in KINDS}
KIND_BY_NUMBER: dict[int, Kind] = {kind.number: kind for kind in KINDS}
CODE_BY_NAME: dict[str, Code] = {code.name: code for code in CODES}
CODE_BY_NUMBER: dict[int, Code] = {code.number: code for code in CODES}
