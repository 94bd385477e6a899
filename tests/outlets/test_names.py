"""Names of outlets in running text: the longest, written as a name."""

from runut.outlets import names_in
from runut.text import prepare


def found(text: str) -> list[tuple[str, str]]:
    prose = prepare(text)
    return [(prose.text[prose.starts[n.first] : prose.ends[n.last - 1]], n.entry.name) for n in names_in(prose)]


def test_the_longest_name_wins() -> None:
    assert found("CNN Indonesia mengutip CNN.") == [("CNN Indonesia", "CNN Indonesia"), ("CNN", "CNN")]


def test_capitals_decide_between_a_name_and_a_word() -> None:
    assert found("Apa kata APA? Suasana antara dua kota.") == [("APA", "APA")]


def test_a_name_does_not_reach_over_a_sentence_or_a_line() -> None:
    assert ("Jakarta Post", "The Jakarta Post") not in found("Ia tiba di Jakarta. Post itu kosong.")
    assert "The New York Times" not in [name for _, name in found("The New York\nTimes")]


def test_a_name_of_other_things_is_ambiguous() -> None:
    prose = prepare("Waktu berjalan. Tempo lambat, kata Tempo.co.")
    assert [(n.entry.name, n.ambiguous) for n in names_in(prose)] == [("Tempo", True), ("Tempo", False)]


def test_names_in_small_letters_are_found_where_they_are_written_so() -> None:
    assert found("Ia berbicara kepada detikcom.") == [("detikcom", "detikcom")]
