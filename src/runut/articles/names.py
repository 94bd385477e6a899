"""Names of people in bylines, and what only looks like one."""

from __future__ import annotations

import re

from runut.articles.phrases import Phrases
from runut.articles.publishers import is_outlet
from runut.vocabulary import Credit, Role

SPLIT = re.compile(r"\s*(?:[,;|/•·&]|\s[-–—]+\s|\s{2,})\s*")
ADDRESS = re.compile(r"\S+@\S+|https?://\S+|\(?@\w+\)?")
BRACKETS = re.compile(r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]")
NAME = re.compile(r"[^\W\d_][\w.'’`-]*(?:\s+[^\W\d_][\w.'’`-]*){0,6}")
# Degrees after a comma belong to the name before them ("Sari, S.H.").
DEGREE = re.compile(r"(?:[A-Z][A-Za-z]{0,3}\.)+[A-Z]?[A-Za-z]{0,3}|Jr\.?|Ph\.?D\.?")
SITE = re.compile(r"\w\.(?:com|co|id|net|org)\b", re.IGNORECASE)
LONGEST = 60


def read_names(text: str, role: Role | None, words: Phrases) -> tuple[Credit, ...]:
    """The people in a list of names, such as `Sari Dewi dan Budi`; titles and outlets are left out."""
    text = BRACKETS.sub(" ", ADDRESS.sub(" ", text))
    found: list[Credit] = []
    for part in SPLIT.split(words.joins.sub(",", text)):
        name = part.strip(" :.-–—*()[]")
        office = words.offices.match(name)
        if office:
            rest = name[office.end() :].strip(" :,")
            told = words.roles.get(office.group().strip().lower())
            if not rest and found and found[-1].role is None:
                found[-1] = Credit(found[-1].name, told)
            role = told or role if rest or not found else role
            name = rest if is_name(rest, words) and not found and len(rest.split()) > 1 else ""
        if DEGREE.fullmatch(name) and found:
            continue
        if is_name(name, words, labelled=role is not None):
            found.append(Credit(name, role))
    return tuple(found)


def is_name(text: str, words: Phrases, *, labelled: bool = False) -> bool:
    """Whether a text can be the name of one person; after a label, two capitals can stand for one."""
    if not NAME.fullmatch(text) or len(text) > LONGEST or not text[0].isupper():
        return False
    if len(text) <= 2:
        return labelled and text.isupper()
    parts = text.split()
    plain = [part.strip(".").lower() for part in parts]
    if any(part in words.desks or part in words.shares for part in plain) or SITE.search(text):
        return False
    if is_outlet(text):
        return False
    return all(part[0].isupper() or len(part) <= 3 for part in parts)
