"""Published and modified: the visible time weighed against what machines are told."""

from __future__ import annotations

import re
from dataclasses import replace

from runut.articles.anchors import Anchors
from runut.articles.clocks import Moment, instant, read_machine, read_moment, same_clock, shifted
from runut.articles.phrases import Phrases, phrases
from runut.articles.trust import trusts_claims
from runut.articles.typed import BODY, TypedBlock
from runut.languages import load_pack, served
from runut.pages import Page

LINKED = {"published": ("datePublished", "dateCreated"), "modified": ("dateModified",)}
CLAIMED = {
    "published": (
        "article:published_time article:published:time datepublished datePublished pubdate publishdate publish-date",
        "date dc.date dc.date.issued og:published_time sailthru.date parsely-pub-date content_publishdate dateCreated",
    ),
    "modified": (
        "article:modified_time article:modified:time og:updated_time dateModified datemodified lastmod last-modified",
    ),
}
"""Names of claims, separated by spaces, the most reliable first."""
BEFORE, AFTER = 25, 12
UTC = "+00:00"
DATED_ADDRESS = re.compile(r"/(20\d\d)/(\d\d)/(\d\d)/(?:([01]\d|2[0-3])([0-5]\d)([0-5]\d)/)?")


def find_times(
    page: Page, typed: tuple[TypedBlock, ...], anchors: Anchors, language: str
) -> tuple[str | None, str | None]:
    """When the page says that it was published and last changed; None where it says nothing.

    A visible time wins where its zone is known; a machine time that shows the same clock under another zone
    is mislabelled and takes the visible zone.
    """
    zone = load_pack(language).about.zone if language in served() else None
    published, modified = _visible(typed, anchors.main)
    told, changed = _machine(page, anchors, "published"), _machine(page, anchors, "modified")
    if timed := _timed(typed, anchors.main):
        told = _timed_better(told, timed)
    trusted = trusts_claims(language)
    first = _weigh(published, told, zone, trusted=trusted) or _stated(page)
    if (
        zone
        and changed
        and told
        and published
        and told.offset
        and told.offset == changed.offset
        and same_clock(published, told)
    ):
        # The page's machine times show its own clock, whatever zone they claim.
        changed = replace(changed, offset=zone if published.offset is None else published.offset)
    last = _weigh(modified, changed, zone, trusted=trusted)
    if first and last and not _later(last, first):
        last = None
    return first.text() if first else None, last.text() if last else None


def _stated(page: Page) -> Moment | None:
    """The time in the state of the page's scripts, which may be that of another article that the page leads to."""
    return next((read_machine(claim.value) for claim in page.claimed("state:published")), None)


def _timed_better(told: Moment | None, timed: Moment) -> Moment:
    """The time of a `<time>` element, where it is the claimed one with a clock, or in the outlet's own zone."""
    if told is None or (told.clock is None and told.text() == timed.text()[:10]):
        return timed
    here, there = instant(told), instant(timed)
    same = here is not None and there is not None and abs((here - there).total_seconds()) < 60
    return timed if same and told.offset == UTC and timed.offset != UTC else told


def _later(last: Moment, first: Moment) -> bool:
    a, b = instant(last), instant(first)
    if a is None or b is None:
        return last.text() > first.text()
    return (a - b).total_seconds() >= 60


def _machine(page: Page, anchors: Anchors, what: str) -> Moment | None:
    values = [*anchors.linked(*LINKED[what]), *(c.value for c in page.claimed(*" ".join(CLAIMED[what]).split()))]
    moments = [m for value in values[:12] if (m := read_machine(value))]
    found = next((m for m in moments if m.clock), None) or next(iter(moments), None)
    return found or (_in_address(page) if what == "published" else None)


def _in_address(page: Page) -> Moment | None:
    """The day, and perhaps the time, that many addresses carry (`/2026/07/24/070859/`)."""
    for address in (page.url, *(c.value for c in page.claimed("canonical", "og:url"))):
        if address and (found := DATED_ADDRESS.search(address[:2000])):
            date = "-".join(found.groups()[:3])
            clock = f"T{found[4]}:{found[5]}:{found[6]}" if found[4] else ""
            return read_machine(date + clock)
    return None


def _timed(typed: tuple[TypedBlock, ...], main: int | None) -> Moment | None:
    """The machine time of the first `<time>` between the headline and the text's first paragraphs."""
    start = main or 0
    first = next((i for i, item in enumerate(typed) if i >= start and item.kind in BODY), start)
    for item in typed[max(0, start - 4) : first + 2]:
        if item.block.time and (moment := read_machine(item.block.time)):
            return moment
    return None


def _weigh(seen: Moment | None, told: Moment | None, zone: str | None, *, trusted: bool) -> Moment | None:
    """The better of a visible and a claimed time.

    `trusted` tells that the language's pages mostly claim their times rightly: then the visible one wins only where
    it shows the claimed clock in another zone.
    """
    if trusted and seen and told and told.clock and told.offset and not _shows(seen, told):
        return told
    if told and zone and told.clock and told.offset is None:
        told = _zoned(told, zone)
    if seen is None or told is None:
        return _zoned(seen, zone) if seen else (shifted(told, zone) if told and zone else told)
    if seen.clock is None:
        local = shifted(told, zone) if zone else told
        return local if same_clock(seen, local) or not zone else seen
    if seen.offset or zone:
        return _zoned(seen, zone)
    return told if told.clock else seen


def _shows(seen: Moment, told: Moment) -> bool:
    """Whether a visible time with a zone is the claimed one: the same clock, or the same minute."""
    here, there = instant(seen), instant(told)
    if here is None or there is None:
        return False
    return same_clock(seen, told) or abs((here - there).total_seconds()) < 60


def _zoned(moment: Moment, zone: str | None) -> Moment:
    if moment.clock is None or moment.offset or zone is None:
        return moment
    return Moment(moment.year, moment.month, moment.day, moment.clock, zone)


def _visible(typed: tuple[TypedBlock, ...], main: int | None) -> tuple[Moment | None, Moment | None]:
    words = phrases()
    first = next((i for i, item in enumerate(typed) if item.kind in BODY), 0)
    middle = first if main is None else main
    after = range(middle, min(len(typed), max(first, middle) + AFTER))
    published: Moment | None = None
    modified: Moment | None = None
    for index in (*after, *range(middle - 1, max(-1, middle - BEFORE), -1)):
        item = typed[index]
        if item.kind not in ("date", "byline", "other") or len(item.block.text) > 120:
            continue
        first_read, last_read = _read(item.block.text, words)
        published = _better(published, first_read)
        modified = _better(modified, last_read)
    return published, modified


def _read(text: str, words: Phrases) -> tuple[Moment | None, Moment | None]:
    label = words.modified.search(text)
    if label is None:
        return read_moment(text), None
    return read_moment(text[: label.start()]), read_moment(text[label.end() :])


def _better(old: Moment | None, new: Moment | None) -> Moment | None:
    """The first time found, unless a later one of the same day knows the time of day."""
    if old is None or new is None:
        return old or new
    return new if old.clock is None and new.clock is not None else old
