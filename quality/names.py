"""Score how names of many articles are merged, against pairs that a person has judged.

    python quality/names.py

The pairs stand in names.jsonl: two mentions by article and name, whether both mean the same, and their part. Rules may
be made with the development part in view; the others are only scored. Most of the first two parts are hard ones, by
choice; the random ones have any name of any article, and any other that shares a word with it, the later ones as names
are read since then. All articles of the corpora are put on a desk in memory, and two names are merged when they have
one entry. `no name`: at least one side is no name at all, or two names glued together; it counts as different. Pairs
were judged as articles were read then; of a name that is read as more or fewer words by now the one that fits is meant.
A pair with a side that is not read as a name any more is missed; places and things (`of`: `thing`) are let go on
purpose, so that recall is told without them as well.
"""

import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "bench"))

from sqlalchemy import select

from desk import AT_ONCE, originals
from runut.desk import Address, Desk, Item, add, open_desk
from runut.desk.tables import articles, bearers, names
from texts import SHARED

PAIRS = Path(__file__).with_name("names.jsonl")
Outcome = tuple[str, bool, bool]
"""The form of a pair, whether it is the same, and whether it was merged."""


def entries(desk: Desk) -> dict[str, dict[str, int]]:
    """The entry of each name, by article."""
    query = (
        select(articles.c.key, names.c.name, bearers.c.person)
        .join(bearers, bearers.c.article == articles.c.id)
        .join(names, names.c.id == bearers.c.name)
    )
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    with desk.reading() as connection:
        for row in connection.execute(query):
            found[row.key][row.name] = row.person
    return found


def entry(held: Mapping[str, int], name: str) -> int | None:
    """The entry of a name in its article; of one that is read as more or fewer words by now, where just one fits."""
    if name in held:
        return held[name]
    words = set(name.lower().split())
    fitting = {person for other, person in held.items() if _within(words, set(other.lower().split()))}
    return fitting.pop() if len(fitting) == 1 else None


def _within(some: set[str], others: set[str]) -> bool:
    return some <= others or others <= some


def merged(held: Mapping[str, Mapping[str, int]], pair: Mapping[str, Any]) -> bool | None:
    """Whether both names of a pair have one entry; None where an article is no longer read to name somebody so."""
    left, right = (entry(held.get(article, {}), name) for article, name in (pair["left"], pair["right"]))
    return None if left is None or right is None else left == right


def told(found: Sequence[Outcome]) -> str:
    """Precision and recall of merging."""
    count = Counter((same, merged) for _, same, merged in found)
    right, wrong, missed = count[True, True], count[False, True], count[True, False]
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    return f"precision {precision:.3f} ({right}/{right + wrong}), recall {recall:.3f} ({right}/{right + missed})"


def interval(found: Sequence[Outcome]) -> str:
    """The middle 95 % of precision and recall over 2,000 samples of the pairs."""
    chance, both = random.Random(1), []
    for _ in range(2_000):
        count = Counter((same, merged) for _, same, merged in chance.choices(found, k=len(found)))
        right = count[True, True]
        both.append((right / max(1, right + count[False, True]), right / max(1, right + count[True, False])))
    spans = (sorted(one)[50:1950:1899] for one in zip(*both, strict=True))
    return ", ".join(f"{low:.2f}-{high:.2f}" for low, high in spans)


def main() -> None:
    """Print the figures for both parts, and for each form of pair."""
    if not (SHARED / "corpora").is_dir():
        raise SystemExit("The corpora are not here; merging is scored on them alone.")
    with open_desk(Address(":memory:", Path("captures"))) as desk:
        records = originals()
        for first in range(0, len(records), AT_ONCE):
            add(desk, [Item(record) for record in records[first : first + AT_ONCE]])
        held = entries(desk)
    pairs = [json.loads(line) for line in PAIRS.read_text("utf-8").splitlines()]
    for part in ("development", "held out", "random", "random, later"):
        judged = [(pair, merged(held, pair)) for pair in pairs if pair["part"] == part]
        gone = sum(one is None for _, one in judged)
        known = [(pair["form"], pair["judged"] == "same", one) for pair, one in judged]
        found = [(form, same, bool(one)) for form, same, one in known if same or one is not None]
        print(f"{part:<13} {len(judged)} pairs, of {gone} of which a side is no name any more")
        print(f"    {told(found)}; 95 %: {interval(found)}")
        if any("of" in pair for pair, _ in judged):
            able = [bool(one) for pair, one in judged if pair["judged"] == "same" and "of" not in pair]
            print(f"    people and bodies alone: recall {sum(able) / len(able):.3f} ({sum(able)}/{len(able)})")
        for form in sorted({form for form, _, _ in found}):
            print(f"    {form:<18} {told([one for one in found if one[0] == form])}")
    if "--wrong" in sys.argv:
        for pair in (pair for pair in pairs if pair["part"] == "development"):
            if (one := merged(held, pair)) is not None and one != (pair["judged"] == "same"):
                print("merged " if one else "missed ", pair["left"][1], "|", pair["right"][1], pair["judged"])


if __name__ == "__main__":
    main()
