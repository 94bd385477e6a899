"""Who made the article, with roles; the visible line before what machines are told."""

from __future__ import annotations

import re

from runut.articles.anchors import Anchors
from runut.articles.authors import META, as_credits, claimed_authors, opens_byline, split_names
from runut.articles.clocks import without_date
from runut.articles.identity import domain_of
from runut.articles.marks import kinds_of
from runut.articles.names import read_names
from runut.articles.phrases import Phrases, phrases
from runut.articles.publishers import canonical_address, is_outlet
from runut.articles.trust import trusts_claims
from runut.articles.typed import BODY, TypedBlock
from runut.articles.words import Words, words_of
from runut.languages import served
from runut.languages.detect import primary
from runut.pages import Block, Page
from runut.vocabulary import Credit, Role

LONGEST = 200
# Shorter words of an address are initials or a top-level domain.
SHORTEST = 4
# A name of several words, or one in a script that needs no spaces.
SEVERAL = re.compile(r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,3}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,8}")
# Who stands behind a text and did not write it: beside them a name without a label may be the writer.
BEHIND = ("editor", "photographer", "translator")
CUTS = re.compile(r"[,;|/]")
# Where the page of an author is that of whoever runs the site.
ACCOUNT = re.compile(r"/admin(?:istrator)?/?$")
INITIALS = re.compile(r"[(\[]\s*[A-Za-z*]{2,10}(?:\s*[/|-]\s*[A-Za-z*]{1,10}){1,4}\s*[)\]]\s*\.?$")


def find_byline(
    page: Page, typed: tuple[TypedBlock, ...], anchors: Anchors, outlet: str | None, language: str
) -> tuple[Credit, ...]:
    """The people credited; labels give roles.

    Where the language's pages name the author by machine as the byline does, those names go first, and
    organisations count (a page of an agency names it). Elsewhere the visible line goes first, and a desk
    or the outlet itself is nobody.
    """
    words, own = phrases(), words_of(outlet or "")
    if not trusts_claims(language):
        told = [c for c in _claimed(page, anchors, words) if words_of(c.name) != own]
        return _merged(_shown(typed, anchors, {own}) or ([] if _otherwise_signed(typed) else told))
    names = claimed_authors(page, anchors)
    nobody = {own} | ({words_of(name) for name in names} if _is_account(anchors) else set())
    people = [name for name in names if words_of(name) not in nobody and not _is_site(name, page)]
    if not people and (shown := _visible(page, typed, anchors, nobody)):
        return _merged(shown)
    if len(people) == 1:
        people = _joined(typed, people[0], page.language) or _beside(typed, people[0]) or people
    return _merged([*as_credits(people or names), *_helpers(typed, words)])


def _is_account(anchors: Anchors) -> bool:
    """Whether the linked author is the account that runs the site, by the address of its page."""
    return any(ACCOUNT.search(value[:LONGEST]) for value in anchors.linked("author.@id", "author.url"))


def _visible(page: Page, typed: tuple[TypedBlock, ...], anchors: Anchors, nobody: set[Words]) -> list[Credit]:
    """The names that the page shows; the labels of its own language come first where it is not served."""
    if addressed := _addressed(page, typed):
        return addressed
    if primary(page.language) in served():
        return _shown(typed, anchors, nobody) or _signed(typed, page, nobody)
    return _signed(typed, page, nobody) or _shown(typed, anchors, nobody)


def _addressed(page: Page, typed: tuple[TypedBlock, ...]) -> list[Credit]:
    """The name alone in a line whose last word the claimed author's mail address has (`s.dewi@quay.example`)."""
    given = [c.value[:LONGEST].split("@")[0] for c in page.claimed(*META) if "@" in c.value[1:LONGEST]]
    last = {word for value in given for word in words_of(value) if len(word) >= SHORTEST}
    lines = (typed[index].block.text for index in _near(typed)) if last else iter(())
    return next(([Credit(text)] for text in lines if SEVERAL.fullmatch(text) and words_of(text)[-1] in last), [])


def _joined(typed: tuple[TypedBlock, ...], name: str, language: str | None) -> list[str]:
    """The names of a line that joins the claimed one to another by a word such as "and"."""
    for index in _near(typed):
        text = typed[index].block.text
        if typed[index].kind == "byline" and name in text and len(text) <= 100 and not CUTS.search(text):
            names = split_names(without_date(text), language)
            if len(names) == 2 and name in names and all(SEVERAL.fullmatch(n) for n in names):
                return names
    return []


def _beside(typed: tuple[TypedBlock, ...], name: str) -> list[str]:
    """The names that stand as the claimed one does, each a byline by itself, right before and after it."""
    near = [typed[index].block for index in _near(typed) if typed[index].kind == "byline"]
    at = next((block for block in near if words_of(block.text) == words_of(name)), None)
    if at is None:
        return []
    alike = [b.text for b in near if b.tag == at.tag and b.place.marks == at.place.marks and SEVERAL.fullmatch(b.text)]
    return alike if 1 < len(alike) <= 4 else []


def _signed(typed: tuple[TypedBlock, ...], page: Page, nobody: set[Words]) -> list[Credit]:
    """The names in a line that a byline's label of the page's language opens, or that stand alone above the text."""
    first = next((i for i, item in enumerate(typed) if item.kind in BODY), 0)
    starts = {name[:1] for name in nobody}
    for index in _near(typed):
        item = typed[index]
        text = without_date(item.block.text)
        if item.kind not in ("byline", "other", "date") or len(text) > 100:
            continue
        names = split_names(text, page.language)
        alone = item.kind == "byline" or (item.block.tag == "p" and 0 <= first - index <= 3)
        signed = opens_byline(text, page.language) or (alone and all(SEVERAL.fullmatch(name) for name in names))
        if names and signed and all(words_of(name) not in nobody for name in names):
            people = [names[0], *(n for n in names[1:] if SEVERAL.fullmatch(n) and words_of(n)[:1] not in starts)]
            return as_credits([name for name in people if not is_outlet(name)])
    return []


def _is_site(name: str, page: Page) -> bool:
    """Whether a name is the page's own site rather than an author."""
    words = words_of(name)
    sites = [c.value for c in page.claimed("og:site_name", "application-name")]
    sites.append(domain_of(canonical_address(page) or page.url) or "")
    return any("".join(words) == "".join(words_of(site)) for site in sites)


def _helpers(typed: tuple[TypedBlock, ...], words: Phrases) -> list[Credit]:
    """Those whom the visible lines credit with another part than writing."""
    return [c for c in _labelled(typed, words) if c.role in (*BEHIND, "contributor") and " " in c.name]


def _shown(typed: tuple[TypedBlock, ...], anchors: Anchors, nobody: set[Words]) -> list[Credit]:
    words = phrases()
    labelled = [c for c in _labelled(typed, words) if words_of(c.name) not in nobody]
    if all(c.role in BEHIND for c in labelled):
        seen = {words_of(c.name) for c in labelled} | nobody
        labelled = [*(c for c in _unlabelled(typed, words, anchors) if words_of(c.name) not in seen), *labelled]
    return labelled


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
    last = max((i for i, item in enumerate(typed) if item.kind in BODY), default=len(typed))
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
        told = _cut_labels(text, words)
        # A bare "by" below a text that is signed above belongs to a link to another article.
        found += [c for c in told if c.role or index < last or not found]
    start = _near(typed)[0] if typed else 0
    return found + [
        c for item in typed[start:] if item.kind in ("byline", "credit") for c in _paired(item.block, words)
    ]


def _paired(block: Block, words: Phrases) -> list[Credit]:
    """A name and its role side by side, told apart by the markup alone (`Sari DewiEditor`)."""
    bare = [piece.text.strip(" :：").lower() for piece in block.pieces]
    role = next((words.roles[text] for text in bare if words.roles.get(text)), None)
    if role is None:
        return []
    names = [p.text for p in block.pieces if p.text != block.text and p.text.strip(" :：").lower() not in words.roles]
    return [credit for name in names for credit in read_names(name, role, words)]


def _cut_labels(text: str, words: Phrases) -> list[Credit]:
    """The names after each label of a line such as `Reporter: A | Editor: B`."""
    if not words.byline_signs.search(text.lower()):
        return []
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
    rest = _unlabel(without_date(block.text), words)
    if item.kind == "byline":
        line = list(read_names(rest, None, words))
        links = [c for link in block.links for c in read_names(link.text, None, words)]
        told = [c for c in line if any(c.name == link.name for link in links)]
        return told if len(told) == len(links) and told else links or line
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
