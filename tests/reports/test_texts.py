import re
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

import runut.reports
from runut.reports.accused import Response
from runut.reports.texts import languages, load_texts
from runut.stories.drifts import DriftKind
from runut.stories.voices import Side
from runut.vocabulary import Access, Act, Kind, Manner, NoteKind, RelayKind, Role, SpeakerType

ROOT = Path(runut.reports.__path__[0]).parent
SOURCES = [*(ROOT / "reports").glob("*.py"), *(ROOT / "cli").glob("*.py"), ROOT / "stories" / "report.py"]
# Within an f-string a text is asked for in single quotes.
CODE = "\n".join(path.read_text("utf-8") for path in SOURCES).replace("'", '"')
VALUES = {
    "act": Act,
    "manner": Manner,
    "speaker_type": SpeakerType,
    "relay": RelayKind,
    "role": Role,
    "kind": Kind,
    "access": Access,
    "note": NoteKind,
    "response": Response,
    "drift": DriftKind,
    "side": Side,
}


def fields(text):
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_same_keys_and_placeholders(language):
    model, other = load_texts("id"), load_texts(language)
    assert other.entries.keys() == model.entries.keys()
    assert {k: fields(v) for k, v in other.entries.items()} == {k: fields(v) for k, v in model.entries.items()}
    assert other.heads.keys() == model.heads.keys()
    assert all(other.heads.values())
    assert other.envoys


@pytest.mark.parametrize("language", languages())
def test_texts_hold_no_markup(language):
    assert [key for key, text in load_texts(language).entries.items() if re.search(r"[<>&]", text)] == []


@pytest.mark.parametrize("section", VALUES)
def test_every_value_of_the_vocabulary_has_a_word(section):
    entries = load_texts("en").entries
    assert [value for value in get_args(VALUES[section]) if f"{section}.{value}" not in entries] == []


def test_every_sort_of_unnamed_source_has_a_word():
    texts = load_texts("id")
    assert {key.removeprefix("unnamed.") for key in texts.entries if key.startswith("unnamed.")} == {
        "sources",
        *texts.heads,
    }


def test_every_text_that_the_code_asks_for_is_there():
    entries = load_texts("en").entries
    asked = set(re.findall(r"\.say\(\s*\"([a-z_.]+)\"", CODE)) | set(re.findall(r"entries\[\"([a-z_.]+)\"\]", CODE))
    counted = {f"{key}.{n}" for key in re.findall(r"\.count\(\s*\"([a-z_.]+)\"", CODE) for n in ("one", "many")}
    assert len(asked) > 30
    assert (asked | counted) - entries.keys() == set()


def test_numbers_and_rows():
    assert load_texts("id").number(12345) == "12.345"
    assert load_texts("en").number(12345) == "12,345"
    assert load_texts("id").listing(["A", "B", "C"]) == "A, B, dan C"
    assert load_texts("en").listing([]) == ""
    assert load_texts("en").percent(1.7) == "100%"


def test_no_text_is_left_that_nothing_asks_for():
    values = {
        *VALUES,
        "month",
        "zone",
        "doubt",
        "unnamed",
        "legend",
        "facet",
        "fate",
        "verdict",
        "listing",
        "every",
        "copying",
    }
    unused = [
        key
        for key in load_texts("en").entries
        for section, name in [re.sub(r"\.(one|many)$", "", key).split(".", 1)]
        if section not in values and f'"{section}.{name}"' not in CODE and f'"{name}"' not in CODE
    ]
    # These two are asked for by the value of `access`.
    assert unused == ["answer.paywalled", "answer.truncated"]
