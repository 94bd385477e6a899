"""Score how names of many articles are merged, against pairs that a person has judged.

    python quality/names.py

The pairs stand in names.jsonl: two mentions by article and name, whether both mean the same, and their part. Rules may
be made with the development part in view; the other is only scored. All articles of the corpora are put on a desk in
memory, and two names are merged when they have one entry. `no name`: at least one side is no name at all, or two names
glued together; it counts as different.
"""

import json
import random
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "bench"))

from sqlalchemy import select

from desk import AT_ONCE, originals
from runut.desk import Address, Desk, Item, add, open_desk
from runut.desk.tables import articles, bearers, names
from texts import SHARED

PAIRS = Path(__file__).with_name("names.jsonl")
Outcome = tuple[str, bool, bool]
"""The form of a pair, whether it is the same, and whether it was merged."""


def entries(desk: Desk) -> dict[tuple[str, str], int]:
    """The entry of each name in each article."""
    query = (
        select(articles.c.key, names.c.name, bearers.c.person)
        .join(bearers, bearers.c.article == articles.c.id)
        .join(names, names.c.id == bearers.c.name)
    )
    with desk.reading() as connection:
        return {(row.key, row.name): row.person for row in connection.execute(query)}


def merged(held: Mapping[tuple[str, str], int], pair: Mapping[str, Any]) -> bool:
    """Whether both names of a pair have one entry; a name that an article is no longer read to hold has none."""
    left, right = (held.get(cast("tuple[str, str]", tuple(pair[side]))) for side in ("left", "right"))
    return left is not None and left == right


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
    for part in ("development", "held out"):
        found = [(pair["form"], pair["judged"] == "same", merged(held, pair)) for pair in pairs if pair["part"] == part]
        print(f"{part:<12} {len(found)} pairs: {told(found)}; 95 %: {interval(found)}")
        for form in sorted({form for form, _, _ in found}):
            print(f"    {form:<18} {told([one for one in found if one[0] == form])}")
    if "--wrong" in sys.argv:
        for pair in (pair for pair in pairs if pair["part"] == "development"):
            if (one := merged(held, pair)) != (pair["judged"] == "same"):
                print("merged " if one else "missed ", pair["left"][1], "|", pair["right"][1], pair["judged"])


if __name__ == "__main__":
    main()
