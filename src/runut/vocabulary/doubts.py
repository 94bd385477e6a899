"""What a reading is not sure of."""

from msgspec import Struct

from runut.vocabulary.spans import Span


class Doubt(Struct, frozen=True):
    """Trouble found in the data: a value that travels with the record, never an exception."""

    kind: str
    """A short stable name, such as `unsourced`, `unclosed_quote`, `no_article`."""
    message: str
    """One sentence for a person, saying what is in doubt and, where possible, why."""
    where: Span | None = None
    """The words in question; None when the doubt is about the whole page."""
