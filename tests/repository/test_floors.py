import pytest
from hypothesis import given
from hypothesis import strategies as st

import floors
from floors import Fall, Floor

FLOOR = Floor("digest", {"statement": 0.8, "act": 0.7}, ("a reason",))
SCORES = st.dictionaries(st.sampled_from(["statement", "act", "via"]), st.floats(0, 1))


def test_a_score_below_its_floor_falls():
    assert floors.falls(FLOOR, {"statement": 0.7999, "act": 0.7}) == [Fall("statement", 0.7999, 0.8)]


def test_a_measure_that_is_gone_falls():
    assert floors.falls(FLOOR, {"statement": 0.8}) == [Fall("act", None, 0.7)]


@given(SCORES)
def test_raising_never_lowers(scores):
    higher = floors.raised(FLOOR, scores)
    assert all(higher.scores[name] >= least for name, least in FLOOR.scores.items())
    assert not floors.falls(higher, {name: max(scores.get(name, 0), least) for name, least in higher.scores.items()})


@given(SCORES)
def test_what_was_pinned_passes(scores):
    assert floors.falls(floors.lowered(FLOOR, scores, "why"), scores) == []


def test_lowering_keeps_its_reasons():
    assert floors.lowered(FLOOR, {"act": 0.1}, "gold mended").lowered == ("a reason", "gold mended")


@pytest.mark.parametrize("reason", ["plain", 'with “marks”, "quotes" and a \\'])
def test_floors_come_back_from_their_file(tmp_path, reason):
    pins = {"id-dev": Floor("ab", {"who said what": 0.7, "act macro F1": 0.125}, (reason,)), "demo": Floor("cd", {})}
    path = tmp_path / "floors.toml"
    path.write_text(floors.dump(pins), encoding="utf-8")
    assert floors.load(path) == pins


def test_no_file_is_no_floors(tmp_path):
    assert floors.load(tmp_path / "floors.toml") == {}
