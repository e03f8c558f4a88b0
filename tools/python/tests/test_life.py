"""The whole life of a record at a real server."""

from __future__ import annotations

import hashlib
import unittest

from tests.people import finger, fingers
from tests.place import shared
from tamga.errors import (
    BadPerson, BadTemplate, EncounterUnknown, LimitExceeded, PersonExists, PersonUnknown, PositionMismatch,
)
from tamga.messages import (
    AddEncounter, Delete, Deleted, Enrol, FingerRecord, Identify, Merge, Ping, Read, Stats, Update, Verify,
)


class LifeTests(unittest.TestCase):
    def setUp(self) -> None:
        self.place = shared()
        self.client = self.place.client()
        self.addCleanup(self.client.close)

    def test_a_record_from_enrolment_to_deletion(self) -> None:
        call = self.client.call
        enrolled = call(Enrol("LIFE-1", fingers(101, 1, range(1, 5))))
        self.assertEqual((enrolled.person, enrolled.references), ("LIFE-1", 4))
        found = call(Identify(fingers(101, 2, range(1, 3)), maximum_candidates=3))
        best = found.candidate[0]
        self.assertEqual((best.person, best.rank, best.hit), ("LIFE-1", 1, True))
        self.assertGreaterEqual(found.snapshot, enrolled.snapshot)
        assert found.decision is not None
        self.assertGreaterEqual(found.candidate[0].score, found.decision.threshold)
        same = call(Verify("LIFE-1", [finger(101, 2, 3)]))
        other = call(Verify("LIFE-1", [finger(102, 2, 3)]))
        self.assertGreater(same.score, other.score + 5_000)

        person = call(Read("LIFE-1", True))
        self.assertEqual([one.position for one in person.finger], [1, 2, 3, 4])
        self.assertEqual([one.record for one in person.finger], [one.record for one in fingers(101, 1, range(1, 5))])
        self.assertEqual([one.number for one in person.encounter], [enrolled.sequence])

        added = call(AddEncounter("LIFE-1", [finger(101, 6)]))
        self.assertEqual(added.references, 5)
        updated = call(Update("LIFE-1", added.sequence, [finger(101, 7), finger(101, 8)]))
        self.assertEqual(updated.references, 6)
        person = call(Read("LIFE-1", False))
        self.assertEqual([(one.number, one.changed) for one in person.encounter],
                         [(enrolled.sequence, enrolled.sequence), (added.sequence, updated.sequence)])
        self.assertTrue(all(one.record is None for one in person.finger))

        call(Enrol("LIFE-2", [finger(103, 1)]))
        merged = call(Merge("LIFE-1", "LIFE-2"))
        self.assertEqual(merged.references, 7)
        with self.assertRaises(PersonUnknown):
            call(Read("LIFE-2", False))
        self.assertEqual(call(Identify([finger(103, 1, 2)])).candidate[0].person, "LIFE-1")

        held = call(Read("LIFE-1", True))
        deleted = call(Delete("LIFE-1"))
        self.assertEqual(deleted.references, 7)
        self.check_receipt(held, deleted)
        with self.assertRaises(PersonUnknown) as caught:
            call(Delete("LIFE-1"))
        self.assertEqual(caught.exception.field, "person")
        self.assertNotIn("LIFE-1", [one.person for one in call(Identify([finger(101, 1, 2)])).candidate])

    def check_receipt(self, held: object, deleted: Deleted) -> None:
        """Computes the receipt anew out of what was read before, as the page says."""
        from tamga.messages import Person

        assert isinstance(held, Person) and deleted.receipt is not None

        def n(number: int) -> bytes:
            return number.to_bytes(8, "big")

        content = b"tamga content 1"
        for encounter in held.encounter:
            records = [one for one in held.finger if one.encounter == encounter.number]
            content += n(encounter.number) + n(encounter.taken_at) + n(len(records))
            for one in records:
                assert one.record is not None
                content += n(one.position) + n(one.format) + n(len(one.record)) + one.record
        self.assertEqual(hashlib.sha256(content).digest(), deleted.receipt.content)
        person = held.person.encode()
        digest = b"tamga deletion 1" + b"".join(
            n(len(one)) + one for one in (deleted.receipt.salt, person, deleted.receipt.content))
        self.assertEqual(hashlib.sha256(digest).digest(), deleted.receipt.digest)

    def test_what_is_refused_and_how(self) -> None:
        call = self.client.call
        call(Enrol("REFUSE-1", [finger(111, 1)]))
        with self.assertRaises(PersonExists):
            call(Enrol("REFUSE-1", [finger(111, 2)]))
        with self.assertRaises(BadPerson) as bad:
            call(Enrol("P 17", [finger(111, 1)]))
        self.assertEqual(bad.exception.field, "person")
        with self.assertRaises(BadTemplate) as template:
            call(Enrol("REFUSE-2", [finger(111, 1), FingerRecord(1, b"no record")]))
        self.assertTrue((template.exception.field or "").startswith("finger[1]"))
        with self.assertRaises(BadTemplate):
            call(Identify([FingerRecord(9, finger(111, 1).record)]))
        with self.assertRaises(EncounterUnknown):
            call(Update("REFUSE-1", 1 << 60, [finger(111, 1)]))
        with self.assertRaises(PersonUnknown) as unknown:
            call(Merge("REFUSE-1", "NOBODY"))
        self.assertEqual(unknown.exception.field, "other")
        with self.assertRaises(LimitExceeded):
            call(Enrol("REFUSE-2", [finger(112, 1)] * 40))
            for taking in range(2, 7):
                call(AddEncounter("REFUSE-2", [finger(112, 1, taking)] * 40))
        wrong = bytearray(finger(113, 2).record)
        wrong[24] = 5
        with self.assertRaises(PositionMismatch):
            call(Identify([FingerRecord(1, bytes(wrong), position=2)]))

    def test_ping_and_figures(self) -> None:
        self.assertEqual(self.client.call(Ping(b"\x00\xff")).payload, b"\x00\xff")
        figures = self.client.call(Stats())
        self.assertEqual((figures.server, figures.matcher), (self.client.welcome.server, self.client.welcome.matcher))
        self.assertGreaterEqual(figures.connections, 1)
        self.assertIn("ping", [one.kind for one in figures.request])

    def test_hands_that_are_exchanged_are_found(self) -> None:
        self.client.call(Enrol("SWAP-1", fingers(121, 1, range(1, 5))))
        other_hand = [FingerRecord(1, finger(121, position, 2).record, position + 5) for position in (1, 2, 3)]
        found = self.client.call(Identify(other_hand))
        self.assertEqual((found.candidate[0].person, found.candidate[0].swap), ("SWAP-1", 1))
        self.assertEqual([one.reference_position for one in found.candidate[0].finger], [1, 2, 3])
        strict = self.client.call(Identify(other_hand, positions=0))
        self.assertNotIn("SWAP-1", [one.person for one in strict.candidate if one.hit])


if __name__ == "__main__":
    unittest.main()
