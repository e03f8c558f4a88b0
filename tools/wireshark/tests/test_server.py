"""A conversation with a real server over TLS, captured and decrypted."""

import pathlib
import tempfile
import unittest

import frames
import live
import shark
from captures import Capture


@shark.needs_tshark
@unittest.skipUnless(live.program(), "TAMGA_SERVER names no tamga-server")
class ServerTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.holder = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.holder.name)
        cls.file, cls.key_log = cls.folder / "tls.pcap", cls.folder / "keys.log"
        cls.record, cls.stranger = live.record(1), live.record(2)
        server = live.Server(live.program(), cls.folder)
        try:
            with Capture(cls.file) as capture:
                proxy = live.Proxy(capture, server.port)
                cls.answers = cls.converse(server, proxy)
                proxy.close()
        finally:
            server.stop()

    @classmethod
    def tearDownClass(cls):
        cls.holder.cleanup()

    @classmethod
    def converse(cls, server, proxy):
        def finger(tag, record):
            return frames.field(tag, frames.finger(record))

        def person(name):
            return frames.field(0x8001, name)

        station = live.Station(server, proxy.port, cls.key_log)
        answers = station.ask(frames.hello(client=b"dissector-test/1"))
        answers += station.ask(frames.frame(0x10, 2, person(b"P-1") + finger(0x8002, cls.record)))
        answers += station.ask(
            frames.frame(0x11, 3, finger(0x8001, cls.record)), frames.ping(4, b"together"),
            frames.frame(0x12, 5, person(b"P-2") + finger(0x8002, cls.record)))
        # Many fingers make a frame of several TLS records.
        many = b"".join(finger(0x8001, live.record(100 + index, minutiae=100)) for index in range(40))
        answers += station.ask(frames.frame(0x11, 6, many))
        answers += station.ask(frames.frame(0x13, 7, person(b"P-1") + frames.number(0x8002, 1, 1)))
        claims = frames.field(0x8002, b"document:UZB:AA1234567") + frames.field(0x8002, b"names:SECRETOV/ANVAR/1990-05-17")
        answers += station.ask(frames.frame(0x18, 8, claims + finger(0x8007, cls.stranger)))
        station.close()
        other = live.Station(server, proxy.port, cls.key_log, identity="border")
        answers += other.ask(frames.hello(client=b"dissector-test/1"))
        answers += other.ask(frames.frame(0x20, 2))
        answers += other.ask(frames.frame(0x20, 3, flags=1))
        other.close()
        return answers

    def trees(self, **options):
        packets = shark.trees(
            self.file, "-o", f"tls.keylog_file:{self.key_log}", plain_port=None, **options)
        return [frame for packet in packets for frame in packet]

    def value(self, frame, name):
        found = frame.all("tamga." + name)
        self.assertEqual(len(found), 1, name)
        return found[0].value

    def test_the_server_answered_as_the_test_needs_it(self):
        kinds = [kind for kind, _, _ in self.answers]
        self.assertEqual(kinds[:2], [0x81, 0x90], self.answers)
        self.assertEqual(sorted(kinds[2:5]), [0x82, 0x91, 0xFF])
        self.assertEqual(kinds[5:], [0x91, 0x93, 0x98, 0x81, 0xFF, 0xFF], [answer for answer in self.answers if answer[0] == 0xFF])

    def test_without_the_keys_nothing_is_shown(self):
        self.assertEqual(shark.read(self.file, "-Y", "tamga", plain_port=None), "")

    def test_every_frame_is_decoded_and_fits(self):
        for two_pass in (False, True):
            found = self.trees(two_pass=two_pass)
            asked = [frame for frame in found if int(frame.all("tamga.kind")[0].value, 0) < 0x80]
            self.assertEqual((len(asked), len(found)), (11, 22))
            answers = {}
            for frame in found:
                kind = int(self.value(frame, "kind"), 0)
                expected = ["error_answer"] if kind == 0xFF else []
                if frame.all("tamga.flags")[0].value != "0x0000":
                    expected = ["malformed_frame"]
                self.assertEqual(shark.experts(frame), expected, self.value(frame, "request_id"))
                if kind >= 0x80:
                    answers.setdefault(kind, []).append(frame)
            sent = sorted((kind, str(request)) for kind, request, _ in self.answers)
            shown = sorted((kind, self.value(frame, "request_id")) for kind in answers for frame in answers[kind])
            self.assertEqual(shown, sent)
            self.check_values(found, answers)

    def check_values(self, found, answers):
        self.assertEqual(self.value(found[0], "hello.client"), "dissector-test/1")
        self.assertEqual(self.value(answers[0x81][0], "welcome.station"), "station-1")
        self.assertEqual(self.value(answers[0x81][1], "welcome.role"), "border")
        self.assertEqual(self.value(answers[0x90][0], "enrolled.person"), "P-1")
        self.assertEqual(self.value(answers[0x91][0], "candidate.person"), "P-1")
        self.assertEqual(self.value(answers[0x91][0], "candidate.hit"), "1")
        self.assertEqual(self.value(answers[0x93][0], "enrolled_finger.record.length"), str(len(self.record)))
        verdict = self.value(answers[0x98][0], "registered.verdict")
        self.assertIn(verdict, ("inconclusive", "new-person"))
        codes = sorted(self.value(frame, "error.code") for frame in answers[0xFF])
        self.assertEqual(codes, ["1", "22", "24"])

    def test_records_are_those_that_were_sent(self):
        found = self.trees(personal=True)
        records = [node.value for frame in found for node in frame.all("tamga.finger_record.record")]
        self.assertEqual(records.count(self.record.hex(":")), 3)
        self.assertEqual(len(records), 44)
        self.assertIn("names:SECRETOV/ANVAR/1990-05-17", [node.value for frame in found for node in frame.all("tamga.register.claim")])

    def test_answers_are_linked_to_their_requests(self):
        rows = shark.fields(
            self.file, ["frame.number", "tamga.request_id", "tamga.response_in", "tamga.response_to", "tamga.response_time"],
            "-o", f"tls.keylog_file:{self.key_log}", "-Y", "tamga", plain_port=None)
        self.assertEqual(sum(len(row[2]) for row in rows), 11)
        self.assertEqual(sum(len(row[3]) for row in rows), 11)
        places = {row[0][0] for row in rows}
        for row in rows:
            self.assertLessEqual(set(row[2] + row[3]), places)
            self.assertTrue(all(float(time) >= 0 for time in row[4]))

    def test_the_column_says_in_short_what_a_frame_is(self):
        output = shark.read(self.file, "-o", f"tls.keylog_file:{self.key_log}", "-Y", "tamga", plain_port=None)
        for words in ("#1 hello: client dissector-test/1", "#2 enrol: person P-1, 1 finger", "#2 enrolled: person P-1",
                      "#3 identify: 1 finger; #4 ping; #5 verify: person P-2, 1 finger", "#3 identified: 1 candidate",
                      "#6 identify: 40 finger", "#5 error: person-unknown (22), field person", "#2 error: denied (24)"):
            self.assertIn(words, output)


if __name__ == "__main__":
    unittest.main()
