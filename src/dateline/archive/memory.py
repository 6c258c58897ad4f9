"""What is near, kept in memory while articles are added, so that it need not be fetched and decoded again for each batch.

The archive stays what is true: whatever stands here was written to it or read from it, and all of it is let go when a transaction
fails, since what was written then is not there.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import islice
from typing import Any, Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")
Whole = TypeVar("Whole")


class Kept(Generic[Key, Value]):
    """Values by key, at most so many: the oldest go first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: dict[Key, Value] = {}

    def put(self, values: Mapping[Key, Value]) -> None:
        """Keep these too, in the place of earlier ones of the same keys."""
        for key in values:
            self._values.pop(key, None)
        self._values.update(values)
        if len(self._values) > self._most:
            for key in list(islice(self._values, len(self._values) - self._most)):
                del self._values[key]

    def get(self, keys: Iterable[Key], fetch: Callable[[Collection[Key]], Mapping[Key, Value]]) -> dict[Key, Value]:
        """The values of these keys; those not kept are fetched, all at once, and kept. What `fetch` does not find is left out."""
        wanted = list(dict.fromkeys(keys))
        found = {key: self._values[key] for key in wanted if key in self._values}
        missing = [key for key in wanted if key not in found]
        if missing:
            fetched = fetch(missing)
            self.put(fetched)
            found.update(fetched)
        return found

    def drop(self, keys: Iterable[Key]) -> None:
        """Forget these."""
        for key in keys:
            self._values.pop(key, None)

    def clear(self) -> None:
        """Forget all."""
        self._values.clear()


class Memory:
    """What is kept for one archive, by name: `archive.memory`."""

    def __init__(self) -> None:
        self._kept: dict[str, Kept[Any, Any]] = {}
        self._whole: dict[str, Any] = {}

    def of(self, name: str, most: int) -> Kept[Any, Any]:
        """What is kept under this name, at most so many values."""
        if name not in self._kept:
            self._kept[name] = Kept(most)
        return self._kept[name]

    def once(self, name: str, fetch: Callable[[], Whole]) -> Whole:
        """The whole of this name, fetched when it is first asked for; whoever writes to the archive adds to it."""
        if name not in self._whole:
            self._whole[name] = fetch()
        found: Whole = self._whole[name]
        return found

    def forget(self, name: str) -> None:
        """Let go of what stands under this name."""
        self._kept.pop(name, None)
        self._whole.pop(name, None)

    def clear(self) -> None:
        """Let go of everything."""
        self._kept.clear()
        self._whole.clear()
