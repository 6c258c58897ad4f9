SELECT id, label, array_to_string(names, '; ') AS names, articles, positions, first_published, last_published
FROM proposals
ORDER BY positions DESC, label, id
