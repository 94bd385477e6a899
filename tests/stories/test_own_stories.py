"""Stories of our own, twenty short ones and thirteen longer: each bound lies a little below what is reached.

What is compared is coarser than in the published figures: pairs of articles, not words.
"""

from collections import Counter
from pathlib import Path

import msgspec
import pytest

from runut.copies.reading import read_texts
from runut.model import embed
from runut.stories import stories
from runut.text.prose import prepare

# So many of the first were written before the code.
SHORT = 20
FOLDER = Path(__file__).parents[1] / "fixtures" / "stories"


def told(gold):
    """The story that has most of the articles which the gold has."""
    members = {name for origin in gold["origins"] for name in origin["articles"]}
    texts = read_texts((FOLDER / f"{gold['story']}.articles.jsonl").read_bytes().splitlines())
    found = [msgspec.to_builtins(one) for one in stories(texts, lambda text: embed(prepare(text)))]
    return max(found, key=lambda one: len(members & set(one["articles"])))


@pytest.fixture(scope="module")
def pairs():
    golds = [msgspec.json.decode(path.read_bytes()) for path in sorted(FOLDER.glob("*.gold.json"))]
    assert len(golds) == 33
    return [(gold, told(gold)) for gold in golds]


def copies(story):
    return [(one["copy"], one["source"]) for one in story["copies"]]


def origins(story):
    return [(origin["held"], name) for origin in story["origins"] for name in origin["articles"]]


def drifts(story):
    return [(one["copy"], one["kind"]) for one in story["drifts"]]


def followed(story):
    return [
        (one["article"], name, verdict)
        for one in story["corrections"]
        for verdict in ("followed", "not_followed")
        for name in one[verdict]
    ]


def acts(story):
    return [(one["article"], one["act"]) for claim in story["claims"] for one in claim["statements"]]


@pytest.mark.parametrize(
    ("of", "least"),
    [
        (copies, (0.97, 0.92, 0.95)),
        (origins, (0.97, 0.97, 0.97)),
        (drifts, (0.81, 0.69, 0.75)),
        (followed, (0.92, 0.99, 0.94)),
        (acts, (0.67, 0.71, 0.69)),
    ],
)
@pytest.mark.parametrize("part", ["short", "long", "all"])
def test_as_much_is_found_as_was_reached(pairs, part, of, least):
    parts = {"short": (pairs[:SHORT], least[0]), "long": (pairs[SHORT:], least[1]), "all": (pairs, least[2])}
    some, least = parts[part]
    gold, found = (Counter(one for pair in some for one in of(pair[side])) for side in (0, 1))
    right = (gold & found).total()
    assert 2 * right / (gold.total() + found.total()) >= least


def test_what_is_not_part_of_a_story_is_kept_out(pairs):
    assert [name for gold, found in pairs for name in gold["unrelated"] if name in found["articles"]] == []
