import pytest

from runut.model import Found, read
from runut.text import prepare

HARBOUR = (
    "Kepala Dinas Perikanan Rini Wulandari mengatakan pelabuhan di Teluk Sari akan dibuka lagi pekan depan.\n"
    "“Kami sudah memeriksa semua dermaga dan tidak menemukan kerusakan,” kata Rini di Teluk Sari, Senin.\n"
    "Nelayan setempat mulai memperbaiki jaring mereka sejak pagi.\n"
    "Menurut Budi Santosa, harga ikan naik dua kali lipat sejak pelabuhan ditutup."
)
BRIDGE = (
    "The mayor of Halden said on Monday that the old bridge would stay closed until the spring.\n"
    "“We will not take any risk with people who cross it every day,” Anna Lund told reporters.\n"
    "Lorries have used the ferry since October.\n"
    "According to the Road Office, repairs will cost nine million crowns."
)


def contents(text: str, found: list[Found]) -> list[str]:
    return [" … ".join(text[a:b] for a, b in one.content) for one in found]


@pytest.mark.parametrize(
    ("text", "cues", "words"),
    [
        (
            HARBOUR,
            {"mengatakan", "kata", "Menurut"},
            ("akan dibuka lagi", "tidak menemukan kerusakan", "naik dua kali"),
        ),
        (BRIDGE, {"said", "told", "According to"}, ("would stay closed", "not take any risk", "nine million crowns")),
    ],
    ids=["Indonesian", "English"],
)
def test_what_is_said_is_found_and_what_is_told_is_not(text: str, cues: set[str], words: tuple[str, ...]) -> None:
    found = read(prepare(text))
    assert {text[slice(*one.cue)] for one in found if one.cue} == cues
    for expected, content in zip(words, contents(text, found), strict=True):
        assert expected in content


def test_the_source_stands_beside_its_cue() -> None:
    found = read(prepare(HARBOUR))
    assert [HARBOUR[slice(*one.source)] for one in found if one.source] == [
        "Kepala Dinas Perikanan Rini Wulandari",
        "Rini",
        "Budi Santosa",
    ]


def test_spans_hold_whole_words_and_confidence_is_a_probability() -> None:
    prose = prepare(HARBOUR)
    for one in read(prose):
        for start, end in one.content:
            assert start in prose.starts
            assert end in prose.ends
        assert 0 < one.probability < 1


def test_a_language_without_training_is_read_too() -> None:
    text = "„Der Hafen bleibt bis Montag geschlossen“, sagte Bürgermeisterin Anna Lund am Freitag in Halden."
    (one,) = read(prepare(text))
    assert "bleibt bis Montag geschlossen" in contents(text, [one])[0]


@pytest.mark.parametrize("text", ["", "\n\n", "…", "Sari", "😀 " * 50, "x" * 5_000, "“” " * 200])
def test_what_says_nothing_gives_nothing(text: str) -> None:
    assert read(prepare(text)) == []


def test_the_same_text_is_read_the_same_way() -> None:
    assert read(prepare(BRIDGE)) == read(prepare(BRIDGE))


def test_a_long_text_is_read_to_its_end() -> None:
    filler = "Nelayan setempat memperbaiki jaring mereka di tepi pantai sepanjang pagi itu. " * 60
    text = filler + "\n" + HARBOUR
    found = read(prepare(text))
    assert sum(one.cue is not None and one.cue[0] > len(filler) for one in found) == 3
