"""The whole way, in order: capture → page → article → dates, people, statements → chain → record.

Each stage is one verb with its own folder; this module only calls them, so that the way can be read at one glance.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

import msgspec

from runut import articles, pages, statements
from runut.articles.parts import belong_together, is_part, is_whole, join
from runut.chains import chain, origins, relays
from runut.dates import resolve_against
from runut.doubting import doubts
from runut.errors import InputFault, Refused, Unreachable
from runut.languages import Pack, load_pack, served
from runut.people import find_people
from runut.version import __version__
from runut.vocabulary import Article, Attribution, Capture, Doubt, Outlet, Reading, Record

if TYPE_CHECKING:
    from runut.capture import Failure
    from runut.statements import Reader

# No article is longer, in code points; some steps of attribution take more than linear time, and pages may be hostile.
LONGEST = 200_000
# Parts of an article lie near each other in a folder; waiting longer for them would only hold back the others.
PATIENCE = 24


def read(capture: Capture) -> Record:
    """Read one captured page to its record.

    A page that cannot be read gives a record of kind `error` with the reason among its doubts.
    """
    begun = perf_counter()
    try:
        return read_page(capture)
    except InputFault as fault:
        return failed(capture.source, fault, seconds=perf_counter() - begun)


def read_page(capture: Capture) -> Record:
    """Read one captured page to its record.

    Raises InputFault when it cannot be read: `Unreadable`, `TooLarge`.
    """
    begun = perf_counter()
    article = read_article(capture)
    return record(article, attribute(article), seconds=perf_counter() - begun)


def read_joined(captures: Iterable[Capture | Failure]) -> Iterator[tuple[Record, tuple[Capture, ...]]]:
    """Read captures in order; parts of one article that come near each other give one record, in the first's place.

    Each record comes with the captures it was read from, one for each part; none for an input that could not be had.
    """
    waiting: list[_Waiting] = []
    for item in captures:
        arrived = _Waiting.of(item)
        partner = next((w for w in waiting if w.takes(arrived)), None)
        if partner is not None:
            partner.parts += arrived.parts
            partner.captures += arrived.captures
            partner.seconds += arrived.seconds
        else:
            waiting.append(arrived)
        while waiting and (waiting[0].settled or len(waiting) > PATIENCE):
            yield waiting.pop(0).finish()
    for left in waiting:
        yield left.finish()


@dataclass(slots=True)
class _Waiting:
    """An input that was read, and the parts that have joined it."""

    captures: tuple[Capture, ...]
    parts: list[Article]
    seconds: float
    failure: Record | None = None

    @classmethod
    def of(cls, item: Capture | Failure) -> _Waiting:
        if not isinstance(item, Capture):
            return cls((), [], 0.0, failed(item.source, item.error))
        begun = perf_counter()
        try:
            article = read_article(item)
        except InputFault as fault:
            return cls((item,), [], 0.0, failed(item.source, fault, seconds=perf_counter() - begun))
        return cls((item,), [article], perf_counter() - begun)

    def takes(self, other: _Waiting) -> bool:
        return bool(self.parts and other.parts) and all(belong_together(p, other.parts[0]) for p in self.parts)

    @property
    def settled(self) -> bool:
        """Nothing more can join it."""
        return not self.parts or not is_part(self.parts[0]) or is_whole(self.parts)

    def finish(self) -> tuple[Record, tuple[Capture, ...]]:
        if self.failure is not None:
            return self.failure, self.captures
        begun = perf_counter()
        article = self.parts[0] if len(self.parts) == 1 else join(self.parts)
        found = attribute(article)
        return record(article, found, seconds=self.seconds + perf_counter() - begun), self.captures


def attribute(article: Article, *, reader: Reader = "rules") -> Attribution:
    """Find in an article's text who says what, through whom, when, and where it comes from.

    Raises UsageFault for the reader `model` where this installation has none.
    """
    pack = _pack(article.language)
    if pack is None or not article.text:
        return Attribution(chain=(_own(article),), doubts=_unread(article))
    scene = statements.survey(article.text[:LONGEST], pack, published=article.published, outlet=_own(article))
    said = statements.attribute(scene, reader=reader)
    credited = relays(scene.carriers, article.agency, _own(article))
    line = chain(_own(article), credited)
    return Attribution(
        statements=said,
        relays=credited,
        chain=line,
        origins=origins(line, said, credited, scene.prose.paragraphs),
        dates=scene.dates,
        people=find_people(scene.cast),
        doubts=_cut(article) + doubts(scene, said, resolve_against(scene.prose, article.published, pack)),
    )


def record(article: Article, found: Attribution, *, seconds: float | None = None) -> Record:
    """Join an article with what was found in it."""
    fields = {name: getattr(article, name) for name in Article.__struct_fields__}
    return Record(
        **fields | {"doubts": article.doubts + found.doubts},
        statements=found.statements,
        relays=found.relays,
        chain=found.chain,
        origins=found.origins,
        dates=found.dates,
        people=found.people,
        reading=_reading(article.language),
        seconds=seconds,
    )


def failed(source: str, fault: InputFault, *, seconds: float | None = None) -> Record:
    """The record of an input that could not be read."""
    doubt = Doubt(_kind(fault), str(fault))
    return Record(file=source, kind="error", chain=(None,), doubts=(doubt,), reading=_reading("und"), seconds=seconds)


def _kind(fault: InputFault) -> str:
    kinds = ((Refused, "refused"), (Unreachable, "unreachable"))
    return next((name for kind, name in kinds if isinstance(fault, kind)), type(fault).__name__.lower())


def text_article(
    text: str,
    *,
    language: str | None = None,
    outlet: str | None = None,
    headline: str | None = None,
    published: str | None = None,
) -> Article:
    """An article of running text alone, as `runut attribute` takes it; its language is detected when not given."""
    from runut.languages.detect import UNKNOWN, detect, primary

    return Article(
        text=text,
        # A page may say `en` because its template does; who calls this has looked at the text.
        language=given if (given := primary(language)) not in ("", UNKNOWN) else detect(text),
        outlet=Outlet(outlet) if outlet else None,
        headline=headline,
        published=published,
    )


def read_article(capture: Capture) -> Article:
    """Read one captured page to its article, without looking for who says what.

    Raises InputFault when it cannot be read: `Unreadable`, `TooLarge`.
    """
    article = articles.recover(pages.parse(capture))
    return msgspec.structs.replace(article, file=capture.source, url=article.url or capture.url)


def _pack(language: str) -> Pack | None:
    code = language.split("-", maxsplit=1)[0]
    return load_pack(code) if code in served() else None


def _own(article: Article) -> str | None:
    return article.outlet.name if article.outlet else None


def _unread(article: Article) -> tuple[Doubt, ...]:
    if not article.text:
        return ()
    names = ", ".join(served())
    told = f"Attribution is read in {names}; this text is in “{article.language}”, so nothing was looked for."
    return (Doubt("language", told),)


def _cut(article: Article) -> tuple[Doubt, ...]:
    if len(article.text) <= LONGEST:
        return ()
    told = f"The text has {len(article.text):,} characters; only the first {LONGEST:,} were searched for statements."
    return (Doubt("cut_short", told, (LONGEST, len(article.text))),)


def _reading(language: str) -> Reading:
    pack = _pack(language)
    return Reading(runut=__version__, packs={pack.about.code: pack.about.version} if pack else {})
