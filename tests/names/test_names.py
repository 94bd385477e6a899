import pytest

from runut.names import Bearer, Entry, match, place


def bearer(name, *roles, kind="person", **fields):
    return Bearer(name=name, kind=kind, roles=roles, **fields)


# What two articles of one matter name beside a bearer, and what one of another matter does.
MATTER = ("losari", "semeru", "arunika", "kilas")
OTHER = ("teduh", "bromo", "rinjani", "galang")


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (bearer("Sari Dewanti"), bearer("SARI DEWANTI"), "same"),
        (bearer("Sari Dewanti"), bearer("Sari Dewanti Wulan"), "same"),
        (bearer("Soekarno Hadi"), bearer("Sukarno Hadi"), "same"),
        (bearer("Moh. Laksana"), bearer("Muhammad Laksana"), "same"),
        (bearer("M. Laksana"), bearer("Muhammad Laksana"), "same"),
        (bearer("Jokowi"), bearer("Joko Widodo"), "same"),
        (bearer("Bayu Laksana", known_as=("Bela",)), bearer("Bela"), "same"),
        (bearer("BPDL", kind="organisation"), bearer("Badan Laut", kind="organisation", known_as=("BPDL",)), "same"),
        (bearer("Budi Santoso"), bearer("Budi Gunawan"), "different"),
        (bearer("Badan Laut", kind="organisation"), bearer("Badan Darat", kind="organisation"), "different"),
        (bearer("Budi"), bearer("Budi"), "unsure"),
        (bearer("Budi"), bearer("Budi Gunawan"), "unsure"),
        (bearer("Muhammad Ali", "petinju"), bearer("Muhammad Ali Akbar", "camat"), "unsure"),
        (bearer("M. Laksana", "camat"), bearer("Muhammad Laksana", "dokter"), "unsure"),
        (bearer("Rudi", company=MATTER), bearer("Rudi", company=MATTER), "same"),
        (bearer("Rudi", company=MATTER), bearer("Rudi", company=OTHER), "unsure"),
        (bearer("Rudi", "camat", company=MATTER[:3]), bearer("Rudi", "dokter", company=MATTER[:3]), "unsure"),
        (bearer("RL", company=MATTER[:3]), bearer("RL", company=MATTER[:3]), "unsure"),
        (bearer("RL", company=MATTER), bearer("RL", company=MATTER), "same"),
        (bearer("Rudi", "Menlu"), bearer("Rudi", "Menteri Luar Negeri"), "same"),
        (bearer("Rudi", "dokter dan penyair"), bearer("Rudi", "camat dan penyanyi"), "unsure"),
        (bearer("WartaKita"), bearer("WartaKita"), "same"),
        (bearer("Muhammad Ali"), bearer("Muhammad Ali"), "unsure"),
        (bearer("Muhammad Ali", company=MATTER), bearer("Muhammad Ali", company=MATTER), "same"),
        (bearer("Rudi", company=MATTER), bearer("Rudi Laksana", called=("Rudi",), company=MATTER), "same"),
        (bearer("Rudi", company=MATTER), bearer("Rudi Laksana", called=("Laksana",), company=MATTER), "unsure"),
        (bearer("Galang Raya", company=MATTER), bearer("Galang Raya Wulan", company=OTHER), "unsure"),
        (bearer("Galang Raya", company=MATTER), bearer("Galang Raya Wulan", company=MATTER), "same"),
        (bearer("Galang Raya", company=OTHER), bearer("Galang Raya Wulan Sari", called=("Galang",)), "same"),
        (bearer("Galang Raya", company=MATTER), bearer("Galang Raya Bayu Laksana", called=("Bayu",)), "different"),
        (bearer("Jin Yong", company=MATTER), bearer("Woo Jin Yong", company=OTHER), "unsure"),
        (bearer("Bela", company=OTHER), bearer("Bayu Laksana", known_as=("Bela",), company=MATTER), "different"),
        (bearer("Bela", company=MATTER), bearer("Bayu Laksana", known_as=("Bela",), company=MATTER), "same"),
        (bearer("BDLP"), bearer("Badan Dermaga Laut Pantai", known_as=("BDLP",), company=MATTER), "same"),
        (bearer("Sri", company=OTHER), bearer("Surya Raya Indah", known_as=("SRI",), company=MATTER), "different"),
        (bearer("Muslim Butar-butar"), bearer("Muslim Butar Butar"), "same"),
        (bearer("SariDewanti"), bearer("Sari Dewanti"), "same"),
        (bearer("Sari DewantiDirektur"), bearer("Sari Dewanti"), "same"),
        (bearer("Sari Dewanti Laksmana"), bearer("Sari Dewanti Laksamana"), "same"),
        (bearer("Sari Laksmana"), bearer("Sari Laksamana"), "unsure"),
        (bearer("Sari Laksmana", company=MATTER), bearer("Sari Laksamana", company=MATTER), "same"),
        (bearer("Ponirin", "Ketua Dermaga Losari"), bearer("Ponirrin", "Ketua Dermaga Losari"), "same"),
        (bearer("Wamenkop Sari Dewanti"), bearer("Sejalan Sari Dewanti"), "unsure"),
        (bearer("PT Dermaga Raya", kind="organisation"), bearer("Pihak Dermaga Raya", kind="organisation"), "same"),
    ],
)
def test_match(left, right, verdict):
    assert match(left, right).verdict == match(right, left).verdict == verdict
    assert match(left, right).reason


def test_a_single_name_does_not_chain_two_people():
    laksana, gunung = Entry(1, 9, (bearer("Bayu Laksana", called=("Bayu",)),)), Entry(2, 9, (bearer("Bayu Gunung"),))
    assert place(bearer("Bayu"), [laksana, Entry(2, 9, (bearer("Bayu Gunung", called=("Bayu",)),))]) is None
    found = place(bearer("Bayu"), [laksana, gunung])
    assert (found.entry, found.match.rule) == (1, "called")


def test_a_name_that_very_many_bear_is_nobody_s():
    assert place(bearer("Budi"), [Entry(1, 90, (bearer("Budi Santoso", called=("Budi",)),))]) is None


def test_a_role_that_differs_keeps_a_single_name_from_whom_articles_call_so():
    entry = Entry(1, 9, (bearer("Bayu Laksana", "gubernur Losari", called=("Bayu",)),))
    assert place(bearer("Bayu", "rektor kampus"), [entry]) is None
    assert place(bearer("Bayu", "gubernur"), [entry]).match.rule == "called"


def test_who_is_written_as_a_member_belongs_with_it():
    entry = Entry(1, 9, (bearer("Sari Dewanti"), bearer("Ayu Sari Dewanti"), bearer("Sari Dewanti Wulan")))
    assert place(bearer("Ayu Sari Dewanti"), [entry]).match.rule == "name"
    assert place(bearer("Ayu Sari Dewanti"), [entry], {("Ayu Sari Dewanti", "Sari Dewanti"): False}) is None


def test_a_slip_is_no_further_from_a_longer_form_than_the_name():
    entry = Entry(1, 9, (bearer("Sari Ayu Dewanti"), bearer("Indah Sari Ayu Dewanti")))
    assert place(bearer("Sari Ayu Dewantti"), [entry]).match.rule == "letter"


def test_a_reason_names_the_company():
    found = match(bearer("Rudi", company=MATTER), bearer("Rudi", company=MATTER))
    assert (found.rule, "both articles name “losari”" in found.reason) == ("company", True)


def test_a_ruling_keeps_a_single_name_away():
    entry = Entry(1, 9, (bearer("Bayu Laksana", called=("Bayu",)),))
    assert place(bearer("Bayu"), [entry], {("Bayu", "Bayu Laksana"): False}) is None


def test_a_ruling_holds():
    entry = Entry(1, 3, (bearer("Sari Dewanti"),))
    assert place(bearer("Sari Dewanti"), [entry], {("Sari Dewanti", "Sari Dewanti"): False}) is None
    assert place(bearer("Mbak Ayu"), [entry], {("Mbak Ayu", "Sari Dewanti"): True}).match.rule == "ruling"
