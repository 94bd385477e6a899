"""The learned reader beside the rules, where they differ."""

from dataclasses import replace

import pytest

import runut
from runut.languages import load_pack
from runut.model import read
from runut.statements import survey
from runut.statements.ground import Ground
from runut.statements.lookup import lookup
from runut.statements.merging import merge

TOLD_OF = "Rahmat Salim menutup dermaga itu.\n\nBudi Santosa dikabarkan akan pindah ke Teluk Sari pekan depan."
AFTER_A_SPEAKER = (
    "“Kami masih mencari,” kata Rahmat Salim.\n\nBudi Santosa disebut-sebut akan pindah ke Lereng FC musim depan."
)


@pytest.mark.parametrize("text", [TOLD_OF, AFTER_A_SPEAKER], ids=["its subject", "who spoke before"])
def test_hearsay_has_no_speaker_whatever_the_model_takes_for_one(text: str) -> None:
    last = runut.attribute(text, language="id", reader="model").statements[-1]
    assert (last.speaker, last.source, last.speaker_type) == (None, None, "none")


@pytest.mark.parametrize(("probability", "kept"), [(0.69, 0), (0.71, 1)])
def test_what_only_the_model_sees_is_kept_when_it_is_likely_right(probability: float, kept: int) -> None:
    scene = survey("“Dermaga itu aman,” kata Rahmat Salim di Teluk Sari.", load_pack("id"))
    (found,) = read(scene.prose, "id")
    given = [replace(found, probability=probability)]
    assert len(merge(Ground.of(scene), lookup(scene.pack), [], given)) == kept


def test_what_a_statement_held_stands_alone_without_it() -> None:
    scene = survey("“Kepala desa mengatakan jalan itu ditutup,” kata Sari Dewanti di Bantul, Senin.", load_pack("id"))
    outer, inner = read(scene.prose, "id")
    assert inner.parent == 0
    given = [replace(outer, probability=0.3), replace(inner, probability=0.9)]
    (left,) = merge(Ground.of(scene), lookup(scene.pack), [], given)
    assert left.parent is None
