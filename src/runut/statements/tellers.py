"""Who tells a quote right behind it (`“Why?” Sari Dewanti asked.`)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import chain

from runut.languages import Pack

# Somebody by name or pronoun, their verb, and then nothing told: a mark, or a word that only goes on about the verb.
TELLER = r" (?:(?:(?:[A-Z][\w’'.-]*|{small}) ){{1,6}}|(?:{pronouns}) )(?:{verbs})(?=[.,;:]|$| (?:{further}) )"


@cache
def teller(pack: Pack) -> re.Pattern[str] | None:
    """What ties a quote that ends with its own mark to the words behind it; None where no verb stands there."""
    words, cues = pack.sources, pack.cues
    if not cues.inverts:
        return None
    groups = (group for group in cues.cue if group.frame in ("speech", "request") and not group.weak)
    pronouns = (word.capitalize() for word in chain(words.singular, words.plural, words.neuter))
    return re.compile(
        TELLER.format(
            small=_any((*words.particles, *words.article_words, *words.inner)),
            pronouns=_any(pronouns),
            verbs=_any(word for group in groups for word in group.words if " " not in word),
            further=_any((*words.stoppers, *words.prepositions, *words.auxiliaries, *words.possessive)),
        )
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words))
