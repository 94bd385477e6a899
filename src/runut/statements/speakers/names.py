"""Names within a source: `Menteri Sari Dewanti`, `juru bicara PT Arunika, Raka`, `Kementerian Perdagangan`."""

from __future__ import annotations

import re
from bisect import bisect_left

from runut.people import POSSESSIVE, Member
from runut.statements.ground import Ground
from runut.statements.marks import POSSESSED
from runut.statements.speakers.bodies import body_name, is_kind, is_medium, medium_name
from runut.statements.speakers.floor import Floor
from runut.statements.speakers.source import Source
from runut.statements.speakers.speaker import Speaker
from runut.statements.speakers.titles import names_one_person
from runut.statements.speakers.together import joined
from runut.vocabulary import Span

# A body before its speaker has fewer words than this.
LONGEST_BODY = 4
# The name of a body that tells where somebody speaks for it has fewer words than this.
LONGEST_NAMED = 12
# A role between two names has at most so many words, the second name's first one included.
LONGEST_ROLE = 5
WORD = re.compile(r"\w+")


def named(floor: Floor, source: Source) -> Speaker | None:
    """A name within the source; with a body or a group as its head, the whole phrase is the name."""
    medium = medium_name(floor, source)
    if medium is not None:
        return Speaker(medium, "outlet", "named")
    inside = floor.cast.everybody.within(source.span)
    if not inside or is_medium(floor, source) or is_kind(floor, source):
        return None
    if _is_said_again(floor, source):
        return None
    persons = [(span, member) for span, member in inside if _may_speak(floor, source, member, inside)]
    if persons and not _is_body(floor, source):
        return joined(floor, source, persons) or _as_named(floor, _meant(floor, source, persons))
    if len(persons) < len(inside) and _may_be_body(floor, source):
        return Speaker(body_name(floor, source), "organisation", "named")
    return None


def _is_said_again(floor: Floor, source: Source) -> bool:
    """Its determiner shows that somebody is described again (`the Losari driver`, `pelatih Losari itu`)."""
    lexicon = floor.ground.lexicon
    if source.lower[-1] not in lexicon.determiners or any(name in source.text.lower() for name in lexicon.nicknames):
        return False
    if _opens_with_name(floor, source):
        return False
    if names_one_person(floor, source):
        return True
    inside = floor.cast.everybody.within(source.span)
    known = any(start == source.span[0] and len(member.mentions) > 1 for (start, _), member in inside)
    return not (lexicon.genders or known or _is_body(floor, source))


def _opens_with_name(floor: Floor, source: Source) -> bool:
    """A name and what is said of it: `Sari, pengacara dari badan itu`."""
    if floor.ground.lexicon.genders:
        return False
    inside = floor.cast.everybody.within(source.span)
    return any(
        floor.ground.text[end : end + 1] == "," and (member.kind == "person" or start == source.span[0])
        for (start, end), member in inside
        if member.kind != "organisation"
    )


def _as_named(floor: Floor, meant: Member) -> Speaker:
    """Somebody; a body, where the name ends in a word of offices."""
    body = meant.kind == "other" and meant.name.rpartition(" ")[2].lower() in floor.ground.lexicon.role_words
    return Speaker(meant.name, "organisation", "named") if body else Speaker.of(meant, "named")


def _may_speak(floor: Floor, source: Source, member: Member, inside: list[tuple[Span, Member]]) -> bool:
    """A person; or a name that is all there is of the source and nothing known to be no person."""
    spans = [span for span, other in inside if other is member]
    if member.kind == "organisation" or _is_beside(floor, source, spans):
        return False
    if all(_says_which(floor, source, end) for _, end in spans):
        return False
    alone = any(start <= source.span[0] + 1 and end >= source.span[1] - 1 for start, end in spans)
    if member.kind == "person" or (alone and not _is_known_word(floor, member)):
        return True
    nobody_else = all(other.kind != "person" for _, other in inside)
    return nobody_else and any(_is_apposed(floor, source, member, span) for span in spans)


def _is_apposed(floor: Floor, source: Source, member: Member, span: Span) -> bool:
    """A comma parts a plain name from all else in the source: `pengirimnya, |Sari`, `|Sari, teman korban`."""
    lexicon, text = floor.ground.lexicon, floor.ground.text
    if lexicon.genders or not lexicon.nameless.isdisjoint(member.words):
        return False
    closes = span[1] >= source.span[1] - 1 and text.endswith(", ", source.span[0], span[0])
    return closes or (span[0] == source.span[0] and text.startswith(", ", span[1]))


def _is_beside(floor: Floor, source: Source, spans: list[Span]) -> bool:
    """The name stands in brackets, or all that is said of it is whose somebody else is."""
    text = floor.ground.text
    if all(text[start - 1 : start] == "(" and start > source.span[0] for start, _ in spans):
        return True
    if all(_is_possessor(text, end) or _is_part_of_one(floor, end) for _, end in spans):
        return True
    if all(_is_spoken_for(floor, span) or _tells_which_one(floor, source, span) for span in spans):
        return True
    return all(_is_governed(floor, source, span) for span in spans)


def _is_possessor(text: str, end: int) -> bool:
    """`Lindsay’s sister`, `Harris’ team`: somebody else."""
    return text.endswith(POSSESSIVE, 0, end) or text.startswith(POSSESSED, end)


def _is_part_of_one(floor: Floor, end: int) -> bool:
    """`Builders |of Arunika’s chief`: the possessive stands behind what tells more of the name."""
    ground = floor.ground
    words = ground.prose.words_in((end, ground.prose.sentences[ground.prose.sentence_at(end - 1)].end))
    if not words or ground.text[end : ground.prose.starts[words.start]] != " ":
        return False
    if ground.lower[words.start] not in ground.grammar.inner:
        return False
    name = next((word for word in words[1:] if ground.lower[word] not in ground.lexicon.article_words), words.start)
    return ground.capital(name) and ground.lower[name].endswith(POSSESSIVE)


def _is_spoken_for(floor: Floor, span: Span) -> bool:
    """`a spokesman for Rini`, `adik Rini`: somebody else, told by whose they are."""
    ground, lexicon = floor.ground, floor.ground.lexicon
    first = ground.prose.words_in(span).start
    if first < 1:
        return False
    before = ground.lower[first - 1]
    earlier = ground.lower[first - 2] if first > 1 else ""
    if before in lexicon.relations and ground.words[first - 1].islower():
        return earlier not in lexicon.article_words  # `sang istri Sari`: she is the wife
    first = _past_title(ground, first)
    return first > 1 and ground.lower[first - 1] in lexicon.inner and ground.heads(first - 2)


def _tells_which_one(floor: Floor, source: Source, span: Span) -> bool:
    """A preposition stands before the name of somebody unnamed: `seorang sumber yang dekat dengan |Rini`."""
    ground, lexicon = floor.ground, floor.ground.lexicon
    if lexicon.genders or source.lower[0] not in lexicon.indefinite or "," in source.text:
        return False
    before = ground.prose.words_in((source.span[0], span[0]))
    return bool(before) and ground.lower[before.stop - 1] in ground.grammar.stoppers


def _past_title(ground: Ground, first: int) -> int:
    """Where the title right before a name begins (`a spokesman for |State Governor Sari`), if one stands there."""
    if not first or ground.lower[first - 1] not in ground.lexicon.callings:
        return first
    while first > 0 and ground.gap(first - 1) in (" ", ". ") and ground.capital(first - 1):
        first -= 1
    return first


def _is_governed(floor: Floor, source: Source, span: Span) -> bool:
    """The source has a noun of its own, of which the name tells more: `the lawyer representing Rini`."""
    ground = floor.ground
    first = ground.prose.words_in(span).start
    if not ground.grammar.head_last or source.head not in ground.lexicon.heads or first < 1:
        return False
    leading = ground.lexicon.callings | ground.lexicon.article_words
    while first > 0 and ground.lower[first - 1] in leading:
        first -= 1
    return ground.prose.starts[first] > source.span[0] and ground.governs(first - 1)


def _says_which(floor: Floor, source: Source, end: int) -> bool:
    """A noun follows the name in the source, which only tells whose or which: `the Trump administration`."""
    ground = floor.ground
    words = ground.prose.words_in((end, source.span[1]))
    if ground.grammar.prefixes or not words or ground.text[end : ground.prose.starts[words.start]] != " ":
        return False
    if ground.capital(words.start):
        return _is_titled_name(ground, words)
    return ground.heads(words.start) or _is_noun(ground, words.start) or _leads_to_name(ground, words)


def _is_titled_name(ground: Ground, words: range) -> bool:
    """A title and another name follow: `Arun Public Schools |Superintendent Rini Moss`."""
    name = next((word for word in words if ground.lower[word] not in ground.lexicon.titles), words.stop)
    return words.start < name < words.stop and ground.name(name)


def _is_noun(ground: Ground, word: int) -> bool:
    """A small word that is neither preposition nor adverb: `the Blue Sky |star`."""
    lower, grammar = ground.lower[word], ground.grammar
    small = ground.opens(word) or ground.governs(word) or lower in grammar.auxiliaries or lower in grammar.joiners
    return not small and lower not in grammar.relative and lower not in ground.lexicon.particles and lower.isalpha()


def _leads_to_name(ground: Ground, words: range) -> bool:
    """A small role and another name follow: `Middle East |scholar Fuad Hale`, `Moss |senior adviser Fuad Hale`."""
    for word in words[:LONGEST_ROLE]:
        if ground.capital(word):
            return word > words.start and ground.name(word)
        lower, grammar = ground.lower[word], ground.grammar
        small = ground.opens(word) or lower in grammar.joiners or lower in grammar.relative
        if small or ground.governs(word) or lower in ground.lexicon.particles or ground.gap(word) != " ":
            return False
    return False


def _is_known_word(floor: Floor, member: Member) -> bool:
    words, lexicon = tuple(member.name.lower().split()), floor.ground.lexicon
    return lexicon.nameless.issuperset(words) or lexicon.is_place(words)


def _meant(floor: Floor, source: Source, persons: list[tuple[Span, Member]]) -> Member:
    """Before a comma the first name (an apposition follows it), else the last one."""
    span, member = persons[0]
    if span[0] == source.span[0]:
        return member
    comma = source.span[0] + source.text.find(",")
    leading = [member for (start, end), member in persons if end <= comma and not _names_office(floor, start)]
    if leading and not _titled(floor, source.text.partition(",")[0]):
        return min(leading, key=lambda member: member.first)
    ground = floor.ground
    placed = ground.grammar.head_last
    free = [m for span, m in persons if not (placed and ground.governs(ground.prose.words_in(span).start - 1))]
    return free[-1] if free else persons[-1][1]


def _names_office(floor: Floor, start: int) -> bool:
    """The name belongs to a body or a place (`Paguyuban Desa |Wanasari, Sari Dewanti`)."""
    ground = floor.ground
    first = bisect_left(ground.prose.starts, start)
    before = ground.lower[first - 1] if first else ""
    return bool(ground.grammar.prefixes) and before in ground.lexicon.role_words and before not in ground.lexicon.titles


def _titled(floor: Floor, text: str) -> bool:
    return not floor.ground.lexicon.titles.isdisjoint(WORD.findall(text.lower()))


def _is_body(floor: Floor, source: Source) -> bool:
    """The source's noun is a body, a group or a document, so that names in it only say which."""
    lexicon, head = floor.ground.lexicon, source.head
    before, comma, _ = source.text.partition(",")
    if comma and _titled(floor, before):
        return False
    if comma and head in lexicon.organisations:
        return True
    body = head in lexicon.organisations or head in lexicon.documents or head in lexicon.groups
    return body and head not in lexicon.titles and not _has_speaker(floor, source)


def _has_speaker(floor: Floor, source: Source) -> bool:
    """A small title before a capital: the body has a speaker who is named (`Department spokesman Budi Hart`)."""
    ground = floor.ground
    words = ground.prose.words_in(source.span)[:-1]
    return any(
        ground.lower[word] in ground.lexicon.titles and not ground.capital(word) and ground.name(word + 1)
        for word in words[1 : LONGEST_BODY if ground.grammar.prefixes else LONGEST_NAMED]
    )


def _may_be_body(floor: Floor, source: Source) -> bool:
    """Nothing in the source says that it means people."""
    lexicon = floor.ground.lexicon
    if floor.ground.grammar.head_last and source.head not in lexicon.organisations and source.text[-1:].islower():
        last = source.text.rpartition(" ")[2]
        if last[:1].islower() and last.lower() not in lexicon.organisations:
            return False  # `the Blue Sky star`
    heads = {source.head} if floor.ground.grammar.prefixes else {source.head, source.lower[-1]}
    people = any(head in nouns for head in heads for nouns in (lexicon.unnamed, lexicon.groups, lexicon.relations))
    return not people and lexicon.titles.isdisjoint(source.lower)
