-- What `dateline new` saw at the last look of each name, to say next time what is new.

CREATE TABLE looks (
    name VARCHAR NOT NULL,
    looked_at TIMESTAMP NOT NULL,
    state VARCHAR NOT NULL
);
COMMENT ON TABLE looks IS 'What the archive held when somebody last asked what was new: one row per name of a look.';
COMMENT ON COLUMN looks.name IS 'name of the look, so that several people can each have their own';
COMMENT ON COLUMN looks.looked_at IS 'when, UTC';
COMMENT ON COLUMN looks.state IS 'articles, incidents with their reports, origins and factuality, positions and decisions as they were, as JSON';
