import json

import pytest

from dateline.cli.main import main
from dateline.knowledge.ontology import all_contexts, cameo_codes, event_types


def run(capsys, *arguments):
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    out, err = capsys.readouterr()
    return ended.value.code or 0, out, err


def test_all_types_and_contexts_are_shown(capsys):
    status, out, _ = run(capsys, "ontology")
    assert status == 0
    assert all(name in out for name in event_types())
    assert all(context.context in out for context in all_contexts())


def test_a_type_shows_definition_example_source_modes_and_codes(capsys):
    status, out, _ = run(capsys, "ontology", "coerce")
    assert status == 0
    for words in ("material conflict", "definition", "example", "section COERCE", "curfew", "1723", "-7.0"):
        assert words in out


def test_a_context_and_a_code_are_shown(capsys):
    assert "hacker" in run(capsys, "ontology", "cyber")[1]
    assert "Impose curfew" in run(capsys, "ontology", "1723")[1]


def test_json_of_everything(capsys):
    status, out, _ = run(capsys, "ontology", "--json")
    told = json.loads(out)
    assert status == 0
    assert [entry["type"] for entry in told["types"]] == list(event_types())
    assert len(told["cameo"]) == len(cameo_codes())
    assert all(entry["definition"] and entry["example"] and entry["source"] for entry in told["types"] + told["contexts"])


def test_json_of_a_type_has_its_modes(capsys):
    told = json.loads(run(capsys, "ontology", "ASSAULT", "--json")[1])
    assert "drone" in [mode["mode"] for mode in told["modes"]]
    assert told["goldstein"] == -10.0


def test_an_unknown_code_is_an_error_that_names_the_known_ones(capsys):
    status, _, err = run(capsys, "ontology", "FIGHT")
    assert status == 2
    assert "ASSAULT" in err
    assert "cyber" in err
