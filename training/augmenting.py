"""Articles as real captures have them: without line breaks or quote marks, in lower case, glued, other names."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from articles import Story

from runut.languages import load_pack
from runut.vocabulary import Span

Edit: TypeAlias = tuple[int, int, str]

QUOTES = re.compile(r"[\"“”]")
BREAKS = re.compile(r"\s*\n\s*")


def vary(story: Story, names: Sequence[str], chance: random.Random) -> Story:
    """A story changed at random; most keep most of what they have."""
    steps: list[tuple[float, Callable[[Story], list[Edit]]]] = [
        (0.45, lambda s: _names(s, names, chance)),
        (0.35, lambda s: _cues(s, chance)),
        (0.2, lambda s: _glue(s, chance)),
        (0.35, lambda s: _marks(s, chance)),
        (0.25, lambda s: [(m.start(), m.end(), " ") for m in BREAKS.finditer(s.text)]),
    ]
    for likely, step in steps:
        if chance.random() < likely:
            story = edited(story, step(story))
    if chance.random() < 0.08 and len(story.text.lower()) == len(story.text):
        story = replace(story, text=story.text.lower())
    return story


def edited(story: Story, edits: Sequence[Edit]) -> Story:
    """The story with stretches of its text replaced and all spans moved along; edits that overlap are left out."""
    kept: list[Edit] = []
    for edit in sorted(edits):
        if not kept or edit[0] >= kept[-1][1]:
            kept.append(edit)
    parts, at = [], 0
    for start, end, new in kept:
        parts += [story.text[at:start], new]
        at = end
    parts.append(story.text[at:])
    return replace(
        story,
        text="".join(parts),
        statements=tuple(_moved(statement, kept) for statement in story.statements),
    )


def _moved(statement: dict[str, Any], edits: list[Edit]) -> dict[str, Any]:
    def span(old: Span) -> Span:
        return _place(old[0], edits, closing=False), _place(old[1], edits, closing=True)

    return statement | {
        "content": [span(piece) for piece in statement["content"]],
        "cue": span(statement["cue"]) if statement["cue"] else None,
        "source": span(statement["source"]) if statement["source"] else None,
    }


def _place(at: int, edits: list[Edit], *, closing: bool) -> int:
    moved = at
    for start, end, new in edits:
        if end <= at and not (start == end == at and not closing):
            moved += len(new) - (end - start)
        elif start < at:
            return moved - at + start + (len(new) if closing else 0)
        else:
            break
    return moved


def _marks(story: Story, chance: random.Random) -> list[Edit]:
    """All double quote marks straight, curly, single or gone."""
    style = chance.choice(["straight", "curly", "single", "none", "none"])
    edits, opened = [], False
    for match in QUOTES.finditer(story.text):
        opened = not opened if match.group() == '"' else match.group() == "“"
        new = {"straight": '"', "curly": "“" if opened else "”", "single": "‘" if opened else "’", "none": ""}[style]
        edits.append((match.start(), match.end(), new))
    return edits


def _glue(story: Story, chance: random.Random) -> list[Edit]:
    """Spaces lost beside a cue or source, as beside links."""
    edits = []
    for statement in story.statements:
        span = chance.choice([statement["cue"], statement["source"]])
        if span and chance.random() < 0.12:
            at = chance.choice([span[0] - 1, span[1]])
            if 0 <= at < len(story.text) and story.text[at] == " ":
                edits.append((at, at + 1, ""))
    return edits


def _cues(story: Story, chance: random.Random) -> list[Edit]:
    """Some cues replaced by others of their group."""
    groups = load_pack(story.language).cues.cue
    edits = []
    for statement in story.statements:
        if not statement["cue"] or chance.random() > 0.3:
            continue
        start, end = statement["cue"]
        word = story.text[start:end]
        fit = [g for g in groups if word in g.words and g.act == statement["act"] and not g.weak]
        if fit:
            others = [other for other in fit[0].words if " " not in other]
            edits.append((start, end, chance.choice(others or [word])))
    return edits


def _names(story: Story, names: Sequence[str], chance: random.Random) -> list[Edit]:
    """Some people get another's name throughout, long and short forms alike."""
    edits = []
    for person in story.people:
        if chance.random() > 0.5 or len(person.split()) < 2:
            continue
        other = chance.choice(names)
        pairs = [(person, other), (person.split()[-1], other.split()[-1]), (person.split()[0], other.split()[0])]
        for old, new in pairs:
            if len(old) > 3:
                edits += [(m.start(), m.end(), new) for m in re.finditer(rf"\b{re.escape(old)}\b", story.text)]
    return sorted(edits, key=lambda edit: (edit[0], -edit[1]))
