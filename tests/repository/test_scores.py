import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scores import score

TEXT = "“Pasar kembali buka,” kata Sari, Senin (3/3/2025). Ia enggan berkomentar."
GOLD = {
    "id": "a",
    "text": TEXT,
    "chain": ["Kabar Lereng", "Radio Lereng"],
    "statements": [
        {"content": [[1, 19]], "cue": [22, 26], "speaker": "Sari", "act": "states", "manner": "direct"},
        {"content": [], "cue": [54, 72], "speaker": "Sari", "act": "declines", "manner": "indirect"},
    ],
    "relays": [{"name": "Radio Lereng", "kind": "outlet", "scope": "article", "cites": None}],
    "dates": [{"span": [33, 49], "value": "2025-03-03"}],
    "people": [],
}
PAGE = {
    "file": "a.html",
    "outlet": "Kabar Lereng",
    "language": ["id"],
    "headline": "Pasar Buka",
    "deck": None,
    "byline": [{"name": "Budi", "role": "writer"}],
    "lead_caption": "Pasar",
    "lead_credit": None,
    "related": ["Jalan Dibuka"],
    "pages": None,
    "text": TEXT,
    "paragraphs": [["p", TEXT]],
}
RECORD = {
    "outlet": {"name": "Kabar Lereng", "domain": None},
    "language": "id",
    "headline": "Pasar Buka",
    "deck": None,
    "byline": [{"name": "Budi", "role": "writer"}],
    "images": [{"url": None, "caption": "Pasar", "credit": None}],
    "related": [{"headline": "Jalan Dibuka", "url": None}],
    "page": None,
    "text": TEXT,
    "paragraphs": [{"kind": "paragraph", "span": [0, len(TEXT)]}],
}


def changed(change):
    row = copy.deepcopy(GOLD)
    change(row)
    return score([GOLD], {"a": row})


def test_the_gold_itself_is_right_in_all():
    assert set(changed(lambda _: None).values()) == {1.0}


def test_what_was_not_read_is_wrong_in_all_that_is_there():
    found = score([GOLD], {})
    assert {name: value for name, value in found.items() if value} == {"people": 1.0, "roles": 1.0}


@pytest.mark.parametrize(
    ("change", "measure", "value"),
    [
        (lambda row: row["chain"].pop(), "chain", 0.0),
        (lambda row: row["statements"][0].update(speaker="Budi"), "who said what", 0.5),
        (lambda row: row["statements"][0].update(act="asks"), "act", 0.5),
        (lambda row: row["statements"].pop(), "statement", 2 / 3),
        (lambda row: row["statements"][0].update(content=[[33, 49]]), "statement", 0.5),
        (lambda row: row["relays"].clear(), "relays", 0.0),
        (lambda row: row["dates"][0].update(value="2025-03-04"), "dates", 0.0),
        (lambda row: row["people"].append({"name": "Sari", "role": None}), "people", 0.0),
    ],
)
def test_a_wrong_attribution_costs_its_measure(change, measure, value):
    assert changed(change)[measure] == pytest.approx(value)


def test_a_record_that_is_right_is_right_in_every_field():
    assert score([PAGE], {"a.html": RECORD}) == {name: 1.0 for name in PAGE if name != "file"}


def test_a_page_that_was_not_read_is_wrong_in_every_field():
    assert set(score([PAGE], {}).values()) == {0.0}


@pytest.mark.parametrize(
    ("field", "value", "measure"),
    [
        ("headline", "Lain", "headline"),
        ("outlet", None, "outlet"),
        ("byline", [{"name": "Budi", "role": None}], "byline"),
        ("images", [], "lead_caption"),
        ("related", [], "related"),
        ("paragraphs", [{"kind": "heading", "span": [0, len(TEXT)]}], "paragraphs"),
    ],
)
def test_a_wrong_field_costs_its_measure(field, value, measure):
    found = score([PAGE], {"a.html": {**RECORD, field: value}})
    assert [name for name, share in found.items() if share == 0] == [measure]


@given(st.lists(st.tuples(st.integers(0, 74), st.integers(0, 74)), max_size=6))
def test_measures_stay_between_nothing_and_all(spans):
    made = [{**GOLD["statements"][0], "content": [sorted(span)]} for span in spans]
    found = changed(lambda row: row.update(statements=made))
    assert all(0 <= value <= 1 for value in found.values())
