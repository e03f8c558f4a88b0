"""The codec itself: streams in pieces, mutated bytes, values that are not allowed, words of a newer server."""

from __future__ import annotations

import random
import unittest
from typing import Any

from tests.vectors import all_vectors, frame_of
from tamga.errors import Fault, Overloaded, ServerError, server_error
from tamga.messages import (
    TYPES, Delete, Enrol, FingerRecord, Identify, Merge, Ping, Read, Register, Remove, RequestOptions, Stats,
)
from tamga.schema import CODES, KIND_BY_NAME, TABLES, TAKES_NO_OPTIONS
from tamga.wire import Frame, FrameReader, Limits, decode, encode, frame_bytes

OPEN = Limits(3_145_728)
FINGER = FingerRecord(format=1, record=b"FMR", position=2)


class StreamTests(unittest.TestCase):
    def stream(self) -> tuple[bytes, list[bytes]]:
        frames = [
            frame_of(one) for one in all_vectors()
            if "refused" not in one and one["from"] == "client" and len(frame_of(one)) < 300
        ][:200]
        return b"".join(frames), frames

    def test_any_pieces_make_the_same_frames(self) -> None:
        data, frames = self.stream()
        for seed in range(5):
            dice = random.Random(seed)
            reader, found, start = FrameReader("client", OPEN), [], 0
            while start < len(data):
                step = dice.choice((1, 2, 15, 16, 17, 400))
                reader.feed(data[start : start + step])
                start += step
                while (frame := reader.next()) is not None:
                    assert isinstance(frame, Frame)
                    found.append(frame_bytes(frame.kind, frame.request_id, frame.body, OPEN))
            reader.finish()
            self.assertEqual(found, frames)

    def test_a_fault_is_final(self) -> None:
        reader = FrameReader("client", OPEN)
        reader.feed(b"\xff" * 16 + frame_of(next(one for one in all_vectors() if one["name"] == "stats")))
        for _ in range(3):
            with self.assertRaises(Fault):
                reader.next()

    def test_a_long_body_is_refused_before_it_is_there(self) -> None:
        reader = FrameReader("client", OPEN)
        reader.feed(bytes.fromhex("00300000 0120 0000 0000000000000007"))
        with self.assertRaises(Fault) as caught:
            reader.next()
        self.assertEqual(caught.exception.code.name, "frame-too-large")


class MutationTests(unittest.TestCase):
    """Whatever the bytes are, they are read, or refused with a code: nothing else happens."""

    def test_mutated_frames_are_read_or_refused(self) -> None:
        whole = [frame_of(one) for one in all_vectors() if "refused" not in one]
        whole = [one for one in whole if len(one) < 1500]
        dice = random.Random(20_24)
        refused = read = 0
        for _ in range(6_000):
            data = bytearray(dice.choice(whole))
            for _ in range(dice.randrange(1, 4)):
                place = dice.randrange(len(data))
                change = dice.randrange(3)
                if change == 0:
                    data[place] ^= 1 << dice.randrange(8)
                elif change == 1:
                    del data[place : place + dice.randrange(1, 5)]
                else:
                    data[place:place] = dice.randbytes(dice.randrange(1, 5))
                if not data:
                    break
            try:
                self.read(bytes(data))
                read += 1
            except Fault as fault:
                self.assertIn(fault.code, CODES)
                refused += 1
        self.assertGreater(read, 100)
        self.assertGreater(refused, 1000)

    def read(self, data: bytes) -> None:
        sender = "server" if len(data) > 5 and data[5] & 0x80 else "client"
        reader = FrameReader(sender, OPEN)
        reader.feed(data)
        frame = reader.next()
        if not isinstance(frame, Frame):
            raise Fault("malformed-frame", "no frame")
        options = sender == "client" and frame.kind.name not in TAKES_NO_OPTIONS
        table = TABLES[frame.kind.name]
        fields = decode(table, frame.body, options)
        # What was read can be written, and is the same when it is read again.
        again = encode(table, fields, options)
        self.assertEqual(sorted(map(repr, decode(table, again, options))), sorted(map(repr, fields)))


class ValueTests(unittest.TestCase):
    def refused(self, code: str, field: str, make: Any) -> None:
        with self.assertRaises(Fault) as caught:
            make().to_body()
        self.assertEqual((caught.exception.code.name, caught.exception.field), (code, field))

    def test_what_is_not_allowed_is_not_written(self) -> None:
        self.refused("limit-exceeded", "person", lambda: Delete(person=""))
        self.refused("limit-exceeded", "person", lambda: Delete(person="ғ" * 33))
        self.refused("malformed-message", "person", lambda: Delete(person="P\n17"))
        self.refused("malformed-message", "person", lambda: Delete(person="\ud800"))
        self.refused("malformed-message", "person", lambda: Delete(person=17))  # type: ignore[arg-type]
        self.refused("malformed-message", "include-records", lambda: Read("P-17", 1))  # type: ignore[arg-type]
        self.refused("malformed-message", "finger", lambda: Enrol("P-17", []))
        self.refused("limit-exceeded", "finger", lambda: Enrol("P-17", [FINGER] * 41))
        self.refused("limit-exceeded", "finger[1].position", lambda: Identify([FINGER, FingerRecord(1, b"F", 11)]))
        self.refused("limit-exceeded", "finger[0].record", lambda: Identify([FingerRecord(1, b"")]))
        self.refused("limit-exceeded", "finger[0].format", lambda: Identify([FingerRecord(65_536, b"F")]))
        self.refused("malformed-message", "other", lambda: Merge("P-17", "P-17"))
        self.refused("limit-exceeded", "key", lambda: Register(key="short"))
        self.refused("malformed-message", "key", lambda: Register(key="with space"))
        self.refused("malformed-message", "status", lambda: Register(status="Foreigner"))
        self.refused("limit-exceeded", "date", lambda: Remove("P-17", "expulsion", "decision", "2024-2-29"))

    def test_a_body_above_the_session_is_not_written(self) -> None:
        with self.assertRaises(Fault) as caught:
            frame_bytes(KIND_BY_NAME["enrol"], 1, bytes(20_000), Limits(16_384))
        self.assertEqual(caught.exception.code.name, "frame-too-large")

    def test_options_go_with_any_request_but_three(self) -> None:
        options = RequestOptions(deadline=500, class_=2)
        written = bytes.fromhex("8f0100000004000001f48f020000000102")
        self.assertTrue(Delete("P-17").to_body_with(options).endswith(written))
        self.assertEqual(Stats().to_body_with(None), b"")
        with self.assertRaises(Fault):
            Ping(b"").to_body_with(options)
        with self.assertRaises(Fault):
            Delete("P-17").to_body_with(RequestOptions(class_=3))

    def test_lists_and_tuples_are_the_same(self) -> None:
        self.assertEqual(Identify([FINGER]), Identify((FINGER,)))
        self.assertEqual(TYPES["identify"].from_fields(decode(TABLES["identify"], Identify([FINGER]).to_body())),
                         Identify([FINGER]))

    def test_words_of_python_have_an_underscore(self) -> None:
        self.assertEqual(RequestOptions(class_=1).to_fields(), [("class", 1)])


class ErrorTests(unittest.TestCase):
    def test_each_code_is_a_type(self) -> None:
        error = server_error(36, "too much to do", retryable=True, retry_after=0.12)
        self.assertIsInstance(error, Overloaded)
        self.assertTrue(error.retryable)
        self.assertEqual(error.retry_after, 0.12)
        self.assertFalse(error.closes)
        self.assertIn("retry-after", error.advice)

    def test_a_code_of_a_newer_server_does_not_close(self) -> None:
        error = server_error(77, "something new", retryable=True)
        self.assertIs(type(error), ServerError)
        self.assertEqual(error.name, "code-77")
        self.assertFalse(error.closes)
        self.assertTrue(error.retryable)
        self.assertEqual(ServerError.name, "unknown")


if __name__ == "__main__":
    unittest.main()
