"""Made-up fingers: records of ISO/IEC 19794-2:2005 with minutiae out of a seed, so that no real ones are needed."""

from __future__ import annotations

import math
import random
import struct

from tamga.messages import FingerRecord

WIDTH, HEIGHT = 400, 480
#: Pixels of 197 to the centimetre (500 dpi) from one minutia to the next, at least.
APART = 18
TEN = range(1, 11)


def minutiae(person: int, position: int) -> list[tuple[float, float, float]]:
    """Where a finger's minutiae are: x, y in pixels, the direction in turns."""
    dice = random.Random(f"{person}/{position}")
    found: list[tuple[float, float, float]] = []
    while len(found) < 42:
        x, y = dice.uniform(60, WIDTH - 60), dice.uniform(60, HEIGHT - 60)
        if all(math.dist((x, y), one[:2]) >= APART for one in found):
            found.append((x, y, dice.random()))
    return found


def record(person: int, position: int, taking: int = 1) -> bytes:
    """The record of one taking: some minutiae are missed, all are a little off, and the finger is turned a little."""
    dice = random.Random(f"{person}/{position}/{taking}")
    turn = dice.gauss(0, 0.01)
    shift = dice.uniform(-12, 12), dice.uniform(-12, 12)
    rows = b""
    count = 0
    for x, y, direction in minutiae(person, position):
        if dice.random() < 0.1:
            continue
        angle = 2 * math.pi * turn
        dx, dy = x - WIDTH / 2, y - HEIGHT / 2
        column = dx * math.cos(angle) + dy * math.sin(angle) + WIDTH / 2 + shift[0] + dice.gauss(0, 1.2)
        row = dy * math.cos(angle) - dx * math.sin(angle) + HEIGHT / 2 + shift[1] + dice.gauss(0, 1.2)
        step = round((direction + turn + dice.gauss(0, 0.008)) * 256) % 256
        rows += struct.pack(">HHBB", 0x4000 | round(column), round(row), step, 80)
        count += 1
    view = struct.pack(">BBBB", 0, 0, 80, count) + rows + b"\0\0"
    size = 24 + len(view)
    return b"FMR\0 20\0" + struct.pack(">IHHHHHBB", size, 0, WIDTH, HEIGHT, 197, 197, 1, 0) + view


def finger(person: int, position: int, taking: int = 1) -> FingerRecord:
    return FingerRecord(format=1, record=record(person, position, taking), position=position)


def fingers(person: int, taking: int = 1, positions: range = TEN) -> list[FingerRecord]:
    return [finger(person, position, taking) for position in positions]
