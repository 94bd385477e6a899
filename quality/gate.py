"""Score Runut on gold and compare with the pinned floors.

    python quality/gate.py [--raise | --lower REASON] [SET ...]

Exits 1 when a score fell below its floor, when a set has no floors yet, or when its gold is not the one that the
floors were pinned with. `--raise` pins what is higher now and refuses when anything fell; `--lower REASON` pins the
scores as they are and keeps the reason in the file. Only quality/floors.toml is ever written.
"""

import argparse
import sys
from pathlib import Path

import floors
import sets
from floors import Fall, Floor
from sets import GoldSet

FLOORS = Path(__file__).resolve().parent / "floors.toml"


def judge(one: GoldSet, floor: Floor | None, scores: dict[str, float]) -> list[str]:
    """Say why a set does not pass; nothing when it does."""
    if floor is None:
        return [f"{one.name}: no floors yet; pin them with --raise"]
    if floor.gold != one.digest:
        return [f"{one.name}: its gold changed, so its floors mean nothing; pin new ones with --lower REASON"]
    return [f"{one.name}: {_told(fall)}" for fall in floors.falls(floor, scores)]


def pinned(one: GoldSet, floor: Floor | None, scores: dict[str, float], reason: str | None) -> Floor:
    """The floor to write: raised, or as measured where something fell and a reason to lower is given."""
    start = Floor(one.digest, {}) if floor is None else Floor(one.digest, floor.scores, floor.lowered)
    if reason is None or floor is None or not judge(one, floor, scores):
        return floors.raised(start, scores)
    return floors.lowered(start, scores, reason)


def table(one: GoldSet, floor: Floor | None, scores: dict[str, float]) -> str:
    """Scores beside their floors."""
    least = floor.scores if floor else {}
    lines = [f"{one.name}  ({one.gold.name}, {one.digest[:12]})"]
    lines += [f"  {name:26} {score:6.3f}  {_beside(score, least.get(name))}" for name, score in scores.items()]
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Measure, print, compare and, when told to, pin."""
    options = _options(arguments)
    pins = floors.load(FLOORS)
    chosen = [one for one in sets.found() if not options.sets or one.name in options.sets]
    if not chosen:
        print("No gold found: nothing was measured.", file=sys.stderr)
        return 1
    scores = {one.name: one.measure() for one in chosen}
    faults: list[str] = []
    for one in chosen:
        print(table(one, pins.get(one.name), scores[one.name]), end="\n\n")
        faults += judge(one, pins.get(one.name), scores[one.name])
    if options.lower is not None or (options.rise and all("no floors yet" in fault for fault in faults)):
        new = {one.name: pinned(one, pins.get(one.name), scores[one.name], options.lower) for one in chosen}
        FLOORS.write_text(floors.dump(pins | new), encoding="utf-8")
        print(f"pinned: {', '.join(new)}")
        return 0
    if not sets.SHARED.is_dir():
        print("The development gold is not here: only the demo story was measured.")
    print("\n".join(faults) or "quality: no score below its floor")
    return 1 if faults else 0


def _told(fall: Fall) -> str:
    if fall.score is None:
        return f"{fall.measure} is measured no more (floor {fall.floor:.3f})"
    return f"{fall.measure} fell to {fall.score:.3f} (floor {fall.floor:.3f})"


def _beside(score: float, least: float | None) -> str:
    if least is None:
        return "new"
    return f"floor {least:.3f}  {floors.cut(score) - least:+.3f}"


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Score Runut on gold and compare with the pinned floors.")
    parser.add_argument("sets", nargs="*", metavar="SET", help="only these sets")
    pin = parser.add_mutually_exclusive_group()
    pin.add_argument("--raise", dest="rise", action="store_true", help="pin what is higher now")
    pin.add_argument("--lower", metavar="REASON", help="pin the scores as they are, and why")
    options = parser.parse_args(arguments)
    if options.lower is not None and not options.lower.strip():
        parser.error("--lower needs a reason")
    return options


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
