-- Copies of several originals, and their candidates by band instead of by one pass over all signatures.

ALTER TABLE copies ADD COLUMN kind VARCHAR DEFAULT 'copy';
COMMENT ON TABLE copies IS 'Articles that are another article, cut, re-headlined, lightly edited or merged. An article that is no copy has no row; a merged one has a row for each original.';
COMMENT ON COLUMN copies.share IS 'share of the copy''s words that stand in the original too, in runs of several words, 0 to 1';
COMMENT ON COLUMN copies.kind IS 'copy: all of it is; merged: it is made of several originals; partial: the rest is its own';

DROP TABLE signatures;

CREATE TABLE copy_bands (
    article VARCHAR NOT NULL,
    band UINTEGER NOT NULL
);
COMMENT ON TABLE copy_bands IS 'Bands of the MinHash signature of each text; texts that share two or more are compared as possible copies.';
COMMENT ON COLUMN copy_bands.article IS 'articles.id';
COMMENT ON COLUMN copy_bands.band IS 'hash of the band and its place in the signature';

CREATE TABLE compared_texts (
    article VARCHAR NOT NULL,
    method VARCHAR NOT NULL
);
COMMENT ON TABLE compared_texts IS 'Articles whose texts have been compared with those of the other articles.';
COMMENT ON COLUMN compared_texts.article IS 'articles.id';
COMMENT ON COLUMN compared_texts.method IS 'how its bands were computed; what another method computed is computed anew with the next articles that are added';
