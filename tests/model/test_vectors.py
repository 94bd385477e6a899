import numpy as np
import pytest

from runut.model import embed, encode, read
from runut.text import prepare

INDONESIAN = {
    "harbour": (
        "Pelabuhan Teluk Sari ditutup sejak Senin karena tiga tiang dermaga retak. Kepala pelabuhan mengatakan "
        "kapal nelayan dialihkan ke Tanjung Lereng sampai perbaikan selesai pekan depan."
    ),
    "school": (
        "Dinas pendidikan akan membangun dua belas sekolah dasar baru di pegunungan tahun depan. Menurut para "
        "guru, murid kini berjalan kaki dua jam setiap pagi untuk sampai ke kelas."
    ),
    "bank": (
        "Bank sentral menaikkan suku bunga acuan menjadi enam persen untuk menahan inflasi. Para ekonom "
        "memperkirakan nilai tukar akan menguat dalam beberapa bulan mendatang."
    ),
    "match": (
        "Kesebelasan Lereng FC mengalahkan juara bertahan dengan skor 3-1 di final piala. Penyerang Budi Santosa "
        "mencetak dua gol pada babak kedua di depan empat puluh ribu penonton."
    ),
}
ENGLISH = {
    "harbour": (
        "The harbour of Teluk Sari has been closed since Monday because three pillars of its quay have cracked. "
        "The harbour master said fishing boats were sent to Tanjung Lereng until the repairs are done next week."
    ),
    "school": (
        "The education office will build twelve new primary schools in the mountains next year. According to "
        "teachers, pupils now walk for two hours every morning to reach their classrooms."
    ),
    "bank": (
        "The central bank raised its key interest rate to six percent to hold back inflation. Economists expect "
        "the currency to strengthen in the coming months."
    ),
    "match": (
        "Lereng FC beat the defending champions 3-1 in the cup final. Striker Budi Santosa scored two goals in "
        "the second half before forty thousand spectators."
    ),
}
NAMES = list(ENGLISH)


@pytest.fixture(scope="module")
def likeness():
    left, right = (np.array([embed(prepare(texts[name])) for name in NAMES]) for texts in (INDONESIAN, ENGLISH))
    return left @ right.T


@pytest.mark.parametrize("name", NAMES)
def test_a_translation_is_nearer_than_another_story(likeness, name: str) -> None:
    at = NAMES.index(name)
    others = [*np.delete(likeness[at], at), *np.delete(likeness[:, at], at)]
    assert likeness[at, at] > max(others) + 0.1


def test_a_vector_has_length_one() -> None:
    assert np.linalg.norm(embed(prepare(INDONESIAN["bank"]))) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("text", ["", "\n", "…"])
def test_a_text_without_words_has_zeros(text: str) -> None:
    assert not embed(prepare(text)).any()


def test_one_pass_gives_both() -> None:
    prose = prepare(ENGLISH["harbour"])
    passed = encode(prose)
    assert passed.found("en") == read(prose, "en")
    assert np.array_equal(passed.vector(), embed(prose))


def test_a_text_said_twice_is_nearer_to_itself_than_to_another() -> None:
    text = INDONESIAN["school"]
    twice = embed(prepare(text + "\n" + text))
    assert twice @ embed(prepare(text)) > 0.3 + twice @ embed(prepare(INDONESIAN["bank"]))
