"""dateline reads news articles into facts that are dated, attributed and traceable to their words.

    >>> import dateline
    >>> reading = dateline.read(
    ...     'Spain will not sign, its foreign minister, Ana Ruiz, told Reuters.', published="2024-05-16"
    ... )  # doctest: +SKIP

Public: `read`, `read_file`, `code_actor`, `classify_relation`, `judge_factuality`, `find_dates`, `open_archive`, `reread`, and
the records that they give back. Heavy libraries are imported late.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from dateline._version import __version__

if TYPE_CHECKING:
    from dateline.actors import ActorCode
    from dateline.analysis.notebook import open_archive
    from dateline.api import classify_relation, code_actor, find_dates, judge_factuality, read, read_file
    from dateline.archive import Archive
    from dateline.errors import DatelineError
    from dateline.events.judging import FactualityJudgement
    from dateline.records import Actor, Article, Event, Position, Reading, Span, Statement
    from dateline.rereading import RereadReport, reread
    from dateline.times import Timex

_WHERE = {
    "Actor": "dateline.records",
    "ActorCode": "dateline.actors",
    "Archive": "dateline.archive",
    "Article": "dateline.records",
    "DatelineError": "dateline.errors",
    "Event": "dateline.records",
    "FactualityJudgement": "dateline.events.judging",
    "Position": "dateline.records",
    "Reading": "dateline.records",
    "Span": "dateline.records",
    "Statement": "dateline.records",
    "Timex": "dateline.times",
    "classify_relation": "dateline.api",
    "code_actor": "dateline.api",
    "find_dates": "dateline.api",
    "judge_factuality": "dateline.api",
    "open_archive": "dateline.analysis.notebook",
    "read": "dateline.api",
    "read_file": "dateline.api",
    "RereadReport": "dateline.rereading",
    "reread": "dateline.rereading",
}

__all__ = [
    "Actor",
    "ActorCode",
    "Archive",
    "Article",
    "DatelineError",
    "Event",
    "FactualityJudgement",
    "Position",
    "Reading",
    "RereadReport",
    "Span",
    "Statement",
    "Timex",
    "__version__",
    "classify_relation",
    "code_actor",
    "find_dates",
    "judge_factuality",
    "open_archive",
    "read",
    "read_file",
    "reread",
]


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module 'dateline' has no attribute {name!r}; it has {', '.join(__all__)}")
    return getattr(importlib.import_module(_WHERE[name]), name)
