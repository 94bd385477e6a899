"""From words of an article back to the nodes of its page."""

import gzip
import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from runut.articles import recover
from runut.pages import Passage, locate, parse
from runut.pages.decoding import decode
from runut.vocabulary import Article, Capture, Paragraph

ROOT = Path(__file__).resolve().parents[2]
DEMO = sorted(file for file in (ROOT / "src/runut/demo/pages").rglob("*") if file.is_file())
SHARED = ROOT.parent / "shared/data/pages"
STEP = re.compile(r"([^/\[]+)(?:\[(\d+)\])?")
UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad\u202a\u202c]")


def node_text(tree: LexborHTMLParser, path: str) -> str:
    """The text of the node that a path names, found step by step."""
    node = tree.root
    for name, number in STEP.findall(path)[1:]:
        child, left = node.first_child, int(number or 1)
        while True:
            left -= child.tag == ("-text" if name == "text()" else name)
            if not left:
                break
            child = child.next
        node = child
    return node.text_content


def words(text: str) -> list[str]:
    return UNSEEN.sub("", text).split()


def found_again(capture: Capture) -> int:
    """How many paragraphs of a page are found to the letter in its tree; fails where one is not."""
    article = recover(parse(capture))
    if any(doubt.kind in ("claimed_text", "too_deep") for doubt in article.doubts):
        return 0
    text = decode(capture)
    tree = LexborHTMLParser(text.content)
    passages = locate(capture, article, [p.span for p in article.paragraphs])
    for paragraph, found in zip(article.paragraphs, passages, strict=True):
        there = [
            text.text[p.start : p.end] if p.node == "/text()[1]" else node_text(tree, p.node)[p.start : p.end]
            for p in found
        ]
        here = article.text[slice(*paragraph.span)]
        assert "".join(words("".join(there))).translate(CHAT) == "".join(words(here)).translate(CHAT), here
    return len(article.paragraphs)


# Marks of bold and italic in chats, which plain text is read without.
CHAT = str.maketrans(dict.fromkeys("*_~"))


@pytest.mark.parametrize("file", DEMO, ids=lambda file: file.name)
def test_every_paragraph_of_the_demo(file):
    assert found_again(Capture(file.name, file.read_bytes())) > 0


@pytest.mark.skipif(not SHARED.exists(), reason="the development pages are not here")
def test_every_paragraph_of_the_development_pages():
    # Each fifth, so that the tests stay fast.
    files = [file for file in sorted(SHARED.rglob("*")) if file.suffix in (".html", ".gz")][::5]
    total = sum(
        found_again(Capture(file.name, gzip.decompress(content) if file.suffix == ".gz" else content))
        for file in files
        for content in (file.read_bytes(),)
    )
    assert total > 500


def article(text: str) -> Article:
    spans, start = [], 0
    for part in text.split("\n\n"):
        spans.append(Paragraph("paragraph", (start, start + len(part))))
        start += len(part) + 2
    return Article(text=text, paragraphs=tuple(spans))


def test_a_span_over_several_nodes_gives_a_passage_of_each():
    page = Capture("page", b"<html><body><div></div><div><p>Kapal  <b>Sinar&nbsp;Laut</b>\n tiba.</p></div>")
    text = "Kapal Sinar Laut tiba."
    assert locate(page, article(text), [(0, len(text)), (6, 11), (12, 22)]) == (
        (
            Passage("/html/body/div[2]/p[1]/text()[1]", 0, 5),
            Passage("/html/body/div[2]/p[1]/b[1]/text()[1]", 0, 10),
            Passage("/html/body/div[2]/p[1]/text()[2]", 2, 7),
        ),
        (Passage("/html/body/div[2]/p[1]/b[1]/text()[1]", 0, 5),),
        (Passage("/html/body/div[2]/p[1]/b[1]/text()[1]", 6, 10), Passage("/html/body/div[2]/p[1]/text()[2]", 2, 7)),
    )


def test_the_article_itself_and_not_its_teaser():
    page = Capture("page", b"<html><body><ul><li>Banjir surut.</ul><p>Lain.</p><div><p>Banjir surut.<p>Warga pulang.")
    found = locate(page, article("Banjir surut.\n\nWarga pulang."), [(0, 13), (15, 28)])
    assert [p.node for spots in found for p in spots] == [
        "/html/body/div[1]/p[1]/text()[1]",
        "/html/body/div[1]/p[2]/text()[1]",
    ]


def test_a_paragraph_whose_opening_was_cut_off():
    page = Capture("page", b"<html><body><p>JAKARTA - Banjir surut.")
    assert locate(page, article("Banjir surut."), [(0, 6)]) == ((Passage("/html/body/p[1]/text()[1]", 10, 16),),)


def test_scripts_count_as_nodes_but_not_as_text():
    page = Capture("page", b"<html><body><p>Banjir <script>'surut'</script><!-- surut -->surut.")
    assert locate(page, article("Banjir surut."), [(7, 12)]) == ((Passage("/html/body/p[1]/text()[2]", 0, 5),),)


def test_plain_text_counts_from_its_start():
    page = Capture("chat", b"Judul berita\n\n*Banjir*  surut.\n", media_type="text/plain")
    assert locate(page, article("Banjir surut."), [(0, 6), (7, 13)]) == (
        (Passage("/text()[1]", 15, 21),),
        (Passage("/text()[1]", 24, 30),),
    )


@pytest.mark.parametrize("text", ["Kata yang tidak ada.", ""])
def test_what_is_not_on_the_page_has_no_place(text):
    page = Capture("page", b"<html><body><p>Banjir surut.")
    assert locate(page, article(text), [(0, len(text))]) == ((),)
