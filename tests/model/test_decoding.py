import numpy as np

from runut.model.decoding import ANCHOR, CONTENT, CUE, CUE_ON, OUTSIDE, SOURCE, Mark, Parts, likeliest, marks
from runut.model.decoding import parts as decoded


def chances(labels: list[int], count: int, sure: float = 0.9) -> np.ndarray:
    found = np.full((len(labels), count), (1 - sure) / (count - 1), np.float32)
    found[np.arange(len(labels)), labels] = sure
    return found


def parts(table: np.ndarray, offset: int, mark: Mark, **more: object) -> Parts:
    """With nothing said about what follows what."""
    return decoded(table, offset, mark, np.zeros((len(table) - 1, 4, 4), np.float32), **more)


def test_a_cue_of_two_words_is_one_mark() -> None:
    found = marks(chances([OUTSIDE, CUE, CUE_ON, OUTSIDE, ANCHOR], 4), 0.5)
    assert [(m.first, m.last, m.anchor) for m in found] == [(1, 3, False), (4, 5, True)]


def test_an_unlikely_cue_is_no_mark() -> None:
    assert marks(chances([OUTSIDE, CUE], 4, sure=0.4), 0.7) == []


def test_content_on_both_sides_and_the_source_between() -> None:
    labels = [CONTENT, CONTENT, CONTENT, OUTSIDE, SOURCE, SOURCE, CONTENT, CONTENT, CONTENT]
    found = parts(chances(labels, 3), 10, Mark(13, 14, anchor=False, probability=1.0))
    assert found.content == (range(10, 13), range(16, 19))
    assert found.source == range(14, 16)


def test_the_cue_itself_is_never_content() -> None:
    found = parts(chances([CONTENT] * 3, 3), 0, Mark(1, 2, anchor=False, probability=1.0))
    assert all(1 not in run for run in found.content)


def test_the_first_word_of_a_statement_without_a_cue_is_content() -> None:
    found = parts(chances([CONTENT] * 3, 3), 0, Mark(0, 1, anchor=True, probability=1.0))
    assert found.content == (range(3),)


def test_a_gap_is_closed_only_by_a_word_that_may_belong() -> None:
    table = chances([CONTENT, CONTENT, CONTENT, OUTSIDE, CONTENT, CONTENT, CONTENT], 3)
    mark = Mark(90, 91, anchor=False, probability=1.0)
    assert parts(table, 0, mark).content == (range(3), range(4, 7))
    table[3] = [0.6, 0.35, 0.05]
    assert parts(table, 0, mark).content == (range(7),)


def test_of_two_sources_the_surer_is_taken() -> None:
    table = chances([SOURCE, OUTSIDE, OUTSIDE, OUTSIDE, SOURCE, SOURCE, CONTENT], 3)
    assert parts(table, 0, Mark(2, 3, anchor=False, probability=1.0)).source == range(4, 6)


def test_what_usually_follows_mends_a_doubtful_word() -> None:
    table = chances([CONTENT] * 5, 3)
    table[2] = [0.55, 0.4, 0.05]
    ways = np.full((4, 4, 4), -5.0, np.float32)
    ways[:, range(4), range(4)] = -0.1
    mark = Mark(90, 91, anchor=False, probability=1.0)
    assert decoded(table, 0, mark, ways).content == (range(5),)


def test_a_quote_is_said_as_a_whole_or_not_at_all() -> None:
    table = chances([CONTENT] * 6 + [OUTSIDE] * 2, 3)
    mark = Mark(90, 91, anchor=False, probability=1.0)
    assert parts(table, 0, mark, units=[range(8)]).content == (range(8),)
    table = chances([CONTENT] * 2 + [OUTSIDE] * 6, 3)
    assert parts(table, 0, mark, units=[range(8)]).content == ()


def test_a_source_ends_with_its_sentence() -> None:
    table = chances([OUTSIDE, SOURCE, SOURCE, OUTSIDE], 3)
    table[1, SOURCE] = 0.95
    found = parts(table, 0, Mark(0, 1, anchor=False, probability=1.0), stops=frozenset({2}))
    assert found.source == range(1, 2)


def test_the_likeliest_sequence_is_not_the_likeliest_of_each() -> None:
    weighed = np.array([[0, -1, -9, -9], [-0.5, 0, -9, -9]], np.float32)
    ways = np.array([[[0, -9, -9, -9], [-9, 0, -9, -9], [-9] * 4, [-9] * 4]], np.float32)
    assert likeliest(weighed, ways).tolist() == [0, 0]
