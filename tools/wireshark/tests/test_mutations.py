"""Thousands of damaged frames: the dissector never fails, and finds what a strict receiver finds."""

import collections
import pathlib
import random
import tempfile
import unittest

import page
import shark
from captures import Capture, Stream
from reference import Receiver

SEED = 20260105
FRAMES = 3000
TEXTS = [b"\xc3\xa9", b"\xc3(", b"\xed\xa0\x80", b"\xf0\x9f\x91\x8d", b"\xf4\x90\x80\x80", b"\xc0\xaf", b"\xe0\x80\xaf",
         b"\x00", b"\x1f", b"\x7f", b"\xff", b"A", b"z", b"_", b"-", b"\xe2\x82", b"%s%n", b"\xf0\x80\x80\x80"]


def damaged(dice, data):
    """The bytes with one thing wrong."""
    data, place = bytearray(data), dice.randrange(len(data) + 1)
    other = min(len(data), place + dice.choice([1, 1, 2, 4, 6, 7, 20]))
    way = dice.randrange(8)
    if way == 0 and place < len(data):
        data[place] ^= 1 << dice.randrange(8)
    elif way == 1 and place < len(data):
        data[place] = dice.choice([0, 1, 2, 0x7F, 0x80, 0xFF, dice.randrange(256)])
    elif way == 2:
        del data[place:other]
    elif way == 3:
        data[place:place] = dice.randbytes(dice.randrange(1, 9))
    elif way == 4:
        data[place:place] = data[place:other]
    elif way == 5:
        del data[place:]
    elif way == 6:
        text = dice.choice(TEXTS)
        data[place : place + len(text)] = text
    else:
        data += data[place:]
    return bytes(data)


def with_fields_moved(dice, body):
    """The fields of a body, some of them twice, left out, in another order, or longer than they say."""
    fields, place = [], 0
    while place + 6 <= len(body):
        end = place + 6 + int.from_bytes(body[place + 2 : place + 6], "big")
        fields.append(body[place:end])
        place = end
    if not fields:
        return body
    chosen = dice.randrange(len(fields))
    way = dice.randrange(4)
    if way == 0:
        fields.append(fields[chosen])
    elif way == 1:
        del fields[chosen]
    elif way == 2:
        dice.shuffle(fields)
    else:
        text = dice.choice(TEXTS)
        old = fields[chosen]
        value = old[6:] + text if dice.random() < 0.5 else text
        fields[chosen] = old[:2] + len(value).to_bytes(4, "big") + value
    return b"".join(fields)


@shark.needs_tshark
class MutationTests(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = pathlib.Path(folder.name, "mutated.pcap")
        self.blocks = [block for block in page.read_blocks() if block.is_whole and not block.refusal]

    def changed_frame(self, dice):
        """A whole frame whose body, and seldom its header, is not as it should be."""
        data = dice.choice(self.blocks).data
        head, body = bytearray(data[:16]), data[16:]
        for _ in range(dice.choice([1, 1, 1, 2, 3])):
            body = with_fields_moved(dice, body) if dice.random() < 0.4 else damaged(dice, body)
        if dice.random() < 0.2:
            head[dice.choice([4, 5, 6, 7])] = dice.choice([0, 1, 2, 0x10, 0x91, 0x7E, 0xFF])
        if dice.random() < 0.03:
            head[8:16] = bytes(8)
        return len(body).to_bytes(4, "big") + bytes(head[4:]) + body

    def test_it_finds_what_a_strict_receiver_finds(self):
        dice, receiver = random.Random(SEED), Receiver()
        changed = [self.changed_frame(dice) for _ in range(FRAMES)]
        changed = [frame for frame in changed if len(frame) < 4096]
        with Capture(self.file) as capture:
            for index, frame in enumerate(changed):
                Stream(capture, 10000 + index).send(frame, from_server=frame[5] >= 0x80)
        packets = shark.trees(self.file, "-Y", "tamga")
        self.assertEqual([len(packet) for packet in packets], [1] * len(changed))
        seen = collections.Counter()
        for frame, (shown,) in zip(changed, packets):
            expected = {name.replace("-", "_") for name in receiver.problems(frame)}
            notes = {"unknown_field", "unknown_value", "error_answer"}
            self.assertEqual(set(shark.experts(shown)) - notes, expected, frame.hex(" "))
            seen.update(expected or ["accepted"])
        # The frames are of every sort: else this would say little.
        for name in ("accepted", "malformed_message", "limit_exceeded", "unknown_critical_field", "unknown_kind",
                     "malformed_frame", "unsupported_version"):
            self.assertGreater(seen[name], 25, seen)

    def test_no_bytes_make_it_fail(self):
        dice = random.Random(SEED + 1)
        with Capture(self.file) as capture:
            for index in range(FRAMES):
                data = b"".join(dice.choice(self.blocks).data for _ in range(dice.choice([1, 1, 2, 4])))
                for _ in range(dice.choice([1, 2, 5])):
                    data = damaged(dice, data)
                if dice.random() < 0.05:
                    data = dice.randbytes(dice.randrange(1, 200))
                stream, from_server = Stream(capture, 10000 + index), dice.random() < 0.5
                cut = dice.randrange(len(data) + 1)
                for piece in (data[:cut], data[cut:]):
                    if piece:
                        stream.send(piece, from_server=from_server)
        for personal in (False, True):
            output = shark.read(self.file, "-V", personal=personal)
            self.assertGreater(output.count("Tamga, "), FRAMES // 2)
            self.assertFalse("Malformed Packet" in output, "an exception ended the dissection of a packet")


if __name__ == "__main__":
    unittest.main()
