"""Keys by which accounts that may tell one event are found without comparing all with all.

Two accounts are compared where they share a day and a side, a rare word and a month, a side and the verb and a month, or two
sides and the type and a fortnight: what an article costs then follows the news of its days, not the archive.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from itertools import combinations, product

from dateline.corroboration.incidents.account import Account
from dateline.knowledge.word_rarity import UNSEEN, rarities

MONTH, FORTNIGHT = 32, 14
RAREST = 5
RARE = 4.0
"""Rarity from which on a word finds others."""
PARTIES = 4
"""Sides of one account that are looked up by; a list of twenty states finds nothing of its own."""


def keys_of(account: Account) -> frozenset[int]:
    """CRC-32 of each key; two keys with one checksum only cost a comparison."""
    return frozenset(zlib.crc32(key.encode()) for key in _keys(account))


def _keys(account: Account) -> Iterator[str]:
    parties = [member.country or member.name for member in account.parties[:PARTIES]]
    if not account.sources:
        # Those to whom it was done may be told in one report and not in the next.
        parties.append(f"nobody, {account.type}")
    for day, party in product(_days(account), dict.fromkeys(parties)):
        yield f"{day} {party}"
    months, fortnights = (dict.fromkeys(_periods(account, length)) for length in (MONTH, FORTNIGHT))
    for month in months:
        for word in _rarest(account):
            yield f"{month} {word}"
        for word, party in product(account.trigger, parties):
            yield f"{month} {word} {party}"
    for fortnight, pair in product(fortnights, combinations(sorted(set(parties)), 2)):
        yield f"{fortnight} {account.type} {pair}"


def _days(account: Account) -> range:
    """The days that a precise date can mean."""
    if account.first is None or account.last is None or account.last - account.first > 1:
        return range(0)
    return range(account.first - account.lag, account.last + 1)


def _periods(account: Account, length: int) -> Iterator[str]:
    """The stretches of so many days in which it can have happened: that of its date, else those around its article."""
    for day in _around(account, length):
        yield f"{length}:{day // length}"


def _around(account: Account, length: int) -> tuple[int, ...]:
    first, last = account.first, account.last
    if first is not None and last is not None and last - first < length:
        return (first, last)
    if account.published is None:
        return (first or last or 0,)
    ahead = (account.published + length,) if account.reality != "told" else ()
    return (account.published - length, account.published, *ahead)


def _rarest(account: Account) -> list[str]:
    table = rarities()
    rare = [(table.get(word, UNSEEN), word) for word in account.core | account.trigger]
    return [word for rarity, word in sorted(rare, reverse=True)[:RAREST] if rarity >= RARE]
