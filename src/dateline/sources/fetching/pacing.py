"""How often one server is asked."""

from __future__ import annotations

from dateline.errors import FetchFailed
from dateline.sources.fetching.clock import Clock

LONGEST_WAIT = 120.0
"""Seconds; whoever wants to be left alone longer is passed over."""
_FIRST_REST, _LONGEST_REST = 15.0, 3600.0
_MOST_HOSTS = 10_000


class Pacing:
    """When each host may be asked again: `delay` seconds after the last time, or what it asked for itself."""

    def __init__(self, clock: Clock, delay: float = 1.0) -> None:
        self._clock, self._delay = clock, delay
        self._ready: dict[str, float] = {}
        self._silent: dict[str, int] = {}

    def ready_at(self, host: str) -> float:
        """The time from which on the host may be asked."""
        return self._ready.get(host, 0.0)

    def take_turn(self, host: str, url: str, delay: float | None = None) -> None:
        """Wait until the host may be asked and count this as asking; raises FetchFailed where that is too long to wait for."""
        wait = self.ready_at(host) - self._clock.time()
        if wait > LONGEST_WAIT:
            raise FetchFailed(url, f"{host} asked to be left alone for {wait:,.0f} s more", "it is tried again then", wait=wait)
        if wait > 0:
            self._clock.sleep(wait)
        self._note(host, max(delay or 0.0, self._delay))

    def hold(self, host: str, seconds: float) -> None:
        """Leave the host alone for some time."""
        self._note(host, seconds)

    def answered(self, host: str, *, at_all: bool) -> None:
        """A host that does not answer is left alone, each time for twice as long: a stalling server would hold up all others."""
        if at_all:
            self._silent.pop(host, None)
            return
        if len(self._silent) >= _MOST_HOSTS:
            self._silent.clear()
        self._silent[host] = times = self._silent.get(host, 0) + 1
        self.hold(host, min(_FIRST_REST * 2.0 ** min(times, 20), _LONGEST_REST))

    def _note(self, host: str, seconds: float) -> None:
        now = self._clock.time()
        if len(self._ready) >= _MOST_HOSTS:
            self._ready = {name: at for name, at in self._ready.items() if at > now}
        self._ready[host] = max(self._ready.get(host, 0.0), now + seconds)
