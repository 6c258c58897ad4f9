"""An article as a page: its whole text, a note for each record, its copies, and a long one in parts."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.crisis import crisis

from dateline.errors import ArchiveError
from dateline.records import Reading, Span
from dateline.views.room.article_notes import notes_of
from dateline.views.room.article_page import HEAVIEST, LONGEST, NOTE_WEIGHT, _parts, _pieces, article_page

READINGS = {reading.article.id: reading for reading in crisis().readings}


@pytest.mark.parametrize("key", READINGS)
def test_a_page_holds_the_whole_text_and_all_records(reader, key):
    page, reading = article_page(reader, key), READINGS[key]
    lines = ["".join(piece.text for piece in paragraph.segments) for paragraph in page.paragraphs]
    assert lines == [line for line in reading.article.text.splitlines() if line]
    assert [paragraph.is_headline for paragraph in page.paragraphs] == [True] + [False] * (len(lines) - 1)
    noted = {note.id for paragraph in page.paragraphs for note in paragraph.notes}
    assert noted == {record.id for record in (*reading.statements, *reading.events, *reading.positions)}
    assert (page.part, page.parts) == (1, 1)


def test_a_note_stands_beside_the_paragraph_in_which_its_record_begins(reader):
    for key in READINGS:
        for paragraph in article_page(reader, key).paragraphs:
            led = {piece.record for piece in paragraph.segments}
            assert {note.id for note in paragraph.notes if note.kind == "event"} <= led


def test_an_event_knows_who_else_tells_it(reader):
    notes = [n for key in READINGS for p in article_page(reader, key).paragraphs for n in p.notes if n.kind == "event"]
    assert max(note.articles for note in notes) == 4
    assert all(note.incident for note in notes if note.articles > 1)


def test_copies_know_each_other(reader):
    kin = {page.outlet: page.copies for page in (article_page(reader, key) for key in READINGS)}
    [of_wire], [of_copy] = kin["Horn Wire"], kin["Delta Daily"]
    assert {of_wire.is_original, of_copy.is_original} == {True, False}


@pytest.mark.parametrize(
    ("url", "shown"), [("https://a.example/x", True), ("HTTP://a.example", True), ("javascript:alert(1)", False), (None, False)]
)
def test_only_addresses_of_pages_are_linked(reader, monkeypatch, url, shown):
    reading = next(iter(READINGS.values()))
    monkeypatch.setattr(
        "dateline.views.room.article_page.reading_of", lambda *_: replace(reading, article=replace(reading.article, url=url))
    )
    assert (article_page(reader, reading.article.id).url is not None) == shown


def test_what_is_not_there(reader):
    with pytest.raises(ArchiveError):
        article_page(reader, "art_none")


@given(lengths=st.lists(st.integers(0, 40_000), max_size=12))
def test_parts_hold_everything_once_and_none_is_too_heavy(lengths):
    reading = next(iter(READINGS.values()))
    text = "\n\n".join("w " * (length // 2) for length in lengths)
    parts = _parts(Reading(replace(reading.article, text=text, headline=None)), ())
    found = [stretch.span for part in parts for stretch in part]
    assert "".join(text[slice(*span)] for span in found) == "".join(line.rstrip() for line in text.splitlines())
    assert found == sorted(found)
    assert all(sum(stretch.weight for stretch in part) <= HEAVIEST for part in parts)


def test_notes_weigh_as_well():
    reading = next(iter(READINGS.values()))
    [part] = _parts(reading, notes_of(reading, {}))
    records = len(reading.statements) + len(reading.events) + len(reading.positions)
    assert sum(one.weight for one in part) == sum(one.span.length for one in part) + NOTE_WEIGHT * records


@given(text=st.text("a ", max_size=3), repeated=st.integers(0, 30_000))
def test_a_line_is_cut_at_spaces_where_it_has_any(text, repeated):
    line = (text or "b") * repeated
    pieces = list(_pieces(line, Span(0, len(line))))
    assert "".join(line[slice(*piece)] for piece in pieces) == line
    assert all(piece.length <= LONGEST for piece in pieces)
    assert " " not in line or "a" not in line or all(line[piece.end - 1] == " " for piece in pieces[:-1])
