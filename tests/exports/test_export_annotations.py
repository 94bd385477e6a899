"""Annotations: marks that hold on a page that has changed, and that say when they no longer do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from runut.exports.annotations import AROUND, annotate, find_again
from runut.exports.identifiers import NAMESPACE
from runut.vocabulary import Reading, Record, Statement

# So few letters that the same words often stand several times.
TEXTS = st.text(alphabet="ab .“", min_size=1, max_size=120)


@st.composite
def marked(draw):
    """A text and the pieces of one statement in it, in order and apart."""
    text = draw(TEXTS)
    places = st.integers(0, len(text))
    bounds = sorted(draw(st.lists(places, min_size=2, max_size=6, unique=True)))
    return text, tuple(zip(bounds[::2], bounds[1::2], strict=False))


def annotation(text, content, **fields):
    said = Statement(id="s", content=content, **fields)
    (made,) = annotate(Record(article="x", text=text, statements=(said,), reading=Reading(runut="0")))
    return made


@given(marked())
def test_in_an_unchanged_text_every_piece_is_where_it_was(given_text):
    text, content = given_text
    assert find_again(annotation(text, content), text) == content


@given(marked(), TEXTS)
def test_what_is_found_are_the_words_and_what_is_not_has_gone(given_text, other):
    text, content = given_text
    words = [text[start:end] for start, end in content]
    found = find_again(annotation(text, content), other)
    if found is None:
        assert not all(word in other for word in words)
    else:
        assert [other[start:end] for start, end in found] == words


@given(marked(), st.text(max_size=200))
def test_words_are_found_behind_whatever_was_put_before_them(given_text, before):
    text, content = given_text
    found = find_again(annotation(text, content), before + text)
    assert found is not None
    assert all(end - start == right - left for (start, end), (left, right) in zip(found, content, strict=True))


def test_surroundings_are_those_of_the_text_and_end_where_it_ends():
    text = "x" * 40 + "kata" + "y" * 5
    (target,) = annotation(text, ((40, 44),))["target"]
    quote, position = target["selector"]
    assert (quote["prefix"], quote["exact"], quote["suffix"]) == ("x" * AROUND, "kata", "yyyyy")
    assert (position["start"], position["end"]) == (40, 44)


@pytest.mark.parametrize(("cue", "source", "span"), [((5, 12), (0, 4), (5, 12)), (None, (0, 4), (0, 4))])
def test_who_declined_to_speak_is_marked_where_it_is_told(cue, source, span):
    made = annotation("Sari menolak.", (), cue=cue, source=source, act="declines")
    assert find_again(made, "Sari menolak.") == (span,)


def test_what_stands_nowhere_is_about_the_whole_page():
    made = annotation("Sari menolak.", ())
    assert made["target"] == [{"source": "urn:runut:article:x"}]  # never an empty list: an annotation has a target
    assert find_again(made, "lain sama sekali") == ()


def test_selectors_of_other_tools_come_in_any_order_or_alone():
    quote, position = {"exact": "turun"}, {"start": 12, "end": 17}
    text = "turun, lalu turun"
    assert find_again({"target": [{"selector": [position, quote]}]}, text) == ((12, 17),)
    assert find_again({"target": [{"selector": [quote]}]}, text) == ((0, 5),)


def test_the_body_tells_who_and_how_in_values(kapal):
    said = replace(kapal.statements[-1], via=("Antara", "Reuters"), role="komandan regu")
    (made,) = annotate(replace(kapal, statements=(said,)))
    facts = next(body for body in made["body"] if body["type"] == "runut:Statement")
    assert facts["runut:via"] == ["Antara", "Reuters"]
    assert (facts["runut:speaker"], facts["runut:role"]) == ("Bayu Laksana", "komandan regu")
    assert (facts["runut:act"], facts["runut:manner"]) == (said.act, said.manner)
    # The names are only defined by the second context: without it, readers of linked data drop them.
    assert {"runut": NAMESPACE} in made["@context"]


def test_hearsay_has_no_speaker_at_all():
    facts = annotation("Konon begitu.", ((6, 12),))["body"][1]
    assert "runut:speaker" not in facts
    assert "runut:via" not in facts
