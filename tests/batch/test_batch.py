"""What the engine does to many is what the plain functions do to one; nothing is lost on the way."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import msgspec
import polars as pl
import pytest

import runut
from runut.batch.shingling import text_of
from runut.batch.tables import article_of
from runut.copies.tracing import trace
from runut.stories import stories
from runut.vocabulary import Attribution

ROOT = Path(__file__).resolve().parents[2]


def rows(home, table):
    return pl.read_parquet(f"{home}/{table}/**/*.parquet", hive_partitioning=False).to_dicts()


def links_of(home):
    return {(one["copy"], one["source"], one["kind"], one["share"]) for one in rows(home, "links")}


def as_traced(home):
    """The articles of a lake as `runut trace` is given them, in their order."""
    found = sorted(rows(home, "articles"), key=lambda row: row["number"])
    first: dict[str, str] = {}
    return [text_of(row | {"first": first.setdefault(row["article"], row["version"])}) for row in found]


def test_a_page_is_read_as_it_is_alone(lake):
    read = {row["headline"]: article_of(row) for row in rows(lake, "articles")}
    for page in sorted((ROOT / "src" / "runut" / "demo" / "pages").glob("*.html"))[:4]:
        alone = runut.read(page)
        same = read[alone.headline]
        assert same.text == alone.text
        assert (same.byline, same.published, same.id) == (alone.byline, alone.published, alone.id)


def test_every_page_of_every_kind_of_input_is_read(lake):
    titles = {runut.read(page).headline for page in (ROOT / "src" / "runut" / "demo" / "pages").glob("*.html")}
    assert titles <= {row["headline"] for row in rows(lake, "articles")}


def test_an_article_is_attributed_as_it_is_alone(lake):
    texts = {row["number"]: row for row in rows(lake, "articles")}
    found = rows(lake, "attributions")
    assert len(found) == len(texts)
    for row in found[:: len(found) // 12]:
        one = texts[row["number"]]
        alone = runut.attribute(
            one["text"],
            language=one["language"],
            outlet=one["domain"] or one["outlet"],
            headline=one["headline"],
            published=one["published"],
            reader="rules",
        )
        assert msgspec.json.decode(row["record"], type=Attribution).statements == alone.statements


def test_links_are_those_of_trace_but_for_translations(lake, copied, carried):
    found = [link for link in trace(as_traced(lake)) if link.kind != "translation"]
    plain = {(link.copy, link.source, link.kind, link.share) for link in found}
    assert links_of(lake) == plain
    assert len(plain) >= copied + carried - 1


BUCKETS = """
import numpy as np
from runut.batch.engine import rows_of
from runut.batch.plans.copies import bucket_of
from runut.copies.words import words
text = " ".join(str(n) for n in range(40_000))
table = rows_of({"shingle": words(text).sampled}).with_column("bucket", bucket_of(4))
print(*np.bincount(table.to_pydict()["bucket"]), flush=True)
"""


def test_shingles_are_spread_over_the_buckets():
    told = subprocess.run([sys.executable, "-c", BUCKETS], capture_output=True, text=True, timeout=60, check=False)
    counts = list(map(int, told.stdout.split()))
    assert len(counts) == 4, told.stderr
    assert min(counts) > 0.8 * max(counts)


def test_stories_are_the_articles_that_hang_together(lake, carried):
    told = sorted(len(row["articles"]) for row in rows(lake, "stories"))
    assert told[-1] == carried
    largest = max(rows(lake, "stories"), key=lambda row: len(row["articles"]))
    members = [text for text in as_traced(lake) if text.id in largest["articles"]]
    (alone, *_) = stories(members)
    assert largest["origins"] == [origin.name for origin in alone.origins]


def test_what_cannot_be_read_is_set_aside_and_counted(lake):
    manifest = json.loads((lake / "manifest.json").read_text("utf-8"))
    counts = manifest["counts"]["read"]
    assert counts["records"] == counts["articles"] + counts["aside"] + counts["no page"]
    assert sum(manifest["aside"].values()) >= 2
    sources = {row["source"].rpartition("/")[2] for row in rows(lake, "aside")}
    assert {"broken.warc.gz", "lines.jsonl"} <= sources
    assert all(row["message"] for row in rows(lake, "aside"))


def test_a_run_that_is_done_does_nothing_again(given, lake, batch):
    before = (lake / "manifest.json").read_text("utf-8")
    _, code, told = batch(given, "--to", lake)
    assert code == 1
    assert "part" not in told
    assert (lake / "manifest.json").read_text("utf-8") == before


def test_a_lake_of_other_inputs_is_not_mixed_with_these(lake, tmp_path):
    command = [sys.executable, "-m", "runut", "batch", str(tmp_path), "--to", str(lake), "--lang", "en"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 2
    assert "another folder" in done.stderr


def test_a_run_that_was_killed_goes_on(given, lake, batch, tmp_path):
    home = tmp_path / "killed"
    arguments = [str(given), "--to", str(home), "--part", "100", "--steps", "read,attribute,trace"]
    command = [sys.executable, "-m", "runut", "batch", *arguments]
    pipes = {"stderr": subprocess.PIPE, "stdout": subprocess.DEVNULL}
    with subprocess.Popen(command, **pipes, text=True, start_new_session=True) as run:
        assert run.stderr.readline()
        time.sleep(0.3)
        os.killpg(run.pid, signal.SIGKILL)
    _, _, told = batch(*arguments)
    assert "read: part 1" not in told
    assert links_of(home) == links_of(lake)
    assert len(rows(home, "articles")) == len(rows(lake, "articles"))


def test_the_lake_opens_in_duckdb_and_polars(lake):
    query = f"""
        SELECT speaker, count(*) AS times FROM read_parquet('{lake}/statements/**/*.parquet')
        WHERE act = 'states' GROUP BY speaker ORDER BY times DESC LIMIT 1
    """
    speaker, times = duckdb.sql(query).fetchall()[0]
    assert speaker == "Sari Dewanti"
    again = pl.scan_parquet(f"{lake}/statements/**/*.parquet").filter(pl.col("act") == "states")
    counted = again.group_by("speaker").len().sort("len", descending=True).collect()
    assert counted.row(0) == (speaker, times)


def test_some_of_a_lake_come_to_a_desk(lake, tmp_path):
    outlet = "Harian Asal7"
    command = [sys.executable, "-m", "runut", "add", str(lake), "--desk", str(tmp_path / "desk.db")]
    done = subprocess.run(
        [*command, "--only", f"outlet={outlet}"], capture_output=True, text=True, timeout=60, check=False
    )
    kept = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["what"] for one in kept] == ["new"]
    assert {row["version"] for row in rows(lake, "articles") if row["outlet"] == outlet} == {kept[0]["version"]}
    done = subprocess.run([*command, "--only", "colour=red"], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, "colour" in done.stderr) == (2, True)


@pytest.mark.network
def test_a_store_that_speaks_s3_is_read_from_and_written_to_over_a_line_that_breaks(
    given, lake, batch, tmp_path, store
):
    settings, put = store
    for one in sorted(given.iterdir()):
        put("crawl", one.name, one.read_bytes())
    put("lakes")
    manifest, _, _ = batch("s3://crawl", "--to", "s3://lakes/news", "--steps", "read,trace", **settings)
    held = json.loads((lake / "manifest.json").read_text("utf-8"))["counts"]
    assert [manifest["counts"][step] for step in ("read", "meet", "link")] == [
        held[s] for s in ("read", "meet", "link")
    ]
    command = [sys.executable, "-m", "runut", "add", "s3://lakes/news", "--desk", str(tmp_path / "desk.db")]
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ | settings, timeout=100, check=False)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == held["read"]["articles"]


@pytest.mark.ray
def test_ray_gives_the_same(given, lake, batch, tmp_path):
    pytest.importorskip("ray")
    home = tmp_path / "ray"
    batch(given, "--to", home, "--engine", "ray", "--steps", "read,trace", RAY_ENABLE_UV_RUN_RUNTIME_ENV="0")
    assert links_of(home) == links_of(lake)


@pytest.mark.ray
@pytest.mark.timeout(420)  # three starts of Ray, and what is done again
def test_a_cluster_that_loses_a_node_ends_with_the_same(given, lake, cluster, tmp_path):
    home, (settings, kill) = tmp_path / "lossy", cluster
    command = [sys.executable, "-m", "runut", "batch", str(given), "--to", str(home), "--engine", "ray"]
    command += ["--part", "100", "--json"]
    with subprocess.Popen(command, env=os.environ | settings, stdout=subprocess.DEVNULL) as run:
        until = time.monotonic() + 120
        while not (home / "_runut" / "done" / "read-00000.json").exists() and time.monotonic() < until:
            time.sleep(0.1)
        kill()
        assert run.wait(timeout=280) == 1  # for what cannot be read
    assert links_of(home) == links_of(lake)
    stories_of = [sorted(sorted(row["articles"]) for row in rows(one, "stories")) for one in (home, lake)]
    assert stories_of[0] == stories_of[1]
