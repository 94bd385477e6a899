"""The demo story holds together: every page listed, told in both languages, by invented outlets only."""

import csv
import re
from importlib.resources import files
from pathlib import Path

import pytest

from runut.demo import DemoPage, pages
from runut.outlets import find

FOLDER = files("runut") / "demo"
REAL_OUTLETS = Path(__file__).resolve().parents[3] / "shared" / "data" / "lists" / "outlets_newswatch_2026.csv"


def each_page():
    return pytest.mark.parametrize("page", pages(), ids=lambda p: p.name)


def test_every_page_is_listed_once_in_the_order_of_its_number():
    names = [page.name for page in pages()]
    assert names == sorted(entry.name for entry in (FOLDER / "pages").iterdir())
    assert 12 <= len(names) <= 14


@each_page()
def test_page_says_what_it_shows_in_both_languages(page: DemoPage):
    assert set(page.shows) == {"id", "en"}
    assert all(said.endswith(".") for said in page.shows.values())


@each_page()
def test_page_names_its_outlet(page: DemoPage):
    assert page.outlet.casefold() in page.path.read_bytes().decode().casefold()


@each_page()
def test_outlet_is_known_as_fictional(page: DemoPage):
    entry = find(page.outlet)
    assert entry is not None
    assert entry.fictional
    assert all(domain.endswith(".example") for domain in entry.domains)


@each_page()
def test_every_address_is_one_that_nobody_can_own(page: DemoPage):
    hosts = set(re.findall(r"https?://([\w.-]+)", page.path.read_bytes().decode()))
    assert {host for host in hosts if not host.endswith(".example")} <= {"schema.org", "ogp.me"}


@pytest.mark.skipif(not REAL_OUTLETS.is_file(), reason="the list of real outlets is not here")
@each_page()
def test_page_names_no_real_outlet(page: DemoPage):
    text = page.path.read_bytes().decode()
    with REAL_OUTLETS.open(encoding="utf-8", newline="") as lines:
        outlets = list(csv.DictReader(lines))
    names = {o["name"] for o in outlets}
    hosts = {o["base_url"].partition("://")[2] or o["base_url"] for o in outlets}
    assert [n for n in names if re.search(rf"(?<!\w){re.escape(n)}(?!\w)", text)] == []
    assert [h for h in hosts if re.search(rf"(?<![\w.]){re.escape(h.removeprefix('www.'))}(?!\w)", text)] == []
