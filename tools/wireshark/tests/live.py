"""A real server and a station in Python, with a proxy between them that writes what passes as a capture."""

import itertools
import os
import pathlib
import random
import socket
import ssl
import subprocess
import threading

import frames
from captures import Capture, Stream
from shark import DISSECTOR

REPOSITORY = DISSECTOR.parent.parent.parent
SECONDS = 60


def record(seed, minutiae=40, shift=0):
    """A finger minutiae record of ISO/IEC 19794-2:2005 with one view: points of no finger, 20 pixels apart."""
    dice, points = random.Random(seed), []
    while len(points) < minutiae:
        x, y = dice.randrange(20, 280), dice.randrange(20, 380)
        if all((x - other[0]) ** 2 + (y - other[1]) ** 2 >= 400 for other in points):
            points.append((x, y, dice.randrange(256), dice.choice([0x4000, 0x8000])))
    view = bytes([2, 0, 80, len(points)])
    for x, y, angle, kind in points:
        view += (kind | x + shift).to_bytes(2, "big") + y.to_bytes(2, "big") + bytes([angle, 90])
    view += bytes(2)
    head = b"FMR\x00 20\x00" + (24 + len(view)).to_bytes(4, "big") + bytes(2)
    for value in (300, 400, 197, 197):
        head += value.to_bytes(2, "big")
    return head + bytes([1, 0]) + view


class Server:
    """`tamga-server serve` on a port of its own choice, with an empty store."""

    def __init__(self, program, folder):
        self.certificates = folder / "certificates"
        make = [str(REPOSITORY / "certs" / "make-dev-certs"), str(self.certificates)]
        subprocess.run(make, check=True, capture_output=True)
        key_file = str(folder / "keys")
        subprocess.run([program, "new-key", "--key-file", key_file, "--id", "first"], check=True, capture_output=True)
        self.log = open(folder / "server.log", "w+", encoding="utf-8")
        self.process = subprocess.Popen(
            [program, "serve", "--listen", "127.0.0.1:0", "--data", str(folder / "data"), "--key-file", key_file,
             "--certificate", self.certificate("server.pem"), "--private-key", self.certificate("server.key"),
             "--client-ca", self.certificate("ca.pem")],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self.log, text=True)
        for line in self.process.stdout:
            if "listening on " in line:
                self.port = int(line.split(":")[-1])
                return
        self.log.seek(0)
        raise AssertionError(f"the server stopped with {self.process.wait()}: {self.log.read()[-1000:]}")

    def certificate(self, name):
        return str(self.certificates / name)

    def stop(self):
        self.process.terminate()
        self.process.wait(SECONDS)
        self.process.stdout.close()
        self.log.close()


class Proxy:
    """Passes one connection after another on to a port, and writes both ways of it to a capture."""

    def __init__(self, capture, port):
        self.capture, self.target, self.lock = capture, port, threading.Lock()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.thread = threading.Thread(target=self.serve, daemon=True)
        self.thread.start()

    def serve(self):
        for client_port in itertools.count(50000):
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            server = socket.create_connection(("127.0.0.1", self.target))
            with self.lock:
                stream = Stream(self.capture, client_port)
            ways = [threading.Thread(target=self.pass_on, args=way, daemon=True)
                    for way in ((client, server, stream, False), (server, client, stream, True))]
            for way in ways:
                way.start()
            for way in ways:
                way.join(SECONDS)
            client.close()
            server.close()

    def pass_on(self, source, target, stream, from_server):
        try:
            while data := source.recv(20000):
                with self.lock:
                    stream.send(data, from_server)
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    def close(self):
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        self.thread.join(SECONDS)


class Station:
    """A client that sends frames and reads answers; TLS keys go to a log, which only a test may do."""

    def __init__(self, server, port, key_log, identity="station"):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.minimum_version = ssl.TLSVersion.TLSv1_3
        context.load_verify_locations(server.certificate("ca.pem"))
        context.load_cert_chain(server.certificate(f"{identity}.pem"), server.certificate(f"{identity}.key"))
        context.set_alpn_protocols(["tamga/1"])
        context.keylog_filename = str(key_log)
        raw = socket.create_connection(("127.0.0.1", port), timeout=SECONDS)
        self.socket = context.wrap_socket(raw, server_hostname="localhost")
        if self.socket.selected_alpn_protocol() != "tamga/1":
            raise AssertionError("the server selected no ALPN name, or another one")

    def ask(self, *requests):
        """Sends the requests together; their answers as they come: (kind, request id, body)."""
        self.socket.sendall(b"".join(requests))
        return [self.answer() for _ in requests]

    def answer(self):
        head = self.exactly(16)
        return head[5], int.from_bytes(head[8:], "big"), self.exactly(int.from_bytes(head[:4], "big"))

    def exactly(self, count):
        data = b""
        while len(data) < count:
            more = self.socket.recv(count - len(data))
            if not more:
                raise AssertionError("the server closed the connection")
            data += more
        return data

    def close(self):
        try:
            self.socket.unwrap()
        except (OSError, ssl.SSLError):
            pass
        self.socket.close()


def program():
    """The server to test with, as TAMGA_SERVER names it; None where it names none."""
    name = os.environ.get("TAMGA_SERVER")
    return str(pathlib.Path(name).resolve()) if name else None
