-- The digest of an archive: incidents, those who take part in them, and actors across articles, each a row. It is derived from the
-- tables of the archive and can be thrown away. {table} is TABLE, or TEMP TABLE where the archive itself must not change.
-- Sums of fractions depend on their order: it is given wherever several threads might choose it, so that two digests are the same.
-- Before these run there are digest_states (iso3, name) and digest_types (type, quad, is_symmetric).

CREATE {table} digest_actors AS
SELECT i.id, i.name, i.kind, i.country, i.names, i.articles, i.first_published, i.last_published,
    lower(array_to_string(i.names, ' | ')) AS called
FROM identities AS i;

CREATE {table} digest_people AS
SELECT x.article, x.id AS actor, x.name, coalesce(o.identity, x.id) AS identity,
    CASE WHEN x.country IS NOT NULL AND (
            x.kind IN ('state', 'government_body')
            OR list_has_any(string_split(coalesce(x.code, ''), ' '), ['GOV', 'MIL', 'LEG', 'JUD', 'SPY', 'COP'])
        ) THEN x.country ELSE coalesce(o.identity, x.id) END AS party
FROM actors AS x LEFT JOIN actor_identities AS o ON o.actor = x.id;

CREATE {table} digest_reports AS
SELECT r.incident, r.article, r.event, r.score, e.type, e.mode, e.cameo, e.goldstein, e.factuality, e.confidence, e.statement,
    e.trigger_words, e.trigger_start, e.trigger_end, e.in_headline,
    e.date_start, e.date_end, e.date_basis,
    CASE WHEN e.date_start IS NULL OR e.date_end IS NULL THEN 100000 ELSE date_diff('day', e.date_start, e.date_end) END AS width,
    e.place_name, e.place_country, e.place_latitude, e.place_longitude,
    coalesce(a.outlet, 'unnamed outlet') AS outlet, a.published_end AS published, s.story,
    EXISTS (SELECT 1 FROM copies AS c WHERE c.article = r.article AND c.kind = 'copy') AS is_copy,
    EXISTS (SELECT 1 FROM event_sides AS b WHERE b.article = r.article AND b.event = r.event AND b.side = 'source') AS has_source,
    EXISTS (SELECT 1 FROM event_sides AS b WHERE b.article = r.article AND b.event = r.event AND b.side = 'target') AS has_target
FROM incident_reports AS r
JOIN events AS e ON e.article = r.article AND e.id = r.event
JOIN articles AS a ON a.id = r.article
LEFT JOIN story_articles AS s ON s.article = r.article;

CREATE {table} digest_incidents AS
WITH ranked AS (
    SELECT *, row_number() OVER (
        PARTITION BY incident
        ORDER BY factuality IN ('denied', 'negated'), is_copy, factuality <> 'actual', NOT (has_source AND has_target),
            coalesce(published < date_start, false), least(coalesce(date_diff('day', date_end, published), 9), 30),
            confidence DESC, published NULLS LAST, event
    ) AS rank
    FROM digest_reports
),
gathered AS (
    SELECT incident,
        min(published) AS reported,
        arg_min(date_start, width) FILTER (width < 100000) AS first_day,
        arg_min(date_end, width) FILTER (width < 100000) AS last_day,
        count(*) AS reports, count(DISTINCT article) AS articles,
        count(DISTINCT outlet) FILTER (NOT is_copy) AS outlets,
        mode(story ORDER BY story) AS story,
        bool_or(factuality = 'actual') AS vouched, bool_or(factuality = 'claimed') AS claimed,
        bool_or(factuality = 'planned') AS planned, bool_or(factuality = 'hypothetical') AS hypothetical,
        bool_or(factuality IN ('denied', 'negated')) AS disputed,
        bool_or(in_headline) AS in_headline,
        max(confidence) AS confidence
    FROM ranked GROUP BY incident
)
SELECT g.incident AS id, b.type, b.mode, b.cameo, b.goldstein, t.quad, b.trigger_words,
    CASE WHEN g.vouched THEN 'vouched' WHEN g.claimed THEN 'claimed' WHEN g.planned THEN 'planned'
        WHEN g.hypothetical THEN 'hypothetical' ELSE 'denied' END AS standing,
    g.first_day, g.last_day, g.reported,
    CASE WHEN g.first_day IS NULL THEN g.reported
        WHEN date_diff('day', g.first_day, g.last_day) <= 31 THEN g.first_day END AS day,
    g.first_day IS NOT NULL AS is_dated,
    g.reports, g.articles, g.outlets, g.disputed, g.in_headline, g.confidence, g.story,
    b.article, b.event, b.outlet, b.trigger_start, b.trigger_end,
    b.place_name, b.place_country, b.place_latitude, b.place_longitude, b.published
FROM gathered AS g
JOIN ranked AS b ON b.incident = g.incident AND b.rank = 1
JOIN digest_types AS t ON t.type = b.type
ORDER BY g.reported, g.incident;

CREATE {table} digest_sides AS
WITH single AS (
    SELECT d.id AS incident, s.side, s.number, s.article, s.actor
    FROM digest_incidents AS d
    JOIN event_sides AS s ON s.article = d.article AND s.event = d.event
),
members AS (
    SELECT g.incident, g.side, g.number, g.article, coalesce(m.member, g.actor) AS actor
    FROM single AS g
    LEFT JOIN (SELECT article, id, unnest(members) AS member FROM actors WHERE len(members) > 0) AS m
        ON m.article = g.article AND m.id = g.actor
)
SELECT DISTINCT ON (m.incident, m.side, p.identity)
    m.incident, m.side, m.number, p.party, p.identity, coalesce(w.name, n.name) AS name, w.iso3 IS NOT NULL AS is_state
FROM members AS m
JOIN digest_people AS p ON p.article = m.article AND p.actor = m.actor
JOIN digest_actors AS n ON n.id = p.identity
LEFT JOIN digest_states AS w ON w.iso3 = p.party
ORDER BY m.incident, m.side, p.identity, m.number;

CREATE {table} digest_parties AS
SELECT row_number() OVER (ORDER BY s.party)::INTEGER AS no, s.party, min(s.name) AS name, min(CASE WHEN s.is_state THEN 'state' ELSE n.kind END) AS kind,
    min(CASE WHEN s.is_state THEN s.party ELSE n.country END) AS country
FROM digest_sides AS s JOIN digest_actors AS n ON n.id = s.identity
GROUP BY s.party;

-- Who takes part in which incidents, once each, and who deals with whom in them, with what figures are counted by: to join all
-- incidents to count a few of them takes ten times as long.
CREATE {table} digest_parts AS
SELECT s.party, p.no AS party_no, d.id AS incident, d.standing, d.day
FROM (SELECT DISTINCT party, incident FROM digest_sides) AS s
JOIN digest_parties AS p ON p.party = s.party JOIN digest_incidents AS d ON d.id = s.incident
ORDER BY s.party;

CREATE {table} digest_couples AS
WITH couples AS (
    SELECT DISTINCT least(a.party, b.party) AS one, greatest(a.party, b.party) AS other, a.incident
    FROM digest_incidents AS d
    JOIN digest_sides AS a ON a.incident = d.id AND a.side = 'source'
    JOIN digest_sides AS b ON b.incident = d.id AND b.party <> a.party
    WHERE (b.side = 'target' OR d.type IN (SELECT type FROM digest_types WHERE is_symmetric))
)
SELECT c.one, c.other, c.incident, d.standing, d.quad, d.goldstein, d.day, d.first_day, d.last_day, d.is_dated,
    d.outlets, d.reports, d.confidence, a.no AS one_no, b.no AS other_no
FROM couples AS c JOIN digest_incidents AS d ON d.id = c.incident
JOIN digest_parties AS a ON a.party = c.one JOIN digest_parties AS b ON b.party = c.other
ORDER BY c.one, c.other, c.incident;

CREATE {table} digest_pairs AS
FROM digest_couples WHERE one IN (SELECT iso3 FROM digest_states) AND other IN (SELECT iso3 FROM digest_states);

CREATE {table} digest_statements AS
WITH contents AS (
    SELECT article, statement, min(span_start) AS first, max(span_end) AS last
    FROM statement_spans WHERE role = 'content' GROUP BY ALL
),
-- Whom the content names; a statement within which others stand names whom they name.
named AS (
    SELECT c.article, c.statement, p.party
    FROM contents AS c
    JOIN mentions AS m ON m.article = c.article AND m.span_start >= c.first AND m.span_end <= c.last
    JOIN digest_people AS p ON p.article = m.article AND p.actor = m.actor
    UNION
    SELECT s.article, s.id, p.party
    FROM (SELECT article, id, unnest(addressees) AS actor FROM statements) AS s
    JOIN digest_people AS p ON p.article = s.article AND p.actor = s.actor
),
about AS (SELECT article, statement, list(DISTINCT party ORDER BY party) AS parties FROM named GROUP BY ALL)
SELECT s.article, s.id, s.number, s.kind, s.act, s.content_words, lower(s.content_words) AS content_lower, s.confidence, s.inside, s.reported_by,
    c.first AS content_start,
    p.identity, p.party, n.name AS speaker, n.kind AS speaker_kind,
    coalesce(s.date_start, a.published_start) AS day, s.date_start IS NOT NULL AS is_dated,
    coalesce(a.outlet, 'unnamed outlet') AS outlet, a.published_end AS published, a.title,
    coalesce(b.parties, []) AS about,
    -- What search numbers it by, and how its article names who says it.
    (a.number::BIGINT << 32) + s.number + 1 AS place, coalesce(p.identity, s.speaker) AS sayer, p.name AS called, a.outlet AS named_outlet
FROM statements AS s
JOIN articles AS a ON a.id = s.article
LEFT JOIN contents AS c ON c.article = s.article AND c.statement = s.id
LEFT JOIN digest_people AS p ON p.article = s.article AND p.actor = s.speaker
LEFT JOIN digest_actors AS n ON n.id = p.identity
LEFT JOIN about AS b ON b.article = s.article AND b.statement = s.id
ORDER BY day NULLS LAST, s.article, s.number;

CREATE {table} digest_positions AS
SELECT o.article, o.id, o.stance, o.proposal AS called, o.evidence_words, o.evidence_start, o.evidence_end,
    o.condition_words, o.confidence, o.reported_by,
    coalesce(i.proposal, g.id) AS proposal, p.identity, p.party, coalesce(w.name, n.name) AS name, n.name AS person,
    w.iso3 IS NOT NULL AS is_state, n.kind AS actor_kind,
    coalesce(o.date_start, a.published_end) AS day, coalesce(a.outlet, 'unnamed outlet') AS outlet, a.published_end AS published
FROM positions AS o
JOIN articles AS a ON a.id = o.article
JOIN proposal_namings AS g ON g.article = o.article AND g.name = o.proposal
LEFT JOIN proposal_identities AS i ON i.naming = g.id
JOIN digest_people AS p ON p.article = o.article AND p.actor = o.actor
JOIN digest_actors AS n ON n.id = p.identity
LEFT JOIN digest_states AS w ON w.iso3 = p.party;

CREATE {table} digest_proposals AS
SELECT p.*, d.actors FROM proposals AS p
JOIN (SELECT proposal, count(DISTINCT party) AS actors FROM digest_positions GROUP BY ALL) AS d ON d.proposal = p.id;

CREATE {table} digest_stories AS
SELECT s.id, s.title, s.first_day, s.last_day, s.articles, s.merged_into, count(DISTINCT a.outlet) AS outlets
FROM stories AS s JOIN story_articles AS m ON m.story = s.id JOIN articles AS a ON a.id = m.article
GROUP BY ALL ORDER BY s.articles DESC, s.last_day DESC, s.id;

CREATE {table} digest_tallies AS
SELECT a.id AS article, coalesce(s.statements, 0) AS statements, coalesce(e.events, 0) AS events
FROM articles AS a
LEFT JOIN (SELECT article, count(*) AS statements FROM statements GROUP BY article) AS s ON s.article = a.id
LEFT JOIN (SELECT article, count(*) AS events FROM events GROUP BY article) AS e ON e.article = a.id;

CREATE {table} digest_copies AS
SELECT article, arg_max(original, share) AS original, max(share) AS share, any_value(kind) AS kind FROM copies GROUP BY article;
