"""Speakers of statements beside which no source stands: `…, ujarnya`, `Rumah itu diduga terbakar`."""

from __future__ import annotations

from runut.statements.cue import Cue
from runut.statements.drafts import Draft
from runut.statements.speakers.asked import Asked
from runut.statements.speakers.floor import Floor
from runut.statements.speakers.pronouns import answerer
from runut.statements.speakers.ranking import meant
from runut.statements.speakers.speaker import HEARSAY, UNCLEAR, Speaker
from runut.statements.speakers.subjects import introduced, surely_person

# A view without a holder is that of whoever spoke at most so many sentences before.
STILL = 2
# Somebody was reached at most so many sentences before it is told that there is no answer.
CONTACTED = 2
# So many words back it is looked for; a text made to tire its reader has more.
REACH = 120
# Who opens a sentence is named within so many of its characters.
FIRST_SIGNS = 40


def unsaid(floor: Floor, item: Draft) -> Speaker:
    """Whoever spoke last goes on; hearsay has no speaker, unless something shows one."""
    if item.frame == "hearsay":
        return _hearsay(floor, item)
    if item.frame == "quote":
        new = _acting(floor, item) or introduced(floor, item.start)
        return new or (_going_on(floor, item) if floor.last else UNCLEAR)
    return _going_on(floor, item)


def _acting(floor: Floor, item: Draft) -> Speaker | None:
    """Whom the next sentence names first behind a quote that opens its paragraph (`“No.” Rini shakes her head`)."""
    prose = floor.ground.prose
    at = prose.sentence_at(item.start)
    if at + 1 >= len(prose.sentences) or (at and prose.sentences[at - 1].paragraph == prose.sentences[at].paragraph):
        return None
    following = prose.sentences[at + 1]
    if following.paragraph != prose.sentences[at].paragraph:
        return None
    opened = floor.cast.persons.opening(following.start, following.start + 1)
    member = next((member for _, member in opened), None)
    sure = member is not None and (len(member.words) > 1 or surely_person(floor, member))
    return Speaker.of(member, "continued") if member and sure else None


def _going_on(floor: Floor, item: Draft) -> Speaker:
    answering = answerer(floor, item.start, "") if item.frame == "quote" else None
    if answering is not None:
        return answering.again("continued")
    here = _opening(floor, item) or _contacted(floor, item)
    if here is not None:
        return here
    absent = item.cue is not None and item.cue.absent
    new = introduced(floor, item.start, 1) if absent else None  # `Sari datang. “Aman,” |ujarnya.`
    if new is None and absent and not floor.ground.lexicon.genders:
        new = meant(floor, Asked.without(item))
    if new is not None:
        return new.again("continued")
    going_on = (floor.person if absent else None) or floor.last
    return going_on.again("continued") if going_on else floor.latest_person(item.start, "continued")


def _opening(floor: Floor, item: Draft) -> Speaker | None:
    """Who opens the sentence in which a verb stands apart from them (`Sari kept to her line, |casting it as …`)."""
    if item.cue is None or item.cue.absent or item.probability is None or _is_passive(floor, item.cue):
        return None
    prose, at = floor.ground.prose, item.cue.span[0]
    start = prose.sentences[prose.sentence_at(at)].start
    if any(begin <= start < end for begin, end in item.content):
        return None
    opened = floor.cast.persons.opening(start, min(at, start + FIRST_SIGNS))
    member = next((member for _, member in opened), None)
    return Speaker.of(member, "continued") if member else None


def _is_passive(floor: Floor, cue: Cue) -> bool:
    """Where verbs tell by their beginning who does what, whoever opens the sentence is told of (`dinyatakan`)."""
    lexicon, lower = floor.ground.lexicon, floor.ground.lower[cue.first]
    return bool(lexicon.active) and lexicon.is_verb(lower) and not lower.startswith(lexicon.active)


def _contacted(floor: Floor, item: Draft) -> Speaker | None:
    """Who gives no answer is whom the text tells to have been reached (`Kami menghubungi |Sari. Belum ada …`)."""
    act = item.group.act if item.group is not None else item.act
    if item.cue is None or item.cue.absent or act != "declines":
        return None
    ground, prose = floor.ground, floor.ground.prose
    since = prose.sentences[max(0, prose.sentence_at(item.cue.span[0]) - CONTACTED)].start
    for word in reversed(prose.words_in((since, item.cue.span[0]))[-REACH:]):
        if ground.lower[word] in ground.grammar.contacting:
            named = floor.cast.everybody.within((prose.ends[word], item.cue.span[0]))
            if named:
                return Speaker.of(named[0][1], "continued")
    return None


def _hearsay(floor: Floor, item: Draft) -> Speaker:
    if floor.last is not None and (_asks(item) or _still_speaks(floor, item)):
        return floor.last.again("continued")
    return _told_later(floor, item) or HEARSAY


def _asks(item: Draft) -> bool:
    """`Warga diminta menjauh`: whoever spoke last asks it of them."""
    return item.group is not None and item.group.act == "asks"


def _still_speaks(floor: Floor, item: Draft) -> bool:
    """A view without a holder (`dinilai`, `diharapkan`) right behind somebody's words is theirs."""
    if item.group is None or not item.group.shared:
        return False
    prose = floor.ground.prose
    return prose.sentence_at(item.start) - prose.sentence_at(max(0, floor.end - 1)) <= STILL


def _told_later(floor: Floor, item: Draft) -> Speaker | None:
    """`Informasi ini muncul dalam laporan … The Wall Street Journal`: the next sentence tells the carrier."""
    prose = floor.ground.prose
    index = prose.sentence_at(item.start) + 1
    credit = floor.credits.opening(prose.sentences[index].span) if index < len(prose.sentences) else None
    if credit is None or not prose[prose.sentences[index].span].lower().startswith(floor.ground.grammar.reports):
        return None
    return Speaker(credit.name, credit.type, "carrier")
