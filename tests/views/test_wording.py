from dataclasses import replace
from datetime import date

import pytest
from tests.crisis import ETHIOPIA, IDRIS, SUDAN, draft, on, put_together

from dateline.analysis.corpus import Corpus
from dateline.analysis.incidents import incidents
from dateline.records import DateInterval
from dateline.views.wording import balance_words, chain_words, count, interval_words, listing, plural_verb, speaker_names


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2025-03-12", "2025-03-12", "12 March 2025"),
        ("2025-03-10", "2025-03-16", "10–16 March 2025"),
        ("2025-03-28", "2025-04-03", "28 March – 3 April 2025"),
        ("2024-12-30", "2025-01-05", "30 December 2024 – 5 January 2025"),
        ("2025-02-01", "2025-02-28", "February 2025"),
        ("2025-01-01", "2025-03-31", "January – March 2025"),
        ("2025-01-01", "2025-12-31", "2025"),
        ("1990-01-01", "1999-12-31", "1990–1999"),
        (None, "2025-03-12", "until 12 March 2025"),
        ("2025-03-12", None, "from 12 March 2025"),
        (None, None, "undated"),
    ],
)
def test_dates_are_as_precise_as_they_are_known(start, end, words):
    bounds = (date.fromisoformat(day) if day else None for day in (start, end))
    assert interval_words(DateInterval(*bounds)) == words


def test_an_unknown_date_is_undated():
    assert interval_words(None) == "undated"


@pytest.mark.parametrize(
    ("names", "words"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C"), (["A", "B", "C", "D"], "A, B and 2 more")],
)
def test_listing(names, words):
    assert listing(names, 3 if len(names) < 4 else 2) == words


def test_count():
    assert count(1, "copy", "copies") == "1 copy"
    assert count(1200, "event") == "1,200 events"


def test_chain_words():
    assert chain_words(("Daily Express", "Reuters")) == "via Daily Express, via Reuters"
    assert chain_words(()) == ""


@pytest.mark.parametrize(("balance", "words"), [(3.5, "+3.5"), (-12.0, "−12.0"), (-0.04, "0.0"), (0.0, "0.0")])
def test_balance_words(balance, words):
    assert balance_words(balance) == words


@pytest.mark.parametrize(
    ("verb", "plural"),
    [("supports", "support"), ("is neutral", "are neutral"), ("accepts under a condition", "accept under a condition")],
)
def test_plural_verbs(verb, plural):
    assert plural_verb(verb) == plural


def told_by(*speakers):
    """Who says it, of an incident that two outlets tell from a speaker each."""
    readings = [_claim(outlet, speaker) for outlet, speaker in zip(("Nile Post", "Horn Wire"), speakers, strict=False)]
    (incident,) = incidents(put_together(Corpus(tuple(readings))))
    return speaker_names(incident)


def _claim(outlet, speaker):
    d = draft(outlet, date(2025, 5, 2), "Troops", "They said that Ethiopia massed troops near Sudan on 1 May.")
    said = d.said(speaker, "They", "said", "that Ethiopia massed troops near Sudan on 1 May")
    event = d.event("MOBILIZE", "massed", (ETHIOPIA,), (SUDAN,), factuality="claimed", statement=said.id, date=on(2025, 5, 1))
    return replace(d.reading((said,), (event,)), actors=(ETHIOPIA, SUDAN, speaker))


def test_whoever_has_no_proper_name_is_an_unnamed_source():
    official = replace(IDRIS, id="a_official", name="senior official")
    assert told_by(official) == ("an unnamed source",)
    assert told_by(IDRIS, official) == ("Amal Idris",)


def test_one_speaker_in_two_spellings_is_named_once():
    assert len(told_by(replace(IDRIS, id="a_1", name="Amal Idris-Nur"), replace(IDRIS, id="a_2", name="Amal Idris Nur"))) == 1
