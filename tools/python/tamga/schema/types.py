"""The shapes of the tables of docs/PROTOCOL.md."""

from __future__ import annotations

from dataclasses import dataclass

#: Width in bytes of each integer type; `i32` is the only signed one.
WIDTHS = {"u8": 1, "u16": 2, "u32": 4, "u64": 8, "i32": 4}
#: Types whose limit counts bytes.
LENGTHS = ("string", "bytes", "token", "key")
#: Top bit of a tag: whoever does not know the field refuses the message.
CRITICAL = 0x8000


@dataclass(frozen=True)
class Range:
    """From the lowest to the highest, both included."""

    lowest: int
    highest: int

    def __contains__(self, value: object) -> bool:
        return isinstance(value, int) and self.lowest <= value <= self.highest

    def __str__(self) -> str:
        return f"{self.lowest}..{self.highest}"


@dataclass(frozen=True)
class Field:
    """One row of a table of fields."""

    tag: int
    name: str
    #: `u8` to `u64`, `i32`, `bool`, `string`, `bytes`, `token`, `key`, or the name of a group.
    type: str
    #: How often it may occur.
    occurs: Range
    #: Allowed values of an integer, allowed bytes of a text; None where the type alone decides.
    limit: Range | None
    unit: str

    @property
    def is_critical(self) -> bool:
        return self.tag & CRITICAL != 0

    @property
    def is_required(self) -> bool:
        return self.occurs.lowest > 0

    @property
    def is_repeated(self) -> bool:
        """Whether it may occur more than once."""
        return self.occurs.highest > 1

    @property
    def is_group(self) -> bool:
        return self.type not in WIDTHS and self.type not in LENGTHS and self.type != "bool"

    @property
    def is_position(self) -> bool:
        """Whether it is a finger's position, of which 11 to 19 and 22 are none."""
        return self.type == "u8" and self.unit == "code" and self.limit == Range(0, 23)

    def times(self) -> str:
        """How often it may occur, as the column says it."""
        return str(self.occurs.lowest) if self.occurs.lowest == self.occurs.highest else str(self.occurs)


@dataclass(frozen=True)
class Table:
    """The fields of a message (which has a kind) or of a group (which has none)."""

    name: str
    kind: int | None
    fields: tuple[Field, ...]

    def with_tag(self, tag: int) -> Field | None:
        return next((field for field in self.fields if field.tag == tag), None)

    def named(self, name: str) -> Field:
        """The field of this name; KeyError where there is none."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)


@dataclass(frozen=True)
class Kind:
    """A kind of frame: its number, who sends it, what answers it, and the longest body in bytes."""

    number: int
    name: str
    sender: str
    answer: str | None
    largest: int


@dataclass(frozen=True)
class Code:
    """A code of an error, and what the page advises."""

    number: int
    name: str
    closes: bool
    retryable: bool
    advice: str


@dataclass(frozen=True)
class Right:
    """A right, the requests that need it, and the roles that have it."""

    name: str
    requests: tuple[str, ...]
    roles: tuple[str, ...]


@dataclass(frozen=True)
class WaitingClass:
    """Who waits for an answer, and the roles whose stations may say so."""

    code: int
    name: str
    roles: tuple[str, ...]


def field(tag: int, name: str, type: str, occurs: str, limit: str, unit: str) -> Field:
    """A row as the page has it: `occurs` is `1` or `0..40`, `limit` is `1..64` or `-`."""
    return Field(tag, name, type, _range(occurs), None if limit == "-" else _range(limit), unit)


def _range(text: str) -> Range:
    lowest, _, highest = text.partition("..")
    return Range(int(lowest), int(highest or lowest))
