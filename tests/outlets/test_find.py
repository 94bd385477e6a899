"""Outlets are found by any of their names and by their addresses."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.outlets import find, host_of, registry


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("AFP", "AFP"),
        ("agence france-presse", "AFP"),
        ("WSJ", "The Wall Street Journal"),
        ("  wall street journal ", "The Wall Street Journal"),
        ("Kantor Berita Antara", "Antara"),
        ("antaranews", "Antara"),
        ("https://news.detik.com/berita/d-1?x=1#top", "detikcom"),
        ("finance.detik.com", "detikcom"),
        ("WWW.KOMPAS.COM:443", "Kompas.com"),
        ("//www.bbc.co.uk/news", "BBC"),
        ("https://user@jakarta.tribunnews.com/", "Tribun Jakarta"),
        ("tribunnews.com", "Tribunnews"),
        ("CBCNews", "CBC"),
        ("VoiceOfAmerica", "Voice of America"),
        ("x.com", "X"),
    ],
)
def test_a_name_or_an_address_finds_its_outlet(query: str, name: str) -> None:
    entry = find(query)
    assert entry is not None
    assert entry.name == name


@pytest.mark.parametrize("query", ["", "   ", "Sari", "notdetik.com", "com", "detik.com.example.org", "a" * 5000, "…"])
def test_what_is_no_outlet_finds_none(query: str) -> None:
    assert find(query) is None


def test_an_ambiguous_name_is_found_when_asked_for_and_says_so() -> None:
    tempo = find("Tempo")
    assert tempo is not None
    assert tempo.ambiguous
    assert find("tempo.co") is tempo


def test_kinds_are_told_apart() -> None:
    kinds = {name: entry.kind for name in ("Antara", "Kompas.com", "CNN", "TikTok", "BMKG") if (entry := find(name))}
    assert kinds == {
        "Antara": "agency",
        "Kompas.com": "outlet",
        "CNN": "broadcast",
        "TikTok": "social",
        "BMKG": "official_site",
    }


def test_the_registry_is_wide_and_each_domain_has_one_owner() -> None:
    real = [e for e in registry().entries if not e.fictional]
    domains = [d for e in real for d in e.domains]
    assert len(real) >= 300
    assert sum(e.country == "ID" for e in real) >= 150
    assert len(domains) == len(set(domains))
    assert all(re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", d) for d in domains)


def test_main_names_are_unique() -> None:
    names = [e.name for e in registry().entries]
    assert sorted(names) == sorted(set(names))


def test_every_outlet_is_found_by_its_main_name_and_its_domains() -> None:
    for entry in registry().entries:
        assert find(entry.name) is entry
        assert all(find(domain) is entry for domain in entry.domains)


def test_fictional_outlets_are_marked_and_never_hide_a_real_one() -> None:
    fictional = [e for e in registry().entries if e.fictional]
    assert all(d.endswith(".example") for e in fictional for d in e.domains)
    assert registry().entries[len(registry().entries) - len(fictional) :] == tuple(fictional)


@given(st.text(max_size=80))
def test_any_text_may_be_asked_for(query: str) -> None:
    entry = find(query)
    assert entry is None or entry in registry().entries


@given(st.from_regex(r"[a-z0-9]{1,8}(\.[a-z]{2,6}){1,3}", fullmatch=True))
def test_a_host_is_read_from_any_address_on_it(host: str) -> None:
    bare = host.removeprefix("www.")
    assert host_of(host) == host_of(f"https://{host}/a/b?c=d") == host_of(f"http://{host}:8080") == bare
