"""Names in words that lost a space, as many captures have them beside a link: `olehBudi`, `Siraitatau`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from runut.people.lexicon import TAIL, Lexicon

# Where two words meet without a space: `Gubernur|Maluku`.
JOINT = re.compile(r"(?<=[a-z])(?=[A-Z])")
# Capitals that met a name: `DPR RI|Lalu`.
CAPITALS = re.compile(r"[A-Z]{2,}(?=[A-Z][a-z]{2,}$)")
# So many capitals that met a name are a body's, whichever it is.
LONG = 4
# A function word of more letters at the end of a capitalised word is surely glued to it, no part of a name.
SURE = 4
# Glued words are looked for up to this length; a name keeps at least as many letters as `SHORTEST`.
LONGEST_GLUED, SHORTEST = 13, 3


def hidden_start(word: str, lexicon: Lexicon) -> int:
    """Where a name begins in a word (`olehBudi`, `JakartaPramono`); 0 for other words."""
    if word.islower() or word.istitle():
        return 0
    capitals = CAPITALS.match(word)
    if capitals is not None and _is_body(capitals.group(), lexicon):
        return capitals.end()
    parts = JOINT.split(word)
    at = 0
    for index, part in enumerate(parts[:-1]):
        lower = part.lower()
        if lower in lexicon.nameless or lower in lexicon.function_words or lower in lexicon.ordinary:
            at = sum(map(len, parts[: index + 1]))
    inner = CAPITALS.match(word, at) if at else None
    return inner.end() if inner is not None and _is_body(inner.group(), lexicon) else at


def _is_body(capitals: str, lexicon: Lexicon) -> bool:
    """Capitals that are known as a body's, or too many for anything else."""
    return capitals.lower() in lexicon.nameless or (len(capitals) >= LONG and not lexicon.genders)


def hidden_end(word: str, lexicon: Lexicon, vocabulary: Mapping[str, int], *, within: bool = False) -> int:
    """Where a name ends in a word (`Siraitatau`), if the name stands elsewhere too; else the word's length.

    `vocabulary` counts the words of the text. A long function word is cut off from an unknown name as well, unless
    the whole stands elsewhere too: so ends `Nusantara`, whose `antara` is no word of its own. One of four letters is
    cut off too where another name follows (`within`); none of them where surnames end in any way (`Brownback`).
    """
    if word[-TAIL:] not in lexicon.tails or word.lower() in lexicon.nameless:
        return len(word)
    for size in range(min(len(word) - SHORTEST, LONGEST_GLUED), TAIL - 1, -1):
        if word[-size:] in lexicon.function_words and word[-size - 1] != "-":  # not `Losari-based`
            sure = size >= SURE + (not within) and vocabulary[word] < 2 and not lexicon.genders
            if sure or word[:-size] in vocabulary:
                return len(word) - size
    return len(word)


def ends_in_role(word: str, lexicon: Lexicon) -> bool:
    """The last part of a glued word belongs to a role or a body, not to a name (`olehMenteri`)."""
    if word.istitle() or word.isupper():
        return False
    parts = JOINT.split(word)
    return len(parts) > 1 and parts[-1].lower() in lexicon.nameless
