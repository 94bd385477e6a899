"""From a capture to its record: the whole way on pages of our own."""

import gzip
import json
from itertools import pairwise
from pathlib import Path
from typing import get_args

import msgspec
import pytest

import runut
from runut import flow
from runut.capture import Failure
from runut.errors import InputFault, Unreadable, UsageFault
from runut.vocabulary import Act, Capture, Kind, Manner, Record, RelayKind, Scope, SpeakerType

# Every key of the contract, as the documents of the project promise them.
KEYS = """id article file url canonical_url outlet language kind access section headline deck byline agency published
modified dateline images page tags related notes paragraphs text statements relays chain origins dates people doubts
reading seconds""".split()
STATEMENT = "id content cue source speaker speaker_type role manner act via within confidence evidence".split()


def plain(record: Record) -> dict:
    return json.loads(msgspec.json.encode(record))


@pytest.fixture(scope="module")
def record(pasar) -> Record:
    return flow.read(pasar)


def said(record: Record) -> list[tuple]:
    return [
        (" ".join(record.text[slice(*span)] for span in s.content), s.speaker, s.act, s.manner, s.via)
        for s in record.statements
    ]


def test_the_anatomy_of_a_page(record):
    assert record.kind == "article"
    assert record.headline == "Pasar Terapung Dibuka Lagi"
    assert record.outlet is not None
    assert record.outlet.name == "Kilas Dermaga"
    assert record.dateline == "KUALA LONTAR"
    assert record.published == "2026-03-12T09:15:00+07:00"
    assert [(c.name, c.role) for c in record.byline] == [("Laras Pertiwi", "writer")]
    assert [link.headline for link in record.related] == ["Harga Ikan Naik Menjelang Panen"]
    assert record.text.startswith("Pasar terapung di Kuala Lontar")
    assert "Baca juga" not in record.text


def test_who_said_what(record):
    assert said(record) == [
        ("Kami menunggu lama, dan pembeli sudah kembali", "Danu Wiryawan", "states", "direct", ("Nusantara Kabar",)),
        ("sewa lapak tidak akan naik tahun ini", "Danu Wiryawan", "states", "indirect", ()),
        ("belum menerima surat izin yang baru", "Sari Dewanti", "states", "indirect", ()),
        ("surat izin itu", "Pengelola pasar", "declines", "indirect", ()),
    ]


def test_where_it_comes_from(record):
    assert [(r.name, r.kind, r.scope) for r in record.relays] == [("Nusantara Kabar", "agency", "article")]
    assert record.chain == ("Kilas Dermaga", "Nusantara Kabar")
    assert record.origins == ("Danu Wiryawan",)


def test_dates_resolve_against_the_time_of_publication(record):
    told = {record.text[slice(*date.span)]: date.value for date in record.dates}
    assert told["kemarin"] == "2026-03-11"
    assert told["Kamis (12/3/2026)"] == "2026-03-12"
    assert record.doubts == ()


def test_a_pasted_page_reads_like_the_saved_one(pasted):
    record = flow.read(pasted)
    assert (record.headline, record.published) == ("Pasar Terapung Dibuka Lagi", "2026-03-12T09:15:00+07:00")
    assert record.dateline == "KUALA LONTAR"
    assert [s.speaker for s in record.statements] == ["Danu Wiryawan", "Danu Wiryawan"]
    assert record.chain == (None,), "a text that does not name its outlet has none"


def test_a_record_has_the_keys_of_the_contract(record):
    told = plain(record)
    assert set(told) == set(KEYS)
    assert set(told["statements"][0]) == set(STATEMENT)
    assert set(told["relays"][0]) == {"words", "name", "kind", "scope", "cites"}
    assert set(told["dates"][0]) == {"span", "value"}
    assert set(told["people"][0]) == {"name", "role", "mentions"}
    assert set(told["reading"]) == {"runut", "packs", "model"}
    assert set(told["outlet"]) == {"name", "domain"}


def test_values_are_those_of_the_vocabulary(record):
    assert record.kind in get_args(Kind)
    for statement in record.statements:
        assert statement.act in get_args(Act)
        assert statement.manner in get_args(Manner)
        assert statement.speaker_type in get_args(SpeakerType)
        assert 0 < statement.confidence <= 1
        assert statement.evidence, "a judgement brings its reason"
    assert all(r.kind in get_args(RelayKind) and r.scope in get_args(Scope) for r in record.relays)


def test_a_record_survives_being_written(record):
    assert msgspec.json.decode(msgspec.json.encode(record), type=Record) == record


def test_paragraphs_make_up_the_text(record):
    spans = [p.span for p in record.paragraphs]
    assert "\n\n".join(record.text[start:end] for start, end in spans) == record.text
    assert all(after[0] - before[1] == 2 for before, after in pairwise(spans))


def test_a_reading_says_what_made_it(record):
    assert record.reading.runut == runut.__version__
    assert record.reading.packs == {"id": "1"}


def without_time(record: Record) -> Record:
    return msgspec.structs.replace(record, seconds=None)


def test_reading_twice_gives_the_same_record(pasar):
    assert without_time(flow.read(pasar)) == without_time(flow.read(pasar))


def test_the_same_content_has_the_same_id_wherever_it_lies(pasar, record):
    elsewhere = flow.read(Capture("elsewhere.html", pasar.content))
    assert (elsewhere.id, elsewhere.article) == (record.id, record.article)
    assert elsewhere.file != record.file


def test_another_wording_is_another_version_of_the_same_article(pasar, record):
    changed = flow.read(Capture("pasar.html", pasar.content.replace(b"dua bulan", b"tiga bulan")))
    assert changed.article == record.article
    assert changed.id != record.id


def test_a_page_that_is_none_becomes_a_record_that_says_why():
    record = flow.read(Capture("empty.html", b""))
    assert (record.kind, record.file, record.text, record.statements) == ("error", "empty.html", "", ())
    assert [d.kind for d in record.doubts] == ["unreadable"]
    assert "empty" in record.doubts[0].message
    assert set(plain(record)) == set(KEYS)


def test_failures_keep_their_place_and_bring_no_capture(pasar):
    lost = Failure("lost.html", Unreadable("There is no such page."))
    told = list(flow.read_joined([pasar, lost, pasar]))
    assert [record.kind for record, _ in told] == ["article", "error", "article"]
    assert [captures for _, captures in told] == [(pasar,), (), (pasar,)]
    assert told[1][0].doubts[0].message == "There is no such page."


class TestApi:
    """`runut.read`: paths, bytes and links in; a record or an error out."""

    def test_bytes(self, pasar, record):
        read = runut.read(pasar.content)
        assert read.file == "bytes"
        assert without_time(read) == without_time(msgspec.structs.replace(record, file="bytes"))

    def test_packed_bytes(self, pasar, record):
        assert runut.read(gzip.compress(pasar.content)).id == record.id

    @pytest.mark.parametrize("kind", [str, Path])
    def test_path(self, tmp_path, pasar, record, kind):
        path = tmp_path / "pasar.html"
        path.write_bytes(pasar.content)
        assert runut.read(kind(path)).id == record.id

    def test_packed_file(self, tmp_path, pasar, record):
        path = tmp_path / "pasar.html.gz"
        path.write_bytes(gzip.compress(pasar.content))
        assert runut.read(path).id == record.id

    def test_missing_file(self, tmp_path):
        with pytest.raises(InputFault, match="no file"):
            runut.read(tmp_path / "nothing.html")

    def test_private_address(self):
        with pytest.raises(runut.RunutError, match="private"):
            runut.read("http://192.168.0.1/")

    @pytest.mark.parametrize("pages", [0, 1, 2])
    def test_directory(self, tmp_path, pasar, pages):
        for number in range(pages):
            (tmp_path / f"{number}.html").write_bytes(pasar.content)
        expected = {0: InputFault, 1: None, 2: UsageFault}[pages]
        if expected is None:
            assert runut.read(tmp_path).headline == "Pasar Terapung Dibuka Lagi"
        else:
            with pytest.raises(expected):
                runut.read(tmp_path)

    @pytest.mark.parametrize("content", [b"", b"  \n", b"%PDF-1.7 ...", bytes(range(256)) * 8])
    def test_bytes_that_are_no_page(self, content):
        with pytest.raises(Unreadable):
            runut.read(content)
