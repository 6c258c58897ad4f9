-- The digest of an archive: incidents, those who take part in them, and actors across articles, each a row. It is derived from the
-- tables of the archive and can be thrown away. {table} is TABLE, or TEMP TABLE where the archive itself must not change.
-- Before these run there are digest_states (iso3, name) and digest_types (type, quad, is_symmetric).

CREATE {table} digest_actors AS
SELECT i.id, i.name, i.kind, i.country, i.names, i.articles, i.first_published, i.last_published
FROM identities AS i;

CREATE {table} digest_people AS
SELECT x.article, x.id AS actor, coalesce(o.identity, x.id) AS identity,
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
    b.place_name, b.place_country, b.place_latitude, b.place_longitude
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

CREATE {table} digest_pairs AS
SELECT DISTINCT least(a.party, b.party) AS one, greatest(a.party, b.party) AS other, d.id AS incident
FROM digest_incidents AS d
JOIN digest_sides AS a ON a.incident = d.id AND a.side = 'source' AND a.is_state
JOIN digest_sides AS b ON b.incident = d.id AND b.is_state AND b.party <> a.party
WHERE (b.side = 'target' OR d.type IN (SELECT type FROM digest_types WHERE is_symmetric));
