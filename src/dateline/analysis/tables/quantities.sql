SELECT
    q.event, a.id AS article, a.outlet, a.published_start AS published, e.type, e.trigger_words AS "trigger", e.factuality,
    q.what, q.low, q.high, q.unit, q.words
FROM quantities AS q
JOIN articles AS a ON a.id = q.article
JOIN events AS e ON e.article = q.article AND e.id = q.event
ORDER BY a.published_start NULLS LAST, a.number, e.number, q.span_start
