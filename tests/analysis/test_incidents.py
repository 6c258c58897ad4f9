from dataclasses import replace
from datetime import date

from tests.crisis import EGYPT, SUDAN, crisis, draft, on, put_together

from dateline.analysis.corpus import Corpus
from dateline.analysis.incidents import incidents
from dateline.analysis.tellings import is_history
from dateline.records import DateInterval


def found(corpus=None):
    return incidents(put_together(corpus) if corpus else crisis())


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


def test_a_deed_of_which_nobody_is_known_as_the_doer_is_an_incident_too():
    d = draft("Nile Post", date(2025, 5, 2), "Blast", "A blast killed two in Sudan.")
    event = replace(d.event("ASSAULT", "blast", ()), targets=(SUDAN.id,))
    (blast,) = found(Corpus((d.reading(events=(event,)),)))
    assert (blast.sources, [party.name for party in blast.targets]) == ((), ["Sudan"])


def test_what_one_tells_and_another_denies_was_told():
    told = draft("Nile Post", date(2025, 5, 2), "Raid", "Egypt raided a Sudanese garrison on 1 May.")
    denied = draft("Horn Wire", date(2025, 5, 2), "Denial", "Egypt had not raided a Sudanese garrison on 1 May.")
    readings = [
        one.reading(events=(one.event("ASSAULT", "raided", (EGYPT,), (SUDAN,), date=on(2025, 5, 1), factuality=factuality),))
        for one, factuality in ((told, "actual"), (denied, "denied"))
    ]
    (raid,) = found(Corpus(tuple(readings)))
    assert (raid.reality, raid.best.evidence.outlet) == ("told", "Nile Post")
    assert [one.point for one in raid.contradictions] == ["factuality"]


def test_who_vouches_is_said_for_the_whole_corpus_whatever_part_is_asked_for():
    corpus = crisis()
    part = replace(corpus, readings=corpus.readings[:1])
    (walkout,) = [i for i in incidents(corpus, part) if i.type == "REJECT"]
    assert walkout.outlets == ("Horn Wire",)
    assert walkout.origins == ("Horn Wire", "Nile Post")


def test_is_history():
    published = date(2025, 3, 12)
    assert is_history(DateInterval(date(2019, 1, 1), date(2019, 12, 31), "year"), published)
    assert not is_history(DateInterval(date(2024, 1, 1), date(2024, 12, 31), "year"), published)
    assert not is_history(DateInterval(date(2019, 1, 1), None, "other"), published)
    assert not is_history(None, published)
