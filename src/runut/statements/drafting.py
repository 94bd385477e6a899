"""From prose to drafts, in order: each sentence's cues in turn, then the quotes that no cue claims."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from runut.chains.carrier import Carrier
from runut.statements.clause import Clause
from runut.statements.cue import Cue
from runut.statements.cues import find_cues
from runut.statements.drafts import Draft
from runut.statements.frames import carried, read
from runut.statements.ground import Ground
from runut.statements.lookup import Lookup
from runut.statements.loose import loose_quotes
from runut.statements.marks import COMMA
from runut.statements.nested import nested
from runut.statements.openings import opening
from runut.statements.plausible import plausible
from runut.statements.posts import find_posts
from runut.statements.relations import relate, supersedes
from runut.statements.subject import attends, joins_subject, shares_subject, subject
from runut.text import Sentence

# No sentence has more cues; what has them is made to tire its reader.
MOST_CUES = 200
# A relative clause between a name and its verb has a cue among so many of its first words.
LONGEST_ASIDE = 24
# A sentence that is pointed at has so many statements at most.
MOST_POINTED = 8
# Frames whose source stands behind the cue: the next clause begins behind both.
SOURCE_BEHIND = frozenset({"inverted", "passive", "pointer", "according"})


def draft(ground: Ground, lookup: Lookup, carriers: Sequence[Carrier]) -> list[Draft]:
    """All statements of a text in order, speakers still open."""
    drafts: list[Draft] = []
    quoted: list[Cue] = []
    for sentence, cues, credits in _by_sentence(ground, lookup, carriers):
        outside = [c for c in cues if not c.quoted and not _is_credit(c, credits)]
        quoted += (c for c in cues if c.quoted)
        found = _sentence(ground, sentence, outside, credits)
        drafts += [item for item in found if not _is_said_already(item, drafts)]
    drafts = _without_doubles(drafts)
    drafts += find_posts(ground.prose, drafts)
    drafts += loose_quotes(ground, drafts)
    drafts = _without_doubles(drafts + nested(ground, quoted, drafts))
    return sorted(drafts, key=lambda d: d.start)


def _is_said_already(item: Draft, before: Sequence[Draft]) -> bool:
    """It points at a sentence in which somebody says it (`“…,” kata Sari. Hal senada disampaikan |Budi`)."""
    if item.frame != "pointer" or not item.content:
        return False
    start, end = item.content[0]
    last = (one.cue for one in reversed(before[-MOST_POINTED:]) if one.cue is not None)
    return any(start <= cue.span[0] < end for cue in last)


def _by_sentence(
    ground: Ground, lookup: Lookup, carriers: Sequence[Carrier]
) -> Iterator[tuple[Sentence, list[Cue], list[Carrier]]]:
    """The sentences with a cue or a credit, and theirs."""
    cues: dict[int, list[Cue]] = {}
    starts = [sentence.start for sentence in ground.prose.sentences]
    for cue in find_cues(ground, lookup):
        if cue.first not in ground.asides:
            cues.setdefault(bisect_right(starts, cue.span[0]) - 1, []).append(cue)
    credits: dict[int, list[Carrier]] = {}
    for carrier in carriers:
        credits.setdefault(carrier.sentence, []).append(carrier)
    for index in sorted(cues.keys() | credits.keys()):
        yield ground.prose.sentences[index], cues.get(index, [])[:MOST_CUES], credits.get(index, [])


def _is_credit(cue: Cue, credits: list[Carrier]) -> bool:
    """The cue's words belong to a credit, which is a way and no statement.

    A carrier or document that is cited (`berdasarkan data …`) is a source like others.
    """
    within = [c for c in credits if c.words[0] <= cue.span[0] < c.words[1]]
    return any(c.introduces for c in within) or (bool(within) and cue.group("according", "speech") is None)


def _sentence(ground: Ground, sentence: Sentence, cues: list[Cue], credits: list[Carrier]) -> list[Draft]:
    """The statements of one sentence; a later cue ends, shares or lies within an earlier one."""
    found, floor = _carried(ground, sentence, credits)
    clause: Clause | None = None
    for cue in cues:
        if (found and _claimed(found[-1], cue)) or (not found and _only_describes(ground, sentence, cue, cues)):
            continue
        clause = clause or Clause.of(ground.prose, (floor, sentence.end))
        item = _first(ground, cue, clause) if not found else _later(ground, cue, clause)
        if item is None:
            continue
        if found and supersedes(item, found[-1], cited=_is_cited(found[-1], credits)):
            found.pop()
        elif found:
            relate(ground, item, cue, found[-1])
        found.append(item)
        floor, clause = max(floor, 0 if _is_adverb(ground, cue) else _end(item, cue)), None
    return found


def _is_cited(item: Draft, credits: list[Carrier]) -> bool:
    """Its cue is that of a credit which passes on (`Mengutip Antara, …`)."""
    return item.cue is not None and any(c.frame == "cite" and c.cue[0] == item.cue.span[0] for c in credits)


def _only_describes(ground: Ground, sentence: Sentence, cue: Cue, cues: list[Cue]) -> bool:
    """`“…,” Sari, who directs the port, said`: behind a quote a relative clause tells of whoever says it."""
    if _lies_aside(ground, cue, cues):
        return True
    if not cue.first or ground.lower[cue.first - 1] not in ground.grammar.relative or cue is cues[-1]:
        return False
    quote = ground.prose.quote_at(sentence.start)
    return quote is not None and quote.end <= cue.span[0] and ground.grammar.head_last


def _lies_aside(ground: Ground, cue: Cue, cues: list[Cue]) -> bool:
    """`Sari, who teaches history and |writes a blog, said`: the next cue closes what a relative word opened."""
    following = next((one for one in cues if one.first > cue.first), None)
    if following is None or not ground.grammar.head_last or not ground.marked(following.first - 1, COMMA):
        return False
    for word in range(cue.first - 1, max(0, cue.first - LONGEST_ASIDE), -1):
        if ground.marked(word - 1, COMMA):
            tells = all(ground.lower[at] in ground.grammar.auxiliaries for at in range(word + 1, cue.first))
            return not tells and ground.lower[word] in ground.grammar.relative and ground.name(word - 1)
        if ground.parted(word - 1):
            return False
    return False


def _carried(ground: Ground, sentence: Sentence, credits: list[Carrier]) -> tuple[list[Draft], int]:
    """The statement of the carrier whose credit opens the sentence, if one does, and where its first clause begins."""
    teller = next((c for c in credits if carried.tells(c)), None)
    item = carried.read(ground, teller, sentence.end) if teller else None
    return ([item], teller.words[1]) if teller and item else ([], opening(ground, sentence))


def _first(ground: Ground, cue: Cue, clause: Clause) -> Draft | None:
    """The first statement of a sentence; its cue may be the second predicate of the sentence's subject."""
    item = read(ground, cue, clause)
    if item is not None and item.source is None and joins_subject(ground, cue):
        item.source = ground.span(subject(ground, clause.first, cue.first))
    return item if item is not None and plausible(ground, item) else None


def _later(ground: Ground, cue: Cue, clause: Clause) -> Draft | None:
    """A statement behind another; a participle needs no source of its own."""
    item = read(ground, cue, clause)
    if item is None or _tells_the_way(item):
        return None
    same = shares_subject(ground, cue) or attends(ground, cue)
    return item if same or plausible(ground, item) else None


def _claimed(earlier: Draft, cue: Cue) -> bool:
    """The cue's words are already the source of the statement before."""
    return earlier.source is not None and earlier.source[0] <= cue.span[0] < earlier.source[1]


def _tells_the_way(item: Draft) -> bool:
    """A credit behind somebody's words (`…, kata Sari dikutip dari Antara`) is no statement."""
    return item.frame == "according" and item.group is not None and item.group.act == "reports"


def _is_adverb(ground: Ground, cue: Cue) -> bool:
    """Hearsay that stands beside another verb, whose source is before both (`Sari |reportedly told the paper …`)."""
    alone = cue.last == cue.first + 1 and ground.lower[cue.first] in ground.grammar.auxiliaries
    return alone and ground.grammar.inverts and cue.group("hearsay") is not None


def _end(item: Draft, cue: Cue) -> int:
    """Where the next clause may begin: behind the cue that was read, and behind its source."""
    behind = item.source[1] if item.source and item.frame in SOURCE_BEHIND else 0
    return max(cue.span[1], behind)


def _without_doubles(drafts: list[Draft]) -> list[Draft]:
    """Of drafts with the same content within the same statement, the first keeps it."""
    seen: set[tuple[Draft | None, tuple[tuple[int, int], ...]]] = set()
    kept: list[Draft] = []
    for item in drafts:
        content = item.parent, tuple(item.content)
        if not item.content or content not in seen:
            kept.append(item)
        seen.add(content)
    return kept
