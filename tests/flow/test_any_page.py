"""Whatever bytes a page is made of, they give a record whose every claim can be pointed at."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import runut
from runut import flow
from runut.vocabulary import Capture, Record

PIECES = [
    *"<html <head> <title> </title> <body> <article> <h1> </h1> <p> </p> <div> </div> <br> <b> <a href=x> </a>".split(),
    *"<script> </script> <!-- --> <table><tr><td> </table> <img src=x alt=y> <blockquote> <li> & &lt; &#x0;".split(),
    *"Penulis: Editor: Sumber: Baca juga: Halaman 1 dari 3 JAKARTA - (12/3/2026) 09:15 WIB Kamis kemarin kata".split(),
    *'Sari Dewanti mengatakan “ ” " . , menurut Reuters dilansir Foto: Koreksi: \u202e \ufffd 𝒜'.split(),
    *("\n", "\n\n", " ", " ", " ", "\x00", "\r", "Warga pulang ke rumah. " * 12, '<html lang="id">', "<!DOCTYPE html>"),
    '<meta property="og:title" content="Panen"><meta property="og:site_name" content="Kilas">',
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Panen", "dateCreated": 6}</script>',
    '<script type="application/ld+json">{"@type": ["NewsArticle", [{}]], "author": [[null]], "headline": 3}</script>',
    '<link rel="canonical" href="http://[::1/?page=2">',
    '<time datetime="2026-99-99T99:99">',
]
pages = st.lists(st.sampled_from(PIECES), max_size=60).map(lambda parts: "".join(parts).encode())
spaced = st.lists(st.sampled_from(PIECES), max_size=60).map(lambda parts: " ".join(parts).encode())
anything = st.binary(max_size=200)


def spans_of(record: Record):
    yield from (p.span for p in record.paragraphs)
    for s in record.statements:
        yield from (*s.content, s.cue, s.source)
    yield from (relay.words for relay in record.relays)
    yield from (date.span for date in record.dates)
    yield from (span for person in record.people for span in person.mentions)


@settings(max_examples=200, deadline=None)
@given(pages | spaced | anything)
def test_any_bytes_give_a_record(content):
    record = flow.read(Capture("page.html", content))
    assert all(0 <= span[0] < span[1] <= len(record.text) for span in spans_of(record) if span)
    assert "\n\n".join(record.text[slice(*p.span)] for p in record.paragraphs) == record.text
    assert record.kind == "error" or record.id
    assert msgspec.json.decode(msgspec.json.encode(record), type=Record) == record
    assert len(list(flow.read_joined([Capture("a", content), Capture("b", content)]))) == 2


# Enough of each that what takes quadratic time with it does not come back; the limit only stops the wait.
@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "piece",
    [
        " meminta ",
        " kata  meminta ",
        " menurut “",
        "“Ya,” kata Sari.\n\n",
        "Sari Dewanti ",
        " Hal itu disampaikan ",
        "(12/3/2026) ",
        " dilansir Reuters",
        "Kementerian Laut (KL) ",
        "Baca juga: ",
    ],
)
def test_hostile_text_is_attributed(piece):
    text = piece * (40_000 // len(piece))
    found = runut.attribute(text, language="id")
    assert len(found.chain) >= 1
