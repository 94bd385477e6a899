"""What somebody's words are in a dispute, in sentences of our own."""

import pytest

from runut.stories.stances import is_question, is_unanswered, stance

DENIALS = [
    ("id", "Tidak ada kebocoran di pabrik kami, yang ada hanya uap"),
    ("id", "perusahaannya tidak pernah menerima surat itu"),
    ("id", "Kabar itu tidak benar. Kami tetap buka"),
    ("id", "yang rusak 30 ton, bukan 300 ton"),
    ("en", "There was no leak at our plant"),
    ("en", "the company never received a letter"),
    ("en", "No money has left the fund"),
    ("en", "The figure of 300 is not true"),
    ("ms", "Tiada kebocoran di kilang kami"),
]
NO_DENIALS = [
    ("id", "Belum ada keputusan dari direksi"),
    ("id", "Kami tidak bisa menjamin tidak ada korban lain"),
    ("id", "Kalau memang tidak ada, umumkan saja"),
    ("id", "Beras ini tidak layak dimakan"),
    ("id", "Itu tanggung jawab saya, bukan pemain"),
    ("en", "No decision has been taken"),
    ("en", "We do not know why the pump stopped"),
    ("en", "The mayor is not happy with the road"),
    ("xx", "There was no leak"),
]


@pytest.mark.parametrize(("language", "words"), DENIALS)
def test_who_says_that_it_is_not_so_denies(language, words):
    assert stance("states", words, language) == "denies"


@pytest.mark.parametrize(("language", "words"), NO_DENIALS)
def test_who_says_that_nothing_is_settled_does_not(language, words):
    assert stance("states", words, language) == "states"


def test_a_verb_of_its_own_stays():
    assert stance("asks", "tidak ada yang pulang", "id") == "asks"
    assert stance("confirms", "tidak ada pemindahan mesin", "id") == "denies"


@pytest.mark.parametrize(
    ("language", "words"), [("id", "Kami menduga mereka pencuri"), ("en", "We are treating this as theft")]
)
def test_what_somebody_only_thinks_is_believed(language, words):
    assert stance("states", words, language) == "believes"


def test_no_answer_is_no_refusal():
    assert is_unanswered("did not respond to a request for comment", "en")
    assert is_unanswered("belum menjawab pertanyaan", "id")
    assert not is_unanswered("declined to comment", "en")
    assert not is_unanswered("enggan menjawab", "id")


def test_who_asks_to_know_calls_for_nothing():
    assert is_question("apakah jembatan itu aman", "id")
    assert is_question("whether the bridge is safe", "en")
    assert not is_question("jembatan itu ditutup", "id")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("id", "Polisi mencari orang yang diduga membakar kios"),
        ("en", "He is a man accused of burning the stall"),
        ("ms", "Lelaki yang disyaki membakar gerai itu sudah ditahan"),
    ],
)
def test_who_tells_what_somebody_is_suspected_of_accuses(language, words):
    assert stance("states", words, language) == "alleges"
    assert stance("confirms", words, language) == "confirms"
