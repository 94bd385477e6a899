"""What a language pack says of sources and cues, arranged for look-ups by word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from runut.languages import Pack
from runut.people import lexicon

# The first complementisers of a pack introduce content and nothing else (*bahwa*, *that*).
PLAIN = 2


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """The words of one language around sources, cues and content, all in lower case."""

    nominal: frozenset[str]
    """Nouns for people, bodies and documents, pronouns, and what stands with them (*tersebut*, *seorang*)."""
    heads: frozenset[str]
    """Words by which a phrase can be a source: nouns, pronouns, and openers such as *seorang*."""
    pronouns: frozenset[str]
    """For one person and for several, not for things."""
    articles: frozenset[str]
    """Words that open a noun phrase (*the*, *seorang*)."""
    stoppers: frozenset[str]
    auxiliaries: frozenset[str]
    relative: frozenset[str]
    personal: frozenset[str]
    """Those relative words that stand for people (*who*)."""
    inner: frozenset[str]
    prepositions: frozenset[str]
    joiners: frozenset[str]
    possessive: frozenset[str]
    breakers: frozenset[str]
    """Words that no source reaches across (*bahwa*, *karena*)."""
    complementisers: frozenset[str]
    introducers: frozenset[str]
    """Complementisers that are nothing else."""
    markers: frozenset[str]
    topics: frozenset[str]
    future: frozenset[str]
    containers: frozenset[str]
    contacting: frozenset[str]
    differing: frozenset[str]
    emphases: frozenset[str]
    givers: frozenset[str]
    agents: frozenset[str]
    coordinators: frozenset[str]
    joints: frozenset[str]
    """Where one clause ends and another begins: coordinators and breaks."""
    leads: frozenset[str]
    """Breaks that lead up to the main clause (*while*), not coordinators, nor contrasts (*but*)."""
    adverbs: frozenset[str]
    """Auxiliaries and negations, which may stand between a joint and its cue."""
    muting: frozenset[str]
    """Words before a verb by which nobody says anything (*untuk mengatakan*, *was described*, *the claim*)."""
    passives: frozenset[str]
    demonstratives: frozenset[str]
    """Words that stand for the content before an inverted cue (*demikian kata Sari*)."""
    pointers: tuple[str, ...]
    reports: tuple[str, ...]
    finite: frozenset[str]
    verbal: frozenset[str]
    prefixes: tuple[str, ...]
    """How verbs begin; empty where that does not tell them."""
    suffixes: tuple[str, ...]
    past: frozenset[str]
    present: tuple[str, ...]
    """How verbs end that tell what one person does."""
    adverbial: tuple[str, ...]
    clitics: tuple[str, ...]
    """Endings that point to the source (`-nya`)."""
    possessors: frozenset[str]
    companions: frozenset[str]
    clausal: frozenset[str]
    reasons: frozenset[str]
    """Breaks that tell why or when, behind which no marker belongs to a request before them."""
    existential: frozenset[str]
    limiters: frozenset[str]
    attendants: frozenset[str]
    """Words before a second verb of the same subject (*seraya*)."""
    absolutes: frozenset[str]
    participles: tuple[str, ...]
    questions: frozenset[str]
    counting: frozenset[str]
    """Cues by which nothing is said where an amount follows."""
    weekdays: frozenset[str]
    recounted: frozenset[str]
    """Cues by which somebody tells in a quote what they said themselves."""
    inverts: bool
    head_last: bool
    """A noun stands behind the nouns that tell which (*administration official*)."""

    def is_verb(self, lower: str) -> bool:
        """True for a word that begins or ends like a verb; some nouns do, too."""
        return lower.startswith(self.prefixes) or lower.endswith(self.suffixes) or lower in self.past


@cache
def grammar(pack: Pack) -> Grammar:
    """The grammar of a pack, made once."""
    words, cues, nouns = pack.sources, pack.cues, lexicon(pack)
    auxiliaries, coordinators = frozenset(words.auxiliaries), frozenset(cues.coordinators)
    return Grammar(
        nominal=nouns.heads | nouns.pronouns | nouns.determiners | nouns.indefinite | nouns.role_words,
        heads=nouns.heads | nouns.pronouns | nouns.media | nouns.indefinite,
        pronouns=nouns.singular | nouns.plural,
        articles=nouns.article_words | nouns.indefinite,
        stoppers=frozenset(words.stoppers),
        auxiliaries=auxiliaries,
        relative=frozenset(words.relative),
        personal=frozenset(words.personal),
        inner=frozenset(words.inner),
        prepositions=frozenset((*words.prepositions, *words.inner, *cues.agents, *cues.markers)).difference(
            cues.complementisers
        ),
        joiners=frozenset(words.joiners),
        possessive=frozenset(words.possessive),
        breakers=_breakers(pack),
        complementisers=frozenset(cues.complementisers),
        introducers=frozenset(cues.complementisers[:PLAIN]),
        markers=frozenset(cues.markers),
        topics=frozenset(cues.topics),
        future=frozenset(cues.future),
        containers=frozenset(cues.containers),
        contacting=frozenset(cues.contacting),
        differing=frozenset(cues.differing),
        emphases=frozenset(cues.emphases),
        givers=frozenset(cues.givers),
        agents=frozenset(cues.agents),
        coordinators=coordinators,
        joints=coordinators.union(cues.breaks),
        leads=frozenset(cues.breaks).difference(words.joiners, cues.absolutes, cues.contrasts),
        adverbs=auxiliaries.union(cues.negations),
        muting=nouns.article_words.union(cues.unasserted, cues.passives, words.possessive if _head_last(pack) else ()),
        passives=frozenset(cues.passives),
        demonstratives=_demonstratives(pack),
        pointers=cues.pointers,
        reports=cues.reports,
        finite=frozenset(cues.finite),
        verbal=frozenset((*cues.verbal, *cues.complementisers)),
        prefixes=cues.verbal_prefixes,
        suffixes=cues.verbal_suffixes,
        past=frozenset(cues.past_forms),
        present=cues.present_suffixes,
        adverbial=cues.adverbial_suffixes,
        clitics=cues.absent,
        possessors=frozenset(cues.possessors),
        companions=frozenset(cues.companions),
        clausal=frozenset(cues.clausal),
        reasons=frozenset(cues.breaks).difference(words.joiners, cues.coordinators, words.relative, cues.markers)
        if cues.verbal_prefixes
        else frozenset(),
        existential=frozenset(cues.existential),
        limiters=frozenset(cues.limiters),
        attendants=frozenset(cues.attendants),
        absolutes=frozenset(cues.absolutes),
        participles=cues.participles,
        questions=frozenset(cues.questions),
        counting=frozenset(cues.counting),
        weekdays=frozenset(pack.dates.weekdays),
        recounted=frozenset(cues.recounted),
        inverts=cues.inverts,
        head_last=pack.credits.head_last,
    )


def _head_last(pack: Pack) -> bool:
    return pack.credits.head_last


def _breakers(pack: Pack) -> frozenset[str]:
    """Words no source reaches across; those that may also stand in a source do not count."""
    sources, cues = pack.sources, pack.cues
    inside = frozenset((*sources.joiners, *sources.relative, *sources.inner))
    outside = frozenset((*cues.complementisers, *cues.breaks, *cues.markers))
    return (outside - inside).union(cues.complementisers[:PLAIN])


def _demonstratives(pack: Pack) -> frozenset[str]:
    """They open the inverted cues of several words (*demikian kata*)."""
    phrases = (phrase.split() for group in pack.cues.cue if group.frame == "inverted" for phrase in group.words)
    return frozenset(words[0] for words in phrases if len(words) > 1)
