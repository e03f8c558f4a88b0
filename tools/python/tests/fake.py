"""A server of a few lines that says what a test wants it to say."""

from __future__ import annotations

import atexit
import shutil
import socket
import ssl
import subprocess
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from making.page import REPOSITORY
from tamga import Credentials
from tamga.messages import Error, SessionLimits, Welcome
from tamga.schema import KIND_BY_NAME
from tamga.wire import Frame, FrameReader, Header, Limits

LIMITS = SessionLimits(
    frame_bytes=3_145_728, requests_in_flight=8, fingers_per_request=40, record_bytes=65_536, candidates=1000)
WELCOME = Welcome(version=1, server="fake/1", matcher="none", limits=LIMITS, capability=("cancel", "request-options"))

_folder: list[Path] = []


def certificates() -> Path:
    """Development certificates, made once."""
    if not _folder:
        _folder.append(Path(tempfile.mkdtemp(prefix="tamga-python-")))
        atexit.register(shutil.rmtree, _folder[0], ignore_errors=True)
        subprocess.run([REPOSITORY / "certs" / "make-dev-certs", _folder[0]], check=True, capture_output=True)
    return _folder[0]


def credentials(station: str = "station") -> Credentials:
    at = certificates()
    return Credentials(str(at / "ca.pem"), str(at / f"{station}.pem"), str(at / f"{station}.key"))


class Peer:
    """The server's side of one connection."""

    def __init__(self, tls: ssl.SSLSocket) -> None:
        self.tls = tls
        self._reader = FrameReader("client", Limits(3_145_728))

    def read(self) -> Frame:
        """The next request; EOFError at the end."""
        while (frame := self._reader.next()) is None:
            data = self.tls.recv(65_536)
            if not data:
                raise EOFError
            self._reader.feed(data)
        assert isinstance(frame, Frame)
        return frame

    def answer(self, request_id: int, message: Any) -> None:
        self.raw(message.kind().number, request_id, message.to_body())

    def raw(self, kind: int, request_id: int, body: bytes) -> None:
        self.tls.sendall(Header(len(body), 1, kind, 0, request_id).write() + body)

    def refuse(self, request_id: int, code: int, message: str = "", **more: Any) -> None:
        self.answer(request_id, Error(code=code, message=message, retryable=more.pop("retryable", False), **more))

    def welcome(self, message: Welcome = WELCOME) -> None:
        frame = self.read()
        assert frame.kind == KIND_BY_NAME["hello"]
        self.answer(frame.request_id, message)

    def cut(self) -> None:
        """Ends the connection without close_notify."""
        self.tls.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Ends it with close_notify."""
        try:
            self.tls.unwrap()
        except (OSError, ssl.SSLError):
            pass


class FakeServer:
    """Accepts connections one after another and lets `script` speak on each."""

    def __init__(
        self, script: Callable[[Peer], None], alpn: str | None = "tamga/1",
        newest: ssl.TLSVersion = ssl.TLSVersion.TLSv1_3, host: str = "127.0.0.1",
    ) -> None:
        at = certificates()
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(at / "server.pem", at / "server.key")
        context.load_verify_locations(at / "ca.pem")
        context.verify_mode = ssl.CERT_REQUIRED
        context.maximum_version = newest
        if alpn:
            context.set_alpn_protocols([alpn])
        self._context = context
        self._script = script
        self._listener = socket.create_server((host, 0))
        self.port: int = self._listener.getsockname()[1]
        self.errors: list[BaseException] = []
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        while True:
            try:
                stream, _ = self._listener.accept()
            except OSError:
                return
            try:
                with self._context.wrap_socket(stream, server_side=True) as tls:
                    self._script(Peer(tls))
            except (EOFError, OSError):
                pass
            except BaseException as error:
                self.errors.append(error)

    def __enter__(self) -> "FakeServer":
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(10)
        assert not self.errors, self.errors
