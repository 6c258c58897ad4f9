"""What the network of relations says of an event moves its confidence, and nothing else."""

import dateline
from dateline.events import score_relations
from dateline.language import parse
from dateline.reading import read_document
from dateline.sources import article_from_text

TEXT = "Kenya expelled the Somali ambassador on Monday. Somalia condemned Kenya. Kenya has rejected the plan. Somalia agreed to a truce."


def events(*, model):
    return dateline.read(TEXT, published="2018-05-10", model=model).events


def test_with_and_without_the_network_events_are_the_same_but_for_their_confidence():
    alone, heard = events(model=False), events(model=True)
    assert [(e.type, e.trigger, e.sources, e.targets) for e in alone] == [
        (e.type, e.trigger, e.sources, e.targets) for e in heard
    ]
    assert [e.confidence for e in alone] != [e.confidence for e in heard]


def test_rules_alone_are_not_seconded():
    document = next(iter(parse([article_from_text(TEXT, published="2018-05-10")])))
    assert read_document(document).events == events(model=False)


def test_nothing_is_asked_where_there_is_nothing():
    assert score_relations([]) == []
