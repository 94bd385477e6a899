import pytest

from runut.names.company import company, shared
from runut.names.ordinary import is_ordinary, is_pair
from runut.names.slips import slip


@pytest.mark.parametrize(
    "name",
    [
        "Uang",
        "Penelitian",
        "Surat Keputusan",
        "Undang-Undang Nomor",
        "JPU",
        "Dapil",
        "Expose",
        "S3",
        "Airlinesyang",
        "Haji",
        "Dokter lulusan Arunika ini",
        "Direktur Keuangan",
        "Pihak keluarga",
        "SaridanBayu Laksana",
    ],
)
def test_ordinary_words_name_nobody(name):
    assert is_ordinary(name, "person")


@pytest.mark.parametrize("name", ["Sari", "Bunga", "TAS", "Rudi", "Jokowi", "Sari Dewanti", "Citra Utama", "CR7"])
def test_names_are_not_ordinary(name):
    assert not is_ordinary(name, "person")


def test_a_body_may_bear_ordinary_words_with_capitals():
    assert not is_ordinary("Organisasi Kesehatan Dunia", "organisation")
    assert is_ordinary("Pemerintah setempat", "organisation")


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("Sari-Bayu", "Pasangan Sari-Bayu menang. Sari berpidato.", True),
        ("Soekarno-Hatta", "Pesawat tiba di Soekarno-Hatta.", False),
        ("Trent Moss-Arnold", "Trent Moss-Arnold bermain. Arnold cedera.", False),
        ("Sari Dewanti-Bayu Laksana", "Sari Dewanti-Bayu Laksana menang. Dewanti dan Bayu berpidato.", True),
    ],
)
def test_two_names_with_a_hyphen_are_nobody_s(name, text, told):
    assert is_pair(name, text) is told


def test_company_is_what_a_text_names_beside_ordinary_words_and_what_all_name():
    """
    Menurut Rudi, warga Losari di Jakarta mengungsi pada Selasa ke lereng Semeru.
    """
    text = test_company_is_what_a_text_names_beside_ordinary_words_and_what_all_name.__doc__
    assert company(text) == ("rudi", "losari", "semeru")
    assert shared(company(text), ("semeru", "rudi"), ("rudi",)) == ("semeru",)


@pytest.mark.parametrize(
    ("few", "many", "is_sure"),
    [
        (("sari", "dewanti"), ("sari", "dewantti"), False),
        (("mari", "ayu", "dewanti"), ("mary", "ayu", "dewanti"), True),
        (("sari", "dewanti"), ("sari", "dewantidi"), False),
        (("sari", "yudhoyono"), ("sari", "yudhono"), False),
        (("peta",), ("petaka",), None),
        (("sari", "ayu"), ("sari", "ayi"), None),
        (("sari", "dewanti"), ("dewi", "dewanto"), None),
    ],
)
def test_slips(few, many, is_sure):
    found, back = slip(few, many), slip(many, few)
    assert found == back
    assert (found.is_sure if found else None) == is_sure
