"""Which pronoun an article may use for somebody, as their name, role and the words around them show."""

from __future__ import annotations

import re

from runut.people.lexicon import Lexicon

WORD = re.compile(r"[\w’'-]+")


def gender_of(lexicon: Lexicon, name: str, role: str | None) -> str | None:
    """The pronoun that a name or a role calls for (`she` for `Sarah Hill`, `he` for a spokesman); None if neither does.

    What the role says goes before the name.
    """
    for text in (role or "", name):
        known = [found for word in WORD.findall(text.lower()) if (found := lexicon.genders.get(word))]
        if known:
            return known[0]
    return None
