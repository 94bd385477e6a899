import json

import pytest

import floors
import gate
import sets

SCORER = "def score(gold, predicted):\n    print('noise')\n    return {'right': predicted['a']['value']}\n"


class Measured(sets.GoldSet):
    """A gold set whose readings are given, so that the gate can be tried without a reader."""

    def measure(self):
        return sets.load_scorer(self.scorer)([], {"a": json.loads(self.base.read_text(encoding="utf-8"))})


@pytest.fixture
def told(tmp_path, monkeypatch, capsys):
    """Run the gate on a set with the value given; gives back its exit code and output."""
    (tmp_path / "gold.jsonl").write_text("{}", encoding="utf-8")
    (tmp_path / "scorer.py").write_text(SCORER, encoding="utf-8")
    one = Measured("small", tmp_path / "gold.jsonl", tmp_path / "scorer.py", "id", tmp_path / "reading.json")
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.toml")
    monkeypatch.setattr(sets, "found", lambda: [one])

    def run(value, *arguments):
        one.base.write_text(json.dumps({"value": value}), encoding="utf-8")
        return gate.main(list(arguments)), capsys.readouterr().out

    return run


def pinned(told):
    return floors.load(gate.FLOORS)["small"].scores["right"]


def test_a_set_without_floors_does_not_pass(told):
    code, out = told(0.9)
    assert (code, gate.FLOORS.exists()) == (1, False)
    assert "no floors yet" in out


def test_what_is_pinned_passes_and_what_fell_is_told(told):
    assert told(0.8, "--raise")[0] == 0
    assert told(0.85)[0] == 0
    code, out = told(0.75)
    assert code == 1
    assert "small: right fell to 0.750 (floor 0.800)" in out
    assert pinned(told) == 0.8


def test_raising_refuses_to_lower(told):
    told(0.8, "--raise")
    assert told(0.7, "--raise")[0] == 1
    assert pinned(told) == 0.8


def test_lowering_needs_a_reason_and_keeps_it(told):
    told(0.8, "--raise")
    with pytest.raises(SystemExit):
        told(0.7, "--lower", " ")
    assert told(0.7, "--lower", "the gold was wrong")[0] == 0
    assert pinned(told) == 0.7
    assert floors.load(gate.FLOORS)["small"].lowered == ("the gold was wrong",)


def test_floors_hold_only_for_their_gold(told, tmp_path):
    told(0.8, "--raise")
    (tmp_path / "gold.jsonl").write_text("{ }", encoding="utf-8")
    code, out = told(0.9)
    assert code == 1
    assert "its gold changed" in out


def test_nothing_measured_does_not_pass(told):
    assert told(0.9, "no-such-set")[0] == 1


def test_the_demo_story_is_always_measured():
    assert [one.name for one in sets.found()][:2] == ["demo", "demo-pages"]


def test_the_demo_story_reaches_its_floors(capsys):
    assert gate.main(["demo", "demo-pages"]) == 0, capsys.readouterr().out
