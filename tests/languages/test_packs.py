"""What every language pack is held to, so that a new folder is held to it too."""

from collections import Counter
from importlib.resources import files
from typing import get_args

import msgspec
import pytest

from runut.errors import UnknownLanguage, UsageFault
from runut.languages import load_pack, served
from runut.languages.cues import Cues
from runut.vocabulary import Act

FOLDER = files("runut.languages")
FILES = {"asides", "callings", "credits", "cues", "dates", "examples", "hedges", "pack", "places", "sources"}

each_pack = pytest.mark.parametrize("code", served())


def strings(value) -> list[str]:
    """All words of a part, however deep; keys of tables are words too."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [*value, *(w for v in value.values() for w in strings(v))]
    if isinstance(value, list | tuple):
        return [w for v in value for w in strings(v)]
    return []


def test_indonesian_and_english_are_served():
    assert {"id", "en"} <= set(served())


@each_pack
def test_a_pack_always_has_the_same_files(code):
    assert {entry.name for entry in (FOLDER / code).iterdir()} == {f"{name}.toml" for name in FILES}


@each_pack
def test_a_pack_is_named_by_its_folder(code):
    about = load_pack(code).about
    assert (about.code, bool(about.name), bool(about.version)) == (code, True, True)


@each_pack
def test_a_pack_is_loaded_once(code):
    assert load_pack(code) is load_pack(code)


def test_an_unknown_language_is_wrong_use_and_tells_what_there_is():
    with pytest.raises(UnknownLanguage, match="id") as raised:
        load_pack("tlh")
    assert isinstance(raised.value, UsageFault)


@pytest.mark.parametrize("code", ["", ".", "..", "id/../id", "__pycache__"])
def test_a_language_is_no_path(code):
    with pytest.raises(UnknownLanguage):
        load_pack(code)


def test_a_field_that_does_not_exist_is_an_error():
    with pytest.raises(msgspec.ValidationError, match="complementizers"):
        msgspec.toml.decode(b'cue = []\ncomplementizers = ["that"]\n', type=Cues)


@each_pack
def test_no_cue_stands_twice_in_one_frame_and_act(code):
    seen = Counter((g.frame, g.act, word) for g in load_pack(code).cues.cue for word in g.words)
    assert [where for where, times in seen.items() if times > 1] == []


@each_pack
def test_every_act_has_a_cue(code):
    assert {group.act for group in load_pack(code).cues.cue} == set(get_args(Act))


@each_pack
def test_words_of_cues_and_sources_are_in_lower_case(code):
    pack = load_pack(code)
    words = strings(msgspec.to_builtins(pack.cues))
    sources = msgspec.to_builtins(pack.sources)
    # Short forms are given with the full name as newspapers write it.
    sources |= {table: list(sources[table]) for table in ("short_titles", "short_organisations")}
    words += strings(sources) + list(pack.about.abbreviations)
    assert [word for word in words if word != word.lower()] == []


@each_pack
def test_no_word_is_empty_or_spaced_wrongly(code):
    pack = load_pack(code)
    words = strings(msgspec.to_builtins((pack.cues, pack.sources, pack.places, pack.about.abbreviations)))
    assert [word for word in words if word != " ".join(word.split())] == []
    assert "" not in strings([group.words for group in pack.cues.cue])


@each_pack
def test_abbreviations_are_written_without_their_dot(code):
    assert [word for word in load_pack(code).about.abbreviations if word.endswith(".")] == []


@each_pack
def test_pronouns_are_told_apart(code):
    sources = load_pack(code).sources
    persons = [*sources.singular, *sources.plural, *sources.neuter, *sources.own]
    assert sources.singular
    assert sources.plural
    assert len(set(persons)) == len(persons)


@each_pack
def test_a_word_leans_to_one_act_only(code):
    leans = {
        (where, word, rule.act)
        for rule in load_pack(code).cues.leaning
        for where in ("start", "within")
        for word in getattr(rule, where)
    }
    assert len({(where, word) for where, word, _ in leans}) == len(leans)
