"""Text in pieces: whatever the spans, nothing of the text is lost, doubled or moved."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from runut.desk.lines import Text, record_of
from runut.vocabulary import Paragraph, Statement
from runut.web.marking import marked
from runut.web.spots import place

TEXT = "Satu dua 😀 tiga. “Empat lima,” kata Sari. שלום dunia\u200b, enam."
BARE = record_of(Text(TEXT, language="id"))
EDGE = st.integers(0, len(TEXT))
SPAN = st.tuples(EDGE, EDGE).map(lambda pair: tuple(sorted(pair)))
SAID = st.builds(Statement, content=st.lists(SPAN, max_size=3).map(tuple), cue=st.none() | SPAN)


def record(said):
    whole = (Paragraph("paragraph", (0, len(TEXT))),)
    return replace(BARE, text=TEXT, paragraphs=whole, statements=tuple(said), relays=())


def pieces(found):
    return [piece for part in found.parts for piece in part.pieces]


@given(st.lists(SAID, max_size=6), st.none() | SPAN)
def test_nothing_is_lost_whatever_overlaps(said, at):
    found = pieces(marked(record(said), window=range(len(said)), at=at))
    assert "".join(piece.words for piece in found) == TEXT
    assert all(TEXT[piece.start :].startswith(piece.words) for piece in found)
    for piece in found:
        for owner in piece.owners:
            spans = [*said[owner - 1].content, *([said[owner - 1].cue] if said[owner - 1].cue else [])]
            assert any(start <= piece.start and piece.start + len(piece.words) <= end for start, end in spans)


def test_a_statement_in_another_leads_to_the_inner_one():
    outer, inner = Statement(content=((0, 30),)), Statement(content=((5, 10),))
    found = pieces(marked(record([outer, inner]), window=range(2)))
    assert [(piece.words, piece.owners) for piece in found[:3]] == [
        (TEXT[:5], (1,)),
        (TEXT[5:10], (2, 1)),
        (TEXT[10:30], (1,)),
    ]


def test_a_statement_in_pieces_is_reached_once_and_ends_once():
    parted = Statement(content=((0, 4), (9, 15)), cue=(5, 8))
    found = [piece for piece in pieces(marked(record([parted]), window=range(1))) if piece.owners]
    assert [piece.first for piece in found] == [True, False, False]
    assert [piece.ends for piece in found] == [(), (), (1,)]


def test_the_words_of_an_address_are_marked_in_code_points():
    at = place("9-10", len(TEXT))
    found = pieces(marked(record([]), window=range(0), at=at))
    assert [piece.words for piece in found if piece.here] == ["😀"]


def test_a_window_keeps_the_numbers_of_the_whole():
    said = [Statement(content=((n, n + 1),)) for n in range(8)]
    found = pieces(marked(record(said), window=range(5, 8)))
    assert [piece.owners for piece in found if piece.owners] == [(6,), (7,), (8,)]


def test_addresses_that_mean_no_words_mean_none():
    assert [place(told, 20) for told in (None, "", "5", "7-7", "9-3", "30-40", "a-b", "3-99")] == [None] * 7 + [(3, 20)]
