"""Articles to what they are compared by: the text as it is traced, its sampled shingles, its words."""

from __future__ import annotations

from typing import Any

import msgspec
import numpy as np
from msgspec.structs import replace

from runut.articles.identity import plain_address
from runut.batch.tables import encoded
from runut.copies.texts import Text
from runut.copies.words import words
from runut.vocabulary import Related

# What is taken of an article, and the version of its page that was read first.
NEEDED = (
    "number",
    "version",
    "outlet",
    "published",
    "modified",
    "url",
    "headline",
    "language",
    "text",
    "record",
    "first",
)


class _Kept(msgspec.Struct, frozen=True):
    """What is taken of a record."""

    related: tuple[Related, ...] = ()


def shingle_row(row: dict[str, Any]) -> list[dict[str, Any]]:
    """One article, with the version of its page that was read `first`, as it is compared."""
    text = text_of(row)
    cut = words(text.text)
    return [
        {
            "number": row["number"],
            "version": text.id,
            "text": encoded(text),
            "light": encoded(replace(text, text="")),
            "address": plain_address(text.url) if text.url else None,
            "addresses": list(dict.fromkeys(map(plain_address, text.links))),
            "shingles": cut.sampled.tolist(),
            "words": np.unique(cut.hashes).tolist(),
        }
    ]


def text_of(row: dict[str, Any]) -> Text:
    """An article as it is traced: a later version of a page counts from when it was changed."""
    is_first = row["first"] == row["version"]
    related = msgspec.json.decode(row["record"], type=_Kept).related
    return Text(
        id=row["version"],
        text=row["text"],
        outlet=row["outlet"],
        published=row["published"] if is_first else row["modified"] or row["published"],
        url=row["url"],
        headline=row["headline"],
        language=row["language"],
        links=tuple(link.url for link in related if link.url),
        version_of=None if is_first else row["first"],
    )
