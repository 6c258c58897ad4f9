import pytest

from articles import document
from dateline.language.sentences import dateline
from dateline.records import Span

SPLITS = [
    ("Lisbon opened talks. Madrid did not.", 2),
    ('The visit was "a start". Madrid agreed.', 2),
    ("Gen. Ruiz and Brig. Amara met at dawn.", 1),
    ("It cost $60m. It may cost more.", 2),
    ("Madrid, he said, would sign.", 1),
]


@pytest.mark.parametrize(("text", "count"), SPLITS)
def test_sentences(text, count):
    assert len([s for s in document(text).doc.sents if s.text.strip()]) == count


DATELINES = [
    ("LISBON, March 10 (Reuters) - Portugal said", "LISBON, March 10 (Reuters) - "),
    ("Lisbon – Ministers met", "Lisbon – "),
    ("NEW YORK (AP) — The council met", "NEW YORK (AP) — "),
    ("WASHINGTON — The council met", "WASHINGTON — "),
    ("The council met - and left", None),
    ("Ministers from Spain and Portugal - both new - met", None),
]


@pytest.mark.parametrize(("text", "expected"), DATELINES)
def test_datelines(text, expected):
    found = dateline(text, Span(0, len(text)))
    assert (text[found.start : found.end] if found else None) == expected


def test_a_headline_is_never_glued_to_the_body():
    doc = document("The talks failed on Monday.", "Ministers leave without a deal")
    assert [s.text.strip() for s in doc.doc.sents] == ["Ministers leave without a deal", "The talks failed on Monday."]


@pytest.mark.parametrize("mark", ["''", '"', "“"])
def test_a_quotation_opens_the_sentence_that_its_paragraph_begins(mark):
    close = "”" if mark == "“" else mark
    doc = document(f"{mark}It is tinkering,{close} said Ana Ruiz.", "Ministers leave without a deal")
    sentences = [s.text.strip() for s in doc.doc.sents if s.text.strip()]
    assert len(sentences) == 2
    assert sentences[1].startswith('"It')
