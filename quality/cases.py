"""Gold and reading side by side: every statement of an article that was to be found, was found, or both."""

from dataclasses import dataclass
from types import ModuleType
from typing import Any

import msgspec

import runut

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """One statement: missed where only `wanted` is there, invented where only `given` is."""

    wanted: Row | None = None
    given: Row | None = None
    said: bool = False
    """Both are there and the speaker is the right one."""

    @property
    def found(self) -> bool:
        """The gold has it and so does the reading."""
        return self.wanted is not None and self.given is not None


@dataclass(frozen=True, slots=True)
class Article:
    """One article of the gold with its cases; articles are what a resample draws."""

    language: str
    outlet: str
    text: str
    cases: list[Case]


def read(gold: Row, scorer: ModuleType) -> Article:
    """Attribute an article and join what was found with its gold, as the scorer matches them."""
    asked: Row = {key: gold.get(key) for key in ("language", "outlet", "headline", "published")}
    found = msgspec.to_builtins(runut.attribute(gold["text"], **asked))["statements"]
    return Article(gold["language"], gold["outlet"], gold["text"], joined(gold, found, scorer))


def joined(gold: Row, found: list[Row], scorer: ModuleType) -> list[Case]:
    """The matched ones, then the missed, then the invented."""
    wanted = gold["statements"]
    pairs = [(i, j) for _, i, j in scorer.match(gold["text"], wanted, found)]
    left, right = {i for i, _ in pairs}, {j for _, j in pairs}
    both = [(wanted[i], found[j]) for i, j in pairs]
    return [
        *(Case(a, b, said=scorer.same_name(a["speaker"], b["speaker"])) for a, b in both),
        *(Case(wanted=row) for i, row in enumerate(wanted) if i not in left),
        *(Case(given=row) for j, row in enumerate(found) if j not in right),
    ]
