"""Rounds of gathering over a web that behaves well, badly, and not at all."""

import gzip
import itertools
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from email.utils import formatdate

import pytest
from httpcore2 import SyncBackend
from sqlalchemy import select

from runut.capture.gate import Gate
from runut.desk import forget, open_desk, search, show
from runut.desk.tables import captures, finds, follows, hosts
from runut.errors import Denied, NotHeld, Refused, RulesUnknown, Unreachable, UsageFault
from runut.find import parse
from runut.gather import Manners, Plan, follow, followed, gather, unfollow
from runut.gather.following import follow_all
from runut.gather.manners import Pace
from runut.gather.outcomes import course

pytestmark = pytest.mark.network

ARTICLE = """<!DOCTYPE html><html lang="id"><head><title>{headline}</title></head><body><article><h1>{headline}</h1>
<p>“{words},” kata Sari Dewanti di pasar induk kemarin. Pedagang di pasar mengatakan hal yang sama.</p>
<p>{words} sejak pekan lalu menurut catatan pedagang di beberapa pasar kota itu.</p></article></body></html>"""


def article(headline, words="Harga beras turun tajam"):
    return ARTICLE.format(headline=headline, words=words).encode()


def rss(*links, updated=None):
    items = "".join(
        f"<item><title>Judul {link}</title><link>{link}</link>"
        + (f"<pubDate>{updated}</pubDate>" if updated else "")
        + "</item>"
        for link in links
    )
    return f'<rss version="2.0"><channel><title>Kilas</title>{items}</channel></rss>'.encode()


@pytest.fixture
def kilas(site):
    """A small site with a feed of two articles."""
    site.says("/rss", rss("http://kilas.example/1", "http://kilas.example/2"), Content_Type="application/rss+xml")
    site.says("/1", article("Harga Beras di Pasar Induk"))
    site.says("/2", article("Kapal Karam di Losari", "Kapal itu tenggelam"))
    return site


def fates(desk, manners, **plan):
    return {one.url.partition(".example")[2]: one.what for one in gather(desk, manners, Plan(**plan))}


def start(desk, manners, url="http://kilas.example/rss"):
    follow_all(desk, ((url, None),))
    return fates(desk, manners)


def test_what_a_feed_tells_of_is_read_once(desk, kilas, manners):
    assert start(desk, manners) == {"/rss": "listing", "/1": "new", "/2": "new"}
    assert kilas.paths == ["/robots.txt", "/rss", "/1", "/2"]
    assert fates(desk, manners) == {"/rss": "listing"}
    assert kilas.paths[4:] == ["/rss"]
    assert search(desk, parse("speaker:sari beras")).hits[0].headline == "Harga Beras di Pasar Induk"
    assert len(show(desk, "http://kilas.example/1").captures) == 1


def test_a_listing_that_has_not_changed_is_not_sent_again(desk, kilas, manners):
    kilas.says("/rss", rss("http://kilas.example/1"), Content_Type="text/xml", ETag='"a"', Last_Modified="Tue")
    start(desk, manners)
    kilas.says("/rss", b"", 304)
    assert fates(desk, manners) == {"/rss": "unchanged"}
    asked = kilas.asked[-1][1]
    assert (asked["If-None-Match"], asked["If-Modified-Since"]) == ('"a"', "Tue")


def test_an_article_is_read_again_when_the_listing_says_that_it_changed(desk, kilas, manners):
    def tell(ago):
        link = "http://kilas.example/1"
        kilas.says("/rss", rss(link, updated=formatdate(time.time() - ago)), Content_Type="text/xml")

    tell(3600)
    kilas.says("/1", article("Harga Beras"), ETag='"1"')
    assert start(desk, manners)["/1"] == "new"
    assert fates(desk, manners) == {"/rss": "listing"}
    tell(60)
    kilas.says("/1", article("Harga Beras", "Harga beras naik tajam"), ETag='"2"')
    assert fates(desk, manners)["/1"] == "changed"
    assert kilas.asked[-1][1]["If-None-Match"] == '"1"'
    tell(1)
    kilas.says("/1", b"", 304)
    assert fates(desk, manners)["/1"] == "unchanged"


def test_an_article_that_the_desk_has_is_not_asked_for(desk, kilas, manners):
    start(desk, manners)
    unfollow(desk, "http://kilas.example/rss")
    kilas.asked.clear()
    assert start(desk, manners) == {"/rss": "listing"}


def test_what_was_taken_down_is_not_asked_for_again(desk, kilas, manners):
    start(desk, manners)
    forget(desk, "http://kilas.example/1")
    with desk.reading() as connection:
        assert "http://kilas.example/1" not in connection.execute(select(finds.c.url)).scalars().all()
    assert fates(desk, manners) == {"/rss": "listing"}
    assert kilas.paths.count("/1") == 1


def test_a_site_is_followed_through_the_feeds_that_it_names(desk, kilas, manners):
    links = '<link rel="alternate" type="application/rss+xml" href="{}" title="{}">'
    head = links.format("/comments/feed", "Komentar") + links.format("/gone", "x") + links.format("/rss", "Kilas")
    kilas.says("/", f"<html><head>{head}</head><body><p>Berita</p></body></html>".encode())
    (one,) = follow(desk, "http://kilas.example/", manners)
    assert (one.url, one.kind, one.title, one.is_new) == ("http://kilas.example/rss", "feed", "Kilas", True)
    assert "/comments/feed" not in kilas.paths
    assert not follow(desk, "http://kilas.example/", manners)[0].is_new


def test_without_feeds_the_sitemap_of_news_is_followed(desk, kilas, manners):
    kilas.says("/robots.txt", b"Sitemap: http://kilas.example/all.xml\nSitemap: http://kilas.example/news.xml")
    kilas.says("/news.xml", b"<urlset><url><loc>/1</loc></url></urlset>", Content_Type="application/xml")
    kilas.says("/", b"<html><body><p>Berita</p></body></html>")
    (one,) = follow(desk, "http://kilas.example/", manners)
    assert (one.url, one.kind) == ("http://kilas.example/news.xml", "sitemap")
    assert fates(desk, manners) == {"/news.xml": "listing", "/1": "new"}


def test_the_parts_of_an_index_of_sitemaps_are_read(desk, kilas, manners):
    kilas.says("/peta.xml", b"<sitemapindex><sitemap><loc>/p1.xml</loc></sitemap></sitemapindex>", ETag='"1"')
    kilas.says("/p1.xml", b"<urlset><url><loc>/1</loc></url></urlset>")
    assert start(desk, manners, "http://kilas.example/peta.xml") == {
        "/peta.xml": "listing",
        "/p1.xml": "listing",
        "/1": "new",
    }
    fates(desk, manners)
    assert "If-None-Match" not in kilas.asked[-2][1]  # that the index is as it was says nothing of its parts


def test_without_either_the_page_itself_is_followed(desk, kilas, manners):
    kilas.says("/", b'<html><body><h2><a href="/1?id=20250603">Harga beras turun di pasar</a></h2></body></html>')
    kilas.says("/12345", article("Harga Beras di Pasar"))
    kilas.says("/", b'<html><body><h2><a href="/12345">Harga beras turun di pasar</a></h2></body></html>')
    assert follow(desk, "http://kilas.example/", manners)[0].kind == "front page"
    assert fates(desk, manners)["/12345"] == "new"


def test_an_address_that_tells_of_nothing_is_told_so(desk, kilas, manners):
    kilas.says("/", b"<html><body><p>Halo</p></body></html>")
    with pytest.raises(UsageFault, match="names no feed"):
        follow(desk, "http://kilas.example/", manners)
    with pytest.raises(NotHeld):
        unfollow(desk, "http://kilas.example/")


def test_what_robots_txt_forbids_is_not_asked_for(desk, kilas, manners):
    kilas.says("/robots.txt", b"User-agent: *\nDisallow: /2")
    assert start(desk, manners) == {"/rss": "listing", "/1": "new", "/2": "unread"}
    assert "/2" not in kilas.paths
    assert fates(desk, manners) == {"/rss": "listing"}


def test_a_site_that_cannot_give_its_rules_is_asked_later(desk, kilas, manners):
    kilas.says("/robots.txt", b"", 500)
    assert start(desk, manners) == {"/rss": "put off"}
    assert kilas.paths == ["/robots.txt"]
    with desk.writing() as connection:
        connection.execute(hosts.delete())
        connection.execute(follows.update().values(due=0))
    kilas.says("/robots.txt", b"User-agent: *\nAllow: /")
    assert fates(desk, manners) == {"/rss": "listing", "/1": "new", "/2": "new"}


def test_a_host_is_asked_at_the_pace_that_it_wants(desk, kilas, manners):
    kilas.says("/robots.txt", b"User-agent: *\nCrawl-delay: 7")
    waited = []
    polite = replace_pace(manners, Pace(0.5, sleep=waited.append))
    follow_all(desk, (("http://kilas.example/rss", None),))
    told = [one.what for one in itertools.islice(gather(desk, polite), 1)]
    assert told == ["listing"]
    assert waited == [pytest.approx(7, abs=0.3)]  # between robots.txt and the listing
    assert polite.pace.wait("kilas.example") > 6


def replace_pace(manners, pace):
    return Manners(gate=manners.gate, limits=manners.limits, pace=pace)


def test_several_hosts_are_asked_at_once_and_each_for_one_thing(desk, site, manners):
    active, most, together = {}, {}, []
    lock = threading.Lock()

    def slowly(handler):
        host = handler.headers["Host"]
        with lock:
            active[host] = active.get(host, 0) + 1
            most[host] = max(most.get(host, 0), active[host])
            together.append(sum(active.values()))
        time.sleep(0.05)
        body = article(f"Harga Beras {handler.path}")
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        with lock:
            active[host] -= 1
        handler.wfile.write(body)

    names = [f"kilas{n}.example" for n in range(4)]
    site.says("/rss", rss("/1", "/2", "/3"), Content_Type="text/xml")
    for path in ("/1", "/2", "/3"):
        site.answers[path] = slowly
    follow_all(desk, tuple((f"http://{name}/rss", None) for name in names))
    assert [one.what for one in gather(desk, manners)].count("new") == 12
    assert most == dict.fromkeys(names, 1)
    assert max(together) > 1


def test_a_host_that_is_asked_too_often_is_left_alone_for_as_long_as_it_says(desk, kilas, manners, tmp_path):
    kilas.says("/1", b"", 429, Retry_After="3600")
    assert start(desk, manners) == {"/rss": "listing", "/1": "put off"}
    with open_desk(desk.address) as again:  # another process keeps to it too
        assert list(gather(again, Manners(gate=manners.gate, limits=manners.limits, pace=Pace(0)))) == []
        with again.reading() as connection:
            due = connection.execute(select(hosts.c.due)).scalar_one() - time.time()
    assert 3500 < due < 3700
    assert kilas.paths == ["/robots.txt", "/rss", "/1"]


def test_pages_that_came_before_a_host_asked_for_rest_do_not_end_it(desk, kilas, manners):
    kilas.says("/2", b"", 429, Retry_After="3600")
    assert start(desk, manners) == {"/rss": "listing", "/1": "new", "/2": "put off"}
    assert fates(desk, manners) == {}
    assert kilas.paths == ["/robots.txt", "/rss", "/1", "/2"]


@pytest.mark.parametrize(
    ("fault", "is_try"),
    [
        (Unreachable("no answer"), True),
        (Denied("HTTP 500", status=500), True),
        (Denied("HTTP 429", status=429), False),
        (Denied("HTTP 503", status=503, wait=60), False),
        (RulesUnknown("no rules"), False),
    ],
)
def test_the_trouble_of_a_server_is_no_try_of_a_page(fault, is_try):
    assert course(fault, 0, 0).is_try is is_try


@pytest.mark.parametrize(("status", "what"), [(404, "unread"), (410, "unread"), (500, "put off"), (503, "put off")])
def test_what_a_server_does_not_give_is_asked_for_again_where_that_may_help(desk, kilas, manners, status, what):
    kilas.says("/1", b"", status)
    told = start(desk, manners)
    assert told["/1"] == what
    (one,) = followed(desk)
    assert (one.failed, one.waiting) == ((1, 0) if what == "unread" else (0, 1 if status == 500 else 2))


def test_after_some_tries_a_page_is_given_up(desk, kilas, manners):
    kilas.says("/1", b"", 500)
    start(desk, manners)
    for _ in range(6):
        with desk.writing() as connection:
            connection.execute(finds.update().values(due=0))
        fates(desk, manners)
    assert kilas.paths.count("/1") == 5
    assert followed(desk)[0].failed == 1


def test_a_listing_that_fails_is_told_and_left_for_longer_each_time(desk, kilas, manners):
    kilas.says("/rss", b"", 500)
    assert start(desk, manners) == {"/rss": "put off"}
    assert fates(desk, manners) == {}
    assert "HTTP 500" in followed(desk)[0].fault


@pytest.mark.parametrize(
    "target", ["http://dalam.example/1", "http://127.0.0.1/1", "http://localhost/1", "file:///etc/passwd"]
)
@pytest.mark.parametrize("place", ["listing", "item", "redirect", "sitemap part"])
def test_no_way_leads_inside(desk, kilas, manners, place, target):
    kilas.says("/2", article("Kapal"))
    if place == "listing":
        follow_all(desk, ((target, None),))
    elif place == "item":
        kilas.says("/rss", rss(target, "http://kilas.example/2"), Content_Type="text/xml")
    elif place == "redirect":
        kilas.says("/1", b"", 302, Location=target)
    else:
        kilas.says("/rss", f"<sitemapindex><sitemap><loc>{target}</loc></sitemap></sitemapindex>".encode())
    told = list(start(desk, manners).values())
    assert kilas.paths.count("/1") == (1 if place == "redirect" else 0 if place in ("item", "sitemap part") else 1)
    assert "new" in told or place == "sitemap part"
    with pytest.raises(Refused):
        follow(desk, target, manners)


def test_a_name_that_changes_its_address_gains_nothing(desk, kilas):
    answers = itertools.chain(["36.86.63.182"] * 2, itertools.repeat("127.0.0.1"))
    gate = Gate(
        resolve=lambda *_: [next(answers)],
        dial=lambda _ip, _port, seconds: SyncBackend().connect_tcp("127.0.0.1", kilas.port, seconds),
    )
    told = start(desk, Manners(gate=gate, pace=Pace(0)))
    assert told == {"/rss": "listing", "/1": "unread", "/2": "unread"}
    assert kilas.paths == ["/robots.txt", "/rss"]


def test_pages_made_to_exhaust_are_cut_off_and_the_others_read(desk, kilas, manners):
    def drip(handler):
        handler.send_response(200)
        handler.end_headers()
        for _ in range(100):
            handler.wfile.write(b" ")
            time.sleep(0.05)

    kilas.answers["/lambat"] = drip
    kilas.says("/besar", b"x" * 200_000)
    kilas.says("/bom", gzip.compress(b"x" * 30_000_000), Content_Encoding="gzip")
    kilas.says("/gambar", b"GIF89a", Content_Type="image/gif")
    kilas.says(
        "/latin",
        article("Harga Beras Caf\xe9").decode().translate({0x201C: 0x22, 0x201D: 0x22}).encode("latin-1"),
        Content_Type="text/html; charset=utf-8",
    )
    paths = ("/lambat", "/besar", "/bom", "/gambar", "/latin", "/1")
    kilas.says("/rss", rss(*paths), Content_Type="text/xml")
    told = start(desk, manners)
    assert told == {"/rss": "listing", "/latin": "new", "/1": "new"} | dict.fromkeys(paths[:4], "unread")


def test_a_round_ends_at_its_budget_and_the_next_goes_on(desk, kilas, manners):
    follow_all(desk, (("http://kilas.example/rss", None),))
    assert fates(desk, manners, pages=1) == {"/rss": "listing", "/1": "new"}
    assert fates(desk, manners, pages=1) == {"/rss": "listing", "/2": "new"}


def test_old_entries_are_left_out(desk, kilas, manners):
    kilas.says("/rss", rss("/1", updated=formatdate(time.time() - 9 * 86400)), Content_Type="text/xml")
    assert start(desk, manners) == {"/rss": "listing"}


def test_a_crash_between_reading_and_writing_loses_nothing(desk, kilas, manners, monkeypatch):
    follow_all(desk, (("http://kilas.example/rss", None),))
    with monkeypatch.context() as patched:
        patched.setattr("runut.gather.round.keep", lambda *_: {}["x"])
        with pytest.raises(KeyError):
            list(gather(desk, manners))
    assert fates(desk, manners) == {"/rss": "listing", "/1": "new", "/2": "new"}


def command(desk, *more):
    address = ("--desk", desk.address.database)
    return [sys.executable, "-m", "runut", "gather", "--allow-private", "--pause", "0", *address, *more]


@pytest.mark.timeout(120)
def test_killed_at_any_moment_nothing_is_lost_and_nothing_doubled(desk, site, tmp_path):
    count = 60
    paths = [f"/{n}" for n in range(count)]
    site.says("/rss", rss(*paths), Content_Type="text/xml")
    for path in paths:
        site.says(path, article(f"Harga Beras {path}", f"Harga beras turun {path}"))
    follow_all(desk, ((site.url("/rss"), None),))
    chance = random.Random(6)
    environment = os.environ | {"RUNUT_CAPTURES": str(desk.address.captures)}
    for _ in range(5):
        process = subprocess.Popen(command(desk), env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.5, 1.6))
        process.send_signal(signal.SIGKILL)
        process.wait()
    last = subprocess.run(command(desk, "--json"), env=environment, capture_output=True, text=True, check=False)
    assert last.returncode == 0, last.stderr
    assert {json.loads(line)["what"] for line in last.stdout.splitlines()} <= {"listing", "new"}
    assert len(search(desk, parse("beras"), limit=100).hits) == count
    with desk.reading() as connection:
        assert len(connection.execute(select(captures.c.id)).all()) == count
        assert set(connection.execute(select(finds.c.state)).scalars()) == {"done"}


def test_a_page_that_breaks_the_reader_stops_no_round(desk, kilas, manners, monkeypatch):
    from runut.gather import round as module

    whole = module.read_capture

    def broken(capture):
        return {}["x"] if capture.source.endswith("/1") else whole(capture)

    monkeypatch.setattr(module, "read_capture", broken)
    assert start(desk, manners) == {"/rss": "listing", "/1": "unread", "/2": "new"}
    assert fates(desk, manners) == {"/rss": "listing"}


def test_a_fault_of_our_own_is_raised_and_does_not_hang(desk, kilas, manners, monkeypatch):
    monkeypatch.setattr("runut.gather.round.visit", lambda *_, **__: {}["x"])
    with pytest.raises(KeyError):
        start(desk, manners)


def test_two_do_not_gather_at_once(desk, kilas):
    from runut.gather.turn import alone

    with alone(desk), pytest.raises(UsageFault, match="Another process"), alone(desk):
        pass
    with alone(desk):
        pass
