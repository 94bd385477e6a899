"""What a statement does: says, asks, denies, promises."""

from __future__ import annotations

import re

from runut.languages import Pack
from runut.statements.drafts import Draft
from runut.statements.speakers import Speaker
from runut.text import Prose
from runut.vocabulary import Act

# How much of the content is looked at for words that turn a neutral cue into another act.
HEAD = 220
# A plan shows among so many of its first words.
LONGEST_PLAN = 6
WORD = re.compile(r"\w{2,}")


def act(prose: Prose, pack: Pack, item: Draft, speaker: Speaker) -> Act:
    """The cue's act; a neutral cue takes the act that the content's own words show."""
    speaker_type = speaker.type
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
    return "commits" if _announces(prose, pack, item, speaker) else given


def _announces(prose: Prose, pack: Pack, item: Draft, speaker: Speaker) -> bool:
    """What the speaker, or the body they speak for, is going to do: `pihaknya akan …`, `said the bank would …`."""
    start, end = item.content[0]
    words = [prose.lower[word] for word in prose.words_in((start, end))[:LONGEST_PLAN]]
    at = next((at for at, word in enumerate(words) if word in pack.cues.future), None)
    if not at or prose.quote_at(start) is not None:
        return False
    small = {*pack.sources.article_words, *pack.sources.inner}
    themselves = {word for word in WORD.findall(f"{speaker.name} {speaker.role}".lower()) if word not in small}
    return not themselves.isdisjoint(words[:at])


def _leaning(prose: Prose, pack: Pack, item: Draft) -> Act | None:
    start, end = item.content[0]
    head = " ".join(prose.text[start : min(end, start + HEAD)].lower().split()).strip("“\"' ")
    quoted = prose.quote_at(start) is not None
    for rule in pack.cues.leaning:
        opens = head.startswith(rule.start) and any(_opens(head, phrase) for phrase in rule.start)
        if opens or (quoted and any(phrase in head and _stands_in(head, phrase) for phrase in rule.within)):
            return rule.act
    return None


def _opens(head: str, phrase: str) -> bool:
    """It begins with these words, not with a longer one (`mari`, not `marina`)."""
    return head.startswith(phrase) and not head[len(phrase) : len(phrase) + 1].isalnum()


def _stands_in(head: str, phrase: str) -> bool:
    """These words stand in it, not only as a part of others (`kami minta`, not `kami mintai`)."""
    at = head.find(phrase)
    return at >= 0 and not head[at + len(phrase) : at + len(phrase) + 1].isalnum()
