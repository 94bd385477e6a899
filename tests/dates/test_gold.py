"""Dates of the development gold, where it is at hand."""

import json
from pathlib import Path

import pytest

from runut.dates import find_dates
from runut.languages import load_pack
from runut.text import prepare

GOLD = Path(__file__).parents[3] / "shared" / "data"


def found_and_wanted(path, code):
    pack = load_pack(code)
    for line in path.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        prose = prepare(gold["text"], frozenset(pack.about.abbreviations))
        found = {(d.span, d.value) for d in find_dates(prose, gold.get("published"), pack)}
        yield found, {(tuple(d["span"]), d["value"]) for d in gold["dates"]}


@pytest.mark.skipif(not GOLD.is_dir(), reason="the development gold is not here")
@pytest.mark.parametrize(
    ("name", "code", "floor"), [("statements/id-train", "id", 0.85), ("statements/en-train", "en", 0.83)]
)
def test_exact_spans_and_values(name, code, floor):
    pairs = list(found_and_wanted(GOLD / f"{name}.jsonl", code))
    hits = sum(len(found & wanted) for found, wanted in pairs)
    assert 2 * hits / sum(len(found) + len(wanted) for found, wanted in pairs) >= floor


@pytest.mark.skipif(not GOLD.is_dir(), reason="the development gold is not here")
def test_seed_is_read_without_its_publication_date():
    ((found, wanted),) = found_and_wanted(GOLD / "seed" / "gold.jsonl", "id")
    assert found == wanted
