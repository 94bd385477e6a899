import os
import uuid
from contextlib import contextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace

from runut.desk import Address, Item, add, open_desk
from runut.desk.lines import Text, record_of

SERVER = os.environ.get("RUNUT_TEST_POSTGRES")


@pytest.fixture(
    params=[
        "memory",
        "file",
        pytest.param(
            "server",
            marks=[
                pytest.mark.postgres,
                pytest.mark.skipif(not SERVER, reason="RUNUT_TEST_POSTGRES names no server; .ci/run starts one"),
            ],
        ),
    ]
)
def desk(request, tmp_path):
    """A new desk in memory, in a file, and on a real server."""
    if request.param == "server":
        with database() as address, open_desk(Address(address, tmp_path / "captures")) as opened:
            yield opened
        return
    name = ":memory:" if request.param == "memory" else str(tmp_path / "desk.db")
    with open_desk(Address(name, tmp_path / "captures")) as opened:
        yield opened


@contextmanager
def database():
    """A database of its own on the server, gone afterwards."""
    import psycopg

    name = f"runut_{uuid.uuid4().hex}"
    with psycopg.connect(SERVER, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield f"{SERVER.rsplit('/', 1)[0]}/{name}"
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


BERAS = "“Harga beras turun,” kata Menteri Pangan Sari Dewanti. Ia membantah kabar impor gula. Bulog membantu petani."
KAPAL = "Menurut Reuters, kapal itu tenggelam. “Kami mencari korban,” kata Bayu Laksana, komandan regu, di Losari."


def attributed(body, **fields):
    return record_of(Text(body, language="id", **fields))


@pytest.fixture
def text():
    """Makes the record of a text."""
    return attributed


@pytest.fixture
def beras():
    return attributed(
        BERAS, outlet="Kilas Dermaga", url="https://dermaga.example/beras", headline="Beras", published="2025-06-01"
    )


@pytest.fixture
def kapal():
    return attributed(
        KAPAL, outlet="Sela Warta", url="https://sela.example/kapal", headline="Kapal karam", published="2025-06-20"
    )


@pytest.fixture
def stocked(desk, beras, kapal):
    """A desk with two articles."""
    add(desk, [Item(beras), Item(kapal)])
    return desk


@pytest.fixture
def changed(beras):
    """The first article as it stands after a change."""
    return replace(beras, id="changed", text=beras.text.replace("turun", "naik"))


@pytest.fixture
def page(tmp_path):
    """Writes a page of an article, and tells where."""

    def write(name: str, headline: str, words: str) -> Path:
        path = tmp_path / "pages" / f"{name}.html"
        path.parent.mkdir(exist_ok=True)
        path.write_text(
            f"<html lang='id'><head><title>{headline}</title><link rel='canonical' href='https://kilas.example/{name}'>"
            f"</head><body><article><h1>{headline}</h1><p>“{words},” kata Sari Dewanti di pasar induk kemarin.</p>"
            f"<p>{words} sejak pekan lalu menurut catatan pedagang di beberapa pasar kota itu.</p></article>"
            "</body></html>"
        )
        return path

    return write
