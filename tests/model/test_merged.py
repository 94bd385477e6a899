"""The learned reader beside the rules, where they differ."""

import pytest

import runut

TOLD_OF = "Rahmat Salim menutup dermaga itu.\n\nBudi Santosa dikabarkan akan pindah ke Teluk Sari pekan depan."
AFTER_A_SPEAKER = (
    "“Kami masih mencari,” kata Rahmat Salim.\n\nBudi Santosa disebut-sebut akan pindah ke Lereng FC musim depan."
)


@pytest.mark.parametrize("text", [TOLD_OF, AFTER_A_SPEAKER], ids=["its subject", "who spoke before"])
def test_hearsay_has_no_speaker_whatever_the_model_takes_for_one(text: str) -> None:
    last = runut.attribute(text, language="id", reader="model").statements[-1]
    assert (last.speaker, last.source, last.speaker_type) == (None, None, "none")
