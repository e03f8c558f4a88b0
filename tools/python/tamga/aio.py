"""The client of asyncio."""

from __future__ import annotations

import asyncio
from types import TracebackType
from typing import Any, TypeVar

from tamga.channel import Arrived, Channel, Credentials
from tamga.errors import CannotConnect, Overdue
from tamga.messages import Answer, Cancel, Request, RequestOptions, Welcome

A = TypeVar("A", bound=Answer, covariant=True)


class _Stream(asyncio.Protocol):
    """Carries bytes between the network and the channel."""

    def __init__(self, channel: Channel) -> None:
        self.channel = channel
        self.pending: dict[int, asyncio.Future[Any]] = {}
        self.transport: asyncio.Transport | None = None
        self.changed = asyncio.Event()
        self.is_writable = True

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.flush()

    def data_received(self, data: bytes) -> None:
        self.arrive(self.channel.receive(data))

    def connection_lost(self, error: Exception | None) -> None:
        self.arrive(self.channel.receive_end())

    def pause_writing(self) -> None:
        self.is_writable = False

    def resume_writing(self) -> None:
        self.is_writable = True
        self.changed.set()

    def arrive(self, arrived: list[Arrived]) -> None:
        self.flush()
        for one in arrived:
            future = self.pending.pop(one.request_id, None)
            if future is None or future.done():
                continue
            if one.error is not None:
                future.set_exception(one.error)
            else:
                future.set_result(one.answer)
        if self.channel.ended and self.transport:
            self.transport.close()
        self.changed.set()

    def flush(self) -> None:
        data = self.channel.outgoing()
        if data and self.transport and not self.transport.is_closing():
            self.transport.write(data)


class AsyncClient:
    """A session with a server, in one event loop. Use it with `async with`, or await ``close``."""

    def __init__(self, stream: _Stream) -> None:
        self._stream = stream

    @classmethod
    async def connect(
        cls, host: str, port: int, credentials: Credentials, timeout: float = 10.0
    ) -> "AsyncClient":
        """Connects and says hello; raises as ``tamga.Client.connect`` does."""
        stream = _Stream(Channel(credentials.context(), host))
        try:
            connecting = asyncio.get_running_loop().create_connection(lambda: stream, host, port)
            await asyncio.wait_for(connecting, timeout)
        except (OSError, asyncio.TimeoutError) as error:
            raise CannotConnect(f"{host}:{port}: {error or 'no connection in time'}") from error
        client = cls(stream)
        try:
            ready = client._until(lambda: stream.channel.welcome is not None)
            await asyncio.wait_for(ready, timeout)
        except asyncio.TimeoutError:
            await client.close()
            raise CannotConnect(f"no welcome within {timeout} seconds") from None
        return client

    @property
    def welcome(self) -> Welcome:
        """What the server said of itself, its limits and this station."""
        if self._stream.channel.welcome is None:
            raise CannotConnect("there was no welcome")
        return self._stream.channel.welcome

    @property
    def capabilities(self) -> frozenset[str]:
        return self._stream.channel.capabilities

    @property
    def is_open(self) -> bool:
        return self._stream.channel.ended is None

    async def call(
        self, request: Request[A], options: RequestOptions | None = None, timeout: float | None = None
    ) -> A:
        """Sends a request and waits for its answer. Calls of several tasks are in flight at the same time.

        Raises as ``tamga.Client.call`` does. A task that is cancelled takes its request back.
        """
        channel = self._stream.channel
        await self._until(lambda: self._stream.is_writable and channel.in_flight < self._most_in_flight)
        request_id = channel.send(request, options)
        future: asyncio.Future[A] = asyncio.get_running_loop().create_future()
        self._stream.pending[request_id] = future
        self._stream.flush()
        try:
            return await asyncio.wait_for(future, timeout)
        except asyncio.TimeoutError:
            self._take_back(request_id)
            raise Overdue(f"no answer within {timeout} seconds") from None
        except asyncio.CancelledError:
            self._take_back(request_id)
            raise

    async def close(self) -> None:
        """Says `close_notify` and closes; answers that are not there yet are lost."""
        self._stream.arrive(self._stream.channel.close())

    async def __aenter__(self) -> "AsyncClient":
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    @property
    def _most_in_flight(self) -> int:
        # One place is kept for `cancel`, which is left unread without.
        return max(1, self.welcome.limits.requests_in_flight - 1)

    def _take_back(self, request_id: int) -> None:
        if self.is_open and "cancel" in self.capabilities:
            self._stream.channel.send(Cancel(request_id))
            self._stream.flush()

    async def _until(self, is_so: Any) -> None:
        """Waits until it is so; raises why the connection ended where it does before."""
        while True:
            if self._stream.channel.ended:
                raise self._stream.channel.ended
            if is_so():
                return
            self._stream.changed.clear()
            await self._stream.changed.wait()


__all__ = ["AsyncClient"]
