"""Whom a mention means: a shorter one joins the fullest name that holds all its words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from runut.people.genders import gender_of
from runut.people.kinds import LONGEST_NAME, aliases, kind_of, short_form
from runut.people.lexicon import Lexicon, bare, bare_words
from runut.people.member import Member
from runut.people.mentions import Mention
from runut.people.spelling import is_near
from runut.text import Prose

# So many members who share a word are looked through for the one that a mention means; a text made to tire its reader
# has more.
MOST_NAMESAKES = 200
# In shorter words a letter makes another name.
SHORTEST_MISSPELT = 5


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
    by_letter: defaultdict[str, list[tuple[str, Member]]] = field(default_factory=lambda: defaultdict(list))
    """By their first letter, the words of longer names that may stand alone, with their bearers."""

    def admit(self, mention: Mention) -> None:
        """Give a mention to the member whom it shortens, or make a new one of it."""
        words = bare_words(mention.lower)
        member = self._meant(words, mention) or self._spelt_out(mention) or self._misspelt(mention)
        if member is None:
            member = self._enter(words, mention)
        elif member.kind == "other" and (mention.titled or self._tells_surname(mention, member)):
            member.kind = "person"
        if member.kind == "person" and member.role is None and mention.role:
            member.role = self.prose[mention.role]
        member.rank = member.rank or mention.rank
        member.mentions.append(mention.span)

    def _tells_surname(self, mention: Mention, member: Member) -> bool:
        """The second word of a first name that is a place too stands alone elsewhere (`Georgia Moss … Moss`)."""
        first, _, last = member.name.lower().partition(" ")
        return first in self.lexicon.genders and bare(mention.lower[0]) == last and len(mention.lower) == 1

    def _meant(self, words: frozenset[str], mention: Mention) -> Member | None:
        namesakes = min([self.by_word.get(word, ()) for word in words], key=len)[:MOST_NAMESAKES]
        members = [m for m in namesakes if words <= m.words and self._may_mean(words, mention, m)]
        if not members:
            return None
        exact = next((m for m in members if m.words == words), None)
        elders = [m for m in members if self.lexicon.generations.isdisjoint(m.words)]
        if exact is not None or (not elders and len(words) > 1):
            return exact  # `Tom Moss` is not `Tom Moss Jr`
        return max(elders or members, key=lambda m: (self._bears(words, m), _is_known(m, mention), len(m.mentions)))

    def _may_mean(self, words: frozenset[str], mention: Mention, member: Member) -> bool:
        if not _shortens(mention, member) or not self._is_called(mention, member):
            return False
        return self._may_be(words, member) and self._speaks(mention, member)

    def _is_called(self, mention: Mention, member: Member) -> bool:
        """The form of address before this very mention fits the member's first name (`Mr Moss` is not Sarah Moss)."""
        told = self.lexicon.genders.get(mention.rank or "")
        return told is None or len(member.words) == 1 or gender_of(self.lexicon, member.name, None) in (None, told)

    def _speaks(self, mention: Mention, member: Member) -> bool:
        """A title before a surname tells of a person, whatever else bears the name (`President Moss`, `Moss Tower`)."""
        if member.kind == "person" or not (mention.titled and self.lexicon.genders):
            return True
        return mention.lower[-1] == member.surname

    def _bears(self, words: frozenset[str], member: Member) -> bool:
        """The word is the member's surname, where names end with it: `Hill` is Dan Hill rather than Hill Street."""
        return bool(self.lexicon.genders) and member.kind == "person" and member.surname in words

    def _spelt_out(self, mention: Mention) -> Member | None:
        """The body whose name the text spells out too (`Kedubes Arunika`: `Kedutaan Besar Arunika`)."""
        short = self.lexicon.short_organisations
        if short.keys().isdisjoint(mention.lower):
            return None
        words = frozenset(" ".join([short.get(word, word).lower() for word in mention.lower]).split())
        namesakes = min([self.by_word.get(word, ()) for word in words], key=len)[:MOST_NAMESAKES]
        return next((m for m in namesakes if words <= m.words and m.kind != "person"), None)

    def _misspelt(self, mention: Mention) -> Member | None:
        """Of whose name a single word of the text is a part but for one letter (`Kavic` behind `Rini Kavcic`)."""
        if len(mention.words) > 1 or len(mention.lower[0]) < SHORTEST_MISSPELT or not mention.words[0].istitle():
            return None
        written, lexicon = bare(mention.lower[0]), self.lexicon
        if written in lexicon.nameless or written in lexicon.heads or self.by_word.get(written):
            return None
        alike = self.by_letter.get(written[0], ())[:MOST_NAMESAKES]
        return next((m for word, m in alike if m.kind == "person" and is_near(word, written)), None)

    def _may_be(self, words: frozenset[str], member: Member) -> bool:
        """No form of address before this surname calls for another pronoun than the member's first name does."""
        if not self.addressed or len(words) > 1 or len(member.words) == 1:
            return True
        told = self.addressed.get(next(iter(words)))
        return told is None or gender_of(self.lexicon, member.name, None) in (None, told)

    def _enter(self, words: frozenset[str], mention: Mention) -> Member:
        short = short_form(self.prose, mention)
        kind = kind_of(self.prose, self.lexicon, mention, short)
        name = bare(" ".join(self.prose[mention.span].split()))
        member = Member(name, kind, words, aliases=aliases(mention, short))
        self.members.append(member)
        for word in words:
            self.by_word[word].append(member)
        if len(words) > 1:
            # Where names end with a surname only that one stands alone.
            for word in (member.surname,) if self.lexicon.genders else name.lower().split():
                self.by_letter[word[0]].append((word, member))
        return member


def _is_known(member: Member, mention: Mention) -> bool:
    """The text has the member's full name before this place: `Sari` is nobody who appears only later."""
    return member.mentions[0] < mention.span


def _shortens(mention: Mention, member: Member) -> bool:
    """A part of a long run of capitals, such as a headline, is no short form of it."""
    return member.kind == "person" or len(mention.words) == len(member.words) or len(member.words) <= LONGEST_NAME - 2
