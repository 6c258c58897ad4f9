"""A reading survives the way to JSON and back, and has the fields that other programs rely on."""

import json

from hypothesis import HealthCheck, given, settings

from articles import reading
from dateline.contract import from_json, to_json, to_object
from dateline.records import Span
from strategies import readings

FIELDS = {
    "article": "id text_hash source outlet title url byline language published text left_out",
    "actors": "id name aliases kind country code role role_from role_until mentions",
    "statements": "id kind act source cue content speaker addressees reported_by inside date confidence",
    "events": "id type mode contexts cameo goldstein trigger mentions sources targets factuality date place quantities statement "
    "reported_by in_headline confidence reason",
    "positions": "actor proposal stance evidence reported_by date",
}


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(readings())
def test_round_trip(found):
    assert from_json(to_json(found)) == found
    assert "\n" not in to_json(found)


def test_the_contract_names_are_there():
    body = (
        "As reported by CNN, Spain accused Portugal on Monday of firing on its boats, killing two sailors. "
        "Portugal rejected a French plan for joint patrols."
    )
    found = json.loads(to_json(reading(body)))
    assert set(FIELDS["article"].split()) <= set(found["article"])
    for part in ("actors", "statements", "events", "positions"):
        assert found[part], part
        assert set(FIELDS[part].split()) <= set(found[part][0])


def test_spans_are_pairs():
    assert to_object(Span(3, 7)) == [3, 7]
