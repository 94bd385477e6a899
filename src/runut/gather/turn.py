"""Only one process gathers for a desk at a time: two would ask every host twice as fast as is polite."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from runut.desk.opening import Desk
from runut.errors import StoreFault, UsageFault

try:
    import fcntl
except ImportError:  # a system without it: whoever starts two gatherers there is not held back
    LOCKS = False
else:
    LOCKS = True

NAME = "gather.lock"


@contextmanager
def alone(desk: Desk) -> Iterator[None]:
    """Hold the desk's lock for gathering; a process that is killed lets go of it.

    Raises UsageFault when another process gathers.
    """
    folder = desk.address.captures
    try:
        folder.mkdir(parents=True, exist_ok=True)
        stream = (folder / NAME).open("a")
    except OSError as fault:
        raise StoreFault(f"The folder of captures {folder} cannot be written: {fault.strerror}.") from fault
    with stream:
        try:
            if LOCKS:
                fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise UsageFault("Another process gathers for this desk; wait for its round to end, or stop it.") from None
        yield
