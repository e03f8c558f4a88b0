"""Who may do what: what a station's certificate says, and which requests and classes follow from it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tamga.schema import CLASSES, RIGHTS, ROLES, TOKENS

_URI = re.compile(r"urn:tamga:station:([^:]*):([^:]*):([^:]*)", re.ASCII)
_STATION = re.compile(r"[A-Za-z0-9._-]{1,64}", re.ASCII)


@dataclass(frozen=True)
class Station:
    """Who a station is: agency, roles and name."""

    agency: str
    roles: tuple[str, ...]
    name: str

    @classmethod
    def of_uri(cls, uri: str) -> "Station":
        """Reads `urn:tamga:station:AGENCY:ROLE[+ROLE...]:STATION`; ValueError says what is wrong with it."""
        found = _URI.fullmatch(uri)
        if not found:
            raise ValueError(f"'{uri}' is not urn:tamga:station:AGENCY:ROLE[+ROLE...]:STATION")
        agency, listed, name = found.groups()
        roles = tuple(listed.split("+"))
        if agency not in TOKENS["agency"]:
            raise ValueError(f"'{agency}' is no agency; allowed: {', '.join(TOKENS['agency'])}")
        for role in roles:
            if role not in ROLES:
                raise ValueError(f"'{role}' is no role; allowed: {', '.join(ROLES)}")
        if len(set(roles)) != len(roles):
            raise ValueError(f"a role is named twice in '{listed}'")
        if not _STATION.fullmatch(name):
            raise ValueError(f"'{name}' is no station's name; allowed: 1 to 64 of A-Z a-z 0-9 - _ .")
        return cls(agency, roles, name)


def rights_of(roles: Iterable[str]) -> frozenset[str]:
    """The rights of a station of these roles; roles that this client does not know have none here."""
    held = set(roles)
    return frozenset(right.name for right in RIGHTS if held & set(right.roles))


def right_for(request: str) -> str | None:
    """The right that a request needs; None for `hello`, `ping` and `cancel`, which need none."""
    return next((right.name for right in RIGHTS if request in right.requests), None)


def may(roles: Iterable[str], request: str) -> bool:
    """Whether a station of these roles may make the request."""
    right = right_for(request)
    return right is None or right in rights_of(roles)


def classes_of(roles: Iterable[str]) -> frozenset[str]:
    """The classes that a station of these roles may say."""
    held = set(roles)
    return frozenset(one.name for one in CLASSES if held & set(one.roles))
