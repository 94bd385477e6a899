"""Bad input, end to end: a clear message or doubt, the right exit code, and never a traceback."""

import gzip
import zlib
from contextlib import suppress

import pytest
from httpcore2 import SyncBackend

import runut.capture.fetch
from runut.capture.gate import Gate

MEGABYTE = b"Nelayan pulang dari laut setelah sepekan. \n" * 23_256


def failed(ran, message: str) -> None:
    """One record that says what is wrong, the same on stderr, and exit code 1."""
    assert ran.code == 1
    assert ran.record["kind"] == "error"
    (doubt,) = ran.record["doubts"]
    assert message in doubt["message"]
    assert message in ran.err
    assert len(ran.err.splitlines()) == 1
    assert ran.record["text"] == ""


def kinds(record: dict) -> list[str]:
    return [doubt["kind"] for doubt in record["doubts"]]


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"\x00" * 4096])
def test_an_empty_file(run, put, content):
    failed(run("read", put("page.html", content)), "")


def test_an_empty_file_is_called_empty(run, put):
    failed(run("read", put("page.html", b"")), "The input is empty")


def test_empty_standard_input(run):
    failed(run("read", "-"), "empty")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (bytes(range(256)) * 64, "binary data"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 8, "a PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "a picture"),
        (b"PK\x03\x04" + bytes(64), "archive"),
    ],
)
def test_a_binary_file(run, put, content, message):
    failed(run("read", put("page.html", content)), message)


def test_200000_nested_tags(run, put):
    text = "“Kami siap berangkat,” kata nelayan Darma Wijaya kepada anaknya sebelum kapal itu pergi. " * 4
    content = f"<!DOCTYPE html><html lang=id><title>Laut</title>{'<div>' * 200_000}<p>{text}</p>"
    ran = run("read", put("deep.html", content))
    assert ran.code == 0
    assert "too_deep" in kinds(ran.record)
    assert ran.record["statements"][0]["speaker"] == "Darma Wijaya"


@pytest.mark.parametrize("opening", ["<b>", "<table><tr><td>", "<a href=x>", "<!--", "<p", "<script>", "&lt;" * 4])
def test_tags_that_never_close(run, put, opening):
    ran = run("read", put("open.html", f"<!DOCTYPE html><html><body>{opening * 30_000}Warga pulang ke rumah."))
    assert ran.code in (0, 1)
    assert ran.record["doubts"]


def test_a_page_of_50_megabytes(run, put):
    path = put("large.html", b"<!DOCTYPE html><html><body><p>" + MEGABYTE * 51)
    failed(run("read", path), "larger than 50 MB")
    with path.open("r+b") as file:
        file.truncate(49_000_000)
    failed(run("read", path), "are not read")


def test_standard_input_of_50_megabytes(run):
    failed(run("read", "-", stdin=MEGABYTE * 51), "larger than 50 MB")


def test_a_gzip_bomb(run, put):
    """A gigabyte in one megabyte."""
    packer = zlib.compressobj(1, zlib.DEFLATED, 31)
    piece = packer.compress(b"<p>" * 300_000) + packer.flush(zlib.Z_FULL_FLUSH)
    block = zlib.compressobj(1, zlib.DEFLATED, -15)
    more = block.compress(b"a" * 1_000_000) + block.flush(zlib.Z_FULL_FLUSH)
    bomb = piece + more * 1000
    assert len(bomb) < 6_000_000
    failed(run("read", put("bomb.html.gz", bomb)), "larger than 50 MB when unpacked")


@pytest.mark.parametrize("content", [gzip.compress(b"<p>" * 99)[:-9], b"\x1f\x8b\x08" + b"\xff" * 64])
def test_damaged_gzip(run, put, content):
    failed(run("read", put("page.html.gz", content)), "compressed data")


@pytest.mark.parametrize(
    ("declared", "written", "doubted"),
    [
        ("iso-8859-1", "utf-8", True),
        ("utf-8", "cp1252", True),
        ("utf-16", "utf-8", True),
        ("no-such-charset", "utf-8", False),
        ("cp1252", "cp1252", False),
    ],
)
def test_a_wrong_charset(run, put, page, declared, written, doubted):
    content = page().replace('charset="utf-8"', f'charset="{declared}"').encode(written)
    record = run("read", put("page.html", content)).record
    assert "“Kami menunggu lama, dan pembeli sudah kembali,” kata" in record["text"]
    assert ("wrong_charset" in kinds(record)) is doubted


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-32"])
def test_other_unicode(run, put, page, codec):
    ran = run("read", put("page.html", page().encode(codec)))
    assert ran.code == 0
    assert "“Kami menunggu lama, dan pembeli sudah kembali,” kata" in ran.record["text"]
    assert ran.record["headline"] == "Pasar Terapung Dibuka Lagi"


def test_a_page_with_broken_bytes(run, put, page):
    content = page().encode().replace(b"lama", b"l\xffma", 1)
    ran = run("read", put("page.html", content))
    assert ran.code == 0
    assert kinds(ran.record) == ["damaged_text"]
    assert len(ran.record["statements"]) == 2


def test_no_article_on_the_page(run, put):
    links = "".join(f'<li><a href="/{n}">Rubrik {n}</a></li>' for n in range(9))
    page = f'<!DOCTYPE html><html lang="id"><head><title>Indeks</title></head><body><ul>{links}</ul></body></html>'
    ran = run("read", put("index.html", page))
    assert "no_article" in kinds(ran.record)
    assert ran.record["statements"] == []
    assert ran.code == 0, "it was read; that it holds no article is what was found"


def test_unclosed_quotes(run, put, page):
    body = """<p>“Kami menunggu lama sejak pasar itu ditutup, kata pedagang Sari Dewanti kepada para wartawan.</p>
    <p>Menteri Danu Wiryawan mengatakan pelabuhan baru akan dibuka pada akhir tahun ini bersama pasar ikan.</p>"""
    ran = run("read", put("page.html", page(body)))
    assert ran.code == 0
    assert "unclosed_quote" in kinds(ran.record)
    assert ran.record["statements"][-1]["speaker"] == "Danu Wiryawan"


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://192.168.0.1/router",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://localhost/",
        "http://0x7f000001/",
        "http://2130706433/",
        "http://[::ffff:127.0.0.1]/",
        "ftp://kilasdermaga.example/",
        "file:///etc/hostname",
        "http://name:word@kilasdermaga.example/",
    ],
)
def test_an_address_that_is_not_allowed(run, address):
    ran = run("read", address)
    failed(ran, "")
    assert kinds(ran.record) == ["refused"]
    assert "etc" not in ran.record["text"]


@pytest.mark.network
def test_a_redirect_to_a_private_address(run, site, monkeypatch):
    """To the gate the server is the public internet; only what it resolves and dials is ours."""

    def public(allow_private: bool) -> Gate:
        return Gate(
            allow_private,
            resolve=lambda host, _: ["36.86.63.182"] if host == "kilas.test.example.com" else ["192.168.0.7"],
            dial=lambda _ip, _port, seconds: SyncBackend().connect_tcp("127.0.0.1", site.port, seconds),
        )

    monkeypatch.setattr(runut.capture.fetch, "Gate", public)
    site.says("/robots.txt", b"", 404)
    for number, target in enumerate(["http://192.168.0.7/", "http://intranet.test.example.com/", "http://[::1]/"]):
        site.says(f"/{number}", b"", 302, Location=target)
        ran = run("read", f"http://kilas.test.example.com/{number}")
        failed(ran, "")
        assert kinds(ran.record) == ["refused"], target


@pytest.mark.network
def test_a_page_that_never_ends(run, site):
    def endless(handler):
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        with suppress(OSError):
            while True:
                handler.wfile.write(MEGABYTE)

    site.answers["/endless"] = endless
    failed(run("read", site.url("/endless"), "--allow-private"), "the limit")


@pytest.mark.network
def test_redirects_that_never_end(run, site):
    site.says("/round", b"", 302, Location="/round")
    failed(run("read", site.url("/round"), "--allow-private"), "redirected more than")


@pytest.mark.network
def test_a_packed_page_that_grows_without_end(run, site):
    bomb = gzip.compress(b"a" * 20_000_000, 1)
    site.says("/bomb", bomb, Content_Encoding="gzip")
    failed(run("read", site.url("/bomb"), "--allow-private"), "10 MB")


@pytest.mark.network
def test_a_page_behind_a_link(run, site, page):
    site.says("/pasar", page().encode())
    record = run("read", site.url("/pasar"), "--allow-private").record
    assert record["headline"] == "Pasar Terapung Dibuka Lagi"
    assert record["file"] == record["url"] == site.url("/pasar")


@pytest.mark.network
def test_a_page_that_is_not_there(run, site):
    failed(run("read", site.url("/nothing"), "--allow-private"), "404")


@pytest.mark.network
def test_a_loopback_server_is_refused_without_the_flag(run, site):
    failed(run("read", site.url("/pasar")), "")


@pytest.mark.parametrize("name", ["\x00", "a" * 5000, "~", "no\nsuch", "\udcff.html", "http://", "https://", "://"])
def test_names_that_are_none(run, name):
    ran = run("read", name)
    assert ran.code == 1
    assert len(ran.err.splitlines()) == 1


def test_a_pipe_is_no_file(run, tmp_path):
    import os

    os.mkfifo(tmp_path / "pipe.html")
    failed(run("read", tmp_path / "pipe.html"), "pipe")


def test_a_message_cannot_steer_the_terminal(run, tmp_path):
    ran = run("read", tmp_path / "\x1b]0;owned\x07\x1b[2J.html")
    assert ran.code == 1
    assert "\x1b" not in ran.err
