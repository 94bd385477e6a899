"""From links to stories: what hangs together is gathered in buckets, and told."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from runut.batch.engine import Counts, Engine, as_given, col, filled, nothing, rows_of, scan, scan_any, together, write
from runut.batch.gathering import bucket_of, leaders, tell_story
from runut.batch.lake import Lake
from runut.batch.tables import columns

# Articles of stories that are told at a time.
TOLD = 2_000


def join(lake: Lake, linked: Iterable[tuple[str, str]]) -> Counts:
    """Find which articles hang together by links, and in which bucket each is told."""
    first = leaders(linked)
    buckets = max(1, ceil(len(first) / TOLD))
    names = sorted(first)
    members: dict[str, list[str] | list[int]] = {
        "version": names,
        "story": [first[name] for name in names],
        "bucket": [bucket_of(first[name], buckets) for name in names],
    }
    return {"members": write(rows_of(members), lake.work("members")), "buckets": buckets}


def gather(lake: Lake, part: int) -> Counts:
    """Join the articles of a part with their stories and what is attributed, by bucket."""
    texts = scan_any(lake.work("texts", part))
    if texts is None:
        return {"members": 0}
    found = texts.select("number", "version", "text").join(scan(lake.work("members")), on="version").collect()
    said = scan_any(lake.part("attributions", part))
    if said is None:
        found = found.with_column("attribution", nothing())
    else:
        found = found.join(said.select("number", attribution=col("record")), on="number", how="left")
    return {"members": write(found, lake.work("gathered", part), by="bucket")}


def tell(engine: Engine, lake: Lake, bucket: int) -> Counts:
    """Tell the stories of a bucket."""
    import pyarrow as pa

    found = scan_any(lake.within("gathered", "bucket", bucket))
    if found is None:
        return {"stories": 0, "aside": 0}
    member = together("number", "version", "text", "attribution").alias("members")
    grouped = found.select("story", member).groupby("story").agg(col("members").list_agg())
    row = pa.struct([("story", columns("stories")), ("aside", columns("aside"))])
    told = engine.call(as_given(grouped, "story", "members"), tell_story, row, at_once=1).collect()
    return {
        "stories": write(filled(told, "story"), lake.part("stories", bucket)),
        "aside": write(filled(told, "aside"), lake.aside("stories", bucket)),
    }
