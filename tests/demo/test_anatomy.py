"""What Runut recovers from the demo pages is what the gold says."""

import json
from importlib.resources import files

import pytest

from runut.articles import recover
from runut.demo import pages
from runut.pages import parse
from runut.vocabulary import Article, Capture

GOLD = files("runut") / "demo" / "gold" / "pages.jsonl"
ANATOMIES = {a["file"]: a for a in map(json.loads, GOLD.read_text(encoding="utf-8").splitlines())}
READ = {page.name: recover(parse(Capture(source=page.name, content=page.path.read_bytes()))) for page in pages()}


@pytest.fixture(params=sorted(ANATOMIES))
def pair(request) -> tuple[dict, Article]:
    return ANATOMIES[request.param], READ[request.param]


def test_outlet_and_headline(pair):
    gold, article = pair
    assert article.outlet is not None
    assert (article.outlet.name, article.headline) == (gold["outlet"], gold["headline"])


def test_byline(pair):
    gold, article = pair
    assert [{"name": c.name, "role": c.role} for c in article.byline] == gold["byline"]


def test_published_and_modified(pair):
    gold, article = pair
    assert (article.published, article.modified) == (gold["published"], gold["modified"])


def test_text(pair):
    gold, article = pair
    assert article.text.split("\n\n") == gold["text"].split("\n\n")


def test_related_links(pair):
    gold, article = pair
    assert [link.headline for link in article.related] == gold["related"]


def test_printed_notes(pair):
    gold, article = pair
    assert [{"kind": note.kind, "text": note.text} for note in article.notes] == gold["notes"]
