"""What opens a text, and what only looks like it."""

import pytest

from runut.articles.datelines import read_opening

OUTLETS = {"warta timur", "kabar id", "samudra", "pelita"}


def is_outlet(name: str) -> bool:
    return name.lower() in OUTLETS


@pytest.mark.parametrize(
    ("text", "dateline", "rest"),
    [
        ("JAKARTA, KABARKINI.com - Hujan turun", "JAKARTA", "Hujan turun"),
        ("Jakarta (SAMUDRA) - Hujan turun", "Jakarta", "Hujan turun"),
        ("Mataram, NTB (SAMUDRA News) - Hujan turun", "Mataram, NTB", "Hujan turun"),
        ("KABARKINI.CO.ID,\u00a0JAKARTA -- Hujan turun", "JAKARTA", "Hujan turun"),
        ("Kabarkini.com, Jakarta - Hujan turun", "Jakarta", "Hujan turun"),
        ("Kabarkini.com, Jakarta Hujan turun", "Jakarta", "Hujan turun"),
        ("Jakarta, Warta Timur -- Hujan turun", "Jakarta", "Hujan turun"),
        ("KABARKINI.ID | SURABAYA - Hujan turun", "SURABAYA", "Hujan turun"),
        ("LONDON, Oct 24 (Harbour News) - Rain fell", "LONDON", "Rain fell"),
        ("WASHINGTON (HN) — Rain fell", "WASHINGTON", "Rain fell"),
        ("Jakarta - Hujan turun", "Jakarta", "Hujan turun"),
        ("Pelita - Hujan turun", None, "Hujan turun"),
        ("KABARKINI.COM - Hujan turun", None, "Hujan turun"),
    ],
)
def test_openings(text, dateline, rest):
    opening = read_opening(text, is_outlet)
    assert (opening.dateline, text[opening.length :]) == (dateline, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Wira Sanjaya - pendiri koperasi itu - menolak",
        "Harga beras - yang naik sejak Mei - turun",
        "“Kami siap - Selalu siap,” kata Sari",
        "Nomor 10 - Urutan terakhir",
        "Rapat berlangsung lama.",
    ],
)
def test_no_openings(text):
    assert read_opening(text, is_outlet).length == 0
