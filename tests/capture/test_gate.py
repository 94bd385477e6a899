import socket
import threading

import pytest
from httpcore2 import ConnectError, SyncBackend

from runut.capture.fetch import fetch
from runut.capture.gate import Gate
from runut.capture.wire import Limits
from runut.errors import Refused, Unreachable

PUBLIC = "36.86.63.182"


@pytest.mark.parametrize(
    "address",
    [
        "ftp://example.com/x",
        "file:///etc/passwd",
        "javascript://example.com/%0aalert(1)",
        "gopher://example.com/",
        "https://user@example.com/",
        "https://user:secret@example.com/",
        "https://example.com\\@127.0.0.1/",
        "https://example.com /",
        "https://exa\nmple.com/",
        "https:///path",
        "https://",
        "https://example.com:0/",
        "https://example.com:99999/",
        "https://example.com:abc/",
        "https://example.com/" + "a" * 5_000,
        "https://\ud800.example/",
        "not a link",
        "",
    ],
)
@pytest.mark.parametrize("allow_private", [False, True])
def test_what_is_no_plain_web_link_is_refused_always(address, allow_private):
    with pytest.raises(Refused):
        Gate(allow_private).admit(address)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[fe80::1%25eth0]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://0177.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://printer.local/",
        "http://example.com:8080/",
        "http://example.com:22/",
        "https://１２７.0.0.1/",
    ],
)
def test_inner_hosts_and_odd_ports_are_refused_as_written(address):
    with pytest.raises(Refused):
        Gate().admit(address)


def test_public_links_pass_without_their_fragment():
    assert str(Gate().admit(" https://EXAMPLE.com/berita?x=1#top\n")) == "https://example.com/berita?x=1"
    assert Gate().admit("http://example.com:443/").port == 443
    assert Gate().admit("https://bücher.example/").raw_host == b"xn--bcher-kva.example"


def test_private_links_pass_when_allowed():
    assert Gate(allow_private=True).admit("http://127.0.0.1:8080/x").port == 8080


def gate_to(addresses, dialled, *, allow_private=False):
    def dial(ip, port, seconds):
        dialled.append(ip)
        raise ConnectError("nobody")

    return Gate(allow_private, resolve=lambda *_: addresses, dial=dial)


@pytest.mark.parametrize(
    "inner", ["127.0.0.1", "10.1.2.3", "::1", "fe80::1%eth0", "64:ff9b::7f00:1", "169.254.169.254"]
)
def test_a_public_name_of_an_inner_address_is_refused_without_dialling(inner):
    dialled = []
    with pytest.raises(Refused, match=r"rumah\.example is"):
        gate_to([inner], dialled).open("rumah.example", 80, 1)
    assert dialled == []


def test_of_mixed_answers_only_public_ones_are_dialled():
    dialled = []
    with pytest.raises(Unreachable):
        gate_to(["127.0.0.1", PUBLIC, "10.0.0.1", "8.8.4.4"], dialled).open("campur.example", 80, 1)
    assert dialled == [PUBLIC, "8.8.4.4"]


def test_at_most_four_addresses_are_tried():
    dialled = []
    with pytest.raises(Unreachable):
        gate_to([f"36.86.63.{n}" for n in range(1, 200)], dialled).open("banyak.example", 80, 1)
    assert len(dialled) == 4


def test_the_host_is_judged_again_when_connecting():
    with pytest.raises(Refused):
        gate_to([PUBLIC], []).open("localhost", 80, 1)


@pytest.mark.parametrize("fault", [socket.gaierror(-2, "unknown"), UnicodeError("label too long")])
def test_a_name_without_address_is_unreachable(fault):
    def resolve(host, port):
        raise fault

    with pytest.raises(Unreachable, match="no host"):
        Gate(resolve=resolve).open("tiada.example", 80, 1)


def test_a_resolver_that_hangs_is_left_alone():
    wake = threading.Event()

    def resolve(host, port):
        wake.wait(30)
        return [PUBLIC]

    with pytest.raises(Unreachable, match="not resolved"):
        Gate(resolve=resolve).open("lambat.example", 80, 0.05)
    wake.set()


@pytest.mark.network
def test_a_name_that_turns_private_between_two_requests_does_not_get_through(site):
    """The first answer is public and robots.txt is had from there; the second is loopback and refused."""
    site.says("/robots.txt", b"", Content_Type="text/plain")
    site.says("/")
    answers = iter([[PUBLIC], ["127.0.0.1"]])
    dialled = []

    def dial(ip, port, seconds):
        dialled.append((ip, port))
        return SyncBackend().connect_tcp("127.0.0.1", site.port, seconds)  # The test's own internet.

    gate = Gate(resolve=lambda *_: next(answers), dial=dial)
    with pytest.raises(Refused, match="loopback"):
        fetch("http://berubah.example/", gate=gate, limits=Limits(total=5))
    assert dialled == [(PUBLIC, 80)]
    assert site.paths == ["/robots.txt"]
    assert site.asked[0][1]["Host"] == "berubah.example"
