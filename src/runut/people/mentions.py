"""Places where somebody or some body is named, each split into a role and a name."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from runut.people.glued import ends_in_role, hidden_end, hidden_start
from runut.people.lexicon import Lexicon, bare
from runut.people.roles import role_after, role_before
from runut.people.runs import find_runs
from runut.text import Prose
from runut.vocabulary import Span

# Capitals alone make an acronym from this many letters on.
SHORTEST_ACRONYM = 3
# A full name has at least so many words.
SHORTEST_FULL = 2
# A name to which a joiner is glued has at least so many letters.
SHORTEST_GLUED = 4


class Mention(Struct, frozen=True):
    """A place where a person or a named body is mentioned."""

    span: Span
    """Name only."""
    words: tuple[str, ...]
    """The words of the name, as written."""
    lower: tuple[str, ...]
    """The same words in lower case."""
    role: Span | None = None
    """The title beside the name."""
    rank: str | None = None
    """The form of address right before the name, in lower case."""
    titled: bool = False
    """True when a title or rank stands before the name: surely a person."""


def find_mentions(prose: Prose, lexicon: Lexicon, barriers: frozenset[int]) -> tuple[Mention, ...]:
    """All capitalised runs in order that may name somebody or something.

    `barriers` are indices of words that name nobody: those of dates.
    """
    vocabulary = Counter(prose.words)
    runs = find_runs(prose, lexicon, barriers, vocabulary)
    return tuple([_mention(prose, lexicon, vocabulary, run) for run in runs])


def _mention(prose: Prose, lexicon: Lexicon, vocabulary: Counter[str], run: range) -> Mention:
    """Take the name from the end of the run; what stands before it is role or body."""
    name, last = _name_start(prose, lexicon, run), run.stop
    if name == last and _ends_in_surname(prose, lexicon, run):
        name = last - 2
    if name == last:
        words = slice(run.start, last)
        return Mention((prose.starts[run.start], prose.ends[last - 1]), prose.words[words], prose.lower[words])
    bare = _name(prose, lexicon, vocabulary, range(name, last))
    role = role_before(prose, lexicon, name)
    if role is None:
        role = role_after(prose, lexicon, last)
        rare = len(bare.words) == 1 and vocabulary[bare.words[0]] == 1 and _opens(prose, name)
        if rare and (lexicon.genders or role is None or prose.text[role[1]] != ","):
            role = None
    rank = prose.lower[name - 1] if name > 0 and _is_rank(prose, lexicon, name - 1) else None
    titled = rank is not None or (role is not None and role[1] <= bare.span[0])
    if titled and rank is None and _tells_which(prose, lexicon, role, range(name, last)):
        return Mention(bare.span, bare.words, bare.lower)
    return Mention(bare.span, bare.words, bare.lower, role, rank, titled)


def _tells_which(prose: Prose, lexicon: Lexicon, role: Span | None, name: range) -> bool:
    """The name tells whose office it is, or of whom it is said again (`pebalap |Arunika Raya| itu`)."""
    if not lexicon.genders and name.stop < len(prose.words) and prose.lower[name.stop] in lexicon.determiners:
        return prose.gap(name.stop - 1) == " "
    if len(name) == 1:
        return _is_place(prose, lexicon, role, name.start)
    return _is_body(prose, lexicon, name.start, name.stop)


def _is_place(prose: Prose, lexicon: Lexicon, role: Span | None, name: int) -> bool:
    """A single word behind a role is where somebody lives or holds office (`warga |Losari`)."""
    if _leads_on(prose, lexicon, name + 1) or _is_before_rank(prose, lexicon, name + 1):
        return True
    if prose.gap(name - 1) != " ":
        return False
    head = prose.words_in(role)[0] if role else name
    return prose.lower[head] in lexicon.residents or _ends_in_body(prose, lexicon, name - 1)


def _is_body(prose: Prose, lexicon: Lexicon, name: int, last: int) -> bool:
    """Behind a body's noun, before a comma and who holds the office (`perwakilan PT |Arunika Raya, |Sari, …`)."""
    if lexicon.genders or prose.lower[name - 1] not in lexicon.organisations or last >= len(prose.words):
        return False
    after, gap = last, prose.gap(last - 1)
    if gap != ", ":
        return gap[:1] in (";", ")")
    while after < len(prose.words) and prose.words[after].istitle() and prose.lower[after] not in lexicon.nameless:
        after += 1
        if prose.gap(after - 1).startswith(","):
            return True
    return False


def _ends_in_body(prose: Prose, lexicon: Lexicon, word: int) -> bool:
    """What a body is stands last in a role, so that its name follows (`Ketua Persatuan |Arunika`); no short form."""
    lower = prose.lower[word]
    is_body = lower in lexicon.organisations and lower not in lexicon.short_organisations
    return is_body and prose.words[word].istitle() and not lexicon.genders


def _is_before_rank(prose: Prose, lexicon: Lexicon, after: int) -> bool:
    """Somebody's rank follows: before it stands whose office it is (`Komandan Kodam Losari |Kolonel Raka Pratama`)."""
    if lexicon.genders or after + 1 >= len(prose.words) or not prose.words[after].istitle():
        return False
    beside = prose.gap(after - 1) == " "
    return beside and prose.lower[after] in lexicon.ranks and prose.words[after + 1][0].isupper()


def _leads_on(prose: Prose, lexicon: Lexicon, after: int) -> bool:
    """A comma and a longer name follow: before it stands whose office it is (`Direktur Arunika, |Raka Pratama`)."""
    if lexicon.genders or after + 1 >= len(prose.words):
        return False
    if prose.gap(after - 1) != ", ":
        return False
    following = (prose.words[after], prose.words[after + 1])
    named = all(word.istitle() for word in following) and lexicon.nameless.isdisjoint(prose.lower[after : after + 2])
    return named and prose.gap(after) == " "


def _opens(prose: Prose, word: int) -> bool:
    """A sentence begins with it: perhaps no name but an adverb (`Traditionally, a mayor …`)."""
    return prose.sentences[prose.sentence_at(prose.starts[word])].start == prose.starts[word]


def _is_rank(prose: Prose, lexicon: Lexicon, word: int) -> bool:
    """A form of address with nothing but a space or its full stop behind it, which is part of no thing's name."""
    if word and prose.lower[word - 1] in lexicon.bearers:
        return False  # `Stadion Gelora |Bung Raka`
    return prose.lower[word] in lexicon.ranks and prose.gap(word) in (" ", ". ")


def _ends_in_surname(prose: Prose, lexicon: Lexicon, run: range) -> bool:
    """A first name before a title or a place shows that it is a surname here (`Emily Singer`, `Daryl Washington`)."""
    last = prose.lower[run.stop - 1]
    if len(run) < 2 or not (last in lexicon.titles or (last in lexicon.places and _is_apart(prose, run))):
        return False
    first = prose.lower[run.stop - 2]
    return first in lexicon.genders and first not in lexicon.nameless


def _is_apart(prose: Prose, run: range) -> bool:
    """Only a space stands between the last two words of a run."""
    return prose.gap(run.stop - 2) == " "


def _name(prose: Prose, lexicon: Lexicon, vocabulary: Counter[str], words: range) -> Mention:
    """The mention of a name alone, without what is glued to either end of it (`olehBudi`, `Siraitatau`)."""
    names, final = prose.words[words.start : words.stop], prose.words[words.stop - 1]
    hidden = hidden_start(names[0], lexicon)
    follows = words.stop < len(prose.words) and prose.words[words.stop][0].isupper()
    cut = len(final) - hidden_end(final, lexicon, vocabulary, within=follows)
    cut = cut or _glued_joiner(prose, lexicon, vocabulary, words.stop)
    span = prose.starts[words.start] + hidden, prose.ends[words.stop - 1] - cut
    if not (hidden or cut):
        return Mention(span, names, prose.lower[words.start : words.stop])
    names = (*names[:-1], final[: len(final) - cut])
    names = (names[0][hidden:], *names[1:])
    return Mention(span, names, tuple([name.lower() for name in names]))


def _glued_joiner(prose: Prose, lexicon: Lexicon, vocabulary: Counter[str], after: int) -> int:
    """How long a joiner is that lost its space to a name before somebody else's title (`Tjandra|dan Wakil Bupati`)."""
    if lexicon.genders or after >= len(prose.words) or prose.lower[after] not in lexicon.titles:
        return 0
    final = prose.words[after - 1]
    beside = prose.words[after][0].isupper() and prose.gap(after - 1) == " "
    if not beside or vocabulary[final] > 1:
        return 0
    joiners = (len(joiner) for joiner in lexicon.joiners if final.endswith(joiner))
    return next((size for size in joiners if len(final) - size >= SHORTEST_GLUED), 0)


def _name_start(prose: Prose, lexicon: Lexicon, run: range) -> int:
    """The first word of the name in a run (`Menteri Keuangan |Sari`); the run's end when all of it is role or body."""
    first, last = run.start, run.stop
    name = last
    if last - first > 1 and prose.lower[last - 1] in lexicon.generations:
        name = last - 2  # `Martin Luther King Jr`
    while name > first and (not _is_role_word(prose, lexicon, name - 1) or _is_borne(prose, lexicon, first, name - 1)):
        name -= 1
    begin = name = _past_place(prose, lexicon, range(name, last)) if name > first else name
    if first < name < last and _is_given(prose, lexicon, first, name - 1):
        return name - 1
    while name < last and (prose.lower[name] in lexicon.particles or _is_club(prose, lexicon, name, last)):
        name += 1
    if name == last - 1 > first and begin > first and _is_first_name(prose, lexicon, begin - 1):
        name = begin - 1  # `Bill Moss`, `Bill de Moss`
    if last - first == 2 and name == last - 1 and prose.lower[first] in lexicon.places:
        return first  # a first name that is a place too: Virginia, Georgia, Israel
    return name


def _is_club(prose: Prose, lexicon: Lexicon, word: int, last: int) -> bool:
    """A team between a title and a longer name (`bek |Persib |Raka Pratama`)."""
    if prose.lower[word] not in lexicon.clubs or not word or last - word <= SHORTEST_FULL:
        return False
    return prose.lower[word - 1] in lexicon.titles


def _is_given(prose: Prose, lexicon: Lexicon, first: int, word: int) -> bool:
    """A title that is a first name here (`Menteri |Raja Hartono`, `|Imam Hartono`)."""
    lower = prose.lower[word]
    held = any(title in lexicon.titles for title in prose.lower[first:word])
    return lower in lexicon.given or (lower in lexicon.crowned and held)


def _past_place(prose: Prose, lexicon: Lexicon, name: range) -> int:
    """Where the name begins behind a body's or a place's (`Universitas Arunika |Siti …`, `Gunung Semeru |Sari …`)."""
    before = prose.lower[name.start - 1]
    if before in lexicon.organisations:
        return next((word for word in name[1:-1] if prose.lower[word] in lexicon.starters), name.start)
    return name.start + (before in lexicon.landmarks and len(name) > SHORTEST_FULL)


def _is_borne(prose: Prose, lexicon: Lexicon, first: int, index: int) -> bool:
    """A word of bodies, or a number, is part of a name behind one (`Rizki |Agung Prakoso`, but `Mahkamah Agung`)."""
    if index == first or not (prose.lower[index] in lexicon.borne or _is_initial(prose, index)):
        return False
    return prose.lower[index - 1] not in lexicon.nameless and prose.words[index - 1].istitle()


def _is_initial(prose: Prose, index: int) -> bool:
    """One letter and its full stop; without it, the letter may be a number (`Wilayah V`)."""
    end = prose.ends[index]
    return len(prose.words[index]) == 1 and prose.text[end : end + 1] == "."


def _is_first_name(prose: Prose, lexicon: Lexicon, index: int) -> bool:
    """A word of bodies and laws that people are called by as well."""
    lower = prose.lower[index]
    return lower in lexicon.genders and lower not in lexicon.callings and prose.words[index].istitle()


def _is_role_word(prose: Prose, lexicon: Lexicon, index: int) -> bool:
    """A word of a role, a body or a place; capitals alone are one too, unless they end the text."""
    word, lower = prose.words[index], bare(prose.lower[index])
    if lower in lexicon.nameless or (lower in lexicon.place_parts and _in_place(prose, lexicon, index)):
        return True
    if len(word) >= SHORTEST_ACRONYM and word.isupper() and index + 1 < len(prose.words):
        return True
    return ends_in_role(word, lexicon)


def _in_place(prose: Prose, lexicon: Lexicon, index: int) -> bool:
    pairs = lexicon.place_pairs
    return prose.lower[index - 1 : index + 1] in pairs or prose.lower[index : index + 2] in pairs
