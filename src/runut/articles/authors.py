"""Who made the article by what the page tells machines, in the manner of the page's language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from runut.articles.anchors import Anchors
from runut.articles.names import ADDRESS, BRACKETS
from runut.articles.phrases import Phrases, phrases
from runut.articles.words import words_of
from runut.languages import load_pack, served
from runut.languages.detect import primary
from runut.languages.others import load_others
from runut.pages import Page
from runut.vocabulary import Credit

SPLIT = re.compile(r"\s*(?:[,;|/•、，]|\s[-–—]+\s)\s*")
LETTERS = re.compile(r"[^\W\d_]")
# Addresses, handles, file names and numbers are no names.
NO_NAME = re.compile(r"://|^@|\.(?:html?|php|jpe?g)\b|^[\W\d_]*$|^[a-z]+(?:-[a-z]+)+$")
LONGEST, LONGEST_NAME = 300, 60
MOST = 12
META = (
    *("author", "byl", "parsely-author", "sailthru.author", "article:author", "article:author_name", "dc.creator"),
    "articleauthor",
)


def claimed_authors(page: Page, anchors: Anchors) -> list[str]:
    """The names that the page gives by machine, most reliable origin first; organisations stay in."""
    origins = [anchors.linked("author.name", "author")]
    origins += [tuple(c.value for c in page.claimed(name) if c.origin == "meta") for name in META]
    marked = {c.value for c in page.claimed("author", "creator") if c.origin == "microdata"}
    origins.append(tuple(marked) if len(marked) == 1 else ())
    publisher = {words_of(value) for value in anchors.linked("publisher.name")}
    found: list[str] = []
    for values in origins:
        names = [name for value in values[:MOST] if len(value) <= LONGEST for name in split_names(value, page.language)]
        found = found or names
        # That its publisher made it says nothing of who did.
        if any(words_of(name) not in publisher for name in names):
            found = names
            break
    return list({words_of(name) or (name,): name for name in found}.values())


def split_names(value: str, language: str | None) -> list[str]:
    """The names in one claimed value, without labels, titles and addresses."""
    if NO_NAME.search(value.strip()):
        return []
    joins, before, after = _naming(_known(language))
    plain = BRACKETS.sub(" ", ADDRESS.sub(" ", value))
    parts = SPLIT.split(joins.sub(",", before.sub("", _unlabel(plain.strip(), phrases()))))
    names = (" ".join(after.sub("", before.sub("", part.strip(" :.*()[]"))).split()) for part in parts)
    found = [n for n in names if LETTERS.search(n) and len(n) <= LONGEST_NAME]
    if any(name[0].islower() and " " in name for name in found[1:]):
        # What goes on in lower case is a description of the first.
        return found[:1]
    return [n for i, n in enumerate(found) if not i or not _is_office(n, phrases())]


def opens_byline(text: str, language: str | None) -> bool:
    """Whether a line begins with the words that stand before names in a language, and then a capital."""
    found = _naming(_known(language))[1].match(text)
    return found is not None and text[found.end() : found.end() + 1].isupper() and len(text.split()) <= 12


def as_credits(names: list[str]) -> list[Credit]:
    """Names without roles."""
    return [Credit(name) for name in names]


def _is_office(name: str, words: Phrases) -> bool:
    """Whether a part is a title that stood after the name before it."""
    found = words.offices.match(name)
    return bool(found) and len(name.split()) <= 3


def _unlabel(value: str, words: Phrases) -> str:
    label = words.byline.match(value)
    return value[label.end() :] if label else value


def _known(language: str | None) -> str:
    """The code of a language whose words for bylines are known; an empty one for all others, which pages make up."""
    code = primary(language)
    return code if code in load_others().languages else ""


@cache
def _naming(code: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Patterns for the words between, before and after the names of a language."""
    others = load_others().languages.get(code)
    joins = [word for name in served() for word in load_pack(name).asides.bylines.joins]
    if others and code not in served():
        joins += others.joins
    by, offices = (others.by, others.offices) if others else ((), ())
    return (
        re.compile(rf"\s+(?:{_any(joins)})\s+|\s*&\s*", re.IGNORECASE),
        re.compile(rf"^(?:{_any(by)})(?:\s*[:：]\s*|\s+)", re.IGNORECASE),
        re.compile(rf"\s*(?:{_any(offices)})$", re.IGNORECASE),
    )


def _any(words: Iterable[str]) -> str:
    found = [re.escape(word) for word in sorted(words, key=len, reverse=True)]
    return "|".join(found) or r"(?!)"
