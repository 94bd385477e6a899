"""The headline among the places that claim to show it."""

import json

TEXT = "<p>" + "The ferry office sold twice the tickets that it had seats for, two clerks said on Monday. " * 3 + "</p>"


def page(lang: str, shown: str, linked: str, og: str, title: str, kind: str = "NewsArticle") -> str:
    data = json.dumps({"@type": kind, "headline": linked, "datePublished": "2026-03-02T09:30:00Z"})
    card = f'<meta name="twitter:title" content="{og}">'
    return (
        f'<html lang="{lang}"><head><title>{title}</title><meta property="og:title" content="{og}">{card}'
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


SEO, OWN = "Ferry tickets: what travellers must know in 2026", "Two seats short: the ferry office oversells again"


def test_an_indonesian_page_keeps_its_heading_whatever_stands_below(read):
    article = read(page("id", f"<h1>{SEO}</h1><h2>Kapal {OWN}</h2>", SEO, OWN, SEO))
    assert article.headline == SEO


def test_a_second_heading_with_an_overline_shows_the_title_that_is_shared(read):
    article = read(page("de", f"<h1>{SEO}</h1><h2><span>Lembayung</span> {OWN}</h2>", SEO, OWN, SEO))
    assert article.headline == OWN


def test_an_overline_and_a_line_below_it_make_up_the_title_that_is_shared(read):
    shown = f"<h1>{SEO}</h1><h2>Trouble at the quay</h2><div>{OWN}</div>"
    assert read(page("de", shown, SEO, f"Trouble at the quay: {OWN}", SEO)).headline == OWN


def test_another_heading_far_below_changes_nothing(read):
    assert read(page("en", f"<h1>{SEO}</h1>{TEXT * 5}<h2>{OWN}</h2>", SEO, OWN, SEO)).headline == SEO


def test_a_shared_title_alone_against_the_page_changes_nothing(read):
    assert read(page("en", f"<h1>{SEO}</h1>", SEO, OWN, f"{SEO} | Quay Gazette")).headline == SEO


def test_the_heading_with_words_left_out_is_the_headline_where_it_is_shared(read):
    shorter = "Ferry tickets: what travellers must know"
    assert read(page("en", f"<h1>{SEO}</h1>", SEO, shorter, f"{SEO} | Quay Gazette")).headline == shorter


def test_a_linked_headline_wins_where_all_else_says_something_else_together(read):
    assert read(page("en", f"<h1>{SEO}</h1>", OWN, SEO, f"{SEO} | Quay Gazette")).headline == OWN


def test_a_linked_headline_that_only_shortens_the_heading_changes_nothing(read):
    assert read(page("en", f"<h1>{OWN}</h1>", "Two seats short", OWN, f"{OWN} | Quay Gazette")).headline == OWN


def test_a_shared_title_that_was_cut_off_changes_nothing(read):
    for cut in ("Two seats short: the ferry office…", "Two seats short: the ferry office..."):
        assert read(page("en", f"<h1>{OWN}</h1>", OWN, cut, f"{OWN} | Quay Gazette")).headline == OWN


def test_a_shared_title_that_its_quote_mark_cut_off_changes_nothing(read):
    shown = 'Two seats short: the ferry office "regrets it"'
    found = read(page("en", f"<h1>{shown}</h1>", shown, "Two seats short: the ferry office", f"{shown} | Quay Gazette"))
    assert found.headline == shown


def test_live_coverage_is_named_by_the_title_that_is_shared(read):
    found = read(page("en", f"<h1>{SEO}</h1>", SEO, OWN, "Ferry tickets LIVE", kind="LiveBlogPosting"))
    assert found.headline == OWN


def test_words_run_together_in_the_heading_are_told_apart_by_a_claim(read):
    shown = "<h1><span>Lembayung Line</span><span>Ferry office sells each seat twice</span></h1>"
    told = "Lembayung Line / Ferry office sells each seat twice"
    assert read(page("de", shown, "Ferry office sells each seat twice", told, told)).headline == told


def test_claims_that_nearly_agree_outvote_a_heading_that_rolls_on(read):
    told, other = "Ferry strike: all the news from the quay", "Ferry strike: all the latest news from the quay"
    assert read(page("de", f"<h1>{OWN}</h1>", told, other, told)).headline == told


def test_a_page_without_a_heading_is_named_without_its_site(read):
    body = f'<meta name="headline" content="{OWN}">'
    assert read(page("ko", body, "", f"{OWN}-Harbour|Quay Gazette", f"{OWN}-Harbour|Quay Gazette")).headline == OWN
