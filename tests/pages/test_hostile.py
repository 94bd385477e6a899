"""Pages made to exhaust or to confuse: read in linear time, with a doubt at most."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runut.articles import recover
from runut.errors import InputFault
from runut.pages import parse
from runut.vocabulary import Capture

TAGS = (
    "<html> <body> <div> </div> <p> <b> </b> <a href='x'> </a> <table> <tr> <td> </p> <br> <img src=x> <h1> </h1> <li> "
    "<ul> <!-- --> <script> </script> <figure> <figcaption> <time datetime=2026> <span hidden> &amp; &#x0; &#99999999; "
    '<script type=application/ld+json>{"@graph": <p class=byline>Oleh <svg> <template> <title> <meta charset=x>'
).split()
WORDS = (
    "Penulis: ",
    "Foto: (",
    "Baca juga: ",
    "\x00",
    "“",
    "JAKARTA - ",
    "Kalimat yang cukup panjang untuk dibaca orang. ",
)
PIECES = st.sampled_from((*TAGS, *WORDS))


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES | st.text(max_size=12), max_size=60))
def test_anything_is_read_or_refused(pieces):
    content = ("<html>" + "".join(pieces)).encode("utf-8", "replace")
    try:
        article = recover(parse(Capture("page", content)))
    except InputFault:
        return
    ends = [p.span[1] for p in article.paragraphs]
    assert "\n\n".join(article.text[slice(*p.span)] for p in article.paragraphs) == article.text
    assert ends == sorted(ends)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content):
    try:
        recover(parse(Capture("page", content)))
    except InputFault:
        return


@pytest.mark.parametrize(
    ("content", "doubt"),
    [
        (b"<div>" * 200_000 + b"Teks", "too_deep"),
        (b"<html>" + b"".join(b"<b id=%d>" % n for n in range(600)) + b"<p>x" * 40_000, "too_deep"),
        (b"<html>" + b"<p>Teks" * 100_000, "cut_short"),
        (b"<html><body>" + b"<p>Teks <i>x</i></p>" * 160_000, "too_deep"),
        (b"<html><body><p class='" + b"a " * 500_000 + b"'>Teks</p>", None),
        (b"<html><div " + b" ".join(b"a%d=1" % n for n in range(50_000)) + b">Teks</div>", None),
        (b"<html><body><p>Teks" + b"<table>x<b>y" * 300, None),
        (b"<html><script type='application/ld+json'>" + b"[" * 300_000 + b"</script><p>Teks", None),
        (b"<html><body><p>Teks</p>" + b"<" * 9_000_000, "too_deep"),
        (b"kata " * 400_000, None),
        (b"*_~" * 200_000, None),
        (b"Foto: " + b"(" * 200_000 + b")", None),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_pages_made_to_exhaust(content, doubt):
    article = recover(parse(Capture("page", content)))
    kinds = {d.kind for d in article.doubts}
    assert doubt is None or doubt in kinds
