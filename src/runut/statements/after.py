"""The noun phrase that names a source and stands behind its cue: `kata Menteri Sari Dewanti, Jumat`.

Nothing but the phrase itself tells where it ends: a mark, a small word that stops it, or a verb.
"""

from __future__ import annotations

from runut.statements.ground import LONGEST_SOURCE, Ground
from runut.statements.marks import COMMA, LIST_ENDS

# How far behind a comma the one is looked for that closes an apposition.
APPOSITION_REACH = 16
# A role between two names has at most so many words.
LONGEST_ROLE = 4
# Shorter words that begin like verbs are often adjectives (`medis`, `merah`).
SHORTEST_VERB = 7
# Gaps that show that a phrase is complete.
CLOSERS = frozenset(",.;:—–")
# Gaps that show that capitals were a name.
NAME_ENDS = LIST_ENDS | frozenset(",(")


def source_after(ground: Ground, cue: int, ceiling: int, *, content_follows: bool = False) -> range:
    """Word range of the source that begins at word `cue` and ends before word `ceiling`; empty without one.

    With `content_follows` a small word behind the name is already content (`Kata Sari jalan itu rusak`).
    """
    named = apposed = False
    bare = ground.grammar.head_last and cue < ceiling and ground.lower[cue] in ground.lexicon.article_words
    for at in range(cue, min(ceiling, cue + LONGEST_SOURCE)):
        if (
            (at in ground.barriers and not _dates(ground, cue, at))
            or (at > cue and _gap_ends(ground, cue, at, ceiling))
            or _stops(ground, cue, at)
            or _is_pointed(ground, cue, at)
        ):
            return range(cue, _before_preposition(ground, cue, at))
        if named and not apposed and ground.grammar.prefixes and ground.lower[at] in ground.lexicon.indefinite:
            return range(cue, at)  # `kata Sari |salah satu pengunjung`
        comma = at > cue and ground.marked(at - 1, COMMA)
        apposed = (apposed or comma) and ground.lower[at] not in ground.grammar.relative
        small = named and not apposed and ground.words[at][0].islower()
        noun = bare and at > cue and not content_follows and _is_noun(ground, at)  # `said a Republican |operative`
        if small and not noun and not _prolongs(ground, at, strict=content_follows):
            return range(cue, at)
        # Where verbs do not show by how they begin, any capital closes the phrase before a small word.
        bare = bare and (ground.capital(at) or ground.lower[at] in ground.lexicon.article_words)
        named = named or (ground.name(at) if ground.grammar.prefixes else ground.capital(at))
        if ground.pronoun(at) and not (at + 1 < ceiling and ground.lower[at + 1] in ground.lexicon.determiners):
            return range(cue, at + 1)
    return range(cue, max(cue, min(ceiling, cue + LONGEST_SOURCE)))


def _before_preposition(ground: Ground, cue: int, at: int) -> int:
    """Without a preposition that belongs to what follows (`kata Sari |pada Senin`)."""
    return at - 1 if at - 1 > cue and at in ground.barriers and ground.lower[at - 1] in ground.grammar.inner else at


def closed(ground: Ground, words: range, ceiling: int) -> bool:
    """What follows the phrase shows that it ended: a mark, a stopper, or the end of the clause."""
    ahead = words.stop
    if ahead >= ceiling or ahead in ground.barriers:
        return True
    return ground.marked(ahead - 1, CLOSERS) or ground.stops(ahead) or ground.lower[ahead] in ground.grammar.relative


def may_speak(ground: Ground, words: range) -> bool:
    """The phrase begins with a name, a noun or a pronoun, perhaps behind articles."""
    first = words.start
    while ground.lower[first] in ground.lexicon.article_words and first + 1 < words.stop:
        first += 1
    return ground.capital(first) or ground.heads(first) or ground.lower[first] in ground.lexicon.singular


def _gap_ends(ground: Ground, cue: int, at: int, ceiling: int) -> bool:
    """The source does not reach across what stands before word `at`."""
    if ground.parted(at - 1):
        return True
    return ground.marked(at - 1, COMMA) and not _goes_on(ground, cue, at, ceiling)


def _goes_on(ground: Ground, cue: int, at: int, ceiling: int) -> bool:
    """Whether the phrase goes on behind a comma: a name after a title, or an apposition after a name."""
    lower, lexicon = ground.lower[at], ground.lexicon
    if lower in ground.grammar.stoppers or lower in ground.grammar.relative:
        return False
    if ground.capital(at) and lower not in lexicon.openers:
        leads = _titled(ground, cue, at) or _is_office(ground, cue, at) or _is_owned(ground, cue, at)
        return leads and _name_closed(ground, at, ceiling)
    if not _named(ground, cue, at):
        return False
    apposed = lower in lexicon.titles or (lower in lexicon.article_words and not _sums_up(ground, at, ceiling))
    if lower.isdigit() or (apposed and _comma_ahead(ground, at, ceiling)):
        return True
    # What stands behind content needs no comma at its end: `“…,” said Sari, a former envoy.`
    short = at + APPOSITION_REACH >= ceiling
    return apposed and short and not ground.opens_sentence(cue - 1)


def _sums_up(ground: Ground, at: int, ceiling: int) -> bool:
    """An article, a noun for nobody and `that`: it takes up what was said (`…, according to Sari, a figure that …`)."""
    grammar = ground.grammar
    last = next(
        (w for w in range(at + 1, min(ceiling, at + LONGEST_ROLE)) if ground.lower[w] in grammar.relative), None
    )
    return (
        grammar.head_last
        and last is not None
        and not ground.heads(last - 1)
        and not ground.capital(last - 1)
        and ground.lower[last] in grammar.introducers
    )


def _is_owned(ground: Ground, cue: int, at: int) -> bool:
    """`tulis pengirimnya, |Sari`: a noun with an ending for whose it is, and nothing else, stands before the comma."""
    clitics = ground.grammar.clitics
    return at == cue + 1 and bool(clitics) and ground.lower[cue].endswith(clitics) and not ground.capital(cue)


def _titled(ground: Ground, first: int, last: int) -> bool:
    return not ground.lexicon.titles.isdisjoint(ground.lower[first:last])


def _is_office(ground: Ground, first: int, at: int) -> bool:
    """A body or a place stands before the comma, and two words that can only be a name behind it.

    `kata Paguyuban Desa Wanasari, |Sari Dewanti, …`: whoever speaks for it.
    """
    if not ground.grammar.prefixes or at + 1 >= len(ground.words) or ground.gap(at) != " ":
        return False
    office = any(ground.lower[word] in ground.lexicon.role_words for word in range(first, at))
    return office and all(ground.name(word) and ground.words[word].istitle() for word in (at, at + 1))


def _named(ground: Ground, first: int, last: int) -> bool:
    return any(ground.name(word) for word in range(first, last))


def _name_closed(ground: Ground, at: int, ceiling: int) -> bool:
    """The capitals from here on end like a name, not like the beginning of a clause."""
    while at < ceiling and (ground.capital(at) or ground.lower[at] in ground.lexicon.particles):
        if ground.marked(at, NAME_ENDS):
            return True
        at += 1
    return at >= ceiling or ground.lower[at] in ground.grammar.stoppers or at in ground.barriers


def _comma_ahead(ground: Ground, at: int, ceiling: int) -> bool:
    """A comma closes the apposition."""
    return any(ground.marked(word, COMMA) for word in range(at, min(ceiling, at + APPOSITION_REACH)))


def _is_pointed(ground: Ground, cue: int, at: int) -> bool:
    """Where determiners stand behind their noun, the phrase ends with one (`tulis akun itu |dilihat kemarin`)."""
    pointed = at > cue and not ground.grammar.head_last and ground.lower[at - 1] in ground.lexicon.determiners
    return pointed and ground.gap(at - 1) == " "


def _dates(ground: Ground, cue: int, at: int) -> bool:
    """A date between an article and its noun belongs to the source (`said an Aug. 19 report`)."""
    while at > cue and at in ground.barriers:
        at -= 1
    return at >= cue and ground.lower[at] in ground.lexicon.article_words


def _stops(ground: Ground, cue: int, at: int) -> bool:
    """A small word behind which the source does not go on."""
    lower, lexicon = ground.lower[at], ground.lexicon
    if at > cue and not ground.capital(at) and (lower in ground.grammar.finite or _is_predicate(ground, cue, at)):
        return True
    if lower not in ground.grammar.stoppers:
        return False
    if ground.capital(at) and at > cue and ground.lower[at - 1] in lexicon.genders:
        return False  # a surname that is a small word too: `Joseph Were`
    if lower in ground.grammar.agents and at > cue and _is_made(ground, at - 1):
        return False  # `data released by the bureau`, `a review by the Post`
    ahead = at + 1
    if at == cue or lower not in ground.grammar.inner or ahead >= len(ground.words):
        return True
    described = ground.heads(cue) and not _named(ground, cue, at)  # `dokter spesialis mata |dari RS Arunika`
    if not (ground.nominal(at - 1) or (described and bool(ground.grammar.prefixes))):
        return True
    # “juru bicara di Kementerian …”: a place within a description that has no name yet.
    if ground.lower[at - 1] not in lexicon.heads and _named(ground, cue, at):
        return not _is_body_of(ground, at)
    is_site = "." in ground.words[ahead]  # `data dari |bps.go.id`
    return not (is_site or ground.capital(ahead) or ground.lower[ahead] in lexicon.article_words)


def _is_body_of(ground: Ground, at: int) -> bool:
    """The preposition stands within a body's name, whose holder of an office follows (`Cooks |of Arun chief Rini`)."""
    if not ground.grammar.head_last:
        return False
    for word in range(at + 1, min(len(ground.words) - 1, at + 1 + LONGEST_ROLE)):
        if ground.gap(word) != " ":
            return False
        if not ground.capital(word):
            return word > at + 1 and ground.lower[word] in ground.lexicon.titles and ground.name(word + 1)
    return False


def _is_made(ground: Ground, word: int) -> bool:
    """What is told before an agent: what was done, or a document."""
    return ground.grammar.is_verb(ground.lower[word]) or ground.lower[word] in ground.lexicon.documents


def _is_predicate(ground: Ground, cue: int, at: int) -> bool:
    """A verb behind a noun that can speak by itself (`menurut polisi |menjadi korban`)."""
    lower, grammar = ground.lower[at], ground.grammar
    active = bool(grammar.prefixes) and lower.startswith(grammar.prefixes[0]) and len(lower) >= SHORTEST_VERB
    return (
        active and not (ground.nominal(at) or ground.capital(at)) and all(ground.heads(word) for word in range(cue, at))
    )


def _prolongs(ground: Ground, at: int, *, strict: bool) -> bool:
    """A small word behind a name that still belongs to the source."""
    lower, lexicon, grammar = ground.lower[at], ground.lexicon, ground.grammar
    if lower in lexicon.particles or lower in lexicon.titles or ground.marked(at - 1, COMMA):
        return True
    if strict:
        return False
    if grammar.prefixes:
        return not lower.startswith(grammar.prefixes) or ground.nominal(at)
    if lower in grammar.joiners or (ground.nominal(at) and lower not in lexicon.article_words):
        return True
    return _leads_to_name(ground, at) or _leads_to_title(ground, at)


def _leads_to_name(ground: Ground, at: int) -> bool:
    """A few small nouns stand between a name and another (`Democratic |pollster Celinda Lake`)."""
    for word in range(at, min(len(ground.words) - 1, at + LONGEST_ROLE)):
        if ground.capital(word):
            return ground.name(word)
        if not _is_noun(ground, word) or ground.gap(word) != " ":
            return False
    return False


def _leads_to_title(ground: Ground, at: int) -> bool:
    """A small noun stands between a body's name and a calling (`a WHO |field officer`)."""
    for word in range(at, min(len(ground.words), at + LONGEST_ROLE)):
        if ground.lower[word] in ground.lexicon.titles:
            return ground.grammar.head_last and word > at
        owned = ground.lower[word] in ground.grammar.possessive
        if owned or not _is_noun(ground, word) or ground.capital(word) or ground.gap(word) != " ":
            return False
    return False


def _is_noun(ground: Ground, word: int) -> bool:
    """A small word that is neither preposition nor verb nor adverb, as far as that can be told."""
    lower, grammar = ground.lower[word], ground.grammar
    if ground.opens(word) or ground.stops(word) or lower in grammar.finite or lower in grammar.auxiliaries:
        return False
    return lower not in grammar.relative and not grammar.is_verb(lower) and lower not in ground.lexicon.article_words
