import pytest

import examples


@pytest.mark.parametrize("name", examples.READMES)
def test_the_example_in_a_readme_is_what_runut_says(name):
    text = (examples.ROOT / name).read_text(encoding="utf-8")
    assert "runut read" in examples.BLOCK.search(text)[0]
    assert text == examples.written(name), "run `make generated`"
