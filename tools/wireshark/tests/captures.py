"""Writes captures: pcap files of TCP segments, without any privilege to capture."""

import struct

RAW_IP = 101
CLIENT, SERVER = bytes([10, 0, 0, 1]), bytes([10, 0, 0, 2])
SERVER_PORT = 4433
SEGMENT_BYTES = 60000


class Capture:
    """A file that grows packet by packet. Time is counted in microseconds from an arbitrary moment."""

    def __init__(self, path, snap=1 << 20):
        self.file = open(path, "wb")
        self.file.write(struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, snap, RAW_IP))
        self.packets = 0
        self.time = 1_700_000_000_000_000
        self.snap = snap

    def add(self, packet):
        seconds, micros = divmod(self.time, 1_000_000)
        self.file.write(struct.pack("<IIII", seconds, micros, min(len(packet), self.snap), len(packet)))
        self.file.write(packet[: self.snap])
        self.packets += 1
        self.time += 1000

    def close(self):
        self.file.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class Stream:
    """One TCP connection of a capture; the client's port tells it from others."""

    def __init__(self, capture, client_port, server_port=SERVER_PORT, first=1):
        self.capture, self.ports = capture, (client_port, server_port)
        self.next = [first, first]
        self.flags(0, 0x02)
        self.flags(1, 0x12)

    def flags(self, side, flags):
        """A segment without data; SYN counts as a byte that came before the first one."""
        back = 1 if flags & 0x02 else 0
        self.capture.add(self.packet(side, b"", flags, self.next[side] - back))

    def send(self, data, from_server=False):
        """Sends the bytes, in as many segments as IP allows; returns the number of the last packet, from 1."""
        side = int(from_server)
        for start in range(0, len(data), SEGMENT_BYTES):
            piece = data[start : start + SEGMENT_BYTES]
            self.capture.add(self.packet(side, piece, 0x18, self.next[side]))
            self.next[side] += len(piece)
        return self.capture.packets

    def packet(self, side, data, flags, sequence):
        source, target = (CLIENT, SERVER) if side == 0 else (SERVER, CLIENT)
        tcp = struct.pack(
            ">HHIIBBHHH", self.ports[side], self.ports[1 - side], sequence & 0xFFFFFFFF,
            self.next[1 - side] & 0xFFFFFFFF, 0x50, flags, 65535, 0, 0) + data
        return struct.pack(">BBHHHBBH4s4s", 0x45, 0, 20 + len(tcp), 1, 0, 64, 6, 0, source, target) + tcp
