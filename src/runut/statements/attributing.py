"""The stage from an article's text to its statements."""

from __future__ import annotations

from collections.abc import Sequence

from runut.languages import Pack
from runut.people import Cast, lexicon
from runut.statements.acts import act
from runut.statements.drafting import draft
from runut.statements.drafts import Draft, manner
from runut.statements.phrases import Phrases
from runut.statements.speakers import Floor, Speaker, evidence
from runut.text import Prose
from runut.vocabulary import DatedPhrase, Evidence, Span, Statement


def attribute(prose: Prose, pack: Pack, cast: Cast, dates: Sequence[DatedPhrase], carriers: Sequence = (), aside: frozenset[int] = frozenset()) -> tuple[Statement, ...]:
    phrases = _phrases(prose, pack, dates, carriers, aside)
    drafts = draft(prose, pack, phrases, carriers)
    floor = Floor(prose, pack, cast, tuple((c.name_span, c.name, "document" if c.kind=="document" else "outlet") for c in carriers))
    speakers: dict[int, Speaker] = {}
    out = []
    index = {id(d): i for i, d in enumerate(drafts)}
    for d in drafts:
        parent = speakers.get(id(d.parent)) if d.parent else None
        sp = speakers[id(d.shared)] if d.shared and id(d.shared) in speakers else floor.resolve(d, parent)
        speakers[id(d)] = sp
        out.append(Statement(content=tuple(d.content), cue=d.cue.span if d.cue else d.credit, source=d.source,
            speaker=sp.name, speaker_type=sp.type, role=sp.role, manner=manner(prose, d.content) if d.content else "indirect",
            act=act(prose, pack, d, sp.type), within=index.get(id(d.parent)) if d.parent else None,
            evidence=(Evidence(f"frame:{d.frame}", prose[d.cue.span] if d.cue else "", d.cue.span if d.cue else None), evidence(sp, d))))
    return tuple(out)


def _phrases(prose, pack, dates, carriers, aside):
    lx = lexicon(pack)
    barriers = set()
    for d in dates: barriers.update(prose.words_in(d.span))
    for c in carriers:
        if not c.introduces and c.kind != "document": barriers.update(prose.words_in(c.words))
    s = pack.sources
    return Phrases(prose, lx, frozenset(s.stoppers), frozenset(s.auxiliaries), frozenset(s.relative), frozenset(s.inner),
                   frozenset(s.joiners), (frozenset(pack.cues.complementisers) | frozenset(pack.cues.breaks) | frozenset(pack.cues.markers)) - frozenset(s.joiners) - frozenset(s.relative) - frozenset(s.inner) - frozenset(s.stoppers) | frozenset(pack.cues.complementisers[:2]) , pack.cues.verbal_prefixes, frozenset(barriers) | aside, aside)
