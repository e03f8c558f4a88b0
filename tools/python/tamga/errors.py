"""What can go wrong, each with a type of its own.

``TamgaError`` is above them all. The one that an officer's program must tell from the others is ``ConnectionLost``: a
change that was under way was done or was not, and only the server knows.
"""

from __future__ import annotations

from tamga.schema import CODE_BY_NAME, CODE_BY_NUMBER, Code


class TamgaError(Exception):
    """Any error of this package."""


class Fault(TamgaError):
    """Bytes or values that the protocol does not allow, found at this end.

    `code` is the name of the error code the page gives it, `field` the place of the field, such as
    `finger[2].record`, and `limit` what is allowed. Both are None where they have no meaning.
    """

    def __init__(self, code: str, message: str, field: str | None = None, limit: str | None = None) -> None:
        self.code = CODE_BY_NAME[code]
        self.message = message
        self.field = field
        self.limit = limit
        place = f"{field}: " if field else ""
        allowed = f" (allowed: {limit})" if limit else ""
        super().__init__(f"{code}: {place}{message}{allowed}")

    @property
    def closes(self) -> bool:
        """Whether the end that found it closes the connection."""
        return self.code.closes

    def inside(self, place: str) -> "Fault":
        """The same fault, of a field of the group at `place`."""
        return Fault(self.code.name, self.message, f"{place}.{self.field}" if self.field else place, self.limit)


class CannotConnect(TamgaError):
    """No session was made: no such address, no TLS, another certificate, no `welcome`. Nothing was sent."""


class ConnectionLost(TamgaError):
    """The connection ended before the answer was there.

    A request that changes something was done or was not, wholly: `register` is sent again under its key; of the
    others docs/PROTOCOL.md says how to learn it, under "When a connection is lost".
    """


class BadAnswer(TamgaError):
    """The server sent something that cannot be accepted; the connection was closed."""


class Overdue(TamgaError, TimeoutError):
    """No answer within the time that the caller gave; the request was taken back where the server can do that."""


class ServerError(TamgaError):
    """The server refused a request: an answer `error`. Its subclasses are its codes."""

    #: The name of the code; of one that this client does not know, `code-NUMBER`.
    name = "unknown"

    def __init__(
        self, number: int, message: str, field: str | None = None, limit: str | None = None, retryable: bool = False,
        retry_after: float | None = None,
    ) -> None:
        self.number = number
        self.message = message
        #: The field that is wrong, with its place.
        self.field = field
        #: What was allowed.
        self.limit = limit
        #: Whether the same request may succeed later, unchanged.
        self.retryable = retryable
        #: Seconds after which the same request would be taken; None where the server does not say.
        self.retry_after = retry_after
        place = f", field {field}" if field else ""
        allowed = f", allowed: {limit}" if limit else ""
        super().__init__(f"{self.name}: {message}{place}{allowed}")

    @property
    def code(self) -> Code | None:
        """The row of the table of codes; None where this client does not know the code."""
        return CODE_BY_NUMBER.get(self.number)

    @property
    def closes(self) -> bool:
        """Whether the server closes the connection after it."""
        return self.code is not None and self.code.closes

    @property
    def advice(self) -> str:
        """What to do, in words."""
        return self.code.advice if self.code else "treat it as its `retryable` says"


def server_error(
    number: int, message: str, field: str | None = None, limit: str | None = None, retryable: bool = False,
    retry_after: float | None = None,
) -> ServerError:
    """The error of this code, as its own type."""
    kind = _BY_NUMBER.get(number, ServerError)
    error = kind(number, message, field, limit, retryable, retry_after)
    if kind is ServerError:
        error.name = f"code-{number}"
    return error


class MalformedFrame(ServerError):
    name = "malformed-frame"


class UnsupportedVersion(ServerError):
    name = "unsupported-version"


class UnknownKind(ServerError):
    name = "unknown-kind"


class FrameTooLarge(ServerError):
    name = "frame-too-large"


class MalformedMessage(ServerError):
    name = "malformed-message"


class UnknownCriticalField(ServerError):
    name = "unknown-critical-field"


class HelloRequired(ServerError):
    name = "hello-required"


class UnexpectedHello(ServerError):
    name = "unexpected-hello"


class DuplicateRequestID(ServerError):
    name = "duplicate-request-id"


class TooManyRequests(ServerError):
    name = "too-many-requests"


class LimitExceeded(ServerError):
    name = "limit-exceeded"


class BadPerson(ServerError):
    name = "bad-person"


class BadTemplate(ServerError):
    name = "bad-template"


class PositionMismatch(ServerError):
    name = "position-mismatch"


class PersonExists(ServerError):
    name = "person-exists"


class PersonUnknown(ServerError):
    name = "person-unknown"


class EncounterUnknown(ServerError):
    name = "encounter-unknown"


class Denied(ServerError):
    name = "denied"


class InvalidField(ServerError):
    name = "invalid-field"


class KeyReused(ServerError):
    name = "key-reused"


class IdentifierHeld(ServerError):
    name = "identifier-held"


class IdentifierUnknown(ServerError):
    name = "identifier-unknown"


class FactUnknown(ServerError):
    name = "fact-unknown"


class NotOwner(ServerError):
    name = "not-owner"


class NotReady(ServerError):
    name = "not-ready"


class ShuttingDown(ServerError):
    name = "shutting-down"


class StorageFailed(ServerError):
    name = "storage-failed"


class GalleryFull(ServerError):
    name = "gallery-full"


class Overloaded(ServerError):
    name = "overloaded"


class DeadlineExceeded(ServerError):
    name = "deadline-exceeded"


class RequestCancelled(ServerError):
    name = "request-cancelled"


class TooManyConnections(ServerError):
    name = "too-many-connections"


class InternalError(ServerError):
    name = "internal"


_BY_NUMBER: dict[int, type[ServerError]] = {
    CODE_BY_NAME[kind.name].number: kind for kind in ServerError.__subclasses__()
}
