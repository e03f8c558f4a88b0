"""The package as pip installs it, and as it is written."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import tempfile
import unittest
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
SOURCES = sorted((HERE / "tamga").rglob("*.py"))


class PackageTests(unittest.TestCase):
    def test_pip_installs_it_without_a_network(self) -> None:
        try:
            import ensurepip  # noqa: F401
        except ImportError:
            self.skipTest("this Python has no ensurepip")
        with tempfile.TemporaryDirectory() as folder:
            venv.create(folder, with_pip=True)
            python = os.path.join(folder, "bin", "python")
            done = subprocess.run(
                [python, "-m", "pip", "install", "--no-index", "--no-build-isolation", "--no-deps",
                 "--disable-pip-version-check", str(HERE)], capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            code = "import tamga, tamga.messages, pathlib; p = pathlib.Path(tamga.__file__).parent; " \
                "print(p, (p / 'py.typed').exists(), len(list(p.rglob('*.py'))))"
            shown = subprocess.run([python, "-c", code], cwd=folder, capture_output=True, text=True)
            place, typed, count = shown.stdout.split()
            self.assertTrue(place.startswith(os.path.realpath(folder)) or place.startswith(folder), shown.stderr)
            self.assertEqual((typed, int(count)), ("True", len(SOURCES)))
            asked = subprocess.run([os.path.join(folder, "bin", "tamga-python"), "--help"], capture_output=True)
            self.assertEqual(asked.returncode, 0)

    def test_it_needs_the_standard_library_only(self) -> None:
        ours = {"tamga"}
        for path in SOURCES:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
                names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
                for name in names:
                    top = name.split(".")[0]
                    self.assertTrue(top in sys.stdlib_module_names or top in ours, f"{path.name} imports {name}")

    def test_everything_is_typed(self) -> None:
        for path in [*SOURCES, *(HERE / "making").glob("*.py")]:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                    where = f"{path.relative_to(HERE)}:{node.lineno} {node.name}"
                    self.assertIsNotNone(node.returns, where)
                    arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
                    for one in arguments:
                        if one.arg not in ("self", "cls"):
                            self.assertIsNotNone(one.annotation, f"{where}: {one.arg}")

    def test_files_are_small_and_lines_short(self) -> None:
        for path in [*SOURCES, *(HERE / "making").glob("*.py"), *(HERE / "tests").glob("*.py")]:
            lines = path.read_text(encoding="utf-8").splitlines()
            self.assertLessEqual(len(lines), 500 if path.parent.name == "tests" else 350, path)
            for number, line in enumerate(lines, 1):
                self.assertLessEqual(len(line), 120, f"{path}:{number}")

    def test_it_is_for_python_3_10(self) -> None:
        for path in SOURCES:
            ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 10))


if __name__ == "__main__":
    unittest.main()
