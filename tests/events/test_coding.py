import string

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

WORDS = st.sampled_from(
    [
        "Egypt",
        "Kenya",
        "accused",
        "attacked",
        "the",
        "envoy",
        "of",
        "and",
        "said",
        "“we",
        "will",
        "not”",
        "“",
        "”",
        "'",
        ",",
        ".",
        "?",
        "\n\n",
        "on",
        "Monday",
        "300",
        "troops",
        "talks",
        "with",
        "Reuters",
    ]
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.one_of(WORDS, st.text(string.printable, max_size=5)), min_size=1, max_size=40))
def test_any_text_gives_sound_records(coded, words):
    article = coded(" ".join(words) or "x")
    for event in article.events:
        assert 0 <= event.trigger.start < event.trigger.end <= len(article.article.text)
        assert event.trigger in event.mentions
        assert event.trigger.length <= 100
        assert not set(event.sources) & set(event.targets)
        assert 0 <= event.confidence <= 1
        assert event.reason
        for actor in (*event.sources, *event.targets):
            article.cast.actor(actor)


def test_the_same_text_gives_the_same_ids(coded):
    text = "Egypt accused Libya of theft. Libya rejected the charge."
    assert [e.id for e in coded(text).events] == [e.id for e in coded(text).events]


def test_an_event_has_its_codes(coded):
    event = coded("Nigeria withdrew its ambassador to Cameroon.").only("SANCTION")
    assert (event.mode, event.cameo, event.goldstein) == ("withdraw", "161", -4.0)
    assert "diplomatic" in event.contexts
    assert "recall" in event.reason or "withdraw" in event.reason
