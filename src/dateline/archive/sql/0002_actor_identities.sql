-- One actor across articles: a layer above the readings, which stay as they are.

CREATE TABLE actor_decisions (
    number INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    a VARCHAR NOT NULL,
    b VARCHAR NOT NULL,
    a_name VARCHAR NOT NULL,
    b_name VARCHAR NOT NULL,
    score DOUBLE,
    reason VARCHAR NOT NULL,
    decided_by VARCHAR NOT NULL,
    decided_at TIMESTAMP NOT NULL,
    undone_by VARCHAR,
    undone_at TIMESTAMP
);
COMMENT ON TABLE actor_decisions IS 'That two actors of the archive are one (merge) or are not (split). Rows are only added; one that no longer holds is marked as undone. A user''s decision outranks the program''s, a newer one of the user an older one.';
COMMENT ON COLUMN actor_decisions.number IS 'number of the decision, from 1; a split of one actor from several has a row for each of them';
COMMENT ON COLUMN actor_decisions.kind IS 'merge or split';
COMMENT ON COLUMN actor_decisions.a IS 'actors.id';
COMMENT ON COLUMN actor_decisions.b IS 'actors.id';
COMMENT ON COLUMN actor_decisions.a_name IS 'name of a when it was decided; by it a user''s decision finds its actor again when a new reading has given that another id';
COMMENT ON COLUMN actor_decisions.b_name IS 'name of b when it was decided';
COMMENT ON COLUMN actor_decisions.score IS 'how sure the program was that both are one, 0 to 1; null where a user decided';
COMMENT ON COLUMN actor_decisions.reason IS 'what speaks for it, or the user''s words';
COMMENT ON COLUMN actor_decisions.decided_by IS 'user, or dateline with its version';
COMMENT ON COLUMN actor_decisions.decided_at IS 'when, UTC';
COMMENT ON COLUMN actor_decisions.undone_by IS 'who took it back: user, or dateline with its version; null while it stands';
COMMENT ON COLUMN actor_decisions.undone_at IS 'when it was taken back, UTC; null while it stands';

CREATE TABLE actor_identities (
    actor VARCHAR NOT NULL,
    identity VARCHAR NOT NULL
);
COMMENT ON TABLE actor_identities IS 'What follows from actor_decisions: the actors that are one with others. An actor that is by itself has no row.';
COMMENT ON COLUMN actor_identities.actor IS 'actors.id';
COMMENT ON COLUMN actor_identities.identity IS 'actors.id of the first of them in the order of adding, which stands for all';

CREATE TABLE actor_keys (
    actor VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    key VARCHAR NOT NULL
);
COMMENT ON TABLE actor_keys IS 'Keys of names, spelling aside, by which actors that may be one are found without comparing all with all.';
COMMENT ON COLUMN actor_keys.actor IS 'actors.id';
COMMENT ON COLUMN actor_keys.name IS 'name of the actor';
COMMENT ON COLUMN actor_keys.key IS 'key of the name; actors that share one are compared';

CREATE TABLE compared_articles (
    article VARCHAR NOT NULL,
    method VARCHAR NOT NULL
);
COMMENT ON TABLE compared_articles IS 'Articles whose actors have been compared with those of the other articles.';
COMMENT ON COLUMN compared_articles.article IS 'articles.id';
COMMENT ON COLUMN compared_articles.method IS 'how; what another method compared is compared anew with the next articles that are added';

CREATE VIEW identities AS
SELECT
    coalesce(i.identity, x.id) AS id,
    mode(x.name ORDER BY x.name) AS name,
    mode(x.kind ORDER BY x.kind) AS kind,
    mode(x.country ORDER BY x.country) AS country,
    list(DISTINCT x.name ORDER BY x.name) AS names,
    list(DISTINCT x.id ORDER BY x.id) AS actors,
    count(DISTINCT x.article) AS articles,
    min(a.published_start) AS first_published,
    max(a.published_end) AS last_published
FROM actors AS x
JOIN articles AS a ON a.id = x.article
LEFT JOIN actor_identities AS i ON i.actor = x.id
GROUP BY coalesce(i.identity, x.id);

COMMENT ON VIEW identities IS 'One row per actor of the archive, under whatever names and ids the articles have it; a view, so that it always agrees with actors.';
COMMENT ON COLUMN identities.id IS 'actors.id that stands for all of its ids';
COMMENT ON COLUMN identities.name IS 'the name of most articles';
COMMENT ON COLUMN identities.kind IS 'the kind of most articles';
COMMENT ON COLUMN identities.country IS 'the country of most articles';
COMMENT ON COLUMN identities.names IS 'all names by which articles show it';
COMMENT ON COLUMN identities.actors IS 'all its ids in actors';
COMMENT ON COLUMN identities.articles IS 'number of articles with it';
COMMENT ON COLUMN identities.first_published IS 'day of the first article with it';
COMMENT ON COLUMN identities.last_published IS 'day of the last article with it';
