"""Score readings against the gold of the story that comes with Runut.

Two kinds of gold: the anatomy of a page, joined by `file`, and the attributions of a text, joined by `id`. A key that
a line of gold lacks is not scored. Every measure lies between 0 and 1:

    fields of a page, chain        share of pages or texts where it is just as in the gold
    statement                      F1 over statements, matched one to one where their words agree by half or more
    who said what, act, manner     the same, with the right one too
    relays, dates, people, roles   F1 over what they are, whatever their place
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter
from typing import Any

Row = dict[str, Any]
Count = tuple[float, float, float]
"""Found and right, found, and there to be found."""

SHORT = {"paragraph": "p", "heading": "h", "item": "li", "quote": "q", "row": "t"}
PAGE: dict[str, Callable[[Row], object]] = {
    **{name: itemgetter(name) for name in ("headline", "deck", "section", "byline", "agency", "published")},
    **{name: itemgetter(name) for name in ("modified", "dateline", "tags", "notes", "text")},
    "outlet": lambda row: row["outlet"]["name"],
    "language": lambda row: [row["language"]],
    "lead_caption": lambda row: row["images"][0]["caption"],
    "lead_credit": lambda row: row["images"][0]["credit"],
    "related": lambda row: [link["headline"] for link in row["related"]],
    "pages": itemgetter("page"),
    "paragraphs": lambda row: [[SHORT[p["kind"]], row["text"][slice(*p["span"])]] for p in row["paragraphs"]],
}
"""Where a record has what the gold of pages calls by this name."""
LISTS: dict[str, Callable[[Row, Row], object]] = {
    "relays": lambda _, relay: (relay["name"], relay["kind"], relay["scope"]),
    "dates": lambda row, date: (row["text"][slice(*date["span"])], date["value"]),
    "people": lambda _, person: person["name"],
    "roles": lambda _, person: (person["name"], person["role"]),
}
WORD = re.compile(r"\w+")


def score(gold: list[Row], predicted: dict[str, Row]) -> dict[str, float]:
    """All measures over all pages or texts; what is not predicted counts as wrong."""
    counts: dict[str, list[Count]] = defaultdict(list)
    for right in gold:
        found = (
            page(right, predicted.get(right["file"])) if "file" in right else text(right, predicted.get(right["id"]))
        )
        for name, count in found:
            counts[name].append(count)
    return {name: f1(found) for name, found in counts.items()}


def page(gold: Row, record: Row | None) -> Iterator[tuple[str, Count]]:
    """Counts of the anatomy of one page."""
    for name, view in PAGE.items():
        if name in gold:
            yield name, (float(record is not None and same(gold[name], seen(view, record))), 1, 1)


def text(gold: Row, found: Row | None) -> Iterator[tuple[str, Count]]:
    """Counts of the attributions of one text."""
    row = {"text": gold["text"], **(found or {})}
    yield "chain", (float(gold["chain"] == row.get("chain")), 1, 1)
    yield from statements(gold, row)
    for name, what in LISTS.items():
        key = "people" if name == "roles" else name
        yield name, common((what(gold, one) for one in gold[key]), (what(row, one) for one in row.get(key, [])))


def statements(gold: Row, row: Row) -> Iterator[tuple[str, Count]]:
    """Counts over the statements of one text."""
    wanted, given = gold["statements"], row.get("statements", [])
    left, right = ([words(gold["text"], statement) for statement in some] for some in (wanted, given))
    pairs = [(wanted[i], given[j]) for i, j in matched(left, right)]
    yield "statement", (len(pairs), len(given), len(wanted))
    for measure, key in (("who said what", "speaker"), ("act", "act"), ("manner", "manner")):
        yield measure, (sum(a[key] == b[key] for a, b in pairs), len(given), len(wanted))


def matched(wanted: list[Counter[str]], given: list[Counter[str]]) -> Iterator[tuple[int, int]]:
    """Pairs that agree by half or more, best first, each used once."""
    ranked = sorted(((agreement(a, b), i, j) for i, a in enumerate(wanted) for j, b in enumerate(given)), reverse=True)
    left, right = set(range(len(wanted))), set(range(len(given)))
    for value, i, j in ranked:
        if value >= 0.5 and i in left and j in right:
            left.remove(i)
            right.remove(j)
            yield i, j


def words(content: str, statement: Row) -> Counter[str]:
    """The words of a statement's content; those of its cue where it has no content."""
    spans = statement["content"] or [statement["cue"] or (0, 0)]
    return Counter(word.casefold() for start, end in spans for word in WORD.findall(content[start:end]))


def agreement(left: Counter[str], right: Counter[str]) -> float:
    """F1 of two bags of words."""
    return 2 * (left & right).total() / max(1, left.total() + right.total())


def common(wanted: Iterable[object], given: Iterable[object]) -> Count:
    """Counts of two lists compared as bags."""
    left, right = Counter(wanted), Counter(given)
    return (left & right).total(), right.total(), left.total()


def seen(view: Callable[[Row], object], record: Row) -> object:
    """What the record has; None where it has nothing of the kind."""
    try:
        return view(record)
    except (KeyError, IndexError, TypeError):
        return None


def same(wanted: object, given: object) -> bool:
    """Equal, where a key that the gold's object lacks does not count."""
    if isinstance(wanted, dict) and isinstance(given, dict):
        return all(same(value, given.get(name)) for name, value in wanted.items())
    if isinstance(wanted, list) and isinstance(given, list):
        return len(wanted) == len(given) and all(map(same, wanted, given))
    return wanted == given


def f1(counts: list[Count]) -> float:
    """F1 of summed counts; 1 where nothing was to be found and nothing was."""
    right, found, wanted = (sum(column) for column in zip(*counts, strict=True))
    return 2 * right / (found + wanted) if found + wanted else 1.0
