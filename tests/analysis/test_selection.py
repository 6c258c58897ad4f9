from datetime import date

import pytest
from tests.crisis import crisis

from dateline.analysis.selection import Selection, check_known, select
from dateline.errors import ArchiveError


def test_without_bounds_everything_is_kept():
    corpus = crisis()
    assert select(corpus, Selection()) is corpus


def test_records_outside_the_period_are_left_out_with_articles_that_have_none_left():
    kept = select(crisis(), Selection(since=date(2025, 4, 1)))
    assert {reading.article.published.start for reading in kept.readings} == {date(2025, 3, 13), date(2025, 4, 3)}
    assert all(e.date.end >= date(2025, 4, 1) for reading in kept.readings for e in reading.events)


def test_records_that_concern_an_actor():
    kept = select(crisis(), Selection(concerns=lambda actor: actor.name == "Dawit Tefera"))
    speakers = {s.speaker for reading in kept.readings for s in reading.statements}
    assert speakers == {"a_tefera"}
    assert all(not reading.events for reading in kept.readings)


def test_a_copy_is_no_copy_where_its_original_is_not_selected():
    corpus = crisis()
    (copy,) = corpus.copies
    without = type(corpus)(tuple(r for r in corpus.readings if r.article.id != corpus.copies[copy]), corpus.copies)
    kept = select(without, Selection(until=date(2025, 3, 31)))
    assert kept.copies == {}


def test_an_unknown_actor_is_an_error_that_names_the_nearest():
    with pytest.raises(ArchiveError, match="nearest: Amal Idris"):
        check_known(crisis(), "Amal Idriss", lambda actor: False)
