"""A border post: who is it that stands there?"""

from __future__ import annotations

from collections.abc import Sequence

from tamga.messages import FingerRecord, LookedUp, LookUp, RequestOptions
from tamga.schema import CLASSES
from tamga.stations.line import Line

_BORDER = next(one.code for one in CLASSES if one.name == "border")


class BorderPost:
    """Looks persons up; a look-up registers nobody and may be sent again."""

    def __init__(self, line: Line) -> None:
        self._line = line

    def look_up(
        self, fingers: Sequence[FingerRecord], claims: Sequence[str] = (), place: str | None = None,
        officer: str | None = None, target_fpir: int | None = None, deadline: float | None = None,
    ) -> LookedUp:
        """What the register says of these fingers and claims.

        `deadline` is in seconds, after which the answer is of no use to the traveller: the server then refuses or
        ends the search (Overloaded, DeadlineExceeded), where it can.
        """
        request = LookUp(claim=claims, place=place, officer=officer, finger=fingers, target_fpir=target_fpir)
        milliseconds = None if deadline is None else round(deadline * 1000)
        return self._line.again_and_again(request, RequestOptions(deadline=milliseconds, class_=_BORDER))


def lets_through(answer: LookedUp) -> bool:
    """Whether the fingers are those of the person who is claimed, and nothing stands against it.

    Words that this client does not know let nobody through.
    """
    known = ("same-person-same-identity", "known-person")
    return answer.outcome == "assessed" and answer.verdict in known and not answer.ban and not answer.doubt
