import pytest

from runut.reports.moments import moment
from runut.reports.texts import load_texts


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        ("2024", "2024", "2024"),
        ("2025-05", "Mei 2025", "May 2025"),
        ("2024-10-24", "24 Oktober 2024", "24 October 2024"),
        ("2022-10/2022-12", "Oktober 2022 – Desember 2022", "October 2022 – December 2022"),
        ("2024-10-25T09:12:00+07:00", "25 Oktober 2024, 09.12 WIB", "25 October 2024, 09:12 WIB (UTC+7)"),
        ("2024-10-25T09:12:00.5Z", "25 Oktober 2024, 09.12 UTC", "25 October 2024, 09:12 UTC"),
        ("2024-10-25T09:12+0530", "25 Oktober 2024, 09.12 UTC+05:30", "25 October 2024, 09:12 UTC+05:30"),
        ("2024-10-25 09:12", "25 Oktober 2024, 09.12", "25 October 2024, 09:12"),
        ("some\x1b day", "some\ufffd day", "some\ufffd day"),
        ("2024-99-99", "99 99 2024", "99 99 2024"),
        ("a/b/c", "a/b/c", "a/b/c"),
        ("/", "/", "/"),
    ],
)
def test_times_as_each_language_writes_them(value, indonesian, english):
    assert moment(value, load_texts("id")) == indonesian
    assert moment(value, load_texts("en")) == english
