"""Forms of records that come from elsewhere, and hold whatever somebody put there."""

import io
import json
import zipfile
from hashlib import sha256
from xml.etree import ElementTree as ET

import feedparser
import pytest
from fastwarc.warc import ArchiveIterator
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from prov.identifier import QualifiedName
from prov.model import ProvAgent, ProvDocument

from runut.capture.warc import group
from runut.exports.atom import NAMESPACE, Feed, FeedEntry, atom
from runut.exports.entries import entry
from runut.exports.jsonl import record_lines
from runut.exports.provenance import provenance
from runut.exports.schema_org import news_article
from runut.exports.tables import MARK, csv_rows
from runut.exports.wacz import Held, _key, write_wacz
from runut.vocabulary import Capture, Credit, Outlet, Relay

AT = "2026-01-02T03:04:05Z"
HEAD = Feed(id="urn:x", title="Meja", updated=AT)
ATOM = f"{{{NAMESPACE}}}"


def read_prov(record):
    return ProvDocument.deserialize(content=json.dumps(provenance(record)), format="json")


def test_kinds_are_names_of_classes_and_not_words(told):
    kinds = [kind for one in read_prov(told).records for kind in one.get_attribute("prov:type")]
    assert kinds
    assert all(isinstance(kind, QualifiedName) for kind in kinds)
    assert "http://www.w3.org/ns/prov#SoftwareAgent" in {kind.uri for kind in kinds}


def test_an_unknown_outlet_is_no_agent(told):
    document = read_prov(replace(told, outlet=None, chain=(None, "Antara"), origins=()))
    labels = [sorted(map(str, one.get_attribute("prov:label"))) for one in document.get_records(ProvAgent)]
    assert sorted(labels) == [["Antara"], ["Runut"]]


@pytest.mark.parametrize("chain", [(), (None,), ("Kilas",)])
def test_a_short_chain_is_provenance_too(beras, chain):
    document = read_prov(replace(beras, chain=chain, origins=()))
    assert document == ProvDocument.deserialize(content=document.serialize(format="json"), format="json")


@pytest.mark.parametrize("name", ["a b", "a:b", "<c>/é", "“x”", ""])
def test_names_from_elsewhere_make_identifiers(told, name):
    """The library warns of what PROV-N cannot write, and a warning fails a test here."""
    record = replace(told, article=name, id=name or "y")
    assert "runut:record-" in read_prov(record).get_provn()
    assert " " not in entry(record, AT).id


def test_what_made_the_record_is_told(beras):
    (reading,) = provenance(beras)["activity"].values()
    assert reading["runut:version"] == beras.reading.runut
    assert all(pack in reading["runut:packs"] for pack in beras.reading.packs)


def test_an_entry_that_leads_nowhere_holds_its_content(beras):
    """RFC 4287, 4.1.2: without content there must be a link to the whole."""
    for url in (None, "javascript:alert(1)", "file:///etc/passwd"):
        text = "".join(atom(HEAD, [entry(replace(beras, url=url), AT)]))
        (found,) = ET.fromstring(text).iter(f"{ATOM}entry")
        assert found.find(f"{ATOM}link") is None
        assert "Sari Dewanti" in found.find(f"{ATOM}content").text


def test_no_article_is_by_us(beras, told):
    unsigned, signed, nameless = (
        feedparser.parse("".join(atom(HEAD, [entry(record, AT)]))).entries[0].author
        for record in (beras, told, replace(beras, outlet=None))
    )
    assert (unsigned, signed) == ("Kilas Dermaga", "Sari Dewanti")
    assert "Runut" not in nameless


def test_editors_sign_what_nobody_else_did(beras):
    assert entry(replace(beras, byline=(Credit("Bayu", "editor"),)), AT).authors == ("Bayu",)


@given(st.builds(FeedEntry, id=st.text(), title=st.text(), updated=st.just(AT), summary=st.text(), link=st.text()))
def test_whatever_an_article_holds_a_feed_is_xml(one):
    (found,) = ET.fromstring("".join(atom(HEAD, [one])).encode()).iter(f"{ATOM}entry")
    assert found.find(f"{ATOM}author") is not None


def test_the_same_carrier_is_cited_once(told):
    twice = replace(told, relays=(Relay(words=None, name="Antara", kind="agency"),) * 2)
    assert len(news_article(twice)["citation"]) == 1


@pytest.mark.parametrize("begins", ["＝", "＋", "－", "＠", "\n"])
def test_wide_signs_begin_no_formula_either(beras, begins):
    assert any("'" + begins in line for line in csv_rows([replace(beras, headline=f"{begins}SUM(A1)")]))


def test_a_byte_order_mark_stands_once_and_only_when_asked_for(beras):
    marked = "".join(csv_rows([beras], bom=True))
    assert (marked[0], marked[1:]) == (MARK, "".join(csv_rows([beras])))
    assert MARK not in marked[1:]


def test_forms_that_stream_take_one_record_at_a_time(beras):
    asked = []

    def endless():
        while True:
            asked.append(beras)
            yield beras

    for stream in (record_lines(endless()), csv_rows(endless()), atom(HEAD, (entry(one, AT) for one in endless()))):
        asked.clear()
        for _ in range(10):
            next(stream)
        assert len(asked) <= 10


def held(url):
    return Held(group(Capture("x", b"<p>x</p>", url=url, media_type="text/html", fetched=AT)).content)


def test_the_same_captures_make_the_same_archive(tmp_path):
    some = [held("https://kilas.example/a"), held("https://kilas.example/b")]
    for name in ("one", "two"):
        write_wacz(tmp_path / name, iter(some), title="Meja", at=AT)
    one, two = (sha256((tmp_path / name).read_bytes()).hexdigest() for name in ("one", "two"))
    assert one == two


@pytest.mark.parametrize("url", ["https://x.example:99999/a", "http://[bad/", "https://x.example/a b", "http://a..b/"])
def test_addresses_that_are_none_keep_their_line(tmp_path, url):
    assert write_wacz(tmp_path / "a.wacz", [held(url)], title="Meja", at=AT) == 1
    with zipfile.ZipFile(tmp_path / "a.wacz") as archive:
        (line,) = archive.read("indexes/index.cdx").decode().splitlines()
    key, stamp, facts = line.split(" ", 2)
    assert " " not in key
    assert stamp == "20260102030405"
    assert json.loads(facts)["url"] == url


# What the `surt` library gives, by which py-wacz and pywb sort.
@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www.kilas.example/A?b=1", "example,kilas)/a?b=1"),
        ("https://é.example/ü?q=É", "example,xn--9ca)/%c3%bc?q=%c3%89"),
        ("https://x.example:8443/a%C3%BC/", "example,x:8443)/a%c3%bc"),
        ("http://x.example:80/", "example,x)/"),
        ("http://x.example", "example,x)/"),
    ],
)
def test_keys_are_those_by_which_others_look(url, key):
    assert _key(url) == key


def test_every_line_of_the_index_points_at_its_capture(tmp_path):
    urls = [f"https://kilas.example/{name}" for name in "cab"]
    write_wacz(tmp_path / "a.wacz", map(held, urls), title="Meja", at=AT)
    with zipfile.ZipFile(tmp_path / "a.wacz") as archive:
        lines = archive.read("indexes/index.cdx").decode().splitlines()
        warc = archive.read("archive/data.warc.gz")
        pages = [json.loads(line) for line in archive.read("pages/pages.jsonl").decode().splitlines()[1:]]
    assert lines == sorted(lines)
    for line in lines:
        facts = json.loads(line.split(" ", 2)[2])
        block = warc[int(facts["offset"]) :][: int(facts["length"])]
        read = [(one.headers["WARC-Target-URI"], one.reader.read()) for one in ArchiveIterator(io.BytesIO(block))]
        assert read == [(facts["url"], b"<p>x</p>")]
    assert [page["url"] for page in pages] == urls
    assert len({page["id"] for page in pages}) == 3


def test_an_outlet_is_named_in_a_urn(beras):
    assert entry(replace(beras, outlet=Outlet("Kilas Kota")), AT).source.id == "urn:runut:outlet:Kilas%20Kota"
