"""`--evidence` and `runut verify`: what was kept can be proved, and one changed byte is noticed."""

import json
import zipfile
from pathlib import Path

import pytest

ARCHIVE = Path("proof.zip")


@pytest.fixture
def archive(run, pasar) -> Path:
    ran = run("read", pasar, "--evidence", ARCHIVE, "--json")
    assert ran.code == 0
    assert "runut verify proof.zip" in ran.err
    return ARCHIVE


def test_an_archive_is_verified(run, archive):
    ran = run("verify", archive)
    assert ran.code == 0
    assert "The archive holds what it says." in ran.out
    assert "read again from the page, and agrees" in ran.out


def test_the_input_is_kept_as_it_was_received(pasar, archive):
    with zipfile.ZipFile(archive) as members:
        assert members.read("input.html") == pasar.read_bytes()
        assert json.loads(members.read("record.json"))["file"] == "pasar.html"


def test_the_result_as_json(run, archive):
    found = run("verify", archive, "--json").record
    assert (found["ok"], found["faults"], found["is_reread"]) == (True, [], True)


def test_any_changed_byte_is_noticed(run, archive):
    content = archive.read_bytes()
    for place in range(0, len(content), len(content) // 12):
        changed = content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]
        Path("changed.zip").write_bytes(changed)
        ran = run("verify", "changed.zip")
        assert ran.code == 1, f"byte {place}"
        assert "fault" in ran.out or ran.err


def test_a_record_that_says_otherwise_is_noticed(run, archive):
    """Every hash may be made anew; the record still has to come from the page."""
    with zipfile.ZipFile(archive) as members:
        files = {name: members.read(name) for name in members.namelist()}
    files["record.json"] = files["record.json"].replace(b"Kami menunggu lama", b"Kami menunggu diam")
    with zipfile.ZipFile("forged.zip", "w") as forged:
        for name, content in files.items():
            forged.writestr(name, content)
    ran = run("verify", "forged.zip", "--json")
    assert ran.code == 1
    assert ran.record["faults"]


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x05\x06" + b"\x00" * 18])
def test_what_is_no_archive(run, put, content):
    ran = run("verify", put("other.zip", content))
    assert (ran.code, ran.raw) == (1, b"")
    assert ran.err.startswith("runut: ")


def test_a_missing_archive(run):
    ran = run("verify", "nothing.zip")
    assert ran.code == 1
    assert "no file" in ran.err


def test_there_is_no_evidence_of_what_could_not_be_read(run, put):
    ran = run("read", put("empty.html", ""), "--evidence", ARCHIVE)
    assert ran.code == 2
    assert "no evidence" in ran.err
    assert not ARCHIVE.exists()


def test_an_archive_of_one_page_of_several_proves_that_page(run, put, part):
    names = [put(f"{number}.html", part(number, 2)) for number in (1, 2)]
    assert run("read", names[0], "--evidence", ARCHIVE).code == 0
    assert run("verify", ARCHIVE).code == 0
    ARCHIVE.unlink()
    assert run("read", *names, "--evidence", ARCHIVE).code == 2, "one archive cannot prove two inputs"
    assert not ARCHIVE.exists()


def test_standard_input_can_be_proved_too(run, page, put):
    put("here", "")
    assert run("read", "-", "--evidence", ARCHIVE, stdin=page().encode()).code == 0
    assert run("verify", ARCHIVE).code == 0
