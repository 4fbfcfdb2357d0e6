-- How outlets are doing: what looks came to lately, what readings found, what robots.txt keeps from us,
-- and how often feeds were polled.

-- Looks at an outlet, hour by hour, of the last days.
CREATE TABLE look_hours (
    outlet_id INTEGER NOT NULL,
    -- The start of the hour.
    hour_us   INTEGER NOT NULL,
    -- The outcome, as logs of looks number it.
    outcome   INTEGER NOT NULL,
    looks     INTEGER NOT NULL,
    -- Looks among them that brought a change.
    changes   INTEGER NOT NULL,
    PRIMARY KEY (outlet_id, hour_us, outcome)
) STRICT, WITHOUT ROWID;

-- What the last readings of each outlet found, and those before them, packed.
CREATE TABLE yields (
    outlet_id INTEGER PRIMARY KEY,
    log       BLOB NOT NULL
) STRICT;

-- Articles that robots.txt keeps us from looking at, as of their last look.
CREATE TABLE refusals (
    article_id INTEGER PRIMARY KEY,
    -- The host and path that were refused, and the line that decided.
    address    TEXT NOT NULL,
    rule       TEXT NOT NULL,
    -- The first and the last look of the row of refusals, and how many they were.
    since_us   INTEGER NOT NULL,
    at_us      INTEGER NOT NULL,
    looks      INTEGER NOT NULL
) STRICT;

-- Polls in all, and those that brought nothing.
ALTER TABLE feeds ADD COLUMN polls INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feeds ADD COLUMN failed_polls INTEGER NOT NULL DEFAULT 0;
