import base64
import gzip
import quopri
import zlib

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runut.capture import Unpacked, unpack
from runut.capture.archives import original
from runut.capture.inflate import gather, gunzip, inflate
from runut.errors import InputFault, TooLarge, Unreadable
from runut.vocabulary.captures import Capture

PAGE = "<!DOCTYPE html><html><head><title>Panen</title></head><body><p>Café “Padi” dibuka.</p></body></html>".encode()
URL = "https://kabar.example/berita/1?x=a"


def opened(content, limit=1_000_000, **known):
    return unpack(Capture("x", content, **known), limit)


def test_a_plain_page_comes_back_as_it_is():
    page = opened(PAGE, media_type="text/html", url=URL)
    assert page == Capture("x", PAGE, media_type="text/html", url=URL)
    assert not isinstance(page, Unpacked)


def test_what_came_in_is_kept():
    received = Capture("x", gzip.compress(PAGE), fetched="2025-01-01T00:00:00Z")
    page = unpack(received)
    assert isinstance(page, Unpacked)
    assert page.received is received
    assert (page.content, page.media_type, page.fetched) == (PAGE, "text/html", received.fetched)


class TestGzip:
    def test_members_one_after_the_other_are_joined(self):
        assert gunzip(gzip.compress(b"a" * 70_000) + gzip.compress(b"b"), 100_000) == b"a" * 70_000 + b"b"

    @pytest.mark.parametrize("tail", [bytes(512), b"rubbish"])
    def test_padding_is_left(self, tail):
        assert gunzip(gzip.compress(PAGE) + tail, 10_000) == PAGE

    def test_a_bomb_is_cut_off_after_the_limit(self):
        seen = []

        def counted(pieces):
            for piece in pieces:
                seen.append(len(piece))
                yield piece

        bomb = gzip.compress(bytes(30_000_000))
        with pytest.raises(TooLarge, match=r"0\.1 MB"):
            gather(counted(inflate([bomb], "gzip")), 100_000)
        assert sum(seen) < 200_000

    def test_gzip_in_gzip_is_refused(self):
        with pytest.raises(Unreadable, match="inside gzip"):
            opened(gzip.compress(gzip.compress(PAGE)))

    def test_thousands_of_members_are_refused(self):
        with pytest.raises(TooLarge, match="members"):
            gunzip(gzip.compress(b"") * 5_000, 10_000)

    @pytest.mark.parametrize("damage", [slice(0, 10), slice(0, 40), slice(0, -1), slice(0, 2)])
    def test_a_file_that_ends_early_is_unreadable(self, damage):
        with pytest.raises(Unreadable):
            opened(gzip.compress(PAGE)[damage])

    def test_a_damaged_file_is_unreadable(self):
        packed = bytearray(gzip.compress(PAGE))
        packed[20] ^= 255
        with pytest.raises(Unreadable, match="damaged"):
            opened(bytes(packed))

    def test_an_empty_page_in_gzip_is_unreadable(self):
        with pytest.raises(Unreadable, match="empty"):
            opened(gzip.compress(b""))

    @given(st.binary(max_size=3_000), st.integers(1, 400))
    def test_what_was_packed_comes_out_in_any_slices(self, content, width):
        for coding, pack in (("gzip", gzip.compress), ("deflate", zlib.compress), ("br", brotli.compress)):
            packed = pack(content)
            slices = [packed[start : start + width] for start in range(0, len(packed), width)]
            assert gather(inflate(slices, coding), 3_000) == content


def mhtml(parts, head="", start=""):
    lines = [
        "From: <Saved by Blink>",
        f"Snapshot-Content-Location: {URL}",
        "Subject: =?utf-8?Q?Panen?=",
        "MIME-Version: 1.0",
        f'Content-Type: multipart/related;\n\ttype="text/html";{start}\n\tboundary="----Batas--x"',
        head,
        "",
    ]
    return (
        "\n".join(lines).replace("\n", "\r\n").encode()
        + b"".join(b"------Batas--x\r\n" + part + b"\r\n" for part in parts)
        + b"------Batas--x--\r\n"
    )


def part(content, kind="text/html", coding="quoted-printable", **headers):
    pack = {
        "quoted-printable": lambda raw: quopri.encodestring(raw).replace(b"\n", b"\r\n"),
        "base64": base64.encodebytes,
        "binary": bytes,
    }
    told = {"Content-Type": kind, "Content-Transfer-Encoding": coding} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    return "".join(f"{name}: {value}\r\n" for name, value in told.items()).encode() + b"\r\n" + pack[coding](content)


class TestMhtml:
    @pytest.mark.parametrize("coding", ["quoted-printable", "base64", "binary"])
    def test_the_page_is_taken_out(self, coding):
        content = mhtml(
            [
                part(b"\x89PNG", "image/png", "base64"),
                part(PAGE, "text/html; charset=UTF-8", coding),
                part(b"x{}", "text/css"),
            ]
        )
        page = opened(content)
        assert (page.content, page.url, page.charset, page.media_type) == (PAGE, URL, "utf-8", "text/html")

    def test_the_part_named_as_root_is_the_page(self):
        content = mhtml(
            [part(b"<p>iklan</p>"), part(PAGE, Content_ID="<f1@mhtml.blink>")], start=' start="<f1@mhtml.blink>";'
        )
        assert opened(content).content == PAGE

    def test_without_snapshot_the_part_tells_the_address(self):
        content = mhtml([part(PAGE, Content_Location="https://lain.example/2")]).replace(
            b"Snapshot-Content", b"X-Other"
        )
        assert opened(content).url == "https://lain.example/2"

    def test_a_page_in_alternatives_is_found(self):
        inner = (
            b"Content-Type: multipart/alternative; boundary=dalam\r\n\r\n--dalam\r\n"
            + part(b"Padi", "text/plain")
            + b"\r\n--dalam\r\n"
            + part(PAGE)
            + b"\r\n--dalam--"
        )
        assert opened(mhtml([inner])).content == PAGE

    def test_it_may_be_packed_in_gzip(self):
        assert opened(gzip.compress(mhtml([part(PAGE)]))).content == PAGE

    @pytest.mark.parametrize("parts", [[], [part(b"x{}", "text/css")], [b""], [b"\r\n\r\n"]])
    def test_without_html_it_is_unreadable(self, parts):
        with pytest.raises(Unreadable):
            opened(mhtml(parts))

    def test_deep_nesting_is_left(self):
        content = b"<p>x</p>"
        for depth in range(200):
            content = b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n%b\r\n--b%d--" % (
                depth,
                depth,
                content,
                depth,
            )
        with pytest.raises(Unreadable):
            opened(mhtml([content]))

    def test_a_text_about_mail_is_no_mail(self):
        text = b"Judul: Surat\n\nContent-Type: multipart/related; boundary=x"
        assert opened(text).content == text

    @settings(max_examples=300)
    @given(st.data())
    def test_damage_anywhere_gives_a_page_or_a_fault(self, data):
        content = bytearray(mhtml([part(PAGE, "text/html; charset=UTF-8"), part(b"\x89PNG", "image/png", "base64")]))
        for _ in range(data.draw(st.integers(1, 6))):
            place = data.draw(st.integers(0, len(content) - 1))
            content[place : place + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=12))
        is_page_or_fault(bytes(content))


MARKS = [
    b"<!--\n Page saved with SingleFile \n url: %b \n saved date: Thu Jan 02 2025 10:00:00 GMT+0700 (WIB)\n-->",
    b"<!-- saved from url=(0034)%b -->",
    b"<!-- Saved from %b at 2025-01-02T03:00:00Z using monolith v2.8.1 -->",
    b'<meta name="savepage-url" content="%b"><meta name="savepage-date" content="Thu">',
]


class TestSaves:
    @pytest.mark.parametrize("mark", MARKS)
    def test_the_mark_is_taken_out_and_tells_the_address(self, mark):
        page = opened(PAGE.replace(b"<head>", b"<head>" + mark % URL.encode()))
        assert (page.content, page.url) == (PAGE, URL)

    def test_httrack_tells_an_address_without_scheme(self):
        mark = b"<!-- Mirrored from kabar.example/berita/1 by HTTrack Website Copier/3.x [XR&CO'2014], Thu, 02 -->"
        page = opened(PAGE.replace(b"<head>", mark + b"<head>"))
        assert (page.content, page.url) == (PAGE, "https://kabar.example/berita/1")

    def test_webscrapbook_tells_it_at_the_root(self):
        page = opened(
            PAGE.replace(b"<html", b'<html data-scrapbook-source="%b" data-scrapbook-create="2025"' % URL.encode())
        )
        assert (page.content, page.url) == (PAGE, URL)

    def test_entities_in_the_address_are_resolved(self):
        mark = b'<meta name="savepage-url" content="https://kabar.example/?a=1&amp;b=2">'
        assert opened(PAGE.replace(b"<head>", b"<head>" + mark)).url == "https://kabar.example/?a=1&b=2"

    def test_a_known_address_is_kept(self):
        content = PAGE.replace(b"<head>", MARKS[1] % b"https://salah.example/" + b"<head>")
        assert opened(content, url=URL).url == URL

    @pytest.mark.parametrize(
        "mark", [b"<!-- saved from url=(0014)about:internet -->", b"<!-- saved from url=(0016)file:///C:/a.html -->"]
    )
    def test_a_local_address_is_none(self, mark):
        page = opened(mark + PAGE)
        assert (page.content, page.url) == (PAGE, None)

    def test_other_comments_stay(self):
        content = PAGE.replace(b"<head>", b"<!-- saved by the editor --><head>")
        assert opened(content).content == content

    def test_plain_text_is_left_alone(self):
        text = MARKS[1] % URL.encode() + b" kata Sari"
        assert opened(text, media_type="text/plain").content == text


HEAD_INSERT = b"""<script type="text/javascript" src="https://web-static.archive.org/_static/js/wombat.js"></script>
<script>__wm.init("https://web.archive.org/web");
__wm.wombat("http://kabar.example:80/berita/1?x=a","20250102030405","https://web.archive.org/","web","");</script>
<link rel="stylesheet" href="https://web-static.archive.org/_static/css/banner-styles.css" />
<!-- End Wayback Rewrite JS Include -->"""
TOOLBAR = b"""<!-- BEGIN WAYBACK TOOLBAR INSERT --><script>__wm.rw(0);</script><div id="wm-ipp-base" lang="en">
<div id="wm-ipp"><form><input id="wmtbURL" value="http://kabar.example/berita/1"></form><div>12 captures</div>
</div></div>
<div id="wm-ipp-print">The Wayback Machine</div><!-- END WAYBACK TOOLBAR INSERT -->"""
TAIL = b"""<!--
     FILE ARCHIVED ON 03:04:05 Jan 02, 2025 AND RETRIEVED FROM THE
     INTERNET ARCHIVE ON 10:00:00 Jan 03, 2025.
--><!--
playback timings (ms):
  captures_list: 0.6
-->"""


def wayback(body=b""):
    page = PAGE.replace(b"<head>", b"<head>" + HEAD_INSERT).replace(b"<body>", b"<body>" + TOOLBAR)
    return page.replace(b"</body>", body + b"</body>") + TAIL


class TestArchives:
    def test_the_frame_is_taken_off(self):
        page = opened(wayback())
        assert (page.content, page.url) == (PAGE, "http://kabar.example/berita/1?x=a")

    @pytest.mark.parametrize(
        ("there", "here"),
        [
            (
                'href="https://web.archive.org/web/20250102030405/https://kabar.example/2"',
                'href="https://kabar.example/2"',
            ),
            ('src="/web/20250102030405im_/https://kabar.example/a.jpg"', 'src="https://kabar.example/a.jpg"'),
            (
                'src="//web.archive.org/web/20250102030405js_/http://kabar.example/a.js"',
                'src="http://kabar.example/a.js"',
            ),
            (
                r'"url":"https:\/\/web.archive.org\/web\/20250102030405\/https:\/\/kabar.example\/3"',
                r'"url":"https:\/\/kabar.example\/3"',
            ),
            (
                'href="https://web.archive.org/web/20250102030405/https://web.archive.org/web/2020/https://lain.example/"',
                'href="https://web.archive.org/web/2020/https://lain.example/"',
            ),
            ('href="https://kabar.example/2025/01/02/judul"', 'href="https://kabar.example/2025/01/02/judul"'),
        ],
    )
    def test_links_lead_to_the_original_again(self, there, here):
        assert here.encode() in opened(wayback(there.encode())).content
        assert there == here or there.encode() not in opened(wayback(there.encode())).content

    def test_links_of_a_page_from_elsewhere_stay(self):
        content = PAGE.replace(
            b"</body>", b'<a href="https://web.archive.org/web/2025/https://a.example/">arsip</a></body>'
        )
        assert opened(content).content == content

    def test_the_address_is_told_by_where_it_was_fetched_or_saved(self):
        there = f"https://web.archive.org/web/20250102030405/{URL}"
        bare = PAGE.replace(b"<body>", b'<body><div id="wm-ipp-base"><div>bar</div></div>')
        for page in (opened(bare, url=there), opened(MARKS[0] % there.encode() + bare)):
            assert (page.content, page.url) == (PAGE, URL)

    def test_a_frame_without_end_stays_and_costs_nothing(self):
        content = PAGE.replace(
            b"<body>", b'<body><!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp-base"><p>bar</p>'
        )
        assert b"Caf\xc3\xa9" in opened(content).content

    def test_replays_of_other_archives_are_known(self):
        insert = b'<!-- WB Insert --><script>wbinfo.url = "%b";</script><!-- End WB Insert -->' % URL.encode()
        page = opened(PAGE.replace(b"<head>", b"<head>" + insert))
        assert (page.content, page.url) == (PAGE, URL)

    def test_of_archive_today_only_the_page_is_left(self):
        content = f"""<html><head><title>Panen</title><meta property="og:site_name" content="archive.ph"/>
            <meta property="article:published_time" content="2025-01-02T03:04:05Z"/>
            <link rel="canonical" href="https://archive.ph/2025.01.02-030405/{URL}"/></head><body><center>
            <div id="HEADER"><form>saved from <input value="{URL}"></form></div><div id="SOLID">
            <div id="CONTENT" style="x"><div><p>Padi, <a href="https://archive.ph/o/AbC12/https://kabar.example/2">lihat</a></p></div></div></div>
            <div id="SHARE">share</div></center></body></html>""".encode()
        page = opened(content)
        assert page.url == URL
        assert b"Padi" in page.content
        assert b'href="https://kabar.example/2"' in page.content
        assert b"<title>Panen</title>" in page.content
        for foreign in (b"HEADER", b"saved from", b"share", b"archive.ph", b"published_time"):
            assert foreign not in page.content

    @pytest.mark.parametrize(
        ("there", "here"),
        [
            ("https://web.archive.org/web/20250102030405/http://kabar.example:80/1", "http://kabar.example/1"),
            ("https://web.archive.org/web/20250102030405id_/https://kabar.example/1", "https://kabar.example/1"),
            ("http://archive.today/20250102030405/https://kabar.example/1", "https://kabar.example/1"),
            ("https://arquivo.example/wayback/20250102030405/https://kabar.example/1", "https://kabar.example/1"),
            ("https://kabar.example/1", None),
            ("https://kabar.example/20250102/https-is-good", None),
            (None, None),
        ],
    )
    def test_addresses_in_archives_are_told_by_their_form(self, there, here):
        assert original(there) == here


def is_page_or_fault(content):
    taken = unpack_or_fault(content)
    assert (
        str(taken).isprintable() if isinstance(taken, InputFault) else taken.media_type in ("text/html", "text/plain")
    )


def unpack_or_fault(content):
    try:
        return unpack(Capture("x", content), 200_000)
    except InputFault as fault:
        return fault


FRAGMENTS = [
    b"<!-- BEGIN WAYBACK TOOLBAR INSERT -->",
    b"<!-- END WAYBACK TOOLBAR INSERT -->",
    b'<div id="wm-ipp-base">',
    b"</div>",
    b"<div>",
    b"<head>",
    b"<!-- End Wayback Rewrite JS Include -->",
    b'__wm.wombat("http://a.example:80/',
    b'id="CONTENT"',
    b'<div id="CONTENT">',
    b'<link href="https://archive.ph/2025.01.02-030405/https://a.example/">',
    b"<!-- saved from url=(0020)",
    b"https://a.example/",
    b" -->",
    b"/web/20250102030405/",
    b"<!--\n Page saved with SingleFile \n url: ",
    b"\\/",
    b"<",
    b">",
    b"\x00",
    b"\n\n",
    b"--",
    b"\x1f\x8b\x08",
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n",
    b"--b\r\n",
    b"Content-Type: text/html\r\n\r\n",
    b"--b--",
    b"Content-Transfer-Encoding: base64\r\n",
    b"Content-Type: text/html; charset*=x''%ff\r\n",
    b"\xff\xfe",
    b"=?utf-8?q?=ff?=",
]


class TestHostile:
    @settings(max_examples=400)
    @given(st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.binary(max_size=8)), max_size=25).map(b"".join))
    def test_any_mixture_gives_a_page_or_a_fault(self, content):
        is_page_or_fault(content)

    @settings(max_examples=200)
    @given(st.binary(max_size=400))
    def test_any_bytes_give_a_page_or_a_fault(self, content):
        is_page_or_fault(content)
        is_page_or_fault(b"\x1f\x8b" + content)

    @pytest.mark.parametrize("fragment", FRAGMENTS)
    def test_a_page_of_one_fragment_alone_ends(self, fragment):
        """Searches that are quadratic in a page's length would take minutes here."""
        is_page_or_fault(b"<html>" + fragment * (190_000 // len(fragment)))
