"""Sentences: cut at full stops, never within a quote."""

import pytest

from runut.text import prepare

ABBREVIATIONS = frozenset({"dr", "no", "prof", "jl"})


def sentences(text: str) -> list[str]:
    prose = prepare(text, ABBREVIATIONS)
    return [prose[s.span] for s in prose.sentences]


@pytest.mark.parametrize(
    "expected",
    [
        ["Satu.", "Dua!", "Tiga?", "Empat… ", "Lima"],
        ["Dr. Rina datang.", "Prof. Budi pulang."],
        ["Rumah di Jl. Melati No. 7 terbakar.", "Warga mengungsi."],
        ["J. Budi dan S. H. Rina datang.", "Lalu pulang."],
        ["Harga Rp 5.000. ", "Lalu naik 3.5 persen."],
        ["“Satu. Dua! Tiga?” kata Sari.", "Warga pulang."],
        ["Ia berkata, “Saya pergi.”", "Warga pulang."],
        ["Ia bertanya “Siapa?” kepada Budi."],
        ["“Satu,” kata Sari.", "“Dua.”", "Tiga."],
        ["(Benar.)", "Warga pulang."],
        ["Buka detik.com sekarang.", "Ya."],
        ["Tanpa titik"],
    ],
)
def test_sentences(expected):
    assert sentences(" ".join(part.strip() for part in expected)) == [part.strip() for part in expected]


def test_an_abbreviation_is_data():
    prose = prepare("Dr. Rina datang.")
    assert [prose[s.span] for s in prose.sentences] == ["Dr.", "Rina datang."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Warga pulang.Hujan turun.", ["Warga pulang.", "Hujan turun."]),
        ("“Kami pulang.”Hujan turun.", ["“Kami pulang.”", "Hujan turun."]),
        ("Warga pulang (semua).Hujan turun.", ["Warga pulang (semua).", "Hujan turun."]),
    ],
)
def test_sentences_that_lost_their_space(text, expected):
    assert sentences(text) == expected


def test_a_sentence_ends_with_its_paragraph():
    prose = prepare("Judul tanpa titik\n\nIsi berita. Lanjut.")
    assert [(prose[s.span], s.paragraph) for s in prose.sentences] == [
        ("Judul tanpa titik", 0),
        ("Isi berita.", 1),
        ("Lanjut.", 1),
    ]


def test_a_quote_over_paragraphs_is_a_sentence_in_each():
    assert sentences("“Satu. Dua.\n\n“Tiga. Empat,” kata Sari.") == ["“Satu. Dua.", "“Tiga. Empat,” kata Sari."]


def test_the_sentence_at_an_offset():
    text = "Satu. Dua."
    prose = prepare(text)
    assert [prose.sentence_at(at) for at in (0, 4, 5, 6, 9, 99)] == [0, 0, 0, 1, 1, 1]
