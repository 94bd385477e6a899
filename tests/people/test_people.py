"""Who is named in a text, in which role, and where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.languages import load_pack, served
from runut.people import find_people, gather, lexicon
from runut.text import prepare
from runut.vocabulary import Person


def people(text: str, code: str = "id") -> tuple[Person, ...]:
    pack = load_pack(code)
    prose = prepare(text, frozenset(pack.about.abbreviations))
    return find_people(gather(prose, lexicon(pack)))


def roles(text: str, code: str = "id") -> dict[str, str | None]:
    return {person.name: person.role for person in people(text, code)}


def mentions(text: str, code: str = "id") -> dict[str, list[str]]:
    return {person.name: [text[start:end] for start, end in person.mentions] for person in people(text, code)}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Menteri Perdagangan Danu Wiryawan membuka pasar.", "Danu Wiryawan", "Menteri Perdagangan"),
        ("Gubernur Maluku Yusran Adil hadir.", "Yusran Adil", "Gubernur Maluku"),
        ("Danu Wiryawan, Menteri Perdagangan, membuka pasar.", "Danu Wiryawan", "Menteri Perdagangan"),
        ("Nelayan Darma Wijaya selamat.", "Darma Wijaya", "Nelayan"),
        ("Ketua Komisi Disiplin Darma Wijaya datang.", "Darma Wijaya", "Ketua Komisi Disiplin"),
        ("Ketua panitia, Virginia, datang.", "Virginia", "Ketua panitia"),
        ("Polisi memanggil Sari Dewanti (34) kemarin.", "Sari Dewanti", None),
        ("Rapat itu dihadiri Sari Dewanti.", "Sari Dewanti", None),
    ],
)
def test_a_role_stands_before_or_behind_its_name(text, name, role):
    assert roles(text) == {name: role}


@pytest.mark.parametrize(
    "text",
    [
        "Kombes Raka Mahendra memimpin operasi itu.",
        "Operasi itu dipimpin Kombes Pol. Raka Mahendra.",
        "Ia bertemu Dr. Raka Mahendra di kantor.",
        "Menurut Prof. Dr. Raka Mahendra, M.Si., obat itu aman.",
    ],
)
def test_a_rank_is_no_part_of_a_name(text):
    assert list(roles(text)) == ["Raka Mahendra"]


def test_english_ranks_and_titles():
    assert list(roles("Dr. Maya Hartono and Mr Sutter met in London.", "en")) == ["Maya Hartono", "Sutter"]


def test_a_shorter_mention_joins_the_fullest_name():
    text = "Yusran hadir. Menurut Yusran Adil, jalan rusak. Lalu Adil pulang."
    assert mentions(text) == {"Yusran Adil": ["Yusran", "Yusran Adil", "Adil"]}


def test_a_shorter_mention_joins_across_languages_alike():
    text = "Trade Minister Owen Tarrant opened the market. Then Tarrant left."
    assert mentions(text, "en") == {"Owen Tarrant": ["Owen Tarrant", "Tarrant"]}


def test_two_people_are_kept_apart():
    text = "Raka Mahendra bertemu Sari Dewanti. Sari dan Raka pulang."
    assert mentions(text) == {"Raka Mahendra": ["Raka Mahendra", "Raka"], "Sari Dewanti": ["Sari Dewanti", "Sari"]}


def test_people_stand_in_the_order_of_their_first_mention():
    text = "Sari datang. Raka Mahendra bertemu Sari Dewanti."
    assert list(roles(text)) == ["Sari Dewanti", "Raka Mahendra"]


def test_small_particles_belong_to_a_name():
    assert list(roles("Abdul bin Yusuf bertemu Budi Hartono.")) == ["Abdul bin Yusuf", "Budi Hartono"]
    assert list(roles("Vincent van Dalen met Ludwig von Hart.", "en")) == ["Vincent van Dalen", "Ludwig von Hart"]


def test_a_nickname_in_brackets_is_another_name():
    text = "Wali Kota Rina Wati (Riwa) datang. Kemudian Riwa pulang."
    assert mentions(text) == {"Rina Wati": ["Rina Wati", "Riwa", "Riwa"]}


def test_an_acronym_in_brackets_makes_a_body_of_its_name():
    assert people("Lembaga Penelitian Laut Teduh (LPLT) merilis data. Menurut LPLT, air naik.") == ()


def test_a_name_that_lost_its_space_is_found_without_the_other_word():
    assert mentions("Acara dibuka olehDanu Wiryawan kemarin.") == {"Danu Wiryawan": ["Danu Wiryawan"]}


def test_what_is_glued_to_a_name_shows_where_the_name_stands_alone():
    text = "Raka Pratama tiba. Istri Raka Pratamasepulangnya menangis."
    assert mentions(text) == {"Raka Pratama": ["Raka Pratama", "Raka Pratama"]}
    assert set(mentions("Arif Budi tiba. Arif Budiman pergi.")) == {"Arif Budi", "Arif Budiman"}


def test_a_place_is_nobody_but_may_be_a_first_name():
    assert people("Kapal itu berlayar dari Maluku ke Jawa Timur.") == ()
    assert list(roles("Ketua panitia, Virginia, datang. Virginia tersenyum.")) == ["Virginia"]


def test_the_capital_of_a_sentence_names_nobody():
    assert people("Warga pulang. Banyak warga menangis. Lalu semua warga pulang.") == ()


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Harbour House press secretary Maya Sutter smiled.", "Maya Sutter", "Harbour House press secretary"),
        ("Arunika CEO Owen Tarrant left.", "Owen Tarrant", "Arunika CEO"),
        ("Minister Owen Tarrant met Senator Sarah Brook.", "Sarah Brook", "Senator"),
        ("Sarah Brook, former Gov. Owen Tarrant and Maya Sutter left.", "Sarah Brook", None),
        ("Mayor Bill de Brook spoke.", "Bill de Brook", "Mayor"),
    ],
)
def test_an_english_role_has_its_office_and_ends_at_another_name(text, name, role):
    assert roles(text, "en")[name] == role


@pytest.mark.parametrize(
    "text",
    [
        "Sari Dewanti, yang akrab disapa Ria, datang. Lalu Ria pulang.",
        "Sari Dewanti datang. Perempuan yang akrab disapa Ria itu pulang. Lalu Ria tidur.",
    ],
)
def test_a_nickname_is_introduced_by_its_words(text):
    assert [person.name for person in people(text)] == ["Sari Dewanti"]
    assert len(mentions(text)["Sari Dewanti"]) == 3


def test_an_alternative_is_somebody_else_unless_it_is_part_of_the_name():
    assert list(roles("Sari Dewanti atau Budi Hartono hadir.")) == ["Sari Dewanti", "Budi Hartono"]
    assert list(roles("Maruar Siregar atau Uar hadir.")) == ["Maruar Siregar"]


def test_one_slip_of_the_pen_makes_nobody_new():
    assert mentions("Sari Dewanti datang. Lalu Dewnati pulang.") == {"Sari Dewanti": ["Sari Dewanti", "Dewnati"]}
    assert list(roles("Owen Tarrant came. Then Tarant left.", "en")) == ["Owen Tarrant"]


def test_a_surname_is_its_bearer_whatever_else_has_it():
    found = mentions("Brook Street is long. Sarah Brook left. Then Brook slept.", "en")
    assert found["Sarah Brook"] == ["Sarah Brook", "Brook"]


@pytest.mark.parametrize("text", ["On Monday, the mayor slept.", "Traditionally, a mayor sleeps.", "The D is missing."])
def test_english_words_with_a_capital_that_name_nobody(text):
    assert people(text, "en") == ()


PIECES = [
    *"Sari Dewanti Menteri Dr. (RW) of bin ’s , . olehBudi Presiden minister 34 “ ” İ A".split(),
    " ",
    " ",
    "\n\n",
]
texts = st.text(max_size=200) | st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@pytest.mark.parametrize("code", served())
@given(text=texts)
def test_mentions_lie_in_the_text_in_order(code, text):
    for person in people(text, code):
        assert person.name
        assert list(person.mentions) == sorted(person.mentions)
        assert all(0 <= start < end <= len(text) for start, end in person.mentions)


def test_a_name_may_end_like_a_small_word():
    text = "Wali Kota Beringin hadir. Pasar di Kuala Beringin ramai, kata Rina Kotawaringin. Lalu Kotawaringin pulang."
    assert mentions(text)["Rina Kotawaringin"] == ["Rina Kotawaringin", "Kotawaringin"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Sarah Brook left the hall early (see also: Sarah Brook Scolds Voters).", ["Sarah Brook"]),
        ("Then Tarrant left, and Tarrant slept (see also: Tarrant Breaks Nearly).", ["Tarrant"]),
        ("Owen Tarrant Jr left. Owen Tarrant stayed.", ["Owen Tarrant Jr", "Owen Tarrant"]),
    ],
)
def test_the_capitals_of_a_headline_are_no_part_of_a_name(text, named):
    members = gather(prepare(text), lexicon(load_pack("en"))).members
    assert [member.name for member in members] == named


@pytest.mark.parametrize(
    "text",
    ["Senior Republicans left, state ID in hand.", "Arunika Impact, a brewer, left.", "The Arunika EPA left."],
)
def test_parties_capitals_and_bodies_are_nobody(text):
    assert people(text, "en") == ()


def test_a_surname_that_stands_alone_shows_that_the_place_before_it_is_a_first_name():
    assert list(roles("Georgia Moss left. Then Moss slept.", "en")) == ["Georgia Moss"]


def test_first_names_come_from_the_long_lists_too():
    genders = lexicon(load_pack("en")).genders
    assert {genders[name] for name in load_pack("en").sources.first_names["she"].split()} == {"she"}
    assert genders["randy"] == "he"
    assert lexicon(load_pack("id")).genders == {}


def test_a_blend_of_somebodys_names_is_theirs():
    assert mentions("Zulkarnain Hasbullah datang. Lalu Zulhas pulang.") == {
        "Zulkarnain Hasbullah": ["Zulkarnain Hasbullah", "Zulhas"]
    }
    assert list(roles("Zulkarnain Hasbullah datang. Menteri Zulkifar pulang.")) == ["Zulkarnain Hasbullah", "Zulkifar"]


@pytest.mark.parametrize("joined", ["Sari Dewanti atau Bu Ria", "Sari Dewanti (Bu Ria)", "Sari Dewanti, (Bu Ria)"])
def test_a_nickname_may_have_a_form_of_address(joined):
    assert [person.name for person in people(f"Menteri {joined} datang. Lalu Bu Ria pulang.")] == ["Sari Dewanti"]
