"""Incidents as lines: who to whom by name, what in a noun, how many tell it."""

from datetime import date

from dateline.corroboration.incidents.incident import Incident, Report
from dateline.corroboration.incidents.telling import ReportWords, ToldIncident
from dateline.records import DateInterval
from dateline.views.incident_lines import LONGEST, incident_lines

DAY = DateInterval(date(2025, 3, 9), date(2025, 3, 9), "day", "text")


def incident(number, *, targets=("SDN",), when=DAY, reality="told", words="Troops raided a post."):
    reports = tuple(Report(f"art_{k}", f"ev_{k}", 0.9, "the same day +2.3") for k in range(number))
    kept = Incident("inc_1", reports, "ASSAULT", reality, when, date(2025, 3, 10), ("ETH",), targets)
    told = (
        ReportWords(r.article, r.event, f"Outlet {k}", date(2025, 3, 10), "claimed", words, r.score, r.reason, None, "raided")
        for k, r in enumerate(reports)
    )
    return ToldIncident(kept, tuple(told))


def test_the_head_names_day_sides_deed_and_counts():
    head, *words = incident_lines(incident(2))
    assert head.startswith("9 March 2025 — Ethiopia → Sudan: ")
    assert head.endswith(" · 2 articles of 2 outlets · inc_1")
    assert words == [f"    Outlet {k}, 10 March 2025: Troops raided a post. [claimed]" for k in range(2)]


def test_an_undated_plan_without_target():
    head = incident_lines(incident(1, targets=("IGO UNO",), when=None, reality="planned"))[0]
    assert head.startswith("reported 10 March 2025 — Ethiopia → IGO UNO: ")
    assert ", planned · 1 article of 1 outlet" in head


def test_many_reports_are_cut_short_and_reasons_show_all():
    assert incident_lines(incident(5))[-1] == "    and 2 more"
    with_reasons = incident_lines(incident(5), reasons=True)
    assert len(with_reasons) == 11
    assert with_reasons[2].strip() == "0.90 the same day +2.3"


def test_long_words_are_cut():
    line = incident_lines(incident(1, words="raided " * 60))[1]
    assert len(line) < LONGEST + 60
    assert "…" in line
