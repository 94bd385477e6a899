"""The learned reader beside the rules, where they differ."""

import tomllib
from dataclasses import replace
from importlib.resources import files

import numpy as np
import pytest

import runut
from runut.languages import load_pack
from runut.model import encode
from runut.statements import survey
from runut.statements.drafting import draft
from runut.statements.ground import Ground
from runut.statements.lookup import lookup
from runut.statements.merging import merge
from runut.vocabulary import Act

TOLD_OF = "Rahmat Salim menutup dermaga itu.\n\nBudi Santosa dikabarkan akan pindah ke Teluk Sari pekan depan."
AFTER_A_SPEAKER = (
    "“Kami masih mencari,” kata Rahmat Salim.\n\nBudi Santosa disebut-sebut akan pindah ke Lereng FC musim depan."
)


@pytest.mark.parametrize("text", [TOLD_OF, AFTER_A_SPEAKER], ids=["its subject", "who spoke before"])
def test_hearsay_has_no_speaker_whatever_the_model_takes_for_one(text: str) -> None:
    last = runut.attribute(text, language="id", reader="model").statements[-1]
    assert (last.speaker, last.source, last.speaker_type) == (None, None, "none")


@pytest.mark.parametrize(("probability", "kept"), [(0.59, 0), (0.61, 1)])
def test_what_only_the_model_sees_is_kept_when_it_is_likely_right(probability: float, kept: int) -> None:
    scene = survey("“Dermaga itu aman,” kata Rahmat Salim di Teluk Sari.", load_pack("id"))
    reading = encode(scene.prose).reading("id")
    (found,) = reading.found
    given = replace(reading, found=[replace(found, probability=probability)])
    assert len(merge(Ground.of(scene), lookup(scene.pack), [], given)) == kept


def test_what_a_statement_held_stands_alone_without_it() -> None:
    scene = survey("“Kepala desa mengatakan jalan itu ditutup,” kata Sari Dewanti di Bantul, Senin.", load_pack("id"))
    reading = encode(scene.prose).reading("id")
    outer, inner = reading.found
    assert inner.parent == 0
    given = replace(reading, found=[replace(outer, probability=0.3), replace(inner, probability=0.9)])
    (left,) = merge(Ground.of(scene), lookup(scene.pack), [], given)
    assert left.parent is None


@pytest.mark.parametrize(
    ("text", "thought", "kept"),
    [
        ("The ferry was late. Rini Moss said the harbour was safe.", 0.2, 0),
        ("The ferry was late. Rini Moss said the harbour was safe.", 0.8, 1),
        ("Rini Moss said the harbour was safe.", 0.2, 1),
    ],
    ids=["unlikely", "likely", "first sentence"],
)
def test_what_only_rules_read_needs_the_models_word_for_its_cue(text: str, thought: float, kept: int) -> None:
    scene = survey(text, load_pack("en"))
    ground, cues = Ground.of(scene), lookup(scene.pack)
    reading = encode(scene.prose).reading("en")
    limits = replace(reading.limits, alone=0.5)
    given = replace(reading, found=[], chances=np.full_like(reading.chances, thought), limits=limits)
    assert len(merge(ground, cues, draft(ground, cues, scene.carriers), given)) == kept


@pytest.mark.parametrize(("surety", "end"), [(0.5, "away"), (0.95, "safe")])
def test_the_models_words_are_taken_where_it_is_sure_of_each(surety: float, end: str) -> None:
    text = "Rini Moss said the harbour was safe, a ferry away."
    scene = survey(text, load_pack("en"))
    ground, cues = Ground.of(scene), lookup(scene.pack)
    reading = encode(scene.prose).reading("en")
    start = text.index("the harbour")
    seen = replace(
        reading.found[0],
        content=((start, text.index(",")),),
        probability=0.95,
        scores=(*reading.found[0].scores[:2], surety),
    )
    (said,) = merge(ground, cues, draft(ground, cues, scene.carriers), replace(reading, found=[seen]))
    assert text[slice(*said.content[-1])].endswith(end)


@pytest.mark.parametrize(
    ("text", "seen", "act", "left"),
    [
        ("Rini Moss vowed to fight the plan.", "to fight the plan", "commits", "fight the plan"),
        ("Rini Moss vowed to “fight” the plan.", "to “fight” the plan", "commits", "“fight” the plan"),
        ("Rini Moss expects to fight the plan.", "to fight the plan", "believes", "to fight the plan"),
        (
            "Rini Moss said, to fight fires costs money.",
            "to fight fires costs money",
            "asks",
            "to fight fires costs money",
        ),
    ],
    ids=["of the verb", "before a quote", "of a belief", "of the clause"],
)
def test_the_marker_of_a_verb_stays_outside_what_is_asked_or_promised(
    text: str, seen: str, act: Act, left: str
) -> None:
    scene = survey(text, load_pack("en"))
    reading = encode(scene.prose).reading("en")
    start = text.index(seen)
    found = replace(reading.found[0], content=((start, start + len(seen)),), act=act, probability=0.95)
    (said,) = merge(Ground.of(scene), lookup(scene.pack), [], replace(reading, found=[found]))
    assert [text[slice(*span)] for span in said.content] == [left]


def test_a_language_that_the_model_was_not_trained_on_keeps_what_its_rules_read() -> None:
    examples = tomllib.loads((files("runut.languages") / "ms" / "examples.toml").read_text("utf8"))["example"]
    assert len(examples) > 15
    for example in examples:
        by_rules, by_both = (
            runut.attribute(example["text"], language="ms", reader=reader).statements for reader in ("rules", "model")
        )
        assert [(said.content, said.speaker) for said in by_both] == [(said.content, said.speaker) for said in by_rules]
