"""`runut read`: pages in; records, cards, paragraphs, reports and archives out."""

import gzip
from pathlib import Path

import pytest

from runut.demo import pages


def test_one_record_a_line_in_the_order_of_the_inputs(run, put, page):
    names = [put(name, page(headline=f"Kabar {name}", slug=name)) for name in ("c.html", "a.html", "b.html")]
    ran = run("read", *names, "--json")
    assert ran.code == 0
    assert [record["file"] for record in ran.records] == ["c.html", "a.html", "b.html"]
    assert ran.err == ""


def test_json_is_the_default_into_a_pipe(run, pasar):
    assert run("read", pasar).record["headline"] == "Pasar Terapung Dibuka Lagi"


def test_a_record_tells_the_input_as_it_was_given_and_its_time(run, pasar):
    record = run("read", f"./{pasar}", "--json").record
    assert record["file"] == "./pasar.html"
    assert record["seconds"] > 0


def test_names_in_a_directory_are_joined_with_it(run, put, page):
    for name in ("b.html", "a/d.html", "a.htm", "c.txt", ".hidden.html", "notes.md"):
        put(f"pages/{name}", page(headline=name, slug=name))
    files = [record["file"] for record in run("read", "pages").records]
    assert files == ["pages/a/d.html", "pages/a.htm", "pages/b.html", "pages/c.txt"]
    assert run("read", "pages/").records[0]["file"] == "pages/a/d.html"


def test_standard_input(run, page):
    record = run("read", "-", "--json", stdin=page().encode()).record
    assert (record["file"], record["headline"]) == ("-", "Pasar Terapung Dibuka Lagi")


def test_a_packed_page(run, put, page):
    record = run("read", put("pasar.html.gz", gzip.compress(page().encode()))).record
    assert record["headline"] == "Pasar Terapung Dibuka Lagi"


def test_a_page_that_cannot_be_read_does_not_stop_the_run(run, put, pasar):
    ran = run("read", pasar, put("empty.html", ""), "missing.html", pasar, "--json")
    assert ran.code == 1
    assert [record["kind"] for record in ran.records] == ["article", "error", "error", "article"]
    assert [record["file"] for record in ran.records] == ["pasar.html", "empty.html", "missing.html", "pasar.html"]
    assert [line.split(": ")[1] for line in ran.err.splitlines()] == ["empty.html", "missing.html"]


def test_parts_of_an_article_are_joined_unless_told_not_to(run, put, part):
    names = [put(f"{number}.html", part(number, 3)) for number in (1, 2, 3)]
    record = run("read", *names).record
    assert (record["file"], record["page"]) == ("1.html", None)
    assert [record["text"].count(f"nomor {number}") for number in (1, 2, 3)] == [3, 3, 3]
    alone = run("read", *names, "--no-join").records
    assert [record["page"] for record in alone] == [[1, 3], [2, 3], [3, 3]]


def test_a_card(run, pasar):
    ran = run("read", pasar, "--card")
    assert "Kilas Dermaga" in ran.out
    assert "Danu Wiryawan" in ran.out
    assert "runut read pasar.html --html" in ran.out, "a card ends with the next useful command"
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize(("language", "words"), [("id", "tidak"), ("en", "did not")])
def test_a_brief(run, pasar, language, words):
    ran = run("read", pasar, "--brief", language)
    assert words in ran.out
    assert "Nusantara Kabar" in ran.out
    assert "[1]" in ran.out


@pytest.mark.parametrize(
    ("given", "environment", "expected"),
    [("id", "en_US.UTF-8", "id"), (None, "id_ID.UTF-8", "id"), (None, "en_US.UTF-8", "en"), (None, None, "en")],
)
def test_the_language_of_a_report_is_given_or_that_of_the_environment(
    run, pasar, monkeypatch, given, environment, expected
):
    if environment:
        monkeypatch.setenv("LANG", environment)
    ran = run("read", pasar, "--html", "report.html", *(["--lang", given] if given else []))
    assert ran.code == 0
    assert f'<html lang="{expected}"' in Path("report.html").read_text("utf-8")


def test_a_report_leaves_stdout_to_the_data(run, pasar):
    ran = run("read", pasar, "--html", "report.html", "--json")
    assert ran.record["headline"] == "Pasar Terapung Dibuka Lagi"
    assert ran.err == "runut: report written to report.html\n"
    report = Path("report.html").read_text("utf-8")
    assert "Kami menunggu lama" in report
    assert [mark for mark in ('src="http', 'href="//', "@import", "url(http") if mark in report] == []


@pytest.mark.parametrize("option", ["--html", "--evidence"])
def test_a_report_takes_one_page(run, put, pasar, page, option):
    ran = run("read", pasar, put("other.html", page(headline="Lain", slug="lain")), option, "out")
    assert ran.code == 2
    assert "one page" in ran.err
    assert ran.raw == b"", "nothing is half done"
    assert not Path("out").exists()


def test_a_report_that_cannot_be_written_is_wrong_use(run, pasar):
    ran = run("read", pasar, "--html", "nowhere/report.html")
    assert ran.code == 2
    assert "cannot be written" in ran.err
    assert not [path for path in Path().iterdir() if path.name.endswith(".part")]


@pytest.mark.parametrize("arguments", [[], ["--json"], ["a.html", "--brief", "fr"], ["a.html", "--lang"], ["--frob"]])
def test_wrong_use(run, arguments):
    ran = run("read", *arguments)
    assert (ran.code, ran.raw) == (2, b"")
    assert "Error: " in ran.err


def test_the_demo_story_is_read_the_same_alone_and_in_its_folder(run, put):
    names = [put(f"story/{page.name}", page.path.read_bytes()) for page in pages()]
    together = run("read", "story").records
    alone = run("read", *names).records
    for records in (together, alone):
        for record in records:
            record["seconds"] = None
    assert together == alone
    assert all(record["kind"] != "error" for record in together)


def test_locate_tells_where_in_the_page_each_part_stands(run, pasar):
    record = run("read", pasar, "--locate").record
    spans = [tuple(item["span"]) for item in record["located"]]
    assert tuple(record["paragraphs"][0]["span"]) in spans
    assert all(tuple(span) in spans for said in record["statements"] for span in said["content"])
    assert all(item["passages"] for item in record["located"])
    assert record["located"][0]["passages"][0]["node"].startswith("/html/body/")
