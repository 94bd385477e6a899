from hypothesis import given
from hypothesis import strategies as st

from runut.model.pieces import LONGEST, Vocabulary, tokenise
from runut.text import prepare

PIECES = ["", "", "", "", "▁", "k", "a", "t", "▁kata", "ta", "nya", "n", "y", "▁Kam", "i", ",", "”", "▁“", ",”"]


def vocabulary() -> Vocabulary:
    scores = {"▁kata": -2.0, "nya": -2.0, "ta": -3.0, "▁Kam": -3.0, ",”": -2.0}
    pieces = {piece: (index, scores.get(piece, -5.0)) for index, piece in enumerate(PIECES) if index > 3}
    return Vocabulary(pieces, unknown=3, separator=2)


def written(ids: tuple[int, ...] | list[int]) -> list[str]:
    return [PIECES[index] or f"<{index}>" for index in ids]


def test_the_likeliest_cut_is_found() -> None:
    assert written(vocabulary().cut("▁katanya")) == ["▁kata", "nya"]
    assert written(vocabulary().cut("▁tata")) == ["▁", "ta", "ta"]


def test_a_letter_without_a_piece_is_unknown_and_the_rest_is_not() -> None:
    assert written(vocabulary().cut("▁kataß")) == ["▁kata", "<3>"]


def test_words_and_marks_have_their_places() -> None:
    tokens = tokenise(prepare("“Kami,” kata"), vocabulary())
    assert written(tokens.ids) == ["▁“", "<3>", "a", "<3>", "i", ",”", "▁kata"]
    assert tokens.firsts == [1, 6]
    assert [tokens.words[place] for place in tokens.firsts] == [0, 1]


def test_a_line_break_is_a_separator_and_a_space_is_nothing() -> None:
    assert written(tokenise(prepare("kata\n\nkata"), vocabulary()).ids) == ["▁kata", "<2>", "▁kata"]
    assert written(tokenise(prepare("kata kata"), vocabulary()).ids) == ["▁kata", "▁kata"]


def test_a_word_without_end_costs_no_more_than_a_long_one() -> None:
    endless = vocabulary().cut("▁" + "kata" * 50_000)
    assert endless == vocabulary().cut(("▁" + "kata" * 50_000)[:LONGEST])
    assert len(endless) <= LONGEST


@given(st.text(alphabet="kata nyi,”\n", max_size=200))
def test_every_word_has_a_first_piece_in_order(text: str) -> None:
    prose = prepare(text)
    tokens = tokenise(prose, vocabulary())
    assert len(tokens.ids) == len(tokens.words)
    assert len(tokens.firsts) == len(prose.words)
    assert tokens.firsts == sorted(set(tokens.firsts))
    assert [tokens.words[place] for place in tokens.firsts] == list(range(len(prose.words)))
