from datetime import date

from tests.crisis import EGYPT, ETHIOPIA, SUDAN, crisis, draft, on

from dateline.analysis.corpus import Corpus
from dateline.analysis.incidents import incidents
from dateline.analysis.stories import stories
from dateline.analysis.tellings import tellings


def test_a_story_joins_what_happens_between_the_same_parties_within_days():
    story, *others = stories(i for i in incidents(tellings(crisis())) if i.reality == "told" and not i.only_claimed)
    assert [party.name for party in story.parties] == ["Ethiopia", "Sudan"]
    assert {incident.type for incident in story.incidents} == {"ACCUSE", "REJECT", "SUPPORT"}
    assert len(story.articles) == 3
    assert story.lead.type == "REJECT"
    assert story.substantial
    assert not any(other.substantial for other in others)


def test_a_pause_ends_a_story():
    d = draft("Nile Post", date(2025, 5, 20), "Quarrel", "Egypt scolded, mocked, blamed and insulted Sudan.")
    days = {"scolded": 1, "mocked": 2, "blamed": 9, "insulted": 10}
    events = [d.event("ACCUSE", words, (EGYPT,), (SUDAN,), date=on(2025, 5, day)) for words, day in days.items()]
    found = stories(incidents(tellings(Corpus((d.reading(events=events),)))))
    assert [(story.start.day, story.end.day) for story in found] == [(1, 2), (9, 10)]


def told(outlet, day, title, body, *events):
    """One article of May 2025; each event is type, words, sources, targets and the day in May or None."""
    d = draft(outlet, date(2025, 5, day), title, body)
    made = [
        d.event(
            type, words, sources, targets, date=on(2025, 5, when) if when else None, in_headline=d.span(words).start < len(title)
        )
        for type, words, sources, targets, when in events
    ]
    return d.reading(events=made)


def found(*readings):
    return stories(incidents(tellings(Corpus(readings))))


def test_the_headline_is_one_that_tells_the_foremost_event_and_no_comment():
    wire = told("Horn Wire", 2, "Why Egypt and Sudan quarrel", "Egypt blamed Sudan.", ("ACCUSE", "blamed", (EGYPT,), (SUDAN,), 1))
    post = told("Nile Post", 2, "Egypt blames Sudan for flood", "It rained.", ("ACCUSE", "blames", (EGYPT,), (SUDAN,), 1))
    (story,) = found(wire, post)
    assert story.headline.headline.text == "Egypt blames Sudan for flood"


def test_a_headline_about_others_is_none():
    (story,) = found(told("Nile Post", 20, "Rain at last", "Egypt blamed Sudan.", ("ACCUSE", "blamed", (EGYPT,), (SUDAN,), 10)))
    assert story.headline is None


def test_a_story_shows_its_beginning_its_foremost_event_and_its_end():
    blamed, talks = ("ACCUSE", "blamed", (EGYPT,), (SUDAN,), 1), ("CONSULT", "talked", (EGYPT, SUDAN), (), 4)
    scolded = ("THREATEN", "threatened", (EGYPT,), (SUDAN,), 3)
    body = "Egypt blamed, threatened and talked with Sudan."
    readings = [told(outlet, 4, "Water", body, blamed, scolded, talks) for outlet in ("Horn Wire", "Nile Post")]
    readings.append(told("Delta Daily", 4, "Water", body, scolded))
    (story,) = found(*readings)
    assert story.lead.type == "THREATEN"
    assert [incident.type for incident in story.milestones] == ["ACCUSE", "THREATEN", "CONSULT"]
    assert (story.start.day, story.end.day) == (1, 4)


def test_two_stories_of_the_same_articles_are_one():
    body = "Egypt blamed Sudan, and Ethiopia mocked Egypt."
    events = ("ACCUSE", "blamed", (EGYPT,), (SUDAN,), 1), ("ACCUSE", "mocked", (ETHIOPIA,), (EGYPT,), 1)
    readings = [told(outlet, 2, "Words", body, *events) for outlet in ("Horn Wire", "Nile Post")]
    assert len(found(*readings)) == 1


def test_what_is_only_looked_back_on_is_no_story():
    assert found(told("Nile Post", 30, "Words", "Egypt blamed Sudan.", ("ACCUSE", "blamed", (EGYPT,), (SUDAN,), 1))) == ()
