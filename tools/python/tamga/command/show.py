"""Answers as people read them."""

from __future__ import annotations

from typing import Any

from tamga.fingers import NAMES
from tamga.messages import Answer, Identified


def text_of(answer: Answer) -> str:
    """An answer as lines: name and value; candidates as a table."""
    lines = _candidates(answer) if isinstance(answer, Identified) else []
    for name, value in answer.to_json().items():
        if name == "candidate" and isinstance(answer, Identified):
            continue
        for one in value if isinstance(value, list) else [value]:
            lines.append(f"{name}: {_short(name, one)}")
    return "\n".join(lines)


def _candidates(answer: Identified) -> list[str]:
    if not answer.candidate:
        return ["nobody"]
    lines = [f"{'rank':>4}  {'score':>8}  {'verdict':<15}  person"]
    for one in answer.candidate:
        verdict = "hit" if one.hit else "below threshold" if one.hit is not None else "-"
        lines.append(f"{one.rank:>4}  {one.score / 1000:>8.3f}  {verdict:<15}  {one.person}")
    return lines


def _short(name: str, value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{inner} {_short(inner, one)}" for inner, one in value.items())
    if isinstance(value, list):
        return "; ".join(_short(name, one) for one in value)
    if name in ("position", "reference-position", "capture-next"):
        return NAMES.get(value, str(value))
    if name in ("score", "threshold", "doubtful-threshold"):
        return f"{value / 1000:.3f}"
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
