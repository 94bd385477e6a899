"""Exports read by programs that others wrote, in an environment of their own: `make validators` installs them."""

import json
import os
import subprocess
from pathlib import Path

import pytest

VALIDATORS = Path(__file__).parents[2] / "build" / "validators" / "bin"

pytestmark = pytest.mark.skipif(not VALIDATORS.is_dir(), reason="the validators are not installed: make validators")

# Every value must be of a type that the published vocabulary allows for its property.
READ = """
import importlib, json, sys

def model(kind):
    return getattr(importlib.import_module(f"pydantic_schemaorg.{kind}"), kind)

def check(value):
    if isinstance(value, dict):
        for inner in value.values():
            check(inner)
        kind = value.get("@type")
        if kind:
            made = model(kind)(**{name: inner for name, inner in value.items() if not name.startswith("@")})
            unknown = {name for name in value if not name.startswith("@")} - set(made.__fields__)
            assert not unknown, (kind, unknown)
    for inner in value if isinstance(value, list) else ():
        check(inner)

for line in sys.stdin:
    check(json.loads(line))
"""


def run(*command, stdin=b""):
    bare = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(command, input=stdin, capture_output=True, check=False, env=bare, timeout=120)


@pytest.mark.network
def test_a_web_archive_is_valid_to_the_tool_that_defined_them(own, site, tmp_path):
    page = (
        "<html lang='id'><body><article><h1>Beras</h1><p>“Harga turun,” kata Sari Dewanti di pasar.</p>"
        "<p>Stok cukup sejak pekan lalu menurut catatan pedagang di pasar kota itu.</p></article></body></html>"
    )
    site.says("/1", page.encode())
    assert own("add", "--allow-private", site.url("/1")).code == 0
    assert own("export", "--to", "wacz", "--out", tmp_path / "a.wacz").code == 0
    ran = run(VALIDATORS / "wacz", "validate", "-f", tmp_path / "a.wacz")
    assert (ran.returncode, b"is valid" in ran.stdout) == (0, True), ran.stdout + ran.stderr


def test_articles_are_of_the_published_vocabulary(full):
    out = full("export", "--to", "schema.org").out
    assert {json.loads(line)["@type"] for line in out.splitlines()} == {"NewsArticle"}
    ran = run(VALIDATORS / "python", "-c", READ, stdin=out)
    assert ran.returncode == 0, ran.stderr.decode()[-2000:]


def test_what_is_not_of_the_vocabulary_is_refused():
    line = json.dumps({"@type": "NewsArticle", "headline": "Beras", "kebenaran": 1}).encode()
    assert run(VALIDATORS / "python", "-c", READ, stdin=line).returncode != 0
