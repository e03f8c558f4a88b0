"""The options of the command line."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence

from tamga.channel import Credentials
from tamga.fingers import ISO_2005, position_code, read_finger
from tamga.messages import FingerRecord, NotTakenFinger, RequestOptions
from tamga.schema import CLASSES, FORMATS

#: What a command line said; its attributes are the options' names.
Settings = argparse.Namespace


def parse(arguments: Sequence[str] | None) -> Settings:
    """The options; ends the program with status 2 where they are not usable."""
    parser = argparse.ArgumentParser(prog="python -m tamga", description="Asks a Tamga server.")
    commands = parser.add_subparsers(dest="command", required=True)
    common = _common()
    for name, text in (("ping", "is the server there"), ("stats", "its figures")):
        commands.add_parser(name, help=text, parents=[common])
    for name, text in (("read", "what is held of a person"), ("delete", "removes a person")):
        commands.add_parser(name, help=text, parents=[common]).add_argument("--person", required=True)
    for name, text in (("enrol", "enrols a person"), ("verify", "compares fingers with a person's")):
        one = commands.add_parser(name, help=text, parents=[common, _fingers(True)])
        one.add_argument("--person", required=True)
    identify = commands.add_parser("identify", help="whose fingers are these", parents=[common, _fingers(True)])
    identify.add_argument("--max-candidates", type=int)
    presented = _presented()
    register = commands.add_parser(
        "register", help="registers a person, once", parents=[common, _fingers(False), presented])
    register.add_argument("--key", help="the name of an earlier try of the same request")
    commands.add_parser(
        "look-up", help="the same question; nobody is registered", parents=[common, _fingers(False), presented])
    return parser.parse_args(arguments)


def _common() -> argparse.ArgumentParser:
    """What every command takes; variables of the environment stand in for what is not given."""
    common = argparse.ArgumentParser(add_help=False)
    for option, variable, text in (
        ("--server", "TAMGA_SERVER", "HOST:PORT"), ("--ca", "TAMGA_CA", "the server's authority, PEM"),
        ("--certificate", "TAMGA_CERTIFICATE", "this station's certificate, PEM"),
        ("--private-key", "TAMGA_PRIVATE_KEY", "its private key, PEM"),
    ):
        given = os.environ.get(variable)
        common.add_argument(option, default=given, required=given is None, help=f"{text}; or {variable}")
    common.add_argument("--json", action="store_true", help="one object on one line")
    common.add_argument("--timeout", type=float, default=60.0, help="seconds to wait for the answer")
    common.add_argument("--deadline", type=float, help="seconds after which the answer is of no use")
    common.add_argument("--class", dest="class_", choices=[one.name for one in CLASSES], help="who waits for it")
    return common


def _fingers(are_required: bool) -> argparse.ArgumentParser:
    fingers = argparse.ArgumentParser(add_help=False)
    fingers.add_argument(
        "--finger", action="append", default=[], required=are_required, metavar="POSITION=FILE",
        help="right-thumb ... left-little, right-palm, left-palm, a code, or record for what the record says")
    fingers.add_argument("--format", type=int, choices=list(FORMATS), default=ISO_2005)
    return fingers


def _presented() -> argparse.ArgumentParser:
    presented = argparse.ArgumentParser(add_help=False)
    presented.add_argument("--claim", action="append", default=[], help="iin:..., document:... or names:...")
    presented.add_argument("--not-taken", action="append", default=[], metavar="POSITION=REASON")
    for option in ("--status", "--ground", "--place", "--officer"):
        presented.add_argument(option)
    return presented


def address(settings: Settings) -> tuple[str, int]:
    """Host and port; ValueError where it is none."""
    host, _, port = settings.server.rpartition(":")
    if not host or not port.isdigit():
        raise ValueError(f"--server: '{settings.server}' is not HOST:PORT")
    return host.strip("[]"), int(port)


def credentials(settings: Settings) -> Credentials:
    return Credentials(settings.ca, settings.certificate, settings.private_key)


def fingers(settings: Settings) -> list[FingerRecord]:
    """The records of `--finger`; OSError and ValueError name what is not usable."""
    found = []
    for one in settings.finger:
        position, separator, path = one.partition("=")
        if not separator:
            raise ValueError(f"--finger: '{one}' is not POSITION=FILE")
        found.append(read_finger(path, position, settings.format))
    return found


def not_taken(settings: Settings) -> list[NotTakenFinger]:
    """The fingers of `--not-taken`."""
    found = []
    for one in settings.not_taken:
        position, separator, reason = one.partition("=")
        code = position_code(position)
        if not separator or code is None:
            raise ValueError(f"--not-taken: '{one}' is not POSITION=REASON")
        found.append(NotTakenFinger(position=code, reason=reason))
    return found


def request_options(settings: Settings) -> RequestOptions | None:
    """The fields of `request-options`; None where nothing of them was said."""
    if settings.deadline is None and settings.class_ is None:
        return None
    code = next((one.code for one in CLASSES if one.name == settings.class_), None)
    return RequestOptions(
        deadline=None if settings.deadline is None else round(settings.deadline * 1000), class_=code)
