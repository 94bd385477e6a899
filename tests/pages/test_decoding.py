"""Bytes to text: the bytes are trusted over what is said about them."""

import codecs

import pytest

from runut.errors import Unreadable
from runut.pages import parse
from runut.vocabulary import Capture

HTML = "<html><head>{meta}</head><body><h1>Kafé “Senja” tutup</h1><p>Résumé café — naïve façade, déjà vu.</p></html>"
META = '<meta charset="{}">'


def texts(content: bytes, charset: str | None = None) -> list[str]:
    return [block.text for block in parse(Capture("page", content, charset=charset)).blocks]


@pytest.mark.parametrize(
    ("content", "charset"),
    [
        (HTML.format(meta="").encode(), None),
        (codecs.BOM_UTF8 + HTML.format(meta="").encode(), None),
        (HTML.format(meta=META.format("windows-1252")).encode("cp1252"), None),
        (HTML.format(meta="").encode("cp1252"), "iso-8859-1"),
        (codecs.BOM_UTF16_LE + HTML.format(meta="").encode("utf-16-le"), None),
        (HTML.format(meta="").encode("utf-16-le"), None),
        (HTML.format(meta="").encode("utf-16-be"), "utf-8"),
        (HTML.format(meta=META.format("iso-8859-1")).encode(), "latin-1"),
        (HTML.format(meta=META.format("no-such-charset")).encode(), "neither-this"),
    ],
)
def test_charsets(content, charset):
    assert texts(content, charset) == ["Kafé “Senja” tutup", "Résumé café — naïve façade, déjà vu."]


def test_wrong_charset_leaves_a_doubt():
    page = parse(Capture("page", HTML.format(meta=META.format("iso-8859-1")).encode()))
    assert [doubt.kind for doubt in page.doubts] == ["wrong_charset"]


def test_one_broken_byte_does_not_change_the_charset():
    content = HTML.format(meta=META.format("utf-8")).encode().replace(b"Kaf", b"K\xffaf", 1)
    page = parse(Capture("page", content))
    assert page.blocks[1].text.startswith("Résumé")
    assert [doubt.kind for doubt in page.doubts] == ["damaged_text"]


@pytest.mark.parametrize("content", [b"", b"  \r\n\t ", b"\x00" * 40])
def test_empty(content):
    with pytest.raises(Unreadable, match="is empty"):
        texts(content)


@pytest.mark.parametrize("content", [b"%PDF-1.7 \x00\x01", b"\x89PNG\r\n\x1a\n\x00", bytes(range(256)) * 20])
def test_binary(content):
    with pytest.raises(Unreadable, match="is not a page"):
        texts(content)
