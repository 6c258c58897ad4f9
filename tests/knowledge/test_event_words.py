from typing import get_args

import pytest

from dateline.errors import KnowledgeError
from dateline.knowledge.event_words import QUAD_CLASSES, event_words
from dateline.records import EventType


@pytest.mark.parametrize("event_type", get_args(EventType))
def test_every_type_has_words_and_a_quad_class(event_type):
    words = event_words(event_type)
    assert words.quad_class in QUAD_CLASSES
    assert words.noun
    assert words.plural


def test_an_unknown_type_is_an_error():
    with pytest.raises(KnowledgeError, match="'WAR' is not an event type"):
        event_words("WAR")


def test_a_mode_has_words_of_its_own():
    assert event_words("CONSULT", "phone").noun == "telephone call"
    assert event_words("CONSULT", "no such mode") == event_words("CONSULT")


@pytest.mark.parametrize(
    ("event_type", "mode", "trigger", "noun"),
    [
        ("SANCTION", "withdraw", "canceled", "cancellation"),
        ("SANCTION", "withdraw", "pulled out", "withdrawal"),
        ("MOBILIZE", "weapons", "test launched", "launch"),
        ("CONSULT", None, "met with", "meeting"),
        ("CONSULT", None, "held", "talks"),
    ],
)
def test_the_words_that_tell_an_event_choose_its_noun(event_type, mode, trigger, noun):
    assert event_words(event_type, mode, trigger).noun == noun
