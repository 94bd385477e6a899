"""The anatomy of one news article."""

from typing import Literal, TypeAlias

from msgspec import Struct

from runut.vocabulary.doubts import Doubt
from runut.vocabulary.spans import Span

Role: TypeAlias = Literal["writer", "reporter", "editor", "photographer", "contributor", "translator"]
Kind: TypeAlias = Literal["article", "live", "video", "photo", "index", "error"]
Access: TypeAlias = Literal["free", "paywalled", "truncated"]
ParagraphKind: TypeAlias = Literal["paragraph", "heading", "item", "quote", "row"]
NoteKind: TypeAlias = Literal["correction", "retraction", "update", "right_of_reply"]


class Outlet(Struct, frozen=True):
    """Who publishes the page."""

    name: str
    domain: str | None = None


class Credit(Struct, frozen=True):
    """A person credited for the article, with the role that the page gives."""

    name: str
    role: Role | None = None


class Image(Struct, frozen=True):
    """A picture of the article; caption and credit are kept apart."""

    url: str | None = None
    caption: str | None = None
    credit: str | None = None


class Related(Struct, frozen=True):
    """A link to another article ("Baca juga"), taken out of the body."""

    headline: str
    url: str | None = None


class Note(Struct, frozen=True):
    """A correction, retraction, update or right of reply (hak jawab), as printed."""

    kind: NoteKind
    text: str


class Paragraph(Struct, frozen=True):
    """One part of `Article.text` and what it is."""

    kind: ParagraphKind
    span: Span


class Article(Struct, frozen=True, kw_only=True):
    """One news article; every later claim points back into `text` by `Span`.

    What the page does not tell is None or empty, never guessed.
    """

    id: str = ""
    """Names this version: same content, same id."""
    article: str = ""
    """Names the page over time: same canonical address or, without one, same outlet and headline."""
    file: str | None = None
    """The input as it was given."""
    url: str | None = None
    canonical_url: str | None = None
    outlet: Outlet | None = None
    language: str = "und"
    """BCP 47; `und` when it is none of the languages served."""
    kind: Kind = "article"
    access: Access = "free"
    section: tuple[str, ...] = ()
    """Breadcrumb, outermost first, without Home."""
    headline: str | None = None
    deck: str | None = None
    byline: tuple[Credit, ...] = ()
    agency: tuple[str, ...] = ()
    """Credited source agencies or outlets ("Sumber: …"), as the page names them."""
    published: str | None = None
    """As the page states it, with its own offset; a date alone when it states no time."""
    modified: str | None = None
    dateline: str | None = None
    """The place that opens the body ("JAKARTA")."""
    images: tuple[Image, ...] = ()
    """Lead picture first."""
    page: tuple[int, int] | None = None
    """This part and the number of parts, when the article is paginated."""
    tags: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    notes: tuple[Note, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    text: str = ""
    """The article's own words: paragraphs joined by a blank line."""
    doubts: tuple[Doubt, ...] = ()
