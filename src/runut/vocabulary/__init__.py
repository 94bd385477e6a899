"""The nouns of Runut: small, frozen, without I/O. Everything else speaks in them."""

from runut.vocabulary.articles import (
    Access,
    Article,
    Credit,
    Image,
    Kind,
    Note,
    NoteKind,
    Outlet,
    Paragraph,
    ParagraphKind,
    Related,
    Role,
)
from runut.vocabulary.attributions import Attribution, DatedPhrase, Person, Relay, RelayKind, Scope
from runut.vocabulary.captures import Capture, Exchange
from runut.vocabulary.doubts import Doubt
from runut.vocabulary.records import Reading, Record
from runut.vocabulary.spans import Span
from runut.vocabulary.statements import Act, Evidence, Manner, SpeakerType, Statement

__all__ = [
    "Access",
    "Act",
    "Article",
    "Attribution",
    "Capture",
    "Credit",
    "DatedPhrase",
    "Doubt",
    "Evidence",
    "Exchange",
    "Image",
    "Kind",
    "Manner",
    "Note",
    "NoteKind",
    "Outlet",
    "Paragraph",
    "ParagraphKind",
    "Person",
    "Reading",
    "Record",
    "Related",
    "Relay",
    "RelayKind",
    "Role",
    "Scope",
    "Span",
    "SpeakerType",
    "Statement",
]
