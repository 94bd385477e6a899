"""Whom a pronoun means, by weights: what they are for, and that they and the features fit together."""

import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

import runut
from runut.statements.speakers import candidates
from runut.statements.speakers.candidates import Candidate
from runut.statements.speakers.ranking import score
from runut.statements.speakers.speaker import UNCLEAR

WEIGHTS = tomllib.loads((files("runut.statements.speakers") / "ranking.toml").read_text("utf8"))["weights"]


def speakers(text: str) -> list[str | None]:
    return [statement.speaker for statement in runut.attribute(text, language="en").statements]


def test_each_weight_is_of_a_feature_that_the_code_knows():
    code = Path(candidates.__file__).read_text("utf8")
    known = {re.sub(r" ?\{.*", "", name) for name in re.findall(r'f?"([a-z][^"]*)"', code)}
    assert [name for name in WEIGHTS if name not in known and name.rstrip(" 0123456789") not in known] == []


def test_a_score_sums_what_is_true():
    both = Candidate(UNCLEAR, ("gender", "last", "no such feature"))
    assert score(both) == pytest.approx(WEIGHTS["gender"] + WEIGHTS["last"])


def test_what_anybody_expects_of_the_weights():
    assert WEIGHTS["far 0"] > WEIGHTS["far 7"]
    assert WEIGHTS["last"] > 0 > WEIGHTS["quoted"]
    assert WEIGHTS["gender"] > 0 > WEIGHTS["other"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Sarah Brook drove Peter Hart to the quay. He said the water was rising.", "Peter Hart"),
        ("Peter Hart drove Sarah Brook to the quay. She said the water was rising.", "Sarah Brook"),
        ("Peter Hart said the quay was safe. He said the boats were full.", "Peter Hart"),
        ("At the old harbour on Tuesday, David Moss was mending nets. “I never sleep,” he said.", "David Moss"),
        ("David Moss left for Wales. “I never sleep,” he said.", "David Moss"),
    ],
)
def test_whom_a_pronoun_means(text, meant):
    assert speakers(text)[-1] == meant
