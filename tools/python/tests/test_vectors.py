"""Every vector of docs/vectors, whole, byte by byte and in pieces."""

from __future__ import annotations

import unittest
from typing import Any

from tests.vectors import all_vectors, fields_of, frame_of
from tamga.errors import Fault
from tamga.messages import TYPES
from tamga.schema import KIND_BY_NAME, TABLES, TAKES_NO_OPTIONS
from tamga.wire import Frame, FrameReader, Limits, Skipped, decode, encode, frame_bytes

OPEN = Limits(3_145_728)


def takes_options(kind: str) -> bool:
    return KIND_BY_NAME[kind].sender == "client" and kind not in TAKES_NO_OPTIONS


def read(vector: dict[str, Any], data: bytes, step: int) -> tuple[Frame, list[tuple[str, Any]]]:
    """The frame and its fields; Fault as the vector says."""
    reader = FrameReader(vector["from"], Limits() if vector.get("state") == "opening" else OPEN)
    frame = None
    for start in range(0, len(data), step):
        reader.feed(data[start : start + step])
        frame = frame or reader.next()
    reader.next() if frame is None else None
    reader.finish()
    assert frame is not None
    if isinstance(frame, Skipped):
        raise Fault("unknown-kind", "skipped")
    return frame, decode(TABLES[frame.kind.name], frame.body, takes_options(frame.kind.name))


class VectorTests(unittest.TestCase):
    def test_there_are_many(self) -> None:
        vectors = all_vectors()
        self.assertGreater(len(vectors), 3000)
        self.assertGreater(sum("refused" in one for one in vectors), 1500)
        self.assertGreater(sum("refused" not in one for one in vectors), 800)

    def test_the_accepted_mean_what_they_say(self) -> None:
        for vector in all_vectors():
            if "refused" in vector:
                continue
            with self.subTest(vector["name"]):
                data = frame_of(vector)
                frame, fields = read(vector, data, len(data))
                table = TABLES[vector["kind"]]
                self.assertEqual(frame.kind.name, vector["kind"])
                self.assertEqual(frame.request_id, int(vector["id"]))
                self.assertEqual(fields, fields_of(table, vector["fields"]))

    def test_the_accepted_are_written_as_they_came(self) -> None:
        for vector in all_vectors():
            if "refused" in vector:
                continue
            with self.subTest(vector["name"]):
                kind = KIND_BY_NAME[vector["kind"]]
                fields = fields_of(TABLES[kind.name], vector["fields"])
                body = encode(TABLES[kind.name], fields, takes_options(kind.name))
                again = frame_bytes(kind, int(vector["id"]), body, OPEN) == frame_of(vector)
                self.assertEqual(again, vector.get("same", True))

    def test_the_types_write_them_as_they_came(self) -> None:
        for vector in all_vectors():
            if "refused" in vector or not vector.get("same", True) or "options" in vector["name"]:
                continue
            names = [entry[0] for entry in vector["fields"] if isinstance(entry, list)]
            if "deadline" in names or "class" in names:
                continue
            with self.subTest(vector["name"]):
                body = frame_of(vector)[16:]
                self.assertEqual(TYPES[vector["kind"]].from_body(body).to_body(), body)  # type: ignore[attr-defined]

    def test_the_refused_are_refused_for_what_they_say(self) -> None:
        for vector in all_vectors():
            if "refused" not in vector or vector.get("stage") == "request":
                continue
            with self.subTest(vector["name"]):
                data = frame_of(vector)
                with self.assertRaises(Fault) as caught:
                    read(vector, data, max(1, len(data)))
                self.assertEqual(caught.exception.code.name, vector["refused"])
                if "field" in vector:
                    self.assertEqual(caught.exception.field, vector["field"])
                hello = vector["name"].startswith("hello")
                self.assertEqual(caught.exception.closes or hello, vector.get("closes", False) or hello)

    def test_pieces_make_no_difference(self) -> None:
        for vector in all_vectors():
            data = frame_of(vector)
            if len(data) > 2000 or vector.get("stage") == "request":
                continue
            for step in (1, 7):
                with self.subTest(vector["name"], step=step):
                    try:
                        frame, fields = read(vector, data, step)
                        self.assertNotIn("refused", vector)
                        self.assertEqual(fields, fields_of(TABLES[vector["kind"]], vector["fields"]))
                    except Fault as fault:
                        self.assertEqual(fault.code.name, vector.get("refused"))


if __name__ == "__main__":
    unittest.main()
