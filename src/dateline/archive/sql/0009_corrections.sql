-- What people say about single records: confirmed, rejected, edited; the machine's own reading beside it; ids of earlier readings.

CREATE TABLE corrections (
    number INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    action VARCHAR NOT NULL,
    article VARCHAR,
    record VARCHAR NOT NULL,
    subject VARCHAR NOT NULL,
    words VARCHAR NOT NULL,
    as_read VARCHAR NOT NULL,
    actors VARCHAR NOT NULL,
    before VARCHAR NOT NULL,
    after VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    decided_by VARCHAR NOT NULL,
    decided_at TIMESTAMP NOT NULL,
    undone_by VARCHAR,
    undone_at TIMESTAMP,
    decision INTEGER,
    record_now VARCHAR,
    lost VARCHAR
);
COMMENT ON TABLE corrections IS 'What people confirmed, rejected or edited. Rows are only added; one that no longer holds is marked as undone. A correction finds its record again after a new reading by the words it was made on.';
COMMENT ON COLUMN corrections.number IS 'number of the correction, from 1';
COMMENT ON COLUMN corrections.kind IS 'statement, event, position, actor link, incident link or proposal link';
COMMENT ON COLUMN corrections.action IS 'confirm, reject or edit';
COMMENT ON COLUMN corrections.article IS 'articles.id; null for a link of actors or proposals';
COMMENT ON COLUMN corrections.record IS 'id of the record, or of the link, when it was corrected';
COMMENT ON COLUMN corrections.subject IS 'id under which the record was first corrected: corrections of one record have one subject';
COMMENT ON COLUMN corrections.words IS 'the words that the record was read out of; of a link what it joins';
COMMENT ON COLUMN corrections.as_read IS 'the record as the machine had read it, as JSON of the contract; of a link the two ids';
COMMENT ON COLUMN corrections.actors IS 'the actors that the record and the correction name, as JSON of the contract';
COMMENT ON COLUMN corrections.before IS 'JSON of the fields as they were before the correction';
COMMENT ON COLUMN corrections.after IS 'JSON of the fields as the correction has them; those that a confirmation vouches for; empty for a rejection';
COMMENT ON COLUMN corrections.reason IS 'why, in words';
COMMENT ON COLUMN corrections.decided_by IS 'who';
COMMENT ON COLUMN corrections.decided_at IS 'when, UTC';
COMMENT ON COLUMN corrections.undone_by IS 'who took it back; null while it stands';
COMMENT ON COLUMN corrections.undone_at IS 'when it was taken back, UTC; null while it stands';
COMMENT ON COLUMN corrections.decision IS 'of a link, number in actor_decisions, incident_decisions or proposal_decisions';
COMMENT ON COLUMN corrections.record_now IS 'id of the record in the present reading; null where it is taken back or fits nothing';
COMMENT ON COLUMN corrections.lost IS 'why it fits nothing in the present reading; null where it is in force or taken back';

CREATE TABLE machine_readings (
    article VARCHAR NOT NULL,
    contract VARCHAR NOT NULL
);
COMMENT ON TABLE machine_readings IS 'What the machine read of the articles of which a correction stands, as one line of the output contract; readings and the tables of records hold what the corrections make of it.';
COMMENT ON COLUMN machine_readings.article IS 'articles.id';
COMMENT ON COLUMN machine_readings.contract IS 'the reading as one JSON object';

CREATE TABLE former_records (
    id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    article VARCHAR NOT NULL,
    record VARCHAR NOT NULL,
    actors VARCHAR NOT NULL,
    version VARCHAR NOT NULL,
    replaced_at TIMESTAMP NOT NULL
);
COMMENT ON TABLE former_records IS 'Records of earlier readings whose ids a new reading no longer has, so that what cites them is still answered.';
COMMENT ON COLUMN former_records.id IS 'id of the record';
COMMENT ON COLUMN former_records.kind IS 'statement, event or position';
COMMENT ON COLUMN former_records.article IS 'articles.id';
COMMENT ON COLUMN former_records.record IS 'the record as JSON of the contract';
COMMENT ON COLUMN former_records.actors IS 'the actors that it names, as JSON of the contract';
COMMENT ON COLUMN former_records.version IS 'version of the reader that read it';
COMMENT ON COLUMN former_records.replaced_at IS 'when a new reading took its place, UTC';
