from dataclasses import replace
from datetime import date

import pytest
from tests.crisis import EGYPT, ETHIOPIA, SUDAN, crisis, draft, on

from dateline.analysis.corpus import Corpus
from dateline.analysis.incidents import incidents
from dateline.analysis.tellings import is_history, tellings
from dateline.records import DateInterval


def found(corpus=None):
    return incidents(tellings(corpus or crisis()))


def one(type, reality="told"):
    (incident,) = [i for i in found() if i.type == type and i.reality == reality]
    return incident


def test_an_event_told_by_several_articles_is_one_incident():
    walkout = one("REJECT")
    assert walkout.outlets == ("Horn Wire", "Nile Post", "Khartoum Star")
    assert walkout.when == on(2025, 3, 12)


def test_a_copy_and_an_outlet_that_passes_on_add_no_origin():
    walkout = one("REJECT")
    assert walkout.copied_by == ("Delta Daily",)
    assert walkout.origins == ("Horn Wire", "Nile Post")


def test_a_report_passed_on_days_later_is_the_same_incident():
    accusation = one("ACCUSE")
    assert accusation.outlets == ("Horn Wire", "Khartoum Star")
    assert accusation.origins == ("Horn Wire",)


def test_what_was_history_when_the_article_appeared_is_left_out():
    assert all(i.when.start.year == 2025 for i in found())


def test_planned_and_denied_events_are_incidents_of_their_own():
    assert one("CONSULT", "planned").sources[0].name == "African Union"
    denied = one("COERCE", "denied")
    assert denied.best.speaker.name == "Dawit Tefera"


def test_a_claim_that_nobody_vouches_for_is_only_claimed():
    assert one("MOBILIZE").only_claimed
    assert not one("REJECT").only_claimed


def test_incidents_come_in_the_order_of_their_dates():
    days = [i.when.start for i in found()]
    assert days == sorted(days)


def test_symmetric_events_are_the_same_whoever_is_named_first():
    d = draft("Nile Post", date(2025, 5, 2), "Ministers meet", "Egypt met Sudan on Thursday. Sudan hosted Egypt.")
    day = on(2025, 5, 1)
    events = (d.event("CONSULT", "met", (EGYPT,), (SUDAN,), date=day), d.event("CONSULT", "hosted", (SUDAN, EGYPT), date=day))
    (talks,) = found(Corpus((d.reading(events=events),)))
    assert len(talks.tellings) == 2


def test_directed_events_of_both_directions_stay_apart():
    d = draft("Nile Post", date(2025, 5, 2), "Words", "Egypt warned Sudan. Sudan scolded Egypt.")
    day = on(2025, 5, 1)
    events = (
        d.event("THREATEN", "warned", (EGYPT,), (SUDAN,), date=day),
        d.event("THREATEN", "scolded", (SUDAN,), (EGYPT,), date=day),
    )
    assert len(found(Corpus((d.reading(events=events),)))) == 2


@pytest.mark.parametrize(
    ("other", "together"),
    [
        (on(2025, 5, 1), True),
        (on(2025, 5, 2), False),
        (on(2025, 5, 2, "published"), True),
        (on(2025, 4, 30, "published"), False),
        (DateInterval(date(2025, 4, 28), date(2025, 5, 4), "week"), True),
        (DateInterval(date(2025, 5, 1), date(2025, 5, 31), "month"), False),
        (None, False),
    ],
)
def test_dates_that_can_be_the_same_day_are_joined(other, together):
    d = draft("Nile Post", date(2025, 5, 2), "Aid", "Egypt sent food to Ethiopia. Egypt helped Ethiopia.")
    first = d.event("AID", "sent food", (EGYPT,), (ETHIOPIA,), date=on(2025, 5, 1))
    second = d.event("AID", "helped", (EGYPT,), (ETHIOPIA,), date=other)
    assert len(found(Corpus((d.reading(events=(first, second)),)))) == (1 if together else 2)


def test_events_without_a_source_are_left_out():
    d = draft("Nile Post", date(2025, 5, 2), "Blast", "A blast killed two in Sudan.")
    event = replace(d.event("ASSAULT", "blast", ()), targets=(SUDAN.id,))
    assert found(Corpus((d.reading(events=(event,)),))) == ()


def test_is_history():
    published = date(2025, 3, 12)
    assert is_history(DateInterval(date(2019, 1, 1), date(2019, 12, 31), "year"), published)
    assert not is_history(DateInterval(date(2024, 1, 1), date(2024, 12, 31), "year"), published)
    assert not is_history(DateInterval(date(2019, 1, 1), None, "other"), published)
    assert not is_history(None, published)


def test_undated_events_are_joined_only_where_they_are_reported_within_days():
    def told(day):
        d = draft("Nile Post" if day < 5 else "Delta Daily", date(2025, 5, day), "Aid", "Egypt helps Ethiopia.")
        return d.reading(events=(d.event("AID", "helps", (EGYPT,), (ETHIOPIA,)),))

    found_days = [i.reported.day for i in found(Corpus((told(2), told(4), told(20))))]
    assert found_days == [2, 20]


def together(*events_of_outlets):
    """Events by outlet: type, words, sources, targets, day in May; told on 3 May."""
    readings = []
    for outlet, (type, words, sources, targets, day) in events_of_outlets:
        d = draft(outlet, date(2025, 5, 3), "Aid", "Egypt tested, launched and sent aid to Sudan and Ethiopia.")
        readings.append(d.reading(events=(d.event(type, words, sources, targets, date=on(2025, 5, day)),)))
    return found(Corpus(tuple(readings)))


def test_a_telling_that_names_one_side_joins_one_that_names_both():
    full = ("Nile Post", ("AID", "sent aid", (EGYPT,), (SUDAN,), 1))
    (incident,) = together(full, ("Horn Wire", ("AID", "sent aid", (EGYPT,), (), 1)))
    assert len(incident.outlets) == 2
    assert [party.name for party in incident.targets] == ["Sudan"]
    assert len(together(full, ("Horn Wire", ("AID", "sent aid", (EGYPT,), (ETHIOPIA,), 1)))) == 2


def test_tellings_a_day_apart_are_joined_where_they_use_the_same_verb():
    first = ("Nile Post", ("MOBILIZE", "tested", (EGYPT,), (), 1))
    assert len(together(first, ("Horn Wire", ("MOBILIZE", "tested", (EGYPT,), (), 2)))) == 1
    assert len(together(first, ("Horn Wire", ("MOBILIZE", "launched", (EGYPT,), (), 2)))) == 2
    assert len(together(first, ("Horn Wire", ("MOBILIZE", "tested", (EGYPT,), (), 3)))) == 2
