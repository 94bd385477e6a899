"""Exports, read by those for whom they are made."""

import csv
import io
import json
import zipfile
from hashlib import sha256
from xml.etree import ElementTree as ET

import duckdb
import feedparser
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from msgspec.structs import replace
from prov.model import ProvDocument

from runut.capture.collections import read_collection
from runut.capture.warc import group
from runut.exports.annotations import annotate, find_again
from runut.exports.atom import NAMESPACE, Feed, atom
from runut.exports.entries import entry
from runut.exports.parquet import write_parquet
from runut.exports.provenance import provenance
from runut.exports.schema_org import news_article
from runut.exports.tables import COLUMNS, csv_rows
from runut.exports.wacz import Held, write_wacz
from runut.vocabulary import Capture, Exchange, Outlet

AT = "2026-01-02T03:04:05Z"


def rows(records):
    return list(csv.DictReader(io.StringIO("".join(csv_rows(records)))))


def test_a_spreadsheet_has_a_row_a_statement(beras, kapal):
    found = rows([beras, kapal])
    assert len(found) == len(beras.statements) + len(kapal.statements)
    assert tuple(found[0]) == COLUMNS
    assert (found[0]["speaker"], found[0]["words"]) == ("Sari Dewanti", "Harga beras turun,".rstrip(","))
    assert beras.text[int(found[0]["start"]) : int(found[0]["end"])] == found[0]["words"]


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(beras, begins):
    (row, *_) = rows([replace(beras, headline=f'{begins}HYPERLINK("http://x")')])
    assert row["headline"].startswith("'")


def test_words_with_quotes_and_line_ends_come_back(beras):
    (row, *_) = rows([replace(beras, headline='Beras "murah", katanya;\nbaris dua')])
    assert row["headline"] == 'Beras "murah", katanya;\nbaris dua'


def test_arrow_and_duckdb_read_the_same_rows(beras, told, tmp_path):
    for kind in ("statements", "articles"):
        write_parquet(iter([beras, told]), tmp_path / kind, kind)
    table = pyarrow.parquet.read_table(tmp_path / "statements").to_pylist()
    assert [row["content"] for row in table] == [
        [list(span) for span in said.content] for record in (beras, told) for said in record.statements
    ]
    query = "SELECT chain[-1], outlet FROM read_parquet(?) WHERE list_contains(chain, 'Antara')"
    assert duckdb.execute(query, [str(tmp_path / "articles")]).fetchall() == [("Reuters", "Sela Warta")]


def test_nothing_gives_a_table_without_rows(tmp_path):
    write_parquet(iter([]), tmp_path / "none", "articles")
    assert pyarrow.parquet.read_table(tmp_path / "none").num_rows == 0


# The ranges that schema.org gives for the properties used here.
THING = {"type": "object", "required": ["@type"]}
NEWS = {
    "type": "object",
    "required": ["@context", "@type"],
    "additionalProperties": False,
    "properties": {
        "@context": {"const": "https://schema.org"},
        "@type": {"const": "NewsArticle"},
        **{
            name: {"type": "string", "minLength": 1}
            for name in (
                "@id url mainEntityOfPage headline alternativeHeadline inLanguage dateline creditText identifier "
                "articleBody"
            ).split()
        },
        **{name: {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d"} for name in ("datePublished", "dateModified")},
        **{
            name: {"type": "array", "items": {"type": "string"}}
            for name in ("articleSection", "keywords", "correction")
        },
        **{
            name: {"type": "array", "items": THING}
            for name in ("author", "editor", "image", "mentions", "citation", "isBasedOn")
        },
        "publisher": THING,
    },
}


def test_a_news_article_tells_what_it_cites_and_is_based_on(told, beras):
    for record in (told, beras):
        Draft202012Validator(NEWS).validate(news_article(record))
    found = news_article(told)
    assert [one["name"] for one in found["author"]] == ["Sari Dewanti"]
    assert found["correction"] == ["Nama kapal dibetulkan."]
    assert [one["publisher"]["name"] for one in found["isBasedOn"]] == ["Reuters"]
    assert "Antara" in [one["publisher"]["name"] for one in found["citation"]]
    assert len(found["image"]) == 1
    assert "articleBody" not in found
    assert news_article(told, with_text=True)["articleBody"] == told.text


# The form of https://www.w3.org/TR/annotation-model/, as far as it is used.
SELECTOR = {
    "oneOf": [
        {"type": "object", "required": ["exact"], "properties": {"type": {"const": "TextQuoteSelector"}}},
        {
            "type": "object",
            "required": ["start", "end"],
            "properties": {
                "type": {"const": "TextPositionSelector"},
                "start": {"type": "integer", "minimum": 0},
                "end": {"type": "integer", "minimum": 0},
            },
        },
    ]
}
ANNOTATION = {
    "type": "object",
    "required": ["@context", "id", "type", "target"],
    "properties": {
        "@context": {"type": "array", "contains": {"const": "http://www.w3.org/ns/anno.jsonld"}},
        "id": {"type": "string", "pattern": "^urn:"},
        "type": {"const": "Annotation"},
        "body": {"type": "array", "items": {"type": "object", "required": ["type"]}},
        "target": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["source", "selector"],
                "properties": {"selector": {"type": "array", "items": SELECTOR}},
            },
        },
    },
}


def test_annotations_find_their_words_again(beras, kapal):
    for record in (beras, kapal):
        for said, made in zip(record.statements, annotate(record), strict=True):
            Draft202012Validator(ANNOTATION).validate(made)
            assert find_again(made, record.text) == said.content


@given(before=st.text(max_size=60), after=st.text(max_size=60))
def test_annotations_find_their_words_in_a_text_that_grew(before, after):
    made = {"target": [{"selector": [quote("turun", "beras ", " di"), {"start": 3, "end": 8}]}]}
    text = f"{before}harga beras turun di pasar{after}"
    ((start, end),) = find_again(made, text)
    assert text[start:end] == "turun"
    assert (start, end) == (len(before) + 12, len(before) + 17)


def quote(exact, prefix, suffix):
    return {"exact": exact, "prefix": prefix, "suffix": suffix}


def test_words_that_are_gone_are_not_found_elsewhere(beras):
    made = next(iter(annotate(beras)))
    assert find_again(made, beras.text.replace("turun", "naik")) is None


def test_of_equal_words_those_in_the_same_place_are_taken():
    made = {"target": [{"selector": [quote("turun", "gula ", "."), {"start": 0, "end": 5}]}]}
    assert find_again(made, "Beras turun. Gula turun. Harga gula turun.") == ((36, 41),)


def test_the_chain_is_provenance_that_another_library_reads_and_writes(told):
    document = ProvDocument.deserialize(content=json.dumps(provenance(told)), format="json")
    again = ProvDocument.deserialize(content=document.serialize(format="json"), format="json")
    assert document == again
    kinds = [type(one).__name__ for one in document.records]
    assert kinds.count("ProvDerivation") == 3  # the record from the article, which is from Antara's, from Reuters's
    assert kinds.count("ProvAttribution") == 4
    labels = {str(label) for one in document.records for label in one.get_attribute("prov:label")}
    assert {"Sela Warta", "Antara", "Reuters", "pejabat pelabuhan"} <= labels


def test_a_feed_reader_reads_articles_with_their_outlets(told):
    head = Feed(id="urn:x", title="Meja <utama> & \x00\ud7ff", updated=AT)
    bare = replace(told, outlet=None, headline=None, published=None, modified=None, byline=(), statements=())
    text = "".join(atom(head, [entry(told, AT), entry(bare, AT)]))
    read = feedparser.parse(text)
    assert not read.bozo
    first, second = read.entries
    assert (first.title, first.link, first.source.title) == ("Kapal karam", told.url, "Sela Warta")
    assert first.updated == "2025-06-21T10:00:00+07:00"
    assert "states" in first.summary
    assert (second.title, second.updated) == (told.article, AT)
    for node in ET.fromstring(text).iter(f"{{{NAMESPACE}}}entry"):  # what RFC 4287 demands of an entry
        assert {f"{{{NAMESPACE}}}{name}" for name in ("id", "title", "updated", "author")} <= {one.tag for one in node}


@given(st.text())
def test_whatever_a_page_holds_a_feed_is_xml(words):
    text = "".join(atom(Feed(id="urn:x", title=words, updated=AT), []))
    ET.fromstring(text.encode("utf-8"))


@pytest.fixture
def fetched():
    page = (
        "<html lang='id'><head><title>Beras</title></head><body><h1>Beras</h1><p>“Turun,” kata Sari.</p></body></html>"
    )
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
    exchange = Exchange(b"GET /a?b=1 HTTP/1.1\r\nHost: kilas.example\r\n", head, page.encode())
    url = "https://www.kilas.example/A?b=1"
    return Capture(
        "x", page.encode(), url=url, media_type="text/html", fetched="2026-01-02T03:04:05Z", exchange=exchange
    )


def test_a_web_archive_is_as_its_specification_says(fetched, tmp_path):
    target = tmp_path / "a.wacz"
    file = Capture("lokal.html", b"<html><body><p>x</p></body></html>")
    held = [Held(group(fetched).content, "Beras"), Held(group(file).content)]
    assert write_wacz(target, held, title="Meja", at=AT) == 1
    with zipfile.ZipFile(target) as archive:
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}
        package = json.loads(archive.read("datapackage.json"))
        assert (package["profile"], package["wacz_version"]) == ("data-package", "1.1.1")
        assert {one["path"] for one in package["resources"]} == set(archive.namelist()) - {
            "datapackage.json",
            "datapackage-digest.json",
        }
        for one in package["resources"]:
            content = archive.read(one["path"])
            assert (one["hash"], one["bytes"]) == (f"sha256:{sha256(content).hexdigest()}", len(content))
        digest = json.loads(archive.read("datapackage-digest.json"))
        assert digest["hash"] == f"sha256:{sha256(archive.read('datapackage.json')).hexdigest()}"
        head, page = archive.read("pages/pages.jsonl").decode().splitlines()
        assert json.loads(head)["format"] == "json-pages-1.0"
        read = json.loads(page)
        assert read.pop("id")
        assert read == {"url": fetched.url, "ts": fetched.fetched, "title": "Beras"}
        key, stamp, facts = archive.read("indexes/index.cdx").decode().split(" ", 2)
        assert (key, stamp) == ("example,kilas)/a?b=1", "20260102030405")
        place = json.loads(facts)
        warc = archive.read("archive/data.warc.gz")
        block = warc[int(place["offset"]) :][: int(place["length"])]
    (tmp_path / "one.warc.gz").write_bytes(block)
    (only,) = read_collection("x", str(tmp_path / "one.warc.gz"), 1_000_000)
    assert (only.url, only.content) == (fetched.url, fetched.content)
    (again,) = read_collection("x", str(target), 1_000_000)
    assert again.content == fetched.content


def test_an_outlet_without_a_domain_has_a_name_all_the_same(beras):
    assert news_article(replace(beras, outlet=Outlet("Kilas")))["publisher"] == {
        "@type": "NewsMediaOrganization",
        "name": "Kilas",
    }
