"""From mentions to the cast: a shorter mention joins the fullest name that holds all its words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from runut.people.cast import Cast
from runut.people.genders import gender_of
from runut.people.kinds import LONGEST_NAME, aliases, kind_of, short_form
from runut.people.lexicon import Lexicon, bare, bare_words
from runut.people.member import Member
from runut.people.mentions import Mention, find_mentions
from runut.people.nicknames import joined_by_nickname
from runut.people.spelling import is_near
from runut.text import Prose

# So many members who share a word are looked through for the one that a mention means; a text made to tire its reader
# has more.
MOST_NAMESAKES = 200
# In shorter words a letter makes another name.
SHORTEST_MISSPELT = 5


def gather(prose: Prose, lexicon: Lexicon, barriers: frozenset[int] = frozenset()) -> Cast:
    """Find who appears in a text; short mentions join the fullest one that holds all their words.

    `barriers` are indices of words that name nobody, such as those of dates.
    """
    mentions = find_mentions(prose, lexicon, barriers)
    surnames = {m.lower[-1] for m in mentions if len(m.lower) > 1 and m.lower[0] in lexicon.genders}
    callings = lexicon.callings - surnames
    # One letter alone tells of a party or a vitamin.
    mentions = tuple(
        [m for m in mentions if not callings.issuperset(m.lower) and (len(m.lower) > 1 or len(m.lower[0]) > 1)]
    )
    register = Register(prose, lexicon, _addressed(lexicon, mentions))
    for mention in sorted(mentions, key=lambda m: (len(m.words), m.titled), reverse=True):
        register.admit(mention)
    members = joined_by_nickname(prose, lexicon, _joined_by_alias(register.members))
    for member in members:
        member.mentions.sort()
    return Cast.of(sorted(members, key=lambda m: m.first), lexicon)


@dataclass(frozen=True, slots=True, eq=False)
class Register:
    """The members found so far; mentions are admitted from the longest to the shortest."""

    prose: Prose
    lexicon: Lexicon
    addressed: dict[str, str]
    """By surname, the pronoun that its forms of address call for (`Mr Moss`)."""
    members: list[Member] = field(default_factory=list)
    by_word: defaultdict[str, list[Member]] = field(default_factory=lambda: defaultdict(list))
    """By each word of their names."""

    def admit(self, mention: Mention) -> None:
        """Give a mention to the member whom it shortens, or make a new one of it."""
        words = bare_words(mention.lower)
        member = self._meant(words, mention) or self._misspelt(mention)
        if member is None:
            member = self._enter(words, mention)
        elif mention.titled and member.kind == "other":
            member.kind = "person"
        if member.kind == "person" and member.role is None and mention.role:
            member.role = self.prose[mention.role]
        member.rank = member.rank or mention.rank
        member.mentions.append(mention.span)

    def _meant(self, words: frozenset[str], mention: Mention) -> Member | None:
        namesakes = [self.by_word.get(word, ()) for word in words]
        fewest = min(namesakes, key=len) if len(namesakes) > 1 else namesakes[0]
        found = (
            m
            for m in fewest[:MOST_NAMESAKES]
            if words <= m.words and _shortens(mention, m) and self._may_be(words, m) and self._speaks(mention, m)
        )
        members = list(found)
        exact = next((m for m in members if m.words == words), None)
        elders = [m for m in members if self.lexicon.generations.isdisjoint(m.words)]
        if exact is not None or (not elders and len(words) > 1):
            return exact  # `Tom Moss` is not `Tom Moss Jr`
        return max(elders or members, key=lambda m: (self._bears(words, m), len(m.mentions)), default=None)

    def _speaks(self, mention: Mention, member: Member) -> bool:
        """A title before a surname tells of a person, whatever else bears the name (`President Moss`, `Moss Tower`)."""
        return (
            member.kind == "person"
            or not (mention.titled and self.lexicon.genders)
            or mention.lower[-1] == member.name.lower().split()[-1]
        )

    def _bears(self, words: frozenset[str], member: Member) -> bool:
        """The word is the member's surname, where names end with it: `Hill` is Dan Hill rather than Hill Street."""
        return bool(self.lexicon.genders) and member.kind == "person" and member.name.lower().split()[-1] in words

    def _misspelt(self, mention: Mention) -> Member | None:
        """Whose last name a single word of the text is but for one letter (`Kavic` behind `Rini Kavcic`)."""
        if len(mention.words) > 1 or len(mention.lower[0]) < SHORTEST_MISSPELT or not mention.words[0].istitle():
            return None
        written, lexicon = bare(mention.lower[0]), self.lexicon
        if written in lexicon.nameless or written in lexicon.heads or self.by_word.get(written):
            return None
        several = (m for m in self.members[:MOST_NAMESAKES] if m.kind == "person" and len(m.words) > 1)
        return next((m for m in several if any(is_near(word, written) for word in self._called(m))), None)

    def _called(self, member: Member) -> list[str]:
        """The words of a name that may stand alone: where names end with a surname only that one."""
        words = member.name.lower().split()
        return words[-1:] if self.lexicon.genders else words

    def _may_be(self, words: frozenset[str], member: Member) -> bool:
        """No form of address before this surname calls for another pronoun than the member's first name does."""
        told = self.addressed.get(next(iter(words))) if len(words) == 1 and len(member.words) > 1 else None
        return told is None or gender_of(self.lexicon, member.name, None) in (None, told)

    def _enter(self, words: frozenset[str], mention: Mention) -> Member:
        short = short_form(self.prose, mention)
        kind = kind_of(self.prose, self.lexicon, mention, short)
        name = bare(" ".join(self.prose[mention.span].split()))
        member = Member(name, kind, words, aliases=aliases(mention, short))
        self.members.append(member)
        for word in words:
            self.by_word[word].append(member)
        return member


def _addressed(lexicon: Lexicon, mentions: tuple[Mention, ...]) -> dict[str, str]:
    """The pronoun of each surname that a form of address tells of, where all tell the same."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.rank in lexicon.genders:
            found[bare(mention.lower[-1])].add(lexicon.genders[mention.rank])
    return {surname: pronouns.pop() for surname, pronouns in found.items() if len(pronouns) == 1}


def _shortens(mention: Mention, member: Member) -> bool:
    """A part of a long run of capitals, such as a headline, is no short form of it."""
    return member.kind == "person" or len(mention.words) == len(member.words) or len(member.words) <= LONGEST_NAME - 2


def _joined_by_alias(members: list[Member]) -> list[Member]:
    """A member whose name is another's short form joins it (`Riwa` joins `Rina Wati (Riwa)`)."""
    bearers = {alias: m for m in members for alias in m.aliases}
    nicknames = _nicknames(bearers)
    kept = []
    for member in members:
        full = bearers.get(member.name.lower()) or _nicknamed(member, nicknames)
        if full is None or full is member:
            kept.append(member)
        else:
            full.mentions += member.mentions
    return kept


def _nicknames(bearers: dict[str, Member]) -> dict[str, list[tuple[frozenset[str], Member]]]:
    """Short forms of several words, by each of their words."""
    found: dict[str, list[tuple[frozenset[str], Member]]] = {}
    for alias, bearer in bearers.items():
        if " " in alias:
            words = frozenset(alias.split())
            for word in words:
                found.setdefault(word, []).append((words, bearer))
    return found


def _nicknamed(member: Member, nicknames: dict[str, list[tuple[frozenset[str], Member]]]) -> Member | None:
    """Whoever is called `Gus Ipul` in brackets is the one whom the text then calls Ipul."""
    some = next(iter(member.words))
    return next((bearer for words, bearer in nicknames.get(some, ()) if member.words <= words), None)
