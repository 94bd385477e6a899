"""The noun phrase that names a source and stands before its cue: `Menteri Sari Dewanti, Jumat, mengatakan`.

It is read from the cue to the left. Each word is taken into the phrase, ends it, or shows that what was read so far
only hangs on the source (`Sari [saat ditemui di Jakarta] mengatakan`); then reading starts anew left of that.
"""

from __future__ import annotations

import re

from runut.people import POSSESSIVE
from runut.statements.governed import whole
from runut.statements.ground import LONGEST_SOURCE, Ground
from runut.statements.leftward import Step, step
from runut.statements.marks import COMMA, DASHES, HARD, SENTENCE_ENDS

# An aside of more words between a source and its cue is too long to be read over.
LONGEST_ASIDE = 40
# A politician's party and place (`Moss, R-Wis., said`).
PARTY = re.compile(r"[A-Z]{1,3}-[A-Z]\w*")
# A relative clause between a noun and its verb has at most so many words.
LONGEST_RELATIVE = 24
# Where somebody is from stands between two commas in at most so many words (`Sari, from Perth,`).
LONGEST_PLACE = 8
# What is said of a name between commas has at least this many words.
FEWEST_APPOSED = 3
# A name that opens its clause ends within so many words.
LONGEST_OPENED = 5
# Farther from its cue no source is looked for, in words.
FARTHEST = 250


def source_before(ground: Ground, cue: int, floor: int) -> range:
    """Word range of the source that ends before word `cue`, not reaching below word `floor`; empty without one."""
    floor = max(floor, cue - FARTHEST)
    end = cue
    while end > floor and not ground.marked(end - 1, COMMA) and _is_modifier(ground, end - 1):
        end -= 1
    if end > floor and not ground.marked(end - 1, COMMA):
        end = _over_modifiers(ground, end, floor)
    end = _over_modifiers(ground, _over_asides(ground, end, floor), floor)
    if _is_relative(ground, end - 1, floor):
        return source_before(ground, end - 1, floor)
    while end := _last_word(ground, cue, end, floor):
        begin, over = _stretch(ground, end, floor)
        if over is None:
            relative = _relative(ground, begin, floor)
            if relative is not None:
                return source_before(ground, relative, floor)
            return whole(ground, _trimmed(ground, begin, end), floor)
        end = _over_modifiers(ground, over, floor)
    return range(0)


def _relative(ground: Ground, begin: int, floor: int) -> int | None:
    """The word that opens the relative clause in which the phrase stands: `a cook |who spoke to the paper said …`."""
    last = begin - 1
    if not ground.grammar.head_last or last <= floor:
        return None
    if _is_relative(ground, last, floor):
        return last if _begins_with_verb(ground, begin) else None
    if ground.lower[last] not in ground.grammar.stoppers or ground.lower[last] in ground.grammar.introducers:
        return None
    for word in range(last - 1, max(floor, begin - LONGEST_RELATIVE), -1):
        if ground.parted(word) or ground.marked(word, COMMA):
            return None
        if _is_relative(ground, word, floor):
            return word if _begins_with_verb(ground, word + 1) else None
    return None


def _is_relative(ground: Ground, word: int, floor: int) -> bool:
    """It opens a clause that tells more of the noun before it, so that this noun is what speaks (`the group |that …`)."""
    if not ground.grammar.head_last or word <= floor or ground.lower[word] not in ground.grammar.relative:
        return False
    if ground.lower[word] in ground.grammar.possessors or ground.parted(word - 1):
        return False
    return ground.heads(word - 1) or ground.name(word - 1)


def _begins_with_verb(ground: Ground, word: int) -> bool:
    lower, grammar = ground.lower[word], ground.grammar
    verb = grammar.is_verb(lower) or lower in grammar.finite or lower.endswith(grammar.present)
    return verb and not ground.capital(word) and not ground.nominal(word)


def _over_modifiers(ground: Ground, end: int, floor: int) -> int:
    """Where the words between a source and its cue begin that belong to neither (`Sari |juga telah mengatakan`)."""
    while end > floor and (end - 1 in ground.barriers or _is_modifier(ground, end - 1)):
        end -= 1
    return end


def _is_modifier(ground: Ground, word: int) -> bool:
    """An auxiliary, or an adverb told by its ending (`merely`); nouns that end so head a source (`family`)."""
    lower = ground.lower[word]
    if lower in ground.grammar.auxiliaries:
        return lower not in ground.lexicon.singular and not _is_surname(ground, word)
    adverb = lower.endswith(ground.grammar.adverbial) and not ground.capital(word)
    return adverb and not ground.nominal(word)


def _is_surname(ground: Ground, word: int) -> bool:
    """An auxiliary with a capital in mid-sentence, or one that somebody is called by in this text (`May said`)."""
    if not ground.capital(word):
        return False
    start = ground.prose.starts[word]
    return ground.prose.sentences[ground.prose.sentence_at(start)].start != start or ground.surname(word)


def _over_asides(ground: Ground, end: int, floor: int) -> int:
    """Skip what stands between dashes, or between commas: `Sari, from Perth, who bakes, said`, `Sari — a baker — said`."""
    if end > floor and ground.grammar.head_last and ground.marked(end - 1, DASHES):
        opened = (word for word in range(end - 2, max(floor, end - LONGEST_ASIDE), -1) if ground.marked(word, DASHES))
        return next(opened, end - 1) + 1
    first = _over_aside(ground, end, floor)
    if first == end or not ground.grammar.head_last:
        return first
    commas = (word for word in range(first - 2, max(floor, first - LONGEST_PLACE), -1) if ground.marked(word, COMMA))
    comma = next(commas, None)
    placed = comma is not None and ground.name(comma) and ground.lower[comma + 1] in ground.grammar.inner
    return comma + 1 if placed else first


def _over_aside(ground: Ground, end: int, floor: int) -> int:
    """`Wang, dalam telepon dengan Araghchi, mengatakan`: skip what stands between two commas and is no name."""
    if end <= floor or not ground.marked(end - 1, COMMA):
        return end
    nearest = True
    for word in range(end - 2, max(floor - 1, end - LONGEST_ASIDE), -1):
        if ground.marked(word, SENTENCE_ENDS):
            break
        if ground.marked(word, COMMA):
            first = ground.lower[word + 1]
            if first in ground.grammar.relative or (nearest and _leads_away(ground, word + 1, end)):
                return word + 1
            if not nearest and _apposes_list(ground, word + 1, floor):
                return word + 1
            nearest = False
    return end


def _apposes_list(ground: Ground, word: int, floor: int) -> bool:
    """`Sari, |a queer, Native advocate, said`: what is said of the name that opens the clause has commas of its own."""
    articles = ground.lexicon.article_words | ground.lexicon.indefinite
    opened = word - floor <= LONGEST_OPENED and ground.name(word - 1) and not ground.opens(floor)
    return ground.grammar.head_last and opened and ground.lower[word] in articles


def _leads_away(ground: Ground, word: int, cue: int) -> bool:
    """An interlude, or what is said of a name: `Sari, a former envoy to Norway,`, `Sari, joined by Budi,`."""
    lower, grammar = ground.lower[word], ground.grammar
    if (
        ground.opens(word)
        or lower in grammar.stoppers
        or lower in grammar.auxiliaries
        or PARTY.fullmatch(ground.words[word])
    ):
        return True
    if cue - word < FEWEST_APPOSED:
        return False
    article = ground.lower[word] in ground.lexicon.article_words or ground.lower[word].endswith(POSSESSIVE)
    if ground.name(word - 1) or (grammar.head_last and ground.capital(word - 1)):
        small = ground.grammar.head_last and not ground.capital(word) and lower not in ground.lexicon.titles
        return article or small or ground.grammar.is_verb(lower)
    return article and ground.lower[word - 1].isdigit()  # `Sari, 34, a former envoy,`


def _last_word(ground: Ground, cue: int, end: int, floor: int) -> int:
    """One past the word that ends the source, at most `end`; 0 when there is none."""
    while end > floor:
        word = end - 1
        lower = ground.lower[word]
        if lower in ground.grammar.breakers or (cue - word > 1 and ground.marked(word, HARD)):
            return 0
        if lower in ground.grammar.joiners:
            return 0
        skipped = word in ground.barriers or (ground.opens(word) and lower in ground.grammar.stoppers)
        if not skipped:
            return end
        end = word
    return 0


def _stretch(ground: Ground, end: int, floor: int) -> tuple[int, int | None]:
    """Where the phrase that ends before word `end` begins, and what to read over if it only hangs on a source."""
    begin = end - 1
    while begin > floor and end - begin < LONGEST_SOURCE and not ground.stands_for(begin):
        found = step(ground, begin - 1, begin, end, floor)
        if found is Step.STOP:
            break
        if found is not Step.TAKE:
            return begin, begin - 1 if found is Step.OVER else begin
        begin -= 1
    return begin, None


def _trimmed(ground: Ground, begin: int, end: int) -> range:
    """Leave out words at the front that only lead up to the source."""
    lexicon, grammar = ground.lexicon, ground.grammar
    while begin < end:
        lower = ground.lower[begin]
        if begin not in ground.barriers:
            auxiliary = lower in grammar.auxiliaries and not _is_surname(ground, begin)
            leads = auxiliary or lower in lexicon.openers or lower in grammar.joiners
            if lower in lexicon.singular or lower in lexicon.indefinite or not (leads or _points(ground, begin, end)):
                break
        begin += 1
    return range(begin, end)


def _points(ground: Ground, word: int, end: int) -> bool:
    """A determiner that is no article, before a name (`that Sari`)."""
    lower = ground.lower[word]
    if lower not in ground.lexicon.determiners or lower in ground.lexicon.article_words:
        return False
    return word + 1 < end and ground.name(word + 1)
