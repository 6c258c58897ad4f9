"""Fetching one address as a polite visitor: robots rules, pauses, conditional requests, redirections followed by hand."""

from __future__ import annotations

import email.utils
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urljoin

from dateline._version import __version__
from dateline.errors import FetchFailed
from dateline.sources.fetching.addresses import Resolve, resolve
from dateline.sources.fetching.clock import Clock
from dateline.sources.fetching.connecting import GuardedNetwork
from dateline.sources.fetching.download import Answer, Downloader, Limits, address_of
from dateline.sources.fetching.pacing import Pacing
from dateline.sources.fetching.robots import MAX_ROBOTS, Robots

AGENT = "dateline"
USER_AGENT = f"{AGENT}/{__version__} (reads news feeds for one user; honours robots.txt)"
MOST_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_NOT_CHANGED, _FOUND = 304, 200
_COME_BACK = frozenset({429, 503})
_FOR_NOW = frozenset({408, 425, 429})
_LONGEST_HOLD = 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Validators:
    """By what a server tells whether something has changed since."""

    etag: str | None = None
    last_modified: str | None = None

    def headers(self) -> dict[str, str]:
        pairs = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in pairs.items() if value}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was found; `url` is where the redirections ended, `body` None where nothing has changed since."""

    url: str
    body: bytes | None
    content_type: str | None
    charset: str | None
    validators: Validators


class Fetcher:
    """Fetches for one user; close it, or use it in a `with` statement."""

    def __init__(
        self,
        clock: Clock,
        *,
        limits: Limits | None = None,
        delay: float = 1.0,
        allow_private: bool = False,
        resolve: Resolve = resolve,
    ) -> None:
        network = GuardedNetwork(allow_private=allow_private, resolve=resolve)
        self._downloader = Downloader(network, limits or Limits(), USER_AGENT)
        self._clock, self.pacing = clock, Pacing(clock, delay)
        self._robots = Robots(self._rules, clock, AGENT)

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        self._downloader.close()

    def fetch(self, url: str, validators: Validators | None = None, accept: str = "*/*") -> Fetched:
        """The content of an address; raises FetchFailed, which says whether it is worth another try and when."""
        headers = {"Accept": accept, **(validators.headers() if validators else {})}
        answer = self._followed(url, headers, obey=True)
        if answer.status not in {_FOUND, _NOT_CHANGED}:
            raise self._refusal(answer)
        told = answer.headers
        kind, charset = _content_type(told.get("content-type", ""))
        known = Validators(_short(told.get("etag")), _short(told.get("last-modified")))
        body = answer.body if answer.status == _FOUND else None
        return Fetched(answer.url, body, kind, charset, known if body is not None else validators or known)

    def _rules(self, url: str) -> Answer:
        return self._followed(url, {}, obey=False, only=MAX_ROBOTS)

    def _followed(self, url: str, headers: Mapping[str, str], *, obey: bool, only: int | None = None) -> Answer:
        """The answer at the end of the redirections; each step is checked as the first one was."""
        asked = url
        for _ in range(MOST_REDIRECTS + 1):
            host, origin = _place(url)
            delay = self._robots.check(origin, url) if obey else None
            self.pacing.take_turn(host, url, delay)
            answer = self._get(url, host, headers, only)
            location = answer.headers.get("location")
            if answer.status not in _REDIRECTS or not location:
                return answer
            url = _joined(url, location)
        if not obey:
            return answer  # RFC 9309, 2.3.1.2: rules behind too many redirections are as if there were none
        raise FetchFailed(asked, f"is redirected more than {MOST_REDIRECTS} times", "check the address", lasting=True)

    def _get(self, url: str, host: str, headers: Mapping[str, str], only: int | None) -> Answer:
        try:
            answer = self._downloader.get(url, headers, only=only)
        except FetchFailed as error:
            self.pacing.answered(host, at_all=error.lasting)
            raise
        self.pacing.answered(host, at_all=True)
        return answer

    def _refusal(self, answer: Answer) -> FetchFailed:
        wait = _seconds(answer.headers.get("retry-after"), self._clock.time())
        if answer.status in _COME_BACK and wait:
            self.pacing.hold(_place(answer.url)[0], wait)
        lasting = 400 <= answer.status < 500 and answer.status not in _FOR_NOW
        remedy = "check the address" if lasting else "it is tried again later"
        return FetchFailed(answer.url, f"the server answered {answer.status}", remedy, lasting=lasting, wait=wait)


def _place(url: str) -> tuple[str, str]:
    """Host and origin of an address; raises FetchFailed for what is none that may be fetched."""
    address = address_of(url)
    netloc = address.netloc.decode("ascii", "replace")
    return netloc, f"{address.scheme}://{netloc}"


def _joined(url: str, location: str) -> str:
    try:
        # Servers send addresses in bytes of UTF-8, which headers show as Latin-1.
        joined = urljoin(url, location.encode("latin-1", "replace").decode("utf-8", "replace").strip())
    except ValueError as error:
        raise FetchFailed(
            url, f"is redirected to what is no address: {location[:100]!r}", "check the address", lasting=True
        ) from error
    return joined.partition("#")[0]


def _seconds(value: str | None, now: float) -> float | None:
    """A Retry-After, in seconds or as a date, as seconds from now, at most a day."""
    if not value:
        return None
    value = value.strip()
    if value.isascii() and value.isdigit():
        return min(float(value[:9]), _LONGEST_HOLD)
    try:
        moment = email.utils.parsedate_to_datetime(value).timestamp()
    except (ValueError, TypeError, OverflowError):
        return None
    return min(max(moment - now, 0.0), _LONGEST_HOLD)


def _content_type(value: str) -> tuple[str | None, str | None]:
    kind, *parameters = (part.strip() for part in value[:500].split(";"))
    named = (part.partition("=") for part in parameters)
    charset = next((text.strip(" \"'") for name, _, text in named if name.strip().lower() == "charset"), None)
    return kind.lower() or None, charset or None


def _short(value: str | None) -> str | None:
    return value if value and len(value) <= 1_000 and value.isascii() and value.isprintable() else None
