"""An article in several pages is read as one."""

import pytest

from runut import flow
from runut.articles.parts import is_whole, join
from runut.capture import Failure
from runut.errors import Unreadable
from runut.vocabulary import Article, Capture, Paragraph, Record, Related


def read(*captures: Capture | Failure) -> list[Record]:
    return [record for record, _ in flow.read_joined(captures)]


def order(record: Record) -> list[int]:
    """The numbers of the parts in the order in which their text stands."""
    return [int(p.split()[2]) for p in record.text.split("\n\n")]


@pytest.mark.parametrize("arrival", [(1, 2, 3), (3, 1, 2), (2, 3, 1)])
def test_parts_are_joined_in_the_order_of_their_numbers(part, arrival):
    (record,) = read(*(part(number, 3) for number in arrival))
    assert order(record) == [1, 2, 3]
    assert record.page is None
    assert "missing_parts" not in [d.kind for d in record.doubts]


def test_paragraphs_of_a_joined_article_point_into_its_text(part):
    (record,) = read(part(1, 2), part(2, 2))
    assert "\n\n".join(record.text[slice(*p.span)] for p in record.paragraphs) == record.text


def test_statements_reach_over_the_parts(part):
    first = "“Laut sedang tenang sekali,” kata nelayan Darma Wijaya kepada anaknya. " * 1 + "Ia pulang ke rumah. " * 8
    second = "“Besok kami berangkat lagi sebelum subuh,” ujar Darma. " + "Hujan turun di pelabuhan itu. " * 8
    (record,) = read(part(1, 2, first), part(2, 2, second))
    assert [s.speaker for s in record.statements] == ["Darma Wijaya", "Darma Wijaya"]


def test_missing_parts_leave_a_doubt(part):
    (record,) = read(part(2, 4), part(4, 4))
    (doubt,) = [d for d in record.doubts if d.kind == "missing_parts"]
    assert "1, 3" in doubt.message
    assert record.page == (2, 4)
    assert order(record) == [2, 4]


def test_a_part_alone_is_read_as_it_is(part):
    (record,) = read(part(2, 3))
    assert record.page == (2, 3)
    assert order(record) == [2]


def test_the_same_part_twice_is_not_joined_with_itself(part):
    assert [record.page for record in read(part(1, 3), part(1, 3))] == [(1, 3), (1, 3)]


def test_parts_of_different_articles_are_kept_apart(part):
    laut, gunung = "https://kilasdermaga.example/laut", "https://kilasdermaga.example/gunung"
    records = read(
        part(1, 2, address=laut, headline="Laut"),
        part(1, 2, address=gunung, headline="Gunung"),
        part(2, 2, address=gunung, headline="Gunung"),
        part(2, 2, address=laut, headline="Laut"),
    )
    assert [record.headline for record in records] == ["Laut", "Gunung"]
    assert [order(record) for record in records] == [[1, 2], [1, 2]]


def test_records_keep_the_order_of_the_inputs(part, pasar):
    lost = Failure("lost.html", Unreadable("There is no such page."))
    told = list(flow.read_joined([pasar, part(1, 2), lost, pasar, part(2, 2), pasar]))
    assert [record.kind for record, _ in told] == ["article", "article", "error", "article", "article"]
    assert order(told[1][0]) == [1, 2]


def test_parts_that_lie_far_apart_do_not_hold_up_the_rest(part, pasar):
    """Whoever reads a folder of thousands must not keep them all in memory for one part that never comes."""
    waiting = 0
    taken = []

    def captures():
        yield part(1, 2)
        for _ in range(3 * flow.PATIENCE):
            taken.append(1)
            yield pasar

    records = flow.read_joined(captures())
    first, _ = next(records)
    waiting = len(taken)
    assert order(first) == [1]
    assert waiting <= flow.PATIENCE + 1


def article(number: int, of: int, text: str, **fields) -> Article:
    spans = (Paragraph("paragraph", (0, len(text))),) if text else ()
    return Article(id=f"p{number}", page=(number, of), text=text, paragraphs=spans, **fields)


def test_what_stands_at_the_foot_of_later_parts_is_kept_once():
    link, other = Related("Harga Ikan"), Related("Harga Garam")
    first, second = (
        article(1, 2, "Satu.", related=(link,)),
        article(2, 2, "Dua.", related=(link, other), tags=("laut",)),
    )
    whole = join([first, second])
    assert whole.related == (link, other)
    assert whole.tags == ("laut",)


def test_a_part_without_text_leaves_no_gap():
    whole = join([article(1, 3, "Satu."), article(2, 3, ""), article(3, 3, "Tiga.")])
    assert whole.text == "Satu.\n\nTiga."
    assert [whole.text[slice(*p.span)] for p in whole.paragraphs] == ["Satu.", "Tiga."]


def test_the_whole_is_another_version_than_its_parts():
    parts = [article(1, 2, "Satu."), article(2, 2, "Dua.")]
    assert is_whole(parts)
    assert join(parts).id == join(parts[::-1]).id
    assert join(parts).id not in {part.id for part in parts}
