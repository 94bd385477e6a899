"""The lead picture: which caption and credit are its own."""

import pytest

TEXT = "<p>" + "Perahu nelayan kembali ke dermaga pada Senin pagi, dan ikan segera dilelang di pasar. " * 3 + "</p>"


def page(above: str, inside: str = "") -> str:
    return (
        '<html lang="id"><head><title>Nelayan Lembayung Kembali Melaut</title></head><body><article>'
        f"<h1>Nelayan Lembayung Kembali Melaut</h1>{above}{TEXT}{inside}{TEXT}</article></body></html>"
    )


@pytest.mark.parametrize(
    ("markup", "caption", "credit"),
    [
        (
            (
                '<figure><img src="/a.jpg"><figcaption><span class="text">Perahu di dermaga.</span>'
                '<span class="copyright">Bima Ardani/Kabar Kini</span></figcaption></figure>'
            ),
            "Perahu di dermaga.",
            "Bima Ardani/Kabar Kini",
        ),
        (
            (
                '<figure><img src="/a.jpg"><div class="image-source">Foto: Bima Ardani (Antara)</div>'
                '<div class="image-description">Perahu di dermaga lama</div></figure>'
            ),
            "Perahu di dermaga lama",
            "Bima Ardani (Antara)",
        ),
        (
            '<figure><img src="/a.jpg"><figcaption>Perahu di dermaga. | Kabar Kini/Bima Ardani</figcaption></figure>',
            "Perahu di dermaga.",
            "Kabar Kini/Bima Ardani",
        ),
        (
            '<figure><img src="/a.jpg"><figcaption>Perahu di dermaga. Dok. Kampus Bahari</figcaption></figure>',
            "Perahu di dermaga.",
            "Dok. Kampus Bahari",
        ),
        (
            (
                '<div class="photo"><img src="/a.jpg"><div class="caption">Perahu di dermaga lama</div>'
                "<p>© Bima Ardani</p></div>"
            ),
            "Perahu di dermaga lama",
            "Bima Ardani",
        ),
        (
            (
                '<div class="gallery-item"><img src="/a.jpg" alt=""><div class="gallery-item-description">'
                "Perahu di dermaga lama (Sumber: Pixabay)</div></div>"
            ),
            "Perahu di dermaga lama",
            "Pixabay",
        ),
    ],
)
def test_caption_and_credit_of_the_lead_picture(read, markup, caption, credit):
    lead = read(page(markup)).images[0]
    assert (lead.caption, lead.credit) == (caption, credit)
    assert lead.url == "/a.jpg"


def test_the_alternative_text_printed_under_a_picture_is_its_caption(read):
    article = read(page('<img src="/a.jpg" alt="Perahu di dermaga lama"><p>Perahu di dermaga lama</p>'))
    assert article.images[0].caption == "Perahu di dermaga lama"
    assert "Perahu di dermaga lama" not in article.text


def test_a_picture_within_the_text_leads_where_none_stands_above_it(read):
    figure = "<figure><img src='/b.jpg'><figcaption>Ikan di pasar lelang. (Antara)</figcaption></figure>"
    lead = read(page("", figure)).images[0]
    assert (lead.url, lead.caption, lead.credit) == ("/b.jpg", "Ikan di pasar lelang.", "Antara")


def test_the_title_of_a_player_is_no_caption(read):
    player = '<div class="video-player"><img src="/v.jpg"><h4 class="caption">Mengapa harga ikan naik lagi</h4></div>'
    figure = "<figure><img src='/b.jpg'><figcaption>Ikan di pasar lelang. (Antara)</figcaption></figure>"
    assert read(page(player, figure)).images[0].caption == "Ikan di pasar lelang."


def test_linked_data_gives_the_credit_that_the_page_does_not_show(read):
    linked = (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Nelayan Lembayung Kembali Melaut",'
        '"image":{"url":"https://kabar.example/a.jpg","caption":"Perahu di dermaga lama","creditText":"Bima Ardani"}}'
        "</script>"
    )
    lead = read(page("").replace("</head>", linked + "</head>")).images[0]
    assert (lead.caption, lead.credit) == ("Perahu di dermaga lama", "Bima Ardani")
