"""From the mentions of a text to its cast."""

from __future__ import annotations

from collections import Counter, defaultdict

from runut.people.acronyms import joined_by_acronym
from runut.people.blends import joined_by_blend
from runut.people.bracketed import joined_by_alias
from runut.people.cast import Cast
from runut.people.kinds import is_party
from runut.people.lexicon import Lexicon, bare
from runut.people.mentions import Mention, find_mentions
from runut.people.nicknames import joined_by_nickname
from runut.people.register import Register
from runut.text import Prose

# A name of as many words keeps its first one, which may be a first name that is left out elsewhere.
FEWEST_WHOLE = 2
# A name has at least so many letters where what is glued to it, of at least so many, shows only by its standing alone.
SHORTEST_NAME, SHORTEST_GLUE = 4, 4
# A surname that stands alone so often is a name by itself, whatever capitals follow it once.
FEWEST_ALONE = 2


def gather(prose: Prose, lexicon: Lexicon, barriers: frozenset[int] = frozenset()) -> Cast:
    """Find who appears in a text; short mentions join the fullest one that holds all their words.

    `barriers` are indices of words that name nobody, such as those of dates.
    """
    mentions = tuple([m for m in find_mentions(prose, lexicon, barriers) if not is_party(prose, m)])
    surnames = {m.lower[-1] for m in mentions if len(m.lower) > 1 and m.lower[0] in lexicon.genders}
    callings = lexicon.callings - surnames
    # One letter alone tells of a party or a vitamin.
    mentions = tuple(
        [m for m in mentions if not callings.issuperset(m.lower) and (len(m.lower) > 1 or len(m.lower[0]) > 1)]
    )
    mentions = _without_glue(_without_openings(prose, lexicon, mentions))
    if lexicon.genders:
        mentions = _without_headlines(lexicon, mentions)
    register = Register(prose, lexicon, _addressed(lexicon, mentions))
    for mention in sorted(mentions, key=lambda m: (len(m.words), m.titled), reverse=True):
        register.admit(mention)
    members = joined_by_nickname(prose, lexicon, joined_by_alias(register.members))
    members = joined_by_acronym(prose.text, joined_by_blend(lexicon, members))
    for member in members:
        member.mentions.sort()
    return Cast.of(sorted(members, key=lambda m: m.first), lexicon)


def _without_openings(prose: Prose, lexicon: Lexicon, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Names without the word that opens their sentence, if they stand elsewhere without it (`Sukses |Sari Dewanti`)."""
    openings = {sentence.start for sentence in prose.sentences}
    whole = {m.lower for m in mentions if m.span[0] not in openings}
    return tuple(
        [_shortened(prose, lexicon, m) if m.span[0] in openings and m.lower[1:] in whole else m for m in mentions]
    )


def _shortened(prose: Prose, lexicon: Lexicon, mention: Mention) -> Mention:
    kin = not lexicon.genders and mention.lower[0] in lexicon.relations  # `Sahabat |Sari`
    if len(mention.lower) <= FEWEST_WHOLE and not kin:
        return mention
    second = prose.words_in(mention.span)[1]
    span = prose.starts[second], mention.span[1]
    return Mention(span, mention.words[1:], mention.lower[1:], mention.role, mention.rank, mention.titled)


def _without_glue(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Names without what is glued to their end, if they stand elsewhere without it (`Raka Pratama|sepulangnya`)."""
    ends: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for mention in mentions:
        if len(mention.lower) >= FEWEST_WHOLE:
            ends[mention.lower[:-1]].add(mention.lower[-1])
    return tuple([_unglued(m, ends[m.lower[:-1]]) if len(ends.get(m.lower[:-1], ())) > 1 else m for m in mentions])


def _unglued(mention: Mention, ends: set[str]) -> Mention:
    last = mention.lower[-1]
    whole = [end for end in ends if len(end) >= SHORTEST_NAME and len(last) - len(end) >= SHORTEST_GLUE]
    end = max((end for end in whole if last.startswith(end)), key=len, default="")
    cut = len(last) - len(end)
    if not end or not mention.words[-1][len(end) :].islower():
        return mention
    words = (*mention.words[:-1], mention.words[-1][: len(end)])
    span = mention.span[0], mention.span[1] - cut
    return Mention(span, words, (*mention.lower[:-1], end), mention.role, mention.rank, mention.titled)


def _without_headlines(lexicon: Lexicon, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Names without the capitals of a headline behind them, if they stand elsewhere alone (`Rini Moss |Scolds`)."""
    times = Counter(m.lower for m in mentions)
    return tuple([_cut(m, _length(lexicon, m, times)) for m in mentions])


def _length(lexicon: Lexicon, mention: Mention, times: Counter[tuple[str, ...]]) -> int:
    """How many words of a mention are the name."""
    lower, whole = mention.lower, len(mention.lower)
    if whole <= FEWEST_WHOLE or times[lower] > 1 or not lexicon.generations.isdisjoint(lower):
        return whole
    if lower[0] in lexicon.genders:
        return next((end for end in range(whole - 1, 1, -1) if times[lower[:end]]), whole)
    plain = mention.role is None and not mention.titled and lexicon.nameless.isdisjoint(lower)
    return 1 if plain and times[lower[:1]] >= FEWEST_ALONE else whole


def _cut(mention: Mention, length: int) -> Mention:
    if length == len(mention.words):
        return mention
    words = mention.words[:length]
    span = mention.span[0], mention.span[0] + len(" ".join(words))
    return Mention(span, words, mention.lower[:length], mention.role, mention.rank, mention.titled)


def _addressed(lexicon: Lexicon, mentions: tuple[Mention, ...]) -> dict[str, str]:
    """The pronoun of each surname that a form of address tells of, where all tell the same."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.rank in lexicon.genders:
            found[bare(mention.lower[-1])].add(lexicon.genders[mention.rank])
    return {surname: pronouns.pop() for surname, pronouns in found.items() if len(pronouns) == 1}
