"""Every example of a language is a test: what it says is what is found, no more and no less."""

import re
from typing import get_args

import pytest

import runut
from runut.languages import load_pack, served
from runut.languages.cues import Frame
from runut.languages.examples import Example, load_examples
from runut.vocabulary import Act, Statement

EXAMPLES = [pytest.param(code, e, id=f"{code}-{e.text[:48]}") for code in served() for e in load_examples(code)]


def words(text: str) -> list[str]:
    """Without marks: whether a quote mark or a full stop at an end is in or out is not looked at."""
    return re.findall(r"\w+", text)


def cut(text: str, span) -> str:
    return text[slice(*span)] if span else ""


def told(text: str, statement: Statement) -> dict:
    return {
        "source": cut(text, statement.source),
        "speaker": statement.speaker or "",
        "act": statement.act,
        "manner": statement.manner,
        "via": statement.via,
    }


@pytest.mark.parametrize(("code", "example"), EXAMPLES)
def test_example(code: str, example: Example):
    found = runut.attribute(example.text, language=code, reader="rules").statements
    contents = [words(" ".join(cut(example.text, span) for span in s.content)) for s in found]
    assert contents == [words(said.words) for said in example.says]
    for statement, said in zip(found, example.says, strict=True):
        asked = {k: v for k in ("source", "speaker", "act", "manner", "via") if (v := getattr(said, k)) is not None}
        given = told(example.text, statement)
        assert {key: given[key] for key in asked} == asked


@pytest.mark.parametrize("code", served())
def test_every_act_has_an_example(code):
    shown = {said.act for example in load_examples(code) for said in example.says}
    assert set(get_args(Act)) <= shown


@pytest.mark.parametrize("code", served())
def test_every_frame_that_the_language_uses_has_an_example(code):
    used = {group.frame for group in load_pack(code).cues.cue}
    rules = {
        e.rule.removeprefix("frame: ").replace("pointer", "passive")
        for example in load_examples(code)
        for statement in runut.attribute(example.text, language=code, reader="rules").statements
        for e in statement.evidence
    }
    assert used <= set(get_args(Frame))
    assert used - rules == set()


@pytest.mark.parametrize("code", served())
def test_some_examples_say_nothing(code):
    """A reader that marks everything would pass all others."""
    assert [example for example in load_examples(code) if not example.says]


@pytest.mark.parametrize("code", served())
def test_no_example_stands_twice(code):
    texts = [example.text for example in load_examples(code)]
    assert len(set(texts)) == len(texts)
