"""The phrases around articles, of all languages served, compiled for matching.

A page may mix languages (an English article under an Indonesian menu), so all are used at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache

from runut.languages import load_pack, served
from runut.languages.asides import Asides
from runut.languages.others import load_others
from runut.vocabulary import NoteKind, Role

WORD_END = r"(?:(?<=\W)|(?!\w))"


FIRST_WORD = re.compile(r"\W{0,4}(\w+)")


# Each line is asked about several times in a row.
@lru_cache(maxsize=8)
def first_word(text: str) -> str:
    """The first word of a line in lower case; empty when it begins with more than four other signs."""
    found = FIRST_WORD.match(text)
    return found[1].lower() if found else ""


@dataclass(frozen=True, slots=True, eq=False)
class Opening:
    """Phrases that open a line. Most lines begin with none of their first words, and cost one look-up."""

    pattern: re.Pattern[str]
    firsts: frozenset[str]
    """First words of the phrases, in lower case."""

    def match(self, text: str) -> re.Match[str] | None:
        """The phrase that opens the text, with what must follow it."""
        return self.pattern.match(text) if first_word(text) in self.firsts else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The phrase that is the whole text."""
        return self.pattern.fullmatch(text)


@dataclass(frozen=True, slots=True, eq=False)
class Within:
    """Phrases that may stand anywhere in a line."""

    words: tuple[str, ...]
    shortest: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "shortest", min(map(len, self.words)))

    def search(self, lower: str) -> str | None:
        """One of the phrases that a text holds, which is given in lower case."""
        if len(lower) >= self.shortest:
            for word in self.words:
                if word in lower:
                    return word
        return None


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """Patterns for the parts around a text; all ignore case."""

    related: Opening
    promos: Opening
    holders: Within
    shares: frozenset[str]
    ends: Opening
    homes: frozenset[str]
    tags: Opening
    sources: Opening
    paging: re.Pattern[str]
    """This page's number and the number of pages, as groups 1 and 2, or 3 and 4."""
    page_number: re.Pattern[str]
    footers: Opening
    biographies: Opening
    labels: Opening
    credits: Opening
    suppliers: re.Pattern[str]
    credited: re.Pattern[str]
    """A caption (group 1), the label of a credit (group 2), and the credit (group 3)."""
    notes: tuple[tuple[NoteKind, Opening], ...]
    paywalls: Within
    errors: Opening
    roles: dict[str, Role | None]
    """Byline labels in lower case; those that give no role map to None."""
    byline: re.Pattern[str]
    """A byline label wherever one may begin within a line; group 1 or 2 is the label."""
    byline_firsts: frozenset[str]
    """First words of byline labels."""
    byline_signs: Within
    """What one of them must be told by: a colon, or its last word where that is one like "by"."""
    joins: re.Pattern[str]
    offices: Opening
    desks: frozenset[str]
    published: re.Pattern[str]
    modified: re.Pattern[str]

    line_openings: frozenset[str] = field(init=False)
    """First words of all phrases that tell what a whole line is."""

    def __post_init__(self) -> None:
        told = (self.related, self.promos, self.ends, self.tags, self.sources, self.footers, self.biographies)
        firsts = frozenset[str]().union(
            self.labels.firsts, *(o.firsts for o in told), *(o.firsts for _, o in self.notes)
        )
        object.__setattr__(self, "line_openings", firsts)


@cache
def phrases() -> Phrases:
    """Compile the phrases of all languages served, once."""
    packs, others = [load_pack(code).asides for code in served()], load_others()
    roles = _roles(packs)
    plain = _alternatives(word for word, role in roles.items() if role is None)
    labels = [w for p in packs for w in p.pictures.labels] + list(others.pictures.labels)
    return Phrases(
        related=_opening(
            (*others.links.related, *(w for p in packs for w in p.links.related)),
            r"(?:(?<=:)|\s*(?:[:\-–—|»>!]+|$))\s*",
        ),
        promos=_opening((*others.links.promos, *(w for p in packs for w in p.links.promos)), ""),
        holders=_within(w for p in packs for w in p.links.holders),
        shares=frozenset(w for p in packs for w in p.links.shares),
        ends=_opening((w for p in packs for w in p.links.ends), r"\s*[:\d()»>…]*\s*$"),
        homes=frozenset(w for p in packs for w in p.places.homes),
        tags=_opening((w for p in packs for w in p.places.tags), r"\s*(?::|$|(?=#))\s*"),
        sources=_opening((w for p in packs for w in p.places.sources), r"\s*(?::|$)\s*"),
        paging=_paging(packs),
        page_number=_anywhere_number(packs),
        footers=_opening((w for p in packs for w in p.places.footers), ""),
        biographies=_opening((w for p in packs for w in p.places.biographies), ""),
        labels=_opening(labels, rf"(?:\s*/\s*\w+)?\s*(?:[:：]|\b(?:{plain})\b)\s*"),
        credits=_opening((w for p in packs for w in p.pictures.credits), r"(?:\W|$)"),
        suppliers=_anywhere(w for p in packs for w in p.pictures.suppliers),
        credited=_credited(labels),
        notes=_notes(packs),
        paywalls=_within(w for p in packs for w in p.notices.paywalls),
        errors=_opening((w for p in packs for w in p.notices.errors), ""),
        roles=roles,
        byline=_labels(roles),
        byline_firsts=frozenset(map(first_word, roles)),
        byline_signs=_within((":", "：", *(word.split()[-1] for word in _open_ended(roles)))),
        joins=_anywhere(w for p in packs for w in p.bylines.joins),
        offices=_opening((w for p in packs for w in p.bylines.offices), r"(?=\W|$)"),
        desks=frozenset(w for p in packs for w in p.bylines.desks),
        published=_anywhere(w for p in packs for w in p.clock.published),
        modified=_anywhere(w for p in packs for w in p.clock.modified),
    )


def _alternatives(words: Iterable[str]) -> str:
    longest_first = sorted(dict.fromkeys(words), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)


def _opening(words: Iterable[str], after: str) -> Opening:
    words = tuple(words)
    pattern = re.compile(rf"^[\W_]{{0,4}}(?:{_alternatives(words)}){after or WORD_END}", re.IGNORECASE)
    return Opening(pattern, frozenset(map(first_word, words)))


def _within(words: Iterable[str]) -> Within:
    return Within(tuple(dict.fromkeys(words)))


def _anywhere(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_alternatives(words)})(?!\w)", re.IGNORECASE)


def _notes(packs: list[Asides]) -> tuple[tuple[NoteKind, Opening], ...]:
    kinds: dict[NoteKind, list[str]] = {}
    for pack in packs:
        for kind, words in pack.notices.notes.items():
            kinds.setdefault(kind, []).extend(words)
    return tuple((kind, _opening(words, "")) for kind, words in kinds.items())


def _roles(packs: list[Asides]) -> dict[str, Role | None]:
    found: dict[str, Role | None] = {}
    for pack in packs:
        found.update((word, None) for word in pack.bylines.plain)
        found.update((word, role) for role, words in pack.bylines.roles.items() for word in words)
    return found


def _labels(roles: dict[str, Role | None]) -> re.Pattern[str]:
    """A label with a colon, or one that ends in a word like "by" and so needs none."""
    open_ended = _open_ended(roles)
    return re.compile(
        rf"(?:^|(?<=[\s|/,;•·(\-–.]))"
        rf"(?:({_alternatives(roles)})\s*[:：]|({_alternatives(open_ended)})(?=\s))\s*",
        re.IGNORECASE,
    )


def _open_ended(roles: dict[str, Role | None]) -> list[str]:
    """The labels that end in a word like "by"."""
    plain = {word for word, role in roles.items() if role is None}
    return [word for word in roles if word.split()[-1] in plain]


def _paging(packs: list[Asides]) -> re.Pattern[str]:
    pages = _alternatives(w for p in packs for w in p.places.pages)
    of = _alternatives(w for p in packs for w in p.places.of)
    numbers = rf"(\d{{1,3}})\s*(?:{of})\s*(\d{{1,3}})(?!\d)"
    return re.compile(rf"(?:{pages})\s*:?\s*{numbers}|(?<!\d){numbers}\s+(?:{pages})", re.IGNORECASE)


def _anywhere_number(packs: list[Asides]) -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_alternatives(w for p in packs for w in p.places.pages)})\s+(?:\d{{1,3}}|all)", re.IGNORECASE
    )


def _credited(labels: list[str]) -> re.Pattern[str]:
    return re.compile(
        rf"^(.{{3,}}?)[\s,(/]*(\b(?:{_alternatives(labels)})s?\s*[:：]\s*|©\s*)([^:]{{2,120}})$",
        re.IGNORECASE | re.DOTALL,
    )
