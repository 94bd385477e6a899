"""The story around an article, told from the articles of the desk that are near it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import func, select

from runut.copies.reading import text_of
from runut.copies.tracing import trace
from runut.desk import Desk, search, show, trace_article
from runut.desk.packing import unpack
from runut.desk.tables import articles, versions
from runut.find import parse
from runut.stories import Story
from runut.stories.claims import claims
from runut.stories.corrections import corrections
from runut.stories.drifts import drifts
from runut.stories.grouping import group
from runut.stories.members import Member
from runut.stories.origins import origins
from runut.stories.sources import sources
from runut.vocabulary import Attribution, Record

MOST = 60
"""Articles that a story is told from; aligning each with each takes longer than a page may."""
MOST_VERSIONS = 5
NAMES = 3
SHORTEST_NAME = 2
"""Words; a single word names too much."""
OF_CARRIER = 10
"""Articles of an outlet that is credited: its report may be among them, in whatever language."""


class Told(Struct, frozen=True):
    """A story, and the articles that it is told from."""

    story: Story
    members: dict[str, Member]
    """By the ids that the story has."""
    is_cut: bool
    """Whether more articles are near than it was told from."""


def story_of(desk: Desk, name: str) -> Told:
    """The story that an article belongs to; of that article alone where no other is near.

    Ids of the story are keys of articles; of earlier versions with `@` and the version's number behind.
    Raises UsageFault when the desk has no such article.
    """
    key = show(desk, name).article
    with desk.reading() as connection:
        change = connection.execute(select(func.max(articles.c.change))).scalar() or 0
    return _story_of(desk, key, change)


@lru_cache(maxsize=32)
def _story_of(desk: Desk, key: str, _change: int) -> Told:
    """`_change` says of which state of the desk it is told."""
    keys = _near(desk, key)
    found = list(_members(desk, keys[:MOST]))
    own = next(place for place, one in enumerate(found) if one.id == key)
    mine = next(places for places in group([one.text for one in found]) if own in places)
    members = [found[place] for place in sorted(mine)]
    return Told(_told(members), {one.id: one for one in members}, len(keys) > MOST)


def _near(desk: Desk, key: str) -> list[str]:
    """Articles that share wording, or the names that the article has most, the nearest first."""
    found = [key]
    for link in trace_article(desk, key):
        found += [link.copy, link.source]
    record = show(desk, key).record
    most = sorted(record.people, key=lambda person: -len(person.mentions))
    for name in [p.name for p in most if len(p.name.split()) >= SHORTEST_NAME][:NAMES]:
        quoted = name.replace('"', " ")
        found += [hit.article for hit in search(desk, parse(f'"{quoted}"'), limit=MOST).hits]
    for carrier in record.chain[1:]:
        quoted = (carrier or "").replace('"', " ")
        found += [hit.article for hit in search(desk, parse(f'outlet:"{quoted}"'), limit=OF_CARRIER).hits if carrier]
    return list(dict.fromkeys(found))


def _members(desk: Desk, keys: Sequence[str]) -> Iterator[Member]:
    """The articles in all of their versions; an earlier one has its number behind its name."""
    columns = versions.c["id", "number", "record", "sha256", "name"]
    query = select(articles.c.key, articles.c.version, *columns).join(versions, versions.c.article == articles.c.id)
    with desk.reading() as connection:
        rows = connection.execute(query.where(articles.c.key.in_(keys)).order_by(versions.c.number)).all()
    held: dict[str, list[Member]] = {key: [] for key in keys}
    for row in rows:
        record = unpack(row.record, row.sha256, row.name)
        name = row.key if row.id == row.version else f"{row.key}@{row.number}"
        before = held[row.key]
        held[row.key].append(member(record, name, before[0].id if before else None))
    for several in held.values():
        yield from [*several[:-MOST_VERSIONS][:1], *several[-MOST_VERSIONS:]]


def member(record: Record, name: str, first: str | None = None) -> Member:
    """A record as stories see it: what it attributes is not found anew. `first` names its page's first version."""
    said = Attribution(**{field: getattr(record, field) for field in Attribution.__struct_fields__})
    return Member(replace(text_of(record), id=name, version_of=first), said, record.language)


def _told(members: Sequence[Member]) -> Story:
    """As `runut.stories` tells it; what the articles attribute is known already."""
    derived = sources(members, list(trace([one.text for one in members])))
    return Story(
        articles=tuple(one.id for one in members),
        copies=tuple(derived),
        origins=tuple(origins(members, derived)),
        drifts=tuple(drifts({one.id: one for one in members}, derived)),
        corrections=tuple(corrections(members, derived)),
        claims=tuple(claims(members)),
    )
