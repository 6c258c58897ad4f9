import typing

import pytest

from dateline.errors import KnowledgeError
from dateline.knowledge.ontology import contexts, event_class, event_types, goldstein
from dateline.knowledge.triggers import idioms, object_class, trigger_lemmas, triggers
from dateline.records import EventType


def test_the_sixteen_types():
    assert set(event_types()) == set(typing.get_args(EventType))


def test_unknown_type_is_an_error_that_lists_the_known_ones():
    with pytest.raises(KnowledgeError, match="AGREE, CONSULT"):
        event_class("FIGHT")


def test_weights_fall_back_to_the_parent_code():
    assert goldstein("190") == -10.0
    assert goldstein("1619") == goldstein("161")
    assert goldstein("") is None


def test_contexts_of_words():
    assert contexts(["warhead", "ambassador", "weather"]) == ("diplomatic", "cbrn")


def test_every_trigger_has_a_known_type_a_weight_and_known_classes():
    rows = {row for rows in triggers().values() for row in rows}
    assert {row.word_class for row in rows} == {"verb", "noun"}
    for row in rows:
        assert event_class(row.type)
        assert goldstein(row.cameo) is not None
        for condition in row.object:
            name = condition.rpartition(":")[2]
            assert not name.startswith("@") or object_class(name[1:]), (row.words, condition)


def test_the_more_particular_row_is_tried_first():
    rows = triggers()["withdraw", "verb"]
    assert [r.particularity for r in rows] == sorted((r.particularity for r in rows), reverse=True)


def test_every_type_has_several_triggers():
    words = {t: {w for rows in triggers().values() for r in rows if r.type == t for w in r.words} for t in event_types()}
    assert {t: len(w) for t, w in words.items() if len(w) < 15} == {}
    assert len(trigger_lemmas()) > 600


def test_idioms_are_indexed_by_their_first_word():
    assert ("box", "office") in idioms()["box"]
