"""Who may ask the server: no page of another site, and no name that was made to point at this machine."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit


def is_loopback(host: str) -> bool:
    """Return whether an address to listen on is reached from this machine alone."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def refusal(listening_on: str, host: str | None, origin: str | None) -> str | None:
    """Return why a request is refused, in a few words; null where it is not.

    ``host`` and ``origin`` are the headers of that name. A browser that was led here by a foreign name (DNS rebinding)
    says that name in ``Host``: only ``localhost``, the name listened on and, where others are let in, plain addresses
    are taken. A page of another site is named by its ``Origin``, which must be the page's own.
    """
    parts = _split(f"http://{host or ''}")
    if parts is None or not _is_ours(parts[0], listening_on):
        return "not the name of this server"
    if origin is not None and _split(origin) != parts:
        return "asked for by another site"
    return None


def _is_ours(name: str, listening_on: str) -> bool:
    if name in {"localhost", listening_on.lower()}:
        return True
    try:
        address = ip_address(name)
    except ValueError:
        return False
    return address.is_loopback or not is_loopback(listening_on)


def _split(url: str) -> tuple[str, int] | None:
    """Return host and port of an address with scheme; null where it is none, or is more than that."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not parts.hostname or "@" in parts.netloc or parts.path or parts.query:
        return None
    return parts.hostname, port if port is not None else 443 if parts.scheme == "https" else 80
