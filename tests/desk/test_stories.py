"""Stories of a desk: articles placed as they come, names that stay, and one story in full."""

import pytest
from msgspec.structs import replace
from sqlalchemy import select

from runut.desk import Item, add, examine, forget, mend, rule, show
from runut.desk.stories import stories_held, story_held, story_named, told_story, untold
from runut.desk.tables import tellings
from runut.desk.weaving import weave
from runut.errors import NotHeld
from runut.model.meaning import meaning

DAY = "2026-03-12"
KAPAL = (
    "Kapal ikan Bintang Selatan tenggelam di perairan Losari, Kamis dini hari. Sebanyak 14 awak diselamatkan nelayan. "
    "“Ombak setinggi empat meter menghantam buritan,” kata nakhoda Bayu Laksana kepada Kilas Dermaga. Kepala Pos SAR "
    "Losari Rina Utami mengatakan penyebabnya belum dipastikan."
)
SALIN = KAPAL.replace("14 awak", "41 awak").replace("kepada Kilas Dermaga", "dikutip dari Kilas Dermaga")
SUSUL = (
    "Bangkai kapal ikan Bintang Selatan ditemukan di perairan Losari. Kepala Pos SAR Losari Rina Utami mengatakan "
    "nakhoda Bayu Laksana sudah dimintai keterangan. Sebanyak 14 awak kapal itu selamat."
)
BERAS = (
    "Harga beras di Pasar Induk Cipinang Raya turun dua ratus rupiah. Pedagang Sari Dewanti menyebut panen melimpah di "
    "Karawang sejak April, dan gudang Bulog penuh."
)
BULU = (
    "Timnas bulu tangkis putri menang atas Denmark di Aarhus. Pelatih Herry Wicaksono memuji permainan Gita Ayu di gim "
    "yang ketiga, yang berakhir 21-17."
)
BANK = (
    "Bank Nusa Raya menaikkan bunga deposito menjadi 5,25 persen. Direktur Treasuri Anton Wirawan menilai likuiditas "
    "mengetat menjelang Lebaran."
)
OUTLETS = {"kilas": "Kilas Dermaga", "sela": "Sela Warta"}


@pytest.fixture
def told(desk, text):
    """Puts articles on the desk, and places them."""

    def put(**bodies):
        facts = {"published": f"{DAY}T07:00+07:00"}
        for name, body in bodies.items():
            outlet = OUTLETS.get(name, name)
            made = text(body, url=f"https://{name}.example/1", outlet=outlet, headline=body[:40], **facts)
            add(desk, [Item(made)])
        return list(weave(desk))

    return put


@pytest.fixture
def woven(desk, told):
    told(beras=BERAS, bulu=BULU, bank=BANK, kilas=KAPAL, sela=SALIN)
    return desk


def of(desk, name):
    return story_named(desk, f"https://{name}.example/1")


def test_articles_of_one_event_are_one_story_and_others_are_not(woven):
    (one,) = stories_held(woven)
    assert (one.articles, one.outlets, one.languages, one.headline) == (2, 2, ("id",), KAPAL[:40])
    assert of(woven, "kilas") == of(woven, "sela") == one.story != of(woven, "beras")


def test_a_story_keeps_its_name_while_it_grows(woven, told):
    before = of(woven, "kilas")
    assert [placed.story for placed in told(susul=SUSUL)] == [before]
    assert of(woven, "susul") == before
    assert list(weave(woven)) == []


def test_a_story_is_told_in_full_with_what_changed_on_the_way(woven):
    story = story_held(woven, "https://sela.example/1")
    (copied,) = story.copies
    outlets = [event.outlet for event in story.timeline]
    assert (len(story.origins), sorted(outlets)) == (1, ["Kilas Dermaga", "Sela Warta"])
    assert ("number_changed", "14 awak", "41 awak") in {(one.kind, one.before, one.after) for one in story.drifts}
    assert "Bayu Laksana" in {voice.speaker for voice in story.voices}
    assert copied.copy == show(woven, "https://sela.example/1").article


def test_an_earlier_version_is_an_article_of_its_own(woven, text):
    newer = text(SALIN.replace("41 awak", "14 awak"), url="https://sela.example/1", outlet="Sela Warta")
    add(woven, [Item(replace(newer, id="later", modified=f"{DAY}T12:00+07:00"))])
    list(weave(woven))
    story = story_held(woven, "https://sela.example/1")
    first = show(woven, "https://sela.example/1").article + "@1"
    assert first in story.articles
    assert any(link.source == first and link.kind == "verbatim" for link in story.copies)


def test_who_is_taken_down_leaves_the_story(woven):
    forget(woven, "https://kilas.example/1")
    assert stories_held(woven) == ()
    assert stories_held(woven, least=1)
    with pytest.raises(NotHeld):
        of(woven, "kilas")


def test_an_article_that_was_not_placed_yet_says_so(desk, text):
    add(desk, [Item(text(KAPAL, url="https://kilas.example/1"))])
    with pytest.raises(NotHeld, match="not placed"):
        of(desk, "kilas")


def test_two_stories_that_turn_out_to_be_one_are_joined_and_both_names_lead_there(desk, told):
    apart = "Bayu Laksana diperiksa polisi Losari. Nakhoda itu ditanya soal perawatan kapal ikan Bintang Selatan."
    told(beras=BERAS, bulu=BULU, bank=BANK, kilas=KAPAL)
    older = of(desk, "kilas")
    told(apart=apart)
    younger = of(desk, "apart")
    told(sela=SALIN, susul=SUSUL + " " + apart, tambah=KAPAL + " " + apart)
    assert of(desk, "kilas") == older
    assert story_named(desk, younger) in {older, younger}


def kept(desk):
    with desk.reading() as connection:
        return [bytes(content) for content in connection.execute(select(tellings.c.content)).scalars()]


def test_a_story_that_was_told_is_read_until_something_of_it_changes(woven, told, text, monkeypatch):
    (before,) = stories_held(woven)
    first = told_story(woven, before.story, meaning)
    (after,) = stories_held(woven)
    assert (before.origins, after.origins) == (None, 1)
    assert untold(woven, limit=9) == []
    with monkeypatch.context() as silent:
        silent.setattr("runut.desk.stories.story", None)  # telling it again would raise
        assert told_story(woven, before.story, meaning) == first
    add(woven, [Item(replace(text(SALIN, url="https://sela.example/1"), id="later", headline="Lain"))])
    assert untold(woven, limit=9) == [before.story]
    assert stories_held(woven)[0].origins is None


def test_what_was_ruled_wrong_has_no_part_in_a_story(woven):
    (held,) = stories_held(woven)
    assert "Bayu Laksana" in {one.speaker for one in told_story(woven, held.story, meaning).story.voices}
    for name in ("kilas", "sela"):
        record = show(woven, f"https://{name}.example/1").record
        for said in record.statements:
            if said.speaker == "Bayu Laksana":
                rule(woven, record.article, said.id, "no", by="sari")
    assert "Bayu Laksana" not in {one.speaker for one in told_story(woven, held.story, meaning).story.voices}
    rule(woven, record.article, next(s.id for s in record.statements if s.speaker == "Bayu Laksana"), "yes", by="sari")
    assert "Bayu Laksana" in {one.speaker for one in told_story(woven, held.story, meaning).story.voices}


def test_a_takedown_takes_what_was_told_along_and_mending_lets_it_be_told_anew(woven):
    (held,) = stories_held(woven)
    told_story(woven, held.story, meaning)
    assert [fault for fault in examine(woven) if fault] == []
    mend(woven)
    assert kept(woven) == []
    told_story(woven, held.story, meaning)
    assert len(kept(woven)) == 1
    forget(woven, "https://kilas.example/1")
    assert kept(woven) == []


def test_a_damaged_telling_is_told_anew(woven):
    (held,) = stories_held(woven)
    first = told_story(woven, held.story, meaning)
    with woven.writing() as connection:
        connection.execute(tellings.update().values(content=b"x"))
    assert [fault.kind for fault in examine(woven) if fault] == ["table"]
    assert told_story(woven, held.story, meaning) == first
    assert [fault for fault in examine(woven) if fault] == []
