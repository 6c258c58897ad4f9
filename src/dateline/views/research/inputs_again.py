"""The articles of a manifest found again among other files, by their text: outlet, date and title are those of the manifest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dateline.archive.archive import Archive
from dateline.errors import SourceError
from dateline.ingest import Read, add
from dateline.records import Article, Published
from dateline.views.research.manifest import Input

Notice = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Refilled:
    """What became of an attempt to fill an archive anew: inputs of the manifest that no file holds, and what else was met."""

    missing: tuple[Input, ...]
    not_in_manifest: tuple[str, ...]
    failed: tuple[str, ...]


def refill(
    archive: Archive, inputs: Sequence[Input], files: Iterable[Article | SourceError], read: Read, version: str
) -> Refilled:
    """Read the articles of a manifest into an empty archive, in the manifest's order, from whatever files hold their texts."""
    wanted = {one.text_hash for one in inputs}
    found: dict[str, Article] = {}
    others, failed = [], []
    for item in files:
        if isinstance(item, SourceError):
            failed.append(str(item))
        elif item.text_hash in wanted:
            found.setdefault(item.text_hash, item)
        else:
            others.append(item.source)
    report = add(_again(inputs, found), archive, read=read, version=version)
    failed += [step.error or step.source for step in report.failed]
    missing = tuple(one for one in inputs if one.text_hash not in found)
    return Refilled(missing, tuple(others), tuple(failed))


def _again(inputs: Iterable[Input], found: dict[str, Article]) -> Iterator[Article]:
    for one in inputs:
        article = found.get(one.text_hash)
        if article is not None:
            yield replace(
                article, id=one.id, outlet=one.outlet, title=one.title, url=one.url, byline=one.byline, language=one.language,
                published=_published(one.published),
            )  # fmt: skip


def _published(given: dict[str, Any] | None) -> Published | None:
    if given is None:
        return None
    return Published(date.fromisoformat(given["start"]), date.fromisoformat(given["end"]), given["basis"])
