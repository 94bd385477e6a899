"""Every string of a page is hostile: it is shown as words, and a page that is far too much stays usable."""

import re

import pytest
from msgspec.structs import replace

from runut.desk import Item, add, show
from runut.reports.plain import plain
from runut.vocabulary import Credit, Doubt, Evidence, Image, Note, Outlet, Paragraph, Related, Statement

SCRIPT = "</textarea></title><script>alert(1)</script><img src=x onerror=alert(1)>\"'><b>"
TURNED = "\u202eabc\u2066def\u200b\u200fghi\x1b[31m"
LINK = "javascript:alert(1)"


@pytest.fixture
def shown(client, desk, keys):
    """Puts an article on the desk in the place of another, and asks for every page of it."""

    def ask(**fields):
        record = show(desk, keys["ship"]).record
        add(desk, [Item(replace(record, id=f"hostile-{len(fields)}", **fields))])
        key = keys["ship"]
        paths = [
            f"/articles/{key}{more}" for more in ("", "/copies", "/changes", "/original?at=0-9", "/story", "/brief")
        ]
        paths += ["/", "/search?q=kapal", "/search/facets", "/people", "/outlets"]
        paths += [f"/compare?left={key}&right={keys['copy']}"]
        return [client.get(path) for path in paths]

    return ask


def everywhere(words, text):
    said = Statement(
        id=words[:50],
        content=((0, len(text)),),
        cue=(0, 3),
        speaker=words,
        role=words,
        via=(words,),
        confidence=0.1,
        evidence=(Evidence(words, words, (0, 5)),),
    )
    return {
        "text": text,
        "paragraphs": (Paragraph("paragraph", (0, len(text))),),
        "headline": words,
        "deck": words,
        "byline": (Credit(words, "writer"),),
        "section": (words,),
        "outlet": Outlet(words, words),
        "agency": (words,),
        "published": words,
        "modified": words,
        "dateline": words,
        "tags": (words,),
        "notes": (Note("correction", words),),
        "related": (Related(words, LINK),),
        "images": (Image(LINK, words, words),),
        "language": words,
        "chain": (words, words),
        "origins": (words,),
        "statements": (said,),
        "doubts": (Doubt(words, words, (0, 5)),),
        "url": LINK,
        "canonical_url": LINK,
    }


@pytest.mark.parametrize("words", [SCRIPT, TURNED, SCRIPT + TURNED])
def test_words_stay_words_in_every_field(shown, words):
    for answer in shown(**everywhere(words, words * 3)):
        assert answer.status_code == 200, answer.url
        assert "<script>alert" not in answer.text
        assert "onerror=alert(1)>" not in answer.text.replace("&gt;", "")
        assert not re.search(r'(?:href|src|action)="\s*javascript:', answer.text), answer.url
        body = answer.text.replace("\n", " ")
        assert plain(body) == body, answer.url


def test_a_headline_of_a_megabyte(shown):
    for answer in shown(headline="besar \u202e" * 140_000, deck="besar " * 180_000):
        assert answer.status_code == 200
        assert len(answer.content) < 200_000, answer.url


def test_ten_thousand_statements(client, shown, keys):
    text = "kata " * 12_000
    said = tuple(
        Statement(id=f"s{n}", content=((n, min(n + 4_000, len(text))),), speaker=f"Orang {n}", confidence=0.9)
        for n in range(10_000)
    )
    whole = (Paragraph("paragraph", (0, len(text))),)
    article, *_ = shown(text=text, paragraphs=whole, statements=said, people=())
    assert "10.000" in article.text
    assert len(article.content) < 1_500_000
    later = client.get(f"/articles/{keys['ship']}?from=9900")
    assert 'id="s9900"' in later.text
    assert 'id="s10000"' in later.text
    at = client.get(f"/articles/{keys['ship']}?at=50000-50010")
    assert 'id="here"' in at.text


def test_a_key_with_signs_that_addresses_have(client, desk, keys):
    record = show(desk, keys["copy"]).record
    add(desk, [Item(replace(record, article="a\"b<c>?#%&'", id="h", url=None, canonical_url=None))])
    (target,) = set(re.findall(r'class="headline" href="(/articles/a%[^"]*)"', client.get("/").text))
    for more in ("", "/story", "/copies", "/changes", "/brief", "/report.html"):
        found = client.get(target + more)
        assert found.status_code == 200, more
        assert "<c>" not in found.text


def test_a_page_of_nothing(shown):
    nothing = shown(text="", paragraphs=(), statements=(), headline=None, outlet=None, chain=(None,), origins=())
    assert {answer.status_code for answer in nothing} == {200}


def test_spans_that_point_nowhere(shown):
    said = Statement(content=((5, 2), (-4, 3), (10_000, 20_000)), cue=(90_000, 90_001), source=(3, 1), within=77)
    assert {answer.status_code for answer in shown(statements=(said,))} == {200}
