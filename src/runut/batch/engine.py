"""The engine: tables, what is said of their columns, and plain functions called on their rows, by Daft.

No other module imports it. The same plan runs on the cores of one machine and on a Ray cluster. A plan has one join:
what it gives is collected before the next, as Daft (0.7.26) changes the order of joins of a table with itself, and then
gives other rows.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from runut.batch.storage import TRIES, endpoint, region
from runut.errors import UsageFault

if TYPE_CHECKING:
    from daft import DataFrame, Expression

Name: TypeAlias = Literal["local", "ray"]
Plain: TypeAlias = Callable[[Any], list[dict[str, Any]]]
Counts: TypeAlias = Mapping[str, int]
Table: TypeAlias = "DataFrame"
Said: TypeAlias = "Expression"

# Rows that a worker takes at a time: few, so that cores share evenly and none waits long for the last.
AT_ONCE = 16
# Nothing is told to anybody about who runs what; said before the engine is imported, for it asks then.
_QUIET = {"DAFT_ANALYTICS_ENABLED": "0", "DO_NOT_TRACK": "1", "SCARF_NO_ANALYTICS": "1", "DAFT_PROGRESS_BAR": "0"}


class Engine:
    """Carries plans out on this machine, or on a Ray cluster (`RAY_ADDRESS`; one of this machine when not set)."""

    def __init__(self, name: Name, processes: int) -> None:
        """Start it; `processes` is how many rows plain functions are called for at once.

        Raises UsageFault when it is not installed.
        """
        os.environ |= _QUIET
        self._name = name
        self._processes = processes
        self._start()

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

    def given(self, rows: Sequence[str]) -> Table:
        """A table of one column, `given`, for plain functions."""
        table = rows_of({"given": list(rows)})
        # On a cluster rows that come from here are one partition, which one worker would do alone.
        spread = self._name == "ray" and len(rows) > 1
        return table.into_partitions(min(len(rows), self._workers())) if spread else table

    def call(self, given: Table, plain: Plain, row: Any, at_once: int = AT_ONCE) -> Table:
        """Call a plain function for every row of the one column, in processes; its rows take the columns of `row`."""
        import daft
        import pyarrow as pa
        from daft import DataType

        kind = pa.list_(row)

        class Step:
            @daft.method.batch(return_dtype=DataType.from_arrow_type(kind), batch_size=at_once)
            def run(self, rows: daft.Series) -> Any:
                return pa.array([plain(one) for one in rows.to_pylist()], type=kind)

        step = daft.cls(Step, use_process=self._name == "local" or None, max_concurrency=self._workers())()
        mapped = given.select(step.run(col("given")).alias("row"))
        return mapped.where(col("row").list_count() > 0).explode("row").select(col("row").unnest())

    def _workers(self) -> int:
        """How many processes there may be: of a cluster that lost machines, as many as it has cores left."""
        return min(self._processes, cluster_cores()) if self._name == "ray" else self._processes


def scan(place: str) -> Table:
    """The table in a folder.

    Raises FileNotFoundError when there is none.
    """
    import daft

    return daft.read_parquet(f"{place}/*.parquet")


def scan_files(paths: Sequence[str]) -> Table:
    """The table in some files."""
    import daft

    return daft.read_parquet(list(paths))


def scan_any(place: str) -> Table | None:
    """The table in a folder, if there is one."""
    try:
        return scan(place)
    except FileNotFoundError:
        return None


def write(table: Table, place: str, by: str | None = None) -> int:
    """Write a table in place of what was there, in a folder for each value of one column, and tell its rows."""
    table = table.collect()
    by_columns: list[Expression | str] | None = [by] if by else None
    table.write_parquet(place, compression="zstd", write_mode="overwrite", partition_cols=by_columns)
    return table.count_rows()


def rows_of(columns: Mapping[str, Sequence[Any]]) -> Table:
    """A table of what is known here."""
    import daft

    return daft.from_pydict({name: list(values) for name, values in columns.items()})


def col(name: str) -> Said:
    """A column."""
    import daft

    return daft.col(name)


def number(value: int) -> Said:
    """One whole number in every row."""
    import daft

    return daft.lit(value).cast("int64")


def nothing() -> Said:
    """No text in any row."""
    from daft import DataType, lit

    return lit(None).cast(DataType.string())


def either(condition: Said, then: Said, otherwise: Said) -> Said:
    """One of two columns."""
    from daft.functions import when

    return when(condition, then).otherwise(otherwise)


def together(*names: str) -> Said:
    """Several columns as one."""
    from daft.functions import to_struct

    return to_struct(*(col(name) for name in names))


def as_given(table: Table, *names: str) -> Table:
    """The one column, of several, that plain functions are called with."""
    return table.select(together(*names).alias("given"))


def filled(table: Table, name: str) -> Table:
    """The rows in a column of rows, where there is one."""
    return table.where(col(name).not_null()).select(col(name).unnest())


def listed(table: Table, name: str) -> Table:
    """The rows in a column of lists of rows."""
    return table.where(col(name).list_count() > 0).select(name).explode(name).select(col(name).unnest())


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
