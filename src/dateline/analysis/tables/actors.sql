SELECT
    x.id, x.name, x.kind, x.country, x.code, array_to_string(x.aliases, '; ') AS aliases, x.role, x.role_from, x.role_until,
    x.role_conflict,
    (
        SELECT string_agg(coalesce(member.name, id.value), '; ' ORDER BY id.place)
        FROM (SELECT unnest(x.members) AS value, generate_subscripts(x.members, 1) AS place) AS id
        LEFT JOIN actors AS member ON member.article = x.article AND member.id = id.value
    ) AS members,
    (SELECT count(*) FROM mentions AS m WHERE m.article = x.article AND m.actor = x.id) AS mentions,
    coalesce(i.identity, x.id) AS identity, coalesce(whole.name, x.name) AS identity_name,
    x.reason, a.id AS article, a.outlet, a.published_start AS published, a.title
FROM actors AS x
JOIN articles AS a ON a.id = x.article
LEFT JOIN actor_identities AS i ON i.actor = x.id
LEFT JOIN identities AS whole ON whole.id = i.identity
ORDER BY a.published_start NULLS LAST, a.number, x.number
