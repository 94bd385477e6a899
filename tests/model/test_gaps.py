from runut.model.gaps import BREAK, COMMA, PLAIN, QUOTE, QUOTED_STOP, STOP, gaps
from runut.text import prepare


def test_each_kind_of_gap() -> None:
    assert gaps(prepare("Sari berkata, “Kami siap. Besok mulai.” Ia pergi.\n\nLalu pulang")) == [
        PLAIN, QUOTE, PLAIN, QUOTED_STOP, PLAIN, STOP, PLAIN, BREAK, PLAIN,
    ]  # fmt: skip


def test_a_comma_alone() -> None:
    assert gaps(prepare("Sari, kata Budi")) == [COMMA, PLAIN]


def test_no_words_no_gaps() -> None:
    assert gaps(prepare("")) == []
    assert gaps(prepare("…")) == []
