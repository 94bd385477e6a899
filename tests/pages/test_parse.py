"""Pages cut into blocks, and what they claim."""

import pytest

from runut.errors import TooLarge
from runut.pages import LARGEST, Link, Piece, parse
from runut.vocabulary import Capture


def read(content: str, **about):
    return parse(Capture("page", content.encode(), **about))


def test_blocks_in_reading_order_with_their_places():
    page = read(
        "<html lang='id'><body><div id='Isi' class='news__body detailText'><h1>Judul</h1><p>Satu <b>tebal</b> "
        "<a href='/x'>tautan</a></p><ul><li>Butir</li></ul></div></body></html>"
    )
    assert [(block.tag, block.text) for block in page.blocks] == [
        ("h1", "Judul"),
        ("p", "Satu tebal tautan"),
        ("li", "Butir"),
    ]
    paragraph = page.blocks[1]
    assert (paragraph.links, paragraph.linked, paragraph.bold) == ((Link("tautan", "/x"),), 6, 5)
    assert [place.tag for place in page.blocks[2].place.upward()] == ["li", "ul", "div", "body"]
    assert paragraph.place.above is not None
    assert paragraph.place.above.marks == ("news", "body", "detail", "text", "isi")
    assert page.language == "id"


def test_line_breaks_part_blocks_and_two_make_a_gap():
    page = read("<html><body><div>Satu<br>dua<br><br>tiga</div></body></html>")
    assert [(block.text, block.gap) for block in page.blocks] == [("Satu", True), ("dua", False), ("tiga", True)]


def test_scripts_styles_and_buttons_are_no_text():
    page = read("<html><body><p>Teks</p><script>var p = '<p>x</p>'</script><style>p{}</style><button>Klik</button>")
    assert [block.text for block in page.blocks] == ["Teks"]


def test_hidden_words_stand_apart():
    page = read("<html><body><div>Tampak <span style='display: none'>kunci, kata</span></div></body></html>")
    assert [(block.text, block.place.hidden) for block in page.blocks] == [("Tampak", False), ("kunci, kata", True)]


def test_pieces_keep_what_the_markup_sets_apart():
    page = read("<html><body><div><span class='photo-credit'>Dok. Kota</span> Alun-alun</div></body></html>")
    assert page.blocks[0].text == "Dok. Kota Alun-alun"
    assert page.blocks[0].pieces == (Piece("Dok. Kota", ("photo", "credit")),)


def test_pictures_are_blocks():
    page = read("<html><body><figure><img data-src='/a.jpg' src='data:x' alt='Perahu'><figcaption>Perahu</figcaption>")
    picture = page.blocks[0].picture
    assert picture is not None
    assert (picture.url, picture.alt) == ("/a.jpg", "Perahu")


def test_a_link_around_blocks_belongs_to_each():
    page = read("<html><body><a href='/x'><div>Satu judul</div><div>Dua judul</div></a></body></html>")
    assert [block.links for block in page.blocks] == [(Link("Satu judul", "/x"),), (Link("Dua judul", "/x"),)]


def test_claims_bring_their_origin():
    page = read(
        "<html><head><title>Judul - Situs</title><meta property='og:title' content='Judul'>"
        "<link rel='canonical' href='https://situs.example/judul'>"
        "<script type='application/ld+json'>{'@graph': []}</script>"
        '<script type="application/ld+json">[{"@type": "NewsArticle", "headline": "Judul",\n'
        '"author": [{"name": "A"}, {"name": "B"}],}]</script></head>'
        "<body><time itemprop='datePublished' datetime='2026-03-04'>4 Maret</time></body></html>"
    )
    assert [(c.name, c.value, c.origin) for c in page.claims] == [
        ("@type", "NewsArticle", "json-ld"),
        ("headline", "Judul", "json-ld"),
        ("author.name", "A", "json-ld"),
        ("author.name", "B", "json-ld"),
        ("og:title", "Judul", "opengraph"),
        ("canonical", "https://situs.example/judul", "link"),
        ("title", "Judul - Situs", "title"),
        ("datePublished", "2026-03-04", "microdata"),
    ]


def test_plain_text_becomes_lines():
    page = read("Judul berita\n\nParagraf satu.\nParagraf dua.\n", media_type="text/plain")
    assert page.form == "plain"
    assert [(block.text, block.gap) for block in page.blocks] == [
        ("Judul berita", True),
        ("Paragraf satu.", True),
        ("Paragraf dua.", False),
    ]


def test_chat_marks_are_taken_off():
    page = read("*Judul tebal*\n_miring_ dan 2 * 3 * 4\nhttps://situs.example/a")
    assert [(block.text, block.bold) for block in page.blocks][:2] == [("Judul tebal", 11), ("miring dan 2 * 3 * 4", 0)]
    assert page.blocks[2].links == (Link("https://situs.example/a", "https://situs.example/a"),)


def test_folded_lines_are_joined():
    line = "kata yang terus berjalan sampai batas lebar surat elektronik lalu"
    page = read("\n".join(["Paragraf ini panjang dan dimulai di sini dengan beberapa", *[line] * 8, "selesai."]))
    assert len(page.blocks) == 1


def test_a_text_that_mentions_a_tag_is_plain():
    assert read("Pengembang itu menulis <br> di dokumennya.\nLalu menghapusnya.").form == "plain"


def test_too_large():
    with pytest.raises(TooLarge, match="bytes"):
        parse(Capture("page", b"<html>" + b"x" * LARGEST))


def test_a_page_too_deep_for_a_tree_is_read_without_it():
    start = (
        "<html><body>"
        + "<div>" * 3000
        + "<script>x</script><!-- y --><h1>Judul &amp; lain</h1><p>Satu <b>dua</b><br>tiga"
    )
    page = read(start)
    assert [block.text for block in page.blocks] == ["Judul & lain", "Satu dua", "tiga"]
    assert [doubt.kind for doubt in page.doubts] == ["too_deep"]


def test_a_menu_is_one_block_with_its_links():
    entries = "".join(f"<li><a href='/{n}'>Rubrik {n}</a></li>" for n in range(8))
    page = read(f"<html><body><nav class='menu'><ul>{entries}</ul></nav><p>Teks</p></body></html>")
    assert [(block.tag, len(block.links), block.linked == len(block.text)) for block in page.blocks] == [
        ("nav", 8, True),
        ("p", 0, False),
    ]
    assert page.blocks[0].links[7] == Link("Rubrik 7", "/7")


def test_a_list_with_words_of_its_own_is_no_menu():
    entries = "".join(f"<li>Butir ke-{n} <a href='/{n}'>tautan</a></li>" for n in range(9))
    page = read(f"<html><body><ul>{entries}</ul></body></html>")
    assert len(page.blocks) == 9


def test_linked_data_however_long_leaves_room_for_the_other_claims():
    entries = ", ".join(
        "{" + ", ".join(f'"part{part}": "{number}"' for part in range(20)) + "}" for number in range(150)
    )
    page = read(
        f'<html><head><meta property="og:title" content="Harbour news"><script type="application/ld+json">'
        f'{{"@type": "LiveBlogPosting", "liveBlogUpdate": [{entries}]}}</script></head><body><p>Text</p></body>'
    )
    assert [claim.value for claim in page.claimed("og:title")] == ["Harbour news"]
