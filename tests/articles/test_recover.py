"""Whole pages of the fixtures, and small ones written for one point each."""

from runut.articles import BODY, label
from runut.pages import parse
from runut.vocabulary import Capture, Credit, Note, Outlet, Related


def test_text_copied_from_a_browser(read, fixture):
    article = read(fixture("browser.txt"), "browser.txt")
    assert article.headline == "Harga Bawang di Pasar Lembayung Naik Dua Kali Lipat"
    assert article.section == ("Ekonomi", "Pangan")
    assert article.byline == (Credit("Satriya Wibawa", "reporter"), Credit("Nilam Cahyarini", "editor"))
    assert article.published == "2026-03-04T08:15:00+08:00"
    assert article.dateline == "MAKASSAR"
    assert article.images[0].caption == "Pedagang menata bawang merah di Pasar Lembayung."
    assert article.images[0].credit == "Dok. Warta Lembah/Tio Arundaya"
    assert article.related == (Related("Banjir Merendam Ratusan Hektare Kebun Bawang"),)
    assert article.notes == (
        Note("correction", "Ralat: Artikel ini diperbarui pada Rabu siang untuk membetulkan nama pasar."),
    )
    paragraphs = article.text.split("\n\n")
    assert paragraphs[0].startswith("Harga bawang merah")
    assert paragraphs[-1] == "Kepala dinas itu meminta warga tidak membeli secara berlebihan."
    assert len(paragraphs) == 4


def test_message_forwarded_in_a_chat(read, fixture):
    article = read(fixture("chat.txt"), "-")
    assert article.headline == "Listrik Kecamatan Waru Padam Bergilir Mulai Jumat"
    assert article.text.startswith("Perusahaan listrik setempat")
    assert article.text.endswith("ujarnya.")
    assert article.language == "id"


def test_english_page_with_linked_data(read, fixture):
    article = read(fixture("wire.html"))
    assert article.outlet == Outlet("Northern Dispatch", "northerndispatch.example")
    assert article.canonical_url == "https://www.northerndispatch.example/2026/03/02/ferry-crews-vote"
    assert article.section == ("Transport",)
    assert article.deck is not None
    assert article.deck.startswith("Crews say talks")
    assert article.byline == (Credit("Elspeth Marrow"), Credit("Tom Hale"))
    assert article.published == "2026-03-02T09:30:00+00:00"
    assert article.modified == "2026-03-02T11:05:00+00:00"
    assert article.dateline == "PORT CALDER"
    assert article.images[0].caption == "A ferry leaves Port Calder at dusk."
    assert article.images[0].credit == "Ansel Reed/Harbour Pictures"
    assert [p.kind for p in article.paragraphs] == ["paragraph", "paragraph", "heading", "item", "item", "paragraph"]
    assert article.related == (Related("Talks over night shifts stall again", "/2026/02/27/talks"),)
    assert (article.language, article.access) == ("en", "paywalled")
    assert article.tags == ("ferries", "strikes")


def test_every_block_has_a_kind_and_a_reason(fixture):
    page = parse(Capture("wire.html", fixture("wire.html").encode()))
    typed = label(page)
    assert [item.block for item in typed] == list(page.blocks)
    assert all(item.reason for item in typed)
    assert {"headline", "deck", "byline", "caption", "comment", "footer"} <= {item.kind for item in typed} - BODY


def test_same_content_same_id_whatever_the_file(read, fixture):
    one, two = read(fixture("wire.html"), "a.html"), read(fixture("wire.html"), "b.html")
    assert (one.id, one.article) == (two.id, two.article)


def test_a_change_makes_a_new_version_of_the_same_article(read, fixture):
    page = fixture("wire.html")
    one, two = read(page), read(page.replace("three days", "four days"))
    assert one.id != two.id
    assert one.article == two.article


def test_a_page_without_text_is_no_article(read):
    article = read("<html><body><nav><a href='/'>Beranda</a> <a href='/b'>Berita</a></nav></body></html>")
    assert article.text == ""
    assert article.kind == "error"
    assert "no_article" in [doubt.kind for doubt in article.doubts]


def test_a_wall_against_robots_is_an_error_page(read):
    article = read(
        "<html><head><title>Just a moment...</title></head><body><h1>Just a moment...</h1>"
        "<p>Verifying that you are a person. This may take a few seconds, please wait for the page to load.</p>"
    )
    assert article.kind == "error"


BODY_TEXT = "".join(
    f"<p>Paragraf ke-{n} menceritakan rapat warga desa tentang saluran air, dan semua yang hadir setuju.</p>"
    for n in range(1, 5)
)


def page(head: str = "", top: str = "", foot: str = "", before: str = "") -> str:
    return (
        f"<html lang='id'><head><title>Rapat Warga Desa Membahas Saluran Air</title>{head}</head><body>"
        f"<h1>Rapat Warga Desa Membahas Saluran Air</h1>{top}"
        f"<div class='isi'>{before}{BODY_TEXT}</div>{foot}</body></html>"
    )


def test_visible_time_wins_over_a_mislabelled_machine_time(read):
    head = '<meta property="article:published_time" content="2026-03-04T08:15:00Z">'
    article = read(page(head, "<div>Rabu, 4 Maret 2026 08:15 WIB</div>"))
    assert article.published == "2026-03-04T08:15:00+07:00"


def test_times_of_one_clock_share_its_mislabelled_zone(read):
    head = (
        '<meta property="article:published_time" content="2026-03-04T08:15:00-07:00">'
        '<meta property="article:modified_time" content="2026-03-04T10:20:30-07:00">'
    )
    article = read(page(head, "<div>Rabu, 4 Maret 2026 08:15 WIB</div>"))
    assert article.modified == "2026-03-04T10:20:30+07:00"


def test_a_date_without_time_stays_a_date(read):
    assert read(page(top="<div>4 Maret 2026</div>")).published == "2026-03-04"


def test_a_desk_is_no_person(read):
    assert read(page(top="<div class='author'>Tim Redaksi</div>")).byline == ()


def test_visible_byline_wins_over_linked_data(read):
    head = (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Rapat Warga Desa Membahas Saluran Air",'
        '"author":{"name":"Sang Penyunting"}}</script>'
    )
    assert read(page(head, "<div>Penulis: Lestari Widyaloka</div>")).byline == (Credit("Lestari Widyaloka", "writer"),)


def test_initials_at_the_end_are_cut_off(read):
    article = read(page().replace("setuju.</p></div>", "setuju. (abc/def)</p></div>"))
    assert article.text.endswith("setuju.")
    assert article.byline == ()


def test_page_numbers(read):
    pager = "<div class='paging'><span class='active'>2</span> <a href='?page=1'>1</a> <a href='?page=3'>3</a></div>"
    assert read(page(foot=pager)).page == (2, 3)


def test_dateline_in_its_own_block(read):
    assert read(page(before="<b>Surabaya</b> -<br>")).dateline == "Surabaya"
