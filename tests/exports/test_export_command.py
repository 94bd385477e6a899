"""`runut export` as a person and a pipe call it."""

import csv
import io
import json
import os
import stat
import zipfile

import duckdb
import msgspec
import pytest

from runut.vocabulary import Record

FORMS = ("jsonl", "csv", "schema.org", "annotations", "prov", "atom")


def test_records_go_out_as_reading_gives_them(full):
    lines = full("export").out.splitlines()
    assert lines == [msgspec.json.encode(msgspec.json.decode(line, type=Record)) for line in lines]
    assert {json.loads(line)["headline"] for line in lines} == {"Harga beras turun", "Harga gula naik"}


@pytest.mark.parametrize("form", FORMS)
def test_a_file_holds_what_a_pipe_gets(full, tmp_path, form):
    piped, filed = full("export", "--to", form), full("export", "--to", form, "--out", tmp_path / "out")
    assert (piped.code, filed.code, filed.out) == (0, 0, b"")
    held = (tmp_path / "out").read_bytes()
    if form == "atom":  # a feed tells when it was made
        held, piped_out = (b"".join(one.split(b"updated>", 2)[::2]) for one in (held, piped.out))
        assert held == piped_out
    else:
        assert held == piped.out
    assert "“".encode() in piped.out or b"Harga beras turun" in piped.out


def test_a_question_leaves_the_others_out(full):
    found = list(csv.DictReader(io.StringIO(full("export", "gula", "--to", "csv").out.decode(), newline="")))
    assert {row["headline"] for row in found} == {"Harga gula naik"}


def test_lines_of_a_spreadsheet_end_once(full):
    out = full("export", "--to", "csv").out
    assert b"\r\n" in out
    assert b"\r\r\n" not in out
    assert full("export", "--to", "csv", "--bom").out == b"\xef\xbb\xbf" + out


def test_parquet_has_rows_of_either_kind(full, tmp_path):
    for rows, column in (("articles", "headline"), ("statements", "words")):
        assert full("export", "--to", "parquet", "--rows", rows, "--out", tmp_path / rows).code == 0
        found = duckdb.execute(f"SELECT {column} FROM read_parquet(?)", [str(tmp_path / rows)]).fetchall()
        assert any("Harga gula naik" in words for (words,) in found)


@pytest.mark.parametrize("form", ["parquet", "wacz"])
def test_forms_of_files_want_a_file(full, form):
    ran = full("export", "--to", form)
    assert (ran.code, ran.out) == (2, b"")
    assert "--out" in ran.err


@pytest.mark.parametrize("form", ["jsonl", "atom"])
def test_an_empty_answer_says_why(full, form):
    ran = full("export", "outlet:antahberantah", "--to", form)
    assert ran.code == 0
    assert "No article" in ran.err
    assert "antahberantah" in ran.err


def test_pages_from_files_make_an_archive_without_pages(full, tmp_path):
    ran = full("export", "--to", "wacz", "--out", tmp_path / "a.wacz")
    assert ran.code == 0
    with zipfile.ZipFile(tmp_path / "a.wacz") as archive:
        pages = archive.read("pages/pages.jsonl").splitlines()[1:]
    assert bool(pages) == ("no page" not in ran.err)


def test_a_broken_run_leaves_the_file_as_it_was(own, tmp_path):
    """A capture that has gone breaks the archive in the middle."""
    target = tmp_path / "a.wacz"
    target.write_bytes(b"the one of yesterday")
    captures = list((tmp_path / "stock").rglob("*.warc.gz"))
    assert captures
    for path in captures:
        path.write_bytes(b"")
    ran = own("export", "--to", "wacz", "--out", target)
    assert ran.code == 1
    assert "Traceback" not in ran.err
    assert target.read_bytes() == b"the one of yesterday"
    assert list(tmp_path.glob("*.part")) == []


def test_a_folder_that_is_not_there_is_told(full, tmp_path):
    ran = full("export", "--out", tmp_path / "none" / "out")
    assert ran.code == 1
    assert "cannot be written" in ran.err


def test_a_pipe_is_not_replaced_by_a_file(full, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    ran = full("export", "--out", tmp_path / "pipe")
    assert ran.code == 2
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)
