"""One reader a frame: from a cue in its sentence to content and source."""

from __future__ import annotations

from dataclasses import dataclass

from runut.languages import Pack
from runut.statements.cues import Cue
from runut.statements.drafts import Draft, trimmed
from runut.statements.phrases import Phrases
from runut.text import Prose
from runut.vocabulary import Span

# Fewer words before a postposed "X said" are an opener ("In an email, X said …"), not content.
FEWEST_POSTPOSED = 4
CLOSING = "”\"’'»"
# No more space than this stands between a closing mark and its cue; looking back to the start would be slow.
WIDEST_GAP = 40


@dataclass(frozen=True, slots=True)
class Clause:
    """The stretch of a sentence that one cue may draw on, as words [first, last) and characters."""

    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Frames:
    """Reads drafts from cues; one for each text."""

    prose: Prose
    pack: Pack
    phrases: Phrases

    def read(self, cue: Cue, clause: Clause) -> Draft | None:
        """The statement that this cue makes in this clause; None when it makes none."""
        for group in cue.groups:
            reader = getattr(self, f"_{group.frame}")
            draft: Draft | None = reader(cue, clause)
            if draft is not None:
                draft.group = group
                return draft
        return None

    def carried(self, words: Span, name: Span, clause_end: int) -> Draft | None:
        """`Mengutip Anadolu, Jumat (25/10/2024), …`: what follows the credit is the carrier's own statement."""
        content = trimmed(self.prose.text, max(words[1], name[1]), clause_end)
        return Draft("carrier", [content], source=name) if content else None

    def _speech(self, cue: Cue, clause: Clause) -> Draft | None:
        if self.is_participle(cue):
            source = self.phrases.leading(clause.first, cue.first)
            begin = self._content_start(cue, clause)
            return self._draft("speech", cue, source, [trimmed(self.prose.text, begin, clause.end)])
        inverted = self._inversion(cue, clause)
        if inverted is not None:
            return inverted
        source = self._glued_source(cue) or self.phrases.before(cue.first, clause.first)
        at = self.prose.starts[source[0]] if source else cue.span[0]
        if self._postposed(cue, clause, at):
            before = trimmed(self.prose.text, clause.start, at)
            return self._draft("speech", cue, source, [before, self._resumed(cue.span[1], clause)])
        begin = self._content_start(cue, clause)
        end = self._object_end(cue, begin, self._quote_end(begin, clause))
        return self._draft("speech", cue, source, [trimmed(self.prose.text, begin, end)])

    def is_participle(self, cue: Cue) -> bool:
        """`…, saying …`: behind a comma it shares the subject of its sentence."""
        endings = self.pack.cues.participles
        if not endings or not cue.first or cue.group("speech", "request") is None:
            return False
        if not self.prose.lower[cue.first].endswith(endings):
            return False
        return "," in self.prose.text[self.prose.ends[cue.first - 1] : cue.span[0]]

    def _glued_source(self, cue: Cue) -> range:
        """`Anungmenyatakan`: the glued word belongs to the source too."""
        if not cue.glued or not self.prose.words[cue.first][0].isupper():
            return range(0)
        words = self.phrases.before(cue.first, max(0, cue.first - 10))
        return range(words[0] if words else cue.first, cue.first + 1)

    def _postposed(self, cue: Cue, clause: Clause, at: int) -> bool:
        """Content stands before the source: `“…,” Sari said`, `…, the ministry said on Monday.`"""
        text = self.prose.text
        before = text[clause.start : at].rstrip()
        if not before:
            return False
        if before[-1] in CLOSING or before[-2:] in ("”,", "\",", "’,", "',"):
            rest = text[cue.span[1] : clause.end].lstrip(" ,")
            return rest[:1] not in "\"“" or before[-1] in CLOSING
        if before[-1] != ",":
            return False
        words = self.prose.words_in((clause.start, at))
        if len(words) < FEWEST_POSTPOSED or self.prose.lower[words[0]] in self.phrases.lexicon.openers:
            return False
        rest = self.prose.words_in((cue.span[1], clause.end))
        return not rest or self.prose.lower[rest[0]] in self.phrases.stoppers or rest[0] in self.phrases.barriers

    def _inversion(self, cue: Cue, clause: Clause) -> Draft | None:
        """`“…,” said Sari.`, `…, said Sari, who …`: a verb of speech behind its content, the source after it."""
        before = self.prose.text[clause.start : cue.span[0]].rstrip()
        marks = CLOSING + "," if self.pack.cues.inverts else CLOSING
        if not before or before[-1] not in marks or cue.last - cue.first > 1:
            return None
        if any(group.addressed for group in cue.groups):
            return None  # "Sari, a lawyer, told the court": who is told, not who tells
        if self.prose.text[cue.span[1] : clause.end].lstrip()[:1] in (",", "“", '"', "‘", ":"):
            return None
        after = self.phrases.after(cue.last, clause.last)
        if not after or not self._can_speak(after, marked=False) or not self.phrases.closed(after, clause.last):
            return None
        end = self.prose.ends[after[-1]]
        return self._draft("inverted", cue, after,
                           [trimmed(self.prose.text, clause.start, cue.span[0]), self._resumed(end, clause)])

    def _content_start(self, cue: Cue, clause: Clause) -> int:
        """Behind the cue, its addressee and the word that introduces the content."""
        lower = self.prose.lower
        at = cue.last
        if any(group.addressed for group in cue.groups):
            at = self._past_addressee(at, clause)
        introduced = next((w for w in range(at, min(clause.last, at + 12))
                           if lower[w] in self.pack.cues.complementisers[:2]), None)
        if introduced is not None and not self._comma_between(at, introduced):
            return self.prose.ends[introduced]
        while at < clause.last and lower[at] in self.pack.cues.complementisers:
            at += 1
        return self.prose.ends[at - 1] if at > cue.last else cue.span[1]

    def _object_end(self, cue: Cue, begin: int, end: int) -> int:
        """A thing that is criticised or described ends at a comma outside quotes, or where a predicate follows `and`."""
        if not cue.groups[0].object:
            return end
        for word in self.prose.words_in((begin, end))[1:]:
            gap = self.prose.text[self.prose.ends[word - 1] : self.prose.starts[word]]
            quoted = self.prose.quote_at(self.prose.starts[word - 1]) is not None
            if not quoted and ("," in gap or "—" in gap or " - " in gap or ";" in gap):
                return self.prose.ends[word - 1]
            joined = self.prose.lower[word - 1] in self.phrases.joiners
            if joined and not quoted and self.prose.lower[word] in self.phrases.finite:
                return self.prose.ends[word - 2]
        return end

    def _past_addressee(self, at: int, clause: Clause) -> int:
        """`told reporters`, `told the BBC`: the words of the one spoken to."""
        lexicon, first = self.phrases.lexicon, at
        while at < clause.last and at - first < 8 and self.prose.quote_at(self.prose.starts[at]) is None:
            lower = self.prose.lower[at]
            known = lower in lexicon.heads or lower in lexicon.own or lower in lexicon.article_words
            if not (self.prose.words[at][0].isupper() or known or lower in lexicon.media):
                break
            if at > first and "," in self.prose.text[self.prose.ends[at - 1] : self.prose.starts[at]]:
                break
            at += 1
        return at if at < clause.last else first

    def _quote_end(self, begin: int, clause: Clause) -> int:
        """Content that is one whole quote ends with it: `menyatakan “…,” saat ditanya …`."""
        at = begin + len(self.prose.text[begin : clause.end]) - len(self.prose.text[begin : clause.end].lstrip(" ,:"))
        quote = self.prose.quote_at(at)
        if quote is None or quote.start != at or len(self.prose.words_in(quote.inner)) < FEWEST_POSTPOSED:
            return clause.end
        whole = self.prose.text[quote.end - 2 : quote.end - 1] in ".,!?"
        rest = self.prose.text[quote.end : clause.end].lstrip()
        return quote.end if whole and rest[:1] not in "\"“" else clause.end

    def _comma_between(self, first: int, last: int) -> bool:
        text = self.prose.text[self.prose.starts[first] : self.prose.starts[last]] if first < last else ""
        return "," in text or "“" in text or '"' in text

    def _resumed(self, end: int, clause: Clause) -> Span | None:
        """Content that goes on after the source: `…, kata Sari, …` or `…” said Sari. “…`."""
        text = self.prose.text
        rest = text[end : clause.end]
        lead = rest.lstrip(" .:,")
        if lead[:1] in ("“", '"', "«", "‘"):
            return trimmed(text, clause.end - len(lead), clause.end)
        if not rest.lstrip().startswith(","):
            return None
        words = self.prose.words_in((end, clause.end))
        if len(words) < 2 or words[0] in self.phrases.barriers:
            return None
        first = self.prose.lower[words[0]]
        ends = first in self.phrases.stoppers and first not in self.phrases.finite
        if ends or first in self.phrases.relative or first in self.phrases.joiners:
            return None
        apposed = any(self.prose.lower[w] in self.phrases.lexicon.titles for w in words[:2])
        if apposed and not self._pronoun(words[0] - 1) and not self._pronoun(words[0]):
            return None
        return trimmed(text, self.prose.starts[words[0]], clause.end)

    def _pronoun(self, word: int) -> bool:
        lexicon = self.phrases.lexicon
        lower = self.prose.lower[word]
        return lower in lexicon.singular or lower in lexicon.plural

    def _inverted(self, cue: Cue, clause: Clause) -> Draft | None:
        before = trimmed(self.prose.text, clause.start, cue.span[0])
        if cue.absent:
            source = range(0)
        else:
            source = self.phrases.after(cue.last, clause.last, content_follows=before is None)
            if not source:
                return None
        if before is not None and not self._closes(cue):
            return None
        end = self.prose.ends[source[-1]] if source else cue.span[1]
        if before is None:
            return self._draft("inverted", cue, source, [trimmed(self.prose.text, end, clause.end)])
        return self._draft("inverted", cue, source, [before, self._resumed(end, clause)])

    def _closes(self, cue: Cue) -> bool:
        """An inverted cue follows a comma or a closing mark; else it is a noun (`kata kunci`)."""
        before = self.prose.text[max(0, cue.span[0] - WIDEST_GAP) : cue.span[0]].rstrip()[-1:]
        word = self.prose.lower[cue.first - 1] if cue.first else ""
        return before in ",”\"’?!»'" or word in ("demikian", "begitu") or cue.absent

    def _request(self, cue: Cue, clause: Clause) -> Draft | None:
        source = self._glued_source(cue) or self.phrases.before(cue.first, clause.first)
        if self._postposed(cue, clause, self.prose.starts[source[0]] if source else cue.span[0]):
            return self._speech(cue, clause)
        begin = self._request_start(cue, clause)
        return self._draft("request", cue, source, [trimmed(self.prose.text, begin, clause.end)])

    def _request_start(self, cue: Cue, clause: Clause) -> int:
        """Behind the marker when one comes before the clause ends, else behind the addressee."""
        prose = self.prose
        for word in range(cue.last, clause.last):
            if prose.lower[word] in self.pack.cues.markers and prose.quote_at(prose.starts[word]) is None:
                return prose.ends[word]
            if word > cue.last and any(mark in prose.text[prose.ends[word - 1] : prose.starts[word]] for mark in ".;"):
                break
        at = cue.last
        addressee = self.phrases.lexicon
        while at < clause.last and (prose.words[at][0].isupper() or prose.lower[at] in addressee.organisations
                                    or prose.lower[at] in addressee.groups or prose.lower[at] in addressee.titles):
            at += 1
        return prose.starts[at] if cue.last < at < clause.last else self._content_start(cue, clause)

    def _according(self, cue: Cue, clause: Clause) -> Draft | None:
        before = trimmed(self.prose.text, clause.start, cue.span[0])
        if cue.absent:
            return self._draft("according", cue, range(0), [before, trimmed(self.prose.text, cue.span[1], clause.end)])
        source = self.phrases.after(cue.last, clause.last)
        if not source:
            return None
        end = self.prose.ends[source[-1]]
        leading = self._leads(before)
        after = None if before and not leading else trimmed(self.prose.text, self._past_aside(end, clause), clause.end)
        if leading and after:
            return self._draft("according", cue, source, [after])
        return self._draft("according", cue, source, [before, self._resumed(end, clause) if before else after])

    def _leads(self, before: Span | None) -> bool:
        """What stands before `menurut` only leads up to it (`Namun,`, `Sementara itu,`)."""
        if before is None:
            return True
        words = self.prose.words_in(before)
        lexicon = self.phrases.lexicon
        return len(words) <= 3 and all(self.prose.lower[w] in lexicon.leading for w in words)

    def _past_aside(self, end: int, clause: Clause) -> int:
        """Behind a date or place between source and content (`Mengutip Antara, Jumat (2/5), …`)."""
        words = self.prose.words_in((end, clause.end))
        at = 0
        while at < len(words) and words[at] in self.phrases.barriers:
            at += 1
        return self.prose.ends[words[at - 1]] + (self.prose.text[self.prose.ends[words[at - 1]]:][:1] == ")") if at else end

    def _hearsay(self, cue: Cue, clause: Clause) -> Draft | None:
        lower = self.prose.lower
        if cue.last >= clause.last:
            return None
        following = lower[cue.last]
        verbal = self.pack.cues.verbal_prefixes
        if verbal and not following.startswith(verbal) and following not in self.pack.cues.verbal:
            if following not in self.pack.cues.complementisers:
                return None
        asks = cue.groups[0].act == "asks"
        begin = self._request_start(cue, clause) if asks else self._content_start(cue, clause)
        after = trimmed(self.prose.text, begin, clause.end)
        before = None if asks else self._subject_piece(cue, clause)
        return self._draft("hearsay", cue, range(0), [before, after])

    def _subject_piece(self, cue: Cue, clause: Clause) -> Span | None:
        """What the hearsay is about: the clause before the cue, without what leads up to it."""
        words = self.prose.words_in((clause.start, cue.span[0]))
        lexicon = self.phrases.lexicon
        first = 0
        while first < len(words) - 1 and self.prose.lower[words[first]] in lexicon.leading:
            first += 1
        last = len(words)
        while last > first and self.prose.lower[words[last - 1]] in self.phrases.auxiliaries | self.phrases.relative:
            last -= 1
        if first >= last:
            return None
        return trimmed(self.prose.text, self.prose.starts[words[first]], self.prose.ends[words[last - 1]])

    def _passive(self, cue: Cue, clause: Clause) -> Draft | None:
        """`… disampaikan (oleh) Sari`; a pointer before it means the sentence before."""
        prose, at = self.prose, cue.last
        if at < clause.last and prose.lower[at] in self.pack.cues.agents:
            at += 1
        source = self.phrases.after(at, clause.last)
        if not source or not self._can_speak(source, marked=at > cue.last):
            return None
        pointer = prose.text[clause.start : cue.span[0]].strip(" ,").lower()
        pointed = any(pointer == p or pointer.startswith(p + " ") for p in self.pack.cues.pointers)
        before = self._sentence_before(clause) if pointed else self._subject_piece(cue, clause)
        draft = self._draft("passive", cue, source, [before])
        if draft is not None and pointed:
            draft.frame = "pointer"
        return draft

    def _sentence_before(self, clause: Clause) -> Span | None:
        index = self.prose.sentence_at(clause.start) - 1
        return trimmed(self.prose.text, *self.prose.sentences[index].span) if index >= 0 else None

    def _can_speak(self, source: range, *, marked: bool) -> bool:
        first, lexicon = source[0], self.phrases.lexicon
        lower = self.prose.lower[first]
        if marked:
            return True
        if lower in lexicon.article_words and len(source) > 1:
            return self._can_speak(source[1:], marked=False)
        return self.prose.words[first][0].isupper() or lower in lexicon.heads or lower in lexicon.singular

    def _silence(self, cue: Cue, clause: Clause) -> Draft | None:
        source = self.phrases.before(cue.first, clause.first)
        giver = next((w for w in range(cue.last, min(clause.last, cue.last + 5))
                      if self.prose.lower[w] in self.pack.cues.givers), None)
        if giver is not None:
            source = self.phrases.after(giver + 1, clause.last)
        topic = next((w for w in range(cue.last, clause.last) if self.prose.lower[w] in self.pack.cues.topics), None)
        begin = self.prose.ends[topic] if topic is not None else cue.span[1]
        content = trimmed(self.prose.text, begin, clause.end) or self._topic_ahead(clause, source)
        return Draft("silence", [content] if content else [], cue=cue, source=self.phrases.span(source))

    def _topic_ahead(self, clause: Clause, source: range) -> Span | None:
        """`Mengenai memo itu, Sari enggan berkomentar`: the topic leads the sentence."""
        end = source[0] if source else clause.first
        topics = [w for w in range(clause.first, min(end, clause.first + 2)) if self.prose.lower[w] in self.pack.cues.topics]
        return trimmed(self.prose.text, self.prose.ends[topics[0]], self.prose.starts[end]) if topics else None

    def _draft(self, frame: str, cue: Cue, source: range, content: list[Span | None]) -> Draft | None:
        pieces = [span for span in content if span is not None]
        if not pieces:
            return None
        return Draft(frame, pieces, cue=cue, source=self.phrases.span(source))
