"""Small pages of our own."""

import pytest

from runut.vocabulary import Capture

HEAD = """<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><title>{headline} | Kilas Dermaga</title>
<link rel="canonical" href="{address}">
<meta property="og:site_name" content="Kilas Dermaga"><meta property="og:title" content="{headline}">
<meta property="article:published_time" content="2026-03-12T09:15:00+07:00">
</head><body><nav><a href="/">Home</a> <a href="/ekonomi">Ekonomi</a></nav>
<article><h1>{headline}</h1><p>Penulis: Laras Pertiwi</p>
{body}
</article><footer>© Kilas Dermaga</footer></body></html>"""
PASAR = """<p>KUALA LONTAR - Pasar terapung di Kuala Lontar dibuka lagi kemarin setelah ditutup dua bulan.</p>
<p>“Kami menunggu lama, dan pembeli sudah kembali,” kata Kepala Dinas Perdagangan Danu Wiryawan seperti dikutip dari
Nusantara Kabar, Kamis (12/3/2026).</p>
<p>Baca juga: <a href="/berita/harga-ikan">Harga Ikan Naik Menjelang Panen</a></p>
<p>Danu menambahkan bahwa sewa lapak tidak akan naik tahun ini. Seorang pedagang, Sari Dewanti, mengaku belum menerima
surat izin yang baru.</p>
<p>Pengelola pasar belum memberikan komentar terkait surat izin itu.</p>"""
PASTED = """Home > Ekonomi

Pasar Terapung Dibuka Lagi

Pasar Terapung Dibuka Lagi

Kamis, 12 Maret 2026 09:15 WIB

KUALA LONTAR - Pasar terapung di Kuala Lontar dibuka lagi kemarin setelah ditutup dua bulan.

“Kami menunggu lama, dan pembeli sudah kembali,” kata Kepala Dinas Perdagangan Danu Wiryawan.

Danu menambahkan bahwa sewa lapak tidak akan naik tahun ini.
"""
STORY = "https://kilasdermaga.example/berita/pasar-terapung"


def written(body: str, headline: str = "Pasar Terapung Dibuka Lagi", address: str = STORY) -> bytes:
    return HEAD.format(body=body, headline=headline, address=address).encode()


@pytest.fixture(scope="session")
def pasar() -> Capture:
    """A page with everything: dateline, quote, credit, related link, silence."""
    return Capture("pasar.html", written(PASAR))


@pytest.fixture(scope="session")
def pasted() -> Capture:
    """The same story as copied from a browser."""
    return Capture("pasar.txt", PASTED.encode())


@pytest.fixture(scope="session")
def part():
    """One page of a story in several."""

    def make(number: int, of: int, text: str | None = None, address: str = STORY, headline: str = "Laut dan Kita"):
        text = text or f"Bagian nomor {number} bercerita tentang nelayan yang pulang dari laut setelah sepekan. " * 3
        links = "".join(f'<a href="{address}?page={n}">{n}</a> ' for n in range(1, of + 1))
        body = f'<p>{text}</p><div class="paging">Halaman {number} dari {of} {links}</div>'
        return Capture(f"{address}?page={number}", written(body, headline, address))

    return make
