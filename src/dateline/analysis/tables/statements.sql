WITH words AS (
    SELECT article, statement, role, string_agg(words, ' ... ' ORDER BY span_start) AS words
    FROM statement_spans
    GROUP BY article, statement, role
)

SELECT
    s.id, a.id AS article, a.outlet, a.published_start AS published, a.title, c.original AS copy_of,
    s.kind, s.act, x.name AS speaker, x.country AS speaker_country, x.code AS speaker_code, x.role AS speaker_role,
    coalesce(i.identity, s.speaker) AS speaker_identity,
    s.content_words AS content, cue.words AS cue, source.words AS source_words,
    (
        SELECT string_agg(coalesce(named.name, id.value), '; ' ORDER BY id.place)
        FROM (SELECT unnest(s.addressees) AS value, generate_subscripts(s.addressees, 1) AS place) AS id
        LEFT JOIN actors AS named ON named.article = s.article AND named.id = id.value
    ) AS addressees,
    array_to_string(s.reported_by, ' > ') AS reported_by, s.inside, s.date_start, s.date_end, s.date_precision, s.confidence,
    s.reason
FROM statements AS s
JOIN articles AS a ON a.id = s.article
LEFT JOIN actors AS x ON x.article = s.article AND x.id = s.speaker
LEFT JOIN actor_identities AS i ON i.actor = s.speaker
LEFT JOIN copies AS c ON c.article = s.article
LEFT JOIN words AS cue ON cue.article = s.article AND cue.statement = s.id AND cue.role = 'cue'
LEFT JOIN words AS source ON source.article = s.article AND source.statement = s.id AND source.role = 'source'
ORDER BY a.published_start NULLS LAST, a.number, s.number
