"""Who copied whom: every way of copying, and what is none."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.copies.aligning import common, passages, runs
from runut.copies.reading import read_texts
from runut.copies.texts import Text
from runut.copies.times import moment
from runut.copies.tracing import trace
from runut.copies.words import words
from runut.errors import UsageFault

NAMES = "Sari Dewanti Bayu Laksana Rina Utami Losari Kuala Lontar Pandanaran Merapi Cisadane Bogowonto".split()


def article(seed, sentences=14):
    """A story of its own: the same seed gives the same words, another one hardly any of them."""
    chance = random.Random(seed)
    stock = [
        "".join(chance.choices("bcdfghjklmnprstw", k=1)) + "".join(chance.choices("aeiounrstk", k=5)) for _ in range(70)
    ]
    return " ".join(
        " ".join([chance.choice(NAMES), *chance.choices(stock, k=chance.randint(9, 14))]) + "."
        for _ in range(sentences)
    )


def text(name, body, **facts):
    return Text(**{"id": name, "text": body, "language": "id"} | facts)


OTHERS = tuple(text(f"lain{n}", article(100 + n)) for n in range(8))
BEFORE, AFTER = "2025-06-01T08:00:00+07:00", "2025-06-01T10:00:00+07:00"


def links(*texts):
    return {(link.copy, link.source): link for link in trace((*texts, *OTHERS))}


def sentences(body):
    return body.split(". ")


def test_a_copy_is_found_whatever_case_quotes_and_spaces():
    one = text("asal", article(1), published=BEFORE)
    two = text("salin", article(1).upper().replace(" ", "  "), published=AFTER)
    (link,) = links(one, two).values()
    assert (link.copy, link.source, link.kind, link.share) == ("salin", "asal", "verbatim", 1.0)
    ((here, there),) = link.passages
    assert (here, there) == ((0, len(two.text) - 1), (0, len(one.text) - 1))


def test_articles_of_one_matter_in_words_of_their_own_are_no_copies():
    assert links(text("a", article(1)), text("b", article(2))) == {}


def test_a_cut_tail_is_the_copy():
    whole = article(1)
    found = links(text("a", ". ".join(sentences(whole)[:8]), published=BEFORE), text("b", whole, published=AFTER))
    link = found["a", "b"]  # though it is dated earlier
    assert {reason.rule for reason in link.evidence if reason.weight > 0} == {"holds more"}
    assert {reason.rule for reason in link.evidence if reason.weight < 0} == {"earlier"}


def test_of_two_reports_merged_into_one_both_are_sources():
    merged = ". ".join([*sentences(article(1))[:9], *sentences(article(2))[:9]])
    found = links(text("a", article(1)), text("b", article(2)), text("gabung", merged))
    assert set(found) == {("gabung", "a"), ("gabung", "b")}
    assert found["gabung", "a"].kind == "partial"
    ((start, end), _), *_ = found["gabung", "b"].passages
    assert merged[start:end].startswith(sentences(article(2))[0][:20])


def test_part_of_a_report_inside_another_is_the_copy():
    host, taken = sentences(article(1)), sentences(article(2))
    mixed = ". ".join([*host[:6], *taken[3:8], *host[6:]])
    assert set(links(text("a", article(2)), text("b", mixed))) == {("b", "a")}


def test_a_reworked_copy_is_found_and_called_so():
    chance = random.Random(3)
    reworked = " ".join(
        "zx" + "".join(chance.choices("aeiou", k=5)) if number % 9 == 8 else word
        for number, word in enumerate(article(1, 20).split())
    )
    found = links(text("a", article(1, 20)), text("b", reworked))
    assert found["b", "a"].kind == "rewrite"
    assert {reason.rule for reason in found["b", "a"].evidence} == {"fits"}


def test_who_credits_the_other_copied_whatever_the_dates_say():
    one = text("a", f"{article(1)} Demikian dilaporkan Kilas Dermaga.", outlet="Sela Warta", published=BEFORE)
    two = text("b", article(1), outlet="Kilas Dermaga", published=AFTER)
    link = links(one, two)["a", "b"]
    assert link.confidence > 0.9
    assert "Kilas Dermaga" in link.evidence[0].detail


def test_who_links_to_the_other_copied():
    one = text("a", article(1), url="https://www.kilas.example/1/", published=AFTER)
    two = text("b", article(1), links=("http://kilas.example/1#top",), published=BEFORE)
    assert links(one, two)["b", "a"].confidence > 0.9


def test_when_nothing_tells_the_way_is_open():
    (link,) = links(text("a", article(1)), text("b", article(1))).values()
    assert (link.confidence, link.evidence) == (0.5, ())


def test_a_house_phrase_is_no_copy():
    phrase = " ".join(sentences(article(77))[:2])
    texts = [text(f"a{n}", f"{article(n)} {phrase}") for n in range(1, 16)]
    assert links(*texts) == {}


def test_a_report_that_everybody_carries_is_copied_from_the_first():
    wire = text("kawat", article(3), outlet="Kawat Berita", published=BEFORE)
    carriers = [
        text(f"muat{n}", article(3), outlet=f"Harian {chr(65 + n // 10)}{n % 10}", published=AFTER) for n in range(60)
    ]
    found = links(wire, *carriers)
    assert set(found) == {(one.id, "kawat") for one in carriers}
    assert all(link.share == 1.0 for link in found.values())


def test_what_one_house_puts_under_everything_is_no_copy():
    notice = article(4, sentences=10)
    texts = [text(f"rumah{n}", f"{article(500 + n, sentences=3)} {notice}", outlet="Harian Satu") for n in range(60)]
    assert links(*texts) == {}


def test_words_that_a_copy_has_twice_count_once():
    report = article(6)
    (link,) = links(text("asal", report), text("salin", f"{report} {report}")).values()
    assert 0 < link.share <= 1


def test_two_versions_of_a_page_are_no_copies():
    assert links(text("a", article(1)), text("b", article(1), version_of="a")) == {}


@pytest.mark.parametrize("body", ["", "satu", "satu dua tiga empat", "\u0000 😀 …", "a " * 5000])
def test_texts_with_nothing_to_compare_are_passed_over(body):
    assert list(trace([text("a", body), text("b", article(1))])) == []
    assert list(trace([])) == []


@given(st.integers(0, 10**6), st.integers(5, 60), st.integers(0, 60), st.integers(0, 60))
def test_a_passage_is_found_in_its_whole_length(seed, length, before, after):
    chance = random.Random(seed)
    shared = [f"s{chance.randint(0, 10**6)}" for _ in range(length)]
    left = words(" ".join([f"l{n}" for n in range(before)] + shared))
    right = words(" ".join(shared + [f"r{n}" for n in range(after)]))
    (run,) = runs(left, right, common(left, right))
    assert run == (before, 0, length)
    ((here, there),) = passages([run], left, right)
    assert left.text[slice(*here)] == right.text[slice(*there)] == " ".join(shared)


@given(st.lists(st.sampled_from("abc"), max_size=60), st.lists(st.sampled_from("abc"), max_size=60))
def test_runs_hold_the_same_words_and_none_twice(one, other):
    left, right = words(" ".join(one)), words(" ".join(other))
    found = runs(left, right, common(left, right))
    for run in found:
        assert np.array_equal(
            left.hashes[run.left : run.left + run.length], right.hashes[run.right : run.right + run.length]
        )
    ends = [run.left + run.length for run in found]
    assert all(end <= run.left for end, run in zip(ends, found[1:], strict=False))


@pytest.mark.parametrize(
    ("stated", "width"),
    [
        ("2025-06-01T08:00:00+07:00", 59),
        ("2025-06-01", 86_399),
        ("2025-06-01T08:00:00", 26 * 3600),
        ("kemarin", None),
        (None, None),
    ],
)
def test_a_stated_time_is_as_wide_as_it_is_unsure(stated, width):
    found = moment(stated)
    assert (found.latest - found.earliest if found else None) == width


def test_lines_and_records_are_read_and_faults_are_told():
    lines = [b'{"id":"a","text":"x","outlet":{"name":"Kilas","domain":null},"more":1}', b"", b'{"text":"y"}']
    assert [(one.id, one.outlet) for one in read_texts(lines)] == [("a", "Kilas"), ("line-3", None)]
    for bad in (b"{", b'{"id":"a"}', b"[" * 100_000):
        with pytest.raises(UsageFault, match="Line 1"):
            read_texts([bad])
    with pytest.raises(UsageFault, match="ids must"):
        read_texts([b'{"id":"a","text":""}'] * 2)


INDONESIAN = (
    "Menteri Pangan Sari Dewanti mengatakan stok 1,37 juta ton beras di gudang Bulog cukup sampai Maret 2026. Harga di "
    "Pasar Losari turun 12 persen, menurut Kepala Dinas Perdagangan Bayu Laksana."
)
ENGLISH = (
    "Food Minister Sari Dewanti said the 1.37 million tonnes of rice in Bulog warehouses would last until March 2026. "
    "Prices at Losari market fell 12 percent, according to trade office head Bayu Laksana, Kilas Dermaga reported."
)
OTHER = "The Harbour Board of Kuala Lontar said 48 boats were missing after the storm of 3 May, Rina Utami reported."


def test_a_translation_is_found_by_names_and_numbers():
    texts = [
        text("id", INDONESIAN, outlet="Kilas Dermaga", language="id"),
        text("en", ENGLISH, outlet="The Ledger", language="en"),
        text("lain", OTHER, language="en"),
        text("lagi", "Tim voli putri menang tiga set atas tuan rumah di Gelora Bogowonto, Sabtu (4/4/2026)."),
    ]
    (link,) = trace(texts)
    assert (link.copy, link.source, link.kind, link.passages) == ("en", "id", "translation", ())
    assert link.confidence > 0.9
    assert 0 < link.share < 1


def test_where_names_leave_it_open_vectors_decide():
    others = [text(f"lain{n}", f"{OTHER} Fares rose 12 percent.", language="en") for n in range(2)]
    vague = "Stok cukup dan harga turun 12 persen, kata seorang pejabat kota itu kemarin."
    texts = [text("id", vague), text("en", ENGLISH, language="en"), *others]
    assert kinds(trace(texts, lambda one, other: 0.9 if {one, other} == {0, 1} else 0.0)) == [("en", "id")]
    assert kinds(trace(texts, lambda *_: 0.1)) == []
    assert kinds(trace(texts)) == []


def kinds(found):
    return [tuple(sorted((link.copy, link.source))) for link in found if link.kind == "translation"]


def test_who_links_without_any_wording_cites():
    source = Text(id="asal", text="Kapal karam di Losari.", outlet="Kilas", url="https://www.kilas.example/1/")
    copy = Text(id="lain", text="Nelayan libur dua hari.", outlet="Sela", links=("https://kilas.example/1", "x:y"))
    own = Text(id="sendiri", text="Pasar ramai pagi ini.", outlet="Kilas", links=("https://kilas.example/1",))
    (one,) = trace([source, copy, own])
    assert (one.copy, one.source, one.kind, one.passages) == ("lain", "asal", "cites", ())
