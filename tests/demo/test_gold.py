"""The gold of the demo story agrees with its pages and with itself."""

import json
import re
from html import unescape
from importlib.resources import files
from itertools import pairwise
from typing import get_args

import pytest

from runut.demo import pages
from runut.vocabulary import Act, Manner, NoteKind, RelayKind, Role, Scope, SpeakerType

GOLD = files("runut") / "demo" / "gold"
EDTF = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}(-\d{2})?)?)?")
KINDS = {"p", "h", "li", "q", "t"}
DRIFTS = {
    "hedge_dropped",
    "hedge_added",
    "source_blurred",
    "source_sharpened",
    "number_changed",
    "date_changed",
    "quote_altered",
    "act_changed",
    "context_cut",
}


def rows(name: str) -> list[dict]:
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines()]


ANATOMIES = rows("pages.jsonl")
ARTICLES = rows("statements.jsonl")
STORY = json.loads((GOLD / "story.gold.json").read_text(encoding="utf-8"))
TEXTS = {article["id"]: article["text"] for article in ARTICLES}


def words_of(page: bytes) -> str:
    """The page's characters without its tags, with one space for each gap."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", page.decode())).split())


def each_anatomy():
    return pytest.mark.parametrize("anatomy", ANATOMIES, ids=lambda a: a["file"])


def each_article():
    return pytest.mark.parametrize("article", ARTICLES, ids=lambda a: a["id"])


def test_every_page_has_an_anatomy_and_belongs_to_one_article():
    names = [page.name for page in pages()]
    assert [anatomy["file"] for anatomy in ANATOMIES] == names
    assert sorted(file for article in ARTICLES for file in article["files"]) == names


@each_anatomy()
def test_the_anatomy_stands_on_the_page(anatomy):
    page = next(p for p in pages() if p.name == anatomy["file"])
    shown = words_of(page.path.read_bytes())
    said = [
        anatomy["headline"],
        anatomy["deck"],
        anatomy["dateline"],
        anatomy["lead_caption"],
        anatomy["lead_credit"],
        *(credit["name"] for credit in anatomy["byline"]),
        *(note["text"] for note in anatomy["notes"]),
        *(text for _, text in anatomy["paragraphs"]),
        *anatomy["related"],
        *anatomy["tags"],
        *anatomy["section"],
        *anatomy["agency"],
    ]
    assert [words for words in said if words is not None and words not in shown] == []


@each_anatomy()
def test_the_anatomy_uses_the_vocabulary(anatomy):
    assert {kind for kind, _ in anatomy["paragraphs"]} <= KINDS
    assert {credit["role"] for credit in anatomy["byline"]} <= {*get_args(Role), None}
    assert {note["kind"] for note in anatomy["notes"]} <= set(get_args(NoteKind))


@each_anatomy()
def test_the_text_is_the_paragraphs(anatomy):
    assert anatomy["text"] == "\n\n".join(text for _, text in anatomy["paragraphs"])


@each_article()
def test_the_text_is_that_of_its_parts(article):
    parts = [anatomy["text"] for anatomy in ANATOMIES if anatomy["file"] in article["files"]]
    assert article["text"] == "\n\n".join(parts)


@each_article()
def test_spans_hold_whole_words(article):
    text = article["text"]
    spans = [span for s in article["statements"] for span in (*s["content"], s["cue"], s["source"]) if span]
    spans += [relay["words"] for relay in article["relays"] if relay["words"]]
    spans += [date["span"] for date in article["dates"]]
    for start, end in spans:
        words = text[start:end]
        assert words
        assert words == words.strip()
        assert not text[max(0, start - 1) : start].isalnum() or not words[0].isalnum()
        assert not text[end : end + 1].isalnum() or not words[-1].isalnum()


@each_article()
def test_statements_are_well_formed(article):
    for statement in article["statements"]:
        assert statement["act"] in get_args(Act)
        assert statement["manner"] in get_args(Manner)
        assert statement["speaker_type"] in get_args(SpeakerType)
        assert (statement["speaker"] is None) == (statement["speaker_type"] == "none")
        assert statement["content"] or statement["act"] in {"declines", "denies"}
        assert all(before[1] <= after[0] for before, after in pairwise(statement["content"]))
        cue = statement["cue"]
        assert cue is None or not any(s < cue[1] and cue[0] < e for s, e in statement["content"])


@each_article()
def test_a_nested_statement_lies_within_its_holder(article):
    for statement in article["statements"]:
        if statement["within"] is not None:
            holder = article["statements"][statement["within"]]["content"]
            assert all(any(s <= a and b <= e for s, e in holder) for a, b in statement["content"])


@each_article()
def test_relays_and_chain_agree(article):
    relays = article["relays"]
    assert all(r["kind"] in get_args(RelayKind) and r["scope"] in get_args(Scope) for r in relays)
    assert article["chain"] == [article["outlet"], *(r["name"] for r in relays if r["scope"] == "article")]
    carriers = {relay["name"] for relay in relays} | {article["outlet"]}
    assert {name for statement in article["statements"] for name in statement["via"]} <= carriers


@each_article()
def test_people_and_dates_are_in_the_text(article):
    assert [p["name"] for p in article["people"] if p["name"] not in article["text"]] == []
    assert [d["value"] for d in article["dates"] if not EDTF.fullmatch(d["value"])] == []
    starts = [date["span"][0] for date in article["dates"]]
    assert starts == sorted(starts)


def test_the_story_speaks_of_its_articles_in_their_words():
    for drift in STORY["drifts"]:
        assert drift["kind"] in DRIFTS
        assert drift["from"] in TEXTS[drift["source"]]
        assert drift["to"] is None or drift["to"] in TEXTS[drift["copy"]]
    for claim in STORY["claims"]:
        assert [said for said in claim["statements"] if said["words"] not in TEXTS[said["article"]]] == []
        assert {said["act"] for said in claim["statements"]} <= set(get_args(Act))


def test_copies_come_after_their_sources_and_share_an_origin():
    published = {article["id"]: article["published"][:10] for article in ARTICLES}
    for copy in STORY["copies"]:
        assert published[copy["source"]] <= published[copy["copy"]]
        assert any({copy["copy"], copy["source"]} <= set(origin["articles"]) for origin in STORY["origins"])


def test_every_article_has_an_origin_or_is_unrelated():
    told = {article for origin in STORY["origins"] for article in origin["articles"]}
    assert told | set(STORY["unrelated"]) == set(TEXTS)
    assert not told & set(STORY["unrelated"])
    assert all(origin["held"] in origin["articles"] for origin in STORY["origins"])


def test_each_carrier_of_the_wrong_words_followed_the_correction_or_not():
    for correction in STORY["corrections"]:
        carriers = correction["carriers"]
        assert sorted(correction["followed"] + correction["not_followed"]) == carriers
        assert all(correction["wrong"] in TEXTS[key] for key in carriers)
        assert correction["wrong"] not in TEXTS[correction["article"]]
