"""The forms of a pack compiled to patterns over the signs of its lexicon."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

from runut.dates.lexicon import FIGURES, Lexicon, lexicon, pieces
from runut.languages import Pack
from runut.languages.dates import Form

TOKEN = re.compile(r"\{(?P<role>[^}]*)\}|(?P<control>[\[\]|>])|(?P<literal>[^\s\[\]|>{}]+)")
# A run of time words is cut at this length, so that a page of nothing but dates stays cheap.
LONGEST_RUN = 40
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Match:
    """Where a form fits in a run of signs: the phrase and, by role, the words that fill it."""

    form: Form
    phrase: Place
    roles: tuple[tuple[str, Place], ...]


@dataclass(frozen=True, slots=True)
class _Rule:
    form: Form
    source: str
    first: frozenset[str]

    def match(self, run: str, at: int) -> Match | None:
        found = _compiled(self.source).match(run, at)
        if found is None:
            return None
        filled = [name for name, words in found.groupdict().items() if words is not None and name != "phrase"]
        return Match(self.form, found.span("phrase"), tuple((n.partition("_")[0], found.span(n)) for n in filled))


class Grammar:
    """All forms of a pack; `read` is remembered, as runs of the same signs come again and again."""

    def __init__(self, pack: Pack) -> None:
        words = lexicon(pack)
        rules = [_rule(text, form, words) for form in pack.dates.forms for text in form.words]
        signs = {sign for rule in rules for sign in rule.first}
        self._starts = {sign: _choice([rule for rule in rules if sign in rule.first]) for sign in signs}
        self.read = lru_cache(maxsize=8192)(self._read)

    def _read(self, run: str) -> tuple[Match, ...]:
        return tuple(self._matches(run))

    def _matches(self, run: str) -> Iterator[Match]:
        at = 0
        while at < len(run):
            pattern, rules = self._starts.get(run[at], (None, ()))
            found = pattern.match(run, at) if pattern else None
            match = rules[int((found.lastgroup or "")[1:])].match(run, at) if found else None
            if match:
                yield match
            at = max(match.phrase[1] if match else 0, at + 1)


@cache
def grammar(pack: Pack) -> Grammar:
    """The compiled forms of a pack."""
    return Grammar(pack)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


def _choice(rules: list[_Rule]) -> tuple[re.Pattern[str], list[_Rule]]:
    # Names of roles are dropped here: a name may stand only once in a pattern.
    plain = (re.sub(r"\(\?P<\w+>", "(?:", rule.source) for rule in rules)
    return re.compile("|".join(f"(?P<r{index}>{source})" for index, source in enumerate(plain))), rules


def _rule(text: str, form: Form, words: Lexicon) -> _Rule:
    before, _, phrase = text.rpartition(">")
    source, first, _ = _Parser(phrase, words).sequence()
    return _Rule(form, f"{_context(before.strip(), words)}(?P<phrase>{source})", frozenset(first))


def _context(text: str, words: Lexicon) -> str:
    """What must stand just before a phrase: roles and words, none of them missing."""
    if not text:
        return ""
    signs = (re.escape("".join(chosen)) for chosen in product(*(_choices(t, words) for t in TOKEN.finditer(text))))
    return f"(?:{'|'.join(f'(?<={sign})' for sign in signs)})"


def _choices(token: re.Match[str], words: Lexicon) -> list[str]:
    role = token["role"]
    phrases = words.roles.get(role, ()) if role else [" ".join(pieces(token["literal"]))]
    return [*(_signs(phrase, words.signs) for phrase in phrases), *FIGURES.get(role or "", "")]


class _Parser:
    """Reads one form; each part gives its pattern, the signs it may begin with, and whether it may be missing."""

    def __init__(self, text: str, words: Lexicon) -> None:
        self.tokens = list(TOKEN.finditer(text))
        self.at = 0
        self.words = words
        self.seen: Counter[str] = Counter()

    def sequence(self) -> tuple[str, set[str], bool]:
        source, first, empty = "", set[str](), True
        while self.at < len(self.tokens) and self.tokens[self.at]["control"] not in ("]", "|"):
            part, begins, missing = self.part()
            source += part
            first |= begins if empty else set()
            empty = empty and missing
        return source, first, empty

    def part(self) -> tuple[str, set[str], bool]:
        token = self.tokens[self.at]
        self.at += 1
        if token["control"]:
            return self.optional()
        if token["literal"]:
            signs = _signs(" ".join(pieces(token["literal"])), self.words.signs)
            return re.escape(signs), {signs[0]}, False
        name = token["role"]
        self.seen[name] += 1
        return _role(name, self.words, f"{name}_{self.seen[name]}")

    def optional(self) -> tuple[str, set[str], bool]:
        choices = [self.sequence()]
        while self.tokens[self.at]["control"] == "|":
            self.at += 1
            choices.append(self.sequence())
        self.at += 1
        return f"(?:{'|'.join(c[0] for c in choices)})?", set().union(*(c[1] for c in choices)), True


def _role(name: str, words: Lexicon, group: str) -> tuple[str, set[str], bool]:
    role = name.strip("-").rstrip("2")
    phrases = [_signs(phrase, words.signs) for phrase in words.roles.get(role, {})]
    numbers = FIGURES.get(role, "")
    single = "".join(re.escape(p) for p in phrases if len(p) == 1) + numbers
    several = sorted((re.escape(p) for p in phrases if len(p) > 1), key=len, reverse=True)
    source = "|".join([*several, *([f"[{single}]"] if single else [])]) or r"(?!)"
    opening = "(?:" if name.startswith("-") else f"(?P<{group}>"
    return f"{opening}{source})", {p[0] for p in phrases} | set(numbers), False


def _signs(phrase: str, signs: Mapping[str, str]) -> str:
    return "".join(signs.get(word, word) for word in phrase.split())
