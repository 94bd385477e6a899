"""Training articles as token sequences with labels."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from runut.languages import load_pack
from runut.model.pieces import Vocabulary, tokenise
from runut.text import Prose, prepare
from runut.vocabulary import Span

DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
GOLD = ("statements/id-train.jsonl", "statements/en-train.jsonl")
# Marks of our own in articles and pages of the development data, told by article and place; by the day of marking.
MARKS = sorted(Path(__file__).with_name("marks").glob("*.jsonl"))
MARKED = ("copies/articles.jsonl.gz", "pages/fundus.jsonl", "pages/id.jsonl")
# Articles that we wrote ourselves, with their marks.
WRITTEN = sorted(Path(__file__).with_name("written").glob("*.jsonl"))

ACTS = ("states", "reports", "confirms", "denies", "declines", "alleges", "asks", "commits", "warns", "believes")
TYPES = ("person", "group", "organisation", "outlet", "document", "unnamed", "none")
# Labels of words: nothing, first word of a cue, further word of one, first word of a statement without a cue.
OUTSIDE, CUE, CUE_ON, ANCHOR = range(4)
CONTENT, SOURCE = 1, 2


@dataclass(frozen=True, slots=True)
class Said:
    """A statement in words; all are indices of words."""

    mark: tuple[int, ...]
    """The cue's words, or the first word of the content where there is no cue."""
    anchor: bool
    """There is no cue."""
    content: tuple[int, ...]
    source: tuple[int, ...]
    act: int
    type: int


@dataclass(frozen=True, slots=True)
class Story:
    """An article's text and its statements as the gold has them."""

    id: str
    outlet: str
    language: str
    text: str
    statements: tuple[dict[str, Any], ...]
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A story as it is learned from."""

    ids: list[int]
    words: list[int]
    firsts: list[int]
    labels: list[int]
    """One for each word."""
    said: list[Said]


def gold() -> list[Story]:
    """The articles that two annotators have marked."""
    return [story for name in GOLD for story in load(DATA / name)]


def everything() -> list[Story]:
    """All articles that may be learned from: the gold, those that we wrote, and those that one of us has marked."""
    written = [story for path in WRITTEN for story in load(path)]
    return gold() + written + load_marked(MARKS, [DATA / name for name in MARKED])


def guesses(path: Path) -> list[Story]:
    """Articles as the packaged reader reads them, which training/guesses.py wrote."""
    return load_marked([path], [DATA / MARKED[0]])


def load(path: Path) -> list[Story]:
    """Read a gold file."""
    lines = [json.loads(line) for line in path.read_text("utf8").splitlines() if line.strip()]
    return [
        Story(
            line["id"],
            line["outlet"],
            line["language"],
            line["text"],
            tuple(line["statements"]),
            tuple(person["name"] for person in line.get("people") or ()),
        )
        for line in lines
    ]


def load_marked(marks: Sequence[Path], sources: Sequence[Path]) -> list[Story]:
    """Read marks that name their article by its id or its file, and the articles from files of JSON lines."""
    lines = (line for path in marks for line in map(json.loads, path.read_text("utf8").splitlines()))
    marked = {line["article"]: line for line in lines}
    return [
        Story(
            name,
            given["outlet"],
            given["language"] if isinstance(given["language"], str) else given["language"][0],
            given["text"],
            tuple(marked[name]["statements"]),
            tuple(marked[name]["people"]),
        )
        for source in sources
        for given in objects(source)
        if (name := given.get("id") or given["file"]) in marked
    ]


def objects(source: Path) -> list[dict[str, Any]]:
    """The objects of a file of JSON lines, packed or not."""
    with gzip.open(source, "rt", encoding="utf8") if source.suffix == ".gz" else source.open(encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


def lesson(story: Story, vocabulary: Vocabulary) -> Lesson:
    """Tokens and labels of a story."""
    prose = prepare(story.text, frozenset(load_pack(story.language).about.abbreviations))
    tokens = tokenise(prose, vocabulary)
    labels = [OUTSIDE] * len(prose.words)
    said = lesson_of(story, prose)
    for one in said:
        anchor = one.anchor
        for place, word in enumerate(one.mark):
            labels[word] = ANCHOR if anchor else CUE if place == 0 else CUE_ON
    return Lesson(tokens.ids, tokens.words, tokens.firsts, labels, said)


def lesson_of(story: Story, prose: Prose) -> list[Said]:
    """The statements of a story in words; those without any words are left out."""
    found = []
    for statement in story.statements:
        content = _words(prose, statement["content"])
        cue = _words(prose, [statement["cue"]] if statement["cue"] else [])
        source = _words(prose, [statement["source"]] if statement["source"] else [])
        act, kind = ACTS.index(statement["act"]), TYPES.index(statement["speaker_type"])
        if cue or content:
            found.append(Said(cue or content[:1], not cue, content, source, act, kind))
    return found


def _words(prose: Prose, spans: list[Span]) -> tuple[int, ...]:
    """Words that lie at least half within one of the spans."""
    found = []
    for start, end in spans:
        for word, (a, b) in enumerate(zip(prose.starts, prose.ends, strict=True)):
            if min(b, end) - max(a, start) >= 0.5 * (b - a):
                found.append(word)
    return tuple(sorted(set(found)))
