"""What changes on the way from a source to its copy, in two articles at a time."""

import pytest

from runut.copies.texts import Text
from runut.stories import stories

URL = "https://kabardamai.example/a"


def drifts(before, after, language="id"):
    """The drifts of a page and of one that links to it, as (kind, before, after)."""
    texts = (
        Text(
            id="a", text=before, outlet="Kabar Damai", published="2026-03-02T08:00:00+07:00", url=URL, language=language
        ),
        Text(
            id="b", text=after, outlet="Sekilas", published="2026-03-03T08:00:00+07:00", links=(URL,), language=language
        ),
    )
    (story,) = stories(texts)
    return {(one.kind, one.before, one.after) for one in story.drifts}


def kinds(before, after, language="id"):
    return {kind for kind, _, _ in drifts(before, after, language)}


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        (
            "Banjir di Kampung Sawah merendam 214 rumah warga sejak Minggu.",
            "Kampung Sawah dilanda banjir besar. Warga di sana resah karena 241 rumah terendam.",
            ("214 rumah", "241 rumah"),
        ),
        (
            "Tarif parkir di Pasar Damai akan naik 5 hingga 8 persen tahun depan.",
            "Tarif parkir di Pasar Damai akan naik 8 persen tahun depan.",
            ("5 hingga 8 persen", "8 persen"),
        ),
        (
            "Jalan Melati ditutup selama enam bulan untuk perbaikan saluran air.",
            "Jalan Melati ditutup selama enam pekan untuk perbaikan saluran air.",
            ("enam bulan", "enam pekan"),
        ),
    ],
)
def test_numbers_are_others(before, after, change):
    assert ("number_changed", *change) in drifts(before, after)


def test_of_the_same_sentence_the_numbers_are_compared_whatever_stands_elsewhere():
    before = "Lomba perahu di Damai diikuti 9,5 ribu orang. Hadiah utama lomba itu 9 ekor sapi milik desa."
    after = "Lomba perahu di Damai diikuti 9 ribu orang. Hadiah utama lomba itu 9 ekor sapi milik desa."
    assert "number_changed" in kinds(before, after)


def test_a_number_made_exact_has_lost_its_caution():
    before = "Sedikitnya 320 keluarga di Kampung Sawah mengungsi ke balai desa."
    after = "Sebanyak 320 keluarga di Kampung Sawah mengungsi ke balai desa."
    assert "hedge_dropped" in kinds(before, after)
    assert "hedge_dropped" not in kinds(before, before)


def test_of_two_cautions_one_may_be_lost():
    before = "Pemerintah kota dilaporkan tengah mempertimbangkan pajak baru atas parkir di Damai."
    after = "Pemerintah kota tengah mempertimbangkan pajak baru atas parkir di Damai."
    assert "hedge_dropped" in kinds(before, after)


def test_what_is_neither_said_nor_reached_hedges_nothing():
    before = "The mayor of Damai opened the bridge. The contractor told the council that it was safe."
    after = "The mayor of Damai opened the bridge. The contractor of the bridge could not be reached."
    assert "hedge_added" not in kinds(before, after, "en")


def test_the_date_of_a_credit_is_no_date_of_the_event():
    before = "“Kami siap,” kata Camat Damai Rukmini Astuti, Senin (2/3/2026)."
    after = "“Kami siap,” kata Camat Damai Rukmini Astuti, dikutip dari Kabar Damai, Selasa (3/3/2026)."
    assert "date_changed" not in kinds(before, after)


def test_who_would_not_speak_and_speaks():
    before = "Pasar Damai akan dipindah. Camat Rukmini Astuti enggan berkomentar. Pedagang di sana menolak pindah."
    after = "Pasar Damai akan dipindah. Camat Rukmini Astuti membenarkan hal itu. Pedagang di sana menolak pindah."
    assert "act_changed" in kinds(before, after)


def test_what_qualifies_a_quote_was_cut():
    before = "“Harga kursi itu mahal. Kami menduga harganya dinaikkan,” kata Ketua LSM Awas Tri Rejeki di Damai."
    after = "“Harga kursi itu mahal,” kata Ketua LSM Awas Tri Rejeki di Damai."
    assert "quote_altered" in kinds(before, after)


def test_a_caveat_is_kept_only_where_something_like_it_is_said():
    start = "Dua kios di Pasar Damai terbakar Senin malam. Api padam setelah dua jam berkat warga dan petugas. "
    caveat = "Kabar Damai belum dapat memastikan apakah kios di Pasar Damai itu diasuransikan pemiliknya."
    assert "context_cut" in kinds(start + caveat, start + "Kios itu ramai setiap hari Pasaran.")
    assert "context_cut" not in kinds(start + caveat, start + "Belum dapat dipastikan apakah kios itu diasuransikan.")


def test_a_named_outlet_became_media_in_general():
    words = "The bridge at Damai is closed. “I fell ill,” Mayor Ann Field said, according to "
    found = drifts(f"{words}the Harbour Ledger newspaper.", f"{words}local media.", "en")
    assert ("source_blurred", "according to the Harbour Ledger newspaper", "according to local media") in found


@pytest.mark.parametrize(
    ("who", "found"), [("Dua puluh orang tua siswa SMP", True), ("Orang tua siswa SMP Negeri 2", False)]
)
def test_a_counted_group_is_nobody_in_particular_and_the_number_of_a_school_counts_none(who, found):
    rest = " “Nasi itu dimasak pukul lima pagi,” kata pengelola kantin Asep Ruhimat, Senin."
    before = f"{who} menuntut kantin besar di Pasar Damai segera ditutup.{rest}"
    after = f"Kantin besar di Pasar Damai segera ditutup.{rest}"
    assert ("source_blurred" in kinds(before, after)) is found
