"""Records of fictional pages, as a reading would make them."""

import msgspec
import pytest

from runut.vocabulary import (
    Credit,
    DatedPhrase,
    Doubt,
    Evidence,
    Image,
    Note,
    Outlet,
    Paragraph,
    Person,
    Reading,
    Record,
    Related,
    Relay,
    Statement,
)

READING = Reading(runut="0.1.0", packs={"id": "1"})

RELAYED = """\
Bupati Lembah Sari, Ratna Wulandari, dilaporkan menerima kiriman uang dari PT Tirta Manis sejak awal 2024. \
Kabar ini muncul dalam laporan The Harbor Times, Senin (3/3/2025).

Mengutip Kantor Berita Nusa, Selasa (4/3/2025), dua pejabat kabupaten membenarkan adanya kiriman itu. “Saya melihat \
catatannya,” kata salah satu pejabat.

Aktivis Gilang Prakoso menuduh Ratna menukar izin tambang dengan uang. Juru bicara PT Tirta Manis, Dewi Anjani, \
membantah tuduhan itu. Hingga berita ini ditulis, Ratna belum memberikan tanggapan."""

OWN = """“The dam was never inspected,” said Ines Calloway, an engineer who worked on it for nine years. She accused \
Marlow Water of signing forms without a visit.

Residents say they heard a crack at night. The council reportedly plans to drain the lake."""


class Text:
    """Finds the places of words in a text, so that no test counts characters."""

    def __init__(self, text):
        self.text = text

    def __call__(self, words, nth=0):
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        return (start, start + len(words))

    def paragraphs(self):
        at, found = 0, []
        for part in self.text.split("\n\n"):
            found.append(Paragraph("paragraph", (at, at + len(part))))
            at += len(part) + 2
        return tuple(found)


def _relayed():
    t = Text(RELAYED)
    why = (Evidence("cue", "reporting verb", t("dilaporkan")),)
    return Record(
        id="r1",
        file="kabar rimba.txt",
        outlet=Outlet("Kabar Rimba", "kabarrimba.example"),
        url="https://kabarrimba.example/2025/03/04/bupati",
        language="id",
        section=("Nusantara", "Jawa"),
        headline="Bupati Lembah Sari Diduga Terima Uang Tambang",
        byline=(Credit("Sekar Ayu", "writer"), Credit("Bima", "editor")),
        agency=("Kantor Berita Nusa",),
        published="2025-03-04T09:05:00+07:00",
        images=(Image(caption="Kantor bupati.", credit="Foto: Arsip"),),
        related=(Related("Tambang Tirta Manis Berhenti", "https://kabarrimba.example/tambang"),),
        notes=(Note("correction", "Jabatan Dewi Anjani telah diperbaiki."),),
        paragraphs=t.paragraphs(),
        text=RELAYED,
        statements=(
            Statement(
                id="a",
                content=(
                    t("Bupati Lembah Sari, Ratna Wulandari"),
                    t("menerima kiriman uang dari PT Tirta Manis sejak awal 2024"),
                ),
                cue=t("dilaporkan"),
                speaker="The Harbor Times",
                speaker_type="outlet",
                act="reports",
                confidence=0.9,
                evidence=why,
            ),
            Statement(
                content=(t("adanya kiriman itu"),),
                cue=t("membenarkan"),
                source=t("dua pejabat kabupaten"),
                speaker="dua pejabat kabupaten",
                speaker_type="unnamed",
                act="confirms",
                via=("Kantor Berita Nusa",),
                confidence=0.87,
            ),
            Statement(
                content=(t("“Saya melihat catatannya,”"),),
                cue=t("kata"),
                source=t("salah satu pejabat"),
                speaker="salah satu pejabat",
                speaker_type="unnamed",
                manner="direct",
                confidence=0.81,
            ),
            Statement(
                content=(t("menukar izin tambang dengan uang"),),
                cue=t("menuduh"),
                source=t("Aktivis Gilang Prakoso"),
                speaker="Gilang Prakoso",
                speaker_type="person",
                role="Aktivis",
                act="alleges",
                confidence=0.78,
            ),
            Statement(
                content=(t("tuduhan itu"),),
                cue=t("membantah"),
                source=t("Juru bicara PT Tirta Manis, Dewi Anjani"),
                speaker="Dewi Anjani",
                speaker_type="person",
                role="Juru bicara PT Tirta Manis",
                act="denies",
                confidence=0.92,
            ),
            Statement(
                content=(),
                cue=t("belum memberikan tanggapan"),
                source=t("Ratna", 2),
                speaker="Ratna Wulandari",
                speaker_type="person",
                role="Bupati Lembah Sari",
                act="declines",
                confidence=0.95,
            ),
        ),
        relays=(
            Relay(
                words=t("laporan The Harbor Times, Senin (3/3/2025)"),
                name="The Harbor Times",
                kind="outlet",
                scope="article",
            ),
            Relay(
                words=t("Mengutip Kantor Berita Nusa, Selasa (4/3/2025)"),
                name="Kantor Berita Nusa",
                kind="agency",
                scope="article",
                cites=0,
            ),
        ),
        chain=("Kabar Rimba", "Kantor Berita Nusa", "The Harbor Times"),
        origins=("dua pejabat kabupaten", "salah satu pejabat"),
        dates=(
            DatedPhrase(t("awal 2024"), "2024-01/2024-03"),
            DatedPhrase(t("Senin (3/3/2025)"), "2025-03-03"),
        ),
        people=(
            Person("Ratna Wulandari", "Bupati Lembah Sari", (t("Ratna Wulandari"), t("Ratna", 1), t("Ratna", 2))),
            Person("Gilang Prakoso", "Aktivis", (t("Gilang Prakoso"),)),
            Person("Dewi Anjani", "Juru bicara PT Tirta Manis", (t("Dewi Anjani"),)),
        ),
        doubts=(Doubt("speaker_unclear", "Either official may be meant.", t("salah satu pejabat")),),
        reading=READING,
    )


def _own():
    t = Text(OWN)
    return Record(
        id="r2",
        outlet=Outlet("The Larkfield Echo"),
        language="en",
        headline="Dam ‘never inspected’",
        published="2025-06-01",
        paragraphs=t.paragraphs(),
        text=OWN,
        statements=(
            Statement(
                content=(t("“The dam was never inspected,”"),),
                cue=t("said"),
                source=t("Ines Calloway, an engineer who worked on it for nine years"),
                speaker="Ines Calloway",
                speaker_type="person",
                manner="direct",
                confidence=0.97,
            ),
            Statement(
                content=(t("signing forms without a visit"),),
                cue=t("accused"),
                source=t("She"),
                speaker="Ines Calloway",
                speaker_type="person",
                act="alleges",
                confidence=0.8,
            ),
            Statement(
                content=(t("they heard a crack at night"),),
                cue=t("say"),
                source=t("Residents"),
                speaker="Residents",
                speaker_type="unnamed",
                confidence=0.7,
            ),
            Statement(
                content=(t("plans to drain the lake"),),
                cue=t("reportedly"),
                speaker=None,
                speaker_type="none",
                act="reports",
                confidence=0.6,
            ),
        ),
        chain=("The Larkfield Echo",),
        origins=("Ines Calloway", "Residents"),
        people=(Person("Ines Calloway", "engineer", (t("Ines Calloway"),)),),
        reading=READING,
    )


def _parallel():
    text = "Badai tiba pukul enam, lapor Warta Laut. Kapal ditarik, kata Radio Bahari. Angin menurut situs Balai Cuaca."
    t = Text(text)
    return Record(
        outlet=Outlet("Pesisir Kini"),
        language="id",
        headline="Badai Tiba",
        text=text,
        statements=(
            Statement(
                content=(t("Badai tiba pukul enam"),),
                cue=t("lapor"),
                speaker="Warta Laut",
                speaker_type="outlet",
                act="reports",
            ),
            Statement(
                content=(t("Kapal ditarik"),),
                cue=t("kata"),
                speaker="Radio Bahari",
                speaker_type="outlet",
                act="reports",
            ),
            Statement(
                content=(t("Angin"),),
                cue=t("menurut"),
                speaker="Balai Cuaca",
                speaker_type="organisation",
                act="reports",
            ),
        ),
        relays=(
            Relay(words=t("lapor Warta Laut"), name="Warta Laut", kind="agency", scope="article"),
            Relay(words=None, name="Radio Bahari", kind="broadcast", scope="article"),
            Relay(words=t("situs Balai Cuaca"), name="Balai Cuaca", kind="official_site", scope="passage"),
        ),
        chain=("Pesisir Kini", "Warta Laut", "Radio Bahari"),
        reading=READING,
    )


def _rumour():
    text = "Pasar lama disebut-sebut akan dibongkar. Pedagang konon akan dipindah."
    t = Text(text)
    return Record(
        language="id",
        text=text,
        statements=(
            Statement(content=(t("Pasar lama"), t("akan dibongkar")), cue=t("disebut-sebut"), act="reports"),
            Statement(content=(t("Pedagang"), t("akan dipindah")), cue=t("konon"), act="reports"),
        ),
        chain=(None,),
        reading=READING,
    )


STORIES = {
    "relayed": _relayed,
    "own": _own,
    "parallel": _parallel,
    "rumour": _rumour,
    "quiet": lambda: Record(
        outlet=Outlet("Pesisir Kini"),
        language="id",
        text="Laut tenang. Kapal berangkat.",
        chain=("Pesisir Kini",),
        reading=READING,
    ),
    "foreign": lambda: Record(language="und", text="Het water is kalm.", chain=(None,), reading=READING),
    "blank": lambda: Record(
        outlet=Outlet("Pesisir Kini"), doubts=(Doubt("no_article", "There is no article."),), reading=READING
    ),
    "error": lambda: Record(
        kind="error", file="a.bin", doubts=(Doubt("unreadable", "It is no text at all."),), reading=READING
    ),
    "index": lambda: Record(kind="index", outlet=Outlet("Pesisir Kini"), text="Satu\n\nDua", reading=READING),
    "paywalled": lambda: msgspec.structs.replace(_own(), access="paywalled"),
    "truncated": lambda: msgspec.structs.replace(_own(), access="truncated", statements=(), origins=()),
}


@pytest.fixture(params=STORIES)
def story(request):
    """Each fictional record in turn."""
    return STORIES[request.param]()


@pytest.fixture
def stories():
    """All fictional records by name."""
    return {name: make() for name, make in STORIES.items()}


@pytest.fixture
def relayed():
    return _relayed()


@pytest.fixture
def own():
    return _own()
