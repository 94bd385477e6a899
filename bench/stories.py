"""Put the articles of the benchmark's desk into stories, and a story of 200 copies beside them.

They are put together by hand: to place 100,000 invented variations would take long, and they tell of no events.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from msgspec.structs import replace
from sqlalchemy import delete, func, insert, select

from desk import Varying, originals
from runut.desk import Desk, Item, add
from runut.desk.tables import articles, stories, tallies, tellings, told
from runut.desk.weaving import NAME
from runut.stories.growing import Tally
from runut.vocabulary import Record, Span

LARGE = "besar0000"
"""The first article of the story of 200."""
COUNT, SMALL = 200, 10


def gather(desk: Desk) -> None:
    """Make the stories, unless they are there; in any case what was told is told anew."""
    with desk.reading() as connection:
        is_there = connection.execute(select(stories.c.id).limit(1)).scalar() is not None
    if not is_there:
        add(desk, [Item(one) for one in copies(Varying(originals()))])
    with desk.writing() as connection:
        connection.execute(delete(tellings))
        if is_there:
            return
        ids = list(connection.execute(select(articles.c.id).order_by(articles.c.id)).scalars())
        rest = ids[:-COUNT]
        groups = [ids[-COUNT:], *(rest[n : n + SMALL] for n in range(0, len(rest), SMALL))]
        connection.execute(insert(stories), [{"id": n, "name": f"{n:016x}"} for n in range(len(groups))])
        rows = [{"article": one, "story": n} for n, group in enumerate(groups) for one in group]
        connection.execute(insert(told), rows)
        newest = connection.execute(select(func.max(articles.c.change))).scalar()
        connection.execute(insert(tallies), {"name": NAME, "upto": newest, "counts": Tally(None).pack()})


def copies(varying: Varying) -> Iterator[Record]:
    """Copies of one article, some of its words changed and often its end cut, by many outlets in three days."""
    chance = random.Random(3)
    whole = next(one for one in varying.records if 8 <= len(one.statements) <= 14 and 2000 < len(one.text) < 4000)
    outlets = [one.outlet for one in varying.records if one.outlet]
    ends = [place for place, sign in enumerate(whole.text) if sign == "\n"]
    for n in range(COUNT):
        end = chance.choice([len(whole.text), *ends[len(ends) // 2 :]])
        yield replace(
            cut(whole, end),
            text=_changed(whole.text, varying, chance)[:end],
            id=f"besar{n:04}",
            article=f"besar{n:04}",
            url=f"https://besar.example/{n}",
            outlet=chance.choice(outlets),
            published=f"2025-06-{1 + n // 72:02}T{n // 3 % 24:02}:{20 * (n % 3):02}:00+07:00",
        )


def _changed(text: str, varying: Varying, chance: random.Random) -> str:
    words = sorted({word for word in text.split() if word.isalpha() and word.islower()})
    for word in chance.sample(words, min(len(words), 8)):
        text = text.replace(f" {word} ", f" {chance.choice(varying.words.get(len(word), [word]))} ")
    return text


def cut(record: Record, end: int) -> Record:
    """A record without what lies behind a place of its text."""

    def is_before(*spans: Span | None) -> bool:
        return all(span is None or span[1] <= end for span in spans)

    return replace(
        record,
        statements=tuple(one for one in record.statements if is_before(*one.content, one.source, one.cue)),
        paragraphs=tuple(one for one in record.paragraphs if is_before(one.span)),
        dates=tuple(one for one in record.dates if is_before(one.span)),
        people=tuple(replace(one, mentions=tuple(m for m in one.mentions if m[1] <= end)) for one in record.people),
    )
