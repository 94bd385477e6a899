"""The noun phrase that names a source, beside its cue."""

from __future__ import annotations

from dataclasses import dataclass

from runut.people import Lexicon
from runut.text import Prose
from runut.vocabulary import Span

# A source of more words than this is a clause that was misread.
LONGEST_SOURCE = 32


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """Finds source phrases in one text; `barriers` are spans no source may enter (dates, credits)."""

    prose: Prose
    lexicon: Lexicon
    stoppers: frozenset[str]
    auxiliaries: frozenset[str]
    relative: frozenset[str]
    inner: frozenset[str]
    joiners: frozenset[str]
    breakers: frozenset[str]
    """Words that no source reaches across (*bahwa*, *karena*)."""
    verbal_prefixes: tuple[str, ...]
    barriers: frozenset[int]
    """Word indices inside dates and credit phrases."""
    asides: frozenset[int] = frozenset()
    """Word indices inside related links."""

    def before(self, cue: int, floor: int) -> range:
        """Word range of the source that ends before word `cue`, not reaching below word `floor`."""
        end = cue
        while end > floor and self._passes(end - 1):
            end -= 1
        end = self._before_aside(cue, end, floor)
        begin = end
        while begin > floor and end - begin < LONGEST_SOURCE:
            word = begin - 1
            if begin < end:
                if self._pronoun(begin):
                    break
                step = self._step_left(word, begin, end, floor)
                if step == "stop":
                    break
                if step == "interlude":
                    end = begin = word if self._opens(word) else begin
                    while end > floor and self._passes(end - 1):
                        end -= 1
                    begin = end
                    continue
            elif (cue - word > 1 and self._hard_gap(word)) or self.prose.lower[word] in self.breakers:
                break
            elif word in self.barriers or (self._opens(word) and self.prose.lower[word] in self.stoppers):
                end = begin = word
                continue
            begin -= 1
        return self._trim(begin, end)

    def _before_aside(self, cue: int, end: int, floor: int) -> int:
        """`Wang, dalam telepon dengan Araghchi, mengatakan`: skip what stands between two commas and is no name."""
        if end != cue or end <= floor or "," not in self._gap(cue - 1):
            return end
        for word in range(cue - 2, max(floor - 1, cue - 26), -1):
            gap = self._gap(word)
            if any(mark in gap for mark in "\"“”.;:!?\n"):
                break
            if "," in gap:
                first = self.prose.lower[word + 1]
                leads = self._opens(word + 1) or first in self.stoppers or first in self.relative
                return word + 1 if leads and word >= floor else end
        return end

    def _passes(self, word: int) -> bool:
        """Words between a source and its cue that belong to neither."""
        lower = self.prose.lower[word]
        return word in self.barriers or (lower in self.auxiliaries and lower not in self.lexicon.singular)

    def _step_left(self, word: int, begin: int, end: int, floor: int) -> str:
        """Whether the phrase [begin, end) goes on to the left with `word`: go, stop or interlude."""
        lower, gap = self.prose.lower[word], self._gap(word)
        if word in self.barriers:
            return "interlude" if self._opens(begin) else "stop"
        if self._parts(gap):
            return "stop"
        if "," in gap:
            return self._across_comma(word, begin, end, floor)
        if lower in self.breakers:
            return "stop"
        if lower in self.joiners:
            return "go" if word > floor and self._joins(word - 1, begin) else "stop"
        if self._opens(word):
            return self._at_opener(word, begin, floor)
        return "go"

    def _across_comma(self, word: int, begin: int, end: int, floor: int) -> str:
        first = self.prose.lower[begin]
        if self.prose.lower[word] in self.lexicon.role_words and (
            first in self.lexicon.role_words or first in self.joiners
        ):
            return "go"
        if first in self.relative or self._opens(begin):
            return "interlude" if self._opens(begin) and first not in self.relative else "go"
        if self._name_like(begin, end) and self._title_left(word, floor):
            return "go"
        if (first in self.lexicon.titles or first in self.lexicon.organisations or first.isdigit()) and self.prose.words[word][0].isupper():
            return "go"
        return "stop"

    def _joins(self, left: int, right: int) -> bool:
        """Two nouns may be joined to one source; a verb on the left shows that clauses are joined."""
        prefixes = self.verbal_prefixes
        lower = self.prose.lower[left]
        if prefixes and lower.startswith(prefixes) and not self._nominal(left):
            return False
        return self._nominal(right) and (bool(prefixes) or self._nominal(left))

    def _at_opener(self, word: int, begin: int, floor: int) -> str:
        """A preposition: within the phrase after a common noun, an interlude after a name."""
        if word == floor:
            return "stop"
        before = word - 1
        if "," in self._gap(before):
            return "stop" if begin - word < 1 else "interlude"
        if self.prose.lower[word] in self.stoppers:
            if self._is_name(before) or self.prose.lower[before] in self.lexicon.singular:
                return "interlude"
            return "go" if self._head_left(before, floor) else "stop"
        return "stop"

    def _pronoun(self, word: int) -> bool:
        lower = self.prose.lower[word]
        return lower in self.lexicon.singular or lower in self.lexicon.plural

    def _head_left(self, word: int, floor: int) -> bool:
        """A noun that can head a source stands to the left, in the same phrase."""
        lexicon = self.lexicon
        heads = lexicon.titles | lexicon.groups | lexicon.organisations | lexicon.documents | lexicon.unnamed
        for at in range(word, max(floor - 1, word - 10), -1):
            if self.prose.lower[at] in heads | lexicon.indefinite:
                return True
            if at > floor and any(mark in self._gap(at - 1) for mark in ",.;:\"“”"):
                return False
        return False

    def _title_left(self, word: int, floor: int) -> bool:
        for at in range(word, max(floor - 1, word - 24), -1):
            if self.prose.lower[at] in self.lexicon.titles or self.prose.lower[at] in self.lexicon.short_titles:
                return True
            if at > floor and any(mark in self._gap(at - 1) for mark in ".;:\"“”"):
                return False
        return False

    def _name_like(self, begin: int, end: int) -> bool:
        words = range(begin, end)
        return len(words) <= 6 and all(
            self.prose.words[w][0].isupper() or self.prose.lower[w] in self.lexicon.particles for w in words
        )

    def _nominal(self, word: int) -> bool:
        lower, lexicon = self.prose.lower[word], self.lexicon
        return (
            self.prose.words[word][0].isupper()
            or lower in lexicon.groups
            or lower in lexicon.organisations
            or lower in lexicon.titles
            or lower in lexicon.determiners
            or lower in lexicon.unnamed
            or lower in lexicon.indefinite
            or lower in lexicon.role_words
        )

    def _is_name(self, word: int) -> bool:
        return self.prose.words[word][0].isupper() and not self.lexicon.names_nothing(self.prose.lower[word])

    def _opens(self, word: int) -> bool:
        return self.prose.lower[word] in self.lexicon.openers

    def _gap(self, word: int) -> str:
        """What stands between this word and the next."""
        prose = self.prose
        return prose.text[prose.ends[word] : prose.starts[word + 1]] if word + 1 < len(prose.words) else "."

    def _parts(self, gap: str) -> bool:
        """A gap that no source reaches across; `Irjen Pol. Sandi` is one source."""
        return gap != ". " and (" -" in gap or any(mark in gap for mark in "\"“”.;:!?\n—–"))

    def _gap_ends(self, word: int) -> bool:
        return any(mark in self._gap(word) for mark in "\"“”.;:!?\n")

    def _hard_gap(self, word: int) -> bool:
        return any(mark in self._gap(word) for mark in "\"“”;:!?\n")

    def _trim(self, begin: int, end: int) -> range:
        """Leave out words at the front that only lead up to the source."""
        lexicon = self.lexicon
        while begin < end:
            lower = self.prose.lower[begin]
            leads = lower in lexicon.openers or lower in self.auxiliaries or lower in self.joiners
            if not leads and not (lower in lexicon.determiners and lower not in lexicon.article_words
                                  and begin + 1 < end and self._is_name(begin + 1)):
                break
            if lower in lexicon.singular or lower in lexicon.indefinite:
                break
            begin += 1
        return range(begin, end)

    def after(self, cue: int, ceiling: int, *, content_follows: bool = False) -> range:
        """Word range of the source that begins at word `cue` and ends before word `ceiling`."""
        at = cue
        seen_name = False
        while at < ceiling and at - cue < LONGEST_SOURCE:
            lower = self.prose.lower[at]
            if at > cue:
                gap = self._gap(at - 1)
                if self._parts(gap):
                    break
                if "," in gap and not self._goes_on(cue, at, ceiling):
                    break
            if at in self.barriers or self._stops(cue, at):
                break
            if seen_name and content_follows and self.prose.words[at][0].islower():
                if lower not in self.lexicon.particles and lower not in self.lexicon.titles:
                    break
            seen_name = seen_name or self._is_name(at)
            at += 1
        return range(cue, at)

    def _stops(self, cue: int, at: int) -> bool:
        lower = self.prose.lower[at]
        if lower not in self.stoppers:
            return False
        if at == cue:
            return True
        # “juru bicara di Kementerian …”: a place within a description that has no name yet.
        named = any(self._is_name(w) for w in range(cue, at))
        return not (lower in self.inner and not named and self._nominal(at - 1) and at + 1 < len(self.prose.words)
                    and self.prose.words[at + 1][0].isupper())

    def _goes_on(self, cue: int, at: int, ceiling: int) -> bool:
        """Whether the phrase goes on behind a comma: a name after a title, or an apposition after a name."""
        if at in self.barriers or at >= ceiling:
            return False
        lower = self.prose.lower[at]
        if lower in self.stoppers or lower in self.relative:
            return False
        named = any(self._is_name(w) for w in range(cue, at))
        titled = any(self.prose.lower[w] in self.lexicon.titles for w in range(cue, at))
        if self.prose.words[at][0].isupper() and not self._opens(at):
            return titled
        return named and (lower in self.lexicon.titles or lower.isdigit() or (
            lower in self.lexicon.article_words and at + 1 < ceiling and self.prose.lower[at + 1] in self.lexicon.titles
        ))

    def span(self, words: range) -> Span | None:
        """The span of a word range, with a bracket that closes right behind it; None for an empty range."""
        if not words:
            return None
        start, end = self.prose.starts[words[0]], self.prose.ends[words[-1]]
        text = self.prose.text
        if text[end : end + 1] == ")" and "(" in text[start:end]:
            end += 1
        return start, end
