from hypothesis import given
from hypothesis import strategies as st

from runut.model.limits import Limits

chance = st.floats(0, 1)


@given(chance, chance, chance)
def test_confidence_is_a_probability(cue: float, real: float, sure: float) -> None:
    assert 0 <= Limits(weights=(-1.0, 2.0, 3.0, 4.0)).probability((cue, real, sure)) <= 1


@given(st.floats(0, 0.99))
def test_surer_parts_give_more_confidence(sure: float) -> None:
    limits = Limits()
    assert limits.probability((0.9, 0.9, sure)) <= limits.probability((0.9, 0.9, sure + 0.01))
