"""Which internet addresses may be connected to.

A feed can name any address, also one that only the user's own machine can reach: a router, a database, the metadata service of a
cloud. So a name is resolved once, all its addresses are checked, and the connection goes to an address that was checked: were the
name resolved again for connecting, the second answer could be another one (DNS rebinding).
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], Sequence[str]]

_EMBEDDING = ipaddress.ip_network("64:ff9b::/96")
"""Addresses of IPv4 written as IPv6 for translators (RFC 6052)."""


def resolve(host: str, port: int) -> tuple[str, ...]:
    """The addresses of a name, as the system resolves it; raises OSError where there is none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(address[0]) for *_, address in found))


def is_public(text: str) -> bool:
    """Whether an address belongs to the open internet: not private, loopback, link-local, multicast or reserved."""
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    return all(
        each.is_global and not each.is_multicast and not each.is_reserved and not getattr(each, "is_site_local", False)
        for each in _meant(address)
    )


def _meant(address: Address) -> list[Address]:
    """The address, and the one of IPv4 that it stands for, if it does."""
    if isinstance(address, ipaddress.IPv4Address):
        return [address]
    if address.ipv4_mapped:
        return [address.ipv4_mapped]
    if address in _EMBEDDING:
        return [ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)]
    inner = address.sixtofour or (address.teredo[1] if address.teredo else None)
    return [address, inner] if inner else [address]
