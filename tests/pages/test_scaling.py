"""Work grows as the page does: twice the page, twice the calls; and what no page needs is not even begun.

Calls are counted, not seconds: they are the same on every machine.
"""

import sys

import pytest

from runut.articles import recover
from runut.errors import InputFault
from runut.pages import depth, html, parse
from runut.vocabulary import Capture

HEAD = b"<html><head><title>Judul berita hari ini</title></head><body><h1>Judul berita hari ini</h1>"
PROSE = b"Warga menunggu kapal yang datang terlambat, kata petugas di dermaga itu. "
SIZE = 60


def calls(content: bytes) -> int:
    """How many functions are called from the bytes of a page to its article."""
    count = 0

    def counted(frame, event, arg):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        recover(parse(Capture("page", content)))
    except InputFault:
        pass
    finally:
        sys.setprofile(None)
    return count


SHAPES = {
    "nested elements": lambda n: HEAD + b"<div>" * n + PROSE,
    "nested elements with text": lambda n: HEAD + (b"<div>" + PROSE) * n,
    "nested lists of links": lambda n: HEAD + b"<ul>" * n + b"<li><a href=x>kata</a>" * n,
    "nested menus": lambda n: HEAD + (b"<nav>" + b"<a href=x>kata</a>" * 9) * n,
    "nested formatting": lambda n: HEAD + b"<b><i class=x>" * n + PROSE,
    "formatting left open": lambda n: HEAD + b"<b class=x>" * 3 + b"<p>kata" * n,
    "a table": lambda n: HEAD + b"<table>" + b"<tr><td>satu<td>dua" * n,
    "siblings": lambda n: HEAD + b"<p>Teks" * n,
    "paragraphs": lambda n: HEAD + (b"<p>" + PROSE * 2) * n,
    "line breaks": lambda n: HEAD + b"<p>" + b"satu<br>" * n,
    "links in one paragraph": lambda n: HEAD + b"<p>" + b"<a href=x>kata</a> " * n,
    "marked words in one paragraph": lambda n: HEAD + b"<p>" + b"<span class=kata>kata</span> " * n,
    "pieces within pieces": lambda n: HEAD + b"<p>" + b"<span class=kata>x" * min(n, 1500) + PROSE,
    "attributes": lambda n: HEAD + b"<p " + b" ".join(b"a%d=1" % i for i in range(n)) + b">" + PROSE,
    "classes": lambda n: HEAD + b"".join(b"<p class='kata-%d lain'>x" % i for i in range(n)),
    "scripts": lambda n: HEAD + b"<script>x</script>" * n + PROSE,
    "comments": lambda n: HEAD + b"<!-- -->" * n + PROSE,
    "entities": lambda n: HEAD + b"<p>" + b"&amp;" * n,
    "meta tags": lambda n: b"<html><head>" + b"<meta name=kata content=x>" * n + b"<body>" + PROSE,
    "pictures": lambda n: HEAD + b"<img src=x alt=y>" * n + PROSE,
    "labels": lambda n: HEAD + b"<p>Penulis: " * n,
    "dates": lambda n: HEAD + b"<p>Kamis, 4 Maret 2026 10.00 WIB " * n,
    "plain lines": lambda n: b"Kata lain\n" * n,
    "plain prose": lambda n: PROSE * n,
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_twice_the_page_takes_twice_the_work(shape):
    calls(shape(SIZE))
    one, two, four = (calls(shape(times * SIZE)) for times in (1, 2, 4))
    assert four - two < 2.5 * (two - one) + 500


def test_more_blocks_than_a_page_has_are_not_read():
    page = parse(Capture("page", HEAD + b"<p>Teks" * (html.MOST_BLOCKS + 5000)))
    assert len(page.blocks) == html.MOST_BLOCKS
    assert [doubt.kind for doubt in page.doubts] == ["cut_short"]


@pytest.mark.parametrize(
    "content",
    [
        HEAD + b"<div>" * 200_000,
        HEAD + b"<span>" * 100_000,
        HEAD + b"<x-y>" * 3000,
        HEAD + b"<div " + b" ".join(b"a%d=1" % n for n in range(50_000)) + b">Teks",
        HEAD + b"<div " + b" ".join(b"a%d='><b'" % n for n in range(50_000)) + b">Teks",
        HEAD + (b"<i " + b" ".join(b"a%d" % n for n in range(2000)) + b">") * 50,
        HEAD + b"<div>" * 1900 + b"<p>x</p>" * 20_000,
        HEAD + b"".join(b"<b id=%d>" % n for n in range(2000)) + b"<p>x" * 2000,
        HEAD + b"<" * (depth.MOST_SIGNS + 1),
    ],
    ids="nested spans unknown attributes quoted often deep reopened signs".split(),
)
def test_no_tree_is_built_where_that_costs_more_than_linear_time(content):
    assert depth.too_deep(content)


@pytest.mark.parametrize(
    "content",
    [
        HEAD + b"<div>" * 300 + PROSE + b"</div>" * 300,
        HEAD + b"<ul>" + b"<li><a href='/x' class='a b c'>Satu</a></li>" * 5000 + b"</ul>",
        HEAD + b"<p data-x='" + b"satu dua " * 100_000 + b"'>" + PROSE,
        HEAD + b"<script>" + b"if (a<b) { c = '<div>'; }" * 300 + b"</script>" + PROSE,
        HEAD + (b"<p>" + PROSE + b"<b>tebal</b> <i>miring</i></p>") * 5000,
    ],
    ids="nested menu attribute script long".split(),
)
def test_a_tree_is_built_of_pages_that_are_only_large(content):
    assert not depth.too_deep(content)


def test_a_page_that_ends_in_the_middle_of_a_menu():
    page = parse(Capture("page", HEAD + b"<ul>" * 500 + b"<li><a href=x>kata</a>" * 500))
    assert sum(len(block.links) for block in page.blocks) == 500
