"""The noun phrase that names a source, beside its cue."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from runut.languages import Pack
from runut.people import Lexicon, lexicon
from runut.statements.scene import Scene
from runut.text import Prose
from runut.vocabulary import Span

# A source of more words than this is a clause that was misread.
LONGEST_SOURCE = 32
# An aside of more words between a source and its cue is too long to be read over.
LONGEST_ASIDE = 40
# A phrase before the subject of a sentence, such as "In the last two years,".
LONGEST_OPENING = 14


def phrases(scene: Scene) -> Phrases:
    """The finder of source phrases for one text."""
    sources, cues = scene.pack.sources, scene.pack.cues
    dated = {word for date in scene.dates for word in scene.prose.words_in(date.span)}
    return Phrases(
        prose=scene.prose,
        lexicon=lexicon(scene.pack),
        stoppers=frozenset(sources.stoppers),
        auxiliaries=frozenset(sources.auxiliaries),
        relative=frozenset(sources.relative),
        inner=frozenset(sources.inner),
        joiners=frozenset(sources.joiners),
        breakers=_breakers(scene.pack),
        verbal_prefixes=cues.verbal_prefixes,
        verbal_suffixes=cues.verbal_suffixes,
        finite=frozenset(cues.finite),
        barriers=scene.asides.union(dated),
        asides=scene.asides,
    )


@cache
def _breakers(pack: Pack) -> frozenset[str]:
    """Words no source reaches across; those that may also stand in a source do not count."""
    sources, cues = pack.sources, pack.cues
    inside = frozenset((*sources.joiners, *sources.relative, *sources.inner))
    return frozenset((*cues.complementisers, *cues.breaks, *cues.markers)) - inside | set(cues.complementisers[:2])


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
    verbal_suffixes: tuple[str, ...]
    finite: frozenset[str]
    """Auxiliaries that open a predicate (*telah*, *has*)."""
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
                if step == "predicate":
                    end = begin = word
                    while end > floor and self._passes(end - 1):
                        end -= 1
                    begin = end
                    continue
                if step == "interlude":
                    end = begin = word if self._opens(word) else begin
                    while end > floor and self._passes(end - 1):
                        end -= 1
                    begin = end
                    continue
            elif (cue - word > 1 and self._hard_gap(word)) or self.prose.lower[word] in self.breakers:
                break
            elif self.prose.lower[word] in self.joiners:
                return range(cue, cue)
            elif word in self.barriers or (self._opens(word) and self.prose.lower[word] in self.stoppers):
                end = begin = word
                continue
            begin -= 1
        return self._trim(begin, end)

    def _before_aside(self, cue: int, end: int, floor: int) -> int:
        """`Wang, dalam telepon dengan Araghchi, mengatakan`: skip what stands between two commas and is no name."""
        if end != cue or end <= floor or "," not in self._gap(cue - 1):
            return end
        nearest = True
        for word in range(cue - 2, max(floor - 1, cue - LONGEST_ASIDE), -1):
            gap = self._gap(word)
            if any(mark in gap for mark in "\"“”.;:!?\n"):
                break
            if "," in gap:
                first = self.prose.lower[word + 1]
                if first in self.relative or (nearest and (self._opens(word + 1) or first in self.stoppers)):
                    return word + 1
                nearest = False
        return end

    def _passes(self, word: int) -> bool:
        """Words between a source and its cue that belong to neither."""
        lower = self.prose.lower[word]
        return word in self.barriers or (lower in self.auxiliaries and lower not in self.lexicon.singular)

    def _step_left(self, word: int, begin: int, end: int, floor: int) -> str:
        """Whether the phrase [begin, end) goes on to the left with `word`: go, stop or interlude."""
        lower, gap = self.prose.lower[word], self._gap(word)
        if word in self.barriers:
            return "interlude" if self._opens(begin) else "go"
        if self._parts(gap, lower):
            return "stop"
        if "," in gap:
            return self._across_comma(word, begin, end, floor)
        if lower in self.breakers:
            # "Sari saat ditemui mengatakan": what hangs on a name is read over; else a clause begins here.
            named = any(self._capital(w) for w in range(begin, end))
            hangs = word > floor and not named and (self._is_name(word - 1) or self._pronoun(word - 1))
            return "interlude" if hangs and self._opens(word) else "stop"
        if self._predicate(word, floor):
            return "predicate"
        if lower in self.joiners:
            return "go" if word > floor and self._joins(word - 1, begin) else "stop"
        if self._opens(word):
            return self._at_opener(word, begin, floor)
        return "go"

    def _across_comma(self, word: int, begin: int, end: int, floor: int) -> str:
        first = self.prose.lower[begin]
        if self._capital(word) and self.prose.lower[word] in self.lexicon.role_words and (
            first in self.lexicon.role_words or first in self.joiners
        ):
            return "go"
        if first in self.relative or self._opens(begin):
            return "interlude" if self._opens(begin) and first not in self.relative else "go"
        if self._name_like(begin, end) and self._title_left(word, floor):
            return "go"
        closed = end < len(self.prose.words) and "," in self._gap(end - 1)
        closed = closed or (bool(self.verbal_prefixes) and first in self.lexicon.titles and not self._capital(begin))
        if self._capital(word) and closed and (first.isdigit() or self._apposes(begin, end)):
            return "go"
        return "stop"

    def _joins(self, left: int, right: int) -> bool:
        """Two nouns may be joined to one source; a verb on the left shows that clauses are joined."""
        prefixes = self.verbal_prefixes
        lower = self.prose.lower[left]
        if prefixes and lower.startswith(prefixes) and not self.nominal(left):
            return False
        return self.nominal(right) and (bool(prefixes) or self.nominal(left))

    def _apposes(self, begin: int, end: int) -> bool:
        """`Sari, a former police officer`: what stands behind a name says who bears it."""
        lexicon, first = self.lexicon, self.prose.lower[begin]
        if first in lexicon.titles or first in lexicon.organisations:
            return True
        reach = range(begin + 1, min(end, begin + 8))
        return first in lexicon.article_words and any(self.prose.lower[w] in lexicon.heads for w in reach)

    def _at_opener(self, word: int, begin: int, floor: int) -> str:
        """A preposition: within the phrase after a common noun, an interlude after a name."""
        if word == floor:
            return "stop"
        before = word - 1
        if "," in self._gap(before):
            return "stop" if begin - word < 1 else "interlude"
        if self.prose.lower[before] in self.finite:
            return "interlude"
        if self.prose.lower[word] in self.stoppers:
            if self._is_name(before) or self.prose.lower[before] in self.lexicon.singular:
                return "interlude"
            return "go" if self._head_left(before, floor) else "stop"
        return "stop"

    def _predicate(self, word: int, floor: int) -> bool:
        """A verb between the source and its cue (`he filed a suit saying …`): the source is left of it."""
        lower, prose = self.prose.lower[word], self.prose
        if word <= floor or prose.words[word][0].isupper():
            return False
        before = prose.lower[word - 1]
        if before in self.relative or not (self.nominal(word - 1) or before in self.auxiliaries):
            return False
        if lower in self.finite:
            return True
        verbal = bool(self.verbal_prefixes) and lower.startswith(self.verbal_prefixes)
        verbal = verbal or (bool(self.verbal_suffixes) and lower.endswith(self.verbal_suffixes))
        return verbal and not self.nominal(word) and prose.words[word - 1] != lower and (
            self._is_name(word - 1) or self._pronoun(word - 1) or before in self.lexicon.determiners
        )

    def _pronoun(self, word: int) -> bool:
        lower = self.prose.lower[word]
        return lower in self.lexicon.singular or lower in self.lexicon.plural

    def _head_left(self, word: int, floor: int) -> bool:
        """A noun that can head a source stands to the left, in the same phrase."""
        lexicon = self.lexicon
        for at in range(word, max(floor - 1, word - 10), -1):
            if self.prose.lower[at] in lexicon.heads or self.prose.lower[at] in lexicon.indefinite:
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

    def nominal(self, word: int) -> bool:
        """A word that can end or join a source: a name, or a noun for people, bodies and documents."""
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
            or lower in lexicon.documents
            or lower in lexicon.singular
            or lower in lexicon.plural
            or lower in lexicon.neuter
            or lower in lexicon.own
        )

    def _capital(self, word: int) -> bool:
        return self.prose.words[word][0].isupper()

    def _is_name(self, word: int) -> bool:
        return self.prose.words[word][0].isupper() and not self.lexicon.names_nothing(self.prose.lower[word])

    def _opens(self, word: int) -> bool:
        return self.prose.lower[word] in self.lexicon.openers

    def _gap(self, word: int) -> str:
        """What stands between this word and the next."""
        prose = self.prose
        return prose.text[prose.ends[word] : prose.starts[word + 1]] if word + 1 < len(prose.words) else "."

    def _parts(self, gap: str, before: str) -> bool:
        """A gap that no source reaches across; `Irjen Pol. Sandi` is one source."""
        if gap == ". " and (len(before) == 1 or before in self.lexicon.abbreviations):
            return False
        return (" -" in gap or any(mark in gap for mark in "\"“”.;:!?\n—–"))

    def _gap_ends(self, word: int) -> bool:
        return any(mark in self._gap(word) for mark in "\"“”.;:!?\n")

    def _hard_gap(self, word: int) -> bool:
        return any(mark in self._gap(word) for mark in "\"“”;:!?\n")

    def _trim(self, begin: int, end: int) -> range:
        """Leave out words at the front that only lead up to the source."""
        lexicon = self.lexicon
        while begin < end:
            lower = self.prose.lower[begin]
            if begin in self.barriers:
                begin += 1
                continue
            leads = lower in lexicon.openers or lower in self.auxiliaries or lower in self.joiners
            if not leads and not (lower in lexicon.determiners and lower not in lexicon.article_words
                                  and begin + 1 < end and self._is_name(begin + 1)):
                break
            if lower in lexicon.singular or lower in lexicon.indefinite:
                break
            begin += 1
        return range(begin, end)

    def leading(self, first: int, ceiling: int) -> range:
        """The subject that opens a sentence: its first name or noun phrase, up to a verb or a comma."""
        begin = self._past_opening(first, ceiling)
        end = begin
        while end < ceiling and end - begin < LONGEST_SOURCE // 2:
            if end > begin and (self._gap(end - 1).strip() or not (self._capital(end) or self.nominal(end))):
                break
            if end == begin and not (self._capital(end) or self.nominal(end) or self._article(end)):
                break
            end += 1
        return range(begin, end)

    def _past_opening(self, first: int, ceiling: int) -> int:
        """Behind a phrase that leads up to the subject and its comma (`In 2022, she …`)."""
        if not self._opens(first):
            return first
        for word in range(first, min(ceiling, first + LONGEST_OPENING)):
            if "," in self._gap(word):
                return word + 1
        return first + 1

    def _article(self, word: int) -> bool:
        lower = self.prose.lower[word]
        return lower in self.lexicon.article_words or lower in self.lexicon.indefinite

    def after(self, cue: int, ceiling: int, *, content_follows: bool = False) -> range:
        """Word range of the source that begins at word `cue` and ends before word `ceiling`."""
        at = cue
        seen_name = False
        while at < ceiling and at - cue < LONGEST_SOURCE:
            lower = self.prose.lower[at]
            if at > cue:
                gap = self._gap(at - 1)
                if self._parts(gap, self.prose.lower[at - 1]):
                    break
                if "," in gap and not self._goes_on(cue, at, ceiling):
                    break
            if at in self.barriers or self._stops(cue, at):
                break
            if seen_name and self.prose.words[at][0].islower() and not self._prolongs(at, strict=content_follows):
                break
            # Where verbs cannot be told by how they begin, any capital closes the phrase before a small word.
            seen_name = seen_name or self._is_name(at) or (not self.verbal_prefixes and self._capital(at))
            at += 1
            if self._pronoun(at - 1) and not (at < ceiling and self.prose.lower[at] in self.lexicon.determiners):
                break
        return range(cue, at)

    def _prolongs(self, at: int, *, strict: bool) -> bool:
        """A small word behind a name that still belongs to the source."""
        lower, lexicon = self.prose.lower[at], self.lexicon
        if "," in self._gap(at - 1) or lower in lexicon.particles or lower in lexicon.titles:
            return True
        if strict:
            return False
        prefixes = self.verbal_prefixes
        if prefixes:
            return not lower.startswith(prefixes) or self.nominal(at)
        return lower in self.joiners or self.nominal(at)

    def closed(self, words: range, ceiling: int) -> bool:
        """What follows the phrase shows that it ended: a mark, a stopper, or the end of the clause."""
        last = words[-1]
        if last + 1 >= ceiling:
            return True
        following = self.prose.lower[last + 1]
        return (
            any(mark in self._gap(last) for mark in ",.;:—–")
            or (following in self.stoppers and following not in self.finite)
            or following in self.relative
            or last + 1 in self.barriers
        )

    def _stops(self, cue: int, at: int) -> bool:
        lower = self.prose.lower[at]
        if lower not in self.stoppers:
            return False
        if at == cue:
            return True
        # “juru bicara di Kementerian …”: a place within a description that has no name yet.
        if lower not in self.inner or at + 1 >= len(self.prose.words) or not self.nominal(at - 1):
            return True
        named = any(self._is_name(w) for w in range(cue, at)) and self.prose.lower[at - 1] not in self.lexicon.heads
        return named or not (self._capital(at + 1) or self.prose.lower[at + 1] in self.lexicon.article_words)

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
            return titled and self._name_closed(at, ceiling)
        head = at + (lower in self.lexicon.article_words)
        apposed = head < ceiling and self.prose.lower[head] in self.lexicon.titles
        return named and (lower.isdigit() or (apposed and self._comma_ahead(at, ceiling)))

    def _name_closed(self, at: int, ceiling: int) -> bool:
        """The capitals from here on end like a name, not like the beginning of a clause."""
        while at < ceiling and (self.prose.words[at][0].isupper() or self.prose.lower[at] in self.lexicon.particles):
            if any(mark in self._gap(at) for mark in ",.;:\"“”("):
                return True
            at += 1
        return at >= ceiling or self.prose.lower[at] in self.stoppers or at in self.barriers

    def _comma_ahead(self, at: int, ceiling: int) -> bool:
        return any("," in self._gap(w) or w + 1 >= ceiling for w in range(at, min(ceiling, at + 16)))

    def span(self, words: range) -> Span | None:
        """The span of a word range, with a bracket that closes right behind it; None for an empty range."""
        if not words:
            return None
        start, end = self.prose.starts[words[0]], self.prose.ends[words[-1]]
        text = self.prose.text
        if text[end : end + 1] == ")" and "(" in text[start:end]:
            end += 1
        return start, end
