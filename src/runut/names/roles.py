"""What roles tell of whether two people are one."""

from __future__ import annotations

from functools import lru_cache

from runut.names.bearers import Bearer
from runut.names.offices import offices
from runut.names.ordinary import joining
from runut.names.spelling import name_words


def roles_agree(left: Bearer, right: Bearer) -> bool:
    """Whether a role of each has at least two words in common: a single one, such as *Public*, tells of nobody."""
    pairs = ((_role(one), _role(other)) for one in left.roles for other in right.roles)
    return any(len(a & b) >= 2 for a, b in pairs)


def roles_differ(left: Bearer, right: Bearer) -> bool:
    """Whether both have roles, and none of one shares a word with one of the other."""
    mine, theirs = ({word for role in bearer.roles for word in _role(role)} for bearer in (left, right))
    return bool(mine and theirs) and not mine & theirs


@lru_cache(maxsize=1 << 14)
def _role(role: str) -> frozenset[str]:
    """The words of a role, short forms of offices spelt out (*Menlu*)."""
    spelt = (word for short in name_words(role) for word in name_words(offices().get(short, short)))
    return frozenset(word for word in spelt if len(word) > 2 and word not in joining())
