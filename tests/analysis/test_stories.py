from dataclasses import replace
from datetime import date

from tests.crisis import EGYPT, ETHIOPIA, SUDAN, crisis, draft, on, put_together

from dateline.analysis.corpus import Corpus
from dateline.analysis.incidents import incidents
from dateline.analysis.stories import stories
from dateline.archive.stories import Story, StoryArticle


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


def found(*readings, groups=None):
    """The stories of readings that stand in the groups given, all in one where none are given."""
    corpus = put_together(Corpus(readings))
    stored = tuple(_stored(number, group) for number, group in enumerate(groups or [readings]))
    corpus = replace(corpus, stories=stored)
    return stories(corpus, incidents(corpus))


def _stored(number, group):
    key, days = f"story_{number}", [reading.article.published.start for reading in group]
    articles = tuple(StoryArticle(reading.article.id, key, None, None, "in test") for reading in group)
    return Story(key, group[0].article.title, group[0].article.id, min(days), max(days), articles)


def test_the_stories_of_the_crisis():
    corpus = crisis()
    made = stories(corpus, [i for i in incidents(corpus) if i.reality == "told" and not i.only_claimed])
    first = next(story for story in made if story.lead.type == "REJECT")
    assert first.headline.title == "Sudan walks out of dam talks"
    assert first.lead.origins == ("Horn Wire", "Nile Post")
    assert first.substantial
    assert all(not corpus.copies.keys() & story.articles for story in made)


BLAMED = ("ACCUSE", "blamed", (EGYPT,), (SUDAN,), 1)


def test_an_incident_belongs_to_the_story_of_most_articles_that_tell_it():
    wire, post = (told(outlet, 2, f"{outlet} on water", "Egypt blamed Sudan.", BLAMED) for outlet in ("Horn Wire", "Nile Post"))
    other = told("Delta Daily", 3, "A new canal", "Ethiopia mocked Egypt.", ("ACCUSE", "mocked", (ETHIOPIA,), (EGYPT,), 3))
    first, second = found(wire, post, other, groups=[(wire, post), (other,)])
    assert [len(first.articles), len(second.articles)] == [2, 1]
    assert [[i.type for i in story.incidents] for story in (first, second)] == [["ACCUSE"], ["ACCUSE"]]
    assert first.headline.title == "Horn Wire on water"
    assert not second.substantial


def test_a_story_shows_its_beginning_its_foremost_event_and_its_end():
    talks = ("CONSULT", "talked", (EGYPT, SUDAN), (), 4)
    scolded = ("THREATEN", "threatened", (EGYPT,), (SUDAN,), 3)
    body = "Egypt blamed, threatened and talked with Sudan."
    readings = [told(outlet, 4, "Water", body, BLAMED, scolded, talks) for outlet in ("Horn Wire", "Nile Post")]
    readings.append(told("Delta Daily", 4, "Water", body, scolded))
    (story,) = found(*readings)
    assert story.lead.type == "THREATEN"
    assert [incident.type for incident in story.milestones] == ["ACCUSE", "THREATEN", "CONSULT"]
    assert (story.start.day, story.end.day) == (4, 4)


def test_what_is_only_looked_back_on_is_no_part_of_a_story():
    assert found(told("Nile Post", 30, "Words", "Egypt blamed Sudan.", BLAMED)) == ()


def test_without_stories_there_are_none():
    corpus = replace(crisis(), stories=())
    assert stories(corpus, incidents(corpus)) == ()
