"""From inputs to articles, and from articles to what is said in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from runut.batch.attributing import attributing
from runut.batch.cutting import Slice, cut
from runut.batch.engine import Counts, Engine, as_given, col, filled, listed, scan, scan_any, write
from runut.batch.lake import Lake
from runut.batch.reading import read_slice
from runut.batch.storage import joined
from runut.batch.tables import columns, encoded

if TYPE_CHECKING:
    from runut.statements import Reader

# What attribution takes of an article.
NEEDED = ("number", "version", "file", "record", "text")
MANY = ("statements", "relays")


def slices(engine: Engine, groups: Iterable[tuple[str, ...]]) -> list[Slice]:
    """Cut files into slices, several at a time."""
    import pyarrow as pa

    given = engine.given([encoded(group) for group in groups])
    found = engine.call(given, _cut, pa.struct([("slice", pa.string())]), at_once=1).to_pydict()
    return [msgspec.json.decode(one, type=Slice) for one in found["slice"]]


def _cut(given: str) -> list[dict[str, Any]]:
    return [{"slice": encoded(one)} for one in cut(msgspec.json.decode(given, type=tuple[str, ...]))]


def read(engine: Engine, lake: Lake, part: int, some: Sequence[Slice]) -> Counts:
    """Read slices to `articles` and `aside`."""
    import pyarrow as pa

    row = pa.struct([("article", columns("articles")), ("aside", columns("aside"))])
    found = engine.call(engine.given([encoded(one) for one in some]), read_slice, row, at_once=1).collect()
    counts = {
        "records": len(found),
        "articles": write(filled(found, "article"), lake.part("articles", part)),
        "aside": write(filled(found, "aside"), lake.aside("read", part)),
    }
    return counts | {"no page": counts["records"] - counts["articles"] - counts["aside"]}


def attribute(engine: Engine, lake: Lake, part: int, reader: Reader) -> Counts:
    """Attribute a part of `articles` to `attributions`, `statements` and `relays`."""
    import pyarrow as pa

    many = [(name, pa.list_(columns(name))) for name in MANY]
    row = pa.struct([("attribution", columns("attributions")), *many, ("aside", columns("aside"))])
    given = as_given(scan(lake.part("articles", part)), *NEEDED)
    found = engine.call(given, attributing(reader), row).collect()
    return {
        "attributions": write(filled(found, "attribution"), lake.part("attributions", part)),
        **{name: write(listed(found, name), lake.part(name, part)) for name in MANY},
        "aside": write(filled(found, "aside"), lake.aside("attribute", part)),
    }


def reasons(lake: Lake) -> dict[str, int]:
    """Why inputs were set aside, and how many for each reason."""
    aside = scan_any(joined(lake.all("aside"), "*"))
    if aside is None:
        return {}
    counted = aside.groupby("reason").agg(col("source").count().alias("times")).sort("reason").to_pydict()
    return dict(zip(counted["reason"], counted["times"], strict=True))
