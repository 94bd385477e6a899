"""Time pages made to exhaust a reader, each of up to 10 MB.

    python bench/hostile.py [--size BYTES] [NAME ...]

A page is read from its bytes to its article; the processor time of one reading is printed.
"""

import argparse
import time
from collections.abc import Callable

from runut.articles import recover
from runut.errors import InputFault
from runut.pages import LARGEST, parse
from runut.vocabulary import Capture

PROSE = b"Warga menunggu kapal yang datang terlambat, kata petugas di dermaga itu. "
HEAD = b"<html><head><title>Judul berita hari ini</title></head><body><h1>Judul berita hari ini</h1>"


def fill(part: bytes, size: int) -> bytes:
    """A part over and over, up to a size in bytes."""
    return part * (size // len(part))


def numbered(form: bytes, size: int) -> bytes:
    """A part with a running number, up to a size in bytes."""
    return b"".join(form % number for number in range(size // (len(form) + 4)))


PAGES: dict[str, Callable[[int], bytes]] = {
    "nested elements": lambda size: b"<div>" * 200_000 + fill(b"<div>", size - 1_000_100),
    "nested elements, few": lambda size: b"<div>" * 1900 + fill(b"<p>" + PROSE, size // 10),
    "nested formatting": lambda size: fill(b"<b><i>", size // 2) + PROSE,
    "formatting left open": lambda size: numbered(b"<b id=%d>", size // 100) + fill(b"<p>x", size // 2),
    "nested lists of links": lambda size: b"<ul>" * 1000 + fill(b"<li><a href=x>kata</a>", size // 20),
    "nested tables": lambda size: fill(b"<table><tr><td>", size),
    "a table": lambda size: b"<table>" + fill(b"<tr><td>satu<td>dua", size),
    "words lost from a table": lambda size: b"<table>" + fill(b"x<b>y", size // 20),
    "siblings": lambda size: fill(b"<p>Teks", min(size, 700_000)),
    "siblings, as many as fit": lambda size: fill(b"<p>", size),
    "paragraphs of prose": lambda size: fill(b"<p>" + PROSE * 3, size),
    "prose in one element": lambda size: b"<p>" + fill(PROSE, size),
    "one word": lambda size: b"<p>" + fill(b"a", size),
    "line breaks": lambda size: fill(b"satu<br>", size),
    "line breaks, few": lambda size: b"<p>" + fill(b"satu<br>", size // 10),
    "entities": lambda size: b"<p>" + fill(b"&amp;", size),
    "entities without an end": lambda size: b"<p>" + fill(b"&am", size),
    "signs without a shape": lambda size: b"<p>" + fill("\u200b".encode(), size),
    "one attribute": lambda size: b"<p class='" + fill(b"kata ", size) + b"'>" + PROSE,
    "one style": lambda size: b"<p style='" + fill(b"display ", size) + b"'>" + PROSE,
    "attributes": lambda size: b"<div " + numbered(b"a%d=1 ", size) + b">" + PROSE,
    "attributes with tags in them": lambda size: b"<div " + numbered(b"a%d='><b' ", size) + b">" + PROSE,
    "elements with many attributes": lambda size: fill(b"<i " + numbered(b"a%d ", 12_000) + b">", size),
    "classes": lambda size: numbered(b"<p class='kata-%d lain'>x", size // 4),
    "a script": lambda size: b"<script>" + fill(b"a<b;'</div>'", size) + b"</script>" + PROSE,
    "scripts": lambda size: fill(b"<script>x</script>", size // 8),
    "the state of scripts": lambda size: b"<script>" + fill(b'"publishpublishedAt":"2026-01-', size) + b"</script>",
    "a script without an end": lambda size: b"<script>" + fill(b"<!--<script", size),
    "comments": lambda size: fill(b"<!-- -->", size),
    "a comment without an end": lambda size: b"<!--" + fill(b"- -", size),
    "JSON-LD, nested": lambda size: b"<script type=application/ld+json>" + fill(b"[", size) + b"</script>" + PROSE,
    "JSON-LD, wide": lambda size: (
        b"<script type=application/ld+json>[" + fill(b'{"@type":"NewsArticle","name":"x"},', size) + b"{}]</script>"
    ),
    "JSON-LD, broken": lambda size: b"<script type=application/ld+json>{" + fill(b'"a":1,\n', size) + b"</script>",
    "meta tags": lambda size: fill(b"<meta property=og:title content=Judul>", size),
    "tags cut off": lambda size: fill(b"<", size),
    "quotes left open": lambda size: fill(b"<a href=\"x' <p>", size),
    "closing tags": lambda size: fill(b"</p></x>", size),
    "pictures": lambda size: fill(b"<img src=x alt=y>", size),
    "labels": lambda size: fill(b"<p>Penulis: ", size // 4) + PROSE,
    "dates": lambda size: fill(b"<p>Kamis, 4 Maret 2026 10.00 WIB ", size // 4),
    "links": lambda size: fill(b"<a href=x>Baca juga: kata</a> ", size // 4),
    "plain text": lambda size: fill(PROSE, size),
    "plain lines": lambda size: fill(b"Kata\n", size),
    "plain marks": lambda size: fill(b"*_~", size),
    "plain brackets": lambda size: b"Foto: " + fill(b"(", size) + b")",
    "plain addresses": lambda size: fill(b"http://", size),
}


def main() -> None:
    """Print name, bytes, seconds and what became of each page."""
    parser = argparse.ArgumentParser(description="Time pages made to exhaust a reader.")
    parser.add_argument("names", nargs="*")
    parser.add_argument("--size", type=int, default=LARGEST - 1000)
    options = parser.parse_args()
    recover(parse(Capture("first", HEAD + PROSE)))
    for name in options.names or PAGES:
        seconds, size, end = timed(name, options.size)
        print(f"{seconds:8.3f} s  {size:>12,} bytes  {name:32} {end}", flush=True)


def timed(name: str, size: int) -> tuple[float, int, str]:
    """One reading: seconds, bytes, and its doubts or the refusal."""
    made = PAGES[name](size)
    content = made if name.startswith("plain") else HEAD + made
    start = time.process_time()
    middle = start
    try:
        page = parse(Capture("page", content[:LARGEST]))
        middle = time.process_time()
        end = " ".join(doubt.kind for doubt in recover(page).doubts)
    except InputFault as fault:
        end = type(fault).__name__
    stop = time.process_time()
    return stop - start, len(content), f"(parse {middle - start:.2f}, recover {stop - middle:.2f}) {end}"


if __name__ == "__main__":
    main()
