"""Rulings as gold: articles whose statements a person has judged one by one, in the form that scorers read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from sqlalchemy import select

from runut.desk.looking import record_of
from runut.desk.opening import Desk
from runut.desk.rulings import rulings_of, standing
from runut.desk.tables import articles, rulings
from runut.vocabulary import Act, DatedPhrase, Manner, Record, Relay, Span, SpeakerType, Statement


class GoldStatement(Struct, frozen=True, kw_only=True):
    """A statement as gold has it: without confidence and evidence."""

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    speaker: str | None
    speaker_type: SpeakerType
    manner: Manner
    act: Act
    via: tuple[str, ...]
    within: int | None


class Named(Struct, frozen=True):
    """Somebody named in the article."""

    name: str
    role: str | None


class Gold(Struct, frozen=True, kw_only=True):
    """One judged article. Rulings say which statements are right; what nobody marked they cannot say."""

    id: str
    outlet: str | None
    url: str | None
    language: str
    headline: str | None
    published: str | None
    text: str
    statements: tuple[GoldStatement, ...]
    relays: tuple[Relay, ...]
    chain: tuple[str | None, ...]
    dates: tuple[DatedPhrase, ...]
    people: tuple[Named, ...]
    unruled: int
    """Statements of the record that nobody ruled on, or that are undecided; they are left out."""


def gold(desk: Desk, *, partial: bool = False) -> Iterator[Gold]:
    """The articles of which every statement was ruled yes or no; with `partial`, of which any was."""
    with desk.reading() as connection:
        ruled = select(rulings.c.article).where(rulings.c.about == "statement").distinct()
        query = select(articles.c.key, articles.c.version).where(articles.c.key.in_(ruled)).order_by(articles.c.id)
        for row in connection.execute(query).all():
            record = record_of(connection, row.version)
            verdicts = {target: r.verdict for target, r in standing(rulings_of(connection, row.key)).items()}
            judged = _gold(record, verdicts)
            if partial or not judged.unruled:
                yield judged


def _gold(record: Record, verdicts: Mapping[str, str]) -> Gold:
    kept = [i for i, said in enumerate(record.statements) if verdicts.get(said.id) == "yes"]
    places = {number: place for place, number in enumerate(kept)}
    return Gold(
        id=record.id,
        outlet=record.outlet.domain or record.outlet.name if record.outlet else None,
        url=record.canonical_url or record.url,
        language=record.language,
        headline=record.headline,
        published=record.published,
        text=record.text,
        statements=tuple(_statement(record.statements[number], places) for number in kept),
        relays=record.relays,
        chain=record.chain,
        dates=record.dates,
        people=tuple(Named(person.name, person.role) for person in record.people),
        unruled=sum(verdicts.get(said.id, "undecided") == "undecided" for said in record.statements),
    )


def _statement(said: Statement, places: dict[int, int]) -> GoldStatement:
    return GoldStatement(
        content=said.content,
        cue=said.cue,
        source=said.source,
        speaker=said.speaker,
        speaker_type=said.speaker_type,
        manner=said.manner,
        act=said.act,
        via=said.via,
        within=places.get(said.within) if said.within is not None else None,
    )
