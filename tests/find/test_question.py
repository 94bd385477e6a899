from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.errors import UsageFault
from runut.find import Term, parse, stems


def test_words_phrases_and_fields():
    asked = parse('beras "harga eceran" -impor membant* speaker:"Sri Mulyani" act:denies since:2025-06 until:2025-06')
    assert asked.terms == (
        Term(("beras",)),
        Term(("harga", "eceran"), "phrase"),
        Term(("impor",), excluded=True),
        Term(("membant",), "prefix"),
    )
    assert (asked.speaker, asked.act) == (("Sri Mulyani",), ("denies",))
    assert (asked.since, asked.until) == (date(2025, 6, 1), date(2025, 6, 30))


@pytest.mark.parametrize(
    "wrong", ["foo:bar", "act:x", "since:2025-13", "since:soon", "-outlet:a", 'speaker:""', "a" * 1001]
)
def test_what_cannot_be_is_told(wrong):
    with pytest.raises(UsageFault):
        parse(wrong)


@given(st.text(max_size=60))
def test_no_question_breaks_the_reader(text):
    with suppress(UsageFault):
        assert all(word in text for term in parse(text).terms for word in term.words)


def test_stems_hold_letters_and_digits_only():
    assert stems("membantu bantuan a_b ⑴ Béras", "id") == ["bantu", "bantu", "a", "b", "1", "beras"]
