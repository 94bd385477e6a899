"""The words of a name that are compared, and its core: without what only leads up to it."""

from __future__ import annotations

import re
from functools import lru_cache

from runut.find.stems import fold
from runut.names.ordinary import is_lead
from runut.names.spelling import name_words, spelled

# Two words whose space may be lost (*Sutjahyo|Direktur*); with shorter parts it is one (*WhatsApp*, *McDonald*).
_GLUED = re.compile(r"([^\W\d_]*[^\W\d_A-Z]{4})([A-Z][^\W\d_A-Z]{3,})")
# Capitals before a word are those of a body (*MU|Omar*).
_CAPITALS = re.compile(r"\b([A-Z]{2,})([A-Z][^\W\d_A-Z]{3,})")


@lru_cache(maxsize=1 << 16)
def compared(name: str) -> tuple[str, ...]:
    """The words of a name in one spelling; what is no name and glued to another (*Artis|Sari*) by itself."""
    return spelled(name_words(_GLUED.sub(_parted, _CAPITALS.sub(r"\1 \2", name))))


@lru_cache(maxsize=1 << 16)
def core(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without ordinary ones before two others (*Sejalan Asta Cita*, *Wamenkop Sari Dewanti*)."""
    start = next((i for i, word in enumerate(words) if not is_lead(word)), 0)
    return words[min(start, max(0, len(words) - 2)) :]


def _parted(found: re.Match[str]) -> str:
    is_parted = any(is_lead(fold(part)) for part in found.groups())
    return f"{found[1]} {found[2]}" if is_parted else found[0]
