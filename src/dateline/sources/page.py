"""Web pages: the body by trafilatura (Barbaresi 2021), the rest of the article element as left out."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import trafilatura

from dateline.errors import UnreadableSource
from dateline.records import LeftOut
from dateline.sources.blocks import Block, Element, blocks, tree_of
from dateline.sources.boilerplate import reason
from dateline.sources.drafts import Draft, same_words
from dateline.sources.options import SourceOptions
from dateline.sources.page_metadata import PageMetadata, page_metadata

# Whatever fails is reported by the error raised here; trafilatura's own messages would go to the terminal as well.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

_SENTENCE_WORDS = 8
_SENTENCE_CHARACTERS = 50
_MOST_LEFT_OUT = 200
_PAGE_TO_ARTICLE = 4
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_TELLING = ("class", "id", "itemprop", "data-component", "data-testid", "role")
_REASONS = (
    ("image caption", re.compile(r"caption|credit|figure")),
    ("advertisement", re.compile(r"\bads?\b|advert|sponsor|promo|\bad[-_]|[-_]ads?\b|taboola|outbrain")),
    ("newsletter prompt", re.compile(r"newsletter|subscribe|sign-?up")),
    ("share button", re.compile(r"share|sharing|social|button")),
    ("related link", re.compile(r"related|recommend|more-|read-?next|trending|popular|aside|most-")),
    ("date or byline", re.compile(r"time|date|byline|author|publish|meta")),
    ("navigation", re.compile(r"\bnav|breadcrumb|menu|footer|topic|tags?\b|skip")),
    ("comment", re.compile(r"comment|disqus")),
)


def draft_of_page(html: str, source: str, options: SourceOptions) -> Draft:
    """The headline, body and metadata of a page.

    Raises UnreadableSource where there is no running text (a page of links, a wall, a broken file) and where a page
    shows several times the text that one article may have.
    """
    html = _XML_DECLARATION.sub("", html)
    tree = tree_of(html, source)
    if tree is not None:
        _check_size(tree, source, options)
    body = _body(html, source) if tree is not None else []
    if not any(_is_running(line) for line in body):
        raise UnreadableSource(source, "no article found on the page", "save the article's own page, or its text as .txt")
    container = _container(tree, body)
    shown = list(blocks(container))
    told = page_metadata(tree, _above(shown, body), options.today or date.today())
    return _draft(source, body, told, shown if container is not tree else _between(shown, body))


def _check_size(tree: Element, source: str, options: SourceOptions) -> None:
    # Extraction takes more than linear time: minutes for a page of ten million characters.
    size = sum(len(block.text) for block in blocks(tree))
    if size > _PAGE_TO_ARTICLE * options.max_characters:
        problem = f"the page shows {size:,} characters; one article has at most {options.max_characters:,}"
        raise UnreadableSource(
            source, problem, "save the article's own page; the Python API takes SourceOptions(max_characters=...)"
        )


def _body(html: str, source: str) -> list[str]:
    try:
        found = trafilatura.bare_extraction(
            html, include_comments=False, include_tables=False, favor_precision=True, with_metadata=False
        )
    # The parser is fed whatever people saved; any failure of its is a failure to read this page.
    except Exception as error:
        raise UnreadableSource(source, f"the page cannot be parsed: {error}", "save it again, or as .txt") from error
    element = getattr(found, "body", None)
    return _paragraphs(element) if element is not None else []


def _is_running(line: str) -> bool:
    # Scripts without spaces are counted by characters.
    return len(line.split()) >= _SENTENCE_WORDS or len(line) >= _SENTENCE_CHARACTERS


def _paragraphs(body: Element) -> list[str]:
    return [block.text for block in blocks(body, frozenset())]


def _draft(source: str, body: Sequence[str], told: PageMetadata, shown: Sequence[Block]) -> Draft:
    title = told.title
    kept = [line for line in body if not (title and same_words(line, title))]
    return Draft(
        source,
        "\n\n".join(kept),
        headline=title,
        title=title,
        outlet=told.outlet,
        published=told.published,
        url=told.url,
        byline=told.byline,
        left_out=tuple(_left_out(shown, [*body, title or ""]))[:_MOST_LEFT_OUT],
    )


def _container(tree: Element, body: Iterable[str]) -> Element:
    """The smallest article or main element that holds the body, else the whole page."""
    wanted = [_compact(line) for line in body][:40]
    best, best_size = tree, None
    for element in [*tree.iter("article"), *tree.iter("main")]:
        text = _compact("".join(element.itertext()))
        holds = sum(line in text for line in wanted)
        if holds * 10 >= len(wanted) * 9 and (best_size is None or len(text) < best_size):
            best, best_size = element, len(text)
    return best


def _above(shown: Iterable[Block], body: Sequence[str]) -> Iterator[str]:
    """Lines that stand before the body's first long paragraph."""
    first = next((line for line in body if _is_running(line)), None)
    for block in shown:
        if block.text == first:
            return
        yield block.text


def _between(shown: Sequence[Block], body: Iterable[str]) -> Sequence[Block]:
    """Blocks among those of the body: around it lies the whole site."""
    lines = set(body)
    places = [n for n, block in enumerate(shown) if block.text in lines]
    return shown[places[0] : places[-1] + 1] if places else ()


def _left_out(shown: Iterable[Block], taken: Iterable[str]) -> Iterator[LeftOut]:
    """Blocks of the article element that are not in the body, each text once."""
    body = "\n".join(_compact(line) for line in taken)
    seen: set[str] = set()
    for block in shown:
        key = _compact(block.text)
        if key and key not in body and key not in seen:
            seen.add(key)
            yield LeftOut(block.text, reason(block.text) or _reason_by_place(block.element))


def _reason_by_place(element: Element) -> str:
    """Why a block is no body text, by the nearest element around it whose name or class tells."""
    for place in (element, *element.iterancestors()):
        if place.tag in {"article", "main", "body"}:
            break
        label = " ".join((str(place.tag), *(place.get(name) or "" for name in _TELLING))).lower()
        if why := next((why for why, pattern in _REASONS if pattern.search(label)), None):
            return why
    return "not in the article's body"


def _compact(text: str) -> str:
    return "".join(text.split())
