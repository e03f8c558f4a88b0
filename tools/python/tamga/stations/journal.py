"""Requests that were begun, on disk, so that they outlive a restart of the station."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from tamga.messages import Register


class Journal:
    """A folder with one file for each `register` whose answer is not known yet.

    The files hold fingers and claims: the folder is made for its owner alone, and a file goes when its answer is there.
    """

    def __init__(self, folder: str | Path) -> None:
        self._folder = Path(folder)
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def begin(self, request: Register) -> None:
        """Writes a request down, durably, under its key."""
        path = self._path(request)
        waiting = path.with_suffix(".part")
        handle = os.open(waiting, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as stream:
            stream.write(request.to_body())
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(waiting, path)
        self._sync()

    def end(self, request: Register) -> None:
        """Forgets a request whose answer is there."""
        self._path(request).unlink(missing_ok=True)
        self._sync()

    def open_requests(self) -> Iterator[Register]:
        """The requests whose answers are not known, in the order in which they were begun."""
        paths = sorted(self._folder.glob("*.register"), key=lambda path: path.stat().st_mtime_ns)
        for path in paths:
            yield Register.from_body(path.read_bytes())

    def _path(self, request: Register) -> Path:
        # The characters of a key are harmless in a name, but `.` and `..` are not whole names here: see the ending.
        return self._folder / f"{request.key}.register"

    def _sync(self) -> None:
        handle = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
