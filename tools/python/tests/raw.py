"""A session byte by byte, for what the client would never send."""

from __future__ import annotations

import socket
import ssl
from typing import Any

from tamga.messages import TYPES, Hello
from tamga.schema import KIND_BY_NAME
from tamga.wire import Frame, FrameReader, Header, Limits, Skipped
from tests.place import Place


class Raw:
    """A TLS connection; frames are written and read as they are."""

    def __init__(self, place: Place, station: str = "station", hello: bool = True) -> None:
        stream = socket.create_connection(("127.0.0.1", place.port), 20)
        self._tls = place.credentials(station).context().wrap_socket(stream, server_hostname="127.0.0.1")
        self._reader = FrameReader("server", Limits(3_145_728))
        if hello:
            self.send("hello", Hello(1, 1, "raw/1").to_body(), 1)
            self.receive()

    def send(self, kind: str | int, body: bytes, request_id: int = 7, version: int = 1, flags: int = 0) -> None:
        number = KIND_BY_NAME[kind].number if isinstance(kind, str) else kind
        self.write(Header(len(body), version, number, flags, request_id).write() + body)

    def write(self, data: bytes) -> None:
        self._tls.sendall(data)

    def receive(self) -> Any:
        """The next message; None where the server closed the connection in order."""
        return self.receive_frame()[1]

    def receive_frame(self) -> tuple[int, Any]:
        """Its request id, and the message."""
        while (frame := self._reader.next()) is None:
            data = self._tls.recv(65_536)
            if not data:
                self._reader.finish()
                return 0, None
            self._reader.feed(data)
        assert isinstance(frame, Frame) and not isinstance(frame, Skipped)
        return frame.request_id, TYPES[frame.kind.name].from_body(frame.body)

    def close(self) -> None:
        self._tls.close()

    def __enter__(self) -> "Raw":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
