"""Marks on a text: no letter is lost, and every letter of a mark carries it."""

from hypothesis import given
from hypothesis import strategies as st
from tests.crisis import crisis

from dateline.records import Span
from dateline.views.room.marks import LINKED, Mark, marks_of, segments

TEXT = "Sudan walked out of talks, said Idris."


def spans(text=TEXT):
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    return ends.map(lambda pair: Span(*pair))


MARKS = st.lists(st.builds(Mark, spans(), st.sampled_from(["content", *LINKED]), st.sampled_from("abc")), max_size=8)


def placed(stretch, pieces):
    """Each piece with where it stands."""
    at = stretch.start
    for piece in pieces:
        yield Span(at, at + len(piece.text)), piece
        at += len(piece.text)


@given(stretch=spans(), marks=MARKS)
def test_the_pieces_are_the_stretch(stretch, marks):
    assert "".join(piece.text for piece in segments(TEXT, stretch, marks)) == TEXT[slice(*stretch)]


@given(stretch=spans(), marks=MARKS)
def test_every_piece_carries_the_marks_over_it_and_no_others(stretch, marks):
    for span, piece in placed(stretch, segments(TEXT, stretch, marks)):
        assert set(piece.kinds) == {mark.kind for mark in marks if mark.span.contains(span)}
        assert set(piece.kinds) == {mark.kind for mark in marks if mark.span.overlaps(span)}


@given(stretch=spans(), marks=MARKS)
def test_a_piece_leads_to_the_first_kind_of_record_on_it(stretch, marks):
    for piece in segments(TEXT, stretch, marks):
        kinds = [kind for kind in LINKED if kind in piece.kinds]
        assert piece.leads_to == (kinds[0] if kinds else None)
        assert (piece.record is None) == (piece.leads_to is None)


def test_nothing_is_marked_twice_for_an_event_that_mentions_its_trigger():
    for reading in crisis().readings:
        marks = [mark for mark in marks_of(reading) if mark.kind == "event"]
        assert len({(mark.span, mark.record) for mark in marks}) == len(marks) >= len(reading.events)


def test_all_records_of_a_reading_are_marked():
    for reading in crisis().readings:
        marked = {mark.record for mark in marks_of(reading)}
        assert {record.id for record in (*reading.statements, *reading.events, *reading.positions)} <= marked
