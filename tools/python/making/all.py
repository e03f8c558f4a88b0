"""What is made, and where it lies."""

from __future__ import annotations

from pathlib import Path

from making.messages import messages
from making.page import REPOSITORY, Page
from making.tables import schema
from making.vectors import vectors

HERE = Path(__file__).resolve().parents[1]


def made() -> dict[Path, str]:
    """Every file that is made, and its text."""
    page = Page.read()
    files = {HERE / "tamga" / "schema" / name: text for name, text in schema(page).items()}
    files |= {HERE / "tamga" / "messages" / name: text for name, text in messages(page).items()}
    files |= {REPOSITORY / "docs" / "vectors" / name: text for name, text in vectors(page).items()}
    return files


def differences() -> list[str]:
    """Paths, from the repository's root, of files that are not what they should be."""
    return [
        str(path.relative_to(REPOSITORY))
        for path, text in made().items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]


def write() -> None:
    for path, text in made().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(path.relative_to(REPOSITORY))
