"""What is traced: texts with who published them, when, and where they link."""

from __future__ import annotations

import re
from functools import cached_property

from msgspec import Struct

from runut import outlets
from runut.articles.identity import plain_address
from runut.copies.times import Moment, moment

_ENDING = re.compile(r"\.(?:com|id|co\.id|co|net|org)$", re.IGNORECASE)


class Text(Struct, frozen=True, kw_only=True, dict=True):
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

    @cached_property
    def names(self) -> tuple[str, ...]:
        """How others may call its outlet."""
        own = self.outlet or ""
        entry = outlets.find(own) if own else None
        plain = _ENDING.sub("", own)
        spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", plain)
        short = own.removeprefix("The ")
        return tuple(dict.fromkeys(filter(None, (own, plain, spaced, short, *(entry.names if entry else ())))))

    def is_of_outlet(self, other: Text) -> bool:
        """Whether both are one outlet's, as far as that is known."""
        return self.outlet is not None and self.outlet.lower() == (other.outlet or "").lower()

    def mentions(self, other: Text) -> bool:
        """Whether it names another's outlet, which is not its own."""
        return not self.is_of_outlet(other) and any(_stands(name, self.text) for name in other.names)

    def links_to(self, other: Text) -> bool:
        """Whether it links to another's page, of an outlet that is not its own."""
        if self.is_of_outlet(other) or not other.url:
            return False
        return any(plain_address(link) == plain_address(other.url) for link in self.links)


def _stands(name: str, text: str) -> bool:
    return len(name) > 2 and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) is not None
