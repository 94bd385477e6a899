"""What the tables say of the newest version of each article: written from its record, taken out before it changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert

from runut.desk import tables
from runut.desk.dictionary import enter_names, learn
from runut.desk.opening import Desk
from runut.desk.placing import displace, placed
from runut.desk.rows import Laid, Rows, entry
from runut.names import bearers
from runut.vocabulary import Record

DERIVED = (
    tables.statements,
    tables.carriers,
    tables.bearers,
    tables.people_keys,
    tables.people,
    tables.name_words,
    tables.names,
    tables.vocabulary,
)


def described(laid: Rows, outlets: Mapping[str, int]) -> dict[str, Any]:
    """What the table of articles says of one, apart from its numbers; `outlets` are numbers by name."""
    return {
        "key": laid.key,
        "outlet": outlets[laid.outlet.name] if laid.outlet else None,
        "language": laid.language,
        "kind": laid.kind,
        "section": laid.section,
        "headline": laid.headline,
        "url": laid.url,
        "published": laid.published,
        "moment": laid.moment,
        "day": laid.day,
    }


def derive(desk: Desk, connection: Connection, found: Sequence[Laid]) -> None:
    """Write statements, carriers, people and the index of words for articles of which the tables say nothing yet."""
    named = {laid.article: bearers(laid.record) for laid in found}
    own = (bearer.name for some in named.values() for bearer in some)
    numbers = enter_names(connection, (*(name for laid in found for name in laid.rows.names), *own))
    people = placed(connection, named, numbers)
    said = [
        {
            "article": laid.article,
            "number": one.number,
            "name": numbers[one.name] if one.name else None,
            "person": people.get((laid.article, one.name)) if one.name else None,
            "act": one.act,
            "manner": one.manner,
        }
        for laid in found
        for one in laid.rows.said
    ]
    carried = [
        {"article": laid.article, "name": numbers[name], "place": place}
        for laid in found
        for name, place in laid.rows.carriers
    ]
    for table, values in ((tables.statements, said), (tables.carriers, carried)):
        if values:
            connection.execute(insert(table), values)
    desk.fulltext.add(connection, [entry(laid.article, laid.record) for laid in found])
    learn(connection, [laid.record for laid in found])


def withdraw(desk: Desk, connection: Connection, found: Sequence[tuple[int, Record]]) -> None:
    """Take out what the tables say of articles; the records are those that it was made from."""
    desk.fulltext.remove(connection, [entry(article, record) for article, record in found])
    ids = [article for article, _ in found]
    if ids:
        for table in (tables.statements, tables.carriers):
            connection.execute(delete(table).where(table.c.article.in_(ids)))
        displace(connection, ids)
