"""Acronyms that a text spells out somewhere without saying so: `the Office for Harbour Repairs … OHR`."""

from __future__ import annotations

import re
from functools import lru_cache

from runut.people.member import Member

# Two initials mean too many names; more letters than this are a word.
SHORTEST, LONGEST = 3, 6
# Small words that stand between the words of a name and give no letter (`for`, `of the`, `dan`).
SMALL = r"(?:[ -](?:[a-z]{1,4} ){0,2}|-)"


def joined_by_acronym(text: str, members: list[Member]) -> list[Member]:
    """The members without acronyms of another's name, and those of names that nobody has so far under the full name."""
    names = {member.name.lower(): member for member in members}
    kept = []
    for member in members:
        full = _spelt_out(text, member.name) if _is_acronym(member) else None
        bearer = names.get(full.lower()) if full else None
        if bearer is not None and bearer is not member:
            bearer.mentions += member.mentions
            bearer.aliases.add(member.name.lower())
            continue
        if full:
            member.aliases.add(member.name.lower())
            member.name = full
        kept.append(member)
    return kept


def _is_acronym(member: Member) -> bool:
    return member.name.isupper() and member.name.isalpha() and SHORTEST <= len(member.name) <= LONGEST


def _spelt_out(text: str, acronym: str) -> str | None:
    """The first run of capitalised words that begin with these letters."""
    found = _words(acronym).search(text)
    return " ".join(found.group().split()) if found else None


@lru_cache(maxsize=1024)
def _words(acronym: str) -> re.Pattern[str]:
    return re.compile(r"\b" + SMALL.join(rf"{letter}[a-z]+" for letter in acronym) + r"\b")
