"""From articles to links: shingles are joined by bucket, and the pairs that come of it compared by part again.

As `runut trace` does it (`copies.candidates`), in steps that each fit into memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil

from runut.batch.engine import (
    Counts,
    Engine,
    Said,
    Table,
    as_given,
    col,
    either,
    number,
    scan,
    scan_any,
    scan_files,
    write,
)
from runut.batch.lake import Lake
from runut.batch.linking import Counted, cite_pair, linking
from runut.batch.shingling import NEEDED, shingle_row
from runut.batch.storage import files
from runut.batch.tables import columns
from runut.copies.candidates import FEWEST, FEWEST_EVERYWHERE, MOST_ARTICLES

LEFT_OUT = ("error", "index")
HASHES = 2.0**64
# Pairs that have a shingle in common, at a time, and bytes of pairs that are compared: each has a text, packed, and
# unpacked it takes three times as much, in several copies.
MET, HEAP = 100_000, 48_000_000


def keep(lake: Lake, size: int) -> Counts:
    """Find what is compared: each version once, with the version of its page that was read first.

    Parts are of `size` numbers each.
    """
    given = scan(lake.all("articles")).where((col("text") != "") & ~col("kind").is_in(list(LEFT_OUT)))
    given = given.select("number", "version", "article").collect()
    once = given.join(_first_of(given, "version"), on="number").collect()
    first = once.join(_first_of(once, "article"), on="number").select("article", first=col("version")).collect()
    every = once.join(first, on="article").select("number", "first")
    kept = write(_parted(every, "number", size), lake.work("kept"), by="part")
    return {"compared": kept, "doubled": given.count_rows() - kept}


def _first_of(table: Table, name: str) -> Table:
    """The least number of the rows that have the same in a column."""
    return table.groupby(name).agg(col("number").min()).select("number")


def shingle(engine: Engine, lake: Lake, part: int, buckets: int) -> Counts:
    """Cut a part of the articles into shingles, by bucket, and words, counted."""
    kept = scan_any(lake.within_all("kept", "part", part))
    if kept is None:
        return {"shingles": 0, "words": 0}
    given = scan(lake.part("articles", part)).join(kept, on="number")
    found = engine.call(as_given(given, *NEEDED), shingle_row, columns("texts")).collect()
    write(found.exclude("shingles", "words"), lake.work("texts", part))
    shingles = _each(found.select("number", shingle=col("shingles")), "shingle")
    bucketed = shingles.with_column("bucket", bucket_of(buckets))
    words = _each(found.select(word=col("words")), "word").groupby("word").agg(col("word").count().alias("times"))
    return {
        "shingles": write(bucketed, lake.work("shingles", part), by="bucket"),
        "words": write(words, lake.work("words", part)),
    }


def bucket_of(buckets: int) -> Said:
    """In which bucket a shingle is joined, by its first bits: the engine divides as floats do, without the last."""
    bucket: Said = (col("shingle") / HASHES * buckets).cast("int64") % buckets
    return bucket


def _each(table: Table, name: str) -> Table:
    """A row for each item of the lists in a column."""
    return table.explode(name).where(col(name).not_null())


def count_words(lake: Lake) -> Counts:
    """Count how many articles have each word that more than one has."""
    words = scan_any(lake.all_work("words"))
    if words is None:
        return {"words": 0}
    counted = words.groupby("word").agg(col("times").sum())
    return {"words": write(counted.where(col("times") > 1), lake.work("rarity"))}


def meet(lake: Lake, bucket: int, size: int) -> Counts:
    """Join the shingles of one bucket: pairs of articles, with how many have each of those that both have.

    Parts are of `size` numbers each.
    """
    shingles = scan_any(lake.within("shingles", "bucket", bucket))
    if shingles is None:
        return {"pairs": 0}
    counted = shingles.groupby("shingle").agg(col("number").count().cast("int64").alias("times")).collect()
    often = counted.where(col("times") > MOST_ARTICLES)
    write(often, lake.work("frequent", bucket))
    few = counted.where((col("times") > 1) & (col("times") <= MOST_ARTICLES))
    pairs = _near(shingles.join(few, on="shingle").collect())
    pairs = pairs.concat(_everywhere(shingles.join(often, on="shingle").collect())).collect()
    shared = pairs.groupby("left", "right").agg(col("times").list_agg())
    return {"pairs": write(_parted(shared, "left", size), lake.work("shared", bucket), by="part")}


def _near(few: Table) -> Table:
    """All pairs of what few articles have."""
    left, right = few.select("shingle", "times", left=col("number")), few.select("shingle", right=col("number"))
    return left.join(right, on="shingle").where(col("left") < col("right")).select("left", "right", "times")


def _everywhere(many: Table) -> Table:
    """Pairs of what very many articles have: each with the first one that has it; their `times` is 0."""
    first = many.groupby("shingle").agg(col("number").min().alias("left")).collect()
    pairs = many.select("shingle", right=col("number")).join(first, on="shingle").where(col("left") < col("right"))
    return pairs.select("left", "right", number(0).alias("times"))


def _parted(pairs: Table, side: str, size: int) -> Table:
    return pairs.with_column("part", (col(side) // size).cast("int64"))


def halve(lake: Lake, part: int, size: int) -> Counts:
    """Gather from all buckets the pairs whose left article is of one part, and join that article's text."""
    shared = scan_any(lake.within("shared", "part", part))
    if shared is None:
        return {"candidates": 0}
    pieces = max(1, ceil(shared.count_rows() / MET))
    # All that an article shares is in one piece, so that what it shares is counted whole.
    found = (_half(lake, part, shared.where(col("left") % pieces == piece)) for piece in range(pieces))
    written = (
        write(_parted(some, "right", size), lake.piece("halves", part, piece), by="part")
        for piece, some in enumerate(found)
    )
    return {"candidates": sum(written)}


def _half(lake: Lake, part: int, shared: Table) -> Table:
    """Pairs that have enough in common, with the text of the left one, which is of that part."""
    each = shared.explode("times").with_column("few", (col("times") > 0).cast("int64"))
    counted = (col("times").list_agg(), col("few").sum(), col("few").count().cast("int64").alias("all"))
    pairs = each.groupby("left", "right").agg(*counted)
    enough = (col("few") >= FEWEST) | (col("all") - col("few") >= FEWEST_EVERYWHERE)
    texts = scan(lake.work("texts", part)).select(left=col("number"), left_text=col("text"))
    return pairs.where(enough).select("left", "right", "times").join(texts, on="left")


def link(engine: Engine, lake: Lake, part: int, articles: int) -> Counts:
    """Compare the pairs whose right article is of one part."""
    found = (_linked(engine, lake, part, scan_files(heap), articles) for heap in _heaps(lake, part))
    return {"links": sum(write(some, lake.section("links", part, place)) for place, some in enumerate(found))}


def _heaps(lake: Lake, part: int) -> Iterator[tuple[str, ...]]:
    """The files of the pairs whose right article is of one part, gathered to heaps of about so many bytes."""
    heap: list[str] = []
    size = 0
    for one in files(lake.work("halves")):
        if f"/part={part}/" in one.path:
            heap, size = [*heap, one.path], size + one.size
        if size >= HEAP:
            yield tuple(heap)
            heap, size = [], 0
    if heap:
        yield tuple(heap)


def _linked(engine: Engine, lake: Lake, part: int, halves: Table, articles: int) -> Table:
    """The links that come of pairs."""
    texts = scan(lake.work("texts", part)).select(right=col("number"), right_text=col("text"))
    # In order, so that a text that stands in several pairs is cut into words once.
    pairs = as_given(halves.join(texts, on="right").sort("left"), "left_text", "right_text", "times")
    counted = Counted(lake.work("rarity"), lake.work("frequent"), articles)
    return engine.call(pairs, linking(counted), columns("links"))


def cite(engine: Engine, lake: Lake, part: int) -> Counts:
    """Join the addresses that articles link to with those of articles, but for pairs that are linked already."""
    texts = scan_any(lake.all_work("texts"))
    if texts is None:
        return {"links": 0}
    pairs = _addressed(texts)
    sources = texts.select(source=col("number"), source_text=col("light"))
    found = as_given(pairs.join(sources, on="source"), "copy_text", "source_text")
    cited = _ended(engine.call(found, cite_pair, columns("links"))).collect()
    known = scan_any(lake.all("links"))
    if known is not None:
        cited = cited.join(_ended(known).select("one", "other").distinct(), on=["one", "other"], how="anti")
    return {"links": write(cited.exclude("one", "other").distinct("copy", "source"), lake.part("links", part))}


def _addressed(texts: Table) -> Table:
    """Articles with the numbers of those whose address they link to."""
    located = texts.where(col("address").not_null()).groupby("address").agg(col("number").max().alias("source"))
    leading = _each(texts.select(address=col("addresses"), copy_text=col("light")), "address")
    return leading.join(located, on="address").collect()


def _ended(links: Table) -> Table:
    """Links with their two ends in one order."""
    copy, source = col("copy"), col("source")
    ends = {"one": either(copy < source, copy, source), "other": either(copy < source, source, copy)}
    return links.with_columns(ends)


def linked(lake: Lake) -> Iterable[tuple[str, str]]:
    """Copy and source of every link."""
    links = scan_any(lake.all("links"))
    rows = links.select("copy", "source").iter_rows() if links is not None else ()
    return ((row["copy"], row["source"]) for row in rows)
