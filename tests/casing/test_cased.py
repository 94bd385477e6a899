"""Texts that have lost their capitals."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import runut
from runut.casing import cased
from runut.casing.restoring import RAREST, lacks_capitals

INDONESIAN = (
    "Menteri Kelautan Ratna Dewanti mengatakan pelabuhan itu akan dibuka lagi pekan depan.\n\n"
    "“Kapal kecil boleh bersandar di sisi barat,” kata Kepala Dinas Perhubungan Bantul, Rahmat Salim, di Jakarta, "
    "Senin.\n\nRatna menambahkan, nelayan tidak perlu khawatir. Menurut Rahmat, tiang penyangga sudah diganti."
)
ENGLISH = (
    "Senator Laura Bennett said on Monday that the harbor would reopen next week.\n\n"
    "“Small boats may use the western pier,” said John Harding, a spokesman for the Coast Guard. He added that the "
    "pillars had been replaced.\n\nBennett told reporters that fishermen had nothing to fear."
)
texts = pytest.mark.parametrize(("text", "language"), [(INDONESIAN, "id"), (ENGLISH, "en")], ids=["id", "en"])


def test_a_text_with_capitals_is_the_very_same():
    assert cased(INDONESIAN) is INDONESIAN


def test_names_titles_and_sentences_have_capitals_again():
    text = cased(ENGLISH.lower())
    assert all(name in text for name in ("Senator Laura Bennett", "John Harding", "“Small boats", "He added"))


def test_a_name_that_a_lost_space_has_glued_to_its_title_begins_anew():
    text = "menurut presidensari dewanti, jembatan itu aman. presiden berbicara di bantul, senin."
    assert "PresidenSari Dewanti" in cased(text, ({"presiden"},))


def test_an_abbreviation_is_in_capitals():
    assert "KPK" in cased("juru bicara kpk, rahmat salim, mengatakan berkas itu sudah diterima, senin.")


@settings(deadline=None)  # the first text loads the network
@given(st.text(alphabet=st.sampled_from("abß'’-.,\n ŉİ1“”(q"), max_size=80))
def test_no_word_changes_its_place(text):
    assert len(cased(text)) == len(text)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_has_its_length(text):
    assert len(cased(text)) == len(text)


def test_a_few_capitals_left_by_chance_change_nothing():
    text = "harga beras turun. " * RAREST
    assert lacks_capitals("A" + text)
    assert not lacks_capitals("Harga Beras turun. " * 2)


@pytest.mark.parametrize("reader", ["rules", "model"])
@texts
def test_who_said_what_is_read_without_capitals(text, language, reader):
    whole = runut.attribute(text, language=language, reader=reader).statements
    small = runut.attribute(text.lower(), language=language, reader=reader).statements
    assert [said.speaker for said in small] == [said.speaker for said in whole]
    assert [said.content for said in small] == [said.content for said in whole]


@texts
def test_evidence_is_in_the_words_of_the_text(text, language):
    given = text.lower()
    for said in runut.attribute(given, language=language).statements:
        frame = said.evidence[0]
        assert frame.span is None or frame.detail == given[slice(*frame.span)]
