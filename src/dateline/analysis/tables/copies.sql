SELECT
    c.article, a.outlet, a.published_start AS published, a.title, c.original, o.outlet AS original_outlet,
    o.published_start AS original_published, o.title AS original_title, c.share, c.reason
FROM copies AS c
JOIN articles AS a ON a.id = c.article
JOIN articles AS o ON o.id = c.original
ORDER BY a.published_start NULLS LAST, a.number
