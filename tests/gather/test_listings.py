"""Feeds, sitemaps, front pages and OPML, well-made and hostile."""

import gzip
import time
from contextlib import suppress

import pytest

from runut.errors import TooLarge, Unreadable
from runut.gather.listings import Entry, Listing
from runut.gather.opml import Outline, read_opml, write_opml
from runut.gather.reading import read_listing
from runut.gather.starters import starters
from runut.vocabulary import Capture

BASE = "https://kilas.example/rss"
JUNE = 1_748_905_200  # 2025-06-03T06:00:00+07:00


def read(text, url=BASE, media_type="application/xml"):
    content = text if isinstance(text, bytes) else text.encode()
    return read_listing(Capture("x", content, url=url, media_type=media_type))


RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Kilas</title>
<item><title>Beras</title><link>/a/1</link><pubDate>Tue, 03 Jun 2025 06:00:00 +0700</pubDate></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Kilas</title><entry><title>Beras</title>
<link href="https://kilas.example/a/1"/><published>2025-06-01T00:00:00Z</published>
<updated>2025-06-02T23:00:00Z</updated></entry></feed>"""
JSON = """{"version":"https://jsonfeed.org/version/1.1","title":"Kilas","items":[{"id":"1","title":"Beras",
"url":"https://kilas.example/a/1#x","date_published":"2025-06-02T23:00:00Z"}]}"""
NEWS = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://kilas.example/a/1</loc><news:news>
<news:publication_date>2025-06-03T06:00:00+07:00</news:publication_date><news:title>Beras</news:title></news:news>
</url></urlset>"""


@pytest.mark.parametrize(
    ("text", "kind"),
    [(RSS, "feed"), (ATOM, "feed"), (JSON, "feed"), (NEWS, "sitemap"), (NEWS.encode("utf-16"), "sitemap")],
)
def test_each_form_gives_the_same_entry(text, kind):
    listing = read(text)
    assert (listing.kind, listing.entries) == (kind, (Entry("https://kilas.example/a/1", "Beras", JUNE),))


def test_a_packed_index_of_sitemaps_names_the_parts_changed_last_first():
    parts = "".join(f"<sitemap><loc>/peta-{n}.xml</loc><lastmod>2025-06-0{n}</lastmod></sitemap>" for n in (1, 3, 2))
    listing = read(gzip.compress(f"<sitemapindex>{parts}</sitemapindex>".encode()))
    assert listing.parts == tuple(f"https://kilas.example/peta-{n}.xml" for n in (3, 2, 1))


def test_of_a_long_sitemap_the_newest_are_kept():
    urls = "".join(f"<url><loc>/a/{n}</loc><lastmod>{1990 + n % 30}-01-01</lastmod></url>" for n in range(3000))
    entries = read(f"<urlset>{urls}</urlset>").entries
    assert len(entries) == 1000
    assert min(entry.stated for entry in entries) > max(0, JUNE - 17 * 366 * 86400)


def test_links_like_headlines_to_the_same_site_are_the_entries_of_a_front_page():
    front = """<html><body><nav><a href="/kanal/ekonomi-dan-bisnis-hari-ini">Berita ekonomi hari ini</a></nav>
    <main><h2><a href="/2025/06/03/harga-beras-turun">Harga beras turun di pasar induk</a></h2>
    <h2><a href="https://bola.kilas.example/read/48213/persib">Persib menang di kandang lawan</a></h2>
    <h2><a href="/tentang">Tentang kami dan redaksi Kilas</a></h2><a href="/2025/06/03/x-y-z-w">Foto</a>
    <h2><a href="https://lain.example/2025/06/03/harga-gula">Harga gula naik di pasar</a></h2></main></body></html>"""
    listing = read(front, "https://www.kilas.example/", "text/html")
    assert listing == Listing(
        kind="front page",
        entries=(
            Entry("https://www.kilas.example/2025/06/03/harga-beras-turun", "Harga beras turun di pasar induk"),
            Entry("https://bola.kilas.example/read/48213/persib", "Persib menang di kandang lawan"),
        ),
    )


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "http://[", "", "http://a.example/\nx"])
def test_what_is_no_web_address_is_no_entry(link):
    entries = read(
        f"<rss><channel><title>Kilas</title><item><title>t</title><link><![CDATA[{link}]]></link></item></channel></rss>"
    ).entries
    assert all(entry.url.startswith("https://kilas.example/") for entry in entries)


BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "inner",
    [
        "<rss><channel><item><title>&e9;</title><link>/a</link></item></channel></rss>",
        "<urlset><url><loc>&e9;</loc></url></urlset>",
        "<opml><body><outline text='&e9;'/></body></opml>",
    ],
)
def test_entities_that_grow_without_end_do_not(inner):
    text = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "aaaaaaaaaa">{BOMB}]>{inner}'
    begun = time.monotonic()
    try:
        told = str(read_opml(text.encode()) if "opml" in inner else read(text))
    except Unreadable as fault:
        told = str(fault)
    assert len(told) < 10_000
    assert time.monotonic() - begun < 5


def test_an_entity_reads_no_file(tmp_path):
    secret = tmp_path / "rahasia"
    secret.write_text("RAHASIA")
    text = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]><urlset><url><loc>/a?&e;</loc></url></urlset>'
    with suppress(Unreadable):
        assert read(text).entries in ((), (Entry("https://kilas.example/a"),))


def test_a_sitemap_that_unpacks_without_end_is_refused():
    with pytest.raises(TooLarge):
        read(gzip.compress(b"<urlset>" + b" " * 60_000_000))


@pytest.mark.parametrize("text", ["<rss>", "<urlset><url>", "{", "<?xml version='1.0'?><a/>", b"\x00\x01\x02" * 100])
def test_what_is_no_listing_is_told_so(text):
    with pytest.raises(Unreadable):
        read(text, media_type=None)


def test_opml_goes_out_and_comes_back():
    outlines = (Outline("https://a.example/rss?x=1&y=2", 'Kilas "Utama" & <lain>'), Outline("https://b.example/feed"))
    assert read_opml(write_opml(outlines).encode()) == (
        outlines[0],
        Outline("https://b.example/feed", "https://b.example/feed"),
    )


def test_folders_of_opml_are_opened():
    text = (
        '<opml><body><outline text="Media"><outline xmlUrl="http://a.example/rss" title="A"/></outline></body></opml>'
    )
    assert read_opml(text.encode()) == (Outline("http://a.example/rss", "A"),)


def test_every_outlet_of_a_starter_list_is_known():
    for name, starter in starters().items():
        assert len(starter.sites) == len(starter.outlets.strip().split("\n")), name
