"""Every place where an article credits a carrier of its information."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from runut.chains.brackets import bracketed
from runut.chains.carrier import Carrier
from runut.chains.fitting import LONGEST_SENTENCE, far, fits
from runut.chains.glue import unglue
from runut.chains.grammar import grammar
from runut.chains.mediums import read_medium, whole_medium
from runut.chains.naming import FARTHEST_NAME, read_masthead, read_name, read_title
from runut.chains.nounfirst import ASIDE, read_noun_first
from runut.chains.nounlast import read_noun_last
from runut.chains.owning import Owner
from runut.chains.pointing import in_full, read_again, read_host, read_part
from runut.chains.reading import WITHIN_NAME, Named, Reader
from runut.chains.scopes import scoped
from runut.languages.credits import CreditCue, CreditFrame
from runut.languages.pack import Pack
from runut.outlets import find, name_at
from runut.text import Prose
from runut.vocabulary import DatedPhrase, Span

# The longest subject, in words, that is searched for a document.
LONGEST_SUBJECT = 16
# No article has more; what has them is made to tire its reader.
MOST_CREDITS = 200
# Farther from its carrier a date belongs to something else.
DATE_GAP = 24
# Credits that may point back to an outlet: *told the newspaper*.
POINTED: frozenset[CreditFrame] = frozenset({"told", "according", "place"})
# No list of sources at the end names more besides the first; marks between two of them.
MOST_LISTED = 5
LISTING = frozenset(("", "/", ",", ";", "|", "&", "-"))
# A carrier and its reporting verb, a noun and its publisher: as many words between them as an adverb takes.
BETWEEN = 2


def find_carriers(
    prose: Prose, pack: Pack, dates: tuple[DatedPhrase, ...] = (), own: str | None = None
) -> tuple[Carrier, ...]:
    """Find all credits of an article, in the order of the text.

    `own` is the article's own outlet, as a name or a domain; it is found too, but is no relay.
    """
    rules = grammar(pack)
    reader = Reader.of(unglue(prose, rules), rules, dates)
    owner = Owner.of(own)
    credited = islice(_credits(reader, owner), MOST_CREDITS)
    found = sorted([*credited, *bracketed(prose, owner)], key=lambda c: (c.words[0], c.name_span))
    return scoped(tuple(in_full(_of_accounts(found), reader)), len(prose.text))


def _of_accounts(carriers: list[Carrier]) -> Iterator[Carrier]:
    """*Dalam unggahannya* behind an account is that account's."""
    account = None
    for carrier in carriers:
        if carrier.kind == "social" and carrier.name.startswith("@"):
            account = carrier.name
        pointed = account is not None and carrier.kind == "social" and carrier.plain and carrier.relay
        yield replace(carrier, name=account) if account is not None and pointed else carrier


@dataclass(frozen=True, slots=True)
class _Credit:
    """A cue of the words `[first, last)` and the carrier that it opens."""

    cue: CreditCue
    first: int
    last: int
    named: Named


def _credits(reader: Reader, owner: Owner) -> Iterator[Carrier]:
    cues, free_from = reader.grammar.cues.by_first, 0
    for at, word in enumerate(reader.prose.lower):
        if at < free_from or word not in cues:
            continue
        for credit in _read_cue(reader, at, free_from, owner):
            yield _carrier(reader, credit, owner)
            free_from = max(free_from, credit.named.last, credit.last)


def _read_cue(reader: Reader, at: int, free_from: int, owner: Owner) -> list[_Credit]:
    matched = reader.grammar.cues.at(reader.prose, at)
    if matched is None or _quoted(reader, at):
        return []
    last, cues, _ = matched
    for cue in _able(reader, at, cues):
        named = _reported(reader, at, free_from) if cue.frame == "reports" else _opened(reader, cue, at, last)
        if cue.frame in ("told", "carried") and last < len(reader.prose.words):
            at_people = _past_people(reader, last)
            named = whole_medium(reader, named) if named else read_medium(reader, at_people, owner)
        if named is not None and fits(reader, cue, at, named, owner):
            return _with_partners(reader, _Credit(cue, at, last, named))
    return []


def _able(reader: Reader, at: int, cues: tuple[CreditCue, ...]) -> tuple[CreditCue, ...]:
    """Without those that need speech close by; most places have none, and this is told sooner than what they name."""
    remote = (cues[0].near or cues[-1].near) and far(reader, at)
    return tuple([cue for cue in cues if not cue.near]) if remote else cues


def _opened(reader: Reader, cue: CreditCue, at: int, last: int) -> Named | None:
    """The carrier after a cue, or the one that the cue itself names."""
    if cue.carrier:
        entry = find(cue.carrier)
        return Named(at, last, cue.carrier, entry.kind if entry else "social", at, entry, headed=True, vague=True)
    if last >= len(reader.prose.words):
        return None
    gap = reader.gap(last)
    if cue.frame == "closing":
        begins = any(start == reader.prose.starts[at] for start, _ in reader.prose.paragraphs)
        return read_name(reader, last, unknown=True) if begins and gap.strip() == ":" else None
    if gap.strip("\"“‘'") not in WITHIN_NAME or "\n" in gap:
        return None
    return _behind(reader, cue, _past_people(reader, last))


def _behind(reader: Reader, cue: CreditCue, last: int) -> Named | None:
    """The carrier that the words from there name or point back to."""
    again = cue.frame in POINTED and reader.prose.lower[last] in reader.grammar.again.by_first
    pointed = read_again(reader, last) if again else None
    title = read_title(reader, last) if cue.near or cue.frame == "told" else None
    named = pointed or title or _with_article(reader, _read(reader, last, unknown=cue.unknown))
    large = reader.prose.words[last] == reader.grammar.credits.article
    unlisted = cue.frame == "told" or (cue.frame == "carried" and large)
    return named or (_unlisted(reader, last) if unlisted else None)


def _with_article(reader: Reader, named: Named | None) -> Named | None:
    """An article written large within a sentence belongs to the name: *told The Valley Courier*."""
    if named is None or named.plain or named.name_first == 0:
        return named
    first = named.name_first - 1
    if reader.prose.words[first] != reader.grammar.credits.article or reader.gap(first + 1) != " ":
        return named
    name = f"{reader.prose.words[first]} {named.name}"
    return replace(named, first=min(first, named.first), name_first=first, name=name)


def _unlisted(reader: Reader, at: int) -> Named | None:
    """An outlet that no list holds, one of an outlet's people, or a part of its name: *told Sari*, *told the Post*."""
    pointed = read_host(reader, at) or read_part(reader, at)
    if pointed is not None:
        return pointed
    words, rules = reader.prose.lower, reader.grammar
    while at + 1 < len(words) and (words[at] in rules.qualifiers or reader.prose.words[at] in rules.anaphors):
        at += 1
    return read_masthead(reader, at)


def _past_people(reader: Reader, at: int) -> int:
    """Behind the noun for those who work there (`kepada wartawan |Antara`)."""
    people = reader.prose.lower[at] in reader.grammar.people
    return at + 1 if people and at + 1 < len(reader.prose.words) else at


def _read(reader: Reader, at: int, *, unknown: bool) -> Named | None:
    read = read_noun_last if reader.grammar.credits.head_last else read_noun_first
    return read(reader, at, unknown=unknown)


def _quoted(reader: Reader, at: int) -> bool:
    """Within a quote a speaker credits, not the article."""
    quote = reader.prose.quote_at(reader.prose.starts[at])
    return quote is not None and quote.closed and quote.start < reader.prose.starts[at]


def _reported(reader: Reader, at: int, free_from: int) -> Named | None:
    """The outlet before its reporting verb, with a comma or an adverb between."""
    for before in range(at, max(at - BETWEEN, free_from, 0), -1):
        if reader.gap(before).strip() in ("", ",") and (named := _ending_at(reader, before, free_from)) is not None:
            return named
        if reader.prose.words[before - 1][0].isupper():
            break
    if not reader.grammar.credits.head_last:
        return None
    part = read_part(reader, at - BETWEEN) if at - BETWEEN >= free_from else None
    return part or _document_before(reader, at, free_from)


def _ending_at(reader: Reader, last: int, free_from: int) -> Named | None:
    """The known outlet whose name ends there."""
    for first in range(max(last - FARTHEST_NAME, free_from), last):
        name = name_at(reader.prose, first)
        if name is not None and name.last == last and not name.ambiguous:
            return Named(first, last, reader.words(first, last), name.entry.kind, first, name.entry)
    return None


def _document_before(reader: Reader, at: int, free_from: int) -> Named | None:
    """The document that reports, not named before: *a study published in … found*."""
    sentence = reader.prose.sentences[reader.prose.sentence_at(reader.prose.starts[at])]
    first = max(reader.prose.words_in(sentence.span).start, at - LONGEST_SUBJECT, free_from)
    if not any(w in reader.grammar.heads.by_first for w in reader.prose.lower[first:at]):
        return None
    for start in range(first, at):
        opens = start == first or reader.grammar.determiners.at(reader.prose, start) is not None
        if opens or reader.prose.lower[start] in reader.grammar.anaphors:
            named = _read(reader, start, unknown=False)
            if named is not None and named.headed and named.kind == "document" and named.last <= at:
                return named
    return None


def _with_partners(reader: Reader, credit: _Credit) -> list[_Credit]:
    """A second carrier of the same credit: *dilansir X dan Y*, *dikutip X dari Y*; any number of a list of sources."""
    at = credit.named.last
    if credit.cue.frame == "closing":
        return [credit, *(replace(credit, last=other.last, named=other) for other in _listed(reader, at))]
    if credit.cue.frame != "cite" or reader.ended(at):
        return [credit]
    word = reader.prose.lower[at]
    if word in reader.grammar.joiners or word in reader.grammar.links:
        other = _read(reader, at + 1, unknown=False) if at + 1 < len(reader.prose.words) else None
        if other is not None and (other.entry is not None or other.headed):
            return [replace(credit, last=other.last), replace(credit, last=other.last, named=other)]
    return [credit]


def _listed(reader: Reader, at: int) -> Iterator[Named]:
    """Further outlets behind the first one (`Sumber: Antara|/AFP, Kabar Pagi`)."""
    for _ in range(MOST_LISTED):
        at += at < len(reader.prose.words) and reader.prose.lower[at] in reader.grammar.joiners
        if at >= len(reader.prose.words) or reader.gap(at).strip() not in LISTING or "\n" in reader.gap(at):
            return
        other = read_name(reader, at, unknown=False)
        if other is None or other.entry is None:
            return
        yield other
        at = other.last


def _carrier(reader: Reader, credit: _Credit, owner: Owner) -> Carrier:
    named, prose = credit.named, reader.prose
    first, last = min(credit.first, named.first), max(credit.last, named.last)
    date = _date_after(reader, last)
    first = _with_noun(reader, first) if credit.cue.frame == "carried" else first
    start, end = prose.starts[first], date[1] if date else prose.ends[last - 1]
    sentence = prose.sentence_at(start)
    return Carrier(
        words=(start, end),
        cue=(prose.starts[credit.first], prose.ends[credit.last - 1]),
        name_span=(prose.starts[named.name_first], prose.ends[named.last - 1]),
        name=named.name,
        kind=named.kind,
        frame=credit.cue.frame,
        introduces=_introduces(reader, first, last, sentence),
        relay=not owner.owns(named) and not (named.vague and credit.cue.spoken),
        sentence=sentence,
        dated=date is not None,
        known=named.entry is not None,
        plain=named.plain,
        active=credit.cue.active,
    )


def _date_after(reader: Reader, last: int) -> Span | None:
    """The date of the credit: only punctuation and words such as *pada* stand between."""
    end = reader.prose.ends[last - 1]
    aside = ASIDE.match(reader.prose.text, end)
    end = aside.end() if aside else end
    index = bisect_left(reader.dated, end)
    if index == len(reader.dated) or reader.dated[index] - end > DATE_GAP:
        return None
    between = reader.prose.text[end : reader.dated[index]]
    words = between.replace(",", " ").replace(".", " ").replace("(", " ").replace(")", " ").split()
    return reader.spans[index] if "\n" not in between and all(w.lower() in reader.grammar.when for w in words) else None


def _with_noun(reader: Reader, first: int) -> int:
    """Take in the noun before *yang diterbitkan oleh …*."""
    for before in range(first - 1, max(first - 1 - BETWEEN, -1), -1):
        if reader.grammar.heads.at(reader.prose, before) is not None:
            return before
    return first


def _introduces(reader: Reader, first: int, last: int, sentence: int) -> bool:
    prose = reader.prose
    within = prose.words_in(prose.sentences[sentence].span)
    if first - within.start > FARTHEST_NAME or any(
        w not in reader.grammar.openers for w in prose.lower[within.start : first]
    ):
        return False
    return not any(w in reader.grammar.speech for w in prose.lower[last : min(within.stop, last + LONGEST_SENTENCE)])
