"""The client that waits: any thread may ask, and requests of all threads are in flight at the same time."""

from __future__ import annotations

import selectors
import socket
import threading
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout
from types import TracebackType
from typing import Any, Generic, TypeVar

from tamga.channel import Arrived, Channel, Credentials
from tamga.errors import CannotConnect, Overdue, TamgaError
from tamga.messages import Answer, Cancel, Request, RequestOptions, Welcome

A = TypeVar("A", bound=Answer, covariant=True)
#: Bytes of requests that wait for the network before a caller has to.
LARGEST_BACKLOG = 8 << 20
PIECE = 262_144


class Pending(Generic[A]):
    """A request that was sent; its answer is there or comes."""

    def __init__(self, client: "Client", request_id: int) -> None:
        self._client = client
        self.request_id = request_id
        self._future: Future[A] = Future()

    @property
    def is_done(self) -> bool:
        return self._future.done()

    def result(self, timeout: float | None = None) -> A:
        """The answer; raises the error in its place, and Overdue after `timeout` seconds.

        A request that is overdue is still in flight, and may be waited for again or taken back.
        """
        try:
            return self._future.result(timeout)
        except FutureTimeout:
            raise Overdue(f"no answer within {timeout} seconds") from None

    def take_back(self) -> None:
        """Asks the server to end the request, where it can; `result` then says what became of it."""
        if not self.is_done and "cancel" in self._client.capabilities:
            try:
                self._client.submit(Cancel(self.request_id))
            except TamgaError:
                pass  # The connection ended; `result` says so.

    def when_done(self, call: Callable[["Pending[A]"], None]) -> None:
        """Calls once it is answered or lost, on the thread of the connection, which must not be held up."""
        self._future.add_done_callback(lambda _: call(self))

    def _settle(self, arrived: Arrived) -> None:
        if arrived.error is not None:
            self._future.set_exception(arrived.error)
        else:
            self._future.set_result(arrived.answer)


class Client:
    """A session with a server. Use it as a context manager, or call ``close``."""

    def __init__(self, stream: socket.socket, channel: Channel) -> None:
        """Takes a connected socket; ``connect`` makes one."""
        self._socket = stream
        self._channel = channel
        self._changed = threading.Condition()
        self._pending: dict[int, Pending[Any]] = {}
        self._backlog = bytearray()
        self._waker, self._woken = socket.socketpair()
        self._is_closing = False
        for one in (self._socket, self._waker, self._woken):
            one.setblocking(False)
        self._thread = threading.Thread(target=self._run, name="tamga-connection", daemon=True)
        self._thread.start()

    @classmethod
    def connect(cls, host: str, port: int, credentials: Credentials, timeout: float = 10.0) -> "Client":
        """Connects and says hello.

        Raises CannotConnect where there is no session within `timeout` seconds, and ServerError where the server
        refuses the station.
        """
        context = credentials.context()
        try:
            stream = socket.create_connection((host, port), timeout)
        except OSError as error:
            raise CannotConnect(f"{host}:{port}: {error}") from error
        stream.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        client = cls(stream, Channel(context, host))
        try:
            client._wait_for_welcome(timeout)
        except BaseException:
            client.close()
            raise
        return client

    @property
    def welcome(self) -> Welcome:
        """What the server said of itself, its limits and this station."""
        if self._channel.welcome is None:
            raise CannotConnect("there was no welcome")
        return self._channel.welcome

    @property
    def capabilities(self) -> frozenset[str]:
        return self._channel.capabilities

    @property
    def is_open(self) -> bool:
        return self._channel.ended is None

    @property
    def most_in_flight(self) -> int:
        """Requests in flight at once; one place is kept for `cancel`, which is left unread without."""
        return max(1, self.welcome.limits.requests_in_flight - 1)

    def submit(self, request: Request[A], options: RequestOptions | None = None) -> Pending[A]:
        """Sends a request and does not wait for its answer; waits while as many are in flight as may be.

        Raises Fault where the request is not allowed, and why the connection ended where it did.
        """
        is_cancel = isinstance(request, Cancel)
        with self._changed:
            while not is_cancel and self._channel.ended is None and self._is_full():
                self._changed.wait()
            request_id = self._channel.send(request, options)
            pending: Pending[A] = Pending(self, request_id)
            self._pending[request_id] = pending
        self._wake()
        return pending

    def call(
        self, request: Request[A], options: RequestOptions | None = None, timeout: float | None = None
    ) -> A:
        """Sends a request and waits for its answer, at most `timeout` seconds, then takes it back: Overdue."""
        pending = self.submit(request, options)
        try:
            return pending.result(timeout)
        except Overdue:
            pending.take_back()
            raise

    def close(self) -> None:
        """Says `close_notify` and closes; answers that are not there yet are lost."""
        with self._changed:
            self._is_closing = True
        self._wake()
        if threading.current_thread() is not self._thread:
            self._thread.join()

    def __enter__(self) -> "Client":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _is_full(self) -> bool:
        return self._channel.in_flight >= self.most_in_flight or len(self._backlog) > LARGEST_BACKLOG

    def _wait_for_welcome(self, timeout: float) -> None:
        with self._changed:
            known = self._changed.wait_for(lambda: self._channel.welcome or self._channel.ended, timeout)
            if self._channel.ended:
                raise self._channel.ended
            if not known:
                raise CannotConnect(f"no welcome within {timeout} seconds")

    def _wake(self) -> None:
        try:
            self._waker.send(b"\0")
        except (BlockingIOError, OSError):
            pass  # It is awake anyway, or gone.

    def _run(self) -> None:
        """The thread of the connection: all input and output is its own."""
        try:
            self._carry()
        except BaseException:
            # Nobody may wait for ever, whatever went wrong here.
            with self._changed:
                arrived = self._channel.receive_end()
            self._arrive(arrived)
            raise
        finally:
            for one in (self._socket, self._waker, self._woken):
                one.close()

    def _carry(self) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(self._woken, selectors.EVENT_READ)
            selector.register(self._socket, selectors.EVENT_READ)
            while True:
                with self._changed:
                    if self._is_closing:
                        self._arrive(self._channel.close())
                    self._backlog += self._channel.outgoing()
                    is_over = self._channel.ended is not None
                self._write()
                if is_over:
                    break
                events = selectors.EVENT_READ | (selectors.EVENT_WRITE if self._backlog else 0)
                selector.modify(self._socket, events)
                for key, _ in selector.select():
                    self._woken.recv(4096) if key.fileobj is self._woken else self._read()

    def _write(self) -> None:
        try:
            while self._backlog:
                sent = self._socket.send(self._backlog)
                with self._changed:
                    del self._backlog[:sent]
                    self._changed.notify_all()
        except BlockingIOError:
            pass
        except OSError:
            # What the server said before it closed may still be there to be read; reading finds the end.
            with self._changed:
                self._backlog.clear()

    def _read(self) -> None:
        try:
            data = self._socket.recv(PIECE)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        with self._changed:
            arrived = self._channel.receive(data) if data else self._channel.receive_end()
        self._arrive(arrived)

    def _arrive(self, arrived: list[Arrived]) -> None:
        with self._changed:
            settled = [(self._pending.pop(one.request_id, None), one) for one in arrived]
            self._changed.notify_all()
        for pending, one in settled:
            if pending:
                pending._settle(one)


__all__ = ["Client", "Pending"]
