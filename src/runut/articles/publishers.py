"""Which outlet the page belongs to."""

from __future__ import annotations

import re

from runut import outlets
from runut.articles.anchors import Anchors
from runut.articles.identity import domain_of
from runut.articles.words import words_of
from runut.pages import Page
from runut.vocabulary import Outlet

# What sites add to their name for search engines.
ADDED = re.compile(r"\s*(?:[|•]|\s[-–—]\s).*$")


def find_outlet(page: Page, anchors: Anchors, prefix: str | None) -> Outlet | None:
    """The outlet by the page's address, its own claims, or the prefix that opens its text."""
    domain = domain_of(page.url) or domain_of(canonical_address(page))
    names = [c.value for c in page.claimed("og:site_name")] + list(anchors.linked("publisher.name"))
    names += [c.value for c in page.claimed("application-name")]
    if prefix:
        names.append(prefix)
    for known in (domain, *names):
        if known and (entry := _registered(known)):
            return Outlet(entry[0], domain or entry[1])
    if names:
        return Outlet(ADDED.sub("", names[0]).strip() or names[0], domain)
    return Outlet(domain, domain) if domain else None


def canonical_address(page: Page) -> str | None:
    """The address that the page gives as its own."""
    for claim in page.claimed("canonical", "og:url"):
        if claim.value.startswith(("http://", "https://")):
            return claim.value
    return None


def _registered(name: str) -> tuple[str, str | None] | None:
    """Name and first domain of an outlet in the registry."""
    entry = outlets.find(name)
    return (entry.name, entry.domains[0] if entry.domains else None) if entry else None


def is_outlet(name: str) -> bool:
    """Whether the registry knows an outlet of that name."""
    return bool(words_of(name)) and _registered(name) is not None
