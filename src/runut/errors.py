"""Everything that Runut raises.

    RunutError
    ├── UsageFault            the caller asked for something that cannot be done
    │   ├── UnknownLanguage   no pack of that name
    │   └── NotHeld           the desk has nothing of that name
    ├── InputFault            an input cannot be had or read
    │   ├── Unreadable        its bytes are not a page (empty, binary, damaged)
    │   ├── TooLarge          a limit on size, depth, time or decompression was reached
    │   ├── Refused           the address is not allowed (private, loopback, robots.txt, scheme)
    │   │   └── RulesUnknown  the site could not give its robots.txt: it may be asked later
    │   └── Unreachable       the network did not give the page
    │       └── Denied        the server answered, and did not give it: 404, 429, 500 …
    ├── StoreFault            a desk, or its folder of captures, cannot be read or written
    │   └── Forgotten         the article was taken down from this desk
    └── BrokenEvidence        an evidence archive does not hold what it says

Trouble inside a page is no error: it becomes a `Doubt` in the record.
"""


class RunutError(Exception):
    """Base of all errors of Runut; its message says what to do."""


class UsageFault(RunutError):
    """The caller asked for something that cannot be done."""


class UnknownLanguage(UsageFault):
    """There is no language pack of that name."""


class NotHeld(UsageFault):
    """The desk has nothing of that name."""


class InputFault(RunutError):
    """An input cannot be had or read; other inputs of the same run go on."""


class Unreadable(InputFault):
    """The bytes are no page: empty, binary or damaged."""


class TooLarge(InputFault):
    """A limit on size, depth, time or decompression was reached."""


class Refused(InputFault):
    """The address is not allowed: private, loopback, forbidden by robots.txt, or not http(s)."""


class RulesUnknown(Refused):
    """The site could not give its robots.txt, so that it is not known whether it may be read; it may be asked later."""


class Unreachable(InputFault):
    """The network did not give the page."""


class Denied(Unreachable):
    """The server answered, and did not give the page."""

    def __init__(self, message: str, status: int, wait: float | None = None) -> None:
        super().__init__(message)
        self.status = status
        """The answer's HTTP status."""
        self.wait = wait
        """Seconds after which the server may be asked again (Retry-After); None where it does not say."""


class StoreFault(RunutError):
    """A desk, or its folder of captures, cannot be read or written; what it holds is as it was."""


class Forgotten(StoreFault):
    """The article was taken down from this desk, and is not taken in again."""


class BrokenEvidence(RunutError):
    """An evidence archive does not hold what it says."""
