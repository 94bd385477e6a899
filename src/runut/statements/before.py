"""The noun phrase that names a source and stands before its cue: `Menteri Sari Dewanti, Jumat, mengatakan`.

It is read from the cue to the left. Each word is taken into the phrase, ends it, or shows that what was read so far
only hangs on the source (`Sari [saat ditemui di Jakarta] mengatakan`); then reading starts anew left of that.
"""

from __future__ import annotations

from runut.statements.apposed import apposed
from runut.statements.governed import whole
from runut.statements.ground import LONGEST_SOURCE, Ground
from runut.statements.interludes import over_asides
from runut.statements.leftward import Step, step
from runut.statements.marks import COMMA, HARD
from runut.statements.relatives import LONGEST_TOLD, article_before, is_relative, relative

# Farther from its cue no source is looked for, in words.
FARTHEST = 250


def source_before(ground: Ground, cue: int, floor: int) -> range:
    """Word range of the source that ends before word `cue`, not reaching below word `floor`; empty without one."""
    floor = max(floor, cue - FARTHEST)
    end = cue
    while end > floor and not ground.marked(end - 1, COMMA) and _is_modifier(ground, end - 1):
        end -= 1
    told = _through_relative(ground, end, floor) or apposed(ground, end, floor)
    if told:
        return told
    if end > floor and not ground.marked(end - 1, COMMA):
        end = _over_modifiers(ground, end, floor)
    end = _over_modifiers(ground, over_asides(ground, end, floor), floor)
    if is_relative(ground, end - 1, floor):
        return source_before(ground, end - 1, article_before(ground, end - 1, floor))
    while end := _last_word(ground, cue, end, floor):
        begin, over = _stretch(ground, end, floor)
        if over is None:
            noun_end = relative(ground, begin, floor)
            if noun_end is not None:
                return source_before(ground, noun_end, article_before(ground, noun_end, floor))
            return whole(ground, _behind_addressee(ground, _trimmed(ground, begin, end)), floor)
        end = _over_modifiers(ground, over, floor)
    return range(0)


def _through_relative(ground: Ground, end: int, floor: int) -> range:
    """A source whose relative clause a comma or a determiner closes: `Seorang saksi yang hadir, |menilai …`."""
    if ground.grammar.head_last or end <= floor:
        return range(0)
    if not (ground.marked(end - 1, COMMA) or ground.lower[end - 1] in ground.lexicon.determiners):
        return range(0)
    for word in range(end - 1, max(floor, end - LONGEST_TOLD), -1):
        if ground.parted(word - 1) or ground.marked(word - 1, COMMA):
            return range(0)
        if ground.lower[word] in ground.grammar.relative:
            noun = source_before(ground, word, floor)
            return range(noun.start, end) if noun and noun.stop == word else range(0)
    return range(0)


def _over_modifiers(ground: Ground, end: int, floor: int) -> int:
    """Where the words between a source and its cue begin that belong to neither (`Sari |juga telah mengatakan`)."""
    while end > floor and (end - 1 in ground.barriers or _is_modifier(ground, end - 1)):
        end -= 1
    return end


def _is_modifier(ground: Ground, word: int) -> bool:
    """An auxiliary, or an adverb told by its ending (`merely`); nouns that end so head a source (`family`)."""
    lower = ground.lower[word]
    known = ground.grammar.adverbs if ground.grammar.prefixes else ground.grammar.auxiliaries
    if lower in known:  # a negation, too, where it is a word of its own (`tidak hanya mengatakan`)
        return lower not in ground.lexicon.singular and not _is_surname(ground, word)
    adverb = lower.endswith(ground.grammar.adverbial) and not ground.capital(word)
    return adverb and not ground.nominal(word)


def _is_surname(ground: Ground, word: int) -> bool:
    """An auxiliary with a capital in mid-sentence, or one that somebody is called by in this text (`May said`)."""
    if not ground.capital(word):
        return False
    start = ground.prose.starts[word]
    return ground.prose.sentences[ground.prose.sentence_at(start)].start != start or ground.surname(word)


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
    """Leave out words that only lead up to the source, and one at its end that opens a clause which was read over."""
    lexicon, grammar = ground.lexicon, ground.grammar
    while begin < end and ground.lower[end - 1] in grammar.relative:
        end -= 1
    while begin < end:
        lower = ground.lower[begin]
        if begin not in ground.barriers:
            auxiliary = lower in grammar.auxiliaries and not _is_surname(ground, begin)
            leads = auxiliary or lower in lexicon.openers or lower in grammar.joiners or lower in grammar.existential
            if lower in lexicon.singular or lower in lexicon.indefinite or not (leads or _points(ground, begin, end)):
                break
        begin += 1
    return range(begin, end)


def _behind_addressee(ground: Ground, words: range) -> range:
    """`Kepada wartawan, |Sari mengaku`, `Di Losari, |warga mengaku`: without whom somebody speaks to, and where."""
    lexicon = ground.lexicon
    leads = lexicon.addressing | lexicon.locatives
    if not words or not words.start or ground.lower[words.start - 1] not in leads:
        return words
    comma = next((word for word in words[:-1] if ground.marked(word, COMMA)), None)
    return words if comma is None else words[comma + 1 - words.start :]


def _points(ground: Ground, word: int, end: int) -> bool:
    """A determiner that is no article, before a name (`that Sari`), or where it stands behind its noun before any."""
    lower = ground.lower[word]
    if lower not in ground.lexicon.determiners or lower in ground.lexicon.article_words:
        return False
    return word + 1 < end and (ground.name(word + 1) or not ground.grammar.head_last)
