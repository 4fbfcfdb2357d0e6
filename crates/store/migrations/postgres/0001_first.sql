-- The first schema, as in ../sqlite: the same tables, columns and views in the words of PostgreSQL. Text
-- sorts by its bytes, as there. Tables whose rows change at every look keep room for it on their pages.
-- Times end in _us: microseconds since 1970 UTC. Digests are 32 bytes.
-- Ids of articles and feeds carry the outlet in their high half. A `look` is a look's number, and
-- with the article it names a capture. There are no foreign keys: rows are made by verbs alone, and
-- a database that is distributed by outlet could not keep them.

-- One value per name: the archive's end, the number of outlets ever given.
CREATE TABLE meta (
    name  TEXT COLLATE "C" PRIMARY KEY,
    value TEXT COLLATE "C" NOT NULL
);

INSERT INTO meta (name, value) VALUES ('outlets_given', '0');

CREATE TABLE outlets (
    id             BIGINT PRIMARY KEY,
    name           TEXT COLLATE "C" NOT NULL,
    domain         TEXT COLLATE "C" NOT NULL UNIQUE,
    homepage       TEXT COLLATE "C",
    -- How many ids have been given; they are never given again.
    articles_given BIGINT NOT NULL DEFAULT 0,
    feeds_given    BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE feeds (
    id            BIGINT PRIMARY KEY,
    outlet_id     BIGINT NOT NULL,
    url           TEXT COLLATE "C" NOT NULL,
    title         TEXT COLLATE "C",
    -- JSON arrays of patterns.
    include       TEXT COLLATE "C" NOT NULL,
    exclude       TEXT COLLATE "C" NOT NULL,
    due_us        BIGINT NOT NULL,
    interval_us   BIGINT,
    polled_us     BIGINT,
    etag          TEXT COLLATE "C",
    last_modified TEXT COLLATE "C",
    failures      BIGINT NOT NULL DEFAULT 0,
    -- Unique; a hash, because an address may be longer than a B-tree's entry.
    EXCLUDE USING hash (url WITH =)
);

CREATE INDEX feeds_due ON feeds (due_us, id);
CREATE INDEX feeds_by_outlet ON feeds (outlet_id, id);

CREATE TABLE articles (
    id            BIGINT PRIMARY KEY,
    outlet_id     BIGINT NOT NULL,
    feed_id       BIGINT,
    -- The article key of the first address; other keys are in `addresses`.
    key           TEXT COLLATE "C" NOT NULL UNIQUE,
    -- The first address. Never changes: captures without an address of their own stood here.
    url           TEXT COLLATE "C" NOT NULL,
    -- Where it stands now, if that is elsewhere.
    moved_url     TEXT COLLATE "C",
    -- The feed's title, and the headline and language of the newest version.
    title         TEXT COLLATE "C",
    headline      TEXT COLLATE "C",
    language      TEXT COLLATE "C",
    published_at  TEXT COLLATE "C",
    first_seen_us BIGINT NOT NULL,
    -- The article that this one turned out to be. Both ids live.
    alias_of      BIGINT
);

CREATE INDEX articles_newest ON articles (first_seen_us, id);
CREATE INDEX articles_by_outlet ON articles (outlet_id, first_seen_us, id);

-- Further keys and addresses of articles.
CREATE TABLE addresses (
    key        TEXT COLLATE "C" PRIMARY KEY,
    article_id BIGINT NOT NULL,
    url        TEXT COLLATE "C" NOT NULL,
    -- When the article moved away from here; NULL: it stands here, or this is another spelling.
    left_us    BIGINT
);

CREATE INDEX addresses_by_article ON addresses (article_id, left_us);

-- When to look at which article, and what the last looks were. One row per article.
CREATE TABLE agenda (
    article_id      BIGINT PRIMARY KEY,
    host            TEXT COLLATE "C" NOT NULL,
    -- 0: never looked at, or asked for by hand; 1: to be looked at again.
    queue           BIGINT NOT NULL DEFAULT 0,
    -- When it may be leased: the plan, or the end of its lease. NULL: the schedule has ended.
    due_us          BIGINT,
    -- When the next look is. NULL: there is none.
    planned_us      BIGINT,
    leased_by       TEXT COLLATE "C",
    gap_us          BIGINT,
    failures_in_row BIGINT NOT NULL DEFAULT 0,
    gone_in_row     BIGINT NOT NULL DEFAULT 0,
    etag            TEXT COLLATE "C",
    last_modified   TEXT COLLATE "C",
    -- The last look's number; the looks not yet in `look_pages`, packed, and the first one's number.
    looks           BIGINT NOT NULL DEFAULT 0,
    log_from        BIGINT NOT NULL DEFAULT 1,
    log             BYTEA NOT NULL DEFAULT '',
    -- The version shown, when it was last seen, and at how many looks, up to 2.
    shows           BIGINT,
    shown_us        BIGINT,
    shown_looks     BIGINT NOT NULL DEFAULT 0,
    -- The look whose body is the last one stored.
    body_look       BIGINT
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);

CREATE INDEX agenda_due ON agenda (host, queue, due_us, article_id) WHERE due_us IS NOT NULL;
CREATE INDEX agenda_leased ON agenda (host, leased_by) WHERE leased_by IS NOT NULL;

-- The agenda by host: who holds it, and when its first article is due.
CREATE TABLE hosts (
    host            TEXT COLLATE "C" PRIMARY KEY,
    first_us        BIGINT,
    recheck_us      BIGINT,
    in_flight       BIGINT NOT NULL DEFAULT 0,
    leased_by       TEXT COLLATE "C",
    leased_until_us BIGINT
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);

CREATE INDEX hosts_first ON hosts (first_us, host);
CREATE INDEX hosts_recheck ON hosts (recheck_us, host);
CREATE INDEX hosts_leased ON hosts (leased_by) WHERE leased_by IS NOT NULL;

-- Older looks, packed, 64 to a page.
CREATE TABLE look_pages (
    article_id BIGINT NOT NULL,
    first_look BIGINT NOT NULL,
    log        BYTEA NOT NULL,
    PRIMARY KEY (article_id, first_look)
);

-- Looks that the archive holds a record of.
CREATE TABLE captures (
    article_id  BIGINT NOT NULL,
    look        BIGINT NOT NULL,
    at_us       BIGINT NOT NULL,
    status      BIGINT NOT NULL,
    -- NULL: the first address of the article.
    url         TEXT COLLATE "C",
    body_digest BYTEA NOT NULL,
    body_bytes  BIGINT NOT NULL,
    -- 1: the record only refers to an earlier one with the same body.
    revisit     BIGINT NOT NULL,
    segment     BIGINT NOT NULL,
    position    BIGINT NOT NULL,
    length      BIGINT NOT NULL,
    PRIMARY KEY (article_id, look)
);

-- What a capture says, as one reader with one memory read it. Never overwritten.
CREATE TABLE readings (
    article_id BIGINT NOT NULL,
    look       BIGINT NOT NULL,
    reader     TEXT COLLATE "C" NOT NULL,
    -- Empty: read without a memory.
    epoch      BYTEA NOT NULL,
    page       TEXT COLLATE "C" NOT NULL,
    read_us    BIGINT NOT NULL,
    -- The look whose reading by the same reader and memory the data is a patch against; NULL: whole.
    base_look  BIGINT,
    -- Length of the data unpacked.
    bytes      BIGINT NOT NULL,
    data       BYTEA NOT NULL,
    PRIMARY KEY (article_id, look, reader, epoch)
);

CREATE TABLE versions (
    article_id    BIGINT NOT NULL,
    number        BIGINT NOT NULL,
    -- What a version found late is called, such as 3a; NULL: its number.
    label         TEXT COLLATE "C",
    -- Its first capture, which names it.
    look          BIGINT NOT NULL,
    kind          BIGINT NOT NULL,
    returns_to    BIGINT,
    first_seen_us BIGINT NOT NULL,
    -- As of when another version was shown; while this one is shown, the agenda knows better.
    last_seen_us  BIGINT NOT NULL,
    headline      TEXT COLLATE "C",
    updated_at    TEXT COLLATE "C",
    words         BIGINT NOT NULL,
    partial       BIGINT NOT NULL,
    text_digest   BYTEA NOT NULL,
    parts_digest  BYTEA NOT NULL,
    reader        TEXT COLLATE "C" NOT NULL,
    epoch         BYTEA,
    PRIMARY KEY (article_id, number)
);

CREATE UNIQUE INDEX versions_by_look ON versions (article_id, look);

CREATE TABLE changes (
    article_id  BIGINT NOT NULL,
    -- The captures that name it.
    from_look   BIGINT NOT NULL,
    to_look     BIGINT NOT NULL,
    outlet_id   BIGINT NOT NULL,
    from_number BIGINT NOT NULL,
    to_number   BIGINT NOT NULL,
    -- When the later version was first seen.
    seen_us     BIGINT NOT NULL,
    -- 0 provisional, 1 confirmed, 2 reverted, 3 reader_only
    state       BIGINT NOT NULL,
    updated_us  BIGINT NOT NULL,
    bytes       BIGINT NOT NULL,
    data        BYTEA NOT NULL,
    PRIMARY KEY (article_id, from_look, to_look)
);

-- Lists leave out what only the reader changed, so these do too.
CREATE INDEX changes_newest ON changes (seen_us, article_id, to_look, from_look) WHERE state <> 3;
CREATE INDEX changes_by_outlet ON changes (outlet_id, seen_us, article_id, to_look, from_look) WHERE state <> 3;
CREATE INDEX changes_by_article ON changes (article_id, seen_us, to_look, from_look) WHERE state <> 3;

-- What was concluded of a change later. Append-only.
CREATE TABLE assessments (
    article_id BIGINT NOT NULL,
    from_look  BIGINT NOT NULL,
    to_look    BIGINT NOT NULL,
    number     BIGINT NOT NULL,
    at_us      BIGINT NOT NULL,
    state      BIGINT NOT NULL,
    -- JSON: kinds, stealth, reasons, notices seen later; NULL: only the state.
    data       TEXT COLLATE "C",
    PRIMARY KEY (article_id, from_look, to_look, number)
);

-- What we have stopped showing, and why. Rows are never deleted.
CREATE TABLE withdrawals (
    article_id  BIGINT NOT NULL,
    kind        TEXT COLLATE "C" NOT NULL CHECK (kind IN ('article', 'version')),
    -- The capture that names the version; 0: the whole article.
    look        BIGINT NOT NULL,
    at_us       BIGINT NOT NULL,
    reason      TEXT COLLATE "C" NOT NULL,
    restored_us BIGINT,
    PRIMARY KEY (article_id, look, at_us),
    CHECK ((kind = 'article') = (look = 0))
);

-- What happened at each outlet in each year (UTC), so that counts cost nothing.
CREATE TABLE tallies (
    outlet_id      BIGINT NOT NULL,
    year           BIGINT NOT NULL,
    articles       BIGINT NOT NULL,
    looks          BIGINT NOT NULL,
    captures       BIGINT NOT NULL,
    versions       BIGINT NOT NULL,
    changes        BIGINT NOT NULL,
    archived_bytes BIGINT NOT NULL,
    last_look_us   BIGINT,
    PRIMARY KEY (outlet_id, year)
);

-- Versions with their last sight. Only verbs that must see everything read this one.
CREATE VIEW all_versions AS
SELECT v.article_id, v.number, v.label, v.look, v.kind, v.returns_to, v.first_seen_us,
       CASE WHEN g.shows = v.number THEN g.shown_us ELSE v.last_seen_us END AS last_seen_us,
       v.headline, v.updated_at, v.words, v.partial, v.text_digest, v.parts_digest, v.reader, v.epoch
FROM versions v
JOIN agenda g ON g.article_id = v.article_id;

-- The views that every list, timeline and feed goes through: what is withdrawn is not in them.
CREATE VIEW shown_articles AS
SELECT a.id, a.outlet_id, a.key, a.url, a.moved_url, a.title, a.headline, a.language, a.published_at, a.first_seen_us
FROM articles a
WHERE a.alias_of IS NULL
  AND NOT EXISTS (SELECT 1 FROM withdrawals w
                  WHERE w.article_id = a.id AND w.look = 0 AND w.restored_us IS NULL);

CREATE VIEW shown_versions AS
SELECT v.article_id, v.number, v.label, v.look, v.kind, v.returns_to, v.first_seen_us, v.last_seen_us,
       v.headline, v.updated_at, v.words, v.partial, v.text_digest, v.parts_digest, v.reader, v.epoch
FROM all_versions v
WHERE NOT EXISTS (SELECT 1 FROM withdrawals w
                  WHERE w.article_id = v.article_id AND w.look IN (0, v.look) AND w.restored_us IS NULL);

CREATE VIEW shown_changes AS
SELECT c.article_id, c.from_look, c.to_look, c.outlet_id, c.from_number, c.to_number, c.seen_us, c.state,
       c.updated_us, c.bytes, c.data
FROM changes c
WHERE NOT EXISTS (SELECT 1 FROM withdrawals w
                  WHERE w.article_id = c.article_id AND w.look IN (0, c.from_look, c.to_look)
                    AND w.restored_us IS NULL);
