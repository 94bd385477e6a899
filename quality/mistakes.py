"""The kind of every error, told from the spans alone: what was missed, cut wrongly, invented, or given to another.

Kinds are `group/detail`; `mistakes.toml` has their names and an example of ours for each.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

from cases import Article, Row
from runut.languages import load_pack
from runut.statements.lookup import lookup

NAMES = Path(__file__).resolve().parent / "mistakes.toml"
WORD = re.compile(r"\w+")


def names() -> dict[str, dict[str, str]]:
    """By kind: its `name` and an `example`."""
    return tomllib.loads(NAMES.read_text(encoding="utf-8"))


def mistakes(article: Article) -> Counter[str]:
    """All errors of an article by kind, each counted once."""
    text, cases = article.text, article.cases
    right = [case.given for case in cases if case.given and case.found]
    spare = [case.given for case in cases if case.given and not case.found]
    kinds = [f"speaker/{rule(case.given, 'speaker')}" for case in cases if case.given and case.found and not case.said]
    for row in (case.wanted for case in cases if case.wanted and not case.found):
        other = nearest(text, row, spare)
        if other is None:
            kinds.append(missed(article, row, right))
        else:
            spare.remove(other)
            kinds.append(f"content/{'long' if len(content(text, other)) > len(content(text, row)) else 'short'}")
    kinds += [invented(text, row, right) for row in spare]
    return Counter(kinds)


def missed(article: Article, row: Row, right: list[Row]) -> str:
    """Why a statement is not there that nothing found comes near."""
    cue = row["cue"] and article.text[slice(*row["cue"])]
    if cue and not is_cue(article.language, cue):
        return "missed/unknown"
    if held(article.text, row, right):
        return "missed/within"
    if cue:
        return "missed/known"
    return "missed/quote" if row["manner"] == "direct" else "missed/loose"


def invented(text: str, row: Row, right: list[Row]) -> str:
    """What was read where the gold has nothing of its own."""
    return "invented/again" if held(text, row, right) else f"invented/{rule(row, 'frame')}"


def rule(row: Row, of: str) -> str:
    """By what the `frame` or the `speaker` was told, as the evidence has it."""
    told: dict[str, str] = dict(entry["rule"].partition(": ")[::2] for entry in row["evidence"])
    return told.get(of, "other")


def nearest(text: str, row: Row, others: list[Row]) -> Row | None:
    """The one that shares most words with it, if any shares one."""
    mine = words(text, row)
    best = max(others, key=lambda other: len(mine & words(text, other)), default=None)
    return best if best is not None and mine & words(text, best) else None


def held(text: str, row: Row, others: list[Row]) -> bool:
    """Half of its content or more is content of another."""
    mine = content(text, row)
    return any(mine and 2 * len(mine & content(text, other)) >= len(mine) for other in others)


def words(text: str, row: Row) -> set[int]:
    """Where the words of content and cue begin."""
    return content(text, row) | _starts(text, [row["cue"]] if row["cue"] else [])


def content(text: str, row: Row) -> set[int]:
    """Where the words of the content begin."""
    return _starts(text, row["content"])


def is_cue(language: str, phrase: str) -> bool:
    """The language pack knows a cue within these words."""
    told = [word.casefold() for word in WORD.findall(phrase)]
    return any(_begins(language, told[at:]) for at in range(len(told)))


def _begins(language: str, told: list[str]) -> bool:
    known = lookup(load_pack(language))
    found = known.phrase(tuple(told), 0)
    return told[0] in known.absent or (found is not None and bool(found[1]))


@cache
def _all_starts(text: str) -> list[int]:
    return [match.start() for match in WORD.finditer(text)]


def _starts(text: str, spans: list[tuple[int, int]]) -> set[int]:
    return {at for at in _all_starts(text) if any(start <= at < end for start, end in spans)}
