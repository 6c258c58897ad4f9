"""A user's own actors: how a file is read, and what it overrides."""

from datetime import date

import pytest

from dateline.errors import KnowledgeError
from dateline.knowledge.holders import known_holders
from dateline.knowledge.own_actors import load_own_actors
from dateline.knowledge.own_holders import holders_with

DAY = date(2017, 12, 27)


@pytest.fixture
def csv(tmp_path):
    def write(*lines):
        path = tmp_path / "my.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return write


def holders(path):
    return holders_with(load_own_actors(path))


def test_a_new_person_holds_a_new_office(csv):
    known = holders(csv("name,aliases,country,code,office,from", "Jane Roe,J. Roe,FRA,GOV,foreign minister,2017-01-01"))
    (row,) = known.named("J. Roe", DAY)
    assert (row.name, row.code, row.office, row.surname) == ("Jane Roe", "FRA GOV", "foreign minister", "Roe")
    assert row in known.of("FRA", "foreign minister", DAY)


def test_a_line_ends_a_known_term_and_keeps_the_rest(csv):
    known = holders(csv("name,office,until", "Sergei Lavrov,foreign minister,2017-06-30"))
    assert not known.of("RUS", "foreign minister", DAY)
    (term,) = [t for t in known.named("Sergey Lavrov") if t.office == "foreign minister"]
    assert (str(term.since), str(term.until), term.code) == ("2004-03-09", "2017-06-30", "RUS GOV")
    assert known_holders().of("RUS", "foreign minister", DAY), "the tables themselves stay as they are"


def test_a_line_without_office_changes_all_terms(csv):
    known = holders(csv("name,aliases", "Vladimir Putin,Vovochka"))
    assert {t.office for t in known.named("Vovochka")} == {t.office for t in known_holders().named("Vladimir Putin")}


def test_only_the_term_that_shares_a_day_changes(csv):
    known = holders(csv("name,office,from,code", "Vladimir Putin,president,2013-01-01,MIL"))
    sectors = {str(t.since): t.sector for t in known.named("Vladimir Putin") if t.office == "president"}
    assert sectors == {"1999-12-31": "GOV", "2013-01-01": "MIL"}


def test_a_dash_opens_a_term_again(csv):
    known = holders(csv("name,office,until", "Angela Merkel,chancellor,-"))
    assert [t.name for t in known.of("DEU", "chancellor", date(2030, 1, 1))] == ["Angela Merkel"]


def test_a_korean_surname_comes_first(csv):
    (row,) = holders(csv("name,country", "Kim Ok-test,PRK")).named("Kim Ok-test")
    assert row.surname == "Kim"


def test_the_digest_is_that_of_the_bytes(csv):
    one = load_own_actors(csv("name,country", "A B,FRA"))
    other = load_own_actors(csv("name,country", "A B,DEU"))
    again = load_own_actors(csv("name,country", "A B,FRA"))
    assert one == again
    assert one != other
    assert one.version != other.version


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["title", "x"], "line 1: no column `name`"),
        (["name,form", "x,2005"], "unknown column 'form'"),
        (["name,country", "Jane Roe,FR"], "line 2: country 'FR' is unknown"),
        (["name,kind", "Jane Roe,human"], "kind 'human' is unknown"),
        (["name,from", "Jane Roe,May 2005"], "from 'May 2005' is no date"),
        (["name,from,until", "Jane Roe,2005,2004"], "from 2005 is after until 2004"),
        (["name,code", "Jane Roe,gov"], "code 'gov' is no actor code"),
        (["name,country,code", "Jane Roe,FRA,DEU GOV"], "does not fit country FRA"),
        (["name,kind,office", "Blue Brigade,armed_group,chief"], "kind armed_group takes no office"),
        (["name,kind", "Northland,state"], "a state without country"),
        (["name,wikidata", "Jane Roe,7747"], "wikidata '7747' is no item"),
        (["name,gender", "Jane Roe,female"], "gender 'female' is unknown"),
        (["name,aliases", "Jane Roe"], "1 cells under 2 columns"),
        (["name", "", "Jane Roe", "Jane Roe"], "line 4: repeats line 3"),
        (["name,country", ",FRA"], "line 2: no name"),
    ],
)
def test_a_bad_line_names_file_line_and_remedy(csv, lines, words):
    path = csv(*lines)
    with pytest.raises(KnowledgeError) as caught:
        load_own_actors(path)
    message = str(caught.value)
    assert words in message
    assert message.startswith(str(path))
    assert message.endswith(")")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(KnowledgeError, match="cannot be read"):
        load_own_actors(tmp_path / "none.csv")
