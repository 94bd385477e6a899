"""The run: one part of one step after the other, each kept when it is complete, so that a run that stops can go on."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from math import ceil
from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from runut.batch.cutting import SLICE, find, groups, parts
from runut.batch.engine import Counts, Engine
from runut.batch.lake import Done, Lake, Manifest, Plan
from runut.batch.plans import copies, pages, stories
from runut.batch.reading import PLACES
from runut.errors import StoreFault, UsageFault

if TYPE_CHECKING:
    from runut.statements import Reader

Step: TypeAlias = Literal["read", "attribute", "trace", "stories"]
STEPS: tuple[Step, ...] = ("read", "attribute", "trace", "stories")
LAST = {"read": "read", "attribute": "attribute", "trace": "cite", "stories": "tell"}
"""What a step ends with."""
# Shingles of so many articles are joined at a time: some 50 bytes for each of the forty or so that an article has.
JOINED = 50_000
# A worker may die, a machine may go: so often a part is tried before the run is given up.
TRIES = 3
# What is told of a fault, in signs: an engine tells the whole way that it took.
LONGEST_REASON, LINE = 300, "\n"


class Progress(Struct, frozen=True):
    """A part that was just done."""

    step: str
    done: int
    of: int
    """Parts."""
    items: int
    """What the step counts, done in this run."""
    seconds: float
    """Of this run's own work on the step."""
    left: float
    """Seconds that the rest will take at this rate."""
    trouble: str | None = None
    """Why the part is tried again; nothing was done then."""


Tell: TypeAlias = Callable[[Progress], None]


class Run:
    """A run over a lake."""

    def __init__(self, engine: Engine, lake: Lake, plan: Plan, reader: Reader, tell: Tell) -> None:
        self._engine = engine
        self._lake = lake
        self._parts = parts(plan.slices, plan.per_part * SLICE)
        self._plan = plan
        self._reader = reader
        self._tell = tell
        self._done = lake.done()

    def carry_out(self, steps: Sequence[Step]) -> Manifest:
        """Do what is not done yet of some steps.

        Raises UsageFault for a step whose base is missing, StoreFault when a part fails again and again.
        """
        doing = {"read": self._read, "attribute": self._attribute, "trace": self._trace, "stories": self._stories}
        for step in STEPS:
            if step in steps:
                doing[step]()
        manifest = self._manifest()
        self._lake.publish(manifest)
        return manifest

    def _read(self) -> None:
        slices, engine, lake = self._parts, self._engine, self._lake
        self._each("read", len(slices), lambda part: pages.read(engine, lake, part, slices[part]))

    def _attribute(self) -> None:
        self._require("attribute", after="read", of=len(self._parts))
        engine, lake, reader = self._engine, self._lake, self._reader
        self._each("attribute", len(self._parts), lambda part: pages.attribute(engine, lake, part, reader))

    def _trace(self) -> None:
        """Shingles are cut by part, joined by bucket, and the pairs that come of it compared by part again."""
        size = PLACES * self._plan.per_part
        self._require("trace", after="read", of=len(self._parts))
        engine, lake, number = self._engine, self._lake, len(self._parts)
        self._each("keep", 1, lambda _: copies.keep(lake, size))
        compared = self._sum("keep")["compared"]
        buckets = max(1, ceil(compared / JOINED))
        self._each("shingle", number, lambda part: copies.shingle(engine, lake, part, buckets))
        self._each("count", 1, lambda _: copies.count_words(lake))
        self._each("meet", buckets, lambda bucket: copies.meet(lake, bucket, size))
        self._each("halve", number, lambda part: copies.halve(lake, part, size))
        self._each("link", number, lambda part: copies.link(engine, lake, part, compared))
        self._each("cite", 1, lambda _: copies.cite(engine, lake, number))
        lake.clear("shingles", "words", "shared", "halves")

    def _stories(self) -> None:
        self._require("stories", after="cite", of=1)
        engine, lake = self._engine, self._lake
        self._each("join", 1, lambda _: stories.join(lake, copies.linked(lake)))
        self._each("gather", len(self._parts), lambda part: stories.gather(lake, part))
        self._each("tell", self._sum("join")["buckets"], lambda bucket: stories.tell(engine, lake, bucket))
        lake.clear("gathered")

    def _each(self, step: str, number: int, work: Callable[[int], Counts]) -> None:
        """Do the parts of a step that are not done, and tell of each."""
        waiting = [part for part in range(number) if (step, part) not in self._done]
        begun, items = time.monotonic(), 0
        for place, part in enumerate(waiting, start=1):
            done = self._try(step, part, work)
            self._lake.mark(done)
            self._done[step, part] = done
            items += next(iter(done.counts.values()), 0)
            spent = time.monotonic() - begun
            left = spent / place * (len(waiting) - place)
            self._tell(Progress(step, number - len(waiting) + place, number, items, spent, left))

    def _try(self, step: str, part: int, work: Callable[[int], Counts]) -> Done:
        for tried in range(1, TRIES + 1):
            begun = time.monotonic()
            try:
                counts = dict(work(part))
                return Done(step=step, part=part, seconds=round(time.monotonic() - begun, 3), counts=counts)
            except UsageFault:
                raise
            except Exception as fault:  # whatever an engine raises when a worker or a line is gone
                reason = f"{type(fault).__name__}: {str(fault).strip().partition(LINE)[0][:LONGEST_REASON]}"
                self._tell(Progress(step, part, 0, 0, 0.0, 0.0, reason))
                if tried == TRIES:
                    message = f"Part {part} of {step} failed {TRIES} times ({reason}). Mend it, and run again to go on."
                    raise StoreFault(message) from fault
        raise AssertionError

    def _require(self, step: str, *, after: str, of: int) -> None:
        if any((after, part) not in self._done for part in range(of)):
            before = "read" if after == "read" else "trace"
            raise UsageFault(f"The step {step} comes after {before}; add {before} to --steps.")

    def _sum(self, step: str) -> dict[str, int]:
        total: Counter[str] = Counter()
        for (name, _), one in self._done.items():
            if name == step:
                total.update(one.counts)  # adding counters would drop what is 0
        return dict(total)

    def _manifest(self) -> Manifest:
        names = sorted({step for step, _ in self._done})
        taken = {name: sum(one.seconds for (step, _), one in self._done.items() if step == name) for name in names}
        return Manifest(
            steps=tuple(step for step in STEPS if (LAST[step], 0) in self._done),
            reader=self._plan.reader,
            inputs=self._plan.inputs,
            input_bytes=self._plan.bytes,
            parts=len(self._parts),
            counts={name: self._sum(name) for name in names},
            aside=pages.reasons(self._lake),
            seconds={name: round(spent, 3) for name, spent in taken.items()},
            tables=self._lake.tables(),
        )


def settle(engine: Engine, lake: Lake, inputs: Sequence[str], per_part: int, reader: Reader) -> Plan:
    """The plan of a lake: as it was settled, or made now from the inputs.

    Raises UsageFault when the lake was made from others, or by another reader.
    """
    kept = lake.plan()
    if kept is None:
        plan = _plan(engine, inputs, per_part, reader)
        lake.settle(plan)
        return plan
    if kept.inputs != tuple(inputs):
        raise UsageFault(f"{lake.home} was made from {', '.join(kept.inputs)}; give another folder to --to.")
    if kept.reader != reader:
        raise UsageFault(
            f"{lake.home} is read by {kept.reader}; give another folder to --to, or --reader {kept.reader}."
        )
    return kept


def _plan(engine: Engine, inputs: Sequence[str], per_part: int, reader: Reader) -> Plan:
    found = find(inputs)
    slices = tuple(replace(one, number=number) for number, one in enumerate(pages.slices(engine, groups(found))))
    size = sum(one.size for one in found)
    return Plan(inputs=tuple(inputs), bytes=size, per_part=per_part, reader=reader, slices=slices)
