"""What all message types share: from and to fields, by the table of the same name."""

from __future__ import annotations

import keyword
from dataclasses import dataclass, fields as attributes
from typing import Any, ClassVar, Generic, TypeVar

from tamga.errors import BadAnswer
from tamga.schema import KIND_BY_NAME, TABLES, TAKES_NO_OPTIONS, Kind, Table
from tamga.wire import Fields, decode, encode

A = TypeVar("A", bound="Answer", covariant=True)
G = TypeVar("G", bound="Group")

#: Name of a message or group to its type; filled by the types themselves.
TYPES: dict[str, type["Group"]] = {}


def attribute(name: str) -> str:
    """The attribute of a field: `maximum-candidates` is `maximum_candidates`, `class` is `class_`."""
    word = name.replace("-", "_")
    return f"{word}_" if keyword.iskeyword(word) else word


@dataclass(frozen=True)
class Group:
    """Anything that has a table of fields."""

    NAME: ClassVar[str] = ""

    def __init_subclass__(cls, **arguments: Any) -> None:
        super().__init_subclass__(**arguments)
        if cls.__dict__.get("NAME"):
            TYPES[cls.NAME] = cls

    def __post_init__(self) -> None:
        # Lists are welcome, and equal to what comes back from the wire.
        for one in attributes(self):
            if isinstance(getattr(self, one.name), list):
                object.__setattr__(self, one.name, tuple(getattr(self, one.name)))

    @classmethod
    def table(cls) -> Table:
        return TABLES[cls.NAME]

    def to_fields(self) -> Fields:
        """Names and values, in the order of the table."""
        found: Fields = []
        for field in self.table().fields:
            value = getattr(self, attribute(field.name))
            many = value if field.is_repeated else () if value is None else (value,)
            found += [(field.name, one.to_fields() if isinstance(one, Group) else one) for one in many]
        return found

    @classmethod
    def from_fields(cls: type[G], fields: Fields) -> G:
        """The reverse, of fields that were decoded by the same table."""
        values: dict[str, Any] = {}
        for name, value in fields:
            field = cls.table().named(name)
            one = TYPES[field.type].from_fields(value) if field.is_group else value
            if field.is_repeated:
                values.setdefault(attribute(name), []).append(one)
            else:
                values[attribute(name)] = one
        return cls(**values)

    def to_json(self) -> dict[str, Any]:
        """As JSON can hold it: bytes in hexadecimal, absent fields left out."""
        found: dict[str, Any] = {}
        for field in self.table().fields:
            value = getattr(self, attribute(field.name))
            if field.is_repeated:
                found[field.name] = [_json(one) for one in value]
            elif value is not None:
                found[field.name] = _json(value)
        return found


@dataclass(frozen=True)
class Message(Group):
    """What travels in a frame of its own."""

    @classmethod
    def kind(cls) -> Kind:
        return KIND_BY_NAME[cls.NAME]

    def to_body(self) -> bytes:
        """The body of its frame; Fault where a value is not allowed."""
        return encode(self.table(), self.to_fields())

    @classmethod
    def from_body(cls: type[G], body: bytes) -> G:
        """The reverse; Fault where the body is not one."""
        return cls.from_fields(decode(cls.table(), body))


@dataclass(frozen=True)
class Request(Message, Generic[A]):
    """A message of a client; `A` is the answer to one that goes well."""

    def to_body_with(self, options: Group | None) -> bytes:
        """The body with the fields of `request-options` among its own."""
        if options is None:
            return self.to_body()
        return encode(self.table(), self.to_fields() + options.to_fields(), self.NAME not in TAKES_NO_OPTIONS)

    def answer(self, name: str, body: bytes) -> A:
        """The answer to this request; BadAnswer where the frame is another's."""
        if name != self.kind().answer:
            raise BadAnswer(f"{self.NAME} was answered by {name}")
        return TYPES[name].from_body(body)  # type: ignore[attr-defined, no-any-return]


@dataclass(frozen=True)
class Answer(Message):
    """A message of a server."""


def _json(value: Any) -> Any:
    if isinstance(value, Group):
        return value.to_json()
    return bytes(value).hex() if isinstance(value, (bytes, bytearray, memoryview)) else value
