"""Who the source of a statement is, resolved through the whole article."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from runut.languages import Pack
from runut.people import Cast, Member
from runut.statements.drafts import Draft
from runut.text import Prose
from runut.vocabulary import Span, SpeakerType


# A pronoun may mean the subject of a sentence this far back, if nobody spoke since.
SUBJECT_REACH = 3
# A name farther from its sentence's beginning, in characters, is hardly its subject.
SUBJECT_WIDTH = 60


@dataclass(frozen=True, slots=True)
class Speaker:
    """A resolved speaker; `name` is None for hearsay and when it stays unclear."""

    name: str | None
    type: SpeakerType
    rule: str
    """How it was found: `named`, `title`, `pronoun`, `continued`, `description`, `carrier`, `hearsay`, `unclear`."""
    role: str | None = None
    member: Member | None = None


@dataclass(slots=True, eq=False)
class Floor:
    """Who has the floor while the article is read from top to bottom."""

    prose: Prose
    pack: Pack
    cast: Cast
    carriers: tuple[tuple[Span, str, SpeakerType], ...] = ()
    """Name spans of credited outlets and documents, with the name to use."""
    last: Speaker | None = None
    last_person: Speaker | None = None
    last_group: Speaker | None = None
    last_organisation: Speaker | None = None
    last_document: Speaker | None = None
    last_end: int = 0
    pronouns: dict[str, str] = field(default_factory=dict)
    """The pronoun by which each person was first meant."""
    persons: list[Speaker] = field(default_factory=list)
    described: list[Speaker] = field(default_factory=list)

    def resolve(self, item: Draft, parent: Speaker | None = None) -> Speaker:
        """Find the speaker of a draft and give them the floor."""
        speaker = self._find(item, parent)
        if speaker.name is not None and item.parent is None:
            self._remember(speaker, item)
        return speaker

    def _remember(self, speaker: Speaker, item: Draft) -> None:
        self.last, self.last_end = speaker, item.end
        if speaker.type in ("person", "unnamed"):
            self.last_person = speaker
            self.persons.append(speaker)
        elif speaker.type == "group":
            self.last_group = speaker
        elif speaker.type == "organisation":
            self.last_organisation = speaker
        elif speaker.type in ("document", "outlet"):
            self.last_document = speaker
        if speaker.rule == "description":
            self.described.append(speaker)

    def _find(self, item: Draft, parent: Speaker | None) -> Speaker:
        if item.source is None:
            return self._unsaid(item)
        if item.frame == "carrier":
            return self._credited(item.source)
        words = self.prose.words_in(item.source)
        if not words:
            return self._unsaid(item)
        lowers = tuple(self.prose.lower[w] for w in words)
        return (
            self._own(lowers, parent)
            or self._owned(lowers)
            or self._pronoun(item, lowers)
            or self._carrier(item.source, lowers)
            or self._named(item.source, words, lowers)
            or self._titled(item.source, lowers)
            or self._described(item.source, lowers)
        )

    def _credited(self, source: Span) -> Speaker:
        name, kind = next((name, kind) for span, name, kind in self.carriers if span == source)
        lowers = tuple(name.lower().split())
        again = self._document_again(source, lowers) if self._bare(name) and lowers else None
        return again or Speaker(name, kind, "carrier")

    def _bare(self, name: str) -> bool:
        """A document without a name of its own (`laporan`, `report`)."""
        lexicon = self.cast.lexicon
        return set(name.lower().split()) <= lexicon.documents | lexicon.determiners

    def _unsaid(self, item: Draft) -> Speaker:
        if item.frame == "hearsay":
            asks = item.group is not None and item.group.act == "asks"
            if (asks or self._still_speaks(item)) and self.last is not None:
                return _again(self.last, "continued")
            return self._told_later(item) or Speaker(None, "none", "hearsay")
        if item.frame == "quote" and not item.cue and self.last is None:
            return Speaker(None, "none", "unclear")
        prefer = self.last_person if item.cue is not None and item.cue.absent else self.last
        found = prefer or self.last
        return _again(found, "continued") if found else self._nearest(item.start, "continued")

    def _still_speaks(self, item: Draft) -> bool:
        """A view without a holder (`dinilai`, `diharapkan`) right behind somebody's words is theirs."""
        believes = item.group is not None and item.group.act == "believes"
        gap = self.prose.sentence_at(item.start) - self.prose.sentence_at(max(0, self.last_end - 1))
        return believes and self.last is not None and gap <= 1

    def _told_later(self, item: Draft) -> Speaker | None:
        """`Informasi ini muncul dalam laporan … The Wall Street Journal`: the next sentence tells the carrier."""
        index = self.prose.sentence_at(item.start) + 1
        if index >= len(self.prose.sentences):
            return None
        sentence = self.prose.sentences[index]
        if not self.prose[sentence.span].lower().startswith(self.pack.cues.reports):
            return None
        for span, name, kind in self.carriers:
            if sentence.start <= span[0] < sentence.end:
                return Speaker(name, kind, "carrier")
        return None

    def _own(self, lowers: tuple[str, ...], parent: Speaker | None) -> Speaker | None:
        if set(lowers) <= self.cast.lexicon.own and parent is not None:
            return _again(parent, "pronoun")
        return None

    def _owned(self, lowers: tuple[str, ...]) -> Speaker | None:
        """`her own research`: a document that belongs to whoever spoke last."""
        owner = self.last_person or self.last
        if len(lowers) > 1 and lowers[0] in self.pack.sources.possessive and owner is not None:
            if set(lowers) & self.cast.lexicon.documents:
                return Speaker(owner.name, "document", "pronoun", owner.role)
        return None

    def _pronoun(self, item: Draft, lowers: tuple[str, ...]) -> Speaker | None:
        lexicon = self.cast.lexicon
        if lowers[0] in lexicon.singular and len(lowers) <= 2:
            found = self._subject_since(item) or self._again_or_nearest(self._of_gender(lowers[0]), item.start)
            if found.name is not None:
                self.pronouns.setdefault(found.name, lowers[0])
            return found
        if lowers[0] in lexicon.plural and len(lowers) <= 2:
            group = self._group_before(item.start) or self.last_group or self.last_organisation
            return _again(group, "pronoun") if group else Speaker(None, "group", "unclear")
        if lowers[0] in lexicon.neuter and len(lowers) == 1:
            thing = self._latest_thing()
            return _again(thing, "pronoun") if thing else None
        if lowers[0] in self.pack.sources.possessive and len(lowers) == 1 and self.last is not None:
            return _again(self.last, "pronoun")
        return None

    def _group_before(self, at: int) -> Speaker | None:
        """The group named last in this sentence or the two before it, with the capitalised words behind it."""
        prose, lexicon = self.prose, self.cast.lexicon
        start = prose.sentences[max(0, prose.sentence_at(at) - 2)].start
        if self.last_group is not None and self.last_end > start:
            return self.last_group
        for word in reversed(prose.words_in((start, at))):
            if prose.lower[word] in lexicon.groups:
                end = word + 1
                while end < len(prose.words) and prose.words[end][0].isupper() and prose.starts[end] < at:
                    end += 1
                return Speaker(prose[(prose.starts[word], prose.ends[end - 1])], "group", "description")
        return None

    def _of_gender(self, pronoun: str) -> Speaker | None:
        """The person who spoke last and is not known by another pronoun."""
        for speaker in reversed(self.persons):
            if self.pronouns.get(speaker.name or "", pronoun) == pronoun or not self._gendered():
                return speaker
        return self.last_person

    def _gendered(self) -> bool:
        return not self.pack.sources.common_gender

    def _latest_thing(self) -> Speaker | None:
        if self.last is not None and self.last.type in ("document", "organisation", "outlet"):
            return self.last
        return self.last_organisation or self.last_document

    def _subject_since(self, item: Draft) -> Speaker | None:
        """A person who opened a sentence after the last statement is whom a pronoun means."""
        at = self.prose.sentence_at(item.start)
        for sentence in reversed(self.prose.sentences[max(0, at - SUBJECT_REACH) : at]):
            if self.last_end > sentence.start:
                return None
            named = [
                (start, member)
                for member in self.cast.members
                if member.kind == "person"
                for start, _ in member.mentions
                if sentence.start <= start < min(sentence.end, sentence.start + SUBJECT_WIDTH)
                and (member.role or len(member.mentions) > 1 or start == sentence.start)
            ]
            if named:
                member = min(named, key=lambda pair: pair[0])[1]
                return Speaker(member.name, "person", "pronoun", member.role, member)
        return None

    def _again_or_nearest(self, speaker: Speaker | None, at: int) -> Speaker:
        return _again(speaker, "pronoun") if speaker else self._nearest(at, "pronoun")

    def _nearest(self, at: int, rule: str) -> Speaker:
        member = self.cast.latest_person(at)
        if member is None:
            return Speaker(None, "none", "unclear")
        return Speaker(member.name, "person", rule, member.role, member)

    def _carrier(self, source: Span, lowers: tuple[str, ...]) -> Speaker | None:
        lexicon = self.cast.lexicon
        for span, name, kind in self.carriers:
            if source[0] <= span[0] and span[1] <= source[1] and not self._bare(name):
                held = lowers[0] in lexicon.documents or lowers[0] in lexicon.media or span[1] - span[0] > 0.6 * (
                    source[1] - source[0]
                )
                if held:
                    return Speaker(name, "document" if lowers[0] in lexicon.documents else kind, "carrier")
        if self._refers_to_document(lowers):
            return self._document_again(source, lowers)
        return None

    def _refers_to_document(self, lowers: tuple[str, ...]) -> bool:
        """`laporan tersebut`, `the report`: a document that was mentioned before."""
        lexicon = self.cast.lexicon
        if lowers[-1] in lexicon.determiners or lowers[0] in lexicon.determiners:
            return bool(set(lowers) & lexicon.documents) and len(lowers) <= 4
        return False

    def _document_again(self, source: Span, lowers: tuple[str, ...]) -> Speaker | None:
        noun = next((w for w in lowers if w in self.cast.lexicon.documents), lowers[0])
        told = [c for c in self.carriers if not self._bare(c[1]) and c[0][0] < source[0] and self._beside(noun, c[0])]
        if told:
            return Speaker(told[-1][1], "document", "carrier")
        if self.last_document is not None:
            return Speaker(self.last_document.name, "document", "carrier")
        return None

    def _beside(self, noun: str, span: Span) -> bool:
        """The noun stands in the same sentence as the carrier's name."""
        sentence = self.prose.sentences[self.prose.sentence_at(span[0])]
        return noun in self.prose[sentence.span].lower()

    def _named(self, source: Span, words: range, lowers: tuple[str, ...]) -> Speaker | None:
        """A name within the source; with a body or a group as its head, the whole phrase is the name."""
        lexicon = self.cast.lexicon
        if self._is_medium(lowers):
            return None
        inside = [m for m in self.cast.members for s, e in m.mentions if source[0] <= s and e <= source[1]]
        if lowers[-1] in lexicon.determiners and self._is_person_noun(lowers):
            return None
        persons = [m for m in inside if self._may_speak(source, m)]
        head = next((w for w in lowers if w not in lexicon.article_words and w not in lexicon.indefinite), lowers[0])
        if persons and not self._is_body(head, lowers, source):
            member = self._who(source, persons)
            return Speaker(member.name, "person", "named", member.role, member)
        bodies = [m for m in inside if m not in persons]
        if bodies and not (set(lowers) & lexicon.titles) and head not in lexicon.unnamed and head not in lexicon.groups:
            return Speaker(self._body_name(source), "organisation", "named")
        return None

    def _ends_name(self, end: int) -> bool:
        """No further capital follows: `Chiefs receiver Tyreek Hill` does not begin with a name."""
        following = self.prose.text[end : end + 2].strip()
        return not following or not following[0].isupper()

    def _may_speak(self, source: Span, member: Member) -> bool:
        """A person; or a name that is all there is of the source and nothing known to be no person."""
        if self._inside_brackets(source, member) or member.kind == "organisation" or self._owns(source, member):
            return False
        alone = any(s <= source[0] + 1 and e >= source[1] - 1 for s, e in member.mentions)
        return member.kind == "person" or (alone and not self._all_known(member))

    def _owns(self, source: Span, member: Member) -> bool:
        """`Lindsay’s sister`: the name is a possessor."""
        inside = [(s, e) for s, e in member.mentions if source[0] <= s and e <= source[1]]
        return all(self.prose.text[e - 2 : e] in ("’s", "'s") for _, e in inside)

    def _who(self, source: Span, persons: list[Member]) -> Member:
        """Before a comma the first name (an apposition follows it), else the last one."""
        first_named = [m for m in persons if any(s == source[0] for s, e in m.mentions)]
        if first_named:
            return first_named[0]
        text = self.prose[source]
        comma = text.find(",")
        if comma > 0:
            leading = [m for m in persons for s, e in m.mentions if source[0] <= s and e <= source[0] + comma]
            first = re.match(r"\w+", text)
            before = set(re.findall(r"\w+", text[:comma].lower()))
            if leading and first and not before & self.cast.lexicon.titles:
                return leading[0]
        return max(persons, key=lambda m: max(s for s, e in m.mentions if e <= source[1]))

    def _all_known(self, member: Member) -> bool:
        lower = tuple(w.lower() for w in member.name.split())
        return all(self.cast.lexicon.names_nothing(w) for w in lower) or self.cast.lexicon.is_place(lower)

    def _inside_brackets(self, source: Span, member: Member) -> bool:
        return any(
            self.prose.text[s - 1 : s] == "(" for s, e in member.mentions if source[0] <= s and e <= source[1]
        )

    def _is_body(self, head: str, lowers: tuple[str, ...], source: Span) -> bool:
        lexicon = self.cast.lexicon
        before, comma, _ = self.prose[source].partition(",")
        if comma and set(re.findall(r"\w+", before.lower())) & lexicon.titles:
            return False
        if comma and head in lexicon.organisations:
            return True
        body = head in lexicon.organisations or head in lexicon.documents or head in lexicon.groups
        return body and head not in lexicon.titles

    def _body_name(self, source: Span) -> str:
        text = self._stripped(self.prose[source])
        lower = text.lower()
        for member in self.cast.members:
            if lower in member.aliases:
                return member.name
        short = self.cast.lexicon.short_organisations.get(lower)
        return short if short and short.lower() in self.prose.text.lower() else text

    def _stripped(self, text: str) -> str:
        """Without a leading article, a comma's apposition and a bracketed acronym at the end."""
        words = text.split(" ", 1)
        if len(words) > 1 and words[0].lower() in self.cast.lexicon.article_words:
            text = words[1]
        text = re.sub(r"\s*\([^)]*\)", "", text)
        return text.split(",")[0].strip()

    def _titled(self, source: Span, lowers: tuple[str, ...]) -> Speaker | None:
        """A title alone (`Mendag`, `menteri tersebut`, `the minister`) means its holder."""
        lexicon = self.cast.lexicon
        bare = [w for w in lowers if w not in lexicon.determiners and w not in lexicon.article_words]
        if not bare or lowers[0] in lexicon.indefinite:
            return None
        if not any(w in lexicon.titles or w in lexicon.short_titles for w in bare):
            return None
        if any(w.endswith(("'s", "’s")) for w in bare):
            return None  # "Sari's lawyer" is somebody else
        member = self.cast.titled(" ".join(bare), source[0]) or self.cast.only_holder((bare[0], bare[-1]), source[0])
        return Speaker(member.name, "person", "title", member.role, member) if member else None

    def _described(self, source: Span, lowers: tuple[str, ...]) -> Speaker:
        lexicon = self.cast.lexicon
        bare = {w for w in lowers if w not in lexicon.determiners and w not in lexicon.article_words}
        definite = lowers[-1] in lexicon.determiners or lowers[0] in lexicon.determiners
        definite = definite and not set(lowers) & set(self.pack.sources.relative)
        if definite:
            for earlier in reversed(self.described):
                if earlier.name and bare & set(earlier.name.lower().split()):
                    return _again(earlier, "description")
        if definite and bare & lexicon.organisations and len(bare) <= 2 and self.last_organisation is not None:
            return _again(self.last_organisation, "description")
        if definite and self._is_medium(lowers):
            told = [c for c in self.carriers if c[0][0] < source[0] and c[2] == "outlet"]
            if told:
                return Speaker(told[-1][1], "outlet", "carrier")
        if definite and self.last_person is not None and self._is_person_noun(lowers) and self._could_be(bare):
            return _again(self.last_person, "title")
        text = self.prose[source]
        head = next((w for w in lowers if w not in lexicon.article_words and w not in lexicon.indefinite), lowers[0])
        kind = self._kind(head, lowers)
        name = self._body_name(source) if kind == "organisation" else text
        return Speaker(name, kind, "description")

    def _could_be(self, bare: set[str]) -> bool:
        """The last person may be meant, unless their role is known and says otherwise."""
        role = self.last_person.role if self.last_person else None
        return role is None or bool(bare & set(re.findall(r"\w+", role.lower())))

    def _is_medium(self, lowers: tuple[str, ...]) -> bool:
        """`kantor berita tersebut`, `the newspaper`: the outlet credited last."""
        bare = " ".join(w for w in lowers if w not in self.cast.lexicon.determiners)
        return bare in self.cast.lexicon.media

    def _is_person_noun(self, lowers: tuple[str, ...]) -> bool:
        """`eks personel band itu`, `the 25-year-old singer`: a noun for one person, said again."""
        lexicon = self.cast.lexicon
        closed = lowers[-1] in lexicon.determiners or lowers[0] in lexicon.article_words
        return closed and lowers[0] not in lexicon.indefinite and any(w in lexicon.titles for w in lowers)

    def _kind(self, head: str, lowers: tuple[str, ...]) -> SpeakerType:
        lexicon = self.cast.lexicon
        ordered: tuple[tuple[frozenset[str], SpeakerType], ...] = (
            (lexicon.documents, "document"),
            (lexicon.media, "outlet"),
            (lexicon.organisations, "organisation"),
        )
        for words, kind in ordered:
            if head in words:
                return kind
        if head in lexicon.unnamed or (lowers[0] in lexicon.indefinite and head in lexicon.titles):
            return "unnamed"
        if head in lexicon.groups or lowers[0] in lexicon.indefinite:
            return "group"
        return "organisation" if any(w in lexicon.organisations for w in lowers) else "unnamed"


def _again(speaker: Speaker, rule: str) -> Speaker:
    return Speaker(speaker.name, speaker.type, rule, speaker.role, speaker.member)
