"""Phrases and the country and first sector that they mean."""

import csv
import datetime
import pathlib

import pytest

import dateline
from dateline.errors import BadRecord

TABLE = pathlib.Path(__file__).parent / "data" / "actor_phrases.tsv"
ENOUGH = 0.9
"""The share of the table that has to be right."""


def rows():
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def coded(text, context=None, date=None):
    found = dateline.code_actor(text, context, date)
    return found.country, found.sector


def test_most_phrases_of_the_table_are_right():
    wrong = []
    for row in rows():
        found = coded(row["text"], row["context"], row["date"])
        asked = (row["country"], row["sector"])
        if any(a not in ("-", f) for a, f in zip(asked, found, strict=True)):
            wrong.append((row["text"], asked, found))
    assert 1 - len(wrong) / len(rows()) >= ENOUGH, wrong


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("four Saudi men", "SAU", "CVL"),
        ("a US destroyer", "USA", "MIL"),
        ("Syrian mercenaries", "SYR", "UAF"),
        ("retired vice president", "", "ELI"),
        ("several of the largest trade unions in Denmark", "DNK", "LAB"),
        ("Chile's defence department", "CHL", "GOV"),
        ("Portugal's defence department", "PRT", "GOV"),
        ("army accountant", "", "MIL"),
        ("Catholic leaders in Brazil", "BRA", "REL"),
        ("speaker of the Knesset", "ISR", "LEG"),
        ("pro-government militia", "", "PRM"),
        ("the Abkhaz parliament", "GEO", "LEG"),
        ("a breakaway region", "", "PRE"),
        ("NATO", "IGO", "IGO"),
        ("France", "FRA", ""),
        ("the French government", "FRA", "GOV"),
        ("last week", "", "JNK"),
    ],
)
def test_a_construction(text, country, sector):
    assert coded(text) == (country, sector)


def test_a_state_is_told_by_the_context():
    assert coded("the PRD", "Mexico") == ("MEX", "PTY")
    assert coded("the PRD", "Panama") == ("PAN", "PTY")


@pytest.mark.parametrize(("date", "sector"), [("2016-06-01", "PTY"), ("2016-12-01", "ELI"), ("2017-06-01", "GOV")])
def test_a_candidate_is_elected_and_takes_office(date, sector):
    assert coded("Donald Trump", date=date) == ("USA", sector)


@pytest.mark.parametrize(("date", "sector"), [("2017-06-01", "GOV"), ("10 June 2017", "GOV"), (datetime.date(2022, 1, 1), "ELI")])
def test_an_office_holds_on_its_days(date, sector):
    assert coded("Angela Merkel", date=date) == ("DEU", sector)


def test_without_a_date_it_is_today():
    assert dateline.code_actor("Angela Merkel") == dateline.code_actor("Angela Merkel", date="Today")
    assert coded("Angela Merkel") == ("DEU", "ELI")


def test_a_code_has_all_sectors_and_a_reason():
    found = dateline.code_actor("the Russian Defense Ministry")
    assert (found.code, found.sector) == ("RUS GOV MIL", "GOV")
    assert found.reason


def test_an_unreadable_date_is_an_error():
    with pytest.raises(BadRecord, match="give it as"):
        dateline.code_actor("Angela Merkel", date="the day of reckoning")


@pytest.mark.parametrize("text", ["", " ", ",", "?!", "the", "of", "A", "１２", "\n"])
def test_no_actor_is_no_error(text):
    assert dateline.code_actor(text).country == ""
