"""A station that registers persons, once each, whatever happens to its connection."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Sequence

from tamga.errors import CannotConnect, ConnectionLost, Overdue, ServerError, TamgaError
from tamga.messages import FingerRecord, NotTakenFinger, Register, Registered, RequestOptions
from tamga.stations.journal import Journal
from tamga.stations.line import Line


class OutcomeUnknown(TamgaError):
    """Nobody here knows whether the person was registered: send the same request under the same `key` again."""

    def __init__(self, key: str, cause: TamgaError) -> None:
        self.key = key
        super().__init__(f"whether the request with key {key} was done is not known: {cause}")


class EnrolmentStation:
    """Registers persons.

    With a journal, a request is written down before it is sent, and ``resume`` after a restart brings its answer.
    """

    def __init__(
        self, line: Line, journal: Journal | None = None, make_key: Callable[[], str] = lambda: secrets.token_hex(16)
    ) -> None:
        self._line = line
        self._journal = journal
        self._make_key = make_key

    def register(
        self, fingers: Sequence[FingerRecord], claims: Sequence[str] = (), not_taken: Sequence[NotTakenFinger] = (),
        status: str | None = None, ground: str | None = None, place: str | None = None, officer: str | None = None,
        target_fpir: int | None = None, key: str | None = None, deadline: float | None = None,
        when_keyed: Callable[[str], None] = lambda key: None,
    ) -> Registered:
        """Registers a person unless there is one; the answer says which, and what to do next.

        A lost answer is asked for again under the same key, and comes with `replay` true. `deadline` is in seconds.
        `when_keyed` is told the key before anything is sent, for whoever keeps no journal.
        Raises OutcomeUnknown with the key where no try had an answer, and ServerError where the server refused.
        """
        request = Register(
            key=key or self._make_key(), claim=claims, status=status, ground=ground, place=place, officer=officer,
            finger=fingers, not_taken=not_taken, target_fpir=target_fpir)
        request.to_body()  # What is not allowed is said before anything is written down.
        when_keyed(request.key or "")
        if self._journal:
            self._journal.begin(request)
        options = None if deadline is None else RequestOptions(deadline=round(deadline * 1000))
        return self._ask(request, options)

    def resume(self) -> Iterator[tuple[Register, Registered]]:
        """Sends again what was begun before a restart; each request with its answer."""
        if self._journal:
            for request in list(self._journal.open_requests()):
                yield request, self._ask(request, None)

    def _ask(self, request: Register, options: RequestOptions | None) -> Registered:
        try:
            answer = self._line.again_and_again(request, options)
        except ServerError as error:
            # Refused for good: nothing was done. What may be sent again later stays in the journal.
            if self._journal and not error.retryable:
                self._journal.end(request)
            raise
        except (CannotConnect, ConnectionLost, Overdue) as error:
            raise OutcomeUnknown(request.key or "", error) from error
        if self._journal:
            self._journal.end(request)
        return answer
