"""Which language a text is in."""

import pytest

from runut.languages.detect import detect

ID = "Pemerintah kota menutup jembatan lama itu mulai Senin karena tiangnya retak, kata juru bicara dinas setempat."
EN = (
    "The city closed the old bridge on Monday because its pillars had cracked, a spokeswoman for the works office said."
)
DE = "Die Stadt hat die alte Brücke am Montag gesperrt, weil ihre Pfeiler Risse haben, sagte eine Sprecherin."


MS = (
    "Kerajaan negeri menutup jambatan lama itu mulai Isnin kerana tiangnya retak, kata jurucakap pejabat kerja raya. "
    "Beliau berkata orang ramai boleh menggunakan jalan lain manakala mesyuarat akan diadakan esok."
)


@pytest.mark.parametrize(
    ("text", "declared", "code"),
    [
        (ID, None, "id"),
        (EN, None, "en"),
        (ID, "id-ID", "id"),
        (ID, "in", "id"),
        (ID, "en-US", "id"),
        (DE, None, "und"),
        (DE, "de", "und"),
        (MS, None, "ms"),
        (MS, "ms-MY", "ms"),
        ("", "id", "id"),
        ("", None, "und"),
    ],
)
def test_detect(text, declared, code):
    assert detect(text, declared) == code
