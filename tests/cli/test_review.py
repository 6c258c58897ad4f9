"""`dateline review`: lists, verdicts, undo, what is lost, gold, and what is said of mistakes."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from tests.crisis import crisis

from dateline import ingest
from dateline.archive import open_archive
from dateline.cli.main import main

SCORER = Path(__file__).resolve().parents[3] / "shared" / "eval" / "score.py"


def run(capsys, *arguments):
    with pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return ended.value.code or 0, out, err


def put(path, readings, version):
    by_id = {reading.article.id: reading for reading in readings}
    articles = [reading.article for reading in readings]
    with open_archive(path) as opened:
        ingest.add(articles, opened, read=lambda them: (by_id[one.id] for one in them), version=version)


@pytest.fixture
def archive(tmp_path):
    put(tmp_path / "dam.duckdb", crisis().readings, "1")
    return tmp_path / "dam.duckdb"


def listed(capsys, archive, *more):
    status, out, _ = run(capsys, "review", archive, "--json", "--most", 500, *more)
    assert status == 0
    return [json.loads(line) for line in out.splitlines()]


SIGNED = ("--by", "A. Smith", "--why", "read the article")


def test_what_is_open_is_listed_the_least_sure_first(capsys, archive):
    found = listed(capsys, archive)
    assert [one["confidence"] for one in found] == sorted(one["confidence"] for one in found)
    assert {one["kind"] for one in found} >= {"statement", "event", "position"}
    events = listed(capsys, archive, "--kind", "event", "--about", "SDN", "--type", "accuse")
    assert events
    assert all("Sudan" in one["who"] or "Idris" in one["who"] for one in events)
    assert all(one["what"].startswith("ACCUSE") for one in events)
    assert {one["outlet"] for one in listed(capsys, archive, "--outlet", "horn wire")} == {"Horn Wire"}
    assert listed(capsys, archive, "--since", "2025-04-01") != found
    assert not listed(capsys, archive, "--below", "0.1")
    status, out, err = run(capsys, "review", archive, "--most", 2)
    assert (status, len(out.splitlines())) == (0, 4)
    assert err == f"2 of {len(found)} that nobody has looked at\n"


def test_confirm_reject_edit_undo_and_the_list_of_corrections(capsys, archive):
    first, second, third = (one["id"] for one in listed(capsys, archive, "--kind", "event")[:3])
    assert run(capsys, "review", archive, first, "confirm", *SIGNED)[0] == 0
    assert run(capsys, "review", archive, second, "reject", *SIGNED)[0] == 0
    status, out, _ = run(capsys, "review", archive, third[:12], "edit", "factuality=hypothetical", *SIGNED)
    assert status == 0
    assert "→ hypothetical" in out
    assert f"dateline cite ARCHIVE {second}" in " ".join(run(capsys, "explain", archive, second)[2].split())
    still = {one["id"] for one in listed(capsys, archive)}
    assert not still & {first, second, third}
    assert {one["id"] for one in listed(capsys, archive, "--all")} >= {first, third}
    assert run(capsys, "review", archive, 2, "undo", "--by", "Lee")[0] == 0
    assert second in {one["id"] for one in listed(capsys, archive)}
    made = [json.loads(line) for line in run(capsys, "review", archive, "--corrections", "--json")[1].splitlines()]
    assert [(one["action"], one["undone_by"], one["in_force"]) for one in made] == [
        ("confirm", None, True), ("reject", "Lee", False), ("edit", None, True),
    ]  # fmt: skip
    assert "taken back by Lee" in run(capsys, "review", archive, "--corrections")[1]


def test_what_no_longer_fits_is_listed_with_the_reason(capsys, archive):
    reading = crisis().readings[0]
    event = reading.events[0].id
    run(capsys, "review", archive, event, "confirm", *SIGNED)
    assert run(capsys, "review", archive, "--lost") == (0, "", "Every correction fits its record\n")
    put(archive, [replace(reading, events=())], "2")
    out = run(capsys, "review", archive, "--lost")[1]
    assert "fits nothing now: nothing of this kind is read out of these words any more" in out
    brief = " ".join(run(capsys, "brief", archive)[1].split())
    assert "1 correction no longer fits what is read" in brief


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("event_x", "confirm"), "needs somebody"),
        (("event_x", "confirm", "--by", "Lee"), "needs a reason"),
        (("event_xxxx", "confirm", *SIGNED), "no record or link has the id"),
        (("event_x", "praise", *SIGNED), "is no correction"),
        (("event_x", "confirm", "type=AID", *SIGNED), "is no correction"),
        (("event_x",), "is no correction"),
        (("event_x", "undo", *SIGNED), "is no number of a correction"),
        (("7", "undo", *SIGNED), "no correction has the number 7"),
        (("event_x", "edit", "type", *SIGNED), "is no edit"),
        (("event_x", "edit", *SIGNED), "is no edit"),
        (("--kind", "articles"), "is nothing that is reviewed"),
        (("--gold", "gold"), "nothing was reviewed yet"),
    ],
)
def test_mistakes_are_said_plainly(capsys, archive, arguments, problem):
    status, _, err = run(capsys, "review", archive, *arguments)
    assert status == 2
    assert problem in " ".join(err.replace("│", " ").split())


def test_briefs_and_exports_use_corrections_and_say_so(capsys, archive, tmp_path):
    events = crisis().readings[0].events
    run(capsys, "review", archive, events[0].id, "edit", "factuality=denied", *SIGNED)
    run(capsys, "review", archive, events[1].id, "reject", *SIGNED)
    assert "It uses 2 corrections by A. Smith: 1 corrected and 1 rejected" in " ".join(run(capsys, "brief", archive)[1].split())
    _, out, err = run(capsys, "export", archive, "--format", "csv", "--to", tmp_path / "out")
    assert "It uses 2 corrections by A. Smith" in err
    assert str(tmp_path / "out" / "corrections.csv") in out
    assert events[1].id not in (tmp_path / "out" / "events.csv").read_text(encoding="utf-8")
    run(capsys, "export", archive, "--to", tmp_path / "out")
    assert events[1].id not in (tmp_path / "out" / "readings.jsonl").read_text(encoding="utf-8")


def test_gold_is_what_the_scorer_takes(capsys, archive, tmp_path):
    reading = crisis().readings[0]
    for record in (*reading.statements, *reading.positions):
        run(capsys, "review", archive, record.id, "confirm", *SIGNED)
    first, *others = reading.events
    run(capsys, "review", archive, first.id, "edit", "factuality=planned", *SIGNED)
    for event in others[:1]:
        run(capsys, "review", archive, event.id, "reject", *SIGNED)
    assert run(capsys, "review", archive, "--gold", tmp_path / "pack")[0] == 0
    gold = json.loads((tmp_path / "pack" / "gold.json").read_text(encoding="utf-8"))
    (article,) = gold["articles"]
    text = (tmp_path / "pack" / "articles" / article["file"]).read_text(encoding="utf-8")
    assert text.strip() == reading.article.text
    assert article["events"][0]["factuality"] == ["planned"]
    assert [one["type"] for one in article["no_event"]] == [e.type for e in others[:1] if e.factuality == "actual"]
    contexts = [one["context"] for name in ("events", "no_event", "neutral") for one in article[name]]
    assert all(text.count(context) == 1 for context in contexts)
    assert "statement" in article["complete"]
    if not SCORER.is_file():
        pytest.skip("the scorer lies outside the project, in ../shared, and is not here")
    with open_archive(archive, read_only=True) as opened:
        line = json.loads(next(one for one in opened.contracts() if json.loads(one)["article"]["id"] == reading.article.id))
    line["article"]["source"] = article["file"]
    (tmp_path / "readings.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    command = [sys.executable, SCORER, "pack", tmp_path / "pack", tmp_path / "readings.jsonl"]
    figures = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    for key in ("statement found", "speaker right", "event found", "factuality right, of those found", "position right"):
        assert re.search(rf"^{key} +P 1\.000  R 1\.000", figures, re.M), figures
