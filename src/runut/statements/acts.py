"""What a statement does: says, asks, denies, promises."""

from __future__ import annotations

from runut.languages import Pack
from runut.statements.drafts import Draft
from runut.text import Prose
from runut.vocabulary import Act, SpeakerType

# How much of the content is looked at for words that turn a neutral cue into another act.
HEAD = 220


def act(prose: Prose, pack: Pack, item: Draft, speaker_type: SpeakerType) -> Act:
    """The cue's act; a neutral cue takes the act that the content's own words show."""
    group = item.group
    given: Act = group.act if group else "states"
    if given == "reports" and item.frame == "according" and speaker_type in ("person", "group", "unnamed"):
        given = "states"
    if given != "states" or not item.content:
        return given
    leaning = _leaning(prose, pack, item)
    if leaning is not None:
        return leaning
    if speaker_type in ("document", "outlet"):
        return "reports"
    return given


def _leaning(prose: Prose, pack: Pack, item: Draft) -> Act | None:
    start, end = item.content[0]
    head = " ".join(prose.text[start : min(end, start + HEAD)].lower().split()).strip("“\"' ")
    quoted = prose.quote_at(start) is not None
    for rule in pack.cues.leaning:
        if head.startswith(rule.start) or (quoted and any(phrase in head for phrase in rule.within)):
            return rule.act
    return None
