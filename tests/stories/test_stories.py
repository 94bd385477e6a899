"""Stories of our own: who had it from whom, on what it rests, what was lost and corrected."""

import pytest

from runut.copies.texts import Text
from runut.stories import stories

DAY = "2026-03-12"
ASAL = """LOSARI, Kilas Dermaga - Kapal ikan Bintang Selatan tenggelam di perairan Losari, Kamis (12/3/2026) dini \
hari. Sebanyak 14 awak diselamatkan nelayan setempat.

“Ombak setinggi empat meter menghantam buritan, lalu mesin mati,” kata nakhoda Bayu Laksana kepada Kilas Dermaga di \
Puskesmas Losari.

Kepala Pos SAR Losari Rina Utami mengatakan pihaknya menerima panggilan darurat pukul 03.20. Penyebab kecelakaan belum \
dipastikan. Kapal diduga kelebihan muatan 6.000 kilogram ikan.

Syahbandar Losari membantah kapal berlayar tanpa izin."""
SALIN = """SELA WARTA - Kapal ikan Bintang Selatan tenggelam di perairan Losari, Kamis (12/3/2026) dini hari. \
Sebanyak 41 awak diselamatkan nelayan setempat.

“Ombak setinggi empat meter menghantam buritan, lalu mesin mati,” kata nakhoda Bayu Laksana, dikutip dari Kilas Dermaga.

Kepala Pos SAR Losari Rina Utami mengatakan pihaknya menerima panggilan darurat pukul 03.20. Kapal kelebihan muatan \
6.000 kilogram ikan."""
TERJEMAH = """LOSARI — The fishing boat Bintang Selatan sank off Losari early on Thursday, and local fishermen \
rescued 14 crew.

“A four-metre wave hit the stern, then the engine died,” skipper Bayu Laksana told Kilas Dermaga at the Losari clinic.

Rina Utami, head of the Losari rescue post, said an emergency call came in at 03.20. The boat was reportedly carrying \
6,000 kilograms too much."""
TAMBAH = """KABAR UTARA - Kapal ikan Bintang Selatan yang tenggelam di perairan Losari diduga kelebihan muatan 6.000 \
kilogram ikan, tulis Kilas Dermaga.

“Kami akan memeriksa semua kapal di atas tiga puluh gros ton mulai pekan depan,” ujar Direktur Pelayaran Danu Wiryawan \
ketika ditemui Kabar Utara di Kuala Lontar, Jumat (13/3/2026)."""
RALAT = ASAL.replace("6.000", "600") + "\n\nRalat: berat muatan semula tertulis lain."
LAMA = """Kapal ikan Mutiara Utara tenggelam di perairan Losari, Rabu (4/5/2022). Sebanyak 9 awak diselamatkan, kata \
Kepala Pos SAR Losari saat itu, Wirya Kusuma."""


def text(name, body, outlet, time, **facts):
    return Text(id=name, text=body, outlet=outlet, published=f"{DAY}T{time}+07:00", **({"language": "id"} | facts))


ARTICLES = (
    text("asal", ASAL, "Kilas Dermaga", "07:00:00", url="https://kilasdermaga.example/kapal"),
    text("salin", SALIN, "Sela Warta", "09:00:00"),
    text(
        "terjemah",
        TERJEMAH,
        "The Harbour Ledger",
        "10:00:00",
        language="en",
        links=("https://kilasdermaga.example/kapal",),
    ),
    text("tambah", TAMBAH, "Kabar Utara", "15:00:00"),
    text("ralat", RALAT, "Kilas Dermaga", "16:00:00", version_of="asal", url="https://kilasdermaga.example/kapal"),
    Text(id="lama", text=LAMA, outlet="Sela Warta", published="2022-05-04", language="id"),
)


@pytest.fixture(scope="module")
def story():
    found, *others = stories(ARTICLES)
    assert [other.articles for other in others] == [("lama",)]
    return found


def test_who_had_it_from_whom(story):
    assert {(one.copy, one.source, one.kind) for one in story.copies} == {
        ("salin", "asal", "rewrite"),
        ("terjemah", "asal", "translation"),
        ("tambah", "asal", "rewrite"),
        ("ralat", "asal", "verbatim"),
    }


def test_on_what_it_rests(story):
    assert [(one.held, set(one.articles)) for one in story.origins] == [
        ("asal", {"asal", "salin", "terjemah", "tambah", "ralat"}),
        ("tambah", {"tambah"}),
    ]


def test_what_was_lost_on_the_way(story):
    lost = {(one.copy, one.kind) for one in story.drifts}
    assert {("salin", "number_changed"), ("salin", "hedge_dropped"), ("salin", "context_cut")} <= lost
    (number,) = (one for one in story.drifts if one.kind == "number_changed" and one.copy == "salin")
    assert (number.before, number.after) == ("14 awak", "41 awak")
    assert any(one.kind == "context_cut" and "membantah" in one.before for one in story.drifts)


def test_what_was_corrected_and_who_has_not_followed(story):
    (one,) = story.corrections
    assert one.article == "ralat"
    assert "6.000" in one.wrong
    assert one.followed == ("asal",)
    assert set(one.not_followed) == {"salin", "tambah", "terjemah"}


def test_who_takes_a_stand(story):
    stands = {(stand.article, stand.act) for claim in story.claims for stand in claim.statements}
    assert ("asal", "denies") in stands


def test_a_report_that_is_credited_and_not_here_is_one_origin_for_all():
    def carried(name, words):
        body = f"{words} Reuters melaporkan kapal tanker Cassia Dawn dibajak di perairan Puntland, Selasa."
        return text(name, body, f"Media {name.upper()}", "08:00:00")

    (story, *_) = stories(
        [carried("a", "Tujuh awak Indonesia ada di kapal Cassia Dawn."), carried("b", "Kapal itu menuju Garacad.")]
    )
    (one,) = story.origins
    assert (one.name, one.held, one.articles) == ("Reuters report", None, ("a", "b"))
    assert one.about == "2026-03-11/2026-03-12"


@pytest.mark.parametrize(
    "articles", [(), (Text(id="a", text=""),), (Text(id="a", text="Satu."), Text(id="b", text="Dua."))]
)
def test_where_there_is_no_story_nothing_breaks(articles):
    assert sum(len(story.articles) for story in stories(articles)) == len(articles)
