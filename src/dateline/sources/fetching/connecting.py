"""Connections that only lead to checked addresses and end at a deadline."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import httpcore

from dateline.sources.fetching.addresses import Resolve, is_public, resolve


class AddressRefused(httpcore.NetworkError):
    """A name leads to an address that must not be connected to."""


class GuardedNetwork(httpcore.NetworkBackend):
    """Connects to one checked address of a name. `deadline` (of `time.monotonic`) bounds all that is done until it is set anew:

    limits for single reads alone would let a server send one byte at a time for ever.
    """

    def __init__(self, *, allow_private: bool = False, resolve: Resolve = resolve) -> None:
        self._allow_private, self._resolve, self._network = allow_private, resolve, httpcore.SyncBackend()
        self.deadline = float("inf")

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first of its addresses that answers; raises AddressRefused where one of them is not public."""
        problem: Exception | None = None
        for address in self._addresses(host, port):
            try:
                left = self.left(timeout)
                stream = self._network.connect_tcp(address, port, left, local_address, socket_options)
                return _TimedStream(stream, self.left)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                problem = error
        raise problem or httpcore.ConnectError(f"{host} has no address")

    def sleep(self, seconds: float) -> None:
        """Asked for between attempts to connect, of which there is one."""

    def left(self, timeout: float | None) -> float:
        """The seconds that one step may take; raises ReadTimeout where none are left."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the time for this page is over")
        return left if timeout is None else min(left, timeout)

    def _addresses(self, host: str, port: int) -> Sequence[str]:
        try:
            found = self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"the name {host} cannot be resolved: {error}") from error
        refused = [address for address in found if not is_public(address)]
        if refused and not self._allow_private:
            raise AddressRefused(f"{host} leads to {refused[0]}, which is no address of the public internet")
        return found


class _TimedStream(httpcore.NetworkStream):
    """A connection whose every step takes no longer than what is left."""

    def __init__(self, stream: httpcore.NetworkStream, left: Callable[[float | None], float]) -> None:
        self._stream, self._left = stream, left

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _TimedStream(self._stream.start_tls(ssl_context, server_hostname, self._left(timeout)), self._left)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
