"""Work for many servers in an order in which nobody waits for another's pause."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from dateline.sources.fetching.clock import Clock
from dateline.sources.fetching.pacing import LONGEST_WAIT, Pacing

Job = TypeVar("Job")


@dataclass
class HostQueues(Generic[Job]):
    """Jobs by the host that they ask."""

    pacing: Pacing
    clock: Clock
    _jobs: dict[str, deque[Job]] = field(default_factory=dict)

    def put(self, host: str, job: Job) -> None:
        """The job comes after the others of its host."""
        self._jobs.setdefault(host, deque()).append(job)

    def take(self) -> Job | None:
        """A job of the host that may be asked soonest; None where there is none, or only for hosts that want to be left alone."""
        host = min(self._jobs, key=self.pacing.ready_at, default=None)
        if host is None or self.pacing.ready_at(host) > self.clock.time() + LONGEST_WAIT:
            return None
        jobs = self._jobs[host]
        job = jobs.popleft()
        if not jobs:
            del self._jobs[host]
        return job
