SELECT
    a.id, a.source, a.outlet, a.published_start AS published, a.published_end AS published_until, a.published_basis, a.title, a.url,
    a.byline, a.language, a.text, c.original AS copy_of, c.share AS copy_share,
    (SELECT count(*) FROM statements AS s WHERE s.article = a.id) AS statements,
    (SELECT count(*) FROM events AS e WHERE e.article = a.id) AS events,
    (SELECT count(*) FROM positions AS p WHERE p.article = a.id) AS positions,
    a.version
FROM articles AS a
LEFT JOIN copies AS c ON c.article = a.id
ORDER BY a.published_start NULLS LAST, a.number
