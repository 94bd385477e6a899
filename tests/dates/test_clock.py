"""Printed times of publication."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.dates import read_time
from runut.languages import load_pack

ID, EN = load_pack("id"), load_pack("en")


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("Senin, 21 Oktober 2024 | 09:12 WIB", "2024-10-21T09:12:00+07:00"),
        ("24/10/2024, 09:12 WIB", "2024-10-24T09:12:00+07:00"),
        ("Jumat, 29 Mei 2026 10.05 WITA", "2026-05-29T10:05:00+08:00"),
        ("Rabu, 5 Nov 2015 14:56", "2015-11-05T14:56:00+07:00"),
        ("Kamis, 05 November 2015 - 15:56 wit", "2015-11-05T15:56:00+09:00"),
        ("09:12 WIB, 24 Oktober 2024", "2024-10-24T09:12:00+07:00"),
        ("Terbit 16/02/2016, 09:10 WIB. Diperbarui 17/02/2016, 11:13 WIB", "2016-02-16T09:10:00+07:00"),
        ("Terbit 16/02/2016. Diperbarui 17/02/2016, 11:13 WIB", "2016-02-16"),
        ("Jumat, 24 Juli 2026", "2026-07-24"),
        ("18-Sep-19", "2019-09-18"),
        ("5 Nov 15:04", None),
        ("2024-10-24 09:12:00", "2024-10-24T09:12:00+07:00"),
        ("2 jam yang lalu", None),
        ("31 Februari 2024", None),
        ("", None),
    ],
)
def test_indonesian_line(line, time):
    assert read_time(line, ID) == time


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("October 24, 2024 9:12 a.m. ET", "2024-10-24T09:12:00-04:00"),
        ("Nov. 24, 2024 12:05 am ET", "2024-11-24T00:05:00-05:00"),
        ("Published 9:12pm BST, 24 October 2024", "2024-10-24T21:12:00+01:00"),
        ("Oct 24th, 2024, 3 PM", "2024-10-24T15:00:00"),
        ("24th of October 2024", "2024-10-24"),
        ("10/24/2024 12:05 GMT+7", "2024-10-24T12:05:00+07:00"),
        ("24/10/2024 0:05", "2024-10-24T00:05:00"),
        ("Thu, 24 Oct 2024 09:12:00 -0330", "2024-10-24T09:12:00-03:30"),
        ("2024-10-24T09:12:00.123Z", "2024-10-24T09:12:00.123000+00:00"),
        ("2024-10-24T09:12:00+07:00", "2024-10-24T09:12:00+07:00"),
        ("2024-13-45T25:00:00Z", None),
    ],
)
def test_english_line(line, time):
    assert read_time(line, EN) == time


@given(st.text(alphabet="0123456789:/.,- TZ+WIBOctobermaypm'’", max_size=80))
def test_any_line_is_read_or_left(line):
    time = read_time(line, EN)
    assert time is None or time[4] == "-"
