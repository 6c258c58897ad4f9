-- What a change of the tables leaves to be done, what a second reading of an article changed, and corrections of actors themselves.

COMMENT ON COLUMN corrections.kind IS 'statement, event, position, actor, actor link, incident link or proposal link';
COMMENT ON COLUMN corrections.article IS 'articles.id; null for an actor, which is corrected in all articles, and for a link of actors or proposals';
COMMENT ON COLUMN corrections.actors IS 'the actors that the record and the correction name, as JSON of the contract; of an actor all of its ids as they were read';

CREATE TABLE renewals_due (
    since_change VARCHAR NOT NULL,
    since TIMESTAMP NOT NULL
);
COMMENT ON TABLE renewals_due IS 'Changes of the tables after which what follows from the articles (copies, stories, incidents and the like) has not been worked out yet; empty once it has been.';
COMMENT ON COLUMN renewals_due.since_change IS 'schema_migrations.name of the change';
COMMENT ON COLUMN renewals_due.since IS 'when, UTC';

CREATE TABLE rereadings (
    article VARCHAR NOT NULL,
    version_before VARCHAR NOT NULL,
    version VARCHAR NOT NULL,
    reread_at TIMESTAMP NOT NULL,
    changed BOOLEAN NOT NULL,
    differences VARCHAR NOT NULL
);
COMMENT ON TABLE rereadings IS 'Articles that were read again by another version of the reader, and what that changed in them.';
COMMENT ON COLUMN rereadings.article IS 'articles.id';
COMMENT ON COLUMN rereadings.version_before IS 'version of the reader whose reading was replaced';
COMMENT ON COLUMN rereadings.version IS 'version of the reader that read it again';
COMMENT ON COLUMN rereadings.reread_at IS 'when, UTC';
COMMENT ON COLUMN rereadings.changed IS 'whether the new reading differs from the old one in more than its version';
COMMENT ON COLUMN rereadings.differences IS 'JSON list of records gained, lost and changed, as the machine read them';
