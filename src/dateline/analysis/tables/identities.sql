SELECT
    id, name, kind, country, array_to_string(names, '; ') AS names, array_to_string(actors, '; ') AS actors, articles,
    first_published, last_published
FROM identities
ORDER BY articles DESC, name, id
