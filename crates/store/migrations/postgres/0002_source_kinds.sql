-- What kind of source a feed is: 0 a feed, 1 a sitemap, 2 a front page or a section's.
ALTER TABLE feeds ADD COLUMN kind BIGINT NOT NULL DEFAULT 0;
