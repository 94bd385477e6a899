"""The headline among the places that claim to show it."""

import json

TEXT = "<p>" + "The ferry office sold twice the tickets that it had seats for, two clerks said on Monday. " * 3 + "</p>"


def page(lang: str, shown: str, linked: str, og: str, title: str) -> str:
    data = json.dumps({"@type": "NewsArticle", "headline": linked, "datePublished": "2026-03-02T09:30:00Z"})
    return (
        f'<html lang="{lang}"><head><title>{title}</title><meta property="og:title" content="{og}">'
        f'<script type="application/ld+json">{data}</script></head><body><article>{shown}{TEXT}{TEXT}</article></body>'
    )


def test_a_heading_with_the_words_of_the_linked_data_wins_over_a_title_for_search_engines(read):
    seo, own = "Ferry tickets sold twice: what travellers must know", "Two seats short: the ferry office oversells"
    article = read(page("en", f"<h1>{seo}</h1><h2>{own}</h2>", own, seo, seo))
    assert article.headline == own


def test_an_overline_inside_the_heading_is_left_out_where_all_claims_agree(read):
    own = "Ferry office sells each seat twice"
    article = read(page("en", f"<h1><span>Lembayung Line</span> {own}</h1>", own, own, f"{own} | Quay Gazette"))
    assert article.headline == own


def test_an_indonesian_page_keeps_the_heading_that_readers_see(read):
    shown, told = "Kantor Feri Jual Kursi Dua Kali", "Heboh Kantor Feri Jual Kursi Dua Kali"
    article = read(page("id", f"<h1>{shown}</h1>", told, told, told))
    assert article.headline == shown


def test_two_words_are_a_headline_where_the_title_has_them_before_the_site(read):
    article = read(
        page("de", "<h1>Leere Plätze</h1>", "", "Leere Plätze - Quay Gazette", "Leere Plätze – Quay Gazette")
    )
    assert article.headline == "Leere Plätze"
