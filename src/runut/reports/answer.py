"""The answer: where a page has its story from, in one sentence made from the record alone."""

from runut.reports.phrases import Teller
from runut.reports.texts import Interface, load_texts
from runut.vocabulary import Record


def answer(record: Record, language: Interface = "en") -> str:
    """One sentence in the interface language: carriers, sources, silence, and what could not be read.

    It tells provenance and never whether something is true; an empty record says why it is empty.
    Raises UnknownLanguage for a language that the interface does not speak.
    """
    return Teller(record, load_texts(language)).sentence()
