from hypothesis import given
from hypothesis import strategies as st

from runut.model.pieces import Vocabulary, tokenise
from runut.model.stretches import LONGEST, SHORTEST, stretches
from runut.text import prepare

PIECES = ["", "", "", "", "▁", "k", "a", "t", "▁kata", "”", "▁“", ".", "K", "▁K"]
VOCABULARY = Vocabulary({piece: (at, -1.0) for at, piece in enumerate(PIECES) if at > 3}, unknown=3, separator=2)


def cut(text: str, longest: int = LONGEST) -> tuple[list[range], list[int]]:
    prose = prepare(text)
    tokens = tokenise(prose, VOCABULARY)
    return stretches(prose, tokens, longest), tokens.ids


def test_a_short_text_is_one_stretch() -> None:
    found, ids = cut("kata " * 20)
    assert found == [range(len(ids))]


def test_a_stretch_ends_with_a_paragraph() -> None:
    found, ids = cut("\n".join(["kata " * 30] * 6), longest=100)
    assert len(found) > 1
    assert all(ids[place.start - 1] == VOCABULARY.separator for place in found[1:])


def test_a_paragraph_without_end_is_cut_between_sentences() -> None:
    found, ids = cut(" ".join(["Kata " + "kata " * 20 + "kata."] * 8), longest=100)
    assert len(found) > 1
    assert all(PIECES[ids[place.start - 1]] == "." for place in found[1:])


def test_an_opening_mark_stays_with_its_sentence() -> None:
    found, ids = cut("\n".join(["“Kata " + "kata " * 30 + "kata.”"] * 6), longest=100)
    assert len(found) > 1
    assert all(PIECES[ids[place.start]] == "▁“" for place in found[1:])


def test_what_has_no_end_is_cut_all_the_same() -> None:
    found, _ = cut("kata " * 1000)
    assert max(len(place) for place in found) <= LONGEST


@given(st.text(alphabet="kat .“”\nK", max_size=1500), st.integers(SHORTEST, 120))
def test_stretches_are_all_of_the_text_in_order(text: str, longest: int) -> None:
    found, ids = cut(text, longest)
    assert [at for place in found for at in place] == list(range(len(ids)))
    assert all(len(place) <= longest for place in found)
