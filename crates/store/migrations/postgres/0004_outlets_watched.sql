-- How outlets are doing: what looks came to lately, what readings found, what robots.txt keeps from us,
-- and how often feeds were polled.

-- Looks at an outlet, hour by hour, of the last days.
CREATE TABLE look_hours (
    outlet_id BIGINT NOT NULL,
    -- The start of the hour.
    hour_us   BIGINT NOT NULL,
    -- The outcome, as logs of looks number it.
    outcome   BIGINT NOT NULL,
    looks     BIGINT NOT NULL,
    -- Looks among them that brought a change.
    changes   BIGINT NOT NULL,
    PRIMARY KEY (outlet_id, hour_us, outcome)
);

-- What the last readings of each outlet found, and those before them, packed.
CREATE TABLE yields (
    outlet_id BIGINT PRIMARY KEY,
    log       BYTEA NOT NULL
);

-- Articles that robots.txt keeps us from looking at, as of their last look.
CREATE TABLE refusals (
    article_id BIGINT PRIMARY KEY,
    -- The host and path that were refused, and the line that decided.
    address    TEXT COLLATE "C" NOT NULL,
    rule       TEXT COLLATE "C" NOT NULL,
    -- The first and the last look of the row of refusals, and how many they were.
    since_us   BIGINT NOT NULL,
    at_us      BIGINT NOT NULL,
    looks      BIGINT NOT NULL
);

-- Polls in all, and those that brought nothing.
ALTER TABLE feeds ADD COLUMN polls BIGINT NOT NULL DEFAULT 0;
ALTER TABLE feeds ADD COLUMN failed_polls BIGINT NOT NULL DEFAULT 0;
