from datetime import date

from tests.crisis import EGYPT, SUDAN, crisis, draft, on

from dateline.analysis.corpus import Corpus
from dateline.analysis.stories import stories
from dateline.analysis.timeline import incidents, tellings


def test_a_story_joins_what_happens_between_the_same_parties_within_days():
    story, *others = stories(i for i in incidents(tellings(crisis())) if i.reality == "told" and not i.only_claimed)
    assert [party.name for party in story.parties] == ["Ethiopia", "Sudan"]
    assert story.kinds == (("ACCUSE", None, 1), ("REJECT", None, 1))
    assert story.articles == 3
    assert story.lead.type == "REJECT"
    assert story.substantial
    assert not any(other.substantial for other in others)


def test_a_pause_ends_a_story():
    d = draft("Nile Post", date(2025, 5, 20), "Quarrel", "Egypt scolded, mocked, blamed and insulted Sudan.")
    days = {"scolded": 1, "mocked": 2, "blamed": 9, "insulted": 10}
    events = [d.event("ACCUSE", words, (EGYPT,), (SUDAN,), date=on(2025, 5, day)) for words, day in days.items()]
    found = stories(incidents(tellings(Corpus((d.reading(events=events),)))))
    assert [(story.start.day, story.end.day) for story in found] == [(1, 2), (9, 10)]
