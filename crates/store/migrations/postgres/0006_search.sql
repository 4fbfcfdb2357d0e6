-- Search. A document is what one version says; its number is its place in every list of what was found: the second in
-- which the version was first seen, times 4,096, and one more for each other version of that second.
CREATE TABLE search_docs (
    doc        BIGINT PRIMARY KEY,
    article_id BIGINT NOT NULL,
    number     BIGINT NOT NULL,
    -- 1: too long for the index to know where everything stands; the reading is asked.
    long       BIGINT NOT NULL,
    UNIQUE (article_id, number)
);

-- The tokens of a document, cut by the program; made again where the rest is copied to.
CREATE TABLE search_index (
    rowid  BIGINT PRIMARY KEY,
    tokens TSVECTOR NOT NULL
);

-- What has not been sorted into it yet is read by every search: half a megabyte at most.
CREATE INDEX search_index_tokens ON search_index USING gin (tokens) WITH (gin_pending_list_limit = 512);

-- How far the versions that there were before have been indexed; without the row, all are.
INSERT INTO meta (name, value) SELECT 'search_filled', '[0,0]' WHERE EXISTS (SELECT 1 FROM versions);
