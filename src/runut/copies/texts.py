"""What is traced: texts with who published them, when, and where they link."""

from __future__ import annotations

from msgspec import Struct

from runut.copies.times import Moment, moment


class Text(Struct, frozen=True, kw_only=True):
    """One article as far as copying is concerned."""

    id: str
    text: str
    outlet: str | None = None
    """A name or a domain."""
    published: str | None = None
    """As the outlet states it: with a time and a zone, or a date alone."""
    url: str | None = None
    headline: str | None = None
    language: str | None = None
    links: tuple[str, ...] = ()
    """Addresses in the text."""
    version_of: str | None = None
    """Id of an earlier version of the same page."""

    @property
    def moment(self) -> Moment | None:
        """When it was published, as an interval; None when that is not told."""
        return moment(self.published)
