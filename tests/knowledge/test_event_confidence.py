import pytest

from dateline.errors import KnowledgeError
from dateline.knowledge.event_confidence import share_of
from dateline.knowledge.triggers import triggers


def test_every_type_that_triggers_tell_has_a_counted_share():
    for event_type in {row.type for rows in triggers().values() for row in rows}:
        counted = share_of(event_type)
        assert 0 < counted.share < 1
        assert counted.share - counted.minus_no_target - counted.minus_open > 0


def test_an_unknown_type_names_the_table():
    with pytest.raises(KnowledgeError, match=r"event_confidence\.tsv"):
        share_of("WEATHER")
