"""Whether a carrier is the article's own outlet."""

from __future__ import annotations

from dataclasses import dataclass

from runut.chains.reading import Named
from runut.outlets import OutletEntry, find, squeeze

# Of a shorter name, what lost a letter is another name.
SHORT = 6


@dataclass(frozen=True, slots=True)
class Owner:
    """The article's own outlet; nothing when it is unknown."""

    squeezed: str = ""
    entry: OutletEntry | None = None
    label: str = ""
    """What stands for its name in its domain (*kabarlembah* of *daerah.kabarlembah.co*)."""

    @classmethod
    def of(cls, own: str | None) -> Owner:
        """`own` is a name or a domain."""
        return cls(squeeze(own), find(own), squeeze(max(own.split("."), key=len))) if own else cls()

    def owns(self, named: Named) -> bool:
        """The same name, but for a letter lost at its end, or the same entry of the registry."""
        if not self.squeezed:
            return False
        name = squeeze(named.name)
        alike = len(name) + 1 >= len(self.squeezed) > SHORT and self.squeezed.startswith(name)
        return alike or name in (self.squeezed, self.label) or (named.entry is not None and named.entry is self.entry)
