"""A limit of time that many waits share."""

import time


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
