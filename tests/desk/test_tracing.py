"""One article traced against the desk: found by the phrases that the index of words has."""

import random

import pytest

from runut.desk import Item, add, trace_article
from runut.errors import NotHeld

NAMES = "Sari Dewanti Bayu Laksana Rina Utami Losari Pandanaran Merapi Cisadane".split()


def body(seed, sentences=12):
    chance = random.Random(seed)
    stock = ["".join(chance.choices("bcdfghjklmnp", k=1) + chance.choices("aeiourst", k=5)) for _ in range(60)]
    return " ".join(f"{chance.choice(NAMES)} {' '.join(chance.choices(stock, k=11))}." for _ in range(sentences))


@pytest.fixture
def traced(desk, text):
    """A desk with a report, a copy that was cut, one that was merged, and others."""
    report, other = body(1), body(2)
    told = {
        "asal": report,
        "potong": ". ".join(report.split(". ")[:7]),
        "gabung": ". ".join([*other.split(". ")[:6], *report.split(". ")[:6]]),
        **{f"lain{n}": body(10 + n) for n in range(6)},
    }
    add(desk, [Item(text(words, url=f"https://kilas.example/{name}", outlet=name)) for name, words in told.items()])
    return desk


def links(desk, name):
    found = trace_article(desk, f"https://kilas.example/{name}")
    return {frozenset((link.copy, link.source)) for link in found}, found


def test_whose_wording_it_has_and_who_has_its(traced):
    pairs, found = links(traced, "asal")
    assert len(pairs) == len(found) == 2
    assert found[0].share > 0.9
    assert links(traced, "potong")[0] & pairs
    assert links(traced, "gabung")[0] >= {pair for pair in pairs if pair not in links(traced, "potong")[0]}


def test_an_article_without_copies_has_no_links(traced):
    assert links(traced, "lain0") == (set(), ())


def test_a_house_phrase_leads_nowhere(desk, text):
    phrase = body(77, 2)
    add(desk, [Item(text(f"{body(n)} {phrase}", url=f"https://kilas.example/{n}")) for n in range(45)])
    assert links(desk, "3") == (set(), ())


def test_a_report_that_everybody_carries_leads_to_those_held_longest(desk, text):
    told = [Item(text(body(5), url=f"https://kilas.example/{n}", outlet=f"Harian {n}")) for n in range(50)]
    add(desk, told)
    pairs, found = links(desk, "49")
    assert len(pairs) == len(found) >= 40
    assert all(link.share == 1.0 for link in found)


@pytest.mark.parametrize("words", ["", "Satu dua."])
def test_a_text_of_few_words_has_no_links(traced, text, words):
    add(traced, [Item(text(words, url="https://kilas.example/pendek", headline="Pendek"))])
    assert links(traced, "pendek") == (set(), ())


def test_what_is_not_held_cannot_be_traced(desk):
    with pytest.raises(NotHeld):
        trace_article(desk, "https://kilas.example/tidak-ada")
