"""Readers of the reading room: so many in a closed loop, without a pause between a page and the next.

A process of its own, so that what it computes is not counted as the server's. Reads a JSON object from standard input: `port`,
`clients`, and `addresses` in the order in which the next free client takes them; writes for each its milliseconds from the first
byte of the request to the last of the answer, the status, and the bytes.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
import time
from collections.abc import Iterator

Answer = tuple[float, int, int]
LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)


async def client(port: int, waiting: Iterator[tuple[int, str]], answers: dict[int, Answer]) -> None:
    """Take one address after the other, over one connection."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 24)
    for place, address in waiting:
        start = time.perf_counter()
        writer.write(f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
        head = await reader.readuntil(b"\r\n\r\n")
        found = LENGTH.search(head)
        body = await reader.readexactly(int(found[1])) if found else b""
        answers[place] = ((time.perf_counter() - start) * 1000, int(head.split(b" ", 2)[1]), len(body))
    writer.close()


async def asked(port: int, clients: int, addresses: list[str]) -> list[Answer]:
    """The answers in the order of the addresses."""
    waiting, answers = iter(enumerate(addresses)), dict[int, Answer]()
    await asyncio.gather(*(client(port, waiting, answers) for _ in range(clients)))
    return [answers[place] for place in range(len(addresses))]


if __name__ == "__main__":
    given = json.load(sys.stdin)
    json.dump(asyncio.run(asked(given["port"], given["clients"], given["addresses"])), sys.stdout)
