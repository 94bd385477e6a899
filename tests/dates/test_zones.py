"""Zones by name and by offset."""

from datetime import datetime

import pytest

from runut.dates.zones import at, default_zone, find_zone
from runut.languages import load_pack

ID, EN = load_pack("id"), load_pack("en")


@pytest.mark.parametrize(
    ("name", "offset"),
    [
        ("WIB", "+07:00"),
        ("wita", "+08:00"),
        ("WIT", "+09:00"),
        ("Z", "+00:00"),
        ("GMT+7", "+07:00"),
        ("-0330", "-03:30"),
    ],
)
def test_zone_has_its_offset(name, offset):
    assert at(datetime.fromisoformat("2024-01-01T10:00:00"), find_zone(name, ID)).isoformat()[-6:] == offset


def test_offset_follows_the_season():
    eastern = find_zone("ET", EN)
    assert at(datetime.fromisoformat("2024-01-01T10:00:00"), eastern).isoformat()[-6:] == "-05:00"
    assert at(datetime.fromisoformat("2024-07-01T10:00:00"), eastern).isoformat()[-6:] == "-04:00"


@pytest.mark.parametrize("name", ["XYZ", "", "+99:00", "../etc/passwd", "a/b"])
def test_unknown_zone_is_none(name):
    assert find_zone(name, EN) is None


def test_only_indonesian_takes_a_zone_for_granted():
    assert default_zone(ID) is not None
    assert default_zone(EN) is None
