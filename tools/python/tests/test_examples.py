"""The examples of docs/EXAMPLES.md, run as they stand there, in a folder that has the files they name."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from making.page import REPOSITORY
from tests.people import record
from tests.place import shared

HERE = Path(__file__).resolve().parents[1]
FENCE = re.compile(
    r"^```(python|sh)\n(.*?)^```\n\n?(?:Prints:\n\n```text\n(.*?)^```)?", re.MULTILINE | re.DOTALL)
NAMES = ["right-thumb", "right-index", "right-middle", "right-ring", "right-little", "left-thumb", "left-index",
         "left-middle", "left-ring", "left-little"]
#: What differs from run to run.
VARIABLE = re.compile(
    r"TG-[0-9A-Z-]+|\d+\.\d ms|snapshot: \d+|(?<=border )\d+|(?<=enrolment )\d+|(?<=bulk )\d+")


class ExampleTests(unittest.TestCase):
    def examples(self) -> list[tuple[str, str, str]]:
        text = (REPOSITORY / "docs" / "EXAMPLES.md").read_text(encoding="utf-8")
        return [(kind, code, output) for kind, code, output in FENCE.findall(text)]

    def test_they_do_what_they_say(self) -> None:
        place = shared()
        examples = self.examples()
        self.assertGreaterEqual(len(examples), 6)
        self.assertEqual({kind for kind, _, _ in examples}, {"python", "sh"})
        with tempfile.TemporaryDirectory() as folder:
            self.furnish(Path(folder))
            for kind, code, output in examples:
                with self.subTest(code.splitlines()[0]):
                    done = self.run_example(kind, code, Path(folder), place.port, place.certificates)
                    self.assertEqual(done.returncode, 0, done.stderr + done.stdout)
                    self.assertTrue(output, "an example says what it prints")
                    self.assertEqual(VARIABLE.sub("#", done.stdout), VARIABLE.sub("#", output), done.stdout)

    def furnish(self, folder: Path) -> None:
        (folder / "visitor").mkdir()
        (folder / "traveller").mkdir()
        (folder / "probes").mkdir()
        for position, name in enumerate(NAMES, 1):
            (folder / "visitor" / f"{name}.iso").write_bytes(record(701, position))
            (folder / "traveller" / f"{name}.iso").write_bytes(record(701, position, 2))
        for person in range(711, 716):
            (folder / "probes" / f"{person}.iso").write_bytes(record(person, 2))

    def run_example(
        self, kind: str, code: str, folder: Path, port: int, certificates: Path
    ) -> "subprocess.CompletedProcess[str]":
        environment = os.environ | {
            "PYTHONPATH": str(HERE), "TAMGA_PORT": str(port), "CERTIFICATES": str(certificates),
            "PYTHONDONTWRITEBYTECODE": "1", "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        }
        command = [sys.executable, "-c", code] if kind == "python" else ["sh", "-eu", "-c", code]
        return subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120)


if __name__ == "__main__":
    unittest.main()
