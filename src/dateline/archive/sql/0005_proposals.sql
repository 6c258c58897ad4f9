-- One proposal under several names, within an article and across articles: a layer above the readings, which stay as they are.

ALTER TABLE positions ADD COLUMN other_names VARCHAR[];
COMMENT ON COLUMN positions.other_names IS 'other names that the article itself gives the same proposal';

DROP VIEW proposals;

CREATE TABLE proposal_namings (
    id VARCHAR NOT NULL,
    article VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    other_names VARCHAR[] NOT NULL,
    words VARCHAR[] NOT NULL,
    heads VARCHAR[] NOT NULL,
    countries VARCHAR[] NOT NULL,
    authors VARCHAR[] NOT NULL,
    context VARCHAR[] NOT NULL,
    stances VARCHAR[] NOT NULL,
    published DATE
);
COMMENT ON TABLE proposal_namings IS 'One row per article and name of a proposal on which it has a position, with what speaks for and against its being another article''s.';
COMMENT ON COLUMN proposal_namings.id IS 'hash of article and name';
COMMENT ON COLUMN proposal_namings.article IS 'articles.id';
COMMENT ON COLUMN proposal_namings.name IS 'the name as the article writes it';
COMMENT ON COLUMN proposal_namings.other_names IS 'other names that the article itself gives the same proposal';
COMMENT ON COLUMN proposal_namings.words IS 'what is proposed: stems of the content words, synonyms under one word';
COMMENT ON COLUMN proposal_namings.heads IS 'what sort of thing it is, where the name says so: deal, talks, resolution, ...';
COMMENT ON COLUMN proposal_namings.countries IS 'ISO 3166-1 alpha-3 codes of the states that the name names';
COMMENT ON COLUMN proposal_namings.authors IS 'keys of the parties whose proposal the article says it is';
COMMENT ON COLUMN proposal_namings.context IS 'stems of the words of the sentences that show positions on it';
COMMENT ON COLUMN proposal_namings.stances IS 'key of a party, a blank and its stance on it in the article';
COMMENT ON COLUMN proposal_namings.published IS 'last day on which the article can have appeared';

CREATE TABLE proposal_keys (
    naming VARCHAR NOT NULL,
    article VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    published DATE
);
COMMENT ON TABLE proposal_keys IS 'Keys by which names that may mean one proposal are found without comparing all with all.';
COMMENT ON COLUMN proposal_keys.naming IS 'proposal_namings.id';
COMMENT ON COLUMN proposal_keys.article IS 'articles.id';
COMMENT ON COLUMN proposal_keys.key IS 'a word of what is proposed, a sort of thing with a state, or the article; names that share one are compared';
COMMENT ON COLUMN proposal_keys.published IS 'last day on which the article can have appeared';

CREATE TABLE proposal_decisions (
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
COMMENT ON TABLE proposal_decisions IS 'That two names in two articles mean one proposal (merge) or do not (split). Rows are only added; one that no longer holds is marked as undone. A user''s decision outranks the program''s, a newer one of the user an older one.';
COMMENT ON COLUMN proposal_decisions.number IS 'number of the decision, from 1; a split of one name from several has a row for each of them';
COMMENT ON COLUMN proposal_decisions.kind IS 'merge or split';
COMMENT ON COLUMN proposal_decisions.a IS 'proposal_namings.id';
COMMENT ON COLUMN proposal_decisions.b IS 'proposal_namings.id';
COMMENT ON COLUMN proposal_decisions.a_name IS 'name of a when it was decided';
COMMENT ON COLUMN proposal_decisions.b_name IS 'name of b when it was decided';
COMMENT ON COLUMN proposal_decisions.score IS 'how sure the program was that both are one, 0 to 1; null where a user decided';
COMMENT ON COLUMN proposal_decisions.reason IS 'what speaks for it, or the user''s words';
COMMENT ON COLUMN proposal_decisions.decided_by IS 'user, or dateline with its version';
COMMENT ON COLUMN proposal_decisions.decided_at IS 'when, UTC';
COMMENT ON COLUMN proposal_decisions.undone_by IS 'who took it back: user, or dateline with its version; null while it stands';
COMMENT ON COLUMN proposal_decisions.undone_at IS 'when it was taken back, UTC; null while it stands';

CREATE TABLE proposal_identities (
    naming VARCHAR NOT NULL,
    proposal VARCHAR NOT NULL
);
COMMENT ON TABLE proposal_identities IS 'What follows from proposal_decisions: the names that mean one proposal. A name that is by itself has no row.';
COMMENT ON COLUMN proposal_identities.naming IS 'proposal_namings.id';
COMMENT ON COLUMN proposal_identities.proposal IS 'proposal_namings.id of the first of them by date, which stands for all';

CREATE VIEW proposals AS
SELECT
    coalesce(i.proposal, n.id) AS id,
    mode(n.name ORDER BY length(n.name), n.name) AS label,
    list(DISTINCT n.name ORDER BY n.name) AS names,
    list(DISTINCT n.id ORDER BY n.id) AS namings,
    count(DISTINCT n.article) AS articles,
    sum(len(n.stances)) AS positions,
    min(n.published) AS first_published,
    max(n.published) AS last_published
FROM proposal_namings AS n
LEFT JOIN proposal_identities AS i ON i.naming = n.id
GROUP BY coalesce(i.proposal, n.id);

COMMENT ON VIEW proposals IS 'One row per proposal on which somebody takes a position, under whatever names; a view, so that it always agrees with proposal_namings.';
COMMENT ON COLUMN proposals.id IS 'proposal_namings.id that stands for all of its names';
COMMENT ON COLUMN proposals.label IS 'the name of most articles';
COMMENT ON COLUMN proposals.names IS 'all its names';
COMMENT ON COLUMN proposals.namings IS 'all its ids in proposal_namings';
COMMENT ON COLUMN proposals.articles IS 'number of articles with a position on it';
COMMENT ON COLUMN proposals.positions IS 'number of positions on it';
COMMENT ON COLUMN proposals.first_published IS 'day of the first article with a position on it';
COMMENT ON COLUMN proposals.last_published IS 'day of the last article with a position on it';
