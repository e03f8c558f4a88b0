"""What a frame means after what came before it; what cannot be read; what is not to be seen."""

import pathlib
import random
import re
import tempfile
import unittest

import frames
import shark
from captures import Capture, Stream
from page import rows_of_the_page

SECRETS = [b"KARIMOV-SECRET", b"names:SECRETOV/ANVAR/1990-05-17", b"Officer Secretova", b"in the Secret street"]


@shark.needs_tshark
class ConnectionCase(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = pathlib.Path(folder.name, "connection.pcap")

    def capture(self, sent, **options):
        """Writes one connection: pairs of an end, 'c' or 's', and what it sends in one go; the packets' numbers."""
        with Capture(self.file, **options) as capture:
            stream = Stream(capture, 1234)
            return [stream.send(data, from_server=end == "s") for end, data in sent]

    def experts(self, sent):
        """The expert infos of every frame, in order."""
        self.capture(sent)
        one, two = (
            [shark.experts(frame) for packet in shark.trees(self.file, two_pass=two_pass) for frame in packet]
            for two_pass in (False, True))
        self.assertEqual(one, two, "the second reading says something else than the first")
        return two

    def opened(self, *sent):
        """The same after hello and welcome, which are right."""
        result = self.experts([("c", frames.hello()), ("s", frames.welcome()), *sent])
        self.assertEqual(result[:2], [[], []])
        return result[2:]


class LinkTests(ConnectionCase):
    def rows(self):
        names = ["frame.number", "tamga.request_id", "tamga.response_in", "tamga.response_to", "tamga.response_time"]
        return {int(row[0][0]): row[1:] for row in shark.fields(self.file, names, "-Y", "tamga")}

    def test_request_and_answer_name_each_other(self):
        first, second, late, early, again, end = self.capture([
            ("c", frames.ping(7)), ("c", frames.ping(2**64 - 1)), ("s", frames.pong(2**64 - 1)), ("s", frames.error(7, 22)),
            ("c", frames.ping(7)), ("s", frames.pong(7))])
        rows = self.rows()
        self.assertEqual(rows[first][:2], [["7"], [str(early)]])
        self.assertEqual(rows[second][:2], [[str(2**64 - 1)], [str(late)]])
        self.assertEqual(rows[late], [[str(2**64 - 1)], [], [str(second)], ["0.001000000"]])
        self.assertEqual(rows[early], [["7"], [], [str(first)], ["0.003000000"]])
        self.assertEqual(rows[again][1], [str(end)])
        self.assertEqual(rows[end][1:], [[], [str(again)], ["0.001000000"]])

    def test_connections_do_not_share_request_ids(self):
        with Capture(self.file) as capture:
            streams = [Stream(capture, 2000 + index) for index in range(2)]
            asked = [stream.send(frames.ping(1)) for stream in streams]
            answered = [stream.send(frames.pong(1), from_server=True) for stream in reversed(streams)]
        rows = self.rows()
        self.assertEqual([rows[number][1] for number in asked], [[str(number)] for number in reversed(answered)])

    def test_what_does_not_fit_is_said(self):
        self.assertEqual(self.opened(("c", frames.ping(2) + frames.ping(3) + frames.ping(3))),
                         [[], [], ["duplicate_request_id"]])
        self.assertEqual(self.opened(("c", frames.ping(2)), ("s", frames.pong(3))), [[], ["unexpected_answer"]])
        wrong = frames.frame(0x9A, 2, frames.field(0x8001, frames.number(0x8001, 8, 1) + frames.number(0x8002, 2, 0))
                             + frames.number(0x8002, 8, 5))
        self.assertEqual(self.opened(("c", frames.ping(2)), ("s", wrong)), [[], ["unexpected_answer"]])
        self.assertEqual(self.opened(("s", frames.error(0, 33))), [["error_answer"]])
        self.assertEqual(self.opened(("c", frames.ping(0))), [["malformed_frame"]])

    def test_a_kind_that_travels_the_wrong_way_is_an_unknown_one(self):
        self.assertEqual(self.opened(("s", frames.ping(2))), [["unknown_kind"]])
        self.assertEqual(self.opened(("c", frames.ping(2)), ("c", frames.pong(2)))[1], ["unknown_kind"])


class OpeningTests(ConnectionCase):
    def test_nothing_comes_before_the_welcome(self):
        self.assertEqual(self.experts([("c", frames.hello() + frames.ping(2)), ("s", frames.welcome())]),
                         [[], ["hello_required"], []])

    def test_a_second_hello_is_refused(self):
        self.assertEqual(self.opened(("c", frames.hello(2))), [["unexpected_hello"]])
        self.assertEqual(self.experts([("c", frames.hello(1) + frames.hello(2))]), [[], ["unexpected_hello"]])

    def test_the_same_ports_may_be_used_again(self):
        with Capture(self.file) as capture:
            for first in (1000, 2_000_000):
                capture.time += 3_600_000_000
                stream = Stream(capture, 1234, first=first)
                stream.send(frames.hello())
                stream.send(frames.welcome(), from_server=True)
                # Ends with a frame that is refused, after which nothing of this connection is one.
                stream.send(frames.ping(2) + frames.frame(0x20, 3, length=3145728))
        for two_pass in (False, True):
            found = [shark.experts(frame) for packet in shark.trees(self.file, two_pass=two_pass) for frame in packet]
            self.assertEqual(found, 2 * [[], [], [], ["frame_too_large"]])

    def test_before_the_welcome_a_body_has_4096_bytes(self):
        long = frames.hello(client=b"x" * 4097)
        self.assertEqual([sorted(found) for found in self.experts([("c", long)])],
                         [["frame_too_large", "limit_exceeded"]])

    def test_after_it_the_welcome_says_how_many(self):
        body = frames.field(0x8001, b"p") + frames.field(0x8002, frames.finger(b"r" * 17000))
        for frame_bytes, expected in ((16384, ["frame_too_large"]), (17100, [])):
            found = self.experts([("c", frames.hello()), ("s", frames.welcome(frame_bytes=frame_bytes)),
                                  ("c", frames.frame(0x10, 2, body))])
            self.assertEqual(found, [[], [], expected])

    def test_a_capture_that_begins_later_is_read(self):
        self.assertEqual(self.experts([("c", frames.ping(9)), ("s", frames.pong(9) + frames.pong(8))]), [[], [], []])


class OptionTests(ConnectionCase):
    def test_what_any_request_may_carry_is_known_where_it_may_be(self):
        deadline = frames.number(0x8F01, 4, 250)
        finger = frames.field(0x8001, frames.finger(b"r"))
        self.assertEqual(self.opened(("c", frames.frame(0x11, 2, finger + deadline))), [[]])
        self.assertEqual(shark.fields(self.file, ["tamga.request_options.deadline"], "-Y", "tamga.kind == 0x11"), [[["250"]]])
        self.assertEqual(self.opened(("c", frames.frame(0x11, 2, finger + deadline * 2))), [["malformed_message"]])
        self.assertEqual(self.opened(("c", frames.ping(2)[:3] + b"\x10" + frames.ping(2)[4:] + deadline)),
                         [["unknown_critical_field"]])
        inside = frames.field(0x8001, frames.finger(b"r") + deadline)
        self.assertEqual(self.opened(("c", frames.frame(0x11, 2, inside))), [["unknown_critical_field"]])


class EndTests(ConnectionCase):
    def test_after_a_length_above_the_limit_nothing_is_a_frame(self):
        refused = frames.frame(0x20, 3, length=2**32 - 1)
        with Capture(self.file) as capture:
            stream = Stream(capture, 1234)
            stream.send(frames.hello())
            stream.send(frames.welcome(), from_server=True)
            stream.send(frames.ping(2) + refused + frames.ping(4))
            stream.send(frames.ping(5))
            stream.send(frames.pong(2), from_server=True)
        for two_pass in (False, True):
            rows = shark.fields(self.file, ["tamga.request_id", "tamga.refused"], "-Y", "tamga", two_pass=two_pass)
            self.assertEqual(rows, [[["1"], []], [["1"], []], [["2", "3"], ["22"]], [[], ["22"]], [["2"], []]])

    def test_a_capture_that_was_cut_shows_what_is_there(self):
        body = frames.field(0x8001, b"person-1") + frames.field(0x8002, frames.finger(b"r" * 500))
        self.capture([("c", frames.frame(0x10, 2, body))], snap=200)
        self.assertEqual(shark.experts(shark.trees(self.file, "-Y", "tamga")[0][0])[0], "incomplete")
        rows = shark.fields(self.file, ["tamga.enrol.person"], "-Y", "tamga")
        self.assertEqual(rows, [[["person-1"]]])
        for snap in (40, 47, 55, 56, 57, 61, 62, 70, 79):
            self.capture([("c", frames.frame(0x10, 2, body))], snap=snap)
            shark.read(self.file, "-V")

    def test_without_reassembly_it_says_that_a_frame_is_incomplete(self):
        whole = frames.frame(0x10, 2, frames.field(0x8001, b"person-1") + frames.field(0x8002, frames.finger(b"r" * 50)))
        self.capture([("c", whole[:40]), ("c", whole[40:])])
        output = shark.read(self.file, "-V", "-o", "tcp.desegment_tcp_streams:FALSE")
        self.assertTrue("40 of 107 bytes are there" in output, "not said to be incomplete")
        first = output[: output.index("Frame 4:")]
        self.assertNotIn("Malformed", first)


class SizeTests(ConnectionCase):
    def test_the_largest_frame_is_put_together(self):
        body = frames.field(0x8001, b"person-1")
        fingers = 3145728 // 60100
        body += frames.field(0x8002, frames.finger(b"r" * 60000)) * fingers
        body += frames.field(0x8002, frames.finger(b"r" * (3145728 - len(body) - 27)))
        self.capture([("c", frames.frame(0x10, 2, body) + frames.ping(3))])
        rows = shark.fields(self.file, ["tamga.kind", "tamga.finger_record.record.length"], "-Y", "tamga")
        self.assertEqual(len(rows), 1)
        self.assertEqual(rows[0][0], ["0x10", "0x02"])
        self.assertEqual(rows[0][1][:fingers], ["60000"] * fingers)
        self.assertEqual(len(rows[0][1]), fingers + 1)

    def test_the_fullest_answer_is_shown_whole(self):
        score = frames.number(0x8001, 1, 2) + frames.number(0x8002, 1, 2) + frames.number(0x8003, 4, 5)
        body = b"".join(
            frames.field(0x8001, frames.field(0x8001, b"p") + frames.number(0x8002, 2, rank)
                         + frames.number(0x8003, 4, 7) + frames.field(0x8004, score) * 40)
            for rank in range(1, 1001))
        self.capture([("s", frames.frame(0x91, 2, body))])
        rows = shark.fields(self.file, ["tamga.candidate.rank", "tamga.finger_score.score"], "-Y", "tamga")
        self.assertEqual([len(cell) for cell in rows[0]], [1000, 40000])

    def test_more_fields_than_can_be_shown_are_said_to_be_left_out(self):
        body = frames.field(0x0042, b"") * (3145728 // 6)
        self.capture([("c", frames.frame(0x10, 2, body))])
        output = shark.read(self.file, "-V", "-Y", "tamga")
        self.assertGreater(output.count("Unknown field 0x0042"), 80000)
        self.assertTrue("are not shown" in output)


class PrivacyTests(ConnectionCase):
    def message(self):
        claim = frames.field(0x8002, SECRETS[1])
        body = claim + frames.field(0x8005, SECRETS[3]) + frames.field(0x8006, SECRETS[2])
        body += frames.field(0x8007, frames.finger(SECRETS[0])) + frames.field(0x0042, SECRETS[0])
        cut = frames.frame(0x19, 3, claim[:-3])
        return frames.frame(0x18, 2, body) + cut + frames.frame(0x7E, 4, SECRETS[0])

    def shown(self, personal):
        self.capture([("c", self.message())])
        output = shark.read(self.file, "-V", "-O", "tamga", personal=personal)
        output += shark.read(self.file, "-T", "json", "-J", "tamga", personal=personal)
        output += shark.read(self.file, "-T", "ek", "-J", "tamga", personal=personal)
        return output + shark.read(self.file, personal=personal)

    def test_records_and_names_are_lengths_unless_asked_for(self):
        hidden, shown = self.shown(False), self.shown(True)
        for secret in SECRETS:
            for form in (secret.decode(), secret.hex(), secret.hex(":"), secret[:12].decode(), secret[:8].hex(":")):
                self.assertFalse(form in hidden, form)
            self.assertTrue(secret.decode() in shown or secret.hex(":") in shown, secret)
        self.assertIn(f"record: {len(SECRETS[0])} bytes, not shown", hidden)
        self.assertIn(f"claim: {len(SECRETS[1])} bytes, not shown", hidden)

    def test_every_text_that_is_shown_is_one_of_a_list(self):
        """A field that is new on the page is hidden until somebody decides otherwise."""
        source = shark.DISSECTOR.read_text(encoding="utf-8")
        harmless = source[source.index("local HARMLESS") : source.index("-- Names of the header")]
        for name in ("record", "claim", "identifier", "place", "officer", "remark", "reason", "content", "file"):
            self.assertNotIn(f'"{name}"', harmless)
        page = {name for _, (_, name, kind, *_) in rows_of_the_page() if kind in ("string", "bytes")}
        self.assertEqual(set(re.findall(r'\["([a-z-]+)"\]', harmless)) - page, set(), "on the list, but not on the page")


class RandomCutTests(ConnectionCase):
    def test_a_conversation_cut_anywhere_is_the_same(self):
        dice = random.Random(11)
        asked = [frames.ping(number, bytes(number % 60)) for number in range(2, 200)]
        answers = [frames.pong(number, bytes(number % 60)) for number in range(2, 200)]
        expected = [str(number) for number in range(2, 200)]
        for _ in range(8):
            sent = []
            for end, data in (("c", b"".join(asked)), ("s", b"".join(answers))):
                cuts = sorted(dice.sample(range(1, len(data)), dice.choice([1, 5, 50, 500])))
                sent += [(end, data[a:b]) for a, b in zip([0, *cuts], [*cuts, len(data)])]
            self.capture([("c", frames.hello()), ("s", frames.welcome()), *sent])
            rows = shark.fields(self.file, ["tamga.request_id", "tamga.response_in"], "-Y", "tamga.kind == 0x02")
            self.assertEqual([number for row in rows for number in row[0]], expected)
            self.assertEqual(sum(len(row[1]) for row in rows), len(expected))
            self.assertNotIn("Expert", shark.read(self.file, "-V", "-O", "tamga"))


if __name__ == "__main__":
    unittest.main()
