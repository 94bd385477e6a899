"""Watches: what they find, once; what they send, signed, and again after a fault."""

import base64
import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta

import feedparser
import pytest
from msgspec.structs import replace

from runut.capture.gate import Gate
from runut.desk import Item, add, examine, forget
from runut.desk.tables import deliveries
from runut.errors import NotHeld, Refused, UsageFault
from runut.gather import Manners, gather, unfollow
from runut.gather.following import follow_all
from runut.gather.manners import Pace
from runut.watch import Watch, add_watch, alerts_of, deliver, look, remove_watch, watch_named, watches
from runut.watch.feed import feed
from runut.watch.hours import parse_hours

OPEN = Gate(allow_private=True)


def watch(desk, question, *, past=True, **options):
    return add_watch(desk, Watch(name="satu", question=question, **options), gate=OPEN, past=past)


def headlines(desk):
    return [alert.hit.headline for alert in alerts_of(desk, "satu")]


def test_what_comes_is_told_once(desk, beras, kapal):
    add(desk, [Item(beras)])
    watch(desk, "kata", past=False)
    assert look(desk) == 0
    add(desk, [Item(kapal)])
    assert [look(desk), look(desk)] == [1, 0]
    add(desk, [Item(kapal)])
    assert look(desk) == 0
    assert headlines(desk) == ["Kapal karam"]


def test_each_statement_is_told_by_itself_and_not_again_when_the_page_changes(desk, beras, text):
    watch(desk, "act:denies")
    add(desk, [Item(beras)])
    assert look(desk) == 1
    (alert,) = alerts_of(desk, "satu")
    assert [(said.speaker, said.words) for said in alert.hit.statements] == [("Sari Dewanti", "kabar impor gula")]
    longer = text(f"Pasar ramai kemarin. {beras.text}", url=beras.url, headline="Beras lagi")
    add(desk, [Item(longer)])
    assert look(desk) == 0
    other = text(f"{beras.text} Sari Dewanti membantah kabar impor kedelai.", url=beras.url, headline="Beras")
    add(desk, [Item(other)])
    assert look(desk) == 1
    assert "kedelai" in alerts_of(desk, "satu")[0].hit.statements[0].words


@pytest.mark.parametrize(("every", "count"), [("match", 3), ("outlet", 2), ("once", 1)])
def test_what_is_told_of_many(desk, beras, kapal, every, count):
    again = replace(beras, id="lagi", article="lagi", url="https://dermaga.example/lagi")
    watch(desk, "kata", every=every)
    add(desk, [Item(beras), Item(again)])
    look(desk)
    add(desk, [Item(kapal)])
    look(desk)
    assert len(alerts_of(desk, "satu")) == count


def test_more_than_one_step_finds_is_found(desk, beras, monkeypatch):
    monkeypatch.setattr("runut.watch.looking.AT_ONCE", 3)
    items = [Item(replace(beras, id=f"v{n}", article=f"a{n}", url=f"https://dermaga.example/{n}")) for n in range(10)]
    add(desk, items)
    watch(desk, "beras")
    assert look(desk) == 10
    assert look(desk) == 0


def test_a_takedown_takes_alerts_too(desk, beras):
    add(desk, [Item(beras)])
    watch(desk, "beras")
    look(desk)
    forget(desk, beras.url)
    assert alerts_of(desk, "satu") == ()


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"name": "Dua Kata"}, UsageFault),
        ({"question": " "}, UsageFault),
        ({"question": "warna:merah"}, UsageFault),
        ({"quiet": "malam"}, UsageFault),
        ({"quiet": "25-06"}, UsageFault),
        ({"every": "week"}, UsageFault),
        ({"webhook": "ftp://a.example/"}, Refused),
        ({"webhook": "http://127.0.0.1/"}, Refused),
    ],
)
def test_a_watch_that_cannot_be_is_not_saved(desk, given, fault):
    with pytest.raises(fault):
        add_watch(desk, Watch(**{"name": "satu", "question": "beras"} | given), gate=Gate())
    assert watches(desk) == ()


def test_a_name_is_taken_once(desk):
    watch(desk, "beras")
    with pytest.raises(UsageFault, match="There is a watch"):
        watch(desk, "gula")
    remove_watch(desk, "satu")
    watch(desk, "gula")
    with pytest.raises(NotHeld):
        remove_watch(desk, "dua")


def test_a_feed_reader_reads_what_was_found(desk, beras, kapal):
    add(desk, [Item(replace(beras, headline="Beras <b>& “gula”\x08</b>")), Item(kapal)])
    watch(desk, "kata")
    look(desk)
    read = feedparser.parse(feed(watch_named(desk, "satu"), alerts_of(desk, "satu"), link="http://127.0.0.1/x"))
    assert not read.bozo
    assert [entry.link for entry in read.entries] == [kapal.url, beras.url]
    assert read.entries[1].title == "Beras <b>& “gula”\ufffd</b>"
    assert read.entries[1].source.title == "Kilas Dermaga"
    assert len({entry.id for entry in read.entries}) == 2


# --- webhooks ---------------------------------------------------------------------------------------------------------

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def sending(desk, beras, site):
    """A watch with an alert for a webhook at `/hook`; gives its secret."""
    site.says("/hook", b"ok")
    add(desk, [Item(beras)])
    secret = watch(desk, "beras", webhook=site.url("/hook"))
    look(desk)
    return secret


def sent(desk, moment=None):
    return [one.state for one in deliver(desk, OPEN, moment=moment)]


@pytest.mark.network
def test_an_alert_is_sent_once_and_signed(desk, sending, site):
    assert [sent(desk), sent(desk)] == [["sent"], []]
    ((_, headers, body),) = site.posted
    key = base64.urlsafe_b64decode(sending.removeprefix("whsec_") + "==")
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{expected}"
    assert [alert["hit"]["headline"] for alert in json.loads(body)["alerts"]] == ["Beras"]


@pytest.mark.network
def test_what_was_not_taken_is_sent_again_under_the_same_name(desk, sending, site):
    site.says("/hook", b"", 500)
    assert sent(desk) == ["waiting"]
    assert sent(desk) == []  # not at once
    site.says("/hook", b"")
    later = datetime.now(UTC) + timedelta(minutes=2)
    assert [sent(desk, later), sent(desk, later)] == [["sent"], []]
    first, second = site.posted
    assert first[1]["webhook-id"] == second[1]["webhook-id"]
    assert first[2] == second[2]


@pytest.mark.network
def test_a_redirect_is_not_followed_and_after_many_tries_a_delivery_has_failed(desk, sending, site):
    site.says("/hook", b"", 307, Location="/lain")
    moment = datetime.now(UTC)
    told = []
    for _ in range(14):
        told += sent(desk, moment)
        moment += timedelta(hours=8)
        with desk.writing() as connection:
            connection.execute(deliveries.update().values(due=0))
    assert told == ["waiting"] * 11 + ["failed"]
    assert {path for path, _, _ in site.posted} == {"/hook"}
    assert watches(desk)[0].failed == 1


@pytest.mark.network
def test_killed_after_sending_the_same_is_sent_under_the_same_name(desk, sending, site, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr("runut.watch.sending._settle", lambda *_: {}["killed"])
        with pytest.raises(KeyError):
            sent(desk)
    assert sent(desk) == ["sent"]
    assert len({headers["webhook-id"] for _, headers, _ in site.posted}) == 1


@pytest.mark.network
def test_quiet_hours_hold_back_and_lose_nothing(desk, beras, site):
    site.says("/hook", b"ok")
    add(desk, [Item(beras)])
    watch(desk, "beras", webhook=site.url("/hook"), quiet="18:30-20:00 WIB")
    look(desk)
    assert sent(desk, NOW) == []  # 19:00 in Jakarta
    assert sent(desk, NOW + timedelta(hours=2)) == ["sent"]


@pytest.mark.network
def test_a_digest_gathers_what_comes(desk, beras, kapal, site):
    site.says("/hook", b"ok")
    add(desk, [Item(beras)])
    watch(desk, "kata", webhook=site.url("/hook"), digest=3600)
    look(desk)
    moment = datetime.now(UTC)
    assert sent(desk, moment) == ["sent"]
    add(desk, [Item(kapal), Item(replace(kapal, id="v", article="b", url="https://sela.example/b"))])
    look(desk)
    assert sent(desk, moment + timedelta(minutes=30)) == []
    assert sent(desk, moment + timedelta(hours=2)) == ["sent"]
    assert [len(json.loads(body)["alerts"]) for _, _, body in site.posted] == [1, 2]


@pytest.mark.network
def test_a_webhook_that_turned_private_is_not_called(desk, beras, site):
    add(desk, [Item(beras)])
    watch(desk, "beras", webhook=site.url("/hook"))
    look(desk)
    assert [one.state for one in deliver(desk, Gate())] == ["waiting"]
    assert site.posted == []


@pytest.mark.parametrize(
    ("hours", "hour", "holds"),
    [
        ("22-6 UTC", 23, True),
        ("22-6 UTC", 5, True),
        ("22-6 UTC", 6, False),
        ("08:30-17:00", 8, False),
        ("08:30-17:00", 9, True),
        ("22-6 WIB", 16, True),  # 23:00 in Jakarta
        ("22-6 Asia/Makassar", 21, True),  # 05:00 in Makassar
        ("22-6 Asia/Makassar", 22, False),
    ],
)
def test_hours_go_past_midnight_and_over_zones(hours, hour, holds):
    assert parse_hours(hours).hold(NOW.replace(hour=hour)) is holds


@pytest.mark.network
def test_from_a_feed_to_a_webhook_on_every_database(desk, site):
    text = "“Harga beras turun,” kata Sari Dewanti kemarin. Pedagang di pasar mengatakan hal yang sama kepada wartawan."
    page = f"<html lang='id'><body><article><h1>Harga Beras</h1><p>{text}</p><p>{text}</p></article></body></html>"
    site.says("/rss", b"<rss><channel><title>Kilas</title><item><link>/1</link></item></channel></rss>")
    site.says("/1", page.encode())
    site.says("/hook", b"ok")
    follow_all(desk, ((site.url("/rss"), None),))
    watch(desk, 'speaker:"Sari Dewanti"', webhook=site.url("/hook"))
    manners = Manners(gate=OPEN, pace=Pace(0))
    assert [told.what for told in gather(desk, manners)] == ["listing", "new"]
    assert look(desk) > 0
    assert sent(desk) == ["sent"]
    assert [told.what for told in gather(desk, manners)] == ["listing"]
    assert (look(desk), sent(desk)) == (0, [])
    unfollow(desk, site.url("/rss"))
    assert [fault for fault in examine(desk) if fault] == []
