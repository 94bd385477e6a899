"""Times of publication as sites print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.articles.clocks import is_time_line, read_machine, read_moment


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("24 Oktober 2024, 09:12 WIB", "2024-10-24T09:12:00+07:00"),
        ("Senin, 22/10/2024 09:12", "2024-10-22T09:12:00"),
        ("Kamis, 24 Okt 2024 | 21.05 WITA", "2024-10-24T21:05:00+08:00"),
        ("Jum'at, 25 Oktober 2024 pukul 06:00 WIT", "2024-10-25T06:00:00+09:00"),
        ("Diperbarui 7 Jun 2021, 20:56 WIB", "2021-06-07T20:56:00+07:00"),
        ("October 24, 2024 at 5:10 p.m. GMT+7", "2024-10-24T17:10:00+07:00"),
        ("24 Oktober 2024", "2024-10-24"),
        ("Rapat pekan depan", None),
        ("31 Februari 2024", None),
    ],
)
def test_visible(text, told):
    moment = read_moment(text)
    assert (moment.text() if moment else None) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2024-10-24T09:12:00+07:00", "2024-10-24T09:12:00+07:00"),
        ("2024-10-24T02:12:00Z", "2024-10-24T02:12:00+00:00"),
        ("2024-10-24 09:12", "2024-10-24T09:12:00"),
        ("2024-10-24T09:12:00.123+0700", "2024-10-24T09:12:00+07:00"),
        ("2024-13-40", None),
    ],
)
def test_machine(text, told):
    moment = read_machine(text)
    assert (moment.text() if moment else None) == told


def test_a_sentence_with_a_date_is_no_time_line():
    assert is_time_line("Rabu, 4 Maret 2026 | 08:15 WITA")
    assert not is_time_line("Menteri itu tiba pada 4 Maret 2026 dan langsung meninjau lokasi banjir bersama gubernur.")


@given(st.text(max_size=200))
def test_never_fails(text):
    read_moment(text)
    read_machine(text)
    is_time_line(text)
