"""Bylines: what the page shows weighed against what it tells machines, after the manner of its language."""

import json

import pytest

from runut.articles.authors import split_names
from runut.vocabulary import Credit

ENGLISH = (
    "The harbour office opened its books on Monday, and three clerks were asked to explain the missing pages. " * 3
)
INDONESIAN = (
    "Kantor pelabuhan membuka pembukuannya pada Senin, dan tiga pegawai diminta menjelaskan halaman hilang. " * 3
)
GERMAN = "Das Hafenamt hat am Montag seine Bücher geöffnet, und drei Angestellte sollten die Lücken erklären. " * 3


def page(lang: str, text: str, claimed: str | list[str] | None, line: str = "") -> str:
    linked: dict[str, object] = {"@type": "NewsArticle", "headline": "Harbour books opened at last"}
    if claimed is not None:
        names = [claimed] if isinstance(claimed, str) else claimed
        linked["author"] = [{"@type": "Person", "name": name} for name in names]
    return (
        f'<html lang="{lang}"><head><meta property="og:site_name" content="Quay Gazette">'
        f'<script type="application/ld+json">{json.dumps(linked)}</script></head>'
        f"<body><article><h1>Harbour books opened at last</h1>{line}<p>{text}</p><p>{text}</p></article></body></html>"
    )


def test_an_english_page_is_believed_about_its_author(read):
    line = '<div class="byline">By Anneke Folmer Senior Quay Reporter</div>'
    assert read(page("en", ENGLISH, "Anneke Folmer", line)).byline == (Credit("Anneke Folmer"),)


def test_an_agency_that_is_claimed_stays(read):
    assert read(page("en", ENGLISH, "Meridian Press")).byline == (Credit("Meridian Press"),)


def test_the_visible_name_wins_over_a_claim_of_the_outlet_itself(read):
    line = '<div class="byline">By Anneke Folmer</div>'
    assert read(page("en", ENGLISH, "Quay Gazette", line)).byline == (Credit("Anneke Folmer"),)


def test_the_second_name_of_the_visible_line_is_not_lost(read):
    line = '<div class="byline">By Anneke Folmer and Piet Haan</div>'
    assert read(page("en", ENGLISH, "Anneke Folmer", line)).byline == (Credit("Anneke Folmer"), Credit("Piet Haan"))


def test_an_indonesian_page_is_not_believed_before_its_visible_line(read):
    line = '<div class="penulis">Penulis: Laras Wening</div><div class="editor">Editor: Bayu Samodra</div>'
    article = read(page("id", INDONESIAN, "Bayu Samodra", line))
    assert article.byline == (Credit("Laras Wening", "writer"), Credit("Bayu Samodra", "editor"))


def test_an_indonesian_page_credits_no_organisation(read):
    assert read(page("id", INDONESIAN, "Quay Gazette")).byline == ()


def test_a_label_of_the_pages_own_language_opens_a_byline(read):
    line = '<div class="autor-zeile">Von Greta Lohse, Hamburg</div>'
    assert read(page("de", GERMAN, None, line)).byline == (Credit("Greta Lohse"),)


def test_names_that_stand_alone_above_the_text(read):
    article = read(page("en", ENGLISH, "Quay Gazette", "<p>Anneke Folmer/Piet Haan</p>"))
    assert article.byline == (Credit("Anneke Folmer"), Credit("Piet Haan"))


@pytest.mark.parametrize(
    ("value", "language", "names"),
    [
        ("Greta Lohse und Jan Vries", "de", ["Greta Lohse", "Jan Vries"]),
        ("Von Greta Lohse und Jan Vries, dpa", "de-AT", ["Greta Lohse", "Jan Vries", "dpa"]),
        ("Marie Colas et Luc Petit", "fr", ["Marie Colas", "Luc Petit"]),
        ("Iria Souto y Paco Luna", "es", ["Iria Souto", "Paco Luna"]),
        ("Siri Holm og Ane Berg", "da", ["Siri Holm", "Ane Berg"]),
        ("Эмма Ли и Ян Дюк", "ru", ["Эмма Ли", "Ян Дюк"]),
        ("渡辺花、林太郎", "ja", ["渡辺花", "林太郎"]),
        ("김하나 기자", "ko", ["김하나"]),
        ("By Ada Finch & Bo Lark", "en", ["Ada Finch", "Bo Lark"]),
        ("Sari Dewi dan Budi Rahman", "id", ["Sari Dewi", "Budi Rahman"]),
        ("Ada Finch, professor of harbour law at the quay school", "en", ["Ada Finch"]),
        ("https://social.example/adafinch", "en", []),
        ("ada-finch", "en", []),
        ("105092", "zh", []),
    ],
)
def test_claimed_names_are_split_in_the_manner_of_the_language(value, language, names):
    assert split_names(value, language) == names


def claiming(text: str, line: str, *, head: str = "", below: str = "", **linked: object) -> str:
    """An English page whose head and linked data hold what is given."""
    data = json.dumps({"@type": "NewsArticle", "headline": "Harbour books opened at last", **linked})
    return (
        f'<html lang="en"><head>{head}<script type="application/ld+json">{data}</script></head><body><article>'
        f"<h1>Harbour books opened at last</h1>{line}<p>{text}</p><p>{text}</p></article>{below}</body></html>"
    )


def test_a_second_byline_like_the_claimed_one_is_its_coauthor(read):
    line = '<address class="name">Anneke Folmer</address><address class="name">Piet Haan</address>'
    found = read(claiming(ENGLISH, line, author={"name": "Anneke Folmer"})).byline
    assert found == (Credit("Anneke Folmer"), Credit("Piet Haan"))


def test_that_its_publisher_made_it_yields_to_another_claim(read):
    company = {"@type": "Organization", "name": "Quay Gazette"}
    head = '<meta name="articleAuthor" content="Meridian Press">'
    assert read(claiming(ENGLISH, "", head=head, author=company, publisher=company)).byline == (
        Credit("Meridian Press"),
    )


def test_the_account_that_runs_the_site_yields_to_the_name_above_the_text(read):
    author = {"name": "Quay G", "url": "https://quay.example/author/admin/"}
    line = '<p class="meta">by Quay G | 5 November 2024</p><p>ANNEKE FOLMER</p>'
    assert read(claiming(ENGLISH, line, author=author)).byline == (Credit("ANNEKE FOLMER"),)


def test_a_mail_address_that_is_claimed_tells_which_line_is_the_name(read):
    head = '<meta name="author" content="a.folmer@quay.example">'
    line = "<div>Harbour Report</div><div>Anneke Folmer</div>"
    assert read(claiming(ENGLISH, line, head=head)).byline == (Credit("Anneke Folmer"),)


def test_bylines_of_other_articles_below_the_text_are_left_alone(read):
    line = '<div class="byline">By Anneke Folmer</div>'
    below = "<div>More from the quay</div><div>By Piet Haan</div><div>By Sanne Vos</div>"
    assert read(claiming(ENGLISH, line, below=below)).byline == (Credit("Anneke Folmer"),)
