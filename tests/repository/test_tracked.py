from pathlib import Path

import pytest

from tracked import ROOT, faults, survey


def test_nothing_in_the_repository_belongs_elsewhere():
    if not (ROOT / ".git").exists():
        pytest.skip("no git repository here")
    assert list(survey(ROOT)) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("https://py" + "pi.org/simple", "registry address"),
        ("see files.python" + "hosted.org", "registry address"),
        ("\n--index" + "-url here", "registry address"),
        ("see registry.np" + "mjs.org", "registry address"),
        ("see de" + "b.debian.org", "registry address"),
        ("see cra" + "tes.io", "registry address"),
        ("see proxy.go" + "lang.org", "registry address"),
        ("see Py" + "Pi.org.", "registry address"),
        ("\n--extra-index" + "-url here", "registry address"),
        ("open('/work" + "/main/x')", "machine path"),
        ("cd /home" + "/sari/kode", "machine path"),
        ("-----BEGIN RSA PRIVATE" + " KEY-----", "secret"),
        ("gh" + "p_" + "a" * 36, "secret"),
    ],
)
def test_what_must_go_is_found_with_its_line(text, kind):
    assert next(iter(faults(Path("notes.md"), f"first\n{text}"))).endswith(f": {kind}")


@pytest.mark.parametrize(
    "text", ["https://contoh.example/home/berita/", "python.org", "../work/x", "a sk-etch", "network/root"]
)
def test_ordinary_text_passes(text):
    assert list(faults(Path("notes.md"), text)) == []


def test_addresses_in_a_page_are_no_machine_paths():
    assert list(faults(Path("page.html"), '<a href="/home' + '/berita/1">')) == []
