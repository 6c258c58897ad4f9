WITH sides AS (
    SELECT incident, side,
        string_agg(name, '; ' ORDER BY number, identity) AS names,
        string_agg(party, '; ' ORDER BY number, identity) AS parties,
        string_agg(identity, '; ' ORDER BY number, identity) AS identities
    FROM digest_sides
    GROUP BY incident, side
)

SELECT
    i.id, i.type, i.mode, i.quad, i.cameo, i.goldstein, i.standing, i.disputed,
    doer.names AS sources, doer.parties AS source_parties, doer.identities AS source_identities,
    done_to.names AS targets, done_to.parties AS target_parties, done_to.identities AS target_identities,
    i.day, i.is_dated, i.first_day, i.last_day, i.reported, i.reports, i.articles, i.outlets,
    i.place_name, i.place_country, i.place_latitude, i.place_longitude, i.trigger_words AS "trigger", i.in_headline,
    i.story, s.title AS story_title, i.article, i.event, i.outlet, i.confidence
FROM digest_incidents AS i
LEFT JOIN sides AS doer ON doer.incident = i.id AND doer.side = 'source'
LEFT JOIN sides AS done_to ON done_to.incident = i.id AND done_to.side = 'target'
LEFT JOIN stories AS s ON s.id = i.story
ORDER BY i.day NULLS LAST, i.reported NULLS LAST, i.id
