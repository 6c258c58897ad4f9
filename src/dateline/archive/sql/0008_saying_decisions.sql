-- What users decide about sayings: these statements quote one utterance, these do not.

CREATE TABLE saying_decisions (
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
COMMENT ON TABLE saying_decisions IS 'That two statements quote one utterance (merge) or do not (split), as users decided; links of the program stand in saying_reports with their reasons. Rows are only added; one that no longer holds is marked as undone. A newer decision outranks an older one.';
COMMENT ON COLUMN saying_decisions.number IS 'number of the decision, from 1; one about several pairs of statements has a row for each';
COMMENT ON COLUMN saying_decisions.kind IS 'merge or split';
COMMENT ON COLUMN saying_decisions.a_article IS 'articles.id';
COMMENT ON COLUMN saying_decisions.a IS 'statements.id';
COMMENT ON COLUMN saying_decisions.a_words IS 'what is said; by these words the decision finds its statement again after a new reading';
COMMENT ON COLUMN saying_decisions.b_article IS 'articles.id';
COMMENT ON COLUMN saying_decisions.b IS 'statements.id';
COMMENT ON COLUMN saying_decisions.b_words IS 'what is said';
COMMENT ON COLUMN saying_decisions.score IS 'null: users decide without a score';
COMMENT ON COLUMN saying_decisions.reason IS 'the user''s words';
COMMENT ON COLUMN saying_decisions.decided_by IS 'user';
COMMENT ON COLUMN saying_decisions.decided_at IS 'when, UTC';
COMMENT ON COLUMN saying_decisions.undone_by IS 'user; null while it stands';
COMMENT ON COLUMN saying_decisions.undone_at IS 'when it was taken back, UTC; null while it stands';
