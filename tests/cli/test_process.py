"""`runut` as a process of its own: exit codes, streams, and a reader that goes away."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from runut.demo import pages

RUNUT = [sys.executable, "-m", "runut"]


@pytest.fixture
def story(tmp_path) -> Path:
    for page in pages():
        (tmp_path / page.name).write_bytes(page.path.read_bytes())
    return tmp_path


def started(*arguments: str, folder: Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [*RUNUT, *arguments],
        input=stdin,
        capture_output=True,
        cwd=folder,
        env=os.environ | environment,
        timeout=60,
        check=False,
    )


def test_a_folder_through_a_pipe(story):
    ran = started("read", ".", folder=story)
    assert ran.returncode == 0
    assert ran.stderr == b""
    records = [json.loads(line) for line in ran.stdout.splitlines()]
    assert len(records) >= 12
    assert all(record["kind"] != "error" for record in records)


@pytest.mark.parametrize(("arguments", "code"), [(["read", "missing.html"], 1), (["read"], 2)])
def test_exit_codes(tmp_path, arguments, code):
    ran = started(*arguments, folder=tmp_path)
    assert ran.returncode == code
    assert b"Traceback" not in ran.stderr


def test_a_reader_that_goes_away_is_no_trouble(story):
    """As in `runut read . | head -c 20`."""
    pipe = subprocess.PIPE
    with subprocess.Popen([*RUNUT, "read", ".", "--json"], cwd=story, stdout=pipe, stderr=pipe) as ran:
        assert ran.stdout is not None
        assert ran.stderr is not None
        ran.stdout.read(20)
        ran.stdout.close()
        told = ran.stderr.read()
        assert ran.wait(60) == 1
    assert told == b""


def test_a_terminal_with_few_characters(story):
    ran = started("read", pages()[0].name, "--card", folder=story, PYTHONIOENCODING="ascii")
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.isascii()


def test_nothing_heavy_is_loaded_for_help():
    """Help must come at once; the time is measured elsewhere, what it costs is seen here."""
    code = "import sys, runut.cli.main as m; m.group.main(['--help'], standalone_mode=False); print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    loaded = set(ran.stdout.split())
    assert loaded.isdisjoint({"lingua", "selectolax", "httpx2", "httpcore2", "rich", "runut.flow"})


def test_streams_are_bytes_whatever_the_environment_says(tmp_path):
    text = "Harga Beras\n\n“Harga beras turun sejak Senin,” kata Sari Dewanti di pasar. " + "Warga pulang. " * 20
    ran = started("read", "-", folder=tmp_path, stdin=text.encode("cp1252"), PYTHONIOENCODING="ascii")
    record = json.loads(ran.stdout)
    assert [said["speaker"] for said in record["statements"]] == ["Sari Dewanti"]
    assert "“Harga" in record["text"]
