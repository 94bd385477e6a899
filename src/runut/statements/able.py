"""Whether a phrase can be a source: it has a noun for who speaks, or a name."""

from __future__ import annotations

from runut.people import POSSESSIVE
from runut.statements.cue import Cue
from runut.statements.ground import Ground
from runut.statements.marks import DOUBLE, POSSESSED, before_space
from runut.vocabulary import Span

# Among so many of its first words a source has its noun, when its cue is strong or weak.
STRONG_REACH, WEAK_REACH = 6, 2


def speaks(ground: Ground, source: Span) -> bool:
    """The phrase can be a source of a verb that means nothing but speech: it has a noun or a name."""
    words = ground.prose.words_in(source)
    if not words or not _is_nominal(ground, words):
        return False
    if _has_head(ground, words, STRONG_REACH) or any(ground.capital(word) for word in words):
        return True
    return _is_agent(ground, words)


def weakly_speaks(ground: Ground, source: Span) -> bool:
    """The phrase can be a source of a verb of many meanings: it begins with a noun for who speaks, or with a name."""
    words = ground.prose.words_in(source)
    if not words or not _is_nominal(ground, words):
        return False
    if _has_head(ground, words, WEAK_REACH):
        return not ground.grammar.head_last or _ends_in_noun(ground, words)
    first = next((word for word in words if ground.lower[word] not in ground.lexicon.article_words), None)
    last = words.stop - 1
    closed = ground.nominal(last) or ground.lower[last].isdigit()
    return first is not None and closed and (_is_name(ground, first) or _is_kin(ground, first))


def _is_kin(ground: Ground, word: int) -> bool:
    """`Anaknya, Sari`: whose they are is told by an ending."""
    return not ground.lexicon.relations.isdisjoint(ground.lexicon.without_owner(ground.lower[word]))


def _is_agent(ground: Ground, words: range) -> bool:
    """A noun for people by its ending, with an article or for several (`the grain |handler`, `dog |trainers`)."""
    first, last = ground.lower[words.start], ground.lower[words.stop - 1]
    opens = first in ground.lexicon.article_words or first in ground.grammar.possessive
    several = last.endswith(ground.lexicon.plural_endings) and ground.words[words.stop - 1].islower()
    return (opens or several) and last.endswith(ground.lexicon.agent_endings)


def closes_quote(ground: Ground, cue: Cue, source: Span) -> bool:
    """Behind a quote or before what introduces content any noun with its article speaks (`“…,” the baker said`)."""
    introduces = cue.last < len(ground.lower) and ground.lower[cue.last] in ground.grammar.introducers
    end = before_space(ground.text, 0, source[0])
    words = ground.prose.words_in(source)
    word = words.start
    if ground.lexicon.article_words.issuperset(ground.lower[word : words.stop]):
        return False  # `“… The recently announced charges …”`
    opens = ground.lower[word] in ground.lexicon.article_words or ground.lower[word] in ground.grammar.possessive
    return opens and (introduces or (end > 0 and ground.text[end - 1] in DOUBLE))


def tells(ground: Ground, cue: Cue, source: Span) -> bool:
    """What introduces content follows a noun for people and its verb: `dog trainers report that …`."""
    words = ground.prose.words_in(source)
    introduces = not ground.grammar.introducers.isdisjoint(ground.lower[cue.last - 1 : cue.last + 1])
    return introduces and bool(words) and _is_nominal(ground, words) and _is_agent(ground, words)


def _ends_in_noun(ground: Ground, words: range) -> bool:
    """No verb or adjective stands between the noun and the verb (`his colleagues listed several |questions`)."""
    between = [ground.lower[w] for w in words[WEAK_REACH:-1]]
    return ground.nominal(words.stop - 1) or not any(ground.grammar.is_verb(word) for word in between)


def _is_nominal(ground: Ground, words: range) -> bool:
    """Not only articles, no possessor whose noun is missing, and no verb at its head."""
    lower = ground.lower[words.start : words.stop]
    possessor = lower[-1].endswith(POSSESSIVE) and lower[-1] not in ground.grammar.pronouns  # `She’s` is none
    if ground.lexicon.article_words.issuperset(lower) or possessor:
        return False
    if ground.grammar.head_last and (lower[-1] in ground.lexicon.article_words or _has_predicate(ground, words)):
        return False
    if ground.gap(words.stop - 1) in POSSESSED:
        return False
    verb = lower[0].startswith(ground.grammar.prefixes) and ground.words[words.start][0].islower()
    return not verb or lower[0] in ground.grammar.heads


def _has_predicate(ground: Ground, words: range) -> bool:
    """A finite verb stands in it, outside a relative clause: it is a clause (`the site is linked`)."""
    for word in words:
        if ground.lower[word] in ground.grammar.relative:
            return False
        if ground.lower[word] in ground.grammar.finite and not ground.capital(word) and word > words.start:
            return True
    return False


def _has_head(ground: Ground, words: range, reach: int) -> bool:
    """A word by which it can be a source is among its first ones, or is its last."""
    heads = ground.grammar.heads
    begin = words.start + (ground.lower[words.start] in ground.lexicon.article_words)
    first = ground.lower[words.start : min(words.stop, begin + reach)]
    return ground.heads(words.stop - 1) or ground.lower[words.stop - 1] in heads or not heads.isdisjoint(first)


def _is_name(ground: Ground, word: int) -> bool:
    """A capital that does not only mark the beginning of its sentence."""
    if not ground.capital(word):
        return False
    start = ground.prose.starts[word]
    opening = ground.prose.sentences[ground.prose.sentence_at(start)].start == start
    if not opening or ground.words[word].isupper() or (ground.repeated(word) and not ground.small(word)):
        return True
    return word + 1 < len(ground.words) and ground.name(word) and ground.name(word + 1) and ground.gap(word) == " "
