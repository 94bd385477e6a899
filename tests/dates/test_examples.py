"""Each language brings its examples; what they say is what is found."""

import re

import pytest

from runut.dates import find_dates
from runut.dates.lexicon import FIGURES, lexicon
from runut.languages import load_pack, served
from runut.languages.dates import Dates
from runut.text import prepare

EXAMPLES = [
    pytest.param(code, example, id=f"{code}-{number}")
    for code in served()
    for number, example in enumerate(load_pack(code).dates.examples)
]


@pytest.mark.parametrize(("code", "example"), EXAMPLES)
def test_example(code, example):
    pack = load_pack(code)
    prose = prepare(example.text, frozenset(pack.about.abbreviations))
    found = find_dates(prose, example.published, pack)
    assert [(prose[date.span], date.value) for date in found] == [tuple(date) for date in example.dates]


@pytest.mark.parametrize("code", served())
def test_language_has_examples(code):
    assert load_pack(code).dates.examples


@pytest.mark.parametrize("code", served())
def test_forms_name_only_roles_that_exist(code):
    """A misspelt role would match nothing and nobody would notice."""
    pack = load_pack(code)
    known = {role for role, table in lexicon(pack).roles.items() if table} | set(FIGURES)
    asked = {
        role.strip("-").rstrip("2")
        for form in pack.dates.forms
        for words in form.words
        for role in re.findall(r"\{([^}]*)\}", words)
    }
    assert asked <= known


@pytest.mark.parametrize("code", served())
def test_brackets_of_forms_are_closed(code):
    for form in load_pack(code).dates.forms:
        for words in form.words:
            depth = 0
            for mark in re.findall(r"[\[\]]", words):
                depth += 1 if mark == "[" else -1
                assert depth >= 0, words
            assert depth == 0, words


def test_a_language_may_know_only_months_and_weekdays():
    plain = Dates(order="dmy", months_ahead=1, months={"mai": 5}, weekdays={"montag": 1}, zones={})
    assert plain.forms == ()
