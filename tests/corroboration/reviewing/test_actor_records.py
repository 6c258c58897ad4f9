"""What people say about actors themselves: it holds in all articles, outlives new readings, and can be taken back."""

import json
import random
from dataclasses import replace

import pytest
from tests.corroboration.reviewing.test_reviewing import put, tables
from tests.crisis import ETHIOPIA, IDRIS, SUDAN, crisis

from dateline.archive import open_archive
from dateline.archive.corrections.actor_records import edited_fields
from dateline.archive.corrections.making import Verdict
from dateline.corroboration.reviewing import review, undo
from dateline.corroboration.reviewing.deciding import lost
from dateline.errors import ArchiveError
from dateline.records import Actor
from dateline.rereading import reread_with
from dateline.views.gold_pack import write_gold
from dateline.views.open_records import Asked, open_records
from dateline.views.room.review_page import changed_fields, review_page
from rereading import NAMES, first_reading, read_again


def verdict(action, **changes):
    return Verdict(action, "A. Smith", "knows her", changes)


@pytest.fixture
def dam(tmp_path):
    with open_archive(tmp_path / "a.duckdb") as opened:
        put(opened, *crisis().readings)
        yield opened


def rows(archive, actor=IDRIS.id):
    query = "SELECT DISTINCT name, kind, country, code FROM actors WHERE id = ?"
    return [tuple(row.values()) for row in archive.select(query, [actor])]


def test_an_edit_holds_in_every_article_and_says_who_made_it(dam):
    held = dam.select("SELECT article FROM actors WHERE id = ?", [IDRIS.id])
    assert len(held) > 1
    made = review(dam, IDRIS.id, verdict("edit", country="EGY", kind="person")).correction
    assert (made.kind, made.article, dict(made.before)) == ("actor", None, {"country": "SDN", "code": "SDN GOV"})
    assert rows(dam) == [("Amal Idris", "person", "EGY", "EGY GOV")]
    for row in held:
        actor = dam.reading(row["article"]).actor(IDRIS.id)
        assert "corrected by A. Smith" in actor.reason
        assert dam.corrections.machine_reading(row["article"]).actor(IDRIS.id) == IDRIS
    assert made.in_force


def test_an_actor_is_named_by_its_name_too_and_its_new_one(dam):
    review(dam, "Amal Idris", verdict("edit", name="Amal Idris Bey"))
    assert dam.actors.find("Amal Idris Bey") == IDRIS.id
    article = dam.select("SELECT article FROM actors WHERE id = ? LIMIT 1", [IDRIS.id])[0]["article"]
    assert dam.reading(article).actor(IDRIS.id).aliases == ("Amal Idris", "Idris")
    review(dam, "Amal Idris Bey", verdict("edit", kind="other"))
    assert rows(dam) == [("Amal Idris Bey", "other", "SDN", "SDN GOV")]
    first, second = dam.corrections.of_actors()
    assert first.subject == second.subject
    assert review_page(dam, IDRIS.id).said[-1].changes == ("kind: person → other",)


def test_taken_back_it_is_as_it_was(dam):
    before = tables(dam)
    number = review(dam, IDRIS.id, verdict("edit", country="none", code="none", kind="other")).correction.number
    assert rows(dam) == [("Amal Idris", "other", None, None)]
    assert tables(dam) != before
    undo(dam, number, "Lee")
    assert tables(dam) == before
    assert dam.select("SELECT * FROM machine_readings") == []


def test_incidents_follow_the_country(dam):
    event = dam.select("SELECT event FROM event_sides WHERE actor = ? LIMIT 1", [ETHIOPIA.id])
    features = "SELECT features FROM event_accounts WHERE event = ?"
    before = [dam.select(features, [row["event"]]) for row in event]
    review(dam, "Ethiopia", verdict("edit", country="KEN"))
    assert before
    assert [dam.select(features, [row["event"]]) for row in event] != before


def test_it_outlives_versions_with_other_ids_and_meets_new_articles(tmp_path):
    rng = random.Random(4)
    first = [first_reading(f"n{n}", rng, 4) for n in range(3)]
    with open_archive(tmp_path / "a.duckdb") as archive:
        put(archive, *first[:2])
        actor = next(one for one in first[0].actors if one.name == "Amal Idris")
        review(archive, actor.id, verdict("edit", country="KEN", code="KEN GOV"))
        again = {one.article.id: read_again(one, rng)[0] for one in first[:2]}
        reread_with(archive, read=lambda them: (again[one.id] for one in them), version="2")
        put(archive, first[2], version="2")
        told = archive.select("SELECT DISTINCT article, country, code FROM actors WHERE name = 'Amal Idris'")
        assert sorted(row["article"] for row in told) == sorted(one.article.id for one in first)
        assert {(row["country"], row["code"]) for row in told} == {("KEN", "KEN GOV")}
        assert {row["country"] for row in archive.select("SELECT country FROM actors WHERE name = 'Hoda Sami'")} == {None}
        assert lost(archive) == ()


def test_what_fits_no_article_any_more_is_listed(dam):
    made = review(dam, IDRIS.id, verdict("edit", country="EGY")).correction
    readings = [
        replace(one, actors=tuple(a for a in one.actors if a.id != IDRIS.id), statements=(), events=(), positions=(), version="2")
        for one in crisis().readings
    ]
    put(dam, *readings, version="2")
    assert [(one.number, one.lost) for one in lost(dam)] == [(made.number, "no article has 'Amal Idris' any more")]


def test_a_namesake_of_another_state_is_another(dam):
    review(dam, IDRIS.id, verdict("edit", code="SDN OPP"))
    article = crisis().readings[0].article
    other = replace(IDRIS, id="a_other", country="EGY", code="EGY GOV")
    new = replace(
        crisis().readings[0],
        article=replace(article, id="art_new", text_hash="txt_new"),
        actors=(other,),
        statements=(),
        events=(),
        positions=(),
    )
    put(dam, new, version="2")
    assert rows(dam, "a_other") == [("Amal Idris", "person", "EGY", "EGY GOV")]


def test_corrections_of_records_stay_with_an_actor_that_is_corrected(dam):
    said = next(one for one in crisis().readings[0].statements if one.speaker)
    review(dam, said.id, verdict("confirm"))
    review(dam, said.speaker, verdict("edit", kind="outlet", country="none", code="MED"))
    again = [replace(one, version="2") for one in crisis().readings]
    put(dam, *again, version="2")
    assert [one.in_force for one in dam.corrections.listing()] == [True, True]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"role": "king"}, "cannot be edited"), ({"kind": "god"}, "no kind of actor"), ({"country": "Atlantis"}, "no state"),
        ({"code": "sudan!"}, "no actor code"), ({"name": " "}, "1 to 200"), ({"code": "EGY GOV"}, "another state"),
        ({"kind": "person"}, "nothing would change"), ({"kind": "state", "country": ""}, "a state has a country"),
    ],
)  # fmt: skip
def test_an_edit_that_makes_no_sense_is_refused(dam, changes, problem):
    with pytest.raises(ArchiveError, match=problem):
        review(dam, IDRIS.id, verdict("edit", **changes))
    assert dam.corrections.listing() == ()


def test_an_actor_cannot_be_rejected(dam):
    with pytest.raises(ArchiveError, match="confirmed or edited"):
        review(dam, IDRIS.id, verdict("reject"))


@pytest.mark.parametrize(
    ("before", "country", "after"),
    [(("SDN", "SDN GOV"), "EGY", "EGY GOV"), (("SDN", "SDN GOV"), "", "SDN GOV"), ((None, "ETH REB"), "KEN", "KEN"), ((None, "REB"), "KEN", "KEN REB")],
)  # fmt: skip
def test_the_code_follows_the_country(before, country, after):
    made = edited_fields(Actor("a", "A", "person", *before), {"country": country})
    assert made.get("code", before[1]) == after


def test_a_confirmed_actor_stays_so(dam):
    review(dam, "Sudan", verdict("confirm"))
    again = [
        replace(one, actors=tuple(replace(a, kind="other") if a.id == SUDAN.id else a for a in one.actors), version="2")
        for one in crisis().readings
    ]
    put(dam, *again, version="2")
    assert {row[1] for row in rows(dam, SUDAN.id)} == {"state"}


def test_gold_names_what_was_vouched_for(dam, tmp_path):
    review(dam, IDRIS.id, verdict("edit", country="EGY"))
    write_gold(dam, tmp_path / "gold")
    (actor,) = json.loads((tmp_path / "gold" / "gold.json").read_text())["actors"]
    assert actor == {
        "name": "Amal Idris", "kind": "person", "country": "EGY", "code": "EGY GOV", "aliases": ["Idris"], "vouched_for": ["code", "country"],
    }  # fmt: skip


def test_actors_are_listed_where_they_are_asked_for(dam):
    listed = {one.id for one in open_records(dam, Asked(kind="actor"))}
    assert {IDRIS.id, SUDAN.id} <= listed
    assert not {one.id for one in open_records(dam, Asked())} & listed
    review(dam, IDRIS.id, verdict("confirm"))
    assert IDRIS.id not in {one.id for one in open_records(dam, Asked(kind="actor"))}
    page = review_page(dam, IDRIS.id)
    assert [(field.name, field.value) for field in page.fields] == [
        ("name", "Amal Idris"),
        ("kind", "person"),
        ("country", "SDN"),
        ("code", "SDN GOV"),
    ]
    assert changed_fields(dam, IDRIS.id, {"name": "Amal Idris", "country": "EGY"}) == {"country": "EGY"}


def test_forty_random_edits_are_all_in_force_after_another_reading(tmp_path):
    rng = random.Random(20)
    first = [first_reading(f"n{n}", rng, 3) for n in range(3)]
    with open_archive(tmp_path / "a.duckdb") as archive:
        put(archive, *first)
        wanted = {}
        for _ in range(40 // len(NAMES)):
            for name in NAMES:
                key = rng.choice([actor.id for one in first for actor in one.actors if actor.name == name])
                code = f"{rng.choice(('KEN', 'EGY', 'SDN'))} {rng.choice(('GOV', 'MIL', 'OPP'))}"
                if wanted.get(name) != code:
                    review(archive, key, verdict("edit", code=code, country=code[:3]))
                    wanted[name] = code
        again = {one.article.id: read_again(one, rng)[0] for one in first}
        reread_with(archive, read=lambda them: (again[one.id] for one in them), version="2")
        told = {(row["name"], row["code"], row["country"]) for row in archive.select("SELECT name, code, country FROM actors")}
        assert told == {(name, code, code[:3]) for name, code in wanted.items()}
