"""News as lines of a terminal, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from dateline.analysis.news.changes import KINDS
from dateline.analysis.news.item import Item, News
from dateline.views.news.wording import HEADS, day, quotation, title, vouched
from dateline.views.wording import count

NOTHING = "Nothing new."


def news_text(news: News) -> str:
    """A block for each kind of news, an item a few lines."""
    blocks = []
    for kind in KINDS:
        items = [item for item in news.items if item.kind == kind]
        if items:
            blocks.append("\n".join((f"{HEADS[kind]} ({len(items)})", *(line for item in items for line in _lines(item)))))
    return "\n\n".join((*(blocks or [NOTHING]), *([read_anew(news)] if news.read_anew else [])))


def read_anew(news: News) -> str:
    """What is not listed, and why."""
    told = "is told" if news.read_anew == 1 else "are told"
    return f"{count(news.read_anew, 'incident')} of known articles {told} otherwise by a newer reading or correction; not listed."


def news_json(news: News) -> str:
    """One object with all items, each with its title and a guid that stays the same."""
    items = [{"guid": item.guid, "title": title(item), **asdict(item)} for item in news.items]
    return json.dumps({"items": items, "read_anew": news.read_anew}, ensure_ascii=False, indent=2, default=str)


def _lines(item: Item) -> Iterator[str]:
    head = " · ".join(part for part in (f"{day(item)} — {title(item)}", vouched(item), item.id) if part)
    yield f"  {head}"
    if item.what:
        yield f"      {'; '.join(item.what)}"
    if item.words:
        yield f"      {quotation(item)}"
