"""One address for one page, however it was linked to."""

from __future__ import annotations

from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

from dateline.knowledge.tracking_parameters import is_tracking

_PORTS = {"http": 80, "https": 443}


def canonical_url(url: str) -> str | None:
    """What two addresses of one page have in common: host and path without scheme, "www.", fragment and marks of campaigns.

    It serves to compare, not to fetch. None for what is no address of a web page.
    """
    try:
        parts = urlsplit(url.strip())
        host = _host(parts)
    except ValueError:
        return None
    if parts.scheme not in _PORTS or not host:
        return None
    wanted = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not is_tracking(name)]
    query = f"?{urlencode(sorted(wanted))}" if wanted else ""
    path = quote(unquote(parts.path), safe="/:@!$&'()*+,;=~-._").rstrip("/")
    return f"{host}{path or '/'}{query}"


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".").removeprefix("www.")
    port = parts.port
    return host if port in {None, _PORTS.get(parts.scheme)} else f"{host}:{port}"
