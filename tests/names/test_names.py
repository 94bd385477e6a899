import pytest

from runut.names import Bearer, Entry, match, place


def bearer(name, *roles, kind="person", **fields):
    return Bearer(name=name, kind=kind, roles=roles, **fields)


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


def test_a_ruling_holds():
    entry = Entry(1, 3, (bearer("Sari Dewanti"),))
    assert place(bearer("Sari Dewanti"), [entry], {("Sari Dewanti", "Sari Dewanti"): False}) is None
    assert place(bearer("Mbak Ayu"), [entry], {("Mbak Ayu", "Sari Dewanti"): True}).match.rule == "ruling"
