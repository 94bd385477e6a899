"""Pages brought to a desk with their captures, proved, taken down, backed up."""

import gzip
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread, Timer

import pytest

from runut.capture import Options
from runut.desk import (
    Address,
    backup,
    bring,
    examine,
    forget,
    mend,
    open_desk,
    people_held,
    prove,
    restore,
    search,
    show,
)
from runut.desk.opening import _set_up
from runut.errors import BrokenEvidence, StoreFault, UsageFault
from runut.find import parse


def fates(desk, *paths):
    return [one.what for one in bring(desk, [str(path) for path in paths])]


def faults(desk):
    return [fault for fault in examine(desk) if fault]


def test_a_page_is_kept_as_it_was_received_and_proved(desk, page):
    path = page("beras", "Harga Beras", "Harga beras turun tajam")
    assert fates(desk, path) == ["new"]
    assert fates(desk, path) == ["known"]
    page("beras", "Harga Beras", "Harga beras naik tajam")
    assert fates(desk, path) == ["changed"]
    shown = show(desk, "https://kilas.example/beras")
    assert [held.version for held in shown.captures] == [1, 2]
    assert [(proof.captures, proof.faults) for proof in prove(desk)] == [(1, ()), (1, ())]
    assert faults(desk) == []


def test_one_flipped_byte_anywhere_in_a_capture_is_found(desk, page):
    fates(desk, page("beras", "Harga Beras", "Harga beras turun tajam"))
    (held,) = show(desk, "https://kilas.example/beras").captures
    file = desk.address.captures / held.file
    content = file.read_bytes()
    for place in random.Random(1).sample(range(held.start, held.start + held.length), 12):
        file.write_bytes(content[:place] + bytes([content[place] ^ 4]) + content[place + 1 :])
        assert [fault.kind for fault in faults(desk)] == ["capture"]
    file.write_bytes(content)
    assert faults(desk) == []


def test_what_was_taken_down_is_gone_and_stays_away(desk, page):
    gone, stays = page("rahasia", "Rahasia Besar", "Kuncikata aneh itu"), page("beras", "Beras", "Harga beras turun")
    fates(desk, gone, stays)
    old = {file.name for file in desk.address.captures.iterdir()}
    stone = forget(desk, "https://kilas.example/rahasia", why="diminta")
    assert (stone.captures, search(desk, parse("kuncikata")).hits) == (1, ())
    assert not old & {file.name for file in desk.address.captures.iterdir()}
    assert faults(desk) == []
    assert all(not proof.faults for proof in prove(desk))
    assert [held.articles for held in people_held(desk, named="sari")] == [1]
    assert fates(desk, gone, stays) == ["forgotten", "known"]
    if not (desk.address.in_memory or desk.address.on_server):
        assert b"kuncikata" not in b"".join(
            f.read_bytes().lower() for f in desk.address.captures.parent.glob("desk.db*")
        )


def test_an_interrupted_takedown_is_told_and_finished(desk, page, monkeypatch):
    """Killed between the transaction and the removal of the old file."""
    fates(desk, page("rahasia", "Rahasia Besar", "Kuncikata aneh itu"), page("beras", "Beras", "Harga beras turun"))

    class Killed(BaseException):
        pass

    def killed(_):
        raise Killed

    monkeypatch.setattr("runut.desk.forgetting.finish", killed)
    with pytest.raises(Killed):
        forget(desk, "https://kilas.example/rahasia")
    monkeypatch.undo()
    assert [fault.mendable for fault in faults(desk)] == [True]
    mend(desk)
    assert faults(desk) == []
    assert len(list(desk.address.captures.iterdir())) == 1


def test_a_fetched_page_keeps_what_went_over_the_wire(desk, page):
    folder = page("beras", "Harga Beras", "Harga beras turun tajam").parent

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}/beras.html"
        options = Options(allow_private=True)
        assert [one.what for one in bring(desk, [url], options=options)] == ["new"]
        server.shutdown()
    assert faults(desk) == []
    assert [proof.faults for proof in prove(desk)] == [()]
    (file,) = desk.address.captures.iterdir()
    content = gzip.decompress(file.read_bytes())
    for part in (
        b"WARC-IP-Address: 127.0.0.1",
        b"GET /beras.html HTTP/1.1",
        b"Server: SimpleHTTP",
        b"Harga beras turun",
    ):
        assert part in content


def test_a_backup_makes_the_same_desk(desk, page, tmp_path):
    fates(desk, page("beras", "Harga Beras", "Harga beras turun tajam"))
    backup(desk, tmp_path / "desk.tar")
    target = Address(str(tmp_path / "again" / "desk.db"), tmp_path / "again" / "captures")
    restore(tmp_path / "desk.tar", target)
    with open_desk(target, create=False) as twin:
        assert show(twin, "https://kilas.example/beras") == show(desk, "https://kilas.example/beras")
        assert faults(twin) == []
        assert all(not proof.faults for proof in prove(twin))
    with pytest.raises(UsageFault, match="already"):
        restore(tmp_path / "desk.tar", target)


def test_a_damaged_backup_is_refused(desk, page, tmp_path):
    fates(desk, page("beras", "Harga Beras", "Harga beras turun tajam"))
    path = tmp_path / "desk.tar"
    backup(desk, path)
    content = bytearray(path.read_bytes())
    content[5000] ^= 1
    path.write_bytes(content)
    with pytest.raises(BrokenEvidence, match="backup"):
        restore(path, Address(str(tmp_path / "x.db"), tmp_path / "x"))


@pytest.mark.parametrize("content", [b"no desk at all" * 400, b"SQLite format 3\0" + b"\1" * 5000])
def test_a_file_that_is_no_desk_is_refused(tmp_path, content):
    path = tmp_path / "desk.db"
    path.write_bytes(content)
    with pytest.raises(StoreFault):
        open_desk(Address(str(path), tmp_path / "captures"))
    assert path.read_bytes() == content


def test_a_folder_where_a_file_stands_is_told(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(StoreFault, match="cannot be reached"):
        open_desk(Address(str(tmp_path / "file" / "desk.db"), tmp_path / "captures"))


def test_a_full_disk_is_told_and_nothing_is_lost(tmp_path, page):
    with open_desk(Address(str(tmp_path / "desk.db"), tmp_path / "captures")) as desk:
        fates(desk, page("satu", "Satu Berita", "Harga beras turun"))
        with desk.engine.connect() as connection:
            pages = connection.connection.cursor().execute("PRAGMA page_count").fetchone()[0]
        from sqlalchemy import event

        event.listen(desk.engine, "connect", lambda c, _: c.execute(f"PRAGMA max_page_count = {pages}"))
        desk.engine.dispose()
        paths = [page(f"p{n}", f"Berita {n}", f"Kabar nomor {n} " + f"kata{n} " * 400) for n in range(200)]
        with pytest.raises(StoreFault, match="disk is full"):
            fates(desk, *paths)
    with open_desk(Address(str(tmp_path / "desk.db"), tmp_path / "captures")) as desk:
        assert faults(desk) == []
        assert search(desk, parse("beras")).hits


def test_killed_while_adding_nothing_is_lost_or_doubled(tmp_path, page):
    """What was told as kept is there; adding the same again completes it."""
    folder = page("p0", "Berita", "Kabar nomor nol").parent
    for number in range(1, 60):
        page(f"p{number}", f"Berita {number}", f"Kabar nomor {number}")
    address = str(tmp_path / "desk.db")
    script = (
        "import sys; from runut.desk import *; import runut.desk.bringing as b; b.AT_ONCE = 3\n"
        "with open_desk(Address.of(sys.argv[1])) as desk:\n"
        "    for one in bring(desk, [sys.argv[2]]): print(one.article, flush=True)"
    )
    told, rng = set(), random.Random(5)
    for _ in range(8):
        process = subprocess.Popen(
            [sys.executable, "-c", script, address, str(folder)], stdout=subprocess.PIPE, text=True
        )
        for _ in range(rng.randrange(1, 40)):
            told.add(process.stdout.readline().strip())
        time.sleep(rng.random() * 0.02)
        os.kill(process.pid, signal.SIGKILL)
        told.update(line.strip() for line in process.stdout)
        process.wait()
        process.stdout.close()
        with open_desk(Address.of(address)) as desk:
            assert faults(desk) == []
            for key in told - {""}:
                assert len(show(desk, key).captures) == 1
    with open_desk(Address.of(address)) as desk:
        assert set(fates(desk, folder)) <= {"known", "new"}
        assert faults(desk) == []
        files = list((tmp_path / "desk.db.captures").iterdir())
        assert sum(len(show(desk, f"https://kilas.example/p{n}").captures) for n in range(60)) == 60
    assert len(files) == 1


def test_two_writers_at_once(tmp_path, page):
    folder = page("p0", "Berita", "Kabar nomor nol").parent
    for number in range(1, 30):
        page(f"p{number}", f"Berita {number}", f"Kabar nomor {number}")
    command = [sys.executable, "-m", "runut", "add", str(folder), "--desk", str(tmp_path / "desk.db")]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    answers = [process.communicate() for process in both]
    assert [process.returncode for process in both] == [0, 0], answers
    fated = [json.loads(line)["what"] for out, _ in answers for line in out.splitlines()]
    assert fated.count("new") == 30
    with open_desk(Address.of(str(tmp_path / "desk.db"))) as desk:
        assert faults(desk) == []


def test_whoever_finds_the_file_of_a_new_desk_taken_asks_again(tmp_path):
    first, second = (
        sqlite3.connect(tmp_path / "desk.db", timeout=0, isolation_level=None, check_same_thread=False)
        for _ in range(2)
    )
    first.execute("BEGIN EXCLUSIVE")
    Timer(0.2, first.execute, ["COMMIT"]).start()
    _set_up(second, None)
    assert second.execute("PRAGMA journal_mode").fetchone() == ("wal",)
