"""Makes frames for tests: headers, fields, and messages from bytes."""

import struct


def frame(kind, request_id, body=b"", version=1, flags=0, length=None):
    size = len(body) if length is None else length
    return struct.pack(">IBBHQ", size, version, kind, flags, request_id) + body


def field(tag, value):
    return struct.pack(">HI", tag, len(value)) + value


def number(tag, width, value):
    return field(tag, value.to_bytes(width, "big"))


def hello(request_id=1, client=b"test/1"):
    return frame(0x01, request_id, number(0x8001, 1, 1) + number(0x8002, 1, 1) + field(0x8003, client))


def welcome(request_id=1, frame_bytes=3145728):
    limits = number(0x8001, 4, frame_bytes) + number(0x8002, 2, 64) + number(0x8003, 2, 40)
    limits += number(0x8004, 4, 65536) + number(0x8005, 2, 1000)
    return frame(0x81, request_id, number(0x8001, 1, 1) + field(0x8002, b"tamga/1") + field(0x8003, b"m1")
                 + field(0x8004, limits))


def ping(request_id, payload=b""):
    return frame(0x02, request_id, field(0x8001, payload))


def pong(request_id, payload=b""):
    return frame(0x82, request_id, field(0x8001, payload))


def finger(record, position=2):
    return number(0x8001, 1, position) + number(0x8002, 2, 1) + field(0x8003, record)


def error(request_id, code, message=b"no"):
    return frame(0xFF, request_id, number(0x8001, 2, code) + field(0x8002, message) + number(0x8005, 1, 0))
