"""Words: as newspapers write them, each where it stands."""

import pytest

from runut.text import prepare


def words(text: str) -> tuple[str, ...]:
    return prepare(text).words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Harga beras turun.", ("Harga", "beras", "turun")),
        ("disebut-sebut ke-2", ("disebut-sebut", "ke-2")),
        ("Jum’at Jum'at Al-Qur’an", ("Jum’at", "Jum'at", "Al-Qur’an")),
        ("lewat detik.com.", ("lewat", "detik.com")),
        ("Rina, S.H., dari U.S.", ("Rina", "S.H", "dari", "U.S")),
        ("Rp 3.500 atau 3,5", ("Rp", "3.500", "atau", "3", "5")),
        ("(12/3)", ("12", "3")),
        ("Selesai.Lalu pulang", ("Selesai", "Lalu", "pulang")),
        ("“Kami,” kata Sari’", ("Kami", "kata", "Sari")),
        ("naïve Çelik 北京", ("naïve", "Çelik", "北京")),
        (" –…— ", ()),
        ("", ()),
    ],
)
def test_words(text, expected):
    assert words(text) == expected


def test_lower_case_stands_beside_each_word():
    prose = prepare("Sari Dewanti, S.H.")
    assert prose.lower == ("sari", "dewanti", "s.h")


def test_words_in_a_span_lie_wholly_in_it():
    prose = prepare("Sari pergi ke pasar")
    assert [prose.words[i] for i in prose.words_in((0, 10))] == ["Sari", "pergi"]
    assert [prose.words[i] for i in prose.words_in((1, 10))] == ["pergi"]
    assert [prose.words[i] for i in prose.words_in((0, 9))] == ["Sari"]
    assert len(prose.words_in((4, 5))) == 0


def test_a_span_gives_back_its_words():
    prose = prepare("𝒜 Sari")
    assert prose[(2, 6)] == "Sari", "offsets are code points, not UTF-16 units"
