SELECT
    p.id, a.id AS article, a.outlet, a.published_start AS published, a.title, c.original AS copy_of,
    coalesce(x.name, p.actor) AS actor, x.country AS actor_country, x.code AS actor_code, coalesce(i.identity, p.actor) AS actor_identity,
    p.proposal, p.proposal_name, array_to_string(p.other_names, '; ') AS other_names,
    coalesce(j.proposal, n.id) AS proposal_identity, p.stance,
    p.evidence_words AS evidence, p.condition_words AS condition, array_to_string(p.reported_by, ' > ') AS reported_by,
    p.date_start, p.date_end, p.date_precision, p.confidence, p.reason
FROM positions AS p
JOIN articles AS a ON a.id = p.article
LEFT JOIN actors AS x ON x.article = p.article AND x.id = p.actor
LEFT JOIN actor_identities AS i ON i.actor = p.actor
LEFT JOIN proposal_namings AS n ON n.article = p.article AND lower(n.name) = lower(p.proposal)
LEFT JOIN proposal_identities AS j ON j.naming = n.id
LEFT JOIN copies AS c ON c.article = p.article
ORDER BY a.published_start NULLS LAST, a.number, p.number
