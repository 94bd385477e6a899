"""Whether a draft is a statement at all: a weak verb needs a source that can speak, a strong one some source."""

from __future__ import annotations

from runut.statements.able import closes_quote, speaks, tells, weakly_speaks
from runut.statements.cue import Cue
from runut.statements.drafts import Draft
from runut.statements.ground import Ground
from runut.statements.misused import is_no_verb, tells_nothing
from runut.vocabulary import Act, Span

# Acts whose content is a clause; a name of more words may be a headline.
TELLING: frozenset[Act] = frozenset({"states", "reports", "confirms"})
LONGEST_NAMED = 4
# A pointer and a link (`hal ini seperti`) have no more words.
LONGEST_POINTER = 3


def plausible(ground: Ground, item: Draft) -> bool:
    """False for a cue that is used as another word here (`to say`, `the claim`, `melihat`)."""
    if _only_points(ground, item) or (item.frame == "inverted" and _is_pointed_at(ground, item)):
        return False
    weak = item.group is not None and item.group.weak
    if item.cue is None or item.frame not in ("speech", "request"):
        return not weak or item.source is None or weakly_speaks(ground, item.source)
    if is_no_verb(ground, item) or (item.group is not None and only_tells_of(ground, item, item.group.act)):
        return False
    if item.source is None:
        beside = ground.lower[item.cue.first - 1] if item.cue.first else ""
        return _follows_on(ground, item.cue, beside, weak=weak)
    if not item.cue.quoted and _is_writer(ground, item.source):
        return False
    if tells_nothing(ground, item, item.source, weak=weak):
        return False
    if weak or item.frame == "request":
        return weakly_speaks(ground, item.source) or tells(ground, item.cue, item.source)
    return speaks(ground, item.source) or closes_quote(ground, item.cue, item.source)


def _only_points(ground: Ground, item: Draft) -> bool:
    """A credit for the sentence before (`Hal ini seperti dikutip dari Arunika`): a relay, and no statement."""
    if item.frame != "according" or len(item.content) != 1:
        return False
    words = ground.prose.words_in(item.content[0])
    if len(words) > LONGEST_POINTER:
        return False
    head = " ".join(ground.lower[words.start : words.stop])
    return head.startswith(ground.grammar.pointers)


def only_tells_of(ground: Ground, item: Draft, act: Act) -> bool:
    """Somebody's name is all that is said, which is no content of a verb that tells (`melaporkan |Sari Dewanti`)."""
    if act not in TELLING or len(item.content) != 1:
        return False
    words = ground.prose.words_in(item.content[0])
    named = bool(words) and len(words) <= LONGEST_NAMED and all(map(ground.capital, words))
    return named and words.start not in ground.quoted


def _is_pointed_at(ground: Ground, item: Draft) -> bool:
    """A determiner is all of its source, so that the cue is its noun (`Pesan |ini menegaskan …`)."""
    words = ground.lower_in(item.source) if item.source else ()
    return bool(words) and ground.lexicon.determiners.issuperset(words)


def _follows_on(ground: Ground, cue: Cue, before: str, *, weak: bool) -> bool:
    """Without a source the verb joins one before it; a weak verb shows by its complementiser that it does."""
    grammar = ground.grammar
    if not weak:
        return cue.glued or before in grammar.coordinators or before in grammar.auxiliaries
    following = ground.lower[cue.last] if cue.last < len(ground.lower) else ""
    return before in grammar.coordinators and following in grammar.introducers


def _is_writer(ground: Ground, source: Span) -> bool:
    """Outside quotes `kita`, `we` and `I` mean whoever writes, `Anda` and `you` whoever reads."""
    words = ground.lower_in(source)
    return bool(words) and ground.lexicon.present.issuperset(words)
