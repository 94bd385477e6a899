"""Bodies and media as sources: the name to use, and whether the source only calls one by its kind."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from runut.people import Member
from runut.statements.ground import Ground
from runut.statements.speakers.floor import Floor
from runut.statements.speakers.source import Source
from runut.statements.speakers.speaker import Speaker

# A bracket with the space before it; the look-behind keeps a long space from being tried at each of its signs.
BRACKET = re.compile(r"(?<!\s)\s*\([^)]*\)")

# A body's kind said again has at most so many words, its determiner included.
LONGEST_KIND = 3


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
    """`kantor berita tersebut`, `media keuangan itu`, `the newspaper`: a medium without its name."""
    lexicon = floor.ground.lexicon
    if " ".join([word for word in source.lower if word not in lexicon.determiners]) in lexicon.media:
        return True
    points = not lexicon.genders and source.lower[-1] in lexicon.determiners and len(source.lower) <= LONGEST_KIND
    return points and source.head in lexicon.media and source.text[1:].islower()


def medium_again(floor: Floor, before: int) -> Speaker | None:
    """Which medium a noun for any means: the one credited last, or one named behind such a noun since."""
    credit = floor.credits.outlet_before(before)
    since = credit.span[1] if credit else 0
    name = _behind_noun(floor, since, before) if not floor.ground.grammar.head_last else None
    if name is not None:
        return Speaker(name, "outlet", "description")
    return Speaker(credit.name, "outlet", "carrier") if credit else None


def _behind_noun(floor: Floor, since: int, before: int) -> str | None:
    """The name that stands last behind a noun for media (`harian |Kabar Losari`)."""
    ground = floor.ground
    words = ground.prose.words_in((since, before))
    for word in reversed(words[1:]):
        nouns = {ground.lower[word - 1], " ".join(ground.lower[word - 2 : word])}
        if not nouns.isdisjoint(ground.lexicon.media) and ground.name(word) and ground.gap(word - 1) == " ":
            end = word + 1
            while end < words.stop and ground.capital(end) and ground.gap(end - 1) == " ":
                end += 1
            return ground.text[ground.prose.starts[word] : ground.prose.ends[end - 1]]
    return None


def is_kind(floor: Floor, source: Source) -> bool:
    """`Lembaga itu`, `Lembaga antirasuah itu`: that a sentence begins with a body's kind makes it no name."""
    lexicon = floor.ground.lexicon
    if lexicon.genders or not 2 <= len(source.lower) <= LONGEST_KIND or source.lower[-1] not in lexicon.determiners:
        return False
    return source.lower[0] in lexicon.organisations and source.text[1:].islower()


def whole_name(ground: Ground, member: Member) -> str:
    """A body's name with the nouns before it, where its mention has only what tells which (`PT |Arunika`)."""
    words = ground.prose.words_in(member.mentions[0])
    first = words.start
    while not ground.lexicon.genders and first and ground.gap(first - 1) == " " and _leads(ground, first - 1):
        first -= 1
    if first == words.start or ground.lower[first] not in ground.lexicon.organisations:
        return member.name
    return ground.text[ground.prose.starts[first] : member.mentions[0][1]]


def written_with(ground: Ground, kinds: AbstractSet[str], before: int) -> str | None:
    """The name that was last written with one of these nouns at its head (`Perhimpunan Peritel Losari`)."""
    words = ground.prose.words_in((0, before))
    for first in reversed(words[:-1]):
        if ground.lower[first] in kinds and ground.capital(first) and _names_on(ground, first + 1):
            end = first + 2
            while end < words.stop and _names_on(ground, end):
                end += 1
            return ground.text[ground.prose.starts[first] : ground.prose.ends[end - 1]]
    return None


def _names_on(ground: Ground, word: int) -> bool:
    """A capital in the same run, and no title of somebody who speaks for it."""
    return ground.capital(word) and ground.gap(word - 1) == " " and ground.lower[word] not in ground.lexicon.titles


def _leads(ground: Ground, word: int) -> bool:
    """A capital, or what joins two."""
    joins = ground.lower[word] in ground.grammar.joiners and word > 0 and ground.capital(word - 1)
    return joins or (ground.capital(word) and ground.lower[word] not in ground.lexicon.titles)


def called(floor: Floor, source: Source) -> Speaker | None:
    """`Lembaga antirasuah itu`: a body that texts call so for a change, by the name that this one has for it."""
    lexicon = floor.ground.lexicon
    short = lexicon.called.get(" ".join([word for word in source.lower if word not in lexicon.determiners]))
    if short is None:
        return None
    full = lexicon.short_organisations[short]
    written = next((word for word in floor.ground.words if word.lower() == short), full)
    return Speaker(full if _is_spelt_out(floor, full) else written, "organisation", "description")
