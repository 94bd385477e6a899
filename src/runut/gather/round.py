"""One round of gathering: every listing is asked for what is new, and what is new is read and kept.

Threads wait for the network, a host at a time each; this one reads and writes. Nothing is held in memory that the desk
does not have, so that a round may be killed at any moment: what was not kept is asked for again.
"""

from __future__ import annotations

import queue
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Literal, TypeAlias

from msgspec import Struct
from sqlalchemy import Connection, select, update

from runut.capture import unpack
from runut.capture.visit import PAGES, State, Visit, visit
from runut.desk.bringing import Brought, Fate, Read, keep, read_capture
from runut.desk.moments import now
from runut.desk.opening import Desk
from runut.desk.tables import follows
from runut.errors import InputFault
from runut.gather import finds, resting
from runut.gather.finds import Result, host_of
from runut.gather.jobs import Job, Jobs
from runut.gather.listings import Listing
from runut.gather.manners import Manners
from runut.gather.outcomes import Course, course, pause
from runut.gather.reading import MEDIA_TYPES, read_listing

What: TypeAlias = Fate | Literal["listing", "unchanged", "put off"]

DAY = 86_400
# Pages of a host are loaded so many at a time.
AT_ONCE = 20
# What was read is written when there is so much of it, or after so many seconds.
KEPT_AT_ONCE = 50
PATIENCE = 0.5


class Plan(Struct, frozen=True, kw_only=True):
    """How much a round may do."""

    pages: int = 5_000
    """Articles asked for; the others wait for the next round."""
    size: int = 2_000_000_000
    """Bytes received."""
    days: int = 7
    """Articles that a listing says were last changed before are left out."""
    threads: int = 8
    """Hosts that are asked at once."""


class Told(Struct, frozen=True, kw_only=True):
    """What became of one address."""

    url: str
    what: What
    """As `Brought.what` tells; `listing`: a listing was read; `unchanged`: it is as it was; `put off`: it could not be
    had, and is asked for again."""
    found: int = 0
    """Of a listing: how many entries it has."""
    article: str | None = None
    reason: str | None = None


class _Reply(Struct, frozen=True):
    job: Job
    found: Visit | Exception | None


def gather(desk: Desk, manners: Manners, plan: Plan | None = None) -> Iterator[Told]:
    """Ask all listings for what is new, and keep it; yields what became of each address, once it is on the disk.

    Raises StoreFault when the desk cannot be written.
    """
    running = _Round(desk, manners, plan or Plan())
    with ThreadPoolExecutor(running.plan.threads, "runut-gather") as pool:
        try:
            yield from running.run(pool)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


class _Round:
    def __init__(self, desk: Desk, manners: Manners, plan: Plan) -> None:
        self.desk = desk
        self.manners = manners
        self.plan = plan
        self.jobs = Jobs(self._more)
        self.replies: queue.SimpleQueue[_Reply] = queue.SimpleQueue()
        self.flying = 0
        self.asked = 0
        self.received = 0
        self.pages: list[tuple[Job, Visit]] = []
        self.since = time.monotonic()

    def run(self, pool: ThreadPoolExecutor) -> Iterator[Told]:
        """Until nothing is left that may be asked for."""
        self._begin()
        while True:
            self._send(pool)
            if not self.flying and not self.jobs.hosts():
                break
            reply = self._receive()
            if reply:
                yield from self._handle(reply)
            if len(self.pages) >= KEPT_AT_ONCE or (self.pages and time.monotonic() - self.since > PATIENCE):
                yield from self._keep()
        yield from self._keep()

    def _begin(self) -> None:
        """Everything that is followed, and what waits from earlier rounds."""
        moment = int(time.time())
        with self.desk.reading() as connection:
            tired = resting.resting(connection, moment)
            for row in connection.execute(select(follows).where(follows.c.due <= moment).order_by(follows.c.id)):
                job = Job(row.url, host_of(row.url), State(row.etag, row.modified), follow=row.id)
                if job.host not in tired:
                    self.jobs.add(job)
            self.jobs.expect([host for host in finds.waiting_hosts(connection, moment) if host not in tired])

    def _more(self, host: str, after: int) -> Sequence[finds.Find]:
        with self.desk.reading() as connection:
            return finds.waiting(connection, host, after, int(time.time()), AT_ONCE)

    def _send(self, pool: ThreadPoolExecutor) -> None:
        """Give the threads work, as long as some are idle and a host may be asked."""
        if self.asked >= self.plan.pages or self.received >= self.plan.size:
            self.jobs.end_pages()
        for host in self.jobs.hosts():
            if self.flying >= self.plan.threads:
                return
            if self.manners.pace.wait(host) > 0:
                continue
            job = self.jobs.take(host)
            if job:
                self.flying += 1
                self.asked += job.find is not None
                pool.submit(self._visit, job)
            if self.asked >= self.plan.pages:
                return

    def _visit(self, job: Job) -> None:
        """In a thread: ask for an address, politely."""
        found: Visit | Exception | None
        try:
            line = self.manners.line()
            robots = self.manners.robots(line)
            self.manners.pace.slow(job.host, robots.rules(line.gate.admit(job.url)).delay)
            found = visit(job.url, line, robots, reads=PAGES if job.find else MEDIA_TYPES, state=job.state)
        except Exception as fault:  # noqa: BLE001  # what is no InputFault is raised where it stops the round
            found = fault
        self.replies.put(_Reply(job, found))

    def _receive(self) -> _Reply | None:
        """The next answer; none when a host may be asked before one comes."""
        waits = [self.manners.pace.wait(host) for host in self.jobs.hosts()] if self.flying < self.plan.threads else []
        try:
            return self.replies.get(timeout=max(0.005, min([PATIENCE, *waits])))
        except queue.Empty:
            return None

    def _handle(self, reply: _Reply) -> Iterator[Told]:
        self.flying -= 1
        self.jobs.done(reply.job.host)
        if isinstance(reply.found, Visit):
            self.received += len(reply.found.capture.content)
        if isinstance(reply.found, InputFault):
            yield self._put_off(reply.job, reply.found)
        elif isinstance(reply.found, Exception):
            raise reply.found
        elif reply.job.find is None:
            yield self._list(reply.job, reply.found)
        elif reply.found is None:
            yield self._unchanged(reply.job)
        else:
            self.pages.append((reply.job, reply.found))

    def _list(self, job: Job, found: Visit | None) -> Told:
        if found is None:
            with self.desk.writing() as connection:
                self._checked(connection, job, job.state)
            return Told(url=job.url, what="unchanged")
        try:
            listing = read_listing(found.capture)
        except InputFault as fault:
            return self._put_off(job, fault)
        self._note(job, listing, found.state)
        return Told(url=job.url, what="listing", found=len(listing.entries))

    def _note(self, job: Job, listing: Listing, state: State) -> None:
        """Note entries and state together: when this is lost, the listing is read again."""
        assert job.follow is not None
        oldest = time.time() - self.plan.days * DAY
        entries = [entry for entry in listing.entries if entry.stated is None or entry.stated >= oldest]
        with self.desk.writing() as connection:
            self.jobs.expect(finds.note(connection, job.follow, entries))
            resting.recover(connection, job.host, int(time.time()))
            if not job.is_part:
                # A listing in parts says nothing of what is new in them: it is always asked for anew.
                self._checked(connection, job, State() if listing.parts else state)
        for part in listing.parts if not job.is_part else ():
            self.jobs.add(Job(part, host_of(part), follow=job.follow, is_part=True))

    def _checked(self, connection: Connection, job: Job, state: State) -> None:
        values = {"checked": now(), "etag": state.etag, "modified": state.modified, "failures": 0, "due": 0}
        connection.execute(update(follows).where(follows.c.id == job.follow).values(**values, fault=None))

    def _unchanged(self, job: Job) -> Told:
        assert job.find is not None
        with self.desk.writing() as connection:
            finds.settle(connection, [Result(job.find.id, "done", seen=job.state)])
        return Told(url=job.url, what="unchanged")

    def _put_off(self, job: Job, fault: InputFault) -> Told:
        """Note a fault, and when to ask again; a host that wants rest is left alone for this round."""
        moment = int(time.time())
        with self.desk.writing() as connection:
            times = resting.failures(connection).get(job.host, 0)
            chosen = course(fault, job.find.tries if job.find else 0, times)
            if chosen.rest:
                resting.rest(connection, job.host, times + 1, moment + chosen.rest)
                self.jobs.drop(job.host)
            if job.find:
                finds.settle(connection, [_failed(job.find, chosen, moment, fault)])
            elif not job.is_part:
                self._failed_listing(connection, job, fault, moment)
        is_final = job.find is not None and chosen.again is None
        return Told(url=job.url, what="unread" if is_final else "put off", reason=str(fault))

    def _failed_listing(self, connection: Connection, job: Job, fault: InputFault, moment: int) -> None:
        row = follows.c.id == job.follow
        times = connection.execute(select(follows.c.failures).where(row)).scalar() or 0
        values = {"checked": now(), "failures": times + 1, "due": moment + pause(times), "fault": str(fault)}
        connection.execute(update(follows).where(row).values(**values))

    def _keep(self) -> Iterator[Told]:
        """Read the pages that came, and write records, captures and what became of the finds together."""
        pages, self.pages, self.since = self.pages, [], time.monotonic()
        if not pages:
            return
        reads = [_read(visited) for _, visited in pages]
        results = [_kept(job, visited, read) for (job, visited), read in zip(pages, reads, strict=True)]
        moment = int(time.time())

        def settle(connection: Connection) -> None:
            finds.settle(connection, results)
            for host in {job.host for job, _ in pages}:
                resting.recover(connection, host, moment)

        for (job, _), brought in zip(pages, keep(self.desk, reads, settle), strict=True):
            yield _told(job, brought)


def _read(visited: Visit) -> Read:
    try:
        return read_capture(unpack(visited.capture))
    except InputFault as fault:
        return Read(visited.capture.source, None, reason=str(fault))
    except Exception as fault:  # noqa: BLE001  # one page must not stop every round from now on
        return Read(visited.capture.source, None, reason=f"The page broke the reader ({fault!r}); please report it.")


def _kept(job: Job, visited: Visit, read: Read) -> Result:
    assert job.find is not None
    return Result(job.find.id, "done" if read.record else "failed", seen=visited.state, fault=read.reason)


def _failed(find: finds.Find, chosen: Course, moment: int, fault: InputFault) -> Result:
    if chosen.again is None:
        return Result(find.id, "failed", find.tries + 1, fault=str(fault))
    tries = find.tries + int(chosen.is_try)
    return Result(find.id, "waiting", tries, moment + chosen.again, find.state, str(fault))


def _told(job: Job, brought: Brought) -> Told:
    return Told(url=job.url, what=brought.what, article=brought.article, reason=brought.reason)
