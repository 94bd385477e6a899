"""What one more word to the left does to the source phrase that is being read before a cue."""

from __future__ import annotations

from enum import Enum, auto

from runut.people import PARTY, POSSESSIVE
from runut.statements.ground import Ground
from runut.statements.marks import COMMA, DOUBLE, LIST_ENDS, PART_ENDS

# How far to the left of a name, a preposition or a comma a word is looked for that shows whether the phrase goes on.
TITLE_REACH = 24
HEAD_REACH = 10
APPOSITION_REACH = 8
# A participle stands so near behind its subject (`with Senator Moss of New Jersey saying`).
ABSOLUTE_REACH = 5
# A full name has at least so many words.
FEWEST_NAMES = 2
# A name of more words is none.
LONGEST_NAME = 6


class Step(Enum):
    """What a word does to the phrase right of it."""

    TAKE = auto()
    """It belongs to the phrase."""
    STOP = auto()
    """It does not: the phrase begins behind it."""
    OVER = auto()
    """With the phrase it only hangs on the source, which ends before it."""
    PAST = auto()
    """The phrase only hangs on the source, which may end with this word."""


def step(ground: Ground, word: int, begin: int, end: int, floor: int) -> Step:
    """What `word` does to the phrase of the words [begin, end) that follows it."""
    lower, grammar = ground.lower[word], ground.grammar
    if word in ground.barriers and ground.marked(word, COMMA) and _is_whole(ground, begin, end):
        return Step.STOP  # `… on Monday, |a lawyer said`
    if word in ground.barriers and not ground.marked(word, DOUBLE):
        return _read_over(ground, word) if ground.opens(begin) else Step.TAKE
    pointing = lower in ground.lexicon.determiners and word > floor and ground.marked(word - 1, DOUBLE)
    if ground.parted(word) or (lower in grammar.relative and not pointing and _has_subject(ground, begin)):
        return Step.STOP
    if pointing:
        return Step.TAKE  # `“…,” that post said`
    if ground.marked(word, COMMA):
        return _across_comma(ground, word, begin, end, floor)
    if _is_present(ground, word, begin, floor) or _completes(ground, word, floor) or _links(ground, word, floor):
        return Step.TAKE
    if lower in grammar.breakers:
        return Step.OVER if _hangs(ground, word, begin, end, floor) else Step.STOP
    return Step.OVER if _is_predicate(ground, word, floor) else _at_small(ground, word, begin, end, floor)


def _is_whole(ground: Ground, begin: int, end: int) -> bool:
    """The phrase can be a source by itself."""
    if ground.grammar.head_last:
        return begin < end - 1 or (begin < end and ground.heads(begin))
    return begin < end and not ground.opens(begin) and (ground.capital(begin) or ground.heads(begin))


def _begins(ground: Ground, word: int, begin: int) -> bool:
    """The phrase begins with its article, unless a preposition, a joiner or a number leads up to that."""
    if not ground.grammar.head_last or ground.lower[begin] not in ground.lexicon.article_words:
        return False
    lower = ground.lower[word]
    leads = ground.opens(word) or lower in ground.grammar.joiners or lower in ground.grammar.breakers
    return not (leads or lower in ground.lexicon.indefinite or ground.capital(word) or lower in ground.grammar.finite)


def _at_small(ground: Ground, word: int, begin: int, end: int, floor: int) -> Step:
    """A word that joins, opens, or is simply one more of the phrase."""
    if ground.lower[word - 1].isdigit() and ground.lower[begin].isdigit() and word > floor:
        return Step.TAKE  # `seven in ten`, written in figures
    if ground.grammar.prefixes and word > floor and ground.lower[word - 1].isdigit():
        return Step.TAKE  # `pemain berusia 32 |tahun itu`
    if ground.lower[word] in ground.grammar.joiners:
        parted = word > floor and ground.marked(word - 1, COMMA) and _opens_clause(ground, word, begin, floor)
        return Step.TAKE if word > floor and not parted and _joins(ground, word - 1, begin, end) else Step.STOP
    adjective = ground.grammar.head_last and word > floor and ground.lower[word - 1] in ground.lexicon.article_words
    if not ground.opens(word) or adjective:  # `an |earlier report`
        return Step.STOP if _begins(ground, word, begin) else Step.TAKE
    if _is_whose(ground, word, begin, end):
        return Step.TAKE
    if _is_absolute(ground, word, end):
        return Step.STOP
    return Step.TAKE if _leads_to_name(ground, word, begin, end, floor) else _at_opener(ground, word, floor)


def _opens_clause(ground: Ground, word: int, begin: int, floor: int) -> bool:
    """What joins behind a comma joins clauses (`… in Arun, |and officials said`), unless it closes a list of names."""
    if not ground.capital(word - 1):
        return True
    if not ground.grammar.head_last or ground.capital(begin):
        return False
    before = range(max(floor, word - LONGEST_NAME), word - 1)
    return not any(ground.marked(at, COMMA) and ground.capital(at) for at in before)


def _leads_to_name(ground: Ground, word: int, begin: int, end: int, floor: int) -> bool:
    """`Kepala misi Arunika |di Losari, Sari Dewanti,`: an office goes on to the comma before whoever holds it."""
    if not ground.grammar.prefixes or word <= floor or ground.marked(word - 1, COMMA):
        return False
    comma = next((w for w in range(begin, end - 1) if ground.marked(w, COMMA)), None)
    if comma is None or ground.lower[word] not in ground.lexicon.inner:
        return False
    named = _is_name_like(ground, comma + 1, end) and ground.name(end - 1)
    return named and _title_left(ground, word - 1, floor)


def _is_whose(ground: Ground, word: int, begin: int, end: int) -> bool:
    """`Master Bakers |of Arunika’s chief economist, Sari, said`: whose office it is that stands before the name."""
    if ground.lower[word] not in ground.grammar.inner or not ground.lower[begin].endswith(POSSESSIVE):
        return False
    return any(ground.lower[w] in ground.lexicon.titles and ground.name(w + 1) for w in range(begin, end - 1))


def _is_absolute(ground: Ground, word: int, end: int) -> bool:
    """`…, with experts in Perth warning that …`: the participle has a subject of its own."""
    if ground.lower[word] not in ground.grammar.absolutes:
        return False
    following = (w for w in range(end, min(len(ground.lower), end + ABSOLUTE_REACH)) if not ground.capital(w))
    verb = next((w for w in following if ground.lower[w] not in ground.grammar.inner), None)
    return verb is not None and ground.lower[verb].endswith(ground.grammar.participles)


def _has_subject(ground: Ground, begin: int) -> bool:
    """`…, which Moscow blamed on …`: the relative word is an object, as the phrase behind it shows."""
    if not ground.grammar.inverts:
        return False
    return ground.nominal(begin) or ground.lower[begin] in ground.lexicon.article_words


def _read_over(ground: Ground, word: int) -> Step:
    """What hangs on the source begins with this word if it is an opener, else behind it."""
    return Step.OVER if ground.opens(word) else Step.PAST


def _is_present(ground: Ground, word: int, begin: int, floor: int) -> bool:
    """`pejabat saat ini dan mantan pejabat`: behind a small noun `saat ini` says which, where determiners follow."""
    if word <= floor or not ground.grammar.prefixes or not ground.opens(word):
        return False
    noun = ground.nominal(word - 1) and not ground.capital(word - 1)
    return noun and ground.lower[begin] in ground.lexicon.determiners


def _completes(ground: Ground, word: int, floor: int) -> bool:
    """`sumber yang dekat |dengan Sari`: it belongs to the one word that a relative one opens."""
    if ground.grammar.head_last or word - 3 < floor or not ground.opens(word):
        return False
    plain = not (ground.opens(word - 1) or ground.grammar.is_verb(ground.lower[word - 1]))
    return plain and ground.lower[word - 2] in ground.grammar.relative and ground.heads(word - 3)


def _hangs(ground: Ground, word: int, begin: int, end: int, floor: int) -> bool:
    """`Sari saat ditemui mengatakan`: what hangs on a name is read over; else a clause begins here."""
    if word <= floor or not ground.opens(word) or any(ground.capital(w) for w in range(begin, end)):
        return False
    grammar = ground.grammar
    if grammar.head_last and ground.lower[word] in grammar.joints and ground.lower[word] not in grammar.leads:
        return False  # `Sari left, |but the mayor said …`
    return ground.name(word - 1) or ground.pronoun(word - 1)


def _across_comma(ground: Ground, word: int, begin: int, end: int, floor: int) -> Step:
    """A comma stands within a body's name, before an interlude, between title and name, or before an apposition."""
    if ground.lower[begin] in ground.grammar.relative or _goes_on_listing(ground, word, begin, end):
        return Step.TAKE
    if _is_pointed_at(ground, word, begin, end) or _is_party(ground, begin, end):
        return Step.TAKE
    if ground.opens(begin):
        return _read_over(ground, word)
    if _is_name_like(ground, begin, end) and (
        _title_left(ground, word, floor) or _is_place(ground, word, begin, end) or _is_owned(ground, word)
    ):
        return Step.TAKE
    if _lists(ground, word, begin, end) and _head_left(ground, word, floor):
        return Step.TAKE
    named = (ground.capital(word) and not _has_name(ground, begin, end)) or _tells_age(ground, word, floor)
    return Step.TAKE if named and _apposes(ground, begin, end) else Step.STOP


def _is_owned(ground: Ground, word: int) -> bool:
    """`Istrinya, |Sari, mengaku …`: whose they are is told by an ending, and then who they are."""
    nouns = ground.lexicon.without_owner(ground.lower[word])
    return any(noun in ground.lexicon.relations or noun in ground.lexicon.titles for noun in nouns)


def _tells_age(ground: Ground, word: int, floor: int) -> bool:
    """`Sari (47), |pedagang, …`, `Sari, 38 tahun, |pedagang, …`: an age stands behind the name."""
    if not ground.grammar.prefixes:
        return False
    first = word if ground.lower[word].isdigit() else word - 1
    age = first > floor and ground.lower[first].isdigit() and ground.gap(first - 1).strip() in (",", "(")
    return age and ground.name(first - 1)


def _is_party(ground: Ground, begin: int, end: int) -> bool:
    """A politician's party and place are all there is behind the comma (`Sari Moss, |D-Ohio said`)."""
    return end - begin == 1 and ground.grammar.head_last and PARTY.fullmatch(ground.words[begin]) is not None


def _is_pointed_at(ground: Ground, word: int, begin: int, end: int) -> bool:
    """A determiner behind a comma points to all before: `Pemain asal Lumajang, Jawa Timur, |itu mengaku …`."""
    if ground.grammar.head_last or ground.lower[end - 1] not in ground.lexicon.determiners:
        return False
    return ground.capital(word) and (begin == end - 1 or ground.capital(begin)) and ground.marked(end - 2, COMMA)


def _lists(ground: Ground, word: int, begin: int, end: int) -> bool:
    """Names in a row: `residents of Arun, |Bela and Candi`."""
    row = ground.capital(word) and ground.capital(begin) and ground.grammar.head_last
    return row and any(ground.lower[w] in ground.grammar.joiners for w in range(begin, end))


def _is_place(ground: Ground, word: int, begin: int, end: int) -> bool:
    """`the fishers of Arun, Bali, said`: the place within a place stands between commas."""
    closed = end < len(ground.words) and ground.marked(end - 1, COMMA)
    return closed and ground.capital(word) and ground.lexicon.is_place(ground.lower[begin:end])


def _goes_on_listing(ground: Ground, word: int, begin: int, end: int) -> bool:
    """`Kementerian Politik, Hukum, dan Keamanan`: the comma stands within the name of a body."""
    if not ground.capital(word) or ground.lower[word] not in ground.lexicon.role_words:
        return False
    joined = not ground.grammar.head_last or not ground.grammar.joiners.isdisjoint(ground.lower[begin:end])
    listed = joined and ground.capital(begin) and ground.lower[begin] in ground.lexicon.role_words
    return listed or ground.lower[begin] in ground.grammar.joiners


def _apposes(ground: Ground, begin: int, end: int) -> bool:
    """`Sari, a former police officer, …` or `Sari, 34, …`: what stands behind a name says who bears it."""
    lexicon, first = ground.lexicon, ground.lower[begin]
    closed = end < len(ground.words) and (ground.marked(end - 1, COMMA) or ground.lower[end] in ground.grammar.relative)
    closed = closed or _behind_quote(ground, begin - 1)
    # Where verbs show by how they begin, a small title behind a comma cannot be taken for one.
    title = bool(ground.grammar.prefixes) and first in lexicon.titles and not ground.capital(begin)
    closed = closed or (title and ground.name(begin - 1))  # not `Dalam rapat dengan DPR, |mahasiswa mengatakan`
    if not closed:
        return False
    party = ground.grammar.head_last and ground.lower[end - 1] in lexicon.titles  # `Moss, Florida Republican, said`
    known = first in lexicon.titles or first in lexicon.organisations or first in lexicon.relations
    if first.isdigit() or known or party:
        return True
    opens = first in lexicon.article_words or first in ground.grammar.possessive or _opens_plainly(ground, begin)
    return opens and end - begin <= APPOSITION_REACH


def _has_name(ground: Ground, begin: int, end: int) -> bool:
    """It ends in a full name behind a comma of its own: `Budi Hart, |the victim's mother, Sari Moss, said …`."""
    if not ground.grammar.head_last or ground.capital(begin):
        return False
    comma = next((word for word in range(begin, end - 1) if ground.marked(word, COMMA)), end)
    return end - comma > FEWEST_NAMES and all(ground.name(word) for word in range(comma + 1, end))


def _opens_plainly(ground: Ground, begin: int) -> bool:
    """Where verbs show by how they begin, any other small word behind a name that opens its sentence will do."""
    lower, grammar = ground.lower[begin], ground.grammar
    if not grammar.prefixes or ground.capital(begin) or ground.opens(begin) or grammar.is_verb(lower):
        return False
    first = begin - 1
    while first > 0 and ground.capital(first - 1) and ground.gap(first - 1) == " ":
        first -= 1
    start = ground.prose.starts[first]
    opens = ground.prose.sentences[ground.prose.sentence_at(start)].start == start
    return opens and ground.name(begin - 1) and lower not in ground.lexicon.function_words


def _behind_quote(ground: Ground, word: int) -> bool:
    """A name that ends with this word stands right behind a quote: `“…,” Sari Dewanti, |the chairwoman said`."""
    first = word
    while first > 0 and ground.capital(first - 1) and ground.gap(first - 1) == " ":
        first -= 1
    return first > 0 and ground.grammar.head_last and ground.marked(first - 1, DOUBLE)


def _joins(ground: Ground, left: int, right: int, end: int) -> bool:
    """Two nouns may be joined to one source; a verb on the left shows that clauses are joined."""
    prefixes = ground.grammar.prefixes
    if not prefixes:
        joined = ground.nominal(right) or ground.lower[right] in ground.grammar.possessive
        if ground.capital(left) and not ground.capital(right) and _is_governed(ground, left):
            return False  # `The ship sank off Arun |and rescuers feared …`
        return (ground.nominal(left) and joined) or _shares_body(ground, left, end)
    return ground.nominal(right) and (ground.nominal(left) or not ground.lower[left].startswith(prefixes))


def _is_governed(ground: Ground, word: int) -> bool:
    """A preposition stands before the name that ends with this word."""
    first = word
    while first > max(0, word - LONGEST_NAME) and ground.capital(first - 1) and ground.gap(first - 1) == " ":
        first -= 1
    return first > 0 and ground.lower[first - 1] in ground.grammar.prepositions


def _shares_body(ground: Ground, left: int, end: int) -> bool:
    """Two fields of one body: `the |energy and mineral resources ministry`."""
    before, last = ground.lower[left - 1] if left else "", ground.lower[end - 1]
    whose = before in ground.lexicon.article_words or before in ground.grammar.possessive or before.endswith(POSSESSIVE)
    field = not (ground.capital(left) or ground.opens(left) or ground.grammar.is_verb(ground.lower[left]))
    return whose and field and last in ground.lexicon.organisations and not ground.capital(end - 1)


def _at_opener(ground: Ground, word: int, floor: int) -> Step:
    """A preposition: within the phrase after a common noun, an interlude after a name."""
    before = word - 1
    if word == floor or (ground.lower[word] in ground.grammar.auxiliaries and ground.heads(word + 1)):
        return Step.STOP  # `Sebagai informasi, sebelumnya |Menteri Sari mengatakan`
    if ground.marked(before, COMMA) or ground.lower[before] in ground.grammar.finite:
        return Step.OVER
    if ground.lower[word] not in ground.grammar.stoppers:
        return Step.STOP
    if ground.name(before) or ground.lower[before] in ground.lexicon.singular or _is_complete(ground, before):
        return Step.OVER
    if ground.grammar.clitics and ground.lower[word + 1].endswith(ground.grammar.clitics):
        return Step.OVER  # `badan itu |dalam pernyataannya`: the source's own
    return Step.TAKE if _head_left(ground, before, floor) or _are_several(ground, before, floor) else Step.STOP


def _links(ground: Ground, word: int, floor: int) -> bool:
    """Capitals stand on both sides, the first of them a body's noun (`Komisi Arunika |untuk Anak`)."""
    if ground.lower[word] not in ground.lexicon.linking:
        return False
    if word + 1 >= len(ground.words) or not ground.capital(word + 1):
        return False
    first = word
    while first > max(floor, word - TITLE_REACH) and ground.capital(first - 1) and ground.gap(first - 1) == " ":
        first -= 1
    return first < word and ground.lower[first] in ground.lexicon.organisations


def _are_several(ground: Ground, word: int, floor: int) -> bool:
    """An article and a noun for several: `the |heads of the bank` can speak, whatever they are."""
    if word <= floor or not ground.grammar.head_last or ground.lower[word - 1] not in ground.lexicon.article_words:
        return False
    small = not ground.capital(word) and ground.lower[word + 1] in ground.grammar.inner
    return small and ground.lower[word].endswith(ground.lexicon.plural_endings)


def _is_complete(ground: Ground, word: int) -> bool:
    """Where nouns stand first, a determiner or a bracket closes the phrase (`badan itu |lewat siaran pers`)."""
    if ground.grammar.head_last:
        return False
    return ground.lower[word] in ground.lexicon.determiners or ")" in ground.gap(word)


def _is_predicate(ground: Ground, word: int, floor: int) -> bool:
    """A verb between the source and its cue (`he filed a suit saying …`): the source is left of it."""
    if word <= floor or ground.capital(word):
        return False
    lower, before = ground.lower[word], ground.lower[word - 1]
    if lower in ground.grammar.finite:
        nominal = ground.nominal(word - 1) or before in ground.grammar.auxiliaries
        return nominal and before not in ground.grammar.relative
    if not ground.grammar.is_verb(lower) or before in ground.grammar.relative or ground.nominal(word):
        return False
    if lower in ground.lexicon.inner:
        return False  # `di` begins like a verb
    # Where determiners stand behind their noun, one before a verb closes the subject (`pria itu |mengirim`).
    closed = before in ground.lexicon.determiners and not ground.grammar.head_last
    subject = word - 1
    while ground.grammar.head_last and subject > floor and ground.lower[subject] in ground.grammar.auxiliaries:
        subject -= 1
    return closed or _is_body(ground, subject) or ground.name(subject) or ground.pronoun(subject)


def _is_body(ground: Ground, word: int) -> bool:
    """A state or an acronym, which is no name of a person but does something (`China |mendukung …`)."""
    state = ground.lower[word] in ground.lexicon.places and ground.capital(word)
    return state or (bool(ground.grammar.prefixes) and ground.words[word].isupper())


def _head_left(ground: Ground, word: int, floor: int) -> bool:
    """A noun that can head a source stands to the left, in the same phrase."""
    heads, indefinite = ground.lexicon.heads, ground.lexicon.indefinite
    for at in range(word, max(floor - 1, word - HEAD_REACH), -1):
        if ground.heads(at) or ground.lower[at] in heads or ground.lower[at] in indefinite:
            return True
        if at > floor and ground.marked(at - 1, PART_ENDS):
            return False
    return False


def _title_left(ground: Ground, word: int, floor: int) -> bool:
    lexicon = ground.lexicon
    for at in range(word, max(floor - 1, word - TITLE_REACH), -1):
        if ground.lower[at] in lexicon.titles or ground.lower[at] in lexicon.short_titles:
            return True
        if at < word and _does(ground, at):
            return False  # `When he first |launched his campaign, Sari said …`
        if ground.grammar.head_last and _leads_in(ground, at):
            return False  # `a talk with the founder |after his speech to the group, Sari said …`
        if at > floor and ground.marked(at - 1, LIST_ENDS):
            return False
    return False


def _leads_in(ground: Ground, word: int) -> bool:
    """It opens a phrase that stands in no description: `after`, but not `of` or `and`."""
    lower, grammar = ground.lower[word], ground.grammar
    return ground.opens(word) and lower not in grammar.inner and lower not in grammar.joiners


def _does(ground: Ground, word: int) -> bool:
    """A verb and the beginning of its object."""
    following = ground.lower[word + 1]
    opens = following in ground.lexicon.article_words or following in ground.grammar.possessive
    return ground.grammar.head_last and opens and ground.grammar.is_verb(ground.lower[word])


def _is_name_like(ground: Ground, begin: int, end: int) -> bool:
    """Nothing but capitals and the particles between them."""
    if end - begin > LONGEST_NAME:
        return False
    return all(ground.capital(w) or ground.lower[w] in ground.lexicon.particles for w in range(begin, end))
