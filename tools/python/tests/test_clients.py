"""Both clients against a server that answers out of order, wrongly, late, or not at all."""

from __future__ import annotations

import asyncio
import ssl
import threading
import unittest
from typing import Any

from tests.fake import LIMITS, WELCOME, FakeServer, Peer, credentials
from tamga import AsyncClient, BadAnswer, CannotConnect, Client, ConnectionLost, Fault, Overdue, ServerError
from tamga.errors import (
    Denied, DuplicateRequestID, Overloaded, PersonUnknown, RequestCancelled, ShuttingDown, TooManyConnections,
)
from tamga.messages import Cancel, Cancelled, Delete, Ping, Pong, RequestOptions, Stats, Welcome


def connect(server: FakeServer, timeout: float = 10) -> Client:
    return Client.connect("127.0.0.1", server.port, credentials(), timeout)


async def aconnect(server: FakeServer, timeout: float = 10) -> AsyncClient:
    return await AsyncClient.connect("127.0.0.1", server.port, credentials(), timeout)


def echo_backwards(count: int) -> Any:
    """Reads `count` pings, then answers the last one first."""

    def script(peer: Peer) -> None:
        peer.welcome()
        frames = [peer.read() for _ in range(count)]
        for frame in reversed(frames):
            peer.answer(frame.request_id, Pong(payload=Ping.from_body(frame.body).payload))
        peer.read()

    return script


class ConnectingTests(unittest.TestCase):
    def both(self, server: FakeServer, kind: type[BaseException], text: str = "") -> None:
        with self.assertRaisesRegex(kind, text):
            connect(server)
        with self.assertRaisesRegex(kind, text):
            asyncio.run(aconnect(server))

    def test_another_protocol_is_not_spoken(self) -> None:
        with FakeServer(lambda peer: peer.welcome(), alpn="h2") as server:
            self.both(server, CannotConnect)
        with FakeServer(lambda peer: peer.welcome(), alpn=None) as server:
            self.both(server, CannotConnect, "did not select the protocol")

    def test_an_older_tls_is_not_spoken(self) -> None:
        with FakeServer(lambda peer: peer.welcome(), newest=ssl.TLSVersion.TLSv1_2) as server:
            self.both(server, CannotConnect, "TLS")

    def test_a_server_of_another_authority_is_not_trusted(self) -> None:
        other = credentials().ca.replace("ca.pem", "other-ca.pem")
        mine = credentials()
        with FakeServer(lambda peer: peer.welcome()) as server:
            with self.assertRaisesRegex(CannotConnect, "certificate verify failed"):
                Client.connect("127.0.0.1", server.port, type(mine)(other, mine.certificate, mine.private_key))

    def test_a_certificate_for_another_host_is_not_trusted(self) -> None:
        with FakeServer(lambda peer: peer.welcome(), host="127.0.0.2") as server:
            with self.assertRaisesRegex(CannotConnect, "mismatch|doesn't match"):
                Client.connect("127.0.0.2", server.port, credentials())

    def test_files_that_are_not_there(self) -> None:
        mine = credentials()
        with self.assertRaisesRegex(CannotConnect, "certificates"):
            Client.connect("127.0.0.1", 1, type(mine)("nowhere", mine.certificate, mine.private_key))

    def test_nobody_listens(self) -> None:
        with FakeServer(lambda peer: None) as server:
            port = server.port
        with self.assertRaises(CannotConnect):
            Client.connect("127.0.0.1", port, credentials(), 2)

    def test_no_welcome_in_time(self) -> None:
        done = threading.Event()
        with FakeServer(lambda peer: done.wait(10) and None) as server:
            with self.assertRaisesRegex(CannotConnect, "no welcome within"):
                connect(server, 0.2)
            done.set()

    def test_a_hello_that_is_refused(self) -> None:
        def denied(peer: Peer) -> None:
            peer.refuse(peer.read().request_id, 24, "no", field="certificate")

        def full(peer: Peer) -> None:
            peer.refuse(peer.read().request_id, 39, "enough", limit="256", retryable=True)

        with FakeServer(denied) as server:
            self.both(server, Denied, "certificate")
        with FakeServer(full) as server:
            self.both(server, TooManyConnections, "256")

    def test_another_version_is_not_spoken(self) -> None:
        welcome = Welcome(version=2, server="fake/1", matcher="none", limits=LIMITS)
        with FakeServer(lambda peer: peer.welcome(welcome)) as server:
            self.both(server, BadAnswer, "version 2")


class AnsweringTests(unittest.TestCase):
    def test_answers_find_their_requests_in_any_order(self) -> None:
        with FakeServer(echo_backwards(7)) as server, connect(server) as client:
            pending = [client.submit(Ping(bytes([number]))) for number in range(7)]
            self.assertEqual([one.result(10).payload for one in pending], [bytes([n]) for n in range(7)])

    def test_answers_find_their_tasks_in_any_order(self) -> None:
        async def ask(server: FakeServer) -> list[bytes]:
            async with await aconnect(server) as client:
                answers = await asyncio.gather(*[client.call(Ping(bytes([n]))) for n in range(7)])
                return [one.payload for one in answers]

        with FakeServer(echo_backwards(7)) as server:
            self.assertEqual(asyncio.run(ask(server)), [bytes([n]) for n in range(7)])

    def test_many_threads_share_one_connection(self) -> None:
        def script(peer: Peer) -> None:
            peer.welcome()
            while True:
                frame = peer.read()
                peer.answer(frame.request_id, Pong(payload=Ping.from_body(frame.body).payload))

        found: list[bool] = []

        def ask(client: Client, thread: int) -> None:
            for number in range(50):
                payload = b"%d/%d" % (thread, number)
                found.append(client.call(Ping(payload), timeout=30).payload == payload)

        with FakeServer(script) as server, connect(server) as client:
            threads = [threading.Thread(target=ask, args=(client, number)) for number in range(12)]
            for one in threads:
                one.start()
            for one in threads:
                one.join()
        self.assertEqual(found, [True] * 600)

    def test_no_more_are_in_flight_than_the_welcome_allows(self) -> None:
        seen: list[int] = []

        def script(peer: Peer) -> None:
            peer.welcome()
            peer.tls.settimeout(0.3)
            frames = []
            try:
                while True:
                    frames.append(peer.read())
            except TimeoutError:
                seen.append(len(frames))
            peer.tls.settimeout(10)
            for frame in frames:
                peer.answer(frame.request_id, Pong(payload=b""))
            while True:
                peer.answer(peer.read().request_id, Pong(payload=b""))

        with FakeServer(script) as server, connect(server) as client:
            threads = [threading.Thread(target=client.call, args=(Ping(b""),)) for _ in range(20)]
            for one in threads:
                one.start()
            for one in threads:
                one.join(20)
        # 8 are allowed; one place is kept for `cancel`.
        self.assertEqual(seen, [7])

    def test_an_error_is_the_answer_of_its_request_alone(self) -> None:
        def script(peer: Peer) -> None:
            peer.welcome()
            first, second = peer.read(), peer.read()
            peer.refuse(first.request_id, 22, "no such person", field="person")
            peer.answer(second.request_id, Pong(payload=b"x"))
            third = peer.read()
            peer.refuse(third.request_id, 36, "too much to do", retryable=True, retry_after=120)
            fourth = peer.read()
            peer.refuse(fourth.request_id, 999, "of a newer server", retryable=True)
            peer.answer(peer.read().request_id, Pong(payload=b"y"))
            peer.read()

        with FakeServer(script) as server, connect(server) as client:
            first, second = client.submit(Delete("P-17")), client.submit(Ping(b"x"))
            with self.assertRaises(PersonUnknown) as caught:
                first.result(10)
            self.assertEqual(caught.exception.field, "person")
            self.assertEqual(second.result(10).payload, b"x")
            with self.assertRaises(Overloaded) as late:
                client.call(Stats(), timeout=10)
            self.assertEqual(late.exception.retry_after, 0.12)
            with self.assertRaises(ServerError) as unknown:
                client.call(Stats(), timeout=10)
            self.assertEqual((unknown.exception.name, unknown.exception.closes), ("code-999", False))
            self.assertEqual(client.call(Ping(b"y"), timeout=10).payload, b"y")

    def test_a_kind_of_a_newer_server_fails_its_request_alone(self) -> None:
        def script(peer: Peer) -> None:
            peer.welcome()
            first, second = peer.read(), peer.read()
            peer.raw(0xFE, first.request_id, b"anything")
            peer.answer(second.request_id, Pong(payload=b"x"))
            peer.read()

        with FakeServer(script) as server, connect(server) as client:
            first, second = client.submit(Ping(b"")), client.submit(Ping(b"x"))
            with self.assertRaisesRegex(BadAnswer, "0xfe"):
                first.result(10)
            self.assertEqual(second.result(10).payload, b"x")

    def test_going_down_is_announced_and_answers_still_come(self) -> None:
        def script(peer: Peer) -> None:
            peer.welcome()
            frame = peer.read()
            peer.refuse(0, 33, "going down", retryable=True)
            peer.answer(frame.request_id, Pong(payload=b"x"))
            peer.refuse(peer.read().request_id, 33, "going down", retryable=True)
            peer.close()

        with FakeServer(script) as server, connect(server) as client:
            self.assertEqual(client.call(Ping(b"x"), timeout=10).payload, b"x")
            with self.assertRaises(ShuttingDown):
                client.call(Ping(b"x"), timeout=10)

    def test_what_cannot_be_accepted_ends_the_connection(self) -> None:
        def nobody_asked(peer: Peer) -> None:
            peer.answer(peer.read().request_id + 100, Pong(payload=b""))

        def another_answer(peer: Peer) -> None:
            peer.raw(0xA0, peer.read().request_id, b"")

        def broken(peer: Peer) -> None:
            peer.raw(0x82, peer.read().request_id, b"\x80")

        def too_long(peer: Peer) -> None:
            peer.read()
            peer.tls.sendall(bytes.fromhex("0000ffff 01820000 0000000000000002"))

        for script in (nobody_asked, another_answer, broken, too_long):

            def whole(peer: Peer, script: Any = script) -> None:
                peer.welcome()
                script(peer)
                peer.read()

            with self.subTest(script.__name__), FakeServer(whole) as server:
                with connect(server) as client:
                    with self.assertRaises(BadAnswer):
                        client.call(Ping(b""), timeout=10)
                    self.assertFalse(client.is_open)

                async def ask(server: FakeServer = server) -> None:
                    async with await aconnect(server) as other:
                        await other.call(Ping(b""), timeout=10)

                with self.assertRaises(BadAnswer):
                    asyncio.run(ask())


class LosingTests(unittest.TestCase):
    def test_a_lost_connection_is_told_to_all_who_wait(self) -> None:
        for end in (Peer.cut, Peer.close):

            def script(peer: Peer, end: Any = end) -> None:
                peer.welcome()
                for _ in range(3):
                    peer.read()
                end(peer)

            with self.subTest(end.__name__), FakeServer(script) as server:
                with connect(server) as client:
                    pending = [client.submit(Ping(b"")) for _ in range(3)]
                    for one in pending:
                        with self.assertRaisesRegex(ConnectionLost, "3 requests had no answer"):
                            one.result(10)
                    with self.assertRaises(ConnectionLost):
                        client.call(Ping(b""))

                async def ask(server: FakeServer = server) -> list[Any]:
                    async with await aconnect(server) as other:
                        calls = [other.call(Ping(b"")) for _ in range(3)]
                        return await asyncio.gather(*calls, return_exceptions=True)

                for error in asyncio.run(ask()):
                    self.assertIsInstance(error, ConnectionLost)

    def test_an_error_that_closes_is_its_requests_and_the_others_are_lost(self) -> None:
        def script(peer: Peer) -> None:
            peer.welcome()
            first, _ = peer.read(), peer.read()
            peer.refuse(first.request_id, 4, "too long", limit="16384")
            peer.close()

        with FakeServer(script) as server, connect(server) as client:
            first, second = client.submit(Ping(b"")), client.submit(Ping(b""))
            with self.assertRaises(ServerError) as caught:
                first.result(10)
            self.assertEqual(caught.exception.name, "frame-too-large")
            with self.assertRaisesRegex(ConnectionLost, "too long"):
                second.result(10)

    def test_an_error_of_the_connection_is_the_cause_of_the_loss(self) -> None:
        def script(peer: Peer) -> None:
            peer.welcome()
            peer.read()
            peer.refuse(0, 9, "used twice")
            peer.close()

        with FakeServer(script) as server, connect(server) as client:
            with self.assertRaises(ConnectionLost) as caught:
                client.call(Ping(b""), timeout=10)
            self.assertIsInstance(caught.exception.__cause__, DuplicateRequestID)

    def test_closing_tells_those_who_wait(self) -> None:
        hold = threading.Event()

        def script(peer: Peer) -> None:
            peer.welcome()
            peer.read()
            hold.wait(10)

        with FakeServer(script) as server:
            client = connect(server)
            pending = client.submit(Ping(b""))
            client.close()
            with self.assertRaisesRegex(ConnectionLost, "this end"):
                pending.result(10)
            hold.set()

    def test_a_request_that_is_not_allowed_loses_nothing(self) -> None:
        with FakeServer(echo_backwards(1)) as server, connect(server) as client:
            with self.assertRaises(Fault):
                client.submit(Ping(bytes(65)))
            self.assertEqual(client.call(Ping(b"x"), timeout=10).payload, b"x")


class TakingBackTests(unittest.TestCase):
    @staticmethod
    def script(peer: Peer) -> None:
        """Answers a cancel, and then the request it names; everything else waits."""
        peer.welcome()
        while True:
            frame = peer.read()
            if frame.kind.name == "cancel":
                request = Cancel.from_body(frame.body).request
                peer.answer(frame.request_id, Cancelled(found=True))
                peer.refuse(request, 38, "taken back")
            elif frame.kind.name == "ping":
                peer.answer(frame.request_id, Pong(payload=b""))

    def test_a_request_is_taken_back(self) -> None:
        with FakeServer(self.script) as server, connect(server) as client:
            pending = client.submit(Stats())
            with self.assertRaises(Overdue):
                pending.result(0.05)
            pending.take_back()
            with self.assertRaises(RequestCancelled):
                pending.result(10)

    def test_who_waits_too_long_takes_back(self) -> None:
        with FakeServer(self.script) as server, connect(server) as client:
            with self.assertRaises(Overdue):
                client.call(Stats(), timeout=0.05)
            client.call(Ping(b""), timeout=10)
            self.assertTrue(client.is_open)

    def test_a_task_that_is_cancelled_takes_back(self) -> None:
        async def ask(server: FakeServer) -> None:
            async with await aconnect(server) as client:
                with self.assertRaises(Overdue):
                    await client.call(Stats(), timeout=0.05)
                task = asyncio.ensure_future(client.call(Stats()))
                await asyncio.sleep(0.05)
                task.cancel()
                with self.assertRaises(asyncio.CancelledError):
                    await task
                await client.call(Ping(b""), timeout=10)

        with FakeServer(self.script) as server:
            asyncio.run(ask(server))

    def test_options_travel_with_a_request(self) -> None:
        bodies: list[bytes] = []

        def script(peer: Peer) -> None:
            peer.welcome()
            frame = peer.read()
            bodies.append(frame.body)
            peer.refuse(frame.request_id, 37, "late", retryable=True)
            peer.read()

        with FakeServer(script) as server, connect(server) as client:
            with self.assertRaises(ServerError):
                client.call(Delete("P-17"), RequestOptions(deadline=500, class_=2), 10)
        self.assertEqual(bodies, [bytes.fromhex("800100000004502d31378f0100000004000001f48f020000000102")])

    def test_the_welcome_is_there_for_all(self) -> None:
        with FakeServer(echo_backwards(1)) as server, connect(server) as client:
            self.assertEqual(client.welcome, WELCOME)
            self.assertEqual(client.capabilities, {"cancel", "request-options"})


if __name__ == "__main__":
    unittest.main()
