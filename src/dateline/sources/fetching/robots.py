"""What servers ask of programs in their robots.txt (RFC 9309), by protego."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from protego import Protego

from dateline.errors import FetchFailed
from dateline.sources.fetching.clock import Clock
from dateline.sources.fetching.download import Answer, NotAllowed

MAX_ROBOTS = 500 * 1024
"""Bytes that are read, as unpacked: as many as RFC 9309 (2.5) asks for. Rules beyond are left out."""
_KEPT_SECONDS = 24 * 3600.0
_KEPT_AFTER_FAILURE = 1800.0
_MOST_HOSTS = 2_000
_LONGEST_DELAY = 60.0
"""A host that asks for more between two pages is asked once in so many seconds nevertheless: seldom enough to harm nobody."""

Get = Callable[[str], Answer]


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one origin until `until`; without `parsed` everything is allowed, or nothing where it is `unreachable`."""

    until: float
    parsed: Any = None
    unreachable: bool = False


class Robots:
    """The rules of the origins visited lately, each fetched once a day with `get`, which follows redirections."""

    def __init__(self, get: Get, clock: Clock, agent: str) -> None:
        self._get, self._clock, self._agent = get, clock, agent
        self._rules: OrderedDict[str, Rules] = OrderedDict()

    def check(self, origin: str, url: str) -> float | None:
        """The delay that the origin asks for between two pages; raises FetchFailed where the page must not be fetched."""
        rules = self._of(origin)
        if rules.unreachable:
            raise FetchFailed(
                url, f"{origin}/robots.txt cannot be fetched now", "it is tried again later", wait=_KEPT_AFTER_FAILURE
            )
        if rules.parsed is None:
            return None
        if not rules.parsed.can_fetch(url, self._agent):
            raise FetchFailed(
                url, "the site's robots.txt asks programs not to fetch it", "save the page by hand and add it", lasting=True
            )
        delay = rules.parsed.crawl_delay(self._agent)
        return min(float(delay), _LONGEST_DELAY) if delay is not None and math.isfinite(delay) and delay > 0 else None

    def _of(self, origin: str) -> Rules:
        rules = self._rules.get(origin)
        if rules is None or rules.until < self._clock.time():
            rules = self._fetched(origin)
            self._rules[origin] = rules
            if len(self._rules) > _MOST_HOSTS:
                self._rules.popitem(last=False)
        return rules

    def _fetched(self, origin: str) -> Rules:
        """A file that is not there allows everything; one that cannot be fetched or unpacked forbids everything for a while."""
        now = self._clock.time()
        try:
            answer = self._get(f"{origin}/robots.txt")
        except NotAllowed as error:
            # The page itself is refused then, for that reason. Only a redirection leads from a public host there.
            return Rules(now + _KEPT_SECONDS, unreachable=not error.source.startswith(f"{origin}/"))
        except FetchFailed:
            return Rules(now + _KEPT_AFTER_FAILURE, unreachable=True)
        if answer.status >= 500 or answer.status == 429:
            return Rules(now + _KEPT_AFTER_FAILURE, unreachable=True)
        if answer.status != 200:
            return Rules(now + _KEPT_SECONDS)
        return Rules(now + _KEPT_SECONDS, Protego.parse(_text(answer.body)))


def _text(body: bytes) -> str:
    """The whole lines of it: half a rule would be another one."""
    whole = body if len(body) < MAX_ROBOTS else body[: max(body.rfind(b"\n"), body.rfind(b"\r")) + 1]
    return whole.decode("utf-8-sig", "replace")
