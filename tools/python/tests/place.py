"""A temporary place with a real server: certificates, a key, data; removed at the end of the process.

The environment says where things are: TAMGA_SERVER the program `tamga-server` (or a folder that has it), TAMGA_CERTS a
folder made by certs/make-dev-certs, TAMGA_DATA the folders of templates. Without TAMGA_SERVER the tests that need one
say that they are skipped.
"""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from making.page import REPOSITORY  # noqa: E402
from tamga import AsyncClient, Client, Credentials  # noqa: E402


def server_program() -> Path | None:
    """The program, where the environment names one that is there; a name without one is an error."""
    named = os.environ.get("TAMGA_SERVER")
    if not named:
        return None
    path = Path(named)
    path = path / "tamga-server" if path.is_dir() else path
    if not os.access(path, os.X_OK):
        raise FileNotFoundError(f"TAMGA_SERVER names {named}, which is no program")
    return path


class Place:
    """Certificates and a running server."""

    def __init__(self) -> None:
        self.directory = Path(tempfile.mkdtemp(prefix="tamga-python-"))
        atexit.register(self.remove)
        named = os.environ.get("TAMGA_CERTS")
        self.certificates = Path(named) if named else self.directory / "certificates"
        subprocess.run([REPOSITORY / "certs" / "make-dev-certs", self.certificates], check=True, capture_output=True)
        self._run("new-key", "--key-file", str(self.directory / "keys"), "--id", "first")
        subprocess.run(
            ["openssl", "genpkey", "-algorithm", "ed25519", "-out", self.directory / "issuer.key"], check=True,
            capture_output=True)
        os.chmod(self.directory / "issuer.key", 0o600)
        self.process: subprocess.Popen[bytes] | None = None
        self.port = 0
        self.start()

    def _run(self, *arguments: str) -> None:
        program = server_program()
        assert program is not None
        subprocess.run([program, *arguments], check=True, capture_output=True)

    def start(self) -> None:
        """Starts the server over the same data."""
        program = server_program()
        assert program is not None
        at = self.certificates
        arguments = [
            "serve", "--listen", "127.0.0.1:0", "--data", self.directory / "data",
            "--key-file", self.directory / "keys",
            "--certificate", at / "server.pem", "--private-key", at / "server.key", "--client-ca", at / "ca.pem",
            "--certificate-key", self.directory / "issuer.key", "--poor-enrolments", "flag", "--workers", "2",
            "--shards", "2",
        ]
        with open(self.directory / "server.log", "ab") as log:
            self.process = subprocess.Popen(
                [program, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log)
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if b"listening on " in line:
                self.port = int(line.split(b":")[-1])
                return
        raise RuntimeError(f"the server stopped: {self.log()[-1000:]}")

    def pause(self) -> None:
        """The server stands still, with whatever it was sent, until it is killed."""
        assert self.process is not None
        self.process.send_signal(signal.SIGSTOP)

    def kill(self) -> None:
        """Ends the server as a power cut would."""
        self._end(signal.SIGKILL)

    def _end(self, how: signal.Signals) -> None:
        if self.process:
            self.process.send_signal(how)
            self.process.wait()
            assert self.process.stdout is not None
            self.process.stdout.close()
            self.process = None

    def log(self) -> str:
        return (self.directory / "server.log").read_text(encoding="utf-8", errors="replace")

    def remove(self) -> None:
        self._end(signal.SIGKILL)
        shutil.rmtree(self.directory, ignore_errors=True)

    def credentials(self, station: str = "station") -> Credentials:
        at = self.certificates
        return Credentials(str(at / "ca.pem"), str(at / f"{station}.pem"), str(at / f"{station}.key"))

    def client(self, station: str = "station") -> Client:
        return Client.connect("127.0.0.1", self.port, self.credentials(station))

    async def async_client(self, station: str = "station") -> AsyncClient:
        return await AsyncClient.connect("127.0.0.1", self.port, self.credentials(station))


_shared: list[Place] = []


def shared() -> Place:
    """One server for all tests that do not end it; SkipTest where there is none."""
    require_server()
    if not _shared:
        _shared.append(Place())
    return _shared[0]


def require_server() -> None:
    if server_program() is None:
        raise unittest.SkipTest("TAMGA_SERVER names no tamga-server")
