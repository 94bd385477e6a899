"""What was corrected, by a note, a right of reply or a silent new version, who carries it, and who has followed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from runut.copies.anchors import anchors, likeness
from runut.stories.drifts.pairing import Pairing
from runut.stories.hedging import hedging, noting
from runut.stories.lines import Line, stemmed
from runut.stories.meaning import Meaning
from runut.stories.members import Member
from runut.stories.numbers import Number, numbers
from runut.stories.reach import reach
from runut.stories.sources import Derived

# Numbers of so many figures are hardly the same by chance; others must stand in the same sentence.
TELLING = 2
AROUND = 24
"""Characters shown on either side of what was wrong, to the next word."""


class Correction(Struct, frozen=True):
    """One page that was corrected."""

    article: str
    """The version or the reply that corrects."""
    wrong: str
    """The words that were wrong, with some around them."""
    carriers: tuple[str, ...]
    """Articles that say it so."""
    followed: tuple[str, ...]
    """Those of them that a later version replaced, or whose outlet has carried the reply."""
    not_followed: tuple[str, ...]


class Wrong(Struct, frozen=True):
    """A sentence that does not hold any more."""

    line: Line
    words: str
    values: frozenset[str] = frozenset()
    """Its numbers that were wrong; who has the sentence with others does not carry it."""


def corrections(
    articles: Sequence[Member], derived: Sequence[Derived], meaning: Meaning | None = None
) -> list[Correction]:
    """Everything that a later version or a reply corrects, with the articles that still say it as it was.

    Only articles that have it from that page, near or far, are looked at: others may mean another thing.
    """
    by_id = {one.id: one for one in articles}
    copies: dict[str, list[str]] = {}
    for link in derived:
        copies.setdefault(link.source, []).append(link.copy)
    found = [one for one in (_correction(article, by_id, copies, meaning) for article in articles) if one]
    return [_following(one, found, by_id) for one in found if _is_told(one, found, by_id)]


def _above(one: Correction, found: Sequence[Correction], by_id: Mapping[str, Member]) -> Correction | None:
    """The correction that a version follows."""
    page = by_id[one.article].text.version_of
    return next((other for other in found if other is not one and page in other.followed), None)


def _is_told(one: Correction, found: Sequence[Correction], by_id: Mapping[str, Member]) -> bool:
    """Who follows a correction does not correct anew, but where a note of its own says so."""
    return by_id[one.article].has_note or _above(one, found, by_id) is None


def _following(one: Correction, found: Sequence[Correction], by_id: Mapping[str, Member]) -> Correction:
    """With the carriers of what it follows."""
    above = _above(one, found, by_id)
    return replace(above, article=one.article, wrong=one.wrong) if above else one


def _correction(
    one: Member, by_id: Mapping[str, Member], copies: Mapping[str, Sequence[str]], meaning: Meaning | None
) -> Correction | None:
    version_of = by_id.get(one.text.version_of or "")
    earlier = version_of or _answered(one, tuple(by_id.values()))
    if earlier is None:
        return None
    wrong = tuple((_changed if version_of else _denied)(Pairing(one, earlier, meaning)))
    family = [by_id[name] for name in sorted({earlier.id} | reach(earlier.id, copies)) if name != one.id]
    carriers = [other for other in family if _carries(Pairing(other, earlier, meaning), wrong)]
    if not carriers:
        return None
    replaced = {other.text.version_of for other in (*family, one) if other not in carriers}
    informed = set() if version_of else {by_id[name].text.outlet for name in (one.id, *reach(one.id, copies))}
    followed = [other for other in carriers if other.id in replaced or other.text.outlet in informed]
    return Correction(
        article=one.id,
        wrong=wrong[0].words,
        carriers=tuple(other.id for other in carriers),
        followed=tuple(other.id for other in followed),
        not_followed=tuple(other.id for other in carriers if other not in followed),
    )


def _answered(one: Member, articles: Sequence[Member]) -> Member | None:
    """The page of the same outlet that a reply, or a correction printed for itself, answers: the one most like it."""
    pattern = noting(one.language)
    if pattern is None or not pattern.match("\n" + one.text.text):
        return None
    own = [
        other for other in articles if other.text.is_of_outlet(one.text) and other is not one and one.is_after(other)
    ]
    signs = anchors([one.text.text, *(other.text.text for other in own)])
    scored = [(likeness(signs[0], there), place) for place, there in enumerate(signs[1:])]
    return own[max(scored)[1]] if scored else None


def _changed(pairing: Pairing) -> Iterator[Wrong]:
    """The sentences of a page whose numbers or cautions are others in its later version, those with numbers first.

    Where a note says that something was corrected, and it was no number, all that the version says otherwise.
    """
    pairs = [(old, new) for old, new in pairing.pairs if old.words != new.words]
    renumbered = [one for one in (_renumbered(pairing, old, new) for old, new in pairs) if one]
    yield from renumbered
    known = hedging(pairing.copy.language)
    for old, new in pairs:
        is_recautioned = known and bool(known.unsure.search(old.text)) != bool(known.unsure.search(new.text))
        if is_recautioned or (pairing.copy.has_note and not renumbered):
            yield Wrong(old, old.text)


def _renumbered(pairing: Pairing, old: Line, new: Line) -> Wrong | None:
    """A sentence of which some number has gone."""
    was = numbers(old.text, pairing.source.language)
    gone = {one.value for one in was} - {one.value for one in numbers(new.text, pairing.copy.language)}
    first = next((one for one in was if one.value in gone), None)
    return Wrong(old, _around(old.text, first), frozenset(gone)) if first else None


def _denied(pairing: Pairing) -> Iterator[Wrong]:
    """The sentences of a page that a reply denies."""
    denied = [said for line in pairing.copy.lines for said in line.said if said.act == "denies"]
    for start, end in (span for said in denied for span in said.content):
        old = pairing.nearest(stemmed(pairing.copy.text.text[start:end], pairing.copy.language))
        if old:
            yield Wrong(old, old.text)


def _around(text: str, number: Number) -> str:
    """A number with the words around it."""
    start, end = max(0, number.start - AROUND), number.end + AROUND
    start = text.find(" ", start, number.start) + 1 if start else 0
    last = text.rfind(" ", number.end, end) if end < len(text) else len(text)
    return text[start : last if last > 0 else end].strip(" .")


def _carries(pairing: Pairing, wrong: Sequence[Wrong]) -> bool:
    """Whether an article says what was wrong, as it was."""
    for mine in pairing.copy.lines:
        if any(said.act == "denies" for said in mine.said):
            continue
        like = {line.span for line in pairing.like(mine)}
        values = {one.value for one in numbers(mine.text, pairing.copy.language)}
        for one in wrong:
            same = one.values & values
            if same or not one.values if one.line.span in like else any(len(value) >= TELLING for value in same):
                return True
    return False
