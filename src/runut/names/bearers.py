"""Who is named in an article, as somebody of another article might be compared with them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from runut.names.company import company
from runut.names.ordinary import is_ordinary, is_pair
from runut.names.spelling import name_words
from runut.vocabulary import Person, Record, SpeakerType, Statement

KINDS: tuple[SpeakerType, ...] = ("person", "organisation")
# A hostile record may name any number; nobody is looked for beyond this.
MOST = 300
LONGEST = 120


class Bearer(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One name as one article uses it."""

    name: str
    """The fullest that the article gives."""
    kind: SpeakerType = "person"
    """`person` or `organisation`."""
    roles: tuple[str, ...] = ()
    """Titles, as the article gives them."""
    known_as: tuple[str, ...] = ()
    """Other names that the article itself gives the bearer: nicknames, acronyms."""
    called: tuple[str, ...] = ()
    """Parts of the name by which the article calls the bearer, such as the first name."""
    company: tuple[str, ...] = ()
    """What else the article names, as `runut.names.company` tells it."""


def bearers(record: Record) -> tuple[Bearer, ...]:
    """Everybody named in a record that can be an entry of their own: people, and bodies that speak."""
    found: dict[str, Bearer] = {}
    spoken = {said.speaker: said for said in record.statements if said.speaker and said.speaker_type in KINDS}
    for person in record.people[:MOST]:
        said = spoken.pop(person.name, None)
        if _is_name(person.name, said.speaker_type if said else "person", record.text):
            found[person.name] = _person(record.text, person, said)
    for name, said in list(spoken.items())[:MOST]:
        if name not in found and _is_name(name, said.speaker_type, record.text):
            found[name] = _bearer(name, said.speaker_type, (said.role,), frozenset(_others(record, name)))
    others = company(record.text) if found else ()
    return tuple(replace(one, company=others) for one in found.values())


def _person(text: str, person: Person, said: Statement | None) -> Bearer:
    kind = said.speaker_type if said else "person"
    mentions = {" ".join(text[start:end].split()) for start, end in person.mentions}
    return _bearer(person.name, kind, (person.role, said.role if said else None), frozenset(mentions))


def _bearer(name: str, kind: SpeakerType, roles: tuple[str | None, ...], mentions: frozenset[str]) -> Bearer:
    whole = set(name_words(name))
    known_as, called = [], []
    for other in sorted(mentions):
        words = name_words(other)
        if not words or len(other) > LONGEST or words == name_words(name):
            continue
        if set(words) < whole:
            called.append(other)
        elif not whole & set(words) and not _is_initials(words, name_words(name)):
            known_as.append(other)
    told = tuple(dict.fromkeys(role for role in roles if role))
    return Bearer(name=name, kind=kind, roles=told, known_as=tuple(known_as), called=tuple(called))


def _others(record: Record, name: str) -> Iterator[str]:
    """How else the article writes who speaks under a name, where it stands as a source."""
    for said in record.statements:
        if said.speaker == name and said.source is not None:
            words = record.text[said.source[0] : said.source[1]]
            if _is_short(words):
                yield " ".join(words.split())


def _is_initials(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Two letters for a name of two words (*DP*) mean many people."""
    return len(words) == 1 and len(words[0]) == 2 and words[0] == "".join(word[0] for word in name)


def _is_short(words: str) -> bool:
    """An acronym: what else stands there may be a description and no name."""
    return words.isupper() and words.isalpha() and 2 <= len(words) <= 8


def _is_name(name: str, kind: SpeakerType, text: str) -> bool:
    return _is_written_so(name) and not is_ordinary(name, kind) and not is_pair(name, text)


def _is_written_so(name: str) -> bool:
    return (
        len(name) <= LONGEST
        and name.isprintable()
        and name[:1].isalnum()
        and (name[:1].isupper() or not name[:1].islower())
    )
