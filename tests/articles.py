"""Articles and documents for tests, made from a few sentences."""

from datetime import date
from functools import cache

from dateline.language import Document, parse
from dateline.reading import read_document
from dateline.records import Article, Reading
from dateline.sources import article_from_text

PUBLISHED = date(2024, 5, 16)
OUTLET = "Harbour Gazette"


def article(body: str, title: str | None = None, outlet: str | None = OUTLET, published: date = PUBLISHED) -> Article:
    return article_from_text(body, published=published, outlet=outlet, title=title)


@cache
def document(body: str, title: str | None = None, outlet: str | None = OUTLET) -> Document:
    return next(iter(parse([article(body, title, outlet)])))


@cache
def reading(body: str, title: str | None = None, outlet: str | None = OUTLET) -> Reading:
    return read_document(document(body, title, outlet))
