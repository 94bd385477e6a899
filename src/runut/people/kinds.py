"""Whether a mention names a person, a body or something else, and which short forms it brings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from runut.people.lexicon import Lexicon, bare
from runut.people.member import Kind
from runut.people.mentions import Mention
from runut.text import Prose
from runut.vocabulary import Span

ACRONYM = re.compile(r"\(([A-Z][A-Za-z0-9&/ -]{1,19})\)")
# A politician's party and place: `(R-Ohio)`, `Moss, R-Wis., said`.
PARTY = re.compile(r"[A-Z]{1,3}-[A-Z][\w.]*")
AGE = re.compile(r" \(\d{1,3}\)|, \d{2},(?! \d)")
# A name of more words than this is a slogan or a list that lost its commas.
LONGEST_NAME = 6
# Without a title, a person has at least a first and a last name, and seldom more than these.
FEWEST_PLAIN, MOST_PLAIN = 2, 4
# In more letters capitals may be somebody's surname (`Budi HARTONO`).
MOST_CAPITALS = 4
# A shorter noun for people may be a first name (`Tim`).
SHORTEST_PEOPLE = 4
# An article or the noun of what bears a name stands within so many characters before it.
LONGEST_ARTICLE = 12
# Two initials mean too many people.
FEWEST_INITIALS = 3


def kind_of(prose: Prose, lexicon: Lexicon, mention: Mention, short: str | None) -> Kind:
    """What a mention names, told by its words and by what stands beside it; `short` is its short form."""
    words = tuple(map(bare, mention.lower))
    if not lexicon.organisations.isdisjoint(words) or _is_short_form(prose, mention):
        return "organisation"
    if _is_several(lexicon, mention) if lexicon.genders else _begins_with_people(lexicon, mention, words):
        return "other"
    if lexicon.genders and mention.role and not mention.titled and _is_body(lexicon, prose, mention.role):
        return "organisation"
    if len(words) > LONGEST_NAME or lexicon.nameless.issuperset(words):
        return "other" if lexicon.role_words.isdisjoint(words) else "organisation"
    if not mention.titled and _is_thing(prose, lexicon, mention.span):
        return "other"
    if mention.titled or mention.role or AGE.match(prose.text, mention.span[1]):
        return "person"
    if short is not None and short.isupper():
        return "organisation"
    return "person" if _is_plain_name(lexicon, words) else "other"


def _is_short_form(prose: Prose, mention: Mention) -> bool:
    """In brackets behind an office, it is short for the body whose office that is (`Direktur PT Arunika |(Arja)`)."""
    start, end = mention.span
    alone = prose.text[start - 1 : start] == "(" and prose.text[end : end + 1] == ")"
    return alone and mention.titled and len(mention.words) == 1


def _is_thing(prose: Prose, lexicon: Lexicon, span: Span) -> bool:
    """A thing or a place bears it (`tanker |Putri Losari`, `di |Arunika`), or an article stands before each mention."""
    first = prose.words_in(span).start
    before = _before(prose, first, span[0])
    if before in lexicon.bearers or before in lexicon.locatives:
        return True
    # What kind of a thing it is may stand between (`Bandara Internasional |Raka`, `Gelora Bung |Raka`).
    between = before in lexicon.role_words or before in lexicon.ranks
    if between and _before(prose, first - 1, prose.starts[first - 1]) in lexicon.bearers:
        return True
    if before not in lexicon.article_words or not lexicon.genders:
        return False
    name = prose[span]
    return " " in name and all(_has_article(prose, lexicon, at) for at in _places(prose.text, name))


def _before(prose: Prose, word: int, start: int) -> str:
    """The word before another that begins at `start`, with only a space between; else nothing."""
    is_near = word > 0 and prose.text[prose.ends[word - 1] : start] == " "
    return prose.lower[word - 1] if is_near else ""


def _has_article(prose: Prose, lexicon: Lexicon, at: int) -> bool:
    words = prose.words_in((max(0, at - LONGEST_ARTICLE), at))
    return bool(words) and prose.lower[words[-1]] in lexicon.article_words | lexicon.bearers


def _places(text: str, name: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + len(name))


def _begins_with_people(lexicon: Lexicon, mention: Mention, words: tuple[str, ...]) -> bool:
    """Where a noun stands before what tells which: `Umat Teduh`, `Warga Arunika`, but `Tim Moss`."""
    if mention.titled:
        return False
    return len(words) > 1 and len(words[0]) >= SHORTEST_PEOPLE and words[0] in lexicon.groups


def _is_body(lexicon: Lexicon, prose: Prose, role: Span) -> bool:
    """What is said of it in apposition has a noun for a body before anything that tells more (`Arunika, a brewer,`)."""
    words = prose.words_in(role)
    closing = (w for w in words[1:] if prose.lower[w] in lexicon.inner or prose.lower[w] in lexicon.titles)
    end = next(closing, words.stop)
    if not words or (end < words.stop and prose.lower[end] in lexicon.titles):
        return False
    return prose.lower[end - 1] in lexicon.organisations or prose.lower[end - 1] in lexicon.media


def _is_several(lexicon: Lexicon, mention: Mention) -> bool:
    """A party or people in the plural (`House Republicans`), or capitals alone at the end (`state ID`, `UC`)."""
    last = mention.words[-1]
    if bare(mention.lower[-1]) in lexicon.groups:
        return True
    return last.isupper() and 1 < len(last) <= MOST_CAPITALS and mention.lower[-1] not in lexicon.generations


def _is_plain_name(lexicon: Lexicon, words: tuple[str, ...]) -> bool:
    """Two to four words that mean nothing else and hold no figure."""
    surname = words[-1] in lexicon.titles and words[0] in lexicon.genders  # Emily Singer
    plain = words[:-1] if surname else words[words[0] in lexicon.given :]  # `Imam Hartono`
    first = () if words[0] in lexicon.genders and words[0] not in lexicon.callings else plain[:1]  # `Bill Moss`
    plain = (*first, *(word for word in plain[1:] if word not in lexicon.borne))
    if not FEWEST_PLAIN <= len(words) <= MOST_PLAIN or not lexicon.nameless.isdisjoint(plain):
        return False
    return not lexicon.is_place(words) and not any(map(str.isdigit, "".join(words)))


def short_form(prose: Prose, mention: Mention) -> str | None:
    """The acronym or nickname in brackets behind a name, as written: `Rina Wati (Riwa)`."""
    comma = prose.text[mention.span[1] : mention.span[1] + 1] == ","
    match = ACRONYM.match(prose.text, mention.span[1] + 1 + comma)
    if match is None or len(mention.words) < 2:
        return None
    letters = match.group(1)
    if PARTY.match(letters):
        return None
    initial = next((w[0] for w in mention.words if w[0].isupper()), "").lower()
    # An acronym of a foreign name may share no letter with its translation; capitals alone will do.
    fits = letters.isupper() or " " in letters or letters[0].lower() == initial
    return letters if fits else None


def is_party(prose: Prose, mention: Mention) -> bool:
    """A politician's party and place behind a name, which is nobody's (`Sari Moss, |R-Ohio,`)."""
    before = prose.text[max(0, mention.span[0] - 2) : mention.span[0]]
    return len(mention.words) == 1 and before.endswith((", ", "(")) and PARTY.match(mention.words[0]) is not None


def aliases(mention: Mention, short: str | None) -> set[str]:
    """Other names of what a mention names, in lower case: its short form and its initials."""
    forms = {short.lower()} if short else set()
    parts = [part for word in mention.words for part in word.split("-") if part]
    if len(parts) >= FEWEST_INITIALS:
        forms.add("".join([part[0] for part in parts]).lower())
    return forms
