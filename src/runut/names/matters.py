"""Whether two articles tell of one matter, as far as what each names beside two people tells it."""

from __future__ import annotations

from runut.names.bearers import Bearer
from runut.names.company import ENOUGH, shared
from runut.names.judged import Match
from runut.names.roles import roles_differ
from runut.names.spelling import name_words

# In capitals, so few letters are somebody's initials.
MOST_INITIALS = 3
# Where roles differ, or two letters are all there is of a name, by which suspects are called in articles of one kind.
ENOUGH_AGAINST = 4


def in_company(left: Bearer, right: Bearer, told: str, score: float = 0.88, rule: str = "company") -> Match | None:
    """Two articles that name enough else in common tell of one matter."""
    others = shared(left.company, right.company, name_words(left.name) + name_words(right.name))
    speaks_against = (is_initials(left.name) and is_initials(right.name)) or roles_differ(left, right)
    if len(others) < (ENOUGH_AGAINST if speaks_against else ENOUGH):
        return None
    names = ", ".join(f"“{word}”" for word in others[:3])
    return Match("same", score, rule, f"{told}, and both articles name {names}")


def know_others(left: Bearer, right: Bearer) -> bool:
    """Whether each article names enough else that it would tell if they were of one matter."""
    apart = name_words(left.name) + name_words(right.name)
    return all(len(shared(one.company, one.company, apart)) >= ENOUGH for one in (left, right))


def is_initials(name: str) -> bool:
    """Whether a name is but letters, by which people are called whom an article does not name."""
    return name.isupper() and len(name) <= MOST_INITIALS
