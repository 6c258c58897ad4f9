"""Corrections stay in force when an article is read again by another version, and never fall on something else."""

import random
from dataclasses import replace

import pytest

from dateline.archive import open_archive
from dateline.archive.corrections.applying import corrected
from dateline.archive.corrections.attaching import MEANING
from dateline.archive.corrections.correction import CLASSES, records_of
from dateline.archive.corrections.making import Case, Verdict, correction_of
from dateline.errors import ArchiveError
from rereading import first_reading, random_verdict, read_again

MANY = 500


def by_name(reading):
    known = {actor.name: actor for actor in reading.actors}
    return lambda words: known[words]


def every(reading):
    return {record.id: record for kind in CLASSES for record in records_of(reading, kind)}


def plain(record, reading):
    """The record's fields with names in the place of the ids of actors."""
    names = {actor.id: actor.name for actor in reading.actors}
    fields = {name: getattr(record, name) for name in record.__dataclass_fields__}
    fields |= {k: names.get(v, v) for k, v in fields.items() if k in ("speaker", "actor")}
    return fields | {k: tuple(names[a] for a in v) for k, v in fields.items() if k in ("sources", "targets", "addressees")}


def random_corrections(seed, many=MANY):
    """Readings, a correction of about half of their records, and the readings of another version with the fates of the records."""
    rng, first, second, fates, made = random.Random(seed), {}, {}, {}, []
    while len(made) < many:
        reading = first_reading(f"{seed}-{len(first)}", rng)
        first[reading.article.id] = reading
        second[reading.article.id], fate = read_again(reading, rng)
        fates |= fate
        for record in every(reading).values():
            if rng.random() < 0.5 and len(made) < many:
                action, changes = random_verdict(record, reading, rng)
                case = Case(reading, reading, (), by_name(reading))
                made.append(correction_of(case, record.id, Verdict(action, "A. Smith", "checked", changes), len(made) + 1))
    return first, second, fates, made


def must_be_lost(one, fate, new):
    """What the rules say of a correction of a record with this fate."""
    if fate.id is None:
        return True
    return fate.changed and one.action == "reject"


def check(one, fate, before, after, outcome):
    """One correction on one new reading."""
    now = every(outcome.reading)
    if must_be_lost(one, fate, after):
        assert one.subject in outcome.lost
        assert fate.id is None or now[fate.id] == every(after)[fate.id]
        return
    assert outcome.where[one.subject] == fate.id
    if one.action == "reject":
        assert fate.id not in now
        return
    found = plain(now[fate.id], outcome.reading)
    wanted = plain(every(corrected(before, [one]).reading)[one.record], before)
    assert {name: found[name] for name in one.after} == {name: wanted[name] for name in one.after}
    assert found["confidence"] == 1.0
    assert one.note in found["reason"]


def test_five_hundred_random_corrections_outlive_a_new_version():
    first, second, fates, made = random_corrections(7)
    assert len(made) == MANY
    lost = 0
    for article, reading in second.items():
        mine = [one for one in made if one.article == article]
        outcome = corrected(reading, mine)
        touched = {fates[one.record].id for one in mine}
        lost += len(outcome.lost)
        for one in mine:
            check(one, fates[one.record], first[article], reading, outcome)
        untouched = {key: record for key, record in every(reading).items() if key not in touched}
        assert untouched == {key: record for key, record in every(outcome.reading).items() if key not in touched}
    assert 30 < lost < 120


def test_the_archive_keeps_them_in_force(tmp_path):
    """The same through DuckDB: entered, read again, and each row says where it stands or why it fits nothing."""
    first, second, fates, made = random_corrections(11, 200)
    with open_archive(tmp_path / "a.duckdb") as archive:
        archive.add(*first.values())
        with archive.transaction():
            for one in made:
                archive.corrections.enter(one)
            archive.store(*first.values())
        assert all(one.record_now == one.record for one in archive.corrections.listing())
        stored = archive.add(*second.values())
        now = {one.article.id: one for one in archive.readings()}
        assert {one.article.id: one for one in stored} == now
        for one in archive.corrections.listing():
            fate = fates[one.record]
            assert (one.lost is None) != must_be_lost(one, fate, second[one.article])
            assert one.record_now == (None if one.lost else fate.id)
        for article in first:
            assert archive.corrections.machine_reading(article) == second[article]


@pytest.mark.parametrize("seed", range(5))
def test_a_second_application_changes_nothing(seed):
    first, _, _, made = random_corrections(seed, 30)
    for article, reading in first.items():
        mine = [one for one in made if one.article == article]
        assert corrected(reading, mine) == corrected(reading, list(reversed(mine)))


def one_of(kind, rng=None):
    reading = first_reading("one", rng or random.Random(1))
    return reading, records_of(reading, kind)[0]


def say(reading, record, action, number=1, made=(), **changes):
    now = corrected(reading, made).reading
    placed = [replace(one, record_now=record.id) for one in made]
    case = Case(reading, now, placed, by_name(reading))
    return correction_of(case, record.id, Verdict(action, "Lee", "read it", changes), number)


def test_the_last_word_decides():
    reading, event = one_of("event")
    rejected = say(reading, event, "reject")
    assert event.id not in every(corrected(reading, [rejected]).reading)
    confirmed = say(reading, event, "confirm", 2, [rejected])
    assert event.id in every(corrected(reading, [rejected, confirmed]).reading)


def test_later_edits_add_to_earlier_ones():
    reading, event = one_of("event")
    one = say(reading, event, "edit", type="SANCTION")
    two = say(reading, event, "edit", 2, [one], factuality="hypothetical")
    made = every(corrected(reading, [one, two]).reading)[event.id]
    assert (made.type, made.factuality, made.cameo) == ("SANCTION", "hypothetical", two.after.get("cameo", one.after["cameo"]))
    assert two.subject == one.subject == event.id
    assert one.before == {name: getattr(event, name) for name in one.before}


def test_the_code_follows_the_type():
    reading, event = one_of("event")
    made = every(corrected(reading, [say(reading, event, "edit", type="ASSAULT")]).reading)[event.id]
    assert made.cameo.startswith("1")
    assert made.goldstein < -5


def test_what_is_taken_out_leaves_nothing_that_leads_to_it():
    reading, statement = one_of("statement")
    inner, event = replace(reading.statements[1], inside=statement.id), replace(reading.events[0], statement=statement.id)
    reading = replace(reading, statements=(statement, inner), events=(event,))
    now = corrected(reading, [say(reading, statement, "reject")]).reading
    assert [one.inside for one in now.statements] == [None]
    assert [one.statement for one in now.events] == [None]


def test_an_actor_from_elsewhere_is_added():
    reading, statement = one_of("statement")
    wire = replace(reading.actors[0], id="a_wire", name="Nile Board", kind="other")
    case = Case(reading, reading, (), lambda words: wire)
    made = corrected(
        reading, [correction_of(case, statement.id, Verdict("edit", "Lee", "says so", {"speaker": "Nile Board"}), 1)]
    )
    assert every(made.reading)[statement.id].speaker == "a_wire"
    assert made.reading.actor("a_wire") == wire


def test_an_actor_of_an_edit_stays_where_a_newer_reading_leaves_it_out():
    reading, statement = one_of("statement")
    allies = replace(reading.actors[0], id="a_allies", name="allies", kind="other")
    older = replace(reading, actors=(*reading.actors, allies))
    edited = say(older, statement, "edit", addressees="allies")
    made = corrected(reading, [edited])
    assert every(made.reading)[statement.id].addressees == ("a_allies",)
    assert made.reading.actor("a_allies") == replace(allies, mentions=(), reason=made.reading.actor("a_allies").reason)
    assert made.lost == {}


def test_two_records_in_the_same_words_are_too_many():
    reading, event = one_of("event")
    rejected = say(reading, event, "reject")
    twins = [replace(event, id=f"ev_{n}") for n in (1, 2)]
    outcome = corrected(replace(reading, events=tuple(twins)), [rejected])
    assert "equally well" in outcome.lost[event.id]
    assert len(outcome.reading.events) == 2


def test_an_edit_of_the_type_holds_whatever_type_is_read_in_the_same_words():
    reading, event = one_of("event")
    fixed = say(reading, event, "edit", type="RETREAT")
    again = replace(reading, events=(replace(event, id="ev_x", type="REQUEST"),))
    assert corrected(again, [fixed]).reading.events[0].type == "RETREAT"
    confirmed = say(reading, event, "confirm")
    assert "type changed" in corrected(again, [confirmed]).lost[event.id]


@pytest.mark.parametrize(
    ("kind", "changes", "problem"),
    [
        ("event", {"type": "WAR"}, "'WAR' is no type"),
        ("event", {"confidence": "1"}, "cannot be edited"),
        ("event", {"date": "soon"}, "is no date"),
        ("event", {"date": "2025-03-10..2025-03-01"}, "is no date"),
        ("event", {"mode": "kindly"}, "is no mode"),
        ("event", {"place": "Springfield, XXX"}, "alpha-3"),
        ("statement", {"content": "never written"}, "does not have the words"),
        ("position", {"proposal": "word " * 13}, "at most 12 words"),
        ("position", {"stance": "SUPPORT "}, None),
    ],
)
def test_what_cannot_be_meant_is_refused(kind, changes, problem):
    reading, record = one_of(kind)
    if problem is None:
        record = next(one for one in reading.positions if one.stance != "support")
        assert say(reading, record, "edit", **changes).after == {"stance": "support"}
        return
    with pytest.raises(ArchiveError, match=problem):
        say(reading, record, "edit", **changes)


def test_nobody_and_no_reason_are_refused():
    reading, record = one_of("event")
    case = Case(reading, reading, (), by_name(reading))
    for verdict in (Verdict("reject", " ", "why"), Verdict("reject", "Lee", " ")):
        with pytest.raises(ArchiveError, match="needs"):
            correction_of(case, record.id, verdict, 1)


def test_meaning_names_fields_of_the_records():
    for kind, names in MEANING.items():
        assert set(names) <= set(CLASSES[kind].__dataclass_fields__)
