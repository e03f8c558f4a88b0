"""A client of Tamga, the fingerprint identification server, written from docs/PROTOCOL.md.

    with Client.connect("127.0.0.1", 4433, Credentials("ca.pem", "station.pem", "station.key")) as client:
        answer = client.call(Identify(finger=[read_finger("probe.iso", "right-index")]))

``Client`` waits, ``AsyncClient`` is of asyncio; both take any request of ``tamga.messages``. For whole tasks there are
``EnrolmentStation``, ``BorderPost`` and ``LoadTool``.
"""

from __future__ import annotations

from tamga.aio import AsyncClient
from tamga.channel import Credentials
from tamga.client import Client, Pending
from tamga.errors import BadAnswer, CannotConnect, ConnectionLost, Fault, Overdue, ServerError, TamgaError
from tamga.fingers import POSITIONS, read_finger
from tamga.stations import BorderPost, EnrolmentStation, Journal, Line, LoadTool, OutcomeUnknown

__all__ = [
    "AsyncClient", "BadAnswer", "BorderPost", "CannotConnect", "Client", "ConnectionLost", "Credentials",
    "EnrolmentStation", "Fault", "Journal", "Line", "LoadTool", "OutcomeUnknown", "Overdue", "POSITIONS", "Pending",
    "ServerError", "TamgaError", "read_finger",
]
