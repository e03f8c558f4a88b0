"""Many searches at once, over one connection."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from tamga.client import Client, Pending
from tamga.errors import TamgaError
from tamga.messages import Identified, Identify, RequestOptions

P = TypeVar("P")


@dataclass(frozen=True)
class Outcome(Generic[P]):
    """What became of one probe: the answer or the error, and the seconds between request and answer."""

    probe: P
    seconds: float
    answer: Identified | None = None
    error: TamgaError | None = None


class LoadTool:
    """Keeps `in_flight` searches under way, as many as the session allows where that is less."""

    def __init__(
        self, client: Client, in_flight: int | None = None, options: RequestOptions | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._client = client
        self._in_flight = min(in_flight or client.most_in_flight, client.most_in_flight)
        self._options = options
        self._clock = clock

    def identify(self, probes: Iterable[tuple[P, Identify]]) -> Iterator[Outcome[P]]:
        """Searches for each probe; the outcomes as they come, in any order.

        The first of each pair is the caller's own name for the probe. Every probe has an outcome: one that was refused,
        or that was lost with the connection, has the error.
        """
        done: queue.SimpleQueue[Outcome[P]] = queue.SimpleQueue()
        waiting = 0
        for probe, request in probes:
            self._send(probe, request, done)
            waiting += 1
            if waiting >= self._in_flight:
                yield done.get()
                waiting -= 1
        for _ in range(waiting):
            yield done.get()

    def _send(self, probe: P, request: Identify, done: "queue.SimpleQueue[Outcome[P]]") -> None:
        start = self._clock()

        def settle(pending: Pending[Identified]) -> None:
            seconds = self._clock() - start
            try:
                done.put(Outcome(probe, seconds, answer=pending.result()))
            except TamgaError as error:
                done.put(Outcome(probe, seconds, error=error))

        try:
            pending = self._client.submit(request, self._options)
        except TamgaError as error:
            done.put(Outcome(probe, self._clock() - start, error=error))
        else:
            pending.when_done(settle)
