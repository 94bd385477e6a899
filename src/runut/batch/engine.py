"""The plans: what is done to tables, in Daft's words. No other module knows that engine.

Each plan takes tables, wraps one plain function or joins and groups, and writes tables; the same plan runs on the cores
of one machine and on a Ray cluster. No plan takes more than a part of the lake, or one bucket of a join, into memory.
No plan has two joins: what the one gives is collected before the next, for the engine (0.7.26) changes the order of
joins of a table with itself, and then gives other rows.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from runut.batch.attributing import attributing
from runut.batch.cutting import Slice, cut
from runut.batch.gathering import tell_story
from runut.batch.lake import Lake
from runut.batch.linking import Counted, cite_pair, linking
from runut.batch.reading import PLACES, read_slice
from runut.batch.shingling import shingle_row
from runut.batch.storage import TRIES, endpoint, joined, region
from runut.batch.tables import columns, encoded
from runut.copies.candidates import FEWEST, FEWEST_EVERYWHERE, MOST_ARTICLES
from runut.errors import UsageFault

if TYPE_CHECKING:
    from daft import DataFrame, Expression

    from runut.statements import Reader

Name: TypeAlias = Literal["local", "ray"]
Plain: TypeAlias = Callable[[Any], list[dict[str, Any]]]
Counts: TypeAlias = Mapping[str, int]

# Rows that a worker takes at a time: few, so that cores share evenly and none waits long for the last.
AT_ONCE = 16
LEFT_OUT = ("error", "index")
# Nothing is told to anybody about who runs what; said before the engine is imported, for it asks then.
_QUIET = {"DAFT_ANALYTICS_ENABLED": "0", "DO_NOT_TRACK": "1", "SCARF_NO_ANALYTICS": "1", "DAFT_PROGRESS_BAR": "0"}


class Engine:
    """Carries plans out on this machine, or on a Ray cluster (`RAY_ADDRESS`; one of this machine when not set)."""

    def __init__(self, name: Name, processes: int, per_part: int) -> None:
        """Start it; `processes` is how many pages are read at once, `per_part` how many slices a part has.

        Raises UsageFault when it is not installed.
        """
        os.environ |= _QUIET
        self._name = name
        self._processes = processes
        self._part = PLACES * per_part
        self._start()

    def cut(self, groups: Iterable[tuple[str, ...]]) -> list[Slice]:
        """Cut files into slices, several at a time."""
        import msgspec
        import pyarrow as pa

        given = self._given([encoded(group) for group in groups])
        found = self._map(given, _cut, pa.struct([("slice", pa.string())]), at_once=1).to_pydict()
        return [msgspec.json.decode(one, type=Slice) for one in found["slice"]]

    def read(self, slices: Sequence[Slice], lake: Lake, part: int) -> Counts:
        """Read slices to `articles` and `aside`."""
        import pyarrow as pa

        row = pa.struct([("article", columns("articles")), ("aside", columns("aside"))])
        found = self._map(self._given([encoded(one) for one in slices]), read_slice, row, at_once=1).collect()
        articles, aside = _filled(found, "article"), _filled(found, "aside")
        self._write(articles, lake.part("articles", part))
        self._write(aside, lake.aside("read", part))
        counts = {"records": len(found), "articles": articles.count_rows(), "aside": aside.count_rows()}
        return counts | {"no page": counts["records"] - counts["articles"] - counts["aside"]}

    def attribute(self, reader: Reader, lake: Lake, part: int) -> Counts:
        """Attribute a part of `articles` to `attributions`, `statements` and `relays`."""
        import pyarrow as pa

        many = {name: pa.list_(columns(name)) for name in ("statements", "relays")}
        row = pa.struct([("attribution", columns("attributions")), *many.items(), ("aside", columns("aside"))])
        needed = ("number", "version", "file", "record", "text")
        found = self._map(_struct(self._scan(lake.part("articles", part)), needed), attributing(reader), row).collect()
        tables = {"attributions": _filled(found, "attribution"), **{name: _listed(found, name) for name in many}}
        for name, table in tables.items():
            self._write(table, lake.part(name, part))
        self._write(_filled(found, "aside"), lake.aside("attribute", part))
        return {name: table.count_rows() for name, table in tables.items()} | {
            "aside": _filled(found, "aside").count_rows()
        }

    def keep(self, lake: Lake) -> Counts:
        """Find what is compared: each version once, with the version of its page that was read first."""
        from daft import col

        given = self._scan(lake.all("articles")).where((col("text") != "") & ~col("kind").is_in(list(LEFT_OUT)))
        given = given.select("number", "version", "article").collect()
        least = given.groupby("version").agg(col("number").min()).select("number")
        once = given.join(least, on="number").collect()
        least = once.groupby("article").agg(col("number").min()).select("number")
        first = once.join(least, on="number").select("article", first=col("version")).collect()
        kept = self._write(once.join(first, on="article").select("number", "first"), lake.work("kept"))
        return {"compared": kept, "doubled": given.count_rows() - kept}

    def shingle(self, lake: Lake, part: int, buckets: int) -> Counts:
        """Cut a part of the articles into shingles, by bucket, and words, counted."""
        import pyarrow as pa
        from daft import col

        numbers = pa.list_(pa.uint64())
        texts = [(name, pa.string()) for name in ("version", "text", "light", "address")]
        lists = [("addresses", pa.list_(pa.string())), ("shingles", numbers), ("words", numbers)]
        kept = self._scan(lake.work("kept"))
        given = self._scan(lake.part("articles", part)).join(kept, on="number")
        needed = (
            "number",
            "version",
            "outlet",
            "published",
            "modified",
            "url",
            "headline",
            "language",
            "text",
            "record",
            "first",
        )
        found = self._map(
            _struct(given, needed), shingle_row, pa.struct([("number", pa.int64()), *texts, *lists])
        ).collect()
        self._write(found.exclude("shingles", "words"), lake.work("texts", part))
        shingles = (
            found.select("number", col("shingles").alias("shingle")).explode("shingle").where(col("shingle").not_null())
        )
        bucketed = shingles.with_column("bucket", (col("shingle") // 8 % buckets).cast("int64"))
        self._write(bucketed, lake.work("shingles", part), by="bucket")
        words = found.select(col("words").alias("word")).explode("word").where(col("word").not_null())
        counted = words.groupby("word").agg(col("word").count().alias("times"))
        return {"shingles": shingles.count_rows(), "words": self._write(counted, lake.work("words", part))}

    def count_words(self, lake: Lake) -> Counts:
        """Count how many articles have each word that more than one has."""
        from daft import col

        counted = self._scan(lake.all_work("words")).groupby("word").agg(col("times").sum())
        return {"words": self._write(counted.where(col("times") > 1), lake.work("rarity"))}

    def meet(self, lake: Lake, bucket: int) -> Counts:
        """Join the shingles of one bucket with themselves: pairs of articles, with how many have what they share."""
        from daft import col

        shingles = self._scan_any(lake.within("shingles", "bucket", bucket))
        if shingles is None:
            return {"pairs": 0}
        counted = shingles.groupby("shingle").agg(col("number").count().cast("int64").alias("times"))
        self._write(counted.where(col("times") > MOST_ARTICLES), lake.work("frequent", bucket))
        few = shingles.join(counted.where((col("times") > 1) & (col("times") <= MOST_ARTICLES)), on="shingle").collect()
        left, right = few.select("shingle", "times", left=col("number")), few.select("shingle", right=col("number"))
        pairs = left.join(right, on="shingle").where(col("left") < col("right")).select("left", "right", "times")
        pairs = pairs.concat(self._everywhere(shingles, counted)).collect()
        shared = pairs.groupby("left", "right").agg(col("times").list_agg())
        return {"pairs": self._write(self._parted(shared, "left"), lake.work("shared", bucket), by="part")}

    @staticmethod
    def _everywhere(shingles: DataFrame, counted: DataFrame) -> DataFrame:
        """Pairs of what very many articles have: each with the first one that has it; their `times` is 0."""
        from daft import col, lit

        many = shingles.join(counted.where(col("times") > MOST_ARTICLES), on="shingle").collect()
        first = many.groupby("shingle").agg(col("number").min().alias("left")).collect()
        pairs = many.select("shingle", right=col("number")).join(first, on="shingle").where(col("left") < col("right"))
        return pairs.select("left", "right", lit(0).cast("int64").alias("times"))

    def halve(self, lake: Lake, part: int) -> Counts:
        """Gather from all buckets the pairs whose left article is of one part, and join that article's text."""
        from daft import col

        shared = self._scan_any(lake.within("shared", "part", part))
        if shared is None:
            return {"candidates": 0}
        each = shared.explode("times").with_column("few", (col("times") > 0).cast("int64"))
        pairs = each.groupby("left", "right").agg(
            col("times").list_agg(), col("few").sum(), col("few").count().cast("int64").alias("all")
        )
        enough = (col("few") >= FEWEST) | (col("all") - col("few") >= FEWEST_EVERYWHERE)
        candidates = pairs.where(enough).select("left", "right", "times")
        texts = self._scan(lake.work("texts", part)).select(left=col("number"), left_text=col("text"))
        halves = self._parted(candidates.join(texts, on="left"), "right")
        return {"candidates": self._write(halves, lake.work("halves", part), by="part")}

    def link(self, lake: Lake, part: int, articles: int) -> Counts:
        """Compare the pairs whose right article is of one part."""
        from daft import col

        halves = self._scan_any(lake.within("halves", "part", part))
        if halves is None:
            return {"links": 0}
        texts = self._scan(lake.work("texts", part)).select(right=col("number"), right_text=col("text"))
        pairs = _struct(halves.join(texts, on="right"), ("left_text", "right_text", "times"))
        counted = Counted(lake.work("rarity"), lake.work("frequent"), articles)
        return {"links": self._write(self._map(pairs, linking(counted), columns("links")), lake.part("links", part))}

    def cite(self, lake: Lake, part: int) -> Counts:
        """Join the addresses that articles link to with those of articles, but for pairs that are linked already."""
        from daft import col

        texts = self._scan(lake.all_work("texts"))
        located = texts.where(col("address").not_null()).groupby("address").agg(col("number").max().alias("source"))
        linking_to = (
            texts.select("number", "addresses", "light").explode("addresses").where(col("addresses").not_null())
        )
        pairs = (
            linking_to.select("number", address=col("addresses"), copy_text=col("light"))
            .join(located, on="address")
            .collect()
        )
        sources = texts.select(source=col("number"), source_text=col("light"))
        found = _struct(pairs.join(sources, on="source"), ("copy_text", "source_text"))
        cited = _ended(self._map(found, cite_pair, columns("links"))).collect()
        known = self._scan_any(lake.all("links"))
        if known is not None:
            ends = _ended(known).select("one", "other").distinct()
            cited = cited.join(ends, on=["one", "other"], how="anti")
        return {
            "links": self._write(cited.exclude("one", "other").distinct("copy", "source"), lake.part("links", part))
        }

    def linked(self, lake: Lake) -> Iterable[tuple[str, str]]:
        """Copy and source of every link."""
        links = self._scan_any(lake.all("links"))
        rows = links.select("copy", "source").iter_rows() if links is not None else ()
        return ((row["copy"], row["source"]) for row in rows)

    def put(self, place: str, names: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
        """Write rows that are known here."""
        import daft

        table = daft.from_pydict({name: [row[place] for row in rows] for place, name in enumerate(names)})
        self._write(table, place)

    def reasons(self, lake: Lake) -> dict[str, int]:
        """Why inputs were set aside, and how many for each reason."""
        from daft import col

        aside = self._scan_any(joined(lake.all("aside"), "*"))
        if aside is None:
            return {}
        counted = aside.groupby("reason").agg(col("source").count().alias("times")).sort("reason").to_pydict()
        return dict(zip(counted["reason"], counted["times"], strict=True))

    def gather(self, lake: Lake, part: int) -> Counts:
        """Join the articles of a part with their stories and what is attributed, by bucket of stories."""
        from daft import col

        members = self._scan(lake.work("members"))
        found = (
            self._scan(lake.work("texts", part))
            .select("number", "version", "text")
            .join(members, on="version")
            .collect()
        )
        said = self._scan_any(lake.part("attributions", part))
        if said is None:
            found = found.with_column("attribution", _nothing())
        else:
            found = found.join(said.select("number", attribution=col("record")), on="number", how="left")
        return {"members": self._write(found, lake.work("gathered", part), by="bucket")}

    def tell(self, lake: Lake, bucket: int) -> Counts:
        """Tell the stories of a bucket."""
        import pyarrow as pa
        from daft import col
        from daft.functions import to_struct

        found = self._scan_any(lake.within("gathered", "bucket", bucket))
        if found is None:
            return {"stories": 0, "aside": 0}
        member = to_struct(*(col(name) for name in ("number", "version", "text", "attribution"))).alias("members")
        grouped = found.select("story", member).groupby("story").agg(col("members").list_agg())
        row = pa.struct([("story", columns("stories")), ("aside", columns("aside"))])
        told = self._map(_struct(grouped, ("story", "members")), tell_story, row, at_once=1).collect()
        aside = self._write(_filled(told, "aside"), lake.aside("stories", bucket))
        return {"stories": self._write(_filled(told, "story"), lake.part("stories", bucket)), "aside": aside}

    def _start(self) -> None:
        try:
            import daft

            if self._name == "ray":
                import ray  # noqa: F401  # so that it is told here when it is missing

                daft.set_runner_ray(address=os.environ.get("RAY_ADDRESS"), noop_if_initialized=True)
            else:
                daft.set_runner_native()
        except ModuleNotFoundError as fault:
            extra = "ray" if self._name == "ray" else "batch"
            raise UsageFault(f"{fault.name} is not installed: pip install 'runut[{extra}]'.") from None
        daft.set_planning_config(default_io_config=_stores())

    def _given(self, rows: list[str]) -> DataFrame:
        import daft

        given = daft.from_pydict({"given": rows})
        # On a cluster rows that come from here are one partition, which one worker would do alone.
        return (
            given.into_partitions(min(len(rows), self._workers())) if self._name == "ray" and len(rows) > 1 else given
        )

    def _workers(self) -> int:
        """How many processes there may be: of a cluster that lost machines, as many as it has cores left."""
        return min(self._processes, cluster_cores()) if self._name == "ray" else self._processes

    def _map(self, given: DataFrame, plain: Plain, row: Any, at_once: int = AT_ONCE) -> DataFrame:
        """Call a plain function for every row of the one column, in processes; its rows take the columns of `row`."""
        import daft
        import pyarrow as pa
        from daft import DataType, col

        kind = pa.list_(row)

        class Step:
            @daft.method.batch(return_dtype=DataType.from_arrow_type(kind), batch_size=at_once)
            def run(self, rows: daft.Series) -> Any:
                return pa.array([plain(one) for one in rows.to_pylist()], type=kind)

        step = daft.cls(Step, use_process=self._name == "local" or None, max_concurrency=self._workers())()
        mapped = given.select(step.run(col("given")).alias("row"))
        return mapped.where(col("row").list_count() > 0).explode("row").select(col("row").unnest())

    def _scan(self, place: str) -> DataFrame:
        import daft

        return daft.read_parquet(f"{place}/*.parquet")

    def _scan_any(self, place: str) -> DataFrame | None:
        try:
            return self._scan(place)
        except FileNotFoundError:
            return None

    def _parted(self, pairs: DataFrame, side: str) -> DataFrame:
        from daft import col

        return pairs.with_column("part", (col(side) // self._part).cast("int64"))

    @staticmethod
    def _write(table: DataFrame, place: str, by: str | None = None) -> int:
        """Write a table in place of what was there, and tell its rows."""
        table = table.collect()
        by_columns: list[Expression | str] | None = [by] if by else None
        table.write_parquet(place, compression="zstd", write_mode="overwrite", partition_cols=by_columns)
        return table.count_rows()


def cluster_cores() -> int:
    """The cores of the Ray cluster; one of this machine is started when there is none.

    Raises UsageFault when Ray is not installed.
    """
    try:
        import ray
    except ModuleNotFoundError:
        raise UsageFault("Ray is not installed: pip install 'runut[ray]'.") from None
    if not ray.is_initialized():
        ray.init(os.environ.get("RAY_ADDRESS"), log_to_driver=False, include_dashboard=False)
    held = ray.cluster_resources()  # type: ignore[no-untyped-call]
    return max(1, int(held.get("CPU", 1)))


def _cut(given: str) -> list[dict[str, Any]]:
    import msgspec

    return [{"slice": encoded(one)} for one in cut(msgspec.json.decode(given, type=tuple[str, ...]))]


def _struct(table: DataFrame, needed: Sequence[str]) -> DataFrame:
    from daft import col
    from daft.functions import to_struct

    return table.select(to_struct(*(col(name) for name in needed)).alias("given"))


def _filled(table: DataFrame, name: str) -> DataFrame:
    from daft import col

    return table.where(col(name).not_null()).select(col(name).unnest())


def _listed(table: DataFrame, name: str) -> DataFrame:
    from daft import col

    return table.where(col(name).list_count() > 0).select(name).explode(name).select(col(name).unnest())


def _ended(links: DataFrame) -> DataFrame:
    """Links with their two ends in one order."""
    from daft import col
    from daft.functions import when

    is_ordered = col("copy") < col("source")
    one = when(is_ordered, col("copy")).otherwise(col("source"))
    other = when(is_ordered, col("source")).otherwise(col("copy"))
    return links.with_columns({"one": one, "other": other})


def _nothing() -> Expression:
    from daft import DataType, lit

    return lit(None).cast(DataType.string())


def _stores() -> Any:
    """S3 as `storage` has it: what is not told here, keys above all, the engine takes from the environment."""
    from daft.io import IOConfig, S3Config

    address = endpoint()
    plain = bool(address and address.startswith("http://"))
    place = region() or ("us-east-1" if address else None)
    return IOConfig(
        s3=S3Config(
            endpoint_url=address,
            region_name=place,
            num_tries=TRIES,
            retry_initial_backoff_ms=250,
            use_ssl=not plain,
        )
    )
