"""Which hosts and IP addresses lie outside of the public network (IANA special-purpose registries)."""

import re
from ipaddress import IPv4Address, ip_address, ip_network

# Named one by one, since `is_global` differs between Python versions and lets some of them pass.
_NETWORKS = tuple(
    (ip_network(network), kind)
    for network, kind in (
        ("0.0.0.0/8", "an address of this machine"),
        ("10.0.0.0/8", "a private address"),
        ("100.64.0.0/10", "a carrier's inner address"),
        ("127.0.0.0/8", "a loopback address"),
        ("168.63.129.16/32", "a cloud's metadata address"),
        ("169.254.0.0/16", "a link-local or metadata address"),
        ("172.16.0.0/12", "a private address"),
        ("192.0.0.0/24", "a reserved address"),
        ("192.0.2.0/24", "a reserved address"),
        ("192.88.99.0/24", "a reserved address"),
        ("192.168.0.0/16", "a private address"),
        ("198.18.0.0/15", "a reserved address"),
        ("198.51.100.0/24", "a reserved address"),
        ("203.0.113.0/24", "a reserved address"),
        ("224.0.0.0/4", "a multicast address"),
        ("240.0.0.0/4", "a reserved address"),
        # Holds ::, ::1, IPv4-mapped and IPv4-compatible addresses.
        ("::/8", "a loopback, mapped or reserved address"),
        # Both NAT64 prefixes: they reach an IPv4 address that was not looked at.
        ("64:ff9b::/96", "a translated IPv4 address"),
        ("64:ff9b:1::/48", "a translated IPv4 address"),
        ("100::/64", "a reserved address"),
        # Teredo, ORCHID, documentation, benchmarks.
        ("2001::/23", "a tunnelled or reserved address"),
        ("2001:db8::/32", "a reserved address"),
        ("2002::/16", "a tunnelled IPv4 address"),
        ("3fff::/20", "a reserved address"),
        ("5f00::/16", "a reserved address"),
        ("fc00::/7", "a private address"),
        ("fe80::/10", "a link-local address"),
        ("fec0::/10", "a private address"),
        ("ff00::/8", "a multicast address"),
    )
)
_GLOBAL_UNICAST = ip_network("2000::/3")
_INNER_NAMES = (
    "localhost",
    "local",
    "localdomain",
    "internal",
    "intranet",
    "lan",
    "home",
    "corp",
    "home.arpa",
    "onion",
)
_NUMBER = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)", re.IGNORECASE)


def forbidden_ip(address: str) -> str | None:
    """What kind of non-public address it is, in words; None for a public one."""
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return "no IP address"
    for network, kind in _NETWORKS:
        if ip in network:
            return kind
    # Of IPv6, only 2000::/3 is given out.
    is_public = ip.is_global and (ip.version == 4 or ip in _GLOBAL_UNICAST)
    return None if is_public else "a reserved address"


def forbidden_host(host: str) -> str | None:
    """What kind of non-public host a name says it is; None where only its addresses can tell.

    IP addresses in other spellings than the usual one (`2130706433`, `0x7f.1`, `127.1`) are refused:
    nobody writes them but to hide where a link leads.
    """
    name = host.rstrip(".").lower()
    if not name:
        return "no host"
    if ":" in name:
        return forbidden_ip(name)
    if any(name == inner or name.endswith(f".{inner}") for inner in _INNER_NAMES):
        return "a name of an inner network"
    if not _NUMBER.fullmatch(name.rpartition(".")[2]):
        return None
    return forbidden_ip(name) if _is_usual(name) else "an IP address in an unusual spelling"


def _is_usual(name: str) -> bool:
    try:
        return str(IPv4Address(name)) == name
    except ValueError:
        return False
