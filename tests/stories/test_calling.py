"""How a story calls bodies and people without a name, in sentences of our own."""

import pytest

from runut.copies.texts import Text
from runut.languages import load_pack, served
from runut.stories.calling import Callings
from runut.stories.members import members

IN_INDONESIAN = """Kementerian Luar Negeri memantau kapal itu, kata Kemlu. Perwira polisi laut menyebut kapal itu \
hanyut. Menurut manajemen pelabuhan, dua awak selamat."""
IN_ENGLISH = """The foreign ministry said it was watching the ship. A maritime police officer said it drifted. \
The crew were safe, residents said."""


@pytest.fixture(scope="module")
def call():
    texts = (("satu", IN_INDONESIAN, "id"), ("two", IN_ENGLISH, "en"))
    return Callings(members([Text(id=name, text=body, language=language) for name, body, language in texts], {}))


@pytest.mark.parametrize(
    ("speaker", "language", "shown"),
    [
        ("Kementerian Luar Negeri", "id", "Kementerian Luar Negeri (Kemlu, foreign ministry)"),
        ("Seorang perwira polisi laut", "id", "Seorang perwira polisi laut (maritime police officer)"),
        ("The foreign ministry", "en", "The foreign ministry (kementerian luar negeri)"),
        ("awak", "id-ID", "awak (crew)"),
        ("two residents of the port", "en", "two residents of the port"),
        ("Manajemen pelabuhan", "id", "Manajemen pelabuhan"),
        ("Mariner", "en", "Mariner"),
        ("Küstenwache", "de", "Küstenwache"),
    ],
)
def test_a_speaker_is_shown_by_each_name_that_the_articles_use(call, speaker, language, shown):
    assert call(speaker, language) == shown


def test_what_is_behind_the_noun_tells_nothing_of_who_it_is(call):
    assert call("an officer familiar with the crew", "en") == "an officer familiar with the crew (perwira)"


def test_a_story_in_one_language_has_only_its_own_names():
    call = Callings(members([Text(id="satu", text=IN_INDONESIAN, language="id")], {}))
    assert (call("awak", "id"), call("Kementerian Luar Negeri", "id")) == ("awak", "Kementerian Luar Negeri (Kemlu)")


@pytest.mark.parametrize("code", served())
def test_all_languages_share_the_keys(code):
    assert load_pack(code).callings.names.keys() == load_pack("id").callings.names.keys()
