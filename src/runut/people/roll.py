"""The people of an article as the record lists them."""

from __future__ import annotations

from runut.people.cast import Cast
from runut.vocabulary import Person


def find_people(cast: Cast) -> tuple[Person, ...]:
    """Everybody named in the text, in the order of first mention, with role and all mentions."""
    return tuple(Person(m.name, m.role, tuple(m.mentions)) for m in cast.members if m.kind == "person")
