-- Full-text search over articles and statements. A scan finds a term fast because search_terms stands in order of term: DuckDB
-- then passes over all row groups but one or two. What was added since it was put in order waits in search_recent_terms.

CREATE TABLE search_terms (
    term BIGINT NOT NULL,
    article_number INTEGER NOT NULL,
    statement_number INTEGER NOT NULL,
    count INTEGER NOT NULL,
    words INTEGER NOT NULL
);
COMMENT ON TABLE search_terms IS 'Which words stand in which articles and statements: one row per document and distinct term, in order of term. A document is the text of an article, or the content of a statement.';
COMMENT ON COLUMN search_terms.term IS 'first 64 bits of the BLAKE2b hash of the stem of the folded word';
COMMENT ON COLUMN search_terms.article_number IS 'articles.number';
COMMENT ON COLUMN search_terms.statement_number IS 'statements.number within the article; -1 for the text of the article';
COMMENT ON COLUMN search_terms.count IS 'how often the term stands in the document';
COMMENT ON COLUMN search_terms.words IS 'number of words of the document';

CREATE TABLE search_recent_terms (
    term BIGINT NOT NULL,
    article_number INTEGER NOT NULL,
    statement_number INTEGER NOT NULL,
    count INTEGER NOT NULL,
    words INTEGER NOT NULL
);
COMMENT ON TABLE search_recent_terms IS 'Rows of search_terms that have not been put in order yet; a query reads both.';
COMMENT ON COLUMN search_recent_terms.term IS 'as in search_terms';
COMMENT ON COLUMN search_recent_terms.article_number IS 'articles.number';
COMMENT ON COLUMN search_recent_terms.statement_number IS 'statements.number within the article; -1 for the text of the article';
COMMENT ON COLUMN search_recent_terms.count IS 'how often the term stands in the document';
COMMENT ON COLUMN search_recent_terms.words IS 'number of words of the document';

CREATE TABLE search_texts (
    article_number INTEGER NOT NULL,
    statement_number INTEGER NOT NULL,
    folded VARCHAR NOT NULL
);
COMMENT ON TABLE search_texts IS 'The words of each document in order, for phrases.';
COMMENT ON COLUMN search_texts.article_number IS 'articles.number';
COMMENT ON COLUMN search_texts.statement_number IS 'statements.number within the article; -1 for the text of the article';
COMMENT ON COLUMN search_texts.folded IS 'the folded words, a blank before and after each: small letters, no accents, no possessive s, not stemmed';

CREATE TABLE search_lengths (
    article_number INTEGER NOT NULL,
    method VARCHAR NOT NULL,
    words INTEGER NOT NULL,
    statements INTEGER NOT NULL,
    statement_words INTEGER NOT NULL
);
COMMENT ON TABLE search_lengths IS 'The articles that the tables of search hold, and how long they are.';
COMMENT ON COLUMN search_lengths.article_number IS 'articles.number';
COMMENT ON COLUMN search_lengths.method IS 'how words were made terms; what another method made is made anew with the next articles that are added';
COMMENT ON COLUMN search_lengths.words IS 'number of words of the text';
COMMENT ON COLUMN search_lengths.statements IS 'number of statements of the article';
COMMENT ON COLUMN search_lengths.statement_words IS 'number of words of their contents together';
