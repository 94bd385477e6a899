"""What an article adds to those that it has it from, and which way it went."""

from runut.copies.texts import Text
from runut.stories import stories

FIRST = """DAMAI, Kabar Damai - Dua kios di Pasar Damai terbakar, Senin (2/3/2026) malam. “Api dari kompor yang lupa \
dimatikan,” kata Kepala Dinas Pasar Rukmini Astuti dalam jumpa pers di Damai."""


def told(*texts):
    (story,) = stories(texts)
    return story


def text(name, body, outlet, hour=8, language="id", **facts):
    at = f"2026-03-03T{hour:02}:00:00+07:00"
    return Text(id=name, text=body, outlet=outlet, published=at, language=language, **facts)


FIRST_TEXT = text("first", FIRST, "Kabar Damai", url="https://kabardamai.example/kios")


def copied(body, outlet, language="id"):
    return told(FIRST_TEXT, text("copy", body, outlet, 10, language, links=("https://kabardamai.example/kios",)))


def test_who_met_reporters_by_the_word_of_another_outlet_is_nothing_of_its_own():
    body = """Two stalls at Pasar Damai burned down. “The fire came from a stove,” Rukmini Astuti told reporters, \
according to Kabar Damai."""
    assert [one.held for one in copied(body, "The Post", "en").origins] == ["first"]


def test_a_post_that_the_source_has_not_is_an_origin():
    body = """Dua kios di Pasar Damai terbakar, tulis Kabar Damai. “Api dari kompor yang lupa dimatikan,” kata Rukmini \
Astuti.

Pasar Damai melalui akun Instagram resminya mengunggah foto kios yang hangus."""
    assert [(one.name, one.held) for one in copied(body, "Sekilas").origins] == [
        ("Kabar Damai, own reporting", "first"),
        ("akun Instagram, post", None),
    ]


def test_an_agency_that_has_tried_to_check_adds_to_the_newspaper():
    body = """Two stalls at Pasar Damai burned down on Monday, the Kabar Damai newspaper reported.

Reuters could not immediately verify the report.

(Reuters)"""
    assert [one.held for one in copied(body, "Gulf Times", "en").origins] == ["first", "copy"]


def test_of_two_that_name_each_other_the_later_one_is_the_copy():
    first = text("first", FIRST + " Sekilas kemarin keliru menyebut tiga kios.", "Kabar Damai", 8)
    later = text(
        "later",
        "SEKILAS - Dua kios di Pasar Damai terbakar, Senin malam, tulis Kabar Damai. “Api dari kompor yang lupa "
        "dimatikan,” kata Rukmini Astuti.",
        "Sekilas",
        12,
    )
    assert [(one.copy, one.source) for one in told(first, later).copies] == [("later", "first")]
