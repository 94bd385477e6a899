"""`asides.toml`: the words around an article that are not its text (menus, bylines, related links, promos).

All phrases are compared without regard to case. An *opening* stands at the beginning of a block, an *ending* at
its end, a *line* is the whole block.
"""

from __future__ import annotations

from msgspec import Struct

from runut.vocabulary import NoteKind, Role

Words = tuple[str, ...]


class Bylines(Struct, frozen=True, forbid_unknown_fields=True):
    """How the makers of an article are named."""

    roles: dict[Role, Words]
    """Labels that give a role ("Penulis", "Editor")."""
    plain: Words
    """Labels that give none ("Oleh", "By")."""
    joins: Words
    """Words between two names ("dan", "and")."""
    offices: Words
    """Titles written before or after a name in a byline, no part of it ("Kontributor", "Staff Writer")."""
    desks: Words
    """Words that tell that a byline names a desk, an account or an outlet, and no person ("Tim", "Newsroom")."""
    claimed_first: bool
    """Whether the author that a page names by machine is the one of its byline. Where it is False, it is often
    the editor or the outlet, so that the visible line goes first and organisations are nobody."""


class Links(Struct, frozen=True, forbid_unknown_fields=True):
    """Links to other articles, and what else stands in or after a text to lead away from it."""

    related: Words
    """Openings of a line that links another article within the text ("Baca juga")."""
    promos: Words
    """Openings of lines that promote the outlet's channels, videos, applications."""
    holders: Words
    """Placeholders left by widgets ("[Gambas:Video 20detik]", "ADVERTISEMENT"); they may stand anywhere in a line."""
    shares: Words
    """Lines of buttons and counters ("Bagikan", "SHARE")."""
    ends: Words
    """Lines that head what follows an article: popular, comments, recommendations."""


class Places(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell what a part of the page is."""

    homes: Words
    """The first step of a breadcrumb."""
    tags: Words
    """Labels before a list of tags."""
    sources: Words
    """Labels of the line that credits another outlet for the whole article ("Sumber: …")."""
    pages: Words
    """The word before page numbers ("Halaman 1 dari 3")."""
    of: Words
    """The word between this page's number and the number of pages."""
    footers: Words
    """Openings of lines at the foot of a page: copyright, address, legal notices."""
    biographies: Words
    """Openings of lines about the author."""


class Pictures(Struct, frozen=True, forbid_unknown_fields=True):
    """How pictures are captioned and credited."""

    labels: Words
    """Labels before a caption or a credit ("Foto", "Photo")."""
    credits: Words
    """Openings of a credit ("Dok", "Courtesy of")."""
    suppliers: Words
    """Names that occur in credits of pictures ("Getty Images")."""


class Notices(Struct, frozen=True, forbid_unknown_fields=True):
    """What the outlet prints about the article or instead of it."""

    notes: dict[NoteKind, Words]
    """Openings of printed corrections, retractions, updates and rights of reply."""
    paywalls: Words
    """Phrases that call for a subscription where the text breaks off; they may stand anywhere in a line."""
    errors: Words
    """Headings of pages that are no articles: not found, login, consent, a wall against robots."""


class Clock(Struct, frozen=True, forbid_unknown_fields=True):
    """How times of publication are labelled; the dates themselves are read after `dates.toml`."""

    before_time: Words
    """Words between a date and its time ("pukul", "at")."""
    ordinals: Words
    """What may be joined to the number of a day ("24th")."""
    published: Words
    """Labels before the time of publication."""
    modified: Words
    """Labels before the time of the latest change."""


class Kin(Struct, frozen=True, forbid_unknown_fields=True):
    """Frequent words that tell this language from a close relative, which letter statistics confuse with it."""

    own: Words
    other: Words


class Asides(Struct, frozen=True, forbid_unknown_fields=True):
    """Shape of `asides.toml`."""

    bylines: Bylines
    links: Links
    places: Places
    pictures: Pictures
    notices: Notices
    clock: Clock
    kin: dict[str, Kin] = {}
    """By the code of the relative."""
