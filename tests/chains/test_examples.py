"""Every example of a language pack is a test."""

import pytest

from runut.chains import find_carriers
from runut.dates import find_dates
from runut.languages import load_pack, served
from runut.languages.credits import CreditExample
from runut.text import prepare

EXAMPLES = [(code, example) for code in served() for example in load_pack(code).credits.examples]


@pytest.mark.parametrize(("code", "example"), EXAMPLES, ids=lambda x: x.text[:40] if hasattr(x, "text") else x)
def test_the_carriers_of_an_example(code: str, example: CreditExample) -> None:
    pack = load_pack(code)
    prose = prepare(example.text, frozenset(pack.about.abbreviations))
    carriers = find_carriers(prose, pack, find_dates(prose, None, pack))
    assert tuple(c.name for c in carriers) == example.names


def test_every_language_has_examples() -> None:
    assert {code for code, _ in EXAMPLES} == set(served())
