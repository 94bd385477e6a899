import gzip
import itertools
import os
import shutil
import socket
import ssl
import subprocess
import threading
import time
import zlib
from contextlib import suppress
from functools import partial

import brotli
import pytest

from runut.capture.fetch import fetch
from runut.capture.gate import Gate
from runut.capture.wire import AGENT, Limits
from runut.errors import InputFault, Refused, TooLarge, Unreachable, Unreadable
from runut.version import __version__

pytestmark = pytest.mark.network

PAGE = b"<!DOCTYPE html><html><body><p>Sungai surut, kata Budi.</p></body></html>"
QUICK = Limits(connect=1, read=0.4, total=1.0, size=100_000)


def get(url, limits=QUICK):
    return fetch(url, allow_private=True, limits=limits)


def test_a_page_is_had_with_what_the_server_says_of_it(site):
    site.says("/berita?id=1", PAGE, Content_Type='Text/HTML; Charset="ISO-8859-1"')
    capture = get(site.url("/berita?id=1#atas"))
    assert capture.content == PAGE
    assert capture.source == site.url("/berita?id=1#atas")
    assert capture.url == site.url("/berita?id=1")
    assert (capture.media_type, capture.charset) == ("text/html", "iso-8859-1")
    assert capture.fetched
    assert capture.fetched.endswith("Z")


def test_we_say_who_we_are_and_send_nothing_else(site, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9/")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9/")
    site.says("/", PAGE)
    get(site.url())
    headers = site.asked[-1][1]
    assert headers["User-Agent"] == AGENT == f"Runut/{__version__} (+https://github.com/runut/runut)"
    assert {"Cookie", "Referer", "Authorization"}.isdisjoint(headers)


def test_without_leave_a_loopback_server_is_never_asked(site):
    site.says("/", PAGE)
    for host in ("127.0.0.1", "localhost"):
        with pytest.raises(Refused):
            fetch(site.url(host=host), limits=QUICK)
    assert site.asked == []


def test_redirects_are_followed_and_the_last_address_is_kept(site):
    site.says("/a", b"", 301, Location="/b")
    site.says("/b", b"", 302, Location=site.url("/c#x", host="localhost"))
    site.says("/c", PAGE)
    assert get(site.url("/a")).url == site.url("/c", host="localhost")
    assert site.paths == ["/robots.txt", "/a", "/b", "/robots.txt", "/c"]


def test_a_redirect_loop_ends(site):
    site.says("/a", b"", 302, Location="/a")
    with pytest.raises(Unreachable, match="more than 5 times"):
        get(site.url("/a"))
    assert site.paths.count("/a") == 6


@pytest.mark.parametrize(
    ("target", "fault"),
    [
        ("ftp://example.com/", Refused),
        ("file:///etc/passwd", Refused),
        ("http://user@127.0.0.1/", Refused),
        ("http://127.0.0.1:99999/", Refused),
        ("http://[", InputFault),
        ("http://127.0.0.1:x/", InputFault),
        ("\xff\xfe", InputFault),
    ],
)
def test_a_redirect_to_what_is_no_web_page_is_refused(site, target, fault):
    site.says("/a", b"", 302, Location=target)
    with pytest.raises(fault):
        get(site.url("/a"))


@pytest.mark.parametrize(
    "target", ["http://127.0.0.1/", "http://[::1]/", "http://169.254.169.254/", "http://10.0.0.1:80/"]
)
def test_a_public_page_that_redirects_inside_is_refused(site, target):
    site.says("/robots.txt", b"", 404)
    site.says("/", b"", 302, Location=target)
    with pytest.raises(Refused):
        fetch("http://umum.example/", gate=site.as_public(), limits=QUICK)


def test_a_public_page_that_redirects_to_a_name_of_an_inner_address_is_refused(site):
    site.says("/", b"", 302, Location="http://dalam.example/")
    with pytest.raises(Refused, match=r"dalam\.example is a private address"):
        fetch("http://umum.example/", gate=site.as_public(inner="dalam.example"), limits=QUICK)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "login"),
        (403, "paste"),
        (404, "no such page"),
        (410, "taken"),
        (429, "often"),
        (451, "legal"),
        (500, "trouble"),
        (503, "trouble"),
        (204, "no page"),
        (418, "no page"),
    ],
)
def test_answers_that_are_no_page_say_what_to_do(site, status, words):
    site.says("/", PAGE if status != 204 else b"", status)
    with pytest.raises(Unreachable, match=words):
        get(site.url())


def test_a_check_for_robots_is_no_page(site):
    site.says("/head", PAGE, 200, cf_mitigated="challenge")
    site.says("/body", PAGE + b'<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script>')
    for path in ("/head", "/body"):
        with pytest.raises(Unreachable, match="person"):
            get(site.url(path))


@pytest.mark.parametrize("kind", ["application/pdf", "image/jpeg", "application/json", "text/css", "video/mp4; x=y"])
def test_other_kinds_of_content_are_unreadable(site, kind):
    site.says("/", PAGE, Content_Type=kind)
    with pytest.raises(Unreadable, match="not to a web page"):
        get(site.url())


@pytest.mark.parametrize("kind", ["text/html", "application/xhtml+xml; charset=utf-8", "text/plain", ""])
def test_pages_and_text_are_read(site, kind):
    site.says("/", PAGE, Content_Type=kind)
    assert get(site.url()).media_type == (kind.partition(";")[0] or None)


def raw_deflate(content):
    engine = zlib.compressobj(wbits=-15)
    return engine.compress(content) + engine.flush()


PACKERS = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": partial(brotli.compress, quality=3),
    "identity": bytes,
}


@pytest.mark.parametrize(("coding", "pack"), [*PACKERS.items(), ("deflate", raw_deflate)])
def test_packed_pages_are_unpacked(site, coding, pack):
    site.says("/", pack(PAGE * 50), Content_Encoding=coding)
    assert get(site.url()).content == PAGE * 50


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
def test_a_bomb_is_cut_off(site, coding):
    bomb = PACKERS[coding](bytes(50_000_000))
    assert len(bomb) < 60_000
    site.says("/", bomb, Content_Encoding=coding)
    with pytest.raises(TooLarge, match="unpacked"):
        get(site.url(), Limits(size=100_000))


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd", "gzip, gzip", "x" * 300])
def test_what_is_packed_in_another_way_than_told_is_unreadable(site, coding):
    site.says("/", PAGE, Content_Encoding=coding)
    with pytest.raises(Unreadable):
        get(site.url())


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
def test_a_packed_page_that_ends_early_is_unreadable(site, coding):
    site.says("/", PACKERS[coding](os.urandom(3_000))[:-20], Content_Encoding=coding)
    with pytest.raises(Unreadable, match="early"):
        get(site.url())


def test_a_page_larger_than_the_limit_is_cut_off(site):
    site.says("/", bytes(200_000))
    with pytest.raises(TooLarge, match="limit"):
        get(site.url())


def endless(step, pause):
    def answer(handler):
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        while True:
            handler.wfile.write(step)
            time.sleep(pause)

    return answer


def test_a_page_that_drips_for_ever_is_cut_off(site):
    site.answers["/"] = endless(b"x", 0.02)
    with pytest.raises(TooLarge, match="longer than 1 s"):
        get(site.url())


def test_a_page_that_floods_for_ever_is_cut_off(site):
    site.answers["/"] = endless(b"x" * 50_000, 0)
    with pytest.raises(TooLarge, match="MB"):
        get(site.url())


def test_packed_nothing_for_ever_is_cut_off(site):
    """Each block unpacks to no byte at all, so only what comes over the wire can be counted."""
    blocks = b"\x00\x00\x00\xff\xff" * 10_000

    def answer(handler):
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Content-Encoding", "gzip")
        handler.end_headers()
        handler.wfile.write(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03")
        for _ in itertools.count():
            handler.wfile.write(blocks)

    site.answers["/"] = answer
    with pytest.raises(TooLarge):
        get(site.url())


def test_a_silent_server_is_left(site):
    site.answers["/"] = lambda _: time.sleep(1.5)
    with pytest.raises(Unreachable, match="in time"):
        get(site.url())


def test_headers_that_never_end_are_cut_off(site):
    def answer(handler):
        handler.send_response(200)
        for number in itertools.count():
            handler.wfile.write(b"X-%d: y\r\n" % number)
            time.sleep(0.001)

    site.answers["/"] = answer
    with pytest.raises(InputFault):
        get(site.url())


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"SSH-2.0-x\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
        b"HTTP/1.1 abc\r\n\r\n",
        os.urandom(500),
    ],
)
def test_a_server_that_speaks_something_else_is_unreachable(answer):
    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=serve_bytes, args=(server, answer, 1))
        thread.start()
        with pytest.raises(Unreachable):
            get(f"http://127.0.0.1:{server.getsockname()[1]}/")
        thread.join()


def serve_bytes(server, answer, times):
    for _ in range(times):
        line, _ = server.accept()
        with line:
            line.recv(4096)
            line.sendall(answer)


def test_a_page_shorter_than_told_is_unreachable(site):
    def answer(handler):
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Content-Length", "5000")
        handler.end_headers()
        handler.wfile.write(PAGE)
        handler.close_connection = True

    site.answers["/"] = answer
    with pytest.raises(Unreachable):
        get(site.url())


def test_a_closed_port_is_unreachable():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(Unreachable, match="does not answer"):
        get(f"http://127.0.0.1:{port}/")


def test_a_handshake_that_never_ends_is_cut_off():
    def serve(server):
        line, _ = server.accept()
        with line:
            try:
                line.recv(4096)
                line.sendall(b"\x16\x03\x03\x40\x00")  # A record of 16 kB is announced, and drips.
                while True:
                    line.sendall(b"\x02")
                    time.sleep(0.05)
            except OSError:
                pass

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=serve, args=(server,))
        thread.start()
        with pytest.raises(InputFault):
            get(f"https://127.0.0.1:{server.getsockname()[1]}/", Limits(connect=0.5, total=1))
        thread.join()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    if not shutil.which("openssl"):
        pytest.skip("openssl makes the test's certificate")
    home = tmp_path_factory.mktemp("tls")
    command = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=aman.example"
    paths = [
        "-keyout",
        str(home / "key.pem"),
        "-out",
        str(home / "cert.pem"),
        "-addext",
        "subjectAltName=DNS:aman.example",
    ]
    subprocess.run([*command.split(), *paths], check=True, capture_output=True)
    return home


@pytest.mark.parametrize(("host", "is_right"), [("aman.example", True), ("lain.example", False)])
def test_encryption_is_for_the_name_though_the_line_is_to_the_address(certificate, host, is_right):
    asked = []
    server_tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server_tls.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    server_tls.sni_callback = lambda _line, name, _context: asked.append(name)
    client_tls = ssl.create_default_context(cafile=str(certificate / "cert.pem"))

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=serve_tls, args=(server, server_tls, 2 if is_right else 1))
        thread.start()
        gate = Gate(allow_private=True, resolve=lambda *_: ["127.0.0.1"])
        url = f"https://{host}:{server.getsockname()[1]}/"
        if is_right:
            assert fetch(url, gate=gate, tls=client_tls).content == PAGE
        else:
            with pytest.raises(Unreachable, match="certificate"):
                fetch(url, gate=gate, tls=client_tls)
        thread.join()
    assert set(asked) == {host}


def serve_tls(server, tls, times):
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(PAGE)
    for _ in range(times):
        plain, _ = server.accept()
        with plain, suppress(OSError), tls.wrap_socket(plain, server_side=True) as line:
            line.recv(4096)
            line.sendall(head + PAGE)
