"""Fictional English articles, their statements marked by hand: the gold agrees with itself, and readings with it."""

import json
import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pytest

import runut
from runut.vocabulary import Statement
from runut.vocabulary.attributions import RelayKind, Scope
from runut.vocabulary.statements import Act, Manner, SpeakerType

Row = dict[str, Any]

FLOOR_WHO_SAID_WHAT = 0.66
"""Raise it whenever the reader of English has become better; never lower it."""

GOLD = Path(__file__).parents[1] / "fixtures" / "attribution" / "en.jsonl"
ARTICLES: list[Row] = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
WORD = re.compile(r"\w+(?:[-’'.,]\w+)*")

articles = pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["id"])


def spans(article: Row) -> Iterator[list[int]]:
    for statement in article["statements"]:
        yield from statement["content"]
        yield from (statement[part] for part in ("cue", "source") if statement[part])
    yield from (one["span"] for one in article["dates"])
    yield from (one["words"] for one in article["relays"])


@articles
def test_spans_are_trimmed_pieces_of_the_text(article):
    for start, end in spans(article):
        assert 0 <= start < end <= len(article["text"])
        piece = article["text"][start:end]
        assert piece == piece.strip()
        assert "\n" not in piece


@articles
def test_content_and_cue_are_apart(article):
    for statement in article["statements"]:
        parts = sorted(statement["content"] + ([statement["cue"]] if statement["cue"] else []))
        assert parts
        assert all(before[1] <= after[0] for before, after in pairwise(parts))


@articles
def test_labels_are_known(article):
    for statement in article["statements"]:
        assert set(statement) <= set(Statement.__struct_fields__)
        assert statement["act"] in get_args(Act)
        assert statement["manner"] in get_args(Manner)
        assert statement["speaker_type"] in get_args(SpeakerType)
        assert (statement["speaker"] is None) == (statement["speaker_type"] == "none")
        assert statement["content"] or statement["act"] == "declines"
    for relay in article["relays"]:
        assert relay["kind"] in get_args(RelayKind)
        assert relay["scope"] in get_args(Scope)


@articles
def test_names_occur_in_the_text(article):
    names = [statement["speaker"] for statement in article["statements"] if statement["speaker"]]
    names += [name for statement in article["statements"] for name in statement["via"]]
    names += [one["name"] for key in ("people", "relays") for one in article[key]]
    assert [name for name in names if name not in article["text"]] == []


@articles
def test_persons_who_speak_are_listed(article):
    people = {person["name"] for person in article["people"]}
    assert {s["speaker"] for s in article["statements"] if s["speaker_type"] == "person"} <= people


@articles
def test_what_is_nested_lies_within(article):
    for index, statement in enumerate(article["statements"]):
        if (outer := statement["within"]) is not None:
            assert outer != index
            around = article["statements"][outer]["content"]
            for start, end in statement["content"] + ([statement["cue"]] if statement["cue"] else []):
                assert any(a <= start and end <= b for a, b in around)


@articles
def test_dates_resolve(article):
    date.fromisoformat(article["published"])
    for one in article["dates"]:
        for side in one["value"].split("/"):
            date.fromisoformat(side + "-01-01"[len(side) - 4 :])


def places(text: str, found: list[list[int]]) -> set[int]:
    """Where the words of these spans start."""
    return {start + word.start() for start, end in found for word in WORD.finditer(text[start:end])}


def agreement(left: set[Any], right: set[Any]) -> float:
    """F1 of two sets."""
    return 2 * len(left & right) / max(1, len(left) + len(right))


def same_speaker(left: str | None, right: str | None) -> bool:
    """Whether one name is part of the other, or two descriptions share most of their words."""
    a, b = (set(re.findall(r"\w+", (name or "").casefold())) for name in (left, right))
    if not a or not b:
        return a == b
    return a <= b or b <= a or agreement(a, b) >= 0.6


def matched(article: Row, found: list[Row]) -> Iterator[tuple[Row, Row]]:
    """Statements whose words agree by half or more, best first, each used once."""
    wanted = article["statements"]
    left, right = ([places(article["text"], s["content"] or [s["cue"]]) for s in some] for some in (wanted, found))
    ranked = sorted(((agreement(a, b), i, j) for i, a in enumerate(left) for j, b in enumerate(right)), reverse=True)
    used: set[tuple[str, int]] = set()
    for value, i, j in ranked:
        if value >= 0.5 and not used & {("wanted", i), ("found", j)}:
            used |= {("wanted", i), ("found", j)}
            yield wanted[i], found[j]


def read(article: Row) -> list[Row]:
    """What the reader finds in the article, as the gold has it."""
    keys = ("language", "outlet", "headline", "published")
    found = runut.attribute(article["text"], reader="rules", **{key: article[key] for key in keys})
    return [{"content": s.content, "cue": s.cue, "speaker": s.speaker} for s in found.statements]


def test_who_said_what_stays_above_the_floor():
    right = total = 0
    for article in ARTICLES:
        found = read(article)
        right += sum(same_speaker(a["speaker"], b["speaker"]) for a, b in matched(article, found))
        total += len(found) + len(article["statements"])
    assert 2 * right / total >= FLOOR_WHO_SAID_WHAT
