"""Everybody who appears in an article, and whom a shorter mention means."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from runut.people.lexicon import Lexicon
from runut.people.mentions import Mention, find_mentions
from runut.text import Prose
from runut.vocabulary import Span

Kind: TypeAlias = Literal["person", "organisation", "other"]
ACRONYM = re.compile(r"\(([A-Z][A-Za-z0-9&/ -]{1,19})\)")
# A name of more words than this is a slogan or a list that lost its commas.
LONGEST_NAME = 6
# Two initials mean too many people.
FEWEST_INITIALS = 3


@dataclass(slots=True, eq=False)
class Member:
    """One person or body, under the fullest name that the article gives."""

    name: str
    kind: Kind
    words: frozenset[str]
    """The words of the name in lower case."""
    role: str | None = None
    mentions: list[Span] = field(default_factory=list)
    aliases: set[str] = field(default_factory=set)
    """Other names in lower case, such as the acronym beside the name."""

    @property
    def first(self) -> int:
        """Where it is mentioned first."""
        return self.mentions[0][0]


@dataclass(frozen=True, slots=True, eq=False)
class Cast:
    """The members in the order in which they appear."""

    members: tuple[Member, ...]
    lexicon: Lexicon

    def named(self, words: tuple[str, ...], at: int) -> Member | None:
        """Whom these words of a name mean at this place: the latest before it that fits, else the first."""
        wanted = frozenset(w.lower().removesuffix("’s").removesuffix("'s") for w in words)
        if not wanted:
            return None
        joined = " ".join(words).lower()
        fits = [m for m in self.members if wanted <= m.words or joined in m.aliases]
        persons = [m for m in fits if m.kind == "person"] or fits
        earlier = [m for m in persons if m.first <= at]
        return (earlier or persons or [None])[0]

    def titled(self, title: str, at: int) -> Member | None:
        """Who holds this title, given in lower case: the latest mentioned before this place, else nobody."""
        full = self.lexicon.short_titles.get(title, title).lower()
        holders = [m for m in self.members if m.role and _holds(m.role.lower(), title, full)]
        earlier = [m for m in holders if m.first < at]
        return max(earlier, key=lambda m: _latest(m, at)) if earlier else None

    def only_holder(self, titles: tuple[str, ...], at: int) -> Member | None:
        """The one person mentioned before this place who holds one of these titles; None when there are several."""
        for title in titles:
            full = self.lexicon.short_titles.get(title, title).lower()
            holders = [m for m in self.members if m.role and m.first < at and _holds(m.role.lower(), title, full)]
            if len(holders) == 1 and (title in self.lexicon.titles or title in self.lexicon.short_titles):
                return holders[0]
        return None

    def latest_person(self, before: int, since: int = 0) -> Member | None:
        """The person mentioned last before this place, not earlier than `since`."""
        persons = [m for m in self.members if m.kind == "person" and since <= _latest(m, before)]
        return max(persons, key=lambda m: _latest(m, before)) if persons else None


def _holds(role: str, title: str, full: str) -> bool:
    return role.startswith(full) or re.search(rf"\b{re.escape(title)}\b", role) is not None


def _latest(member: Member, before: int) -> int:
    return max((start for start, end in member.mentions if end <= before), default=-1)


def gather(prose: Prose, lexicon: Lexicon, barriers: frozenset[int] = frozenset()) -> Cast:
    """Find who appears in a text; short mentions join the fullest one that holds all their words."""
    mentions = find_mentions(prose, lexicon, barriers)
    members: list[Member] = []
    by_word: dict[str, list[Member]] = {}
    named = [m for m in mentions if not all(w.lower() in lexicon.callings for w in m.words)]
    for mention in sorted(named, key=lambda m: (-len(m.words), m.span)):
        _admit(prose, lexicon, mention, members, by_word)
    members = _by_alias(members)
    for member in members:
        member.mentions.sort()
    members.sort(key=lambda m: m.first)
    return Cast(tuple(members), lexicon)


def _by_alias(members: list[Member]) -> list[Member]:
    """A member who bears another's short form joins it."""
    bearers = {alias: m for m in members for alias in m.aliases}
    kept = []
    for member in members:
        full = bearers.get(member.name.lower()) or _nicknamed(member, bearers)
        if full is None or full is member:
            kept.append(member)
        else:
            full.mentions += member.mentions
    return kept


def _nicknamed(member: Member, bearers: dict[str, Member]) -> Member | None:
    """`Gus Ipul` in brackets is the one whom the text then calls Ipul."""
    return next((m for alias, m in bearers.items() if " " in alias and member.words <= set(alias.split())), None)


def _admit(
    prose: Prose, lexicon: Lexicon, mention: Mention, members: list[Member], by_word: dict[str, list[Member]]
) -> None:
    words = frozenset(w.lower().removesuffix("’s").removesuffix("'s") for w in mention.words)
    rarest = min((by_word.get(w, []) for w in words), key=len, default=[])
    member = next((m for m in rarest if words <= m.words and _shortens(mention, m)), None)
    role = prose[mention.role] if mention.role else None
    if member is None:
        member = Member(" ".join(mention.words).removesuffix("’s").removesuffix("'s"), "other", words)
        member.kind = _kind(prose, lexicon, mention)
        member.aliases = _aliases(prose, mention)
        members.append(member)
        for word in words:
            by_word.setdefault(word, []).append(member)
    elif mention.titled and member.kind == "other":
        member.kind = "person"
    if member.kind == "person" and member.role is None:
        member.role = role
    member.mentions.append(mention.span)


def _shortens(mention: Mention, member: Member) -> bool:
    """A part of a long run of capitals, such as a headline, is no short form of it."""
    return member.kind == "person" or len(mention.words) == len(member.words) or len(member.words) <= LONGEST_NAME - 2


def _kind(prose: Prose, lexicon: Lexicon, mention: Mention) -> Kind:
    lower = [w.lower() for w in mention.words]
    if any(w in lexicon.organisations for w in lower):
        return "organisation"
    if all(lexicon.names_nothing(w) for w in lower) or len(lower) > LONGEST_NAME:
        return "organisation" if any(w in lexicon.role_words for w in lower) else "other"
    if mention.titled or mention.role or _aged(prose, mention):
        return "person"
    if any(alias.isupper() for alias in _short_forms(prose, mention)):
        return "organisation"
    if lexicon.is_place(tuple(lower)):
        return "other"
    plain = not any(lexicon.names_nothing(w) or any(c.isdigit() for c in w) for w in lower)
    return "person" if plain and 2 <= len(lower) <= 4 else "other"


def _aged(prose: Prose, mention: Mention) -> bool:
    return re.match(r" \(\d{1,3}\)", prose.text[mention.span[1] : mention.span[1] + 8]) is not None


def _aliases(prose: Prose, mention: Mention) -> set[str]:
    initials = "".join(w[0] for w in mention.words).lower()
    forms = {form.lower() for form in _short_forms(prose, mention)}
    return forms | {initials} if len(initials) >= FEWEST_INITIALS else forms


def _short_forms(prose: Prose, mention: Mention) -> set[str]:
    """The acronym or nickname in brackets behind a name: `Rina Wati (Riwa)`."""
    match = ACRONYM.match(prose.text, mention.span[1] + 1)
    if match is None or len(mention.words) < 2:
        return set()
    initials = "".join(w[0] for w in mention.words if w[0].isupper()).lower()
    letters = match.group(1)
    # An acronym of a foreign name may share no letter with its translation; capitals alone will do.
    return {letters} if letters.isupper() or letters[0].lower() == initials[0] or " " in letters else set()
