"""One anatomy, poured from its parts into a page; every field must come out again."""

import json
import re
from html import escape
from pathlib import Path
from string import Template

import pytest

from runut.articles import recover
from runut.pages import parse
from runut.vocabulary import Capture, Credit, Image, Related

SEED = Path(__file__).parents[3] / "shared" / "data" / "seed"
needs_seed = pytest.mark.skipif(not SEED.is_dir(), reason="development data is not here")


def pour(skeleton: str, parts: dict) -> str:
    """Fill the skeleton: the related link stands after the second paragraph."""
    paragraphs = [f"<p>{escape(text)}</p>" for text in parts["paragraphs"]]
    paragraphs[0] = paragraphs[0].replace("<p>", f"<p><strong>{parts['outlet']}</strong> - ", 1)
    paragraphs.insert(2, f'<p>Baca juga: <a href="/terkait">{escape(parts["related"])}</a></p>')
    plain = {name: escape(value) for name, value in parts.items() if isinstance(value, str)}
    return Template(skeleton).substitute(plain, body="\n".join(paragraphs))


def check(article, parts):
    assert article.outlet is not None
    assert article.outlet.name == parts["outlet"]
    assert article.section == (parts["section"],)
    assert article.headline == parts["headline"]
    assert article.deck is None
    assert article.byline == (Credit(parts["author"], "writer"),)
    assert article.agency == (parts["agency"],)
    assert (article.published, article.modified, article.dateline) == (None, None, None)
    assert article.images[0].caption == parts["caption"]
    assert article.images[0].credit == parts["credit"]
    assert [link.headline for link in article.related] == [parts["related"]]
    assert (article.tags, article.page, article.notes) == ((), None, ())
    assert (article.language, article.kind, article.access) == ("id", "article", "free")
    assert article.text == "\n\n".join(parts["paragraphs"])
    assert [article.text[slice(*p.span)] for p in article.paragraphs] == parts["paragraphs"]
    assert {p.kind for p in article.paragraphs} == {"paragraph"}
    assert [doubt.kind for doubt in article.doubts] == ["no_time"]


def test_fictional_parts(read, fixture):
    parts = json.loads(fixture("portal.json"))
    article = read(pour(fixture("portal.html"), parts))
    check(article, parts)
    assert article.images == (Image("/foto/utama.jpg", parts["caption"], parts["credit"]),)
    assert article.related == (Related(parts["related"], "/terkait"),)


@needs_seed
def test_seed_from_text():
    gold = json.loads((SEED / "page.jsonl").read_text(encoding="utf-8"))
    content = (SEED / "pantau.txt").read_bytes()
    check(recover(parse(Capture("pantau.txt", content))), parts_of(gold))


@needs_seed
def test_seed_from_html(read, fixture):
    gold = json.loads((SEED / "page.jsonl").read_text(encoding="utf-8"))
    parts = parts_of(gold)
    check(read(pour(fixture("portal.html"), parts)), parts)


def parts_of(gold: dict) -> dict:
    return {
        "outlet": gold["outlet"],
        "section": gold["section"][0],
        "headline": gold["headline"],
        "author": gold["byline"][0]["name"],
        "caption": gold["lead_caption"],
        "credit": gold["lead_credit"],
        "agency": gold["agency"][0],
        "related": gold["related"][0],
        "paragraphs": re.split(r"\n\n", gold["text"]),
    }
