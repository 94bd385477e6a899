"""Attribution of running text: its contract, and that no text at all breaks it."""

import json
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import runut
from runut import flow
from runut.vocabulary import Attribution

WORDS = """Sari Dewanti kata mengatakan bahwa menurut dilaporkan Menteri Danu , . ! ? “ ” " ‘ ’ « » ( ) - — : ; kemarin
Kamis (12/3/2026) 2024 dilansir Reuters kepada dari dia ia ujarnya tersebut laporan membantah belum memberikan komentar
terkait meminta untuk agar dan sementara disampaikan Hal itu said told that according to reportedly the she declined
comment by citing ’s BMKG PT seorang pejabat Baca juga: Sumber: 𝒜 İ \x00 \u2028""".split()
texts = (
    st.lists(st.sampled_from([*WORDS, "\n", "\n\n", "olehBudi", "Trumpmengatakan"]), max_size=80).map(" ".join)
    | st.lists(st.sampled_from([*WORDS, " ", " ", "\n\n"]), max_size=60).map("".join)
    | st.text(max_size=120)
)
languages = st.sampled_from(["id", "en", None])


def spans_of(found: Attribution):
    for s in found.statements:
        yield from (*s.content, s.cue, s.source, *(e.span for e in s.evidence))
    yield from (relay.words for relay in found.relays)
    yield from (date.span for date in found.dates)
    yield from (span for person in found.people for span in person.mentions)
    yield from (doubt.where for doubt in found.doubts)


@settings(max_examples=250, deadline=None)
@given(
    texts,
    languages,
    st.none() | st.sampled_from(["Kilas Dermaga", "detik.com", "", "\x00"]),
    st.none() | st.sampled_from(["2026-03-12", "2026-03-12T09:15:00+07:00", "soon", "0000-00-00", "9999-12-31"]),
)
def test_any_text_is_read(text, language, outlet, published):
    found = runut.attribute(text, language=language, outlet=outlet, published=published)
    assert all(0 <= start < end <= len(text) for span in spans_of(found) if span for start, end in [span])
    assert len({s.id for s in found.statements}) == len(found.statements)
    for index, statement in enumerate(found.statements):
        content = list(statement.content)
        assert all(before[1] <= after[0] for before, after in pairwise(content))
        assert statement.within is None or (0 <= statement.within < len(found.statements) and statement.within != index)
        assert (statement.speaker is None) <= (statement.speaker_type in ("none", "group", "unnamed"))
    assert all(r.cites is None or 0 <= r.cites < len(found.relays) for r in found.relays)
    assert len(found.chain) >= 1
    json.loads(msgspec.json.encode(found))


@settings(max_examples=50, deadline=None)
@given(texts)
def test_the_same_text_is_read_the_same(text):
    assert runut.attribute(text, language="id") == runut.attribute(text, language="id")


def test_a_text_is_read_to_statements_relays_and_chain():
    text = "“Kapal kami ditembaki,” kata Kapten Jonas Relo kepada Meridian Press, Kamis (12/3/2026)."
    found = runut.attribute(text, outlet="Kilas Dermaga", published="2026-03-12")
    (statement,) = found.statements
    assert (statement.speaker, statement.via) == ("Jonas Relo", ("Meridian Press",))
    assert [r.name for r in found.relays] == ["Meridian Press"]
    assert found.chain[0] == "Kilas Dermaga"
    assert [date.value for date in found.dates] == ["2026-03-12"]
    assert [person.name for person in found.people] == ["Jonas Relo"]


def test_spans_count_code_points_of_the_given_text():
    text = "  \n𝒜𝒜\n\n“Harga turun sejak Senin,” kata Sari Dewanti.  "
    (statement,) = runut.attribute(text, language="id").statements
    assert [text[slice(*span)] for span in statement.content] == ["Harga turun sejak Senin"]
    assert text[slice(*statement.source)] == "Sari Dewanti"


def test_nothing_but_the_text_is_needed():
    assert runut.attribute("") == Attribution(chain=(None,))
    assert runut.attribute("   \n ").statements == ()


def test_the_outlet_opens_the_chain():
    assert runut.attribute("Warga pulang ke rumah.", language="id", outlet="Kilas Dermaga").chain == ("Kilas Dermaga",)


@pytest.mark.parametrize("language", ["id", "id-ID", "ID", "in"])
def test_a_language_is_named_with_or_without_its_region(language):
    found = runut.attribute("“Ya,” kata Sari Dewanti.", language=language)
    assert [s.speaker for s in found.statements] == ["Sari Dewanti"]


@pytest.mark.parametrize("language", ["en", "en-GB"])
def test_the_language_that_is_given_is_believed(language):
    """Too short to be detected, and with names of another language."""
    found = runut.attribute("“Ya,” said Sari Dewanti.", language=language)
    assert [s.speaker for s in found.statements] == ["Sari Dewanti"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“Harga beras di pasar sudah turun sejak pekan lalu,” kata Sari Dewanti kepada pedagang.", "Sari Dewanti"),
        ("“The price of rice has been falling since last week,” said Maya Hartono to the traders.", "Maya Hartono"),
    ],
)
def test_a_language_that_is_not_given_is_detected(text, speaker):
    assert [s.speaker for s in runut.attribute(text).statements] == [speaker]


def test_a_text_longer_than_any_article_is_read_in_part_with_a_doubt():
    sentence = "Warga pulang ke rumah masing-masing. "
    text = "“Ya,” kata Sari Dewanti. " + sentence * (flow.LONGEST // len(sentence) + 1) + "“Tidak,” kata Danu Wiryawan."
    found = runut.attribute(text, language="id")
    assert [s.speaker for s in found.statements] == ["Sari Dewanti"]
    (doubt,) = [d for d in found.doubts if d.kind == "cut_short"]
    assert doubt.where == (flow.LONGEST, len(text))
