"""What each command asks."""

from __future__ import annotations

import sys
from typing import Any

from tamga.client import Client
from tamga.command.options import Settings, address, credentials, fingers, not_taken, request_options
from tamga.messages import Answer, Delete, Enrol, Identify, LookUp, Ping, Read, Register, Request, Stats, Verify
from tamga.stations import EnrolmentStation, Line


def perform(settings: Settings) -> Answer:
    """Asks the server; the errors of ``tamga.errors``, OSError and ValueError say what is wrong."""
    if settings.command == "register":
        return _register(settings)
    request = _request(settings)
    with Client.connect(*address(settings), credentials(settings), settings.timeout) as client:
        answer: Answer = client.call(request, request_options(settings), settings.timeout)
        return answer


def _request(settings: Settings) -> Request[Any]:
    if settings.command == "ping":
        return Ping(payload=b"")
    if settings.command == "stats":
        return Stats()
    if settings.command == "read":
        return Read(person=settings.person, include_records=False)
    if settings.command == "delete":
        return Delete(person=settings.person)
    if settings.command == "enrol":
        return Enrol(person=settings.person, finger=fingers(settings))
    if settings.command == "verify":
        return Verify(person=settings.person, finger=fingers(settings))
    if settings.command == "identify":
        return Identify(finger=fingers(settings), maximum_candidates=settings.max_candidates)
    return LookUp(**_presented(settings))


def _register(settings: Settings) -> Answer:
    given: dict[str, Any] = _presented(settings)
    request = Register(key=settings.key, **given)
    line = Line(*address(settings), credentials(settings), timeout=settings.timeout)
    station = EnrolmentStation(line)
    try:
        return station.register(
            request.finger, request.claim, request.not_taken, request.status, request.ground, request.place,
            request.officer, key=request.key, deadline=settings.deadline,
            when_keyed=lambda key: print(f"key {key}", file=sys.stderr, flush=True))
    finally:
        line.close()


def _presented(settings: Settings) -> dict[str, Any]:
    return {
        "claim": settings.claim, "status": settings.status, "ground": settings.ground, "place": settings.place,
        "officer": settings.officer, "finger": fingers(settings), "not_taken": not_taken(settings),
    }
