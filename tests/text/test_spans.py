"""Whatever the text is, every part stands where it is said to stand."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from runut.text import Prose, prepare

PIECES = [
    *" \n\t.,!?…“”\"„«»‘’'()-–",
    *("\n\n", ". ", ".” ", "” ", " “", "\r\n", "\u00a0", "\u2028", "\x0b", "\x00", "\ufeff"),
    *("Sari", "kata", "S.H", "Dr", "dr", "a", "A", "Jum’at", "detik.com", "3.500", "𝒜", "e\u0301", "ß", "İ", "ǅ"),
]
texts = st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text(max_size=200)
ABBREVIATIONS = frozenset({"dr"})
# Much of each: what takes quadratic time with it does not come back, and the limit below only stops the wait.
SIZE = 1 << 16
HOSTILE = [
    *"“ ” \" ' ‘a a’ . .A A. a.B … .” “a.”B A a - a- a' A.A ( ). “a \u0301 «".split(),
    *(". ", ".” ", " ", "\n", "\n\n", "“\n", "Dr. ", "“a. ", "a. “", "“A. B.” ", "\t.\t"),
]


def in_order(spans: list[tuple[int, int]], text: str) -> bool:
    """Within the text, not empty, one after the other without overlap."""
    inside = all(0 <= start < end <= len(text) for start, end in spans)
    return inside and all(before[1] <= after[0] for before, after in pairwise(spans))


def covered(spans: list[tuple[int, int]], text: str) -> bool:
    """No character that shows lies outside of the spans."""
    gaps = zip([0, *(end for _, end in spans)], [*(start for start, _ in spans), len(text)], strict=True)
    return all(not text[start:end].strip() for start, end in gaps)


@given(texts)
def test_words(text):
    prose = prepare(text)
    spans = list(zip(prose.starts, prose.ends, strict=True))
    assert in_order(spans, text)
    assert [prose[span] for span in spans] == list(prose.words)
    assert [word.lower() for word in prose.words] == list(prose.lower)
    assert len(prose.words_in((0, len(text)))) == len(prose.words)


@given(texts)
def test_paragraphs(text):
    prose = prepare(text)
    paragraphs = list(prose.paragraphs)
    assert in_order(paragraphs, text)
    assert covered(paragraphs, text)
    assert all("\n" not in prose[span] for span in paragraphs)


@given(texts)
def test_quotes(text):
    prose = prepare(text)
    spans = [(q.start, q.end) for q in prose.quotes]
    assert in_order(spans, text)
    for quote in prose.quotes:
        start, end = quote.inner
        assert quote.start < start <= end <= quote.end
        assert any(first <= quote.start and quote.end <= last for first, last in prose.paragraphs)


@given(texts)
@example("“A. B.” C. “D")
def test_sentences(text):
    prose = prepare(text, ABBREVIATIONS)
    spans = [s.span for s in prose.sentences]
    assert in_order(spans, text)
    assert covered(spans, text)
    for index, sentence in enumerate(prose.sentences):
        first, last = prose.paragraphs[sentence.paragraph]
        assert first <= sentence.start < sentence.end <= last
        assert not text[sentence.start].isspace()
        assert prose.sentence_at(sentence.start) == prose.sentence_at(sentence.end - 1) == index


@given(texts)
@example('"a." B "c.")D')
@example('."Sari')
def test_no_sentence_ends_within_a_quote(text):
    prose = prepare(text, ABBREVIATIONS)
    for quote in prose.quotes:
        assert prose.sentence_at(quote.start) == prose.sentence_at(quote.end - 1)


@given(texts)
def test_the_same_text_is_cut_the_same(text):
    assert parts(prepare(text)) == parts(prepare(text))


def parts(prose: Prose) -> tuple:
    return prose.words, prose.starts, prose.ends, prose.quotes, prose.sentences, prose.paragraphs


class Counted(str):
    """A text that counts the characters that are copied out of it."""

    __slots__ = ("copied",)

    def __getitem__(self, key) -> str:
        piece = super().__getitem__(key)
        self.copied = getattr(self, "copied", 0) + len(piece)
        return piece


@pytest.mark.parametrize("piece", ["Satu. ", "“Satu.” ", "Satu.Dua", "“a ", "Dr. ", "‘a’ ", "Satu.\n", "Satu.     "])
def test_no_long_stretch_is_copied_again_and_again(piece):
    """Cutting the rest off at every sentence copies a long paragraph as often as it has sentences."""
    text = Counted(piece * 4000)
    text.copied = 0
    prepare(text, ABBREVIATIONS)
    assert text.copied < 12 * len(text)


@pytest.mark.timeout(20)
@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_takes_no_quadratic_time(piece):
    text = piece * (SIZE // len(piece))
    prose = prepare(text, ABBREVIATIONS)
    assert len(prose.text) == len(text)
    assert not prose.sentences or prose.sentences[-1].end <= len(text)
