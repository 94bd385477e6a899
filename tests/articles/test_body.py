"""Which blocks are the text, where class and place mislead."""

import json

LONG = "The ferry office sold twice the tickets that it had seats for, two clerks said on Monday at the quay. " * 2
MORE = "Travellers who had paid in March were told in April that their places had gone to a party of surveyors. " * 2
LAST = "The office promised to return the money by June, and to count its seats before it sells them again. " * 2


def page(lang: str, body: str, head: str = "") -> str:
    return (
        f'<html lang="{lang}"><head><title>Ferry office sells each seat twice</title>{head}</head><body><article>'
        f"<h1>Ferry office sells each seat twice</h1>{body}</article></body></html>"
    )


def paragraphs(*texts: str, cls: str = "") -> str:
    return "".join(f'<div class="part"><p class="{cls}">{text}</p></div>' for text in texts)


def test_paragraphs_in_the_bodys_dress_are_body_whatever_a_word_of_their_class_says(read):
    wrapped = f'<div class="teaser-content"><p class="copy">{LONG}</p></div>'
    article = read(page("en", wrapped + paragraphs(MORE, LAST, MORE, cls="copy")))
    assert article.text.startswith(LONG.strip())


def test_a_heading_between_containers_of_paragraphs(read):
    body = f"{paragraphs(LONG)}<div class='head'><h2>Seats for surveyors</h2></div>{paragraphs(MORE, LAST)}"
    assert [p.kind for p in read(page("en", body)).paragraphs] == ["paragraph", "heading", "paragraph", "paragraph"]


def test_an_aside_and_a_fact_box_are_no_text(read):
    aside = f"<aside><h3>How ferries count</h3><p>{MORE}</p></aside>"
    box = f'<div class="infobox"><p>{LAST}</p></div>'
    article = read(page("en", f"<div><p>{LONG}</p>{aside}<p>{LONG}</p><p>{LONG}</p>{box}</div>"))
    assert "surveyors" not in article.text
    assert "June" not in article.text


def test_key_points_open_an_english_text_and_are_a_service_beside_an_indonesian_one(read):
    points = (
        '<p class="deck">An office that cannot count its own seats.</p><img src="/a.jpg">'
        '<ul class="summary"><li>Seats were sold twice.</li><li>The money comes back by June.</li></ul>'
    )
    body = points + f"<div><p>{LONG}</p><p>{MORE}</p></div>"
    assert read(page("en", body)).text.startswith("Seats were sold twice.")
    assert "Seats were sold twice." not in read(page("id", body)).text


def test_a_list_before_the_first_paragraph_is_a_summary(read):
    article = read(page("id", f"<div><ul><li>Seats were sold twice.</li></ul><p>{LONG}</p><p>{MORE}</p></div>"))
    assert article.text.startswith(LONG.strip())


def test_the_claimed_text_tells_what_does_not_belong(read):
    notice = "Your account is in use on another device, and only one reader can be served by it at any one time. "
    linked = json.dumps({"@type": "NewsArticle", "headline": "Ferry", "articleBody": f"{LONG} {MORE} {LAST}"})
    head = f'<script type="application/ld+json">{linked}</script>'
    article = read(page("en", f"<p>{LONG}</p><p>{MORE}</p><p>{notice}</p><p>{LAST}</p>", head))
    assert article.text.split("\n\n") == [LONG.strip(), MORE.strip(), LAST.strip()]


def test_the_only_prose_between_headline_and_picture_is_the_deck(read):
    text = "".join(f"<p>{part}</p>" for part in (LONG, MORE, LAST, MORE))
    deck = "An office that cannot count its own seats has sold them twice, and twice again."
    body = f"<div>{deck}</div><figure><img src='/a.jpg'></figure><div class='text'>{text}</div>"
    article = read(page("en", body))
    assert (article.deck, article.text.startswith(LONG.strip())) == (deck, True)


def test_a_deck_of_several_lines_is_one(read):
    lines = "".join(f'<p class="lead">{line}</p>' for line in ("Seats were sold twice over.", "The money comes back."))
    assert read(page("en", f"{lines}<div><p>{LONG}</p><p>{MORE}</p></div>")).deck == (
        "Seats were sold twice over. The money comes back."
    )


def test_a_word_with_no_before_it_says_nothing(read):
    body = (
        f'<div class="no-share"><p>{LONG}</p><p>{MORE}</p><p class="no-tts">Seats for surveyors</p><p>{LAST}</p></div>'
    )
    assert "Seats for surveyors" in read(page("en", body)).text
