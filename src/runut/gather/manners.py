"""How the hosts of others are treated: one request at a time, with a pause, by the rules that each gives."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from runut.capture.gate import Gate
from runut.capture.robots import Robots, Rules
from runut.capture.wire import Limits, Line

PAUSE = 2.0
"""Seconds between two requests to one host, where it asks for no longer ones."""
# A site that asks for more than that is asked for one page a round; it may be meant as "not at all".
LONGEST_PAUSE = 600.0
# RFC 9309: robots.txt should not be relied on for more than a day.
RULES_HOLD = 12 * 3600.0


class Pace:
    """When each host may be asked next; safe to be used by several threads."""

    def __init__(self, pause: float = PAUSE, *, sleep: Callable[[float], object] = time.sleep) -> None:
        self._pause = pause
        self._sleep = sleep
        self._lock = threading.Lock()
        self._slower: dict[str, float] = {}
        self._next: dict[str, float] = {}

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Wait until a host may be asked; the pause that follows counts from the end of what is asked within."""
        with self._lock:
            now = time.monotonic()
            due = max(now, self._next.get(host, now))
            self._next[host] = due + self._gap(host)
        if due > now:
            self._sleep(due - now)
        try:
            yield
        finally:
            with self._lock:
                self._next[host] = max(self._next[host], time.monotonic() + self._gap(host))

    def _gap(self, host: str) -> float:
        return max(self._pause, self._slower.get(host, 0.0))

    def slow(self, host: str, pause: float) -> None:
        """A host asks for longer pauses (Crawl-delay, in seconds)."""
        pause = min(pause, LONGEST_PAUSE)
        with self._lock:
            more = pause - self._gap(host)
            if more > 0:
                self._slower[host] = pause
                if host in self._next:
                    self._next[host] += more

    def wait(self, host: str) -> float:
        """Seconds until a host may be asked."""
        with self._lock:
            return max(0.0, self._next.get(host, 0.0) - time.monotonic())


@dataclass(slots=True)
class Manners:
    """What is kept from round to round of one process: the pace, and the rules of the sites."""

    gate: Gate = field(default_factory=Gate)
    limits: Limits = field(default_factory=Limits)
    pace: Pace = field(default_factory=Pace)
    rules: dict[str, Rules] = field(default_factory=dict)
    since: float = field(default_factory=time.monotonic)

    def line(self) -> Line:
        """A client for one page that keeps to the pace, wherever redirects lead."""
        return Line(self.gate, self.limits, turn=self.pace.turn)

    def robots(self, line: Line) -> Robots:
        """The rules for one page; a site's robots.txt is asked for when none is known or all are old."""
        if time.monotonic() - self.since > RULES_HOLD:
            self.rules.clear()
            self.since = time.monotonic()
        return Robots(line, self.rules)
