import io
import shutil
import struct
import subprocess
import zipfile
from dataclasses import replace as replaced

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from runut.capture import take
from runut.errors import BrokenEvidence, InputFault, Refused, Unreadable
from runut.evidence import pack, verify
from runut.evidence.frame import write
from runut.evidence.manifest import MANIFEST, SUMS, sums
from runut.version import __version__
from runut.vocabulary.articles import Paragraph
from runut.vocabulary.attributions import DatedPhrase, Person, Relay
from runut.vocabulary.captures import Capture
from runut.vocabulary.doubts import Doubt
from runut.vocabulary.records import Reading, Record
from runut.vocabulary.statements import Evidence, Statement

TEXT = "Sungai surut, kata Budi."
PAGE = f"<!DOCTYPE html><html><body><p>{TEXT}</p></body></html>".encode()
REPORT = b"<!DOCTYPE html><title>Laporan</title>"
CAPTURE = Capture("kabar/1.html", PAGE, media_type="text/html")
RECORD = Record(
    file="kabar/1.html",
    text=TEXT,
    statements=(Statement(content=((0, 12),), cue=(14, 18), source=(19, 23), speaker="Budi", speaker_type="person"),),
    reading=Reading(runut=__version__, packs={"id": "1"}),
)


def encoded(record):
    return msgspec.json.encode(record)


def read_again(capture):
    """A reader as small as can be: the text of the one paragraph, and the record's statement."""
    text = capture.content.decode().partition("<p>")[2].partition("</p>")[0]
    return replace(RECORD, text=text)


@pytest.fixture
def stored(tmp_path):
    def store(data):
        path = tmp_path / "bukti.zip"
        path.write_bytes(data)
        return path

    return store


@pytest.fixture
def files():
    with zipfile.ZipFile(io.BytesIO(pack(CAPTURE, encoded(RECORD), REPORT))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_what_is_packed_is_verified(stored):
    found = verify(stored(pack(CAPTURE, encoded(RECORD), REPORT)), reread=read_again)
    assert (found.ok, found.faults, found.notes, found.is_reread) == (True, (), (), True)
    names = ["input.html", "record.json", "report.html", "README.txt", "manifest.json", "SHA256SUMS"]
    assert [member.name for member in found.members] == names
    assert found.manifest.source == "kabar/1.html"


def test_the_same_is_packed_into_the_same_bytes():
    assert pack(CAPTURE, encoded(RECORD), REPORT) == pack(CAPTURE, encoded(RECORD), REPORT)


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="needs sha256sum")
def test_sha256sum_alone_checks_it(files, tmp_path):
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    check = ["sha256sum", "--check", "--strict", SUMS]
    done = subprocess.run(check, cwd=tmp_path, check=True, capture_output=True, text=True)
    assert done.stdout.count(": OK") == len(files) - 1
    (tmp_path / "input.html").write_bytes(PAGE + b" ")
    assert subprocess.run(check, cwd=tmp_path, check=False, capture_output=True).returncode == 1


def test_the_readme_speaks_both_languages_of_this_archive(files):
    text = files["README.txt"].decode()
    assert text.count("sha256sum --check SHA256SUMS") == 2
    assert text.count("input.html") == 4
    assert "{" not in text


def test_the_input_is_kept_as_it_came_in(tmp_path, stored):
    """
    <!-- saved from url=(0024)https://kabar.example/1/ -->
    """
    content = (test_the_input_is_kept_as_it_came_in.__doc__.strip().encode()) + PAGE
    (tmp_path / "a.html").write_bytes(content)
    [capture] = take([str(tmp_path / "a.html")])
    found = verify(stored(pack(capture, encoded(RECORD), REPORT)), reread=read_again)
    assert found.ok
    assert found.is_reread
    assert found.members[0].size == len(content) > len(capture.content)
    assert found.manifest.url == "https://kabar.example/1/"


@pytest.mark.parametrize(
    ("capture", "name"),
    [
        (Capture("-", TEXT.encode(), media_type="text/plain"), "input.txt"),
        (Capture("a", b"\x1f\x8b...", media_type="text/html"), "input.html.gz"),
        (Capture("a", b"Content-Type: multipart/related; boundary=b\r\n\r\n"), "input.mhtml"),
        (Capture("caf\udce9.html", PAGE), "input.html"),
    ],
)
def test_the_input_is_named_by_what_it_is(stored, capture, name):
    assert verify(stored(pack(capture, encoded(RECORD), REPORT))).manifest.input == name


def test_any_byte_that_changes_is_noticed(stored):
    data = pack(replace(CAPTURE, content=b"<p>x"), encoded(Record(reading=RECORD.reading)), b"<p>y")
    path = stored(data)
    assert verify(path).ok
    for place in range(len(data)):
        path.write_bytes(data[:place] + bytes([data[place] ^ (1 << place % 8)]) + data[place + 1 :])
        assert is_noticed(path), place


def is_noticed(path):
    try:
        return not verify(path).ok
    except (BrokenEvidence, InputFault):
        return True


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_any_damage_is_noticed(tmp_path_factory, data):
    whole = pack(CAPTURE, encoded(RECORD), REPORT)
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 200)))
    other = data.draw(st.binary(max_size=30).filter(lambda piece: piece != whole[start:end]))
    path = tmp_path_factory.getbasetemp() / "rusak.zip"
    path.write_bytes(whole[:start] + other + whole[end:])
    assert is_noticed(path)


def test_a_record_changed_with_its_hashes_is_noticed_when_read_again(stored):
    forged = pack(CAPTURE, encoded(replace(RECORD, text="Sungai meluap, kata Budi.")), REPORT)
    assert verify(stored(forged)).ok
    found = verify(stored(forged), reread=read_again)
    assert found.faults == ("The record's text is not what is read from the input.",)


def test_a_statement_that_is_not_read_again_is_noticed(stored):
    moved = replace(RECORD, statements=(replace(RECORD.statements[0], content=((0, 6),)),))
    found = verify(stored(pack(CAPTURE, encoded(moved), REPORT)), reread=read_again)
    assert not found.ok
    assert "statements" in found.faults[0]


@pytest.mark.parametrize(
    "reading",
    [
        Reading(runut="0.0.1", packs={"id": "1"}),
        Reading(runut=__version__, packs={"id": "0"}),
        Reading(runut=__version__),
    ],
)
def test_another_version_is_named_and_no_fault(stored, reading):
    other = replace(RECORD, text="Sungai meluap, kata Budi.", reading=reading)
    found = verify(stored(pack(CAPTURE, encoded(other), REPORT)), reread=read_again)
    assert found.ok
    assert found.notes[0].startswith(f"Made by runut {reading.runut} (")
    assert len(found.notes) == 2


def test_an_input_that_cannot_be_read_again_is_a_fault(stored):
    def refuse(_):
        raise Unreadable("no page")

    assert "no page" in verify(stored(pack(CAPTURE, encoded(RECORD), REPORT)), reread=refuse).faults[0]
    empty = replace(CAPTURE, content=b"")
    assert "empty" in verify(stored(pack(empty, encoded(RECORD), REPORT)), reread=read_again).faults[0]


OUTSIDE = (20, len(TEXT) + 1)
STRAY = [
    replace(RECORD, statements=(Statement(content=(OUTSIDE,)),)),
    replace(RECORD, statements=(Statement(content=((0, 1), (5, 3))),)),
    replace(RECORD, statements=(Statement(content=((-4, 2),)),)),
    replace(RECORD, statements=(Statement(content=(), cue=OUTSIDE),)),
    replace(RECORD, statements=(Statement(content=(), source=OUTSIDE),)),
    replace(RECORD, statements=(Statement(content=(), evidence=(Evidence("a", "b", OUTSIDE),)),)),
    replace(RECORD, statements=(Statement(content=(), within=1),)),
    replace(RECORD, relays=(Relay(words=OUTSIDE, name="x", kind="outlet"),)),
    replace(RECORD, relays=(Relay(words=None, name="x", kind="outlet", cites=3),)),
    replace(RECORD, dates=(DatedPhrase(OUTSIDE, "2025"),)),
    replace(RECORD, people=(Person("x", mentions=(OUTSIDE,)),)),
    replace(RECORD, paragraphs=(Paragraph("paragraph", OUTSIDE),)),
    replace(RECORD, doubts=(Doubt("a", "b", OUTSIDE),)),
]


@pytest.mark.parametrize("record", STRAY)
def test_spans_outside_of_the_text_are_faults(stored, record):
    found = verify(stored(pack(CAPTURE, encoded(record), REPORT)), reread=read_again)
    assert len(found.faults) == 1
    assert found.faults[0].startswith("record.json: ")
    assert not found.is_reread


def test_of_many_stray_spans_the_first_are_told(stored):
    record = replace(RECORD, dates=(DatedPhrase(OUTSIDE, "2025"),) * 5_000)
    assert len(verify(stored(pack(CAPTURE, encoded(record), REPORT))).faults) == 20


@pytest.mark.parametrize(
    "record", [b"", b"{}", b"[]", b'{"reading": {"runut": 1}}', b"\xff", b"[" * 100_000, b'{"x":' * 50_000]
)
def test_what_is_no_record_is_a_fault(stored, record):
    assert verify(stored(pack(CAPTURE, record, REPORT))).faults == ("record.json cannot be read as a record.",)


def with_sums(files):
    files = {name: content for name, content in files.items() if name != SUMS}
    return write({**files, SUMS: sums(files)})


def test_members_changed_missing_or_added_are_named(files, stored):
    changed = verify(stored(with_sums({**files, "report.html": b"lain"})))
    assert changed.faults == ("report.html is not the file that manifest.json tells of: size or hash differ.",)
    missing = verify(stored(with_sums({name: content for name, content in files.items() if name != "README.txt"})))
    assert missing.faults == ("README.txt is missing.",)
    added = verify(stored(with_sums({**files, "extra.txt": b"x"})))
    assert added.faults == ("extra.txt does not belong to the archive.",)
    unlisted = verify(stored(write({**files, SUMS: b""})))
    assert unlisted.faults == ("SHA256SUMS does not agree with the files.",)


def test_a_manifest_that_forgets_the_input_is_a_fault(files, stored):
    manifest = msgspec.json.decode(files[MANIFEST])
    manifest["members"] = [member for member in manifest["members"] if member["name"] != "input.html"]
    found = verify(stored(with_sums({**files, MANIFEST: msgspec.json.encode(manifest)})), reread=read_again)
    assert set(found.faults) == {
        "manifest.json does not tell of input.html.",
        "input.html does not belong to the archive.",
    }


@pytest.mark.parametrize("change", [{"input": "tiada.html"}, {"members": []}])
def test_a_manifest_that_lies_is_a_fault_and_nothing_is_read_again(files, stored, change):
    manifest = msgspec.json.decode(files[MANIFEST]) | change
    found = verify(stored(with_sums({**files, MANIFEST: msgspec.json.encode(manifest)})), reread=read_again)
    assert not found.ok
    assert not found.is_reread


@pytest.mark.parametrize("manifest", [b"", b"{}", b"[" * 100_000, b"\xff"])
def test_a_manifest_that_cannot_be_read_is_a_fault(files, stored, manifest):
    assert "manifest.json cannot be read." in verify(stored(with_sums({**files, MANIFEST: manifest}))).faults


def test_a_later_format_is_told(files, stored):
    manifest = msgspec.json.decode(files[MANIFEST]) | {"format": 2}
    with pytest.raises(BrokenEvidence, match="format 2"):
        verify(stored(with_sums({**files, MANIFEST: msgspec.json.encode(manifest)})))


def zipped(*members, compression=zipfile.ZIP_STORED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no evidence archive"),
        (b"PK\x05\x06" + bytes(18), "no manifest.json"),
        (PAGE, "no evidence archive"),
        (zipped(("a.txt", "x")), "no manifest.json"),
        (zipped(("bom.txt", bytes(5_000_000)), compression=zipfile.ZIP_DEFLATED), "compressed"),
        (zipped(("a", b"x" * 99), compression=zipfile.ZIP_BZIP2), "compressed"),
        (zipped(("../../etc/passwd", "x")), "name"),
        (zipped(("/etc/passwd", "x")), "name"),
        (zipped(("a/b", "x")), "name"),
        (zipped(("C:\\x", "x")), "name"),
        (zipped(("..", "x")), "name"),
        (zipped(("a" * 200, "x")), "name"),
        (zipped(("\x1b[2J", "x")), "name"),
        (zipped(("aaaa", "x"), ("bbbb", "y")).replace(b"bbbb", b"aaaa"), "one name"),
        (zipped(*((f"f{n}", "x") for n in range(100))), "100 members"),
    ],
)
def test_foreign_and_hostile_archives_are_refused(stored, data, words):
    with pytest.raises(BrokenEvidence, match=words) as caught:
        verify(stored(data))
    assert str(caught.value).isprintable()


def test_members_that_share_their_bytes_are_refused(files, stored):
    """Many entries of the directory that lead to the same large member, as in overlapping zip bombs."""
    content = bytes(100_000)
    data = bytearray(zipped(("a", content)))
    start = data.rindex(b"PK\x01\x02")
    entry, end = bytes(data[start : data.rindex(b"PK\x05\x06")]), bytes(data[data.rindex(b"PK\x05\x06") :])
    entries = b"".join(entry.replace(b"a", bytes([97 + n])) for n in range(10))
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 10, 10, len(entries), start, 0)
    assert len(tail) == len(end)
    with pytest.raises(BrokenEvidence):
        verify(stored(bytes(data[:start]) + entries + tail))


def test_an_archive_packed_again_is_noticed(files, stored):
    again = zipped(*files.items())
    assert verify(stored(again)).faults == (
        "The archive is not as it was made: its frame or its members were changed.",
    )


def test_a_file_that_is_not_there_is_unreadable(tmp_path):
    with pytest.raises(Unreadable):
        verify(tmp_path / "tiada.zip")
    with pytest.raises(Refused):
        verify("/dev/zero")


def test_a_verification_is_frozen(stored):
    found = verify(stored(pack(CAPTURE, encoded(RECORD), REPORT)))
    assert replaced(found, ok=False) != found
    with pytest.raises(AttributeError):
        found.ok = False
