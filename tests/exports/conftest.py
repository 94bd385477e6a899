import os
import shutil
import subprocess
import sys
from dataclasses import dataclass

import pytest
from msgspec.structs import replace

from runut.vocabulary import Credit, Image, Note, Relay

PAGE = (
    "<html lang='id'><head><title>{headline}</title><link rel='canonical' href='https://kilas.example/{name}'></head>"
    "<body><article><h1>{headline}</h1><p>“{headline},” kata Sari Dewanti di pasar induk kemarin.</p><p>{headline} "
    "sejak pekan lalu menurut catatan pedagang di beberapa pasar kota itu.</p></article></body></html>"
)


@pytest.fixture
def told(kapal):
    """A record with all that an export may tell."""
    return replace(
        kapal,
        byline=(Credit("Sari Dewanti", "writer"), Credit("Bayu Laksana", "editor")),
        images=(Image("https://sela.example/kapal.jpg", "Kapal", "Rina Utami"), Image(None, "tanpa alamat")),
        notes=(Note("correction", "Nama kapal dibetulkan."), Note("update", "Ditambah.")),
        section=("Daerah", "Losari"),
        tags=("kapal",),
        modified="2025-06-21T10:00:00+07:00",
        relays=(*kapal.relays, Relay(words=None, name="Antara", kind="agency")),
        chain=("Sela Warta", "Antara", "Reuters"),
        origins=("pejabat pelabuhan",),
    )


@dataclass(frozen=True)
class Ran:
    code: int
    out: bytes
    err: str


def starter(folder):
    """Runs the program itself, with the desk of a folder and a terminal that speaks ASCII."""
    spoken = {"RUNUT_DESK": str(folder / "desk.db"), "PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}

    def started(*arguments):
        command = [sys.executable, "-m", "runut", *map(os.fspath, arguments)]
        ran = subprocess.run(command, capture_output=True, check=False, env=os.environ | spoken, timeout=60)
        return Ran(ran.returncode, ran.stdout, ran.stderr.decode())

    return started


@pytest.fixture(scope="session")
def stock(tmp_path_factory):
    """A folder with a desk of two articles; nobody writes to it after."""
    folder = tmp_path_factory.mktemp("stock")
    for name, headline in (("beras", "Harga beras turun"), ("gula", "Harga gula naik")):
        (folder / f"{name}.html").write_text(PAGE.format(name=name, headline=headline), encoding="utf-8")
    ran = starter(folder)("add", *sorted(folder.glob("*.html")))
    assert ran.code == 0, ran.err
    return folder


@pytest.fixture
def full(stock):
    """The program with two articles on its desk."""
    return starter(stock)


@pytest.fixture
def own(stock, tmp_path):
    """The same with a desk of the test's own, at `tmp_path / "stock"`."""
    shutil.copytree(stock, tmp_path / "stock")
    return starter(tmp_path / "stock")
