"""The lake: folders of Parquet, one for each table, a manifest, and what a run that was stopped needs to go on."""

from __future__ import annotations

import msgspec
from msgspec import Struct, field

from runut.batch.cutting import Slice
from runut.batch.storage import exists, files, joined, read_bytes, remove, write_bytes
from runut.statements import Reader
from runut.version import __version__

TABLES = ("articles", "attributions", "statements", "relays", "links", "stories", "aside")
MANIFEST = "manifest.json"
# Tools that read folders of Parquet pass over names that begin so.
WORK = "_runut"


class Plan(Struct, frozen=True, kw_only=True):
    """What a lake is made from, settled at its first run, so that every later one cuts the same parts."""

    inputs: tuple[str, ...]
    bytes: int
    """Of all inputs."""
    per_part: int
    """Slices a part."""
    reader: Reader
    slices: tuple[Slice, ...]


class Table(Struct, frozen=True, kw_only=True):
    """What the manifest says of a table."""

    files: int
    bytes: int


class Manifest(Struct, frozen=True, kw_only=True):
    """What went in, what came out, what was set aside."""

    runut: str = __version__
    steps: tuple[str, ...]
    reader: str
    inputs: tuple[str, ...]
    input_bytes: int
    parts: int
    counts: dict[str, dict[str, int]]
    """For each step what it counted: `read` tells records, articles, aside and no page, which add up."""
    aside: dict[str, int] = field(default_factory=dict)
    """Reasons, with how many were set aside for each."""
    seconds: dict[str, float] = field(default_factory=dict)
    """For each step, summed over its parts, in seconds of the clock."""
    tables: dict[str, Table] = field(default_factory=dict)


class Done(Struct, frozen=True, kw_only=True):
    """A part of a step that is complete."""

    step: str
    part: int
    seconds: float
    counts: dict[str, int]


class Lake(Struct, frozen=True):
    """Names of places in a lake."""

    home: str

    def part(self, table: str, part: int) -> str:
        """A part of a table."""
        return joined(self.home, table, f"part={part:05d}")

    def section(self, table: str, part: int, piece: int) -> str:
        """A piece of a part of a table, written by itself."""
        return joined(self.home, table, f"part={part:05d}-{piece:03d}")

    def aside(self, step: str, part: int) -> str:
        """What a step set aside in a part."""
        return joined(self.home, "aside", f"step={step}", f"part={part:05d}")

    def all(self, table: str) -> str:
        """All parts of a table."""
        return joined(self.home, table, "*")

    def work(self, table: str, part: int | None = None) -> str:
        """A part of what is kept while the work goes on; without one the whole."""
        return joined(self.home, WORK, table, *([] if part is None else [f"from={part:05d}"]))

    def piece(self, table: str, part: int, piece: int) -> str:
        """A piece of such a part, written by itself."""
        return joined(self.home, WORK, table, f"from={part:05d}-{piece:03d}")

    def all_work(self, table: str) -> str:
        """All parts of that."""
        return joined(self.work(table), "*")

    def within(self, table: str, key: str, value: int) -> str:
        """What all parts of that hold for one value."""
        return joined(self.all_work(table), f"{key}={value}")

    def within_all(self, table: str, key: str, value: int) -> str:
        """What all of that holds for one value, where it was written in one."""
        return joined(self.work(table), f"{key}={value}")

    @property
    def manifest_file(self) -> str:
        """Where the manifest is kept."""
        return joined(self.home, MANIFEST)

    @property
    def plan_file(self) -> str:
        """Where the plan is kept."""
        return joined(self.home, WORK, "plan.json")

    def plan(self) -> Plan | None:
        """The plan that was settled; None in a new lake."""
        return msgspec.json.decode(read_bytes(self.plan_file), type=Plan) if exists(self.plan_file) else None

    def settle(self, plan: Plan) -> None:
        """Keep a plan."""
        write_bytes(self.plan_file, msgspec.json.encode(plan))

    def done(self) -> dict[tuple[str, int], Done]:
        """The parts that are complete."""
        found = (msgspec.json.decode(read_bytes(one.path), type=Done) for one in files(self.work("done")))
        return {(one.step, one.part): one for one in found}

    def mark(self, done: Done) -> None:
        """Note that a part is complete."""
        write_bytes(joined(self.work("done"), f"{done.step}-{done.part:05d}.json"), msgspec.json.encode(done))

    def tables(self) -> dict[str, Table]:
        """The files of each table and their bytes."""
        found: dict[str, list[int]] = {}
        for one in files(self.home):
            table = one.path.removeprefix(self.home).strip("/").partition("/")[0]
            if table in TABLES:
                found.setdefault(table, []).append(one.size)
        return {name: Table(files=len(sizes), bytes=sum(sizes)) for name, sizes in sorted(found.items())}

    def publish(self, manifest: Manifest) -> None:
        """Write the manifest."""
        write_bytes(self.manifest_file, msgspec.json.format(msgspec.json.encode(manifest)))

    def clear(self, *tables: str) -> None:
        """Remove what is not needed any more."""
        for table in tables:
            remove(self.work(table))
