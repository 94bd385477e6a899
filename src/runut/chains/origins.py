"""Where the chain of a story ends: the sources whose statements its last link carries."""

from __future__ import annotations

from runut.chains.relays import same_outlet
from runut.vocabulary import Act, Relay, Span, Statement

# What a source gives to a story. To decline, to deny, to ask or to promise answers it.
GIVING: frozenset[Act] = frozenset({"states", "confirms", "alleges", "reports", "warns", "believes"})


def origins(
    chain: tuple[str | None, ...],
    statements: tuple[Statement, ...],
    relays: tuple[Relay, ...],
    paragraphs: tuple[Span, ...],
) -> tuple[str, ...]:
    """The sources, named or not, that the last link of the chain carries and that are no carriers themselves.

    For own reporting these are all who give something to the article. For a story passed on they are those who do so
    through the last link (`via`) or in a paragraph that credits a link of the chain; when nobody does, they are all.
    What stands within another's content, hearsay and the words of carriers never count: they have their own source.
    """
    carriers = [*(name for name in chain if name), *(r.name for r in relays)]
    given = [s for s in statements if _gives(s) and not any(same_outlet(s.speaker or "", c) for c in carriers)]
    if len(chain) <= 1:
        return _names(given)
    credited = [p for p in paragraphs if any(_credits(p, r) and _linked(r.name, chain[1:]) for r in relays)]
    carried = [s for s in given if _linked(chain[-1], s.via) or any(_stands_in(s, p) for p in credited)]
    return _names(carried or given)


def _gives(statement: Statement) -> bool:
    return (
        statement.speaker is not None
        and statement.speaker_type not in ("none", "outlet")
        and statement.within is None
        and statement.act in GIVING
    )


def _credits(paragraph: Span, relay: Relay) -> bool:
    return relay.words is not None and relay.scope == "article" and paragraph[0] <= relay.words[0] < paragraph[1]


def _linked(name: str | None, others: tuple[str | None, ...]) -> bool:
    return any(name and other and same_outlet(name, other) for other in others)


def _stands_in(statement: Statement, paragraph: Span) -> bool:
    first = min((start for start, _ in statement.content), default=statement.cue[0] if statement.cue else -1)
    return paragraph[0] <= first < paragraph[1]


def _names(statements: list[Statement]) -> tuple[str, ...]:
    """Each speaker once, in the order of the article."""
    return tuple(dict.fromkeys(s.speaker for s in statements if s.speaker is not None))
