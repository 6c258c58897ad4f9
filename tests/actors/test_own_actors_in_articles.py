"""A user's own actors from the file to the reading: Python, command line, archive."""

import json

import pytest

import dateline
from dateline.archive import open_archive
from dateline.cli.main import main

TEXT = (
    "Jane Roe told Reuters that Northland had attacked the Azure Brigade. The foreign minister met Mr. Lavrov in Paris.\n\n"
    "Hezbollah denied it. The Ministry of Tides warned Iran."
)
LINES = """name,aliases,kind,country,code,office,from,until,gender
Jane Roe,J. Roe,person,FRA,GOV,foreign minister,2025-01-01,,f
Sergei Lavrov,,person,,,foreign minister,,2024-06-30,
Azure Brigade,Blue Brigade,armed_group,,ETH REB,,,,
Northland,,state,NOL,,,,,
Hezbollah,,armed_group,LBN,LBN PTY,,,,
Ministry of Tides,,government_body,NLD,,,,,
"""


@pytest.fixture
def own(tmp_path):
    path = tmp_path / "my.csv"
    path.write_text(LINES, encoding="utf-8")
    return path


def codes(reading):
    return {actor.name: actor.code for actor in reading.actors}


def test_rows_add_and_override_in_one_reading_only(own):
    found = codes(dateline.read(TEXT, published="2025-05-16", model=False, actors=own))
    assert found["Jane Roe"] == "FRA GOV"
    assert found["Northland"] == "NOL GOV"
    assert found["Azure Brigade"] == "ETH REB"
    assert found["Hezbollah"] == "LBN PTY"
    assert found["Ministry of Tides"] == "NLD GOV"
    assert found["Sergei Lavrov"] == "RUS ELI"
    without = codes(dateline.read(TEXT, published="2025-05-16", model=False))
    assert without["Hezbollah"] == "LBN REB"
    assert without["Sergei Lavrov"] == "RUS GOV"
    assert "Northland" not in without


def test_the_reason_names_the_line_and_the_war_takes_the_country(own):
    reading = dateline.read(TEXT, published="2025-05-16", model=False, actors=own)
    by_name = {actor.name: actor for actor in reading.actors}
    assert "line 2 of my.csv" in by_name["Jane Roe"].reason
    assert by_name["Jane Roe"].role == "foreign minister"
    assert by_name["Azure Brigade"].country is None


def run(capsys, *arguments):
    with pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return ended.value.code or 0, out, err


def test_read_takes_the_file(capsys, tmp_path, own):
    article = tmp_path / "a.txt"
    article.write_text(TEXT, encoding="utf-8")
    status, out, _ = run(capsys, "read", article, "--published", "2025-05-16", "--no-model", "--actors", own, "--json")
    assert status == 0
    assert {a["name"]: a["code"] for a in json.loads(out)["actors"]}["Northland"] == "NOL GOV"


def test_add_reads_anew_when_the_file_changes(capsys, tmp_path, own):
    article, archive = tmp_path / "a.txt", tmp_path / "a.duckdb"
    article.write_text(TEXT, encoding="utf-8")
    add = ("add", article, "--to", archive, "--published", "2025-05-16", "--no-model", "--actors", own)
    assert "1 article added" in run(capsys, *add)[2]
    assert "1 skipped" in run(capsys, *add)[2]
    own.write_text(LINES.replace("FRA,GOV", "ITA,GOV"), encoding="utf-8")
    assert "1 article added" in run(capsys, *add)[2]
    with open_archive(archive, read_only=True) as opened:
        (reading,) = opened.readings()
        assert codes(reading)["Jane Roe"] == "ITA GOV"
        assert "+actors-" in reading.version


def test_a_bad_file_stops_before_anything_is_read(capsys, tmp_path, own):
    own.write_text("name,country\nJane Roe,FR\n", encoding="utf-8")
    status, _, err = run(capsys, "read", tmp_path / "none.txt", "--actors", own)
    assert status == 2
    assert "my.csv, line 2" in err
    assert "Traceback" not in err
