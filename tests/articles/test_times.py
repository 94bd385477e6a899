"""Times of publication: the visible one and the claimed one."""

import json

TEXT = "<p>" + "The ferry office sold twice the tickets that it had seats for, two clerks said on Monday. " * 3 + "</p>"


def page(lang: str, line: str, claimed: str | None) -> str:
    data = {"@type": "NewsArticle", "headline": "Ferry office sells each seat twice"}
    data |= {"datePublished": claimed} if claimed else {}
    return (
        f'<html lang="{lang}"><head><script type="application/ld+json">{json.dumps(data)}</script></head><body>'
        f"<h1>Ferry office sells each seat twice</h1>{line}{TEXT}{TEXT}</body></html>"
    )


def test_an_english_page_is_believed_about_its_time(read):
    article = read(page("en", "<div>March 2, 2026 3:48 pm</div>", "2026-03-02T15:48:00+00:00"))
    assert article.published == "2026-03-02T15:48:00+00:00"


def test_the_visible_zone_wins_where_both_mean_the_same_minute(read):
    article = read(page("en", "<div>2 March 2026, 16:48 WITA</div>", "2026-03-02T08:48:00Z"))
    assert article.published == "2026-03-02T16:48:00+08:00"


def test_a_clock_claimed_in_a_false_zone_takes_the_visible_one(read):
    article = read(page("id", "<div>Senin, 2 Maret 2026 | 16:48 WIB</div>", "2026-03-02T16:48:00Z"))
    assert article.published == "2026-03-02T16:48:00+07:00"


def test_the_machine_time_of_a_time_element_near_the_headline(read):
    article = read(page("de", '<time datetime="2026-03-02T15:48:00+01:00">vor zwei Stunden</time>', None))
    assert article.published == "2026-03-02T15:48:00+01:00"


def test_no_time_is_said_and_not_guessed(read):
    article = read(page("en", "", None))
    assert article.published is None
    assert [d.message for d in article.doubts if d.kind == "no_time"] == ["The page states no time of publication."]


def test_a_time_element_tells_the_zone_that_the_outlet_lives_in(read):
    article = read(page("en", '<time datetime="2026-03-02T10:48:00-05:00">today</time>', "2026-03-02T15:48:00Z"))
    assert article.published == "2026-03-02T10:48:00-05:00"


def test_a_time_element_of_another_minute_changes_nothing(read):
    article = read(page("en", '<time datetime="2026-03-02T18:48:00-05:00">today</time>', "2026-03-02T15:48:00Z"))
    assert article.published == "2026-03-02T15:48:00+00:00"


def test_a_page_that_its_scripts_build_tells_its_time_in_their_state(read):
    state = 'self.push([1,"{\\"id\\":7,\\"firstPublishedAt\\":\\"2026.03.02 15:48\\"}"])'
    assert read(page("en", f"<script>{state}</script>", None)).published == "2026-03-02T15:48:00"


def test_the_state_of_scripts_counts_for_nothing_beside_what_the_page_shows(read):
    line = '<div>March 2, 2026 3:48 pm</div><script>{"publishedAt": "2020-01-01T00:00:00Z"}</script>'
    assert read(page("en", line, None)).published == "2026-03-02T15:48:00"


def test_the_state_of_scripts_counts_for_nothing_beside_a_claim(read):
    state = '{"publishedAt": "2020-01-01T00:00:00Z"}'
    article = read(page("en", f"<script>{state}</script>", "2026-03-02T15:48:00Z"))
    assert article.published == "2026-03-02T15:48:00+00:00"
