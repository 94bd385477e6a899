"""Pages in web archives of others, made by warcio as crawlers make them."""

import gzip
import io
import zipfile

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from runut.capture import Failure, take
from runut.capture.archive import open_archive, read
from runut.vocabulary import Capture, Exchange

PAGE = b"<html><head><title>Harga</title></head><body><h1>Harga</h1><p>Harga beras turun.</p></body></html>"
CHUNKS = b"".join(b"%x\r\n%b\r\n" % (len(PAGE[i : i + 30]), PAGE[i : i + 30]) for i in range(0, len(PAGE), 30))


def warc(*answers, packed=True):
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    for number, (status, headers, body) in enumerate(answers):
        http = StatusAndHeaders(status, headers, protocol="HTTP/1.1")
        url = f"https://arsip.example/{number}"
        record = writer.create_warc_record(url, "response", io.BytesIO(body), length=len(body), http_headers=http)
        writer.write_record(record)
    return out.getvalue()


HTML = ("Content-Type", "text/html; charset=utf-8")


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
class TestCollections:
    """What `take` gives for a web archive."""

    def test_pages_come_out_of_their_codings_and_the_rest_is_passed_over(self, tmp_path):
        path = tmp_path / "crawl.warc.gz"
        path.write_bytes(
            warc(
                ("200 OK", [HTML], PAGE),
                ("200 OK", [HTML, ("Transfer-Encoding", "chunked")], CHUNKS + b"0\r\n\r\n"),
                ("200 OK", [HTML, ("Content-Encoding", "gzip")], gzip.compress(PAGE)),
                ("200 OK", [], PAGE),
                ("404 Not Found", [HTML], PAGE),
                ("200 OK", [("Content-Type", "image/png")], b"\0" * 60_000_000),
            )
        )
        taken = list(take(str(path)))
        assert [item.content for item in taken] == [PAGE] * 4
        assert [item.url for item in taken] == [f"https://arsip.example/{n}" for n in range(4)]
        assert taken[0].source == f"{path}#https://arsip.example/0"
        assert taken[0].charset == "utf-8"

    def test_what_cannot_be_read_does_not_keep_the_rest_away(self, tmp_path):
        path = tmp_path / "crawl.warc"
        bomb = gzip.compress(b"a" * 60_000_000)
        packed = [HTML, ("Content-Encoding", "gzip")]
        path.write_bytes(
            warc(("200 OK", packed, bomb), ("200 OK", packed, b"nothing"), ("200 OK", [HTML], PAGE), packed=False)
        )
        kinds = [type(item.error).__name__ if isinstance(item, Failure) else "page" for item in take(str(path))]
        assert kinds == ["TooLarge", "Unreadable", "page"]

    @pytest.mark.parametrize("packed", [True, False])
    def test_a_file_that_was_cut_off_gives_what_is_whole_and_says_so(self, tmp_path, packed):
        path = tmp_path / ("crawl.warc.gz" if packed else "crawl.warc")
        path.write_bytes(warc(("200 OK", [HTML], PAGE), ("200 OK", [HTML], PAGE), packed=packed)[:-60])
        first, second = take(str(path))
        assert first.content == PAGE
        assert isinstance(second, Failure)

    def test_wacz(self, tmp_path):
        with zipfile.ZipFile(tmp_path / "a.wacz", "w") as archive:
            archive.writestr("archive/data.warc.gz", warc(("200 OK", [HTML], PAGE)))
            archive.writestr("pages/pages.jsonl", "{}")
        assert [item.content for item in take(str(tmp_path))] == [PAGE]

    @pytest.mark.parametrize("content", [b"", b"hello", b"\x1f\x8b broken", b"PK\x03\x04"])
    @pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.wacz"])
    def test_what_is_no_web_archive_is_told(self, tmp_path, name, content):
        (tmp_path / name).write_bytes(content)
        (only,) = take(str(tmp_path / name))
        assert isinstance(only, Failure)


def test_a_fetched_page_comes_back_as_it_was(tmp_path):
    exchange = Exchange(
        b"GET /x HTTP/1.1\r\nHost: kilas.example\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n",
        gzip.compress(PAGE),
        "192.0.2.7",
    )
    url = "https://kilas.example/x"
    capture = Capture(url, PAGE, url, "text/html", None, "2025-06-01T00:00:00Z", exchange)
    with open_archive(tmp_path, lambda _: 0) as archive:
        place = archive.keep(capture)
    assert read(tmp_path, place) == capture
    with (tmp_path / place.file).open("rb") as stream:
        kinds = [record.rec_type for record in ArchiveIterator(stream, check_digests=True)]
    assert kinds == ["warcinfo", "response", "request", "metadata"]
