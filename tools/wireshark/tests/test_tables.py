"""The tables are what the page says, and Wireshark knows every field of them."""

import contextlib
import io
import pathlib
import re
import tempfile
import unittest

import reference
import shark
from page import rows_of_the_page

make_tables = reference.load_tool()


class GeneratorTests(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.output = pathlib.Path(folder.name, "tables.lua")
        self.page = pathlib.Path(folder.name, "page.md")
        self.text = shark.PAGE.read_text(encoding="utf-8")

    def make(self, text, *arguments):
        """Exit status and complaint of make-tables for a page."""
        self.page.write_text(text, encoding="utf-8")
        with contextlib.redirect_stderr(io.StringIO()) as errors:
            status = make_tables.main(["--page", str(self.page), "--output", str(self.output), *arguments])
        return status, errors.getvalue()

    def test_the_file_is_what_the_page_says(self):
        self.assertEqual(make_tables.main(["--check"]), 0)

    def test_another_file_is_found_out(self):
        self.assertEqual(self.make(self.text)[0], 0)
        self.output.write_text(self.output.read_text(encoding="utf-8").replace("0x8001", "0x8011", 1), encoding="utf-8")
        self.assertEqual(self.make(self.text, "--check")[0], 1)

    def test_additions_to_the_page_come_by_themselves(self):
        head = "\n| tag | name | type | occurs | limit | unit | since | meaning |\n" + "| --- " * 8 + "|\n"
        text = self.text
        for old, new in (
            ("| 0x10 | `enrol` |", "| 0x70 | `wave` | client | `waved` | 16384 |\n"),
            ("| 0x90 | `enrolled` |", "| 0xF0 | `waved` | server | - | 16384 |\n"),
            ("### `enrol` 0x10", f"### `wave` 0x70\n{head}| 0x8001 | `hand` | hand | 0..2 | - | fields | 1 | which |\n\n"
             f"### `waved` 0xF0\n{head}| 0x8001 | `seen` | bool | 1 | - | truth | 1 | whether |\n\n"
             f"### `hand`\n{head}| 0x0001 | `side` | u8 | 1 | - | code | 1 | 0: left; 1: right; others are reserved |\n\n"
             "### `fields-of-any`\n\nNot a message: fields that any request but `hello`, `ping` and `wave` may carry.\n"
             f"{head}| 0x8E01 | `patience` | u32 | 0..1 | 1..86400000 | ms | 1 | how long |\n"
             "| 0x8E02 | `mood` | u8 | 0..1 | 0..2 | code | 1 | 0 good, 1 fair, 2 bad; absent: 1 |\n\n"),
        ):
            self.assertEqual(text.count(old), 1, old)
            text = text.replace(old, new + old)
        self.assertEqual(self.make(text), (0, ""))
        written = self.output.read_text(encoding="utf-8")
        for words in (
            '[0x70] = {name = "wave", sender = "client", answer = "waved", limit = 16384}',
            '{group = "fields-of-any", except = {"hello", "ping", "wave"}}',
            'codes = {[0] = "good", [1] = "fair", [2] = "bad"}', 'codes = {[0] = "left", [1] = "right"}',
            '{tag = 0x8001, name = "hand", type = "hand", least = 0, most = 2, unit = "fields"',
            '{tag = 0x8E01, name = "patience", type = "u32", least = 0, most = 1, low = 1, high = 86400000, unit = "ms"',
        ):
            self.assertIn(words, written)

    def test_what_is_not_understood_is_an_error_with_its_line(self):
        for old, new, complaint in (
            ("| `person` | string | 1 |", "| `person` | strng | 1 |", "unknown type, strng"),
            ("| `rank` | u16 | 1 |", "| `rank` | u16 | once |", "occurs"),
            ("| 1..1000 | candidates |", "| many | candidates |", "limit"),
            ("| 0x8001 | `code` | u16 |", "| 0xZZ | `code` | u16 |", "tag"),
            ("| 0x02 | `ping` |", "| 0x02 | `pong` |", "kind"),
            ("| `outcome` | meaning |", "| `outcum` | meaning |", "outcome"),
            ("Position** codes", "Positions** codes", "position"),
            ("has at most 4,096 bytes", "has few bytes", "limit of an opening"),
            ("| 1 | the finger, by its code |", "| 1 | the finger | by its code |", "9 cells"),
            ("### `fact-reference`", "### `fact-place`", "fact-reference"),
        ):
            with self.subTest(new=new):
                self.assertIn(old, self.text)
                status, errors = self.make(self.text.replace(old, new, 1))
                self.assertEqual(status, 2)
                self.assertIn(complaint, errors)

    def test_every_row_of_the_page_is_in_the_tables(self):
        page = make_tables.Page(self.text)
        known = {name: {field["tag"]: field for field in fields} for name, fields in page.containers()}
        count = 0
        for heading, (tag, name, kind, occurs, limit, unit, since, _) in rows_of_the_page():
            field = known[heading][int(tag, 16)]
            self.assertEqual((field["name"], field["type"], field["unit"], str(field["since"])), (name, kind, unit, since))
            ends = occurs.split("..")
            self.assertEqual((field["least"], field["most"]), (int(ends[0]), int(ends[-1])))
            ends = [None, None] if limit == "-" else [int(end) for end in limit.split("..")]
            self.assertEqual([field["low"], field["high"]], ends)
            count += 1
        self.assertEqual(count, sum(len(fields) for fields in known.values()))
        self.assertGreater(count, 200)


@shark.needs_tshark
class KnownFieldTests(unittest.TestCase):
    def test_every_field_has_a_filter_of_its_type(self):
        known = {}
        for line in shark.glossary("fields").splitlines():
            parts = line.split("\t")
            if parts[0] == "F" and parts[2].startswith("tamga."):
                known[parts[2]] = (parts[1], parts[3])
        types = {"u8": "FT_UINT8", "u16": "FT_UINT16", "u32": "FT_UINT32", "u64": "FT_UINT64", "i32": "FT_INT32",
                 "bool": "FT_UINT8", "string": "FT_STRING", "token": "FT_STRING", "key": "FT_STRING",
                 "bytes": "FT_BYTES"}
        for heading, (_, name, kind, *_) in rows_of_the_page():
            filter_name = f"tamga.{heading}.{name}".replace("-", "_")
            self.assertEqual(known[filter_name], (name, types.get(kind, "FT_NONE")))
        for name in ("tamga.kind", "tamga.request_id", "tamga.error.code", "tamga.person", "tamga.verdict",
                     "tamga.position", "tamga.response_time"):
            self.assertIn(name, known)

    def test_kinds_codes_formats_and_positions_have_the_names_of_the_page(self):
        text = shark.PAGE.read_text(encoding="utf-8")
        shown = {}
        for line in shark.glossary("values").splitlines():
            parts = line.split("\t")
            if parts[0] == "V" and parts[1].startswith("tamga."):
                shown.setdefault(parts[1], {})[int(parts[2], 0)] = parts[3]
        kinds = re.findall(r"^\| (0x[0-9A-F]{2}) \| `([a-z-]+)` \| (?:client|server)", text, re.M)
        self.assertEqual(shown["tamga.kind"], {int(code, 16): name for code, name in kinds})
        codes = re.findall(r"^\| (\d+) \| `([a-z-]+)` \| (?:yes|no) \|", text, re.M)
        self.assertEqual(shown["tamga.error.code"], {int(code): name for code, name in codes})
        formats = text[text.index("### Record formats") : text.index("### `identify`")]
        self.assertEqual(set(shown["tamga.finger_record.format"]), {int(code) for code in re.findall(r"^\| (\d+) \|", formats, re.M)})
        self.assertEqual(shown["tamga.finger_record.position"][10], "left little")
        self.assertEqual(set(shown["tamga.finger_record.position"]), {*range(11), 20, 21, 23})


if __name__ == "__main__":
    unittest.main()
