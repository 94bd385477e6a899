"""Pairs of articles to links: the plain comparison of two, with how often their words are found in all."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache, partial
from typing import Any

import msgspec
import numpy as np
from msgspec import Struct

from runut.batch.storage import files, open_input
from runut.batch.tables import link_row
from runut.copies.citing import cited
from runut.copies.collection import linked
from runut.copies.rarity import Rarity
from runut.copies.sharing import share_enough, telling
from runut.copies.texts import Text
from runut.copies.tracing import are_one_page
from runut.copies.words import Numbers, Words, words


class Counted(Struct, frozen=True):
    """Where it is kept how many articles have each word, and each shingle of very many."""

    words: str
    """A folder of Parquet: `word`, `times`; words of one article are left out."""
    shingles: str
    """Likewise: `shingle`, `times`; those that tell of no copy, and yet are shared."""
    articles: int
    """How many articles there are."""


def linking(counted: Counted) -> Callable[[dict[str, Any]], list[dict[str, Any]]]:
    """How a pair of articles is compared."""
    return partial(link_pair, counted)


def link_pair(counted: Counted, row: dict[str, Any]) -> list[dict[str, Any]]:
    """The row of `links` for two texts, the lesser number `left`; none where what they share is no copying.

    `times` tells how many articles have each of the shared shingles that few have; 0 is one that very many have.
    """
    left, right = (msgspec.json.decode(row[side], type=Text) for side in ("left_text", "right_text"))
    if are_one_page(left, right):
        return []
    one, other = _words(left.text), _words(right.text)
    frequent = _frequent(counted.shingles, np.intersect1d(one.sampled, other.sampled, assume_unique=True))
    telling_words = telling(np.append(np.array([one for one in row["times"] if one], dtype=np.int64), frequent))
    found = share_enough(one, other, telling_words)
    link = linked(left, right, found, _rarity(counted)) if found else None
    return [link_row(link)] if link else []


def cite_pair(row: dict[str, Any]) -> list[dict[str, Any]]:
    """The row of `links` for an article that has an address of another among its links."""
    copy, source = (msgspec.json.decode(row[side], type=Text) for side in ("copy_text", "source_text"))
    return [link_row(cited(copy, source))] if copy.links_to(source) else []


# A text is in several pairs: those of a part fit in, at some 6,000 bytes each.
@lru_cache(maxsize=8_192)
def _words(text: str) -> Words:
    return words(text)


def _frequent(folder: str, shared: Numbers) -> Numbers:
    """How many articles have those of these shingles that very many have."""
    known, times = _table(folder, "shingle")
    if not len(known):
        return np.zeros(0, dtype=np.int64)
    places = np.minimum(np.searchsorted(known, shared), len(known) - 1)
    found: Numbers = times[places[known[places] == shared]]
    return found


@cache
def _rarity(counted: Counted) -> Rarity:
    return Rarity(*_table(counted.words, "word"), counted.articles)


@cache
def _table(folder: str, column: str) -> tuple[Numbers, Any]:
    """Hashes in order and how often each is found; read once in each process."""
    from pyarrow import concat_tables
    from pyarrow.parquet import read_table

    found = [one.path for one in files(folder) if one.path.endswith(".parquet")]
    if not found:
        return np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64)
    table = concat_tables(read_table(open_input(path)).select([column, "times"]) for path in found)
    hashes, times = (table[name].to_numpy().astype(kind) for name, kind in ((column, np.uint64), ("times", np.int64)))
    order = np.argsort(hashes, kind="stable")
    return hashes[order], times[order]
