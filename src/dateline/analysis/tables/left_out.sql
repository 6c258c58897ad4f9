SELECT a.id AS article, a.outlet, a.source, l.text, l.why
FROM left_out AS l
JOIN articles AS a ON a.id = l.article
ORDER BY a.published_start NULLS LAST, a.number, l.number
