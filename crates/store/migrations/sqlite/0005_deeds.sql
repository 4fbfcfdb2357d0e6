-- What the operator decided, as far as it changes what is asked and what is shown. The ledger beside the archive
-- says the same, and says it first.

-- What is not asked any more, for a time or for good. Without a row it is watched.
CREATE TABLE halts (
    kind    TEXT NOT NULL CHECK (kind IN ('outlet', 'feed', 'article')),
    id      INTEGER NOT NULL,
    removed INTEGER NOT NULL,
    at_us   INTEGER NOT NULL,
    who     TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- 1: the article, or its outlet, is halted: it is never due, and its plan stays.
ALTER TABLE agenda ADD COLUMN halted INTEGER NOT NULL DEFAULT 0;
-- 1: the feed, or its outlet, is halted.
ALTER TABLE feeds ADD COLUMN halted INTEGER NOT NULL DEFAULT 0;

-- Whether the law asked for it, who decided, and who took it back and why.
ALTER TABLE withdrawals ADD COLUMN legal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE withdrawals ADD COLUMN who TEXT;
ALTER TABLE withdrawals ADD COLUMN restored_who TEXT;
ALTER TABLE withdrawals ADD COLUMN restored_reason TEXT;

CREATE INDEX withdrawals_newest ON withdrawals (at_us, article_id, look);

-- Versions that are not shown: those withdrawn, and others of the same article that say the same again.
CREATE VIEW hidden_versions AS
SELECT v.article_id, v.look, v.number, v.kind, v.returns_to, v.first_seen_us, w.look AS withdrawn_look, w.at_us,
       w.reason, w.legal
FROM withdrawals w
JOIN versions x ON x.article_id = w.article_id AND x.look = w.look
JOIN versions v ON v.article_id = x.article_id AND (v.look = x.look OR (v.text_digest = x.text_digest
    AND (v.parts_digest = x.parts_digest OR (x.kind = 0 AND v.returns_to IS NOT NULL))))
WHERE w.restored_us IS NULL;

DROP VIEW shown_articles;
DROP VIEW shown_versions;
DROP VIEW shown_changes;

-- The feed's title may be the headline of a version that is withdrawn: then there is none.
CREATE VIEW shown_articles AS
SELECT a.id, a.outlet_id, a.key, a.url, a.moved_url,
       CASE WHEN EXISTS (SELECT 1 FROM withdrawals w
                         WHERE w.article_id = a.id AND w.look > 0 AND w.restored_us IS NULL)
            THEN NULL ELSE a.title END AS title,
       a.headline, a.language, a.published_at, a.first_seen_us
FROM articles a
WHERE a.alias_of IS NULL
  AND NOT EXISTS (SELECT 1 FROM withdrawals w
                  WHERE w.article_id = a.id AND w.look = 0 AND w.restored_us IS NULL);

CREATE VIEW shown_versions AS
SELECT v.article_id, v.number, v.label, v.look, v.kind, v.returns_to, v.first_seen_us, v.last_seen_us,
       v.headline, v.updated_at, v.words, v.partial, v.text_digest, v.parts_digest, v.reader, v.epoch
FROM all_versions v
WHERE NOT EXISTS (SELECT 1 FROM withdrawals w
                  WHERE w.article_id = v.article_id AND w.look = 0 AND w.restored_us IS NULL)
  AND NOT EXISTS (SELECT 1 FROM hidden_versions h WHERE h.article_id = v.article_id AND h.look = v.look);

CREATE VIEW shown_changes AS
SELECT c.article_id, c.from_look, c.to_look, c.outlet_id, c.from_number, c.to_number, c.seen_us, c.state,
       c.updated_us, c.bytes, c.data
FROM changes c
WHERE NOT EXISTS (SELECT 1 FROM withdrawals w
                  WHERE w.article_id = c.article_id AND w.look = 0 AND w.restored_us IS NULL)
  AND NOT EXISTS (SELECT 1 FROM hidden_versions h
                  WHERE h.article_id = c.article_id AND h.look IN (c.from_look, c.to_look));
