"""A line to a server that is made anew when it is lost."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from tamga.channel import Credentials
from tamga.client import Client
from tamga.errors import CannotConnect, ConnectionLost, Overdue, ServerError, TamgaError
from tamga.messages import Answer, Request, RequestOptions

A = TypeVar("A", bound=Answer, covariant=True)


@dataclass
class Line:
    """Where the server is, and how patient to be with it.

    `tries` is how often a request is sent at most, `timeout` how many seconds each try may take, `pause` how long to
    wait before the next one where the server does not say.
    """

    host: str
    port: int
    credentials: Credentials
    tries: int = 3
    timeout: float = 60.0
    pause: float = 0.5
    sleep: Callable[[float], None] = time.sleep
    _client: Client | None = field(default=None, repr=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def client(self) -> Client:
        """The open connection, made where there is none; CannotConnect where that fails."""
        with self._lock:
            if self._client is None or not self._client.is_open:
                if self._client:
                    self._client.close()
                self._client = Client.connect(self.host, self.port, self.credentials, self.timeout)
            return self._client

    def again_and_again(self, request: Request[A], options: RequestOptions | None = None) -> A:
        """Sends a request until it is answered, `tries` times at most; raises what the last try met.

        Only for what may be sent again: requests that change nothing, and `register` with a key. A server that wants
        it sent later is waited for; one that refuses it is not asked again. A server that does not know
        `request-options` gets the request without them.
        """
        for left in reversed(range(self.tries)):
            try:
                client = self.client()
                knows = "request-options" in client.capabilities
                return client.call(request, options if knows else None, self.timeout)
            except (CannotConnect, ConnectionLost, Overdue) as error:
                self._wait(error, left)
            except ServerError as error:
                if not error.retryable:
                    raise
                self._wait(error, left)
        raise AssertionError("unreachable: the last try raises")

    def _wait(self, error: TamgaError, left: int) -> None:
        if left == 0:
            raise error
        after = error.retry_after if isinstance(error, ServerError) else None
        self.sleep(self.pause if after is None else after)

    def close(self) -> None:
        with self._lock:
            if self._client:
                self._client.close()
                self._client = None
