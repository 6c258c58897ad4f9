"""One request and its answer, within limits of size and time."""

from __future__ import annotations

import ssl
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import httpcore
import httpx

from dateline.errors import FetchFailed
from dateline.sources.fetching.connecting import AddressRefused, GuardedNetwork

_FOUND = 200
_PACKED = frozenset({"gzip", "x-gzip", "deflate"})
_CHUNK = 65_536


class NotAllowed(FetchFailed):
    """The name leads to an address within the user's own network."""


@dataclass(frozen=True, slots=True)
class Limits:
    """`size`: bytes of one answer, as sent and unpacked; `seconds`: from the first step of connecting to the last byte;
    `silence`: seconds for any single step.
    """

    size: int = 10_000_000
    seconds: float = 30.0
    silence: float = 10.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent; names of headers in small letters, the body unpacked and empty unless the status is 200."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes


class Downloader:
    """Sends single requests, each over a connection of its own; holds no cookies and follows nothing."""

    def __init__(self, network: GuardedNetwork, limits: Limits, user_agent: str) -> None:
        self._network, self._limits, self._user_agent = network, limits, user_agent
        self._pool = httpcore.ConnectionPool(ssl_context=_certificates(), max_keepalive_connections=0, network_backend=network)

    def close(self) -> None:
        self._pool.close()

    def get(self, url: str, headers: Mapping[str, str] | None = None, *, only: int | None = None) -> Answer:
        """The answer to a GET; raises FetchFailed where there is none within the limits.

        `only`: so many bytes of the body suffice, as unpacked; the rest is not waited for.
        """
        address = address_of(url)
        self._network.deadline = time.monotonic() + self._limits.seconds
        try:
            return self._answer(url, address, headers or {}, only)
        except AddressRefused as error:
            raise NotAllowed(url, str(error), "--allow-private fetches from it nevertheless", lasting=True) from error
        except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol) as error:
            raise FetchFailed(url, f"cannot be fetched: {_said(error)}", "it is tried again later") from error

    def _answer(self, url: str, address: httpx.URL, headers: Mapping[str, str], only: int | None) -> Answer:
        steps = {"connect": self._limits.silence, "read": self._limits.silence, "write": self._limits.silence, "pool": 1.0}
        target = httpcore.URL(scheme=address.raw_scheme, host=address.raw_host, port=address.port, target=address.raw_path)
        sent = {"Host": address.netloc.decode("ascii"), "User-Agent": self._user_agent, "Accept-Encoding": "gzip"}
        sent |= {"Accept": "*/*", "Connection": "close", **headers}
        with self._pool.stream("GET", target, headers=list(sent.items()), extensions={"timeout": steps}) as response:
            told = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
            body = self._body(response.iter_stream(), told, url, only) if response.status == _FOUND else b""
            return Answer(url, response.status, told, body)

    def _body(self, chunks: Iterable[bytes], headers: Mapping[str, str], url: str, only: int | None) -> bytes:
        encoding = headers.get("content-encoding", "identity").strip().lower()
        if encoding in _PACKED:
            chunks = _unpacked(self._bounded(chunks, url), url)
        elif encoding not in {"identity", ""}:
            raise FetchFailed(url, f"is packed in a way that was not asked for ({encoding[:40]})", "leave it out", lasting=True)
        return _beginning(chunks, only) if only is not None else b"".join(self._bounded(chunks, url))

    def _bounded(self, chunks: Iterable[bytes], url: str) -> Iterator[bytes]:
        size = 0
        for chunk in chunks:
            size += len(chunk)
            if size > self._limits.size:
                raise FetchFailed(url, f"is larger than {self._limits.size:,} bytes", "leave it out", lasting=True)
            yield chunk


def _beginning(chunks: Iterable[bytes], size: int) -> bytes:
    found = bytearray()
    for chunk in chunks:
        found += chunk
        if len(found) >= size:
            break
    return bytes(found[:size])


@cache
def _certificates() -> ssl.SSLContext:
    """The certificates that servers are checked by."""
    return httpcore.default_ssl_context()


def _unpacked(chunks: Iterable[bytes], url: str) -> Iterator[bytes]:
    """Unpacked content in small pieces, so that a bomb is noticed before it fills the memory."""
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        for chunk in chunks:
            while chunk:
                if unpacker.eof:
                    chunk = chunk.lstrip(b"\0")  # padding
                    if not chunk:
                        break
                    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
                yield unpacker.decompress(chunk, _CHUNK)
                chunk = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
        yield unpacker.flush()
    except zlib.error as error:
        raise FetchFailed(url, f"cannot be unpacked: {error}", "it is tried again later") from error
    if not unpacker.eof:
        raise FetchFailed(url, "breaks off", "it is tried again later")


def address_of(url: str) -> httpx.URL:
    """The address in its parts; raises FetchFailed for what is none that may be fetched."""
    try:
        address = httpx.URL(url)
    except (httpx.InvalidURL, ValueError, UnicodeError) as error:
        raise FetchFailed(url, f"is no address: {error}", "check the address", lasting=True) from error
    if address.scheme not in {"http", "https"} or not address.host or b"%" in address.raw_host or address.userinfo:
        raise FetchFailed(
            url, "is no plain address of a web page", "give one with http:// or https:// and no password", lasting=True
        )
    return address


def _said(error: Exception) -> str:
    if isinstance(error, httpcore.TimeoutException):
        return f"the server took too long ({error})"
    return str(error) or type(error).__name__
