-- What `dateline watch` remembers: how each feed is fetched, what became of its entries, and which articles came of them.

CREATE TABLE feeds (
    url VARCHAR NOT NULL,
    title VARCHAR,
    etag VARCHAR,
    last_modified VARCHAR,
    checked_at TIMESTAMP NOT NULL,
    next_at TIMESTAMP NOT NULL,
    failures INTEGER NOT NULL,
    error VARCHAR
);
COMMENT ON TABLE feeds IS 'The feeds that were watched, and how to ask for them again.';
COMMENT ON COLUMN feeds.url IS 'address of the feed as the user gave it';
COMMENT ON COLUMN feeds.title IS 'title that the feed gives itself';
COMMENT ON COLUMN feeds.etag IS 'mark of the last state that was taken over whole; sent along so that the server need not send it again';
COMMENT ON COLUMN feeds.last_modified IS 'time of that state, as the server wrote it';
COMMENT ON COLUMN feeds.checked_at IS 'when it was asked for last, UTC';
COMMENT ON COLUMN feeds.next_at IS 'before this it is not asked for again, UTC';
COMMENT ON COLUMN feeds.failures IS 'failures in a row; 0 when it was fetched last';
COMMENT ON COLUMN feeds.error IS 'what went wrong last, in words; null where nothing did';

CREATE TABLE feed_entries (
    id VARCHAR NOT NULL,
    feed VARCHAR NOT NULL,
    guid VARCHAR,
    url VARCHAR,
    page VARCHAR,
    title VARCHAR,
    published VARCHAR,
    updated VARCHAR,
    byline VARCHAR,
    fingerprint VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    attempts INTEGER NOT NULL,
    next_at TIMESTAMP NOT NULL,
    error VARCHAR,
    first_seen TIMESTAMP NOT NULL,
    changed_at TIMESTAMP NOT NULL
);
COMMENT ON TABLE feed_entries IS 'The entries of the feeds, each page once, with what became of it.';
COMMENT ON COLUMN feed_entries.id IS 'hash of the page, or of feed and guid where an entry names no page';
COMMENT ON COLUMN feed_entries.feed IS 'feeds.url of the feed that told of it first';
COMMENT ON COLUMN feed_entries.guid IS 'id that the feed gives the entry';
COMMENT ON COLUMN feed_entries.url IS 'address of the page as the feed gives it';
COMMENT ON COLUMN feed_entries.page IS 'the same without what does not change the page: scheme, "www.", marks of campaigns';
COMMENT ON COLUMN feed_entries.title IS 'title as the feed gives it';
COMMENT ON COLUMN feed_entries.published IS 'date as the feed writes it';
COMMENT ON COLUMN feed_entries.updated IS 'date of the last change as the feed writes it';
COMMENT ON COLUMN feed_entries.byline IS 'author as the feed gives it';
COMMENT ON COLUMN feed_entries.fingerprint IS 'hash of all that the feed says of it; another one means that it has changed';
COMMENT ON COLUMN feed_entries.status IS 'waiting: to be fetched; added: its article is in the archive; skipped: not in English; failed: given up';
COMMENT ON COLUMN feed_entries.attempts IS 'failed attempts to fetch it since it last changed';
COMMENT ON COLUMN feed_entries.next_at IS 'before this it is not tried again, UTC';
COMMENT ON COLUMN feed_entries.error IS 'why it failed or was skipped; null otherwise';
COMMENT ON COLUMN feed_entries.first_seen IS 'when a feed first told of it, UTC';
COMMENT ON COLUMN feed_entries.changed_at IS 'when this row was last written, UTC';

CREATE TABLE feed_articles (
    entry VARCHAR NOT NULL,
    article VARCHAR NOT NULL,
    text_hash VARCHAR NOT NULL,
    site VARCHAR NOT NULL,
    instead_of VARCHAR,
    added_at TIMESTAMP NOT NULL
);
COMMENT ON TABLE feed_articles IS 'Which articles came of which entries. An article that its publisher changed is one more article, and its row names the version before.';
COMMENT ON COLUMN feed_articles.entry IS 'feed_entries.id';
COMMENT ON COLUMN feed_articles.article IS 'articles.id';
COMMENT ON COLUMN feed_articles.text_hash IS 'hash of the text alone; one text on several pages of one site is added once';
COMMENT ON COLUMN feed_articles.site IS 'host of the page, or the feed where an entry names no page';
COMMENT ON COLUMN feed_articles.instead_of IS 'articles.id of the version before; null for the first';
COMMENT ON COLUMN feed_articles.added_at IS 'when, UTC';

COMMENT ON COLUMN ledger.status IS 'ok, failed, or skipped: passed over for its language';
COMMENT ON COLUMN ledger.error IS 'what went wrong or why it was skipped, in words; null where nothing did';
