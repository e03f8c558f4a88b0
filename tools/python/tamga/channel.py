"""One connection without a network: ciphertext in and out, requests in, answers out.

Both clients are a thin layer of input and output around it.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tamga.errors import BadAnswer, CannotConnect, ConnectionLost, Fault, ServerError, TamgaError, server_error
from tamga.messages import Error, Group, Hello, Request, Welcome
from tamga.wire import Frame, FrameReader, Limits, Skipped, frame_bytes

ALPN = "tamga/1"
CLIENT = "tamga-python/1.0"
#: Bytes read from TLS at once.
PIECE = 65_536


@dataclass(frozen=True)
class Credentials:
    """Paths of PEM files: the authority of the server, and the station's certificate and private key."""

    ca: str
    certificate: str
    private_key: str

    def context(self) -> ssl.SSLContext:
        """TLS 1.3 only, both ends with certificates, the protocol's name; CannotConnect where a file is not usable."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_3
        context.set_alpn_protocols([ALPN])
        try:
            context.load_verify_locations(self.ca)
            context.load_cert_chain(self.certificate, self.private_key)
        except (OSError, ssl.SSLError) as error:
            raise CannotConnect(f"certificates: {error}") from error
        return context


@dataclass(frozen=True)
class Arrived:
    """What came for one request: its answer, or the error in its place."""

    request_id: int
    answer: Any = None
    error: TamgaError | None = None


class Channel:
    """The state of a connection: handshake, hello, open, over.

    ``receive`` takes what came from the network, ``outgoing`` gives what is to be sent. Not safe for several threads.
    """

    def __init__(self, context: ssl.SSLContext, host: str, client: str = CLIENT) -> None:
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._incoming, self._outgoing, server_hostname=host)
        self._reader = FrameReader("server")
        self._limits = Limits()
        self._requests: dict[int, Request[Any]] = {}
        self._last_id = 0
        self._hello = Hello(1, 1, client)
        self._shaken = False
        self.welcome: Welcome | None = None
        #: Why there is no connection any more; None while there is one.
        self.ended: TamgaError | None = None
        self._shake()

    @property
    def in_flight(self) -> int:
        return len(self._requests)

    @property
    def capabilities(self) -> frozenset[str]:
        return frozenset(self.welcome.capability if self.welcome else ())

    def outgoing(self) -> bytes:
        """Ciphertext to be sent; each byte is given once."""
        return self._outgoing.read()

    def send(self, request: Request[Any], options: Group | None = None) -> int:
        """Encodes a request; its id. Fault where it is not allowed, and the error that ended the connection."""
        if self.ended:
            raise self.ended
        if self.welcome is None:
            raise CannotConnect("requests wait for the welcome")
        return self._send(request, options)

    def receive(self, data: bytes) -> list[Arrived]:
        """Takes ciphertext; what arrived with it."""
        if self.ended:
            return []
        self._incoming.write(data)
        found: list[Arrived] = []
        try:
            if self._shaken or self._shake():
                for arrived in self._read():
                    found.append(arrived)
        except TamgaError as error:
            found += self._end(error)
        return found

    def receive_end(self) -> list[Arrived]:
        """The network says that nothing more comes."""
        return [] if self.ended else self._end(self._lost("the connection ended without close_notify"))

    def close(self) -> list[Arrived]:
        """Says `close_notify`, which `outgoing` then has; what was in flight is lost."""
        if self.ended:
            return []
        self._say_close()
        return self._end(ConnectionLost("this end closed the connection"))

    def _send(self, request: Request[Any], options: Group | None) -> int:
        body = request.to_body_with(options)
        self._last_id += 1
        frame = frame_bytes(request.kind(), self._last_id, body, self._limits)
        self._requests[self._last_id] = request
        self._tls.write(frame)
        return self._last_id

    def _shake(self) -> bool:
        try:
            self._tls.do_handshake()
        except ssl.SSLWantReadError:
            return False
        except ssl.SSLError as error:
            raise CannotConnect(f"TLS: {error}") from error
        if self._tls.selected_alpn_protocol() != ALPN:
            raise CannotConnect(f"the server did not select the protocol {ALPN}")
        self._shaken = True
        self._send(self._hello, None)
        return True

    def _read(self) -> Iterator[Arrived]:
        while True:
            try:
                data = self._tls.read(PIECE)
            except ssl.SSLWantReadError:
                return
            except ssl.SSLZeroReturnError:
                data = b""
            except ssl.SSLError as error:
                raise self._lost(f"TLS: {error}") from error
            if not data:
                self._say_close()
                raise self._lost("the server closed the connection")
            self._reader.feed(data)
            yield from self._frames()

    def _frames(self) -> Iterator[Arrived]:
        try:
            while (frame := self._reader.next()) is not None:
                arrived = self._arrived(frame)
                if arrived:
                    yield arrived
                    self._end_after(arrived)
        except Fault as fault:
            self._say_close()
            raise BadAnswer(f"the server sent what is not allowed: {fault}") from fault
        except BadAnswer:
            self._say_close()
            raise

    def _arrived(self, frame: Frame | Skipped) -> Arrived | None:
        """What the frame is to its request, which is told of the end of the connection where the frame is bad."""
        request = self._requests.get(frame.request_id)
        arrived = self._understood(frame, request)
        self._requests.pop(frame.request_id, None)
        return arrived

    def _understood(self, frame: Frame | Skipped, request: Request[Any] | None) -> Arrived | None:
        if isinstance(frame, Frame) and frame.kind.name == "error":
            return self._refused(Error.from_body(frame.body), request, frame.request_id)
        name = f"kind {frame.kind:#04x}" if isinstance(frame, Skipped) else frame.kind.name
        if request is None:
            raise BadAnswer(f"{name} answers request {frame.request_id}, which is not in flight")
        if isinstance(frame, Skipped):
            return Arrived(frame.request_id, error=BadAnswer(f"{request.NAME} was answered by {name}"))
        answer = request.answer(name, frame.body)
        if isinstance(answer, Welcome):
            self._open(answer)
            return None
        return Arrived(frame.request_id, answer)

    def _open(self, welcome: Welcome) -> None:
        if welcome.version != 1:
            raise BadAnswer(f"the server chose version {welcome.version}")
        self._limits = Limits(welcome.limits.frame_bytes)
        self._reader.limits = self._limits
        self.welcome = welcome

    def _refused(self, error: Error, request: Request[Any] | None, request_id: int) -> Arrived | None:
        after = None if error.retry_after is None else error.retry_after / 1000
        found = server_error(error.code, error.message, error.field, error.limit, error.retryable, after)
        if self.welcome is None:
            self._say_close()
            raise found
        if request_id == 0:
            self._end_after(Arrived(0, error=found))
            # A notice, such as that the server is going down; requests in flight are still answered.
            return None
        if request is None:
            raise BadAnswer(f"an error answers request {request_id}, which is not in flight")
        return Arrived(request_id, error=found)

    def _end_after(self, arrived: Arrived) -> None:
        """Raises ConnectionLost where the server closes after what arrived."""
        if isinstance(arrived.error, ServerError) and arrived.error.closes:
            self._say_close()
            raise ConnectionLost(f"the server closed the connection: {arrived.error}") from arrived.error

    def _lost(self, why: str) -> TamgaError:
        if self.welcome is None:
            return CannotConnect(f"{why} before the welcome; is the station's certificate one the server trusts?")
        return ConnectionLost(f"{why}; {self.in_flight} requests had no answer")

    def _say_close(self) -> None:
        try:
            self._tls.unwrap()
        except (ssl.SSLError, ValueError):
            pass

    def _end(self, error: TamgaError) -> list[Arrived]:
        self.ended = error
        lost = [Arrived(request_id, error=error) for request_id in self._requests]
        self._requests.clear()
        return lost
