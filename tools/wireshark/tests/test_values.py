"""Single values: how they are put in words, and which are refused."""

import pathlib
import tempfile
import unittest

import frames
import page
import reference
import shark
from captures import Capture, Stream


@shark.needs_tshark
class ValueTests(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = pathlib.Path(folder.name, "values.pcap")

    def capture(self, sent):
        """Each frame on a connection of its own."""
        with Capture(self.file) as capture:
            for index, data in enumerate(sent):
                Stream(capture, 10000 + index).send(data, from_server=data[5] >= 0x80)

    def refused(self, sent):
        """The expert infos of each frame."""
        self.capture(sent)
        packets = shark.trees(self.file, "-Y", "tamga")
        return [shark.experts(frame) for frame in shark.only_frames(self, packets, len(sent))]

    def test_values_are_put_in_words(self):
        self.capture([block.data for block in page.read_blocks() if not block.refusal])
        lines = {line.strip() for line in shark.read(self.file, "-V", "-O", "tamga").splitlines()}
        for words in (
            "score: -301 thousandths: -0.301", "score: 7250 thousandths: 7.250", "microseconds: 850 µs",
            "maximum-rotation: 32/256 turn: 45.0 degrees", "target-fpir: 1000000 parts per 10^9: 0.001000000",
            "enrolled-at: 1700000000000 ms: 2023-11-14 22:13:20.000 UTC", "uptime: 60000 ms", "quality: 80 of 100",
            "position: right index (2)", "hit: yes (1)", "more: no (0)", "code: person-unknown (22)",
            "reason: amputated (not there any more)", "searched: 10000 templates",
            "next: capture-finger (take the finger of capture-next, and send the request again with it)",
            "verdict: inconclusive (the fingers do not suffice to say: see doubt)", "swap: hands exchanged (1)",
            "kind: expulsion (from the country)", "owner: interior (internal affairs)",
            "kind: linked (an identifier was linked to the person)", "from: 2024-02-29",
            "Field: 0x8002 searched, u64, critical, 8 bytes", "Field: 0x0006 swap, u8, 1 byte",
        ):
            self.assertTrue(words in lines, words)

    def test_a_number_is_shown_whole_up_to_the_last_of_its_type(self):
        largest = frames.frame(0x90, 2**64 - 1, frames.field(0x8001, b"p") + frames.number(0x8002, 8, 2**64 - 1)
                               + frames.number(0x8003, 8, 2**63) + frames.number(0x8004, 4, 2**32 - 1)
                               + frames.number(0x8005, 8, 0))
        far = frames.frame(0x93, 2, frames.field(0x8001, b"p") + frames.number(0x8002, 8, 2**64 - 1)
                           + frames.number(0x8003, 8, 1))
        self.assertEqual(self.refused([largest, far]), [[], []])
        rows = shark.fields(self.file, ["tamga.request_id", "tamga.enrolled.sequence", "tamga.enrolled.snapshot",
                                        "tamga.enrolled.references", "tamga.enrolled.microseconds"], "-Y", "tamga.kind == 0x90")
        self.assertEqual(rows, [[[str(2**64 - 1)], [str(2**64 - 1)], [str(2**63)], [str(2**32 - 1)], ["0"]]])
        self.assertIn(f"enrolled-at: {2**64 - 1} ms since 1970", shark.read(self.file, "-V", "-O", "tamga"))

    def test_a_position_is_a_finger_or_a_palm(self):
        sent = [frames.frame(0x11, 2, frames.field(0x8001, frames.finger(b"r", position))) for position in range(256)]
        accepted = [code for code, found in enumerate(self.refused(sent)) if not found]
        self.assertEqual(accepted, [*range(11), 20, 21, 23])

    def test_a_bool_is_0_or_1(self):
        sent = [frames.frame(0x13, 2, frames.field(0x8001, b"p") + frames.number(0x8002, 1, value)) for value in range(256)]
        self.assertEqual(self.refused(sent), [[], []] + [["malformed_message"]] * 254)

    def test_what_the_page_does_not_explain_is_shown_and_noted(self):
        removal = frames.field(0x8001, b"p") + frames.field(0x8003, b"art. 51") + frames.field(0x8004, b"2024-02-29")
        sent = [frames.frame(0x1D, 2, removal + frames.field(0x8002, b"banishment")), frames.error(2, 77)]
        self.assertEqual(self.refused(sent), [["unknown_value"], ["unknown_value", "error_answer"]])
        self.assertIn("removal banishment", shark.read(self.file))
        self.assertIn("#2 error: unknown code (77)", shark.read(self.file))

    def test_every_short_text_is_judged_as_a_strict_receiver_does(self):
        receiver = reference.Receiver()
        leads = [b"", *(bytes([lead]) for lead in range(256))]
        texts = [lead + rest for lead in leads
                 for rest in (b"", b"A", b"\x80", b"\x9f\x80", b"\xa0\x80", b"\x8f\xbf\xbf", b"\x90\x80\x80", b"\xbf\xbf\xc0", b"\x80\x80\x80\x80")]
        sent = [frames.frame(0x14, 2, frames.field(0x8001, text)) for text in texts]
        sent += [frames.frame(0x23, 2, frames.field(0x8001, text) + frames.field(0x8002, frames.number(0x8001, 8, 1)
                                                                              + frames.number(0x8002, 2, 0))) for text in leads]
        for data, found in zip(sent, self.refused(sent)):
            expected = {name.replace("-", "_") for name in receiver.problems(data)}
            self.assertEqual(set(found) - {"unknown_value"}, expected, data.hex(" "))


if __name__ == "__main__":
    unittest.main()
