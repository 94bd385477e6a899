import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.reports.plain import elide, line, plain

anything = st.text(st.characters())


@given(anything)
def test_nothing_that_steers_is_left(text):
    assert {unicodedata.category(c) for c in plain(text).replace("\n", "")} & {"Cc", "Cf", "Cs", "Co", "Cn"} == set()


@given(anything, st.integers(0, 40))
def test_text_cut_anywhere_gives_the_same_pieces(text, at):
    assert plain(text[:at]) + plain(text[at:]) == plain(text)


@given(anything, st.integers(1, 80))
def test_elided_text_is_one_line_that_fits(text, width):
    short = elide(text, width)
    assert "\n" not in short
    assert len(short) <= max(width, 5)


@given(anything)
def test_what_fits_stays_as_it_is(text):
    assert elide(text, len(text) + 1) == line(text)


@pytest.mark.parametrize(
    ("hostile", "harmless"),
    [
        ("a\x1b[31mred", "a�[31mred"),
        ("in\u200bvi\ufeffsi\u00adble", "invisible"),
        ("user\u202egnp.exe", "user�gnp.exe"),
        ("tab\tand\r\nbreak", "tab and \nbreak"),
        ("\ud800 alone", "� alone"),
        ("flag \U000e0041", "flag �"),
        ("“Apa kabar?” — é 日本 🙂", "“Apa kabar?” — é 日本 🙂"),
    ],
)
def test_examples(hostile, harmless):
    assert plain(hostile) == harmless


def test_a_long_text_loses_its_middle_at_words():
    assert elide("satu dua tiga empat lima enam tujuh delapan", 24) == "satu dua tiga … delapan"
