-- Running stories: which articles are about one course of events.

CREATE TABLE stories (
    id VARCHAR NOT NULL,
    title VARCHAR,
    title_article VARCHAR,
    first_day DATE,
    last_day DATE,
    articles INTEGER NOT NULL,
    merged_into VARCHAR
);
COMMENT ON TABLE stories IS 'One row per story. Each article that has a place in time stands in exactly one, if only by itself.';
COMMENT ON COLUMN stories.id IS 'hash of the article that opened it';
COMMENT ON COLUMN stories.title IS 'the headline that is nearest to all articles of the story';
COMMENT ON COLUMN stories.title_article IS 'articles.id of the article with that headline';
COMMENT ON COLUMN stories.first_day IS 'day of its first article';
COMMENT ON COLUMN stories.last_day IS 'day of its last article';
COMMENT ON COLUMN stories.articles IS 'number of its articles; 0 for a story that went on in another one';
COMMENT ON COLUMN stories.merged_into IS 'stories.id of the story in which it went on; null for a story by itself';

CREATE TABLE story_articles (
    article VARCHAR NOT NULL,
    story VARCHAR NOT NULL,
    nearest VARCHAR,
    score DOUBLE,
    reason VARCHAR NOT NULL,
    turn VARCHAR
);
COMMENT ON TABLE story_articles IS 'In which story each article stands, and why.';
COMMENT ON COLUMN story_articles.article IS 'articles.id';
COMMENT ON COLUMN story_articles.story IS 'stories.id';
COMMENT ON COLUMN story_articles.nearest IS 'articles.id of the article of the story to which it was nearest; null for the one that opened it';
COMMENT ON COLUMN story_articles.score IS 'how near it was to the story, 0 to 1; null for the article that opened it and where a user decided';
COMMENT ON COLUMN story_articles.reason IS 'what both have in common, or the user''s words';
COMMENT ON COLUMN story_articles.turn IS 'which new turn of the story the article opens; null where it opens none';

CREATE TABLE story_profiles (
    article VARCHAR NOT NULL,
    day DATE,
    method VARCHAR NOT NULL,
    terms BLOB NOT NULL,
    names VARCHAR[],
    deeds VARCHAR[]
);
COMMENT ON TABLE story_profiles IS 'What each article is about, in weighted terms, as articles are compared by it.';
COMMENT ON COLUMN story_profiles.article IS 'articles.id';
COMMENT ON COLUMN story_profiles.day IS 'day on which it appeared';
COMMENT ON COLUMN story_profiles.method IS 'how it was made; a profile of another method is made anew with the next articles that are added';
COMMENT ON COLUMN story_profiles.terms IS 'hashes of the terms as 64-bit numbers, then their weights as 32-bit floating point numbers, little-endian, heaviest first';
COMMENT ON COLUMN story_profiles.names IS 'its heaviest terms in words: stems, names, codes of states';
COMMENT ON COLUMN story_profiles.deeds IS 'type and sides of the events that its headline and lead tell';

CREATE TABLE story_keys (
    article VARCHAR NOT NULL,
    day DATE NOT NULL,
    key BIGINT NOT NULL
);
COMMENT ON TABLE story_keys IS 'The heaviest terms of each article, by which articles that may belong to one story are found without comparing all with all.';
COMMENT ON COLUMN story_keys.article IS 'articles.id';
COMMENT ON COLUMN story_keys.day IS 'day on which it appeared';
COMMENT ON COLUMN story_keys.key IS 'hash of the term';

CREATE TABLE story_terms (
    term BIGINT NOT NULL,
    articles INTEGER NOT NULL
);
COMMENT ON TABLE story_terms IS 'In how many articles of the archive each term stands: what stands in many tells little of a story.';
COMMENT ON COLUMN story_terms.term IS 'hash of the term';
COMMENT ON COLUMN story_terms.articles IS 'number of articles';

CREATE TABLE story_decisions (
    number INTEGER NOT NULL,
    article VARCHAR NOT NULL,
    from_story VARCHAR,
    to_story VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    decided_by VARCHAR NOT NULL,
    decided_at TIMESTAMP NOT NULL,
    undone_by VARCHAR,
    undone_at TIMESTAMP
);
COMMENT ON TABLE story_decisions IS 'That an article belongs to another story than the program thought. Rows are only added; one that no longer holds is marked as undone.';
COMMENT ON COLUMN story_decisions.number IS 'number of the decision, from 1';
COMMENT ON COLUMN story_decisions.article IS 'articles.id';
COMMENT ON COLUMN story_decisions.from_story IS 'stories.id of the story in which it stood; null where it stood in none';
COMMENT ON COLUMN story_decisions.to_story IS 'stories.id of the story to which it was moved';
COMMENT ON COLUMN story_decisions.reason IS 'the user''s words';
COMMENT ON COLUMN story_decisions.decided_by IS 'who decided';
COMMENT ON COLUMN story_decisions.decided_at IS 'when, UTC';
COMMENT ON COLUMN story_decisions.undone_by IS 'who took it back; null while it stands';
COMMENT ON COLUMN story_decisions.undone_at IS 'when it was taken back, UTC; null while it stands';
