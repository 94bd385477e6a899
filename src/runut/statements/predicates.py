"""Whether words say something of their subject, or only name it (`Subsidi ini, |kata Sari, karena …`)."""

from __future__ import annotations

from runut.statements.ground import Ground
from runut.vocabulary import Span

# A verb has more letters than its prefix and one syllable (`bercerita`, but not `meja`).
SHORTEST_VERB = 6


def only_names(ground: Ground, span: Span) -> bool:
    """No word is a verb or opens a predicate, and nothing is quoted; told only where verbs show by how they begin."""
    words = ground.prose.words_in(span)
    if not ground.grammar.prefixes or not words or words.start in ground.quoted:
        return False
    return not any(_is_predicate(ground, word) for word in words)


def _is_predicate(ground: Ground, word: int) -> bool:
    lower, grammar = ground.lower[word], ground.grammar
    if lower in grammar.verbal or lower in grammar.finite:
        return True
    small = not ground.capital(word) and not ground.nominal(word)
    return small and len(lower) >= SHORTEST_VERB and lower.startswith(grammar.prefixes)
