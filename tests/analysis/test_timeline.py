from datetime import date

from tests.crisis import EGYPT, SUDAN, draft, on, put_together

from dateline.analysis.corpus import Corpus
from dateline.analysis.incidents import incidents
from dateline.analysis.timeline import most_prominent, timeline
from dateline.records import DateInterval

MAY = DateInterval(date(2025, 5, 1), date(2025, 5, 31), "month")


def shown(*whens, published=date(2025, 5, 20)):
    words = ["tested", "fired", "launched", "paraded"][: len(whens)]
    d = draft("Nile Post", published, "Arms", f"Egypt {', '.join(words)} missiles near Sudan.")
    events = [d.event("MOBILIZE", word, (EGYPT,), (SUDAN,), date=when) for word, when in zip(words, whens, strict=True)]
    return incidents(put_together(Corpus((d.reading(events=events),))))


def test_a_month_has_no_line_where_a_day_of_it_has_one():
    assert [i.when for i in timeline(shown(MAY, on(2025, 5, 12)))] == [on(2025, 5, 12)]
    assert [i.when.start for i in timeline(shown(MAY, on(2025, 4, 30)))] == [date(2025, 4, 30), MAY.start]


def test_background_has_no_line():
    assert timeline(shown(on(2025, 2, 1))) == ()


def test_undated_events_and_whole_years_have_no_line():
    assert timeline(shown(None, DateInterval(date(2025, 1, 1), date(2025, 12, 31), "year"))) == ()


def test_one_day_does_not_crowd_out_the_others():
    words = "criticized mocked blamed scolded insulted".split()
    d = draft("Nile Post", date(2025, 5, 3), "Words", f"Egypt {' and '.join(words)} Sudan; Sudan replied.")
    types = ("ACCUSE", "THREATEN", "REJECT", "REQUEST", "PROTEST")
    events = [d.event(t, w, (EGYPT,), (SUDAN,), date=on(2025, 5, 2), in_headline=True) for t, w in zip(types, words, strict=True)]
    events.append(d.event("ACCUSE", "replied", (SUDAN,), (), date=on(2025, 5, 3)))
    found = incidents(put_together(Corpus((d.reading(events=events),))))
    assert [i.when.start.day for i in most_prominent(found, 4)] == [2, 2, 2, 3]
