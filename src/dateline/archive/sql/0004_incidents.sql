-- The same event told by several articles as one incident, the same utterance quoted by several as one saying.

CREATE TABLE event_accounts (
    number INTEGER NOT NULL,
    article VARCHAR NOT NULL,
    event VARCHAR NOT NULL,
    features VARCHAR NOT NULL
);
COMMENT ON TABLE event_accounts IS 'Events as far as they are compared across articles; derived from readings.';
COMMENT ON COLUMN event_accounts.number IS 'place in the order of adding';
COMMENT ON COLUMN event_accounts.article IS 'articles.id';
COMMENT ON COLUMN event_accounts.event IS 'events.id';
COMMENT ON COLUMN event_accounts.features IS 'sides, date, words and numbers as JSON';

CREATE TABLE event_account_keys (
    number INTEGER NOT NULL,
    key UINTEGER NOT NULL
);
COMMENT ON TABLE event_account_keys IS 'Keys of day and side, or of rare words and month, by which accounts that may tell one event are found.';
COMMENT ON COLUMN event_account_keys.number IS 'event_accounts.number';
COMMENT ON COLUMN event_account_keys.key IS 'CRC-32 of the key; accounts that share one are compared';

CREATE TABLE incident_reports (
    incident VARCHAR NOT NULL,
    number INTEGER NOT NULL,
    article VARCHAR NOT NULL,
    event VARCHAR NOT NULL,
    score DOUBLE NOT NULL,
    reason VARCHAR NOT NULL
);
COMMENT ON TABLE incident_reports IS 'Which events of which articles are one incident; every event that is no history stands in exactly one.';
COMMENT ON COLUMN incident_reports.incident IS 'id of the incident, which is that of its first report';
COMMENT ON COLUMN incident_reports.number IS 'event_accounts.number';
COMMENT ON COLUMN incident_reports.article IS 'articles.id';
COMMENT ON COLUMN incident_reports.event IS 'events.id';
COMMENT ON COLUMN incident_reports.score IS 'how sure it is that the report belongs there, 0 to 1; 1 for the first';
COMMENT ON COLUMN incident_reports.reason IS 'what speaks for it, and which report it was compared with';

CREATE TABLE incident_links (
    incident VARCHAR NOT NULL,
    other VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    score DOUBLE NOT NULL,
    reason VARCHAR NOT NULL
);
COMMENT ON TABLE incident_links IS 'Incidents that belong together and are not one.';
COMMENT ON COLUMN incident_links.incident IS 'incident_reports.incident';
COMMENT ON COLUMN incident_links.other IS 'incident_reports.incident';
COMMENT ON COLUMN incident_links.kind IS 'deed_of: the incident is what became of the plan that the other is';
COMMENT ON COLUMN incident_links.score IS 'how sure it is, 0 to 1';
COMMENT ON COLUMN incident_links.reason IS 'what speaks for it';

CREATE TABLE incident_decisions (
    number INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    a_article VARCHAR NOT NULL,
    a VARCHAR NOT NULL,
    a_words VARCHAR NOT NULL,
    b_article VARCHAR NOT NULL,
    b VARCHAR NOT NULL,
    b_words VARCHAR NOT NULL,
    score DOUBLE,
    reason VARCHAR NOT NULL,
    decided_by VARCHAR NOT NULL,
    decided_at TIMESTAMP NOT NULL,
    undone_by VARCHAR,
    undone_at TIMESTAMP
);
COMMENT ON TABLE incident_decisions IS 'That two reports tell one incident (merge) or do not (split): what users decided, and merges of two incidents that the program made late. Rows are only added; one that no longer holds is marked as undone.';
COMMENT ON COLUMN incident_decisions.number IS 'number of the decision, from 1; a split of several reports has a row for each pair';
COMMENT ON COLUMN incident_decisions.kind IS 'merge or split';
COMMENT ON COLUMN incident_decisions.a_article IS 'articles.id';
COMMENT ON COLUMN incident_decisions.a IS 'events.id of a report of one incident';
COMMENT ON COLUMN incident_decisions.a_words IS 'words of its trigger; by them the decision finds its event again after a new reading';
COMMENT ON COLUMN incident_decisions.b_article IS 'articles.id';
COMMENT ON COLUMN incident_decisions.b IS 'events.id of a report of the other incident';
COMMENT ON COLUMN incident_decisions.b_words IS 'words of its trigger';
COMMENT ON COLUMN incident_decisions.score IS 'how sure the program was that both are one, 0 to 1; null where a user decided';
COMMENT ON COLUMN incident_decisions.reason IS 'what speaks for it, or the user''s words';
COMMENT ON COLUMN incident_decisions.decided_by IS 'user, or dateline with its version';
COMMENT ON COLUMN incident_decisions.decided_at IS 'when, UTC';
COMMENT ON COLUMN incident_decisions.undone_by IS 'who took it back: user, or dateline with its version; null while it stands';
COMMENT ON COLUMN incident_decisions.undone_at IS 'when it was taken back, UTC; null while it stands';

CREATE TABLE utterances (
    number INTEGER NOT NULL,
    article VARCHAR NOT NULL,
    statement VARCHAR NOT NULL,
    features VARCHAR NOT NULL
);
COMMENT ON TABLE utterances IS 'Statements as far as they are compared across articles; derived from readings.';
COMMENT ON COLUMN utterances.number IS 'place in the order of adding';
COMMENT ON COLUMN utterances.article IS 'articles.id';
COMMENT ON COLUMN utterances.statement IS 'statements.id';
COMMENT ON COLUMN utterances.features IS 'speaker, day and words as JSON';

CREATE TABLE utterance_keys (
    number INTEGER NOT NULL,
    key UINTEGER NOT NULL
);
COMMENT ON TABLE utterance_keys IS 'Keys of short runs of words by which statements that may quote one utterance are found.';
COMMENT ON COLUMN utterance_keys.number IS 'utterances.number';
COMMENT ON COLUMN utterance_keys.key IS 'CRC-32 of a run of words; utterances that share one are compared';

CREATE TABLE saying_reports (
    saying VARCHAR NOT NULL,
    number INTEGER NOT NULL,
    article VARCHAR NOT NULL,
    statement VARCHAR NOT NULL,
    score DOUBLE NOT NULL,
    reason VARCHAR NOT NULL
);
COMMENT ON TABLE saying_reports IS 'Statements of several articles that quote one utterance, in different words or lengths; a statement that no other repeats has no row.';
COMMENT ON COLUMN saying_reports.saying IS 'id of the saying, which is that of its first report';
COMMENT ON COLUMN saying_reports.number IS 'utterances.number';
COMMENT ON COLUMN saying_reports.article IS 'articles.id';
COMMENT ON COLUMN saying_reports.statement IS 'statements.id';
COMMENT ON COLUMN saying_reports.score IS 'how sure it is that the statement belongs there, 0 to 1; 1 for the first';
COMMENT ON COLUMN saying_reports.reason IS 'what speaks for it, and which statement it was compared with';
