"""A limit of time that many waits share."""

import time
from collections.abc import Iterator
from contextlib import contextmanager


class Deadline:
    """The moment at which patience ends, counted on the monotonic clock."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self, most: float | None = None) -> float:
        """Seconds left, at most `most`; `TimeoutError` when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left if most is None else min(left, most)

    def is_over(self) -> bool:
        """Whether no time is left."""
        return time.monotonic() >= self._end

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Time that passes within does not count."""
        begun = time.monotonic()
        try:
            yield
        finally:
            self._end += time.monotonic() - begun
