"""The first real article: both relays, with their words and whom they cite, and the chain."""

import json
from pathlib import Path

import msgspec
import pytest

from runut.chains import chain, find_carriers, origins, relays
from runut.dates import find_dates
from runut.languages import load_pack
from runut.text import prepare
from runut.vocabulary import Statement

SEED = Path(__file__).parents[3] / "shared" / "data" / "seed" / "gold.jsonl"


@pytest.mark.skipif(not SEED.exists(), reason="the development data is not here")
def test_the_seed() -> None:
    gold = json.loads(SEED.read_text(encoding="utf-8"))
    pack = load_pack(gold["language"])
    prose = prepare(gold["text"], frozenset(pack.about.abbreviations))
    carriers = find_carriers(prose, pack, find_dates(prose, None, pack), gold["outlet"])
    found = relays(carriers, ["Anadolu"], gold["outlet"])
    links = chain(gold["outlet"], found)
    statements = tuple(msgspec.convert(s, Statement) for s in gold["statements"])
    assert json.loads(msgspec.json.encode(found)) == gold["relays"]
    assert list(links) == gold["chain"]
    assert origins(links, statements, found, prose.paragraphs) == (gold["statements"][2]["speaker"],)
