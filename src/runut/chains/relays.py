"""The relays of an article: the carriers that it credits, and those that its foot credits."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from runut.chains.carrier import Carrier
from runut.outlets import find, squeeze
from runut.vocabulary import Relay, RelayKind


def relays(carriers: tuple[Carrier, ...], agency: Iterable[str] = (), own: str | None = None) -> tuple[Relay, ...]:
    """Make relays of carriers, in the order of the text.

    `agency` are the sources that the page credits outside its text ("Sumber: Antara" at the foot). One that the text
    credits too makes that relay cover the whole article; another becomes a relay without words.
    """
    kept = [c for c in carriers if c.relay]
    places = {index: place for place, index in enumerate(i for i, c in enumerate(carriers) if c.relay)}
    credited = [name for name in dict.fromkeys(agency) if name.strip() and not (own and same_outlet(name, own))]
    found = [_relay(c, places, credited) for c in kept]
    absent = [name for name in credited if not any(same_outlet(name, r.name) for r in found)]
    return (*found, *(Relay(words=None, name=name, kind=_kind(name), scope="article") for name in absent))


@lru_cache(maxsize=4096)  # an article compares the same few names again and again
def same_outlet(left: str, right: str) -> bool:
    """Whether two names are of one outlet: the same letters, the same registry entry, or one the other's words."""
    if squeeze(left) == squeeze(right):
        return True
    first, second = find(left), find(right)
    if first is not None and second is not None:
        return first is second
    words, others = set(left.lower().split()), set(right.lower().split())
    return words <= others or others <= words


def _relay(carrier: Carrier, places: dict[int, int], credited: list[str]) -> Relay:
    at_foot = any(same_outlet(name, carrier.name) for name in credited)
    return Relay(
        words=carrier.words,
        name=carrier.name,
        kind=carrier.kind,
        scope="article" if at_foot else carrier.scope,
        cites=None if carrier.cites is None else places.get(carrier.cites),
    )


def _kind(name: str) -> RelayKind:
    entry = find(name)
    return entry.kind if entry is not None else "outlet"
