-- Search. A document is what one version says; its number is its place in every list of what was found: the second in
-- which the version was first seen, times 4,096, and one more for each other version of that second.
CREATE TABLE search_docs (
    doc        INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL,
    number     INTEGER NOT NULL,
    -- 1: too long for the index to know where everything stands; the reading is asked.
    long       INTEGER NOT NULL,
    UNIQUE (article_id, number)
) STRICT;

-- The tokens of a document, cut by the program; made again where the rest is copied to.
CREATE VIRTUAL TABLE search_index USING fts5 (tokens, content = '', columnsize = 0, tokenize = 'ascii');

-- How far the versions that there were before have been indexed; without the row, all are.
INSERT INTO meta (name, value) SELECT 'search_filled', '[0,0]' WHERE EXISTS (SELECT 1 FROM versions);
