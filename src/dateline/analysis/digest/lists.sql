-- What pages show, put together beforehand: each row is found by its key, so that a page costs what it shows and not what the archive
-- holds. {table} is TABLE, its rows in order of the key; or TEMP VIEW where nobody asks often enough.
-- A key is a state's code or, of everybody else, the id that stands for the actor.

CREATE {table} digest_lines AS
WITH parties AS (
    SELECT incident, side, party, any_value(name ORDER BY number) AS name, bool_or(is_state) AS is_state, min(number) AS number
    FROM digest_sides GROUP BY incident, side, party
),
sides AS (
    SELECT incident,
        list(struct_pack(key := party, name := name, is_state := is_state) ORDER BY number, party)
            FILTER (side = 'source') AS sources,
        list(struct_pack(key := party, name := name, is_state := is_state) ORDER BY number, party)
            FILTER (side = 'target') AS targets
    FROM parties GROUP BY incident
)
SELECT d.id, d.type, d.mode, d.trigger_words, d.quad, d.standing, d.goldstein, d.day, d.is_dated, d.first_day, d.last_day,
    d.reported, d.reports, d.articles, d.outlets, d.disputed, d.outlet, d.published, d.article, d.event, d.story, d.place_name,
    d.trigger_start, d.trigger_end, greatest(d.trigger_start - 260, 0) AS near_start,
    substr(a.text, greatest(d.trigger_start - 260, 0) + 1, d.trigger_end - greatest(d.trigger_start - 260, 0) + 260) AS near,
    coalesce(s.sources, []) AS sources, coalesce(s.targets, []) AS targets
FROM digest_incidents AS d
JOIN articles AS a ON a.id = d.article
LEFT JOIN sides AS s ON s.incident = d.id
ORDER BY d.id;

CREATE {table} digest_state_actors AS
SELECT * FROM digest_actors WHERE kind = 'state' ORDER BY country, articles DESC;

CREATE {table} digest_told AS
SELECT r.article, r.event, r.incident, d.articles, d.outlets FROM incident_reports AS r JOIN digest_incidents AS d ON d.id = r.incident
ORDER BY r.article;

-- Where incidents took place, by day: an average of their coordinates is as near as a map can tell.
CREATE {table} digest_places AS
SELECT row_number() OVER (ORDER BY place_name, place_country) AS place, place_name AS name, place_country AS country,
    avg(place_latitude) AS latitude, avg(place_longitude) AS longitude
FROM digest_incidents WHERE place_name IS NOT NULL GROUP BY place_name, place_country ORDER BY place;

CREATE {table} digest_whereabouts AS
SELECT d.id, d.day, d.quad, p.place
FROM digest_incidents AS d
LEFT JOIN digest_places AS p ON p.name = d.place_name AND p.country IS NOT DISTINCT FROM d.place_country
WHERE d.standing IN ('vouched', 'claimed') ORDER BY d.day;

-- Those who deal with each other more than once: most do not.
CREATE {table} digest_ties AS
SELECT c.* FROM digest_couples AS c
JOIN (SELECT one, other FROM digest_couples GROUP BY one, other HAVING count(*) > 1) AS t ON t.one = c.one AND t.other = c.other
ORDER BY c.one, c.other, c.incident;

CREATE {table} digest_takings AS
WITH takings AS (
    SELECT DISTINCT identity AS key, side, incident FROM digest_sides
    UNION ALL SELECT DISTINCT party, side, incident FROM digest_sides WHERE is_state
)
SELECT t.key, t.side, count(*) AS incidents,
    list(t.incident ORDER BY d.standing <> 'vouched', d.outlets DESC, d.day DESC NULLS LAST, d.id)[:12] AS foremost
FROM takings AS t JOIN digest_incidents AS d ON d.id = t.incident
GROUP BY t.key, t.side ORDER BY t.key, t.side;

CREATE {table} digest_dealings AS
WITH dealings AS (
    SELECT DISTINCT a.key, b.party, a.incident
    FROM (
        SELECT identity AS key, party, side, incident FROM digest_sides
        UNION ALL SELECT party, party, side, incident FROM digest_sides WHERE is_state
    ) AS a
    JOIN digest_sides AS b ON b.incident = a.incident AND b.side <> a.side AND b.party <> a.party
)
SELECT g.key, g.party, any_value(p.name) AS name, any_value(p.kind) = 'state' AS is_state, count(*) AS incidents,
    avg(d.goldstein ORDER BY d.id) AS mean, count(*) FILTER (d.quad LIKE '%conflict') AS conflict
FROM dealings AS g JOIN digest_incidents AS d ON d.id = g.incident JOIN digest_parties AS p ON p.party = g.party
WHERE d.standing IN ('vouched', 'claimed') GROUP BY g.key, g.party
QUALIFY row_number() OVER (PARTITION BY g.key ORDER BY incidents DESC, g.party) <= 14
ORDER BY g.key, incidents DESC, g.party;

CREATE {table} digest_roles AS
SELECT p.identity AS key, x.role, x.role_from, x.role_until, x.code,
    min(a.published_start) AS first, max(a.published_end) AS last, count(*) AS articles
FROM digest_people AS p
JOIN actors AS x ON x.article = p.article AND x.id = p.actor
JOIN articles AS a ON a.id = x.article
WHERE x.role IS NOT NULL OR x.code IS NOT NULL
GROUP BY p.identity, x.role, x.role_from, x.role_until, x.code
QUALIFY row_number() OVER (PARTITION BY p.identity ORDER BY first, last, articles DESC, x.role, x.code) <= 12
ORDER BY key, first, last, articles DESC, x.role, x.code;

CREATE {table} digest_said AS
SELECT p.identity, coalesce(s.date_end, a.published_end) AS day, count(*) AS statements
FROM statements AS s
JOIN articles AS a ON a.id = s.article
JOIN digest_people AS p ON p.article = s.article AND p.actor = s.speaker
WHERE (s.date_start IS NULL OR s.date_end IS NULL OR date_diff('day', s.date_start, s.date_end) <= 31)
    AND NOT EXISTS (SELECT 1 FROM copies AS c WHERE c.article = s.article AND c.kind = 'copy')
GROUP BY ALL ORDER BY p.identity, day;

CREATE {table} digest_speakers AS
SELECT party AS key, identity, any_value(speaker) AS name, count(*) AS statements
FROM digest_statements
WHERE identity IS NOT NULL AND speaker_kind = 'person' AND party IN (SELECT iso3 FROM digest_states) GROUP BY party, identity
QUALIFY row_number() OVER (PARTITION BY party ORDER BY statements DESC, identity) <= 12
ORDER BY party, statements DESC, identity;

-- What states say of each other, and where they meet.
CREATE {table} digest_exchanges AS
WITH said AS (
    SELECT s.* EXCLUDE (about, content_lower, place, sayer, called, named_outlet), unnest(s.about) AS other FROM digest_statements AS s
    WHERE s.confidence >= 0.5 AND s.party IN (SELECT iso3 FROM digest_states)
)
SELECT s.party || '-' || s.other AS pair, s.* FROM said AS s
WHERE s.other <> s.party AND s.other IN (SELECT iso3 FROM digest_states)
QUALIFY row_number() OVER (PARTITION BY pair ORDER BY day DESC NULLS LAST, confidence DESC, article, number) <= 8
ORDER BY pair, day DESC NULLS LAST, confidence DESC, article, number;

CREATE {table} digest_meetings AS
WITH states AS (SELECT party, incident FROM digest_parts WHERE party IN (SELECT iso3 FROM digest_states))
SELECT a.party || '-' || b.party AS pair,
    list(d.id ORDER BY d.day DESC NULLS LAST, d.outlets DESC, d.id)[:10] AS latest,
    list(d.id ORDER BY d.outlets DESC, d.reports DESC, d.day DESC NULLS LAST, d.id)[:10] AS widest
FROM states AS a JOIN states AS b ON b.incident = a.incident AND b.party > a.party
JOIN digest_incidents AS d ON d.id = a.incident
GROUP BY pair ORDER BY pair
