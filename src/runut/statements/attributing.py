"""The stage from an article's text to its statements."""

from __future__ import annotations

import hashlib
from typing import Literal, TypeAlias

from runut.chains.passing import via
from runut.model import encode
from runut.statements.acts import act
from runut.statements.confidence import confidence
from runut.statements.drafting import draft
from runut.statements.drafts import Draft
from runut.statements.ground import Ground
from runut.statements.lookup import lookup
from runut.statements.manners import manner
from runut.statements.merging import merge
from runut.statements.scene import Scene
from runut.statements.speakers import Speaker, resolve
from runut.vocabulary import Act, Evidence, Span, Statement

Reader: TypeAlias = Literal["rules", "model"]
"""What reads the statements: rules over language packs, or these with a learned reader."""


def attribute(scene: Scene, *, reader: Reader = "rules") -> tuple[Statement, ...]:
    """Find who says what in a text, in the order of the text, by rules alone or by the model beside them.

    Content, cue and source are spans into the text. A speaker that cannot be told is None, with the reason among the
    evidence (`speaker: unclear`).
    """
    ground = Ground.of(scene)
    cues = lookup(scene.pack)
    drafts = draft(ground, cues, scene.carriers)
    if reader == "model":
        drafts = merge(ground, cues, drafts, encode(scene.given).reading(scene.pack.about.code))
    speakers = resolve(ground, scene.cast, scene.carriers, drafts)
    places = {item: index for index, item in enumerate(drafts)}
    return tuple(
        [
            _statement(scene, ground, item, speaker, places.get(item.parent) if item.parent else None)
            for item, speaker in zip(drafts, speakers, strict=True)
        ]
    )


def _statement(scene: Scene, ground: Ground, item: Draft, speaker: Speaker, within: int | None) -> Statement:
    return Statement(
        id=_id(item),
        content=tuple(item.content),
        cue=item.sign,
        source=item.source,
        speaker=speaker.name,
        speaker_type=speaker.type,
        role=speaker.role,
        manner=manner(ground, item.content, nested=item.parent is not None),
        act=_act(scene, item, speaker),
        via=() if item.parent else _via(scene, item, speaker),
        within=within,
        confidence=min(confidence(scene.pack.about.code, item.frame, speaker.rule), item.probability or 1.0),
        evidence=_evidence(scene, item, speaker),
    )


def _via(scene: Scene, item: Draft, speaker: Speaker) -> tuple[str, ...]:
    """The carriers named where it stands; a signed post shows by its form where it was written."""
    platform = scene.pack.credits.signed
    if item.frame == "post" and platform:
        return (platform,)
    return via(scene.carriers, scene.prose, _reach(item), speaker.name)


def _act(scene: Scene, item: Draft, speaker: Speaker) -> Act:
    """What the rules read from its cue and words; where those tell nothing, what the model takes it for."""
    told = act(scene.prose, scene.pack, item, speaker)
    return told if item.act is None or (item.group is not None and told != "states") else item.act


def _reach(item: Draft) -> Span:
    """From the first to the last word of the statement, its cue and its source."""
    spans = [*item.content]
    if item.sign:
        spans.append(item.sign)
    if item.source:
        spans.append(item.source)
    return min(spans)[0], max([end for _, end in spans])


def _evidence(scene: Scene, item: Draft, speaker: Speaker) -> tuple[Evidence, ...]:
    words = scene.given[item.sign] if item.sign else ""
    return (
        Evidence(f"frame: {item.frame}", words, item.sign),
        Evidence(f"speaker: {speaker.rule}", speaker.name or "", item.source),
    )


def _id(item: Draft) -> str:
    """Names the statement within its article: where its parts stand."""
    parts = f"{item.content}{item.sign}{item.source}"
    return hashlib.blake2b(parts.encode(), digest_size=6).hexdigest()
