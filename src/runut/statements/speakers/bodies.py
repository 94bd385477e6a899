"""Bodies and media as sources: the name to use, and whether the source only calls one by its kind."""

from __future__ import annotations

import re

from runut.statements.speakers.floor import Floor
from runut.statements.speakers.source import Source

# A bracket with the space before it; the look-behind keeps a long space from being tried at each of its signs.
BRACKET = re.compile(r"(?<!\s)\s*\([^)]*\)")


def body_name(floor: Floor, source: Source) -> str:
    """The full name of a body: as the cast knows it, or spelt out where the text does so, else as written."""
    name = _stripped(floor, source.text)
    member = floor.cast.aliases.get(name.lower())
    if member is not None:
        return member.name
    short = floor.ground.lexicon.short_organisations
    full = " ".join([short.get(word.lower(), word) for word in name.split()])
    return full if full == name or _is_spelt_out(floor, full) else name


def _stripped(floor: Floor, text: str) -> str:
    """Without a leading article, a comma's apposition and a bracketed acronym at the end."""
    first, space, rest = text.partition(" ")
    if space and first.lower() in floor.ground.lexicon.article_words:
        text = rest
    return BRACKET.sub("", text).split(", ")[0].strip(" ,")


def _is_spelt_out(floor: Floor, full: str) -> bool:
    if full not in floor.spelt_out:
        floor.spelt_out[full] = full.lower() in floor.ground.text.lower()
    return floor.spelt_out[full]


def medium_name(floor: Floor, source: Source) -> str | None:
    """The name beside a noun for a medium (`kantor berita |Arunika`, `the |Arunika Post newspaper`), if that is all."""
    words = _stripped(floor, source.text).split()
    names = [word for word in words if word[:1].isupper()]
    plain = " ".join([word.lower() for word in words if not word[:1].isupper()])
    first = words.index(names[0]) if names else 0
    whole = bool(names) and words[first : first + len(names)] == names and first in (0, len(words) - len(names))
    return " ".join(names) if whole and plain in floor.ground.lexicon.media else None


def is_medium(floor: Floor, source: Source) -> bool:
    """`kantor berita tersebut`, `the newspaper`: a medium without its name."""
    lexicon = floor.ground.lexicon
    return " ".join([word for word in source.lower if word not in lexicon.determiners]) in lexicon.media
