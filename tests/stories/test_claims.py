"""Who takes part in a claim: speakers by what they say, outlets in their own voice, notes; and who does not."""

import pytest

from runut.copies.texts import Text
from runut.stories import stories

SAW = """DAMAI, Kabar Damai - Kepala Dinas Pasar Rukmini Astuti mengatakan dua kios di Pasar Damai terbakar pada Senin \
(2/3/2026) malam karena kompor. Ia menduga pemilik kios lalai.

“Api dari kompor yang lupa dimatikan,” kata Rukmini kepada Kabar Damai.

Pemilik kios, Darto Wibowo, membantah tudingan itu. “Tidak ada kompor di kios saya. Saya hanya menjual sayur,” \
ujarnya.

Kepala Pasar Yulia Hapsari enggan berkomentar. PLN belum memberikan tanggapan."""
TOLD = """SEKILAS - Dua kios di Pasar Damai terbakar karena kompor pemilik kios lalai. Api dari kompor yang lupa \
dimatikan.

“Api dari kompor yang lupa dimatikan,” kata Rukmini Astuti, dikutip dari Kabar Damai, Selasa (3/3/2026)."""
ABROAD = """Two stalls at the Damai market burned down on Monday, Kabar Damai reported.

“There was no stove in my stall. I only sell vegetables,” stall owner Darto Wibowo said."""
RENEWED = SAW.replace("dua kios", "tiga kios") + "\n\nRalat: jumlah kios yang terbakar tiga, bukan dua."


def text(name, body, outlet, day, headline, **facts):
    at = f"2026-03-0{day}T10:00:00+07:00"
    return Text(id=name, text=body, outlet=outlet, published=at, headline=headline, **({"language": "id"} | facts))


@pytest.fixture(scope="module")
def stands():
    link = "https://kabardamai.example/kios"
    texts = (
        text("saw", SAW, "Kabar Damai", 3, "Dua Kios di Pasar Damai Terbakar karena Kompor", url=link),
        text("told", TOLD, "Sekilas", 4, "Kios di Pasar Damai Terbakar karena Kompor", links=(link,)),
        text("abroad", ABROAD, "The Damai Post", 4, "Market stalls burn", language="en", links=(link,)),
        text("renewed", RENEWED, "Kabar Damai", 5, "Tiga Kios di Pasar Damai Terbakar", version_of="saw", url=link),
    )
    (story,) = stories(texts)
    return {(one.article, one.speaker, one.act) for claim in story.claims for one in claim.statements}


def test_a_denial_needs_no_such_verb(stands):
    assert ("abroad", "Darto Wibowo", "denies") in stands


def test_an_outlet_that_was_not_there_claims_what_it_says_itself(stands):
    assert ("told", "Sekilas", "states") in stands
    assert not any(article == "saw" and speaker == "Kabar Damai" for article, speaker, _ in stands)


def test_who_will_not_speak_takes_part_and_who_was_not_reached_does_not(stands):
    assert ("saw", "Yulia Hapsari", "declines") in stands
    assert not any(speaker == "PLN" for _, speaker, _ in stands)


def test_a_correction_denies_what_its_outlet_said(stands):
    assert ("renewed", "Kabar Damai", "denies") in stands
    assert not any(article == "renewed" and speaker == "Darto Wibowo" for article, speaker, _ in stands)
