"""A session with a real server: who may do what, many requests at once, what is wrong with a frame."""

from __future__ import annotations

import asyncio
import struct
import unittest
from typing import Any

from tests.people import finger, fingers
from tests.place import Place, require_server, shared
from tests.raw import Raw
from tamga import BorderPost, CannotConnect, ConnectionLost, Fault, Line, LoadTool
from tamga.errors import DeadlineExceeded, Denied, Overloaded, RequestCancelled
from tamga.messages import (
    TYPES, Cancel, Delete, Enrol, Error, Hello, Identify, Merge, Ping, Pong, Read, Request, RequestOptions, Stats,
    Statistics, Verify,
)
from tamga.rights import classes_of, may, rights_of
from tamga.schema import CODE_BY_NUMBER, KINDS, TABLES
from tamga.wire import Header, decode
from making.pieces import flat
from making.samples import smallest


def field(tag: int, value: bytes) -> bytes:
    return struct.pack(">HI", tag, len(value)) + value


def sample(kind: str) -> Request[Any]:
    """A request of this kind that a server can read."""
    body = b"".join(flat(part.runs) for part in smallest(TABLES[kind]))
    return TYPES[kind].from_fields(decode(TABLES[kind], body))  # type: ignore[return-value]


class RightsTests(unittest.TestCase):
    def test_every_request_of_every_role_is_let_in_or_denied_as_the_page_says(self) -> None:
        place = shared()
        for name in ("enrolment", "border", "supervisor", "auditor", "no-role"):
            with place.client(name) as client:
                roles = tuple(client.welcome.role)
                self.assertEqual(roles, () if name == "no-role" else (name,))
                for kind in KINDS:
                    if kind.sender != "client" or kind.name in ("hello", "cancel"):
                        continue
                    with self.subTest(name, request=kind.name):
                        try:
                            client.call(sample(kind.name), timeout=60)
                            denied = False
                        except Denied as error:
                            denied = error.field == "kind"
                            for right in rights_of(roles):
                                self.assertIn(right, error.message)
                        except Exception:
                            denied = False
                        # `close` also takes the right to read what is closed.
                        if kind.name != "close" or not may(roles, "close"):
                            self.assertEqual(denied, not may(roles, kind.name))
                self.assertEqual(client.call(Ping(b"still there")).payload, b"still there")

    def test_the_welcome_says_who_the_station_is(self) -> None:
        with shared().client("mission") as client:
            welcome = client.welcome
            self.assertEqual((welcome.agency, welcome.station), ("foreign-affairs", "mission-1"))

    def test_a_certificate_of_another_authority_gets_no_session(self) -> None:
        with self.assertRaises(CannotConnect):
            shared().client("other-station")

    def test_classes_are_those_of_the_role(self) -> None:
        place = shared()
        for name in ("enrolment", "border", "auditor"):
            with place.client(name) as client:
                if "request-options" not in client.capabilities:
                    self.skipTest("the server knows no request-options")
                request: Request[Any] = Stats() if name == "auditor" else Identify([finger(1, 1)])
                for code, class_ in enumerate(("border", "enrolment", "bulk")):
                    allowed = class_ in classes_of([name])
                    try:
                        client.call(request, RequestOptions(class_=code))
                        taken = True
                    except Denied as error:
                        self.assertEqual(error.field, "class")
                        taken = False
                    self.assertEqual(taken, allowed, f"{class_} of {name}")


class PipelineTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.place = shared()
        with cls.place.client() as client:
            for person in range(300, 310):
                client.call(Enrol(f"PIPE-{person}", fingers(person, 1, range(1, 3))))

    def test_each_answer_is_that_of_its_request(self) -> None:
        with self.place.client() as client:
            asked: list[tuple[str, Any]] = []
            for turn in range(40):
                person = 300 + turn % 10
                asked.append((f"PIPE-{person}", client.submit(Identify([finger(person, 1, 2 + turn)]))))
                asked.append(("", client.submit(Ping(b"%d" % turn))))
                asked.append((f"PIPE-{person}", client.submit(Verify(f"PIPE-{person}", [finger(person, 2, 2 + turn)]))))
            for index, (person, pending) in enumerate(asked):
                answer = pending.result(120)
                if index % 3 == 0:
                    self.assertEqual(answer.candidate[0].person, person)
                elif index % 3 == 1:
                    self.assertEqual(answer.payload, b"%d" % (index // 3))
                else:
                    self.assertEqual(answer.person, person)

    def test_the_load_tool_accounts_for_every_probe(self) -> None:
        with self.place.client() as client:
            probes = [(person, Identify([finger(person, 1, 5)])) for person in range(300, 310)]
            probes.insert(5, (0, Identify([])))
            outcomes = {one.probe: one for one in LoadTool(client, 4).identify(probes)}
            self.assertEqual(len(outcomes), 11)
            self.assertIsInstance(outcomes.pop(0).error, Fault)
            for person, outcome in outcomes.items():
                assert outcome.answer
                self.assertEqual(outcome.answer.candidate[0].person, f"PIPE-{person}")
                self.assertGreater(outcome.seconds, 0)

    def test_tasks_of_one_loop_share_a_connection(self) -> None:
        async def ask() -> None:
            async with await self.place.async_client() as client:
                calls = [client.call(Identify([finger(300 + turn % 10, 1, 60 + turn)])) for turn in range(60)]
                for turn, answer in enumerate(await asyncio.gather(*calls)):
                    self.assertEqual(answer.candidate[0].person, f"PIPE-{300 + turn % 10}")
                await client.call(Enrol("ASYNC-1", [finger(311, 1)]))
                self.assertEqual((await client.call(Read("ASYNC-1", False))).person, "ASYNC-1")
                with self.assertRaises(Fault):
                    await client.call(Merge("ASYNC-1", "ASYNC-1"))
                await client.call(Delete("ASYNC-1"))

        asyncio.run(ask())

    def test_requests_of_all_classes_are_answered(self) -> None:
        with self.place.client() as client:
            if "request-options" not in client.capabilities:
                self.skipTest("the server knows no request-options")
            pending = [
                client.submit(
                    Identify([finger(300 + turn % 10, 1, 9)]), RequestOptions(class_=turn % 3, deadline=60_000))
                for turn in range(30)
            ]
            for turn, one in enumerate(pending):
                self.assertEqual(one.result(60).candidate[0].person, f"PIPE-{300 + turn % 10}")
            waits = client.call(Ping(b"")).waits
            self.assertIsNotNone(waits)
            self.assertIsNotNone(client.welcome.limits.longest_waits)

    def test_a_deadline_is_kept_or_said_to_be_missed(self) -> None:
        with self.place.client() as client:
            if "request-options" not in client.capabilities:
                self.skipTest("the server knows no request-options")
            pending = [
                client.submit(Identify(fingers(300 + turn % 10, 3, range(1, 3))), RequestOptions(deadline=1))
                for turn in range(60)
            ]
            missed = 0
            for one in pending:
                try:
                    one.result(60)
                except (DeadlineExceeded, Overloaded) as error:
                    self.assertTrue(error.retryable)
                    missed += 1
            self.assertGreater(missed, 0)

    def test_what_is_taken_back_is_ended_or_answered(self) -> None:
        with self.place.client() as client:
            if "cancel" not in client.capabilities:
                self.skipTest("the server knows no cancel")
            pending = [client.submit(Identify(fingers(300 + turn % 10, 4, range(1, 3)))) for turn in range(40)]
            for one in pending[10:]:
                one.take_back()
            ended = 0
            for one in pending:
                try:
                    one.result(60)
                except RequestCancelled:
                    ended += 1
            self.assertGreater(ended, 0)
            self.assertFalse(client.call(Cancel(1 << 40)).found)


class BadFrameTests(unittest.TestCase):
    """What the server says to frames that are wrong, and whether it goes on."""

    def setUp(self) -> None:
        self.place = shared()

    def refused(self, raw: Raw, code: str, request_id: int, field: str | None = None) -> None:
        answered, error = raw.receive_frame()
        self.assertIsInstance(error, Error)
        self.assertEqual((CODE_BY_NUMBER[error.code].name, answered), (code, request_id))
        if field:
            self.assertEqual(error.field, field)

    def closed(self, raw: Raw) -> None:
        """With close_notify: `recv` says the end, and nothing is cut off."""
        self.assertIsNone(raw.receive())

    def test_what_does_not_close(self) -> None:
        with Raw(self.place) as raw:
            for kind, body, code, field_ in (
                (0x7E, b"xx", "unknown-kind", None), (0x90, b"", "unknown-kind", None),
                ("delete", b"", "malformed-message", "person"),
                ("delete", field(0x8001, b"\xc3("), "malformed-message", "person"),
                ("delete", field(0x8001, b"P-17") + field(0x8042, b""), "unknown-critical-field", "0x8042"),
                ("delete", field(0x8001, b""), "limit-exceeded", "person"),
                ("read", field(0x8001, b"P-17") + field(0x8002, b"\2"), "malformed-message", "include-records"),
                ("delete", field(0x8001, b"P 17"), "bad-person", "person"),
            ):
                raw.send(kind, body, 9)
                self.refused(raw, code, 9, field_)
            raw.send("stats", field(0x0042, b"of a newer client"), 10)
            self.assertIsInstance(raw.receive(), Statistics)

    def test_what_closes(self) -> None:
        for name, data, code, request_id in (
            ("version", Header(0, 2, 0x20, 0, 7), "unsupported-version", 0),
            ("flags", Header(0, 1, 0x20, 1, 7), "malformed-frame", 7),
            ("request id", Header(0, 1, 0x20, 0, 0), "malformed-frame", 0),
            ("length", Header(16_385, 1, 0x20, 0, 7), "frame-too-large", 7),
        ):
            with self.subTest(name), Raw(self.place) as raw:
                raw.write(data.write())
                self.refused(raw, code, request_id, name)
                self.closed(raw)
        with Raw(self.place) as raw:
            raw.send("hello", Hello(1, 1, "twice").to_body(), 8)
            self.refused(raw, "unexpected-hello", 8)
            self.closed(raw)
        with Raw(self.place) as raw:
            body = Identify(fingers(1) * 4).to_body()
            raw.write(Header(len(body), 1, 0x11, 0, 9).write() + body + Header(0, 1, 0x20, 0, 9).write())
            self.refused(raw, "duplicate-request-id", 0)
            self.closed(raw)

    def test_what_closes_before_the_welcome(self) -> None:
        good = Hello(1, 1, "x").to_body()
        for name, kind, body, code in (
            ("no hello", "ping", field(0x8001, b""), "hello-required"),
            ("unknown kind", 0x7E, b"", "hello-required"),
            ("no version in common", "hello", Hello(2, 3, "x").to_body(), "unsupported-version"),
            ("a hello that is none", "hello", good[:-1], "malformed-message"),
            ("a client without a name", "hello", good[:14] + field(0x8003, b""), "limit-exceeded"),
            ("too long", "hello", bytes(4097), "frame-too-large"),
        ):
            with self.subTest(name), Raw(self.place, hello=False) as raw:
                raw.send(kind, body, 7)
                self.refused(raw, code, 7)
                self.closed(raw)

    def test_bytes_may_drip(self) -> None:
        with Raw(self.place, hello=False) as raw:
            for byte in Header(31, 1, 1, 0, 1).write() + Hello(1, 1, "station/1.0").to_body():
                raw.write(bytes([byte]))
            self.assertEqual(raw.receive_frame()[0], 1)
            raw.write(Header(6, 1, 2, 0, 2).write())
            raw.write(field(0x8001, b""))
            self.assertIsInstance(raw.receive(), Pong)

    def test_several_frames_at_once(self) -> None:
        with Raw(self.place) as raw:
            ping = field(0x8001, b"x")
            raw.write(b"".join(Header(len(ping), 1, 2, 0, number).write() + ping for number in range(2, 22)))
            self.assertEqual({raw.receive_frame()[0] for _ in range(20)}, set(range(2, 22)))

    def test_options_where_there_are_none(self) -> None:
        with Raw(self.place) as raw:
            raw.send("ping", field(0x8001, b"") + field(0x8F02, b"\2"), 3)
            self.refused(raw, "unknown-critical-field", 3, "0x8F02")

    def test_more_than_may_be_in_flight_are_left_unread_or_refused(self) -> None:
        with Raw(self.place) as raw:
            body = Identify(fingers(300)).to_body()
            for number in range(2, 202):
                raw.send("identify", body, number)
            seen = set()
            for _ in range(200):
                number, answer = raw.receive_frame()
                seen.add(number)
                if isinstance(answer, Error):
                    self.assertEqual(CODE_BY_NUMBER[answer.code].name, "too-many-requests")
                    self.assertTrue(answer.retryable)
            self.assertEqual(seen, set(range(2, 202)))


class LostServerTests(unittest.TestCase):
    def setUp(self) -> None:
        require_server()
        self.place = Place()
        self.addCleanup(self.place.remove)

    def test_who_waits_for_a_server_that_dies_is_told(self) -> None:
        client = self.place.client()
        self.addCleanup(client.close)
        client.call(Enrol("KILL-1", [finger(401, 1)]))
        # A fast server would have answered before it is killed.
        self.place.pause()
        pending = [client.submit(Identify(fingers(401))) for _ in range(30)]
        self.place.kill()
        for one in pending:
            with self.assertRaises(ConnectionLost):
                one.result(30)
        self.assertFalse(client.is_open)
        with self.assertRaises(ConnectionLost):
            client.call(Ping(b""))
        # What was answered before is there after a restart.
        self.place.start()
        with self.place.client() as again:
            self.assertEqual(again.call(Read("KILL-1", False)).person, "KILL-1")

    def test_a_border_post_connects_again(self) -> None:
        waits: list[float] = []

        def sleep(seconds: float) -> None:
            waits.append(seconds)
            if len(waits) == 1:
                self.place.start()
                line.port = self.place.port

        line = Line("127.0.0.1", self.place.port, self.place.credentials("border"), tries=4, sleep=sleep)
        post = BorderPost(line)
        self.assertEqual(post.look_up(fingers(402), deadline=30).outcome, "assessed")
        self.place.kill()
        self.assertEqual(post.look_up(fingers(402)).outcome, "assessed")
        self.assertEqual(waits[0], line.pause)
        line.close()


if __name__ == "__main__":
    unittest.main()
