"""What follows from a fault: whether to ask again, when, and how long the host is to be left alone."""

from __future__ import annotations

from msgspec import Struct

from runut.errors import Denied, InputFault, RulesUnknown, Unreachable

# The first pause after a fault, in seconds; each further one doubles it, up to a day.
FIRST = 60
LONGEST = 86_400
MOST_TRIES = 5
_BUSY = (429, 503)
# Answers after which asking again is of no use.
_FINAL = (400, 401, 402, 403, 404, 405, 406, 410, 414, 451)


class Course(Struct, frozen=True):
    """What to do after a fault."""

    again: int | None
    """Seconds until the address may be asked for again; None for never."""
    rest: int = 0
    """Seconds for which the whole host is left alone."""
    is_try: bool = True
    """Whether this counts among the tries of the address: the server's trouble is not the page's."""


def course(fault: InputFault, tries: int, failures: int) -> Course:
    """What to do after a fault; the address was tried `tries` times before, the host failed so often in a row."""
    if isinstance(fault, Denied):
        return _denied(fault, tries, failures)
    if isinstance(fault, RulesUnknown):
        return Course(pause(failures), pause(failures), is_try=False)
    if isinstance(fault, Unreachable):
        return Course(_again(tries), pause(failures))
    return Course(None)  # refused, too large, or of another kind: so it will be the next time


def pause(failures: int) -> int:
    """Seconds to wait after so many failures before this one."""
    return int(min(FIRST * 2.0 ** min(failures, 30), LONGEST))


def _denied(fault: Denied, tries: int, failures: int) -> Course:
    if fault.status in _FINAL:
        return Course(None)
    rest = pause(failures) if fault.wait is None else int(min(fault.wait, LONGEST)) + 1
    if fault.status in _BUSY:
        return Course(rest, rest, is_try=False)
    return Course(_again(tries))


def _again(tries: int) -> int | None:
    return pause(tries) if tries + 1 < MOST_TRIES else None
