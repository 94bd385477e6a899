"""The role beside a name: `Menteri Keuangan Sari`, `Sari, direktur badan itu,`."""

from __future__ import annotations

import re

from runut.people.lexicon import Lexicon
from runut.text import Prose
from runut.vocabulary import Span

# How far before a name its role may begin, in words; longer ones are rare and slow to look for.
LONGEST_ROLE = 16
# Behind an article a role may be any noun (`a care assistant`); what is longer, in characters, is a clause.
LONGEST_PLAIN = 60
# Marks that may stand within a role or between it and its name.
WITHIN_ROLE = " ,()-–/&’'\""
APPOSITION_END = re.compile(r"[,;\n“\"]|\.(?=\s|$)")


def role_before(prose: Prose, lexicon: Lexicon, name: int) -> Span | None:
    """The title that leads up to the word `name`: `Menteri Keuangan AS`, `Miliarder teknologi asal AS,`."""
    begin = None
    for index in range(name - 1, max(-1, name - LONGEST_ROLE - 1), -1):
        if _is_apart(prose, lexicon, index, name) or _is_other(prose, lexicon, index, titled=begin is not None):
            break
        if _is_title(prose, lexicon, index, name):
            begin = index
        elif _ends_role(prose, lexicon, index, name, titled=begin is not None):
            break
    if begin is None or _is_spoken_to(prose, lexicon, begin, name):
        return None
    return prose.starts[_with_body(prose, lexicon, _past_body(prose, lexicon, begin))], _role_end(prose, name)


def _is_apart(prose: Prose, lexicon: Lexicon, word: int, name: int) -> bool:
    """What stands behind the word parts it from the name, or it is a figure."""
    if lexicon.verbal and prose.words[word].isdigit():
        return True  # `Keputusan Menteri Pertanian Nomor 80`
    gap = prose.gap(word)
    if gap == " " or (gap == ". " and prose.lower[word] in lexicon.abbreviations):
        return False  # `Kapolresta Kombes |Pol. Sari`
    return bool(gap.strip(WITHIN_ROLE)) or ("," in gap and word + 1 != name)


def _is_other(prose: Prose, lexicon: Lexicon, word: int, *, titled: bool) -> bool:
    """A small word of which no office has one: a verb (`Presiden meneken |Peraturan`), `former` without a title."""
    lower = prose.lower[word]
    if prose.words[word] != lower:
        return False
    return (bool(lexicon.verbal) and lexicon.is_verb(lower)) or (not titled and lower in lexicon.lesser)


def _is_title(prose: Prose, lexicon: Lexicon, word: int, name: int) -> bool:
    lower = prose.lower[word]
    return lower in lexicon.titles or lower in lexicon.short_titles or _is_owned(prose, lexicon, word, name)


def _is_owned(prose: Prose, lexicon: Lexicon, word: int, name: int) -> bool:
    """A title with an ending for whose it is, before a comma (`manajernya, |Sari Dewanti`)."""
    beside = word + 1 == name and prose.gap(word) == ", "
    return beside and any(noun in lexicon.titles for noun in lexicon.without_owner(prose.lower[word]))


def _is_in_title(prose: Prose, lexicon: Lexicon, word: int) -> bool:
    """It belongs to an office, though it is a small word elsewhere (`Juru |bicara`, `Direktur Kriminal |Khusus`)."""
    if lexicon.genders or not word:
        return False
    is_capital = prose.words[word].istitle() and prose.lower[word] in lexicon.role_words
    return is_capital or f"{prose.lower[word - 1]} {prose.lower[word]}" in lexicon.titles


def _is_spoken_to(prose: Prose, lexicon: Lexicon, begin: int, name: int) -> bool:
    """`Kepada |wartawan, Sari mengatakan`: she is none of them."""
    if not begin or "," not in prose.gap(name - 1):
        return False
    return prose.lower[begin - 1] in lexicon.addressing


def _past_body(prose: Prose, lexicon: Lexicon, begin: int) -> int:
    """Where an office begins whose body has a title in its name (`|Ketua Umum Asosiasi Tani dan Guru Losari`)."""
    if lexicon.genders or (begin and " ".join(prose.lower[begin - 1 : begin + 1]) in lexicon.groups):
        return begin  # `Ketua Majelis |Hakim Sari`
    found, is_body = begin, False
    for word in range(begin - 1, max(-1, begin - LONGEST_ROLE), -1):
        lower = prose.lower[word]
        if prose.gap(word) not in (" ", " ("):
            break
        if not prose.words[word][0].isupper() and lower not in lexicon.joiners and lower not in lexicon.titles:
            break
        is_body = is_body or lower in lexicon.organisations
        if is_body and lower in lexicon.titles:
            found = word
    return found


def _leads_up(prose: Prose, lexicon: Lexicon, word: int, name: int) -> bool:
    """It joins parts of an office, or is a word of one and no verb (`Secretary of |State Sari`)."""
    if prose.lower[word] in lexicon.joiners:
        return _joins(prose, lexicon, word, name)
    return bool(lexicon.genders) and prose.words[word].istitle() and prose.lower[word] in lexicon.role_words


def _with_body(prose: Prose, lexicon: Lexicon, begin: int) -> int:
    """Where the role begins with whose office it is, if that stands first (`|White House press secretary`)."""
    first = begin
    for word in range(begin - 1, max(-1, begin - LONGEST_ROLE), -1):
        if not (lexicon.genders and _says_whose(prose, lexicon, word)):
            break
        if prose.words[word][0].isupper():
            first = word
    return first


def _says_whose(prose: Prose, lexicon: Lexicon, word: int) -> bool:
    """A capital that is nobody's first name, or a small word of offices (`press`)."""
    if prose.gap(word) != " ":
        return False
    lower = prose.lower[word]
    if not prose.words[word][0].isupper():
        return lower in lexicon.role_words
    return lower not in lexicon.function_words and (lower not in lexicon.genders or lower in lexicon.nameless)


def _ends_role(prose: Prose, lexicon: Lexicon, word: int, name: int, *, titled: bool) -> bool:
    """No role goes on to the left of this word: once it has its title, the first small word is too much."""
    lower = prose.lower[word]
    small = lower in lexicon.function_words
    if (not titled and _leads_up(prose, lexicon, word, name)) or (
        (small or not titled) and _is_in_title(prose, lexicon, word)
    ):
        return False
    if small and (titled or word + 1 == name or lower not in lexicon.inner):
        return True
    if titled and lower in lexicon.organisations:
        return True
    # `Minister Budi met |Senator Sari`: somebody else's name.
    return prose.words[word].istitle() and lower in lexicon.genders and lower not in lexicon.nameless


def _joins(prose: Prose, lexicon: Lexicon, word: int, name: int) -> bool:
    """It stands within the name of an office (`Menteri Komunikasi |dan Digital Sari`, `Kepala Tata |dan Pos, Sari`)."""
    if word + 1 >= name or not word:
        return False
    parted = not lexicon.genders and (prose.text[prose.ends[name - 1]] == "," or word + 1 < name - 1)
    if prose.lower[word + 1] not in lexicon.role_words and not parted:
        return False
    return prose.words[word - 1][0].isupper() and prose.words[word + 1][0].isupper()


def _role_end(prose: Prose, name: int) -> int:
    """Where the role before a name ends: with its last word, or with the bracket that closes behind it."""
    end = prose.ends[name - 1]
    return end + prose.text[end : prose.starts[name]].find(")") + 1


def role_after(prose: Prose, lexicon: Lexicon, after: int) -> Span | None:
    """An apposition from the word `after` on: `, ahli bedah trauma dan petugas darurat WHO,`."""
    if after >= len(prose.words) or prose.gap(after - 1) != ", ":
        return None
    head = after + (prose.lower[after] in lexicon.article_words)
    if head >= len(prose.words) or not (head > after or _is_calling(prose, lexicon, head)):
        return None
    closing = APPOSITION_END.search(prose.text, prose.starts[head])
    if closing is None:
        return None
    plain = not _is_calling(prose, lexicon, head)
    if plain and (closing.start() - prose.starts[head] > LONGEST_PLAIN or closing.group() != ","):
        return None
    if (
        not lexicon.genders
        and closing.group() != ","
        and prose.words[head][0].isupper()
        and _is_told_way(prose, lexicon, after)
    ):
        return None
    words = prose.words_in((prose.starts[head], closing.start()))
    if _introduces(prose, lexicon, words) if lexicon.genders else _says(prose, lexicon, words):
        return None
    return prose.starts[after], closing.start()


def _says(prose: Prose, lexicon: Lexicon, words: range) -> bool:
    """A verb follows its noun: it is no apposition but who says something (`Di Losari, |warga mengaku …`)."""
    told = list(prose.lower[words.start + 1 : words.stop])
    return bool(told) and (told[0] in lexicon.cue_words or any(_is_active(lexicon, word) for word in told))


def _is_active(lexicon: Lexicon, lower: str) -> bool:
    return lower in lexicon.cue_words and lower.startswith(lexicon.active)


def _is_told_way(prose: Prose, lexicon: Lexicon, after: int) -> bool:
    """`Dihubungi melalui Arunika, |Kapolres Losari mengatakan …`: the name before the comma only tells how."""
    return after > 1 and prose.lower[after - 2] in lexicon.function_words


def _is_calling(prose: Prose, lexicon: Lexicon, head: int) -> bool:
    """A title; where nouns stand first, whose kin somebody is as well (`Sari, |ibu korban,`)."""
    kin = not lexicon.genders and prose.words[head] in lexicon.relations
    return kin or prose.lower[head] in lexicon.titles


def _introduces(prose: Prose, lexicon: Lexicon, words: range) -> bool:
    """A title leads up to a name there: the next of a list (`Sari, |former Governor Budi`, `Sari, |Sen. Budi`)."""
    last = words.stop - 1
    if prose.lower[last] in lexicon.ranks and prose.text[prose.ends[last] : prose.ends[last] + 1] == ".":
        return True
    for word in words[:-1]:
        following = word + 1
        if prose.lower[word] in lexicon.inner:
            return False
        named = prose.words[following].istitle() and prose.lower[following] not in lexicon.nameless
        if named and prose.lower[word] in lexicon.callings and prose.lower[following] not in lexicon.function_words:
            return prose.text[prose.ends[word] : prose.starts[following]] in (" ", ". ")
    return False
