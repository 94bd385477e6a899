"""The stage from an article's text to its statements."""

from __future__ import annotations

import hashlib

from runut.chains.carrier import Carrier
from runut.chains.passing import via
from runut.statements.acts import act
from runut.statements.confidence import confidence
from runut.statements.drafting import draft
from runut.statements.drafts import Draft, manner
from runut.statements.phrases import phrases
from runut.statements.scene import Scene
from runut.statements.speakers import Floor, Speaker
from runut.vocabulary import Evidence, Span, SpeakerType, Statement


def attribute(scene: Scene) -> tuple[Statement, ...]:
    """Find who says what in a text, in the order of the text.

    Content, cue and source are spans into the text. A speaker that cannot be told is None, with the reason among the
    evidence (`speaker: unclear`).
    """
    drafts = draft(scene.prose, scene.pack, phrases(scene), scene.carriers)
    speakers = _speakers(scene, drafts)
    places = {id(item): index for index, item in enumerate(drafts)}
    return tuple(
        _statement(scene, item, speaker, places.get(id(item.parent)))
        for item, speaker in zip(drafts, speakers, strict=True)
    )


def _speakers(scene: Scene, drafts: list[Draft]) -> list[Speaker]:
    floor = Floor(scene.prose, scene.pack, scene.cast, tuple(map(_credit, scene.carriers)))
    found: dict[int, Speaker] = {}
    for item in drafts:
        shared = found.get(id(item.shared)) if item.shared else None
        parent = found.get(id(item.parent)) if item.parent else None
        found[id(item)] = shared or floor.resolve(item, parent)
    return [found[id(item)] for item in drafts]


def _credit(carrier: Carrier) -> tuple[Span, str, SpeakerType]:
    return carrier.name_span, carrier.name, "document" if carrier.kind == "document" else "outlet"


def _statement(scene: Scene, item: Draft, speaker: Speaker, within: int | None) -> Statement:
    prose, cue = scene.prose, item.cue.span if item.cue else item.credit
    return Statement(
        id=_id(item),
        content=tuple(item.content),
        cue=cue,
        source=item.source,
        speaker=speaker.name,
        speaker_type=speaker.type,
        role=speaker.role,
        manner=manner(prose, item.content),
        act=act(prose, scene.pack, item, speaker.type),
        via=() if item.parent else via(scene.carriers, prose, _reach(item), speaker.name),
        within=within,
        confidence=confidence(scene.pack.about.code, item.frame, speaker.rule),
        evidence=_evidence(scene, item, speaker, cue),
    )


def _reach(item: Draft) -> Span:
    """From the first to the last word of the statement, its cue and its source."""
    spans = [*item.content, *filter(None, (item.cue.span if item.cue else item.credit, item.source))]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _evidence(scene: Scene, item: Draft, speaker: Speaker, cue: Span | None) -> tuple[Evidence, ...]:
    words = scene.prose[cue] if cue else ""
    return (
        Evidence(f"frame: {item.frame}", words, cue),
        Evidence(f"speaker: {speaker.rule}", speaker.name or "", item.source),
    )


def _id(item: Draft) -> str:
    """Names the statement within its article: where its parts stand."""
    parts = f"{item.content}{item.cue.span if item.cue else item.credit}{item.source}"
    return hashlib.blake2b(parts.encode(), digest_size=6).hexdigest()
