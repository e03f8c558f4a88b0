"""Fingers as requests carry them: records are read from files as they are, and not looked into."""

from __future__ import annotations

from pathlib import Path

from tamga.messages import FingerRecord

#: Names of positions and their codes: ISO/IEC 19794-2:2005, table 2, and ANSI/NIST-ITL for palms.
POSITIONS = {
    "unknown": 0, "right-thumb": 1, "right-index": 2, "right-middle": 3, "right-ring": 4, "right-little": 5,
    "left-thumb": 6, "left-index": 7, "left-middle": 8, "left-ring": 9, "left-little": 10, "unknown-palm": 20,
    "right-palm": 21, "left-palm": 23,
}
NAMES = {code: name for name, code in POSITIONS.items()}
#: ISO/IEC 19794-2:2005.
ISO_2005 = 1


def position_code(position: str | int | None) -> int | None:
    """The code of a name or of a code; None and `record` leave it to the record. ValueError for anything else."""
    if position is None or position == "record":
        return None
    if isinstance(position, str) and position in POSITIONS:
        return POSITIONS[position]
    code = int(position) if str(position).isdigit() else -1
    if code not in NAMES:
        raise ValueError(f"'{position}' is no position; allowed: {', '.join(POSITIONS)}, their codes, record")
    return code


def read_finger(path: str | Path, position: str | int | None = None, format: int = ISO_2005) -> FingerRecord:
    """A record out of a file. OSError where it cannot be read."""
    return FingerRecord(format=format, record=Path(path).read_bytes(), position=position_code(position))
