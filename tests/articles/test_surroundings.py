"""Links to other articles, page numbers, tags, section: what stands around the text."""

import pytest

PAGE = (
    '<html lang="id"><head><title>Nelayan Lembayung Kembali Melaut</title></head><body>'
    '<nav><a href="/bahari">Bahari</a><a href="/niaga">Niaga</a></nav>'
    "{above}<h1>Nelayan Lembayung Kembali Melaut</h1>{beside}"
    '<div class="read"><p>{text}</p>{inside}<p>{text}</p>{end}</div>{after}</body></html>'
)
TEXT = "Perahu nelayan kembali ke dermaga pada Senin pagi, dan ikan segera dilelang di pasar. " * 3
LIST = (
    "<{tag}>{label}</{tag}><p><a href='/1'>Harga Ikan Tongkol Turun Lagi</a></p>"
    "<p><a href='/2'>FOTO: Pasar Lelang Ramai Lagi</a></p>"
)
BOTH = ["Harga Ikan Tongkol Turun Lagi", "FOTO: Pasar Lelang Ramai Lagi"]


def made(**parts: str) -> str:
    return PAGE.format(**{"above": "", "beside": "", "inside": "", "end": "", "after": "", "text": TEXT} | parts)


@pytest.mark.parametrize(("tag", "label"), [("h3", "Baca Juga:"), ("p", "JANGAN LEWATKAN!!!"), ("h4", "Baca Juga")])
def test_all_links_under_a_label_are_related(read, tag, label):
    listed = LIST.format(tag=tag, label=label)
    for article in (read(made(inside=listed)), read(made(end=listed))):
        assert [link.headline for link in article.related] == BOTH
        assert "Tongkol" not in article.text


def test_a_list_outside_the_texts_container_is_the_sites(read):
    listed = "<div class='foot'>" + LIST.format(tag="h3", label="Jangan Lewatkan") + "</div>"
    assert read(made(after=listed)).related == ()


def test_a_box_between_headline_and_text_is_related(read):
    box = "<div class='terkait'><h3>Terkait</h3><ul><li><a href='/1'>Harga Ikan Tongkol Turun Lagi</a></li></ul></div>"
    assert [link.url for link in read(made(beside=box)).related] == ["/1"]


def test_the_link_to_the_next_part_is_not_related(read):
    onward = "<p>Baca selanjutnya: <a href='?page=2'>Ikan dilelang mulai pagi hari...</a></p>"
    assert read(made(end=onward)).related == ()


def test_a_label_without_a_mark_before_its_link(read):
    line = "<div>Baca Juga <a href='/1'>Harga Ikan Tongkol Turun Lagi</a></div>"
    assert [link.headline for link in read(made(inside=line)).related] == ["Harga Ikan Tongkol Turun Lagi"]


def test_a_sentence_with_the_word_of_a_placeholder_is_text(read):
    sentence = "Papan iklan di dermaga itu roboh diterjang angin kencang."
    assert sentence in read(made(inside=f"<p>{sentence}</p>")).text
    assert "IKLAN" not in read(made(inside="<p>IKLAN</p>")).text


def test_parts_that_all_stand_on_one_page(read):
    between = f"<div>2 dari 3 halaman</div><p>{TEXT}</p><div>3 dari 3 halaman</div>"
    assert read(made(inside=between)).page == (1, 3)


def test_numbers_that_link_to_their_pages(read):
    numbers = "".join(f'<li class="{"active" if n == 2 else ""}"><a href="?page={n}">{n}</a></li>' for n in (1, 2, 3))
    assert read(made(after=f"<p>Halaman</p><ul>{numbers}</ul>")).page == (2, 3)


def test_tags_at_a_distance_are_the_sites(read):
    own = '<div class="tags"><a href="/t/1">Nelayan</a><a href="/t/2">Tag: Dermaga</a></div>'
    far = "<p>a</p><p>b</p><p>c</p><p>d</p><p>e</p>" + '<div class="tags"><a href="/t/3">Sepak Bola</a></div>'
    assert read(made(after=own + far)).tags == ("Nelayan", "Dermaga")


def test_a_lone_link_of_the_menu_above_the_headline_is_the_section(read):
    assert read(made(above='<div><a href="/bahari">Bahari</a></div>')).section == ("Bahari",)
    assert read(made(above='<div><a href="/iklan-baris">Pasang</a></div>')).section == ()


def test_a_source_under_a_chart_is_no_agency(read):
    chart = "<figure><img src='/c.png'><p>Sumber: Badan Statistik Lembayung</p></figure>"
    assert read(made(inside=chart)).agency == ()
    assert read(made(end="<p>Sumber: Meridian Press</p>")).agency == ("Meridian Press",)
