-- JSON: how the polls of a feed go (what the next one must know, and what its operator should). NULL: not polled yet.
ALTER TABLE feeds ADD COLUMN state TEXT COLLATE "C";
