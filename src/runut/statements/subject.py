"""The subject that opens a sentence, which a participle behind its comma shares (`Sari left, saying …`)."""

from __future__ import annotations

from runut.statements.cue import Cue
from runut.statements.ground import LONGEST_SOURCE, Ground
from runut.statements.marks import COMMA

# A subject is shorter than a source beside its cue: its apposition does not count.
LONGEST_SUBJECT = LONGEST_SOURCE // 2
# So many words may stand between an article and its noun.
MOST_ADJECTIVES = 4
# The longest phrase before the subject of a sentence (`In the last two years, she …`), in words.
LONGEST_OPENING = 14


def shares_subject(ground: Ground, cue: Cue) -> bool:
    """The cue is a participle behind a comma (`…, saying …`): its source is the subject of its sentence."""
    if not cue.first or not ground.lower[cue.first].endswith(ground.grammar.participles):
        return False
    if cue.group("speech", "request") is None:
        return False
    agent = ground.grammar.head_last and ground.lower[cue.first - 1] in ground.grammar.agents  # `…, by saying …`
    return agent or ground.marked(cue.first - 1, COMMA)


def joins_subject(ground: Ground, cue: Cue) -> bool:
    """The cue joins another predicate (`Sari left and said …`): its source is the subject of its sentence."""
    if not cue.first or not ground.grammar.participles or cue.group("speech", "request") is None:
        return False
    before = cue.first - 1
    while before and _is_modifier(ground, before):
        before -= 1
    return ground.lower[before] in ground.grammar.coordinators


def _is_modifier(ground: Ground, word: int) -> bool:
    lower, grammar = ground.lower[word], ground.grammar
    return lower.endswith(grammar.adverbial) or (lower in grammar.auxiliaries and lower not in grammar.passives)


def attends(ground: Ground, cue: Cue) -> bool:
    """The cue is a second verb of the same subject: `Sari mengapresiasi warga, seraya |menegaskan …`."""
    grammar, before = ground.grammar, cue.first - 1
    if not grammar.attendants or cue.group("speech", "request") is None:
        return False
    while before > 0 and ground.lower[before] not in grammar.attendants:
        if ground.lower[before] not in grammar.auxiliaries:
            return False
        before -= 1
    return before > 0


def subject(ground: Ground, first: int, ceiling: int) -> range:
    """The first name or noun phrase from word `first` on, up to a verb or a comma and before word `ceiling`."""
    begin = _past_opening(ground, first, ceiling)
    end = _noun(ground, begin, ceiling)
    while end < min(ceiling, begin + LONGEST_SUBJECT):
        fits = ground.nominal(end) or (end == begin and ground.lower[end] in ground.grammar.articles)
        if not fits or (end > begin and (ground.parted(end - 1) or ground.marked(end - 1, COMMA))):
            break
        end += 1
    return range(begin, _named(ground, begin, end, ceiling))


def _named(ground: Ground, begin: int, end: int, ceiling: int) -> int:
    """Where the name ends that a small title leads to (`Blue House |economic adviser Rini Moss`), or the phrase."""
    small = (word for word in range(end, min(ceiling, end + MOST_ADJECTIVES)) if ground.capital(word))
    name = next(small, end)
    titled = begin < end < name and ground.lower[name - 1] in ground.lexicon.titles and ground.name(name)
    if not titled or any(ground.gap(word) != " " or ground.opens(word) for word in range(end - 1, name)):
        return end
    while name < ceiling and ground.capital(name) and ground.gap(name - 1) in (" ", ". "):
        name += 1
    return name


def _noun(ground: Ground, begin: int, ceiling: int) -> int:
    """The noun behind an article and a few adjectives (`The new |committee`); else where the phrase begins."""
    if begin >= ceiling or ground.lower[begin] not in ground.lexicon.article_words:
        return begin
    ahead = range(begin + 1, min(ceiling, begin + 1 + MOST_ADJECTIVES))
    for word in ahead:
        if ground.parted(word - 1) or ground.marked(word - 1, COMMA) or ground.opens(word):
            break
        if ground.nominal(word):
            return word
    return begin


def _past_opening(ground: Ground, first: int, ceiling: int) -> int:
    """Behind a phrase that leads up to the subject and its comma (`In 2022, she …`)."""
    lower, grammar = ground.lower[first], ground.grammar
    alone = lower.endswith(grammar.participles) or lower in grammar.auxiliaries
    if first + 1 < ceiling and ground.marked(first, COMMA) and alone:
        return first + 1  # `Continuing, she …`, `Already, she …`
    adverb = grammar.head_last and lower.endswith(grammar.adverbial) and not ground.nominal(first + 1)
    if not (ground.opens(first) or adverb):
        return first
    if first + 1 < ceiling and ground.lower[first] in ground.grammar.coordinators and ground.name(first + 1):
        return first + 1  # `But Sari left, saying …`
    for word in range(first, min(ceiling, first + LONGEST_OPENING)):
        if ground.marked(word, COMMA):
            place = word + 2 < ceiling and ground.capital(word) and ground.marked(word + 1, COMMA)
            return word + (2 if place and ground.capital(word + 1) else 1)  # `In Arun, Bel., she …`
    return first + 1
