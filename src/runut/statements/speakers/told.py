"""Carriers and documents as sources: `Antara melaporkan`, `laporan tersebut menyebut`."""

from __future__ import annotations

import re

from runut.statements.speakers.documents import told_before
from runut.statements.speakers.floor import Floor
from runut.statements.speakers.source import Source
from runut.statements.speakers.speaker import Speaker
from runut.vocabulary import Span

WORD = re.compile(r"\w+")
# A carrier's name that fills more of the source than this share is what the source is about.
MOST_OF_SOURCE = 0.6
# A document that was mentioned before is named again in at most as many words (`the 40-page report`).
LONGEST_AGAIN = 4
# A document's name keeps so many words, its article included.
FEWEST_NAMED = 2


def credited(floor: Floor, span: Span) -> Speaker:
    """The carrier whose credit opened the sentence; `span` is its name."""
    credit = next(credit for credit in floor.credits.within(span) if credit.span == span)
    again = None
    if floor.credits.bare(credit) and not _is_indefinite(floor, span[0]):
        again = document_again(floor, tuple(credit.name.lower().split()), span[0])
    return again or Speaker(document_name(floor, credit.name), credit.type, "carrier")


def _is_indefinite(floor: Floor, at: int) -> bool:
    """A word before the name says that it was not told of before (`one |study`)."""
    ground = floor.ground
    first = ground.prose.words_in((at, at + 1)).start
    return first > 0 and ground.lower[first - 1] in ground.lexicon.indefinite and ground.gap(first - 1) == " "


def carrier(floor: Floor, source: Source) -> Speaker | None:
    """A credited carrier within the source, or a document that was mentioned before."""
    lexicon = floor.ground.lexicon
    document = source.lower[0] in lexicon.documents
    for credit in floor.credits.within(source.span):
        if document and credit.type == "outlet" and not floor.ground.grammar.relative.isdisjoint(source.lower):
            continue  # `dokumen yang diperoleh Arunika`
        fills = credit.span[1] - credit.span[0] > MOST_OF_SOURCE * (source.span[1] - source.span[0])
        if (document or source.lower[0] in lexicon.media or fills) and not floor.credits.bare(credit):
            name = document_name(floor, credit.name)
            return Speaker(name, "document" if document else credit.type, "carrier")
    if source.definite and len(source.lower) <= LONGEST_AGAIN and not lexicon.documents.isdisjoint(source.lower):
        again = document_again(floor, source.lower, source.span[0])
        return again if again and not _names_another(floor, source, again) else None
    return None


def _names_another(floor: Floor, source: Source, again: Speaker) -> bool:
    """The source has a name in it that is none of the document's (`Penelitian Arunika tersebut`)."""
    ground = floor.ground
    words = ground.prose.words_in(source.span)
    named = {ground.lower[word] for word in words[1:] if ground.name(word)}
    return not named.issubset((again.name or "").lower().split())


def document_again(floor: Floor, words: tuple[str, ...], at: int) -> Speaker | None:
    """`laporan tersebut`, `the report`: the document credited last under this noun, or the one that spoke last."""
    noun = next((word for word in words if word in floor.ground.lexicon.documents), words[0])
    named = floor.credits.beside(noun, at)
    earlier = None if named and noun in named.name.lower().split() else told_before(floor.ground, noun, at)
    if earlier is not None:
        return Speaker(earlier, "document", "description")
    if named is not None:
        return Speaker(document_name(floor, named.name), "document", "carrier")
    described = floor.described_with({noun})
    if described is not None and described.type == "document":
        return described.again("carrier")
    spoke = floor.document is not None and _is_document(floor, floor.document)
    return Speaker(floor.document.name, "document", "carrier") if floor.document and spoke else None


def _is_document(floor: Floor, speaker: Speaker) -> bool:
    """Its name has a noun for documents, or an outlet gave it, which is called by its name."""
    return speaker.type == "outlet" or not floor.ground.lexicon.documents.isdisjoint(
        WORD.findall((speaker.name or "").lower())
    )


def document_name(floor: Floor, name: str) -> str:
    """A document's name without who came by it: `a memo` of `a memo seen by the Star`."""
    words = name.split()
    end = next((at for at, word in enumerate(words) if at and word in floor.ground.lexicon.seen), len(words))
    grammar = floor.ground.grammar
    if end == len(words) > FEWEST_NAMED and grammar.head_last and words[-1].islower() and grammar.is_verb(words[-1]):
        end -= 1  # `a recording posted` of `a recording posted on Monday`
    return " ".join(words[:end]).rstrip(" ,") if end < len(words) else name
