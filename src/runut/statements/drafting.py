"""From prose to drafts: each sentence's cues in turn, then the quotes that no cue claims."""

from __future__ import annotations

import re
from collections.abc import Sequence

from runut.chains.carrier import Carrier
from runut.languages import Pack
from runut.people import Lexicon
from runut.statements.cues import Cue, find_cues
from runut.statements.drafts import Draft, trimmed
from runut.statements.frames import Clause, Frames
from runut.statements.phrases import Phrases
from runut.text import Prose, Quote, Sentence

# A quote of fewer words is a term or a title, not somebody's statement.
FEWEST_QUOTED = 5
# A sentence is nothing but its quote when at most this many words stand outside it.
MOST_BESIDE_QUOTE = 2
# Credits after which the carrier itself tells; "in an interview with X, he said" is somebody else's telling.
TELLING = ("cite", "according", "reports", "inverted")
DATELINE = re.compile(r"[A-Z][\w.,/() ]{2,60}?(?: [-–—] ?|[-–—] )(?=[A-Z“\"])")


def draft(prose: Prose, pack: Pack, phrases: Phrases, carriers: Sequence[Carrier]) -> list[Draft]:
    """All statements of a text in order, speakers still open."""
    frames = Frames(prose, pack, phrases)
    cues = [c for c in find_cues(prose, pack) if c.first not in phrases.asides]
    drafts: list[Draft] = []
    for index, sentence in enumerate(prose.sentences):
        own = [c for c in cues if sentence.start <= c.span[0] < sentence.end]
        credits = [c for c in carriers if c.sentence == index]
        outside = [c for c in own if not c.quoted and not _is_credit(c, credits)]
        drafts += _sentence(frames, sentence, outside, next((c for c in credits if c.introduces and c.frame in TELLING), None))
        drafts += _within_quotes(frames, [c for c in own if c.quoted], drafts)
    drafts = _without_doubles(drafts)
    drafts += _loose_quotes(prose, drafts)
    return sorted(drafts, key=lambda d: d.start)


def _is_credit(cue: Cue, credits: list[Carrier]) -> bool:
    """The cue's words belong to a credit, which is a way and no statement."""
    return any(
        c.words[0] <= cue.span[0] < c.words[1] and (c.introduces or not _asserts(cue))
        for c in credits
    )


def _asserts(cue: Cue) -> bool:
    """A carrier or document that is cited (`berdasarkan data …`) is a source like others."""
    return cue.group("according", "speech") is not None


def _sentence(frames: Frames, sentence: Sentence, cues: list[Cue], opening: Carrier | None) -> list[Draft]:
    """The statements of one sentence; a later cue ends, shares or lies within an earlier one."""
    prose = frames.prose
    found: list[Draft] = []
    floor = _past_aside(frames, sentence, _past_dateline(prose, sentence))
    if opening is not None:
        item = frames.carried(opening.words, opening.name_span, sentence.end)
        if item is not None:
            item.credit = opening.cue
            found.append(item)
            floor = opening.words[1]
    for cue in cues:
        if found and _claimed(found[-1], cue):
            continue
        item = frames.read(cue, _clause(prose, floor, sentence.end))
        if item is None or not _plausible(frames, item) or (found and _credits(item)):
            continue
        _relate(frames, item, found, sentence)
        found.append(item)
        floor = _floor_after(item, floor)
    return found


def _past_aside(frames: Frames, sentence: Sentence, floor: int) -> int:
    """Where the sentence begins behind a related link that runs into it."""
    for word in frames.prose.words_in((floor, sentence.end)):
        if word not in frames.phrases.asides:
            return frames.prose.starts[word] if frames.prose.starts[word] > floor + 2 else floor
    return floor


def _past_dateline(prose: Prose, sentence: Sentence) -> int:
    """Where the first sentence begins behind `JAKARTA, KOMPAS.com -`, where a text still has it."""
    if sentence.start:
        return sentence.start
    match = DATELINE.match(prose.text)
    return match.end() if match else 0


def _clause(prose: Prose, start: int, end: int) -> Clause:
    words = prose.words_in((start, end))
    first = words[0] if words else 0
    return Clause(first, words[-1] + 1 if words else 0, start, end)


def _credits(item: Draft) -> bool:
    """A credit behind somebody's words (`…, kata Sari dikutip dari Antara`) tells the way, no statement."""
    group = item.group
    return item.frame == "according" and group is not None and group.act == "reports" and item.parent is None


def _claimed(earlier: Draft, cue: Cue) -> bool:
    """The cue's words are already the source of the statement before."""
    return earlier.source is not None and earlier.source[0] <= cue.span[0] < earlier.source[1]


def _floor_after(item: Draft, floor: int) -> int:
    """Where the next clause may begin: behind the cue that was read, and behind its source."""
    ends = [floor]
    if item.cue is not None:
        ends.append(item.cue.span[1])
        if item.frame in ("inverted", "passive", "pointer", "according") and item.source:
            ends.append(item.source[1])
    return max(ends)


def _relate(frames: Frames, item: Draft, found: list[Draft], sentence: Sentence) -> None:
    """Settle a new draft against the one before it in the sentence: coordinate, cut off or nest."""
    if not found or item.cue is None:
        return
    before = found[-1]
    if before.frame == "carrier" and item.source and item.source[0] <= before.content[0][0] + 1:
        found.pop()  # another speaks: the carrier is only the way
        return
    if _wraps(item, before):
        _wrap(frames.prose, item, before)
        return
    if frames.is_participle(item.cue):
        _cut(frames.prose, before, item.cue.span[0])
        item.shared, item.source = before.shared or before, before.source
        return
    at = item.source[0] if item.source and item.source[0] < item.cue.span[0] else item.cue.span[0]
    word = frames.prose.words_in((before.cue.span[1] if before.cue else sentence.start, at))
    joint = _joint(frames, word)
    if joint is not None:
        _cut(frames.prose, before, frames.prose.starts[joint])
        if item.source is None and not item.cue.absent and item.frame != "hearsay":
            item.shared = before.shared or before
            item.source = before.source
    elif before.content and before.content[-1][0] <= at < before.content[-1][1]:
        item.parent = before


def _wraps(item: Draft, before: Draft) -> bool:
    """`Police found a victim, Sari told reporters`: what came before is all content of the later words."""
    if not item.content or not before.content or item.cue is None or before.cue is None:
        return False
    if item.frame not in ("speech", "according", "inverted") or item.source is None:
        return False
    first, last = item.content[0], before.content[-1]
    ahead = first[1] <= (item.source or item.cue.span)[0] and first[1] <= item.cue.span[0]
    return ahead and before.frame in ("speech", "request", "hearsay") and last[0] <= first[0] + 1 <= last[1]


def _wrap(prose: Prose, item: Draft, before: Draft) -> None:
    first = item.content[0]
    item.content[0] = before.start, first[1]
    before.parent = item
    _cut(prose, before, first[1])


def _joint(frames: Frames, words: range) -> int | None:
    """The word that sets the new clause apart (`dan`, `sementara`, `sebelum`), if one leads up to it."""
    cues, prose = frames.pack.cues, frames.prose
    for word in reversed(words[-3:]):
        if prose.lower[word] in cues.breaks or prose.lower[word] in cues.coordinators:
            return word
        if prose.lower[word] not in frames.phrases.auxiliaries and prose.lower[word] not in cues.negations:
            return None
    return None


def _cut(prose: Prose, item: Draft, at: int) -> None:
    pieces = []
    for start, end in item.content:
        kept = trimmed(prose.text, start, min(end, at)) if start < at else None
        if kept:
            pieces.append(kept)
    if pieces:
        item.content = pieces


def _plausible(frames: Frames, item: Draft) -> bool:
    """A weak verb needs a source that can speak; a cue of speech needs some source or a quote."""
    group = item.group
    if group is None:
        return False
    if item.frame not in ("speech", "request"):
        return not group.weak or item.source is None or _speaks(frames, item.source, weak=True)
    assert item.cue is not None
    before = frames.prose.lower[item.cue.first - 1] if item.cue.first else ""
    if before in frames.pack.cues.unasserted or before in frames.pack.cues.passives:
        return False
    if before in frames.phrases.lexicon.article_words:
        return False
    following = frames.prose.lower[item.cue.last] if item.cue.last < len(frames.prose.lower) else ""
    if following in frames.pack.cues.agents and item.frame == "speech":
        return False
    if item.source is None:
        return not group.weak and (before in frames.pack.cues.coordinators or item.cue.glued or before in frames.phrases.auxiliaries)
    return _speaks(frames, item.source, weak=group.weak or item.frame == "request")


def _speaks(frames: Frames, source: tuple[int, int], *, weak: bool) -> bool:
    """Whether a phrase can be a source at all."""
    prose, lexicon = frames.prose, frames.phrases.lexicon
    words = prose.words_in(source)
    if not words:
        return False
    lowers = [prose.lower[w] for w in words]
    if set(lowers) <= lexicon.article_words or lowers[-1].endswith(("'s", "’s")):
        return False
    prefixes = frames.pack.cues.verbal_prefixes
    if prefixes and lowers[0].startswith(prefixes) and not _heads(lexicon, lowers[0]):
        if prose.words[words[0]][0].islower():
            return False
    reach = lowers[:2] if weak else lowers[:6]
    if any(_heads(lexicon, w) for w in (*reach, lowers[-1])):
        return True
    if weak and not frames.phrases.nominal(words[-1]):
        return False
    if not weak:
        return any(prose.words[w][0].isupper() for w in words)
    rest = [w for w in words if prose.lower[w] not in lexicon.article_words]
    return any(prose.words[w][0].isupper() and _is_name(prose, w) for w in [*rest[:1]])


def _heads(lexicon: Lexicon, lower: str) -> bool:
    return (
        lower in lexicon.heads or lower in lexicon.pronouns or lower in lexicon.media or lower in lexicon.indefinite
    )


def _is_name(prose: Prose, word: int) -> bool:
    """A capital that does not only mark the beginning of its sentence."""
    written = prose.words[word]
    opening = prose.sentences[prose.sentence_at(prose.starts[word])].start == prose.starts[word]
    return not opening or written.isupper() or prose.words.count(written) > 1


def _within_quotes(frames: Frames, cues: list[Cue], drafts: list[Draft]) -> list[Draft]:
    """Somebody quoted within a quote: only with a clear cue and a source that is not the speaker."""
    found: list[Draft] = []
    for cue in cues:
        group = cue.group("speech", "request")
        quote = frames.prose.quote_at(cue.span[0])
        holder = next((d for d in drafts if d.content and any(s <= cue.span[0] < e for s, e in d.content)), None)
        if group is None or group.weak or quote is None or holder is None:
            continue
        clause = _clause(frames.prose, *_inner_sentence(frames.prose, quote, cue))
        item = frames.read(cue, clause)
        if item is None or item.source is None or not _named_inside(frames, item.source):
            continue
        item.parent = holder
        found.append(item)
    return found


def _inner_sentence(prose: Prose, quote: Quote, cue: Cue) -> tuple[int, int]:
    start, end = quote.inner
    left = max(prose.text.rfind(mark, start, cue.span[0]) for mark in (". ", "? ", "! "))
    rights = [prose.text.find(mark, cue.span[1], end) for mark in (". ", "? ", "! ")]
    right = min((r for r in rights if r >= 0), default=end)
    return (left + 2 if left >= 0 else start), right


def _named_inside(frames: Frames, source: tuple[int, int]) -> bool:
    prose, lexicon = frames.prose, frames.phrases.lexicon
    words = prose.words_in(source)
    lowers = {prose.lower[w] for w in words}
    if lowers & lexicon.own:
        return False
    return any(prose.words[w][0].isupper() for w in words[1:]) or bool(
        lowers & (lexicon.titles | lexicon.organisations | lexicon.plural | lexicon.singular)
    ) or len(words) == 1 and prose.words[words[0]][0].isupper()


def _without_doubles(drafts: list[Draft]) -> list[Draft]:
    """Of two drafts with the same content, the one whose cue stands nearer keeps it."""
    kept: list[Draft] = []
    for item in drafts:
        twin = next((k for k in kept if k.content and k.content == item.content and k.parent is item.parent), None)
        if twin is None:
            kept.append(item)
    return kept


def _loose_quotes(prose: Prose, drafts: list[Draft]) -> list[Draft]:
    """Quotes that no cue claims: pieces of the statement before, or statements of their own."""
    found: list[Draft] = []
    claimed = sorted(span for d in drafts for span in d.content)
    direct = {d.content[-1][1]: d for d in drafts if d.content and d.parent is None}
    for quote in prose.quotes:
        inner = trimmed(prose.text, *quote.inner)
        if inner is None or len(prose.words_in(inner)) < FEWEST_QUOTED:
            continue
        if any(s < inner[1] and inner[0] < e for s, e in claimed):
            continue
        sentence = prose.sentences[prose.sentence_at(quote.start)]
        beside = len(prose.words_in(sentence.span)) - len(prose.words_in((quote.start, quote.end)))
        if beside > MOST_BESIDE_QUOTE:
            continue
        earlier = _carries_on(prose, quote, direct)
        if earlier is not None:
            earlier.content.append(inner)
            direct[inner[1]] = earlier
        else:
            found.append(Draft("quote", [inner]))
    return found


def _carries_on(prose: Prose, quote: Quote, direct: dict[int, Draft]) -> Draft | None:
    """The statement of the sentence just before, in the same paragraph, when it was a quote too."""
    index = prose.sentence_at(quote.start)
    if index == 0 or prose.sentences[index - 1].paragraph != prose.sentences[index].paragraph:
        return None
    previous = prose.sentences[index - 1]
    ends = [end for end in direct if previous.start < end <= previous.end]
    if not ends:
        return None
    earlier = direct[max(ends)]
    last = earlier.content[-1]
    return earlier if prose.quote_at(last[0]) is not None else None
