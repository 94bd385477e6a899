import pytest

from runut.capture.addresses import forbidden_host, forbidden_ip

INNER = """
0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.100.100.200 127.0.0.1 127.255.255.254 168.63.129.16 169.254.169.254
172.16.0.1 172.31.255.255 192.0.0.192 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.51.100.7 203.0.113.9
224.0.0.1 239.1.1.1 240.0.0.1 255.255.255.255
:: ::1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::8.8.8.8 64:ff9b::7f00:1 64:ff9b::808:808 64:ff9b:1::1 100::1 2001::1
2001:db8::1 2002:7f00:1::1 fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 fec0::1 ff02::1 4000::1
"""
PUBLIC = "1.1.1.1 8.8.8.8 36.86.63.182 100.63.255.255 172.32.0.1 2606:4700::1111 2400:cb00::1"


@pytest.mark.parametrize("address", INNER.split())
def test_inner_addresses_are_forbidden(address):
    assert forbidden_ip(address)


@pytest.mark.parametrize("address", PUBLIC.split())
def test_public_addresses_are_not(address):
    assert forbidden_ip(address) is None


@pytest.mark.parametrize(
    "host",
    "localhost LOCALHOST. x.localhost printer.local. db.internal router.lan nas.home.arpa example.onion . "
    "2130706433 0x7f000001 0x7f.1 0177.0.0.1 127.1 127.0.0.1. 8.8.2056 010.8.8.8 0x08.8.8.8 1.2.3.4.5 example.0x1 ::1 "
    "[::1]".split(),
)
def test_names_and_spellings_that_hide_an_inner_host_are_forbidden(host):
    assert forbidden_host(host)


@pytest.mark.parametrize(
    "host", "example.com 8.8.8.8 2606:4700::1111 xn--bcher-kva.example 1.example localhost.example".split()
)
def test_other_names_are_for_the_resolver_to_judge(host):
    assert forbidden_host(host) is None


def test_what_is_no_address_is_forbidden():
    assert forbidden_ip("example.com")
