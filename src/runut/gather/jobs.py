"""What is to be asked for in a round, host by host, so that no host is asked for two things at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

from msgspec import Struct

from runut.capture.visit import State
from runut.gather.finds import Find


class Job(Struct, frozen=True):
    """One address to ask for: a listing, or the page of a find."""

    url: str
    host: str
    state: State = State()
    follow: int | None = None
    """The listing that is followed; None for a page."""
    is_part: bool = False
    """Whether it is a part of that listing, such as one sitemap of many."""
    find: Find | None = None


More = Callable[[str, int], Sequence[Find]]
"""The next finds of a host that wait behind one of a number; none when there are no more."""


class Jobs:
    """The jobs of all hosts: listings before pages, which are loaded a few at a time, so that memory stays flat."""

    def __init__(self, more: More) -> None:
        self._more = more
        self._waiting: dict[str, deque[Job]] = {}
        self._loaded: dict[str, int] = {}
        self._open: set[str] = set()
        self._busy: set[str] = set()

    def add(self, job: Job) -> None:
        """A listing is to be asked for."""
        self._waiting.setdefault(job.host, deque()).append(job)

    def expect(self, hosts: Sequence[str] | set[str]) -> None:
        """Pages wait at these hosts."""
        self._open.update(hosts)

    def drop(self, host: str) -> None:
        """Nothing more is to be asked of a host in this round."""
        self._waiting.pop(host, None)
        self._open.discard(host)

    def end_pages(self) -> None:
        """No further pages are to be asked for in this round; listings still are."""
        self._open.clear()
        listings = {host: [job for job in jobs if job.find is None] for host, jobs in self._waiting.items()}
        self._waiting = {host: deque(jobs) for host, jobs in listings.items() if jobs}

    def hosts(self) -> list[str]:
        """The hosts that something is to be asked of, and that are not being asked."""
        return [host for host in {**self._waiting, **dict.fromkeys(self._open)} if host not in self._busy]

    def take(self, host: str) -> Job | None:
        """The next job of a host, which is busy then; None when there is none."""
        found = self._waiting.get(host)
        if not found and host in self._open:
            found = self._load(host)
        if not found:
            self.drop(host)
            return None
        self._busy.add(host)
        return found.popleft()

    def done(self, host: str) -> None:
        """A host has answered, and may be asked for the next."""
        self._busy.discard(host)
        if not self._waiting.get(host):
            self._waiting.pop(host, None)

    def _load(self, host: str) -> deque[Job]:
        finds = self._more(host, self._loaded.get(host, 0))
        jobs = deque(Job(find.url, host, find.state, find=find) for find in finds)
        if finds:
            self._loaded[host] = finds[-1].id
            self._waiting[host] = jobs
        else:
            self._open.discard(host)
        return jobs
