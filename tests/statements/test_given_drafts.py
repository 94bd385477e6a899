"""Who speaks, where the parts of each statement are given: what the learned reader finds beside the rules."""

import pytest

from runut.languages import load_pack
from runut.statements import survey
from runut.statements.cue import Cue
from runut.statements.drafts import Draft
from runut.statements.ground import Ground
from runut.statements.speakers import resolve
from runut.text import Prose
from runut.vocabulary import Span

OFFICIAL = "The gates will close, a harbour official said. The pumps stay on, that official said."
OPENER = "Danu Hart said the pier was safe. Rini Moss kept to her line, casting the pier as a danger."
DOUBTED = "Danu Hart said the pier was safe. Rini Moss ruled the pier for years. The lamp was out, he added."


def given(prose: Prose, words: str, cue: str, source: str | None, probability: float = 1.0) -> Draft:
    """A statement as the reader gives it, told by its words."""
    spans = [_span(prose, part) for part in (words, cue)]
    at = prose.words_in(spans[1])
    return Draft(
        "speech",
        [spans[0]],
        Cue(at.start, at.stop, spans[1], ()),
        _span(prose, source) if source else None,
        probability=probability,
    )


def _span(prose: Prose, words: str) -> Span:
    start = prose.text.index(words)
    return start, start + len(words)


def speakers(text: str, *said: tuple[str, str, str | None, float]) -> list[str | None]:
    scene = survey(text, load_pack("en"))
    drafts = [given(scene.prose, *parts) for parts in said]
    return [speaker.name for speaker in resolve(Ground.of(scene), scene.cast, scene.carriers, drafts)]


def test_a_pointing_word_means_whoever_was_described() -> None:
    first = ("The gates will close", "said", "a harbour official", 1.0)
    second = ("The pumps stay on", "said", "that official", 1.0)
    assert speakers(OFFICIAL, first, second) == ["a harbour official", "a harbour official"]


def test_a_verb_apart_from_its_subject_takes_who_opens_its_sentence() -> None:
    first = ("the pier was safe", "said", "Danu Hart", 1.0)
    second = ("the pier as a danger", "casting", None, 1.0)
    assert speakers(OPENER, first, second) == ["Danu Hart", "Rini Moss"]


@pytest.mark.parametrize(("probability", "last"), [(0.79, "Danu Hart"), (0.81, "Rini Moss")])
def test_who_is_doubtfully_read_does_not_go_on_speaking(probability: float, last: str) -> None:
    first = ("the pier was safe", "said", "Danu Hart", 1.0)
    second = ("the pier", "ruled", "Rini Moss", probability)
    third = ("The lamp was out", "added", None, 1.0)
    assert speakers(DOUBTED, first, second, third)[-1] == last
