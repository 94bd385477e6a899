"""What the learned reader finds, as a draft: its cue as the language knows it, its content without what opens it."""

from __future__ import annotations

from runut.model import Found
from runut.statements.cue import Cue
from runut.statements.drafts import Draft
from runut.statements.ground import Ground
from runut.vocabulary import Act, Span

# Acts whose content is a clause of its own: what opens it belongs to it.
TOLD: frozenset[Act] = frozenset(("states", "believes"))


def seen(ground: Ground, cues: list[Cue], item: Found) -> Draft:
    """The draft of one statement that the reader found; its cue, where rules know it, with its uses."""
    cue = _cue(ground, cues, item.cue) if item.cue else None
    group = cue.groups[0] if cue and cue.groups else None
    frame = group.frame if group else ("speech" if cue else "quote")
    if item.source is None and item.speaker_type == "none":
        frame = "hearsay"
    elif frame == "hearsay":
        frame = "speech"
    opening = frozenset(group.behind if group else ()) | _markers(ground, item)  # `accused |of theft`
    content = [span for span in (_bared(ground, span, opening) for span in item.content) if span[0] < span[1]]
    source = None if cue and cue.absent else item.source  # `ujarnya` holds its source itself
    return Draft(frame, content, cue, source, group, act=item.act, probability=item.probability)


def _cue(ground: Ground, cues: list[Cue], span: Span) -> Cue | None:
    """The cue of the language at these words, or else one without a use that is known."""
    words = ground.prose.words_in(span)
    if not words:
        return None
    known = next((c for c in cues if c.span[0] < span[1] and span[0] < c.span[1]), None)
    groups = known.groups if known else ()
    return Cue(words.start, words.stop, span, groups, absent=known.absent if known else False)


def _markers(ground: Ground, item: Found) -> frozenset[str]:
    """What belongs to its verb before the content: `vowed |to fight`, but `is expected |to fight` whole."""
    words = ground.prose.words_in(item.content[0]) if item.content else range(0)
    # Not `mengatakan, |untuk itu perlu …`, nor a sentence that begins so.
    joined = len(words) > 0 and words.start > 0 and ground.gap(words.start - 1) == " "
    return ground.grammar.markers if joined and item.act not in TOLD else ground.grammar.clausal


def _bared(ground: Ground, span: Span, opening: frozenset[str]) -> Span:
    """Without the complementiser that introduces it (`that`, `bahwa`), or an adverb that belongs to its cue."""
    words, grammar = ground.prose.words_in(span), ground.grammar
    quote = ground.prose.quote_at(span[0])
    if len(words) < 2 or (quote is not None and span[0] <= quote.start + 1):
        return span  # `“Yang dibutuhkan …`
    first = ground.lower[words.start]
    leads = first in grammar.complementisers or first in grammar.emphases or first in opening
    return (_opened(ground, words.start + 1), span[1]) if leads else span


def _opened(ground: Ground, word: int) -> int:
    """Where the word begins, with the quote that it opens (`vowed to |“repeal and replace” the law`)."""
    start = ground.prose.starts[word]
    quote = ground.prose.quote_at(start)
    return quote.start if quote is not None and quote.start >= ground.prose.ends[word - 1] else start
