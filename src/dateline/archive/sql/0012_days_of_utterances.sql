-- Statements that lie far apart in time are compared only where they have much in common: what a new article costs must not grow
-- with the archive.

ALTER TABLE utterance_keys ADD COLUMN published DATE;

UPDATE utterance_keys SET published = told.published FROM (
    SELECT u.number, a.published_end AS published FROM utterances AS u JOIN articles AS a ON a.id = u.article
) AS told WHERE told.number = utterance_keys.number;

COMMENT ON COLUMN utterance_keys.published IS 'last day on which the article can have appeared';
COMMENT ON TABLE story_terms IS 'In how many articles of the archive each term stands, to be summed by term: what stands in many tells little of a story.';
