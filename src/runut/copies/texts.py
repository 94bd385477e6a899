"""What is traced: texts with who published them, when, and where they link."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache

from msgspec import Struct

from runut import outlets
from runut.articles.identity import plain_address
from runut.copies.times import Moment, moment

# Names of fewer words have no initials that anybody uses.
FEWEST = 3
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
        return names_of(self.outlet) if self.outlet else ()

    def is_of_outlet(self, other: Text) -> bool:
        """Whether both are one outlet's, as far as that is known."""
        return self.outlet is not None and self.outlet.lower() == (other.outlet or "").lower()

    def mentions(self, other: Text) -> bool:
        """Whether it names another's outlet, which is not its own."""
        return not self.is_of_outlet(other) and self.names_any(other.names)

    def names_any(self, names: Iterable[str]) -> bool:
        """Whether one of these names stands in it."""
        return any(_stands(name, self) for name in names)

    @cached_property
    def lower(self) -> str:
        """The text in small letters."""
        return self.text.lower()

    def links_to(self, other: Text) -> bool:
        """Whether it links to another's page, of an outlet that is not its own."""
        if self.is_of_outlet(other) or not other.url:
            return False
        return any(plain_address(link) == plain_address(other.url) for link in self.links)


@lru_cache(maxsize=4096)
def names_of(outlet: str) -> tuple[str, ...]:
    """The names under which an outlet may be mentioned: its own, those it is known by, its initials."""
    whole, _, short = outlet.partition("(")
    plain = _ENDING.sub("", whole.strip())
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", plain)
    entry = outlets.find(outlet)
    made = (outlet, whole.strip(), short.rstrip(") "), plain, spaced, plain.removeprefix("The "), _initials(spaced))
    return tuple(dict.fromkeys(filter(None, (*made, *(entry.names if entry else ())))))


def _initials(name: str) -> str:
    """Of names of three words and more, as agencies are called by them."""
    words = name.split()
    return "".join(word[0] for word in words) if len(words) >= FEWEST and name.istitle() else ""


def _stands(name: str, one: Text) -> bool:
    """Initials only as such: in small letters they may be a word. Most names stand nowhere, which is seen at once."""
    if len(name) <= 2 or name.lower() not in one.lower:
        return False
    case = re.NOFLAG if name.isupper() else re.IGNORECASE
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", one.text, case) is not None
