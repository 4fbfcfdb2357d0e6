-- Articles that turned out to be one, recorded twice. What was recorded under the id of the one stays there; from
-- then on it is the other. There are no chains: what others were merged into is merged into none.
CREATE TABLE merges (
    article_id INTEGER PRIMARY KEY,
    -- The article that it is.
    into_id    INTEGER NOT NULL,
    at_us      INTEGER NOT NULL,
    who        TEXT NOT NULL,
    reason     TEXT
) STRICT;

CREATE INDEX merges_by_into ON merges (into_id, article_id);

DROP VIEW shown_articles;
DROP VIEW shown_versions;
DROP VIEW shown_changes;
DROP VIEW hidden_versions;

-- Nothing ever set it: `merges` says it, with when, who and why.
ALTER TABLE articles DROP COLUMN alias_of;

-- Withdrawals of other records of the same article. One of the article whole counts for those merged into it; one of a
-- version (look > 0) for every record that says the same.
CREATE VIEW withdrawn_elsewhere AS
SELECT m.article_id, w.article_id AS of_id, w.look, w.at_us, w.reason, w.legal
FROM merges m
JOIN withdrawals w ON w.article_id = m.into_id
WHERE w.restored_us IS NULL
UNION ALL
SELECT m.into_id, w.article_id, w.look, w.at_us, w.reason, w.legal
FROM merges m
JOIN withdrawals w ON w.article_id = m.article_id
WHERE w.restored_us IS NULL AND w.look > 0
UNION ALL
SELECT m.article_id, w.article_id, w.look, w.at_us, w.reason, w.legal
FROM merges m
JOIN merges o ON o.into_id = m.into_id AND o.article_id <> m.article_id
JOIN withdrawals w ON w.article_id = o.article_id
WHERE w.restored_us IS NULL AND w.look > 0;

-- Versions that are not shown: those withdrawn, and others of the same article that say the same again. In another
-- record of it the same text is enough: its captions may be those of another design.
CREATE VIEW hidden_versions AS
SELECT v.article_id, v.look, v.number, v.kind, v.returns_to, v.first_seen_us, w.article_id AS of_id,
       w.look AS withdrawn_look, w.at_us, w.reason, w.legal
FROM withdrawals w
JOIN versions x ON x.article_id = w.article_id AND x.look = w.look
JOIN versions v ON v.article_id = x.article_id AND (v.look = x.look OR (v.text_digest = x.text_digest
    AND (v.parts_digest = x.parts_digest OR (x.kind = 0 AND v.returns_to IS NOT NULL))))
WHERE w.restored_us IS NULL
UNION ALL
SELECT v.article_id, v.look, v.number, v.kind, v.returns_to, v.first_seen_us, w.of_id, w.look, w.at_us, w.reason,
       w.legal
FROM withdrawn_elsewhere w
JOIN versions x ON x.article_id = w.of_id AND x.look = w.look
JOIN versions v ON v.article_id = w.article_id AND v.text_digest = x.text_digest
    AND (v.parts_digest = x.parts_digest OR x.kind = 0);

CREATE VIEW shown_articles AS
SELECT a.id, a.outlet_id, a.key, a.url, a.moved_url,
       CASE WHEN EXISTS (SELECT 1 FROM withdrawals w
                         WHERE w.article_id = a.id AND w.look > 0 AND w.restored_us IS NULL)
              OR EXISTS (SELECT 1 FROM withdrawn_elsewhere w WHERE w.article_id = a.id AND w.look > 0)
            THEN NULL ELSE a.title END AS title,
       a.headline, a.language, a.published_at, a.first_seen_us
FROM articles a
WHERE NOT EXISTS (SELECT 1 FROM withdrawals w
                  WHERE w.article_id = a.id AND w.look = 0 AND w.restored_us IS NULL)
  AND NOT EXISTS (SELECT 1 FROM withdrawn_elsewhere w WHERE w.article_id = a.id AND w.look = 0);

-- Articles by themselves, for lists and counts of articles: those that turned out to be others are not in it.
CREATE VIEW listed_articles AS
SELECT a.id, a.outlet_id, a.key, a.url, a.moved_url, a.title, a.headline, a.language, a.published_at, a.first_seen_us
FROM shown_articles a
WHERE NOT EXISTS (SELECT 1 FROM merges m WHERE m.article_id = a.id);

CREATE VIEW shown_versions AS
SELECT v.article_id, v.number, v.label, v.look, v.kind, v.returns_to, v.first_seen_us, v.last_seen_us,
       v.headline, v.updated_at, v.words, v.partial, v.text_digest, v.parts_digest, v.reader, v.epoch
FROM all_versions v
WHERE NOT EXISTS (SELECT 1 FROM withdrawals w
                  WHERE w.article_id = v.article_id AND w.look = 0 AND w.restored_us IS NULL)
  AND NOT EXISTS (SELECT 1 FROM withdrawn_elsewhere w WHERE w.article_id = v.article_id AND w.look = 0)
  AND NOT EXISTS (SELECT 1 FROM hidden_versions h WHERE h.article_id = v.article_id AND h.look = v.look);

CREATE VIEW shown_changes AS
SELECT c.article_id, c.from_look, c.to_look, c.outlet_id, c.from_number, c.to_number, c.seen_us, c.state,
       c.updated_us, c.bytes, c.data
FROM changes c
WHERE NOT EXISTS (SELECT 1 FROM withdrawals w
                  WHERE w.article_id = c.article_id AND w.look = 0 AND w.restored_us IS NULL)
  AND NOT EXISTS (SELECT 1 FROM withdrawn_elsewhere w WHERE w.article_id = c.article_id AND w.look = 0)
  AND NOT EXISTS (SELECT 1 FROM hidden_versions h
                  WHERE h.article_id = c.article_id AND h.look IN (c.from_look, c.to_look));
