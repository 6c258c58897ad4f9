"""What another version reads otherwise, found by words and not by ids."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.archive.rereadings import differences
from dateline.records import DateInterval, Reading
from rereading import first_reading, read_again


def reading(seed: int = 1) -> Reading:
    return first_reading("one", random.Random(seed))


def test_the_same_reading_has_no_differences():
    assert differences(reading(), reading()) == ()


def test_other_ids_and_another_order_are_no_difference():
    one = reading()
    ids = {actor.id: f"{actor.id}x" for actor in one.actors}
    renamed = replace(
        one,
        actors=tuple(replace(a, id=ids[a.id], members=tuple(ids[m] for m in a.members)) for a in reversed(one.actors)),
        statements=tuple(
            replace(s, id=f"{s.id}x", speaker=s.speaker and ids[s.speaker], addressees=tuple(ids[a] for a in s.addressees))
            for s in reversed(one.statements)
        ),
        events=tuple(
            replace(e, id=f"{e.id}x", sources=tuple(ids[a] for a in e.sources), targets=tuple(ids[a] for a in e.targets))
            for e in reversed(one.events)
        ),
        positions=tuple(replace(p, id=f"{p.id}x", actor=ids[p.actor]) for p in reversed(one.positions)),
    )
    assert differences(one, renamed) == ()


def test_a_field_that_changed_is_told_before_and_after():
    one = reading()
    event = one.events[0]
    again = replace(event, factuality="negated", date=DateInterval(None, None, "other"))
    (found,) = differences(one, replace(one, events=(again, *one.events[1:])))
    assert (found.kind, found.found, found.record) == ("event", "changed", event.id)
    assert [(c.field, c.before, c.after) for c in found.changes] == [
        ("factuality", event.factuality, "negated"),
        ("date", "2025-03-03..2025-03-09 (week, text)", ".. (other, text)"),
    ]
    assert found.words.startswith(f"{event.type} (negated) {one.actor(event.sources[0]).name} -> ")


def test_an_actor_is_named_where_its_id_stands():
    one = reading()
    event = one.events[0]
    swapped = replace(event, sources=event.targets, targets=event.sources)
    (found,) = differences(one, replace(one, events=(swapped, *one.events[1:])))
    source, target = (one.actor(side[0]).name for side in (event.sources, event.targets))
    assert [(c.field, c.before, c.after) for c in found.changes] == [("sources", source, target), ("targets", target, source)]


def test_what_is_gone_and_what_is_new():
    one = reading()
    lacking = replace(one, positions=one.positions[1:])
    assert [(d.kind, d.found, d.record) for d in differences(one, lacking)] == [("position", "lost", one.positions[0].id)]
    assert [(d.kind, d.found, d.record) for d in differences(lacking, one)] == [("position", "gained", one.positions[0].id)]


@settings(max_examples=60)
@given(seed=st.integers(0, 10_000))
def test_each_record_has_the_fate_that_it_had(seed):
    rng = random.Random(seed)
    old = first_reading("one", rng)
    new, fates = read_again(old, rng)
    found = differences(old, new)
    lost = {d.record for d in found if d.found == "lost"}
    gone = {key for key, fate in fates.items() if fate.id is None}
    # The word on which the new event stands may be within the content of an old statement, but is never an old event's.
    assert lost == gone
    now = Counter(d.found for d in found if d.kind != "actor")
    assert now["gained"] == 1
    told = {d.record: {c.field for c in d.changes} for d in found if d.found == "changed"}
    meant = {"speaker", "sources", "targets", "stance"}
    assert {key for key, names in told.items() if names & meant} == {f.id for f in fates.values() if f.id and f.changed}
