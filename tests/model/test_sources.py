import pytest

from runut.model.gaps import gaps
from runut.model.sources import whole
from runut.text import prepare


def grown(text: str, part: str, cue: str = "kata") -> str:
    prose = prepare(text)
    start = text.index(part)
    words = prose.words_in((start, start + len(part)))
    mark = prose.words_in((text.index(cue), text.index(cue) + len(cue)))
    found = whole(prose, gaps(prose), words, mark)
    return prose[found]


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("kata Sari Dewi Lestari, Rabu.", "Sari", "Sari Dewi Lestari"),
        ("kata Sari Dewi Lestari, Rabu.", "Lestari", "Sari Dewi Lestari"),
        ("kata juru bicara Bank of Java itu.", "Java", "Bank of Java"),
        ("kata Dinas Perikanan (DP) setempat.", "Dinas Perikanan (DP", "Dinas Perikanan (DP)"),
        ("Rabu, kata ia. Sari pergi.", "ia", "ia"),
        ("kata Sari. Dewi pergi.", "Sari", "Sari"),
        ("Lusa Kata Sari.", "Sari", "Sari"),
    ],
)
def test_a_name_is_whole_and_nothing_else_is_taken(text: str, part: str, expected: str) -> None:
    assert grown(text, part, "Kata" if "Kata" in text else "kata") == expected


def test_it_never_grows_without_end() -> None:
    text = "kata " + "Sari " * 500
    assert len(grown(text, "Sari").split()) < 20
