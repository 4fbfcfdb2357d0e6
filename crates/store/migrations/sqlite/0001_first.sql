-- The first schema. Times end in _us: microseconds since 1970 UTC. Digests are 32 bytes.
-- Ids of articles and feeds carry the outlet in their high half. A `look` is a look's number, and
-- with the article it names a capture. There are no foreign keys: rows are made by verbs alone, and
-- a database that is distributed by outlet could not keep them.

-- One value per name: the archive's end, the number of outlets ever given.
CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO meta (name, value) VALUES ('outlets_given', '0');

CREATE TABLE outlets (
    id             INTEGER PRIMARY KEY,
    name           TEXT NOT NULL,
    domain         TEXT NOT NULL UNIQUE,
    homepage       TEXT,
    -- How many ids have been given; they are never given again.
    articles_given INTEGER NOT NULL DEFAULT 0,
    feeds_given    INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE feeds (
    id            INTEGER PRIMARY KEY,
    outlet_id     INTEGER NOT NULL,
    url           TEXT NOT NULL UNIQUE,
    title         TEXT,
    -- JSON arrays of patterns.
    include       TEXT NOT NULL,
    exclude       TEXT NOT NULL,
    due_us        INTEGER NOT NULL,
    interval_us   INTEGER,
    polled_us     INTEGER,
    etag          TEXT,
    last_modified TEXT,
    failures      INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX feeds_due ON feeds (due_us);
CREATE INDEX feeds_by_outlet ON feeds (outlet_id, id);

CREATE TABLE articles (
    id            INTEGER PRIMARY KEY,
    outlet_id     INTEGER NOT NULL,
    feed_id       INTEGER,
    -- The article key of the first address; other keys are in `addresses`.
    key           TEXT NOT NULL UNIQUE,
    -- The first address. Never changes: captures without an address of their own stood here.
    url           TEXT NOT NULL,
    -- Where it stands now, if that is elsewhere.
    moved_url     TEXT,
    -- The feed's title, and the headline and language of the newest version.
    title         TEXT,
    headline      TEXT,
    language      TEXT,
    published_at  TEXT,
    first_seen_us INTEGER NOT NULL,
    -- The article that this one turned out to be. Both ids live.
    alias_of      INTEGER
) STRICT;

CREATE INDEX articles_newest ON articles (first_seen_us, id);
CREATE INDEX articles_by_outlet ON articles (outlet_id, first_seen_us, id);

-- Further keys and addresses of articles.
CREATE TABLE addresses (
    key        TEXT PRIMARY KEY,
    article_id INTEGER NOT NULL,
    url        TEXT NOT NULL,
    -- When the article moved away from here; NULL: it stands here, or this is another spelling.
    left_us    INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX addresses_by_article ON addresses (article_id, left_us);

-- When to look at which article, and what the last looks were. One row per article.
CREATE TABLE agenda (
    article_id      INTEGER PRIMARY KEY,
    host            TEXT NOT NULL,
    -- 0: never looked at, or asked for by hand; 1: to be looked at again.
    queue           INTEGER NOT NULL DEFAULT 0,
    -- When it may be leased: the plan, or the end of its lease. NULL: the schedule has ended.
    due_us          INTEGER,
    -- When the next look is. NULL: there is none.
    planned_us      INTEGER,
    leased_by       TEXT,
    gap_us          INTEGER,
    failures_in_row INTEGER NOT NULL DEFAULT 0,
    gone_in_row     INTEGER NOT NULL DEFAULT 0,
    etag            TEXT,
    last_modified   TEXT,
    -- The last look's number; the looks not yet in `look_pages`, packed, and the first one's number.
    looks           INTEGER NOT NULL DEFAULT 0,
    log_from        INTEGER NOT NULL DEFAULT 1,
    log             BLOB NOT NULL DEFAULT X'',
    -- The version shown, when it was last seen, and at how many looks, up to 2.
    shows           INTEGER,
    shown_us        INTEGER,
    shown_looks     INTEGER NOT NULL DEFAULT 0,
    -- The look whose body is the last one stored.
    body_look       INTEGER
) STRICT;

CREATE INDEX agenda_due ON agenda (host, queue, due_us) WHERE due_us IS NOT NULL;
CREATE INDEX agenda_leased ON agenda (host, leased_by) WHERE leased_by IS NOT NULL;

-- The agenda by host: who holds it, and when its first article is due.
CREATE TABLE hosts (
    host            TEXT PRIMARY KEY,
    first_us        INTEGER,
    recheck_us      INTEGER,
    in_flight       INTEGER NOT NULL DEFAULT 0,
    leased_by       TEXT,
    leased_until_us INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX hosts_first ON hosts (first_us);
CREATE INDEX hosts_recheck ON hosts (recheck_us);
CREATE INDEX hosts_leased ON hosts (leased_by) WHERE leased_by IS NOT NULL;

-- Older looks, packed, 64 to a page.
CREATE TABLE look_pages (
    article_id INTEGER NOT NULL,
    first_look INTEGER NOT NULL,
    log        BLOB NOT NULL,
    PRIMARY KEY (article_id, first_look)
) STRICT, WITHOUT ROWID;

-- Looks that the archive holds a record of.
CREATE TABLE captures (
    article_id  INTEGER NOT NULL,
    look        INTEGER NOT NULL,
    at_us       INTEGER NOT NULL,
    status      INTEGER NOT NULL,
    -- NULL: the first address of the article.
    url         TEXT,
    body_digest BLOB NOT NULL,
    body_bytes  INTEGER NOT NULL,
    -- 1: the record only refers to an earlier one with the same body.
    revisit     INTEGER NOT NULL,
    segment     INTEGER NOT NULL,
    position    INTEGER NOT NULL,
    length      INTEGER NOT NULL,
    PRIMARY KEY (article_id, look)
) STRICT, WITHOUT ROWID;

-- What a capture says, as one reader with one memory read it. Never overwritten.
CREATE TABLE readings (
    article_id INTEGER NOT NULL,
    look       INTEGER NOT NULL,
    reader     TEXT NOT NULL,
    -- Empty: read without a memory.
    epoch      BLOB NOT NULL,
    page       TEXT NOT NULL,
    read_us    INTEGER NOT NULL,
    -- The look whose reading by the same reader and memory the data is a patch against; NULL: whole.
    base_look  INTEGER,
    -- Length of the data unpacked.
    bytes      INTEGER NOT NULL,
    data       BLOB NOT NULL,
    PRIMARY KEY (article_id, look, reader, epoch)
) STRICT;

CREATE TABLE versions (
    article_id    INTEGER NOT NULL,
    number        INTEGER NOT NULL,
    -- What a version found late is called, such as 3a; NULL: its number.
    label         TEXT,
    -- Its first capture, which names it.
    look          INTEGER NOT NULL,
    kind          INTEGER NOT NULL,
    returns_to    INTEGER,
    first_seen_us INTEGER NOT NULL,
    -- As of when another version was shown; while this one is shown, the agenda knows better.
    last_seen_us  INTEGER NOT NULL,
    headline      TEXT,
    updated_at    TEXT,
    words         INTEGER NOT NULL,
    partial       INTEGER NOT NULL,
    text_digest   BLOB NOT NULL,
    parts_digest  BLOB NOT NULL,
    reader        TEXT NOT NULL,
    epoch         BLOB,
    PRIMARY KEY (article_id, number)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX versions_by_look ON versions (article_id, look);

CREATE TABLE changes (
    article_id  INTEGER NOT NULL,
    -- The captures that name it.
    from_look   INTEGER NOT NULL,
    to_look     INTEGER NOT NULL,
    outlet_id   INTEGER NOT NULL,
    from_number INTEGER NOT NULL,
    to_number   INTEGER NOT NULL,
    -- When the later version was first seen.
    seen_us     INTEGER NOT NULL,
    -- 0 provisional, 1 confirmed, 2 reverted, 3 reader_only
    state       INTEGER NOT NULL,
    updated_us  INTEGER NOT NULL,
    bytes       INTEGER NOT NULL,
    data        BLOB NOT NULL,
    PRIMARY KEY (article_id, from_look, to_look)
) STRICT;

-- Lists leave out what only the reader changed, so these do too.
CREATE INDEX changes_newest ON changes (seen_us, article_id, to_look, from_look) WHERE state <> 3;
CREATE INDEX changes_by_outlet ON changes (outlet_id, seen_us, article_id, to_look, from_look) WHERE state <> 3;
CREATE INDEX changes_by_article ON changes (article_id, seen_us, to_look, from_look) WHERE state <> 3;

-- What was concluded of a change later. Append-only.
CREATE TABLE assessments (
    article_id INTEGER NOT NULL,
    from_look  INTEGER NOT NULL,
    to_look    INTEGER NOT NULL,
    number     INTEGER NOT NULL,
    at_us      INTEGER NOT NULL,
    state      INTEGER NOT NULL,
    -- JSON: kinds, stealth, reasons, notices seen later; NULL: only the state.
    data       TEXT,
    PRIMARY KEY (article_id, from_look, to_look, number)
) STRICT, WITHOUT ROWID;

-- What we have stopped showing, and why. Rows are never deleted.
CREATE TABLE withdrawals (
    article_id  INTEGER NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('article', 'version')),
    -- The capture that names the version; 0: the whole article.
    look        INTEGER NOT NULL,
    at_us       INTEGER NOT NULL,
    reason      TEXT NOT NULL,
    restored_us INTEGER,
    PRIMARY KEY (article_id, look, at_us),
    CHECK ((kind = 'article') = (look = 0))
) STRICT, WITHOUT ROWID;

-- What happened at each outlet in each year (UTC), so that counts cost nothing.
CREATE TABLE tallies (
    outlet_id      INTEGER NOT NULL,
    year           INTEGER NOT NULL,
    articles       INTEGER NOT NULL,
    looks          INTEGER NOT NULL,
    captures       INTEGER NOT NULL,
    versions       INTEGER NOT NULL,
    changes        INTEGER NOT NULL,
    archived_bytes INTEGER NOT NULL,
    last_look_us   INTEGER,
    PRIMARY KEY (outlet_id, year)
) STRICT, WITHOUT ROWID;

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
