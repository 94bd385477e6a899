"""What the learned reader finds and what the rules read, made one.

The model tells what is a statement. Where a rule reads the same cue or the same words, its spans are taken, since rules
end on exact marks, unless the model is sure of every word; what only the rules found is kept beside it where the model
thinks it likely enough that its cue is one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from runut.model import Found
from runut.statements.cues import find_cues
from runut.statements.drafts import Draft
from runut.statements.ground import Ground
from runut.statements.lookup import Lookup
from runut.statements.plausible import only_tells_of
from runut.statements.seen import seen
from runut.vocabulary import Span

if TYPE_CHECKING:
    from runut.model.reading import Reading

# Two readings of one cue are the same statement when they share this much of their words.
SAME_WITH_CUE = 0.5
SAME_WITHOUT = 0.6
# What only the model sees is kept when its content is likely right: of the rest it is rarely told who speaks.
SURE = 0.6
# Among so many before and behind it stands the statement that holds another.
NEAR = 8
# A statement of the rules is new when it has another cue or, where one has none, shares less than this.
NEW = 0.75


def merge(ground: Ground, lookup: Lookup, rules: list[Draft], reading: Reading) -> list[Draft]:
    """The drafts of both readers in order."""
    cues = find_cues(ground, lookup)
    drafts = [seen(ground, cues, item) for item in reading.found]
    idioms = {draft for draft, item in zip(drafts, reading.found, strict=True) if _is_idiom(ground, lookup, item)}
    left, kept, taken = list(rules), [], {}
    for draft, item in zip(drafts, reading.found, strict=True):
        rule = next((r for r in left if _same(ground, r, draft)), None)
        if rule is not None:
            left.remove(rule)
            taken[rule] = draft
            _take(ground, draft, rule, is_sure=_is_sure(item, reading))
        is_new = item.probability >= SURE and draft not in idioms and not only_tells_of(ground, draft, item.act)
        if rule is not None or is_new:
            draft.parent = drafts[item.parent] if item.parent is not None else None
            kept.append(draft)
    _let_go(kept)
    _nest(kept)
    backed = [rule for rule in left if _is_backed(rule, reading)]
    return sorted([*kept, *_alone(ground, backed, kept, taken)], key=lambda d: d.start)


def _is_idiom(ground: Ground, lookup: Lookup, item: Found) -> bool:
    """Its cue begins words of the language by which nobody says anything (`meminta namanya tidak disebut`)."""
    words = ground.prose.words_in(item.cue) if item.cue else range(0)
    phrase = lookup.phrase(ground.lower, words.start) if words else None
    return phrase is not None and not phrase[1]


def _alone(ground: Ground, rules: list[Draft], kept: list[Draft], taken: dict[Draft, Draft]) -> Iterator[Draft]:
    """What only rules read; what lies within a statement that both read stays within it."""
    for rule in rules:
        is_whole = rule.parent is None or rule.parent in taken
        if is_whole and not any(_covers(ground, rule, draft) for draft in kept):
            rule.parent = taken[rule.parent] if rule.parent else None
            yield rule


def _is_backed(rule: Draft, reading: Reading) -> bool:
    """What only rules read needs the model's word for its cue; a quote or a post without one stands by its form."""
    return rule.cue is None or rule.frame == "post" or reading.is_cue(rule.cue.span)


def _let_go(kept: list[Draft]) -> None:
    """What was held by a statement that is not kept stands alone."""
    for draft in kept:
        if draft.parent is not None and not any(draft.parent is other for other in kept):
            draft.parent = None


def _nest(kept: list[Draft]) -> None:
    """A statement whose cue stands in what another has somebody say is held by it."""
    order = sorted(kept, key=lambda draft: draft.start)
    for at, draft in enumerate(order):
        if draft.parent is None and draft.cue is not None:
            start, end = draft.cue.span
            near = order[max(0, at - NEAR) : at + NEAR]
            holders = (other for other in near if other is not draft and not _is_within(other, draft))
            draft.parent = next((o for o in holders if any(a <= start and end <= b for a, b in o.content)), None)


def _is_within(draft: Draft, holder: Draft) -> bool:
    while draft.parent is not None:
        if draft.parent is holder:
            return True
        draft = draft.parent
    return False


def _same(ground: Ground, rule: Draft, draft: Draft) -> bool:
    if rule.credit is not None and draft.cue is not None and _overlap(rule.credit, draft.cue.span):
        return True
    if rule.cue is None or draft.cue is None:
        return _shared(ground, rule, draft) > SAME_WITHOUT
    return _share_a_cue(rule, draft) and _shared(ground, rule, draft) >= SAME_WITH_CUE


def _share_a_cue(rule: Draft, draft: Draft) -> bool:
    if rule.cue is None or draft.cue is None:
        return False
    return _overlap(rule.cue.span, draft.cue.span)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _covers(ground: Ground, rule: Draft, draft: Draft) -> bool:
    """The model has read these words already, with this cue or as this content."""
    if rule.cue is not None and draft.cue is not None:
        return _share_a_cue(rule, draft)  # with a cue of its own it may hold the other (`Sari said police said …`)
    return _shared(ground, rule, draft) > NEW


def _is_sure(item: Found, reading: Reading) -> bool:
    return bool(item.content) and min(item.probability, item.scores[2]) >= reading.limits.words


def _take(ground: Ground, draft: Draft, rule: Draft, *, is_sure: bool) -> None:
    """The rule's spans, and its source where it has one, or where its cue says that there is none."""
    if not is_sure or any(wrong(ground, rule, draft) for wrong in (_goes_on, _holds_source, _cuts_quote)):
        draft.content = list(rule.content)
    if rule.source is not None or rule.frame == "hearsay":
        draft.source, draft.frame, draft.group, draft.credit = rule.source, rule.frame, rule.group, rule.credit
        draft.cue = rule.cue or draft.cue


def _holds_source(_: Ground, rule: Draft, draft: Draft) -> bool:
    """The model takes for content what the rule reads as its source."""
    source = rule.source
    return source is not None and any(start < source[1] and source[0] < end for start, end in draft.content)


def _cuts_quote(ground: Ground, rule: Draft, draft: Draft) -> bool:
    """The model begins within a quote that the rule reads from its first word."""
    if not rule.content or not draft.content or rule.content[0][0] >= draft.content[0][0]:
        return False
    quote = ground.prose.quote_at(rule.content[0][0])
    whole = quote is not None and rule.content[0][0] <= quote.start + 1
    return quote is not None and whole and draft.content[0][0] < quote.end


def _goes_on(ground: Ground, rule: Draft, draft: Draft) -> bool:
    """The rule reads on into further sentences: its quotes that go on are rarely wrong."""
    last = [ground.prose.sentence_at(one.content[-1][1] - 1) for one in (rule, draft) if one.content]
    return len(last) == 2 and last[0] > last[1]


def _shared(ground: Ground, one: Draft, other: Draft) -> float:
    """F1 of the words of both contents."""
    if one.end <= other.start or other.end <= one.start:
        return 0.0  # apart, as nearly all pairs are
    first, second = _words(ground, one), _words(ground, other)
    both = len(first & second)
    return 2 * both / (len(first) + len(second)) if both else 0.0


def _words(ground: Ground, draft: Draft) -> set[int]:
    return {word for span in draft.content for word in ground.prose.words_in(span)}
