"""Which hosts belong to the public internet: none of this machine, its network or its cloud."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterable, Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

Resolver = Callable[[str, int], Iterable[str]]
"""Gives the IP addresses of a host and port; raises OSError."""

_TRANSLATED = IPv6Network("64:ff9b::/96")
_HOST_SERVICES = frozenset({IPv4Address("168.63.129.16")})
"""Public addresses that machines of a cloud reach their host by."""


def resolved(host: str, port: int) -> Iterable[str]:
    """Ask the name service of the system for the IP addresses of a host."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def wrong_with(host: str, addresses: Sequence[str]) -> str | None:
    """Say why a host is not connected to: it has no address, or one that is not public, by which others may be."""
    if not addresses:
        return f"The host {host} has no address"
    return None if all(map(is_public, addresses)) else f"The host {host} is not on the public internet"


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet."""
    try:
        ip: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, IPv6Address):
        if ip.sixtofour or ip.teredo:
            return False
        ip = ip.ipv4_mapped or (IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _TRANSLATED else ip)
    return ip.is_global and not ip.is_multicast and ip not in _HOST_SERVICES
