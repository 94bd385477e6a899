"""What is found around the examples of the packs: anchors, limits, careless text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.dates import Anchor, find_dates, resolve_against
from runut.dates.forms import LONGEST_RUN
from runut.languages import load_pack
from runut.text import prepare

ID, EN = load_pack("id"), load_pack("en")
EDTF = re.compile(r"(\d{4}(-\d{2}(-\d{2})?)?)(/(\d{4}(-\d{2}(-\d{2})?)?))?")


def dates(text, published=None, pack=ID):
    prose = prepare(text)
    return [(prose[d.span], d.value) for d in find_dates(prose, published, pack)]


def test_publication_is_the_anchor():
    anchor = resolve_against(prepare("Kamis (24/10/2024)"), "2024-10-26T10:00:00+07:00", ID)
    assert (str(anchor.date), anchor.source) == ("2024-10-26", "published")


def test_latest_dated_report_is_the_anchor_where_nothing_else_is():
    text = "Kongres dibuka 1 Juni 2030. Ia bicara Kamis (24/10/2024), lalu Jumat (25/10/2024)."
    anchor = resolve_against(prepare(text), None, ID)
    assert (str(anchor.date), anchor.source) == ("2024-10-25", "text")


def test_no_anchor_leaves_relative_dates_out():
    assert resolve_against(prepare("Mereka datang kemarin."), None, ID) == Anchor(None, "none")
    assert dates("Mereka datang kemarin.") == []


@pytest.mark.parametrize("published", ["", "soon", "(about)", "2024-99-99"])
def test_publication_that_is_no_date_counts_as_unknown(published):
    assert dates("Mereka datang kemarin.", published) == []


def test_spaces_lost_or_too_many():
    assert dates("kata Tono,Selasa(17/6)di kantor", "2025-06-18") == [("Selasa(17/6)", "2025-06-17")]
    assert dates("kata Tono , Senin ( 6 / 3 ) .", "2017-03-07") == [("Senin ( 6 / 3 )", "2017-03-06")]
    assert dates("pada 18 Juni 2025di kantor", "2025-06-18") == [("18 Juni 2025", "2025-06-18")]


def test_bracket_at_the_end_of_the_text_belongs_to_the_date():
    assert dates("Dikutip Kamis (29/5/2025)") == [("Kamis (29/5/2025)", "2025-05-29")]


def test_a_date_beside_its_weekday_takes_the_year_that_fits_both():
    assert dates("Mereka menikah Sabtu, 1 Februari.", "2020-09-10") == [("Sabtu, 1 Februari", "2020-02-01")]


def test_a_day_that_the_calendar_lacks_is_left_out():
    assert dates("pada 31 Februari 2024 dan 30 Februari", "2024-03-01") == []


def test_weeks_before_the_first_year_are_left_out():
    assert dates("tiga dekade lalu, 900 tahun lalu", "0020-01-01") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("terjadi pada April", "2025-04"),  # within the year behind
        ("akan terjadi pada April", "2026-04"),  # the sentence looks ahead
        ("terjadi hingga Agustus", "2025-08"),  # near enough to lie ahead by itself
    ],
)
def test_month_without_year(text, value):
    assert dates(text, "2025-06-18")[0][1] == value


def test_month_takes_the_year_of_its_paragraph():
    text = "Ia ditahan pada Mei 2019. Pada Juli ia bebas.\n\nPada Juli ia kembali."
    assert [value for _, value in dates(text, "2025-08-18")] == ["2019-05", "2019-07", "2025-07"]


def test_a_day_that_the_world_remembers():
    assert dates("the Oct. 7 attack", "2024-06-01", EN) == [("Oct. 7", "2023-10-07")]
    assert dates("on Oct. 7 it rained", "2024-10-09", EN) == [("Oct. 7", "2024-10-07")]


def test_long_run_of_dates_is_read_in_pieces():
    text = "2 Juni 2025, " * LONGEST_RUN
    assert {value for _, value in dates(text, "2025-06-18")} >= {"2025-06-02"}


@given(
    st.lists(
        st.sampled_from(
            "pada Kamis ( ) / - , . 29 5 2026 99 1500 Mei minggu lalu ini depan akhir awal pekan tahun 3 dua terakhir "
            "hari sejak hingga dan kemarin setahun kuartal II musim panas 2010-an nomor sebelumnya kemudian \n".split(
                " "
            )
        ),
        max_size=25,
    ),
    st.sampled_from([None, "2024-02-29", "0001-01-01", "9999-12-31"]),
)
def test_every_date_is_written_in_edtf_and_none_overlaps(words, published):
    text = " ".join(words)
    end = 0
    for date in find_dates(prepare(text), published, ID):
        assert EDTF.fullmatch(date.value)
        assert end <= date.span[0] < date.span[1] <= len(text)
        end = date.span[1]


@given(st.text(max_size=200))
def test_any_text_is_read(text):
    for date in find_dates(prepare(text), "2024-02-29", EN):
        assert EDTF.fullmatch(date.value)
