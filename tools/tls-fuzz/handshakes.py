"""Breaks one message of each TLS handshake with a running server, and says what became of it.

The client is tlslite-ng, an implementation of TLS that lets every message be changed before it is hashed and encrypted:
what arrives is whole as a record, belongs to its connection, and is wrong inside. Which message, and how it is changed,
follows from the seed.
"""

import argparse
import collections
import logging
import random
import socket
import sys
import time

from tlslite.api import TLSConnection, X509, X509CertChain, HandshakeSettings, parsePEMKey
from tlslite.constants import ContentType
from tlslite.errors import TLSAbruptCloseError, TLSError, TLSLocalAlert, TLSRemoteAlert
from tlslite.messages import Message

# What a client sends, in this order.
MESSAGES = ["client hello", "certificate", "certificate verify", "finished", "after the handshake"]
# Messages by which a station proves who it is: broken, none of them may be accepted.
PROOFS = {"certificate", "certificate verify", "finished"}
# A server that has to wait for more is left after so many seconds.
PATIENCE_S = 0.5
# Between two looks at whether an honest client is let in.
HONEST_EVERY = 50
# The server may not be larger by more than this afterwards.
GROWTH_MIB = 64


class Mutation:
    """One change to the bytes of a message."""

    def __init__(self, generator):
        self.generator = generator

    def __call__(self, data, is_handshake):
        data = bytearray(data)
        name = self.generator.choice(
            ["bits", "bits", "byte", "cut", "longer", "length", "length", "repeat part", "swap", "zeros", "type"])
        getattr(self, "_" + name.replace(" ", "_"))(data)
        # The length of a handshake message stands before it: half of the time it is made right, so that what is
        # inside is read.
        if is_handshake and len(data) >= 4 and self.generator.random() < 0.5:
            data[1:4] = (len(data) - 4).to_bytes(3, "big")
        return name, data

    def _place(self, data):
        return self.generator.randrange(len(data)) if data else 0

    def _bits(self, data):
        for _ in range(self.generator.choice([1, 1, 2, 8])):
            if data:
                data[self._place(data)] ^= 1 << self.generator.randrange(8)

    def _byte(self, data):
        if data:
            data[self._place(data)] = self.generator.choice([0, 1, 0x7F, 0x80, 0xFF])

    def _cut(self, data):
        del data[self._place(data):]

    def _longer(self, data):
        data += self.generator.randbytes(self.generator.choice([1, 2, 16, 255, 4_000, 16_000]))

    def _length(self, data):
        if len(data) >= 2:
            at = self.generator.randrange(len(data) - 1)
            data[at:at + 2] = self.generator.choice([b"\0\0", b"\0\1", b"\x7f\xff", b"\xff\xff", b"\xff\0"])

    def _repeat_part(self, data):
        start, end = sorted((self._place(data), self._place(data)))
        data[start:start] = data[start:end]

    def _swap(self, data):
        start, middle, end = sorted(self._place(data) for _ in range(3))
        data[start:end] = data[middle:end] + data[start:middle]

    def _zeros(self, data):
        start, end = sorted((self._place(data), self._place(data)))
        data[start:end] = bytes(end - start)

    def _type(self, data):
        if data:
            data[0] = self.generator.choice([0, 1, 2, 4, 5, 8, 11, 13, 15, 20, 24, 99, 254])


class Client(TLSConnection):
    """A client that changes one of the messages it sends."""

    def __init__(self, connection, target, generator):
        super().__init__(connection)
        self.target, self.generator = target, generator
        self.sent = 0
        self.change = "none"
        self.is_changed = False

    def _sendMsg(self, msg, *arguments, **options):
        messages = [msg]
        if msg.contentType == ContentType.handshake and self.target is not None:
            if self.sent == self.target:
                messages = self._changed(msg)
            self.sent += 1
        for message in messages:
            yield from super()._sendMsg(message, *arguments, **options)

    def _changed(self, msg):
        data = msg.write()
        kind = self.generator.choice(["inside"] * 8 + ["twice", "missing", "other record", "small records"])
        self.change = kind
        self.is_changed = kind != "small records"
        if kind == "twice":
            return [msg, msg]
        if kind == "missing":
            return []
        if kind == "other record":
            return [Message(self.generator.choice([0, 20, 21, 23, 24, 255]), data)]
        if kind == "small records":
            self.recordSize = self.generator.choice([1, 2, 17])
            return [msg]
        self.change, changed = Mutation(self.generator)(data, True)
        self.is_changed = changed != data
        return [Message(ContentType.handshake, changed)]

    def after_the_handshake(self):
        """Messages that have no place there, or too many that have."""
        name, data, count = self.generator.choice([
            ("key update", b"\x18\0\0\1\0", 1), ("key updates", b"\x18\0\0\1\1", 40),
            ("key update, wrong", b"\x18\0\0\1\7", 1), ("key update, long", b"\x18\0\0\2\0\0", 1),
            ("client hello", b"\1\0\0\2\3\3", 1), ("hello request", b"\0\0\0\0", 1),
            ("ticket", b"\4\0\0\4\0\0\0\0", 1), ("finished", b"\x14\0\0\x20" + bytes(32), 1),
            ("certificate request", b"\r\0\0\3\0\0\0", 1), ("unknown", b"\x63\0\0\4" + bytes(4), 1),
            ("half a message", b"\x18\0\xff\xff", 1), ("nothing", b"", 3),
        ])
        self.change, self.is_changed = name, True
        for _ in range(count):
            for _ in TLSConnection._sendMsg(self, Message(ContentType.handshake, bytearray(data)), False, False):
                pass


class Station:
    """Where the server is, and what this side shows it."""

    def __init__(self, options):
        host, _, port = options.address.rpartition(":")
        self.address = (host.strip("[]"), int(port))
        with open(options.certificate, encoding="ascii") as file:
            self.chain = X509CertChain([X509().parse(file.read())])
        with open(options.private_key, encoding="ascii") as file:
            self.key = parsePEMKey(file.read(), private=True)
        self.settings = HandshakeSettings()
        self.settings.minVersion = self.settings.maxVersion = (3, 4)
        # Otherwise it compresses its certificate though nobody asked for that.
        self.settings.certificate_compression_send = []
        self.settings.certificate_compression_receive = []

    def shake_hands(self, target, generator):
        """One handshake: what became of it ("accepted" or why not), and the client."""
        with socket.create_connection(self.address, timeout=PATIENCE_S) as connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            client = Client(connection, target, generator)
            try:
                client.handshakeClientCert(
                    self.chain, self.key, settings=self.settings, alpn=[bytearray(b"tamga/1")])
                if target == MESSAGES.index("after the handshake"):
                    client.after_the_handshake()
                return self._last_word(client), client
            except TLSRemoteAlert as alert:
                return f"alert: {alert.description and str(alert).split(':')[0]}", client
            except TLSLocalAlert as alert:
                return f"the client gave up: {str(alert).split(':')[0]}", client
            except (TLSAbruptCloseError, ConnectionError):
                return "closed", client
            except TimeoutError:
                return "waited for more", client
            except (TLSError, ValueError, IndexError, AssertionError, SyntaxError, TypeError, AttributeError) as error:
                return f"the client gave up: {type(error).__name__}", client

    @staticmethod
    def _last_word(client):
        """A server sends tickets once it has accepted; an alert comes instead of them."""
        try:
            data = client.read(max=1, min=1)
            return "closed" if not data else "accepted"
        except TimeoutError:
            return "accepted" if client.tickets else "waited for more"


def resident_mib(process):
    with open(f"/proc/{process}/status", encoding="ascii") as file:
        return next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmRSS"))


def honest(station):
    outcome, _ = station.shake_hands(None, random)
    return outcome == "accepted"


def fuzz(station, options):
    generator = random.Random(options.seed)
    outcomes = collections.defaultdict(collections.Counter)
    findings = []
    for number in range(options.handshakes):
        target = generator.randrange(len(MESSAGES))
        outcome, client = station.shake_hands(target, random.Random(generator.getrandbits(64)))
        if target < client.sent or MESSAGES[target] == "after the handshake":
            whole = "" if client.is_changed else ", as it was whole"
            outcomes[MESSAGES[target]][outcome + whole] += 1
        if outcome == "accepted" and client.is_changed and MESSAGES[target] in PROOFS:
            findings.append(f"handshake {number}: accepted although its {MESSAGES[target]} was broken ({client.change})")
        if number % HONEST_EVERY == HONEST_EVERY - 1:
            if not honest(station):
                findings.append(f"after handshake {number} an honest client was not let in")
                break
            if sys.stderr.isatty():
                print(f"\r{number + 1} of {options.handshakes} handshakes", end="", file=sys.stderr)
    return outcomes, findings


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("address", help="HOST:PORT")
    parser.add_argument("--certificate", required=True, help="a station's, PEM")
    parser.add_argument("--private-key", required=True)
    parser.add_argument("--server", type=int, required=True, help="its process, whose memory is looked at")
    parser.add_argument("--handshakes", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)

    station = Station(options)
    if not all(honest(station) for _ in range(20)):
        sys.exit("an honest client is not let in: nothing was tried")
    before, started = resident_mib(options.server), time.monotonic()
    outcomes, findings = fuzz(station, options)
    # What connections that were left held is given back when they have run out of time.
    growth = resident_mib(options.server) - before
    if growth > GROWTH_MIB:
        findings.append(f"the server grew by {growth:.0f} MiB")
    print(f"{'broken':<20} {'what became of it':<44} times")
    for message in MESSAGES:
        for outcome, count in outcomes[message].most_common():
            print(f"{message:<20} {outcome:<44} {count}")
    print(
        f"seed {options.seed}: {options.handshakes} handshakes in {time.monotonic() - started:.0f} s, "
        f"the server's memory {growth:+.1f} MiB")
    for finding in findings:
        print("FINDING:", finding)
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
