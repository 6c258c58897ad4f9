WITH sides AS (
    SELECT
        s.article, s.event, s.side,
        string_agg(coalesce(x.name, s.actor), '; ' ORDER BY s.number) AS names,
        string_agg(coalesce(x.country, ''), '; ' ORDER BY s.number) AS countries,
        string_agg(coalesce(x.code, ''), '; ' ORDER BY s.number) AS codes,
        string_agg(coalesce(i.identity, s.actor), '; ' ORDER BY s.number) AS identities
    FROM event_sides AS s
    LEFT JOIN actors AS x ON x.article = s.article AND x.id = s.actor
    LEFT JOIN actor_identities AS i ON i.actor = s.actor
    GROUP BY s.article, s.event, s.side
),

amounts AS (
    SELECT article, event, string_agg(what || ': ' || words, '; ' ORDER BY span_start) AS quantities
    FROM quantities
    GROUP BY article, event
),

mentioned AS (
    SELECT article, event, count(*) AS mentions FROM event_mentions GROUP BY article, event
)

SELECT
    e.id, a.id AS article, a.outlet, a.published_start AS published, a.title, c.original AS copy_of,
    e.type, e.mode, array_to_string(e.contexts, '; ') AS contexts, e.cameo, e.goldstein, e.trigger_words AS "trigger",
    doer.names AS sources, doer.countries AS source_countries, doer.codes AS source_codes, doer.identities AS source_identities,
    done_to.names AS targets, done_to.countries AS target_countries, done_to.codes AS target_codes,
    done_to.identities AS target_identities,
    e.factuality, e.date_start, e.date_end, e.date_precision, e.date_basis,
    e.place_name, e.place_country, e.place_latitude, e.place_longitude, amounts.quantities,
    e.statement, s.content_words AS statement_content, array_to_string(e.reported_by, ' > ') AS reported_by, e.in_headline,
    coalesce(mentioned.mentions, 0) AS mentions, e.confidence, e.reason
FROM events AS e
JOIN articles AS a ON a.id = e.article
LEFT JOIN copies AS c ON c.article = e.article
LEFT JOIN sides AS doer ON doer.article = e.article AND doer.event = e.id AND doer.side = 'source'
LEFT JOIN sides AS done_to ON done_to.article = e.article AND done_to.event = e.id AND done_to.side = 'target'
LEFT JOIN amounts ON amounts.article = e.article AND amounts.event = e.id
LEFT JOIN mentioned ON mentioned.article = e.article AND mentioned.event = e.id
LEFT JOIN statements AS s ON s.article = e.article AND s.id = e.statement
ORDER BY a.published_start NULLS LAST, a.number, e.number
