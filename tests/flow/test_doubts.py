"""What an attribution is not sure of stands beside it as a doubt."""

import pytest

import runut
from runut.vocabulary import Doubt


def doubts(text: str, language: str = "id", **given: str) -> list[Doubt]:
    return list(runut.attribute(text, language=language, **given).doubts)


def kinds(text: str, language: str = "id", **given: str) -> list[str]:
    return [doubt.kind for doubt in doubts(text, language, **given)]


def where(text: str, doubt: Doubt) -> str:
    assert doubt.where is not None
    return text[slice(*doubt.where)]


def test_a_clear_text_leaves_no_doubt():
    assert kinds("“Harga beras turun,” kata Sari Dewanti.") == []


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("id", "“Belum ada keputusan sama sekali.” Rapat ditunda.", "Belum ada keputusan sama sekali"),
        ("id", "“Kami menunggu hasil panen,” ujarnya.", "Kami menunggu hasil panen"),
        ("en", "“The road has been closed,” she said.", "The road has been closed"),
    ],
)
def test_words_without_a_speaker(language, text, words):
    (doubt,) = doubts(text, language)
    assert doubt.kind == "unsourced"
    assert where(text, doubt).rstrip(".") == words


def test_hearsay_is_no_doubt():
    """Nobody stands behind it, and that is certain."""
    assert kinds("Seorang nelayan dilaporkan hilang di laut.") == []


def test_a_quote_that_is_never_closed():
    text = "“Kami siap berangkat besok pagi, kata Sari Dewanti.\n\nWarga pulang ke rumah."
    (doubt,) = [d for d in doubts(text) if d.kind == "unclosed_quote"]
    assert where(text, doubt).startswith("“Kami siap berangkat")
    assert "Warga" not in where(text, doubt)


def test_a_quote_that_goes_on_in_the_next_paragraph_is_no_doubt():
    text = "“Kami siap berangkat,” kata Sari Dewanti. “Semua sudah dimuat.\n\n“Tinggal menunggu angin,” kata Sari."
    assert "unclosed_quote" not in kinds(text)


def test_an_open_quote_never_costs_the_rest():
    text = "“Kami siap berangkat besok pagi.\n\nMenteri Danu Wiryawan mengatakan pelabuhan dibuka."
    found = runut.attribute(text, language="id")
    assert found.statements[-1].speaker == "Danu Wiryawan"


def test_relative_dates_without_a_time_of_publication():
    text = "Pasar dibuka pada 12 Maret 2026. Kemarin hujan turun."
    assert kinds(text) == ["relative_dates"]
    assert "2026-03-12" in doubts(text)[0].message
    assert kinds(text, published="2026-03-13") == []


def test_dates_without_relatives_are_no_doubt_when_nothing_is_dated():
    assert kinds("Warga pulang ke rumah.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre a dit que le port ouvrira bientôt, selon un rapport publié hier.",
        "Der Minister sagte gestern, dass der Hafen bald wieder geöffnet werde.",
    ],
)
def test_a_language_that_is_not_served(text):
    (doubt,) = runut.attribute(text).doubts
    assert doubt.kind == "language"
    assert "id" in doubt.message
    assert "en" in doubt.message
    assert runut.attribute(text).statements == ()


def test_doubts_stand_in_the_order_of_the_text():
    text = "“Belum ada keputusan sama sekali.” Rapat ditunda.\n\nWarga pulang. “Kami tidak tahu apa pun soal itu"
    places = [doubt.where for doubt in doubts(text) if doubt.where]
    assert len(places) >= 2
    assert places == sorted(places)
