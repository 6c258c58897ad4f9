"""Names that mean several places, or a place and something else, in short articles: tests/places/ambiguous_toponyms.tsv."""

from pathlib import Path

import pytest

from articles import article
from dateline.actors import find_actors
from dateline.knowledge.names import fold
from dateline.language import parse
from dateline.places import find_places
from dateline.reading import read_document
from dateline.records import Span
from dateline.statements import draft_statements

TABLE = Path(__file__).parent / "ambiguous_toponyms.tsv"
LINES = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
ROWS = [tuple(row) for row in LINES[1:]]
TEXTS = [row[0].replace("[", "").replace("]", "") for row in ROWS]


@pytest.fixture(scope="module")
def documents():
    """All texts, parsed together: one by one takes four times as long."""
    return dict(zip(TEXTS, parse(article(text) for text in TEXTS), strict=True))


def named(document, span):
    """What the name at the span means on the map."""
    cast = find_actors(document, tuple(s for d in draft_statements(document) for s in d.source_spans))
    told = [(s, a.country) for a in cast.actors if a.country and a.kind != "people" for s in a.mentions]
    people = [s for a in cast.actors if a.kind == "person" for s in a.mentions]
    return [m.place for m in find_places(document, told, people) if m.span.overlaps(span)]


def told(document):
    return [event.place for event in read_document(document).events if event.place is not None]


@pytest.mark.parametrize(("text", "country", "place", "what"), ROWS, ids=[row[0][:60] for row in ROWS])
def test_name_means_this_place(documents, text, country, place, what):
    document = documents[text.replace("[", "").replace("]", "")]
    span = Span(text.index("["), text.index("]") - 1)
    found = told(document) if what == "event" else named(document, span)
    if country == "none":
        assert found == []
    else:
        assert {p.country or "-" for p in found} == {country}
        assert {fold(p.name) for p in found} <= {fold(name) for name in place.split("/")}


def test_the_table_has_no_row_twice():
    assert len(set(TEXTS)) == len(ROWS) >= 80
