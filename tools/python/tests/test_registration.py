"""Registering, looking up, and what happens to a registered person, at a real server."""

from __future__ import annotations

import unittest
from typing import Any

from tests.people import finger, fingers
from tests.place import shared
from tamga.errors import (
    FactUnknown, IdentifierHeld, IdentifierUnknown, InvalidField, KeyReused, PersonUnknown,
)
from tamga.messages import (
    Alerts, BanTerm, Certificate, Close, Due, FactReference, History, LiftBan, Link, LookUp, NotTakenFinger, Refuse,
    Register, Registered, Remove, Unlink,
)
from tamga.schema import TOKENS
from tamga.stations.border import lets_through


class RegistrationTests(unittest.TestCase):
    def setUp(self) -> None:
        self.place = shared()
        self.client = self.place.client()
        self.addCleanup(self.client.close)

    def register(self, number: int, taking: int = 1, **more: Any) -> Registered:
        more.setdefault("claim", [f"document:UZB:AA{number:07d}"])
        return self.client.call(
            Register(status="foreigner", ground="visa", place="Almaty", officer="S-204",
                     finger=fingers(number, taking), **more))

    def history(self, person: str) -> list[str]:
        return [one.kind for one in self.client.call(History(person, 1000)).entry]

    def test_a_person_is_registered_once(self) -> None:
        first = self.register(201)
        self.assertEqual((first.outcome, first.verdict, first.replay), ("registered", "new-person", False))
        again = self.register(201, 2)
        self.assertEqual((again.outcome, again.verdict), ("not-registered", "same-person-same-identity"))
        self.assertEqual(again.person, first.person)
        other = self.register(201, 3, claim=["document:TJK:400123456"])
        self.assertEqual(other.verdict, "same-person-other-identity")
        self.assertIn("report-second-identity", other.next)
        foreign = self.register(202, claim=["document:UZB:AA0000201"])
        self.assertEqual((foreign.verdict, foreign.owner), ("other-person-under-identity", (first.person,)))
        for answer in (first, again, other, foreign):
            self.assertIn(answer.verdict, TOKENS["verdict"])
            self.assertLessEqual(set(answer.next), set(TOKENS["next"]))

    def test_a_key_makes_one_registration_of_many_tries(self) -> None:
        first = self.register(211, key="TEST-0211")
        again = self.register(211, key="TEST-0211")
        self.assertEqual((first.replay, again.replay), (False, True))
        self.assertEqual((again.person, again.sequence), (first.person, first.sequence))
        with self.assertRaises(KeyReused):
            self.register(212, key="TEST-0211")
        # The keys of another station are its own.
        with self.place.client("enrolment") as station:
            other = station.call(Register(key="TEST-0211", finger=fingers(213)))
            self.assertEqual((other.outcome, other.replay), ("registered", False))

    def test_a_look_up_writes_nothing_down(self) -> None:
        person = self.register(221).person
        assert person
        before = self.history(person)
        answer = self.client.call(LookUp(finger=fingers(221, 2, range(1, 3)), place="Khorgos"))
        self.assertEqual((answer.outcome, answer.verdict, answer.person), ("assessed", "known-person", person))
        self.assertEqual((answer.alerts, answer.sequence, answer.due), (0, None, None))
        self.assertTrue(lets_through(answer))
        stranger = self.client.call(LookUp(finger=fingers(222)))
        self.assertEqual((stranger.verdict, stranger.person), ("new-person", None))
        self.assertFalse(lets_through(stranger))
        self.assertEqual(self.history(person), before)

    def test_one_finger_asks_for_another(self) -> None:
        answer = self.client.call(Register(finger=[finger(231, 2)]))
        self.assertEqual((answer.outcome, answer.verdict), ("not-registered", "inconclusive"))
        self.assertIn("capture-finger", answer.next)
        self.assertIsNotNone(answer.capture_next)

    def test_identifiers_are_linked_and_unlinked(self) -> None:
        person, other = self.register(241).person, self.register(242).person
        assert person and other
        self.client.call(Link(person, "document:UZB:AB0000241", reason="renewed", officer="S-204"))
        with self.assertRaises(IdentifierHeld):
            self.client.call(Link(other, "document:UZB:AB0000241"))
        answer = self.client.call(LookUp(finger=fingers(241, 2), claim=["document:UZB:AB0000241"]))
        self.assertEqual(answer.verdict, "same-person-same-identity")
        self.assertIn("document:UZB:AB0000241", answer.identifier)
        self.client.call(Unlink(person, "document:UZB:AB0000241", reason="a slip"))
        with self.assertRaises(IdentifierUnknown):
            self.client.call(Unlink(person, "document:UZB:AB0000241", reason="a slip"))
        self.assertEqual(self.history(person)[-2:], ["linked", "unlinked"])

    def test_who_was_expelled_raises_an_alert(self) -> None:
        person = self.register(251).person
        assert person
        term = BanTerm(from_="2024-02-29")
        removal = self.client.call(Remove(person, "expulsion", "decision 17", "2024-02-29", ban=term)).fact
        answer = self.register(251, 2, claim=["document:TJK:400000251"])
        self.assertEqual((answer.outcome, answer.alerts, answer.ban[0].removal), ("not-registered", 1, removal))
        self.assertIn("entry-ban", answer.next)
        self.assertFalse(lets_through(self.client.call(LookUp(finger=fingers(251, 3)))))
        alert = next(one for one in self.all_alerts() if one.person == person)
        self.assertEqual((alert.removal, alert.seen, alert.claim), (removal, False, ("document:TJK:400000251",)))
        self.client.call(Close("alert", alert.fact, officer="S-204"))
        self.assertTrue(next(one for one in self.all_alerts() if one.fact == alert.fact).seen)
        self.client.call(LiftBan(person, removal, reason="decision 17-2"))
        self.assertEqual(self.client.call(LookUp(finger=fingers(251, 3))).ban, ())
        self.assertLessEqual({"removed", "alert", "alert-seen", "ban-lifted"}, set(self.history(person)))

    def all_alerts(self) -> list[Any]:
        """Reads the list in pieces of one, as long as there are more."""
        found: list[Any] = []
        after = None
        while True:
            answer = self.client.call(Alerts(limit=1, after=after))
            found += answer.alert
            if not answer.more:
                return found
            after = answer.alert[-1].fact

    def test_fingers_that_cannot_be_taken_fall_due(self) -> None:
        absent = [NotTakenFinger(position, "bandaged") for position in range(1, 11)]
        answer = self.client.call(Register(claim=["document:UZB:AA0000261"], not_taken=absent, ground="visa"))
        self.assertEqual(answer.outcome, "deferred")
        assert answer.due
        item = next(one for one in self.client.call(Due(limit=1000)).item if one.fact == answer.due)
        self.assertEqual((item.person, tuple(item.not_taken)), (None, tuple(absent)))
        self.client.call(Close("due", answer.due))
        with self.assertRaises(FactUnknown):
            self.client.call(Close("due", FactReference(1 << 60, 0)))

    def test_refusals_history_and_certificates(self) -> None:
        person = self.register(271).person
        assert person
        self.client.call(Refuse(person=person, ground="visa", place="Almaty", remark="would not"))
        certified = self.client.call(Certificate(person, officer="S-204"))
        self.assertTrue(bytes(certified.file).startswith(b"%PDF-"))
        another = self.client.call(Certificate(person))
        self.assertNotEqual(certified.serial, another.serial)
        entries: list[str] = []
        after = None
        while True:
            piece = self.client.call(History(person, 2, after=after))
            entries += [one.kind for one in piece.entry]
            self.assertGreaterEqual(len(piece.entry), 1)
            if not piece.more:
                break
            after = piece.entry[-1].fact
        self.assertEqual(entries, ["registered", "linked", "refused", "certificate", "certificate"])
        self.assertLessEqual(set(entries), set(TOKENS["fact"]))
        with self.assertRaises(PersonUnknown):
            self.client.call(Certificate("TG-0000-0000-0000-0"))

    def test_a_ban_that_is_not_there_is_not_lifted(self) -> None:
        person = self.register(281).person
        assert person
        removal = self.client.call(Remove(person, "expulsion", "decision 18", "2024-02-29")).fact
        for fact in (removal, FactReference(removal.number + 1000, 0)):
            with self.assertRaises(FactUnknown):
                self.client.call(LiftBan(person, fact, reason="none"))

    def test_texts_that_mean_nothing_are_refused(self) -> None:
        for request, field in (
            (Register(claim=["iin:123"], finger=fingers(291)), "claim[0]"),
            (Register(claim=["passport:X"], finger=fingers(291)), "claim[0]"),
            (Register(status="alien", finger=fingers(291)), "status"),
            (Register(ground="tourism", finger=fingers(291)), "ground"),
            (Remove("P-17", "expulsion", "decision", "2023-02-29"), "date"),
        ):
            with self.subTest(field), self.assertRaises(InvalidField) as caught:
                self.client.call(request)  # type: ignore[arg-type]
            self.assertEqual(caught.exception.field, field)


if __name__ == "__main__":
    unittest.main()
