"""Tables for research: what stands in them, and that every column has a row of the codebook."""

from datetime import date

import pytest
from tests.views.research.archives import crisis_archive

from dateline.archive import open_archive
from dateline.corroboration.incidents.incident import Incident
from dateline.records import DateInterval
from dateline.views.research.columns import PLAIN, TABLES, codes, columns
from dateline.views.research.events import counts_on
from dateline.views.research.tables import research_tables


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    with open_archive(crisis_archive(tmp_path_factory.mktemp("r") / "a.duckdb"), read_only=True) as archive:
        return research_tables(archive)


def test_every_table_has_exactly_the_columns_of_the_codebook(tables):
    assert set(tables) == set(TABLES)
    for table, rows in tables.items():
        assert rows
        for row in rows:
            assert set(row) == {column.name for column in columns(table)}


def test_codes_have_the_values_that_the_codebook_lists(tables):
    for table, rows in tables.items():
        for column in columns(table):
            found = {row[column.name] for row in rows} - {None, ""}
            if column.kind not in PLAIN:
                assert {str(value) for value in found} <= set(codes(column.kind)), column


def test_names_in_stata_are_short_and_differ():
    for table in TABLES:
        names = [column.stata_name for column in columns(table)]
        assert len(set(names)) == len(names)
        assert all(len(name) <= 32 and name.isidentifier() for name in names)


def test_one_row_an_incident_with_its_sides_and_who_vouches(tables):
    (walkout,) = [row for row in tables["events"] if row["Event Type"] == "REJECT"]
    assert (walkout["Actor Name"], walkout["Actor ISO-3"]) == ("Sudan", "SDN")
    assert (walkout["Recipient Name"], walkout["Recipient ISO-3"]) == ("Ethiopia; Egypt", "ETH; EGY")
    assert walkout["Event Date"] == walkout["Event Date From"] == walkout["Event Date To"] == date(2025, 3, 12)
    assert (walkout["Factuality"], walkout["Quad Code"], walkout["Goldstein"]) == ("actual", "verbal conflict", -4.0)
    assert walkout["Articles"] > walkout["Origins"] >= 1
    assert len(walkout["Article IDs"].split("; ")) == walkout["Articles"]
    assert "walked out of talks" in walkout["Words"]


def test_an_event_counts_on_the_first_day_of_a_narrow_date_and_on_no_day_of_a_wide_one():
    def dated(when):
        return counts_on(Incident("i", (), "AID", "told", when, date(2025, 3, 14), (), ()))

    assert dated(DateInterval(date(2025, 3, 1), date(2025, 3, 31), "month")) == (date(2025, 3, 1), "text")
    assert dated(DateInterval(date(2025, 3, 1), date(2025, 4, 1), "other")) == (None, "text")
    assert dated(DateInterval(None, date(2025, 4, 1), "other")) == (None, "text")
    assert dated(None) == (date(2025, 3, 14), "first report")


def test_reports_name_their_incident(tables):
    incidents = {row["Event ID"] for row in tables["events"]}
    told = [row["Event ID"] for row in tables["reports"] if row["Event ID"]]
    assert set(told) == incidents
    assert len(told) == sum(row["Reports"] for row in tables["events"])


def test_positions_are_actors_and_concepts(tables):
    idris = next(row for row in tables["actor_concepts"] if row["person"] == "Amal Idris")
    assert (idris["organization"], idris["iso3"], idris["agreement"], idris["concept_words"]) == (
        "Sudan", "SDN", 0, "filling of the dam",
    )  # fmt: skip
    egypt = next(row for row in tables["actor_concepts"] if row["iso3"] == "EGY")
    assert (egypt["person"], egypt["organization"]) == (None, "Egypt")


def test_rows_stand_in_an_order_that_does_not_depend_on_adding(tables):
    days = [row["Event Date"] or date.max for row in tables["events"]]
    assert days == sorted(days)
    published = [(row["Publication Date"], row["Article ID"]) for row in tables["articles"]]
    assert published == sorted(published)
