import gzip
import io
import os
import socket

import pytest

from runut.capture import Failure, Options, take
from runut.errors import Denied, Refused, TooLarge, Unreadable
from runut.vocabulary.captures import Capture

PAGE = b"<!DOCTYPE html><html><body><p>Jembatan dibuka, kata Rina.</p></body></html>"


def one(source, **options):
    [taken] = take([str(source)], options=Options(**options))
    return taken


def fault(source, kind, **options):
    taken = one(source, **options)
    assert isinstance(taken, Failure)
    assert type(taken.error) is kind
    return str(taken.error)


def test_a_file_is_taken_as_named(tmp_path, monkeypatch):
    (tmp_path / "a.html").write_bytes(PAGE)
    monkeypatch.chdir(tmp_path)
    assert one("./a.html") == Capture("./a.html", PAGE, media_type="text/html")


def test_one_source_may_be_given_alone(tmp_path):
    (tmp_path / "a.html").write_bytes(PAGE)
    assert list(take(str(tmp_path))) == list(take([str(tmp_path)]))


def test_a_file_that_may_not_be_read_says_so(tmp_path):
    path = tmp_path / "a.html"
    path.write_bytes(PAGE)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    assert "permissions" in fault(path, Unreadable)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.txt", b"<p>Judul", "text/plain"),
        ("a.TXT.gz", gzip.compress(b"Jembatan"), "text/plain"),
        ("a.htm", b"Jembatan", "text/html"),
        ("a.html.gz", gzip.compress(PAGE), "text/html"),
        ("a", PAGE, "text/html"),
        ("a", PAGE.decode().encode("utf-16"), "text/html"),
        ("a", b"Jembatan dibuka. <3", "text/plain"),
        ("a.json", b"{}", "text/plain"),
    ],
)
def test_the_media_type_is_told_by_name_or_look(tmp_path, name, content, kind):
    (tmp_path / name).write_bytes(content)
    assert one(tmp_path / name).media_type == kind


def test_the_run_goes_on_after_a_failure(tmp_path):
    (tmp_path / "a.html").write_bytes(PAGE)
    (tmp_path / "b.html").write_bytes(b"")
    sources = [str(tmp_path / name) for name in ("b.html", "none.html", "a.html")]
    taken = list(take([*sources, "http://127.0.0.1/"]))
    assert [type(item) for item in taken] == [Failure, Failure, Capture, Failure]
    assert [item.source for item in taken] == [*sources, "http://127.0.0.1/"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (bytes(1000), "empty"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "a picture"),
        (b"PK\x03\x04" + bytes(50), "zip"),
        (bytes(range(256)) * 20, "binary"),
        (os.urandom(5_000), "binary"),
    ],
)
def test_empty_and_binary_files_are_unreadable(tmp_path, content, words):
    (tmp_path / "a.html").write_bytes(b"\x01" + content if words == "binary" else content)
    assert words in fault(tmp_path / "a.html", Unreadable)


@pytest.mark.parametrize(
    "encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "shift_jis", "iso2022_jp", "gb18030"]
)
def test_text_in_any_encoding_is_no_binary(tmp_path, encoding):
    text = "こんにちは。" if encoding in ("shift_jis", "iso2022_jp", "gb18030") else "Café dibuka pukul 9.\r\n"
    (tmp_path / "a.txt").write_bytes((text * 40).encode(encoding))
    assert isinstance(one(tmp_path / "a.txt"), Capture)


def test_a_page_with_stray_zeros_is_no_binary(tmp_path):
    (tmp_path / "a.html").write_bytes(PAGE + b"\x00" * 40)
    assert isinstance(one(tmp_path / "a.html"), Capture)


def test_a_missing_file_says_so_and_a_link_without_scheme_is_understood():
    assert "Check the spelling" in fault("tiada.html", Unreadable)
    assert "https://" in fault("www.kabar.example/berita/1", Unreadable)
    assert fault("a\x00b", Unreadable)
    assert fault("a" * 5_000, Unreadable)
    assert fault("\ud800", Unreadable)


def test_messages_hold_no_control_characters():
    message = fault("a\x1b[2J\rb\u202e.html", Unreadable)
    assert message.isprintable()


def test_a_file_above_the_limit_is_too_large(tmp_path):
    (tmp_path / "a.html").write_bytes(PAGE + b" " * 100_000)
    assert "0.1 MB" in fault(tmp_path / "a.html", TooLarge, limit=100_000)
    assert isinstance(one(tmp_path / "a.html", limit=len(PAGE) + 100_000), Capture)


def test_the_limit_is_fifty_megabytes(tmp_path):
    path = tmp_path / "a.html"
    with path.open("wb") as stream:
        stream.truncate(50_000_001)
    assert "50 MB" in fault(path, TooLarge)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs POSIX")
def test_special_files_are_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe.html")
    assert "standard input" in fault(tmp_path / "pipe.html", Refused)
    assert fault("/dev/zero", Refused)
    assert fault("/dev/null", Refused)
    with socket.socket(socket.AF_UNIX) as line:
        line.bind(str(tmp_path / "socket.html"))
        assert isinstance(one(tmp_path / "socket.html"), Failure)


def test_standard_input_is_taken_with_its_kind_told():
    assert one("-", stdin=io.BytesIO(PAGE)) == Capture("-", PAGE, media_type="text/html")
    assert one("-", stdin=io.BytesIO(b"Jembatan dibuka.")).media_type == "text/plain"
    assert one("-", stdin=io.BytesIO(gzip.compress(PAGE))).content == PAGE
    assert fault("-", Unreadable, stdin=io.BytesIO(b""))


def test_an_endless_standard_input_is_cut_off():
    with open("/dev/zero", "rb") as zeros:  # noqa: PTH123  # a device, not a path of ours
        assert "limit" in fault("-", TooLarge, stdin=zeros, limit=1_000_000)
        assert zeros.tell() < 1_200_000


def test_a_closed_standard_input_is_unreadable():
    stream = io.BytesIO(PAGE)
    stream.close()
    assert fault("-", Unreadable, stdin=stream)


@pytest.fixture
def folder(tmp_path):
    home = tmp_path / "berkas"
    for name in ("b.html", "a/2.htm", "a/1.TXT", "a.html", "c.mhtml.gz", "z/deep/x.html.gz"):
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(gzip.compress(PAGE) if name.endswith("gz") else PAGE)
    for name in ("gold.json", "a/notes.md", ".hidden.html", ".git/x.html", "page.html.bak"):
        path = home / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(PAGE)
    return home


PAGES = ["a/1.TXT", "a/2.htm", "a.html", "b.html", "c.mhtml.gz", "z/deep/x.html.gz"]


@pytest.mark.parametrize("given", ["berkas", "./berkas", "berkas/", "../{}/berkas"])
def test_a_directory_gives_its_pages_in_order(folder, monkeypatch, given):
    monkeypatch.chdir(folder.parent)
    given = given.format(folder.parent.name)
    taken = list(take([given]))
    assert [item.source for item in taken] == [os.path.join(given, name) for name in PAGES]  # noqa: PTH118
    assert all(isinstance(item, Capture) and item.content == PAGE for item in taken)


def test_a_directory_without_pages_says_so(tmp_path):
    assert "no pages" in fault(tmp_path, Unreadable)


def test_links_out_of_a_directory_are_refused_and_loops_are_not_entered(folder):
    secret = folder.parent / "secret.html"
    secret.write_bytes(b"<p>rahasia</p>")
    (folder / "a" / "up").symlink_to("..")
    (folder / "a" / "self.html").symlink_to("self.html")
    (folder / "out.html").symlink_to(secret)
    (folder / "outside").symlink_to(folder.parent)
    (folder / "same.html").symlink_to("a.html")
    taken = {item.source.removeprefix(f"{folder}/"): item for item in take([str(folder)])}
    assert [name for name, item in taken.items() if isinstance(item, Capture)] == [
        *PAGES[:4],
        *PAGES[4:5],
        "same.html",
        PAGES[5],
    ]
    assert {name for name, item in taken.items() if isinstance(item, Failure)} == {"a/self.html", "out.html", "outside"}
    assert isinstance(taken["out.html"].error, Refused)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs POSIX")
def test_a_pipe_in_a_directory_is_refused_and_the_rest_is_read(folder):
    os.mkfifo(folder / "aa.html")
    taken = list(take([str(folder)]))
    assert [type(item.error) for item in taken if isinstance(item, Failure)] == [Refused]
    assert len(taken) == len(PAGES) + 1


def test_names_that_are_no_utf8_can_be_written_as_json(tmp_path):
    name = os.fsencode(tmp_path) + b"/caf\xe9.html"
    try:
        with open(name, "wb") as stream:  # noqa: PTH123  # a name in bytes
            stream.write(PAGE)
    except OSError:
        pytest.skip("the file system takes UTF-8 names only")
    [capture] = take([str(tmp_path)])
    assert capture.source.endswith("caf\ufffd.html")
    assert capture.source.encode()


@pytest.mark.parametrize("source", ["https://kabar.example/1", " HTTP://kabar.example", "ftp://kabar.example/x"])
def test_links_are_fetched(source):
    asked = []

    def fetch(url):
        asked.append(url)
        return Capture(url, PAGE, url="https://kabar.example/1")

    assert one(source, fetch=fetch).url == "https://kabar.example/1"
    assert asked == [source]


@pytest.mark.network
def test_a_link_goes_all_the_way(site):
    site.says("/1", gzip.compress(PAGE), Content_Encoding="gzip")
    assert one(site.url("/1"), allow_private=True).content == PAGE
    assert "loopback" in fault(site.url("/1"), Refused)
    assert "no such page" in fault(site.url("/2"), Denied, allow_private=True)
    assert "http" in fault("ftp://127.0.0.1/x", Refused, allow_private=True)
