"""Verdicts on records and links: what takes effect, what stays, and what is left after the archive is read again."""

import random
from dataclasses import replace

import pytest
from tests.corroboration.telling import EGYPT, SUDAN, told
from tests.crisis import crisis

from dateline import ingest
from dateline.archive import open_archive
from dateline.archive.corrections.making import Verdict
from dateline.corroboration.incidents import deciding, incidents
from dateline.corroboration.reviewing import review, undo
from dateline.corroboration.reviewing.deciding import lost
from dateline.corroboration.reviewing.links import links
from dateline.errors import ArchiveError
from dateline.records import Position, Span, content_id
from rereading import first_reading, read_again

RAID = "Ethiopian forces [raided] a customs post near Humera at dawn on Sunday, Sudan said."
SAME = "Sudan says that troops from Ethiopia [attacked] its customs post near Humera on Sunday."


def put(archive, *readings, version="1"):
    """Add readings as if they were read now."""
    by_id = {reading.article.id: reading for reading in readings}
    report = ingest.add(
        [reading.article for reading in readings], archive, read=lambda them: (by_id[one.id] for one in them), version=version
    )
    assert not report.failed


def verdict(action, **changes):
    return Verdict(action, "A. Smith", "read the article", changes)


@pytest.fixture
def archive(tmp_path):
    with open_archive(tmp_path / "a.duckdb") as opened:
        yield opened


@pytest.fixture
def dam(archive):
    put(archive, *crisis().readings)
    return archive


def tables(archive):
    """Everything that hangs on the readings, without numbers that only count."""
    kept = "SELECT article, event, features FROM event_accounts ORDER BY ALL"
    said = "SELECT article, statement FROM utterances ORDER BY ALL"
    grouped = "SELECT list(event ORDER BY event) AS events FROM incident_reports GROUP BY incident ORDER BY ALL"
    return [archive.select(query) for query in (kept, said, grouped)], sorted(archive.contracts())


def event_of(archive, type):
    return archive.select("SELECT id, article FROM events WHERE type = ? ORDER BY article LIMIT 1", [type])[0]


def test_a_rejected_event_is_nowhere_and_comes_back(dam):
    before, event = tables(dam), event_of(dam, "ACCUSE")
    done = review(dam, event["id"], verdict("reject"))
    assert done.correction.in_force
    for table, column in (("events", "id"), ("event_sides", "event"), ("event_accounts", "event"), ("incident_reports", "event")):
        assert not dam.select(f"SELECT 1 FROM {table} WHERE {column} = ?", [event["id"]])
    assert event["id"] not in {one.id for one in dam.reading(event["article"]).events}
    assert undo(dam, done.correction.number, "Lee").undone_by == "Lee"
    assert tables(dam) == before


def test_other_incidents_keep_their_ids(dam):
    before = {one.id: one.reports for one in incidents(dam)}
    event = event_of(dam, "ACCUSE")
    review(dam, event["id"], verdict("reject"))
    after = {one.id: one.reports for one in incidents(dam)}
    touched = {key for key, reports in before.items() if any(report.event == event["id"] for report in reports)}
    assert {key: reports for key, reports in before.items() if key not in touched} == {
        key: reports for key, reports in after.items() if key not in touched
    }


def test_an_edit_shows_everywhere_with_who_made_it(dam):
    event = event_of(dam, "ACCUSE")
    review(dam, event["id"], verdict("edit", type="THREATEN", targets="Egypt", date="2025-03-11"))
    row = dam.select("SELECT type, reason, confidence, date_start FROM events WHERE id = ?", [event["id"]])[0]
    assert (row["type"], row["confidence"], row["date_start"].isoformat()) == ("THREATEN", 1.0, "2025-03-11")
    assert "corrected by A. Smith" in row["reason"]
    assert "read the article" in row["reason"]
    account = dam.select("SELECT features FROM event_accounts WHERE event = ?", [event["id"]])[0]["features"]
    assert "THREATEN" in account


def test_an_edited_statement_has_its_new_speaker_in_every_table(dam):
    said = dam.select("SELECT id, article FROM statements ORDER BY id LIMIT 1")[0]
    review(dam, said["id"], verdict("edit", speaker="Egypt", act="deny"))
    now = next(one for one in dam.reading(said["article"]).statements if one.id == said["id"])
    assert (now.speaker, now.act) == ("a_egy", "deny")
    assert dam.select("SELECT speaker FROM statements WHERE id = ?", [said["id"]])[0]["speaker"] == "a_egy"
    number = "SELECT number FROM articles WHERE id = ?"
    assert len(dam.select(f"SELECT 1 FROM search_lengths WHERE article_number = ({number})", [said["article"]])) == 1


def test_a_rejected_statement_names_the_events_that_it_carried(archive):
    reading = told("BBC", 10, "Ethiopian forces [raided] a customs post, Sudan said.", says=SUDAN)
    put(archive, reading)
    done = review(archive, reading.statements[0].id, verdict("reject"))
    assert done.look_at == (reading.events[0].id,)
    assert archive.reading(reading.article.id).events[0].statement is None


def test_corrections_outlive_a_version_that_reads_otherwise(archive):
    rng = random.Random(3)
    first = [first_reading(f"re-{n}", rng, 6) for n in range(3)]
    put(archive, *first)
    chosen = [record for reading in first for record in (reading.statements[0], reading.events[0], reading.positions[0])]
    actions = ("confirm", "reject", "edit")
    for number, record in enumerate(chosen):
        new = {"factuality": "hypothetical"} if hasattr(record, "trigger") else {"date": "2025-03-01"}
        action = actions[number // 3]
        review(archive, record.id, verdict(action, **(new if action == "edit" else {})))
    again = [read_again(reading, random.Random(n)) for n, reading in enumerate(first)]
    fates = {key: fate for _, found in again for key, fate in found.items()}
    put(archive, *(reading for reading, _ in again), version="2")
    made = archive.corrections.listing()
    assert len(made) == 9
    for one in made:
        fate = fates[one.record]
        gone = fate.id is None or (fate.changed and one.action == "reject")
        assert one.in_force != gone
        assert one in lost(archive) or not gone
        present = {row["id"] for row in archive.select(f"SELECT id FROM {one.kind}s WHERE article = ?", [one.article])}
        if one.in_force:
            assert (fate.id in present) == (one.action != "reject")
    assert sum(one.in_force for one in made) >= 5


def test_reading_again_by_the_same_words_gives_the_same_archive(dam):
    """Corrected and read again, or read again and corrected: it comes to the same."""
    event = event_of(dam, "ACCUSE")
    review(dam, event["id"], verdict("edit", factuality="claimed"))
    once = dam.reading(event["article"])
    put(dam, *crisis().readings, version="2")
    assert replace(dam.reading(event["article"]), version="test") == replace(once, version="test")
    assert dam.corrections.listing()[0].in_force


def test_a_rejected_incident_link_stays_rejected(archive):
    one, other = told("BBC", 10, RAID), told("AFP", 11, SAME)
    put(archive, one, other)
    (link,) = links(archive, "incident link")
    done = review(archive, link.id[:10], verdict("reject"))
    assert len(incidents(archive)) == 2
    again = [replace(r, events=(replace(r.events[0], id=content_id("ev", r.article.id, "2")),)) for r in (one, other)]
    put(archive, *again, version="2")
    assert len(incidents(archive)) == 2
    assert not lost(archive)
    undo(archive, done.correction.number, "Lee")
    assert len(incidents(archive)) == 1
    review(archive, link_id(archive, "incident link"), verdict("reject"))
    put(archive, *(replace(r, events=()) for r in (one, other)), version="3")
    assert "no report is found" in lost(archive)[0].lost


def test_a_link_whose_decision_is_taken_back_elsewhere_counts_no_more(archive):
    put(archive, told("BBC", 10, RAID), told("AFP", 11, SAME))
    done = review(archive, link_id(archive, "incident link"), verdict("confirm"))
    assert [one.number for one in archive.corrections.in_force()] == [done.correction.number]
    deciding.undo(archive, done.correction.decision)
    assert archive.corrections.in_force() == ()
    assert archive.corrections.listing()[0].undone_by == "user"


def link_id(archive, kind):
    return next(iter(links(archive, kind))).id


def test_an_actor_link_is_rejected_and_confirmed(archive):
    spelled = [
        replace(told("BBC", n, RAID), actors=(SUDAN, EGYPT, person(n, name)))
        for n, name in ((10, "Amr Hassan Al-Tayeb"), (11, "Amr Hassan al-Tayyib"))
    ]
    put(archive, *spelled)
    found = list(links(archive, "actor link"))
    if not found:
        archive.actors.record([proposal("a_10", "a_11")], "dateline test")
        found = list(links(archive, "actor link"))
    link = found[0]
    confirmed = review(archive, link.id, verdict("confirm")).correction
    assert confirmed.kind == "actor link"
    assert archive.actors.identity("a_10") == archive.actors.identity("a_11")
    review(archive, link.id, verdict("reject"))
    assert archive.actors.identity("a_10") != archive.actors.identity("a_11")
    put(archive, *spelled, version="2")
    assert archive.actors.identity("a_10") != archive.actors.identity("a_11")
    assert not lost(archive)
    put(archive, *(replace(one, actors=(SUDAN, EGYPT)) for one in spelled), version="3")
    assert {one.lost for one in lost(archive)} == {"no article has 'Amr Hassan Al-Tayeb' any more"}


def person(number, name):
    return replace(SUDAN, id=f"a_{number}", name=name, kind="person", code="SDN GOV", role="water minister")


def proposal(a, b):
    from dateline.archive.actor_identities import Proposal

    return Proposal("merge", a, b, "the same name", 0.9)


def test_a_proposal_link_is_rejected(archive):
    def stands(publisher, day, name):
        reading = told(publisher, day, f"Egypt [supports] the {name} for the river.")
        start = reading.article.text.index(name)
        held = Position(content_id("p", publisher), "a_egy", name, "support", Span(start, start + len(name)))
        return replace(reading, positions=(held,))

    readings = stands("BBC", 10, "joint monitoring mission on the Nile"), stands("AFP", 11, "joint Nile monitoring mission")
    put(archive, *readings)
    (link,) = links(archive, "proposal link")
    assert len(archive.proposals.listing()) == 1
    review(archive, link.id, verdict("reject"))
    assert len(archive.proposals.listing()) == 2
    put(archive, *readings, version="2")
    assert len(archive.proposals.listing()) == 2
    assert not lost(archive)
    with pytest.raises(ArchiveError, match="no record or link"):
        review(archive, link.id, verdict("confirm"))


@pytest.mark.parametrize(
    ("words", "problem"),
    [("ev", "too short"), ("event_", "too short"), ("nobody_0000", "no record or link"), ("0123456789", "no record or link")],
)
def test_an_id_that_nothing_has_is_refused(dam, words, problem):
    with pytest.raises(ArchiveError, match=problem):
        review(dam, words, verdict("reject"))
    assert dam.corrections.listing() == ()


def test_what_is_refused_changes_nothing(dam):
    before, event = tables(dam), event_of(dam, "ACCUSE")
    for bad in (verdict("edit", type="WAR"), verdict("edit", sources="Atlantis"), Verdict("reject", "", "why")):
        with pytest.raises(ArchiveError):
            review(dam, event["id"], bad)
    assert tables(dam) == before
    assert dam.corrections.listing() == ()


def test_a_correction_is_taken_back_only_once(dam):
    number = review(dam, event_of(dam, "ACCUSE")["id"], verdict("confirm")).correction.number
    with pytest.raises(ArchiveError, match="give --by NAME"):
        undo(dam, number, " ")
    undo(dam, number, "Lee")
    with pytest.raises(ArchiveError, match="taken back before, by Lee"):
        undo(dam, number, "Lee")
    with pytest.raises(ArchiveError, match="no correction has the number 9"):
        undo(dam, 9, "Lee")
    assert dam.select("SELECT * FROM machine_readings") == []


def test_the_beginning_of_several_ids_is_refused(dam):
    ids = [row["id"] for row in dam.select("SELECT DISTINCT id FROM events ORDER BY id")]
    dam.execute("UPDATE events SET id = 'event_aaaa1' WHERE id = ?", [ids[0]])
    dam.execute("UPDATE events SET id = 'event_aaaa2' WHERE id = ?", [ids[1]])
    with pytest.raises(ArchiveError, match="2 ids begin with"):
        review(dam, "event_aaaa", verdict("confirm"))
