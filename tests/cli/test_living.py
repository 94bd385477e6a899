"""Following, gathering, watching, exporting and serving, as a person calls them."""

import json
import os
import subprocess
import sys
import time
import urllib.request
import zipfile

import pytest

pytestmark = pytest.mark.network

FEED = "<rss><channel><title>Kilas Dermaga</title><item><title>Pasar</title><link>{}</link></item></channel></rss>"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.setenv("RUNUT_DESK", str(tmp_path / "desk.db"))
    return tmp_path


@pytest.fixture
def kilas(site, page, desk):
    site.says("/rss", FEED.format("/pasar").encode(), Content_Type="application/rss+xml")
    site.says("/pasar", page().encode())
    return site


def gathered(run, *more):
    return run("gather", "--allow-private", "--pause", "0", *more)


def test_from_a_feed_to_every_form(run, kilas, desk):
    followed = run("follow", "--allow-private", kilas.url("/rss"))
    assert (followed.code, followed.record["title"], followed.record["is_new"]) == (0, "Kilas Dermaga", True)
    run("watch", "add", "pasar", "pasar")
    ran = gathered(run)
    assert [one["what"] for one in ran.records] == ["listing", "new"]
    assert run("watch", "show", "pasar").record["hit"]["headline"] == "Pasar Terapung Dibuka Lagi"
    assert run("watch", "list").record["alerts"] == 1
    assert "<feed" in run("watch", "show", "pasar", "--atom").out
    assert run("follow").record["found"] == 1
    assert f'xmlUrl="{kilas.url("/rss")}"' in run("follow", "--opml").out
    for form in ("jsonl", "csv", "schema.org", "annotations", "prov", "atom"):
        out = run("export", "--to", form)
        assert (out.code, bool(out.raw)) == (0, True), form
    for form in ("parquet", "wacz", "csv"):
        assert run("export", "pasar", "--to", form, "--out", desk / f"x.{form}").code == 0
    assert zipfile.is_zipfile(desk / "x.wacz")
    assert [path.name for path in desk.glob("*.part")] == []
    assert run("add", desk / "x.wacz").record["what"] == "known"
    assert [run("trace", *of).code for of in ((), ("--of", ran.records[1]["article"]))] == [0, 0]
    assert run("story", "--of", ran.records[1]["article"], "--html", desk / "x.html").record["articles"]
    assert run("story").code == 0


def test_an_opml_list_is_followed_and_one_of_it_left(run, kilas, put):
    put("media.opml", f'<opml><body><outline title="Kilas" xmlUrl="{kilas.url("/rss")}"/></body></opml>')
    assert run("follow", "media.opml").record["title"] == "Kilas"
    assert run("follow", "--stop", kilas.url("/rss")).code == 0
    empty = run("follow")
    assert (empty.raw, "Belum ada yang diikuti" in empty.err or "Nothing is followed" in empty.err) == (b"", True)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["follow", "http://127.0.0.1:1/rss"], "private"),
        (["follow", "--starter", "mars"], "no starter list"),
        (["watch", "add", "Dua Kata", "beras"], "no name"),
        (["watch", "add", "satu", "beras", "--digest", "lama"], "no period"),
        (["export", "--to", "wacz"], "--out"),
        (["serve", "--host", "0.0.0.0"], "nobody has a token"),
        (["access", "add", "Dua Kata"], "no name"),
    ],
)
def test_wrong_use_is_told_in_a_line(run, desk, arguments, told):
    ran = run(*arguments)
    assert ran.code in (1, 2)
    assert told in ran.err
    assert "Traceback" not in ran.err


def test_empty_answers_say_why(run, desk):
    run("watch", "add", "satu", "beras")
    assert "no watch" in run("watch", "show", "dua").err
    assert run("watch", "show", "satu").err
    assert "No article" in run("export", "gula").err
    assert gathered(run).err
    assert "Nobody has a token" in run("access", "list").err


def test_in_indonesian(run, kilas):
    run("follow", "--allow-private", kilas.url("/rss"))
    run("watch", "add", "satu", "gula")
    assert "Belum menemukan" in run("watch", "show", "satu", "--lang", "id").err


def test_a_server_answers_and_stops(run, kilas, desk):
    run("follow", "--allow-private", kilas.url("/rss"))
    gathered(run)
    token = run("access", "add", "meja", "--role", "editor").out.strip()
    assert run("access", "list").record["role"] == "editor"
    port = kilas.port + 1 if kilas.port < 65_000 else kilas.port - 1
    command = [sys.executable, "-m", "runut", "serve", "--port", str(port)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=os.environ)
    try:
        answer = patiently(f"http://127.0.0.1:{port}/api/articles?q=pasar", {"Authorization": f"Bearer {token}"})
    finally:
        process.terminate()
        log = process.communicate(timeout=20)[1]
    assert answer["hits"][0]["headline"] == "Pasar Terapung Dibuka Lagi"
    lines = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
    assert (lines[0]["route"], lines[0]["status"]) == ("/api/articles", 200)
    assert "pasar" not in json.dumps(lines)
    assert run("access", "remove", "meja").code == 0


def patiently(url, headers):
    for _ in range(100):
        try:
            with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=5) as answer:
                return json.load(answer)
        except OSError:
            time.sleep(0.1)
    raise AssertionError(url)
