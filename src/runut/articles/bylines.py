"""Who made the article, with roles; the visible line before what machines are told."""

from __future__ import annotations

import re

from runut.articles.anchors import Anchors, words_of
from runut.articles.clocks import without_date
from runut.articles.marks import kinds_of
from runut.articles.names import read_names
from runut.articles.phrases import Phrases, phrases
from runut.articles.typed import BODY, TypedBlock
from runut.pages import Block, Page
from runut.vocabulary import Credit, Role

LONGEST = 200
CLAIMED = ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author")
INITIALS = re.compile(r"[(\[]\s*[A-Za-z*]{2,10}(?:\s*[/|-]\s*[A-Za-z*]{1,10}){1,4}\s*[)\]]\s*\.?$")


def find_byline(
    page: Page, typed: tuple[TypedBlock, ...], anchors: Anchors, outlet: str | None, *, known: bool
) -> tuple[Credit, ...]:
    """The people credited; labels give roles, and a desk or the outlet itself is nobody.

    `known` tells whether the page's language is served; of other pages the machine-readable names are taken first.
    """
    words = phrases()
    own = words_of(outlet or "")
    told = [c for c in _claimed(page, anchors, words) if words_of(c.name) != own]
    if told and not known:
        return _merged(told)
    labelled = [c for c in _labelled(typed, words) if words_of(c.name) != own]
    if not labelled:
        labelled = [c for c in _unlabelled(typed, words, anchors) if words_of(c.name) != own]
    if not labelled and not _otherwise_signed(typed):
        labelled = told
    return _merged(labelled)


def _otherwise_signed(typed: tuple[TypedBlock, ...]) -> bool:
    """Whether the page shows a desk or initials where a name would stand; then a claimed name is not the byline."""
    near = [typed[index] for index in _near(typed)]
    if any(item.kind == "byline" and len(item.block.text) <= 60 for item in near):
        return True
    ends = [item.block.text for item in typed if item.kind in BODY][-1:]
    short = [item.block.text for item in near if len(item.block.text) < 30]
    return any(INITIALS.search(text) for text in (*short, *ends))


def _near(typed: tuple[TypedBlock, ...]) -> list[int]:
    """Indices of the blocks about the text: a byline farther off is that of another article."""
    places = [i for i, item in enumerate(typed) if item.kind in BODY or item.kind == "headline"]
    if not places:
        return list(range(len(typed)))
    return list(range(max(0, places[0] - 15), min(len(typed), places[-1] + 25)))


def _labelled(typed: tuple[TypedBlock, ...], words: Phrases) -> list[Credit]:
    found: list[Credit] = []
    waiting: str | None = None
    for index in _near(typed):
        item = typed[index]
        text = item.block.text
        if item.kind == "picture":
            continue
        if item.kind in BODY or item.kind in ("caption", "headline") or len(text) > LONGEST:
            waiting = None
            continue
        if waiting is not None and item.kind == "byline":
            found += read_names(text.lstrip(" :："), words.roles.get(waiting), words)
            waiting = None
            continue
        waiting = None
        if item.kind not in ("byline", "other", "date", "credit", "biography"):
            continue
        bare = text.strip(" :：").lower()
        if bare in words.roles:
            waiting = bare
            continue
        found += _cut_labels(text, words)
    return found


def _cut_labels(text: str, words: Phrases) -> list[Credit]:
    """The names after each label of a line such as `Reporter: A | Editor: B`."""
    text = without_date(text)
    labels = list(words.byline.finditer(text))
    found: list[Credit] = []
    for label, after in zip(labels, (*labels[1:], None), strict=False):
        names = text[label.end() : after.start() if after else len(text)]
        given = (label[1] or label[2]).lower()
        role = words.roles.get(" ".join(given.split()))
        found += read_names(names, role, words)
    return found


def _unlabelled(typed: tuple[TypedBlock, ...], words: Phrases, anchors: Anchors) -> list[Credit]:
    claimed = {words_of(value) for value in anchors.linked("author.name", "author")}
    for index in _near(typed):
        item = typed[index]
        if item.kind not in ("byline", "date", "other") or len(item.block.text) > 120:
            continue
        # One word alone is seldom a name where no label tells so.
        names = [c for c in _names_in(item, words, claimed) if " " in c.name or words_of(c.name) in claimed]
        if names:
            role = _role_after(typed, index, words)
            return [Credit(c.name, c.role or role) for c in names]
    return []


def _names_in(item: TypedBlock, words: Phrases, claimed: set[tuple[str, ...]]) -> list[Credit]:
    """The names in a line without labels: all of a byline; beside a date, what is bold, marked or claimed."""
    block = item.block
    rest = without_date(block.text)
    if item.kind == "byline":
        names = [c for link in block.links for c in read_names(link.text, None, words)]
        return names or list(read_names(rest, None, words))
    if item.kind == "other" and block.text == rest and words_of(block.text) not in claimed:
        return []
    names = list(read_names(rest, None, words))
    marked = [piece.text for piece in block.pieces if "byline" in kinds_of(piece.marks)]
    return [c for c in names if words_of(c.name) in claimed or _set_apart(c.name, block, marked)]


def _set_apart(name: str, block: Block, marked: list[str]) -> bool:
    """Whether the markup tells that this part of a line is a name."""
    bold = block.bold == len(name) and block.text.startswith(name)
    return bold or any(name in text for text in marked) or "byline" in kinds_of(block.place.marks)


def _role_after(typed: tuple[TypedBlock, ...], index: int, words: Phrases) -> Role | None:
    """The role in the block after a name ("Jurnalis")."""
    after = typed[index + 1].block.text.strip(" :,").lower() if index + 1 < len(typed) else ""
    return words.roles.get(after)


def _claimed(page: Page, anchors: Anchors, words: Phrases) -> list[Credit]:
    names = anchors.linked("author.name", "author")
    if not names:
        names = tuple(
            c.value
            for c in page.claimed("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author")
        )
    found: list[Credit] = []
    for value in names:
        if "http" not in value and len(value) <= LONGEST:
            found += read_names(_unlabel(value, words), None, words)
    return found


def _unlabel(value: str, words: Phrases) -> str:
    label = words.byline.match(value)
    return value[label.end() :] if label else value


def _merged(credits: list[Credit]) -> tuple[Credit, ...]:
    """Each person once a role; a credit without a role yields to one with it."""
    roles: dict[tuple[str, ...], list[Credit]] = {}
    for credit in credits:
        same = roles.setdefault(words_of(credit.name), [])
        if credit.role is None and same:
            continue
        if same and same[0].role is None:
            same[0] = credit
        elif credit not in same and credit.role not in [c.role for c in same]:
            same.append(credit)
    return tuple(credit for same in roles.values() for credit in same)
