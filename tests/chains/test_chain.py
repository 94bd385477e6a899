"""Relays, the chain that they make, and the sources at its end."""

from runut.chains import Carrier, chain, find_carriers, origins, relays, via
from runut.dates import find_dates
from runut.languages import load_pack
from runut.text import Prose, prepare
from runut.vocabulary import Relay, Statement

TEXT = (
    "Dermaga itu ditutup. “Kami menunggu hasil uji,” kata Sari dilansir Reuters, Senin (3/3/2025).\n\n"
    "“Harga naik,” tulis Budi di Truth Social."
)


def read(text: str) -> tuple[Prose, tuple[Carrier, ...]]:
    pack = load_pack("id")
    prose = prepare(text, frozenset(pack.about.abbreviations))
    return prose, find_carriers(prose, pack, find_dates(prose, None, pack))


def said(speaker: str | None, start: int, end: int, **more: object) -> Statement:
    given: dict[str, object] = {"speaker_type": "person", "act": "states", **more}
    return Statement(content=((start, end),), speaker=speaker, **given)  # type: ignore[arg-type]


def relay(name: str, *, scope: str = "article", cites: int | None = None, kind: str = "agency") -> Relay:
    return Relay(words=(0, 5), name=name, kind=kind, scope=scope, cites=cites)  # type: ignore[arg-type]


def test_relays_keep_the_order_of_the_text() -> None:
    assert [(r.name, r.scope) for r in relays(read(TEXT)[1])] == [("Reuters", "article"), ("Truth Social", "passage")]


def test_a_source_at_the_foot_that_the_text_does_not_credit_has_no_words() -> None:
    found = relays(read(TEXT)[1], ["Antara"])
    assert [(r.name, r.words is None, r.kind, r.scope) for r in found][-1] == ("Antara", True, "agency", "article")


def test_a_source_at_the_foot_that_the_text_credits_is_the_same_relay() -> None:
    passage = "Hujan turun.\n\n" * 30 + "“Siap,” kata Sari kepada Reuters."
    (found,) = relays(read(passage)[1], ["Thomson Reuters"])
    assert (found.name, found.scope, found.words is None) == ("Reuters", "article", False)


def test_the_own_outlet_at_the_foot_is_no_relay() -> None:
    assert relays((), ["detikcom", " "], own="detik.com") == ()


def test_cites_count_relays_and_not_carriers() -> None:
    text = (
        "“Siap,” kata Budi kepada Pantau. Kabar itu ada dalam laporan yang diterbitkan oleh The Guardian.\n\n"
        "Mengutip Anadolu, Selasa (4/3/2025), harganya tinggi."
    )
    pack = load_pack("id")
    prose = prepare(text)
    found = relays(find_carriers(prose, pack, find_dates(prose, None, pack), own="Pantau"))
    assert [(r.name, r.cites) for r in found] == [("The Guardian", None), ("Anadolu", 0)]
    assert chain("Pantau", found) == ("Pantau", "Anadolu", "The Guardian")


def test_own_reporting_is_a_chain_of_one() -> None:
    assert chain("Pantau", (relay("Reuters", scope="passage"),)) == ("Pantau",)
    assert chain(None, ()) == (None,)


def test_parallel_relays_stand_in_the_order_of_the_text() -> None:
    assert chain("Pantau", (relay("Reuters"), relay("AFP"))) == ("Pantau", "Reuters", "AFP")


def test_no_link_stands_twice_and_a_circle_ends() -> None:
    assert chain("Pantau", (relay("AFP"), relay("Agence France-Presse"))) == ("Pantau", "AFP")
    circle = (relay("Reuters"), relay("AFP", cites=2), relay("Kyodo", scope="passage", cites=1))
    assert chain("Pantau", circle) == ("Pantau", "Reuters", "AFP", "Kyodo")


def test_a_cited_release_is_no_link() -> None:
    found = (relay("pernyataan", scope="passage", kind="press_release"), relay("AFP", cites=0))
    assert chain("Pantau", found) == ("Pantau", "AFP")


def test_via_runs_from_the_article_outward() -> None:
    text = "“Siap,” tulis Budi di Truth Social seperti dilansir AFP. Hujan turun."
    prose, found = read(text)
    assert via(found, prose, (1, 6), "Budi") == ("AFP", "Truth Social")
    assert via(found, prose, (text.index("Hujan"), len(text))) == ()


def test_an_outlet_is_not_its_own_carrier() -> None:
    text = "Mengutip Reuters, hujan turun."
    prose, found = read(text)
    assert via(found, prose, (0, len(text)), "Reuters") == ()


def test_the_origin_of_a_relayed_story_is_who_speaks_through_its_last_link() -> None:
    prose, found = read(TEXT)
    links = relays(found)
    start = TEXT.index("Harga")
    statements = (
        said("Sari", 22, 44, via=("Reuters",)),
        said("Budi", start, start + 10),
        said("Dewi", 22, 44, act="declines"),
        said(None, 0, 20, speaker_type="none"),
        said("Anto", 25, 30, within=0),
    )
    assert origins(chain("Pantau", links), statements, links, prose.paragraphs) == ("Sari",)


def test_the_origins_of_own_reporting_are_all_who_give_something() -> None:
    statements = (said("Sari", 0, 4), said("Budi", 5, 9), said("Sari", 10, 12), said("Reuters", 13, 15))
    found = (relay("Reuters", scope="passage"),)
    assert origins(("Pantau",), statements, found, ((0, 20),)) == ("Sari", "Budi")


def test_no_source_told_is_an_empty_end() -> None:
    assert origins(("Pantau", "AFP"), (), (relay("AFP"),), ((0, 20),)) == ()
