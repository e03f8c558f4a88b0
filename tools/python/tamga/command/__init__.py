"""The command line: `python -m tamga --help`.

Exit status: 0 done (an empty candidate list is a success), 1 nobody was registered by `register`, or recognised by
`look-up`, 2 usage, 3 refused by the server, 4 the server cannot be reached, or its answer was lost.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from tamga.command.options import Settings, parse
from tamga.command.show import text_of
from tamga.command.work import perform
from tamga.errors import Fault, ServerError, TamgaError
from tamga.messages import Answer

DONE, NOBODY, USAGE, REFUSED, UNREACHABLE = range(5)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; its exit status."""
    settings = parse(arguments)
    try:
        answer = perform(settings)
    except ServerError as error:
        return _failed(settings, error, REFUSED)
    except (Fault, OSError, ValueError) as error:
        return _failed(settings, error, USAGE)
    except TamgaError as error:
        return _failed(settings, error, UNREACHABLE)
    shown = json.dumps(answer.to_json(), ensure_ascii=False) if settings.json else text_of(answer)
    print(shown)
    return _status(answer)


def _status(answer: Answer) -> int:
    outcome = getattr(answer, "outcome", None)
    if outcome is None or outcome == "registered":
        return DONE
    return DONE if outcome == "assessed" and getattr(answer, "person") else NOBODY


def _failed(settings: Settings, error: Exception, status: int) -> int:
    if settings.json and isinstance(error, ServerError):
        found = {"error": error.name, "message": error.message, "field": error.field, "limit": error.limit,
                 "retryable": error.retryable, "retry_after": error.retry_after}
        print(json.dumps(found, ensure_ascii=False), file=sys.stderr)
    else:
        advice = f"\n{error.advice}" if isinstance(error, ServerError) else ""
        print(f"tamga: {error}{advice}", file=sys.stderr)
    return status
