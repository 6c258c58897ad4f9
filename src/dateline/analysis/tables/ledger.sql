SELECT * FROM ledger ORDER BY read_at, rowid
