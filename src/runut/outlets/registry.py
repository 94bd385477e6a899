"""The outlets that are known: who they are, by any of their names or by their address."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal, TypeAlias

import msgspec
from msgspec import Struct

from runut.text.prose import WORD

OutletKind: TypeAlias = Literal["agency", "outlet", "broadcast", "press_release", "official_site", "social"]
Key: TypeAlias = tuple[str, ...]
"""The words of a name in lower case, cut as `Prose` cuts them."""

HOST = re.compile(
    r"(?:[a-z][a-z0-9+.-]*:)?(?://)?(?:[^/?#@\s]*@)?([\w-]+(?:\.[\w-]+)+)\.?(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE
)
# No name or address is longer; what is, is not looked up.
LONGEST_QUERY = 2048


class OutletEntry(Struct, frozen=True, kw_only=True):
    """One outlet, agency, broadcaster, official site or platform."""

    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    """In lower case; subdomains belong to it too. The first is the main one."""
    kind: OutletKind
    country: str | None = None
    """ISO 3166-1 alpha-2; None where nobody noted it."""
    language: str | None = None
    """BCP 47."""
    doubtful: frozenset[str] = frozenset()
    """Those of its names that mean other things too ("Tempo", "X"): it only beside a credit."""
    fictional: bool = False
    """True for the newsroom of the demo story."""

    @property
    def ambiguous(self) -> bool:
        """Whether its main name means other things too."""
        return self.name in self.doubtful

    @property
    def names(self) -> tuple[str, ...]:
        """Main name and aliases."""
        return self.name, *self.aliases


class Group(Struct, frozen=True, forbid_unknown_fields=True):
    """What the outlets of one block of `outlets.toml` have in common, and their lines."""

    kind: OutletKind
    outlets: str
    country: str | None = None
    language: str | None = None


class OutletFile(Struct, frozen=True, forbid_unknown_fields=True):
    """Shape of `outlets.toml`."""

    group: tuple[Group, ...]


class Registry(Struct, frozen=True):
    """All entries with their indexes; an earlier entry wins a name or a domain that two claim."""

    entries: tuple[OutletEntry, ...]
    by_key: dict[Key, OutletEntry]
    by_domain: dict[str, OutletEntry]
    spellings: dict[Key, tuple[str, ...]]
    """For each key the names that have it, as written."""
    longest: dict[str, int]
    """For each first word the number of words of the longest name that begins with it."""


@lru_cache(maxsize=4096)
def find(name_or_domain: str) -> OutletEntry | None:
    """The outlet of that name, alias, domain, subdomain or address; None when there is none.

    Upper and lower case and spaces do not matter ("bbcnews"). An ambiguous name is found too: who asks for a whole
    name means it.
    """
    query = name_or_domain.strip()
    if not query or len(query) > LONGEST_QUERY:
        return None
    return _by_host(query) or registry().by_key.get(key(query)) or _squeezed().get(squeeze(query))


def host_of(address: str) -> str | None:
    """The host of an address or the domain itself, in lower case without `www.`; None when it is neither."""
    matched = HOST.fullmatch(address.strip())
    return matched.group(1).lower().removeprefix("www.") if matched else None


def key(name: str) -> Key:
    """The words of a name in lower case."""
    return tuple(m.group().lower() for m in WORD.finditer(name))


@lru_cache(maxsize=4096)
def squeeze(name: str) -> str:
    """A name without anything but its letters and figures, in lower case."""
    return "".join(c for c in name.lower() if c.isalnum())


@cache
def registry() -> Registry:
    """Read the known outlets once; the demo's fictional ones come last and so never hide a real one."""
    package = files("runut")
    entries = _read(package / "outlets" / "outlets.toml")
    demo = package / "demo" / "outlets.toml"
    if demo.is_file():
        entries += _read(demo, fictional=True)
    return _index(tuple(entries))


def _by_host(query: str) -> OutletEntry | None:
    host = host_of(query)
    domains = registry().by_domain
    while host and "." in host:
        if host in domains:
            return domains[host]
        host = host.partition(".")[2]
    return None


@cache
def name_ends() -> frozenset[str]:
    """The last words of all names of outlets, in lower case."""
    return frozenset(words[-1] for words in registry().by_key if words)


@cache
def _squeezed() -> dict[str, OutletEntry]:
    found: dict[str, OutletEntry] = {}
    for words, entry in registry().by_key.items():
        found.setdefault("".join(words), entry)
    return {squeeze(name): entry for name, entry in found.items()}


def _read(path: Traversable, *, fictional: bool = False) -> list[OutletEntry]:
    content = msgspec.toml.decode(path.read_bytes(), type=OutletFile)
    return [
        _entry(line, group, fictional=fictional)
        for group in content.group
        for line in group.outlets.splitlines()
        if line.strip()
    ]


def _entry(line: str, group: Group, *, fictional: bool) -> OutletEntry:
    names, _, domains = line.partition("@")
    marked = [name.strip() for name in names.split("|")]
    first, *others = [name.removesuffix("?") for name in marked]
    return OutletEntry(
        name=first,
        aliases=tuple(others),
        domains=tuple(domains.split()),
        kind=group.kind,
        country=group.country,
        language=group.language,
        doubtful=frozenset(name[:-1] for name in marked if name.endswith("?")),
        fictional=fictional,
    )


def _index(entries: tuple[OutletEntry, ...]) -> Registry:
    by_key: dict[Key, OutletEntry] = {}
    by_domain: dict[str, OutletEntry] = {}
    spellings: dict[Key, tuple[str, ...]] = {}
    longest: dict[str, int] = {}
    for entry in entries:
        for domain in entry.domains:
            by_domain.setdefault(domain, entry)
        for name in entry.names:
            words = key(name)
            if by_key.setdefault(words, entry) is entry:
                spellings[words] = (*spellings.get(words, ()), name)
                longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return Registry(entries, by_key, by_domain, spellings, longest)
