"""`runut attribute`: one text a line in, one attribution a line out."""

import json

import pytest

KEYS = {"id", "statements", "relays", "chain", "origins", "dates", "people", "doubts"}
TEXT = "“Harga beras turun,” kata Sari Dewanti kepada Meridian Press, kemarin."


def line(**fields) -> str:
    return json.dumps({"id": "1", "text": TEXT, "language": "id"} | fields)


def test_lines_come_out_in_the_order_they_came_in(run, put):
    ran = run("attribute", put("texts.jsonl", "\n".join(line(id=name) for name in "cab")))
    assert (ran.code, ran.err) == (0, "")
    assert [found["id"] for found in ran.records] == ["c", "a", "b"]


def test_a_line_has_the_keys_of_the_contract(run):
    found = run("attribute", "-", stdin=line().encode()).record
    assert set(found) == KEYS
    (statement,) = found["statements"]
    assert [TEXT[start:end] for start, end in statement["content"]] == ["Harga beras turun"]
    assert (statement["speaker"], statement["via"]) == ("Sari Dewanti", ["Meridian Press"])


def test_what_is_known_of_the_article_is_used(run):
    given = line(outlet="Kilas Dermaga", published="2026-03-12", headline="Harga Beras", url="https://kilas.example/1")
    found = run("attribute", "-", stdin=given.encode()).record
    assert found["chain"][0] == "Kilas Dermaga"
    assert [date["value"] for date in found["dates"]] == ["2026-03-11"]


def test_empty_lines_are_passed_over(run):
    ran = run("attribute", "-", stdin=f"\n{line()}\n\n  \n{line(id='2')}\n".encode())
    assert [found["id"] for found in ran.records] == ["1", "2"]
    assert ran.code == 0


def test_no_lines_give_no_lines(run):
    assert run("attribute", "-").raw == b""


@pytest.mark.parametrize(
    "bad",
    [
        b"not json",
        b'{"id": "2"}',
        b'{"id": 2, "text": "a"}',
        b'{"id": "2", "text": null}',
        b'["id", "text"]',
        b'{"id": "2", "text": "\\ud800"}',
        b'{"id": "2", "text": "\xff"}',
        b'{"id": "2", "text": "a", "more": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b"\x00",
    ],
    ids=lambda bad: repr(bad[:40]),
)
def test_a_bad_line_is_told_and_left_out(run, bad):
    ran = run("attribute", "-", stdin=b"\n".join([line().encode(), bad, line(id="3").encode()]))
    assert ran.code == 1
    assert [found["id"] for found in ran.records] == ["1", "3"]
    (told,) = ran.err.splitlines()
    assert told.startswith("runut: line 2 of ")


def test_a_text_in_another_language_is_no_failure(run):
    ran = run("attribute", "-", stdin=line(language="fr").encode())
    assert ran.code == 0
    assert [doubt["kind"] for doubt in ran.record["doubts"]] == ["language"]


@pytest.mark.parametrize("arguments", [[], ["nothing.jsonl"], ["."], ["a", "b"]])
def test_wrong_use(run, arguments):
    ran = run("attribute", *arguments)
    assert (ran.code, ran.raw) == (2, b"")
