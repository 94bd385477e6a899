"""What a record stands on: the carriers it passes on, the sources behind them, and who kept silent or denied."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from runut.reports.accused import accusations, same_name
from runut.reports.texts import languages, load_texts
from runut.vocabulary import Record, Span, Statement


class Named(Struct, frozen=True):
    """A carrier or source as a sentence names it, with the words in the page that it rests on."""

    name: str | None
    """None for the outlet of the page when it is unknown."""
    unnamed: str | None = None
    """The sort of an unnamed source: `officials` and the like, or `sources` when its words tell none."""
    where: tuple[Span, ...] = ()
    statement: int | None = None
    """Index of the statement that tells it."""
    relay: int | None = None
    """Index of the relay that tells it."""


def outlet(record: Record) -> Named:
    """Who publishes the page."""
    told = record.outlet.name if record.outlet else None
    return Named(told or (record.chain[0] if record.chain else None))


def paths(record: Record) -> list[list[Named]]:
    """The carriers that the page passes on: one path for each that it has from nobody else, nearest first.

    Carriers of which none is said to cite the other stand beside each other, not behind.
    """
    found: list[list[Named]] = []
    for name in record.chain[1:]:
        if name is None:
            continue
        link = _carrier(record, name)
        behind = next((path for path in found if _cites(record, path[-1], link)), None)
        if behind is None:
            found.append([link])
        else:
            behind.append(link)
    return found


def _carrier(record: Record, name: str) -> Named:
    for index, relay in enumerate(record.relays):
        if relay.name == name:
            return Named(name, where=(relay.words,) if relay.words else (), relay=index)
    return Named(name)


def _cites(record: Record, near: Named, far: Named) -> bool:
    if near.relay is None or far.relay is None:
        return True  # without the relays, the chain's own order is all that tells
    seen: set[int] = set()
    at = record.relays[near.relay].cites
    while at is not None and 0 <= at < len(record.relays) and at not in seen:
        if record.relays[at].name == far.name:
            return True
        seen.add(at)
        at = record.relays[at].cites
    return False


def aside_carriers(record: Record) -> list[Named]:
    """Carriers credited for a passage only."""
    names = dict.fromkeys(r.name for r in record.relays if r.scope == "passage" and r.name not in record.chain)
    return [_carrier(record, name) for name in names]


def origins(record: Record) -> list[Named]:
    """The origins one by one: named sources first, then the unnamed."""
    found = [source(record, name) for name in record.origins]
    return sorted(found, key=lambda who: who.unnamed is not None)


def sources(record: Record) -> list[Named]:
    """The origins as a sentence tells them: the unnamed of one sort together."""
    found = origins(record)
    named = [origin for origin in found if origin.unnamed is None]
    sorts: dict[str, Named] = {}
    for origin in found:
        if origin.unnamed is not None:
            before = sorts.get(origin.unnamed)
            sorts[origin.unnamed] = origin if before is None else _joined(before, origin)
    return named + list(sorts.values())


def _joined(left: Named, right: Named) -> Named:
    return Named(left.name, left.unnamed, left.where + right.where, left.statement)


def source(record: Record, name: str) -> Named:
    """A source by its name or description, with the place that tells it."""
    for index, statement in enumerate(record.statements):
        if statement.speaker == name:
            return speaker(record, index)
    return Named(name)


def speaker(record: Record, index: int) -> Named:
    """The speaker of a statement, with the place that tells it."""
    statement = record.statements[index]
    sort = None
    if statement.speaker_type == "unnamed":
        sort = _sort(record.language, statement.speaker or "")
    return Named(statement.speaker, sort, (whole(statement),) if _spans(statement) else (), index)


def _sort(language: str, description: str) -> str:
    if language not in languages():
        return "sources"
    words = "".join(c if c.isalnum() else " " for c in description.casefold()).split()
    heads = {head: sort for sort, several in load_texts(language).heads.items() for head in several}
    return next((heads[word] for word in words if word in heads), "sources")


def whole(statement: Statement) -> Span:
    """From the first to the last word of a statement, its cue and its source."""
    spans = _spans(statement)
    return min(s for s, _ in spans), max(e for _, e in spans)


def _spans(statement: Statement) -> list[Span]:
    return [*statement.content, *(span for span in (statement.cue, statement.source) if span)]


def hearsay(record: Record) -> list[int]:
    """Indices of statements that tell no source at all."""
    return [i for i, s in enumerate(record.statements) if s.speaker is None and s.speaker_type == "none"]


def silent(record: Record) -> list[Named]:
    """Speakers of whom the page has nothing but that they did not comment."""
    talkers = [s.speaker for s in record.statements if s.speaker and s.act != "declines"]
    return [who for who in _acting(record, "declines") if not _among(who, talkers)]


def sparing(record: Record) -> list[Named]:
    """Speakers who did not comment on one thing, though they speak of others."""
    quiet = [who.name for who in silent(record)]
    return [who for who in _acting(record, "declines") if who.name not in quiet]


def deniers(record: Record) -> list[Named]:
    """Speakers who deny something."""
    return _acting(record, "denies")


def unheard(record: Record) -> list[Named]:
    """Those who alone are accused, and of whom the page has nothing."""
    found = (a for a in accusations(record) if a.response == "nothing" and a.name)
    return _distinct(
        Named(a.name, where=(whole(record.statements[a.statement]),), statement=a.statement) for a in found
    )


def _acting(record: Record, act: str) -> list[Named]:
    return _distinct(
        speaker(record, i) for i, s in enumerate(record.statements) if s.act == act and s.speaker is not None
    )


def _among(who: Named, names: Iterable[str]) -> bool:
    return any(same_name(who.name or "", name) for name in names)


def _distinct(found: Iterable[Named]) -> list[Named]:
    kept: dict[tuple[str | None, str | None], Named] = {}
    for who in found:
        kept.setdefault((who.name, who.unnamed), who)
    return list(kept.values())
