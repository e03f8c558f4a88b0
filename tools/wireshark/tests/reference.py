"""What a strict receiver has against a message: a second decoder of the page, to hold the dissector against."""

import importlib.machinery
import importlib.util
import re
import sys

from shark import DISSECTOR, PAGE

WIDTHS = {"u8": 1, "u16": 2, "u32": 4, "u64": 8, "i32": 4, "bool": 1}
ALLOWED = {"token": rb"[a-z0-9-]*", "key": rb"[A-Za-z0-9_.-]*"}


def load_tool():
    """make-tables as a module."""
    sys.dont_write_bytecode = True
    loader = importlib.machinery.SourceFileLoader("make_tables", str(DISSECTOR.parent / "make-tables"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("make_tables", loader))
    loader.exec_module(module)
    return module


class Receiver:
    """Judges whole frames; a problem is the name of the code it is refused with."""

    def __init__(self):
        page = load_tool().Page(PAGE.read_text(encoding="utf-8"))
        self.kinds, self.positions = page.kinds, page.positions
        self.bodies = {name: {field["tag"]: field for field in fields} for name, fields in page.containers()}
        self.options = page.options

    def problems(self, frame):
        """Every problem of a frame that is there wholly."""
        version, kind, flags = frame[4], self.kinds.get(frame[5]), int.from_bytes(frame[6:8], "big")
        found = set()
        if version != 1:
            found.add("unsupported-version")
        if flags:
            found.add("malformed-frame")
        if not any(frame[8:16]) and not (kind and kind["name"] == "error"):
            found.add("malformed-frame")
        if kind is None:
            return found | {"unknown-kind"}
        extra = {}
        for option in self.options:
            if kind["sender"] == "client" and kind["name"] not in option["except"]:
                extra.update(self.bodies[option["group"]])
        self.judge_body(frame[16:], {**extra, **self.bodies[kind["name"]]}, found)
        return found

    def judge_body(self, body, fields, found):
        counts = dict.fromkeys(fields, 0)
        while body:
            size = int.from_bytes(body[2:6], "big")
            if len(body) < 6 or len(body) < 6 + size:
                found.add("malformed-message")
                return
            tag, value, body = int.from_bytes(body[:2], "big"), body[6 : 6 + size], body[6 + size :]
            if tag in fields:
                counts[tag] += 1
                self.judge_value(fields[tag], value, found)
            elif tag & 0x8000:
                found.add("unknown-critical-field")
        for tag, count in counts.items():
            least, most = fields[tag]["least"], fields[tag]["most"]
            if count < least or count > 1 and most == 1:
                found.add("malformed-message")
            elif count > most:
                found.add("limit-exceeded")

    def judge_value(self, field, value, found):
        kind = field["type"]
        if kind in self.bodies and kind not in WIDTHS:
            self.judge_body(value, self.bodies[kind], found)
        elif kind in WIDTHS:
            self.judge_integer(field, value, found)
        else:
            self.judge_text(field, value, found)

    def judge_integer(self, field, value, found):
        number = int.from_bytes(value, "big", signed=field["type"] == "i32")
        if len(value) != WIDTHS[field["type"]] or field["type"] == "bool" and number > 1:
            found.add("malformed-message")
        elif field["low"] is not None and not field["low"] <= number <= field["high"]:
            found.add("limit-exceeded")
        elif field["values"] == "position" and number not in self.positions:
            found.add("limit-exceeded")

    def judge_text(self, field, value, found):
        if field["low"] is not None and not field["low"] <= len(value) <= field["high"]:
            found.add("limit-exceeded")
        if field["type"] == "bytes":
            return
        try:
            text = value.decode("utf-8")
        except UnicodeDecodeError:
            found.add("malformed-message")
            return
        if field["type"] == "string" and any(ord(letter) < 32 or ord(letter) == 127 for letter in text):
            found.add("malformed-message")
        if field["type"] in ALLOWED and not re.fullmatch(ALLOWED[field["type"]], value):
            found.add("malformed-message")
