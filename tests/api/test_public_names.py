from pathlib import Path

import runut

NAMES = Path(__file__).parent / "public_names.txt"


def test_public_names_are_the_ones_promised():
    """A change here is a change for everybody: tell it in CHANGELOG.md."""
    assert sorted(runut.__all__) == NAMES.read_text(encoding="utf-8").split()


def test_public_names_exist_and_explain_themselves():
    silent = {name for name in runut.__all__ if not getattr(getattr(runut, name), "__doc__", None)}
    assert silent == set()
