"""Whom a pronoun means, by weights: what they are for, and that they and the features fit together."""

import re
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest

import runut
from runut.statements.speakers import candidates, choices
from runut.statements.speakers.candidates import Candidate
from runut.statements.speakers.ranking import score
from runut.statements.speakers.speaker import UNCLEAR
from runut.vocabulary.statements import SpeakerType

TABLES = tomllib.loads((files("runut.statements.speakers") / "ranking.toml").read_text("utf8"))
GENDERED, PLAIN = TABLES["gendered"], TABLES["plain"]


def speakers(text: str, language: str) -> list[str | None]:
    return [statement.speaker for statement in runut.attribute(text, language=language, reader="rules").statements]


@pytest.mark.parametrize("table", TABLES)
def test_each_weight_is_of_a_feature_that_the_code_knows(table):
    code = "".join(Path(module.__file__).read_text("utf8") for module in (candidates, choices))
    known = {re.sub(r" ?\{.*", "", name) for name in re.findall(r'f?"([a-z][^"]*)"', code)}
    told = {re.sub(r"^(?:pronoun|description|absent): ", "", name) for name in TABLES[table]}
    told = {name.rstrip(" 0123456789") for name in told} - {f"last {kind}" for kind in get_args(SpeakerType)}
    assert told <= known


def test_a_score_sums_what_is_true():
    both = Candidate(UNCLEAR, ("gender", "last", "no such feature"))
    assert score(both, GENDERED) == pytest.approx(GENDERED["gender"] + GENDERED["last"])


def test_what_anybody_expects_of_the_weights():
    assert GENDERED["far 0"] > GENDERED["far 7"]
    assert GENDERED["last"] > 0 > GENDERED["quoted"]
    assert GENDERED["gender"] > 0 > GENDERED["other"]
    assert PLAIN["far 0"] > PLAIN["far 7"]
    assert PLAIN["far 1"] > PLAIN["far 7"]
    assert PLAIN["opened"] > 0


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
    assert speakers(text, "en")[-1] == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "Rudi Hartono mengatakan jembatan ditutup. Menurut Wahyu Sasmita, warga tidak tahu. Ia meminta bantuan.",
            "Wahyu Sasmita",
        ),
        ("Rini Sasmita menyebut lawan kuat. Rudi Hartono setuju. Gelandang itu mengaku siap.", "Rudi Hartono"),
        (
            "Rudi Hartono mengatakan jembatan itu ditutup. Warga kemudian memprotes. “Kami minta maaf,” ujarnya.",
            "Rudi Hartono",
        ),
        (
            "Dinas Kesehatan Arunika mengatakan wabah itu mereda. “Warga tetap harus waspada,” tulisnya.",
            "Dinas Kesehatan Arunika",
        ),
    ],
)
def test_whom_a_pronoun_a_description_or_nothing_means(text, meant):
    assert speakers(text, "id")[-1] == meant
