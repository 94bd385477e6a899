"""A cue that is another word where it stands: a noun, an adjective, a passive, a verb of doing."""

from __future__ import annotations

from runut.people import POSSESSIVE
from runut.statements.cue import Cue
from runut.statements.drafts import Draft
from runut.statements.ground import Ground
from runut.statements.marks import COMMA, DOUBLE, PART_ENDS, POSSESSED
from runut.vocabulary import Span

# A pronoun with so many words is a clause, not a source.
FEWEST_CLAUSE = 3
# A negation and the word that would say that there is somebody.
FEWEST_DENIED = 2
# A cue with what introduces its content has at least so many words (`report that`).
FEWEST_INTRODUCED = 2
# An amount behind its verb begins within so many words (`added |nearly 300 jobs`).
AMOUNT_REACH = 2


def is_no_verb(ground: Ground, item: Draft) -> bool:
    """What stands right before or behind the cue shows that nobody says anything by it (`to say`, `the claim`)."""
    if item.cue is None:
        return False
    word, before = item.cue.first, _before(ground, item.cue.first)
    if item.frame == "speech" and _has_agent(ground, item.cue.last) and not _has_pronoun(ground, item.source):
        return True
    if before in ground.grammar.muting and not _goes_on(ground, word, before):
        return True
    if _counts(ground, item.cue) or _is_told_of(ground, item.cue):
        return True
    if _is_suffered(ground, item):
        return True
    another = _is_possessed(ground, word) or _is_adjective(ground, word) or _asks_for_name(ground, word)
    return another or _belongs_to_possessor(ground, word)


def _counts(ground: Ground, cue: Cue) -> bool:
    """An amount follows within two words and no quote before: `The port |added about 300 jobs`."""
    if ground.lower[cue.last - 1] not in ground.grammar.counting:
        return False
    ahead = range(cue.last, min(len(ground.words), cue.last + AMOUNT_REACH))
    before = ground.text[: cue.span[0]].rstrip()[-1:]
    return before not in DOUBLE and any(ground.words[word][0].isdigit() for word in ahead)


def _is_suffered(ground: Ground, item: Draft) -> bool:
    """A verb that needs whom it tells of has only its preposition: `She was held and |accused of theft`."""
    if item.cue is None or item.group is None or not item.group.object or not ground.grammar.head_last:
        return False
    first, ahead = item.cue.first, item.cue.last
    if item.group.act != "alleges" or (first and ground.lower[first - 1] in ground.grammar.finite):
        return False
    past = ground.grammar.is_verb(ground.lower[ahead - 1]) and ahead - item.cue.first == 1
    return past and ahead < len(ground.words) and ground.lower[ahead] in ground.grammar.inner


def _is_told_of(ground: Ground, cue: Cue) -> bool:
    """A verb follows what seems to introduce content, so that it only tells of a noun: `a |report that found …`."""
    ahead = cue.last
    if not ground.grammar.head_last or ahead >= len(ground.words) or cue.last - cue.first < FEWEST_INTRODUCED:
        return False
    if ground.lower[ahead - 1] not in ground.grammar.relative or ground.capital(ahead) or ground.nominal(ahead):
        return False
    return ground.grammar.is_verb(ground.lower[ahead]) or ground.lower[ahead] in ground.grammar.finite


def tells_nothing(ground: Ground, item: Draft, source: Span, *, weak: bool) -> bool:
    """With this source the cue is no verb of speech: a noun behind another verb, or something that is only done."""
    if _has_no_object(ground, item) or _is_clause(ground, source) or _is_apposed(ground, item, source):
        return True
    if _is_nobody(ground, source):
        return True
    if not weak or item.cue is None:
        return False
    if ground.grammar.prefixes and _before(ground, item.cue.first) in ground.grammar.relative:
        return True  # `warga yang |berencana menonton`: it only tells who they are
    noun = _is_noun(ground, item.cue.first, source) or _disagrees(ground, item.cue.first, source)
    noun = noun or _is_companion(ground, source)
    return noun or _only_does(ground, item) or _is_done_to(ground, item)


def _is_nobody(ground: Ground, source: Span) -> bool:
    """That there is such a source is denied: `belum ada |kelompok yang mengaku bertanggung jawab`."""
    first = ground.prose.words_in(source).start
    if first < FEWEST_DENIED or ground.lower[first - 1] not in ground.grammar.existential:
        return False
    return ground.lower[first - 2] in ground.grammar.adverbs


def _before(ground: Ground, word: int) -> str:
    """The word before another, over adverbs (`were repeatedly |rebuffed`, `tidak pernah |mengatakan`)."""
    while word > 1 and _is_adverb(ground, ground.lower[word - 1]):
        word -= 1
    return ground.lower[word - 1] if word else ""


def _goes_on(ground: Ground, word: int, before: str) -> bool:
    """A participle behind an auxiliary tells what somebody is doing (`is |calling for calm`), where no passive does."""
    return before in ground.grammar.passives and ground.lower[word].endswith(ground.grammar.participles)


def _is_adverb(ground: Ground, lower: str) -> bool:
    grammar = ground.grammar
    if lower in grammar.auxiliaries:
        still = lower in grammar.finite and grammar.head_last
        return not still and lower not in grammar.muting and lower not in grammar.limiters
    return lower.endswith(grammar.adverbial)


def _is_possessed(ground: Ground, word: int) -> bool:
    """Somebody's: a noun (`the analysts’ |estimates`, `the bank’s |claims`)."""
    if not word or not ground.grammar.head_last:
        return False
    before = ground.lower[word - 1]
    return ground.gap(word - 1) in POSSESSED or (before.endswith(POSSESSIVE) and before not in ground.grammar.pronouns)


def _is_adjective(ground: Ground, word: int) -> bool:
    """A past form right behind a preposition tells which (`despite |repeated requests`)."""
    if not word or not ground.grammar.head_last or ground.gap(word - 1) != " ":
        return False
    return ground.grammar.is_verb(ground.lower[word]) and ground.lower[word - 1] in ground.grammar.prepositions


def _asks_for_name(ground: Ground, word: int) -> bool:
    """A passive turned around to ask: `Why |is it called …?`."""
    if word < 2 or not ground.stands_for(word - 1) or not ground.grammar.is_verb(ground.lower[word]):
        return False
    return ground.lower[word - 2] in ground.grammar.passives


def _belongs_to_possessor(ground: Ground, word: int) -> bool:
    """A thing of somebody does it: `Kemp, whose feud threatened to …`."""
    return word > 1 and ground.lower[word - 2] in ground.grammar.possessors and not ground.heads(word - 1)


def _has_agent(ground: Ground, word: int) -> bool:
    """The verb is a passive after all: `said by many`."""
    if word >= len(ground.words) or ground.capital(word) or ground.gap(word - 1) != " ":
        return False
    return ground.lower[word] in ground.grammar.agents


def _has_pronoun(ground: Ground, source: Span | None) -> bool:
    """The source is a pronoun: it speaks itself (`he said by phone`)."""
    words = ground.prose.words_in(source) if source else range(0)
    return len(words) == 1 and ground.pronoun(words.start)


def _has_document(ground: Ground, source: Span | None) -> bool:
    words = ground.prose.words_in(source) if source else range(0)
    return not ground.lexicon.documents.isdisjoint(ground.lower[words.start : words.stop])


def _is_noun(ground: Ground, word: int, source: Span) -> bool:
    """Behind another verb or what says which, the word is a noun (`traded |blame`, `who have |questions`)."""
    grammar = ground.grammar
    if not grammar.head_last or not word or ground.marked(word - 1, COMMA):
        return False
    last = ground.prose.words_in(source).stop - 1
    lower = ground.lower[last]
    several = lower in ground.lexicon.several or (
        lower in ground.lexicon.groups and lower.endswith(ground.lexicon.plural_endings)
    )
    if several and ground.lower[word].endswith(grammar.present):
        return True  # `some |questions`
    if last == word - 1:
        return grammar.is_verb(lower) and not ground.capital(last) and not ground.nominal(last)
    return ground.lower[word - 1] in grammar.finite and ground.lower[word].endswith(ground.lexicon.plural_endings)


def _disagrees(ground: Ground, word: int, source: Span) -> bool:
    """A form for several behind one thing, which never spoke (`a comedy |show`, `the trade |dispute`)."""
    grammar, lexicon, lower = ground.grammar, ground.lexicon, ground.lower[word]
    if grammar.is_verb(lower) or lower.endswith((*grammar.present, *grammar.participles)):
        return False
    words = ground.prose.words_in(source)
    nouns = ground.lower[words.start : words.stop]
    beside = grammar.head_last and words.stop == word and not ground.marked(word - 1, COMMA)
    if not beside or ground.nominal(word - 1) or ground.heads(word - 1):
        return False
    plain = grammar.joiners.isdisjoint(nouns) and grammar.relative.isdisjoint(nouns)
    return plain and not nouns[-1].endswith(lexicon.plural_endings)


def _has_no_object(ground: Ground, item: Draft) -> bool:
    """A verb whose content is a thing ends its clause: `When an officer |called, Sari left`."""
    if item.cue is None or item.group is None or not item.group.object or not ground.grammar.head_last:
        return False
    return ground.marked(item.cue.last - 1, COMMA) and bool(item.content) and item.content[0][0] > item.cue.span[0]


def _is_apposed(ground: Ground, item: Draft, source: Span) -> bool:
    """A participle behind a name and its comma tells more of it: `the ferry, |dubbed the Tub, sank`."""
    if item.cue is None or item.group is None or not item.group.object or not ground.grammar.head_last:
        return False
    whole = ground.text[source[0] : source[1]]
    return ground.text[source[1] : item.cue.span[0]].strip() == "," and "," not in whole


def _is_clause(ground: Ground, source: Span) -> bool:
    """A pronoun and more, nothing that joins: somebody does something (`it feeds into broader |doubts`)."""
    words = ground.prose.words_in(source)
    if len(words) < FEWEST_CLAUSE or not ground.grammar.head_last or not _is_pronoun(ground, words.start):
        return False
    return ground.grammar.joiners.isdisjoint(ground.lower[words.start : words.stop])


def _is_pronoun(ground: Ground, word: int) -> bool:
    return ground.stands_for(word) or ground.lower[word] in ground.lexicon.own


def _is_companion(ground: Ground, source: Span) -> bool:
    """Somebody takes part in what the verb tells: `komunikasi dengan pemimpin itu menunjukkan …`."""
    words = ground.prose.words_in(source)
    return bool(words) and words.start > 0 and ground.lower[words.start - 1] in ground.grammar.companions


def _only_does(ground: Ground, item: Draft) -> bool:
    """A person who shows or finds something says nothing, unless a clause follows (`she found that …`)."""
    if item.group is None or item.cue is None:
        return False
    shown = item.group.shown and not _has_document(ground, item.source)
    if not (shown or (item.group.act == "reports" and _has_pronoun(ground, item.source))):
        return False
    ahead = item.cue.last
    if ahead >= len(ground.lower) or ground.marked(ahead - 1, PART_ENDS):
        return False
    return ground.lower[ahead] not in ground.grammar.verbal


def _is_done_to(ground: Ground, item: Draft) -> bool:
    """A participle behind a document tells what was done to it (`a video posted on Sunday showed …`)."""
    if item.cue is None or item.source is None or not ground.grammar.head_last:
        return False
    last = ground.prose.words_in(item.source).stop - 1
    ahead = item.cue.last
    document = ground.lower[last] in ground.lexicon.documents and last == item.cue.first - 1
    past = ground.grammar.is_verb(ground.lower[item.cue.first])
    if not document or not past or ahead >= len(ground.lower):
        return False
    first = ground.prose.words_in(item.source).start
    if first and ground.lower[first] in ground.lexicon.indefinite and ground.lower[first - 1] in ground.grammar.inner:
        return True  # `Sari said in a video |posted online`
    return ground.stops(ahead) and ground.lower[ahead] not in ground.grammar.introducers
