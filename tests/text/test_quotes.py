"""Quotes: which marks open, which close, and which never do."""

import pytest

from runut.text import prepare


def quotes(text: str) -> list[str]:
    prose = prepare(text)
    return [prose[(q.start, q.end)] for q in prose.quotes]


@pytest.mark.parametrize(
    "quoted",
    '“Kami,” "Kami," «Kami,» „Kami,“ „Kami,” ‘Kami,’ \'Kami,\' ”Kami,” “Kami,"'.split(),
)
def test_each_kind_of_marks(quoted):
    assert quotes(f"{quoted} kata Sari.") == [quoted]


@pytest.mark.parametrize(
    "text",
    [
        "Jum’at dan Ma'had di Al-Qur’an",
        "It's the girls' book",
        'layar 5" dan 6" itu',
        "Tanpa tanda petik.",
        "kata 'orang' itu",
        "”",
    ],
)
def test_what_is_no_quote(text):
    assert quotes(text) == []


def test_several_quotes_in_one_sentence():
    assert quotes("“Satu,” kata Sari, “dan dua.”") == ["“Satu,”", "“dan dua.”"]
    assert quotes('"Kami" dan "mereka" pergi') == ['"Kami"', '"mereka"']


def test_the_inner_words_have_no_marks():
    prose = prepare("Ia menyebut “tidak adil” itu.")
    assert [prose[q.inner] for q in prose.quotes] == ["tidak adil"]


def test_a_single_mark_within_a_quote_is_part_of_it():
    assert quotes("“Ia bilang ‘jangan’ kepada kami,” kata Sari.") == ["“Ia bilang ‘jangan’ kepada kami,”"]


def test_a_quote_that_is_never_closed_ends_with_its_paragraph():
    prose = prepare("“Kami siap, kata Sari.\n\nWarga pulang.")
    (quote,) = prose.quotes
    assert not quote.closed
    assert prose[(quote.start, quote.end)] == "“Kami siap, kata Sari."
    assert prose[quote.inner] == "Kami siap, kata Sari."


def test_a_quote_over_paragraphs_opens_anew_in_each():
    prose = prepare("“Satu.\n\n“Dua.\n\n“Tiga,” kata Sari.")
    assert [(prose[q.inner], q.closed) for q in prose.quotes] == [("Satu.", False), ("Dua.", False), ("Tiga,", True)]


def test_a_single_mark_that_is_never_closed_is_an_apostrophe():
    assert quotes("‘Kami siap, kata Sari.") == []


def test_the_quote_at_an_offset():
    text = "Ia bilang “ya” saja."
    prose = prepare(text)
    inside = {at for at in range(len(text)) if prose.quote_at(at) is not None}
    assert inside == set(range(text.index("“"), text.index("”") + 1))
