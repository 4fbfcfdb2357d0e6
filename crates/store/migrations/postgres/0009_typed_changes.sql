-- Who compared it; another comparer may tell other types. Empty: one that told no types of meaning.
ALTER TABLE changes ADD COLUMN comparer TEXT COLLATE "C" NOT NULL DEFAULT '';
-- How likely readers were not told, in thousandths, as far as we know by now: a later notice may have told of it.
ALTER TABLE changes ADD COLUMN stealth BIGINT;
-- The look that showed that notice.
ALTER TABLE changes ADD COLUMN told_look BIGINT;
CREATE INDEX changes_untyped ON changes (article_id) WHERE comparer = '' AND state <> 3;

DROP VIEW shown_changes;
CREATE VIEW shown_changes AS
SELECT c.article_id, c.from_look, c.to_look, c.outlet_id, c.from_number, c.to_number, c.seen_us, c.state,
       c.updated_us, c.bytes, c.data, c.stealth, c.told_look
FROM changes c
WHERE NOT EXISTS (SELECT 1 FROM withdrawals w
                  WHERE w.article_id = c.article_id AND w.look = 0 AND w.restored_us IS NULL)
  AND NOT EXISTS (SELECT 1 FROM withdrawn_elsewhere w WHERE w.article_id = c.article_id AND w.look = 0)
  AND NOT EXISTS (SELECT 1 FROM hidden_versions h
                  WHERE h.article_id = c.article_id AND h.look IN (c.from_look, c.to_look));

-- What changes are found by (`text::search::change_tokens`): words that went (-), came (+) or either (~), types (#),
-- persons (@) and marks (!).
CREATE TABLE change_tokens (
    token      TEXT COLLATE "C" NOT NULL,
    seen_us    BIGINT NOT NULL,
    article_id BIGINT NOT NULL,
    to_look    BIGINT NOT NULL,
    from_look  BIGINT NOT NULL,
    PRIMARY KEY (token, seen_us, article_id, to_look, from_look)
);
