import msgspec
import pytest

from runut.errors import UnknownLanguage
from runut.reports.answer import answer
from runut.vocabulary import Relay


@pytest.mark.parametrize("language", ["en", "id"])
def test_answers(stories, language, snapshot):
    assert {name: answer(record, language) for name, record in stories.items()} == snapshot


@pytest.mark.parametrize("language", ["en", "id"])
def test_an_answer_is_one_sentence_on_one_line(story, language):
    said = answer(story, language)
    assert "\n" not in said
    assert said.endswith(".")
    assert said[0].isupper()


def test_no_answer_rules_on_truth(story):
    words = {word.strip(".,;:") for language in ("en", "id") for word in answer(story, language).lower().split()}
    assert words.isdisjoint({"true", "false", "hoax", "fake", "benar", "salah", "palsu", "hoaks"})


def test_the_chain_is_told_as_far_as_it_goes(relayed):
    names = [f"Lapis {n}" for n in "ABCDE"]
    relays = tuple(
        Relay(words=None, name=name, kind="outlet", scope="article", cites=n + 1 if n < 4 else None)
        for n, name in enumerate(names)
    )
    said = answer(msgspec.structs.replace(relayed, relays=relays, chain=("Kabar Rimba", *names)), "en")
    assert [said.index(name) for name in names] == sorted(said.index(name) for name in names)


def test_relays_that_cite_each_other_in_a_ring_end(relayed):
    ring = (
        Relay(words=None, name="A", kind="outlet", scope="article", cites=1),
        Relay(words=None, name="B", kind="outlet", scope="article", cites=0),
    )
    assert "A, which passes on B" in answer(msgspec.structs.replace(relayed, relays=ring, chain=(None, "A", "B")), "en")


def test_only_those_who_say_nothing_else_are_silent(own):
    silence = msgspec.structs.replace(own.statements[0], act="declines")
    record = msgspec.structs.replace(own, statements=(*own.statements, silence))
    assert "Ines Calloway does not comment on one point" in answer(record, "en")
    assert "Ines Calloway has not commented" not in answer(record, "en")


def test_many_names_are_counted(own):
    names = tuple(f"Saksi Nomor {n}" for n in range(7))
    assert "4 others" in answer(msgspec.structs.replace(own, origins=names), "en")


def test_an_unknown_interface_language_is_refused(own):
    with pytest.raises(UnknownLanguage, match="xx"):
        answer(own, "xx")
