"""Publish how well statements are attributed: write the measured part of `docs/quality.md`.

    python quality/published.py

Reads the development articles that lie beside the repository and writes figures and names of outlets, never a word of
an article. Where they are not there, what was written before stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

import cases
import sets
from cases import Article, Case, Row
from estimates import FEWEST, RESAMPLES, Estimate, Tally, estimates, shares, tally, together
from mistakes import mistakes, names

PAGE = sets.ROOT / "docs" / "quality.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
LANGUAGES = {"id": "Indonesian", "en": "English"}
MANNERS = ("direct", "indirect", "mixed")
MEASURES: dict[str, Callable[[Case], bool]] = {
    "Statement": lambda case: case.found,
    "Who said what": lambda case: case.said,
}
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
FEWEST_OF_ACT = 10
MOST_MISTAKES = 10

HEAD = f"""\
## Statements: what is measured now
`quality/published.py` writes this part after a `make quality` that passed, on the development articles:
{{articles}}.
We look at these scores while we work, so texts that nobody has looked at may be read worse.

In brackets 95 % intervals over {RESAMPLES:,} resamples of whole articles; none where fewer than {FEWEST} articles have
any, and rough where few do. A manner or an act counts for recall as the gold has it and for precision as Runut has it:
what was found with the wrong act still counts as found. Acts are listed from {FEWEST_OF_ACT} statements in the gold.
"""
OUTLETS = """\
### By outlet
F1 of both measures; precision and recall are those of *statement*. An outlet with one article stands for that article.
"""
RELIABILITY = """\
### Is `confidence` to be trusted?
A statement is right when it matches one of the gold and its speaker does too. In a bin that can be trusted, the share
that is right is near the mean of what was told.
"""
MISTAKES = """\
### Commonest errors
Counted mechanically: an error is of one kind only. The examples are ours and show the kind; none is from an article.
"""


def main() -> None:
    """Measure and write, where there is anything to measure."""
    golds = [sets.SHARED / "data" / "statements" / f"{language}-dev.jsonl" for language in LANGUAGES]
    if not all(gold.exists() for gold in golds):
        print(f"The development gold is not here: the measured part of {PAGE.name} stays as it is.")
        return
    scorer = sets.load(sets.SHARED / "score" / "statements.py")
    articles = [cases.read(row, scorer) for gold in golds for row in sets.rows(gold.read_text(encoding="utf-8"))]
    PAGE.write_text(replaced(PAGE.read_text(encoding="utf-8"), render(articles)), encoding="utf-8")
    print(f"docs/{PAGE.name}: {told(articles)}")


def replaced(page: str, section: str) -> str:
    """The page with a new measured part."""
    before, _, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise SystemExit(f"{PAGE.name} has no {BEGIN} … {END}")
    return f"{before}{BEGIN}\n{section}\n{END}{after}"


def render(articles: list[Article]) -> str:
    """The measured part: scores by language, by outlet, by confidence, and the errors."""
    parts = [HEAD.format(articles=told(articles))]
    for language, some in by_language(articles):
        parts += (f"### {LANGUAGES[language]}: {name.lower()}\n\n{scores(some, name)}\n" for name in MEASURES)
    parts += [f"{OUTLETS}\n{outlets(articles)}\n", f"{RELIABILITY}\n{reliability(articles)}\n"]
    return "\n".join([*parts, f"{MISTAKES}\n{errors(articles)}"])


def told(articles: list[Article]) -> str:
    """How much was measured."""
    counted = [(LANGUAGES[language], len(some), wanted(some)) for language, some in by_language(articles)]
    return " and ".join(f"{many} {name} articles with {n} statements" for name, many, n in counted)


def scores(articles: list[Article], measure: str) -> str:
    """One measure over all statements, each manner and each act that is frequent enough."""
    classes: dict[str, Callable[[Row], bool]] = {"all": lambda _: True}
    classes |= {manner: having("manner", manner) for manner in MANNERS}
    classes |= {f"`{act}`": having("act", act) for act in frequent(articles)}
    lines = []
    for name, counts in classes.items():
        tallies = [tally(article.cases, MEASURES[measure], counts) for article in articles]
        whole = together(tallies)
        lines.append([name, str(whole.wanted), str(whole.found), *map(ranged, estimates(tallies))])
    return table(["", "in gold", "found", "precision", "recall", "F1"], lines)


def having(key: str, value: str) -> Callable[[Row], bool]:
    """Statements of one class."""
    return lambda row: bool(row[key] == value)


def frequent(articles: list[Article]) -> list[str]:
    """Acts that the gold has often enough to say something of, the most frequent first."""
    acts = Counter(case.wanted["act"] for article in articles for case in article.cases if case.wanted)
    return [act for act, many in acts.most_common() if many >= FEWEST_OF_ACT]


def outlets(articles: list[Article]) -> str:
    """Both measures for each outlet, as the gold names it."""
    lines = []
    for language, outlet in sorted({(one.language, one.outlet) for one in articles}):
        some = [one for one in articles if (one.language, one.outlet) == (language, outlet)]
        statement, who = (shares(total(some, good)) for good in MEASURES.values())
        figures = map(plain, (*statement, who[2]))
        lines.append([outlet, LANGUAGES[language], str(len(some)), str(wanted(some)), *figures])
    head = ["outlet", "language", "articles", "statements", "precision", "recall", "statement", "who said what"]
    return table(head, lines)


def reliability(articles: list[Article]) -> str:
    """What was told of statements, and how many of them are right."""
    lines = []
    for language, some in by_language(articles):
        given = [(case.given["confidence"], case.said) for one in some for case in one.cases if case.given]
        for low, high in pairwise(BINS):
            inside = [pair for pair in given if low <= pair[0] < high or pair[0] == high == BINS[-1]]
            if inside:
                lines.append([LANGUAGES[language], f"{low:g}–{high:g}", *trust(inside)])
    return table(["language", "`confidence`", "statements", "right", "share right", "mean told"], lines)


def trust(told_and_right: list[tuple[float, bool]]) -> list[str]:
    """The figures of one bin."""
    many = len(told_and_right)
    mean, right = sum(told for told, _ in told_and_right) / many, sum(good for _, good in told_and_right)
    return [str(many), str(right), plain(right / many), plain(mean)]


def errors(articles: list[Article]) -> str:
    """The commonest kinds of error, with what they look like."""
    counts = {code: sum(map(mistakes, some), Counter[str]()) for code, some in by_language(articles)}
    both, known = sum(counts.values(), Counter[str]()), names()
    lines = []
    for kind, many in sorted(both.items(), key=lambda item: (-item[1], item[0]))[:MOST_MISTAKES]:
        entry = known.get(kind, {"name": kind, "example": ""})
        lines.append([entry["name"], str(many), *(str(some[kind]) for some in counts.values()), entry["example"]])
    shown = sum(int(line[1]) for line in lines)
    head = ["kind", "all", *(LANGUAGES[code] for code in counts), "such as"]
    return f"{table(head, lines)}\n\nThese are {shown} of {both.total()} errors."


def by_language(articles: list[Article]) -> Iterator[tuple[str, list[Article]]]:
    """The languages that have articles, with theirs."""
    for language in LANGUAGES:
        some = [one for one in articles if one.language == language]
        if some:
            yield language, some


def total(articles: list[Article], good: Callable[[Case], bool]) -> Tally:
    """One measure counted over articles."""
    return together(tally(article.cases, good, lambda _: True) for article in articles)


def wanted(articles: list[Article]) -> int:
    """How many statements the gold has."""
    return sum(case.wanted is not None for article in articles for case in article.cases)


def ranged(estimate: Estimate) -> str:
    """A figure with its interval in brackets, where it has one."""
    if estimate.low is None or estimate.high is None:
        return plain(estimate.value)
    return f"{estimate.value:.2f} ({estimate.low:.2f}–{estimate.high:.2f})"


def plain(value: float | None) -> str:
    """A figure, or a dash where there is none."""
    return "–" if value is None else f"{value:.2f}"


def table(head: list[str], lines: Iterable[list[str]]) -> str:
    """A table in Markdown."""
    rows = [head, ["---"] * len(head), *lines]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


if __name__ == "__main__":
    main()
