"""Credits in running text: their words, their kind, and whether they are relays."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runut.chains import Carrier, find_carriers
from runut.dates import find_dates
from runut.languages import load_pack
from runut.text import prepare


def carriers(text: str, language: str = "id", own: str | None = None) -> tuple[Carrier, ...]:
    pack = load_pack(language)
    prose = prepare(text, frozenset(pack.about.abbreviations))
    return find_carriers(prose, pack, find_dates(prose, "2025-03-10", pack), own)


def test_the_words_of_a_credit_reach_over_its_date() -> None:
    text = "“Siap,” kata Sari seperti dikutip dari Antara pada Senin (3/3/2025). Hujan turun."
    (credit,) = carriers(text)
    assert text[slice(*credit.words)] == "dikutip dari Antara pada Senin (3/3/2025)"
    assert text[slice(*credit.cue)] == "dikutip dari"
    assert text[slice(*credit.name_span)] == "Antara"
    assert (credit.kind, credit.dated, credit.known, credit.scope) == ("agency", True, True, "article")


def test_a_name_that_begins_like_a_short_cue_is_one_name() -> None:
    (credit,) = carriers("“Ready,” Sari said, as quoted by Permata news agency.", "en")
    assert credit.name == "Permata news agency"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("DilansirAljazeera, Selasa (4/3/2025), hujan turun.", ["Aljazeera"]),
        ("“Siap,” ujarnya dikutip daridetikSumut.", ["detikSumut"]),
        ("“Siap,” ujarnya dikutip daridetiksumutdanCNNIndonesia.", ["detiksumut", "CNN Indonesia"]),
        ("“Siap,” ujarnya seperti dikutip dariIndependent UKpada Kamis (6/3/2025).", ["Independent UK"]),
        ("“Siap,” tulis Sari diXseperti dikutip dariAFP.", ["X", "AFP"]),
        ("“Siap,” kata Sari dikutip dari lamanteluk.go.id.", ["teluk.go.id"]),
        ("Seperti dilansirReutersdanAl Arabiya, hujan turun.", ["Reuters", "Al Arabiya"]),
        ("Sari mengatakan kepada kantor beritaANIbahwa hujan turun.", ["ANI"]),
        ("“Siap,” katanya dikutip dariTeluk Courierpada Senin (3/3/2025).", ["Teluk Courier"]),
        ("Mengutiptimesofindia, Kamis (6/3/2025), hujan turun.", ["timesofindia"]),
    ],
)
def test_lost_spaces_do_not_hide_a_credit(text: str, names: list[str]) -> None:
    assert [c.name for c in carriers(text)] == names


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mengutip Reuters, hujan turun.", "agency"),
        ("Mengutip The Guardian, hujan turun.", "outlet"),
        ("Mengutip Al Jazeera, hujan turun.", "broadcast"),
        ("Mengutip siaran pers, hujan turun.", "press_release"),
        ("Mengutip laman resmi Pelabuhan Teluk, hujan turun.", "official_site"),
        ("Mengutip akun Instagram @teluk, hujan turun.", "social"),
        ("Mengutip data Dinas Teluk, hujan turun.", "document"),
    ],
)
def test_each_kind_of_carrier_is_told_from_its_words(text: str, kind: str) -> None:
    assert [c.kind for c in carriers(text)] == [kind]


@pytest.mark.parametrize("own", ["detikcom", "detik.com", "Detik"])
def test_the_own_outlet_is_found_but_is_no_relay(own: str) -> None:
    (credit,) = carriers("“Siap,” kata Sari kepada detikcom, Senin (3/3/2025).", own=own)
    assert (credit.name, credit.frame, credit.relay) == ("detikcom", "told", False)


def test_a_regional_desk_is_another_newsroom() -> None:
    (credit,) = carriers("“Siap,” kata Sari dilansir detikSumut.", own="detik.com")
    assert credit.relay


def test_whom_the_own_outlet_quotes_is_the_relay() -> None:
    found = carriers("“Siap,” katanya dikutip detikEdu dari unggahan Instagram @teluk_id.", own="detik.com")
    assert [(c.name, c.relay) for c in found] == [("detikEdu", False), ("@teluk_id", True)]


def test_a_credit_introduces_only_where_nobody_else_speaks() -> None:
    assert carriers("Mengutip Reuters, kapal itu karam.")[0].introduces
    assert not carriers("Mengutip Reuters, Sari mengatakan kapal itu karam.")[0].introduces
    assert not carriers("Kapal itu karam, dikutip dari Reuters.")[0].introduces


def test_a_known_name_behind_a_comma_is_the_carrier() -> None:
    assert [c.name for c in carriers("“Siap,” kata Sari dilansir kantor berita India, ANI.")] == ["ANI"]


def test_people_and_places_are_no_carriers() -> None:
    text = "Menurut Budi, hujan turun. Mengutip Menteri Sari, ia pergi. Ia berkata kepada AS di rumah di Metro."
    assert carriers(text) == ()


def test_what_a_speaker_credits_within_a_quote_is_no_credit_of_the_article() -> None:
    assert carriers("“Saya baca itu dikutip dari Reuters kemarin,” kata Sari.") == ()


def test_a_noun_that_points_back_names_no_new_carrier() -> None:
    assert carriers("Menurut laporan tersebut, hujan turun.") == ()
    assert carriers("The study found nothing.", "en") == ()


def test_an_unclosed_quote_does_not_hide_the_credit_behind_it() -> None:
    assert [c.name for c in carriers("“Kami siap, kata Sari, dikutip dari Reuters.")] == ["Reuters"]


def test_a_passing_credit_cites_the_report_of_the_lead() -> None:
    text = (
        "Kapal itu dijual. Kabar ini muncul dalam laporan yang diterbitkan oleh The Guardian, Senin (3/3/2025).\n\n"
        "Mengutip Anadolu, Selasa (4/3/2025), harganya tinggi."
    )
    report, passing = carriers(text)
    assert text[slice(*report.words)] == "laporan yang diterbitkan oleh The Guardian, Senin (3/3/2025)"
    assert (report.scope, passing.scope, passing.cites) == ("article", "article", 0)


def test_who_cites_another_has_it_from_that_one() -> None:
    found = carriers("Dilansir Kyodo, yang mengutip The Guardian, kapal itu dijual.")
    assert [(c.name, c.scope, c.cites) for c in found] == [("Kyodo", "article", 1), ("The Guardian", "article", None)]


def test_undated_credits_of_several_sentences_each_supply_a_part() -> None:
    found = carriers("Mengutip Reuters, hujan turun. Mengutip AFP, angin kencang.")
    assert [c.scope for c in found] == ["passage", "passage"]


def test_only_the_first_passing_credit_supplies_the_story() -> None:
    found = carriers("Dilansir Reuters, Senin (3/3/2025), hujan turun. Dilansir AFP, Senin (3/3/2025), angin kencang.")
    assert [c.scope for c in found] == ["article", "passage"]


def test_an_agency_in_brackets_at_the_dateline_or_the_end_supplies_the_story() -> None:
    assert [(c.name, c.scope) for c in carriers("TELUK (AP) — Rain fell.", "en")] == [("AP", "article")]
    assert [(c.name, c.scope) for c in carriers("Hujan turun di Teluk. (Antara)")] == [("Antara", "article")]


def test_an_editor_in_brackets_is_no_agency() -> None:
    assert carriers("Hujan turun di Teluk. (ard)") == ()


def test_posts_behind_an_account_are_that_accounts() -> None:
    text = "Video itu diunggah di akun Instagram @sari_teluk. Dalam unggahannya, Sari mengatakan ia pulang."
    assert [c.name for c in carriers(text)] == ["@sari_teluk", "@sari_teluk"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“Yes,” he told CBC freelance reporter Budi Saleh. “No,” she told Saleh.", ["CBC", "CBC"]),
        ("The CBC building fell on Budi Saleh. “No,” she told Saleh.", []),
        ("“Yes,” he told BBC Radio 4's Sari Moss.", ["BBC Radio 4"]),
        (
            "The Times had it. “No,” she told the Los Angeles Times. “Yes,” he told the Times.",
            ["Los Angeles Times"] * 2,
        ),
        ("“No,” he told the newspaper. Politico had it first.", []),
        ("The Politico office closed. “No,” he told the newspaper Valley Courier.", ["Valley Courier"]),
        (
            "The Lakeside Courier had it. “No,” she told the Courier. “Yes,” he told the Herald.",
            ["The Lakeside Courier"],
        ),
        ("“No,” he said on Capitol Hill. He said she would go on “Valley Tonight” soon.", []),
        ("Budi took to Twitter to say no. “No,” he said in a video posted to TikTok.", ["Twitter", "TikTok"]),
    ],
)
def test_english_credits_by_way_of_a_programme_or_somebody_of_an_outlet(text: str, names: list[str]) -> None:
    assert [c.name for c in carriers(text, "en")] == names


WORDS = st.sampled_from(
    "dikutip dari dilansir Mengutip menurut kepada di dalam laporan akun data Reuters AFP X Sari @a “ ” , . ( ) "
    "3/3/2025 according to told on said the newspaper CNN's Moss Courier tweeted a memo seen by study found kata "
    "\n".split(" ")
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40), st.sampled_from(["", " "]), st.sampled_from(["id", "en"]))
def test_spans_lie_within_any_text(words: list[str], gap: str, language: str) -> None:
    text = gap.join(words)
    for c in carriers(text, language, own="Reuters"):
        assert 0 <= c.words[0] < c.words[1] <= len(text)
        assert c.words[0] <= c.cue[0] < c.cue[1] <= len(text)
        assert c.words[0] <= c.name_span[0] < c.name_span[1] <= len(text)
        assert c.name.strip()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_can_be_searched(text: str) -> None:
    assert isinstance(carriers(text), tuple)
