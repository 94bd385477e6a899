"""Look for pages that break the reader or slow it down.

    make fuzz
    .fuzz/bin/python fuzz/pages.py CORPUS -max_total_time=60

Bytes choose from pieces of HTML and text, so that most inputs are pages of some sort; others are taken as they are.
Each is read, its article recovered, and its paragraphs located. Anything but a refusal ends the run, and so does a page
that takes longer than the bound below.
"""

import sys
import time
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["runut"]):
    from runut.articles import recover
    from runut.errors import InputFault
    from runut.pages import locate, parse
    from runut.vocabulary import Capture

# Far above what a page of this size takes, even traced.
SLOWEST = 2.0
PIECES = (
    "<html> <body> <head> <div> </div> <p> </p> <b> </b> <i> <a> </a> <table> <tr> <td> </table> <br> <img> "
    "<h1> </h1> <h2> <ul> </ul> <li> <nav> </nav> <footer> <script> </script> <style> </style> <template> "
    "<svg> </svg> <math> <select> <option> <textarea> <title> </title> <figure> <figcaption> <blockquote> "
    "<article> </article> <section> <span> </span> <time> <!-- --> <![CDATA[ ]]> <noscript> <iframe> "
    "<frameset> <plaintext> <form> <button> <dl> <dt> <dd> <pre> <address> <label>"
).split()
FORMS = (
    "<a href=x>Satu dua tiga</a>",
    "<p class='byline'>Penulis: Sari Dewi</p>",
    "<div hidden>",
    "<span style='display:none'>",
    "<time datetime=2026-03-04T10:00:00+07:00>",
    "<meta property=og:title content='Judul berita'>",
    "<meta charset=utf-16>",
    "<link rel=canonical href=https://situs.example/a>",
    "<script type='application/ld+json'>",
    '{"@type":"NewsArticle","headline":"Judul berita","author":[{"name":"Sari"}],"articleBody":"',
    '"}',
    "[[",
    "Kalimat yang cukup panjang untuk dibaca sebagai paragraf sebuah berita, kata petugas itu. ",
    "JAKARTA, Situs.example - ",
    "Baca juga: ",
    "Kamis, 4 Maret 2026 | 10.00 WIB ",
    "Foto: Sari/Antara",
    "(abc/def)",
    "*tebal* _miring_ ",
    "\n\n",
    "\u200b",
    "&amp;&#x0;&#99999999;&nbsp",
    "\x00",
    "“",
    "”",
    "'",
    '"',
    ">",
    "=",
)
CHOICES = (*PIECES, *FORMS)


class Broken(Exception):
    """What a page must not do to the reader."""


def page_of(data: bytes) -> bytes:
    """A page that these bytes choose; odd first bytes are taken as they are."""
    if data[:1] and data[0] % 8 == 7:
        return data[1:]
    return "".join(CHOICES[value % len(CHOICES)] for value in data[1:]).encode()


def read_one(data: bytes) -> None:
    """Read a page through to the places of its paragraphs."""
    start = time.process_time()
    capture = Capture("page", page_of(data))
    try:
        article = recover(parse(capture))
    except InputFault:
        return
    whole = "\n\n".join(article.text[slice(*p.span)] for p in article.paragraphs)
    if whole != article.text:
        raise Broken("the paragraphs do not make the text")
    found = locate(capture, article, [p.span for p in article.paragraphs])
    if any(passage.start >= passage.end for passages in found for passage in passages):
        raise Broken("a passage is empty")
    if time.process_time() - start > SLOWEST:
        raise Broken(f"{len(capture.content)} bytes took {time.process_time() - start:.1f} s")


def main() -> None:
    """Run the fuzzer with the options of libFuzzer."""
    for word in sys.argv[1:]:
        if not word.startswith("-"):
            Path(word).mkdir(parents=True, exist_ok=True)
    atheris.Setup(sys.argv, read_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
