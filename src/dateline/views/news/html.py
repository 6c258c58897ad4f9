"""News as one page that needs no other file."""

from __future__ import annotations

from html import escape

from dateline.analysis.news.changes import KINDS, Kind
from dateline.analysis.news.item import Item, News
from dateline.views.news.text import NOTHING, read_anew
from dateline.views.news.wording import HEADS, day, quotation, title, vouched

STYLE = """body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h2{margin:2rem 0 .5rem;font-size:1.1rem}ul{padding:0;list-style:none}li{margin:0 0 1rem;overflow-wrap:anywhere}
.day,.by{color:#595959;font-size:.9rem}.what{font-weight:600}
blockquote{margin:.25rem 0 0;padding-left:.75rem;border-left:3px solid #bbb}
@media(prefers-color-scheme:dark){body{color:#eee;background:#161616}.day,.by{color:#b0b0b0}blockquote{border-color:#555}}"""


def news_html(news: News, heading: str) -> str:
    """The whole page, in English; all words of articles are escaped."""
    parts = "".join(_section(kind, [item for item in news.items if item.kind == kind]) for kind in KINDS) or f"<p>{NOTHING}</p>"
    more = f'<p class="by">{escape(read_anew(news))}</p>' if news.read_anew else ""
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{escape(heading)}</title><style>{STYLE}</style></head>\n<body><main><h1>{escape(heading)}</h1>{parts}{more}</main>"
        "</body></html>\n"
    )


def _section(kind: Kind, items: list[Item]) -> str:
    if not items:
        return ""
    return f"<section><h2>{HEADS[kind]} ({len(items)})</h2><ul>{''.join(map(_entry, items))}</ul></section>"


def _entry(item: Item) -> str:
    return f'<li id="{escape(item.guid)}"><strong>{escape(title(item))}</strong> {body(item)}</li>'


def body(item: Item) -> str:
    """What an item says beneath its title, as HTML."""
    what = f'<div class="what">{escape("; ".join(item.what))}</div>' if item.what else ""
    words = f"<blockquote>{escape(quotation(item))}</blockquote>" if item.words else ""
    return f'<span class="day">{escape(day(item))}</span><div class="by">{escape(vouched(item))}</div>{what}{words}'
