"""The lowest scores that are allowed, for each gold set, pinned with the digest of its gold."""

import json
import math
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

HEAD = """\
# The lowest scores that `make quality` allows. Written by `make quality ARGS=--raise`, never by hand.
# `gold` is the SHA-256 of the gold file: floors hold for exactly that gold.
"""


@dataclass(frozen=True, slots=True)
class Floor:
    """What one gold set must reach."""

    gold: str
    """SHA-256 of the gold file, in hex."""
    scores: dict[str, float]
    lowered: tuple[str, ...] = ()
    """Why a floor of this set was lowered, oldest first."""


@dataclass(frozen=True, slots=True)
class Fall:
    """One score below its floor; `score` is None when it is measured no more."""

    measure: str
    score: float | None
    floor: float


def falls(floor: Floor, scores: dict[str, float]) -> list[Fall]:
    """All scores below their floor, and all floors without a score."""
    found = [Fall(name, scores.get(name), least) for name, least in floor.scores.items()]
    return [fall for fall in found if fall.score is None or cut(fall.score) < fall.floor]


def raised(floor: Floor, scores: dict[str, float]) -> Floor:
    """The floor with every score that is higher now, and every new one."""
    higher = {name: max(cut(score), floor.scores.get(name, 0.0)) for name, score in scores.items()}
    return replace(floor, scores=floor.scores | higher)


def lowered(floor: Floor, scores: dict[str, float], reason: str) -> Floor:
    """The floor just as measured now, with the reason kept."""
    return replace(floor, scores={name: cut(score) for name, score in scores.items()}, lowered=(*floor.lowered, reason))


def cut(score: float) -> float:
    """A score cut (never rounded up) to three digits."""
    return math.floor(score * 1000 + 1e-6) / 1000


def load(path: Path) -> dict[str, Floor]:
    """Floors by the name of their set; none when there is no file yet."""
    if not path.exists():
        return {}
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: Floor(t["gold"], t["scores"], tuple(t.get("lowered", ()))) for name, t in tables.items()}


def dump(floors: dict[str, Floor]) -> str:
    """Floors as TOML."""
    return HEAD + "".join(_table(name, floor) for name, floor in sorted(floors.items()))


def _table(name: str, floor: Floor) -> str:
    # JSON strings are TOML strings too.
    lines = [f"\n[{name}]", f"gold = {json.dumps(floor.gold)}"]
    if floor.lowered:
        lines.append(f"lowered = {json.dumps(list(floor.lowered), ensure_ascii=False)}")
    lines.append(f"\n[{name}.scores]")
    lines += [f"{json.dumps(measure)} = {score:.3f}" for measure, score in floor.scores.items()]
    return "\n".join(lines) + "\n"
