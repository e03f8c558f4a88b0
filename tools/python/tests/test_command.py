"""`python -m tamga` as scripts rely on it: exit statuses, JSON, what is said on the error output."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from tests.people import record
from tests.place import shared

HERE = Path(__file__).resolve().parents[1]


class CommandTests(unittest.TestCase):
    def setUp(self) -> None:
        self.place = shared()
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def run_command(
        self, *arguments: str, station: str = "station", port: int | None = None
    ) -> "subprocess.CompletedProcess[str]":
        one = self.place.credentials(station)
        environment = os.environ | {
            "TAMGA_SERVER": f"127.0.0.1:{port or self.place.port}", "TAMGA_CA": one.ca,
            "TAMGA_CERTIFICATE": one.certificate, "TAMGA_PRIVATE_KEY": one.private_key, "PYTHONDONTWRITEBYTECODE": "1",
        }
        return subprocess.run(
            [sys.executable, "-m", "tamga", *arguments], cwd=HERE, env=environment, capture_output=True, text=True)

    def finger(self, person: int, position: int, taking: int = 1) -> str:
        path = self.folder / f"{person}_{position}_{taking}.iso"
        path.write_bytes(record(person, position, taking))
        return str(path)

    def test_from_enrolment_to_deletion(self) -> None:
        probe = f"right-index={self.finger(601, 2, 2)}"
        done = self.run_command("enrol", "--person", "CMD-1", "--finger", f"2={self.finger(601, 2)}", "--json")
        self.assertEqual((done.returncode, json.loads(done.stdout)["references"]), (0, 1), done.stderr)
        again = self.run_command("enrol", "--person", "CMD-1", "--finger", probe, "--json")
        self.assertEqual((again.returncode, json.loads(again.stderr)["error"]), (3, "person-exists"))
        found = self.run_command("identify", "--finger", probe, "--max-candidates", "1")
        self.assertEqual(found.returncode, 0)
        self.assertRegex(found.stdout, r"(?m)^ +1 +\d+\.\d{3}  hit +CMD-1$")
        verified = self.run_command("verify", "--person", "CMD-1", "--finger", probe, "--json")
        self.assertGreater(json.loads(verified.stdout)["score"], 3000)
        held = self.run_command("read", "--person", "CMD-1")
        self.assertIn("position right-index", held.stdout)
        self.assertEqual(self.run_command("delete", "--person", "CMD-1").returncode, 0)
        gone = self.run_command("delete", "--person", "CMD-1")
        self.assertEqual(gone.returncode, 3)
        self.assertIn("person-unknown", gone.stderr)

    def test_registering_says_its_key_first(self) -> None:
        fingers = [argument for position in range(1, 11)
                   for argument in ("--finger", f"{position}={self.finger(602, position)}")]
        presented = [*fingers, "--claim", "document:UZB:AA0000602", "--status", "foreigner", "--ground", "visa"]
        done = self.run_command("register", *presented, "--key", "COMMAND-602", "--json", station="enrolment")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue(done.stderr.startswith("key COMMAND-602\n"))
        again = self.run_command("register", *presented, "--key", "COMMAND-602", "--json", station="enrolment")
        self.assertTrue(json.loads(again.stdout)["replay"])
        known = self.run_command("register", *presented, station="enrolment")
        self.assertEqual(known.returncode, 1)
        self.assertRegex(known.stderr, "^key [0-9a-f]{32}\n")
        looked = self.run_command("look-up", *fingers[:4], "--class", "border", "--deadline", "30", station="border")
        self.assertEqual(looked.returncode, 0, looked.stderr)
        self.assertIn(json.loads(done.stdout)["person"], looked.stdout)
        nobody = self.run_command("look-up", "--finger", f"2={self.finger(603, 2)}", station="border")
        self.assertEqual(nobody.returncode, 1)

    def test_figures(self) -> None:
        self.assertEqual(self.run_command("ping").returncode, 0)
        self.assertIn("persons", json.loads(self.run_command("stats", "--json").stdout))
        denied = self.run_command("stats", station="border")
        self.assertEqual(denied.returncode, 3)
        self.assertIn("denied", denied.stderr)

    def test_what_is_not_usable(self) -> None:
        for arguments in (
            (), ("fly",), ("identify",), ("identify", "--finger", "right-index=nowhere.iso"),
            ("identify", "--finger", "nose=x.iso"), ("identify", "--finger", "x.iso"), ("read", "--person", ""),
        ):
            with self.subTest(arguments):
                done = self.run_command(*arguments)
                self.assertEqual((done.returncode, done.stdout), (2, ""), done.stderr)
                self.assertNotIn("Traceback", done.stderr)

    def test_no_server(self) -> None:
        done = self.run_command("ping", port=1)
        self.assertEqual(done.returncode, 4)
        self.assertNotIn("Traceback", done.stderr)


if __name__ == "__main__":
    unittest.main()
