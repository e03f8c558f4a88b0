"""Reads docs/PROTOCOL.md: the bytes of each worked example, what its remarks say of them, and the tables of fields."""

import re
from dataclasses import dataclass, field

from shark import PAGE


@dataclass
class Said:
    """A field as the remarks tell it: name, bytes, the value in words, fields within."""

    name: str
    size: int
    value: str = None
    within: list = field(default_factory=list)


@dataclass
class Block:
    """A block of the page: `hex enrol`, `refused unknown-kind` or `accepted optional`."""

    title: str
    line: int
    data: bytes
    header: dict
    said: list

    @property
    def refusal(self):
        return self.title.removeprefix("refused ") if self.title.startswith("refused ") else None

    @property
    def is_whole(self):
        return len(self.data) == 16 + self.header["length"]


def read_blocks():
    text = PAGE.read_text(encoding="utf-8")
    blocks = []
    for found in re.finditer(r"^```hex ([a-z -]+)\n(.*?)^```", text, re.M | re.S):
        blocks.append(read_block(found[1], text[: found.start()].count("\n") + 1, found[2].splitlines()))
    return blocks


def read_block(title, line, lines):
    data, header, rows = b"", {}, []
    for row in lines:
        octets, _, remark = row.partition(";")
        data += bytes.fromhex(octets)
        if remark.strip():
            rows.append((len(remark) - len(remark.lstrip()) - 1, remark.strip()))
    for _, remark in rows[:3]:
        read_header(remark, header)
    return Block(title, line, data, header, read_said(rows[3:], 0)[0])


def read_header(remark, header):
    for pattern, name in ((r"^length (\d+)", "length"), (r"version (\d+)", "version"), (r"flags (\d+)", "flags"),
                          (r"request id (\d+)", "request_id"), (r"kind (0x[0-9A-F]{2})", "kind")):
        found = re.search(pattern, remark)
        if found:
            header[name] = int(found[1], 0)


def read_said(rows, depth):
    """The fields at a depth of indentation, and the rows that are left."""
    result = []
    while rows and rows[0][0] >= depth:
        indent, remark = rows[0]
        found = re.match(r"(.*?), (\d+) bytes?( of fields)?(?:, of which .*)?$", remark)
        if indent > depth or not found:
            if result and result[-1].value is None and indent == depth + 2:
                result[-1].value = remark
            rows = rows[1:]
            continue
        result.append(Said(found[1], int(found[2])))
        rows = rows[1:]
        if found[3]:
            result[-1].within, rows = read_said(rows, depth + 2)
    return result, rows


def rows_of_the_page():
    """Every row of a table of eight columns that begins with a tag, with its heading: read apart from make-tables."""
    heading = ""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        found = re.match(r"### `([a-z-]+)`", line)
        if line.startswith("#"):
            heading = found[1] if found else ""
        if heading and re.match(r"\| 0x[0-9A-F]{4} \|", line):
            yield heading, [cell.strip(" `") for cell in line.strip("|").split("|")]
