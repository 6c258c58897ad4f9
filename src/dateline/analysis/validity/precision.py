"""How many of the records that the program found are right, per type and field, as one or two people judged them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dateline.analysis.validity.alpha import Agreement, agreement
from dateline.analysis.validity.intervals import Scored, Share, share_of

RIGHT, WRONG, UNCLEAR = "right", "wrong", "unclear"
CODES = (RIGHT, WRONG, UNCLEAR)
WHOLE = "all of it"
"""The record with all its fields: wrong where one field is."""
ALL = "all"
"""The records of all types."""


@dataclass(frozen=True, slots=True)
class CodedRecord:
    """What one coder said of each field of a record; `group` is its type, or the act of a statement.

    `values` are those of a blind coder, written alike where they mean the same: coders agree or not in them, whatever the program
    said.
    """

    record: str
    group: str
    stratum: str
    weight: float
    codes: Mapping[str, str]
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PrecisionRow:
    """Of the records of a group, in one field: the share that is right as the coders say on average, and as all of them say.

    `agreement` is None with one coder; `unclear` counts the judgements that are neither right nor wrong and stand outside.
    """

    group: str
    field: str
    right: Share
    right_for_all: Share
    unclear: int
    agreement: Agreement | None


def precision(coders: Sequence[Sequence[CodedRecord]], fields: Sequence[str]) -> tuple[PrecisionRow, ...]:
    """A row for each field over all records, then for each type; what nobody judged has no row."""
    records: dict[str, list[CodedRecord | None]] = {}
    for place, coded in enumerate(coders):
        for one in coded:
            records.setdefault(one.record, [None] * len(coders))[place] = one
    return tuple(_rows(tuple(records.values()), fields))


def whole_record(codes: Mapping[str, str], fields: Iterable[str]) -> str | None:
    """The judgement of a record with all its fields, given those of the fields; None where some are missing and none is wrong."""
    found = [codes.get(field) for field in fields]
    if WRONG in found:
        return WRONG
    return None if None in found else UNCLEAR if UNCLEAR in found else RIGHT


def _rows(records: Sequence[Sequence[CodedRecord | None]], fields: Sequence[str]) -> Iterator[PrecisionRow]:
    groups = sorted({coded.group for record in records for coded in record if coded})
    for group in (ALL, *groups):
        of_group = [record for record in records if group in (ALL, next(c.group for c in record if c))]
        for name in (WHOLE, *fields):
            row = _row((group, name), of_group, fields)
            if row:
                yield row


def _row(key: tuple[str, str], records: Sequence[Sequence[CodedRecord | None]], fields: Sequence[str]) -> PrecisionRow | None:
    codes = [[_code(coded, key[1], fields) for coded in record] for record in records]
    means, strict = [], []
    for record, said in zip(records, codes, strict=True):
        clear = [float(code == RIGHT) for code in said if code in (RIGHT, WRONG)]
        if clear:
            drawn = next(coded for coded in record if coded)
            means.append(Scored(sum(clear) / len(clear), drawn.weight, drawn.stratum))
            strict.append(Scored(min(clear), drawn.weight, drawn.stratum))
    right, right_for_all = share_of(means), share_of(strict)
    if right is None or right_for_all is None:
        return None
    unclear = sum(said.count(UNCLEAR) for said in codes)
    # A blind coder's values can be compared with those of another blind one only, codes with codes.
    blind = all(coded.values for record in records for coded in record if coded)
    told = [[_told(coded, key[1], fields) for coded in record] for record in records]
    return PrecisionRow(*key, right, right_for_all, unclear, agreement(told if blind else codes))


def _told(coded: CodedRecord | None, name: str, fields: Sequence[str]) -> str | None:
    """What is compared between coders."""
    if coded is None or name == WHOLE or not coded.values:
        return _code(coded, name, fields)
    return coded.values.get(name)


def _code(coded: CodedRecord | None, name: str, fields: Sequence[str]) -> str | None:
    if coded is None:
        return None
    return whole_record(coded.codes, fields) if name == WHOLE else coded.codes.get(name)
