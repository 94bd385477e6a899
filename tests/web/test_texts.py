"""The interface's words: complete in each language, and every one that a template asks for is there."""

import re
from importlib.resources import files
from string import Formatter

import pytest

from runut.names.judged import SAME
from runut.reports.texts import load_texts
from runut.web.texts import LANGUAGES, own, preferred, texts

TEMPLATES = sorted((files("runut.web") / "templates").iterdir(), key=lambda one: one.name)
ASKED = re.compile(r't\.(?:say|count|word)\(\s*"([\w.]+)"\s*(?!~)')


def places(text):
    return sorted({name for _, name, _, _ in Formatter().parse(text) if name})


def test_each_language_has_the_same_keys_and_places():
    told = {language: {key: places(text) for key, text in own(language).items()} for language in LANGUAGES}
    assert told["id"] == told["en"]


def test_no_text_is_empty_or_holds_markup():
    for language in LANGUAGES:
        assert not [key for key, text in own(language).items() if not text.strip() or "<" in text]


def test_the_desk_hides_no_word_of_the_reports():
    assert not set(own("en")) & set(load_texts("en").entries)


def test_no_word_is_there_for_nothing():
    """Keys that are put together (`drift.` and a kind) are known by their beginning."""
    package = files("runut.web")
    asked = "".join(one.read_text() for one in (*TEMPLATES, *package.iterdir()) if one.name.endswith((".html", ".py")))
    built = (
        "drift.",
        "diffpart.",
        "help.",
        "sign.",
        "rule.",
        "nav.",
        "art.sharing_",
        "people.verdict_",
        "people.match_",
    )
    plain = {key.removesuffix(".one").removesuffix(".many") for key in own("en")}
    assert [key for key in sorted(plain) if key not in asked and not key.startswith(built)] == []


def test_why_a_name_is_somebodys_is_told_in_words():
    wanted = {f"people.match_{rule}" for rule in (*SAME, "first")}
    assert wanted == {key for key in own("en") if key.startswith("people.match_")}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.name)
def test_what_a_template_says_is_there(template):
    known = set(texts("en").entries)
    sections = {key.rpartition(".")[0] for key in known}
    for key in ASKED.findall(template.read_text()):
        begins = key.endswith(("_", ".")) and any(one.startswith(key) for one in known)
        assert key in known or f"{key}.one" in known or key in sections or begins, key


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", "id"),
        ("*", "id"),
        ("id-ID,id;q=0.9,en;q=0.8", "id"),
        ("en-GB,en;q=0.9", "en"),
        ("fr,en;q=0.5,id;q=0.7", "id"),
        ("fr", "en"),
        ("ms", "id"),
        ("en;q=x, id", "id"),
        ("en;q=0, id;q=0.1", "id"),
    ],
)
def test_a_browser_chooses_the_language(accepted, language):
    assert preferred(accepted) == language
