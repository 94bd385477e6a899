"""How a statement stands to the one before it in its sentence: holds it, shares its source, ends it, or lies in it."""

from __future__ import annotations

from runut.statements.cue import Cue
from runut.statements.drafts import Draft, trimmed
from runut.statements.ground import Ground
from runut.statements.marks import COMMA
from runut.statements.predicates import only_names
from runut.statements.subject import attends, shares_subject

# How far before a new clause the word is looked for that joins it to the one before it.
JOINT_REACH = 3
# Among so many of its first words a sentence has the word by which its first clause only leads up to the main one.
LEAD_REACH = 2
# Frames whose cue may stand behind all that is said, with another statement in it.
WRAPPING = frozenset({"speech", "according", "inverted"})
WRAPPED = frozenset({"speech", "request", "hearsay"})


def relate(ground: Ground, item: Draft, cue: Cue, before: Draft) -> None:
    """Settle a new draft, read from this cue, against the one before it in the sentence."""
    if attends(ground, cue):
        item.source = None
    if _is_apposed(ground, item, before):
        _share(item, before)
    elif _wraps(item, cue, before):
        _wrap(ground, item, before)
    elif shares_subject(ground, cue):
        cut(ground, before, cue.span[0])
        _share(item, _outer(before))
    else:
        _part(ground, item, cue, before)


def supersedes(item: Draft, before: Draft, *, cited: bool) -> bool:
    """Another speaks right behind a credit: the carrier is only the way (`Dikutip Antara, Sari mengatakan …`).

    A carrier with a verb of its own reports it (`Kabar says |officers found …`). `cited` tells that the one before is
    read from the words of a credit.
    """
    credit = before.frame == "carrier" or (cited and before.frame == "according")
    if not credit or item.source is None or item.source[0] > before.content[0][0] + 1:
        return False
    return not (before.source and before.credit and before.source[1] <= before.credit[0])


def _is_apposed(ground: Ground, item: Draft, before: Draft) -> bool:
    """What tells more of the source before says more of what they say: `ucap Sari, warga Medan |yang mengaku …`."""
    if before.frame != "inverted" or before.source is None or item.source is None or ground.grammar.head_last:
        return False
    words = ground.prose.words_in(item.source)
    relative = 0 < words.stop < len(ground.lower) and ground.lower[words.stop] in ground.grammar.relative
    return relative and ground.text[before.source[1] : item.source[0]].strip() == ","


def _wraps(item: Draft, cue: Cue, before: Draft) -> bool:
    """`Police found a victim, Sari told reporters`: what came before is all content of the later words."""
    if item.frame not in WRAPPING or before.frame not in WRAPPED or item.source is None or not item.content:
        return False
    first = item.content[0]
    if not before.content or first[1] > min(item.source[0], cue.span[0]):
        return False
    last = before.content[-1]
    return last[0] <= first[0] + 1 <= last[1]


def _wrap(ground: Ground, item: Draft, before: Draft) -> None:
    first = item.content[0]
    item.content[0] = before.start, first[1]
    before.parent = item
    cut(ground, before, first[1])


def _part(ground: Ground, item: Draft, cue: Cue, before: Draft) -> None:
    """Behind a joint the new clause ends the content before it; without one it lies within that content."""
    at = min(item.source[0], cue.span[0]) if item.source else cue.span[0]
    joint = _joint(ground, before, at)
    if joint is not None and _is_unfinished(ground, before, ground.prose.starts[joint]):
        item.parent = before
    elif joint is not None:
        cut(ground, before, ground.prose.starts[joint])
        if item.source is None and not cue.absent and item.frame != "hearsay":
            _share(item, before)
    elif item.source is not None and _is_main(ground, at):
        cut(ground, before, at)
    elif before.content and before.content[-1][0] <= at < before.content[-1][1]:
        item.parent = before


def _outer(before: Draft) -> Draft:
    """Whoever tells what somebody only thinks goes on telling: `Sari said the port wants peace, |adding …`."""
    while before.parent is not None and before.group is not None and before.group.act == "believes":
        before = before.parent
    return before


def _is_unfinished(ground: Ground, before: Draft, at: int) -> bool:
    """The content before the joint names but its subject: `Menurut Sari, jalan itu |karena warga meminta …`."""
    if before.frame != "according" or len(before.content) != 1 or before.source is None:
        return False
    start, end = before.content[0]
    return before.source[1] <= start < at < end and only_names(ground, (start, at))


def _is_main(ground: Ground, at: int) -> bool:
    """`While Sari said the road was safe, |Budi claimed …`: the clause before only led up to this one."""
    prose = ground.prose
    words = prose.words_in((prose.sentences[prose.sentence_at(at)].start, at))
    if not words or not ground.marked(words.stop - 1, COMMA) or not ground.lexicon.genders:
        return False
    return any(ground.lower[word] in ground.grammar.leads for word in words[:LEAD_REACH])


def _joint(ground: Ground, before: Draft, at: int) -> int | None:
    """The word that sets the new clause apart (`dan`, `sementara`, `sebelum`), if one leads up to it."""
    start = before.cue.span[1] if before.cue else before.start
    words = ground.prose.words_in((start, at))
    for word in reversed(words[-JOINT_REACH:]):
        if ground.lower[word] in ground.grammar.joints:
            return word
        if ground.lower[word] not in ground.grammar.adverbs:
            return None
    return None


def _share(item: Draft, before: Draft) -> None:
    item.shared, item.source = before.shared or before, before.source


def cut(ground: Ground, item: Draft, at: int) -> None:
    """Let the content end before a place, unless nothing would be left of it."""
    pieces = [trimmed(ground.text, start, min(end, at)) for start, end in item.content if start < at]
    item.content = [piece for piece in pieces if piece] or item.content
