"""What `trace` and `story` look at: a file of articles, or those of the desk."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from runut.cli.desks import opened

if TYPE_CHECKING:
    from runut.copies.texts import Text


def given_texts(file: IO[bytes] | None, address: str | None) -> tuple[Text, ...]:
    """The articles of a file, else those of the desk, in the order in which they came.

    Raises UsageFault for a line that is no article, and when there is neither a file nor a desk.
    """
    from runut.copies.reading import read_texts, text_of

    if file is not None:
        return read_texts(file)
    from runut.desk.leaving import leaving

    with opened(address) as desk:
        return tuple(text_of(one.record) for one in leaving(desk))
