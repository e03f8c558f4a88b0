"""Stations: what becomes of a registration whose answer is lost."""

from __future__ import annotations

import os
import stat
import tempfile
import unittest
from pathlib import Path
from typing import Any

from tests.fake import FakeServer, Peer, credentials
from tests.people import fingers
from tests.place import shared
from tests.proxy import Proxy
from tamga import EnrolmentStation, Fault, Journal, Line, OutcomeUnknown
from tamga.errors import KeyReused, NotReady
from tamga.messages import FingerRecord, Read, Register, Registered

FINGER = FingerRecord(1, b"FMR", 2)
ANSWER = Registered(
    outcome="registered", verdict="new-person", swap=0, alerts=0, replay=False, microseconds=1, person="TG-1")


class LostAnswerTests(unittest.TestCase):
    """At a server made of a few lines."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name) / "journal"
        self.waits: list[float] = []

    def station(self, server: FakeServer, journal: bool = True, **more: Any) -> EnrolmentStation:
        line = Line("127.0.0.1", server.port, credentials(), sleep=self.waits.append, timeout=10, **more)
        self.addCleanup(line.close)
        return EnrolmentStation(line, Journal(self.folder) if journal else None)

    def test_a_lost_answer_is_asked_for_under_the_same_key_with_the_same_request(self) -> None:
        bodies: list[bytes] = []

        def script(peer: Peer) -> None:
            peer.welcome()
            frame = peer.read()
            bodies.append(frame.body)
            self.assertEqual(len(list(self.folder.glob("*.register"))), 1)
            if len(bodies) < 3:
                peer.cut()
            else:
                peer.answer(frame.request_id, ANSWER)
                peer.read()

        with FakeServer(script) as server:
            answer = self.station(server).register([FINGER], ["document:UZB:AA1234567"])
            self.assertEqual(answer, ANSWER)
        self.assertEqual(len(bodies), 3)
        self.assertEqual(len(set(bodies)), 1)
        self.assertRegex(Register.from_body(bodies[0]).key or "", "^[0-9a-f]{32}$")
        self.assertEqual(self.waits, [0.5, 0.5])
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_where_nobody_knows_the_error_says_the_key_and_the_journal_keeps_the_request(self) -> None:
        is_cut = True
        bodies: list[bytes] = []

        def script(peer: Peer) -> None:
            peer.welcome()
            frame = peer.read()
            bodies.append(frame.body)
            if is_cut:
                peer.cut()
            else:
                peer.answer(frame.request_id, ANSWER)
                peer.read()

        with FakeServer(script) as server:
            with self.assertRaises(OutcomeUnknown) as caught:
                self.station(server).register([FINGER], key="STATION-7.000001")
            self.assertEqual(caught.exception.key, "STATION-7.000001")
            self.assertEqual(len(bodies), 3)
            kept = list(self.folder.iterdir())
            self.assertEqual([one.name for one in kept], ["STATION-7.000001.register"])
            self.assertEqual(stat.S_IMODE(os.stat(kept[0]).st_mode), 0o600)
            self.assertEqual(stat.S_IMODE(os.stat(self.folder).st_mode), 0o700)
            # The station restarts; the journal knows the request.
            is_cut = False
            [(request, answer)] = self.station(server).resume()
            self.assertEqual((request.key, tuple(request.finger), answer), ("STATION-7.000001", (FINGER,), ANSWER))
        self.assertEqual(len(set(bodies)), 1)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_a_server_that_says_when_is_waited_for(self) -> None:
        tries: list[int] = []

        def script(peer: Peer) -> None:
            peer.welcome()
            while True:
                frame = peer.read()
                tries.append(1)
                if len(tries) == 1:
                    peer.refuse(frame.request_id, 36, "too much", retryable=True, retry_after=1250)
                elif len(tries) == 2:
                    peer.refuse(frame.request_id, 32, "loading", retryable=True)
                else:
                    peer.answer(frame.request_id, ANSWER)

        with FakeServer(script) as server:
            self.assertEqual(self.station(server).register([FINGER]), ANSWER)
        self.assertEqual(self.waits, [1.25, 0.5])

    def test_patience_ends_with_what_the_last_try_met(self) -> None:
        def script(peer: Peer) -> None:
            peer.welcome()
            while True:
                peer.refuse(peer.read().request_id, 32, "loading", retryable=True)

        with FakeServer(script) as server:
            with self.assertRaises(NotReady):
                self.station(server, tries=2).register([FINGER])
        self.assertEqual(len(self.waits), 1)
        self.assertEqual(len(list(self.folder.glob("*.register"))), 1)

    def test_what_is_refused_for_good_is_not_sent_again(self) -> None:
        tries: list[int] = []

        def script(peer: Peer) -> None:
            peer.welcome()
            while True:
                tries.append(1)
                peer.refuse(peer.read().request_id, 26, "another request", field="key")

        with FakeServer(script) as server:
            with self.assertRaises(KeyReused):
                self.station(server).register([FINGER])
            self.assertEqual(len(tries), 2)  # One request, and the read that waits for another.
        self.assertEqual((self.waits, list(self.folder.iterdir())), ([], []))

    def test_what_is_not_allowed_is_neither_written_down_nor_sent(self) -> None:
        def script(peer: Peer) -> None:
            raise AssertionError("nobody should connect")

        with FakeServer(script) as server:
            with self.assertRaises(Fault):
                self.station(server).register([FINGER], key="../escape")
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_the_key_is_told_before_anything_is_sent(self) -> None:
        told: list[str] = []

        def script(peer: Peer) -> None:
            peer.welcome()
            frame = peer.read()
            self.assertEqual([Register.from_body(frame.body).key], told)
            peer.answer(frame.request_id, ANSWER)
            peer.read()

        with FakeServer(script) as server:
            self.station(server, journal=False).register([FINGER], when_keyed=told.append)


class CutWireTests(unittest.TestCase):
    """At a real server, over a wire that loses answers."""

    def setUp(self) -> None:
        self.place = shared()
        self.proxy = Proxy(self.place.port)
        self.addCleanup(self.proxy.close)
        self.line = Line("127.0.0.1", self.proxy.port, self.place.credentials("enrolment"), sleep=lambda _: None)
        self.addCleanup(self.line.close)

    def test_a_person_whose_answer_was_lost_is_registered_once(self) -> None:
        station = EnrolmentStation(self.line)
        self.line.client()
        self.proxy.lose_next_answer()
        answer = station.register(fingers(501), ["document:UZB:AA0000501"], ground="visa", key="LOST-ANSWER-501")
        self.assertEqual(self.proxy.lost, 1)
        self.assertEqual((answer.outcome, answer.verdict), ("registered", "new-person"))
        # The first request was done, or is done now: under one key, once.
        again = station.register(fingers(501), ["document:UZB:AA0000501"], ground="visa", key="LOST-ANSWER-501")
        self.assertEqual((again.replay, again.person), (True, answer.person))
        with self.place.client() as client:
            person = client.call(Read(answer.person or "", False))
            self.assertEqual(len(person.encounter), 1)

    def test_a_lost_answer_comes_as_a_replay(self) -> None:
        station = EnrolmentStation(self.line)
        self.line.client()
        self.proxy.lose_next_answer()
        answer = station.register(fingers(502), ["document:UZB:AA0000502"])
        # The answer was on its way when it was lost: so the request had been done.
        self.assertEqual((self.proxy.lost, answer.outcome, answer.replay), (1, "registered", True))


if __name__ == "__main__":
    unittest.main()
