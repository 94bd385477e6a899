"""The Python API: three verbs.

They import the stages when they are first called, so that `import runut` stays cheap.
"""

from __future__ import annotations

from os import PathLike, fspath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runut.pages import Passage
    from runut.statements import Reader
    from runut.vocabulary import Attribution, Capture, Record, Span


def read(source: str | PathLike[str] | bytes, *, allow_private: bool = False) -> Record:
    """Read one news page to its record.

    `source` is a path, an http(s) address, or the bytes of a page, packed or not. A link is fetched once and politely:
    robots.txt is honoured, and private and loopback addresses are refused unless `allow_private` is set.

    Raises InputFault when the input cannot be had or read (`Unreadable`, `TooLarge`, `Refused`, `Unreachable`);
    UsageFault when a directory is given.
    """
    from runut import flow

    return flow.read_page(_captured(source, allow_private=allow_private))


def locate(
    source: str | PathLike[str] | bytes, record: Record, spans: Iterable[Span]
) -> tuple[tuple[Passage, ...], ...]:
    """Find where in a page the words stand that spans of its record's text cover.

    `source` is the page that `record` was read from: a path or its bytes. Each span gives its passages in order: the
    path of a text node and half-open `[start, end)` in code points of that node's text. Words that are not in the
    visible page, such as those taken from linked data, give none.

    Raises what `read` raises.
    """
    from runut import pages

    return pages.locate(_captured(source, allow_private=False), record, spans)


def _captured(source: str | PathLike[str] | bytes, *, allow_private: bool) -> Capture:
    """The one page behind a source."""
    from runut.capture import Failure, Options, take, unpack
    from runut.errors import Unreadable, UsageFault
    from runut.vocabulary import Capture

    if isinstance(source, bytes):
        return unpack(Capture("bytes", source))
    taken = list(take([fspath(source)], options=Options(allow_private=allow_private)))
    if len(taken) > 1:
        raise UsageFault(f"{source} is a directory of {len(taken)} pages. Read them one by one, or use `runut read`.")
    for item in taken:
        if isinstance(item, Failure):
            raise item.error
        return item
    raise Unreadable(f"{source} holds no page.")


def attribute(
    text: str,
    *,
    language: str | None = None,
    outlet: str | None = None,
    headline: str | None = None,
    published: str | None = None,
    reader: Reader = "model",
) -> Attribution:
    """Find who says what in running text, through whom, when, and where it comes from.

    Spans point into exactly the given text. `language` is a BCP 47 code and detected when None; `outlet` is the
    article's own outlet, a name or a domain; `published` is an ISO 8601 date or time, against which relative dates
    resolve. `reader` is `model` for the learned reader beside the rules, or `rules` for these alone: they miss more of
    what is said without a verb that the language pack knows, and are some thirty times as fast.

    Raises UsageFault for the reader `model` where this installation has none.
    """
    from runut import flow

    article = flow.text_article(text, language=language, outlet=outlet, headline=headline, published=published)
    return flow.attribute(article, reader=reader)
