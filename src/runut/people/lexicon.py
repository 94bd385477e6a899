"""What the words of a mention are: title, rank, part of a role, place, group, document."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import cache

from runut.languages import Pack
from runut.languages.sources import Sources
from runut.names.ordinary import small

# By how many of its last letters a function word glued to a name is first looked for.
TAIL = 3
# Shorter words with such an ending are names as well (`Sonya`, `Kenya`).
SHORTEST_CLINGING = 7
# Shorter words with such a beginning and end are names as well (`Kenan`).
SHORTEST_ABSTRACT = 8
# Shorter words that begin so are often none (`meja`).
SHORTEST_VERB = 6
# Endings of a possessor. Names of English spelling carry them into texts of any language (*McDonald's*).
POSSESSIVE = ("’s", "'s", "‘s")


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The source words of one pack as sets, all in lower case."""

    titles: frozenset[str]
    ranks: frozenset[str]
    role_words: frozenset[str]
    particles: frozenset[str]
    places: frozenset[str]
    """Places of one word."""
    place_pairs: frozenset[tuple[str, str]]
    """Neighbouring words of longer places."""
    place_parts: frozenset[str]
    """Words of longer places."""
    groups: frozenset[str]
    organisations: frozenset[str]
    documents: frozenset[str]
    seen: frozenset[str]
    media: frozenset[str]
    unnamed: frozenset[str]
    leaders: frozenset[str]
    """Titles by which the holders of other offices are meant."""
    wider: dict[str, frozenset[str]]
    """By a noun for people of several offices, the words of those (*lawmaker*: *senator*)."""
    anonymous: frozenset[str]
    """Nouns for those whom a text never names."""
    indefinite: frozenset[str]
    singular: frozenset[str]
    plural: frozenset[str]
    neuter: frozenset[str]
    own: frozenset[str]
    mine: frozenset[str]
    """Words by which somebody says that a noun is theirs."""
    joiners: frozenset[str]
    people: frozenset[str]
    """Nouns for people, first names and forms of address that tell of gender among them."""
    clitics: tuple[str, ...]
    """Endings by which a noun tells whose it is (`-nya`)."""
    hyphened: tuple[str, ...]
    """The same behind a hyphen (`YouTube-nya`)."""
    landmarks: frozenset[str]
    """Nouns before the name of a place."""
    bearers: frozenset[str]
    """Nouns for things with a name of their own."""
    active: tuple[str, ...]
    verbal: tuple[str, ...]
    addressing: frozenset[str]
    linking: frozenset[str]
    locatives: frozenset[str]
    toward: frozenset[str]
    residents: frozenset[str]
    """Nouns for those who live somewhere."""
    starters: frozenset[str]
    """Words that begin a person's name."""
    clubs: frozenset[str]
    crowned: frozenset[str]
    given: frozenset[str]
    borne: frozenset[str]
    """Role words that people are called by as well."""
    utterances: frozenset[str]
    """Nouns for words that somebody gave."""
    present: frozenset[str]
    """Pronouns for who speaks and who hears; outside quotes, for who writes and who reads."""
    determiners: frozenset[str]
    openers: frozenset[str]
    heads: frozenset[str]
    """Nouns that can head a source: titles, groups, bodies, documents, the unnamed."""
    pronouns: frozenset[str]
    leading: frozenset[str]
    """Openers, determiners and auxiliaries: words that lead up to a source and are no part of it."""
    callings: frozenset[str]
    """Titles and ranks."""
    inner: frozenset[str]
    """Prepositions that may stand within a role or a description."""
    abbreviations: frozenset[str]
    """Ranks and other words that are written with a full stop inside a name or a title."""
    nameless: frozenset[str]
    """Words that, though capitalised, are no part of a person's name: of roles, ranks, bodies and places."""
    function_words: frozenset[str]
    """Words that may begin a sentence with a capital without being a name."""
    months: frozenset[str]
    ordinary: frozenset[str]
    """Words whose capital, where a sentence begins, tells of no name (`Perubahan |Sari Dewanti`)."""
    telling: frozenset[str]
    """Words that tell of whom a name is, or that belong to one."""
    circumfixes: tuple[tuple[str, str], ...]
    cue_words: frozenset[str]
    """Words by which somebody says something."""
    tails: frozenset[str]
    """The last `TAIL` letters of function words."""
    short_titles: dict[str, str]
    short_organisations: dict[str, str]
    article_words: frozenset[str]
    epithets: tuple[str, ...]
    agent_endings: tuple[str, ...]
    plural_endings: tuple[str, ...]
    abstract_endings: tuple[str, ...]
    interviewers: frozenset[str]
    several: frozenset[str]
    partial: frozenset[str]
    """Words that alone mean some of those who were just named (*one*, *many*)."""
    pet_names: tuple[str, ...]
    nicknames: tuple[str, ...]
    alternatives: tuple[str, ...]
    called: dict[str, str]
    """By what texts call some bodies for a change, their short forms."""
    bare_kinds: frozenset[str]
    """Nouns that mean a body named before even without a determiner."""
    private: frozenset[str]
    """Nouns for a body that is no part of the state."""
    public: frozenset[str]
    """Words in the names of bodies of the state."""
    generic: frozenset[str]
    """Nouns by which a body of any name is called again; empty where all for bodies are."""
    generations: frozenset[str]
    lesser: frozenset[str]
    deputies: frozenset[str]
    """Lesser words by which somebody else is meant at any time (*vice*)."""
    relations: frozenset[str]
    """Nouns for somebody by whom they are related to."""
    genders: dict[str, str]
    """By word, the pronoun of whoever it is used for; empty where pronouns tell nothing of gender."""

    def leads_up(self, lower: str) -> bool:
        """A word whose capital, where a sentence begins, tells of no name (`Perubahan |Sari`, `Kedatangan |Sari`)."""
        return lower in self.ordinary or (lower not in self.telling and self._is_abstract(lower))

    def _is_abstract(self, lower: str) -> bool:
        return len(lower) >= SHORTEST_ABSTRACT and any(
            lower.startswith(first) and lower.endswith(last) for first, last in self.circumfixes
        )

    def is_verb(self, lower: str) -> bool:
        """A longer word that begins like a verb and is known as none for people, bodies or offices."""
        known = lower in self.nameless or lower in self.heads
        return len(lower) >= SHORTEST_VERB and lower.startswith(self.verbal) and not known

    def clings(self, lower: str) -> bool:
        """A word with such an ending, which where a sentence begins is an adverb rather than a name (*pokoknya*)."""
        return len(lower) >= SHORTEST_CLINGING and lower.endswith(self.clitics)

    def owned(self, lower: str) -> bool:
        """A noun that can head a source, with an ending for whose it is (*perusahaannya*)."""
        return any(noun in self.heads for noun in self.without_owner(lower))

    def without_owner(self, lower: str) -> list[str]:
        """The word without an ending for whose it is, by each that it may have (*stafnya*: *staf*)."""
        return [lower.removesuffix(end) for end in self.clitics if lower.endswith(end)]

    def is_place(self, words: tuple[str, ...]) -> bool:
        """True when these words, in lower case, are all parts of places."""
        if self.places.issuperset(words):
            return True
        return len(words) > 1 and self.place_pairs.issuperset(itertools.pairwise(words))


def bare(name: str) -> str:
    """A word or name without the ending of a possessor: `Sari's` gives `Sari`."""
    return name[:-2] if name.endswith(POSSESSIVE) else name


def bare_words(words: tuple[str, ...]) -> frozenset[str]:
    """The words of a name likewise; written out, because it is asked of every mention."""
    return frozenset([word[:-2] if word.endswith(POSSESSIVE) else word for word in words])


@cache
def lexicon(pack: Pack) -> Lexicon:
    """The lexicon of a pack, made once."""
    words = pack.sources
    places = [tuple(name.lower().split()) for name in pack.places.names]
    alone = tuple(name[0] for name in places if len(name) == 1)
    function_words = _function_words(pack)
    telling = _telling(words, alone)
    return Lexicon(
        titles=frozenset(words.titles),
        ranks=frozenset(words.ranks),
        role_words=frozenset(words.role_words),
        particles=frozenset(words.particles),
        places=frozenset(alone),
        place_pairs=frozenset(pair for name in places for pair in itertools.pairwise(name)),
        place_parts=_joined(*(name for name in places if len(name) > 1)),
        groups=frozenset(words.groups),
        organisations=frozenset(words.organisations),
        documents=frozenset(words.documents),
        seen=frozenset(words.seen),
        media=frozenset(words.media),
        unnamed=frozenset(words.unnamed),
        leaders=frozenset(words.leaders),
        wider={noun: frozenset(offices) for noun, offices in words.wider.items()},
        anonymous=frozenset(words.anonymous),
        indefinite=frozenset(words.indefinite),
        singular=frozenset(words.singular),
        plural=frozenset(words.plural),
        neuter=frozenset(words.neuter),
        own=frozenset(words.own),
        mine=frozenset(words.mine),
        joiners=frozenset(words.joiners),
        people=_joined(words.unnamed, words.titles, words.groups, words.relations, *words.genders.values()),
        clitics=pack.cues.absent,
        hyphened=tuple([f"-{ending}" for ending in pack.cues.absent]),
        landmarks=frozenset(words.landmarks),
        bearers=frozenset(words.bearers),
        active=words.active,
        verbal=words.verbal,
        addressing=frozenset(words.addressing),
        linking=frozenset(words.linking),
        locatives=frozenset(words.locatives),
        toward=frozenset(words.toward),
        residents=frozenset(words.residents),
        starters=frozenset(words.starters),
        clubs=frozenset(words.clubs),
        crowned=frozenset(words.crowned),
        given=frozenset(words.given),
        borne=frozenset(words.borne),
        utterances=frozenset(words.utterances),
        present=frozenset((*words.own, *words.hearers)),
        determiners=frozenset(words.determiners),
        openers=frozenset(words.openers),
        heads=_joined(words.titles, words.groups, words.organisations, words.documents, words.unnamed),
        pronouns=_joined(words.singular, words.plural, words.neuter, words.own),
        leading=_joined(words.openers, words.determiners, words.auxiliaries),
        callings=_joined(words.titles, words.ranks),
        inner=_joined(words.inner, words.article_words),
        abbreviations=_joined(words.ranks, pack.about.abbreviations),
        nameless=_joined(
            words.role_words,
            words.titles,
            words.ranks,
            words.organisations,
            tuple(words.short_titles),
            tuple(words.short_organisations),
            alone,
        ),
        function_words=function_words,
        ordinary=frozenset() if words.genders else small() - telling,
        months=frozenset(pack.dates.months),
        cue_words=_cue_words(pack),
        telling=telling,
        circumfixes=words.circumfixes,
        tails=frozenset(word[-TAIL:] for word in function_words if len(word) >= TAIL),
        short_titles=words.short_titles,
        short_organisations=words.short_organisations,
        article_words=frozenset(words.article_words),
        epithets=words.epithets,
        agent_endings=words.agent_endings,
        plural_endings=words.plural_endings,
        abstract_endings=words.abstract_endings,
        interviewers=frozenset(words.interviewers),
        several=frozenset(words.several),
        partial=frozenset(words.partial),
        pet_names=words.pet_names,
        nicknames=words.nicknames,
        alternatives=words.alternatives,
        called=words.called,
        bare_kinds=frozenset(words.bare_kinds),
        private=frozenset(words.private),
        public=frozenset(words.public),
        generic=frozenset(words.generic),
        generations=frozenset(words.generations),
        lesser=frozenset(words.lesser),
        deputies=frozenset(words.lesser).difference(words.past),
        relations=frozenset(words.relations),
        genders=_genders(words),
    )


def _telling(words: Sources, places: tuple[str, ...]) -> frozenset[str]:
    who = _joined(words.titles, words.ranks, words.groups, words.organisations, words.unnamed, words.relations)
    what = _joined(words.role_words, words.documents, words.media, words.landmarks, words.bearers, words.residents)
    return who | what | _joined(words.starters, words.borne, places)


def _genders(words: Sources) -> dict[str, str]:
    """Which pronoun each noun and first name calls for; what is said of a word itself goes before the long lists."""
    names = {name: pronoun for pronoun, listed in words.first_names.items() for name in listed.split()}
    return names | {word: pronoun for pronoun, forms in words.genders.items() for word in forms}


def _joined(*lists: tuple[str, ...]) -> frozenset[str]:
    return frozenset(itertools.chain.from_iterable(lists))


def _function_words(pack: Pack) -> frozenset[str]:
    words, cues = pack.sources, pack.cues
    lists = (words.singular, words.plural, words.neuter, words.own, words.possessive, words.determiners)
    more = (words.openers, words.stoppers, words.auxiliaries, words.relative, words.indefinite, words.article_words)
    last = (cues.complementisers, cues.markers, cues.coordinators, cues.breaks, cues.negations)
    days = frozenset() if words.genders else pack.dates.weekdays.keys()  # `Budi Hartono di Losari, Rabu, mengatakan`
    return frozenset(word for part in (*lists, *more, *last) for word in part) | _cue_words(pack) | days


def _cue_words(pack: Pack) -> frozenset[str]:
    return frozenset(word for group in pack.cues.cue for phrase in group.words for word in phrase.split())
