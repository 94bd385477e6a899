"""A desk with a story that was made up for it, the server, and a real browser."""

import shutil
import threading
from contextlib import contextmanager
from importlib import import_module

import pytest
import uvicorn
from argon2 import PasswordHasher
from litestar.testing import TestClient
from msgspec.structs import replace

from runut.capture.gate import Gate
from runut.desk import Address, Item, add, bring, open_desk, search
from runut.desk.lines import Text, record_of
from runut.desk.weaving import weave
from runut.find import parse
from runut.serve import add_account
from runut.watch import Watch, add_watch, look
from runut.web import desk_application

HERE = "http://127.0.0.1"
GRAIN = (
    "Harga beras di pasar induk Losari turun menjadi 12.500 rupiah per kilogram pada awal pekan ini. "
    "“Panen raya di lima kabupaten membuat pasokan melimpah,” kata Kepala Dinas Pangan Sari Dewanti.\n\n"
    "Dua pejabat yang mengetahui rencana itu mengatakan pemerintah akan menunda impor sampai Maret. "
    "Perusahaan Lumbung Raya membantah tuduhan bahwa mereka menimbun beras di gudang pelabuhan.\n\n"
    "Para pedagang di pasar itu diduga menahan stok sejak bulan lalu, menurut catatan asosiasi. "
    "“Kami tidak pernah menahan satu karung pun,” ujar Bayu Laksana, ketua asosiasi pedagang."
)
ORIGIN = {"outlet": "Nusantara Kabar", "url": "https://nusantara.example/beras", "headline": "Harga beras turun"}
COPY = {"outlet": "Kilas Dermaga", "url": "https://kilas.example/beras", "headline": "Beras murah di Losari"}
PAGE = """<!doctype html><html lang="id"><head><title>Kapal karam</title>
<link rel="canonical" href="https://sela.example/kapal"><meta property="og:site_name" content="Sela Warta">
<meta property="article:published_time" content="2025-06-20T08:00:00+07:00"></head><body><nav>Beranda Ekonomi</nav>
<article><h1>Kapal karam di Losari</h1>
<p>Menurut Meridian Press, kapal itu tenggelam pada Selasa malam di lepas pantai.</p>
<p>“Kami masih mencari korban,” kata Bayu Laksana, komandan regu penyelamat, di pelabuhan Losari kemarin.</p>
<p>Tim penyelamat bekerja sepanjang malam dengan tiga kapal dan satu helikopter di sekitar lokasi.</p></article>
<script>document.title = "dicuri"</script></body></html>"""


@pytest.fixture(autouse=True)
def light(monkeypatch):
    """The real argon2 with little work."""
    quick = PasswordHasher(time_cost=1, memory_cost=64)
    for name in ("runut.serve.accounts", "runut.serve.door"):
        monkeypatch.setattr(import_module(name), "hasher", lambda: quick)


def told(body, published, **fields):
    return record_of(Text(body, language="id", published=published, **fields))


def fill(desk, folder):
    """A story: an article in two versions, a copy with another number, and a page with its capture."""
    first = told(GRAIN, "2025-06-01T08:00:00+07:00", **ORIGIN)
    copied = GRAIN.replace("12.500", "15.200").replace("Dua pejabat yang mengetahui rencana itu", "Pemerintah")
    copy = told(f"Dikutip dari Nusantara Kabar. {copied}", "2025-06-01T11:30:00+08:00", **COPY)
    add(desk, [Item(first), Item(copy)])
    later = told(GRAIN.replace("12.500", "12.900"), "2025-06-01T08:00:00+07:00", **ORIGIN)
    add(desk, [Item(replace(later, article=first.article))])
    for _ in weave(desk):
        pass
    page = folder / "kapal.html"
    page.write_text(PAGE)
    list(bring(desk, [str(page)]))
    return {"grain": first.article, "copy": copy.article}


@pytest.fixture
def desk(request, tmp_path):
    """A desk in a file; on a real server where a test is parametrised with `server`."""
    on_server = getattr(request, "param", None) == "server"
    address = request.getfixturevalue("server_address") if on_server else str(tmp_path / "desk.db")
    with open_desk(Address(address, tmp_path / "captures")) as opened:
        yield opened


def filled(desk, folder):
    """Fills a desk; its articles by short names."""
    found = fill(desk, folder)
    (ship,) = search(desk, parse("kapal helikopter")).hits
    return found | {"ship": ship.article}


@pytest.fixture
def keys(desk, tmp_path):
    """The desk filled, and its articles by short names."""
    return filled(desk, tmp_path)


@pytest.fixture
def made(desk):
    """Makes clients of the server."""
    opened = []

    def client(host="127.0.0.1", base=HERE, **options):
        one = TestClient(desk_application(desk, host=host, **options), base_url=base, raise_server_exceptions=True)
        opened.append(one)
        return one.__enter__()

    yield client
    for one in opened:
        one.__exit__(None, None, None)


@pytest.fixture
def client(made):
    return made()


@pytest.fixture
def token(desk):
    return add_account(desk, "sari", "editor")


@contextmanager
def serving(desk):
    """The server on a real socket; gives its address."""
    app = desk_application(desk, host="127.0.0.1", rate=1_000_000)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical", access_log=False))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture
def here(desk, keys):
    with serving(desk) as address:
        yield address


@pytest.fixture(scope="session")
def walked(tmp_path_factory):
    """A desk with a watch, served once for all walks: its address, its articles, and an editor's token."""
    folder = tmp_path_factory.mktemp("walked")
    with open_desk(Address(str(folder / "desk.db"), folder / "captures")) as desk:
        keys = filled(desk, folder)
        add_watch(desk, Watch(name="beras", question="act:denies"), gate=Gate(), past=True)
        look(desk)
        token = add_account(desk, "sari", "editor")
        with serving(desk) as address:
            yield address, keys, token


@pytest.fixture(scope="session")
def chromium():
    """Debian's Chromium; what it would ask of the world by itself is switched off."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("chromium is not installed: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        switches = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = driver.chromium.launch(executable_path=path, args=switches)
        yield browser
        browser.close()
