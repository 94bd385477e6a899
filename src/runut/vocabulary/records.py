"""The record: an article with all that was found in it, as it goes out."""

from msgspec import Struct, field

from runut.vocabulary.articles import Article
from runut.vocabulary.attributions import DatedPhrase, Person, Relay
from runut.vocabulary.statements import Statement


class Reading(Struct, frozen=True, kw_only=True):
    """What made a record: the version of the code, of the packs, and the model."""

    runut: str
    packs: dict[str, str] = field(default_factory=dict)
    model: str | None = None


class Record(Article, frozen=True, kw_only=True):
    """The contract between Runut and everything around it; one JSON object an article."""

    statements: tuple[Statement, ...] = ()
    relays: tuple[Relay, ...] = ()
    chain: tuple[str | None, ...] = ()
    origins: tuple[str, ...] = ()
    dates: tuple[DatedPhrase, ...] = ()
    people: tuple[Person, ...] = ()
    reading: Reading
    seconds: float | None = None
    """Time spent on this input, in seconds."""
