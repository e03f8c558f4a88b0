"""A wire between client and server that can be cut."""

from __future__ import annotations

import selectors
import socket
import threading


class Proxy:
    """Carries bytes of any number of connections; ``lose_next_answer`` loses what the server says next."""

    def __init__(self, port: int) -> None:
        self._server = ("127.0.0.1", port)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._to_lose = 0
        self.lost = 0
        threading.Thread(target=self._accept, daemon=True).start()

    def lose_next_answer(self, times: int = 1) -> None:
        """The next bytes from the server are thrown away, and the connection they came on is cut."""
        self._to_lose = times

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._carry, args=(client,), daemon=True).start()

    def _carry(self, client: socket.socket) -> None:
        with client, socket.create_connection(self._server) as server, selectors.DefaultSelector() as selector:
            selector.register(client, selectors.EVENT_READ, server)
            selector.register(server, selectors.EVENT_READ, client)
            while True:
                for key, _ in selector.select():
                    assert isinstance(key.fileobj, socket.socket)
                    try:
                        data = key.fileobj.recv(65_536)
                        if data and key.fileobj is server and self._to_lose > 0:
                            self._to_lose -= 1
                            self.lost += 1
                            return
                        if not data:
                            return
                        key.data.sendall(data)
                    except OSError:
                        return
