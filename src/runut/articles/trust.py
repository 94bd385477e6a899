"""Whether what a page says by machine is what its readers see: that differs by language."""

from __future__ import annotations

from runut.languages import load_pack, served
from runut.languages.detect import primary
from runut.pages import Page


def trusts_claims(language: str) -> bool:
    """Whether the author that a page of this language names by machine is the one of its byline."""
    return load_pack(language).asides.bylines.claimed_first if language in served() else True


def trusts_page(page: Page) -> bool:
    """The same by the language that the page declares, before its text is known."""
    return trusts_claims(primary(page.language))
