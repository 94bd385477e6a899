"""The first real page, made a record from what a careful editor marked in it."""

import json
from pathlib import Path

import msgspec
import pytest
from selectolax.lexbor import LexborHTMLParser

from runut.reports.answer import answer
from runut.reports.brief import brief
from runut.reports.page import html
from runut.vocabulary import Record

SEED = Path(__file__).parents[3] / "shared" / "data" / "seed" / "gold.jsonl"


@pytest.fixture
def seed():
    if not SEED.exists():
        pytest.skip("the seed is not here")
    gold = json.loads(SEED.read_text("utf-8").splitlines()[0])
    unnamed = next(s["speaker"] for s in gold["statements"] if s["speaker_type"] == "unnamed")
    made = {"id": "", "outlet": {"name": gold["outlet"]}, "origins": [unnamed], "reading": {"runut": "0"}}
    return msgspec.convert(gold | made, type=Record)


def test_the_answer(seed):
    assert answer(seed, "en") == (
        "Pantau did not report this itself: it passes on Anadolu, which passes on The Wall Street Journal, "
        "which rests on unnamed officials; Elon Musk has not commented."
    )
    assert "yang bersandar pada pejabat yang tidak disebut namanya; Elon Musk belum berkomentar." in answer(seed, "id")


def test_the_brief_points_at_each_link_of_the_chain(seed):
    notes = brief(seed, "id").split("\n\n")[1].splitlines()
    assert len(notes) == 4
    assert all(name in note for name, note in zip(["Anadolu", "Wall Street", "pejabat", "Musk"], notes, strict=True))


def test_the_page_shows_all_statements(seed):
    page = LexborHTMLParser(html(seed, "id"))
    assert {s for spot in page.css(".spot") for s in spot.attributes["data-s"].split()} == set("12345678")
