"""Whether a draft is a statement at all: a weak verb needs a source that can speak, a strong one some source."""

from __future__ import annotations

from runut.people import POSSESSIVE
from runut.statements.cue import Cue
from runut.statements.drafts import Draft
from runut.statements.ground import Ground
from runut.statements.marks import COMMA, DOUBLE, POSSESSED, before_space
from runut.vocabulary import Span

# Among so many of its first words a source has its noun, when its cue is strong or weak.
STRONG_REACH, WEAK_REACH = 6, 2
# A pronoun with so many words is a clause, not a source.
FEWEST_CLAUSE = 3


def plausible(ground: Ground, item: Draft) -> bool:
    """False for a cue that is used as another word here (`to say`, `the claim`, `melihat`)."""
    weak = item.group is not None and item.group.weak
    if item.cue is None or item.frame not in ("speech", "request"):
        return not weak or item.source is None or _weakly_speaks(ground, item.source)
    before = _before(ground, item.cue.first)
    passive = item.frame == "speech" and _has_agent(ground, item.cue.last) and not _has_pronoun(ground, item.source)
    if (
        passive
        or _is_possessed(ground, item.cue.first)
        or _is_adjective(ground, item.cue.first)
        or (before in ground.grammar.muting and not _goes_on(ground, item.cue.first, before))
        or _asks_for_name(ground, item.cue.first)
        or _belongs_to_possessor(ground, item.cue.first)
    ):
        return False
    if item.source is None:
        beside = ground.lower[item.cue.first - 1] if item.cue.first else ""
        return _follows_on(ground, item.cue, beside, weak=weak)
    if not item.cue.quoted and _is_writer(ground, item.source):
        return False
    if _has_no_object(ground, item):
        return False
    if _is_clause(ground, item.source):
        return False
    if weak and _is_noun(ground, item.cue.first, item.source):
        return False
    if weak and (_is_companion(ground, item.source) or _only_does(ground, item) or _is_done_to(ground, item)):
        return False
    if weak or item.frame == "request":
        return _weakly_speaks(ground, item.source) or _tells(ground, item.cue, item.source)
    return _speaks(ground, item.source) or _closes_quote(ground, item.cue, item.source)


def _before(ground: Ground, word: int) -> str:
    """The word before another, over adverbs (`were repeatedly |rebuffed`)."""
    while word > 1 and ground.grammar.head_last and _is_adverb(ground, ground.lower[word - 1]):
        word -= 1
    return ground.lower[word - 1] if word else ""


def _goes_on(ground: Ground, word: int, before: str) -> bool:
    """A participle behind an auxiliary tells what somebody is doing (`is |calling for calm`), where no passive does."""
    return before in ground.grammar.passives and ground.lower[word].endswith(ground.grammar.participles)


def _is_adverb(ground: Ground, lower: str) -> bool:
    grammar = ground.grammar
    if lower in grammar.auxiliaries:
        return lower not in grammar.finite and lower not in grammar.muting
    return lower.endswith(grammar.adverbial)


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


def _has_no_object(ground: Ground, item: Draft) -> bool:
    """A verb whose content is a thing ends its clause: `When an officer |called, Sari left`."""
    if item.cue is None or item.group is None or not item.group.object or not ground.grammar.head_last:
        return False
    return ground.marked(item.cue.last - 1, COMMA) and bool(item.content) and item.content[0][0] > item.cue.span[0]


def _is_clause(ground: Ground, source: Span) -> bool:
    """A pronoun and more, nothing that joins: somebody does something (`it feeds into broader |doubts`)."""
    words = ground.prose.words_in(source)
    if len(words) < FEWEST_CLAUSE or not ground.grammar.head_last or not ground.stands_for(words.start):
        return False
    return ground.grammar.joiners.isdisjoint(ground.lower[words.start : words.stop])


def _asks_for_name(ground: Ground, word: int) -> bool:
    """A passive turned around to ask: `Why |is it called …?`."""
    if word < 2 or not ground.stands_for(word - 1) or not ground.grammar.is_verb(ground.lower[word]):
        return False
    return ground.lower[word - 2] in ground.grammar.passives


def _belongs_to_possessor(ground: Ground, word: int) -> bool:
    """A thing of somebody does it: `Kemp, whose feud threatened to …`."""
    return word > 1 and ground.lower[word - 2] in ground.grammar.possessors and not ground.heads(word - 1)


def _follows_on(ground: Ground, cue: Cue, before: str, *, weak: bool) -> bool:
    """Without a source the verb joins one before it; a weak verb shows by its complementiser that it does."""
    grammar = ground.grammar
    if not weak:
        return cue.glued or before in grammar.coordinators or before in grammar.auxiliaries
    following = ground.lower[cue.last] if cue.last < len(ground.lower) else ""
    return before in grammar.coordinators and following in grammar.introducers


def _only_does(ground: Ground, item: Draft) -> bool:
    """A person who shows or finds something says nothing, unless a clause follows (`she found that …`)."""
    if item.group is None or item.group.act != "reports" or item.cue is None or not _has_pronoun(ground, item.source):
        return False
    ahead = item.cue.last
    return ahead < len(ground.lower) and ground.lower[ahead] not in ground.grammar.complementisers


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
    return ground.stops(ahead) and ground.lower[ahead] not in ground.grammar.introducers


def _has_agent(ground: Ground, word: int) -> bool:
    """The verb is a passive after all: `said by many`."""
    if word >= len(ground.words) or ground.capital(word) or ground.gap(word - 1) != " ":
        return False
    return ground.lower[word] in ground.grammar.agents


def _has_pronoun(ground: Ground, source: Span | None) -> bool:
    """The source is a pronoun: it speaks itself (`he said by phone`)."""
    words = ground.prose.words_in(source) if source else range(0)
    return len(words) == 1 and ground.pronoun(words.start)


def _speaks(ground: Ground, source: Span) -> bool:
    """The phrase can be a source of a verb that means nothing but speech: it has a noun or a name."""
    words = ground.prose.words_in(source)
    if not words or not _is_nominal(ground, words):
        return False
    if _has_head(ground, words, STRONG_REACH) or any(ground.capital(word) for word in words):
        return True
    return _is_agent(ground, words)


def _is_agent(ground: Ground, words: range) -> bool:
    """A noun for people, as its ending shows, with an article or for several (`the grain |handler`, `dog |trainers`)."""
    first, last = ground.lower[words.start], ground.lower[words.stop - 1]
    opens = first in ground.lexicon.article_words or first in ground.grammar.possessive
    several = last.endswith(ground.lexicon.plural_endings) and ground.words[words.stop - 1].islower()
    return (opens or several) and last.endswith(ground.lexicon.agent_endings)


def _closes_quote(ground: Ground, cue: Cue, source: Span) -> bool:
    """Behind a quote or before what introduces content any noun with its article speaks (`“…,” the baker said`)."""
    introduces = cue.last < len(ground.lower) and ground.lower[cue.last] in ground.grammar.introducers
    end = before_space(ground.text, 0, source[0])
    word = ground.prose.words_in(source).start
    opens = ground.lower[word] in ground.lexicon.article_words or ground.lower[word] in ground.grammar.possessive
    return opens and (introduces or (end > 0 and ground.text[end - 1] in DOUBLE))


def _weakly_speaks(ground: Ground, source: Span) -> bool:
    """The phrase can be a source of a verb of many meanings: it begins with a noun for who speaks, or with a name."""
    words = ground.prose.words_in(source)
    if not words or not _is_nominal(ground, words):
        return False
    if _has_head(ground, words, WEAK_REACH):
        return not ground.grammar.head_last or _ends_in_noun(ground, words)
    first = next((word for word in words if ground.lower[word] not in ground.lexicon.article_words), None)
    last = words.stop - 1
    closed = ground.nominal(last) or ground.lower[last].isdigit()
    return first is not None and closed and _is_name(ground, first)


def _tells(ground: Ground, cue: Cue, source: Span) -> bool:
    """What introduces content follows a noun for people and its verb: `dog trainers report that …`."""
    words = ground.prose.words_in(source)
    introduces = not ground.grammar.introducers.isdisjoint(ground.lower[cue.last - 1 : cue.last + 1])
    return introduces and bool(words) and _is_nominal(ground, words) and _is_agent(ground, words)


def _ends_in_noun(ground: Ground, words: range) -> bool:
    """No verb or adjective stands between the noun and the verb (`his colleagues listed several |questions`)."""
    between = [ground.lower[w] for w in words[WEAK_REACH:-1]]
    return ground.nominal(words.stop - 1) or not any(ground.grammar.is_verb(word) for word in between)


def _is_writer(ground: Ground, source: Span) -> bool:
    """Outside quotes `kita`, `we` and `I` mean whoever writes."""
    words = ground.prose.words_in(source)
    return bool(words) and ground.lexicon.own.issuperset(ground.lower[words.start : words.stop])


def _is_companion(ground: Ground, source: Span) -> bool:
    """Somebody takes part in what the verb tells: `komunikasi dengan pemimpin itu menunjukkan …`."""
    words = ground.prose.words_in(source)
    return bool(words) and words.start > 0 and ground.lower[words.start - 1] in ground.grammar.companions


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
    if not opening or ground.words[word].isupper() or ground.repeated(word):
        return True
    return word + 1 < len(ground.words) and ground.name(word) and ground.name(word + 1) and ground.gap(word) == " "
