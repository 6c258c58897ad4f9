SELECT
    number, kind, action, article, record, record_now, lost, words, before, after, reason, decided_by, decided_at, undone_by, undone_at
FROM corrections
ORDER BY number
