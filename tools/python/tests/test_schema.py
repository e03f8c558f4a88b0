"""The tables of the package against the tables of docs/PROTOCOL.md, cell by cell."""

from __future__ import annotations

import dataclasses
import re
import unittest

from making.all import differences
from making.page import FIELD_COLUMNS, REPOSITORY, Page, is_fields, is_message
from tamga import POSITIONS, errors
from tamga.messages import TYPES, Answer, Request
from tamga.messages.base import attribute
from tamga.rights import classes_of, may, right_for, rights_of
from tamga.schema import CLASSES, CODES, FORMATS, KIND_BY_NAME, KINDS, OPTIONS, RIGHTS, ROLES, TABLES, TOKENS
from tamga.wire.frames import LARGEST_BEFORE_WELCOME, LARGEST_EVER

PAGE = Page.read()


class SchemaTests(unittest.TestCase):
    def test_every_field_is_that_of_the_page(self) -> None:
        sections = PAGE.field_sections()
        self.assertEqual({section.heading.split(" ")[0] for section in sections}, set(TABLES))
        for section in sections:
            name, _, kind = section.heading.partition(" ")
            with self.subTest(name):
                table = TABLES[name]
                rows = section.tables[0].rows if section.tables and is_fields(section.tables[0]) else []
                self.assertEqual(table.kind, int(kind, 16) if kind else None)
                ours = [
                    [f"0x{one.tag:04X}", one.name, one.type, one.times(), str(one.limit or "-"), one.unit]
                    for one in table.fields
                ]
                self.assertEqual(ours, [row[:6] for row in rows])
                self.assertTrue(all(len(row) == len(FIELD_COLUMNS) and row[6] == "1" for row in rows))

    def test_no_table_of_the_page_is_left_out(self) -> None:
        text = (REPOSITORY / "docs" / "PROTOCOL.md").read_text(encoding="utf-8")
        self.assertEqual(
            text.count("| tag | name | type |"), sum(bool(table.fields) for table in TABLES.values()))
        rows = re.findall(r"^\| 0x[0-9A-F]{4} \|", text, re.MULTILINE)
        self.assertEqual(len(rows), sum(len(table.fields) for table in TABLES.values()))
        self.assertEqual(text.count("```hex "), len(PAGE.blocks))

    def test_kinds(self) -> None:
        ours = [[f"0x{one.number:02X}", one.name, one.sender, one.answer or "-", str(one.largest)] for one in KINDS]
        self.assertEqual(ours, PAGE.section("Kinds").tables[0].rows)
        messages = {name for name, table in TABLES.items() if table.kind is not None}
        self.assertEqual({one.name for one in KINDS}, messages)

    def test_error_codes(self) -> None:
        words = {True: "yes", False: "no"}
        ours = [[str(one.number), one.name, words[one.closes], words[one.retryable], one.advice] for one in CODES]
        rows = PAGE.section("Error codes").tables[0].rows
        self.assertEqual(ours, [row[:4] + row[5:] for row in rows])
        types = {kind.name for kind in errors.ServerError.__subclasses__()}
        self.assertEqual(types, {one.name for one in CODES})

    def test_rights_and_classes(self) -> None:
        table = PAGE.section("Who may do what").tables[0]
        self.assertEqual(list(ROLES), table.columns[2:])
        self.assertEqual([one.name for one in RIGHTS], [row[0] for row in table.rows])
        for row in table.rows:
            for role, cell in zip(ROLES, row[2:]):
                self.assertEqual(row[0] in rights_of([role]), cell == "yes", f"{row[0]} of {role}")
                for request in re.findall(r"[a-z-]+", row[1]):
                    self.assertEqual(right_for(request), row[0])
                    self.assertEqual(may([role], request), cell == "yes", f"{request} of {role}")
        classes = PAGE.section("Classes, deadlines, taking back").tables[0]
        self.assertEqual([one.name for one in CLASSES], [row[0] for row in classes.rows])
        for row in classes.rows:
            for role, cell in zip(ROLES, row[3:]):
                self.assertEqual(row[0] in classes_of([role]), cell == "yes", f"{row[0]} of {role}")

    def test_requests_without_a_right_are_those_of_the_page(self) -> None:
        free = {one.name for one in KINDS if one.sender == "client" and right_for(one.name) is None}
        self.assertEqual(free, {"hello", "ping", "cancel"})

    def test_vocabularies(self) -> None:
        headings = {
            "Outcomes": "outcome", "Verdicts": "verdict", "Doubts": "doubt", "Next steps": "next",
            "Reasons": "reason", "Statuses": "status", "Grounds": "ground", "Agencies": "agency",
            "Removals": "removal", "Facts": "fact", "What is closed": "what",
        }
        for heading, name in headings.items():
            self.assertEqual(list(TOKENS[name]), [row[0] for row in PAGE.section(heading).tables[0].rows])
        self.assertEqual(
            [[str(code), text] for code, text in FORMATS.items()], PAGE.section("Record formats").tables[0].rows)

    def test_numbers_in_the_prose(self) -> None:
        text = (REPOSITORY / "docs" / "PROTOCOL.md").read_text(encoding="utf-8")
        self.assertIn(f"has at most {LARGEST_BEFORE_WELCOME:,} bytes", text)
        self.assertEqual(str(TABLES["session-limits"].named("frame-bytes").limit), f"16384..{LARGEST_EVER}")
        flat = " ".join(text.split())
        for name, code in POSITIONS.items():
            if name != "unknown":
                words = name.replace("-", " ")
                self.assertRegex(flat, rf"\b{code} {words}")
        for field in OPTIONS.fields:
            self.assertIn(field.tag >> 8, (0x8F, 0x0F))

    def test_the_types_are_those_of_the_tables(self) -> None:
        self.assertEqual(set(TYPES), set(TABLES))
        for name, kind in TYPES.items():
            with self.subTest(name):
                table = TABLES[name]
                ours = {one.name: one for one in dataclasses.fields(kind)}
                self.assertEqual(set(ours), {attribute(field.name) for field in table.fields})
                for field in table.fields:
                    default = ours[attribute(field.name)].default
                    expected = dataclasses.MISSING if field.is_required else () if field.is_repeated else None
                    self.assertEqual(default, expected, field.name)
                if table.kind is not None:
                    self.assertTrue(issubclass(kind, Request if KIND_BY_NAME[name].sender == "client" else Answer))

    def test_headings_of_messages_name_their_kinds(self) -> None:
        for section in PAGE.field_sections():
            if is_message(section):
                name, number = section.heading.split(" ")
                self.assertEqual(KIND_BY_NAME[name].number, int(number, 16))

    def test_what_is_made_is_what_would_be_made(self) -> None:
        self.assertEqual(differences(), [], "run tools/python/make")


if __name__ == "__main__":
    unittest.main()
